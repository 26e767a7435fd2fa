//! `copydesk parse`: what it prints, and its exit codes.

use std::path::Path;
use std::process::{Command, Output};

fn parse(arguments: &[&str]) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .arg("parse")
        .args(arguments)
        .current_dir(root)
        .output()
        .unwrap()
}

#[test]
fn a_feed_is_one_json_document() {
    let output = parse(&["--base-url", "https://desk.example/", "fixtures/read/html/unsafe.xml"]);
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(document["format"], "rss-2.0");
    let summary = document["entries"][0]["summary"]["value"].as_str().unwrap();
    assert!(summary.starts_with("<p>A ") && !summary.contains("script"), "{summary}");
}

#[test]
fn a_table_is_for_people() {
    let output = parse(&["--table", "fixtures/read/repairs/bare-signs.xml"]);
    let table = String::from_utf8(output.stdout).unwrap();
    assert!(table.starts_with("Harbour News\nrss-2.0 (utf-8), 1 entry\nmended: bare-ampersand"), "{table}");
    assert!(table.contains("https://harbour.example/?a=1&b=2"), "{table}");
}

#[test]
fn what_is_no_feed_is_one_and_what_cannot_be_read_is_two() {
    let page = parse(&["Cargo.toml"]);
    assert_eq!(page.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&page.stderr).contains("plain text, not a feed"));
    assert_eq!(parse(&["no/such/file"]).status.code(), Some(2));
}

#[test]
fn what_a_feed_says_is_no_command_to_the_terminal() {
    let feed = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "A\u001b[2Jb", "items":
        [{"id": "1", "title": "\u001b]0;x\u0007c", "url": "https://harbour.example/\u009b31m"}]}"#;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("feed.json");
    std::fs::write(&file, feed).unwrap();
    let output = parse(&["--table", file.to_str().unwrap()]);
    let table = String::from_utf8(output.stdout).unwrap();
    assert!(table.contains("A[2Jb") && table.contains("]0;xc"), "{table}");
    assert!(!table.contains(|c: char| c.is_control() && c != '\n'), "{table:?}");
}
