//! A section that is a podcast: episodes of others with what directories ask for, by other people's
//! parser and by the validator.

use std::fs;
use std::process::{Command, Output};

use copydesk::model::{APPLE, Category, Hints};
use copydesk::read;

const WIRE: &str = r#"<?xml version="1.0"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>
<title>Wire</title><link>https://wire.example/</link><description>News to hear</description>
<item><title>The ferry strike, told by its captains</title><link>https://wire.example/1</link><guid isPermaLink="false">wire-1</guid>
<pubDate>Sat, 28 Feb 2026 09:00:00 GMT</pubDate><description>Three captains on the longest week of the harbour.</description>
<enclosure url="https://media.wire.example/1.mp3" length="4711" type="audio/mpeg"/><itunes:duration>31:05</itunes:duration>
<itunes:explicit>true</itunes:explicit><itunes:image href="https://wire.example/1.jpg"/><podcast:person href="https://wire.example/ann">Ann Ferry</podcast:person>
<podcast:license url="https://creativecommons.org/licenses/by/4.0/">cc-by-4.0</podcast:license>
<podcast:transcript url="https://wire.example/1.vtt" type="text/vtt"/></item>
<item><title>Crane inspected after a fall</title><link>https://wire.example/2</link><guid isPermaLink="false">wire-2</guid>
<pubDate>Sat, 28 Feb 2026 08:00:00 GMT</pubDate><description>Nobody was hurt when the crane fell.</description></item>
</channel></rss>"#;

fn desk(podcast: &str) -> (tempfile::TempDir, Output) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("wire.xml"), WIRE).unwrap();
    let configuration = format!(
        "[site]\ntitle = \"Desk\"\nhome = \"https://desk.example/\"\nbase_url = \"https://desk.example/feeds/\"\n\
         logo = \"https://desk.example/logo.png\"\n\
         [[sources]]\nname = \"Wire\"\nfeed = \"wire.xml\"\nurl = \"https://wire.example/feed\"\nhome = \"https://wire.example/\"\n\
         sections = [\"news\", \"listen\"]\nrights = \"full\"\n\
         [[sections]]\nslug = \"news\"\ntitle = \"News\"\n\
         [[sections]]\nslug = \"listen\"\ntitle = \"Listen\"\npodcast = {podcast}\n"
    );
    fs::write(folder.path().join("copydesk.toml"), configuration).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
    let run = command.arg("run").current_dir(folder.path()).env("SOURCE_DATE_EPOCH", "1772366400").output();
    (folder, run.unwrap())
}

const PODCAST: &str = "{ category = \"News > Politics\", email = \"studio@desk.example\" }";

#[test]
fn directories_find_what_they_ask_for() {
    let (folder, run) = desk(PODCAST);
    assert!(run.status.success(), "{run:?}");
    let bytes = fs::read(folder.path().join("feeds/listen/rss.xml")).unwrap();
    let channel = rss::Channel::read_from(&bytes[..]).unwrap();
    let apple = channel.itunes_ext().unwrap();
    assert_eq!(apple.categories()[0].text(), "News");
    assert_eq!(apple.categories()[0].subcategory().unwrap().text(), "Politics");
    assert_eq!(apple.owner().unwrap().email(), Some("studio@desk.example"));
    assert_eq!(apple.owner().unwrap().name(), Some("Desk"));
    assert_eq!((apple.author(), apple.explicit()), (Some("Desk"), Some("false")));
    assert_eq!(apple.image(), Some("https://desk.example/logo.png"));
    // By another library (Python's uuid) from `desk.example/feeds/listen/rss.xml` in the namespace of podcasts.
    let guid = channel.extensions()["podcast"]["guid"][0].value().unwrap();
    assert_eq!(guid, "e4fa3d24-68e3-5580-8965-19e8be5b9e6c");

    let [item] = channel.items() else { panic!("{} items", channel.items().len()) };
    assert_eq!(item.title(), Some("The ferry strike, told by its captains"));
    let episode = item.itunes_ext().unwrap();
    assert_eq!((episode.duration(), episode.explicit()), (Some("1865"), Some("true")));
    assert_eq!(episode.image(), Some("https://wire.example/1.jpg"));
    let podcast = &item.extensions()["podcast"];
    assert_eq!(podcast["person"][0].value(), Some("Ann Ferry"));
    assert_eq!(podcast["person"][0].attrs()["href"], "https://wire.example/ann");
    assert_eq!(podcast["license"][0].value(), Some("cc-by-4.0"));
    assert_eq!(podcast["transcript"][0].attrs()["url"], "https://wire.example/1.vtt");
}

#[test]
fn what_is_no_podcast_says_nothing_of_it() {
    let (folder, _) = desk(PODCAST);
    for section in ["news", "all"] {
        let text = fs::read_to_string(folder.path().join(format!("feeds/{section}/rss.xml"))).unwrap();
        assert!(!text.contains("itunes:") && !text.contains("podcast:guid"), "{section}");
        assert_eq!(text.matches("<item>").count(), 2, "{section}");
    }
}

#[test]
fn validator_and_reader_agree_with_what_is_written() {
    let (folder, _) = desk(PODCAST);
    let at = |name: &str| folder.path().join("feeds/listen").join(name);
    for name in ["rss.xml", "atom.xml", "feed.json"] {
        let found = copydesk::validate::document(
            &fs::read(at(name)).unwrap(),
            chrono::DateTime::from_timestamp(1_772_366_400, 0).unwrap(),
        )
        .findings;
        assert!(found.is_empty(), "{name}: {found:?}");
    }
    let feed = |name| read::feed(&fs::read(at(name)).unwrap(), &Hints::default()).unwrap().feed;
    let (rss, atom) = (feed("rss.xml"), feed("atom.xml"));
    let apples = |term: &str| Category::new(term, Some(APPLE.to_owned()), None);
    assert_eq!(rss.categories, [apples("News"), apples("Politics")]);
    assert_eq!((&rss.categories, &rss.podcast_guid), (&atom.categories, &atom.podcast_guid));
    assert_eq!(rss.explicit, Some(false));
    assert_eq!(rss.entries[0].media[0].rating.as_deref(), Some("adult"));
    assert_eq!(rss.entries[0].authors, atom.entries[0].authors);
    let page = fs::read_to_string(at("index.html")).unwrap();
    assert!(page.contains("<audio controls preload=\"none\" src=\"https://media.wire.example/1.mp3\""));
}

#[test]
fn what_directories_would_refuse_is_refused_with_a_remedy() {
    let refused = [
        (
            "{ category = \"Gossip\", email = \"a@desk.example\" }",
            "is none of Apple's; known are Arts, Business",
        ),
        (
            "{ category = \"News > Golf\", email = \"a@desk.example\" }",
            "\"Golf\" is not within \"News\"; there are Business News",
        ),
        (
            "{ category = \"History > Rome\", email = \"a@desk.example\" }",
            "there is nothing within \"History\"",
        ),
        ("{ category = \"News\", email = \"desk\" }", "write the address that reaches the podcast's owner"),
        ("{ category = \"News\", email = \"a@desk.example\", guid = \"1\" }", "is no UUID"),
        ("{ category = \"News\" }", "email"),
    ];
    for (podcast, message) in refused {
        let (_, run) = desk(podcast);
        let said = String::from_utf8_lossy(&run.stderr).into_owned();
        assert!(!run.status.success() && said.contains(message), "{podcast}: {said}");
    }
}
