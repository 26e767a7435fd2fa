//! What stands between a page's headline and its text, and just above: who wrote it, when, and the
//! standfirst. Lines that say nothing else are no part of the text.

use dom_query::{Document, NodeId, NodeRef};

use super::super::{page_text, people};
use super::blocks::{folded, is_block};
use super::furniture;
use crate::languages::Language;
use crate::model::{Credit, CreditKind};
use crate::text::plain::one_line;
use crate::text::url;

/// Pieces of text that are looked at.
const MOST_PIECES: usize = 20_000;
/// Elements around a piece that are looked at.
const DEEPEST: usize = 16;
/// Lines that are looked at above the headline and below it.
const ABOVE: usize = 3;
const BELOW: usize = 16;
/// A longer line is prose, by the weight of its letters.
const LONGEST: usize = 140;
/// So is a shorter one that says something else than who and when, in characters.
const SHORTEST_PROSE: usize = 90;
/// A standfirst is longer and shorter than that.
const STANDFIRST: std::ops::Range<usize> = 25..450;
/// So many letters of other words may stand beside a date: a section, a place.
const BESIDE: usize = 28;
/// A part of more words is a sentence.
const MOST_WORDS: usize = 20;
/// A kicker is no longer.
const LONGEST_KICKER: usize = 60;

/// Words of a class that say that an element is a standfirst.
#[rustfmt::skip]
const STANDFIRSTS: [&str; 48] = [
    "standfirst", "lead", "lede", "leadin", "deck", "dek", "subtitle", "subheadline", "subheading", "subhead", "subline",
    "excerpt", "strapline", "summary", "chapo", "chapeau", "preamble", "ingress", "manchet", "manchete", "opener", "perex",
    "vorspann", "unterzeile", "unterzeilen", "entradilla", "bajada", "sumario", "subtitulo", "subtitular", "sottotitolo", "sommario",
    "catenaccio", "spot", "resumo", "linhafina", "zajawka", "underrubrik", "underrubrikk", "anons", "standfirsts", "abstract", "tagline", "lid", "teaser",
    "subtittel", "alaotsikko", "podtytul",
];

/// Elements whose text nobody reads as a line.
const SILENT: [&str; 14] = [
    "figure",
    "figcaption",
    "script",
    "style",
    "noscript",
    "template",
    "button",
    "select",
    "svg",
    "textarea",
    "option",
    "title",
    "nav",
    "form",
];

/// What stands around the headline.
#[derive(Default)]
pub(super) struct Lead {
    /// People behind a word that says so.
    pub(super) authors: Vec<String>,
    /// People whose names stand beside a date.
    pub(super) beside: Vec<String>,
    /// Lines in which a date stands.
    pub(super) dates: Vec<String>,
    /// Lines that say who and when and nothing else.
    pub(super) shown: Vec<String>,
    /// Few words above the headline: a section, a kicker, a path.
    pub(super) above: Vec<String>,
    /// The line that sums the article up.
    pub(super) standfirst: Option<String>,
    /// Sources that a line among them names.
    pub(super) credits: Vec<Credit>,
}

/// A line of the page: its pieces, each with where it leads.
struct Line<'a> {
    block: Option<NodeRef<'a>>,
    pieces: Vec<(String, Option<String>)>,
}

impl Line<'_> {
    fn text(&self) -> String {
        let pieces: Vec<&str> = self.pieces.iter().map(|(text, _)| text.as_str()).collect();
        one_line(&pieces.join(" "))
    }
}

impl Lead {
    /// What stands around the headline `title`; `known` are names of sections and of the site.
    pub(super) fn of(
        page: &Document,
        title: &str,
        known: &[String],
        language: Option<&'static Language>,
    ) -> Self {
        let mut lead = Self::default();
        let known: Vec<String> = known.iter().map(|name| folded(name)).collect();
        let (lines, above) = lines(page, title);
        let all: Vec<(String, Said)> =
            lines.iter().map(|line| (line.text(), Said::of(line, &known, language))).collect();
        let mut label = String::new();
        for (at, (text, said)) in all.iter().enumerate() {
            let line = &lines[at];
            if at >= above && lead.standfirst.is_none() && !said.only && is_standfirst(line, text) {
                lead.standfirst = Some(text.clone());
                continue;
            }
            let is_prose = weight(text) > LONGEST || text.chars().count() > SHORTEST_PROSE && !said.only;
            if at >= above && is_prose && !has_class(line) {
                lead.authors.extend(reporters(text));
                break;
            }
            if is_prose {
                continue;
            }
            lead.credits.extend(said.credits.iter().cloned());
            if said.dated {
                lead.dates.push(format!("{label} {}", said.when.join(" - ")));
            }
            // `Last updated` in a cell, and its date in the next.
            label = if said.dated || said.rest > 0 { String::new() } else { said.when.join(" ") };
            if at < above && weight(text) <= LONGEST_KICKER && !text.ends_with(['.', '\u{3002}']) {
                lead.above.push(text.clone());
            }
            let beside = |at: usize| at >= above && all.get(at).is_some_and(|(_, said)| said.dated);
            let dated = said.dated || at >= above && (at > 0 && beside(at - 1) || beside(at + 1));
            lead.authors.extend(said.labelled.iter().cloned());
            if dated || said.linked {
                lead.beside.extend(said.named.iter().cloned());
            }
            let is_told = said.dated || said.linked || !said.labelled.is_empty() || !said.credits.is_empty();
            if said.only && is_told {
                lead.shown.push(text.clone());
            }
        }
        lead
    }
}

/// Whether a line of the text says who and when and nothing else; `known` are names, folded.
pub(super) fn is_of_page(text: &str, known: &[String], language: Option<&'static Language>) -> bool {
    if weight(text) > LONGEST || text.ends_with(['?', '!', '"', '\u{201d}', '\u{bb}', ':']) {
        return false;
    }
    let line = Line { block: None, pieces: vec![(text.to_owned(), None)] };
    let said = Said::of(&line, known, language);
    let signed = said.credits.iter().all(|credit| credit.kind == CreditKind::Byline);
    said.only && signed && (said.dated || said.named.is_empty() && said.labelled.is_empty())
}

/// `(Reporter Jo Doe) The text begins`: who is named in brackets at its beginning.
fn reporters(text: &str) -> Vec<String> {
    let Some((before, rest)) = text.split_once(['\u{ff08}', '(']) else { return Vec::new() };
    let Some((inside, _)) = rest.split_once(['\u{ff09}', ')']) else { return Vec::new() };
    let behind = people::without_by(inside);
    if before.chars().count() > 20 || behind.len() == inside.trim().len() || weight(inside) > 60 {
        return Vec::new();
    }
    // Where names have no blanks within, a blank divides them.
    let packed = behind.chars().all(|c| c >= '\u{3040}' || c == ' ');
    let names = if packed { behind.replace(' ', "\u{3001}") } else { behind.to_owned() };
    people::names(&names)
}

/// The lines above the headline and below it, up to the first of prose;
/// and how many of them stand above.
fn lines<'a>(page: &'a Document, title: &str) -> (Vec<Line<'a>>, usize) {
    let Some(body) = page.body() else { return (Vec::new(), 0) };
    let title = folded(title);
    let mut lines: Vec<Line<'a>> = Vec::new();
    let mut found = None;
    let mut current: Option<Option<NodeId>> = None;
    let mut pieces = 0;
    for node in body.descendants_it() {
        if node.is_element() {
            let name = node.node_name().unwrap_or_default();
            if matches!(name.as_ref(), "br" | "hr" | "figure") || is_block(&node) {
                current = None;
            }
            continue;
        }
        if !node.is_text() {
            continue;
        }
        let text = one_line(&node.text());
        if text.is_empty() {
            continue;
        }
        pieces += 1;
        if pieces > MOST_PIECES {
            break;
        }
        let (mut block, mut link, mut silent) = (None, None, false);
        for above in node.ancestors_it(Some(DEEPEST)) {
            let name = above.node_name().unwrap_or_default();
            silent |= SILENT.contains(&name.as_ref());
            if name.as_ref() == "a" && block.is_none() {
                link = above.attr("href").map(|address| address.to_string());
            }
            if block.is_none() && is_block(&above) {
                block = Some(above);
            }
        }
        if silent {
            continue;
        }
        let id = block.as_ref().map(|block| block.id);
        if current == Some(id)
            && let Some(line) = lines.last_mut()
        {
            line.pieces.push((text, link));
            continue;
        }
        // A line is whole: is it the headline, or does the text begin?
        if let Some(line) = lines.last() {
            let text = line.text();
            if folded(&text) == title && !title.is_empty() {
                // The last in a row of them is the headline; the first may be a path to it.
                lines.pop();
                let first = lines.len().saturating_sub(ABOVE);
                lines.drain(..first);
                found = Some(lines.len());
            } else if let Some(above) = found
                && (lines.len() > BELOW + ABOVE || weight(&text) > LONGEST && !has_class(line))
            {
                return (lines, above);
            } else if found.is_none() && lines.len() > 2 * ABOVE {
                lines.drain(..ABOVE);
            }
        }
        lines.push(Line { block, pieces: vec![(text, link)] });
        current = Some(id);
    }
    found.map_or((Vec::new(), 0), |above| (lines, above))
}

/// What a line says.
#[derive(Default)]
struct Said {
    dated: bool,
    /// Its dates, with the words that say of what.
    when: Vec<String>,
    labelled: Vec<String>,
    named: Vec<String>,
    credits: Vec<Credit>,
    /// A name leads to a person's page.
    linked: bool,
    /// It has no words but these.
    only: bool,
    /// Letters of other words.
    rest: usize,
}

/// Between the parts of a line.
const SIGNS: [char; 14] = [
    '|', '\u{2022}', '\u{b7}', '\u{bb}', '\u{ab}', '\u{203a}', '\u{2039}', '\u{2014}', '\u{ff5c}',
    '\u{ff1e}', '>', '\u{25cf}', '\u{30fb}', '\u{2503}',
];

impl Said {
    fn of(line: &Line<'_>, known: &[String], language: Option<&'static Language>) -> Self {
        let mut said = Self::default();
        let whole = line.text();
        if weight(&whole) > LONGEST + 60 {
            return said;
        }
        let mut label = false;
        let mut known_part = false;
        let mut before = String::new();
        for (piece, link) in &line.pieces {
            // `Source:` and its name are one part, whatever elements they stand in.
            if piece.ends_with([':', '\u{ff1a}']) && weight(piece) < 30 {
                before.push_str(piece);
                continue;
            }
            let piece = format!("{}{piece}", std::mem::take(&mut before));
            for part in parts(&piece).iter().flat_map(|part| at_date(part, language)) {
                known_part |= known.contains(&folded(&part));
                said.part(&part, link.as_deref(), &mut label, known, language);
            }
        }
        said.rest += weight(&before);
        let names = !said.labelled.is_empty() || !said.named.is_empty() || !said.credits.is_empty();
        said.only = said.dated && said.rest <= BESIDE
            || said.rest == 0 && (names || said.dated || known_part && label);
        said
    }

    fn part(
        &mut self,
        part: &str,
        link: Option<&str>,
        label: &mut bool,
        known: &[String],
        language: Option<&'static Language>,
    ) {
        let own = folded(part);
        if own.is_empty() || known.contains(&own) {
            return;
        }
        if page_text::is_time(part, language) {
            self.dated |=
                part.chars().filter(|c| c.is_numeric()).count() > 2 || page_text::names_month(part, language);
            self.when.push(part.to_owned());
            *label = false;
            return;
        }
        if let page_text::Line::Credit(mut credits) = page_text::line(part, &[]) {
            if let ([credit], Some(link)) = (credits.as_mut_slice(), link)
                && url::is_web(link)
            {
                credit.url.get_or_insert_with(|| link.to_owned());
            }
            self.credits.extend(credits);
            return;
        }
        if people::is_label(part) {
            *label = true;
            return;
        }
        if page_text::is_dated(part) {
            self.when.push(part.to_owned());
            return;
        }
        if page_text::is_picture(part) {
            return;
        }
        let behind = people::without_by(part).trim();
        let says = *label || behind.len() < part.trim().len();
        *label = false;
        if page_text::is_agency(behind) {
            let kind = CreditKind::Byline;
            self.credits.push(Credit { name: behind.to_owned(), url: None, kind, evidence: part.to_owned() });
            return;
        }
        let named = people::names(part);
        // What stands beside the names is no name: a sentence begins with one, too.
        let letters: usize = named.iter().map(|name| folded(name).len()).sum();
        let whole = letters * 10 >= folded(behind).len() * 7;
        if says {
            self.rest += if whole { 0 } else { weight(part) };
            self.labelled.extend(named.into_iter().filter(|_| whole || weight(part) < 60));
            return;
        }
        let person = link.is_some_and(is_persons);
        let other = link.is_some() && !person && link.is_some_and(is_list);
        let is_name = |name: &String| person || page_text::is_name(name);
        // `Jo Doe, Culture correspondent`
        if let Some((name, office)) = part.split_once(',')
            && page_text::is_name(name.trim())
            && people::is_office(office)
        {
            self.named.extend(people::names(name));
            return;
        }
        if !other && whole && !named.is_empty() && !people::is_office(part) && named.iter().all(is_name) {
            self.linked |= person;
            self.named.extend(named);
            return;
        }
        self.rest += weight(part);
    }
}

/// A piece of a line at signs.
fn parts(piece: &str) -> Vec<String> {
    let spaced = [" - ", " \u{2013} ", " / ", " // "];
    let mut all = vec![piece.to_owned()];
    for sign in spaced {
        all = all.iter().flat_map(|part| part.split(sign).map(str::to_owned)).collect();
    }
    all.iter()
        .flat_map(|part| part.split(SIGNS))
        .map(|part| part.trim().trim_start_matches([',', '-', '\u{2013}']).trim().to_owned())
        .filter(|part| !part.is_empty())
        .collect()
}

/// A part before and behind a date that stands at its end or at its beginning: `By Jo Doe on May 4, 2024`.
fn at_date(part: &str, language: Option<&'static Language>) -> Vec<String> {
    let words: Vec<&str> = part.split_whitespace().collect();
    if !(2..=MOST_WORDS).contains(&words.len()) || page_text::is_time(part, language) {
        return vec![part.to_owned()];
    }
    let is_date = |words: &[&str]| {
        let text = words.join(" ");
        text.chars().filter(|c| c.is_numeric()).count() > 4 && page_text::is_time(&text, language)
    };
    let behind = (1..words.len()).find(|at| is_date(&words[*at..]));
    let is_name = |at: &usize| !people::is_label(words[*at - 1]);
    let before = || (1..words.len()).rev().filter(is_name).find(|at| is_date(&words[..*at]));
    match behind.or_else(before) {
        Some(at) => vec![words[..at].join(" "), words[at..].join(" ")],
        None => vec![part.to_owned()],
    }
}

/// Whether an address leads to a person's page.
fn is_persons(address: &str) -> bool {
    let path = address.to_ascii_lowercase();
    let names = [
        "author",
        "authors",
        "autor",
        "autores",
        "auteur",
        "auteurs",
        "autore",
        "autori",
        "writer",
        "staff",
        "reporter",
        "profile",
        "profil",
        "people",
        "person",
        "journalist",
        "redaktion",
        "contributor",
        "contributors",
        "by",
        "team",
    ];
    path.split(['/', '?', '=']).any(|part| names.contains(&part)) || path.contains("/@")
}

/// Whether an address leads to a list of articles.
fn is_list(address: &str) -> bool {
    let path = address.to_ascii_lowercase();
    let names =
        ["tag", "tags", "category", "categories", "topic", "topics", "section", "thema", "rubrik", "seccion"];
    path.split('/').any(|part| names.contains(&part))
}

fn is_standfirst(line: &Line<'_>, text: &str) -> bool {
    let weight = weight(text);
    let subtitle = line.block.as_ref().is_some_and(|block| block.has_name("h2") || block.has_name("h4"));
    STANDFIRST.contains(&weight) && (has_class(line) || subtitle && weight > 50)
}

/// Whether the class of a line's element says that it is a standfirst.
fn has_class(line: &Line<'_>) -> bool {
    let says = |node: &NodeRef<'_>| {
        let class = node.attr("class").unwrap_or_default().to_string();
        let property = node.attr("itemprop").unwrap_or_default();
        property.as_ref() == "description" || {
            let words = furniture::words(&class);
            let pairs = words.windows(2).map(|two| two.concat()).collect::<Vec<_>>();
            words.iter().chain(&pairs).any(|word| STANDFIRSTS.contains(&word.as_str()))
        }
    };
    let Some(block) = &line.block else { return false };
    says(block)
        || block
            .parent()
            .is_some_and(|parent| !parent.has_name("body") && parent.text().len() < 2_000 && says(&parent))
}

/// Letters of a text, those of scripts without spaces for more.
fn weight(text: &str) -> usize {
    text.chars()
        .map(|c| if matches!(c, '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}') { 3 } else { 1 })
        .sum()
}
