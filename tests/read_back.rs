//! What is published, read back with other people's parsers where they are installed (`.ci/read_back`).

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::path::Path;
use std::process::Command;

/// What the script exits with where no parser is installed.
const NO_PARSER: i32 = 77;

/// `COPYDESK_PYTHON` names a Python that has feedparser, where the usual one has not.
#[test]
fn other_parsers_read_what_was_said() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let python = std::env::var("COPYDESK_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let read = Command::new(python).arg(root.join(".ci/read_back")).arg(root.join("feeds")).output();
    // Nothing to ask is no answer.
    let Ok(read) = read else { return };
    if read.status.code() == Some(NO_PARSER) {
        return;
    }
    assert!(
        read.status.success(),
        "{}{}",
        String::from_utf8_lossy(&read.stdout),
        String::from_utf8_lossy(&read.stderr)
    );
    assert!(String::from_utf8(read.stdout).unwrap().trim().is_empty());
}
