//! Settling: what is new or revised is credited, routed and becomes part of a story.
//!
//! New entries are settled in order of publication, so the order in which sources answered never
//! matters, and a run that was killed and continued ends with the same stories as one that was not.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};

use super::{Broken, Halt, credit, rulings};
use crate::config::Desk;
use crate::credits::{Names, same_outlet};
use crate::model::{Filing, Relation, Stored, StoryRecord, Text};
use crate::sections::{self, Candidate};
use crate::store::{Settlement, Store, Unled};
use crate::stories::lead::{self, Member};
use crate::stories::{Print, Settings, Window};
use crate::text::url;

/// Entries of one transaction, and held at once: small enough to lose little, large enough to sync seldom.
const BATCH: usize = 500;

/// What settling did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settled {
    /// Entries that became part of a story.
    pub entries: usize,
    /// Of them: those that joined a story others had told.
    pub joined: usize,
    /// Stories whose lead was chosen or confirmed.
    pub led: usize,
    /// Rulings that could not be followed, and why.
    pub complaints: Vec<String>,
}

/// What is new or revised becomes part of a story, in order of publication.
pub fn settle(desk: &Desk, store: &mut Store, now: DateTime<Utc>, halt: &Halt) -> Result<Settled, Broken> {
    let mut settled = Settled::default();
    rulings::withdraw(desk, store, now)?;
    let unsettled = store.unsettled(now)?;
    if let Some(first) = unsettled.first() {
        let names = Names::new(&desk.outlets());
        let revised = unsettled.iter().filter(|entry| entry.revised).map(|entry| entry.row).collect();
        let (mut window, mut renewed) = window(desk, store, &names, first.published, &revised, now)?;
        for batch in unsettled.chunks(BATCH) {
            if halt.is_told() {
                return Ok(settled);
            }
            let rows: Vec<i64> = batch.iter().map(|entry| entry.row).collect();
            let mut settlements = Vec::with_capacity(batch.len());
            for entry in &store.entries(&rows)? {
                let settlement =
                    settle_one(desk, store, &mut window, &names, entry, renewed.remove(&entry.row), now)?;
                settled.joined += usize::from(settlement.filing.story != entry.id);
                settlements.push(settlement);
            }
            settled.entries += settlements.len();
            store.settle(&settlements)?;
        }
    }
    settled.complaints = rulings::apply(desk, store)?;
    // What came with this run is known only now.
    rulings::withdraw(desk, store, now)?;
    settled.led = store.lead(now, &|story| choose(desk, story))?;
    Ok(settled)
}

/// The matching window as it was left, from the prints of everything recent enough, in the order in
/// which they were settled; and the prints that were taken anew on the way, by row. Those of
/// revised entries are, and those that another version of copydesk left.
fn window(
    desk: &Desk,
    store: &Store,
    names: &Names,
    first: DateTime<Utc>,
    revised: &HashSet<i64>,
    now: DateTime<Utc>,
) -> Result<(Window, HashMap<i64, Vec<u8>>), Broken> {
    let settings = Settings { explain: true, ..desk.stories.clone() };
    let reach = TimeDelta::milliseconds((settings.window_days * 86_400_000.0) as i64);
    let mut window = Window::new(settings);
    let mut prints = Vec::new();
    for known in store.prints(first - reach, now)? {
        let print = Print::from_kept(&known.print);
        let stale = print.is_none() || revised.contains(&known.row);
        let mut print = print.unwrap_or_default();
        print.story = known.story;
        prints.push((print, known.row, stale));
    }
    prints.sort_by_key(|(print, ..)| print.place);
    let mut renewed = HashMap::new();
    for (had, row, stale) in prints {
        let Some(entry) = stale.then(|| store.entry(row)).transpose()?.flatten() else {
            window.add(had);
            continue;
        };
        let print = window.renew(&told(desk, &entry, names), &had);
        renewed.insert(row, print.kept()?);
        window.add(print);
    }
    Ok((window, renewed))
}

/// What an entry tells, as matching reads it.
fn told(desk: &Desk, entry: &Stored, names: &Names) -> StoryRecord {
    let text = body(entry);
    let title = entry.entry.title.as_ref().map(Text::without_markup).unwrap_or_default();
    let credits = credit::of(desk, entry, name(desk, entry), &title, &text, names);
    StoryRecord {
        id: entry.id.clone(),
        // A page that holds many entries says nothing about which of them tell the same.
        url: entry.entry.link.clone().filter(|link| url::place(link) == url::canonical(link)),
        title: Some(title),
        text: Some(text),
        published: Some(entry.published),
        source: Some(name(desk, entry).to_owned()),
        language: entry.entry.language.as_deref().map(str::to_owned),
        credits,
    }
}

fn settle_one(
    desk: &Desk,
    store: &Store,
    window: &mut Window,
    names: &Names,
    entry: &Stored,
    renewed: Option<Vec<u8>>,
    now: DateTime<Utc>,
) -> Result<Settlement, Broken> {
    let record = told(desk, entry, names);
    let wording = [&record.title, &record.text].map(|text| text.as_deref().unwrap_or_default()).join("\n");
    let placements = sections::route(&candidate(desk, entry, &wording), &desk.sections);
    // A published story is never split: a revised entry stays where it is, with its print renewed.
    // One id is one entry, whoever brings it.
    let (filing, print) = match (&entry.filing, store.twin(entry.row, now)?) {
        (Some(filing), _) => (filing.clone(), renewed),
        (None, Some(story)) => (same_id(story), None),
        (None, None) => {
            let (filing, print) = window.settle(&record);
            (filing, Some(print.kept()?))
        }
    };
    Ok(Settlement { row: entry.row, filing, placements, credits: record.credits, print })
}

fn same_id(story: String) -> Filing {
    Filing {
        story,
        relation: Relation::Copy,
        similarity: 1.0,
        nearest: None,
        merges: Vec::new(),
        evidence: vec!["the same id as an entry of another source".to_owned()],
    }
}

fn body(entry: &Stored) -> String {
    let texts = [&entry.entry.summary, &entry.entry.content];
    let longest = texts.into_iter().flatten().max_by_key(|text| text.value.len());
    longest.map(Text::without_markup).unwrap_or_default()
}

fn candidate<'a>(desk: &'a Desk, entry: &'a Stored, wording: &'a str) -> Candidate<'a> {
    let source = desk.source(&entry.source);
    let categories = entry.entry.categories.iter();
    Candidate {
        source: source.map(|source| source.name.as_str()),
        source_sections: source.map_or(&[], |source| &source.sections),
        named: &entry.sections,
        categories: categories
            .flat_map(|category| [Some(category.term.as_str()), category.label.as_deref()])
            .flatten()
            .collect(),
        language: entry.entry.language.as_deref(),
        wording,
    }
}

/// Who published an entry, as people and credits call them.
pub(super) fn name<'a>(desk: &'a Desk, entry: &'a Stored) -> &'a str {
    match desk.source(&entry.source) {
        Some(source) => &source.name,
        None if entry.is_own() => &desk.site.title,
        None => entry.provenance.as_ref().and_then(|source| source.title.as_deref()).unwrap_or(&entry.source),
    }
}

/// The lead of a story, by the order that [`lead::choose`] states.
fn choose(desk: &Desk, story: &Unled) -> Option<i64> {
    if let Some(ruled) = rulings::lead(desk, &story.members) {
        return Some(ruled);
    }
    lead::choose(&candidates(desk, &story.members), story.published_lead, &desk.stories.lead)
}

/// What the choice of a lead looks at, member by member.
pub(super) fn candidates(desk: &Desk, members: &[Stored]) -> Vec<Member> {
    let credits = |one: &Stored, other: &Stored| {
        one.row != other.row && one.credits.iter().any(|credit| same_outlet(&credit.name, name(desk, other)))
    };
    let candidate = |member: &Stored| Member {
        row: member.row,
        own: member.is_own(),
        credited: members.iter().filter(|other| credits(other, member)).count(),
        credits_another: members.iter().any(|other| credits(member, other)),
        rank: desk.source(&member.source).map_or(0, |source| source.rank),
        published: member.published,
        id: member.id.clone(),
    };
    members.iter().map(candidate).collect()
}
