//! A desk is rearranged by command: `copydesk source`, `section` and `purge` change the configuration,
//! and what is stored follows.

use std::fs;

use crate::quay;

use quay::{COAST, Desk, NEWS, source, tern};

/// What a command says on success.
fn told(desk: &Desk, hours: i64, arguments: &[&str]) -> String {
    let output = desk.command(hours, arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// What a command says that is refused.
fn refused(desk: &Desk, arguments: &[&str]) -> String {
    let output = desk.command(1, arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {output:?}");
    String::from_utf8(output.stderr).unwrap()
}

fn configuration(desk: &Desk) -> String {
    fs::read_to_string(desk.path("copydesk.toml")).unwrap()
}

fn two() -> String {
    let gull = source("Gull", "gull", "sections = [\"news\"] # both\n");
    format!("# the wires\n\n# about Tern\n{}\n# about Gull\n{gull}{NEWS}", tern("sections = [\"news\"]"))
}

#[test]
fn renamed_source_keeps_everything_and_is_credited_by_either_name() {
    let desk = Desk::new(&two());
    desk.put(
        "own/pier.md",
        "+++\ntitle = \"The pier\"\npublished = 2026-11-25T08:00:00Z\n+++\n\nA wall fell.\n\nSource: Tern\n",
    );
    desk.run(0, &[]);
    let known = desk.known("news");
    let said = told(&desk, 1, &["source", "rename", "tern", "Wing Post"]);
    assert!(said.contains("its key stays \"tern\""), "{said}");
    let text = configuration(&desk);
    for line in ["# about Tern", "name = \"Wing Post\"", "key = \"tern\"", "formerly = [\"Tern\"]", "# both"]
    {
        assert!(text.contains(line), "{line}: {text}");
    }
    assert_eq!(desk.run(2, &[]), "");
    assert_eq!(desk.known("news"), known);
    desk.put("own/wall.md", "+++\ntitle = \"The wall\"\n+++\n\nSnow came.\n\nSource: Tern\n");
    desk.run(4, &[]);
    let atom = fs::read_to_string(desk.path("feeds/news/atom.xml")).unwrap();
    assert_eq!(atom.matches("Source: Wing Post.").count(), 2, "{atom}");
    assert!(!atom.contains("<title>Tern</title>"));
    // A second name, and back to the first.
    told(&desk, 5, &["source", "rename", "Wing Post", "Wing"]);
    assert!(configuration(&desk).contains("formerly = [\"Tern\", \"Wing Post\"]"));
    told(&desk, 5, &["source", "rename", "Wing", "Tern"]);
    assert!(
        configuration(&desk).contains("formerly = [\"Wing Post\", \"Wing\"]"),
        "{}",
        configuration(&desk)
    );
    assert!(refused(&desk, &["source", "rename", "Tern", "Gull"]).contains("another source is called"));
    assert!(refused(&desk, &["source", "rename", "Terns", "X"]).contains("did you mean \"Tern\"?"));
    // A lost store knows it by its key.
    for name in ["copydesk.db", "copydesk.db-wal", "copydesk.db-shm"] {
        let _ = fs::remove_file(desk.path(name));
    }
    desk.run(6, &[]);
    let ids = |known: &std::collections::BTreeMap<String, (String, i64)>| {
        known.iter().map(|(title, (id, _))| (title.clone(), id.clone())).collect::<Vec<_>>()
    };
    let now = desk.known("news");
    assert!(ids(&known).iter().all(|one| ids(&now).contains(one)));
}

/// An article's file is renamed, and then the database is lost: what is published knows its id. Another
/// article that takes the old name has one of its own.
#[test]
fn article_with_another_file_name_keeps_its_id_over_a_lost_database() {
    let desk = Desk::new(&two());
    let text = |title: &str, hour: u32, more: &str| {
        format!(
            "+++\ntitle = \"{title}\"\npublished = 2026-11-25T0{hour}:00:00Z\n+++\n\nA wall fell in {title}.{more}\n"
        )
    };
    for (name, title, hour) in [("pier", "The pier", 8), ("mole", "The mole", 7), ("dock", "The dock", 6)] {
        desk.put(&format!("own/{name}.md"), &text(title, hour, ""));
    }
    desk.run(0, &[]);
    for (old, new) in [("pier", "quay"), ("mole", "wharf")] {
        fs::rename(desk.path(&format!("own/{old}.md")), desk.path(&format!("own/{new}.md"))).unwrap();
    }
    desk.run(1, &[]);
    let known = desk.known("news");
    assert_eq!(known.len(), 8, "{known:?}");
    for _ in 0..2 {
        for name in ["copydesk.db", "copydesk.db-wal", "copydesk.db-shm"] {
            let _ = fs::remove_file(desk.path(name));
        }
        desk.run(2, &[]);
        assert_eq!(desk.known("news"), known);
        desk.run(3, &[]);
        assert_eq!(desk.known("news"), known);
    }
    // Corrected as well, and another has an old name.
    desk.put("own/quay.md", &text("The pier", 8, " Nobody was hurt."));
    desk.put("own/mole.md", &text("The ferry", 9, ""));
    for name in ["copydesk.db", "copydesk.db-wal", "copydesk.db-shm"] {
        let _ = fs::remove_file(desk.path(name));
    }
    desk.run(4, &[]);
    let now = desk.known("news");
    for (title, (id, _)) in &known {
        assert_eq!(now[title].0, *id, "{title}");
    }
    assert!(known.values().all(|(id, _)| *id != now["The ferry"].0), "{now:?}");
}

#[test]
fn renamed_by_hand_and_then_by_command_is_still_the_same() {
    let desk = Desk::new(&two());
    desk.run(0, &[]);
    let known = desk.known("news");
    desk.put("copydesk.toml", &configuration(&desk).replace("name = \"Tern\"", "name = \"Wing\""));
    assert!(desk.run(2, &[]).contains("write key = \"tern\""));
    told(&desk, 3, &["source", "rename", "Wing", "Wing Post"]);
    assert!(configuration(&desk).contains("key = \"tern\""));
    assert_eq!(desk.run(4, &[]), "");
    assert_eq!(desk.known("news"), known);
}

#[test]
fn source_that_moves_keeps_its_entries_and_is_asked_afresh() {
    let desk = Desk::new(&two());
    desk.run(0, &[]);
    let known = desk.known("news");
    fs::rename(desk.path("tern.xml"), desk.path("wing.xml")).unwrap();
    let said = told(&desk, 1, &["source", "move", "Tern", "wing.xml"]);
    assert!(said.contains("its key \"tern\""), "{said}");
    assert_eq!(desk.run(2, &[]), "");
    assert_eq!(desk.known("news"), known);
    assert!(refused(&desk, &["source", "move", "Tern", "gull.xml"]).contains("asked at gull.xml already"));
    assert!(refused(&desk, &["source", "move", "Tern", "ftp://tern.example/"]).contains("ftp"));
    let said = told(&desk, 3, &["source", "move", "Tern", "https://me:pw@wing.example/feed"]);
    assert!(said.contains("https://wing.example/feed") && !said.contains("pw"), "{said}");
    assert!(configuration(&desk).contains("login = \"me:pw\""));
    let said = told(&desk, 3, &["source", "move", "Tern", "https://other.example/feed"]);
    assert!(said.contains("is sent there too"), "{said}");
}

#[test]
fn paused_source_is_not_asked_and_what_it_gave_stays() {
    let desk = Desk::new(&two());
    desk.run(0, &[]);
    let known = desk.known("news");
    told(&desk, 1, &["source", "pause", "TERN"]);
    desk.wire("tern", &["Another thing"]);
    assert_eq!(desk.run(2, &[]), "");
    assert_eq!(desk.known("news"), known);
    assert!(told(&desk, 2, &["source", "pause", "tern"]).contains("paused already"));
    assert!(told(&desk, 2, &["status"]).contains("paused"));
    assert!(refused(&desk, &["run", "--source", "Tern"]).contains("copydesk source resume"));
    told(&desk, 3, &["source", "resume", "Tern"]);
    assert!(!configuration(&desk).contains("paused"));
    desk.run(4, &[]);
    assert!(desk.titles("news").contains(&"Another thing".to_owned()));
}

#[test]
fn removed_source_leaves_with_its_comment_and_is_told_once() {
    let desk = Desk::new(&two());
    desk.run(0, &[]);
    let known = desk.known("news");
    let before = configuration(&desk);
    let said = told(&desk, 1, &["source", "remove", "Tern"]);
    assert!(said.contains("3 entries leave") && said.contains("copydesk purge --source tern"), "{said}");
    let text = configuration(&desk);
    assert!(
        text.contains("# the wires") && text.contains("# about Gull") && text.contains("# both"),
        "{text}"
    );
    assert!(!text.contains("Tern"), "{text}");
    assert!(desk.run(2, &[]).contains("the source \"Tern\" is not in the configuration any more"));
    assert_eq!((desk.run(4, &[]), desk.titles("news").len()), (String::new(), 2));
    desk.put("copydesk.toml", &before);
    desk.run(6, &[]);
    assert_eq!(desk.known("news"), known);
}

#[test]
fn source_is_shown_to_people_and_programs_also_before_the_first_run() {
    let desk = Desk::new(&two());
    assert!(told(&desk, 0, &["source", "show", "Tern"]).contains("never asked"));
    assert!(!desk.path("copydesk.db").exists());
    desk.run(0, &[]);
    let said = told(&desk, 1, &["source", "show", "Tern"]);
    for part in ["key       tern", "sections  news", "3 entries", "news 3", "all 3"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let document: serde_json::Value =
        serde_json::from_str(&told(&desk, 1, &["-q", "source", "show", "--json", "tern"])).unwrap();
    assert_eq!((&document["stored"], &document["fronts"]["news"]), (&3.into(), &3.into()));
}

#[test]
fn of_two_sources_of_one_name_each_can_be_named() {
    let again = source("Tern", "gull", "key = \"tern-2\"\nsections = [\"news\"]");
    let desk = Desk::new(&format!("{}{again}{NEWS}", tern("sections = [\"news\"]")));
    let said = refused(&desk, &["source", "pause", "Tern"]);
    assert!(said.contains("\n  tern  \"Tern\"") && said.contains("\n  tern-2  \"Tern\""), "{said}");
    told(&desk, 1, &["source", "rename", "tern-2", "Gull"]);
    told(&desk, 1, &["source", "pause", "Tern"]);
}

#[test]
fn source_of_a_followed_list_is_changed_as_the_message_says() {
    let desk =
        Desk::new(&format!("[[lists]]\nname = \"Roll\"\nurl = \"roll.opml\"\nsections = [\"news\"]\n{NEWS}"));
    desk.put(
        "roll.opml",
        "<opml version=\"2.0\"><head><title>r</title></head><body><outline type=\"rss\" text=\"Far\" xmlUrl=\"http://127.0.0.1:9/feed\"/></body></opml>",
    );
    desk.command(0, &["run"]);
    let said = refused(&desk, &["source", "pause", "Far"]);
    assert!(said.contains("the followed list \"Roll\"") && said.contains("key = \"roll/"), "{said}");
    let key = said.split("key = \"").nth(1).unwrap().split('"').next().unwrap();
    assert!(told(&desk, 1, &["source", "show", "Far"]).contains(key));
    let own = format!("[[sources]]\nname = \"Far\"\nkey = \"{key}\"\nfeed = \"http://127.0.0.1:9/feed\"\n");
    desk.put("copydesk.toml", &format!("{}{own}", configuration(&desk)));
    told(&desk, 1, &["source", "pause", "Far"]);
}

/// Everything that a validator finds wrong in what is published.
fn faults(desk: &Desk, folder: &str) -> String {
    let mut paths: Vec<String> = Vec::new();
    for name in ["rss.xml", "atom.xml", "feed.json"] {
        paths.push(desk.path(&format!("feeds/{folder}/{name}")).display().to_string());
    }
    let arguments: Vec<&str> = ["validate"].into_iter().chain(paths.iter().map(String::as_str)).collect();
    let output = desk.command(1, &arguments);
    match output.status.code() {
        Some(0) => String::new(),
        _ => format!("{output:?}"),
    }
}

fn read(desk: &Desk, name: &str) -> String {
    fs::read_to_string(desk.path(name)).unwrap()
}

#[test]
fn renamed_section_keeps_its_stories_and_the_old_addresses_lead_on_for_as_long_as_told() {
    let filter = "# of the section\n[publish]\narchive_size = 2\n";
    let desk = Desk::new(&format!(
        "{filter}{}{NEWS}limit = 2\n{COAST}",
        tern("sections = [\"coast\", \"news\"] # two")
    ));
    let titles =
        ["Report on amber", "Letter from the coast", "A note on dredging", "On tolls", "On fog", "On ice"];
    desk.wire("tern", &titles);
    desk.put("own/pier.md", "+++\ntitle = \"The pier\"\nsection = \"news\"\npublished = 2026-11-25T08:00:00Z\n+++\n\nA wall fell.\n");
    desk.run(0, &[]);
    let (known, all) = (desk.known("news"), desk.known("all"));
    assert!(desk.path("feeds/news/archive/0001.atom.xml").exists());
    let said = told(&desk, 1, &["section", "rename", "news", "notices", "--days", "30"]);
    assert!(said.contains("[[sources]] \"Tern\"") && said.contains("[[articles]] \"own/**/*\""), "{said}");
    let text = configuration(&desk);
    for part in [
        "slug = \"notices\"",
        "formerly = [\"news\"]",
        "redirect_until = 2026-12-24",
        "[\"coast\", \"notices\"] # two",
        "section = \"notices\"",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let said = desk.run(2, &[]);
    assert!(said.contains("the section \"news\" is called \"notices\" now"), "{said}");
    assert_eq!((desk.known("notices"), desk.known("all")), (known.clone(), all));
    assert!(desk.path("feeds/notices/archive/0001.atom.xml").exists());
    assert!(!desk.path("feeds/news/archive/0001.atom.xml").exists());
    // The old address answers, names its successor, and goes on.
    assert_eq!(desk.known("news"), known);
    assert_eq!((faults(&desk, "news"), faults(&desk, "notices")), (String::new(), String::new()));
    for name in ["rss.xml", "atom.xml", "feed.json"] {
        let old = read(&desk, &format!("feeds/news/{name}"));
        assert!(old.contains(&format!("https://desk.example/feeds/notices/{name}")), "{old}");
        assert!(!old.contains("new-feed-url"));
    }
    assert!(read(&desk, "feeds/notices/atom.xml").contains("<id>https://desk.example/feeds/news/</id>"));
    let page = read(&desk, "feeds/news/index.html");
    assert!(page.contains("content=\"0; url=../notices/\"") && page.contains("rel=\"canonical\""), "{page}");
    let documents = || {
        let names = ["rss.xml", "atom.xml", "feed.json", "index.html"];
        names.map(|name| read(&desk, &format!("feeds/news/{name}")))
    };
    let before = documents();
    assert_eq!(desk.run(4, &[]), "");
    assert_eq!(documents(), before);
    desk.wire("tern", &[&titles[..], &["Tide tables"]].concat());
    assert_eq!(desk.run(6, &[]), "");
    assert!(desk.titles("news").contains(&"Tide tables".to_owned()));
    // Names of before are known, and nobody else's.
    assert!(refused(&desk, &["section", "remove", "news"]).contains("it is called \"notices\" now"));
    assert!(
        refused(&desk, &["section", "rename", "coast", "news"])
            .contains("former name of the section \"notices\"")
    );
    assert!(refused(&desk, &["section", "rename", "coast", "Nö Such"]).contains("can be no slug"));
    // The day after the last.
    let said = desk.run(30 * 24, &[]);
    assert!(said.contains("its redirect is over"), "{said}");
    for name in ["rss.xml", "atom.xml", "feed.json", "index.html"] {
        assert!(!desk.path(&format!("feeds/news/{name}")).exists());
    }
    assert_eq!(desk.run(30 * 24 + 2, &[]), "");
    assert!(desk.path("feeds/notices/rss.xml").exists());
}

#[test]
fn section_gets_another_name_twice_and_its_first_one_back() {
    let desk = Desk::new(&format!("{}{NEWS}", tern("sections = [\"news\"]")));
    desk.run(0, &[]);
    let known = desk.known("news");
    for (hours, old, new, leading) in [
        (2, "news", "one", vec!["news"]),
        (4, "one", "two", vec!["news", "one"]),
        (6, "two", "news", vec!["one", "two"]),
    ] {
        told(&desk, hours, &["section", "rename", old, new]);
        let said = desk.run(hours, &[]);
        assert!(said.contains("is called") && !said.contains("not in the configuration"), "{said}");
        assert_eq!(desk.known(new), known, "{new}");
        for old in leading {
            assert_eq!(desk.known(old), known, "{old}");
            assert!(read(&desk, &format!("feeds/{old}/index.html")).contains(&format!("../{new}/")));
        }
        assert_eq!(desk.run(hours + 1, &[]), "");
    }
    assert!(read(&desk, "feeds/news/index.html").contains("Report on amber"));
}

#[test]
fn podcast_tells_directories_where_it_went_and_is_the_same_podcast() {
    let desk = Desk::new(&format!(
        "{}[[sections]]\nslug = \"listen\"\ntitle = \"Listen\"\npodcast = {{ category = \"News\", email = \"desk@desk.example\" }}\n",
        tern("sections = [\"listen\"]")
    ));
    let text = read(&desk, "tern.xml");
    desk.put(
        "tern.xml",
        &text.replace("</description></item>", "</description><enclosure url=\"https://tern.example/a.mp3\" type=\"audio/mpeg\" length=\"9\"/></item>"),
    );
    desk.run(0, &[]);
    let guid = |name: &str| {
        let text = read(&desk, name);
        text.split("<podcast:guid>").nth(1).unwrap().split('<').next().unwrap().to_owned()
    };
    let before = guid("feeds/listen/rss.xml");
    told(&desk, 1, &["section", "rename", "listen", "hear", "--until", "ever"]);
    desk.run(2, &[]);
    assert_eq!((guid("feeds/hear/rss.xml"), guid("feeds/listen/rss.xml")), (before.clone(), before));
    assert!(
        read(&desk, "feeds/listen/rss.xml")
            .contains("<itunes:new-feed-url>https://desk.example/feeds/hear/rss.xml</itunes:new-feed-url>")
    );
    assert!(!read(&desk, "feeds/hear/rss.xml").contains("new-feed-url"));
    assert_eq!(faults(&desk, "listen"), "");
    assert_eq!(desk.run(4, &[]), "");
}

#[test]
fn removed_section_is_named_nowhere_any_more() {
    let desk = Desk::new(&format!(
        "# about Tern\n{}{NEWS}# the last\n{COAST}",
        tern("sections = [\"news\", \"coast\"]")
    ));
    desk.run(0, &[]);
    let all = desk.known("all");
    let said = told(&desk, 1, &["section", "remove", "news"]);
    assert!(said.contains("[[sources]] \"Tern\""), "{said}");
    let text = configuration(&desk);
    assert!(
        text.contains("# the last") && text.contains("sections = [ \"coast\"]") && !text.contains("news"),
        "{text}"
    );
    assert!(desk.run(2, &[]).contains("the section \"news\" is not in the configuration any more"));
    assert!(!desk.path("feeds/news/rss.xml").exists());
    assert_eq!(desk.known("all"), all);
    assert!(refused(&desk, &["section", "remove", "cost"]).contains("did you mean \"coast\"?"));
    assert!(refused(&desk, &["section", "remove", "all"]).contains("made anyway"));
}

#[cfg(feature = "serve")]
#[test]
fn serve_leads_from_the_old_addresses_to_the_new_ones() {
    use std::io::{BufRead, BufReader, Read, Write};
    use std::net::TcpStream;
    use std::process::{Command, Stdio};

    let desk = Desk::new(&format!("{}{NEWS}", tern("sections = [\"news\"]")));
    desk.run(0, &[]);
    let mut serving = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .arg("--config")
        .arg(desk.path("copydesk.toml"))
        .args(["serve", "--listen", "127.0.0.1:0"])
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(serving.stderr.take().unwrap()).read_line(&mut line).unwrap();
    let host = line.split("http://").nth(1).unwrap().trim().trim_end_matches('/').to_owned();
    let get = |path: &str| {
        let mut stream = TcpStream::connect(&host).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        let _ = stream.read_to_string(&mut answer);
        answer
    };
    assert!(get("/news/rss.xml").starts_with("HTTP/1.1 200"));
    told(&desk, 1, &["section", "rename", "news", "notices", "--until", "ever"]);
    desk.run(2, &[]);
    let mut answer = String::new();
    for _ in 0..100 {
        answer = get("/news/rss.xml");
        if answer.starts_with("HTTP/1.1 308") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    let _ = serving.kill();
    let _ = serving.wait();
    assert!(
        answer.starts_with("HTTP/1.1 308") && answer.to_lowercase().contains("location: ../notices/rss.xml"),
        "{answer}"
    );
}

#[test]
fn status_lists_what_is_left_of_a_source_that_was_removed() {
    let desk = Desk::new(&two());
    desk.run(0, &[]);
    told(&desk, 1, &["source", "remove", "Tern"]);
    for hours in [1, 2] {
        let said = told(&desk, hours, &["status"]);
        assert!(
            said.contains("\"Tern\" is not in the configuration any more: 3 entries are stored"),
            "{said}"
        );
        assert!(said.contains("copydesk purge --source tern"), "{said}");
        let document: serde_json::Value =
            serde_json::from_str(&told(&desk, hours, &["status", "--json"])).unwrap();
        assert_eq!(
            (&document["left"][0]["key"], &document["left"][0]["stored"]),
            (&"tern".into(), &3.into())
        );
        desk.run(hours, &[]);
    }
}

/// The name of a variable has the key in it, which a new name does not change.
#[test]
fn secrets_from_the_environment_reach_a_renamed_source() {
    let desk = Desk::new(&two());
    let said = |name: &str| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_copydesk"))
            .arg("--config")
            .arg(desk.path("copydesk.toml"))
            .args(["source", "show", name])
            .env("COPYDESK_SOURCE_TERN_TOKEN", "t0ken")
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
    };
    assert!(!said("Tern").contains("means nothing"));
    told(&desk, 1, &["source", "rename", "Tern", "Wing Post"]);
    let shown = said("Wing Post");
    assert!(!shown.contains("means nothing") && !shown.contains("t0ken"), "{shown}");
    assert!(shown.contains("formerly  Tern"), "{shown}");
}

#[test]
fn section_renamed_by_hand_leads_on_once_the_line_says_so() {
    for (late, hours) in [(false, 2), (true, 4)] {
        let desk = Desk::new(&format!("{}{NEWS}", tern("sections = [\"news\"]")));
        desk.run(0, &[]);
        let known = desk.known("news");
        let renamed = configuration(&desk).replace("\"news\"", "\"notices\"");
        let with_line = renamed.replace("slug = \"notices\"", "slug = \"notices\"\nformerly = [\"news\"]");
        if late {
            desk.put("copydesk.toml", &renamed);
            let said = desk.run(2, &[]);
            assert!(said.contains("write formerly = [\"news\"] in its [[sections]]"), "{said}");
            assert!(!desk.path("feeds/news/rss.xml").exists());
        }
        desk.put("copydesk.toml", &with_line);
        let said = desk.run(hours, &[]);
        assert_eq!(said.contains("is called \"notices\" now"), !late, "{said}");
        assert_eq!((desk.known("news"), desk.known("notices")), (known.clone(), known));
        assert_eq!(desk.run(hours + 2, &[]), "");
        // The line is taken out again: nobody knows any more that it leads anywhere.
        desk.put("copydesk.toml", &renamed);
        assert!(desk.run(hours + 4, &[]).contains("its redirect is over"));
        assert!(!desk.path("feeds/news/rss.xml").exists());
    }
}
