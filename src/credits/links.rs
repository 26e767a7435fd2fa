//! Links that credit without a name: `<a href=…>Source</a>`, `according to <a href=…>a report</a>`.
//!
//! The outlet is the one its domain belongs to. Bare words such as "Source" and "via" credit any
//! domain; words of running text only a configured or listed one.

use super::around;
use super::found::Found;
use super::marks::host_found;
use super::names::{Level, is_refused, names_host};
use super::place::Place;
use super::tokens::is_capital;
use crate::model::CreditKind::{self, HatTip, Source, Via};
use crate::text::url::domain;

/// A link with just these words is a credit, wherever it leads.
const WORDS: &[(&str, CreditKind)] =
    &[("source", Source), ("via", Via), ("h/t", HatTip), ("hat tip", HatTip), ("original source", Source)];

/// In a link's words or just before them: the text says that it has this from there.
const REPORTING: &[&str] = &["report", "reports", "reported", "interview", "according", "scoop", "told"];

/// Where anyone publishes: a link there names no outlet by itself.
const PLATFORMS: &[&str] = &["medium.com", "yahoo.com", "metafilter.com"];

/// Every link of the line that credits by the words it stands on.
pub(super) fn find(place: &Place<'_>, out: &mut Vec<Found>) {
    let line = place.line;
    for link in place.links() {
        let words = place.page.text.get(link.span.clone()).unwrap_or_default();
        let first = line.tokens.partition_point(|token| line.offset + token.start < link.span.start);
        let end = line.tokens.partition_point(|token| line.offset + token.start < link.span.end);
        if first >= end {
            continue;
        }
        let bare = words.trim_matches(|c: char| !c.is_alphanumeric());
        let alone = WORDS.iter().find(|(word, _)| bare.eq_ignore_ascii_case(word));
        let found = match alone {
            Some((_, kind)) => host_found(place, &link.address, *kind, first, end),
            None => named(place, &link.address, first, end)
                .or_else(|| reporting(place, &link.address, first, end)),
        };
        if let Some(mut found) = found {
            found.url = Some(link.address.clone());
            out.push(found);
        }
    }
}

/// `told <a href="https://lumen.example/1">Lumen</a>`: a name that the domain proves.
fn named(place: &Place<'_>, address: &str, first: usize, end: usize) -> Option<Found> {
    let line = place.line;
    let host = domain(address)?;
    let last = (first + 1..end).find(|&at| line.is_any(at, &["reports", "reported"])).unwrap_or(end);
    let proved = last - first <= 6
        && is_capital(line.word(first))
        && names_host("", line.slice(first, last), &host)
        && !is_refused(line.slice(first, last));
    proved.then(|| around::credited(line, &place.names.named(line, first, last, Level::Shaped)))?
}

fn reporting(place: &Place<'_>, address: &str, first: usize, end: usize) -> Option<Found> {
    let line = place.line;
    let host = domain(address)?;
    let (level, ..) = place.names.of_host(&host)?;
    let said = end - first <= 6 && (first..end).any(|at| line.is_any(at, REPORTING))
        || line.is(first.wrapping_sub(2), "according") && line.is(first.wrapping_sub(1), "to");
    let platform = domain(address).is_some_and(|host| PLATFORMS.iter().any(|each| host == *each));
    if !said || level < Level::Listed || platform {
        return None;
    }
    host_found(place, address, Source, first, end)
}
