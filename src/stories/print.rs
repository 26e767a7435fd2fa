//! What is kept of one record for matching: hashes, never its text.
//!
//! A print is about 1.1 KB in memory for a full article and 0.4 KB for a headline (see
//! [`Print::bytes`]). It depends on the record alone, except for what [`super::Window`] notes
//! when it settles it: the story, the weight of its words at that time, which words it counted.

use serde::{Deserialize, Serialize};

use super::days::Days;

/// One word of a record and how it stands there.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct Term {
    /// Hash of the folded word.
    pub(super) hash: u32,
    /// How much the record is about it, 0 to 255: place and number of its occurrences.
    pub(super) weight: u8,
    /// The same in headline and opening alone.
    pub(super) opening: u8,
    /// [`IN_TITLE`], [`NAME`], [`FIGURE`], [`COUNTED`], [`KEY`].
    pub(super) marks: u8,
    /// How rare it was when the record was settled: the logarithm, in sixteenths.
    pub(super) rare: u8,
}

/// Steps of [`Term::rare`] to one.
pub(super) const RARE: f32 = 16.0;

/// The word stands in the headline.
pub(super) const IN_TITLE: u8 = 1;
/// The word is written with a capital inside a sentence; or stands in for a name where nothing is.
pub(super) const NAME: u8 = 2;
/// The word is a figure.
pub(super) const FIGURE: u8 = 4;
/// The window's frequencies count this occurrence.
pub(super) const COUNTED: u8 = 8;

/// The record is found by this word.
pub(super) const KEY: u8 = 16;

/// Names that a record is most about.
pub(super) const HEADS: usize = 3;

/// What is kept of one record.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Print {
    /// The record.
    pub id: String,
    /// The story it was filed under.
    pub story: String,
    /// Its place in the order in which records were settled; the first has 1.
    pub place: u64,
    /// Seconds since 1970, where known.
    pub published: Option<i64>,
    /// Hash of who published it; 0 where unknown.
    pub(super) source: u32,
    /// The language it is in: the letters of its code; 0 where nobody knows.
    pub(super) language: u16,
    /// Words read of it, stop words aside.
    pub(super) length: u16,
    /// Hash of the canonical address.
    pub(super) address: Option<u64>,
    /// Its words, by hash.
    pub(super) terms: Vec<Term>,
    /// Content words of the headline in order.
    pub(super) title: Vec<u32>,
    /// Which of them are figures or names of days and months: a bit each.
    pub(super) slots: u32,
    /// Hash of its body's words in order; 0 without a body.
    pub(super) body: u32,
    /// Hashes of phrases, ascending: the smallest of all it has.
    pub(super) phrases: Vec<u32>,
    /// It has more phrases than were kept.
    pub(super) more_phrases: bool,
    /// Hashes of pieces of quotations, ascending.
    pub(super) quotes: Vec<u32>,
    /// Hashes of figures, ascending.
    pub(super) figures: Vec<u32>,
    /// Full names in its opening: the first word and the second.
    pub(super) people: Vec<[u32; 2]>,
    /// The days that it names.
    pub(super) days: Days,
    /// Hashes of the outlets and addresses that it credits.
    pub(super) credited: Vec<u64>,
    /// Its weight as a vector of words, at the time it was settled.
    pub(super) norm: f32,
    /// The same of its headline.
    pub(super) title_norm: f32,
    /// Share of its phrases that are a form's and nobody's own, 0 to 255.
    pub(super) framed: u8,
    /// How many of its words are its own and not its form's.
    pub(super) worded: u16,
    /// Sum over its words.
    pub(super) mass: f32,
    /// The same of headline and opening.
    pub(super) opening_norm: f32,
    /// The same of its names alone.
    pub(super) name_norm: f32,
    /// The names that it is most about, the weightiest first; 0 for none.
    pub(super) heads: [u32; HEADS],
    /// The mean odds, as a logarithm and time aside, with which it joined its story; 0 for who opened it.
    pub(super) fit: f32,
    /// Sum over its headline's words, at the time it was settled.
    pub(super) title_mass: f32,
}

/// Version of what is kept: a print of another one is taken anew from its record.
const VERSION: u8 = 6;

impl Print {
    /// The print as bytes for a store.
    pub fn kept(&self) -> Result<Vec<u8>, postcard::Error> {
        let mut bytes = vec![VERSION];
        bytes.extend(postcard::to_allocvec(self)?);
        Ok(bytes)
    }

    /// The print that [`Print::kept`] gave; `None` where another version of copydesk gave it.
    pub fn from_kept(bytes: &[u8]) -> Option<Self> {
        let (version, print) = bytes.split_first()?;
        if *version == VERSION { postcard::from_bytes(print).ok() } else { None }
    }

    /// Bytes in memory, without the allocator's own.
    pub fn bytes(&self) -> usize {
        size_of::<Self>()
            + self.id.len()
            + self.story.len()
            + self.terms.len() * size_of::<Term>()
            + (self.title.len() + self.phrases.len() + self.quotes.len() + self.figures.len()) * 4
            + (self.credited.len() + self.people.len()) * 8
    }
}
