//! The table of rules: one entry a code, with what it means, who says so, how to mend it, and an
//! example of wrong and right. Codes are stable; where a rule is the W3C feed validator's, the
//! code is its class name in kebab case.

mod atom;
mod extensions;
mod html;
mod json;
mod opml;
mod page;
mod rss;
mod served;
mod values;
mod xml;

use std::sync::LazyLock;

pub(super) use atom::*;
pub(super) use extensions::*;
pub(super) use html::*;
pub(super) use json::*;
pub(super) use opml::*;
pub use page::page;
pub(super) use rss::*;
pub(super) use served::*;
pub(super) use values::*;
pub(super) use xml::*;

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
            pub(crate) const $name: &crate::rules::Rule = &crate::rules::Rule {
                code: $code,
                level: copydesk_model::Level::$level,
                meaning: $meaning,
                source: $source,
                remedy: $remedy,
                wrong: $wrong,
                right: $right,
                place: crate::rules::Place::$place,
            };
        )*
        /// The rules of this file, in order.
        pub(super) static ALL: &[&crate::rules::Rule] = &[$($name),*];
    };
}
use table;

static TABLE: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let files = [
        xml::ALL,
        served::ALL,
        values::ALL,
        html::ALL,
        rss::ALL,
        atom::ALL,
        extensions::ALL,
        opml::ALL,
        json::ALL,
    ];
    let mut table: Vec<Rule> = files.into_iter().flatten().map(|rule| **rule).collect();
    table.sort_by_key(|rule| rule.code);
    table
});

/// Every rule, by code.
pub fn rules() -> &'static [Rule] {
    &TABLE
}

/// The rule of a code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    TABLE.binary_search_by_key(&code, |rule| rule.code).ok().map(|at| &TABLE[at])
}
