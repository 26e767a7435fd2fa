//! The publish folder: whole documents, no needless writes, nothing outside.

use std::fs;
use std::path::Path;

use copydesk::publish::{Folder, Receipt};
use tempfile::TempDir;

fn folder() -> (TempDir, Folder) {
    let dir = tempfile::tempdir().unwrap();
    let folder = Folder::open(dir.path().join("feeds")).unwrap();
    (dir, folder)
}

fn names(path: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(path).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_document_is_written_once_and_then_unchanged() {
    let (_dir, folder) = folder();
    assert_eq!(folder.put("tv/rss.xml", b"<rss/>").unwrap(), Receipt::Written);
    let path = folder.path().join("tv/rss.xml");
    let old = filetime(&path);
    assert_eq!(folder.put("tv/rss.xml", b"<rss/>").unwrap(), Receipt::Unchanged);
    assert_eq!(filetime(&path), old);
    assert_eq!(folder.put("tv/rss.xml", b"<rsS/>").unwrap(), Receipt::Written);
    assert_eq!(fs::read(&path).unwrap(), b"<rsS/>");
    assert_eq!(names(&folder.path().join("tv")), ["rss.xml"]);
    folder.sync().unwrap();
}

fn filetime(path: &Path) -> (std::time::SystemTime, u64) {
    use std::os::unix::fs::MetadataExt;
    let metadata = fs::metadata(path).unwrap();
    (metadata.modified().unwrap(), metadata.ino())
}

#[test]
fn the_same_bytes_with_another_mtime_are_unchanged() {
    let (_dir, folder) = folder();
    folder.put("a.xml", b"x").unwrap();
    let path = folder.path().join("a.xml");
    fs::File::options().write(true).open(&path).unwrap().set_modified(std::time::UNIX_EPOCH).unwrap();
    assert_eq!(folder.put("a.xml", b"x").unwrap(), Receipt::Unchanged);
}

#[test]
fn nothing_is_written_outside() {
    let (dir, folder) = folder();
    for relative in
        ["../a.xml", "/a.xml", "tv/../../a.xml", "..", ".", "", "tv/", "./a.xml", "a\\b.xml", "a\0.xml"]
    {
        let error = folder.put(relative, b"x").unwrap_err();
        assert!(error.to_string().contains("[publish]"), "{error}");
    }
    assert_eq!(names(dir.path()), ["feeds"]);
    assert!(names(folder.path()).is_empty());
}

#[cfg(unix)]
#[test]
fn a_linked_folder_is_refused_and_a_linked_document_replaced() {
    let (dir, folder) = folder();
    let outside = dir.path().join("outside");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join("secret.xml"), b"old").unwrap();
    std::os::unix::fs::symlink(&outside, folder.path().join("tv")).unwrap();
    std::os::unix::fs::symlink(outside.join("secret.xml"), folder.path().join("film.xml")).unwrap();
    assert!(folder.put("tv/rss.xml", b"x").unwrap_err().to_string().contains("symbolic link"));
    assert!(folder.remove("tv/secret.xml").is_err());
    assert_eq!(folder.put("film.xml", b"new").unwrap(), Receipt::Written);
    assert_eq!(fs::read(outside.join("secret.xml")).unwrap(), b"old");
    assert_eq!(names(&outside), ["secret.xml"]);
    assert!(!folder.path().join("film.xml").is_symlink());
}

#[test]
fn a_folder_in_the_way_is_an_error_with_its_place() {
    let (_dir, folder) = folder();
    fs::create_dir(folder.path().join("rss.xml")).unwrap();
    let error = folder.put("rss.xml", b"x").unwrap_err();
    assert_eq!(error.place, folder.path().join("rss.xml"));
    assert!(error.to_string().contains("move away"), "{error}");
}

#[test]
fn what_a_killed_run_left_is_removed_and_nothing_else() {
    let (dir, folder) = folder();
    fs::create_dir(folder.path().join("tv")).unwrap();
    for name in [".copydesk-aBc123.tmp", "tv/.copydesk-x.tmp", "tv/.copydesk-notes", "mine.tmp"] {
        fs::write(folder.path().join(name), b"x").unwrap();
    }
    Folder::open(dir.path().join("feeds")).unwrap();
    assert_eq!(names(folder.path()), ["mine.tmp", "tv"]);
    assert_eq!(names(&folder.path().join("tv")), [".copydesk-notes"]);
}

#[test]
fn a_document_is_removed_once() {
    let (_dir, folder) = folder();
    folder.put("tv/rss.xml", b"x").unwrap();
    assert!(folder.remove("tv/rss.xml").unwrap());
    assert!(!folder.remove("tv/rss.xml").unwrap());
    assert!(!folder.remove("film/rss.xml").unwrap());
    assert_eq!(names(folder.path()), ["tv"]);
    assert!(names(&folder.path().join("tv")).is_empty());
}

#[cfg(unix)]
#[test]
fn documents_are_readable_for_the_web_server() {
    use std::os::unix::fs::PermissionsExt;
    let (dir, folder) = folder();
    folder.put("a.xml", b"x").unwrap();
    fs::write(dir.path().join("plain"), b"x").unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder.path().join("a.xml")), mode(&dir.path().join("plain")));
}

/// A file where the folder should be stands for every refusal of the system, also for root, whom
/// permissions do not stop.
#[test]
fn a_place_that_can_not_be_a_folder_is_an_error_with_place_and_remedy() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("file"), b"x").unwrap();
    let error = Folder::open(dir.path().join("file/feeds")).unwrap_err().to_string();
    assert!(error.contains("file/feeds") && error.contains(';'), "{error}");
}

#[test]
fn a_vanished_folder_is_an_error_that_costs_only_its_document() {
    let (dir, folder) = folder();
    folder.put("a.xml", b"x").unwrap();
    fs::remove_dir_all(dir.path().join("feeds")).unwrap();
    assert!(folder.put("b.xml", b"x").unwrap_err().to_string().contains("vanished"));
    fs::create_dir(dir.path().join("feeds")).unwrap();
    assert_eq!(folder.put("b.xml", b"x").unwrap(), Receipt::Written);
}

#[cfg(target_os = "linux")]
#[test]
fn the_old_document_outlives_a_write_that_fails() {
    let (_dir, folder) = folder();
    folder.put("a.xml", b"old").unwrap();
    // A file size limit makes the kernel refuse the write, as a full disk or a quota does.
    let outcome = std::process::Command::new("sh")
        .args([
            "-c",
            "trap '' XFSZ; ulimit -f 8; exec \"$0\" --exact publish::writes_too_much --ignored --nocapture",
        ])
        .arg(std::env::current_exe().unwrap())
        .env("COPYDESK_TEST_FOLDER", folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&outcome.stdout);
    assert!(outcome.status.success(), "{said}");
    assert!(said.contains("1 passed"), "{said}");
    assert_eq!(fs::read(folder.path().join("a.xml")).unwrap(), b"old");
    assert_eq!(names(folder.path()), ["a.xml"]);
}

/// Documents of one repeated letter, so that half of one is seen at once.
fn letters(letter: u8) -> Vec<u8> {
    vec![letter; 300_000]
}

#[test]
fn killed_at_any_instant_the_document_is_whole() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("tv/rss.xml");
    Folder::open(dir.path()).unwrap().put("tv/rss.xml", &letters(b'a')).unwrap();
    let mut last = b'a';
    for round in 0..15 {
        let mut child = this_test_binary("writes_without_end", dir.path()).spawn().unwrap();
        // Not the same instant twice.
        std::thread::sleep(std::time::Duration::from_millis(20 + 7 * round));
        child.kill().unwrap();
        child.wait().unwrap();
        let left = fs::read(&path).unwrap();
        assert!(left == letters(left[0]), "round {round}: torn at {} bytes", left.len());
        last = last.max(left[0]);
    }
    assert_ne!(last, b'a', "nothing was written before the kill");
    Folder::open(dir.path()).unwrap();
    assert_eq!(names(&dir.path().join("tv")), ["rss.xml"]);
}

#[test]
#[ignore = "run by killed_at_any_instant_the_document_is_whole, which kills it"]
fn writes_without_end() {
    let folder = Folder::open(std::env::var("COPYDESK_TEST_FOLDER").unwrap()).unwrap();
    for letter in (b'a'..=b'z').cycle() {
        folder.put("tv/rss.xml", &letters(letter)).unwrap();
    }
}

/// One of the ignored tests, as a process of its own.
fn this_test_binary(name: &str, folder: &Path) -> std::process::Command {
    let mut command = std::process::Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", &format!("publish::{name}"), "--ignored"])
        .env("COPYDESK_TEST_FOLDER", folder)
        .stdout(std::process::Stdio::null());
    command
}

#[test]
#[ignore = "run by the_old_document_outlives_a_write_that_fails, under a file size limit"]
fn writes_too_much() {
    let folder = Folder::open(std::env::var("COPYDESK_TEST_FOLDER").unwrap()).unwrap();
    let error = folder.put("a.xml", &vec![b'x'; 1 << 20]).unwrap_err();
    assert_eq!(error.place, folder.path().join("a.xml"));
}
