//! Places that are made for a credit: `Source: X`, `(via X)`, `H/T X`, the WordPress footer,
//! "originally published in X".
//!
//! Here a name nobody has heard of counts too, if it stands as such a name stands: to the end of
//! its bracket, sentence or link. Persons, companies and means of sending never count.

use std::sync::LazyLock;

use super::found::Found;
use super::hints::Lexicon;
use super::linked::Link;
use super::names::{Level, Name, is_refused, names_host, parents};
use super::place::Place;
use super::shapes::{self, is_lead, is_person};
use super::tokens::{Kind, is_capital};
use super::words::{BODIES, DATES, PICTURES, WORKS};
use crate::model::CreditKind::{self, FirstReported, HatTip, Source, Syndicated, Via};
use crate::text::url::domain;

/// Every credit at a place made for one.
pub(super) fn find(place: &Place<'_>, out: &mut Vec<Found>) {
    for at in 0..place.line.len() {
        if at > 0 && !MARKS.has(place.line.word(at)) && !place.line.is_mark(at, "([\u{a9}") {
            continue;
        }
        out.extend(place.copyright(at));
        out.extend(place.bracket(at));
        if place.line.word(at).is_empty() {
            continue;
        }
        place.tail(at, out);
        out.extend(place.footer(at));
        out.extend(place.reprint(at));
        out.extend(place.distributed(at));
    }
    out.extend(place.quoted_from());
}

/// Words at which a rule for places made for a credit begins.
static MARKS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(beginnings()));

/// Words at which some rule of this file begins, besides marks.
fn beginnings() -> impl Iterator<Item = &'static str> {
    let others = [COPYRIGHT, APPEARED, DISTRIBUTED, READ, CONTINUE];
    let tails = TAILS.iter().filter_map(|(words, _)| words.first());
    tails.chain(AGAIN).chain(ORIGINALLY).chain(VERSION).copied().chain(others)
}

const COPYRIGHT: &str = "copyright";
const APPEARED: &str = "appeared";
const DISTRIBUTED: &str = "distributed";
const READ: &str = "read";
const CONTINUE: &str = "continue";
const ORIGINALLY: &[&str] = &["originally", "first"];
const VERSION: &[&str] = &["appeared", "ran"];
/// A text that stood elsewhere before.
const AGAIN: &[&str] =
    &["republished", "reprinted", "reposted", "syndicated", "cross-posted", "crossposted", "reproduced"];

/// Words at the head of a credit line, and the kind of credit. Longer before shorter.
const TAILS: &[(&[&str], CreditKind)] = &[
    (&["via"], Via),
    (&["per"], Via),
    (&["h/t"], HatTip),
    (&["hat", "tip"], HatTip),
    (&["hat-tip"], HatTip),
    (&["hattip"], HatTip),
    (&["ht"], HatTip),
    (&["found", "via"], Via),
    (&["spotted", "via"], Via),
    (&["story", "via"], Via),
    (&["news", "via"], Via),
    (&["source"], Source),
    (&["sources"], Source),
    (&["original", "source"], Source),
    (&["news", "source"], Source),
    (&["first", "reported", "by"], FirstReported),
    // The same word in the languages that our neighbours write.
    (&["quelle"], Source),
    (&["quellen"], Source),
    (&["fuente"], Source),
    (&["fuentes"], Source),
    (&["fonte"], Source),
    (&["fonti"], Source),
    (&["bron"], Source),
    (&["källa"], Source),
    (&["kilde"], Source),
    (&["lähde"], Source),
    (&["źródło"], Source),
    (&["Źródło"], Source),
    (&["zdroj"], Source),
    (&["kaynak"], Source),
    (&["источник"], Source),
    (&["Источник"], Source),
    (&["Джерело"], Source),
    (&["Πηγή"], Source),
    (&["出典"], Source),
    (&["来源"], Source),
    (&["來源"], Source),
    (&["vía"], Via),
];

/// Words between the head of a credit line and the name.
const LEADINS: &[&str] = &[
    "this",
    "the",
    "to",
    "our",
    "friends",
    "at",
    "over",
    "folks",
    "@",
    "via",
    "from",
    "by",
    "and",
    "colleagues",
];
/// What is named besides the outlet: `h/t this StackOverflow answer`.
const ITEMS: &[&str] =
    &["answer", "thread", "post", "comment", "article", "story", "piece", "report", "video", "page"];

/// Words of methods, not of names: `(via the usual method)`.
const MEANS: &[&str] = &["or", "law", "method", "protocol"];

impl Place<'_> {
    /// `Source: X`, `(via X)`, `H/T X`, `Hat tip: X`.
    fn tail(&self, at: usize, out: &mut Vec<Found>) {
        let line = self.line;
        let head = TAILS.iter().find_map(|(words, kind)| {
            let fits = words.iter().enumerate().all(|(i, word)| line.is(at + i, word));
            fits.then_some((at + words.len(), *kind))
        });
        let Some((mut next, kind)) = head else { return };
        let divided =
            line.is_mark(next, ":\u{ff1a}|\u{2013}\u{2014}") || line.is_mark(next, "-") && line.gap(next + 1);
        let opened = line.opens(at);
        let allowed = match kind {
            Source => divided && opened && !self.is_picture(at),
            HatTip => {
                divided
                    || line.is(at, "h/t")
                    || line.is(next, "to")
                    || line.is_mark(next, "@")
                    || line.is_mark(at.wrapping_sub(1), "([")
            }
            FirstReported => true,
            _ if line.is(at, "per") => line.is_mark(at.wrapping_sub(1), "(["),
            _ => opened && !self.is_picture(at),
        };
        if !allowed {
            return;
        }
        if divided {
            next += 1;
        }
        // `A hat tip to X` is also said of persons who report nothing.
        let least =
            if kind == HatTip && !divided && !line.is(at, "h/t") { Level::Shaped } else { Level::Free };
        self.names_from(at, next, kind, least, out);
    }

    /// The names of a credit line, one after another.
    fn names_from(&self, at: usize, first: usize, kind: CreditKind, least: Level, out: &mut Vec<Found>) {
        let line = self.line;
        let mut next = first;
        for _ in 0..6 {
            let Some(found) = self.name(at, next, kind, least) else { return };
            next = found.1;
            out.push(found.0);
            while line.is_any(next, ITEMS) {
                next += 1;
            }
            let joined = line.is_mark(next, ",&/;") || line.is_any(next, &["and", "via"]);
            if !joined {
                return;
            }
            while line.is_mark(next, ",&/;") || line.is_any(next, &["and", "via"]) {
                next += 1;
            }
        }
    }

    /// The name that a credit line gives at `first`, and the token behind it.
    fn name(&self, at: usize, first: usize, kind: CreditKind, least: Level) -> Option<(Found, usize)> {
        let line = self.line;
        let mut first = first;
        if let Some(found) = self.addressed(at, first, kind) {
            return Some((found, first + 1));
        }
        let mut skipped = 0;
        while skipped < 4
            && (line.is_any(first, LEADINS) || line.is_mark(first, "@"))
            && !is_capital(line.word(first))
        {
            first += 1;
            skipped += 1;
        }
        let name = self
            .names
            .at(line, first)
            .filter(|name| self.closing(name.end) || name.level >= Level::Listed && kind != Via);
        let name = name
            .or_else(|| self.linked(first))
            .or_else(|| self.free(at, first, kind))
            .filter(|name| name.level >= least)?;
        let end = name.end;
        let person = name.level == Level::Free && is_person(&name.shown) && !self.is_hosted(name.first, end);
        let body = name.level < Level::Listed && (name.first..end).any(|i| line.is_any(i, BODIES));
        let office = kind == Source && super::world::is_office(line.word(at), &name.shown);
        if is_refused(&name.shown) || person || body || office {
            return None;
        }
        Some((Found::new(line, &name, kind, at, end), end))
    }

    /// Whether nothing but the end, another name or its item follows.
    fn closing(&self, end: usize) -> bool {
        let line = self.line;
        line.closes(end)
            || line.is_mark(end, ",&/")
            || line.is_any(end, &["and", "via"])
            || line.is(end, "for") && line.word(end - 1).contains('.')
            || line.is_any(end, ITEMS)
            || line.tokens.get(end).is_some_and(|token| token.kind == Kind::Address)
    }

    /// A name that ends with its sentence or bracket.
    fn free(&self, at: usize, first: usize, kind: CreditKind) -> Option<Name> {
        let line = self.line;
        let limit = (first + 7).min(line.len());
        let ends = |&i: &usize| line.closes(i) || line.is_mark(i, ",:") || line.is_any(i, ITEMS);
        let stop = (first..limit).find(ends).unwrap_or(limit);
        if stop == first || !self.closing(stop) {
            return None;
        }
        let bracketed = at > 0 && line.is_mark(at - 1, "([");
        // Inside a sentence `(via Something)` tells how, at its end it tells from whom.
        let inside = kind == Via && bracketed && !(line.closes(stop + 1) || line.is_mark(stop + 1, ","));
        let number = stop == first + 1 && line.word(first).chars().all(|c| c.is_ascii_digit());
        let means = number || line.is_any(first, DATES) || (first..stop).any(|i| line.is_any(i, MEANS));
        if inside || means {
            return None;
        }
        let item = stop == first + 1 && self.is_list_item(stop) || self.is_hosted(first, stop);
        (bracketed && item || self.is_title(first, stop, bracketed))
            .then(|| self.names.named(line, first, stop, Level::Free))
    }

    /// Whether all words are written as a title is; `blog` may stay small behind it.
    fn is_title(&self, first: usize, stop: usize, bracketed: bool) -> bool {
        let line = self.line;
        let end = shapes::run(line, first).min(stop);
        let blog = end > first && end + 2 >= stop && line.is_any(stop - 1, &["blog", "newsroom"]);
        let word = line.word(first);
        let lead = is_lead(word) && !line.is(first, "the");
        // In brackets even `From the Pen Cup` is a title.
        (end == stop || blog) && (!lead || bracketed && is_capital(word) && stop > first + 1)
    }

    /// Whether the bracket ends the line and a link stands in it: an entry of a list of links.
    fn is_list_item(&self, stop: usize) -> bool {
        stop + 1 >= self.line.len() && self.links().next().is_some()
    }

    /// Whether a link of the line leads to a site of this name.
    fn is_hosted(&self, first: usize, end: usize) -> bool {
        let written = self.line.slice(first, end);
        self.links()
            .take(20)
            .filter_map(|link| domain(&link.address))
            .any(|host| names_host("", written, &host))
    }

    /// A name that is exactly a link's words.
    fn linked(&self, first: usize) -> Option<Name> {
        let (link, end) = self.link_at(first)?;
        let words = self.page.text.get(link.span.clone())?;
        let short = end - first <= 8 && !words.contains(". ") && !words.starts_with("http");
        (short && !is_refused(words)).then(|| self.names.written(words, first, end, Level::Free))
    }

    /// An address in place of a name: the outlet of its domain, or the domain.
    fn addressed(&self, at: usize, first: usize, kind: CreditKind) -> Option<Found> {
        let token = self.line.tokens.get(first)?;
        if token.kind != Kind::Address {
            return None;
        }
        let address = self.line.piece(first);
        let address =
            if address.starts_with("http") { address.to_owned() } else { format!("https://{address}") };
        let mut found = host_found(self, &address, kind, at, first + 1)?;
        found.url = Some(address);
        Some(found)
    }

    /// The links of this line.
    pub(super) fn links(&self) -> impl Iterator<Item = &Link> {
        let (from, to) = (self.line.offset, self.line.offset + self.line.text.len());
        let first = self.page.links.partition_point(|link| link.span.start < from);
        self.page.links[first..].iter().take_while(move |link| link.span.start < to)
    }

    /// The link that begins at the token, and the token behind its words.
    fn link_at(&self, first: usize) -> Option<(&Link, usize)> {
        let start = self.line.offset + self.line.tokens.get(first)?.start;
        let at = self.page.links.binary_search_by_key(&start, |link| link.span.start).ok()?;
        let link = &self.page.links[at];
        let end = self.line.tokens.partition_point(|token| self.line.offset + token.start < link.span.end);
        Some((link, end))
    }

    /// `The post T appeared first on X.`
    fn footer(&self, at: usize) -> Option<Found> {
        let line = self.line;
        let appeared =
            line.is(at, APPEARED) && line.is(at + 1, "first") && line.is_any(at + 2, &["on", "at", "in"]);
        if !appeared {
            return None;
        }
        let sentence = self.subject(at).unwrap_or(at);
        let name = self.linked(at + 3).or_else(|| {
            let first =
                if line.is(at + 3, "the") && !is_capital(line.word(at + 3)) { at + 4 } else { at + 3 };
            // No name is longer; beyond that nothing is looked for.
            let end = line.len().min(first + 11);
            let stop = (first..end).find(|&i| {
                line.is_mark(i, ".!") && line.closes(i + 1) || line.is_mark(i, ".") && line.gap(i + 1)
            });
            let stop = stop.unwrap_or(end);
            (stop > first && stop - first <= 10).then(|| self.names.named(line, first, stop, Level::Free))
        })?;
        let mut found = Found::new(line, &name, Syndicated, sentence, name.end);
        found.url = self.post(&name, sentence);
        Some(found)
    }

    /// The address of the post itself, where footer and post are of one host.
    fn post(&self, name: &Name, sentence: usize) -> Option<String> {
        let home = self.link_at(name.first).and_then(|(link, _)| domain(&link.address))?;
        let from = self.line.offset + self.line.tokens.get(sentence)?.start;
        let at = self.page.links.partition_point(|link| link.span.start < from);
        let to = self.line.offset + self.line.text.len();
        let post = self.page.links.get(at).filter(|link| link.span.start < to)?;
        (domain(&post.address)? == home).then(|| post.address.clone())
    }

    /// `This article originally appeared in X`, `republished from X`.
    fn reprint(&self, at: usize) -> Option<Found> {
        let line = self.line;
        let again = line.is_any(at, AGAIN);
        let original = line.is_any(at, ORIGINALLY)
            && line
                .is_any(at + 1, &["appeared", "published", "posted", "ran", "printed", "written", "aired"])
            && !line.is(at + 1, "reported");
        let original_by = line.is(at, ORIGINALLY[0]) && line.is_any(at + 1, &["on", "from", "at", "in"]);
        let version = line.is_any(at, VERSION) && self.is_version(at);
        let read = line.is(at, READ) || line.is(at, CONTINUE);
        let kind = match read {
            true if line.is(at, CONTINUE) && !line.is(at + 1, "reading") => return None,
            true if line.is(at, READ) && !line.is(at + 1, "the") && !line.is(at + 1, "more") => return None,
            true if !line.is_any(at + 2, &["original"]) => Source,
            _ => Syndicated,
        };
        if !(again || original || original_by || version || read) {
            return None;
        }
        let subject = self.subject(at).or_else(|| (line.opens(at) || read).then_some(at))?;
        let from = at + 1;
        // `originally published in Portuguese at the X blog`: the last preposition before a name counts.
        for i in from..(from + 9).min(line.len()) {
            if line.is_mark(i, ".!?;") {
                break;
            }
            let preposition =
                ["on", "at", "in", "by", "from", "of", "to", "with"].iter().any(|word| line.is(i, word));
            // `as part of the Climate Desk` is no permission.
            let owned = !line.is(i, "of") || line.is_any(i - 1, &["courtesy", "permission", "pages"]);
            if preposition
                && owned
                && let Some(name) = self.reprinted(i + 1)
            {
                return (kind == Syndicated || name.level > Level::Free)
                    .then(|| Found::new(line, &name, kind, subject, name.end));
            }
        }
        again.then(|| self.produced(subject, at)).flatten()
    }

    /// `Distributed by Tribune Content Agency.`
    fn distributed(&self, at: usize) -> Option<Found> {
        let line = self.line;
        let said = line.is(at, DISTRIBUTED) && line.is(at + 1, "by") && line.opens(at);
        let name = said.then(|| self.names.at(line, at + 2))?.filter(|name| self.closing(name.end))?;
        (!is_refused(&name.shown)).then(|| Found::new(line, &name, Syndicated, at, name.end))
    }

    /// `— Wired`, a linked name alone on its line: whom the quotation before is from.
    fn quoted_from(&self) -> Option<Found> {
        let line = self.line;
        let dashed = line.is_mark(0, "\u{2014}\u{2013}-") && self.link_at(1).is_some();
        let name = dashed.then(|| self.names.at(line, 1))?.filter(|name| name.level >= Level::Listed)?;
        line.closes(name.end).then(|| Found::new(line, &name, Source, 0, name.end))
    }

    /// `This story was produced by X and is republished with permission.`
    fn produced(&self, subject: usize, at: usize) -> Option<Found> {
        let line = self.line;
        let by = (subject..at).rev().find(|&i| line.is(i, "by"))?;
        let name = self.reprinted(by + 1)?;
        (name.end <= at).then(|| Found::new(line, &name, Syndicated, subject, at + 1))
    }

    /// `A version of this article appeared`: a text tells of its print.
    fn is_version(&self, at: usize) -> bool {
        let line = self.line;
        (line.sentence(at)..at).take(12).any(|i| line.is(i, "version") && line.is(i + 1, "of"))
    }

    /// `The show is over. (Deadline)`: a bracket of its own behind the last sentence.
    fn bracket(&self, at: usize) -> Option<Found> {
        let line = self.line;
        let alone = at == 0 && (line.offset > 0 || self.link_at(1).is_some());
        let behind = line.is_mark(at, "([") && (alone || at > 0 && line.is_mark(at - 1, ".!?\u{201d}\""));
        let name = behind.then(|| self.names.at(line, at + 1))?.filter(|name| name.level >= Level::Listed)?;
        let last = line.is_mark(name.end, ")]") && name.end + 1 >= line.len();
        last.then(|| Found::new(line, &name, Source, at, name.end + 1))
    }

    /// `© 2026 The Associated Press. All rights reserved.`
    fn copyright(&self, at: usize) -> Option<Found> {
        let line = self.line;
        let begins = line.is(at, COPYRIGHT) && (line.opens(at) || line.is(at.wrapping_sub(1), "the"));
        let sign = line.mark(at) == Some('\u{a9}')
            || line.is_mark(at, "(") && line.is(at + 1, "c") && line.is_mark(at + 2, ")");
        if !begins && !sign {
            return None;
        }
        let year = |i: usize| line.word(i).starts_with(|c: char| c.is_ascii_digit());
        let first = (at + 1..at + 7)
            .find(|&i| !(year(i) || line.is_mark(i, "\u{a9}(),-\u{2013}") || line.is_any(i, &["c", "by"])))?;
        let name = self.names.at(line, first).filter(|name| name.level >= Level::Listed)?;
        Some(Found::new(line, &name, Syndicated, at, name.end))
    }

    /// The name behind "originally published on".
    fn reprinted(&self, first: usize) -> Option<Name> {
        let line = self.line;
        let mut first = first;
        while line.is_any(
            first,
            &["the", "our", "sister", "site", "website", "magazine", "newspaper", "my", "permission"],
        ) && !is_capital(line.word(first))
        {
            first += 1;
        }
        let dated = DATES.iter().any(|date| line.is(first, date))
            || line.word(first).starts_with(|c: char| c.is_ascii_digit());
        if dated && self.names.at(line, first).is_none() {
            return None;
        }
        let name = self.names.at(line, first).or_else(|| self.linked(first)).or_else(|| {
            let mut end = shapes::run(line, first);
            // `in Paris in 1923`: the year is no part of a name.
            let year =
                |&i: &usize| line.is(i, "in") && line.word(i + 1).starts_with(|c: char| c.is_ascii_digit());
            end = (first + 1..end).find(year).unwrap_or(end);
            if end > first && line.is_any(end, &["blog", "newsletter"]) {
                end += 1;
            }
            let placed =
                (1..=6).contains(&(end - first)) && !is_lead(line.word(first)) || line.is(first, "the");
            (placed && end > first).then(|| self.names.named(line, first, end, Level::Free))
        })?;
        let free = name.level == Level::Free;
        (!is_refused(&name.shown) && !(free && (is_person(&name.shown) || self.is_place(&name))))
            .then_some(name)
    }

    /// A single capitalised word before a year or a comma is a town: `published in Paris in 1950`.
    fn is_place(&self, name: &Name) -> bool {
        self.line.is(name.end, "in")
            || self.line.is(name.first.wrapping_sub(1), "in") && self.line.is_mark(name.end, ",")
    }

    /// Where the sentence begins, if it speaks of this text before `at`.
    fn subject(&self, at: usize) -> Option<usize> {
        let line = self.line;
        let first = line.sentence(at);
        // `Article originally published on X.`
        let bare = line.is_any(first, WORKS) && first + 1 == at;
        (bare
            || (first..at).any(|i| {
                line.is_any(i, &["this", "the", "that", "it", "an", "a"])
                    && (i + 1..i + 4).any(|i| line.is_any(i, WORKS))
            }))
        .then_some(first)
    }

    /// Whether the line or the words before `at` speak of a picture.
    fn is_picture(&self, at: usize) -> bool {
        let line = self.line;
        let sentence = line.sentence(at);
        (sentence..at).take(3).any(|i| line.is_any(i, PICTURES) && !line.is(i, "data"))
            || at > 0 && (at.saturating_sub(4)..at).any(|i| line.is_any(i, PICTURES))
    }
}

/// The outlet an address belongs to; a domain nobody knows is its own name.
pub(super) fn host_found(
    place: &Place<'_>,
    address: &str,
    kind: CreditKind,
    first: usize,
    end: usize,
) -> Option<Found> {
    let host = domain(address).filter(|host| host.contains('.'))?;
    let (level, identity, shown) = place
        .names
        .of_host(&host)
        .unwrap_or_else(|| (Level::Free, super::names::identity(&host), host.clone()));
    if is_refused(&shown) || parents(&host).any(is_refused) {
        return None;
    }
    let name = Name { first: end - 1, end, level, identity, shown };
    Some(Found::new(place.line, &name, kind, first, end))
}
