//! What stands in a front, and what enters an archive before it leaves.
//!
//! A front has the newest stories that its limits allow. What no archive has yet stays in the
//! front beyond them, until there is enough for an archive: an archive is closed by count, or by
//! bytes where they are used up first. So front and archives together are the whole.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use crate::model::{Entry, Section, Span};

/// Bytes of a document besides its entries.
const FRAME: usize = 4_096;
/// Bytes of an entry besides its texts: element names, dates, the feed it was taken from.
const ENTRY: usize = 1_400;

/// A story that may stand in a front.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate<'a> {
    /// Key of the source of its lead.
    pub source: &'a str,
    /// When it was published.
    pub published: DateTime<Utc>,
    /// Bytes it takes in a document, see [`weight`].
    pub weight: usize,
    /// Whether an archive has it.
    pub archived: bool,
}

/// What becomes of the candidates, by their places in the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Archives to be closed now, oldest first; the entries of each newest first.
    pub closed: Vec<Vec<usize>>,
    /// The front, newest first.
    pub front: Vec<usize>,
}

/// Decides for candidates in order, the newest first.
pub fn plan(candidates: &[Candidate<'_>], section: &Section) -> Plan {
    let fits = fitting(candidates, section);
    let mut waiting: Vec<usize> =
        (0..candidates.len()).rev().filter(|&at| !candidates[at].archived).collect();
    let mut closed = Vec::new();
    while section.archive_size > 0 && waiting.iter().any(|&at| fits[at] != Fit::Yes) {
        let weights = waiting.iter().map(|&at| candidates[at].weight);
        let Some(count) = closing(weights, section) else { break };
        let mut archive: Vec<usize> = waiting.drain(..count).collect();
        archive.reverse();
        closed.push(archive);
    }
    let stays = |at: &usize| {
        section.archive_size > 0 && fits[*at] == Fit::No && waiting.binary_search_by(|w| at.cmp(w)).is_ok()
    };
    let front = (0..candidates.len()).filter(|at| fits[*at] == Fit::Yes || stays(at)).collect();
    Plan { closed, front }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    Yes,
    /// The front is full.
    No,
    /// Its source has enough in the front: it is left to the archives.
    SourceIsFull,
}

fn fitting<'a>(candidates: &[Candidate<'a>], section: &Section) -> Vec<Fit> {
    let mut of_source: BTreeMap<(&str, i64), usize> = BTreeMap::new();
    let span = |published: DateTime<Utc>| match section.per_source_in {
        Span::Front => 0,
        Span::Day => published.timestamp().div_euclid(86_400),
        Span::Hour => published.timestamp().div_euclid(3_600),
    };
    let (mut stories, mut bytes, mut full) = (0, FRAME, false);
    let mut fit = |candidate: &Candidate<'a>| {
        let known = of_source.entry((candidate.source, span(candidate.published))).or_default();
        if section.per_source > 0 && *known >= section.per_source {
            return Fit::SourceIsFull;
        }
        let heavy = section.max_bytes > 0 && bytes + candidate.weight > section.max_bytes && stories > 0;
        full |= stories >= section.limit || heavy;
        if full {
            return Fit::No;
        }
        *known += 1;
        stories += 1;
        bytes += candidate.weight;
        Fit::Yes
    };
    candidates.iter().map(&mut fit).collect()
}

/// How many entries, the oldest first, make an archive; `None` while there are too few.
pub fn closing(weights: impl Iterator<Item = usize>, section: &Section) -> Option<usize> {
    let mut bytes = FRAME;
    for (count, weight) in weights.enumerate() {
        bytes += weight;
        if section.max_bytes > 0 && bytes > section.max_bytes && count > 0 {
            return Some(count);
        }
        if count + 1 == section.archive_size {
            return Some(count + 1);
        }
    }
    None
}

/// About how many bytes an entry takes in the largest format, Atom: markup is escaped there.
pub fn weight(entry: &Entry) -> usize {
    let texts = [&entry.content, &entry.summary, &entry.title, &entry.title];
    let texts = texts.into_iter().flatten().map(|text| text_weight(&text.value));
    let links =
        entry.links.iter().map(|link| 90 + link.href.len() + link.title.as_ref().map_or(0, String::len));
    let media = entry.media.iter().map(|media| 700 + 2 * media.url.len());
    let files = entry.enclosures.iter().map(|file| 120 + file.url.len());
    let words = 160 * (entry.categories.len() + entry.authors.len() + entry.credits.len() + entry.also.len());
    ENTRY + words + texts.sum::<usize>() + links.sum::<usize>() + media.sum::<usize>() + files.sum::<usize>()
}

/// Bytes of a text, escaped.
pub(super) fn text_weight(text: &str) -> usize {
    let bytes = text.as_bytes();
    bytes.len()
        + 3 * memchr::memchr2_iter(b'<', b'>', bytes).count()
        + 5 * memchr::memchr2_iter(b'&', b'"', bytes).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(limit: usize, archive_size: usize) -> Section {
        Section { limit, archive_size, ..Section::default() }
    }

    fn candidates(archived: &[bool]) -> Vec<Candidate<'static>> {
        archived
            .iter()
            .map(|&archived| Candidate {
                source: "a",
                published: DateTime::default(),
                weight: 1_000,
                archived,
            })
            .collect()
    }

    #[test]
    fn nothing_is_archived_while_everything_fits() {
        let plan = plan(&candidates(&[false; 5]), &section(5, 3));
        assert_eq!(plan, Plan { closed: vec![], front: vec![0, 1, 2, 3, 4] });
    }

    #[test]
    fn entry_enters_an_archive_before_it_leaves_the_front() {
        let plan = plan(&candidates(&[false; 6]), &section(5, 3));
        assert_eq!(plan, Plan { closed: vec![vec![3, 4, 5]], front: vec![0, 1, 2, 3, 4] });
    }

    #[test]
    fn latecomer_stays_in_the_front_until_an_archive_can_be_closed() {
        let mut all = candidates(&[false, true, true, true, true, false]);
        let few = plan(&all, &section(5, 3));
        assert_eq!(few, Plan { closed: vec![], front: vec![0, 1, 2, 3, 4, 5] });
        all.insert(0, all[0]);
        let enough = plan(&all, &section(5, 3));
        assert_eq!(enough, Plan { closed: vec![vec![0, 1, 6]], front: vec![0, 1, 2, 3, 4] });
    }

    #[test]
    fn without_archives_the_front_ends_at_its_limit() {
        assert_eq!(plan(&candidates(&[false; 6]), &section(4, 0)).front, [0, 1, 2, 3]);
    }

    #[test]
    fn bytes_end_a_front_and_an_archive() {
        let section = Section { max_bytes: FRAME + 3_500, ..section(100, 50) };
        let plan = plan(&candidates(&[false; 8]), &section);
        assert_eq!(plan.closed, [vec![5, 6, 7], vec![2, 3, 4]]);
        assert_eq!(plan.front, [0, 1, 2]);
    }

    #[test]
    fn one_source_cannot_fill_a_front() {
        let mut all = candidates(&[false; 6]);
        all[4].source = "b";
        for (nth, candidate) in all.iter_mut().enumerate() {
            candidate.published = DateTime::from_timestamp(86_400 * 9 - 3_000 * nth as i64, 0).unwrap();
        }
        let by = |per_source_in| {
            let section = Section { per_source: 2, per_source_in, ..section(9, 0) };
            super::plan(&all, &section).front
        };
        assert_eq!(by(Span::Front), [0, 1, 4]);
        assert_eq!(by(Span::Day), [0, 1, 2, 4]);
        assert_eq!(by(Span::Hour), [0, 1, 2, 3, 4, 5]);
        let plan = plan(&all, &Section { per_source: 2, ..section(5, 5) });
        assert_eq!(plan.front, [0, 1, 4]);
        assert_eq!(plan.closed, [vec![1, 2, 3, 4, 5]]);
    }
}
