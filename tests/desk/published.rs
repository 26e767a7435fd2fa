//! Everything a run publishes, in the eyes of the validator and of `xmllint`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::DateTime;
use copydesk::validate;

/// Later than every date in the real feeds.
const NOW: i64 = 1_790_000_000;

/// Warnings that honesty asks for; there is no clean way to say the same.
const CLOSED_LIST: [&str; 5] = [
    "unknown-namespace",          // RFC 6721 tombstones
    "non-canonical-uri",          // a foreign id, kept as it came
    "scheme-not-iana-registered", // the same
    "duplicate-updated",          // the origins say so
    "character-data",             // a title that speaks of markup
];

fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(documents(&path));
        } else if path
            .extension()
            .is_some_and(|end| ["xml", "json", "opml"].iter().any(|known| end == *known))
        {
            all.push(path);
        }
    }
    all.sort();
    all
}

/// What the validator has against them, and is not in the closed list.
fn findings(documents: &[PathBuf]) -> Vec<String> {
    let now = DateTime::from_timestamp(NOW, 0).unwrap();
    let mut all = Vec::new();
    for path in documents {
        let report = validate::document(&fs::read(path).unwrap(), now);
        let unlisted = report.findings.iter().filter(|finding| !CLOSED_LIST.contains(&finding.code));
        all.extend(unlisted.map(|f| format!("{}:{}: {} {}", path.display(), f.line, f.code, f.message)));
    }
    all
}

fn assert_well_formed(documents: &[PathBuf]) {
    let xml = documents.iter().filter(|path| path.extension().is_some_and(|end| end != "json"));
    let Ok(output) = Command::new("xmllint").arg("--noout").args(xml).output() else { return };
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn example_desk_publishes_nothing_a_validator_minds() {
    let published = documents(&Path::new(env!("CARGO_MANIFEST_DIR")).join("feeds"));
    assert!(published.len() >= 10);
    assert_eq!(findings(&published), Vec::<String>::new());
    assert_well_formed(&published);
}

#[test]
fn real_feeds_are_published_without_a_finding() {
    let real = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real-feeds");
    // They belong to others and lie beside the project, where they lie at all.
    let Ok(entries) = fs::read_dir(&real) else { return };
    let mut feeds: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    feeds.retain(|path| path.extension().is_some_and(|end| end == "xml" || end == "json"));
    feeds.sort();
    assert!(!feeds.is_empty());
    let folder = tempfile::tempdir().unwrap();
    let mut desk = String::from(
        "[site]\ntitle = \"Desk\"\nhome = \"https://desk.example/\"\nbase_url = \"https://desk.example/feeds/\"\n",
    );
    for section in 0..3 {
        desk += &format!("[[sections]]\nslug = \"s{section}\"\ntitle = \"Section {section}\"\nlimit = 60\n");
    }
    for (number, feed) in feeds.iter().enumerate() {
        let (feed, rights) =
            (feed.canonicalize().unwrap(), ["full", "summary", "full", "headline"][number % 4]);
        desk += &format!(
            "[[sources]]\nname = \"Source {number}\"\nfeed = \"{}\"\nurl = \"https://s{number}.example/feed\"\n\
             rights = \"{rights}\"\nsections = [\"s{}\"]\nallow_locked = true\n",
            feed.display(),
            number % 3
        );
    }
    fs::write(folder.path().join("copydesk.toml"), desk).unwrap();
    let mut run = Command::new(env!("CARGO_BIN_EXE_copydesk"));
    run.arg("--config").arg(folder.path().join("copydesk.toml")).arg("run");
    let output = run.env("SOURCE_DATE_EPOCH", NOW.to_string()).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let published = documents(&folder.path().join("feeds"));
    assert_eq!(findings(&published), Vec::<String>::new());
    assert_well_formed(&published);
}
