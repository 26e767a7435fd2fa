//! Large documents in encodings other than UTF-8, decoded and read a piece at a time: their text as a
//! whole is up to three times as long, and the model would stand beside it.
//!
//! A piece ends behind an entry. The next one begins with the start tags that are open there, so that it
//! is a document of its own with the same inherited facts. Where a piece turns out to end within something
//! else (an entry's end tag in a comment, say), nothing of this is kept and the document is read whole.

use super::cursor::{Cursor, Element};
use super::draft::Draft;
use super::encoding::{self, Encoded};
use super::repairs::{self, Mend, Repairs};
use super::{detect, elements};
use copydesk_model::{Feed, Format, Hints, Shared};

/// Documents up to this length, in bytes, are read whole. What is fuzzed is short.
const WHOLE: usize = if cfg!(fuzzing) { 200 } else { 1 << 19 };
/// Bytes decoded at a time.
const PIECE: usize = if cfg!(fuzzing) { 64 } else { 1 << 16 };

/// What was read of a document, before what only the whole of it can say.
pub(super) struct Read {
    pub(super) format: Format,
    pub(super) feed: Feed,
    /// With their lines.
    pub(super) repairs: Repairs,
}

/// Reads a large XML feed in an encoding other than UTF-8; `None` where it has to be read whole.
pub(super) fn xml(encoded: &Encoded<'_>, hints: &Hints<'_>, found: &Repairs) -> Option<Read> {
    if encoded.len() <= WHOLE || encoded.as_it_is().is_some() {
        return None;
    }
    let mut reader = Reader::new(hints);
    reader.draft.channel.entries.expect(encoded.len() / PIECE);
    let (mut decoder, mut repairs, mut text) = (encoded.decoder(), found.clone(), String::new());
    loop {
        let read = text.len();
        let last = decoder.next(PIECE, &mut text, &mut repairs);
        let end = if last { text.len() } else { read + entry_end(&text.as_bytes()[read..]) };
        if end == read && !last {
            continue;
        }
        let rest = text.split_off(end);
        let piece = encoding::without_controls((reader.tags.clone() + &text).into(), &mut repairs);
        repairs = reader.piece(&piece, last, repairs)?;
        if last {
            return Some(Read { format: reader.format?, feed: reader.draft.into_feed(), repairs });
        }
        text = rest;
    }
}

/// Where the last end tag of an entry ends; 0 where there is none.
fn entry_end(text: &[u8]) -> usize {
    memchr::memrchr_iter(b'>', text)
        .find(|at| {
            ["item", "entry"].iter().any(|name| {
                let Some(start) = at.checked_sub(name.len() + 1) else { return false };
                let tag = &text[start..*at];
                matches!(tag[0], b'/' | b':') && tag[1..].eq_ignore_ascii_case(name.as_bytes())
            })
        })
        .map_or(0, |at| at + 1)
}

/// What goes on from piece to piece.
struct Reader<'a> {
    hints: &'a Hints<'a>,
    draft: Draft,
    format: Option<Format>,
    /// The start tags of the elements that are open, and how many these are.
    tags: String,
    open: usize,
    /// Line breaks read so far.
    lines: usize,
}

impl<'a> Reader<'a> {
    fn new(hints: &'a Hints<'a>) -> Self {
        Self { hints, draft: Draft::default(), format: None, tags: String::new(), open: 0, lines: 0 }
    }

    /// Reads one piece; `None` where it is none of a feed, or does not end as a piece should.
    fn piece(&mut self, piece: &str, last: bool, mut repairs: Repairs) -> Option<Repairs> {
        let first = self.format.is_none();
        let text = if first { &piece[detect::start(piece, &mut repairs)..] } else { piece };
        // What stands before the document is told from it by more than the first piece.
        if first && !piece.trim_ascii_start().starts_with('<') {
            return None;
        }
        let cut = cuts(&repairs);
        let mut cursor = Cursor::new(text, repairs);
        cursor.set_base(self.hints.base_url.map(Shared::from));
        cursor.set_goes_on(!last);
        let root = if first {
            let (root, format) = detect::root(&mut cursor).ok()?;
            // A document that is one entry: what looks like others in it belongs to its text.
            if root.name() == "entry" {
                return None;
            }
            self.format = Some(format);
            elements::root(&mut cursor, &root, &mut self.draft);
            root
        } else {
            self.go_on(&mut cursor)?
        };
        // Where the root is closed, what follows is no longer looked at.
        if !last && !cursor.is_open(&root) {
            return None;
        }
        let again = repairs::lines(self.tags.as_bytes());
        if !last {
            self.tags = cursor.start_tags().filter(|_| cursor.ended_with_a_tag())?;
            self.open = cursor.depth();
        }
        let mut repairs = cursor.finish();
        repairs.place(text, self.lines - again);
        self.lines += repairs::lines(text.as_bytes()) - again;
        (last || cut == cuts(&repairs)).then_some(repairs)
    }

    /// Opens again what was open, without noting again what was mended there, and reads on.
    fn go_on(&mut self, cursor: &mut Cursor<'_>) -> Option<Element> {
        let repairs = cursor.swap_repairs(Repairs::new());
        let mut open = vec![detect::root(cursor).ok()?.0];
        // What a start tag says is known, but for the base of addresses that CDF has in it.
        let mut known = Draft::default();
        elements::attributes(cursor, &open[0], &mut known);
        while cursor.depth() < self.open {
            let element = cursor.any_element()?;
            matches!(element.name(), "channel" | "items").then(|| open.push(element))?;
            elements::attributes(cursor, &element, &mut known);
        }
        cursor.swap_repairs(repairs);
        open.iter().rev().for_each(|element| elements::channel(cursor, element, &mut self.draft));
        Some(open[0])
    }
}

/// How many things were cut short, as the end of a piece might have done.
fn cuts(repairs: &Repairs) -> u32 {
    [Mend::UnclosedSection, Mend::Truncated, Mend::BrokenTag].map(|kind| repairs.count(kind)).iter().sum()
}
