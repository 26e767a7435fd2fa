//! What is mended of a document that is not as its format has it.

use std::fmt;

use serde::{Serialize, Serializer};

/// Declares the kinds: variant, name for people and programs, what was done.
macro_rules! mends {
    ($($kind:ident $name:literal $done:literal,)*) => {
        /// A kind of repair. More may come.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Mend { $(#[doc = $done] $kind,)* }

        impl Mend {
            /// All of them, in the order in which they are told.
            pub const ALL: &[Self] = &[$(Self::$kind),*];

            /// The name for people and programs: `bare-ampersand`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$kind => $name,)* }
            }

            /// What was done, in words.
            pub fn done(self) -> &'static str {
                match self { $(Self::$kind => $done,)* }
            }
        }
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

impl Mend {
    /// Whether it means that the document is not well-formed, whatever its format.
    pub fn is_of_syntax(self) -> bool {
        matches!(
            self,
            Self::LeadingBytes
                | Self::ControlCharacter
                | Self::BareAmpersand
                | Self::BareLess
                | Self::NamedEntity
                | Self::BadReference
                | Self::UnknownPrefix
                | Self::UnquotedAttribute
                | Self::DoubledAttribute
                | Self::BrokenTag
                | Self::MismatchedEnd
                | Self::Unclosed
                | Self::UnclosedSection
                | Self::Truncated
                | Self::Json
                | Self::BadBytes
        )
    }
}

/// One kind of thing that had to be mended to read a document. Written as one line for people, in JSON too:
/// `bare-ampersand: what was done (3 times, first in line 12)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Repair {
    /// What was mended.
    pub kind: Mend,
    /// How often.
    pub count: u32,
    /// Where first: the line of the document, from one, where one is known.
    pub line: Option<usize>,
}

impl fmt::Display for Repair {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.kind.name(), self.kind.done())?;
        match (self.count, self.line) {
            (1, None) => Ok(()),
            (1, Some(line)) => write!(out, " (in line {line})"),
            (count, None) => write!(out, " ({count} times)"),
            (count, Some(line)) => write!(out, " ({count} times, first in line {line})"),
        }
    }
}

impl Serialize for Repair {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repair_is_told_with_how_often_and_where() {
        let told = |count, line| Repair { kind: Mend::BrokenTag, count, line }.to_string();
        let done = "broken-tag: a tag without its end was ended before the next";
        assert_eq!(told(1, None), done);
        assert_eq!(told(1, Some(4)), format!("{done} (in line 4)"));
        assert_eq!(told(3, None), format!("{done} (3 times)"));
        assert_eq!(told(3, Some(4)), format!("{done} (3 times, first in line 4)"));
    }

    #[test]
    fn every_kind_stands_at_its_place_under_a_name_of_its_own() {
        assert!(Mend::ALL.iter().enumerate().all(|(at, kind)| *kind as usize == at));
        let names: std::collections::BTreeSet<&str> = Mend::ALL.iter().map(|kind| kind.name()).collect();
        assert_eq!(names.len(), Mend::ALL.len());
    }
}
