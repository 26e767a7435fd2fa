//! What a rule is, and how tables of rules are written.

use copydesk_model::Level;

/// One rule of the validator.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Stable kebab-case code, e.g. `missing-title`.
    pub code: &'static str,
    /// Error or warning.
    pub level: Level,
    /// What is wrong when the rule is broken, as a sentence without a full stop.
    pub meaning: &'static str,
    /// The specification and section that ask for it.
    pub source: &'static str,
    /// How to mend it.
    pub remedy: &'static str,
    /// What breaks the rule.
    pub wrong: &'static str,
    /// The same, mended.
    pub right: &'static str,
    /// Where the two examples stand in a document.
    pub place: Place,
}

/// Where an example stands: what surrounds it to make a whole document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// It is the whole document.
    Document,
    /// It is what a server answers at [`Rule::ADDRESS`]: the header `Content-Type`, a blank line,
    /// the document.
    Answer,
    /// In the `channel` of an RSS 2.0 feed, before its items.
    Channel,
    /// In an `item` of it.
    Item,
    /// In an Atom `feed`, before its entries.
    Feed,
    /// In an Atom `entry`.
    Entry,
    /// In the `body` of an OPML document.
    Outline,
    /// In the object of a JSON Feed, before its items.
    JsonFeed,
    /// In an item of a JSON Feed.
    JsonItem,
}

/// Declares rules as statics, and lists them.
macro_rules! table {
    ($($name:ident $level:ident $code:literal $meaning:literal; $source:literal; $remedy:literal; $place:ident $wrong:literal => $right:literal;)*) => {
        $(
            #[doc = $meaning]
            pub(crate) const $name: &crate::rules::table::Rule = &crate::rules::table::Rule {
                code: $code,
                level: copydesk_model::Level::$level,
                meaning: $meaning,
                source: $source,
                remedy: $remedy,
                wrong: $wrong,
                right: $right,
                place: crate::rules::table::Place::$place,
            };
        )*
        /// The rules of this file, in order.
        pub(super) static ALL: &[&crate::rules::table::Rule] = &[$($name),*];
    };
}
pub(super) use table;
