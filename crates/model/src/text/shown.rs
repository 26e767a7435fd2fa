//! HTML as it shows itself where no script runs and no frame may stay: what a browser hides goes, pictures
//! that wait for a script have their addresses, frames become links, formulas and drawings words, boxes of
//! tasks signs.
//!
//! One pass over the tags, linear in the length; text without any such thing comes back as it is. Nothing
//! here makes HTML safe: that comes after.

mod embeds;
mod formula;
mod hidden;
mod pictures;
pub(in crate::text) mod signs;
pub mod tag;

use crate::text::escape::push_attribute;
use std::borrow::Cow;
use std::collections::HashSet;

use memchr::memchr;
use xxhash_rust::xxh3::xxh3_64;

use super::{entities, plain};
use pictures::Picture;
pub use signs::name;
use tag::Tag;

/// HTML to be published.
///
/// ```
/// use copydesk_model::text::shown;
/// assert_eq!(shown::html("a<p hidden>b</p><iframe src='https://x.example/1' title='A film'></iframe>"),
///     "a<a href=\"https://x.example/1\">A film</a>");
/// ```
pub fn html(html: &str) -> Cow<'_, str> {
    Walk::new(html, true).run()
}

/// HTML whose words are wanted: frames leave none.
pub fn words(html: &str) -> Cow<'_, str> {
    Walk::new(html, false).run()
}

/// The attribute of links that [`of_page`] puts in place of frames.
pub const EMBEDDED: &str = "data-embedded";

/// A whole page before its article is looked for: formulas as words, players of films and sound as links, each
/// in a paragraph. What else stands in frames there is seldom part of an article.
pub fn of_page(html: &str) -> Cow<'_, str> {
    Walk { players: true, ..Walk::new(html, true) }.run()
}

/// A way through the tags of HTML.
struct Walk<'h> {
    html: &'h str,
    at: usize,
    /// Up to here it is in `out`, or what stands for it.
    copied: usize,
    out: String,
    /// It is to be published.
    page: bool,
    /// Formulas and players alone are looked at.
    players: bool,
    /// Addresses of pictures so far, and of those that browsers without scripts show: a picture and its
    /// twin for them are one.
    seen: HashSet<u64>,
    twins: HashSet<u64>,
    /// Where the last picture ended that waits for a script, and whether it has an address.
    waiting: Option<(usize, bool)>,
    /// Where the `<noscript>` ends in which this is, and whether what it has is there already.
    without_scripts: Option<(usize, bool)>,
    /// In a `<picture>` what it offers for an `<img>` without an address; empty where that is nothing yet.
    offered: Option<String>,
    /// The end tag of what stood for `<body>`.
    body: bool,
    /// How often it may still be asked whether what is faded out has pictures in it.
    looks: usize,
    /// Links that wait for the end of a line, since what they stand for stood within it.
    later: String,
    /// Where the last formula ended.
    formula: usize,
}

impl<'h> Walk<'h> {
    fn new(html: &'h str, page: bool) -> Self {
        Self {
            html,
            at: 0,
            copied: 0,
            out: String::new(),
            page,
            players: false,
            seen: HashSet::new(),
            twins: HashSet::new(),
            waiting: None,
            without_scripts: None,
            offered: None,
            body: false,
            looks: 20,
            later: String::new(),
            formula: 0,
        }
    }

    fn run(mut self) -> Cow<'h, str> {
        let bytes = self.html.as_bytes();
        while let Some(found) = memchr(b'<', &bytes[self.at..]) {
            let start = self.at + found;
            match bytes.get(start + 1) {
                Some(b'!' | b'?') => self.at = tag::behind_comment(self.html, start),
                _ if !tag::begins(self.html, start) => self.at = start + 1,
                _ => {
                    // A tag that never ends swallows the rest.
                    let Some(tag) = Tag::at(self.html, start) else { break };
                    self.at = tag.end;
                    if !self.later.is_empty() && plain::is_block(tag.name) {
                        let later = std::mem::take(&mut self.later);
                        self.put(tag.start, tag.start, &later);
                        self.at = tag.end;
                    }
                    if tag.closes { self.end(&tag) } else { self.start(&tag) }
                }
            }
        }
        if self.copied == 0 && self.out.is_empty() {
            return surrogates(self.html);
        }
        self.out.push_str(&self.html[self.copied..]);
        self.out.push_str(&self.later);
        match surrogates(&self.out) {
            Cow::Borrowed(_) => Cow::Owned(self.out),
            Cow::Owned(mended) => Cow::Owned(mended),
        }
    }

    /// Puts something in place of a stretch, and goes on behind it.
    fn put(&mut self, from: usize, to: usize, what: &str) {
        self.out.push_str(&self.html[self.copied..from]);
        self.out.push_str(what);
        (self.copied, self.at) = (to, to);
    }

    fn start(&mut self, tag: &Tag<'h>) {
        if self.players {
            return self.player(tag);
        }
        if hidden::is_hidden(self.html, tag, &mut self.looks) || tag.silent && self.is_drawn_twice(tag) {
            let end = hidden::end(self.html, tag);
            return self.put(tag.start, end, "");
        }
        match tag.name.as_bytes()[0].to_ascii_lowercase() {
            b'i' if tag.is("img") => self.picture("img", tag),
            b'i' if tag.is("input") => self.input(tag),
            b'i' if tag.is("iframe") => self.frame(tag),
            b's' if tag.is("svg") => self.drawn(tag, formula::of_drawing),
            b'm' if tag.is("math") => self.drawn(tag, formula::of_math),
            b's' if tag.is("script") => self.script(tag),
            b's' | b't' | b'x' | b'n' if hidden::is_raw(tag) => {
                self.at = tag::behind(self.html, tag.end, tag.name);
            }
            _ => {
                if tag.has_role {
                    self.labelled(tag);
                }
                if self.page {
                    self.of_page(tag);
                }
            }
        }
    }

    /// The only things that are looked at in a whole page.
    fn player(&mut self, tag: &Tag<'h>) {
        if tag.is("math") {
            self.drawn(tag, formula::of_math);
        } else if hidden::is_raw(tag) {
            self.at = tag::behind(self.html, tag.end, tag.name);
        } else if tag.is("iframe") || embeds::is_player(tag) {
            let end = tag::behind(self.html, tag.end, tag.name);
            if embeds::plays(tag) && !hidden::is_hidden(self.html, tag, &mut 0) {
                let link = embeds::link(tag);
                let marked = link.replacen("<a ", &format!("<a {EMBEDDED}=\"\" "), 1);
                let paragraph = if link.is_empty() { link } else { format!("<p>{marked}</p>") };
                self.put(tag.start, end, &paragraph);
            }
            self.at = end;
        }
    }

    /// What is drawn or set by other rules than HTML's, in its words.
    fn drawn(&mut self, tag: &Tag<'h>, words: fn(&Tag<'_>, &str) -> String) {
        // The end tag has the prefix that the start tag has.
        let name =
            self.html[tag.start + 1..].split(|c: char| c.is_ascii_whitespace() || "/>".contains(c)).next();
        let (to, end) = match tag.is_empty() {
            true => (tag.end, tag.end),
            false => tag::inside(self.html, tag.end, name.unwrap_or(tag.name)),
        };
        let words = words(tag, &self.html[tag.end..to]);
        self.put(tag.start, end, &words);
        if tag.is("math") && !words.is_empty() {
            self.formula = end;
        }
    }

    /// Whether an element that screen readers pass over draws a formula whose words stand beside it: KaTeX has
    /// them before it, MathJax behind.
    fn is_drawn_twice(&self, tag: &Tag<'h>) -> bool {
        tag.is("mjx-math")
            || tag.is("nobr") && starts_so(self.html[tag.end..].trim_start(), "<span class=\"math\"")
            || self.is_behind_formula(tag)
                && tag.attribute("aria-hidden").is_some_and(|value| value.eq_ignore_ascii_case("true"))
    }

    /// Whether nothing but end tags stands between the last formula and a tag.
    fn is_behind_formula(&self, tag: &Tag<'h>) -> bool {
        const NEAR: usize = 100;
        let between = &self.html[self.formula..tag.start];
        self.formula > 0
            && between.len() < NEAR
            && between.split('<').enumerate().all(|(at, part)| match at {
                0 => part.trim().is_empty(),
                _ => part.starts_with('/') && part.trim_end().ends_with('>'),
            })
    }

    /// A script, which no browser shows; but it may be a formula that another script draws.
    fn script(&mut self, tag: &Tag<'h>) {
        self.at = tag::behind(self.html, tag.end, tag.name);
        let Some(kind) = tag.attribute("type").filter(|kind| starts_so(kind, "math/")) else { return };
        let (to, end) = tag::inside(self.html, tag.end, tag.name);
        let inside = &self.html[tag.end..to];
        let words = match starts_so(&kind, "math/mml") {
            true => formula::of_math(tag, inside),
            false => formula::of_script(inside),
        };
        let before = self.html[self.copied..tag.start].trim_end();
        let before = before.strip_suffix("</span>").unwrap_or(before);
        if !words.is_empty() && !self.is_behind_formula(tag) && !before.ends_with(words.as_str()) {
            self.put(tag.start, end, &words);
        }
    }

    /// What matters only where the elements themselves are wanted.
    fn of_page(&mut self, tag: &Tag<'h>) {
        match tag.name.as_bytes()[0].to_ascii_lowercase() {
            b'n' if tag.is("noscript") => self.noscript(tag),
            b'p' if tag.is("picture") => self.offered = Some(String::new()),
            b's' if tag.is("source") => self.source(tag),
            b'e' if tag.is("embed") => self.embed(tag, tag.end),
            b'o' if tag.is("object") => self.object(tag),
            b'o' if embeds::is_player(tag) => self.frame(tag),
            b'a' if tag.is("area") => self.area(tag),
            b'a' if tag.name.len() > 4 && tag.name.as_bytes()[3] == b'-' => self.amp(tag),
            b'v' | b'a' if (tag.is("video") || tag.is("audio")) && tag.attribute("src").is_none() => {
                if let Some(address) = pictures::address(tag) {
                    let mut with = String::from(" src=\"");
                    push_attribute(&address, &mut with);
                    with.push('"');
                    let behind_name = tag.start + 1 + tag.name.len();
                    let end = tag.end;
                    self.put(behind_name, behind_name, &with);
                    self.at = end;
                }
            }
            b'l' | b'y' if embeds::is_player(tag) => self.frame(tag),
            b'b' | b'h' if tag.is("body") || tag.is("html") => self.direction(tag),
            _ => {}
        }
    }

    fn end(&mut self, tag: &Tag<'h>) {
        if !self.page || self.players {
            return;
        }
        match tag.name.as_bytes()[0].to_ascii_lowercase() {
            b'n' if tag.is("noscript") => {
                self.without_scripts = None;
                self.put(tag.start, tag.end, "");
            }
            b'p' if tag.is("picture") => self.offered = None,
            b'a' if tag.is("amp-img") || tag.is("amp-anim") => self.put(tag.start, tag.end, ""),
            b'a' if tag.is("amp-video") => self.put(tag.start, tag.end, "</video>"),
            b'a' if tag.is("amp-audio") => self.put(tag.start, tag.end, "</audio>"),
            b'b' if self.body && tag.is("body") => {
                self.body = false;
                self.put(tag.start, tag.end, "</div>");
            }
            _ => {}
        }
    }

    /// A picture, with the address at which it is; none where it has no address at all.
    fn picture(&mut self, name: &str, tag: &Tag<'h>) {
        if !self.page {
            return;
        }
        let mut picture = Picture::of(tag);
        let offered = self.offered.take().filter(|offered| !offered.is_empty());
        picture.address = picture.address.take().or(offered.map(Cow::Owned));
        let hash = picture.address.as_deref().map(|address| xxh3_64(address.as_bytes()));
        let is_twin = match self.without_scripts {
            Some((_, is_there)) => is_there || hash.is_some_and(|hash| self.seen.contains(&hash)),
            // A twin may also stand before what waits.
            None => picture.waits && hash.is_some_and(|hash| self.twins.contains(&hash)),
        };
        let waits = picture.waits && self.without_scripts.is_none();
        if is_twin {
            return self.put(tag.start, tag.end, "");
        }
        if hash.is_none() && self.is_named_only(tag) {
            return;
        }
        self.seen.extend(hash);
        self.twins.extend(hash.filter(|_| self.without_scripts.is_some()));
        if picture.address.is_none() {
            let words = embedded_words(tag);
            self.put(tag.start, tag.end, &words);
        } else if name != "img" || !tag.is("img") || !picture.is_plain(tag) {
            let mut written = String::new();
            picture.written(name, tag, &mut written);
            self.put(tag.start, tag.end, &written);
        }
        if waits {
            self.waiting = Some((tag.end, picture.address.is_some()));
        }
    }

    /// Whether a picture has words in place of an address, and does not wait for one.
    fn is_named_only(&self, tag: &Tag<'h>) -> bool {
        let follows = self.html[tag.end..].trim_start();
        tag.is("img")
            && tag.said("alt").is_some()
            && tag.attribute("src").is_none()
            && !starts_so(follows, "<noscript")
    }

    /// A form of a picture, or of a film.
    fn source(&mut self, tag: &Tag<'h>) {
        let picture = Picture::of(tag);
        if picture.named || tag.attribute("srcset").is_none() && tag.attribute("src").is_none() {
            let mut written = String::new();
            if picture.address.is_some() || picture.sizes.is_some() {
                // In a `<picture>` it has sizes, in a film an address.
                let one = match picture.sizes.is_some() {
                    true => Picture { sizes: picture.sizes.clone(), ..Picture::default() },
                    false => Picture { address: picture.address.clone(), ..Picture::default() },
                };
                one.written("source", tag, &mut written);
            }
            self.put(tag.start, tag.end, &written);
        }
        if self.offered.as_ref().is_some_and(String::is_empty) {
            let first = picture.sizes.as_deref().and_then(pictures::first_of);
            self.offered = Some(first.unwrap_or_default().to_owned());
        }
    }

    /// What browsers without scripts show, where it is a picture, a frame or a link; else it says that
    /// there are none.
    fn noscript(&mut self, tag: &Tag<'h>) {
        let (to, end) = self.near_end(tag);
        let inside = &self.html[tag.end..to];
        // One that ends far away is no notice.
        let is_long = to == end;
        let shows =
            ["<img", "<iframe", "<a ", "<video", "<audio", "<picture", "<embed", "<object", "<amp-img"];
        let shows = has_any(inside, &shows);
        if !shows && !is_long {
            return self.put(tag.start, end, "");
        }
        // Directly behind a picture that waits for a script it is that picture.
        let beside = self.waiting.filter(|(end, _)| {
            let between = &self.html[*end..tag.start];
            between.len() < 200
                && between.split('<').skip(1).all(|part| part.starts_with('/'))
                && between.split('<').next().is_some_and(|text| text.trim().is_empty())
        });
        self.without_scripts = Some((to, beside.is_some_and(|(_, has_address)| has_address)));
        self.put(tag.start, tag.end, "");
    }

    /// Whether a box is ticked; every other field of a form goes anyway.
    fn input(&mut self, tag: &Tag<'h>) {
        let kind = tag.attribute("type").unwrap_or_default();
        let is_box = kind.eq_ignore_ascii_case("checkbox") || kind.eq_ignore_ascii_case("radio");
        let checked = tag.attributes().any(|(name, _)| name.eq_ignore_ascii_case("checked"));
        let sign = match (is_box, checked) {
            (false, _) => return,
            (true, true) => "\u{2611}",
            (true, false) => "\u{2610}",
        };
        self.put(tag.start, tag.end, sign);
    }

    fn frame(&mut self, tag: &Tag<'h>) {
        let (to, end) = tag::inside(self.html, tag.end, tag.name);
        // Some write it as XML has it; a browser would take all that follows for its inside.
        self.embed(tag, if tag.is_empty() && to == self.html.len() { tag.end } else { end });
    }

    /// A link in place of what cannot stay.
    fn embed(&mut self, tag: &Tag<'h>, end: usize) {
        let link = if self.page { embeds::link(tag) } else { String::new() };
        self.put_link(tag.start, end, link);
    }

    /// Puts a link, apart from links beside it; behind the line, where words stand on both sides.
    fn put_link(&mut self, from: usize, to: usize, link: String) {
        let before = &self.html[self.copied..from];
        let words = |end: Option<char>, tag: char| end.is_some_and(|c| c != tag && !c.is_whitespace());
        let within = words(before.trim_end().chars().next_back(), '>')
            && words(self.html[to..].trim_start().chars().next(), '<');
        let mut parted = String::new();
        if !link.is_empty() && within {
            self.later.extend([" ", &link]);
        } else if !link.is_empty() {
            if before.trim().is_empty() && self.out.ends_with("</a>") {
                parted.push_str("<br>");
            } else if words(before.chars().next_back(), '>') {
                parted.push(' ');
            }
            parted.push_str(&link);
            parted.extend(words(self.html[to..].chars().next(), '<').then_some(' '));
        }
        self.put(from, to, &parted);
    }

    /// Where the inside of an element ends, and the element, if that is near: what is open may be much.
    fn near_end(&self, tag: &Tag<'h>) -> (usize, usize) {
        const NEAR: usize = 3_000;
        let window = &self.html[..self.html.floor_char_boundary(tag.end + NEAR)];
        tag::inside(window, tag.end, tag.name)
    }

    /// An object has in it what is shown in its place; where that is nothing, it leaves a link.
    fn object(&mut self, tag: &Tag<'h>) {
        let (to, end) = self.near_end(tag);
        let inside = &self.html[tag.end..to];
        let stands_in = ["<embed", "<iframe", "<img", "<a ", "<video", "<object", "<p>"];
        if has_any(inside, &stands_in) {
            return;
        }
        let picture = tag.attribute("type").is_some_and(|kind| kind.starts_with("image/"));
        let link = embeds::link(tag);
        if link.is_empty() {
            return;
        }
        if picture && let Some(data) = tag.said("data") {
            let one = Picture { address: Some(data), ..Picture::default() };
            let mut written = String::new();
            one.written("img", tag, &mut written);
            return self.put(tag.start, end, &written);
        }
        self.put_link(tag.start, end, link);
    }

    /// A place on a picture that leads somewhere.
    fn area(&mut self, tag: &Tag<'h>) {
        let href = tag.said("href").filter(|href| pictures::is_usable(href));
        let name = ["alt", "title", "aria-label"].iter().find_map(|name| tag.said(name));
        let link = href.map(|href| embeds::linked(&href, name.as_deref())).unwrap_or_default();
        // Several places may lead to the same.
        let again = !link.is_empty() && !self.seen.insert(xxh3_64(link.as_bytes()));
        self.put_link(tag.start, tag.end, if again { String::new() } else { link });
    }

    /// Elements of AMP pages, which only its script knows.
    fn amp(&mut self, tag: &Tag<'h>) {
        match tag.name.to_ascii_lowercase().as_str() {
            "amp-img" | "amp-anim" => self.picture("img", tag),
            "amp-video" | "amp-audio" => {
                let name = &tag.name.to_ascii_lowercase()["amp-".len()..];
                let one = Picture { address: pictures::address(tag), ..Picture::default() };
                let mut written = String::new();
                one.written(name, tag, &mut written);
                written.truncate(written.len() - 1);
                written.push_str(" controls>");
                self.put(tag.start, tag.end, &written);
            }
            "amp-iframe" => self.frame(tag),
            _ if embeds::is_player(tag) => self.frame(tag),
            _ => {}
        }
    }

    /// A picture made of styles or letters has its words in a label.
    fn labelled(&mut self, tag: &Tag<'h>) {
        let is_picture = tag.attribute("role").is_some_and(|role| role.eq_ignore_ascii_case("img"));
        let Some(label) = tag.said("aria-label").filter(|_| is_picture) else { return };
        let follows = self.html[tag.end..].trim_start();
        if starts_so(follows, "</") && starts_so(&follows[2..], tag.name) {
            let mut words = String::new();
            push_attribute(&label, &mut words);
            self.put(tag.end, tag.end, &words);
        }
    }

    /// The direction and language of a whole page.
    fn direction(&mut self, tag: &Tag<'h>) {
        let mut written = String::from("<div");
        for name in ["dir", "lang"] {
            if let Some(value) = tag.said(name) {
                written.extend([" ", name, "=\""]);
                push_attribute(&value, &mut written);
                written.push('"');
            }
        }
        if written.len() > "<div".len() && !self.body {
            self.body = tag.is("body");
            written.push('>');
            self.put(tag.start, tag.end, &written);
        }
    }
}

/// What a picture says that cannot be fetched: one that lies in the document itself is larger than a stand-in.
fn embedded_words(tag: &Tag<'_>) -> String {
    const STAND_IN: usize = 600;
    let mut words = String::new();
    let in_document =
        tag.said("src").is_some_and(|src| src.len() > STAND_IN && src.starts_with("data:image/"));
    if let Some(alt) = tag.said("alt").filter(|_| in_document) {
        push_attribute(&alt, &mut words);
    }
    words
}

/// Whether HTML has a start tag that begins as one of these, in whatever case.
fn has_any(html: &str, begins: &[&str]) -> bool {
    memchr::memchr_iter(b'<', html.as_bytes())
        .any(|at| begins.iter().any(|begin| starts_so(&html[at..], begin)))
}

fn starts_so(html: &str, begin: &str) -> bool {
    html.as_bytes().get(..begin.len()).is_some_and(|known| known.eq_ignore_ascii_case(begin.as_bytes()))
}

/// Two references that are one character in UTF-16, as that character: `&#55357;&#56832;`.
pub fn surrogates(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let mut out = String::new();
    let (mut copied, mut at) = (0, 0);
    while let Some(found) = memchr::memmem::find(&bytes[at..], b"&#") {
        let start = at + found;
        at = start + 2;
        if let Some((c, length)) = entities::pair(&text[start..]) {
            out.push_str(&text[copied..start]);
            out.push(c);
            at = start + length;
            copied = at;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}
