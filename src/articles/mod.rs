//! Article records: our own articles on disk, in whatever form a desk keeps them.
//!
//! [`load`] finds and reads files; [`parse`] and [`ndjson`] are pure and do the rest. One bad
//! record is a value, [`Unreadable`], and costs the others nothing. Refused: records whose date,
//! embargo or status cannot be understood, since a wrong guess would publish too early or for
//! ever. HTML is kept as it came; it is cleaned on the way out, elsewhere.

mod address;
mod article;
mod date;
mod decode;
mod files;
mod flat;
mod json;
mod markdown;
mod ninjs;
mod page;
mod page_text;
mod parse;
mod people;
mod quotations;
mod record;
mod resolve;
mod rule;
mod schema_org;
mod sidecar;
mod unreadable;
mod walk;

pub use address::{address, check_pattern};
pub use files::{MAX_BYTES, is_there, load, load_while, open, rule_of};
pub use parse::{Form, PIPED, ndjson, parse, web_page};
pub use resolve::resolve;
pub use rule::Rule;
pub use unreadable::Unreadable;
