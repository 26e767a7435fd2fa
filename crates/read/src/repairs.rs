//! What had to be mended to read a document: counted while reading, told at the end.
//!
//! One line a kind, with how often and where first, so that a flood of one mistake stays one line.
//! `docs/repairs.md` explains each kind; a test holds the two together.

use copydesk_model::Repair;

/// Declares the kinds: variant, name for people and programs, what was done.
macro_rules! mends {
    ($($kind:ident $name:literal $done:literal,)*) => {
        /// A kind of repair.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Mend { $(#[doc = $done] $kind,)* }

        /// Name and meaning of every kind, in the order in which they are told.
        pub(super) const MENDS: &[(&str, &str)] = &[$(($name, $done),)*];
    };
}

mends! {
    LeadingBytes "leading-bytes" "skipped what stood before the document",
    NoEncoding "undeclared-encoding" "the encoding was guessed from the bytes",
    WrongEncoding "wrong-encoding" "the bytes are not in the encoding they declare; took the one they are in",
    UnknownEncoding "unknown-encoding" "the declared encoding is unknown; it was passed over",
    BadBytes "undecodable-bytes" "bytes that mean nothing in the encoding became U+FFFD",
    WrongType "wrong-content-type" "the declared content type is another; went by the content",
    ControlCharacter "control-character" "characters that XML forbids were dropped or became what windows-1252 means by them",
    BareAmpersand "bare-ampersand" "took a & that starts no reference for itself",
    BareLess "bare-less-than" "took a < that starts no tag for itself",
    NamedEntity "named-entity" "took a reference that only HTML declares as HTML does",
    BadReference "bad-reference" "a numeric reference to no character was kept as text or dropped",
    UnknownPrefix "undeclared-prefix" "took an undeclared namespace prefix as what it usually means",
    OddNamespace "odd-namespace" "took a prefix bound to an unknown namespace as what it usually means",
    NoNamespace "missing-namespace" "the format's namespace is not declared; went by the names",
    UnquotedAttribute "unquoted-attribute" "took an attribute without quotes up to the next blank",
    DoubledAttribute "doubled-attribute" "of an attribute that stands twice in a tag the first counts",
    BrokenTag "broken-tag" "a tag without its end was ended before the next",
    MismatchedEnd "mismatched-end-tag" "an end tag that closes nothing open was dropped",
    Unclosed "unclosed-element" "closed an element that was left open",
    Truncated "truncated" "the document ends too early; what was read before stays",
    TooDeep "too-deep" "elements nested deeper than 256 were taken as part of the one around them",
    TooManyAttributes "too-many-attributes" "of a tag only the first 256 attributes were read",
    TooManyValues "too-many-values" "of the people of a kind only the first 500 were read, of other values 1,000",
    TooManyEntries "too-many-entries" "only the first 100,000 entries were read",
    UnclosedSection "unclosed-section" "a comment, CDATA section or declaration without its end was ended early",
    Json "json-syntax" "JSON that is not quite JSON was read all the same",
    JsonType "json-type" "took a value of the wrong JSON type for what it seems to mean",
    OddDate "odd-date" "read a date that is in no form its format knows",
    BadDate "unreadable-date" "a date that could not be read was left out",
    NakedMarkup "naked-markup" "took unescaped markup inside a text as HTML",
    DoubleEscaped "double-escaped" "undid one of two escapings of a text",
    SharedGuid "shared-id" "an id that several entries with different links share was dropped",
    MissingId "missing-id" "an entry lacks the id that its format demands",
    OddLink "odd-link" "took a link from where another format has it",
    RelativeUrl "relative-url" "made relative addresses absolute where the format asks for absolute ones",
    UnresolvedUrl "unresolved-url" "left a relative address as it is, since no base is known",
    EnclosureLength "enclosure-length" "an enclosure's length is missing or no number; left it out",
    EnclosureType "enclosure-type" "an enclosure has no type; guessed it from the address",
    UnknownVersion "unknown-version" "the version is missing or unknown; took the nearest that fits",
}

/// Repairs of one document, by kind.
#[derive(Debug, Clone)]
pub(super) struct Repairs {
    counts: [u32; MENDS.len()],
    /// Byte offset in the text that is being read, of what has no line yet.
    firsts: [usize; MENDS.len()],
    /// Line of the document, counted from one; zero where none is known.
    lines: [usize; MENDS.len()],
}

impl Repairs {
    pub(super) fn new() -> Self {
        Self { counts: [0; MENDS.len()], firsts: [usize::MAX; MENDS.len()], lines: [0; MENDS.len()] }
    }

    /// Notes one repair at a byte offset of the decoded document.
    #[cold]
    pub(super) fn at(&mut self, kind: Mend, offset: usize) {
        let index = kind as usize;
        self.counts[index] = self.counts[index].saturating_add(1);
        self.firsts[index] = self.firsts[index].min(offset);
    }

    /// Notes one repair that has no place in the text.
    #[cold]
    pub(super) fn note(&mut self, kind: Mend) {
        self.counts[kind as usize] = self.counts[kind as usize].saturating_add(1);
    }

    /// Notes a repair of the whole document, of which one is enough to tell.
    #[cold]
    pub(super) fn note_once(&mut self, kind: Mend) {
        self.counts[kind as usize] = self.counts[kind as usize].max(1);
    }

    /// How often something was mended.
    pub(super) fn count(&self, kind: Mend) -> u32 {
        self.counts[kind as usize]
    }

    /// Turns offsets in a text into lines, `before` of which came before it.
    pub(super) fn place(&mut self, text: &str, before: usize) {
        for (first, line) in self.firsts.iter_mut().zip(&mut self.lines) {
            if *first != usize::MAX && *line == 0 {
                *line = before + lines(&text.as_bytes()[..(*first).min(text.len())]) + 1;
            }
            *first = usize::MAX;
        }
    }

    /// The lines for people: `name: what was done (3 times, first in line 12)`.
    pub(super) fn tell(&self) -> Vec<Repair> {
        let told = MENDS.iter().enumerate().filter(|(index, _)| self.counts[*index] > 0);
        told.map(|(index, (name, done))| {
            let place = match self.lines[index] {
                0 => String::new(),
                line => format!("in line {line}"),
            };
            let when = match (self.counts[index], place.is_empty()) {
                (1, _) => place,
                (count, true) => format!("{count} times"),
                (count, false) => format!("{count} times, first {place}"),
            };
            Repair(if when.is_empty() {
                format!("{name}: {done}")
            } else {
                format!("{name}: {done} ({when})")
            })
        })
        .collect()
    }
}

/// Line breaks in a text.
pub(super) fn lines(text: &[u8]) -> usize {
    memchr::memchr_iter(b'\n', text).count()
}
