//! How fast feeds are read: bytes in memory to the full model, with and without cleaning HTML.
//!
//! `cargo bench --bench read -- [--dir FOLDER] [--reps N] [--clean]` prints one JSON line a
//! repetition, in the words of `../shared/bench`: megabytes, CPU seconds, wall seconds.

#![expect(clippy::print_stdout, reason = "the figures are what it is for")]

use std::hint::black_box;
use std::path::PathBuf;
use std::time::Instant;

use copydesk::model::{Entry, Feed, Hints, Text};
use copydesk::read;

fn main() {
    let folder = option("--dir").map_or_else(default_folder, |folder| Some(PathBuf::from(folder)));
    let Some(folder) = folder else { return };
    let repetitions = option("--reps").and_then(|reps| reps.parse().ok()).unwrap_or(3);
    let clean = std::env::args().any(|argument| argument == "--clean");
    let feeds = documents(&folder);
    let bytes: usize = feeds.iter().map(Vec::len).sum();
    let megabytes = bytes as f64 / 1e6;
    let who = if clean { "copydesk-clean" } else { "copydesk" };
    for _ in 0..repetitions {
        let (cpu, wall) = (cpu_seconds(), Instant::now());
        let (mut entries, mut ok) = (0, 0);
        for bytes in &feeds {
            let Ok(mut reading) = read::feed(bytes, &Hints::default()) else { continue };
            if clean {
                clean_all(&mut reading.feed);
            }
            entries += black_box(&reading).feed.entries.len();
            ok += 1;
        }
        let (cpu, wall) = (cpu_seconds() - cpu, wall.elapsed().as_secs_f64());
        println!(
            "{{\"who\":\"{who}\",\"feeds\":{},\"ok\":{ok},\"entries\":{entries},\"mb\":{megabytes:.2},\"cpu_s\":{cpu:.4},\"wall_s\":{wall:.4}}}",
            feeds.len()
        );
    }
}

fn clean_all(feed: &mut Feed) {
    let clean = |text: &mut Text| text.value = read::html::clean(text);
    feed.texts().for_each(clean);
    feed.entries.iter_mut().flat_map(Entry::texts).for_each(clean);
}

fn option(name: &str) -> Option<String> {
    std::env::args().skip_while(|argument| argument != name).nth(1)
}

/// The shared corpus where it is there, else our own fixtures.
fn default_folder() -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    ["../shared/real-feeds", "../../shared/real-feeds", "fixtures/read/rss"]
        .iter()
        .map(|folder| root.join(folder))
        .find(|folder| folder.is_dir())
}

fn documents(folder: &PathBuf) -> Vec<Vec<u8>> {
    let listed = std::fs::read_dir(folder).expect("the folder can be listed");
    let mut paths: Vec<_> = listed.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending != "md") || path.extension().is_none());
    paths.sort();
    paths.iter().filter_map(|path| std::fs::read(path).ok()).collect()
}

/// Seconds this thread has been on a CPU; wall time where the system does not tell.
fn cpu_seconds() -> f64 {
    let told = std::fs::read_to_string("/proc/self/schedstat").ok();
    let nanoseconds = told.and_then(|line| line.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or(0.0, |nanoseconds| nanoseconds / 1e9)
}
