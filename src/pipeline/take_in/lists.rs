//! Lists of feeds that a desk follows: asked like a source, and what they name is asked too.
//!
//! A list that was cut short or taken over must not empty a desk: it drops a fifth of its feeds at
//! most at once. What it lacks beyond that stays followed until a person says otherwise. What was
//! dropped stays known, so that its entries keep name and rights, and is the same source again if
//! it comes back.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use url::Url;
use xxhash_rust::xxh3::xxh3_64;

use super::Scope;
use crate::config::edit::{self, canonical};
use crate::config::{Desk, List, Source, subscribe};
use crate::fetch::{self, Address, Answer, Document, Due, Outcome};
use crate::model::{Hints, LIST, Rights, SourceKey, SourceState, Subscription, Subscriptions};
use crate::pipeline::{Broken, Halt, Network, renamed};
use crate::read;
use crate::sources::{life, schedule, soft, visits};
use crate::store::{Listed, Store};
use crate::text;

/// The part of a list that it may drop at once: one in so many, and one in any case.
const BRAKE: usize = 5;
/// Lines that are refused by name; a list may be nothing but these.
const MOST_REFUSED: usize = 20;
/// What the crontab in `contrib/` does; lists change seldom, so the step need not be learned.
const STEP: Duration = Duration::from_secs(600);

/// What became of a followed list, as far as a person should know.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListNote {
    /// Its name.
    pub name: String,
    /// Names of feeds that it brought.
    pub added: Vec<String>,
    /// Names of feeds that it dropped.
    pub dropped: Vec<String>,
    /// Names of feeds that it lacks and that are followed all the same: too many at once.
    pub held_back: Vec<String>,
    /// Lines that name no feed on the web, and why; whoever watches is told.
    pub refused: Vec<String>,
    /// Why it gave nothing, this time.
    pub failed: Option<String>,
}

impl ListNote {
    fn says_something(&self) -> bool {
        *self != Self { name: self.name.clone(), ..Self::default() }
    }
}

/// Asks the lists that are due and keeps what they name; then the desk's sources are complete.
pub(in crate::pipeline) fn follow(
    network: &mut Network,
    desk: &mut Desk,
    store: &mut Store,
    scope: &Scope,
    now: DateTime<Utc>,
    halt: &Halt,
) -> Result<Vec<ListNote>, Broken> {
    let mut notes = Vec::new();
    if scope.only.is_none() && !desk.lists.is_empty() {
        let due = due(desk, store, scope, now)?;
        if !due.is_empty() {
            ask(network, desk, store, due, now, halt, &mut notes)?;
        }
        if scope.drop_listed {
            for list in &desk.lists {
                notes.push(drop_missing(list, store)?);
            }
        }
    }
    join(desk, store)?;
    notes.retain(ListNote::says_something);
    Ok(notes)
}

/// Completes the sources of a desk from the store: those that have another name now are known by the key of
/// before, and the feeds of followed lists are added. What the configuration names itself
/// stays as it names it.
pub fn join(desk: &mut Desk, store: &Store) -> Result<(), Broken> {
    renamed::apply(desk, &store.renamed()?);
    let named = store.listed()?;
    if named.is_empty() {
        return Ok(());
    }
    let mut keys: BTreeSet<SourceKey> = desk.sources.iter().map(|source| source.key.clone()).collect();
    let known = edit::known(&desk.sources);
    for listed in named {
        let list = desk.lists.iter().find(|list| list.key == listed.list);
        let Some(source) = source(desk, list, &listed) else { continue };
        if desk.forgotten.has_source(&listed.key, Some(&listed.address)) {
            continue;
        }
        if known.contains_key(&canonical(&listed.address)) || !keys.insert(source.key.clone()) {
            continue;
        }
        match list {
            Some(_) if !listed.dropped => desk.sources.push(source),
            _ => desk.former.push(source),
        }
    }
    desk.sources_changed();
    Ok(())
}

/// What is remembered of a list; nothing, if it was asked at another address.
fn state(list: &List, store: &Store) -> Result<SourceState, Broken> {
    let known = store.source(&state_key(list))?.filter(|state| state.address == list.address.shown());
    let mut state = known.unwrap_or_default();
    state.key = state_key(list);
    state.address = list.address.shown();
    Ok(state)
}

/// The key of a list among the keys of sources.
fn state_key(list: &List) -> String {
    format!("{LIST}{}", list.key)
}

fn due(desk: &Desk, store: &Store, scope: &Scope, now: DateTime<Utc>) -> Result<Vec<Due>, Broken> {
    let mut due = Vec::new();
    for list in &desk.lists {
        let state = state(list, store)?;
        let is_quiet = state.life.held_until.is_some_and(|until| until > now);
        let is_due = |visit| schedule::is_due(now, visit, state.life.not_before, STEP) && !state.retired;
        // A look at a local file costs nothing and bothers nobody.
        let is_file = matches!(list.address, Address::File(_));
        if !is_quiet && (scope.all || is_file || state.next_visit.is_none_or(is_due)) {
            let validators = visits::validators(&state);
            let switches = Arc::new(list.switches.clone());
            due.push(Due { validators, switches, ..Due::new(&*list.key, list.address.clone()) });
        }
    }
    Ok(due)
}

fn ask(
    network: &mut Network,
    desk: &Desk,
    store: &mut Store,
    due: Vec<Due>,
    now: DateTime<Utc>,
    halt: &Halt,
    notes: &mut Vec<ListNote>,
) -> Result<(), Broken> {
    let manners = network.manners();
    let (threads, client) = network.made()?;
    let mut answers = threads.block_on(async { fetch::all(due, manners, client.clone()) });
    while let Some(answer) = threads.block_on(super::next(&mut answers, halt)) {
        let Some(list) = desk.lists.iter().find(|list| list.key == answer.key) else { continue };
        notes.push(take(list, store, answer, now)?);
    }
    Ok(())
}

/// Keeps what a list answered, together with what is now known of the list.
fn take(list: &List, store: &mut Store, answer: Answer, now: DateTime<Utc>) -> Result<ListNote, Broken> {
    let mut note = ListNote { name: list.name.clone(), ..ListNote::default() };
    let mut state = state(list, store)?;
    let is_first = state.answered.is_none();
    state.asked = Some(now);
    let mut listed = Vec::new();
    match answer.outcome {
        Outcome::NotReached { .. } => return Ok(note),
        Outcome::NotModified { ref validators, fresh_for, .. } => {
            visits::keep(&mut state, validators.clone());
            visits::refresh(&mut state, fresh_for);
            visits::succeeded(&mut state, "not modified", &answer.outcome, false, now);
        }
        Outcome::Failed(ref receipt) => {
            visits::failed(&mut state, receipt, false, 1, now);
            note.failed = Some(receipt.message.clone());
        }
        Outcome::Document(ref document) => match read_list(document) {
            Ok(read) => {
                visits::keep(&mut state, document.validators.clone());
                visits::learn(&mut state, &Default::default(), document.fresh_for);
                visits::succeeded(&mut state, "a list", &answer.outcome, false, now);
                state.title.clone_from(&read.title);
                state.entries = u32::try_from(read.feeds.len()).unwrap_or(u32::MAX);
                let old = store.listed()?.into_iter().filter(|one| one.list == list.key).collect();
                listed = compare(list, old, &read.feeds, now, &mut note);
                note.refused = refused(&read.feeds);
            }
            Err(why) => {
                visits::nonsense(&mut state, &why, false, now);
                note.failed = Some(why);
            }
        },
    }
    store.tell(&life::judge(&mut state, &list.name, is_first, now))?;
    store.keep_listed(Some(&state), &listed)?;
    Ok(note)
}

fn read_list(document: &Document) -> Result<Subscriptions, String> {
    let hints = Hints { base_url: Some(&document.url), content_type: document.content_type.as_deref() };
    read::opml(&document.bytes, &hints)
        .map_err(|why| soft::gate(&document.bytes).unwrap_or_else(|| why.to_string()))
}

/// The feeds of a list after a visit: what it names, and what it lacks.
fn compare(
    list: &List,
    old: Vec<Listed>,
    lines: &[Subscription],
    now: DateTime<Utc>,
    note: &mut ListNote,
) -> Vec<Listed> {
    let known: BTreeSet<&String> = old.iter().filter(|one| !one.dropped).map(|one| &one.key).collect();
    let followed = known.len();
    let mut all = Vec::new();
    let mut named = BTreeSet::new();
    for line in lines {
        let Ok(address) = subscribe::address(line) else { continue };
        let one = listed(list, line, address);
        if !named.insert(one.key.clone()) {
            continue;
        }
        if !known.contains(&one.key) {
            note.added.push(one.name.clone());
        }
        all.push(one);
    }
    let rest = old.into_iter().filter(|one| !named.contains(&one.key));
    let (gone, mut lacking): (Vec<Listed>, Vec<Listed>) = rest.partition(|one| one.dropped);
    let many = lacking.len() > (followed / BRAKE).max(1) || named.is_empty();
    for one in &mut lacking {
        match many {
            true if one.missing.is_none() => note.held_back.push(one.name.clone()),
            true => {}
            false => {
                one.dropped = true;
                note.dropped.push(one.name.clone());
            }
        }
        one.missing.get_or_insert(now);
    }
    all.into_iter().chain(lacking).chain(gone).collect()
}

/// The lines that name no feed on the web: they are left out, whatever else they may mean here.
fn refused(lines: &[Subscription]) -> Vec<String> {
    let why = |line: &Subscription| {
        let why = subscribe::address(line).err()?;
        Some(format!("\"{}\": {why}", subscribe::name(line)))
    };
    lines.iter().filter_map(why).take(MOST_REFUSED).collect()
}

/// A person said that what a list lacks is to go.
fn drop_missing(list: &List, store: &mut Store) -> Result<ListNote, Broken> {
    let mut note = ListNote { name: list.name.clone(), ..ListNote::default() };
    let mut listed: Vec<Listed> = store.listed()?;
    listed.retain(|one| one.list == list.key);
    for one in listed.iter_mut().filter(|one| one.missing.is_some() && !one.dropped) {
        one.dropped = true;
        note.dropped.push(one.name.clone());
    }
    store.keep_listed(None, &listed)?;
    Ok(note)
}

/// The key depends on nothing but the list and the feed's address: a lost store gives it again.
fn listed(list: &List, line: &Subscription, mut address: Url) -> Listed {
    text::url::take_login(&mut address);
    let canonical = canonical(address.as_str());
    let domain = text::url::domain(address.as_str()).unwrap_or_default();
    let folders = line.folders.iter().chain(&line.categories).cloned().collect();
    Listed {
        list: list.key.to_string(),
        key: format!("{}/{domain}-{:08x}", list.key, xxh3_64(canonical.as_bytes()) >> 32),
        name: subscribe::name(line),
        address: address.into(),
        home: line.page.as_deref().map(text::url::without_login),
        language: line.language.clone(),
        folders,
        missing: None,
        dropped: false,
    }
}

/// A source for a feed of a list, on the terms of the list; a list that is not followed any more
/// has none, and its feeds show nothing but headlines.
fn source(desk: &Desk, list: Option<&List>, listed: &Listed) -> Option<Source> {
    let plain =
        Source::plain(SourceKey::new(&*listed.key).ok()?, &listed.name, &listed.address, desk.backlog)
            .ok()?;
    let page = listed.home.as_deref().and_then(|home| text::url::web(home).ok()).map(String::from);
    let line = Subscription { categories: listed.folders.clone(), ..Subscription::default() };
    let mut sections = list.map(|list| list.sections.clone()).unwrap_or_default();
    for slug in subscribe::known_sections(&line, &desk.sections) {
        if !sections.contains(&slug) {
            sections.push(slug);
        }
    }
    Some(Source {
        home: page.unwrap_or(plain.home),
        sections,
        rank: list.map_or(plain.rank, |list| list.rank),
        rights: list.map_or(Rights::Headline, |list| list.rights),
        language: listed.language.clone(),
        ..plain
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> List {
        List {
            key: SourceKey::new("roll").unwrap(),
            name: "Roll".into(),
            address: Address::File("roll.opml".into()),
            switches: Default::default(),
            sections: Vec::new(),
            rank: 100,
            rights: Default::default(),
        }
    }

    fn lines(numbers: impl IntoIterator<Item = usize>) -> Vec<Subscription> {
        let line = |number| Subscription {
            name: Some(format!("S{number}")),
            feed: format!("https://s{number}.example/feed"),
            ..Subscription::default()
        };
        numbers.into_iter().map(line).collect()
    }

    fn step(old: Vec<Listed>, lines: &[Subscription]) -> (Vec<Listed>, ListNote) {
        let mut note = ListNote::default();
        (compare(&list(), old, lines, Utc::now(), &mut note), note)
    }

    #[test]
    fn a_fifth_may_go_at_once_and_more_is_held_back() {
        let (ten, note) = step(Vec::new(), &lines(0..10));
        assert_eq!(note.added.len(), 10);
        let (eight, note) = step(ten.clone(), &lines(0..8));
        assert_eq!((note.dropped.len(), note.held_back.len()), (2, 0));
        assert_eq!(eight.iter().filter(|one| !one.dropped).count(), 8);
        let (still, note) = step(ten, &lines(0..7));
        assert_eq!(note.held_back, ["S7", "S8", "S9"]);
        assert!(still.iter().all(|one| !one.dropped));
        let (_, again) = step(still, &lines(0..7));
        assert_eq!(again, ListNote::default(), "said once");
    }

    #[test]
    fn one_may_go_of_any_list_but_an_empty_list_drops_nobody() {
        let (two, _) = step(Vec::new(), &lines(0..2));
        let (_, note) = step(two.clone(), &lines(0..1));
        assert_eq!(note.dropped, ["S1"]);
        let (_, note) = step(two, &[]);
        assert_eq!((note.dropped.len(), note.held_back.len()), (0, 2));
        let (one, _) = step(Vec::new(), &lines(0..1));
        assert!(step(one, &[]).0.iter().all(|one| !one.dropped));
    }

    #[test]
    fn what_comes_back_is_the_same_source() {
        let (two, _) = step(Vec::new(), &lines(0..2));
        let (one, _) = step(two.clone(), &lines(0..1));
        let (back, note) = step(one, &lines(0..2));
        assert_eq!(note.added, ["S1"]);
        assert_eq!(back, two);
    }

    #[test]
    fn key_depends_on_list_and_address_alone() {
        let listed =
            |list: &List, line: &Subscription| super::listed(list, line, subscribe::address(line).unwrap());
        let one = listed(&list(), &lines([1])[0]);
        let renamed = Subscription { name: Some("Other".into()), ..lines([1])[0].clone() };
        assert_eq!(one.key, listed(&list(), &renamed).key);
        assert_ne!(one.key, listed(&list(), &lines([2])[0]).key);
        assert!(one.key.starts_with("roll/s1.example-"), "{}", one.key);
    }
}
