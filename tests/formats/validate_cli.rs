//! `copydesk validate` as scripts meet it: what it prints, in which order, and its exit code.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use crate::origin;

use origin::{Origin, reply};

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
    let output = validate(&["--json", "no-such-file.xml", "http://[no-address", CLEAN], "");
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
    assert!(
        shown.contains("2 | <channel><ttl>soon</ttl></channel></rss>\n  |               ^^^^\n"),
        "{shown}"
    );
    assert!(shown.contains("= mend: ") && shown.contains("-: not valid (rss-2.0), "), "{shown}");
}

#[test]
fn github_gets_workflow_commands_that_feeds_cannot_forge() {
    let feed = "<rss version='2.0'><channel><ttl>100%\n::set-output name=a::b,c</ttl></channel></rss>";
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a,b:c.xml");
    std::fs::write(&path, feed).expect("a file");
    let output =
        validate(&["--format", "github", &path.display().to_string(), "-", "no-such-file.xml"], feed);
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(
        shown.lines().all(|line| line.starts_with("::error ") || line.starts_with("::warning ")),
        "{shown}"
    );
    assert!(
        shown.contains(
            "a%2Cb%3Ac.xml,line=1,col=34,title=invalid-positive-integer::<ttl>: \"100%25 ::set-output"
        ),
        "{shown}"
    );
    assert!(shown.contains("::error title=invalid-positive-integer::-:1:34: <ttl>"), "{shown}");
    assert!(shown.contains("::error title=unreadable::no-such-file.xml: cannot be read"), "{shown}");
}

/// What the SARIF 2.1.0 schema requires, and what GitHub's code scanning wants besides.
#[test]
fn sarif_holds_what_its_consumers_ask_for() {
    let feed = "<rss version='2.0'><channel><ttl>a,b:c</ttl></channel></rss>";
    let output =
        validate(&["--format", "sarif", "-", CLEAN, "./no such: file.xml", "http://[no-address"], feed);
    assert_eq!(output.status.code(), Some(2));
    let log: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "copydesk");
    let rules = driver["rules"].as_array().expect("rules");
    for rule in rules {
        for text in ["shortDescription", "fullDescription", "help"] {
            assert!(rule[text]["text"].as_str().is_some_and(|text| !text.is_empty()), "{rule}");
        }
        assert!(rule["help"]["markdown"].as_str().is_some_and(|text| text.contains("```")), "{rule}");
        assert!(matches!(rule["defaultConfiguration"]["level"].as_str(), Some("error" | "warning")));
    }
    let results = run["results"].as_array().expect("results");
    assert!(results.iter().any(|result| result["ruleId"] == "missing-title" && result["level"] == "error"));
    for result in results {
        let index = result["ruleIndex"].as_u64().expect("an index") as usize;
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(result["message"]["text"].is_string());
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "stdin");
        assert!(place["region"]["startLine"].as_u64() >= Some(1));
    }
    let invocation = &run["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let missing = &invocation["toolExecutionNotifications"][0];
    assert!(missing["message"]["text"].as_str().is_some_and(|text| text.contains("cannot be read")));
    let place = &missing["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(place, "./no%20such:%20file.xml");
}

/// A configuration that lets requests to this machine through.
fn config(folder: &Path) -> String {
    let path = folder.join("copydesk.toml");
    let text = "[site]\ntitle = \"Screen Desk\"\nhome = \"https://screendesk.example/\"\n\
                base_url = \"https://screendesk.example/feeds/\"\n\
                [fetch]\ngap_seconds = 0\nper_host = 4\nallow_addresses = [\"127.0.0.1/32\"]\n";
    std::fs::write(&path, text).expect("a file");
    path.display().to_string()
}

/// An origin that serves a clean feed whose self link names where it is.
fn origin() -> Origin {
    Origin::start(|request| {
        let host = request.header("host").unwrap_or_default();
        let feed = include_str!("../../fixtures/validate/clean.rss.xml")
            .replace("https://screendesk.example/feeds/tv/rss.xml", &format!("http://{host}/rss.xml"));
        let rss = [("Content-Type", "application/rss+xml; charset=utf-8")];
        match request.path.as_str() {
            "/rss.xml" => vec![(Duration::from_millis(300), reply(200, &rss, feed.as_bytes()).remove(0).1)],
            "/plain" => reply(200, &[("Content-Type", "text/plain; charset=iso-8859-1")], feed.as_bytes()),
            "/old" => reply(301, &[("Location", "/rss.xml")], b""),
            "/away" => reply(302, &[("Location", "http://10.0.0.1/")], b""),
            "/large" => reply(200, &rss, &vec![b' '; 5_000_001]),
            _ => reply(404, &[], b"no"),
        }
    })
}

#[test]
fn addresses_are_fetched_and_told_in_the_order_given() {
    let (folder, origin) = (tempfile::tempdir().expect("a folder"), origin());
    let at = |path: &str| format!("http://{}{path}", origin.address);
    let names =
        [at("/rss.xml"), CLEAN.to_owned(), at("/old"), at("/plain"), at("/none"), at("/away"), at("/large")];
    let config = config(folder.path());
    let mut args = vec!["--config", &config, "--json"];
    args.extend(names.iter().map(String::as_str));
    let output = validate(&args, "");
    let lines = lines(&output);
    assert_eq!(lines.iter().map(|line| line["file"].as_str().unwrap_or_default()).collect::<Vec<_>>(), names);
    let codes = |line: &serde_json::Value| {
        let findings = line["findings"].as_array().cloned().unwrap_or_default();
        findings
            .iter()
            .map(|finding| finding["code"].as_str().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(codes(&lines[0]), Vec::<String>::new());
    assert_eq!(codes(&lines[1]), Vec::<String>::new());
    assert_eq!(codes(&lines[2]), Vec::<String>::new(), "a self link may name the end of the redirects");
    assert_eq!(
        codes(&lines[3]),
        ["unexpected-content-type", "encoding-mismatch", "self-doesnt-match-location", "bad-characters"]
    );
    assert!(lines[4]["error"].as_str().is_some_and(|why| why.starts_with("cannot be fetched: answered 404")));
    assert!(lines[5]["error"].as_str().is_some_and(|why| why.contains("10.0.0.1")), "{}", lines[5]);
    assert_eq!(codes(&lines[6]), ["validator-limit"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn private_addresses_are_not_asked_unless_the_configuration_allows_it() {
    let (folder, origin) = (tempfile::tempdir().expect("a folder"), origin());
    let output = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(["validate", "--json", &format!("http://{}/rss.xml", origin.address)])
        .current_dir(folder.path())
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    let why = lines(&output)[0]["error"].to_string();
    assert!(why.contains("allow_addresses"), "{why}");
    assert_eq!(origin.seen().len(), 0);
}

#[test]
fn a_configuration_that_is_asked_for_must_be_there() {
    let output = validate(&["--config", "no-such.toml", "http://127.0.0.1:9/"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no-such.toml"));
}
