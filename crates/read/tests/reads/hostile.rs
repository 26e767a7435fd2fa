//! Whatever the bytes are, the reader answers, and soon.
//!
//! `COPYDESK_FUZZ_SECONDS` sets how long the seeded loop runs (default 2); `COPYDESK_FUZZ_SEED` its seed.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use copydesk_model::text::plain;
use copydesk_model::{Hints, Text};
use copydesk_read::{self as read, html};
use proptest::prelude::*;

use crate::targets;

fn clean(markup: &str) -> String {
    html::clean(&Text { base: Some("https://desk.example/a/".into()), ..Text::html(markup) })
}

/// Pieces of markup that break things when put together.
const PIECES: &[&str] = &[
    "<",
    ">",
    "</",
    "/>",
    "&",
    ";",
    "\"",
    "'",
    "=",
    " ",
    "\n",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?xml ",
    "?>",
    "<!DOCTYPE ",
    "[",
    "]",
    "<rss version='2.0'>",
    "<channel>",
    "<item>",
    "</item>",
    "</channel>",
    "<title>",
    "</title>",
    "<description>",
    "<feed xmlns='http://www.w3.org/2005/Atom'>",
    "<entry>",
    "</entry>",
    "<content type='xhtml'>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<p>",
    "</p>",
    "<a href=x>",
    "</a>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<ul>",
    "<li>",
    "</ul>",
    "<pre>",
    "\n\n",
    "</pre>",
    "<img srcset='a 1x, b'>",
    "<svg>",
    "<math>",
    "<style>",
    "<script>",
    "</script>",
    "<select>",
    "<option>",
    "<textarea>",
    "<noscript>",
    "<template>",
    "<object>",
    "<h1>",
    "</h1>",
    "<font color=a>",
    "<form>",
    "<button>",
    "&lt;",
    "&amp;",
    "&#0;",
    "&#x1F600;",
    "&eacute;",
    "&nosuch;",
    "é",
    "\u{feff}",
    "\0",
    "xml:base='../'",
    "xmlns:dc='x'",
    "<dc:date>",
    "{",
    "}",
    "\"items\":",
    "\"version\":\"https://jsonfeed.org/version/1\",",
    ",",
    ":",
    "\\u",
    "\\",
    "2024",
    "May",
    "-05:00",
    "T",
    "9:00",
    "µ",
];

fn soup() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        targets::feed(&bytes);
        targets::encodings(&bytes);
    }

    #[test]
    fn any_soup_is_answered(soup in soup()) {
        targets::feed(soup.as_bytes());
        targets::feed(format!("<rss><channel><item><description>{soup}").as_bytes());
        targets::feed(format!("{{\"items\":[{soup}").as_bytes());
        targets::dates(&soup);
    }

    #[test]
    fn cleaning_what_is_clean_changes_nothing(soup in soup()) {
        targets::html(&soup);
    }

    #[test]
    fn any_text_as_a_date_is_answered(text in "\\PC{0,40}", digits in "[0-9:+TZ./ -]{0,30}") {
        targets::dates(&text);
        targets::dates(&digits);
    }
}

/// Seconds that this thread has been on a CPU, so that a busy machine does not matter; else wall time.
fn cpu_seconds(began: Instant) -> f64 {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|line| line.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| began.elapsed().as_secs_f64(), |nanoseconds| nanoseconds / 1e9)
}

/// Seconds that the fastest of three runs takes.
fn seconds(run: impl Fn()) -> f64 {
    let began = Instant::now();
    let time = || {
        let start = cpu_seconds(began);
        run();
        cpu_seconds(began) - start
    };
    (0..3).map(|_| time()).fold(f64::INFINITY, f64::min)
}

/// Four times the input may take up to nine times the time, noise included; what is quadratic takes sixteen.
fn is_linear(name: &str, make: impl Fn(usize) -> String, run: impl Fn(&str)) {
    let mut size = 2_000;
    loop {
        let one = make(size);
        let first = seconds(|| run(&one));
        assert!(first < 2.0, "{name}: {first} s for {} bytes", one.len());
        if first > 0.02 || one.len() > 4 << 20 {
            let four = make(4 * size);
            let second = seconds(|| run(&four));
            assert!(
                second < 9.0 * first.max(0.005),
                "{name}: {first} s, then {second} s for {} bytes",
                four.len()
            );
            return;
        }
        size *= 2;
    }
}

#[test]
fn floods_take_time_in_proportion() {
    let floods: &[(&str, &str, &str)] = &[
        ("nesting", "<rss><channel><item><description>", "<a>"),
        ("nesting of items", "<rss><channel>", "<item>"),
        ("attributes", "<rss><channel><item ", "a='b' "),
        ("distinct elements", "<rss><channel>", "<item a='1' b='2' xmlns:x='y'/>"),
        ("end tags", "<rss><channel>", "</x>"),
        ("comments without end", "<rss><channel>", "<!--"),
        ("sections without end", "<rss><channel><title>", "<![CDATA["),
        ("instructions without end", "<rss>", "<?x "),
        ("document types", "", "<!DOCTYPE x ["),
        ("quotes", "<rss>", "<a b='\" "),
        ("ampersands", "<rss><channel><title>", "&"),
        ("bare signs", "<rss><channel><title>", "< <x "),
        ("entities", "<rss><channel><title>", "&eacute;&#65;"),
        ("prefixes", "<rss><channel>", "<a:b xmlns:a='http://a.example/'/>"),
        ("open prefixes", "<rss><channel>", "<a:b xmlns:a='http://a.example/'>"),
        ("links", "<rss><channel>", "<link>x</link>"),
        ("categories", "<rss><channel><item>", "<category>x</category>"),
        ("distinct ids", "<rss><channel>", "<item><guid>1</guid><link>/a</link></item>"),
        ("json lists", "{\"items\":", "["),
        ("json strings", "{\"items\":[{", "\"a\":\"\\u00e9\","),
        ("leading text", "", "warning "),
    ];
    for (name, head, piece) in floods {
        is_linear(
            name,
            |count| format!("{head}{}", piece.repeat(count)),
            |document| {
                let _ = read::feed(document.as_bytes(), &Hints::default());
            },
        );
    }
}

#[test]
fn floods_of_html_take_time_in_proportion() {
    for piece in [
        "<div>",
        "<b>",
        "<p><b>",
        "<a href=x>",
        "<table>",
        "<font color=1>",
        "<!--",
        "<a '",
        "&amp",
        "& ",
        "&</x>",
        "<a title='&'>",
        "\u{a0}",
        "<li><ul>",
        "</p>",
        "<img>",
        "<p>",
        "<svg>",
        "<x>",
        "<select><b>",
        "<td><b>",
    ] {
        is_linear(
            piece,
            |count| piece.repeat(count / 4),
            |markup| {
                clean(markup);
                plain::of_html(markup);
            },
        );
    }
}

/// A small generator, so that a seed means the same everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }
}

/// Every fixture, as the soil of mutations.
fn seeds() -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/read");
    let families = fs::read_dir(root).unwrap().map(|family| family.unwrap().path());
    let mut paths: Vec<_> =
        families.flat_map(|family| fs::read_dir(family).unwrap()).map(|file| file.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

fn mutate(bytes: &mut Vec<u8>, other: &[u8], dice: &mut Dice) {
    let at = dice.below(bytes.len() + 1);
    match dice.below(6) {
        0 => bytes.truncate(at),
        1 => bytes.insert(at, dice.below(256) as u8),
        2 => drop(bytes.splice(at..at, PIECES[dice.below(PIECES.len())].bytes())),
        3 => drop(bytes.drain(at..(at + dice.below(40)).min(bytes.len()))),
        4 if at < bytes.len() => bytes[at] ^= 1 << dice.below(8),
        _ => {
            let from = dice.below(other.len());
            let to = (from + dice.below(80)).min(other.len());
            drop(bytes.splice(at..at, other[from..to].iter().copied()));
        }
    }
}

/// The dates in a feed, as they stand there.
fn written_dates(feed: &str) -> Vec<String> {
    let after = ["pubDate>", "updated>", "published>", "dc:date>", "date_published\": \""];
    let found = after.iter().flat_map(|tag| feed.split(tag).skip(1));
    found
        .map(|rest| rest.split(['<', '"']).next().unwrap().to_owned())
        .filter(|date| date.len() > 3)
        .collect()
}

/// A text in some encoding, a byte before it that says which to declare: the right one or another.
fn coded(text: &str, dice: &mut Dice) -> Vec<u8> {
    const LABELS: &[&str] = &[
        "windows-1252",
        "windows-1251",
        "koi8-r",
        "shift_jis",
        "iso-2022-jp",
        "euc-jp",
        "gb18030",
        "big5",
        "euc-kr",
    ];
    let mut bytes = vec![dice.below(256) as u8];
    match dice.below(LABELS.len() + 3) {
        0 => bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes)),
        1 => bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes)),
        2 => bytes.extend(text.chars().flat_map(|c| (c as u32).to_be_bytes())),
        other => {
            let encoding = encoding_rs::Encoding::for_label(LABELS[other - 3].as_bytes()).unwrap();
            bytes.extend_from_slice(&encoding.encode(text).0);
        }
    }
    let at = 1 + dice.below(bytes.len());
    if at < bytes.len() && dice.below(2) == 0 {
        bytes[at] = dice.below(256) as u8;
    }
    bytes
}

#[test]
fn mutated_fixtures_are_answered() {
    let setting = |name: &str, default: u64| {
        std::env::var(name).ok().and_then(|set| set.parse().ok()).unwrap_or(default)
    };
    let mut dice = Dice(setting("COPYDESK_FUZZ_SEED", 2024));
    let until = Instant::now() + Duration::from_secs(setting("COPYDESK_FUZZ_SECONDS", 2));
    let seeds = seeds();
    let dates: Vec<String> =
        seeds.iter().flat_map(|seed| written_dates(&String::from_utf8_lossy(seed))).collect();
    assert!(dates.len() > 50, "{dates:?}");
    let mut rounds = 0_u64;
    while Instant::now() < until {
        let mut bytes = seeds[dice.below(seeds.len())].clone();
        let other = &seeds[dice.below(seeds.len())];
        for _ in 0..=dice.below(8) {
            mutate(&mut bytes, other, &mut dice);
        }
        let started = Instant::now();
        targets::feed(&bytes);
        let text = String::from_utf8_lossy(&bytes);
        targets::encodings(&coded(&text, &mut dice));
        let start = (0..=dice.below(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let mut date = dates[dice.below(dates.len())].clone().into_bytes();
        mutate(&mut date, &bytes, &mut dice);
        targets::dates(&String::from_utf8_lossy(&date));
        targets::dates(&text[start..].chars().take(40).collect::<String>());
        targets::html(&text[start..]);
        assert!(started.elapsed() < Duration::from_secs(5), "slow: {text:?}");
        rounds += 1;
    }
    println!("{rounds} rounds");
}
