//! What is published, read back with other people's parsers where they are installed: `.ci/read_back` with
//! feedparser, `.ci/read_back.mjs` with feedsmith.

use std::path::Path;
use std::process::Command;

/// What the scripts exit with where no parser is installed.
const NO_PARSER: i32 = 77;

/// `COPYDESK_PYTHON` names a Python that has feedparser, `NODE_MODULES` a folder that has feedsmith, where
/// the usual ones have not.
#[test]
fn other_parsers_read_what_was_said() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let python = std::env::var("COPYDESK_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    for (program, script) in [(python.as_str(), ".ci/read_back"), ("node", ".ci/read_back.mjs")] {
        let read = Command::new(program).arg(root.join(script)).arg(root.join("feeds")).output();
        // Nobody to ask is no answer.
        let Ok(read) = read else { continue };
        if read.status.code() == Some(NO_PARSER) {
            continue;
        }
        let said = [read.stdout, read.stderr].concat();
        assert!(read.status.success() && said.is_empty(), "{script}: {}", String::from_utf8(said).unwrap());
    }
}
