//! `copydesk stories` as its users see it.

use std::io::Write;
use std::process::{Command, Stdio};

/// What the command prints on stdout and stderr for this input, and its exit code.
fn stories(input: &str) -> (Vec<serde_json::Value>, String, Option<i32>) {
    stories_in(std::path::Path::new("."), &[], input)
}

/// The same in a folder, with more arguments.
fn stories_in(
    folder: &std::path::Path,
    more: &[&str],
    input: &str,
) -> (Vec<serde_json::Value>, String, Option<i32>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(["stories", "-"])
        .args(more)
        .env_remove("COPYDESK_CONFIG")
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let out = child.wait_with_output().unwrap();
    let lines = String::from_utf8(out.stdout).unwrap();
    let answers = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (answers, String::from_utf8(out.stderr).unwrap(), out.status.code())
}

#[test]
fn answers_come_in_input_order_though_records_are_settled_by_time() {
    let input = r#"{"id":"late","title":"Harbour ferry Solveig runs aground off Brekstad","published":"2026-05-02T10:00:00Z"}
{"id":"early","title":"Harbour ferry Solveig runs aground off Brekstad","published":"2026-05-02T08:00:00Z"}
{"id":"other","title":"Cheese prices climb in Gouda market","published":"2026-05-02T09:00:00Z"}
"#;
    let (answers, _, code) = stories(input);
    assert_eq!(code, Some(0));
    let told: Vec<_> =
        answers.iter().map(|a| (a["id"].as_str().unwrap(), a["story"].as_str().unwrap())).collect();
    assert_eq!(told, [("late", "early"), ("early", "early"), ("other", "other")]);
    assert_eq!(answers[1]["relation"], "original");
    assert_eq!(answers[0]["relation"], "copy");
}

#[test]
fn a_bad_line_is_named_and_the_others_are_answered() {
    let input = "{\"id\":\"a\",\"title\":\"One\"}\nnot json\n\n{\"title\":\"No id\"}\n{\"id\":\"b\",\"title\":\"Two\"}\n";
    let (answers, talk, code) = stories(input);
    assert_eq!(answers.len(), 2);
    assert!(talk.contains("line 2:") && talk.contains("line 4: no id"), "{talk}");
    assert_eq!(code, Some(2));
}

#[test]
fn nothing_in_gives_nothing_out() {
    let (answers, talk, code) = stories("");
    assert!(answers.is_empty() && talk.is_empty());
    assert_eq!(code, Some(0));
}

#[test]
fn a_time_may_have_any_form_that_feeds_have_and_one_that_is_none_is_named_with_its_key() {
    let title = r#""title":"Harbour ferry Solveig runs aground off Brekstad""#;
    let forms = [
        r#""2026-05-02""#,
        r#""2026-05-02T08:00:00""#,
        r#""Sat, 02 May 2026 08:00:00 +0200""#,
        "1777708800",
        "null",
    ];
    for form in forms {
        let (answers, talk, code) = stories(&format!(r#"{{"id":"a",{title},"published":{form}}}"#));
        assert_eq!((answers.len(), talk.as_str(), code), (1, "", Some(0)), "{form}");
    }
    let (answers, talk, code) = stories(&format!(r#"{{"id":"a",{title},"published":"soon"}}"#));
    assert!(answers.is_empty() && talk.contains(r#"published: "soon""#), "{talk}");
    assert_eq!(code, Some(2));
    let (_, talk, _) = stories(r#"{"id":"a","title":7}"#);
    assert!(talk.contains("title: 7"), "{talk}");
}

#[test]
fn the_configuration_that_is_named_holds_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let desk = "[site]\ntitle = \"Desk\"\nhome = \"https://desk.example/\"\nbase_url = \"https://desk.example/feeds/\"\n\
        [publish]\nto = \"feeds\"\n[stories]\njoin_at = 1.0\n";
    std::fs::write(folder.path().join("copydesk.toml"), desk).unwrap();
    let input = r#"{"id":"a","source":"Mail","title":"Ferry Solveig runs aground off Brekstad","published":"2026-05-02T08:00:00Z"}
{"id":"b","source":"Post","title":"Ferry Solveig aground near Brekstad","published":"2026-05-02T09:00:00Z"}
"#;
    let told = |more: &[&str]| {
        let (answers, talk, code) = stories_in(folder.path(), more, input);
        assert_eq!((answers.len(), code), (2, Some(0)), "{talk}");
        answers[1]["story"].as_str().unwrap().to_owned()
    };
    assert_eq!(told(&[]), "a");
    assert_eq!(told(&["--config", "copydesk.toml"]), "b");
}
