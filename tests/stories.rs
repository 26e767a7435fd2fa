//! `copydesk stories` as its users see it.

#![expect(clippy::unwrap_used, reason = "a test that cannot run its program should stop")]

use std::io::Write;
use std::process::{Command, Stdio};

/// What the command prints on stdout and stderr for this input, and its exit code.
fn stories(input: &str) -> (Vec<serde_json::Value>, String, Option<i32>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(["stories", "-"])
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
