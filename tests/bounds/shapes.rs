//! The table of hostile shapes: a line each, a name and how to make one of a size.
//!
//! To add one, add a line to the list of the format that it comes in. `doors.rs` doubles every shape and sees
//! what it costs; `COPYDESK_SHAPE=name cargo test --test bounds -- --nocapture` tries one.

/// A name, and the bytes of a size.
pub(crate) type Shape = (String, Box<dyn Fn(usize) -> Vec<u8>>);
/// A text that stands within a document.
pub(crate) type Inner = (&'static str, fn(usize) -> String);

pub(crate) fn shape<T: Into<Vec<u8>>>(name: &str, make: impl Fn(usize) -> T + 'static) -> Shape {
    (name.to_owned(), Box::new(move |count| make(count).into()))
}

/// `make(0)`, `make(1)`, … one after another.
fn each(count: usize, make: impl Fn(usize) -> String) -> String {
    (0..count).map(make).collect()
}

const HEAD: &str = "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' \
    xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:media='http://search.yahoo.com/mrss/' \
    xmlns:podcast='https://podcastindex.org/namespace/1.0' xmlns:atom='http://www.w3.org/2005/Atom'>\
    <channel><title>T</title><link>https://a.example/</link><description>d</description>";
const ITEM: &str = "<title>One thing</title><guid>g</guid><link>https://a.example/1</link>";

fn item(inside: &str) -> String {
    format!("{HEAD}<item>{ITEM}{inside}</item></channel></rss>")
}

fn tagged(attributes: &str) -> String {
    format!("{HEAD}<item {attributes}>{ITEM}</item></channel></rss>")
}

pub(crate) fn item_with_html(html: &str) -> String {
    item(&format!("<content:encoded><![CDATA[{html}]]></content:encoded>"))
}

fn channel(inside: &str) -> String {
    format!("{HEAD}{inside}</channel></rss>")
}

fn atom(inside: &str) -> String {
    format!(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><id>tag:a.example,2020:1</id>\
         <updated>2020-01-01T10:00:00Z</updated><entry><title>One thing</title><id>tag:a.example,2020:2</id>\
         <updated>2020-01-01T10:00:00Z</updated><link href='https://a.example/1'/>{inside}</entry></feed>"
    )
}

/// Feeds of XML: RSS, Atom, their modules.
pub(crate) fn xml() -> Vec<Shape> {
    let items = |make: fn(usize) -> String| move |count: usize| item(&each(count, make));
    let entries = |make: fn(usize) -> String| move |count: usize| atom(&each(count, make));
    let channels = |make: fn(usize) -> String| move |count: usize| channel(&each(count, make));
    vec![
        shape("attributes", |n| tagged(&each(n, |i| format!("a{i}='x' ")))),
        shape("attributes without values", |n| tagged(&each(n, |i| format!("a{i} ")))),
        shape("namespaces", |n| tagged(&each(n, |i| format!("xmlns:a{i}='x{i}' ")))),
        shape("attributes of XHTML", |n| {
            let attributes = each(n, |i| format!("a{i}='x' "));
            let div = "<div xmlns='http://www.w3.org/1999/xhtml'>";
            atom(&format!("<content type='xhtml'>{div}<p {attributes}>x</p></div></content>"))
        }),
        shape("nested namespaces", items(|i| format!("<a{i}:b xmlns:a{i}='http://x.example/{i}'>"))),
        shape("nested bases", items(|_| "<x xml:base='a/'>".into())),
        shape("nesting, closed", |n| item(&["<x>".repeat(n), "</x>".repeat(n)].concat())),
        shape("nested items", channels(|_| "<item><title>x</title>".into())),
        shape("end tags of nothing", |n| {
            item(&[each(250, |i| format!("<y{i}>")), each(n, |i| format!("</x{i}>"))].concat())
        }),
        shape("declared entities", |n| {
            let declared = each(n, |i| format!("<!ENTITY e{i} 'v{i}'>"));
            let used = each(n, |i| format!("<category>&e{i};</category>"));
            format!("<!DOCTYPE rss [{declared}]>{}", item(&used))
        }),
        shape("references", |n| {
            item(&format!("<description>{}</description>", "&#65;&eacute;&nosuch;".repeat(n)))
        }),
        shape("bare signs", |n| item(&format!("<description>{}</description>", "< <x & ".repeat(n)))),
        shape("sections", |n| item(&format!("<description>{}</description>", "<![CDATA[x]]>".repeat(n)))),
        shape("open quotes", items(|_| "<a b='\" ".into())),
        shape("unclosed sections", items(|_| "<![CDATA[".into())),
        shape("categories", items(|i| format!("<category domain='https://d.example/{i}'>c{i}</category>"))),
        shape("authors", items(|i| format!("<author>a{i}@x.example (N {i})</author>"))),
        shape("creators", items(|i| format!("<dc:creator>Name {i}</dc:creator>"))),
        shape("authors of the feed", channels(|i| format!("<dc:creator>Name {i}</dc:creator>"))),
        shape("persons", items(|i| format!("<podcast:person>Name {i}</podcast:person>"))),
        shape("sources", items(|i| format!("<dc:source>https://s{i}.example/</dc:source>"))),
        shape("enclosures", items(|i| format!("<enclosure url='https://a.example/{i}.mp3' length='1'/>"))),
        shape("media", items(|i| format!("<media:content url='https://a.example/{i}.jpg'/>"))),
        shape("transcripts", items(|i| format!("<podcast:transcript url='https://a.example/{i}'/>"))),
        shape("days to skip", |n| {
            channel(&format!("<skipDays>{}</skipDays>", "<day>Monday</day>".repeat(n)))
        }),
        shape("links via", entries(|i| format!("<link rel='via' href='https://s{i}.example/x'/>"))),
        shape(
            "links via, titled",
            entries(|i| format!("<link rel='via' title='Outlet {i}' href='https://s{i}.example/x'/>")),
        ),
        shape(
            "alternate links",
            entries(|i| format!("<link rel='alternate' href='https://s{i}.example/x'/>")),
        ),
        shape(
            "Atom's authors",
            entries(|i| format!("<author><name>N {i}</name><email>a{i}@x.example</email></author>")),
        ),
        shape("contributors", entries(|i| format!("<contributor><name>N {i}</name></contributor>"))),
        shape(
            "answers",
            entries(|i| {
                format!(
                    "<t:in-reply-to xmlns:t='http://purl.org/syndication/thread/1.0' ref='tag:a.example,2020:{i}'/>"
                )
            }),
        ),
        shape(
            "items",
            channels(|i| format!("<item><guid>g{i}</guid><title>Name {i} of things</title></item>")),
        ),
        shape(
            "items with one guid",
            channels(|i| {
                format!("<item><guid>g</guid><link>https://a.example/{i}</link><title>t{i}</title></item>")
            }),
        ),
        shape(
            "items with one address",
            channels(|i| {
                format!("<item><guid>g{i}</guid><link>https://a.example/1</link><title>t{i}</title></item>")
            }),
        ),
        shape(
            "tombstones",
            channels(|i| {
                format!(
                    "<t:deleted-entry xmlns:t='http://purl.org/atompub/tombstones/1.0' ref='tag:a.example,2020:{i}'/>"
                )
            }),
        ),
        shape("a long address", |n| {
            item(&format!("<comments>https://a.example/{}</comments>", "a/../".repeat(n)))
        }),
        shape("a long title", |n| atom(&format!("<title>{}</title>", "Word and ".repeat(n)))),
    ]
}

/// JSON Feeds.
pub(crate) fn json() -> Vec<Shape> {
    let of = |inside: fn(usize) -> String| {
        move |count: usize| {
            format!(
                "{{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"items\":[{{\"id\":\"1\",{}}}]}}",
                inside(count)
            )
        }
    };
    let top = |inside: fn(usize) -> String| {
        move |count: usize| {
            format!(
                "{{\"version\":\"https://jsonfeed.org/version/1.1\",{},\"items\":[{{\"id\":\"1\"}}]}}",
                inside(count)
            )
        }
    };
    vec![
        shape(
            "authors",
            of(|n| format!("\"authors\":[{}{{}}]", each(n, |i| format!("{{\"name\":\"n{i}\"}},")))),
        ),
        shape(
            "authors of the feed",
            top(|n| format!("\"authors\":[{}{{}}]", each(n, |i| format!("{{\"name\":\"n{i}\"}},")))),
        ),
        shape("tags", of(|n| format!("\"tags\":[{}\"\"]", each(n, |i| format!("\"t{i}\","))))),
        shape(
            "attachments",
            of(|n| {
                format!(
                    "\"attachments\":[{}{{}}]",
                    each(n, |i| format!("{{\"url\":\"https://a.example/{i}\"}},"))
                )
            }),
        ),
        shape(
            "hubs",
            top(|n| {
                format!("\"hubs\":[{}{{}}]", each(n, |i| format!("{{\"url\":\"https://h{i}.example/\"}},")))
            }),
        ),
        shape("keys", of(|n| each(n, |i| format!("\"k{i}\":{i},")) + "\"z\":0")),
        shape("one key", of(|n| "\"title\":\"x\",".repeat(n) + "\"z\":0")),
        shape("nesting", of(|n| format!("\"z\":{}{}", "[".repeat(n), "]".repeat(n)))),
        shape("escapes", of(|n| format!("\"content_text\":\"{}\"", "\\u00e9\\n\\ud800".repeat(n)))),
        shape("comments", of(|n| "/* x */".repeat(n) + "\"z\":0")),
        shape(
            "entries",
            of(|n| format!("\"z\":0}},{}{{\"id\":\"0\"", each(n, |i| format!("{{\"id\":\"n{i}\"}},")))),
        ),
    ]
}

/// HTML, in a feed and as an article's page.
pub(crate) fn html() -> Vec<Inner> {
    vec![
        ("attributes", |n| format!("<p {}>x</p>", each(n, |i| format!("a{i}='x' ")))),
        ("attributes in quotes", |n| format!("<p {}>x</p>", each(n, |i| format!("a{i}='<>' ")))),
        ("nesting", |n| "<div>".repeat(n)),
        ("nesting, closed", |n| ["<div>".repeat(n), "x".into(), "</div>".repeat(n)].concat()),
        ("formatting", |n| "<p><b>x".repeat(n)),
        ("formatting left open", |n| {
            let fonts = each(240, |i| format!("<font color={i}>"));
            format!("<div>{fonts}</div>{}", "<div>x</div>".repeat(n))
        }),
        ("formatting over blocks", |n| "<b><p>x</b>".repeat(n)),
        ("links", |n| each(n, |i| format!("<a href='https://s{i}.example/x'>Outlet {i}</a> "))),
        ("links in links", |n| "<a href=x>".repeat(n)),
        ("addresses without end", |n| "<a href=".repeat(n)),
        ("an address over many names", |n| {
            format!("<a href='https://a.example/{}'>{}</a>", "a".repeat(n), "told Variety and ".repeat(n))
        }),
        ("anchors", |n| each(n, |i| format!("<a id='a{i}' href='#a{i}'>x</a> "))),
        ("pictures", |n| {
            format!("<img src=x srcset='{}'>", each(n, |i| format!("https://s.example/{i}.jpg {i}x, ")))
        }),
        ("rows", |n| format!("<table>{}</table>", "<tr><td>x".repeat(n))),
        ("tables in tables", |n| "<table><tr><td>".repeat(n)),
        ("loose in a table", |n| format!("<table>{}", "<b>x</b>".repeat(n))),
        ("lists", |n| "<ul><li>x".repeat(n)),
        ("headings", |n| "<h1>x</h1>".repeat(n)),
        ("headings in a link", |n| format!("<a href=x>{}</a>", "<h2>x</h2>".repeat(n))),
        ("pieces of a line", |n| format!("<p>{}</p>", "<span>x </span>".repeat(n))),
        ("scripts", |n| "<script>".repeat(n)),
        ("data", |n| {
            "<script type='application/ld+json'>{\"citation\":\"https://s.example/\"}</script>".repeat(n)
        }),
        ("comments", |n| "<!--".repeat(n)),
        ("styles", |n| format!("<p style='{}'>x</p>", "color:red;".repeat(n))),
        ("references", |n| "&nbsp;&amp&#65".repeat(n)),
        ("end tags", |n| format!("{}{}", "<x>".repeat(300), "</b></y>".repeat(n))),
        ("foreign elements", |n| "<svg><p>".repeat(n)),
        ("credits", |n| "<p>The post appeared first on <a href='https://s.example/'>S</a>. ".repeat(n)),
        ("credits on one line", |n| "<a href='https://s.example/'>S</a> appeared first on The ".repeat(n)),
    ]
}

/// Plain text: page text, headlines, texts to be credited and settled.
pub(crate) fn texts() -> Vec<Inner> {
    vec![
        ("names on one line", |n| each(n, |i| format!("Ann{i} Lee "))),
        ("one name on one line", |n| "Ann Lee and ".repeat(n)),
        ("bylines", |n| "By ".repeat(n)),
        ("bylines on lines", |n| "By Ann Lee and Jo\n".repeat(n)),
        ("capitals", |n| "A".repeat(n)),
        ("one word with capitals", |n| "Aa".repeat(n)),
        ("cries", |n| "A!B!".repeat(n)),
        ("glued names", |n| "told Digital SpyJessica Jones and ".repeat(n)),
        ("glued furniture", |n| "done.Source: A \"".repeat(n)),
        ("source lines", |n| "Source: Digital Spy\n".repeat(n)),
        ("sources on one line", |n| format!("Source: {}", each(n, |i| format!("A{i}, ")))),
        ("via on one line", |n| format!("Via {}", "A via ".repeat(n))),
        ("titles", |n| "Ann Lee in the Lantern\n".repeat(n)),
        ("captions", |n| "Photo: Getty\n".repeat(n)),
        ("sentences", |n| "This is a sentence of words. ".repeat(n)),
        ("lines", |n| "a\n".repeat(n)),
        ("open quotes", |n| "\u{201c}a \u{2018}b ".repeat(n)),
        ("quotes", |n| "\"a\"b".repeat(n)),
        ("brackets", |n| "(via [".repeat(n)),
        ("told", |n| "told Variety and ".repeat(n)),
        ("credits", |n| "republished from the Riverton Herald, ".repeat(n)),
        ("addresses", |n| "https://variety.com/x ".repeat(n)),
        ("initials", |n| "U.S.A.".repeat(n)),
        ("dates", |n| "May 3, 2026 ".repeat(n)),
        ("figures", |n| each(n, |i| format!("{i} million "))),
        ("words", |n| each(n, |i| format!("word{i} "))),
        ("no blanks", |n| "\u{4e2d}".repeat(n)),
        ("marks", |n| "e\u{301}\u{202e}\u{200b}".repeat(n)),
    ]
}

/// Markdown.
pub(crate) fn markdown() -> Vec<Inner> {
    vec![
        ("footnotes", |n| each(n, |i| format!("[^{i}] ")) + "\n\n" + &each(n, |i| format!("[^{i}]: x\n"))),
        ("footnotes in footnotes", |n| each(n, |i| format!("[^{i}]: "))),
        ("a wide table", |n| format!("{}|\n{}|\n{}", "|a".repeat(n), "|-".repeat(n), "|\n".repeat(n))),
        ("links", |n| "[a](".repeat(n)),
        ("open brackets", |n| "[".repeat(n)),
        ("references", |n| format!("[a]: {}\n\n{}", "x".repeat(n), "[a] ".repeat(n))),
        ("definitions", |n| each(n, |i| format!("[a{i}]: b\n"))),
        ("emphasis", |n| "*a **b _c ".repeat(n)),
        ("stars", |n| "*".repeat(n)),
        ("ticks", |n| each(n / 16, |i| "`".repeat(i % 400 + 1) + " ")),
        ("quotations", |n| ">".repeat(n)),
        ("lists", |n| "- ".repeat(n)),
        ("list below list", |n| each(n.min(2_000), |i| " ".repeat(i) + "- x\n")),
        ("fences", |n| "```\n~~~\n".repeat(n)),
        ("comments", |n| "<!-- <? <![CDATA[ ".repeat(n)),
        ("front matter", |n| format!("---\n{}\n---\n", "a:\n ".repeat(n))),
    ]
}

/// Flat records, a JSON object a line.
pub(crate) fn records() -> Vec<Shape> {
    let of = |inside: fn(usize) -> String| {
        move |count: usize| {
            format!("{{\"title\":\"T\",\"url\":\"https://d.example/1\",\"text\":\"x\",{}}}", inside(count))
        }
    };
    vec![
        shape("credits", of(|n| format!("\"credits\":[{}\"x\"]", each(n, |i| format!("\"Outlet {i}\","))))),
        shape("authors", of(|n| format!("\"authors\":[{}\"x\"]", each(n, |i| format!("\"Ann {i}\","))))),
        shape("categories", of(|n| format!("\"categories\":[{}\"x\"]", each(n, |i| format!("\"c{i}\","))))),
        shape("sections", of(|n| format!("\"sections\":[{}\"x\"]", each(n, |i| format!("\"s{i}\","))))),
        shape("headlines", of(|n| format!("\"related\":[{}\"x\"]", each(n, |i| format!("\"h{i}\","))))),
        shape("unknown keys", of(|n| each(n, |i| format!("\"k{i}\":1,")) + "\"z\":0")),
        shape("a long key", of(|n| format!("\"{}\":1", "k".repeat(n)))),
        shape("nesting", of(|n| format!("\"image\":{}1{}", "[".repeat(n), "]".repeat(n)))),
        shape("records", |n| each(n, |i| format!("{{\"title\":\"T {i}\",\"text\":\"x\"}}\n"))),
        shape("records with one title", |n| "{\"title\":\"T\",\"text\":\"x\"}\n".repeat(n)),
        shape("lines that are none", |n| "nonsense\n".repeat(n)),
        shape("a graph", |n| {
            let one = "{\"@type\":\"NewsArticle\",\"headline\":\"T\",\"isPartOf\":{\"@type\":\"x\"}},";
            format!("{{\"@context\":\"https://schema.org\",\"@graph\":[{}{{}}]}}", one.repeat(n))
        }),
        shape(
            "news items",
            of(|n| {
                format!(
                    "\"headline\":\"T\",\"uri\":\"x\",\"infosources\":[{}{{}}]",
                    each(n, |i| format!("{{\"name\":\"n{i}\"}},"))
                )
            }),
        ),
    ]
}

/// Sidecars: TOML.
pub(crate) fn sidecars() -> Vec<Shape> {
    vec![
        shape("keys", |n| each(n, |i| format!("k{i} = 1\n"))),
        shape("dotted keys", |n| format!("{}x = 1", "a.".repeat(n))),
        shape("tables", |n| "[[image]]\nurl = \"x\"\n".repeat(n)),
        shape("nesting", |n| format!("image = {}{}", "[".repeat(n), "]".repeat(n))),
        shape("credits", |n| format!("credits = [{}\"x\"]", each(n, |i| format!("\"o{i}\", ")))),
    ]
}

/// NDJSON of `copydesk stories`.
pub(crate) fn stories() -> Vec<Shape> {
    let of = |line: fn(usize) -> String| move |count: usize| each(count, line);
    vec![
        shape(
            "the same text",
            of(|i| {
                format!(
                    "{{\"id\":\"{i}\",\"source\":\"s{i}\",\"title\":\"The ferry is back\",\"text\":\"The ferry to the island is back at the pier.\"}}\n"
                )
            }),
        ),
        shape(
            "one word in all",
            of(|i| format!("{{\"id\":\"{i}\",\"text\":\"Lantern {i} {i}a {i}b of Riverton\"}}\n")),
        ),
        shape(
            "one source",
            of(|i| format!("{{\"id\":\"{i}\",\"source\":\"s\",\"text\":\"word{i} other{i} name{i}\"}}\n")),
        ),
        shape("one id", of(|_| "{\"id\":\"1\",\"text\":\"The ferry is back\"}\n".into())),
        shape("credits", |n| {
            let credits =
                each(n, |i| format!("{{\"name\":\"o{i}\",\"kind\":\"source\",\"evidence\":\"x\"}},"));
            let credits = credits.trim_end_matches(',');
            format!(
                "{{\"id\":\"1\",\"text\":\"x\",\"credits\":[{credits}]}}\n{{\"id\":\"2\",\"text\":\"x\",\"credits\":[{credits}]}}\n"
            )
        }),
    ]
}

/// OPML.
pub(crate) fn opml() -> Vec<Shape> {
    let of = |line: fn(usize) -> String| {
        move |count: usize| format!("<opml version='2.0'><head/><body>{}</body></opml>", each(count, line))
    };
    vec![
        shape("feeds", of(|i| format!("<outline type='rss' text='A {i}' xmlUrl='https://a.example/{i}'/>"))),
        shape(
            "feeds of one name",
            of(|i| format!("<outline type='rss' text='A' xmlUrl='https://a.example/{i}'/>")),
        ),
        shape(
            "folders",
            of(|i| {
                format!(
                    "<outline text='F {i}'><outline text='A {i}' xmlUrl='https://a.example/{i}'/></outline>"
                )
            }),
        ),
        shape("nesting", of(|i| format!("<outline text='F {i}'>"))),
        shape("categories", |n| {
            let categories = each(n, |i| format!("/f{i},w{i},"));
            format!(
                "<opml><body><outline text='A' xmlUrl='https://a.example/' category='{categories}'/></body></opml>"
            )
        }),
        shape("attributes of an outline", |n| {
            format!(
                "<opml><body><outline {} xmlUrl='https://a.example/'/></body></opml>",
                each(n, |i| format!("a{i}='x' "))
            )
        }),
    ]
}

/// What a configuration says below `[site]`.
pub(crate) fn configurations() -> Vec<Shape> {
    let of = |table: fn(usize) -> String| move |count: usize| each(count, table);
    vec![
        shape(
            "sources",
            of(|i| format!("[[sources]]\nname = \"A {i}\"\nfeed = \"https://a.example/{i}\"\n")),
        ),
        shape("sections", of(|i| format!("[[sections]]\nslug = \"s{i}\"\ntitle = \"S {i}\"\n"))),
        shape("sources in sections", |n| {
            let sections = each(n, |i| format!("[[sections]]\nslug = \"s{i}\"\ntitle = \"S {i}\"\n"));
            let named = each(n, |i| format!("\"s{i}\", "));
            format!(
                "[[sources]]\nname = \"A\"\nfeed = \"https://a.example/\"\nsections = [{named}]\n{sections}"
            )
        }),
        shape(
            "rulings",
            of(|i| format!("[[rulings]]\njoin = [\"a{i}\", \"b{i}\"]\n[[rulings]]\nsplit = \"c{i}\"\n")),
        ),
        shape(
            "withdrawals",
            of(|i| {
                format!("[[rulings]]\nlead = \"l{i}\"\n[[withdrawals]]\nentry = \"https://a.example/{i}\"\n")
            }),
        ),
        shape(
            "lists",
            of(|i| format!("[[lists]]\nname = \"L {i}\"\nurl = \"https://a.example/{i}.opml\"\n")),
        ),
        shape("articles", of(|i| format!("[[articles]]\npath = \"a{i}/*\"\n"))),
        shape("unknown keys", of(|i| format!("[site{i}]\nk{i} = 1\n"))),
    ]
}

/// Heads of answers over HTTP.
pub(crate) fn answers() -> Vec<Shape> {
    let head = |lines: String| format!("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n{lines}\r\n");
    let line = |name: &'static str, value: fn(usize) -> String| {
        move |count: usize| head(format!("{name}: {}\r\n", each(count, value)))
    };
    let lines = |value: fn(usize) -> String| move |count: usize| head(each(count, value));
    vec![
        shape("links", line("Link", |i| format!("</{i}>; rel=hub, "))),
        shape("links that are none", line("Link", |_| "<http://[>; rel=\"hub hub hub\", ".into())),
        shape("parameters of a link", move |n| head(format!("Link: </a>{}\r\n", ";a=b".repeat(n)))),
        shape("names of a relation", move |n| head(format!("Link: </a>; rel=\"{}\"\r\n", "hub ".repeat(n)))),
        shape("directives", line("Cache-Control", |i| format!("a{i}=1, "))),
        shape("marks", line("X-Robots-Tag", |_| "noindex, ".into())),
        shape("encodings", line("Content-Encoding", |_| "gzip, ".into())),
        shape("a long type", line("Content-Type", |_| "text/xml; ".into())),
        shape("a long address", |n| {
            format!("HTTP/1.1 302 Found\r\nLocation: /{}\r\nContent-Length: 0\r\n\r\n", "a/../".repeat(n))
        }),
        shape("cookies", lines(|i| format!("Set-Cookie: c{i}=x; Path=/\r\n"))),
        shape("lines", lines(|i| format!("X-{i}: x\r\n"))),
        shape("lines of one name", lines(|_| "Link: </a>; rel=hub\r\n".into())),
        shape("interim answers", move |n| {
            format!("{}{}", "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(n), head(String::new()))
        }),
    ]
}

/// What a hub calls with.
pub(crate) fn calls() -> Vec<Shape> {
    vec![
        shape("keys", |n| each(n, |i| format!("k{i}=v&"))),
        shape("one key", |n| "hub.mode=subscribe&".repeat(n)),
        shape("escapes", |n| format!("hub.topic={}", "%41%zz+".repeat(n))),
        shape("a long reason", |n| {
            format!(
                "hub.mode=denied&hub.topic=https%3A%2F%2Fa.example%2Ffeed&hub.reason={}",
                "%C3%A9".repeat(n)
            )
        }),
        shape("a long signature", |n| format!("sha256={}", "0a".repeat(n))),
    ]
}
