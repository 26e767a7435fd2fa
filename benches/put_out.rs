//! How fast settled entries become published documents: `cargo bench --bench put_out`.
//!
//! 100,000 stored entries of 3 kB in 50 sections of 2,000 (a number behind `--` makes it fewer),
//! every text cleaned before. Prints entries per CPU second and format, first without and then
//! with validating, and what the next run costs beside reading the fronts. A folder behind `--`
//! keeps the store for the next time.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]
#![expect(clippy::unwrap_used, reason = "a bench that cannot go on should stop")]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use copydesk::config::{self, Desk};
use copydesk::model::{
    Detail, Entry, Filing, Incoming, Key, KeyKind, KeyUse, Person, Placement, Provenance, Record, Relation,
    Status, Text,
};
use copydesk::pipeline::{Care, Halt, put_out};
use copydesk::store::{Judge, Settlement, Store};

const SECTIONS: usize = 50;

fn main() {
    let wanted = std::env::args().skip(1).find_map(|argument| argument.parse().ok());
    let each = wanted.unwrap_or(100_000_usize) / SECTIONS;
    let kept = std::env::args().skip(1).find(|argument| Path::new(argument).is_dir());
    let folder = match &kept {
        Some(kept) => tempfile::tempdir_in(kept).unwrap(),
        None => tempfile::tempdir().unwrap(),
    };
    let now = DateTime::from_timestamp(1_772_323_200, 0).unwrap();
    let mut desk = desk(folder.path(), each);
    let file = kept.as_deref().map_or(folder.path(), Path::new).join(format!("{each}.db"));
    let mut store = Store::open(&file).unwrap();
    if store.count().unwrap() == 0 {
        fill(&mut store, each, now);
    }
    let unjudged = Care { unjudged: true, ..Care::default() };
    let first = put(&desk, &mut store, &unjudged, now, "cleaning, not counted");
    let formats = desk.formats.len();
    for (care, what) in [(unjudged, "without validating"), (Care::default(), "with validating")] {
        // Another folder: everything is composed and written anew, from texts cleaned before.
        desk.publish = folder.path().join(what.replace(' ', "-"));
        let took = put(&desk, &mut store, &care, now, what);
        let written = entries_written(&desk.publish);
        println!(
            "  {:9.0} entries per CPU second and format ({written} entries written)",
            written as f64 / took.as_secs_f64()
        );
    }
    let reading = timed(|| {
        for section in &desk.sections {
            for standing in store.standings(&section.slug, section.limit).unwrap() {
                store.front_story(&standing.story, standing.lead, now).unwrap();
            }
        }
    });
    println!("reading the fronts {:8.2} s", reading.as_secs_f64());
    put(&desk, &mut store, &Care::default(), now, "second run, nothing new");
    println!(
        "({formats} formats, {each} entries a section; the first run took {:.1} s)",
        first.as_secs_f64()
    );
}

fn put(desk: &Desk, store: &mut Store, care: &Care, now: DateTime<Utc>, what: &str) -> Duration {
    let mut written = 0;
    let took = timed(|| {
        let out = put_out(desk, store, care, now, &Halt::default()).unwrap();
        written = out
            .documents
            .iter()
            .filter(|(_, published)| *published == copydesk::pipeline::Published::Written)
            .count();
        let bad = out.documents.iter().find(|(_, p)| matches!(p, copydesk::pipeline::Published::HeldBack(_)));
        assert!(bad.is_none(), "{bad:?}");
    });
    println!("{what:24} {:8.2} s, {written} documents written", took.as_secs_f64());
    took
}

/// Entries in all documents: what a writer had to write.
fn entries_written(folder: &Path) -> usize {
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        if path.is_dir() {
            count += entries_written(&path);
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let mark = match path.file_name().unwrap().to_str().unwrap() {
            name if name.ends_with("rss.xml") => "<item>",
            name if name.ends_with("atom.xml") => "<entry>",
            "feed.json" => "\"content_html\"",
            "index.html" => "<article>",
            _ => continue,
        };
        count += text.matches(mark).count();
    }
    count
}

fn desk(folder: &Path, each: usize) -> Desk {
    let mut text = String::from(
        "[site]\ntitle = \"Harbour Desk\"\nhome = \"https://harbour.example/\"\n\
         base_url = \"https://harbour.example/feeds/\"\n[publish]\nmax_kib = 0\n",
    );
    for section in 0..SECTIONS {
        text += &format!(
            "[[sources]]\nname = \"Quay {section}\"\nfeed = \"https://quay{section}.example/feed\"\nrights = \"full\"\n\
             [[sections]]\nslug = \"s{section}\"\ntitle = \"Section {section}\"\nlimit = {each}\n"
        );
    }
    config::desk(&text, "bench", folder.to_owned()).unwrap()
}

fn fill(store: &mut Store, each: usize, now: DateTime<Utc>) {
    let judge = Judge {
        differs: &|_, _| true,
        counts: &|_, _| false,
        same: &|_, _, _, _| true,
        ways: None,
        dates_behind: false,
    };
    for section in 0..SECTIONS {
        let incoming: Vec<Incoming> = (0..each).map(|number| incoming(section, number, now)).collect();
        store.file(&format!("quay-{section}"), None, &incoming, now, &judge).unwrap();
        let settlements: Vec<Settlement> =
            store.unsettled(now).unwrap().iter().map(|entry| settlement(entry.row, section)).collect();
        store.settle(&settlements).unwrap();
        store.lead(now, &|story| Ok(story.members.first().map(|member| member.row))).unwrap();
    }
}

fn settlement(row: i64, section: usize) -> Settlement {
    let filing = Filing {
        story: format!("quay-{row}"),
        relation: Relation::Original,
        similarity: 0.0,
        nearest: None,
        merges: Vec::new(),
        evidence: Vec::new(),
    };
    let placements = vec![Placement { section: format!("s{section}"), rule: "bench".into() }];
    Settlement { row, filing, placements, credits: Vec::new(), print: None }
}

fn incoming(section: usize, number: usize, now: DateTime<Utc>) -> Incoming {
    let paragraph = "<p>The harbour master said that the quay <em>&amp; its cranes</em> would be closed for \
                     <a href=\"https://quay.example/closing?year=2026&amp;part=2\">two weeks</a>, from \u{201c}Monday\u{201d}.</p>\n";
    let link = format!("https://quay{section}.example/2026/03/{number}");
    let time = now - TimeDelta::seconds(60 * (number * SECTIONS + section) as i64);
    let text = format!("<p>{number} of {section}</p>{}", paragraph.repeat(3_000 / paragraph.len()));
    let entry = Entry {
        id: Some(link.clone()),
        title: Some(Text::plain(format!("Quay {number} closed & cranes moved"))),
        published: Some(time),
        updated: Some(time),
        link: Some(link.clone()),
        detail: Detail {
            authors: vec![Person { name: Some("Ann Ferry".into()), ..Person::default() }],
            summary: Some(Text::plain(
                "The quay is closed for two weeks, the harbour master said on Monday.",
            )),
            content: Some(Text::html(text)),
            ..Detail::default()
        }
        .into(),
        ..Entry::default()
    };
    let hash = (section * 1_000_000 + number) as i64;
    let key = Key { hash, kind: KeyKind::Guid, usage: KeyUse::Finds };
    Incoming {
        entry,
        keys: vec![key],
        second_id: link.clone(),
        id: link,
        guid: None,
        print: number as i64,
        published: time,
        updated: time,
        provenance: Some(Provenance {
            id: Some("https://quay.example/feed".into()),
            title: Some("Quay Gazette".into()),
            feed: Some("https://quay.example/feed".into()),
            record: Record {
                link: Some("https://quay.example/".into()),
                updated: Some(time),
                ..Record::default()
            }
            .into(),
        }),
        sections: Vec::new(),
        credits: Vec::new(),
        status: Status::Usable,
        embargo: None,
        undated: false,
    }
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = on_cpu();
    work();
    on_cpu() - start
}

/// Time that this thread has spent on a CPU.
fn on_cpu() -> Duration {
    let stat = fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(stat.split(' ').next().unwrap().parse().unwrap())
}
