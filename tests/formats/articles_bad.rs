//! Bad article records: each gives a message with place and remedy, and costs the others nothing.

use std::fs;
use std::path::Path;

use copydesk::articles::{MAX_BYTES, Rule, Unreadable, load, ndjson, parse};
use copydesk::model::{Article, Status};

fn of(path: &str, text: &str, sidecar: Option<&str>) -> Vec<Result<Article, Unreadable>> {
    parse(path, text.as_bytes(), sidecar, None, &Rule::default(), &[])
}

fn refusal(path: &str, text: &str) -> String {
    of(path, text, None).into_iter().next().unwrap().unwrap_err().to_string()
}

fn all_under(folder: &Path, pattern: &str) -> Vec<Result<Article, Unreadable>> {
    load(folder, &[Rule { pattern: pattern.into(), ..Rule::default() }], &[])
}

#[test]
fn unknown_key_is_named_with_line_and_nearest_key() {
    let markdown = "---\ntitle: A\nemabrgo: 2099-01-01\n---\nText.\n";
    assert_eq!(refusal("a.md", markdown), "a.md:3: unknown key `emabrgo`; did you mean `embargo`?");
    let toml = "+++\ntitle = \"A\"\nsektion = \"tv\"\n+++\nText.\n";
    assert_eq!(refusal("a.md", toml), "a.md:3: unknown key `sektion`; did you mean `section`?");
    let json = "{\n  \"title\": \"A\",\n  \"publshed\": \"2016-08-17\"\n}";
    assert_eq!(refusal("a.json", json), "a.json:3: unknown key `publshed`; did you mean `published`?");
}

#[test]
fn a_sidecar_that_cannot_be_read_holds_its_article_back() {
    let result =
        of("dir/a.txt", "Headline\nA paragraph.", Some("published = \"2016-08-17\"\nstatus = \"gone\"\n"));
    let message = result[0].as_ref().unwrap_err().to_string();
    assert_eq!(message, "dir/a.toml:2: unknown status \"gone\"; write \"usable\" or \"withdrawn\"");
}

#[test]
fn dates_and_embargoes_of_our_own_that_make_no_sense_are_refused() {
    for (path, text) in [
        ("a.md", "---\ntitle: A\nembargo: next week\n---\nText."),
        ("a.json", r#"{"title": "A", "text": "T", "published": "31/02/2016"}"#),
        ("a.json", r#"{"headline": "A", "body_text": "T", "pubstatus": "usable", "embargoed": "never"}"#),
    ] {
        assert!(refusal(path, text).contains("no date"), "{text}");
    }
}

#[test]
fn a_date_of_a_foreign_vocabulary_that_nobody_reads_gives_way_to_the_next_best_and_is_told() {
    let day = "2016-08-17T00:00:00+00:00";
    let text = "A paragraph that is long enough to be the text of an article, and one more sentence.";
    for (path, record) in [
        ("a.json", r#"{"@type": "NewsArticle", "headline": "A", "datePublished": "soon", "dateCreated": "2016-08-17"}"#.to_owned()),
        ("a.json", r#"{"headline": "A", "body_text": "T", "firstcreated": "soon", "contentcreated": "2016-08-17"}"#.to_owned()),
        ("a.html", format!(r#"<title>A headline of a page</title><meta property="article:published_time" content="soon"><meta name="date" content="2016-08-17"><p>{text}</p>"#)),
    ] {
        let article = of(path, &record, None).remove(0).unwrap();
        assert_eq!(article.entry.published.map(|time| time.to_rfc3339()).as_deref(), Some(day), "{record}");
        assert!(article.repairs[0].contains("\"soon\""), "{:?}", article.repairs);
    }
}

#[test]
fn broken_syntax_is_shown_at_its_line() {
    assert!(refusal("a.json", "{\n\"title\": \"A\",\n}").starts_with("a.json:3: broken JSON"));
    assert!(refusal("a.md", "+++\ntitle = \"A\"\nx = = 2\n+++\nText").starts_with("a.md:3: broken TOML"));
    assert!(refusal("a.md", "---\ntitle: \"A\n---\nText").starts_with("a.md:"));
    assert!(refusal("a.md", "---\ntitle: A\n").contains("never ends"));
}

#[test]
fn one_bad_line_of_ndjson_costs_the_others_nothing() {
    let text =
        "{\"title\": \"One\", \"text\": \"First.\"}\nnonsense\n\n{\"title\": \"Two\"}\n{\"id\": 3}\n[1]\n";
    let results = ndjson(text.as_bytes(), &Rule::default(), &[]);
    let good: Vec<_> = results.iter().flatten().map(|article| article.key.as_str()).collect();
    assert_eq!(good, ["-#one", "-#two"]);
    let bad: Vec<_> = results.iter().filter_map(|result| result.as_ref().err()).map(|bad| bad.line).collect();
    assert_eq!(bad, [Some(2), Some(5), Some(6)]);
}

#[test]
fn records_without_article_say_so() {
    for (path, text, seen) in [
        ("a.txt", "Only a headline\n", "no paragraph"),
        ("a.html", "<title>A title</title><nav>No text at all, only a menu.</nav>", "without an article"),
        ("a.html", "<h1>Headline</h1>", "without an article"),
        ("a.xml", "<rss/>", "ends in .xml"),
        ("a.json", r#"{"@type": "Organization", "name": "X"}"#, "Organization"),
        ("a.json", r#"{"title": "A", "url": "javascript:alert(1)"}"#, "no http address"),
        ("a.md", "Text without a title", "no title"),
    ] {
        let message = refusal(path, text);
        assert!(message.contains(seen), "{message}");
    }
}

#[test]
fn folder_with_bad_files_gives_its_good_ones_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    fs::create_dir(folder.path().join("sub")).unwrap();
    write("z.md", b"# Last\n\nText.");
    write("a.txt", b"First\nA paragraph.");
    write("a.toml", b"published = 2016-08-17T18:20:00Z");
    write("sub/b.json", br#"{"title": "Second", "text": "x"}"#);
    write("picture.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF");
    write("alone.toml", b"published = 2016-08-17T18:20:00Z");
    write(".hidden.md", b"# Hidden");
    write("big.txt", &vec![b'a'; usize::try_from(MAX_BYTES).unwrap() + 1]);
    let results = all_under(folder.path(), "**/*");
    let paths: Vec<_> = results.iter().flatten().map(|article| article.path.as_str()).collect();
    assert_eq!(paths, ["a.txt", "sub/b.json", "z.md"]);
    let bad: Vec<_> =
        results.iter().filter_map(|result| result.as_ref().err()).map(|bad| bad.path.as_str()).collect();
    assert_eq!(bad, ["alone.toml", "big.txt", "picture.jpg"]);
}

#[test]
fn file_that_two_rules_match_is_read_once_and_a_missing_folder_is_named() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.md"), "# One\n\nText.").unwrap();
    let rule = |pattern: &str, section: &str| Rule {
        pattern: pattern.into(),
        section: Some(section.into()),
        ..Rule::default()
    };
    let absolute = folder.path().join("*.md").to_string_lossy().into_owned();
    let results =
        load(folder.path(), &[rule("*.md", "tv"), rule(&absolute, "film"), rule("none/*", "tv")], &[]);
    assert_eq!(results.len(), 2);
    assert_eq!(results[1].as_ref().unwrap().sections, ["tv"]);
    assert!(results[0].as_ref().unwrap_err().to_string().contains("none does not exist"));
}

#[test]
fn two_files_with_one_id_are_not_mixed_up_and_a_log_keeps_its_last_line() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("a.md", "---\nid: x\ntitle: A\n---\nText.");
    write("b.md", "---\nid: x\ntitle: B\n---\nText.");
    write(
        "c.ndjson",
        "{\"id\": \"y\", \"title\": \"Old\"}\n{\"id\": \"y\", \"title\": \"New\", \"status\": \"withdrawn\"}\n",
    );
    let results = all_under(folder.path(), "*");
    let titles: Vec<_> = results
        .iter()
        .flatten()
        .map(|article| article.entry.title.as_ref().unwrap().value.as_str())
        .collect();
    assert_eq!(titles, ["A", "New"]);
    assert_eq!(results.last().unwrap().as_ref().unwrap().status, Status::Withdrawn);
    assert!(results.iter().any(|result| result.as_ref().is_err_and(|bad| bad.seen.contains("that of a.md"))));
}

#[test]
#[cfg(unix)]
fn symlinks_are_followed_and_names_that_are_no_unicode_are_harmless() {
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.md"), "# One\n\nText.").unwrap();
    std::os::unix::fs::symlink(folder.path().join("a.md"), folder.path().join("b.md")).unwrap();
    std::os::unix::fs::symlink(folder.path(), folder.path().join("loop")).unwrap();
    fs::write(folder.path().join(std::ffi::OsStr::from_bytes(b"\xff.md")), "# Odd\n\nText.").unwrap();
    let results = all_under(folder.path(), "**/*");
    let paths: Vec<_> = results.iter().flatten().map(|article| article.path.as_str()).collect();
    assert!(paths.contains(&"a.md") && paths.contains(&"b.md"), "{paths:?}");
}
