//! Pages nobody wrote: pieces of real ones cut out, doubled, moved and broken. Each is read or refused,
//! in little time, and nothing panics. `COPYDESK_FUZZ_SECONDS` sets how long (default 2), `COPYDESK_FUZZ_SEED`
//! the seed. The suite's pages are read in place where they are.

use crate::random;

use std::io::Read;
use std::time::{Duration, Instant};

use copydesk::articles::web_page;
use copydesk::model::Hints;
use copydesk::read::html;
use random::Random;

/// What is put in among the rest.
const PIECES: [&str; 16] = [
    "<table><tr><td>",
    "</div></div></div>",
    "<svg><style>",
    "</p>",
    "<article>",
    "<p><b><i><a href=x>",
    "<!--",
    "-->",
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":[{\"@id\":\"#a\"}],\"articleBody\":[\"x\"]}</script>",
    "<h1>",
    "<base href=//x>",
    "<template>",
    "<select>",
    "<noscript><img src=x></noscript>",
    "<br><br><br>",
    "\u{0}\u{fffd}&#x110000;&amp",
];

fn seeds() -> Vec<Vec<u8>> {
    let own = std::fs::read("fixtures/articles/trailer-of-the-week.html").unwrap();
    let mut all = vec![
        own,
        b"<title>A headline</title><ul><li>One<li>Two</ul><p>A paragraph of a page, and more of it.</p>"
            .to_vec(),
    ];
    for entry in std::fs::read_dir("../shared/conformance/pages/pages").into_iter().flatten().flatten() {
        let mut page = Vec::new();
        let file = std::fs::File::open(entry.path()).unwrap();
        flate2::read::GzDecoder::new(file).read_to_end(&mut page).unwrap();
        // Shorter pages meet more of what can go wrong in the same time.
        if page.len() < 120_000 {
            all.push(page);
        }
    }
    all
}

fn mutate(page: &mut Vec<u8>, other: &[u8], random: &mut Random) {
    let at = random.below(page.len() + 1);
    let end = (at + random.below(4_000)).min(page.len());
    match random.below(6) {
        0 => drop(page.drain(at..end)),
        1 => {
            let piece = page[at..end].to_vec();
            let to = random.below(page.len() + 1);
            page.splice(to..to, piece);
        }
        2 => {
            let from = random.below(other.len() + 1);
            let piece = other[from..(from + random.below(4_000)).min(other.len())].to_vec();
            page.splice(at..at, piece);
        }
        3 if at < page.len() => page[at] = b"<>/\"'= &\0\xff"[random.below(10)],
        4 => page.truncate(at),
        _ => {
            let piece = random.one(&PIECES).repeat(1 + random.below(30));
            page.splice(at..at, piece.into_bytes());
        }
    }
}

#[test]
fn mutated_pages_are_read_or_refused_and_nothing_panics() {
    let setting = |name: &str, default: u64| {
        std::env::var(name).ok().and_then(|set| set.parse().ok()).unwrap_or(default)
    };
    let mut random = Random::of(setting("COPYDESK_FUZZ_SEED", 16));
    let until = Instant::now() + Duration::from_secs(setting("COPYDESK_FUZZ_SECONDS", 2));
    let seeds = seeds();
    let (mut rounds, mut read) = (0_u64, 0_u64);
    while Instant::now() < until {
        let mut page = seeds[random.below(seeds.len())].clone();
        let other = &seeds[random.below(seeds.len())];
        for _ in 0..=random.below(8) {
            mutate(&mut page, other, &mut random);
        }
        let hints = Hints { base_url: Some("https://desk.example/a/b"), content_type: None };
        let began = Instant::now();
        if let Ok(article) = web_page(&page, &hints, &[]) {
            read += 1;
            let clean = html::clean(article.entry.content.as_ref().unwrap());
            assert!(!clean.contains("<script") && !article.entry.title.as_ref().unwrap().value.is_empty());
        }
        assert!(began.elapsed() < Duration::from_secs(60), "slow: {}", String::from_utf8_lossy(&page));
        rounds += 1;
    }
    println!("{rounds} rounds, {read} read");
}
