//! Holds the house to its rules: rooms import only from floors below, no two files import each other in a
//! circle, formats and libraries use no door, and what touches the world stands where it is looked for.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

#[path = "architecture/imports.rs"]
mod imports;
#[path = "architecture/tokens.rs"]
mod tokens;

use imports::Crate;

/// The floors from the ground up; rooms that stand together may not import each other, except
/// where a floor of its own shows that they may.
const FLOORS: &[&[&str]] = &[
    &["languages"],
    &["text"],
    &["model"],
    &["fetch", "store", "publish"],
    &["read", "articles", "write", "validate"],
    &["stories", "credits", "identity", "sections", "sources"],
    &["compose"],
    &["config"],
    &["pipeline", "serve"],
    &["desk"],
    &["cli"],
];

/// Each crate by the file that begins it.
const CRATES: &[&str] = &[
    "src/lib.rs",
    "crates/languages/src/lib.rs",
    "crates/model/src/lib.rs",
    "crates/read/src/lib.rs",
    "crates/validate/src/lib.rs",
];

/// Files that still stand in circles, by room. The numbers only ever get smaller.
const CIRCLES_LEFT: &[(&str, usize)] =
    &[("cli", 30), ("config", 9), ("pipeline", 21), ("stories", 2), ("store", 7), ("text", 2)];

/// Rooms of I/O.
const DOORS: &[&str] = &["fetch", "store", "publish"];

/// Rooms that see values only.
const PURE: &[&str] =
    &["articles", "write", "stories", "credits", "identity", "sections", "compose", "model", "text"];

/// What a library must not depend on: copydesk itself, the network, the database.
const HEAVY: &[&str] = &["copydesk", "reqwest", "hyper", "tokio", "rusqlite", "rustls", "ring"];

/// Rooms that may touch disk, network and clock: the doors, and who stands at one.
const IN_THE_WORLD: &[&str] = &["fetch", "store", "publish", "serve", "cli"];

/// Files elsewhere that do, and why.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("src/articles/files.rs", "finds and reads the desk's own records"),
    ("src/articles/walk.rs", "walks their folders"),
    ("src/config.rs", "reads copydesk.toml"),
    ("src/config/edit.rs", "changes copydesk.toml"),
    ("src/config/sources.rs", "reads a secret from the file that a setting names"),
    ("src/desk/account.rs", "looks up which archives a published feed names"),
    ("src/pipeline/hubs.rs", "tells how long hubs took"),
    ("src/pipeline/run.rs", "tells how long a run took"),
    ("src/pipeline/take_in/discover.rs", "reads a page that lies in a file, and keeps its own pauses"),
    ("crates/validate/src/picture.rs", "assert_valid_feed! asks the clock of the test that it stands in"),
];

#[test]
fn rooms_import_only_from_floors_below() {
    let mut wrong = Vec::new();
    for module in Crate::read(Path::new("src/lib.rs")).modules {
        let Some(room) = room_of(&module.file) else { continue };
        let Some(floor) = floor_of(&room) else { continue };
        for path in module.whole_paths().filter(|path| path[0] == "crate") {
            if let Some(other) = floor_of(&path[1])
                && path[1] != room
                && other >= floor
            {
                wrong.push(format!("{} imports crate::{}", module.file.display(), path[1]));
            }
        }
    }
    assert!(wrong.is_empty(), "against the floors:\n{}", wrong.join("\n"));
}

#[test]
fn every_room_has_a_floor() {
    let lib = fs::read_to_string("src/lib.rs").unwrap();
    let rooms =
        lib.lines().filter_map(|line| line.strip_prefix("pub mod ")).map(|line| line.trim_end_matches(';'));
    let homeless: Vec<&str> = rooms.filter(|room| floor_of(room).is_none()).collect();
    assert!(homeless.is_empty(), "add to FLOORS: {homeless:?}");
}

#[test]
fn every_file_says_what_it_promises() {
    let silent = |file: &PathBuf| !fs::read_to_string(file).unwrap().starts_with("//!");
    let all = rust_files(Path::new("src")).into_iter().chain(rust_files(Path::new("crates")));
    let files: Vec<PathBuf> = all.filter(silent).collect();
    assert!(files.is_empty(), "no `//!` at the top of {files:?}");
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    let mut told = String::new();
    for root in CRATES {
        let all = Crate::read(Path::new(root));
        for circle in all.circles() {
            let room = room_of(Path::new(&circle[0])).unwrap_or_else(|| (*root).to_owned());
            *found.entry(room).or_default() += circle.len();
            told.push_str(&format!(
                "a circle of {}:\n  {}\n",
                circle.len(),
                all.arrows_of(&circle).join("\n  ")
            ));
        }
    }
    let left: BTreeMap<String, usize> =
        CIRCLES_LEFT.iter().map(|(room, count)| ((*room).to_owned(), *count)).collect();
    let grown: Vec<_> =
        found.iter().filter(|(room, count)| left.get(*room).is_none_or(|left| *count > left)).collect();
    assert!(
        grown.is_empty(),
        "files import each other in a circle: {grown:?}. Move what both need to a file below both.\n{told}"
    );
    assert_eq!(found, left, "fewer files stand in circles: write the smaller numbers into CIRCLES_LEFT");
}

#[test]
fn what_is_pure_imports_no_door() {
    let mut wrong = BTreeSet::new();
    for module in Crate::read(Path::new("src/lib.rs")).modules {
        let is_pure = room_of(&module.file).is_some_and(|room| PURE.contains(&room.as_str()));
        let doors =
            module.whole_paths().filter(|path| path[0] == "crate" && DOORS.contains(&path[1].as_str()));
        wrong.extend(
            doors.filter(|_| is_pure).map(|path| format!("{}: {}", module.file.display(), path.join("::"))),
        );
    }
    for folder in fs::read_dir("crates").unwrap() {
        let manifest = folder.unwrap().path().join("Cargo.toml");
        let text = fs::read_to_string(&manifest).unwrap();
        let of =
            text.split("[dependencies]").nth(1).unwrap_or_default().split("\n[").next().unwrap_or_default();
        let names = of.lines().filter_map(|line| line.split([' ', '.', '=']).next());
        wrong.extend(
            names.filter(|name| HEAVY.contains(name)).map(|name| format!("{}: {name}", manifest.display())),
        );
    }
    assert!(wrong.is_empty(), "a door where only values belong:\n{wrong:#?}");
}

#[test]
fn disk_network_and_clock_are_asked_at_the_doors_alone() {
    let mut elsewhere: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for root in CRATES {
        for module in Crate::read(Path::new(root)).modules {
            let file = module.file.to_string_lossy().replace('\\', "/");
            if room_of(&module.file).is_some_and(|room| IN_THE_WORLD.contains(&room.as_str())) {
                continue;
            }
            for path in module.whole_paths().filter(|path| is_of_the_world(path)) {
                elsewhere.entry(file.clone()).or_default().insert(path.join("::"));
            }
        }
    }
    let excused: BTreeSet<&str> = EXCEPTIONS.iter().map(|(file, _)| *file).collect();
    let wrong: Vec<_> = elsewhere.iter().filter(|(file, _)| !excused.contains(file.as_str())).collect();
    assert!(wrong.is_empty(), "pass in what the world says; these ask it themselves:\n{wrong:#?}");
    let idle: Vec<_> = excused.iter().filter(|file| !elsewhere.contains_key(**file)).collect();
    assert!(idle.is_empty(), "these no longer do; take them out of EXCEPTIONS: {idle:?}");
}

/// Whether a path is one of disk, network or clock. An address alone is a value.
fn is_of_the_world(path: &[String]) -> bool {
    let words: Vec<&str> = path.iter().map(String::as_str).collect();
    let is_value = |word: &str| matches!(word, "IpAddr" | "Ipv4Addr" | "Ipv6Addr" | "SocketAddr");
    match words[..] {
        ["std", "fs", ..] => true,
        ["std", "net", name, ..] => !is_value(name),
        [.., "SystemTime" | "Instant" | "Utc" | "Local", "now"] => true,
        _ => false,
    }
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files
}

/// The room of copydesk that a file is in.
fn room_of(file: &Path) -> Option<String> {
    let room = file.strip_prefix("src").ok()?.components().next()?;
    Some(room.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned())
}

fn floor_of(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}
