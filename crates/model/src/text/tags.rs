//! What the tags of HTML would cost a parser, told at a glance before one sees them.
//!
//! A parser of HTML compares each attribute of a tag with those before it, opens formatting that was
//! never closed anew in every block, and moves what stands loose in a table before it: each grows with
//! the square of the text, or makes much of little. Nothing here knows where comments and scripts end;
//! what may be a tag counts as one. Linear in the bytes.

use memchr::{memchr, memchr_iter};

/// Attributes of one tag that are still parsed.
pub const MOST_ATTRIBUTES: usize = 1_024;
/// Elements loose in tables that are still moved.
const MOST_LOOSE: usize = 2_000;
/// Elements opened anew for formatting left open: so many, and as many as the text has bytes.
const MOST_COPIES: usize = 20_000;

/// Elements that a parser opens anew in the next block (WHATWG HTML 13.2.4.3).
const FORMATTING: [&[u8]; 14] = [
    b"a", b"b", b"big", b"code", b"em", b"font", b"i", b"nobr", b"s", b"small", b"strike", b"strong", b"tt",
    b"u",
];

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
        let name = &rest[usize::from(end)..];
        let mut lower = [0; 8];
        let length = name.iter().take(8).take_while(|byte| byte.is_ascii_alphanumeric()).count();
        lower[..length].copy_from_slice(&name[..length]);
        lower.make_ascii_lowercase();
        let name = &lower[..length];
        if FORMATTING.contains(&name) {
            return self.formatting(end);
        }
        match (name, end) {
            (b"", _) => return,
            (b"td" | b"th" | b"caption", _) => self.in_table = end,
            (b"table" | b"tr" | b"tbody" | b"thead" | b"tfoot" | b"colgroup", false) => self.in_table = true,
            (b"table", true) => self.in_table = false,
            (b"col" | b"tr" | b"tbody" | b"thead" | b"tfoot" | b"colgroup", _) => {}
            _ => self.loose += usize::from(self.in_table && !end),
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
            from = tags.follow(bytes, from + found);
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
    use super::*;

    fn attributes(html: &str) -> usize {
        Attributes::most(html.as_bytes())
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
