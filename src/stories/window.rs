//! The records of the last days, and the index that finds those a new one may belong with.
//!
//! Everything is bounded: a key leads to its latest records only, a record is compared with a
//! fixed number of others, and what has left the window is forgotten. All pairs are never tried.

use std::collections::{HashMap, VecDeque};

use super::decide::{self, Near};
use super::evidence::{Weighed, weight};
use super::forms;
use super::gather::{self, ENGLISH, Fresh};
use super::marks::{choose_keys, measure, stand_in};
use super::odds::{Compared, Weights};
use super::postings::{Key, Postings};
use super::print::{COUNTED, KEY, Print, Term};
use super::settings::Settings;
use crate::model::{Filing, StoryRecord};
use crate::text::words::HashedMap;

/// Texts that the window is taken to have seen before its first record, so that the first
/// records know a common word from a rare one.
const BEFORE: f32 = 300.0;
/// The same for a language of which no common words are known: at first, then less as texts in it come, half with
/// so many of them, and so many at least.
const GUESSED: f32 = 200.0;
const HALVES: f32 = 60.0;
const UNKNOWN: f32 = 20.0;
/// A phrase in more stories than this is nobody's.
const STOCK: u32 = 3;
/// Members of a story that a record is compared with at most.
const MEMBERS: usize = 16;
/// Stories weighed closely for one record.
const STORIES: usize = 3;
/// Members of a story whose words are taken as told.
const TOLD: usize = 4;
/// Share of what the nearest record has in common by the index that another must have to be compared.
const LEAST: f32 = 0.3;
/// Entries of the index that one record may look at.
const LOOKS: usize = 96;

/// The records that a new one is compared with.
#[derive(Debug)]
pub struct Window {
    settings: Settings,
    pub(super) weights: Weights,
    prints: VecDeque<Print>,
    /// Number of the oldest print kept.
    first: u32,
    postings: Postings,
    words: HashedMap<u32, Key>,
    phrases: HashedMap<u32, Key>,
    /// For each print, the number of its story.
    filed: VecDeque<u32>,
    stories: HashedMap<u32, Story>,
    /// Numbers of the stories by their ids.
    named: HashMap<String, u32>,
    /// The number that the next story gets.
    next_story: u32,
    addresses: HashedMap<u64, u32>,
    told: u32,
    /// Records of each language in the window.
    spoken: HashedMap<u32, u32>,
    /// Place of the last record in the order of settling.
    pub(super) place: u64,
}

#[derive(Debug)]
struct Story {
    /// Its id.
    id: String,
    /// Number of the record that opened it, as far as is known.
    opened: u32,
    /// Its members in the window, ascending.
    members: VecDeque<u32>,
}

impl Story {
    /// The members that a record is compared with: the first, and the latest.
    fn sample(&self) -> impl Iterator<Item = u32> {
        let latest = self.members.len().saturating_sub(MEMBERS - 1).max(1);
        self.members.iter().take(1).chain(self.members.range(latest.min(self.members.len())..)).copied()
    }
}

impl Window {
    /// An empty window.
    pub fn new(settings: Settings) -> Self {
        Self {
            postings: Postings::new(settings.per_key),
            weights: Weights::stated(),
            settings,
            prints: VecDeque::new(),
            first: 0,
            words: HashedMap::default(),
            phrases: HashedMap::default(),
            filed: VecDeque::new(),
            stories: HashedMap::default(),
            named: HashMap::new(),
            next_story: 0,
            addresses: HashedMap::default(),
            told: 0,
            spoken: HashedMap::default(),
            place: 0,
        }
    }

    /// How many records it holds.
    pub fn len(&self) -> usize {
        self.prints.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.prints.is_empty()
    }

    /// Takes in a record that was settled before, in the order it was settled.
    pub fn add(&mut self, print: Print) {
        self.forget_before(&print);
        self.place = self.place.max(print.place);
        let number = self.first.wrapping_add(self.prints.len() as u32);
        for term in print.terms.iter().filter(|term| term.marks & COUNTED != 0) {
            self.words.entry(term.hash).or_default().stories += 1;
        }
        let known = self.named.get(&print.story).copied();
        let opener = known.and_then(|story| self.stories.get(&story)?.members.front().copied());
        let at = opener.map(|number| number.wrapping_sub(self.first) as usize);
        let told = at.and_then(|at| self.prints.get(at)).map(|print| print.phrases.as_slice());
        let told = told.unwrap_or_default();
        for phrase in print.phrases.iter().filter(|phrase| told.binary_search(phrase).is_err()) {
            self.phrases.entry(*phrase).or_default().stories += 1;
        }
        self.link(&print, number);
        if let Some(address) = print.address {
            self.addresses.insert(address, number);
        }
        let story = known.unwrap_or_else(|| self.open(&print.story, number));
        if let Some(story) = self.stories.get_mut(&story) {
            story.members.push_back(number);
        }
        self.filed.push_back(story);
        *self.spoken.entry(print.language.into()).or_default() += 1;
        self.prints.push_back(print);
    }

    /// A new story; its number.
    fn open(&mut self, id: &str, opened: u32) -> u32 {
        let number = self.next_story;
        self.next_story = number.wrapping_add(1);
        self.named.insert(id.to_owned(), number);
        self.stories.insert(number, Story { id: id.to_owned(), opened, members: VecDeque::new() });
        self.told += 1;
        number
    }

    /// Files a record: finds what it may belong with, decides, and keeps its print. The print is
    /// given back to be remembered, and to be given to [`Window::add`] in another run.
    pub fn settle(&mut self, record: &StoryRecord) -> (Filing, Print) {
        let (filing, print) = self.decided(gather::take(record));
        self.add(print.clone());
        (filing, print)
    }

    /// As [`Window::settle`], where the print need not be remembered elsewhere.
    pub fn file(&mut self, record: &StoryRecord) -> Filing {
        let (filing, print) = self.decided(gather::take(record));
        self.add(print);
        filing
    }

    /// The print of a record whose text changed, to be added in place of the one it had. It stays in
    /// its story and its place: a published story is never split.
    pub fn renew(&mut self, record: &StoryRecord, had: &Print) -> Print {
        let (mut print, ..) = self.weighed(gather::take(record));
        let counted = |hash: u32| {
            let term = had.terms.binary_search_by_key(&hash, |term| term.hash).ok();
            term.is_none_or(|at| had.terms[at].marks & COUNTED != 0)
        };
        for term in &mut print.terms {
            term.marks |= if counted(term.hash) { COUNTED } else { 0 };
        }
        print.story.clone_from(&had.story);
        (print.place, print.fit) = (had.place, had.fit);
        print
    }

    /// A fresh print with the weights of its words, and these.
    pub(super) fn weighed(&mut self, fresh: Fresh) -> (Print, Vec<f32>, Vec<bool>) {
        let Fresh { mut print, common, words, caseless } = fresh;
        self.forget_before(&print);
        let rarity: Vec<f32> = print
            .terms
            .iter()
            .zip(&common)
            .map(|(term, common)| self.rarity(print.language, term.hash, *common))
            .collect();
        let stock = self.stock(&print, &rarity);
        forms::cover(&mut print, &words, &stock);
        // After forms: of two headlines without such a word in common nobody knows whether names differ.
        if caseless {
            stand_in(&mut print, &rarity);
        }
        measure(&mut print, &rarity);
        choose_keys(&mut print, &rarity, self.settings.keys);
        (print, rarity, stock)
    }

    /// Decides, and notes in the print what depends on the window before it.
    fn decided(&mut self, fresh: Fresh) -> (Filing, Print) {
        let (mut print, rarity, stock) = self.weighed(fresh);
        print.place = self.place + 1;
        let new = Weighed { print: &print, rarity: &rarity, stock: &stock };
        let near = self.near(&new);
        let decision = decide::decide(&near, &self.settings);
        let filing = decision.filing(&new, &near, &self.settings);
        let told = decision.joined.map(|at| near[at].members.as_slice()).unwrap_or_default();
        count(&mut print, told.iter().take(TOLD).map(|member| member.print));
        print.fit = decision.joined.map_or(0.0, |at| near[at].fits() as f32);
        print.story.clone_from(&filing.story);
        for merged in &filing.merges {
            self.joined(merged, &filing.story);
        }
        (filing, print)
    }

    /// Two stories turned out to be one: the members of `from` belong to `to` from now on.
    pub fn joined(&mut self, from: &str, to: &str) {
        if from == to {
            return;
        }
        let Some(gone) = self.named.remove(from).and_then(|number| self.stories.remove(&number)) else {
            return;
        };
        self.told -= 1;
        let kept = self.named.get(to).copied().unwrap_or_else(|| self.open(to, gone.opened));
        for number in &gone.members {
            let at = number.wrapping_sub(self.first) as usize;
            if let (Some(print), Some(filed)) = (self.prints.get_mut(at), self.filed.get_mut(at)) {
                to.clone_into(&mut print.story);
                *filed = kept;
            }
        }
        if let Some(story) = self.stories.get_mut(&kept) {
            story.members.extend(gone.members);
            story.members.make_contiguous().sort_unstable();
        }
    }

    /// The members of a story whose words are taken as told.
    pub(super) fn told(&self, story: &str) -> Vec<&Print> {
        let story = self.named.get(story).and_then(|number| self.stories.get(number));
        let members = story.into_iter().flat_map(|story| story.members.iter().take(TOLD));
        members.filter_map(|number| self.print(*number)).collect()
    }

    pub(super) fn print(&self, number: u32) -> Option<&Print> {
        self.prints.get(number.wrapping_sub(self.first) as usize)
    }

    /// Natural logarithm of how rare a word is in the window and, before it has seen much, in news at large.
    fn rarity(&self, language: u16, hash: u32, common: f32) -> f32 {
        let spoken = self.spoken.get(&language.into()).copied().unwrap_or_default() as f32;
        let before =
            if language == ENGLISH { BEFORE } else { (GUESSED / (1.0 + spoken / HALVES)).max(UNKNOWN) };
        let told = spoken + before;
        let with = self.words.get(&hash).map_or(0.0, |key| key.stories as f32) + before * common;
        (1.0 + told / (with + 0.5)).ln()
    }

    /// For each of a record's phrases: whether it is nobody's, since it stands in records that have little
    /// else in common with this one.
    fn stock(&self, print: &Print, rarity: &[f32]) -> Vec<bool> {
        let mut known: HashedMap<u32, bool> = HashedMap::default();
        let mut stock = Vec::with_capacity(print.phrases.len());
        for phrase in &print.phrases {
            let (mut holders, mut strange) = (0, 0);
            let key = self.phrases.get(phrase).filter(|key| key.stories > STOCK || key.is_shared());
            let records = key.map(|key| self.postings.of(key)).into_iter().flatten();
            for record in records.take(forms::HOLDERS).take_while(|record| self.knows(*record)) {
                let Some(old) = self.print(record) else { continue };
                holders += 1;
                let unrelated = *known.entry(record).or_insert_with(|| forms::unrelated(print, rarity, old));
                strange += usize::from(unrelated);
            }
            stock.push(forms::is_stock(holders, strange));
        }
        stock
    }

    /// The stories that a record may belong to, each with the members it was compared with.
    fn near<'w>(&'w self, new: &Weighed<'_>) -> Vec<Near<'w>> {
        let mut found: Vec<(u32, f32)> = self.touched(new).into_iter().collect();
        let better = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if found.len() > self.settings.candidates {
            found.select_nth_unstable_by(self.settings.candidates, better);
            found.truncate(self.settings.candidates);
        }
        found.sort_unstable_by(better);
        let least = found.first().map_or(0.0, |best| best.1 * LEAST);
        found.retain(|(_, gain)| *gain >= least);
        let mut near: Vec<(u32, Near<'w>)> = Vec::new();
        for (record, _) in found {
            let at = record.wrapping_sub(self.first) as usize;
            let (Some(print), Some(number)) = (self.prints.get(at), self.filed.get(at)) else { continue };
            let compared = Compared::of(new, print, &self.weights);
            match near.iter_mut().find(|(known, _)| known == number) {
                Some((_, near)) => near.members.push(compared),
                None => {
                    let Some(story) = self.stories.get(number) else { continue };
                    let size = story.members.len() as u32;
                    let near_story =
                        Near { story: &story.id, members: vec![compared], opened: story.opened, size };
                    near.push((*number, near_story));
                }
            }
        }
        let best = |near: &Near<'_>| near.members.iter().map(|member| member.odds).fold(f64::MIN, f64::max);
        near.sort_by(|(_, a), (_, b)| best(b).total_cmp(&best(a)));
        near.truncate(STORIES);
        for (number, near) in &mut near {
            if near.may_join(&self.settings) {
                self.complete(*number, near, new);
            }
        }
        near.into_iter().map(|(_, near)| near).collect()
    }

    /// Compares with the story's other members too, as far as they are remembered.
    fn complete<'w>(&'w self, number: u32, near: &mut Near<'w>, new: &Weighed<'_>) {
        let Some(story) = self.stories.get(&number) else { return };
        for print in story.sample().filter_map(|number| self.print(number)) {
            if near.members.len() >= MEMBERS {
                break;
            }
            if !near.members.iter().any(|known| std::ptr::eq(known.print, print)) {
                near.members.push(Compared::of(new, print, &self.weights));
            }
        }
    }

    /// Records that share a key with the new one, with the weight of what they share.
    pub(super) fn touched(&self, new: &Weighed<'_>) -> HashedMap<u32, f32> {
        let mut touched = HashedMap::with_capacity_and_hasher(LOOKS, Default::default());
        let mut looks = LOOKS;
        let print = new.print;
        if let Some(number) = print.address.and_then(|address| self.addresses.get(&address)) {
            touched.insert(*number, 1_000.0);
        }
        let keys = print.terms.iter().zip(new.rarity).filter(|(term, _)| term.marks & KEY != 0);
        let mut keys: Vec<(&Term, f32)> = keys.map(|(term, rarity)| (term, *rarity)).collect();
        keys.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.hash.cmp(&b.0.hash)));
        for (term, rarity) in keys {
            let gain = rarity * rarity * weight(term);
            self.walk(self.words.get(&term.hash), gain, &mut looks, &mut touched);
        }
        for (phrase, stock) in print.phrases.iter().zip(new.stock) {
            if !stock {
                self.walk(self.phrases.get(phrase), 8.0, &mut looks, &mut touched);
            }
        }
        for quote in &print.quotes {
            self.walk(self.phrases.get(quote), 24.0, &mut looks, &mut touched);
        }
        touched
    }

    fn walk(&self, key: Option<&Key>, gain: f32, looks: &mut usize, touched: &mut HashedMap<u32, f32>) {
        let records = key.map(|key| self.postings.of(key)).into_iter().flatten();
        for record in records.take(self.settings.per_key).take_while(|record| self.knows(*record)) {
            *touched.entry(record).or_default() += gain;
            *looks = looks.saturating_sub(1);
            if *looks == 0 {
                return;
            }
        }
    }

    /// Whether the record has not left the window.
    fn knows(&self, record: u32) -> bool {
        (record.wrapping_sub(self.first) as usize) < self.prints.len()
    }

    /// Puts a record under its keys: its rarest words, its phrases and quotations.
    fn link(&mut self, print: &Print, number: u32) {
        for term in print.terms.iter().filter(|term| term.marks & KEY != 0) {
            self.postings.put(self.words.entry(term.hash).or_default(), number);
        }
        for hash in print.phrases.iter().chain(&print.quotes) {
            self.postings.put(self.phrases.entry(*hash).or_default(), number);
        }
    }

    /// Forgets what is too old for a record of this time, and the oldest where there are too many.
    fn forget_before(&mut self, print: &Print) {
        let reach = (self.settings.window_days * 86_400.0) as i64;
        let horizon = print.published.map(|at| at.saturating_sub(reach));
        while let Some(oldest) = self.prints.front() {
            let stale = oldest.published.zip(horizon).is_some_and(|(at, horizon)| at < horizon);
            if !stale && self.prints.len() < self.settings.window_records {
                break;
            }
            self.forget_oldest();
        }
    }

    fn forget_oldest(&mut self) {
        let Some(print) = self.prints.pop_front() else { return };
        let number = self.first;
        if let Some(spoken) = self.spoken.get_mut(&print.language.into()) {
            *spoken -= 1;
        }
        self.first = self.first.wrapping_add(1);
        let (first, left) = (self.first, self.prints.len());
        let mut release = |keys: &mut HashedMap<u32, Key>, hash: u32, counted: u32| {
            let Some(key) = keys.get_mut(&hash) else { return };
            key.stories = key.stories.saturating_sub(counted);
            // Nothing in the window is found by it any more.
            if key.latest().is_none_or(|latest| latest.wrapping_sub(first) as usize >= left) {
                self.postings.forget(key);
                keys.remove(&hash);
            }
        };
        for term in &print.terms {
            release(&mut self.words, term.hash, u32::from(term.marks & COUNTED != 0));
        }
        for hash in print.phrases.iter().chain(&print.quotes) {
            release(&mut self.phrases, *hash, 0);
        }
        if let Some(address) = print.address
            && self.addresses.get(&address) == Some(&number)
        {
            self.addresses.remove(&address);
        }
        let Some(filed) = self.filed.pop_front() else { return };
        if let Some(story) = self.stories.get_mut(&filed) {
            story.members.retain(|member| *member != number);
            if story.members.is_empty() {
                self.named.remove(&story.id);
                self.stories.remove(&filed);
                self.told -= 1;
            }
        }
    }
}

/// Marks the words that the window's frequencies count. They count stories, not records: a word that
/// a story has already told is not counted again, or every word of much-told news would seem common.
pub(super) fn count<'p>(print: &mut Print, told: impl Iterator<Item = &'p Print> + Clone) {
    for term in &mut print.terms {
        if !told.clone().any(|member| has(member, term.hash)) {
            term.marks |= COUNTED;
        }
    }
}

fn has(print: &Print, hash: u32) -> bool {
    print.terms.binary_search_by_key(&hash, |term| term.hash).is_ok()
}
