//! A large document in an old encoding is read as its text in UTF-8 is: the same feed, the same repairs.

use copydesk_model::{Hints, Reading};
use copydesk_read as read;
use encoding_rs::Encoding;

/// More than a megabyte of items, `#` in them being their number. What is odd about
/// them comes up once in so many, so that it meets the ends of pieces.
fn document(head: &str, items: &[&str], tail: &str) -> String {
    let mut document = String::from(head);
    for number in 0_usize.. {
        document.push_str(&items[number % items.len()].replace('#', &number.to_string()));
        document.push_str(&" ".repeat(number * 7 % 40));
        if document.len() > 9 << 17 {
            break;
        }
    }
    document + tail
}

fn read_as(bytes: &[u8], charset: &str) -> Reading {
    let content_type = format!("application/xml; charset={charset}");
    let hints = Hints { base_url: Some("https://harbour.example/feed"), content_type: Some(&content_type) };
    read::feed(bytes, &hints).expect("a feed")
}

/// The document in this encoding; `None` where it cannot say it.
fn encoded(document: &str, charset: &str) -> Option<Vec<u8>> {
    match charset {
        "utf-16le" => Some(document.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        "utf-16be" => Some(document.encode_utf16().flat_map(u16::to_be_bytes).collect()),
        "utf-32le" => Some(document.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect()),
        _ => {
            let (bytes, _, lossy) = Encoding::for_label(charset.as_bytes())?.encode(document);
            (!lossy).then(|| bytes.into_owned())
        }
    }
}

/// Holds that a document is read alike in all of these encodings that can say it.
fn alike(name: &str, document: &str, encodings: &[&str]) {
    let whole = read_as(document.as_bytes(), "utf-8");
    assert!(whole.feed.entries.len() > 20, "{name}: {} entries", whole.feed.entries.len());
    for charset in encodings {
        let Some(bytes) = encoded(document, charset) else { continue };
        let read = read_as(&bytes, charset);
        assert_eq!(read.feed.entries.len(), whole.feed.entries.len(), "{name} in {charset}");
        let first = read.feed.entries.iter().zip(&whole.feed.entries).find(|(one, other)| one != other);
        assert_eq!(first, None, "{name} in {charset}");
        assert!(read.feed == whole.feed, "{name} in {charset}: the feed's own facts differ");
        let told = |reading: &Reading| {
            let mut told = reading.repairs.clone();
            told.retain(|repair| !repair.kind.name().contains("encoding"));
            told
        };
        assert_eq!(told(&read), told(&whole), "{name} in {charset}");
    }
}

const ALL: &[&str] = &["windows-1251", "utf-16le", "utf-16be", "utf-32le", "shift_jis", "euc-kr"];
const TWO: &[&str] = &["windows-1251", "utf-16le"];

const TEXT: &str = "\u{41f}\u{430}\u{440}\u{43e}\u{43c} \u{441}\u{43d}\u{43e}\u{432}\u{430} \u{445}\u{43e}\u{434}\u{438}\u{442}. ";

fn item() -> String {
    format!(
        "<item><title>{TEXT}#</title>\n<link>/news/#</link><description>{}</description></item>\n",
        TEXT.repeat(9)
    )
}

#[test]
fn feeds_of_all_shapes() {
    let item = item();
    let rss = "<rss version='2.0' xmlns:a='http://purl.org/dc/elements/1.1/'>\n<channel xml:base='https://quay.example/'\n xml:lang='ru'><title>Quay</title>";
    alike("RSS", &document(rss, &[&item], "<ttl>30</ttl></channel></rss>"), ALL);
    let facts = [
        &item,
        "<a:creator>Ann</a:creator><ttl>15</ttl>",
        &item,
        "<item><a:creator>Ann #</a:creator></item>",
    ];
    alike("facts of the channel between items", &document(rss, &facts, "</channel></rss>"), ALL);
    let rdf = "<rdf:RDF xmlns='http://purl.org/rss/1.0/' xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><channel rdf:about='https://quay.example/'><title>Quay</title></channel>";
    alike("RSS 1.0", &document(rdf, &[&item], "</rdf:RDF>"), ALL);
    let atom = "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='ru'><title>Quay</title>";
    let entry = format!(
        "<entry><title>{TEXT}#</title><id>urn:#</id><link href='n/#'/><updated>2024-05-01T09:00:00Z</updated><summary>{}</summary></entry>",
        TEXT.repeat(9)
    );
    alike("Atom", &document(atom, &[&entry], "</feed>"), ALL);
    let cdf = "<CHANNEL BASE='https://quay.example/news/' HREF='https://quay.example/'><TITLE VALUE='Quay'/>";
    let paper =
        format!("<ITEM HREF='#.html'><TITLE>{TEXT}#</TITLE><ABSTRACT>{}</ABSTRACT></ITEM>", TEXT.repeat(9));
    alike("CDF", &document(cdf, &[&paper], "</CHANNEL>"), ALL);
    let prefixed = entry.replace("</", "</a:").replace('<', "<a:").replace("<a:/a:", "</a:");
    alike(
        "Atom by prefix",
        &document("<a:feed xmlns:a='http://www.w3.org/2005/Atom'>", &[&prefixed], "</a:feed>"),
        ALL,
    );
}

#[test]
fn what_is_broken_is_mended_alike() {
    let item = item();
    let rss = "<rss version='3'><channel><title>Quay</title>";
    let open = item.replace("</item>", "");
    let odd: [(&str, &[&str]); 9] = [
        ("an end tag in a comment", &[&item, "<!-- <item></item> -->"]),
        (
            "an end tag in CDATA",
            &[&item, "<item><description><![CDATA[<item>x</item> y]]></description><title>#</title></item>"],
        ),
        ("an end tag in an attribute", &[&item, "<item><title a='</item>'>#</title></item>"]),
        ("items in a text", &[&item, "<item><description>a <item>b</item> c</description></item>"]),
        ("items without an end", &[&item, &open]),
        ("end tags too many", &[&item, "</item></b>"]),
        ("bare signs and undeclared prefixes", &[&item, "<item><dc:creator>A & B < C #</dc:creator></item>"]),
        ("items in what nobody knows", &[&item, "<odd>", &item, "</odd>"]),
        ("a broken tag", &[&item, "<item><title>#</title><link <guid>#</guid></item>"]),
    ];
    for (name, items) in odd {
        alike(name, &document(rss, items, "</channel></rss>"), TWO);
        alike(name, &document(rss, items, ""), TWO);
    }
    alike("an unclosed comment at the end", &document(rss, &[&item], "<!-- <item>"), TWO);
    alike("blanks before the root", &document(&format!("  {rss}"), &[&item], "</channel></rss>"), ALL);
}

#[test]
fn a_document_that_is_one_entry_has_no_pieces() {
    let head = "<quay xmlns='http://www.w3.org/2005/Atom'><entry><title>Ferry<channel>";
    let tail = "</channel></title><id>urn:ferry</id><link href='/ferry'/></entry></quay>";
    let document = document(head, &[&item()], tail);
    let whole = read_as(document.as_bytes(), "utf-8");
    assert_eq!((whole.feed.id.as_deref(), whole.feed.entries.len()), (None, 1));
    for charset in TWO {
        let read = read_as(&encoded(&document, charset).unwrap(), charset);
        assert!(read.feed == whole.feed, "{charset}");
    }
}
