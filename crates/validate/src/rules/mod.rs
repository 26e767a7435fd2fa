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
mod table;
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

pub use table::{Place, Rule};

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
