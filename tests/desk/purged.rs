//! What is purged is gone from everything that copydesk keeps and publishes, and never comes back.

use std::fs;
use std::path::{Path, PathBuf};

use crate::quay;

use quay::{COAST, Desk, NEWS, source, tern};

const TITLES: [&str; 6] =
    ["Report on amber", "Letter from the coast", "A note on dredging", "On tolls", "On fog", "On ice"];

/// Every file that copydesk keeps or publishes in which one of these words stands, whatever their case.
fn holders(desk: &Desk, words: &[&str]) -> Vec<PathBuf> {
    fn walk(folder: &Path, all: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => walk(&path, all),
                false => all.push(path),
            }
        }
    }
    let mut all = Vec::new();
    walk(&desk.path(""), &mut all);
    // What others wrote: the feeds as they come, and the desk's own files.
    all.retain(|path| {
        path.parent() != Some(&desk.path("")) || path.extension().is_none_or(|end| end != "xml")
    });
    all.retain(|path| !path.starts_with(desk.path("own")));
    all.retain(|path| {
        let bytes = fs::read(path).unwrap().to_ascii_lowercase();
        words.iter().any(|word| bytes.windows(word.len()).any(|part| part == word.to_lowercase().as_bytes()))
    });
    all
}

fn said(desk: &Desk, hours: i64, code: i32, arguments: &[&str]) -> String {
    let output = desk.command(hours, arguments);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {output:?}");
    String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
}

fn forget_the_store(desk: &Desk) {
    for name in ["copydesk.db", "copydesk.db-wal", "copydesk.db-shm"] {
        let _ = fs::remove_file(desk.path(name));
    }
}

fn wires(rest: &str) -> Desk {
    let gull = source("Gull", "gull", "sections = [\"coast\"]");
    let desk = Desk::new(&format!("{rest}{}{gull}{NEWS}limit = 2\n{COAST}", tern("sections = [\"news\"]")));
    desk.wire("tern", &TITLES);
    desk
}

#[test]
fn purged_entry_is_nowhere_and_stays_away_from_a_lost_store_and_from_an_old_backup() {
    let desk = wires("[publish]\narchive_size = 2\n");
    desk.run(0, &[]);
    let words = ["letter from the coast"];
    assert!(holders(&desk, &words).iter().any(|path| path.to_string_lossy().contains("news/archive")));
    said(&desk, 1, 0, &["backup", desk.path("old.backup").to_str().unwrap()]);
    said(&desk, 1, 0, &["stories", "--withdraw", "https://tern.example/1"]);
    let known = desk.known("all");
    let address = "https://tern.example/1";
    let looked = said(&desk, 1, 0, &["purge", "--entry", address, "--dry-run"]);
    assert!(looked.contains("1 entry goes out") && looked.contains("Letter from the coast"), "{looked}");
    let asked = said(&desk, 1, 2, &["purge", "--entry", address]);
    assert!(asked.contains("nobody to ask; say --yes"), "{asked}");
    said(&desk, 1, 0, &["purge", "--entry", address, "--yes"]);
    let text = fs::read_to_string(desk.path("copydesk.toml")).unwrap();
    assert!(
        text.contains("[[purged]]") && !text.contains("[[withdrawals]]") && !text.contains(address),
        "{text}"
    );
    let backup = fs::read(desk.path("old.backup")).unwrap();
    fs::remove_file(desk.path("old.backup")).unwrap();
    assert_eq!(holders(&desk, &words), Vec::<PathBuf>::new());
    assert!(desk.feed("news").deleted.iter().any(|gone| gone.id == address));
    let after = desk.known("all");
    assert!(after.iter().all(|(title, one)| known[title] == *one) && after.len() >= known.len() - 1);
    // What the feed still has does not come in.
    assert_eq!(desk.run(2, &[]), "");
    assert!(said(&desk, 2, 1, &["why", address]).contains("no entry"));
    forget_the_store(&desk);
    desk.run(4, &[]);
    assert_eq!(holders(&desk, &words), Vec::<PathBuf>::new());
    forget_the_store(&desk);
    fs::write(desk.path("copydesk.db"), backup).unwrap();
    desk.run(6, &[]);
    said(&desk, 6, 0, &["vacuum"]);
    assert_eq!(holders(&desk, &words), Vec::<PathBuf>::new());
    // Once nobody is told of it any more, its id goes too.
    desk.run(40 * 24, &[]);
    desk.run(40 * 24 + 2, &[]);
    said(&desk, 40 * 24 + 2, 0, &["vacuum"]);
    assert_eq!(holders(&desk, &["tern.example/1"]), Vec::<PathBuf>::new());
}

/// Archives of a section that the configuration has no more stay, but not with what was purged.
#[test]
fn purged_entry_leaves_the_archives_of_former_sections_too() {
    let desk = wires("[publish]\narchive_size = 2\n");
    desk.run(0, &[]);
    said(&desk, 1, 0, &["section", "remove", "news"]);
    desk.run(2, &[]);
    assert!(desk.path("feeds/news/archive/0001.atom.xml").exists());
    said(&desk, 3, 0, &["purge", "--entry", "https://tern.example/0", "--yes"]);
    assert_eq!(holders(&desk, &["report on amber"]), Vec::<PathBuf>::new());
}

#[test]
fn purged_author_takes_the_texts_along_and_leaves_those_of_others() {
    let desk = wires("");
    let text = fs::read_to_string(desk.path("tern.xml")).unwrap();
    let by = |title: &str, name: &str, text: &str| {
        let head = format!("<title>{title}</title>");
        text.replace(&head, &format!("{head}<dc:creator>{name}</dc:creator>"))
    };
    let text =
        by("On fog", "Ann Ferry", &by("On ice", "Bob Pole, Ann Ferry", &by("On tolls", "Bob Pole", &text)));
    let text = text.replace("<rss ", "<rss xmlns:dc=\"http://purl.org/dc/elements/1.1/\" ");
    desk.put(
        "tern.xml",
        &text.replace("All about a note on dredging", "All about a note by Ann Ferry on dredging"),
    );
    desk.put("own/pier.md", "+++\ntitle = \"The pier\"\nauthor = \"Ann Ferry\"\npublished = 2026-11-25T08:00:00Z\n+++\n\nA wall fell.\n");
    desk.run(0, &[]);
    assert!(!holders(&desk, &["ann ferry"]).is_empty());
    let told = said(&desk, 1, 0, &["purge", "--author", "ann ferry", "--yes"]);
    for part in [
        "2 entries go out",
        "out of 1 other entry the name",
        "own/pier.md is the desk's own article: delete the file yourself",
        "1 entry has the name in the text",
        "https://tern.example/2",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert!(!desk.titles("all").iter().any(|title| title == "On fog" || title == "The pier"));
    assert!(desk.titles("all").contains(&"On ice".to_owned()));
    said(&desk, 1, 0, &["purge", "--entry", "https://tern.example/2", "--yes"]);
    assert_eq!(holders(&desk, &["ann ferry"]), Vec::<PathBuf>::new());
    let known = desk.known("all");
    assert_eq!(desk.run(2, &[]), "");
    assert_eq!(desk.known("all"), known);
    forget_the_store(&desk);
    desk.run(4, &[]);
    assert_eq!(holders(&desk, &["ann ferry"]), Vec::<PathBuf>::new());
    assert!(desk.titles("all").contains(&"On tolls".to_owned()));
}

#[test]
fn purged_source_leaves_nothing_and_is_refused_when_it_is_written_again() {
    let desk = wires("");
    desk.run(0, &[]);
    let before = fs::read_to_string(desk.path("copydesk.toml")).unwrap();
    assert!(said(&desk, 1, 2, &["purge", "--source", "Terns", "--yes"]).contains("did you mean \"Tern\"?"));
    let told = said(&desk, 1, 0, &["purge", "--source", "Tern", "--yes"]);
    assert!(told.contains("6 entries go out") && told.contains("the source leaves"), "{told}");
    // Ids of what was published stay in tombstones.
    assert_eq!(holders(&desk, &["dredging", "letter from", "name = \"tern\""]), Vec::<PathBuf>::new());
    assert_eq!(desk.run(2, &[]), "");
    assert!(!said(&desk, 2, 0, &["status"]).contains("not in the configuration any more"));
    let lines = fs::read_to_string(desk.path("copydesk.toml")).unwrap();
    let purged = &lines[lines.find("[[purged]]").unwrap()..];
    desk.put("copydesk.toml", &format!("{before}{purged}"));
    let refused = said(&desk, 3, 2, &["run"]);
    assert!(refused.contains("[[sources]] \"Tern\" was purged"), "{refused}");
}

#[test]
fn source_that_was_removed_before_can_still_be_purged() {
    let desk = wires("");
    desk.run(0, &[]);
    said(&desk, 1, 0, &["source", "remove", "Tern"]);
    desk.run(2, &[]);
    said(&desk, 3, 0, &["purge", "--source", "Tern", "--yes"]);
    assert!(!said(&desk, 4, 0, &["status"]).contains("not in the configuration any more"));
    said(&desk, 4, 0, &["vacuum"]);
    assert_eq!(holders(&desk, &["dredging"]), Vec::<PathBuf>::new());
}

#[test]
fn of_two_entries_at_one_address_one_is_named() {
    let desk = wires("");
    let item = |guid: &str, title: &str| {
        format!(
            "<rss version=\"2.0\"><channel><title>x</title><link>https://x.example/</link><description>d</description>\
             <item><title>{title}</title><link>https://both.example/1</link><guid isPermaLink=\"false\">{guid}</guid>\
             <description>On {title}.</description></item></channel></rss>"
        )
    };
    desk.put("tern.xml", &item("t1", "Amber is found"));
    desk.put("gull.xml", &item("g1", "Trams stand still"));
    desk.run(0, &[]);
    let told = said(&desk, 1, 2, &["purge", "--entry", "https://both.example/1", "--yes"]);
    let line = told.lines().find(|line| line.contains("Tern: Amber is found")).unwrap();
    let id = line.split_whitespace().next().unwrap().to_owned();
    said(&desk, 1, 0, &["purge", "--entry", &id, "--yes"]);
    desk.run(2, &[]);
    assert_eq!(desk.titles("all"), ["Trams stand still"]);
}

/// Entries that lead to the front page of their site have nothing else in common.
#[test]
fn purged_entry_without_a_page_of_its_own_takes_no_later_one_along() {
    let desk = wires("");
    let text = fs::read_to_string(desk.path("tern.xml")).unwrap();
    let all = |text: &str| {
        (0..9).fold(text.to_owned(), |text, nth| {
            text.replace(
                &format!("<link>https://tern.example/{nth}</link>"),
                "<link>https://tern.example/</link>",
            )
        })
    };
    let first = &text[..text.find("<item><title>Letter").unwrap()];
    desk.put("tern.xml", &all(&format!("{first}</channel></rss>")));
    desk.run(0, &[]);
    said(&desk, 1, 0, &["purge", "--entry", "https://tern.example/0", "--yes"]);
    desk.put("tern.xml", &all(&text));
    desk.run(2, &[]);
    let titles = desk.titles("all");
    assert!(
        titles.contains(&"On ice".to_owned()) && !titles.contains(&"Report on amber".to_owned()),
        "{titles:?}"
    );
}

/// What was ordered is done, also where nobody reads what is said of it to the end.
#[test]
fn closed_pipe_stops_no_purge() {
    use std::process::{Command, Stdio};

    let desk = wires("");
    desk.run(0, &[]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .arg("--config")
        .arg(desk.path("copydesk.toml"))
        .args(["purge", "--source", "Tern", "--yes"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    child.wait().unwrap();
    assert_eq!(holders(&desk, &["dredging"]), Vec::<PathBuf>::new());
}

#[test]
fn files_of_our_own_are_named_with_what_a_person_must_do() {
    let desk = wires("");
    fs::create_dir_all(desk.path("own")).unwrap();
    desk.put(
        "own/alone.md",
        "---\ntitle: A walk along the pier\nauthor: Ada Quill\ndate: 2026-03-01\n---\nThe pier is long.\n",
    );
    desk.put(
        "own/both.md",
        "---\ntitle: The tolls of the strait\nauthors: [Ada Quill, Bo Tarn]\ndate: 2026-03-01\n---\nThe tolls are high, and the strait is narrow.\n",
    );
    desk.put("own/text.md", "---\ntitle: Fog over the bay\nauthor: Bo Tarn\ndate: 2026-03-01\n---\nIt was Ada Quill who saw the fog first.\n");
    desk.command(0, &["run"]);
    let told = said(&desk, 1, 0, &["purge", "--author", "Ada Quill", "--dry-run"]);
    for line in [
        "own/alone.md is the desk's own article: delete the file yourself",
        "own/both.md has the name: take it out of the file yourself",
        "own/text.md has the name in its text: take it out of the file yourself",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
}
