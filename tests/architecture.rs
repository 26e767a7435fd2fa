//! Holds the rooms to their floors: no room imports from a floor above its own, and rooms on one
//! floor never import each other.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::fs;
use std::path::{Path, PathBuf};

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

#[test]
fn rooms_import_only_from_floors_below() {
    let mut wrong = Vec::new();
    for file in rust_files(Path::new("src")) {
        let Some((room, floor)) = place(&file) else { continue };
        let code = fs::read_to_string(&file).unwrap();
        // What comments and tests name is no import.
        let code = code.split("#[cfg(test)]").next().unwrap();
        let code: String =
            code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        for import in imports(&code) {
            let Some(other) = floor_of(&import) else { continue };
            if import != room && other >= floor {
                wrong.push(format!("{} imports crate::{import}", file.display()));
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

/// The room a file is in, and its floor.
fn place(file: &Path) -> Option<(String, usize)> {
    let room = file.strip_prefix("src").unwrap().components().next().unwrap();
    let room = room.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned();
    let floor = floor_of(&room)?;
    Some((room, floor))
}

fn floor_of(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// The rooms that a file names behind `crate::`, also in `use crate::{a, b::c}`.
fn imports(code: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for rest in code.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(list) => {
                let list = list.split(';').next().unwrap();
                let mut depth = 0;
                let mut name = String::new();
                for c in list.chars() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => rooms.push(std::mem::take(&mut name)),
                        c if depth == 0 => name.push(c),
                        _ => {}
                    }
                }
                rooms.push(name);
            }
            None => rooms.push(rest.to_owned()),
        }
    }
    let first = |path: &String| {
        path.trim().split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap().to_owned()
    };
    rooms.iter().map(first).collect()
}
