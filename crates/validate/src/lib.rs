//! Bytes to findings with line and column; as strict as `read` is forgiving.
//!
//! Promises: one pass, bounded memory, no I/O, the same findings for the same bytes and `now`, and
//! never a panic. Refuses to guess: what is not well-formed ends there. The rules are those of the
//! W3C feed validator at its strictest level (AA), and our own for JSON Feed and sitemaps.
//!
//! In another project's tests [`assert_valid_feed!`](crate::assert_valid_feed) is enough. Where
//! findings are looked at one by one:
//!
//! ```
//! use copydesk_validate as validate;
//!
//! let feed = b"<rss version='2.0'><channel><ttl>soon</ttl></channel></rss>";
//! let now = chrono::DateTime::from_timestamp(1_790_000_000, 0).unwrap_or_default();
//! let report = validate::document(feed, now);
//! assert!(!report.valid && report.format == "rss-2.0");
//!
//! let finding = report.findings.iter().find(|finding| finding.line == 1 && finding.column == 34);
//! let rule = finding.and_then(|finding| validate::rule(finding.code));
//! assert_eq!(rule.map(|rule| rule.code), Some("invalid-positive-integer"));
//! println!("{}", validate::picture("rss.xml", feed, &report));
//! ```

mod addresses;
mod check;
mod construct;
mod element;
mod html;
mod json;
mod namespaces;
mod picture;
mod plain;
mod report;
mod rules;
mod served;
mod source;
mod table;
mod values;
mod vocabulary;
mod walk;
mod xml;

pub use picture::{drawn, objection, picture};
pub use rules::{Place, Rule, page, rule, rules};
pub use served::Served;

use chrono::{DateTime, Utc};

use copydesk_model::Report;

/// The most bytes that a document may have; of a larger one only that is said.
pub const LARGEST: usize = report::LARGEST;

/// Validates a document whose format is found from its content.
///
/// `now` decides which dates lie in the future. The report's `format` is `unknown`, with an error
/// saying why, where nothing was recognised.
pub fn document(bytes: &[u8], now: DateTime<Utc>) -> Report {
    report::of(bytes, &Served::default(), now)
}

/// Validates a document that one's own desk made: it may have more than [`LARGEST`] bytes.
pub fn own(bytes: &[u8], now: DateTime<Utc>) -> Report {
    report::of_any_size(bytes, &Served::default(), now)
}

/// Validates a document together with what its server said: media type, encoding, and whether
/// the self link names the address that it came from.
pub fn served(bytes: &[u8], served: &Served<'_>, now: DateTime<Utc>) -> Report {
    report::of(bytes, served, now)
}
