//! How fast composed feeds become bytes: `cargo bench --bench write`.
//!
//! 50 sections of 2,000 entries with 3 kB of HTML each, written in every format on one thread;
//! prints entries and megabytes per CPU second.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::fs;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta};
use copydesk::model::{
    Credit, CreditKind, Detail, Entry, Feed, Link, Person, Provenance, Record, Site, Text,
};
use copydesk::write::{self, Archive, Format, Frame};

const SECTIONS: usize = 50;
const ENTRIES: usize = 2_000;

fn main() {
    let site = Site {
        title: "Harbour Desk".into(),
        home: "https://harbour.example/".into(),
        base_url: "https://harbour.example/feeds/".into(),
        language: "en".into(),
        contact: None,
        hubs: Vec::new(),
        ..Site::default()
    };
    let feed = feed();
    let frame = Frame {
        site: &site,
        slug: "town",
        formats: &Format::ALL,
        sections: &[],
        archive: Archive::default(),
        robots: &[],
    };
    for format in Format::ALL {
        let start = Clock::start();
        let bytes: usize =
            (0..SECTIONS).map(|_| write::feed(format, &feed, &frame).map_or(0, |bytes| bytes.len())).sum();
        let seconds = start.elapsed().as_secs_f64();
        let entries = (SECTIONS * ENTRIES) as f64 / seconds;
        println!(
            "{:5} {entries:9.0} entries/s {:7.1} MB/s {:8} kB a section",
            format.word(),
            bytes as f64 / 1e6 / seconds,
            bytes / SECTIONS / 1000
        );
    }
}

/// Time this thread has spent on a CPU, where the system tells; else the time that went by.
struct Clock {
    on_cpu: Option<Duration>,
    since: Instant,
}

impl Clock {
    fn start() -> Self {
        Self { on_cpu: Self::on_cpu(), since: Instant::now() }
    }

    fn elapsed(&self) -> Duration {
        self.on_cpu.zip(Self::on_cpu()).map_or_else(|| self.since.elapsed(), |(start, now)| now - start)
    }

    fn on_cpu() -> Option<Duration> {
        let stat = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        stat.split(' ').next()?.parse().ok().map(Duration::from_nanos)
    }
}

fn feed() -> Feed {
    Feed {
        id: Some("tag:harbour.example,2026:town".into()),
        title: Some(Text::plain("Town")),
        link: Some("https://harbour.example/feeds/town/index.html".into()),
        language: Some("en".into()),
        entries: (0..ENTRIES).map(entry).collect(),
        ..Feed::default()
    }
}

fn entry(number: usize) -> Entry {
    let paragraph = "<p>The harbour master said that the quay <em>&amp; its cranes</em> would be closed for \
                     <a href=\"https://quay.example/closing?year=2026&amp;part=2\">two weeks</a>, from \u{201c}Monday\u{201d}.</p>\n";
    let link = format!("https://quay{}.example/2026/03/{number}", number % 40);
    let time = DateTime::UNIX_EPOCH + TimeDelta::seconds(1_772_000_000 - 60 * number as i64);
    let mut entry = Entry {
        id: Some(link.clone()),
        title: Some(Text::plain(format!("Quay {number} closed & cranes moved"))),
        published: Some(time),
        updated: Some(time),
        detail: Detail {
            links: vec![Link::new("related", format!("{link}/other")).titled(Some("Other".into()))],
            authors: vec![Person { name: Some("Ann Ferry".into()), ..Person::default() }],
            summary: Some(Text::plain(
                "The quay is closed for two weeks, the harbour master said on Monday.",
            )),
            content: Some(Text::html(paragraph.repeat(3_000 / paragraph.len()))),
            source: Some(Box::new(Provenance {
                id: Some("https://quay.example/feed".into()),
                title: Some("Quay Gazette".into()),
                feed: Some("https://quay.example/feed".into()),
                record: Record {
                    link: Some("https://quay.example/".into()),
                    updated: Some(time),
                    ..Record::default()
                }
                .into(),
            })),
            ..Detail::default()
        }
        .into(),
        link: Some(link),
        ..Entry::default()
    };
    entry.credits = vec![Credit {
        name: "Radio North".into(),
        url: None,
        kind: CreditKind::Source,
        evidence: "told Radio North".into(),
    }];
    entry
}
