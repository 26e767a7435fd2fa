//! What one record costs to settle, with 10,000, 100,000 and 1,000,000 records in the window.
//!
//!     cargo bench --bench stories [-- RECORDS]
//!
//! Synthetic news: words with the frequencies of a language (Zipf), a third of the records
//! retell an earlier one. Times are CPU seconds of this process; a print's size is its own; memory
//! is all that the window holds, index included, divided by its records.

#![expect(clippy::print_stdout, reason = "a bench is there to print")]

use std::time::Instant;

use chrono::{DateTime, Duration};
use copydesk::model::StoryRecord;
use copydesk::stories::{Settings, Window};

/// Records measured at each size of the window.
const MEASURED: usize = 5_000;

/// Bytes of memory that this process has in use, where the system tells.
fn resident() -> usize {
    let pages = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    pages.split_whitespace().nth(1).and_then(|pages| pages.parse::<usize>().ok()).unwrap_or_default() * 4096
}

/// A small generator of numbers that is the same everywhere (splitmix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % sides
    }

    /// A word by rank, common ones often: rank falls off as the inverse.
    fn word(&mut self) -> String {
        let share = self.roll(1 << 20) as f64 / f64::from(1 << 20);
        let rank = (400_000_f64.powf(share)) as u64;
        let mut name = String::new();
        let mut rest = rank;
        for _ in 0..4 {
            name.push(char::from(b"bdfghklmnprstvz"[(rest % 15) as usize]));
            name.push(char::from(b"aeiou"[(rest / 15 % 5) as usize]));
            rest /= 75;
        }
        name
    }

    fn text(&mut self, words: usize) -> String {
        (0..words).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }
}

/// CPU seconds of this process: from /proc where there is one, else the wall clock.
fn seconds(start: Instant) -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after = stat.rsplit(')').next().unwrap_or_default();
    let ticks: Vec<f64> = after.split_whitespace().skip(11).take(2).filter_map(|t| t.parse().ok()).collect();
    if ticks.len() == 2 { (ticks[0] + ticks[1]) / 100.0 } else { start.elapsed().as_secs_f64() }
}

fn main() {
    let largest: usize = std::env::args().filter_map(|arg| arg.parse().ok()).next().unwrap_or(1_000_000);
    let start = Instant::now();
    let mut dice = Dice(7);
    let mut recent: Vec<(String, String)> = Vec::new();
    // All within one window: the time apart shrinks with the number of records.
    let apart = Duration::milliseconds(300_000_000 / largest as i64);
    let mut record = |at: usize| {
        let (mut title, mut text) = (dice.text(9), dice.text(if at.is_multiple_of(3) { 110 } else { 25 }));
        if at > 100 && dice.roll(3) == 0 {
            let (old_title, old_text) = &recent[dice.roll(recent.len() as u64) as usize];
            title = format!("{} {}", dice.text(2), old_title);
            text = format!("{} {}", dice.text(6), old_text);
        }
        if recent.len() < 500 {
            recent.push((title.clone(), text.clone()));
        } else {
            let place = dice.roll(500) as usize;
            recent[place] = (title.clone(), text.clone());
        }
        StoryRecord {
            id: format!("r{at}"),
            title: Some(title),
            text: Some(text),
            source: Some(format!("Source {}", dice.roll(40))),
            published: Some(DateTime::UNIX_EPOCH + apart * at as i32),
            ..StoryRecord::default()
        }
    };
    let mut window = Window::new(Settings::default());
    let at_first = resident();
    println!(
        "{:>10} {:>16} {:>14} {:>12} {:>16}",
        "in window", "records/CPU-s", "us a record", "print bytes", "memory a record"
    );
    let mut settled = 0;
    for size in [10_000, 100_000, 1_000_000].into_iter().filter(|size| *size <= largest) {
        while settled < size - MEASURED {
            window.file(&record(settled));
            settled += 1;
        }
        let batch: Vec<StoryRecord> = (settled..size).map(&mut record).collect();
        settled = size;
        let before = seconds(start);
        let bytes: usize = batch.iter().map(|record| window.settle(record).1.bytes()).sum();
        let spent = (seconds(start) - before).max(0.005);
        println!(
            "{:>10} {:>16.0} {:>14.1} {:>12} {:>16}",
            window.len(),
            batch.len() as f64 / spent,
            spent / batch.len() as f64 * 1e6,
            bytes / batch.len(),
            resident().saturating_sub(at_first) / window.len()
        );
    }
}
