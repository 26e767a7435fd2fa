//! Reading a large document takes less than two and a half times its size, model included, whatever
//! its entries look like.
//!
//! Alone in its file: the allocator counts for the whole process.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::Path;

use copydesk_model::Hints;
use copydesk_read as read;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// More than a megabyte of the piece, `#` in it being its number.
fn document(head: &str, piece: &str, tail: &str) -> String {
    let mut document = String::from(head);
    for number in 10_000.. {
        document.push_str(&piece.replace('#', &number.to_string()));
        if document.len() > 3 << 19 {
            break;
        }
    }
    document + tail
}

const RSS: (&str, &str) = ("<rss version='2.0'><channel><title>Harbour</title>", "</channel></rss>");
const ATOM: (&str, &str) = ("<feed xmlns='http://www.w3.org/2005/Atom'><title>Harbour</title>", "</feed>");
const JSON: (&str, &str) = (
    "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Harbour\",\"items\":[{\"id\":\"0\"}",
    "]}",
);

/// Peak of the memory that reading takes, in lengths of the document.
fn times(document: &[u8]) -> f64 {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let reading = read::feed(document, &Hints::default());
    let times = (MEMORY.peak_usage() - before) as f64 / document.len() as f64;
    assert!(reading.is_ok_and(|reading| !reading.feed.entries.is_empty()));
    times
}

#[test]
fn a_large_document_takes_less_than_two_and_a_half_times_its_size() {
    let paragraph = "<p>After three weeks the ferry is back in service, says the harbour.</p> ";
    let escaped = paragraph.replace('<', "&lt;").replace('>', "&gt;").repeat(30);
    let text = paragraph.repeat(30);
    let json = text.replace('"', "\\\"");
    let item = "<title>Ferry # is back</title><link>https://harbour.example/news/#</link>";
    let dated = "<guid>https://harbour.example/news/#</guid><pubDate>Wed, 01 May 2024 09:00:00 GMT</pubDate>";
    let episode = "<enclosure url='https://harbour.example/audio/#.mp3' length='#' type='audio/mpeg'/>";
    let picture =
        "<media:content url='https://harbour.example/#.jpg' medium='image' width='640' height='480'/>";
    let summary = "<description>After three weeks in the yard the ferry is back in service, says the harbour, \
                   and the new timetable begins on the first of May.</description>";
    let shapes = [
        ("RSS, full text escaped", RSS, format!("<item>{item}{dated}<description>{escaped}</description></item>")),
        ("RSS, full text in CDATA", RSS, format!("<item>{item}<description><![CDATA[{text}]]></description></item>")),
        ("RSS, summaries", RSS, format!("<item>{item}{dated}<description>{}</description></item>", "x ".repeat(150))),
        ("RSS, headlines", RSS, format!("<item>{item}{dated}</item>")),
        ("RSS, headlines, short", RSS, "<item><title>Ferry #</title><link>https://harbour.example/#</link><guid>#</guid><pubDate>Wed, 01 May 2024 09:00:00 GMT</pubDate></item>".to_owned()),
        ("RSS, headlines without dates", RSS, format!("<item>{item}</item>")),
        ("RSS, headlines with comments", RSS, format!("<item>{item}<pubDate>Wed, 01 May 2024 09:00:00 GMT</pubDate><comments>https://harbour.example/news/#/talk</comments><description>&lt;a href='https://harbour.example/news/#/talk'>Comments&lt;/a></description></item>")),
        ("RSS, by authors and in categories", RSS, format!("<item>{item}{dated}<dc:creator>Ann Ferry</dc:creator><category>Harbour</category><category>Ferries</category></item>")),
        ("RSS, episodes", RSS, format!("<item>{item}{dated}{summary}{summary}<itunes:author>Ann Ferry</itunes:author>{episode}<itunes:duration>31:05</itunes:duration></item>")),
        ("RSS, many enclosures", RSS, format!("<item>{item}{}</item>", episode.repeat(40))),
        ("RSS, pictures", RSS, format!("<item>{item}{dated}{summary}{picture}</item>")),
        ("RSS, many pictures", RSS, format!("<item>{item}{}</item>", picture.repeat(40))),
        ("Atom, headlines", ATOM, "<entry><title>Ferry # is back</title><id>tag:harbour.example,2024:#</id><link href='https://harbour.example/news/#'/><updated>2024-05-01T09:00:00Z</updated></entry>".to_owned()),
        ("Atom, full text", ATOM, format!("<entry><title>Ferry #</title><id>urn:#</id><link rel='alternate' type='text/html' href='https://harbour.example/#'/><updated>2024-05-01T09:00:00Z</updated><content type='html'>{escaped}</content></entry>")),
        ("Atom, XHTML", ATOM, format!("<entry><title>Ferry #</title><id>urn:#</id><link href='https://harbour.example/#'/><updated>2024-05-01T09:00:00Z</updated><content type='xhtml'><div>{text}</div></content></entry>")),
        ("Atom, authors and several links", ATOM, "<entry><title>Ferry # is back</title><id>tag:harbour.example,2024:#</id><link rel='alternate' type='text/html' href='https://harbour.example/news/#'/><link rel='edit' href='https://harbour.example/edit/#'/><author><name>Ann Ferry</name><uri>https://harbour.example/ann</uri></author><published>2024-05-01T09:00:00Z</published><updated>2024-05-01T09:00:00Z</updated></entry>".to_owned()),
        ("RSS, headlines of other feeds", RSS, format!("<item>{item}{dated}<source url='https://gazette.example/feed'>Quay Gazette</source></item>")),
        ("RSS, many categories", RSS, format!("<item>{item}{dated}{}</item>", (10..50).map(|n| format!("<category>Harbour {n}</category>")).collect::<String>())),
        ("RSS, many contributors", RSS, format!("<item>{item}{dated}{}</item>", (10..20).map(|n| format!("<dc:contributor>Ann Ferry {n}</dc:contributor>")).collect::<String>())),
        ("RSS, pictures described", RSS, format!("<item>{item}{dated}{}</item>", "<media:content url='https://harbour.example/#.jpg' medium='image'><media:title>The ferry #</media:title><media:description>The ferry at the quay</media:description><media:credit role='photographer'>Ann Ferry</media:credit></media:content>".repeat(4))),
        ("RSS, transcripts", RSS, format!("<item>{item}{dated}{episode}<podcast:transcript url='https://harbour.example/#.vtt' type='text/vtt'/><podcast:transcript url='https://harbour.example/#.srt' type='application/srt'/></item>")),
        ("RSS, licensed", RSS, format!("<item>{item}{dated}<dc:rights>Harbour Desk 2024</dc:rights><creativeCommons:license>https://creativecommons.org/licenses/by/4.0/</creativeCommons:license></item>")),
        ("Atom, many links", ATOM, format!("<entry><title>Ferry # is back</title><id>tag:harbour.example,2024:#</id><updated>2024-05-01T09:00:00Z</updated>{}</entry>", (10..50).map(|n| format!("<link rel='related' href='https://harbour.example/news/#/{n}'/>")).collect::<String>())),
        ("Atom, contributors", ATOM, format!("<entry><title>Ferry # is back</title><id>tag:harbour.example,2024:#</id><updated>2024-05-01T09:00:00Z</updated>{}</entry>", (10..20).map(|n| format!("<contributor><name>Ann Ferry {n}</name></contributor>")).collect::<String>())),
        ("Atom, of other feeds", ATOM, "<entry><title>Ferry # is back</title><id>tag:harbour.example,2024:#</id><link href='https://harbour.example/news/#'/><updated>2024-05-01T09:00:00Z</updated><source><id>https://gazette.example/feed</id><title>Quay Gazette</title><link rel='self' href='https://gazette.example/feed'/><updated>2024-05-01T09:00:00Z</updated></source></entry>".to_owned()),
        ("JSON Feed, headlines", JSON, ",{\"id\":\"#\",\"url\":\"https://harbour.example/news/#\",\"title\":\"Ferry # is back\",\"date_published\":\"2024-05-01T09:00:00Z\"}".to_owned()),
        ("JSON Feed, full text", JSON, format!(",{{\"id\":\"#\",\"url\":\"https://harbour.example/news/#\",\"content_html\":\"{json}\\n\"}}")),
    ];
    let mut much = Vec::new();
    for (name, (head, tail), piece) in shapes {
        let document = document(head, &piece, tail);
        let times = times(document.as_bytes());
        println!("{times:.2} {name} ({} bytes an entry)", piece.len() + 4 * piece.matches('#').count());
        if times >= 2.5 {
            much.push((name, times));
        }
    }
    let odd = [
        ("RSS, titles alone", RSS, "<item><title>Ferry # is back in service</title></item>".to_owned()),
        ("JSON Feed, tags", JSON, format!(",{{\"id\":\"#\",\"url\":\"https://harbour.example/news/#\",\"title\":\"Ferry # is back\",\"tags\":[\"harbour\"{}]}}", (10..50).map(|n| format!(",\"ferries {n}\"")).collect::<String>())),
        ("JSON Feed, attachments", JSON, format!(",{{\"id\":\"#\",\"url\":\"https://harbour.example/news/#\",\"title\":\"Ferry # is back\",\"attachments\":[{}]}}", ["{\"url\":\"https://harbour.example/audio/#.mp3\",\"mime_type\":\"audio/mpeg\",\"size_in_bytes\":#,\"duration_in_seconds\":1865}"; 4].join(","))),
        ("JSON Feed, authors", JSON, format!(",{{\"id\":\"#\",\"url\":\"https://harbour.example/news/#\",\"title\":\"Ferry # is back\",\"authors\":[{}]}}", (10..14).map(|n| format!("{{\"name\":\"Ann Ferry {n}\",\"url\":\"https://harbour.example/ann\"}}")).collect::<Vec<_>>().join(","))),
    ];
    // Next to nothing an entry, or little else than short strings: the model's own size shows.
    for (name, (head, tail), piece) in odd {
        let times = times(document(head, &piece, tail).as_bytes());
        println!("{times:.2} {name}, odd");
        assert!(times < 4.0, "{name}: {times:.2} times the document");
    }
    let alone = format!("<item>{item}");
    let one = times(document(&format!("{}{alone}", RSS.0), episode, RSS.1).as_bytes());
    println!("{one:.2} RSS, one item of enclosures");
    assert!(much.is_empty() && one < 2.5, "times the document: {much:?}, {one:.2}");
    for (label, times) in in_old_encodings(&format!("<item>{item}{dated}<description>@</description></item>"))
    {
        println!("{times:.2} RSS in {label}");
        assert!(times < 2.5, "{times:.2} times a document in {label}");
    }
    real_documents();
}

/// Documents whose text takes more room than they do; `@` in an item is the text.
fn in_old_encodings(item: &str) -> Vec<(&'static str, f64)> {
    let mut all = Vec::new();
    let russian = "\u{41f}\u{430}\u{440}\u{43e}\u{43c} \u{441}\u{43d}\u{43e}\u{432}\u{430} \u{445}\u{43e}\u{434}\u{438}\u{442}. ";
    let japanese =
        "\u{30d5}\u{30a7}\u{30ea}\u{30fc}\u{304c}\u{518d}\u{958b}\u{3057}\u{307e}\u{3057}\u{305f}\u{3002}";
    let german = "Die F\u{e4}hre f\u{e4}hrt wieder. ";
    let texts =
        [("windows-1252", german), ("windows-1251", russian), ("shift_jis", japanese), ("utf-16le", german)];
    for (label, text) in texts {
        let head = format!("<?xml version='1.0' encoding='{label}'?>{}", RSS.0);
        for repeat in [20, 5] {
            let document = document(&head, &item.replace('@', &text.repeat(repeat)), RSS.1);
            let bytes = match label {
                "utf-16le" => document.encode_utf16().flat_map(u16::to_le_bytes).collect(),
                _ => encoding_rs::Encoding::for_label(label.as_bytes()).unwrap().encode(&document).0,
            };
            all.push((label, times(&bytes)));
        }
    }
    all
}

/// Real feeds, the largest at hand. Not a test of its own: the allocator counts for
/// all threads.
fn real_documents() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders =
        ["../../../shared/real-feeds", "../../../../shared/real-feeds"].map(|folder| root.join(folder));
    let Some(folder) = folders.into_iter().find(|folder| folder.is_dir()) else { return };
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let document = fs::read(&path).unwrap();
        if document.len() < 100_000 {
            continue;
        }
        let times = times(&document);
        assert!(times < 2.5, "{times:.2} times {}", path.display());
    }
}
