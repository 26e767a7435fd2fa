//! Credits by the place in the text: dateline, byline, bracket before, outlet behind the headline.

use super::found::{Found, is_aggregator};
use super::names::{Level, Name, is_refused};
use super::place::Place;
use super::shapes::{self, is_person};
use super::tokens::{Line, is_capital};
use super::words::{AGGREGATORS, DATES, TRADES};
use crate::model::CreditKind::{Byline, Syndicated, Wire};
use crate::text::url::domain;

/// What a dateline holds in brackets besides agencies.
const PLACES: &[&str] = &[
    "usa",
    "us",
    "uk",
    "uae",
    "drc",
    "dc",
    "ussr",
    "nsw",
    "canada",
    "france",
    "germany",
    "england",
    "live",
    "update",
    "exclusive",
];

/// The credits at the head of one line of the text.
pub(super) fn find(place: &Place<'_>, site: Option<&str>, out: &mut Vec<Found>) {
    out.extend(dateline(place));
    out.extend(byline(place));
    if place.line.offset == 0 {
        out.extend(bracket(place, site));
    }
}

/// `LONDON, Feb 17 (Reuters) -`, `(AFP) —`, `PARIS /PRNewswire/ --`.
fn dateline(place: &Place<'_>) -> Option<Found> {
    let line = place.line;
    let open = (0..12.min(line.len())).find(|&at| line.is_mark(at, "(/["))?;
    let close = (open + 1..(open + 7).min(line.len())).find(|&at| line.is_mark(at, ")/]"))?;
    // `NEW DELHI: (ANI) …`, `MOSCOW, May 5. /TASS/. …`
    let marked =
        open > 0 && line.is_mark(open - 1, ":") || line.is_mark(open, "/") && line.is_mark(close, "/");
    let dash = line.is_mark(close + 1, "-\u{2013}\u{2014}\u{2015}\u{2212}:")
        || line.is_mark(close + 1, ".") && line.is_mark(close + 2, "-\u{2013}\u{2014}");
    let dated = (0..open).all(|at| is_dated(line, at) || at + 1 == open && line.is_mark(at, ":"));
    if !(dash || marked) || close == open + 1 || !dated || line.is_any(open + 1, DATES) {
        return None;
    }
    let shouted = open > 0 && line.word(0).len() > 2 && line.word(0).chars().all(|c| !c.is_lowercase());
    let name = place.names.at(line, open + 1).filter(|name| name.end == close).or_else(|| {
        let written = line.slice(open + 1, close);
        let agency = shouted
            && dash
            && written.len() > 2
            && is_capital(written)
            && !PLACES.contains(&written.to_lowercase().as_str());
        agency.then(|| place.names.named(line, open + 1, close, Level::Free))
    })?;
    (!is_person(&name.shown)).then(|| Found::new(line, &name, Wire, 0, close + 1))
}

/// What stands before the agency: places, days, months, commas.
fn is_dated(line: &Line<'_>, at: usize) -> bool {
    is_capital(line.word(at))
        || line.is_mark(at, ",./-\u{2013}\u{2014}")
        || line.is_any(at, &["and", "de", "of", "al"])
}

/// `By Ann Lee, Riverton Herald`, `By The Associated Press`, alone on its line.
fn byline(place: &Place<'_>) -> Option<Found> {
    let line = place.line;
    if !line.is(0, "by") || line.len() > 16 || !is_capital(line.word(1)) {
        return None;
    }
    let first = (1..line.len().min(10)).find(|&at| {
        let divided =
            line.is_mark(at, ",|/\u{2013}\u{2014}\u{2022}-") || line.is_any(at, &["for", "of", "at"]);
        at == 1 && place.names.at(line, 1).is_some_and(|name| name.end == line.len())
            || divided && place.names.at(line, at + 1).is_some_and(|name| is_last(line, name.end))
            || divided && at > 1 && is_lone(place, at + 1)
    })?;
    let first = if first == 1 && !line.is_mark(1, ",") { 1 } else { first + 1 };
    let name = place
        .names
        .at(line, first)
        .unwrap_or_else(|| place.names.named(line, first, line.len(), Level::Free));
    let trade = (name.first..name.end).any(|at| line.is_any(at, TRADES)) && name.level < Level::Listed;
    (!trade && !is_refused(&name.shown)).then(|| Found::new(line, &name, Byline, 0, name.end))
}

/// One word nobody knows, with a capital inside: no person's name and no trade.
fn is_lone(place: &Place<'_>, at: usize) -> bool {
    let word = place.line.word(at);
    at + 1 == place.line.len()
        && is_capital(word)
        && word.chars().skip(1).any(char::is_uppercase)
        && word.len() > 3
}

/// Nothing but a full stop or another column follows.
fn is_last(line: &Line<'_>, end: usize) -> bool {
    end == line.len() || line.closes(end)
}

/// `[Outlet] Text` of sites that gather from many; elsewhere the outlet must be recognised.
fn bracket(place: &Place<'_>, site: Option<&str>) -> Option<Found> {
    let line = place.line;
    let close = line.is_mark(0, "[").then(|| (1..9.min(line.len())).find(|&at| line.is_mark(at, "]")))??;
    if close == 1 || close + 1 >= line.len() {
        return None;
    }
    let name = place.names.at(line, 1).filter(|name| name.end == close && name.level >= Level::Shaped);
    let gathers = site.and_then(domain).is_some_and(|host| is_aggregator(&host));
    let name = name.or_else(|| gathers.then(|| place.names.named(line, 1, close, Level::Free)))?;
    Some(Found::new(line, &name, Syndicated, 0, close + 1))
}

/// `Headline - Outlet`, `Headline | Outlet`, in a line that is a headline.
pub(super) fn suffix(place: &Place<'_>, site: Option<&str>) -> Option<Found> {
    let line = place.line;
    let last = (1..line.len())
        .rev()
        .take(10)
        .find(|&at| line.is_mark(at, "-\u{2013}\u{2014}|\u{2022}") && line.gap(at) && line.gap(at + 1))?;
    let first = last + 1;
    let gathers = site.and_then(domain).is_some_and(|host| AGGREGATORS.iter().any(|each| host == *each));
    let found = place.names.at(line, first).filter(|name| name.end == line.len());
    let name: Name = found.or_else(|| {
        let whole = shapes::run(line, first) == line.len() && first < line.len() || line.len() == first + 1;
        (gathers && whole).then(|| place.names.named(line, first, line.len(), Level::Free))
    })?;
    let sure =
        name.level >= Level::Listed || gathers || name.level == Level::Shaped && line.is_mark(last, "-|");
    (sure && last >= 3 && !is_refused(&name.shown)).then(|| Found::new(line, &name, Byline, last, name.end))
}
