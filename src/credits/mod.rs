//! Who is named as the source of a text.
//!
//! Promises every outlet that a text credits with words, at most one credit each, in order of
//! appearance, in time linear in the text. Refuses persons, companies, agencies of state,
//! pictures' credits and a site's credit of itself. Pure: no I/O, no clock.
//!
//! Read in this order: [`find`], then `around` (running text: cues around recognised outlets),
//! `marks` (places made for a credit), `heads` (dateline, byline, bracket, headline), `links`,
//! `declared` (what feed and page declare).
//! What counts as an outlet is in `names` and `shapes`; tables are in `outlets`, `words`, `cues`.

mod around;
mod cues;
mod declared;
mod domains;
mod found;
mod heads;
mod hints;
mod linked;
mod links;
mod marks;
mod names;
mod outlets;
mod place;
mod shapes;
mod tokens;
mod words;
mod world;

use std::collections::HashMap;

pub use found::MOST;

use crate::model::{Credit, Outlet};
use linked::Linked;
pub use names::Names;
use place::Place;
use tokens::Line;

/// A text as its page gives it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Passage<'a> {
    /// Its headline.
    pub title: Option<&'a str>,
    /// Plain text, paragraphs divided by newlines. Read only where there is no `html`.
    pub text: &'a str,
    /// The same as HTML: it knows the links.
    pub html: Option<&'a str>,
    /// Address of the page itself: its own name is no credit, and relative links start here.
    pub link: Option<&'a str>,
}

/// The outlets that a passage credits, with `known` as the names that win.
///
/// For many passages build [`Names`] once and call [`Names::find`].
pub fn find(passage: &Passage<'_>, known: &[Outlet]) -> Vec<Credit> {
    Names::new(known).find(passage)
}

/// Whether two names mean one outlet: "The Guardian" and "Guardian", "DigitalSpy.com" and
/// "Digital Spy", "AP" and "Associated Press".
pub fn same_outlet(a: &str, b: &str) -> bool {
    let (a, b) = (names::identity(a), names::identity(b));
    !a.is_empty() && a == b
}

/// Outlets that were met, each at the place of its first name.
#[derive(Debug, Default)]
pub struct Outlets {
    places: HashMap<String, usize>,
    met: usize,
}

impl Outlets {
    /// The place of the outlet that the name means, if it was met; else the name gets the next place.
    pub fn place(&mut self, name: &str) -> Option<usize> {
        let identity = names::identity(name);
        let known = self.places.get(&identity).copied();
        if known.is_none() {
            // A name without letters is like no other.
            if !identity.is_empty() {
                self.places.insert(identity, self.met);
            }
            self.met += 1;
        }
        known
    }
}

impl Names {
    /// The outlets that a line beside an article credits: a label, a byline, a note at the foot. There
    /// an agency's name alone is a credit too.
    pub fn beside(&self, line: &str, link: Option<&str>) -> Vec<Credit> {
        let page = Linked::plain(line);
        let tokens = Line::new(&page.text, 0);
        let mut signed = Vec::new();
        world::beside(&Place { line: &tokens, page: &page, names: self }, &mut signed);
        let mut credits = self.find(&Passage { text: line, link, ..Passage::default() });
        let mut known = Outlets::default();
        credits.iter().for_each(|credit| {
            known.place(&credit.name);
        });
        for credit in found::credits(signed, &page, link, self) {
            if known.place(&credit.name).is_none() {
                credits.push(credit);
            }
        }
        credits
    }

    /// The outlets that a passage credits, in order of appearance; at most fifty.
    pub fn find(&self, passage: &Passage<'_>) -> Vec<Credit> {
        let body = match passage.html {
            Some(html) => Linked::html(html),
            None => Linked::plain(passage.text),
        };
        // The headline goes before the text, on a line of its own.
        let page = match passage.title {
            Some(title) => body.under(title),
            None => body,
        };
        let mut found = Vec::new();
        let mut offset = 0;
        let single = passage.title.is_some() || page.text.trim_end().lines().count() == 1;
        let spoken = world::spoken(&page.text);
        for text in page.text.split('\n') {
            let line = Line::new(text, offset);
            let place = Place { line: &line, page: &page, names: self };
            if offset == 0 && single {
                found.extend(heads::suffix(&place, passage.link));
            }
            heads::find(&place, passage.link, &mut found);
            around::find(&line, self, &mut found);
            marks::find(&place, &mut found);
            links::find(&place, &mut found);
            world::find(&place, spoken, &mut found);
            offset += text.len() + 1;
        }
        let mut credits = found::credits(found, &page, passage.link, self);
        let declared = passage.html.map(|html| self.declared_in(html, passage.link)).unwrap_or_default();
        let mut known = Outlets::default();
        credits.iter().for_each(|credit| {
            known.place(&credit.name);
        });
        for credit in declared {
            if credits.len() < MOST && known.place(&credit.name).is_none() {
                credits.push(credit);
            }
        }
        credits
    }
}
