//! What a composed feed says, it says in every format; and whatever it says, it is well-formed.

mod facts;
use crate::sample;

use copydesk::model::{Also, Deleted, Detail, Entry, Feed, Link, Provenance, Text};
use copydesk::write::{self, Archive, Format, Frame};
use proptest::prelude::*;

use facts::{Facts, of_atom, of_json, of_model, of_rss};

fn written(format: Format, feed: &Feed) -> String {
    let site = sample::site();
    String::from_utf8(write::feed(format, feed, &sample::frame(&site)).unwrap()).unwrap()
}

fn json(feed: &Feed) -> serde_json::Value {
    serde_json::from_str(&written(Format::Json, feed)).unwrap()
}

fn one(entry: Entry) -> Feed {
    Feed { entries: vec![entry], ..sample::feed() }
}

#[test]
fn all_formats_tell_the_same_facts() {
    let feed = sample::feed();
    let told: Vec<Facts> = feed.entries.iter().map(of_model).collect();
    assert_eq!(of_rss(&written(Format::Rss, &feed)), told);
    assert_eq!(of_atom(&written(Format::Atom, &feed)), told);
    assert_eq!(of_json(&written(Format::Json, &feed)), told);
}

#[test]
fn conversions_into_the_crates_types_carry_the_feed() {
    let feed = Feed { self_link: Some("https://harbour.example/own.xml".into()), ..sample::feed() };
    let channel = copydesk::write::as_rss(&feed);
    assert_eq!((channel.title.as_str(), channel.items.len()), ("Town", 3));
    assert_eq!(channel.extensions["atom"]["link"][0].attrs["href"], "https://harbour.example/own.xml");
    let atom = copydesk::write::as_atom(&feed);
    assert_eq!((atom.id.as_str(), atom.entries.len()), ("tag:harbour.example,2026:town", 3));
    assert!(
        atom.links.iter().any(|link| link.rel == "self" && link.href == "https://harbour.example/own.xml")
    );
}

#[test]
fn a_note_without_a_headline_has_none_where_the_format_can_go_without() {
    let note = |text: Option<Text>| {
        let mut entry = Entry { title: Some(Text::plain("Soup for lunch\u{2026}")), ..sample::own() };
        (entry.untitled, entry.content, entry.summary) = (true, text, None);
        one(entry)
    };
    let feed = note(Some(Text::html("<p>Soup for lunch, then a walk.</p>")));
    assert!(json(&feed)["items"][0].get("title").is_none());
    for format in [Format::Rss, Format::Atom, Format::Html] {
        assert!(written(format, &feed).contains("Soup for lunch\u{2026}"), "{format:?}");
    }
    let found = copydesk::validate::document(written(Format::Json, &feed).as_bytes(), chrono::Utc::now());
    assert!(found.findings.is_empty(), "{:?}", found.findings);
    // What has no text either is known by a headline.
    assert_eq!(json(&note(None))["items"][0]["title"], "Soup for lunch\u{2026}");
}

#[test]
fn answers_are_counted_and_dated_where_they_are_linked() {
    let updated = sample::feed().updated;
    let target = copydesk::model::Target { updated, ..Default::default() };
    let replies = Link { target: target.into(), ..Link::new("replies", "https://harbour.example/1/talk") };
    let entry = Entry {
        id: Some("tag:harbour.example,2026:1".into()),
        title: Some(Text::plain("Ferry")),
        ..Entry::default()
    };
    let mut entry = Entry { link: Some("https://harbour.example/1".into()), updated, ..entry };
    (entry.links, entry.comment_count) = (vec![replies], Some(7));
    let atom = written(Format::Atom, &one(entry.clone()));
    assert!(atom.contains("thr:count=\"7\"") && atom.contains("thr:updated="), "{atom}");
    let read = copydesk::read::feed(atom.as_bytes(), &copydesk::model::Hints::default()).unwrap().feed;
    let back = &read.entries[0];
    assert_eq!(
        (back.links.iter().find(|link| link.rel == "replies").unwrap(), back.comment_count),
        (&entry.links[0], Some(7))
    );
    let found = copydesk::validate::document(atom.as_bytes(), chrono::Utc::now()).findings;
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn each_document_names_itself_its_siblings_and_the_hub() {
    let (rss, atom) = (written(Format::Rss, &sample::feed()), written(Format::Atom, &sample::feed()));
    let rss = rss::Channel::read_from(rss.as_bytes()).unwrap();
    let links: Vec<_> = rss.extensions["atom"]["link"]
        .iter()
        .map(|link| (link.attrs["rel"].as_str(), link.attrs["href"].as_str()))
        .collect();
    let base = "https://harbour.example/feeds/town";
    let at = |name: &str| format!("{base}/{name}");
    assert_eq!(links[0], ("self", at("rss.xml").as_str()));
    for (rel, href) in [
        ("alternate", at("index.html")),
        ("alternate", at("atom.xml")),
        ("alternate", at("feed.json")),
        ("hub", "https://hub.example/".into()),
    ] {
        assert!(links.contains(&(rel, href.as_str())), "{rel} {href}");
    }
    let atom = atom_syndication::Feed::read_from(atom.as_bytes()).unwrap();
    assert!(atom.links.iter().any(|link| link.rel == "self" && link.href == at("atom.xml")));
    assert_eq!(json(&sample::feed())["feed_url"], at("feed.json").as_str());
    assert_eq!(json(&sample::feed())["hubs"][0]["url"], "https://hub.example/");
}

#[test]
fn only_namespaces_in_use_are_declared() {
    let mut headline = sample::headline();
    headline.content = Some(Text::plain("Words."));
    let plain = one(headline);
    let root = |document: &str| document.lines().nth(2).unwrap().to_owned();
    assert_eq!(
        root(&written(Format::Rss, &plain)),
        "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\">"
    );
    assert_eq!(
        root(&written(Format::Atom, &plain)),
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">"
    );
}

#[test]
fn prefixes_in_use_are_declared() {
    for format in [Format::Rss, Format::Atom] {
        let document = written(format, &sample::feed());
        for element in document.split('<').skip(1).filter_map(|rest| rest.split([' ', '>', '/']).next()) {
            if let Some((prefix, _)) = element.split_once(':') {
                assert_eq!(document.matches(&format!("xmlns:{prefix}=")).count(), 1, "{prefix}");
            }
        }
    }
}

#[test]
fn declaration_and_stylesheet_come_first() {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?xml-stylesheet type=\"text/css\" href=\"../feed.css\"?>\n<";
    for format in [Format::Rss, Format::Atom] {
        let document = written(format, &sample::feed());
        assert!(document.starts_with(head), "{document}");
        assert_eq!(document.matches("<?xml ").count(), 1);
        assert!(document.ends_with(">\n"));
    }
}

#[test]
fn same_feed_gives_same_bytes() {
    for format in Format::ALL {
        assert_eq!(written(format, &sample::feed()), written(format, &sample::feed().clone()));
    }
}

#[test]
fn opaque_guid_stands_in_rss_and_the_id_elsewhere() {
    let rss = rss::Channel::read_from(written(Format::Rss, &sample::feed()).as_bytes()).unwrap();
    let guids: Vec<_> = rss.items.iter().map(|item| item.guid.clone().unwrap()).collect();
    assert_eq!(
        (guids[0].value.as_str(), guids[0].permalink),
        ("https://harbour.example/town/lighthouse-opens-in-may", true)
    );
    assert_eq!((guids[1].value.as_str(), guids[1].permalink), ("episode-88-b", false));
    let atom = atom_syndication::Feed::read_from(written(Format::Atom, &sample::feed()).as_bytes()).unwrap();
    assert_eq!(atom.entries[1].id, "tag:harbour.example,2026:5f0c7d");
}

#[test]
fn foreign_entry_without_author_is_not_ascribed_to_us() {
    let atom =
        atom_syndication::Feed::read_from(written(Format::Atom, &one(sample::podcast())).as_bytes()).unwrap();
    let source = atom.entries[0].source.as_ref().unwrap();
    assert_eq!(
        (atom.entries[0].authors[0].name.as_str(), source.authors[0].name.as_str()),
        ("Radio North", "Radio North")
    );
    let feed = json(&sample::feed());
    assert_eq!(feed.get("authors"), None, "they would be the authors of others' items");
    assert_eq!(feed["items"][1]["authors"][0]["name"], "Radio North");
    assert_eq!(json(&one(sample::own()))["authors"][0]["name"], "Harbour Desk");
    let mut nobody = sample::own();
    nobody.authors.clear();
    let mixed = Feed { entries: vec![nobody, sample::podcast()], ..sample::feed() };
    assert_eq!(json(&mixed)["items"][0]["authors"][0]["name"], "Harbour Desk");
    let nameless = Provenance { title: Some("Radio North".into()), ..Provenance::default() };
    let mut podcast = sample::podcast();
    podcast.source = Some(Box::new(nameless));
    let atom = written(Format::Atom, &one(podcast));
    let atom = atom_syndication::Feed::read_from(atom.as_bytes()).unwrap();
    assert!(atom.entries[0].source.is_none());
    assert_eq!(atom.entries[0].authors[0].name, "Radio North");
}

#[test]
fn origins_feed_id_that_is_no_uri_gives_way_to_its_address() {
    let mut entry = sample::podcast();
    entry.source.as_mut().unwrap().id = Some("Radio feed 7".into());
    let atom = atom_syndication::Feed::read_from(written(Format::Atom, &one(entry)).as_bytes()).unwrap();
    assert_eq!(atom.entries[0].source.as_ref().unwrap().id, "https://radio.example/pod/rss.xml");
}

#[test]
fn author_stands_once_as_mail_or_as_name() {
    let rss = rss::Channel::read_from(written(Format::Rss, &sample::feed()).as_bytes()).unwrap();
    assert_eq!(rss.items[0].dublin_core_ext.as_ref().unwrap().creators, ["Ann Ferry", "Bo Lund"]);
    assert_eq!(rss.items[0].author, None);
    assert_eq!(rss.items[2].author.as_deref(), Some("dee@gazette.example (Dee Moor)"));
    assert!(rss.items[2].dublin_core_ext.is_none());
}

#[test]
fn page_is_the_first_alternate_and_the_last() {
    let atom = atom_syndication::Feed::read_from(written(Format::Atom, &sample::feed()).as_bytes()).unwrap();
    let alternates: Vec<_> = atom.links.iter().filter(|link| link.rel == "alternate").collect();
    let page = "https://harbour.example/feeds/town/index.html";
    assert!(alternates.len() > 2);
    assert_eq!((alternates[0].href.as_str(), alternates.last().unwrap().href.as_str()), (page, page));
}

#[test]
fn durations_are_whole_seconds() {
    let mut entry = sample::podcast();
    let url = entry.enclosures[0].url.clone();
    let media = |seconds| {
        vec![copydesk::model::Media { url: url.clone(), duration_seconds: seconds, ..Default::default() }]
    };
    for (seconds, said) in [
        (Some(600.0), Some("600")),
        (Some(90.4), Some("90")),
        (Some(0.2), Some("1")),
        (Some(0.0), None),
        (Some(f64::NAN), None),
    ] {
        entry.media = media(seconds);
        let duration = &json(&one(entry.clone()))["items"][0]["attachments"][0]["duration_in_seconds"];
        assert_eq!(duration.as_u64().map(|whole| whole.to_string()).as_deref(), said, "{seconds:?}");
        let rss = written(Format::Rss, &one(entry.clone()));
        assert_eq!(rss.contains("duration="), said.is_some(), "{rss}");
        assert!(said.is_none_or(|said| rss.contains(&format!("duration=\"{said}\""))), "{rss}");
    }
}

#[test]
fn full_text_follows_its_summary_directly() {
    let rss = written(Format::Rss, &sample::feed());
    let item = &rss[rss.find("<item>").unwrap()..];
    let end = item.find("</description>").unwrap() + "</description>".len();
    assert!(item[end..].trim_start().starts_with("<content:encoded>"), "{item}");
    assert!(item.find("</content:encoded>") < item.find("<media:"));
    assert_eq!(rss.matches("<content:encoded>").count(), 1);
}

#[test]
fn media_that_only_repeats_the_enclosure_is_left_out() {
    let mut entry = sample::podcast();
    let file = entry.enclosures[0].clone();
    let same = copydesk::model::Media {
        url: file.url.clone(),
        mime: file.mime,
        medium: Some("audio".into()),
        length: file.length,
        ..Default::default()
    };
    let mut titled = same.clone();
    titled.title = Some("The talk".into());
    let tall = copydesk::model::Media { height: Some(9), ..same.clone() };
    let timed = copydesk::model::Media { duration_seconds: Some(60.0), ..same.clone() };
    for (media, stays) in [(same, false), (titled, true), (tall, true), (timed, true)] {
        entry.media = vec![media];
        for format in [Format::Rss, Format::Atom] {
            let document = written(format, &one(entry.clone()));
            assert_eq!(document.matches("/88.mp3").count(), if stays { 2 } else { 1 }, "{document}");
        }
    }
    entry.media[0].description = Some("A voice".into());
    let rss = written(Format::Rss, &one(entry));
    assert!(
        rss.contains("<content:encoded>"),
        "some readers would take the description of a file for the text"
    );
}

#[test]
fn full_text_alone_is_the_description() {
    let rss = rss::Channel::read_from(written(Format::Rss, &one(sample::podcast())).as_bytes()).unwrap();
    assert_eq!(rss.items[0].description.as_deref(), Some("<p>How a net is mended.</p>"));
    assert_eq!(rss.items[0].content, None);
}

#[test]
fn headline_alone_has_text_where_the_format_wants_some() {
    let feed = one(sample::headline());
    let atom = atom_syndication::Feed::read_from(written(Format::Atom, &feed).as_bytes()).unwrap();
    assert_eq!(atom.entries[0].summary.as_ref().unwrap().value, "Ferry timetable changes");
    assert_eq!(json(&feed)["items"][0]["content_text"], "Ferry timetable changes");
    assert!(!written(Format::Rss, &feed).contains("<description></description>"));
}

#[test]
fn entry_without_a_page_has_content_in_atom() {
    let nowhere = Entry {
        id: Some("tag:a.example,2026:x".into()),
        title: Some(Text::plain("A & b")),
        ..Entry::default()
    };
    let mut short = nowhere.clone();
    short.summary = Some(Text::plain("Short."));
    for entry in [nowhere, short] {
        let atom = written(Format::Atom, &one(entry));
        assert!(atom.contains("<content"), "{atom}");
        let report = copydesk::validate::document(atom.as_bytes(), chrono::Utc::now());
        assert!(
            !report.findings.iter().any(|finding| finding.level == copydesk::model::Level::Error),
            "{atom}"
        );
    }
}

#[test]
fn one_enclosure_and_the_others_as_media() {
    let rss = rss::Channel::read_from(written(Format::Rss, &one(sample::podcast())).as_bytes()).unwrap();
    let enclosure = rss.items[0].enclosure.as_ref().unwrap();
    assert_eq!(
        (enclosure.url.as_str(), enclosure.length.as_str()),
        ("https://radio.example/pod/88.mp3?a=1&b=2", "12345")
    );
    let media = &rss.items[0].extensions["media"]["content"];
    assert_eq!(media[0].attrs["url"], "https://radio.example/pod/88.pdf");
    assert_eq!(media[0].attrs["type"], "application/pdf");
}

#[test]
fn media_of_one_group_stand_in_a_group_and_a_single_one_alone() {
    let mut entry = sample::own();
    let media = |entry: &Entry| {
        let rss = rss::Channel::read_from(written(Format::Rss, &one(entry.clone())).as_bytes()).unwrap();
        let media = &rss.items[0].extensions["media"];
        let group = media.get("group").map(|groups| groups[0].children["content"].len());
        (group, media.get("content").map(Vec::len))
    };
    assert_eq!(media(&entry), (Some(2), None));
    entry.media.truncate(1);
    assert_eq!(media(&entry), (None, Some(1)));
}

#[test]
fn attributes_of_extensions_are_escaped_once_in_atom() {
    let mut entry = sample::own();
    entry.thumbnail = Some("https://harbour.example/t?a=1&b=\"2\"".into());
    let atom = written(Format::Atom, &one(entry));
    assert!(atom.contains("url=\"https://harbour.example/t?a=1&amp;b=%222%22\""), "{atom}");
}

#[test]
fn front_and_archives_are_linked_both_ways() {
    let site = sample::site();
    let links = |archive, format| {
        let frame = Frame { archive, ..sample::frame(&site) };
        let bytes = write::feed(format, &sample::feed(), &frame).unwrap();
        (String::from_utf8(bytes).unwrap(), frame.path(format))
    };
    let (front, _) = links(Archive { own: None, prev: Some(2), next: None }, Format::Atom);
    assert!(
        front.contains(
            "href=\"https://harbour.example/feeds/town/archive/0002.atom.xml\" rel=\"prev-archive\""
        )
    );
    assert!(!front.contains("fh:archive"));
    for format in [Format::Atom, Format::Rss] {
        let (second, path) = links(Archive { own: Some(2), prev: Some(1), next: Some(3) }, format);
        assert_eq!(path, format!("town/archive/0002.{}.xml", format.word()));
        assert!(
            second.contains("<fh:archive></fh:archive>") && second.contains("href=\"../../feed.css\""),
            "{second}"
        );
        for (rel, file) in [
            ("self", &path[5..]),
            ("current", format.file_name()),
            ("prev-archive", &path.replace("0002", "0001")[5..]),
            ("next-archive", &path.replace("0002", "0003")[5..]),
        ] {
            assert!(
                second.contains(&format!("href=\"https://harbour.example/feeds/town/{file}\" rel=\"{rel}\"")),
                "{rel}: {second}"
            );
        }
    }
}

#[test]
fn tombstones_of_what_was_withdrawn_stand_in_atom() {
    let when = Some(sample::time("2026-03-01T00:00:00Z"));
    let feed = Feed {
        deleted: vec![Deleted { id: "tag:x.example,2026:1".into(), when, ..Deleted::default() }],
        ..sample::feed()
    };
    let atom = written(Format::Atom, &feed);
    assert!(atom.contains("xmlns:at=\"http://purl.org/atompub/tombstones/1.0\""));
    assert!(atom.contains("<at:deleted-entry ref=\"tag:x.example,2026:1\" when=\"2026-03-01T00:00:00+00:00\"></at:deleted-entry>"));
    let of_feed = |mark: &str| atom.find(mark).unwrap();
    assert!(of_feed("<at:deleted-entry") < of_feed("<entry"), "RFC 4287, appendix B: entries stand last");
    assert!(of_feed("</subtitle>") < of_feed("<at:deleted-entry"), "{atom}");
    assert_eq!(atom.matches("</feed>").count(), 1);
    atom_syndication::Feed::read_from(atom.as_bytes()).unwrap();
}

#[test]
fn title_that_speaks_of_markup_is_read_as_it_was_meant() {
    for title in ["The <b> tag & its </b>", "AT&amp;T writes &#8217;", "1 < 2 & 3 > 2", "]]> ends nothing"] {
        let feed = one(Entry { title: Some(Text::plain(title)), ..sample::own() });
        let rss = rss::Channel::read_from(written(Format::Rss, &feed).as_bytes()).unwrap();
        assert_eq!(rss.items[0].title.as_deref(), Some(title));
        assert_eq!(json(&feed)["items"][0]["title"], title);
        let atom = atom_syndication::Feed::read_from(written(Format::Atom, &feed).as_bytes()).unwrap();
        let read = &atom.entries[0].title;
        let value = match read.r#type {
            atom_syndication::TextType::Html => copydesk::text::plain::of_html(&read.value),
            _ => read.value.clone(),
        };
        assert_eq!(value, title);
    }
}

#[test]
fn rss_escapes_texts_numerically_and_leaves_cdata_alone() {
    let mut entry = Entry { title: Some(Text::plain("Salt & <pepper>")), ..sample::podcast() };
    entry.content = Some(Text::html("<p>Salt &amp; pepper &lt; [[x]]&gt; ]]></p>"));
    let feed = one(entry);
    let document = written(Format::Rss, &feed);
    assert!(document.contains("<title>Salt &#x26; &#x3C;pepper&gt;</title>"), "{document}");
    assert!(document.contains("<![CDATA[<p>Salt &amp; pepper &lt; "), "{document}");
    let rss = rss::Channel::read_from(document.as_bytes()).unwrap();
    assert_eq!(rss.items[0].description.as_deref(), Some("<p>Salt &amp; pepper &lt; [[x]]&gt; ]]></p>"));
    assert_eq!(rss.items[0].enclosure.as_ref().unwrap().url, "https://radio.example/pod/88.mp3?a=1&b=2");
}

#[test]
fn links_and_files_named_twice_are_written_once() {
    let mut entry = sample::podcast();
    let first = entry.enclosures[0].clone();
    entry.enclosures.push(first);
    let via = Link::new("via", "https://gazette.example/x");
    entry.links = vec![via.clone(), via];
    for format in [Format::Rss, Format::Atom] {
        let document = written(format, &one(entry.clone()));
        assert_eq!(document.matches("88.mp3").count(), 1);
        assert_eq!(document.matches("https://gazette.example/x").count(), 1);
    }
}

#[test]
fn html_title_is_plain_in_rss_and_html_in_atom() {
    let feed = one(Entry { title: Some(Text::html("The <i>Beagle</i> &amp; crew")), ..sample::own() });
    let rss = rss::Channel::read_from(written(Format::Rss, &feed).as_bytes()).unwrap();
    assert_eq!(rss.items[0].title.as_deref(), Some("The Beagle & crew"));
    let atom = atom_syndication::Feed::read_from(written(Format::Atom, &feed).as_bytes()).unwrap();
    assert_eq!(atom.entries[0].title.value, "The <i>Beagle</i> &amp; crew");
    assert_eq!(atom.entries[0].title.r#type, atom_syndication::TextType::Html);
}

#[test]
fn addresses_that_cannot_be_written_are_left_out() {
    let mut entry = sample::own();
    entry.links = vec![Link { rel: "via".into(), href: "javascript:alert(1)".into(), ..Link::default() }];
    entry.link = Some("/relative".into());
    entry.thumbnail = Some("data:image/png;base64,x".into());
    entry.credits[0].url = Some("javascript:alert(1)".into());
    for format in Format::ALL {
        let document = written(format, &one(entry.clone()));
        assert!(
            !document.contains("javascript:")
                && !document.contains("\"/relative\"")
                && !document.contains("data:image"),
            "{document}"
        );
    }
}

#[test]
fn entry_that_cannot_be_named_is_left_out() {
    let nameless = Entry { title: Some(Text::plain("Nobody knows where")), ..Entry::default() };
    let mute = Entry { id: Some("tag:x.example,2026:2".into()), ..Entry::default() };
    let feed = Feed { entries: vec![nameless, mute, sample::own()], ..sample::feed() };
    assert_eq!(of_rss(&written(Format::Rss, &feed)).len(), 1);
    assert_eq!(of_atom(&written(Format::Atom, &feed)).len(), 1);
    assert_eq!(of_json(&written(Format::Json, &feed)).len(), 1);
}

#[test]
fn empty_feed_is_written_in_every_format() {
    let feed = Feed::default();
    let rss = rss::Channel::read_from(written(Format::Rss, &feed).as_bytes()).unwrap();
    assert_eq!((rss.title.as_str(), rss.link.as_str()), ("Harbour Desk", "https://harbour.example/"));
    let atom = atom_syndication::Feed::read_from(written(Format::Atom, &feed).as_bytes()).unwrap();
    assert_eq!((atom.id.as_str(), atom.authors.len()), ("https://harbour.example/feeds/town/atom.xml", 1));
    assert_eq!(json(&feed)["items"], serde_json::json!([]));
    assert!(written(Format::Html, &feed).contains("Nothing was published yet."));
}

#[test]
fn both_pages_of_a_link_blogs_entry_are_on_the_page() {
    let about = Entry {
        link: Some("https://www.quay.example/ferry".into()),
        detail: Detail {
            links: vec![Link::new("related", "https://paper.example/2026/ferry")],
            ..Detail::default()
        }
        .into(),
        ..sample::own()
    };
    let page = written(Format::Html, &one(about.clone()));
    let line =
        "<p class=\"note\"><a href=\"https://paper.example/2026/ferry\" dir=\"ltr\">paper.example</a></p>";
    assert!(page.contains(line), "{page}");
    assert!(page.contains("<a href=\"https://www.quay.example/ferry\">"), "{page}");
    // Another telling of the story stands below already.
    let also = Also { name: "Paper".into(), url: "https://paper.example/2026/ferry".into(), title: None };
    let mut told = about;
    told.also = vec![also];
    assert!(!written(Format::Html, &one(told)).contains(line));
}

/// Characters of every kind, control characters among them.
fn anything() -> impl Strategy<Value = String> {
    proptest::collection::vec(any::<char>(), 0..60).prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever a text holds, each document is read back without an error and says the same title.
    #[test]
    fn any_text_gives_a_document_that_is_read_back(title in anything(), text in anything(), url in anything()) {
        let mut entry = Entry { title: Some(Text::plain(title)), ..sample::own() };
        entry.summary = Some(Text::plain(text.clone()));
        entry.content = Some(Text::html(text.clone()));
        entry.thumbnail = Some(url.clone());
        entry.rights = Some(Text::plain(text.clone()));
        entry.authors[0].name = Some(text.clone());
        entry.media[0].description = Some(text.clone());
        entry.links.push(Link::new("related", url).titled(Some(text)));
        let feed = one(entry);
        let rss = rss::Channel::read_from(written(Format::Rss, &feed).as_bytes()).unwrap();
        let atom = atom_syndication::Feed::read_from(written(Format::Atom, &feed).as_bytes()).unwrap();
        let json = json(&feed);
        let title = rss.items[0].title.clone().unwrap();
        prop_assert!(!title.chars().any(char::is_control), "{:?}", title);
        if let Some(same) = json["items"][0]["title"].as_str() {
            prop_assert_eq!(same, &title);
        }
        prop_assert_eq!(atom.entries.len(), 1);
        let page = written(Format::Html, &feed);
        prop_assert_eq!(page.matches("<article").count(), 1);
    }
}
