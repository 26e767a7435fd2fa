//! A database of every version since the first is brought up to date and loses nothing: ids, dates,
//! stories and what keeps old entries from coming back. `fixtures/store/vN.sql` is what copydesk
//! wrote at version N for the small desk beside it.
//!
//! Who adds a migration adds the fixture of the new version:
//! `cargo test --test desk write_fixture -- --ignored`.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use copydesk::store::{self, Store};
use rusqlite::Connection;
use tempfile::TempDir;

/// The time at which the fixtures were written, and a time long after.
const NOW: &str = "1472000000";
const LATER: &str = "1475000000";
/// The last version whose fixture has guids of sources.
const WITH_GUIDS: u32 = 14;

/// The small desk, in a folder of its own.
fn desk() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["copydesk.toml", "wire.xml", "copy.xml"] {
        fs::copy(Path::new("fixtures/store").join(name), folder.path().join(name)).unwrap();
    }
    fs::create_dir(folder.path().join("own")).unwrap();
    fs::copy("fixtures/store/own/bridge.md", folder.path().join("own/bridge.md")).unwrap();
    folder
}

fn run(desk: &TempDir, now: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
    // Relative paths, so that a fixture names no folder of the machine it was written on.
    command.arg("run").current_dir(desk.path()).env("SOURCE_DATE_EPOCH", now);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stderr).unwrap()
}

fn published(desk: &TempDir) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    for folder in ["", "all", "news"] {
        for entry in fs::read_dir(desk.path().join("feeds").join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                all.insert(path.strip_prefix(desk.path()).unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    all
}

fn fixture(version: u32) -> PathBuf {
    PathBuf::from(format!("fixtures/store/v{version}.sql"))
}

/// A database as copydesk left it at a version.
fn old_database(version: u32, path: &Path) {
    let sql = fs::read_to_string(fixture(version)).unwrap();
    let connection = Connection::open(path).unwrap();
    connection.execute_batch(&sql).unwrap();
    assert_eq!(user_version(&connection), version);
}

fn user_version(connection: &Connection) -> u32 {
    connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
}

fn schema(connection: &Connection) -> Vec<(String, String)> {
    let mut query = connection
        .prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
        .unwrap();
    query.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
}

/// What must survive: everybody's identity, dates and story.
fn identities(connection: &Connection) -> Vec<String> {
    let sql = "SELECT json_array(source, id, guid, url, published, updated, first_seen, story) FROM entries ORDER BY 1";
    let mut query = connection.prepare(sql).unwrap();
    query.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// A document without what stands in `guid`.
fn without_guids(document: &[u8]) -> String {
    let text = String::from_utf8_lossy(document).into_owned();
    let mut pieces = text.split("<guid");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| text + piece.split_once("</guid>").map_or(piece, |(_, rest)| rest))
}

#[test]
fn every_version_has_its_fixture() {
    let missing: Vec<PathBuf> = (1..=store::VERSION).map(fixture).filter(|path| !path.exists()).collect();
    assert!(
        missing.is_empty(),
        "no {missing:?}: write it with `cargo test --test desk write_fixture -- --ignored`"
    );
}

#[test]
fn database_of_every_version_is_brought_up_to_date_and_publishes_the_same() {
    let fresh = desk();
    run(&fresh, NOW);
    let expected = published(&fresh);
    let newest = schema(&Connection::open(fresh.path().join("copydesk.db")).unwrap());
    for version in 1..=store::VERSION {
        let desk = desk();
        let path = desk.path().join("copydesk.db");
        old_database(version, &path);
        let before = identities(&Connection::open(&path).unwrap());
        assert_eq!(before.len(), 5);
        // The clock moved on, and nothing new came: what is published is what it was.
        assert_eq!(run(&desk, LATER), "", "version {version}");
        let connection = Connection::open(&path).unwrap();
        assert_eq!(user_version(&connection), store::VERSION);
        assert_eq!(schema(&connection), newest, "version {version}");
        assert_eq!(identities(&connection), before, "version {version}");
        let after = published(&desk);
        assert!(after.keys().eq(expected.keys()), "version {version}");
        for (path, bytes) in &expected {
            // Entries of before keep the guid that readers know; new ones have the tag of Atom.
            let (is, was) = (without_guids(&after[path]), without_guids(bytes));
            assert!(is == was, "version {version}: {} came out otherwise", path.display());
            let has_guids = version <= WITH_GUIDS && path.ends_with("rss.xml");
            assert!(!has_guids || after[path] != *bytes, "version {version}: a guid changed");
        }
    }
}

#[test]
fn database_of_a_newer_version_is_refused_and_not_a_byte_is_touched() {
    let desk = desk();
    run(&desk, NOW);
    let path = desk.path().join("copydesk.db");
    let connection = Connection::open(&path).unwrap();
    connection.pragma_update(None, "user_version", store::VERSION + 1).unwrap();
    connection.pragma_update(None, "journal_mode", "DELETE").unwrap();
    drop(connection);
    let before = fs::read(&path).unwrap();
    let message = Store::open(&path).unwrap_err().to_string();
    assert!(
        message.contains("use the newer copydesk") && message.contains("nothing was changed"),
        "{message}"
    );
    assert!(fs::read(&path).unwrap() == before);
    assert!(!desk.path().join("copydesk.db-wal").exists());
}

#[test]
#[ignore = "writes the fixture of the newest version into the repository"]
fn write_fixture() {
    let desk = desk();
    run(&desk, NOW);
    let connection = Connection::open(desk.path().join("copydesk.db")).unwrap();
    fs::write(fixture(store::VERSION), dump(&connection)).unwrap();
}

/// The statements that make a database again.
fn dump(connection: &Connection) -> String {
    let mut out = format!("PRAGMA user_version={};\nBEGIN;\n", user_version(connection));
    let schema = schema(connection);
    let is_table = |sql: &str| sql.starts_with("CREATE TABLE");
    for (name, sql) in schema.iter().filter(|(_, sql)| is_table(sql)) {
        writeln!(out, "{sql};").unwrap();
        rows(connection, name, &mut out);
    }
    for (_, sql) in schema.iter().filter(|(_, sql)| !is_table(sql)) {
        writeln!(out, "{sql};").unwrap();
    }
    out + "COMMIT;\n"
}

fn rows(connection: &Connection, table: &str, out: &mut String) {
    let mut columns = connection.prepare(&format!("SELECT name FROM pragma_table_info('{table}')")).unwrap();
    let columns: Vec<String> = columns.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let quoted = columns.iter().map(|column| format!("quote({column})")).collect::<Vec<_>>().join("||','||");
    let mut query = connection.prepare(&format!("SELECT {quoted} FROM {table} ORDER BY 1")).unwrap();
    let values = query.query_map([], |row| row.get::<_, String>(0)).unwrap();
    for value in values {
        writeln!(out, "INSERT INTO {table} VALUES({});", value.unwrap()).unwrap();
    }
}
