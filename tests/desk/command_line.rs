//! The command line tells of itself: help, pages of the manual, completions and man pages, which are
//! committed for packages and must be current.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn copydesk(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(arguments)
        .env_remove("COPYDESK_CONFIG")
        .output()
        .unwrap()
}

fn printed(arguments: &[&str]) -> String {
    let output = copydesk(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[cfg(feature = "serve")]
#[test]
fn completions_and_man_pages_are_current() {
    let remedy = "make it anew: for s in bash zsh fish; do copydesk completions $s --into contrib/completions; done; \
                  copydesk completions man --into contrib/man";
    let folder = tempfile::tempdir().unwrap();
    for (what, place) in
        [("bash", "completions"), ("zsh", "completions"), ("fish", "completions"), ("man", "man")]
    {
        printed(&["completions", what, "--into", folder.path().join(place).to_str().unwrap()]);
    }
    let contrib = Path::new(env!("CARGO_MANIFEST_DIR")).join("contrib");
    for place in ["completions", "man"] {
        let names = |folder: &Path| {
            let mut names: Vec<_> =
                fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
            names.sort();
            names
        };
        let (made, kept) = (folder.path().join(place), contrib.join(place));
        assert_eq!(names(&made), names(&kept), "{remedy}");
        for name in names(&made) {
            let same = fs::read(made.join(&name)).unwrap() == fs::read(kept.join(&name)).unwrap();
            assert!(same, "{place}/{} is not current; {remedy}", name.display());
        }
    }
}

#[test]
fn help_shows_commands_pages_and_the_nearest_topic() {
    for command in ["run", "check", "parse", "help"] {
        for arguments in [&["help", command][..], &[command, "--help"]] {
            let told = printed(arguments);
            for part in ["Examples:", "Exit codes:", "Manual: copydesk help "] {
                assert!(told.contains(part), "{arguments:?}: {told}");
            }
        }
    }
    assert!(printed(&["help"]).contains("article-records"));
    assert!(printed(&["help", "configuration"]).contains("[[sources]]"));
    let output = copydesk(&["help", "runing"]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("did you mean \"running\"?"), "{told}");
}
