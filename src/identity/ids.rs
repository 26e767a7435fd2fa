//! The ids that entries are published under: the origin's own where it is an absolute URI, else a `tag:`.
//!
//! Pure functions of what the origin sent, never of a row or of the time.

use ring::digest::{Context, SHA256};

pub use crate::text::uri::is_absolute as is_absolute_uri;

/// The year in our `tag:` URIs (RFC 4151). A constant: ids must not change with the calendar.
const TAG_YEAR: &str = "2026";

/// A `tag:` URI (RFC 4151) made from parts.
pub fn tag(host: &str, parts: &[&str]) -> String {
    let mut hash = Context::new(&SHA256);
    for part in parts {
        hash.update(part.as_bytes());
        hash.update(&[0]);
    }
    let mut tag = format!("tag:{host},{TAG_YEAR}:");
    for half in hash.finish().as_ref()[..12].iter().flat_map(|byte| [byte >> 4, byte & 15]) {
        tag.extend(char::from_digit(u32::from(half), 16));
    }
    tag
}

/// An address as an id: what no URI may hold is written with percent signs; `None` where it is none then.
pub(super) fn as_uri(address: &str) -> Option<String> {
    if is_absolute_uri(address) {
        return Some(address.to_owned());
    }
    let url = ::url::Url::parse(address).ok()?;
    let mut uri = String::with_capacity(address.len() + 16);
    for c in url.as_str().chars() {
        match c {
            '[' | ']' | '{' | '}' | '|' | '\\' | '^' | '`' | '"' | '<' | '>' | ' ' => {
                uri.push_str(&format!("%{:02X}", u32::from(c)));
            }
            other => uri.push(other),
        }
    }
    Some(uri).filter(|uri| is_absolute_uri(uri))
}
