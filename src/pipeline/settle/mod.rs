//! Settling: what is new or revised is credited, routed and becomes part of a story.
//!
//! New entries are settled in order of publication, so the order in which sources answered never
//! matters, and a run that was killed and continued ends with the same stories as one that was not.

mod recredit;
mod reroute;
pub(crate) mod rulings;

pub use reroute::Rerouted;
pub use rulings::names;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};

use super::{Broken, Halt, credit, put_out, renamed, rewritten};
use crate::config::Desk;
use crate::credits::{Names, same_outlet};
use crate::model::{Credit, Entry, Filing, OWN, Relation, Status, Stored, StoryRecord, Text};
use crate::sections::{self, Candidate};
use crate::store::{self, Settlement, Store, Teller, Unled, Unsettled};
use crate::stories::lead::{self, Member};
use crate::stories::{Print, Settings, Window};
use crate::text::url;

/// Entries held at once, and written before the next are looked at.
const BATCH: usize = 500;
/// Batches of one transaction: few enough to lose little (a second's work), and as many as that allows,
/// since entries lie all over the store and each page of it is written once a transaction.
const TOGETHER: usize = 8;

/// What settling did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settled {
    /// Entries that became part of a story.
    pub entries: usize,
    /// Of them: those that joined a story others had told.
    pub joined: usize,
    /// Stories whose lead was chosen or confirmed.
    pub led: usize,
    /// What filters kept out, by filter: how many entries.
    pub filtered: BTreeMap<String, usize>,
    /// What moved since the rules did.
    pub rerouted: Rerouted,
    /// Stored entries that credit others since the outlets or the words of crediting changed.
    pub credited: usize,
    /// Rulings that could not be followed, and why.
    pub complaints: Vec<String>,
}

/// What is new or revised becomes part of a story, in order of publication.
pub fn settle(desk: &Desk, store: &mut Store, now: DateTime<Utc>, halt: &Halt) -> Result<Settled, Broken> {
    let rerouted = reroute::reroute(desk, store, now, halt)?;
    let mut settled = Settled { rerouted, ..Settled::default() };
    if halt.is_told() {
        return Ok(settled);
    }
    settled.credited = recredit::recredit(desk, store, halt)?;
    rulings::withdraw(desk, store, now)?;
    store.date_behind(now)?;
    let unsettled = store.unsettled(now)?;
    let has_filters = desk.has_filters();
    // Names of a thousand outlets cost something, and most runs bring nothing.
    let names = Names::new(&if unsettled.is_empty() { Vec::new() } else { desk.outlets() });
    let revised = unsettled.iter().filter(|entry| entry.revised).map(|entry| entry.row).collect();
    for group in groups(&unsettled, store.newest_print()?, reach(desk)) {
        let (mut window, mut renewed) = window(desk, store, &names, &group, &revised, now)?;
        for (nth, batch) in group.entries.chunks(BATCH).enumerate() {
            if nth % TOGETHER == 0 {
                store.end_batch()?;
            }
            if halt.is_told() {
                store.end_batch()?;
                return Ok(settled);
            }
            store.begin_batch()?;
            let rows: Vec<i64> = batch.iter().map(|entry| entry.row).collect();
            let (mut settlements, mut kept_out) = (Vec::with_capacity(batch.len()), Vec::new());
            for entry in store.entries(&rows)?.into_iter().map(Stored::with_page) {
                let entry = &rewritten::entry(desk, entry);
                if has_filters && is_kept_out(desk, entry, &mut settled.filtered) {
                    kept_out.push(entry.row);
                    continue;
                }
                let settlement =
                    settle_one(desk, store, &mut window, &names, entry, renewed.remove(&entry.row), now)?;
                settled.joined += usize::from(settlement.filing.story != entry.id);
                settlements.push(settlement);
            }
            settled.entries += settlements.len();
            store.filter(&kept_out, true)?;
            store.settle(&settlements)?;
        }
        store.end_batch()?;
    }
    settled.complaints = rulings::apply(desk, store)?;
    // What came with this run is known only now.
    rulings::withdraw(desk, store, now)?;
    let ruled = rulings::leads(desk, store)?;
    let before = put_out::published_before(desk, store)?;
    settled.led = store.lead(now, &|story| choose(desk, &ruled, &before, story))?;
    Ok(settled)
}

/// Entries that are settled in one window.
struct Group<'a> {
    entries: &'a [Unsettled],
    first: DateTime<Utc>,
    /// For what comes late: no entry of them is later.
    last: Option<DateTime<Utc>>,
}

/// What is to be settled, in order of publication. What is older than all that a window of now holds (a
/// source is new to the desk, or was paused) would be compared with nothing, and told once more: it is
/// settled beside what was published in its days, a few days at a time.
fn groups(unsettled: &[Unsettled], newest: Option<DateTime<Utc>>, reach: TimeDelta) -> Vec<Group<'_>> {
    let horizon = newest.map_or(DateTime::<Utc>::MIN_UTC, |newest| newest - reach);
    let (mut late, of_now) = unsettled.split_at(unsettled.partition_point(|entry| entry.published < horizon));
    let mut groups = Vec::new();
    while let Some(first) = late.first().map(|entry| entry.published) {
        let (entries, rest) = late.split_at(late.partition_point(|entry| entry.published <= first + reach));
        let last = entries.last().map(|entry| entry.published);
        groups.push(Group { entries, first, last });
        late = rest;
    }
    groups.extend(of_now.first().map(|entry| Group { entries: of_now, first: entry.published, last: None }));
    groups
}

fn reach(desk: &Desk) -> TimeDelta {
    TimeDelta::milliseconds((desk.stories.window_days * 86_400_000.0) as i64)
}

/// The matching window as it was left, from the prints of everything near enough in time, in the order
/// in which they were settled; and the prints that were taken anew on the way, by row. Those of
/// revised entries are, and those that another version of copydesk left.
fn window(
    desk: &Desk,
    store: &Store,
    names: &Names,
    group: &Group<'_>,
    revised: &HashSet<i64>,
    now: DateTime<Utc>,
) -> Result<(Window, HashMap<i64, Vec<u8>>), Broken> {
    let mut settings = Settings { explain: true, ..desk.stories.clone() };
    let reach = reach(desk);
    if group.last.is_some() {
        // What came before them, their own days, and what came after.
        settings.window_days *= 3.0;
    }
    let until = group.last.map_or(DateTime::<Utc>::MAX_UTC, |last| last + reach);
    let mut window = Window::new(settings);
    let mut prints = Vec::new();
    for known in store.prints(group.first - reach, until, now)? {
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
        let print = window.renew(&told(desk, &rewritten::entry(desk, entry.with_page()), names), &had);
        renewed.insert(row, print.kept()?);
        window.add(print);
    }
    Ok((window, renewed))
}

/// Whom an entry credits by its words, beside what it brought.
pub(crate) fn credits(desk: &Desk, entry: &Stored, names: &Names) -> Vec<Credit> {
    let title = entry.entry.title.as_ref().map(Text::without_markup).unwrap_or_default();
    found(desk, entry, &title, &credit::body(&entry.entry), names)
}

fn found(desk: &Desk, entry: &Stored, title: &str, text: &str, names: &Names) -> Vec<Credit> {
    let mut credits = credit::of(desk, entry, name(desk, entry), title, text, names);
    renamed::credit(desk, &mut credits);
    credits
}

/// What an entry tells, as matching reads it.
fn told(desk: &Desk, entry: &Stored, names: &Names) -> StoryRecord {
    let text = credit::body(&entry.entry);
    let title = entry.entry.title.as_ref().map(Text::without_markup).unwrap_or_default();
    let credits = found(desk, entry, &title, &text, names);
    StoryRecord {
        id: entry.id.clone(),
        // A page that holds many entries says nothing about which of them tell the same.
        url: entry
            .entry
            .link
            .clone()
            .filter(|link| !link.contains('#') || url::place(link) == url::canonical(link)),
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

/// Whether a filter keeps an entry out of everything; counts that, and those that keep it out of sections.
fn is_kept_out(desk: &Desk, entry: &Stored, counts: &mut BTreeMap<String, usize>) -> bool {
    if entry.status != Status::Usable {
        return false;
    }
    let wording = wording(&entry.entry);
    let candidate = candidate(desk, entry, &wording);
    let filter = sections::kept_out(&candidate, desk.filters_of(&entry.source));
    let mut count = |name: &String| *counts.entry(name.clone()).or_default() += 1;
    match filter {
        Some(filter) => count(&filter.name),
        None => {
            let names: BTreeSet<&String> = sections::kept_out_of(&candidate, &desk.sections)
                .into_iter()
                .map(|(_, filter)| &filter.name)
                .collect();
            names.into_iter().for_each(count);
        }
    }
    filter.is_some()
}

/// Title and text of an entry, plain.
pub(crate) fn wording(entry: &Entry) -> String {
    let title = entry.title.as_ref().map(Text::without_markup).unwrap_or_default();
    [title, credit::body(entry)].join("\n")
}

pub(crate) fn candidate<'a>(desk: &'a Desk, entry: &'a Stored, wording: &'a str) -> Candidate<'a> {
    let age_days = (entry.first_seen - entry.published).num_days();
    Candidate { named: &entry.sections, ..candidate_of(desk, &entry.source, &entry.entry, age_days, wording) }
}

/// The same for an entry that is not stored yet.
pub(crate) fn candidate_of<'a>(
    desk: &'a Desk,
    key: &'a str,
    entry: &'a Entry,
    age_days: i64,
    wording: &'a str,
) -> Candidate<'a> {
    let source = desk.source(key);
    let title = match desk.has_filters() {
        true => entry.title.as_ref().map(Text::without_markup).unwrap_or_default(),
        false => String::new(),
    };
    let categories = entry.categories.iter();
    Candidate {
        source: source.map(|source| source.name.as_str()),
        key,
        title,
        authors: entry.authors.iter().filter_map(|author| author.name.as_deref()).collect(),
        address: entry.link.as_deref(),
        age_days,
        has_media: has_media(entry),
        source_sections: source.map_or(&[], |source| &source.sections),
        named: &[],
        categories: categories
            .flat_map(|category| [Some(category.term.as_str()), category.label.as_deref()])
            .flatten()
            .collect(),
        language: entry.language.as_deref(),
        is_recorded: entry.is_recorded(),
        wording,
    }
}

/// Whether an entry comes with pictures, films or recordings, in its text or beside it.
fn has_media(entry: &Entry) -> bool {
    let shows =
        |text: &Text| ["<img", "<video", "<audio", "<picture"].iter().any(|tag| text.value.contains(tag));
    !entry.enclosures.is_empty()
        || !entry.media.is_empty()
        || entry.thumbnail.is_some()
        || [&entry.content, &entry.summary].into_iter().flatten().any(shows)
}

/// Who published an entry, as people and credits call them.
pub(crate) fn name<'a>(desk: &'a Desk, entry: &'a Stored) -> &'a str {
    known_name(desk, &entry.source)
        .or_else(|| entry.provenance.as_ref().and_then(|source| source.title.as_deref()))
        .unwrap_or(&entry.source)
}

/// The name of a source that is configured, or ours.
fn known_name<'a>(desk: &'a Desk, source: &str) -> Option<&'a str> {
    match desk.source(source) {
        Some(source) => Some(&source.name),
        None => (source == OWN).then_some(&desk.site.title),
    }
}

/// The lead of a story, by the order that [`lead::choose`] states; `ruled` are the rows that rulings name,
/// `before` the ids that a store which was lost had published.
fn choose(
    desk: &Desk,
    ruled: &[Vec<i64>],
    before: &HashSet<String>,
    story: &Unled<'_>,
) -> Result<Option<i64>, store::Error> {
    let is_member = |rows: &Vec<i64>| story.members.iter().find(|member| rows.contains(&member.row));
    if let Some(ruled) = ruled.iter().find_map(is_member) {
        return Ok(Some(ruled.row));
    }
    let mut members = Vec::with_capacity(story.members.len());
    for member in &story.members {
        let name = match known_name(desk, &member.source) {
            Some(name) => name.to_owned(),
            None => story.feed_title(member.row)?.unwrap_or_else(|| member.source.clone()),
        };
        members.push((member.clone(), name));
    }
    let candidates = candidates(desk, &members);
    // What a lost store published stays the lead too.
    let mut shown = candidates.iter().filter(|member| before.contains(&member.id)).map(|member| member.row);
    let shown = shown.next().filter(|_| shown.next().is_none());
    let known = story.published_lead.or(shown);
    Ok(lead::choose(&candidates, known, &desk.stories.lead))
}

/// What the choice of a lead looks at, member by member, each with the name of its outlet.
pub(crate) fn candidates(desk: &Desk, members: &[(Teller, String)]) -> Vec<Member> {
    let credits = |(one, _): &(Teller, String), (other, name): &(Teller, String)| {
        one.row != other.row && one.credits.iter().any(|credit| same_outlet(&credit.name, name))
    };
    let candidate = |told: &(Teller, String)| Member {
        row: told.0.row,
        own: told.0.source == OWN,
        credited: members.iter().filter(|other| credits(other, told)).count(),
        credits_another: members.iter().any(|other| credits(told, other)),
        rank: desk.source(&told.0.source).map_or(0, |source| source.rank),
        published: told.0.published,
        id: told.0.id.clone(),
    };
    members.iter().map(candidate).collect()
}

/// A member as [`candidates`] wants it, from the whole entry.
pub(crate) fn teller(desk: &Desk, entry: &Stored) -> (Teller, String) {
    let teller = Teller {
        row: entry.row,
        source: entry.source.clone(),
        id: entry.id.clone(),
        published: entry.published,
        credits: entry.credits.clone(),
    };
    (teller, name(desk, entry).to_owned())
}
