//! The one door for HTML on its way out: sanitised, its addresses absolute, well-formed.
//!
//! What may stay is an allow-list, kept by `ammonia`: no scripts, styles, frames, forms or event
//! attributes. Before it, `text::shown` makes of hidden words, waiting pictures and frames what a browser
//! would show. Cleaning what is clean changes nothing.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::{Builder, Url, UrlRelative};

use copydesk_model::text::url::is_script;
use copydesk_model::text::{escape, lines, shown, tags};
use copydesk_model::{Text, TextKind};

/// Elements left open inside each other beyond this are not parsed: HTML's rules for mending them
/// take time that grows with the square of the depth.
const MAX_OPEN: usize = 400;
/// A cleaning that dropped elements, or a parser that mended their nesting, may leave others nested
/// wrongly. So many more runs settle whatever a person wrote; of the rest the words alone are kept.
const MORE_RUNS: usize = 6;
/// The serializer searches what is left of a text from each sign that it escapes. A document whose
/// texts would cost more steps than this (a text of 32,000 signs is the limit) is not parsed.
const MAX_STEPS: usize = 1 << 30;

/// Attributes that hold one address.
const ADDRESSES: &[&str] = &["href", "src", "cite", "poster", "longdesc", "data", "background"];

thread_local! {
    /// The base of the text being cleaned: `ammonia`'s filters are made once and take no argument.
    static BASE: RefCell<Option<Url>> = const { RefCell::new(None) };
    /// Whether the present run dropped characters from an attribute, so that its scheme was not the one
    /// that was looked at.
    static ODD: Cell<bool> = const { Cell::new(false) };
}

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::default();
    builder
        .add_tags(["audio", "video", "source", "track", "picture", "section", "font"])
        .rm_tags(["map", "area"])
        .add_generic_attributes(["dir"])
        .add_tag_attributes("details", ["open"])
        .add_tag_attributes("data", ["value"])
        .add_tag_attributes("li", ["value"])
        .add_tag_attributes("ol", ["reversed", "type"])
        .add_tag_attributes("time", ["datetime"])
        .add_tag_attributes("img", ["srcset", "sizes", "loading"])
        .add_tag_attributes("source", ["src", "srcset", "sizes", "type", "media"])
        .add_tag_attributes("audio", ["src", "controls", "loop", "muted", "preload"])
        .add_tag_attributes(
            "video",
            ["src", "controls", "loop", "muted", "preload", "poster", "width", "height"],
        )
        .add_tag_attributes("track", ["src", "kind", "srclang", "label", "default"])
        .add_clean_content_tags(CONTENT_GOES.iter().copied())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(Some("noopener noreferrer"))
        .attribute_filter(attribute);
    builder
});

/// Elements that go with all that is in them.
const CONTENT_GOES: &[&str] = &[
    "script", "style", "iframe", "noscript", "template", "head", "title", "textarea", "select", "svg",
    "math", "noembed", "noframes", "xmp",
];

/// HTML that is safe to publish. For a plain text that is its escaped form.
///
/// Relative addresses are resolved against `text.base`; without one they stay.
///
/// ```
/// use copydesk_model::Text;
/// use copydesk_read::html;
/// let text = Text { base: Some("https://desk.example/a/".into()), ..Text::html("<a href=b onclick=x()>c") };
/// assert_eq!(html::clean(&text), r#"<a href="https://desk.example/a/b" rel="noopener noreferrer">c</a>"#);
/// ```
pub fn clean(text: &Text) -> String {
    if text.kind == TextKind::Text {
        return lines::html(&text.value);
    }
    if !text.value.contains(['<', '&', '>', '\0', '\r', '\u{a0}']) {
        return text.value.clone();
    }
    let html = shown::html(&text.value);
    let survey = survey(&html);
    if survey.deepest > MAX_OPEN || survey.steps > MAX_STEPS || tags::refusal(&html).is_some() {
        return escape::text(&text.without_markup()).into_owned();
    }
    let base = text.base.as_deref().and_then(|base| Url::parse(base).ok());
    BASE.set(base);
    let runs = if survey.unsettled { MORE_RUNS } else { 0 };
    let clean = settled(once(&html), runs);
    BASE.set(None);
    clean.unwrap_or_else(|| escape::text(&text.without_markup()).into_owned())
}

/// What cleaning it again no longer changes; `None` where so many runs do not settle it.
fn settled(mut clean: String, runs: usize) -> Option<String> {
    for _ in 0..runs {
        let again = once(&clean);
        if again == clean {
            return Some(clean);
        }
        clean = again;
    }
    (runs == 0).then_some(clean)
}

fn once(html: &str) -> String {
    let mut clean = CLEANER.clean(html).to_string();
    // What a parser takes for a line's end, and what XML forbids, can only have come by reference. What
    // is left without it is looked at anew: `java&#1;script:` was no scheme before.
    if ODD.take() || has_controls(&clean) {
        clean = clean.replace("\r\n", "\n").replace('\r', "\n");
        clean.retain(|c| c >= ' ' || matches!(c, '\n' | '\t'));
        clean = CLEANER.clean(&clean).to_string();
    }
    // A parser takes it for a byte order mark and drops it, but only in the first place.
    let marks = clean.len() - clean.trim_start_matches('\u{feff}').len();
    clean.drain(..marks);
    // Its address was none of the web.
    if clean.contains("<img>") || clean.contains("<img ") {
        clean = without_empty_pictures(clean);
    }
    if clean.contains("<pre") { with_first_newlines(&clean) } else { clean }
}

/// Without pictures that have neither address nor words; cleaned HTML has its attributes in double quotes.
fn without_empty_pictures(html: String) -> String {
    let mut out = String::new();
    let (mut copied, mut at) = (0, 0);
    while let Some(found) = memchr::memmem::find(&html.as_bytes()[at..], b"<img") {
        let start = at + found;
        let end = start + tag_length(&html[start..]);
        at = end;
        let tag = &html[start..end];
        if !tag.contains(" src=\"") && (!tag.contains(" alt=\"") || tag.contains(" alt=\"\"")) {
            out.push_str(&html[copied..start]);
            copied = end;
        }
    }
    if copied == 0 {
        return html;
    }
    out + &html[copied..]
}

/// The length of the tag at the start of cleaned HTML.
fn tag_length(html: &str) -> usize {
    let mut quoted = false;
    let end = html.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    });
    end.map_or(html.len(), |end| end + 1)
}

/// Whether a text has control characters beside newlines and tabs. Blocks are looked at as a whole, many bytes in
/// one step: nearly no text has any.
fn has_controls(text: &str) -> bool {
    let is_control = |byte: u8| (byte < b' ') & (byte != b'\n') & (byte != b'\t');
    text.as_bytes().chunks(256).any(|block| block.iter().fold(false, |found, byte| found | is_control(*byte)))
}

/// Whether XML forbids the character (XML 1.0 2.2).
fn is_odd(byte: u8) -> bool {
    byte < b' ' && !matches!(byte, b'\n' | b'\t' | b'\r')
}

/// A parser drops a newline right behind `<pre>` (WHATWG HTML 13.1.2.5), and the serializer forgets
/// it: one that belongs to the text has to be written twice.
fn with_first_newlines(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + 8);
    let mut rest = html;
    while let Some(start) = rest.find("<pre") {
        let end = start + tag_length(&rest[start..]);
        out.push_str(&rest[..end]);
        rest = &rest[end..];
        if rest.starts_with('\n') {
            out.push('\n');
        }
    }
    out + rest
}

/// What a glance at the tags of HTML shows.
#[derive(Default)]
struct Survey<'a> {
    /// The most elements open at once, not counting those whose end tag may be left out.
    deepest: usize,
    /// Whether it has elements that are dropped while what is in them stays, or links or headings inside
    /// their like: parsing what a parser made of those need not give the same again.
    unsettled: bool,
    /// What escaping its texts costs: the length of each times the signs in it that are escaped.
    steps: usize,
    /// The elements that are open, outermost first.
    open: Vec<&'a [u8]>,
}

impl<'a> Survey<'a> {
    fn start(&mut self, name: &'a [u8]) {
        let overlaps = match heading(name) {
            true => self.open.iter().any(|open| heading(open)),
            false => name.eq_ignore_ascii_case(b"a") && self.is_open(name),
        };
        self.unsettled = self.unsettled || overlaps || is_foreign(name);
        self.open(name);
    }

    fn open(&mut self, name: &'a [u8]) {
        // Deeper ones are not parsed anyway.
        if self.open.len() <= MAX_OPEN {
            self.open.push(name);
        }
        self.deepest = self.deepest.max(self.open.len());
    }

    fn end(&mut self, name: &[u8]) {
        if let Some(at) = self.open.iter().rposition(|open| open.eq_ignore_ascii_case(name)) {
            self.open.remove(at);
        }
    }

    fn is_open(&self, name: &[u8]) -> bool {
        self.open.iter().any(|open| open.eq_ignore_ascii_case(name))
    }
}

fn heading(name: &[u8]) -> bool {
    matches!(name, [b'h' | b'H', b'1'..=b'6'])
}

fn survey(html: &str) -> Survey<'_> {
    let bytes = html.as_bytes();
    let mut survey = Survey::default();
    let mut text = 0;
    for at in memchr::memchr_iter(b'<', bytes) {
        let rest = &bytes[at + 1..];
        let end = rest.first() == Some(&b'/');
        let name = &rest[usize::from(end)..];
        let length = name.iter().take(12).take_while(|byte| byte.is_ascii_alphanumeric()).count();
        if length == 0 {
            continue;
        }
        let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/');
        match &name[..length] {
            // `<p<b>` is an element of that whole name, which nobody knows.
            other if !end && !name.get(length).is_none_or(ends) => {
                survey.unsettled = true;
                survey.open(other);
            }
            b"p" | b"br" | b"img" | b"hr" if !end => {
                survey.steps += escaping(&bytes[text..at]);
                text = at;
            }
            b"p" | b"li" | b"td" | b"tr" | b"th" | b"dd" | b"dt" | b"br" | b"img" | b"hr" | b"input"
            | b"source" | b"track" | b"wbr" | b"col" | b"link" | b"meta" | b"base" | b"embed" | b"param" => {}
            other if end => survey.end(other),
            other => {
                if DIVIDE.contains(&other) {
                    survey.steps += escaping(&bytes[text..at]);
                    text = at;
                }
                survey.start(other);
            }
        }
    }
    survey.steps += escaping(&bytes[text..]);
    survey
}

/// Start tags that end the text before them wherever it is kept; others may be dropped by the
/// parser, and the text goes on.
const DIVIDE: &[&[u8]] =
    &[b"a", b"b", b"blockquote", b"div", b"em", b"figure", b"h2", b"h3", b"i", b"span", b"strong", b"ul"];

fn escaping(text: &[u8]) -> usize {
    // 0xC2 leads the no-break space, and the serializer stops at each.
    text.len().saturating_mul(memchr::memchr2_iter(b'&', 0xC2, text).count())
}

/// Whether an element is dropped while what is in it stays.
fn is_foreign(name: &[u8]) -> bool {
    let mut lower = [0; 12];
    lower[..name.len()].copy_from_slice(name);
    lower.make_ascii_lowercase();
    let name = std::str::from_utf8(&lower[..name.len()]).unwrap_or_default();
    !TAGS.contains(name) && !CONTENT_GOES.contains(&name)
}

/// The elements that stay.
static TAGS: LazyLock<HashSet<&'static str, foldhash::fast::FixedState>> =
    LazyLock::new(|| CLEANER.clone_tags().into_iter().collect());

fn attribute<'v>(_element: &str, name: &str, value: &'v str) -> Option<Cow<'v, str>> {
    // `ammonia` looks at the schemes of what a browser follows by itself or by a click; `cite` is
    // followed by some extensions and readers.
    if ADDRESSES.contains(&name) && is_script(value) {
        return None;
    }
    if !value.bytes().any(is_odd) {
        return Some(settled_value(name, value));
    }
    // They would go later, and what is left is another address then.
    let kept = value.chars().filter_map(|c| match c {
        '\u{c}' => Some(' '),
        _ => Some(c).filter(|c| !u8::try_from(*c).is_ok_and(is_odd)),
    });
    let kept: String = kept.collect();
    ODD.set(true);
    Some(Cow::Owned(settled_value(name, &kept).into_owned()))
}

/// The value of an attribute as it stays: its addresses absolute.
fn settled_value<'v>(name: &str, value: &'v str) -> Cow<'v, str> {
    match name {
        "srcset" => Cow::Owned(srcset(value)),
        _ if ADDRESSES.contains(&name) => address(value),
        _ => Cow::Borrowed(value),
    }
}

/// An address made absolute where a base is known.
fn address(value: &str) -> Cow<'_, str> {
    let trimmed = value.trim();
    BASE.with_borrow(|base| match base {
        Some(base) if !super::links::has_scheme(trimmed) => match base.join(trimmed) {
            Ok(url) => Cow::Owned(url.into()),
            Err(_) => Cow::Borrowed(trimmed),
        },
        _ => Cow::Borrowed(trimmed),
    })
}

/// The candidates of a `srcset` (WHATWG HTML 4.8.4.2.1), each with its address made absolute;
/// those with a scheme that pictures do not have are dropped.
fn srcset(value: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut rest = value;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        if rest.is_empty() {
            return out.join(", ");
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
        let (url, after) = rest.split_at(end);
        let descriptor = if url.ends_with(',') { "" } else { after.split(',').next().unwrap_or_default() };
        rest = &after[descriptor.len()..];
        let url = address(url.trim_end_matches(','));
        let web = url.starts_with("http:") || url.starts_with("https:") || !super::links::has_scheme(&url);
        if web && !url.is_empty() {
            // Control characters go later; what stands beside them must not be left alone with blanks.
            let words = descriptor.split(|c: char| c.is_whitespace() || c.is_control());
            let mut candidate = url.into_owned();
            for word in words.filter(|word| !word.is_empty()) {
                candidate.extend([" ", word]);
            }
            out.push(candidate);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(html: &str) -> String {
        clean(&Text { base: Some("https://desk.example/a/".into()), ..Text::html(html) })
    }

    #[test]
    fn no_attribute_keeps_an_address_that_runs() {
        for element in ["blockquote", "q", "del", "ins"] {
            for address in [
                "javascript:x()",
                " java\tscript:x()",
                "java&#1;script:x()",
                "&#106;avascript:x()",
                "data:text/html,x",
            ] {
                let once = cleaned(&format!("<{element} cite=\"{address}\">a</{element}>"));
                assert!(!once.contains("cite="), "{once}");
            }
            let kept = cleaned(&format!("<{element} cite='b'>a</{element}>"));
            assert!(kept.contains("cite=\"https://desk.example/a/b\""), "{kept}");
        }
    }

    #[test]
    fn srcset_is_settled_after_one_cleaning() {
        let once = cleaned("<img srcset='b.png \u{8}\u{8}, c.png \u{8} 2x \u{1}'>");
        let there = "https://desk.example/a/b.png, https://desk.example/a/c.png 2x";
        assert_eq!(once, format!("<img src=\"https://desk.example/a/b.png\" srcset=\"{there}\">"));
        assert_eq!(cleaned(&once), once);
    }

    #[test]
    fn control_characters_by_reference_hide_no_scheme_and_settle_at_once() {
        for html in [
            "<a href='java&#1;script:x()'>a</a>",
            "<a href='java&#8;script:x()'>a</a>",
            "<a href='&#27;javascript:x()'>a</a>",
            "<a href='java&#x7f;script:x()'>a</a>",
            "<a href='java&#13;script:x()'>a</a>",
            "<a href='java&#9;script:x()'>a</a>",
            "<a href='java&#10;script:x()'>a</a>",
            "<img src='java&#2;script:x()'>",
        ] {
            for text in
                [Text::html(html), Text { base: Some("https://desk.example/a/".into()), ..Text::html(html) }]
            {
                let once = clean(&text);
                assert!(!once.contains("\"javascript:"), "{html} became {once}");
                assert_eq!(clean(&Text { value: once.clone(), ..text }), once, "{html}");
            }
        }
        for odd in [
            "b.png1x,\u{1}\u{4} /b2.png 2x",
            "\u{1}, b.png",
            "b.png\u{c}2x",
            "b.png &#12; 2x,&#1;,&#2; c.png",
        ] {
            let once = cleaned(&format!("<img srcset='{odd}'>"));
            assert_eq!(cleaned(&once), once, "{odd:?}");
        }
        let odd = "<a href='\\\\rc=&quot\u{1b}b.png&quot;'>e</a>";
        assert_eq!(cleaned(&cleaned(odd)), cleaned(odd));
    }

    #[test]
    fn what_runs_or_frames_goes() {
        for html in [
            "<script>x()</script>",
            "<iframe srcdoc='<p>x'></iframe>",
            "<style>p{}</style>",
            "<form action='x'></form>",
            "<object></object>",
            "<svg onload=x()></svg>",
        ] {
            assert_eq!(cleaned(html), "", "{html}");
        }
        assert_eq!(cleaned("<p onclick='x()' style='color:red'>a</p>"), "<p>a</p>");
        assert_eq!(cleaned("<a href='javascript:x()'>a</a>"), "<a rel=\"noopener noreferrer\">a</a>");
    }

    #[test]
    fn addresses_become_absolute() {
        assert_eq!(cleaned("<img src=b.png>"), "<img src=\"https://desk.example/a/b.png\">");
        assert_eq!(
            cleaned("<img srcset='b.png 1x, /c,d.png 2x'>"),
            "<img src=\"https://desk.example/a/b.png\" \
             srcset=\"https://desk.example/a/b.png 1x, https://desk.example/c,d.png 2x\">"
        );
        assert_eq!(
            cleaned("<video poster=p.jpg></video>"),
            "<video poster=\"https://desk.example/a/p.jpg\"></video>"
        );
    }

    #[test]
    fn first_newline_of_preformatted_text_stays() {
        let once = cleaned("<pre>\n\na</pre>");
        assert_eq!(once, "<pre>\n\na</pre>");
        assert_eq!(cleaned(&once), once);
    }

    #[test]
    fn names_and_characters_that_only_a_parser_takes_are_settled() {
        for html in [
            "<h1><p<b><h1>&.</h1>",
            "<h1>a<p<h1><<&<&\r/h1><h1>&.</h1><h1>",
            "<h4>a<h4>b<a>c<h4>d<a>e<h4>f<a",
            "<b>a<i>b</b>c</i>",
            "a&#13;b&#13",
            "a&#8;b",
            "\u{1e}\u{feff}a>",
            "<p title='&#13;'>",
        ] {
            let once = cleaned(html);
            assert_eq!(cleaned(&once), once, "{html}");
            assert!(!once.contains(['\r', '\u{8}']), "{once:?}");
        }
    }

    #[test]
    fn what_more_runs_do_not_settle_keeps_its_words() {
        let html = format!("<rp>a<a\n><ul><dd>b{}", "<pre><dt><h1></h1><h1><a><dt><h1>c</h1>".repeat(12));
        let once = cleaned(&html);
        assert_eq!(cleaned(&once), once);
        assert!(once.contains('c') && survey(&html).unsettled, "{once}");
    }

    #[test]
    fn plain_text_is_escaped() {
        assert_eq!(clean(&Text::plain("AT&T <3")), "AT&amp;T &lt;3");
    }
}
