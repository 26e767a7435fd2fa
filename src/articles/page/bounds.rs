//! What a page's tags show before any parser sees them: how deep its elements would lie, how many
//! there are, how many attributes one has. A parser takes time by the square of these.
//!
//! The walk follows HTML's own rules (WHATWG HTML 13.2.6) as far as they make a tree shallower; where
//! it is in doubt it counts too many, never too few. It takes one pass, and stops where a bound is
//! passed.

use memchr::{memchr, memmem};

/// Elements open inside each other; pages that people wrote stay far below. It is what the cleaner of
/// published HTML bears, too.
const DEEPEST: usize = 400;
/// Tags of a page, start and end; a newspaper's largest have thirty thousand.
const MOST_TAGS: usize = 200_000;
/// Elements that stand in a table and in no cell: a parser moves each before the table.
const MOST_LOOSE: usize = 10_000;
/// Attributes of one element: a parser compares each with all before it.
const MOST_ATTRIBUTES: usize = 256;

/// A bound that a page passes, in words.
pub(super) fn passed(html: &str) -> Option<String> {
    let mut walk = Walk { bytes: html.as_bytes(), ..Walk::default() };
    match walk.run() {
        None => None,
        Some(Bound::Deep) => Some(format!("a page nested more than {DEEPEST} elements deep")),
        Some(Bound::Tags) => Some(format!("a page of more than {MOST_TAGS} tags")),
        Some(Bound::Loose) => {
            Some(format!("a page of more than {MOST_LOOSE} elements in tables and in no cell"))
        }
        Some(Bound::Attributes) => {
            Some(format!("a page with more than {MOST_ATTRIBUTES} attributes on one element"))
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    Deep,
    Tags,
    Loose,
    Attributes,
}

/// A tag as it stands in the page.
struct Tag<'a> {
    /// Its name in small letters; of a longer one the beginning.
    name: [u8; 16],
    length: usize,
    whole: &'a [u8],
    closes_itself: bool,
}

#[derive(Default)]
struct Walk<'a> {
    bytes: &'a [u8],
    /// Names of the open elements, outermost first.
    open: Vec<[u8; 16]>,
    /// Formatting elements that a new block would open again, with the tag that opened each.
    formats: Vec<([u8; 16], &'a [u8])>,
    /// How many `svg` and `math` are open: there nothing ends by itself, and nothing is raw.
    foreign: usize,
    tags: usize,
    loose: usize,
}

impl<'a> Walk<'a> {
    fn run(&mut self) -> Option<Bound> {
        let mut at = 0;
        while let Some(found) = memchr(b'<', self.bytes.get(at..)?) {
            let start = at + found;
            let rest = &self.bytes[start + 1..];
            at = match rest {
                [b'!', b'-', b'-', ..] => comment_end(self.bytes, start + 4),
                [b'!' | b'?', ..] => self.after(start, b'>'),
                [b'/', byte, ..] if byte.is_ascii_alphabetic() => {
                    let (tag, end) = match self.tag(start + 2) {
                        Ok(read) => read?,
                        Err(bound) => return Some(bound),
                    };
                    self.end(&tag);
                    end
                }
                [b'/', _, ..] => self.after(start, b'>'),
                [byte, ..] if byte.is_ascii_alphabetic() => {
                    let (tag, end) = match self.tag(start + 1) {
                        Ok(read) => read?,
                        Err(bound) => return Some(bound),
                    };
                    let raw = self.start(&tag);
                    if raw { self.raw_end(end, &tag)? } else { end }
                }
                _ => start + 1,
            };
            if self.open.len() + self.formats.len() > DEEPEST {
                return Some(Bound::Deep);
            }
            self.tags += 1;
            if self.loose > MOST_LOOSE {
                return Some(Bound::Loose);
            }
            if self.tags > MOST_TAGS {
                return Some(Bound::Tags);
            }
        }
        None
    }

    fn after(&self, start: usize, sign: u8) -> usize {
        memchr(sign, &self.bytes[start..]).map_or(self.bytes.len(), |at| start + at + 1)
    }

    /// The tag whose name begins at `start`, and where it ends; `None` where the page ends before.
    fn tag(&self, start: usize) -> Result<Option<(Tag<'a>, usize)>, Bound> {
        let bytes = self.bytes;
        let mut name = [0; 16];
        let mut at = start;
        while let Some(byte) = bytes.get(at).filter(|byte| !ends_name(**byte)) {
            if at - start < name.len() {
                name[at - start] = byte.to_ascii_lowercase();
            }
            at += 1;
        }
        let length = at - start;
        let mut attributes = 0;
        loop {
            at += bytes.get(at..).unwrap_or_default().iter().take_while(|b| blank_or_slash(**b)).count();
            match bytes.get(at) {
                None => return Ok(None),
                Some(b'>') => break,
                Some(_) => at = attribute_end(bytes, at),
            }
            attributes += 1;
            if attributes > MOST_ATTRIBUTES {
                return Err(Bound::Attributes);
            }
        }
        let tag = Tag { name, length, whole: &bytes[start..at], closes_itself: bytes[at - 1] == b'/' };
        Ok(Some((tag, at + 1)))
    }

    /// Where the end tag of an element stands whose inside is text.
    fn raw_end(&self, start: usize, tag: &Tag<'_>) -> Option<usize> {
        let name = &tag.name[..tag.length.min(16)];
        let mut at = start;
        loop {
            at += memmem::find(&self.bytes[at..], b"</")?;
            let rest = &self.bytes[at + 2..];
            let same = rest.get(..name.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(name));
            if same && rest.get(name.len()).is_none_or(|byte| ends_name(*byte)) {
                return Some(at);
            }
            at += 2;
        }
    }

    /// Opens an element; whether its inside is text.
    fn start(&mut self, tag: &Tag<'a>) -> bool {
        let name = &tag.name[..tag.length.min(16)];
        if tag.length > 16 {
            self.open.push(tag.name);
            return false;
        }
        if self.foreign > 0 {
            if !breaks_out(name) {
                if !tag.closes_itself {
                    self.foreign += usize::from(is_foreign(name));
                    self.open.push(tag.name);
                }
                return false;
            }
            self.break_out();
        }
        if is_void(name) || matches!(name, b"html" | b"head" | b"body") {
            return false;
        }
        if is_raw(name) && self.foreign == 0 && !self.open.iter().any(|open| is(open, b"select")) {
            return true;
        }
        self.make_room(name);
        if is_formatting(name) {
            self.format(tag);
        }
        if is_cell_or_row(name) && !self.open.iter().any(|open| is(open, b"table") || is(open, b"template")) {
            return false;
        }
        self.foreign += usize::from(is_foreign(name));
        self.loose += usize::from(!is_cell_or_row(name) && self.is_loose());
        self.open.push(tag.name);
        false
    }

    /// Whether what comes now stands in a table and in no cell of it.
    fn is_loose(&self) -> bool {
        let mut names = self.open.iter().rev().map(bare);
        let part = names.find(|name| is_cell_or_row(name) || matches!(*name, b"table" | b"template"));
        part.is_some_and(|name| {
            matches!(name, b"table" | b"tr" | b"tbody" | b"thead" | b"tfoot" | b"colgroup")
        })
    }

    /// HTML within `svg` or `math` ends it, but inside of those of its elements that may hold HTML.
    fn break_out(&mut self) {
        let holds = |open: &[u8; 16]| is_foreign(bare(open)) || holds_html(bare(open));
        if let Some(at) = self.open.iter().rposition(holds)
            && is_foreign(bare(&self.open[at]))
        {
            self.cut(at);
        }
    }

    /// Closes what the start of an element closes.
    fn make_room(&mut self, name: &[u8]) {
        match name {
            b"li" => self.close_item(&[b"li"]),
            b"dt" | b"dd" => self.close_item(&[b"dt", b"dd"]),
            b"td" | b"th" => self.back_to(&[b"tr", b"tbody", b"thead", b"tfoot", b"table"]),
            b"tr" => self.back_to(&[b"tbody", b"thead", b"tfoot", b"table"]),
            b"tbody" | b"thead" | b"tfoot" | b"caption" | b"colgroup" => self.back_to(&[b"table"]),
            b"option" if self.open.last().is_some_and(|open| is(open, b"option")) => {
                self.cut(self.open.len() - 1);
            }
            _ => {}
        }
        if closes_paragraph(name) {
            let stops = |open: &[u8]| is_scope(open) || open == b"button";
            self.close_to(b"p", stops);
        }
        let heading = |name: &[u8]| matches!(name, [b'h', b'1'..=b'6']);
        if heading(name) && self.open.last().is_some_and(|open| heading(bare(open))) {
            self.cut(self.open.len() - 1);
        }
    }

    fn close_item(&mut self, names: &[&[u8]]) {
        let stops = |open: &[u8]| is_special(open) && !matches!(open, b"address" | b"div" | b"p");
        for at in (0..self.open.len()).rev() {
            let open = bare(&self.open[at]);
            if names.contains(&open) {
                return self.cut(at);
            }
            if stops(open) {
                return;
            }
        }
    }

    /// Closes what lies in a table above one of its own parts.
    fn back_to(&mut self, parts: &[&[u8]]) {
        for at in (0..self.open.len()).rev() {
            let open = bare(&self.open[at]);
            if open == b"template" {
                return;
            }
            if parts.contains(&open) {
                return self.cut(at + 1);
            }
        }
    }

    /// Closes the last element of a name, if nothing that stops the search lies above it.
    fn close_to(&mut self, name: &[u8], stops: impl Fn(&[u8]) -> bool) {
        for at in (0..self.open.len()).rev() {
            let open = bare(&self.open[at]);
            if open == name {
                return self.cut(at);
            }
            if stops(open) {
                return;
            }
        }
    }

    fn cut(&mut self, at: usize) {
        self.open.truncate(at);
        if self.foreign > 0 {
            self.foreign = self.open.iter().filter(|open| is_foreign(bare(open))).count();
        }
    }

    /// A formatting element that is not closed is opened again in each block that follows; of those
    /// that are written alike, three at most.
    fn format(&mut self, tag: &Tag<'a>) {
        if is(&tag.name, b"a") || is(&tag.name, b"nobr") {
            self.unformat(&tag.name);
        }
        let alike = self.formats.iter().filter(|(_, whole)| *whole == tag.whole).count();
        if alike < 3 {
            self.formats.push((tag.name, tag.whole));
        }
    }

    fn unformat(&mut self, name: &[u8; 16]) {
        if let Some(at) = self.formats.iter().rposition(|(known, _)| known == name) {
            self.formats.remove(at);
        }
        for at in (0..self.open.len()).rev() {
            if self.open[at] == *name {
                self.open.remove(at);
                return;
            }
            if is_scope(bare(&self.open[at])) {
                return;
            }
        }
    }

    fn end(&mut self, tag: &Tag<'_>) {
        let name = &tag.name[..tag.length.min(16)];
        if self.foreign > 0 {
            return self.close_to(name, is_special);
        }
        match name {
            _ if is_formatting(name) => self.unformat(&tag.name),
            b"li" => self.close_to(name, |open| is_scope(open) || matches!(open, b"ol" | b"ul")),
            b"table" | b"tr" | b"td" | b"th" | b"tbody" | b"thead" | b"tfoot" | b"caption" | b"template" => {
                self.close_to(name, |open| matches!(open, b"table" | b"template"));
            }
            b"p" => self.close_to(name, |open| is_scope(open) || open == b"button"),
            _ if is_special(name) => self.close_to(name, is_scope),
            _ => self.close_to(name, is_special),
        }
    }
}

fn comment_end(bytes: &[u8], start: usize) -> usize {
    // `<!-->` and `<!--->` are whole comments.
    match bytes.get(start..).unwrap_or_default() {
        [b'>', ..] => return start + 1,
        [b'-', b'>', ..] => return start + 2,
        _ => {}
    }
    let mut at = start;
    while let Some(found) = bytes.get(at..).and_then(|rest| memmem::find(rest, b"--")) {
        at += found + 2;
        at += bytes[at..].iter().take_while(|byte| **byte == b'-').count();
        match &bytes[at..] {
            [b'>', ..] => return at + 1,
            [b'!', b'>', ..] => return at + 2,
            _ => {}
        }
    }
    bytes.len()
}

/// Where the attribute ends that begins at `start`.
fn attribute_end(bytes: &[u8], start: usize) -> usize {
    let blanks = |from: usize| from + bytes[from..].iter().take_while(|b| b.is_ascii_whitespace()).count();
    // A sign of equality in the first place belongs to the name.
    let mut at = start + 1;
    at += bytes[at..].iter().take_while(|byte| !ends_name(**byte) && **byte != b'=').count();
    let sign = blanks(at);
    if bytes.get(sign) != Some(&b'=') {
        return at;
    }
    at = blanks(sign + 1);
    match bytes.get(at) {
        Some(quote @ (b'"' | b'\'')) => {
            memchr(*quote, &bytes[at + 1..]).map_or(bytes.len(), |found| at + 1 + found + 1)
        }
        _ => {
            let open = |byte: &&u8| !byte.is_ascii_whitespace() && **byte != b'>';
            at + bytes[at.min(bytes.len())..].iter().take_while(open).count()
        }
    }
}

fn ends_name(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>')
}

fn blank_or_slash(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == b'/'
}

fn bare(name: &[u8; 16]) -> &[u8] {
    &name[..name.iter().position(|byte| *byte == 0).unwrap_or(16)]
}

fn is(name: &[u8; 16], wanted: &[u8]) -> bool {
    bare(name) == wanted
}

#[rustfmt::skip]
fn is_void(name: &[u8]) -> bool {
    matches!(name, b"area" | b"base" | b"basefont" | b"bgsound" | b"br" | b"col" | b"embed" | b"frame" | b"hr"
        | b"image" | b"img" | b"input" | b"keygen" | b"link" | b"meta" | b"param" | b"source" | b"track" | b"wbr")
}

#[rustfmt::skip]
fn is_raw(name: &[u8]) -> bool {
    matches!(name, b"script" | b"style" | b"textarea" | b"title" | b"xmp" | b"iframe" | b"noembed" | b"noframes")
}

#[rustfmt::skip]
fn is_formatting(name: &[u8]) -> bool {
    matches!(name, b"a" | b"b" | b"big" | b"code" | b"em" | b"font" | b"i" | b"nobr" | b"s" | b"small" | b"strike"
        | b"strong" | b"tt" | b"u")
}

fn is_foreign(name: &[u8]) -> bool {
    matches!(name, b"svg" | b"math")
}

#[rustfmt::skip]
fn is_cell_or_row(name: &[u8]) -> bool {
    matches!(name, b"td" | b"th" | b"tr" | b"tbody" | b"thead" | b"tfoot" | b"caption" | b"colgroup")
}

/// Parts of `svg` and `math` that may hold HTML.
#[rustfmt::skip]
fn holds_html(name: &[u8]) -> bool {
    matches!(name, b"foreignobject" | b"desc" | b"title" | b"mi" | b"mo" | b"mn" | b"ms" | b"mtext" | b"annotation-xml")
}

/// What an end tag is not looked for beyond (13.2.4.2, "in scope").
#[rustfmt::skip]
fn is_scope(name: &[u8]) -> bool {
    matches!(name, b"applet" | b"caption" | b"table" | b"td" | b"th" | b"marquee" | b"object" | b"template")
        || holds_html(name)
}

#[rustfmt::skip]
fn closes_paragraph(name: &[u8]) -> bool {
    matches!(name, b"address" | b"article" | b"aside" | b"blockquote" | b"center" | b"details" | b"dialog" | b"dir"
        | b"div" | b"dl" | b"fieldset" | b"figcaption" | b"figure" | b"footer" | b"header" | b"hgroup" | b"main"
        | b"menu" | b"nav" | b"ol" | b"p" | b"search" | b"section" | b"summary" | b"ul" | b"h1" | b"h2" | b"h3" | b"h4"
        | b"h5" | b"h6" | b"pre" | b"listing" | b"form" | b"li" | b"dd" | b"dt" | b"plaintext")
}

/// The standard's "special" elements (13.2.4.2): an end tag of an ordinary one is not looked for
/// beyond them.
#[rustfmt::skip]
fn is_special(name: &[u8]) -> bool {
    closes_paragraph(name) || is_scope(name) || is_cell_or_row(name) || is_void(name) || is_raw(name)
        || matches!(name, b"body" | b"button" | b"frameset" | b"head" | b"html" | b"noscript" | b"select" | b"option"
            | b"optgroup")
}

/// HTML that ends an open `svg` or `math` (13.2.6.5).
#[rustfmt::skip]
fn breaks_out(name: &[u8]) -> bool {
    matches!(name, b"b" | b"big" | b"blockquote" | b"body" | b"br" | b"center" | b"code" | b"dd" | b"div" | b"dl"
        | b"dt" | b"em" | b"embed" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"head" | b"hr" | b"i" | b"img"
        | b"li" | b"listing" | b"menu" | b"meta" | b"nobr" | b"ol" | b"p" | b"pre" | b"ruby" | b"s" | b"small"
        | b"span" | b"strong" | b"strike" | b"sub" | b"sup" | b"table" | b"tt" | b"u" | b"ul" | b"var")
}

#[cfg(test)]
mod tests {
    use super::{DEEPEST, passed};

    fn is_passed(piece: &str, times: usize) -> bool {
        passed(&piece.repeat(times)).is_some()
    }

    #[test]
    fn what_ends_by_itself_or_is_no_element_adds_no_depth() {
        for piece in [
            "<p>a<br>",
            "<li>a",
            "<tr><td>a",
            "<option>a",
            "<dt>a<dd>b",
            "<h2>a</h2>",
            "<img src=a>",
            "<svg><path d=M0><g></g></svg>",
            "<svg><path><div>a</div>",
            "<!-- <div> -->",
            "<!--><i>a</i>",
            "<script>\"<div><div>\"; if (a<b) {}</script>",
            "<STYLE>a > b {}</style>",
            "<a href='>'>x",
            "<p><font color=red>a</p>",
            "<b>a</b>",
            "<p><span>a",
            "1 < 2 ",
            "</div>",
            "<div/ title='a>b'></div>",
            "<table><tr><td><p>a</table>",
            "<iframe><div></iframe>",
            "<?xml <div ?>",
        ] {
            assert_eq!(passed(&piece.repeat(3000)), None, "{piece}");
        }
    }

    #[test]
    fn what_nests_without_end_is_seen_whatever_hides_it() {
        for piece in [
            "<div>",
            "<b>",
            "<DIV class='x'>",
            "<span><div></span>",
            "<li><section>",
            "<!--><div>",
            "<!--x--!><div>",
            "<svg><g>",
            "<svg><style><g>",
            "<select><style></select><div>",
            "<table><tr><td>",
            "<x-y>",
            "<svg><foreignObject>",
            "<svg><td>",
            "<dd><ul>",
            "<font color=1><td>",
            "<blockquote>",
            "<p><object>",
            "<a><table><td>",
            "<ruby><rt>",
            "<svg><p><svg><desc>",
            "<table><b>x",
        ] {
            assert!(is_passed(piece, 10 * DEEPEST), "{piece}");
        }
        let unclosed: String = (0..2 * DEEPEST).map(|n| format!("<p><b id={n}>")).collect();
        assert!(passed(&unclosed).is_some());
    }

    #[test]
    fn attributes_and_tags_are_counted() {
        assert!(passed(&format!("<p {}>", "a b='>' c=d ".repeat(200))).unwrap().contains("attributes"));
        assert!(passed(&"<br>".repeat(200_001)).unwrap().contains("tags"));
        assert_eq!(passed("<p a=\"x"), None);
        assert_eq!(passed("<"), None);
    }
}
