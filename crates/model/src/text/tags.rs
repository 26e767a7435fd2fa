//! What the tags of HTML would cost a parser, told at a glance before one sees them.
//!
//! A parser of HTML compares each attribute of a tag with those before it, opens formatting that was
//! never closed anew in every block, and moves what stands loose in a table before it: each grows with
//! the square of the text, or makes much of little. Nothing here knows where comments and scripts end;
//! what may be a tag counts as one. Linear in the bytes.

use memchr::{memchr, memchr_iter, memchr2};

/// Attributes of one tag that are still parsed.
pub const MOST_ATTRIBUTES: usize = 1_024;
/// Elements loose in tables that are still moved.
const MOST_LOOSE: usize = 2_000;
/// Elements opened anew for formatting left open: so many, and as many as the text has bytes.
const MOST_COPIES: usize = 20_000;

/// The first eight bytes of a name in small letters, as one number: two names are compared at once.
const fn key(name: &[u8]) -> u64 {
    let mut key = 0;
    let mut at = 0;
    while at < 8 && at < name.len() && name[at].is_ascii_alphanumeric() {
        // Digits have that bit already.
        key |= ((name[at] | 0x20) as u64) << (8 * at);
        at += 1;
    }
    key
}

/// Whether a parser opens the element anew in the next block (WHATWG HTML 13.2.4.3).
const fn is_formatting(name: u64) -> bool {
    const A: u64 = key(b"a");
    const B: u64 = key(b"b");
    const BIG: u64 = key(b"big");
    const CODE: u64 = key(b"code");
    const EM: u64 = key(b"em");
    const FONT: u64 = key(b"font");
    const I: u64 = key(b"i");
    const NOBR: u64 = key(b"nobr");
    const S: u64 = key(b"s");
    const SMALL: u64 = key(b"small");
    const STRIKE: u64 = key(b"strike");
    const STRONG: u64 = key(b"strong");
    const TT: u64 = key(b"tt");
    const U: u64 = key(b"u");
    matches!(name, A | B | BIG | CODE | EM | FONT | I | NOBR | S | SMALL | STRIKE | STRONG | TT | U)
}

/// What an element is to a table.
enum Place {
    Cell,
    Table,
    Part,
    Column,
    Other,
}

const fn place(name: u64) -> Place {
    const TD: u64 = key(b"td");
    const TH: u64 = key(b"th");
    const CAPTION: u64 = key(b"caption");
    const TABLE: u64 = key(b"table");
    const TR: u64 = key(b"tr");
    const TBODY: u64 = key(b"tbody");
    const THEAD: u64 = key(b"thead");
    const TFOOT: u64 = key(b"tfoot");
    const COLGROUP: u64 = key(b"colgroup");
    const COL: u64 = key(b"col");
    match name {
        TD | TH | CAPTION => Place::Cell,
        TABLE => Place::Table,
        TR | TBODY | THEAD | TFOOT | COLGROUP => Place::Part,
        COL => Place::Column,
        _ => Place::Other,
    }
}

/// Why a parser should not be given this HTML, in words for a person; `None` where it may.
pub fn refusal(html: &str) -> Option<String> {
    let bytes = html.as_bytes();
    // A tag of so many attributes is longer than this.
    if bytes.len() > 2 * MOST_ATTRIBUTES && Attributes::most(bytes) > MOST_ATTRIBUTES {
        return Some(format!("a tag with more than {MOST_ATTRIBUTES} attributes"));
    }
    let mut count = Count::default();
    memchr_iter(b'<', bytes).for_each(|at| count.tag(&bytes[at + 1..]));
    if count.loose > MOST_LOOSE {
        return Some(format!("more than {MOST_LOOSE} elements in a table and in no cell"));
    }
    (count.copies > MOST_COPIES + bytes.len())
        .then(|| "bold, links or fonts left open over and over".to_owned())
}

/// What the names of the tags tell.
#[derive(Default)]
struct Count {
    /// Formatting that is open.
    open: usize,
    /// Elements that a parser may have to open anew.
    copies: usize,
    /// Elements that stand in a table and in no cell.
    loose: usize,
    /// Whether a table is open, and no cell of it.
    in_table: bool,
}

impl Count {
    /// Counts a tag, given what follows its `<`.
    fn tag(&mut self, rest: &[u8]) {
        let end = rest.first() == Some(&b'/');
        let name = key(&rest[usize::from(end)..]);
        if name == 0 {
            return;
        }
        if is_formatting(name) {
            return self.formatting(end);
        }
        match place(name) {
            Place::Cell => self.in_table = end,
            Place::Table => self.in_table = !end,
            Place::Part if !end => self.in_table = true,
            Place::Part | Place::Column => {}
            Place::Other => self.loose += usize::from(self.in_table && !end),
        }
        // What is open is closed by the end of a block, and opened anew in the next.
        self.copies += self.open;
    }

    fn formatting(&mut self, end: bool) {
        if end {
            self.open = self.open.saturating_sub(1);
        } else {
            self.loose += usize::from(self.in_table);
            self.open += 1;
        }
    }
}

/// Where in a tag a parser may be (WHATWG HTML 13.2.5.8 and 13.2.5.32 to 40).
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Name,
    BeforeAttribute,
    Attribute,
    AfterAttribute,
    BeforeValue,
    Double,
    Single,
    Unquoted,
    AfterQuoted,
    Slash,
}

const STATES: [State; 10] = [
    State::Name,
    State::BeforeAttribute,
    State::Attribute,
    State::AfterAttribute,
    State::BeforeValue,
    State::Double,
    State::Single,
    State::Unquoted,
    State::AfterQuoted,
    State::Slash,
];

/// The most attributes that any tag can have. Where a comment or a quotation hides tags is not known, so
/// every `<` may begin one: all that may be open are followed at once, one for each state.
#[derive(Default)]
struct Attributes {
    /// For each state: one more than the attributes of the tag with most of them; zero for no tag.
    open: [usize; STATES.len()],
    most: usize,
}

impl Attributes {
    /// The most that a tag of this HTML may have.
    fn most(bytes: &[u8]) -> usize {
        let mut tags = Self::default();
        let mut from = 0;
        while let Some(found) = memchr(b'<', &bytes[from..]) {
            let start = from + found;
            from = match alone(bytes, start) {
                Some((end, attributes)) => {
                    tags.most = tags.most.max(attributes);
                    end
                }
                None => tags.follow(bytes, start),
            };
        }
        tags.most
    }

    /// Follows the tag that may begin at the `<` until no tag is open; gives where to look on.
    fn follow(&mut self, bytes: &[u8], start: usize) -> usize {
        for (at, byte) in bytes.iter().enumerate().skip(start) {
            self.step(*byte);
            let begin = bytes[..at].strip_suffix(b"/").unwrap_or(&bytes[..at]);
            if byte.is_ascii_alphabetic() && begin.ends_with(b"<") {
                self.open[State::Name as usize] = self.open[State::Name as usize].max(1);
            } else if !matches!(byte, b'<' | b'/') && self.open.iter().all(|open| *open == 0) {
                return at;
            }
        }
        bytes.len()
    }

    /// Goes on by one byte in every tag that may be open.
    fn step(&mut self, byte: u8) {
        let before = std::mem::take(&mut self.open);
        for (state, count) in STATES.into_iter().zip(before).filter(|(_, count)| *count > 0) {
            let Some(next) = next(state, byte) else { continue };
            let begins = next == State::Attribute && state != State::Attribute;
            let count = count + usize::from(begins);
            self.most = self.most.max(count - 1);
            let open = &mut self.open[next as usize];
            *open = count.max(*open);
        }
    }
}

/// The end of the tag that may begin at the `<`, and its attributes, as nearly all tags are: no other `<` stands
/// in it, so no other tag can be open beside it. `None` where one does.
fn alone(bytes: &[u8], start: usize) -> Option<(usize, usize)> {
    let name = start + 1 + usize::from(bytes.get(start + 1) == Some(&b'/'));
    if !bytes.get(name).is_some_and(u8::is_ascii_alphabetic) {
        return Some((start + 1, 0));
    }
    let mut tag = One { bytes, at: name + 1 };
    let mut attributes = 0;
    tag.pass(|byte| !ends_name(byte));
    loop {
        tag.pass(|byte| byte.is_ascii_whitespace() || byte == b'/');
        match tag.byte() {
            None | Some(b'>') => return Some((tag.at, attributes)),
            Some(b'<') => return None,
            // Whatever it is, with it an attribute begins.
            Some(_) => tag.at += 1,
        }
        attributes += 1;
        tag.pass(|byte| !ends_name(byte) && byte != b'=');
        tag.pass(|byte| byte.is_ascii_whitespace());
        if tag.byte() == Some(b'=') {
            tag.at += 1;
            tag.pass(|byte| byte.is_ascii_whitespace());
            match tag.byte() {
                Some(quote @ (b'"' | b'\'')) => tag.quoted(quote)?,
                _ => tag.pass(|byte| !byte.is_ascii_whitespace() && !matches!(byte, b'>' | b'<')),
            }
        }
    }
}

/// A place in a tag.
struct One<'h> {
    bytes: &'h [u8],
    at: usize,
}

impl One<'_> {
    fn byte(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Goes on while the bytes are such.
    fn pass(&mut self, such: impl Fn(u8) -> bool) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        self.at += rest.iter().position(|byte| !such(*byte)).unwrap_or(rest.len());
    }

    /// Goes behind a quoted value, given its quote; `None` where a `<` stands in it.
    fn quoted(&mut self, quote: u8) -> Option<()> {
        let inside = &self.bytes[self.at + 1..];
        let length = memchr2(quote, b'<', inside).unwrap_or(inside.len());
        if inside.get(length) == Some(&b'<') {
            return None;
        }
        self.at = (self.at + length + 2).min(self.bytes.len());
        Some(())
    }
}

/// Whether a name ends before this byte: behind it, or since another tag begins.
fn ends_name(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'<')
}

/// The state behind a byte; `None` behind the tag's end.
fn next(state: State, byte: u8) -> Option<State> {
    use State::{
        AfterAttribute, AfterQuoted, Attribute, BeforeAttribute, BeforeValue, Double, Name, Single, Slash,
        Unquoted,
    };
    let blank = byte.is_ascii_whitespace();
    Some(match (state, byte) {
        (Double, b'"') | (Single, b'\'') => AfterQuoted,
        (Double | Single, _) => state,
        (_, b'>') => return None,
        (Unquoted | Name | AfterQuoted, _) if blank => BeforeAttribute,
        (Unquoted, _) => Unquoted,
        (BeforeValue, b'"') => Double,
        (BeforeValue, b'\'') => Single,
        (BeforeValue, _) => {
            if blank {
                BeforeValue
            } else {
                Unquoted
            }
        }
        (_, b'/') => Slash,
        (Name, _) => Name,
        (Attribute | AfterAttribute, b'=') => BeforeValue,
        (Attribute | AfterAttribute, _) if blank => AfterAttribute,
        (BeforeAttribute | Slash, _) if blank => BeforeAttribute,
        _ => Attribute,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn attributes(html: &str) -> usize {
        Attributes::most(html.as_bytes())
    }

    /// As [`Attributes::most`], without the short way.
    fn followed(html: &str) -> usize {
        let (bytes, mut tags, mut from) = (html.as_bytes(), Attributes::default(), 0);
        while let Some(found) = memchr(b'<', &bytes[from..]) {
            from = tags.follow(bytes, from + found);
        }
        tags.most
    }

    proptest! {
        #[test]
        fn tags_that_stand_alone_are_counted_as_all_others(
            html in "[<>a=/'\" !-]{0,40}",
            tags in "(</?[a-z]{1,3}([ /]{1,2}[a-c\"]{0,2}( ?= ?(\"[a> ]{0,3}\"|'[<> ]{0,2}'|[a/=\"]{0,3}))?){0,4} ?/?>?[a ]?){0,6}",
        ) {
            prop_assert_eq!(attributes(&html), followed(&html));
            prop_assert_eq!(attributes(&tags), followed(&tags));
        }
    }

    #[test]
    fn attributes_are_counted_as_a_parser_counts_them() {
        assert_eq!(attributes("<p>a b c d</p> 1 < 2 3 4"), 0);
        assert_eq!(attributes("<a href='x > y' b=\"c d e\" f/g=h>"), 4);
        assert_eq!(attributes("<a b='c'd='e'>"), 2);
        assert_eq!(attributes("<a b = c d>"), 2);
        assert_eq!(attributes("<!-- <p a=' --><i b c d><!-- ' -->"), 3);
    }

    #[test]
    fn what_people_write_is_parsed() {
        let table = format!("<table>{}</table>", "<tr><td><p>a<b>b</b><td>c".repeat(5_000));
        let open = "<p><b>a<p>b".repeat(2);
        let nested = ["<b>".repeat(300), "x".into(), "</b>".repeat(300)].concat();
        for html in [table.as_str(), &open, &nested, &"<p><a href='x'>y</a> <em>z</em></p>".repeat(5_000)] {
            assert_eq!(refusal(html), None);
        }
    }

    #[test]
    fn what_would_cost_too_much_is_not() {
        let fonts: String = (0..200).map(|n| format!("<font size={n}>")).collect();
        let open = format!("<div>{fonts}</div>{}", "<div>x</div>".repeat(500));
        assert!(refusal(&open).unwrap().contains("left open"));
        assert!(refusal(&format!("<p {}>", "a ".repeat(2_000))).unwrap().contains("attributes"));
        assert!(refusal(&format!("<table>{}", "<b>x</b>".repeat(5_000))).unwrap().contains("table"));
    }
}
