//! A month of news and the feeds that tell it: who reports, copies, rewrites, corrects, flaps and
//! changes ids, all from one seed. What a feed holds is a function of the time alone.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::news::{Event, Told, VOICES};
use super::newsroom::Item;
use super::random::Random;

/// How large the world is.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    pub(crate) days: usize,
    pub(crate) outlets: usize,
    pub(crate) events_a_day: usize,
    /// Minutes between two runs.
    pub(crate) step: i64,
}

/// Pieces that a feed holds.
const FEED: usize = 20;

/// Something about an outlet that makes it hard to follow.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Habit {
    Plain,
    /// Corrects text and headline of every third piece, hours later.
    Corrects,
    /// As that, and moves the date of publication each time.
    Redates,
    /// Its newest piece goes back and forth between two versions.
    Flaps,
    /// From the middle of the month on all guids are others, those of old pieces too.
    NewIds,
    /// As that, with addresses and markup.
    Moves,
    /// From the second week on one guid stands in all items.
    OneGuid,
    /// No guids, and addresses with another tracking parameter at every turn.
    Tracks,
    /// Brings a forecast every morning in the same words.
    Templates,
}

const HABITS: [Habit; 9] = [
    Habit::Plain,
    Habit::Corrects,
    Habit::Flaps,
    Habit::NewIds,
    Habit::Moves,
    Habit::OneGuid,
    Habit::Tracks,
    Habit::Templates,
    Habit::Redates,
];

/// One outlet's telling of one event.
struct Piece {
    event: usize,
    outlet: usize,
    serial: usize,
    told: Told,
    /// Framing of the text: in front and behind.
    frame: [String; 2],
    published: DateTime<Utc>,
    /// When it is corrected, and what is said then.
    corrected: Option<(DateTime<Utc>, String)>,
}

/// The world.
pub(crate) struct World {
    pub(crate) size: Size,
    pub(crate) outlets: Vec<(String, Habit)>,
    pub(crate) start: DateTime<Utc>,
    pieces: Vec<Piece>,
    /// Our own articles: when they are there, their file and its text.
    own: Vec<(DateTime<Utc>, String, String)>,
    pub(crate) events: usize,
}

const OUTLETS: [&str; 18] = [
    "Coast News",
    "Evening Mail",
    "Morning Post",
    "Northern Echo Dial",
    "Harbour Gazette",
    "Daily Lantern",
    "Civic Times",
    "Valley Courier",
    "Border Tribune",
    "Metro Register",
    "Plain Speaker",
    "Upland Herald",
    "Quay Observer",
    "Market Journal",
    "Island Bulletin",
    "Canal Standard",
    "Summit Chronicle",
    "Garden Sentinel",
];

impl World {
    pub(crate) fn of(seed: u64, size: Size, start: DateTime<Utc>) -> Self {
        let outlets = OUTLETS.iter().take(size.outlets).enumerate();
        let outlets = outlets.map(|(at, name)| ((*name).to_owned(), HABITS[at % HABITS.len()])).collect();
        let mut world = Self { size, outlets, start, pieces: Vec::new(), own: Vec::new(), events: 0 };
        let random = &mut Random::of(seed);
        let mut news: Vec<Event> = Vec::new();
        let minutes_a_day = 24 * 60;
        for day in 0..size.days {
            for _ in 0..size.events_a_day {
                // Every sixth event concerns people who were in the news within the last days.
                let recent = news.len().saturating_sub(2 * size.events_a_day)..news.len();
                let known = (random.below(6) == 0 && !recent.is_empty())
                    .then(|| &news[recent.start + random.below(recent.len())]);
                let event = Event::of(random, known);
                let at =
                    start + TimeDelta::minutes((day * minutes_a_day + random.below(minutes_a_day)) as i64);
                world.report(random, &event, at);
                news.push(event);
            }
            world.forecast(random, day);
        }
        world.pieces.sort_by_key(|piece| piece.published);
        world
    }

    /// Lets the outlets tell an event: one first, some copy it, some rewrite it.
    fn report(&mut self, random: &mut Random, event: &Event, at: DateTime<Utc>) {
        let number = self.events;
        self.events += 1;
        let all: Vec<usize> = (0..self.outlets.len()).collect();
        let tellers = [1, 1, 2, 2, 3, 4, 5][random.below(7)].min(all.len());
        let tellers = random.some(&all, tellers);
        let voice = random.below(VOICES);
        let first = event.told(voice);
        let origin = self.outlets[tellers[0]].0.clone();
        let mut later = 0;
        for (turn, outlet) in tellers.iter().enumerate() {
            let copies = turn > 0 && random.below(5) < 2;
            let (told, frame) = if turn == 0 {
                (first.clone(), [String::new(), String::new()])
            } else if copies {
                copied(random, &first, &event.told((voice + 1) % VOICES).title, &origin)
            } else {
                let other = (voice + 1 + random.below(VOICES - 1)) % VOICES;
                rewritten(random, event.told(other), &origin)
            };
            later += if turn == 0 { 0 } else { 7 + random.below(400) as i64 };
            let published = at + TimeDelta::minutes(later);
            self.publish(
                random,
                Piece { event: number, outlet: *outlet, serial: 0, told, frame, published, corrected: None },
            );
        }
        // Now and then the desk has an article of its own: half of them are there first.
        if random.below(60) == 0 {
            let own = event.told((voice + 2) % VOICES);
            let early = random.below(2) == 0;
            let published = if early { at - TimeDelta::minutes(90) } else { at + TimeDelta::minutes(200) };
            let credit = if early { String::new() } else { format!("\n\nSource: {origin}\n") };
            let text = format!(
                "---\ntitle: '{}'\nurl: https://desk.example/news/e{number}-own\npublished: {}\n---\n{}{credit}",
                own.title.replace('\'', "''"),
                published.to_rfc3339(),
                own.paragraphs.join("\n\n"),
            );
            self.own.push((published, format!("own/e{number}.md"), text));
        }
    }

    fn publish(&mut self, random: &mut Random, mut piece: Piece) {
        piece.serial = self.pieces.len();
        let habit = self.outlets[piece.outlet].1;
        if matches!(habit, Habit::Corrects | Habit::Redates) && random.below(3) == 0 {
            let at = piece.published + TimeDelta::minutes(60 + random.below(300) as i64);
            piece.corrected =
                Some((at, "An earlier version of this report gave a wrong first name.".to_owned()));
        }
        self.pieces.push(piece);
    }

    /// The morning's forecast of the outlets that bring one, each for its own region.
    fn forecast(&mut self, random: &mut Random, day: usize) {
        let weather = [("Dry", "sun"), ("Wet", "rain"), ("Windy", "gusts"), ("Mild", "clouds")];
        let published = self.start + TimeDelta::minutes((day * 24 * 60 + 5 * 60) as i64);
        for outlet in 0..self.outlets.len() {
            if self.outlets[outlet].1 == Habit::Templates {
                let (kind, more) = *random.one(&weather);
                let date = published.format("%A %-d %B");
                // A paper tells the weather where it is read.
                let area = self.outlets[outlet].0.split(' ').next().unwrap_or_default();
                let told = Told {
                    title: format!("{area} weather for {date}"),
                    paragraphs: vec![format!(
                        "{kind} with {more} and {} degrees: here is the outlook for the {area} region on {date}, with the times of sunrise and sunset.",
                        8 + random.below(20)
                    )],
                };
                let (event, frame) = (self.events, [String::new(), String::new()]);
                self.events += 1;
                self.publish(
                    random,
                    Piece { event, outlet, serial: 0, told, frame, published, corrected: None },
                );
            }
        }
    }

    /// What each outlet's feed holds at a time.
    pub(crate) fn feeds(&self, now: DateTime<Utc>) -> BTreeMap<&str, Vec<Item>> {
        let mut feeds = BTreeMap::new();
        for (outlet, (name, habit)) in self.outlets.iter().enumerate() {
            let there = |piece: &&Piece| piece.outlet == outlet && piece.published <= now;
            let newest = self.pieces.iter().rev().filter(there).take(FEED).enumerate();
            let items = newest.map(|(place, piece)| self.item(piece, name, *habit, place, now));
            feeds.insert(name.as_str(), items.collect());
        }
        feeds
    }

    fn item(&self, piece: &Piece, name: &str, habit: Habit, place: usize, now: DateTime<Utc>) -> Item {
        let day = (now - self.start).num_days();
        let mark = format!("e{}-p{}", piece.event, piece.serial);
        let mut item = Item::new(name, 0, &piece.told.title, piece.published);
        let host = item.link.trim_end_matches("/news/0").to_owned();
        item.guid = mark.clone();
        item.link = format!("{host}/news/{mark}");
        let mut paragraphs = vec![piece.frame[0].clone() + &piece.told.paragraphs[0]];
        paragraphs.extend(piece.told.paragraphs[1..].iter().cloned());
        paragraphs.push(piece.frame[1].clone());
        if let Some((_, note)) = piece.corrected.as_ref().filter(|(at, _)| *at <= now) {
            paragraphs.push(note.clone());
            item.title.push_str(" (corrected)");
            item.published += TimeDelta::minutes(if habit == Habit::Redates { 240 } else { 0 });
        }
        let half = self.size.days as i64 / 2;
        match habit {
            Habit::Flaps if place == 0 && (now - self.start).num_minutes() / self.size.step % 2 == 1 => {
                paragraphs[0].push_str(" More follows.");
            }
            Habit::NewIds if day >= half => item.guid = format!("https://ids.example/?p={mark}"),
            Habit::Moves if day >= half => {
                item.guid = format!("urn:post:{mark}");
                item.link =
                    format!("{}/archive/{}/{mark}.html", host.replace("://", "://www."), piece.serial % 7);
                paragraphs.insert(0, "Listen to this article".to_owned());
            }
            Habit::OneGuid if day >= 7 => item.guid = format!("{host}/"),
            Habit::Tracks => {
                item.guid = String::new();
                item.link = format!("{}?utm_source=feed&utm_campaign={}", item.link, now.timestamp());
            }
            _ => {}
        }
        paragraphs.retain(|paragraph| !paragraph.is_empty());
        item.html = paragraphs.iter().map(|text| format!("<p>{text}</p>")).collect();
        item
    }

    /// Our own articles that are there at a time: file and text.
    pub(crate) fn own(&self, now: DateTime<Utc>) -> impl Iterator<Item = (&str, &str)> {
        self.own
            .iter()
            .filter(move |(at, ..)| *at <= now)
            .map(|(_, file, text)| (file.as_str(), text.as_str()))
    }

    /// Events that somebody has told so far, by their numbers.
    pub(crate) fn pieces(&self) -> usize {
        self.pieces.len()
    }
}

/// The text under a headline of the house, framed, cut or turned round.
fn copied(random: &mut Random, first: &Told, other_title: &str, origin: &str) -> (Told, [String; 2]) {
    let mut told = first.clone();
    if random.below(2) == 0 {
        other_title.clone_into(&mut told.title);
    }
    match random.below(4) {
        0 => told.paragraphs.truncate(3),
        1 => told.paragraphs[1..].rotate_left(1),
        _ => {}
    }
    let front = ["", "(Kestrel Wire) - ", "UPDATE: "];
    let behind =
        [String::new(), format!("Source: {origin}"), "Share this article with your friends.".to_owned()];
    (told, [(*random.one(&front)).to_owned(), random.one(&behind).clone()])
}

/// The news in words of the house, often with a credit.
fn rewritten(random: &mut Random, told: Told, origin: &str) -> (Told, [String; 2]) {
    let behind = [
        String::new(),
        String::new(),
        format!("Source: {origin}"),
        format!("{origin} first reported the news."),
    ];
    (told, [String::new(), random.one(&behind).clone()])
}

/// The event that an address tells of, and the piece: both stand in every form of it.
pub(crate) fn event_of(address: &str) -> Option<usize> {
    let number = |rest: &str| rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok();
    address.match_indices("/e").find_map(|(at, _)| number(&address[at + 2..]))
}
