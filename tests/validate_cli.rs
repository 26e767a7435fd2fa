//! `copydesk validate` as scripts meet it: what it prints, in which order, and its exit code.

use std::io::Write;
use std::process::{Command, Output, Stdio};

const CLEAN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/validate/clean.rss.xml");

fn validate(args: &[&str], stdin: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .arg("validate")
        .args(args)
        .env("SOURCE_DATE_EPOCH", "1790000000")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    child.stdin.take().expect("a pipe").write_all(stdin.as_bytes()).expect("it reads");
    child.wait_with_output().expect("it ends")
}

fn lines(output: &Output) -> Vec<serde_json::Value> {
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect()
}

#[test]
fn one_json_line_a_file_in_the_order_given() {
    let output = validate(&["--json", CLEAN, "-", CLEAN], "<rss version='2.0'/>");
    let lines = lines(&output);
    let told: Vec<_> = lines.iter().map(|line| (line["file"].as_str(), line["valid"].as_bool())).collect();
    assert_eq!(told, [(Some(CLEAN), Some(true)), (Some("-"), Some(false)), (Some(CLEAN), Some(true))]);
    assert_eq!(lines[1]["findings"][0]["code"], "missing-element");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn warnings_are_allowed_unless_denied() {
    let warned = "<rss version='0.92'><channel><title>x</title><link>https://x.example/</link><description/><ttl>1</ttl>\
                  <item><title/></item></channel></rss>";
    assert_eq!(validate(&["-"], warned).status.code(), Some(0));
    assert_eq!(validate(&["--deny-warnings", "-"], warned).status.code(), Some(1));
}

#[test]
fn what_cannot_be_read_costs_the_others_nothing() {
    let output = validate(&["--json", "no-such-file.xml", "https://feeds.example/rss.xml", CLEAN], "");
    assert_eq!(output.status.code(), Some(2));
    let lines = lines(&output);
    assert!(lines[0]["error"].is_string() && lines[1]["error"].is_string() && lines[2]["valid"] == true);
    assert!(String::from_utf8_lossy(&output.stderr).contains("no-such-file.xml: cannot be read"));
}

#[test]
fn people_see_the_place_the_rule_and_the_remedy() {
    let output = validate(&["-"], "<rss version='2.0'>\n<channel><ttl>soon</ttl></channel></rss>");
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(
        shown.contains("error[invalid-positive-integer]: <ttl>: \"soon\" is no whole number above zero"),
        "{shown}"
    );
    assert!(shown.contains("--> -:2:15\n"), "{shown}");
    assert!(shown.contains("2 | <channel><ttl>soon</ttl></channel></rss>\n  |               ^\n"), "{shown}");
    assert!(shown.contains("= mend: ") && shown.contains("-: not valid (rss-2.0), "), "{shown}");
}

#[test]
fn other_peoples_ci_gets_its_own_formats() {
    let feed = "<rss version='2.0'><channel><ttl>a,b:c</ttl></channel></rss>";
    let github = validate(&["--format", "github", "-"], feed);
    let shown = String::from_utf8_lossy(&github.stdout);
    assert!(
        shown.contains("::error file=-,line=1,col=34,title=invalid-positive-integer::<ttl>: \"a,b:c\""),
        "{shown}"
    );

    let sarif = validate(&["--format", "sarif", "-"], feed);
    let log: serde_json::Value = serde_json::from_slice(&sarif.stdout).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    let results = log["runs"][0]["results"].as_array().expect("results");
    assert!(results.iter().any(|result| result["ruleId"] == "missing-title" && result["level"] == "error"));
    assert_eq!(sarif.status.code(), Some(1));
}
