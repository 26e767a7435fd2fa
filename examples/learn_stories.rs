//! Learns what each kind of evidence of one story counts, from labelled suites of records.
//!
//!     cargo run --release --example learn_stories -- [--check | --held-out | --score] FOLDER…
//!
//! Each FOLDER holds suites, and each suite `records.ndjson` and `truth.jsonl`. Without an option: learns
//! from all of them and prints the table for `src/stories/odds.rs`, and what it gives. `--check`: fails
//! where the table that stands in the code is another. `--held-out`: tests each suite by weights that never
//! saw it, nor a suite of which it shares texts. `--score`: what the table in the code gives. What is written in
//! JSON in the environment as SETTINGS stands in place of the defaults of `[stories]`.
//!
//! The model is a logistic one: the measures are the pipeline's own, taken in its own order, each record
//! against those that the index finds. Weights keep the sign that their meaning has.

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a program for who works on the weights")]
#![expect(clippy::needless_range_loop, reason = "matrices are read by row and column")]

use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::process::ExitCode;

use copydesk::model::StoryRecord;
use copydesk::stories::{Settings, Sign, Weights, Window};

/// How much weights are drawn to 0.
const RIDGE: f64 = 50.0;
/// A weight in the code may differ by this from what is learned.
const TOLERANCE: f64 = 0.06;

struct Suite {
    name: String,
    /// The folder it lies in.
    of: String,
    records: Vec<StoryRecord>,
    truth: HashMap<String, String>,
}

/// One pair: what was measured, and whether it is one story.
struct Pair {
    measures: Vec<f64>,
    same: bool,
}

impl Suite {
    fn load(folder: &Path) -> Self {
        let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let lines = |file: &str| std::fs::read_to_string(folder.join(file)).unwrap();
        let record = |line: &str| serde_json::from_str::<StoryRecord>(line).unwrap();
        let records: Vec<StoryRecord> = lines("records.ndjson").lines().map(record).collect();
        let mut latest = None;
        let mut keyed: Vec<_> = records
            .into_iter()
            .enumerate()
            .map(|(at, record)| {
                latest = record.published.or(latest);
                ((latest, at), record)
            })
            .collect();
        keyed.sort_by_key(|(key, _)| *key);
        let truth = |line: &str| {
            let row: serde_json::Value = serde_json::from_str(line).unwrap();
            (row["id"].as_str().unwrap().to_owned(), row["story"].as_str().unwrap().to_owned())
        };
        Self {
            name: name(folder),
            of: name(folder.parent().unwrap()),
            records: keyed.into_iter().map(|(_, record)| record).collect(),
            truth: lines("truth.jsonl").lines().map(truth).collect(),
        }
    }

    /// Pairs as the pipeline meets them; those that a rule decides are left out.
    fn pairs(&self) -> Vec<Pair> {
        let mut window = Window::new(Settings::default());
        let known = self.records.iter().filter_map(|record| Some((record, self.truth.get(&record.id)?)));
        known.flat_map(|(record, story)| measured(&mut window, record, story)).collect()
    }

    /// The first pairs of an empty desk: each record against the next of its story and the next two others.
    fn first_pairs(&self) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for (at, record) in self.records.iter().enumerate() {
            let story = &self.truth[&record.id];
            let rest = &self.records[at + 1..];
            let same = |other: &&StoryRecord| self.truth[&other.id] == *story;
            let others = rest.iter().filter(|other| !same(other)).take(2);
            for other in rest.iter().filter(same).take(1).chain(others) {
                let mut window = Window::new(Settings::default());
                window.compare(record, story);
                pairs.extend(measured(&mut window, other, &self.truth[&other.id]));
            }
        }
        pairs
    }

    /// What pairs of the suite weigh together: feeds as they come more than events that somebody picked, so
    /// that what is near but other news counts; forms most, since they are few and plain.
    fn weight(&self) -> f64 {
        match self.of.as_str() {
            "stories-forms" => 3.0,
            "stories" => 2.5,
            _ if self.name == "tongues" => 1.0,
            _ => 1.0,
        }
    }

    /// Suites that share texts with it, itself too.
    fn kin(&self) -> Vec<&str> {
        const WEEK: [&str; 6] = ["week", "basil", "gnews", "wcl50", "handpicked", "wikinews"];
        match self.name.as_str() {
            "week" => WEEK.to_vec(),
            name if WEEK.contains(&name) => vec![name, "week"],
            "briefs" | "rewrites" => vec!["briefs", "rewrites"],
            name => vec![name],
        }
    }

    /// Precision, recall and F1 of pairs, and BCubed F1, of what the pipeline makes of it.
    fn score(&self, weights: &Weights) -> [f64; 4] {
        let mut window = Window::weighing(settings(), weights.clone());
        let mut into: HashMap<String, String> = HashMap::new();
        let filings: Vec<_> = self.records.iter().map(|record| window.file(record)).collect();
        for filing in &filings {
            into.extend(filing.merges.iter().map(|merged| (merged.clone(), filing.story.clone())));
        }
        let root = |story: &str| {
            let mut story = story.to_owned();
            while let Some(next) = into.get(&story) {
                story.clone_from(next);
            }
            story
        };
        let rows: Vec<(String, &String)> = self
            .records
            .iter()
            .zip(&filings)
            .filter_map(|(record, filing)| Some((root(&filing.story), self.truth.get(&record.id)?)))
            .collect();
        let (mut found, mut told, mut both) = (HashMap::new(), HashMap::new(), HashMap::new());
        for (story, truth) in &rows {
            *found.entry(story).or_insert(0_u32) += 1;
            *told.entry(*truth).or_insert(0_u32) += 1;
            *both.entry((story, *truth)).or_insert(0_u32) += 1;
        }
        let pairs = |counts: &mut dyn Iterator<Item = &u32>| -> f64 {
            counts.map(|n| f64::from(*n) * (f64::from(*n) - 1.0) / 2.0).sum()
        };
        let right = pairs(&mut both.values());
        let share = |all: f64| if all > 0.0 { right / all } else { 1.0 };
        let (precision, recall) = (share(pairs(&mut found.values())), share(pairs(&mut told.values())));
        let mean =
            |of: &dyn Fn(&(String, &String)) -> f64| rows.iter().map(of).sum::<f64>() / rows.len() as f64;
        let common = |row: &(String, &String)| f64::from(both[&(&row.0, row.1)]);
        let b3 = harmonic(
            mean(&|row| common(row) / f64::from(found[&row.0])),
            mean(&|row| common(row) / f64::from(told[row.1])),
        );
        [precision, recall, harmonic(precision, recall), b3]
    }
}

/// The defaults, or what the environment's SETTINGS says in JSON.
fn settings() -> Settings {
    let given = std::env::var("SETTINGS").ok();
    given.map_or_else(Settings::default, |settings| serde_json::from_str(&settings).unwrap())
}

fn measured(window: &mut Window, record: &StoryRecord, story: &str) -> Vec<Pair> {
    let compared = window.compare(record, story).into_iter().filter(|pair| !pair.certain);
    compared.map(|pair| Pair { same: pair.story == story, measures: pair.measures }).collect()
}

fn harmonic(a: f64, b: f64) -> f64 {
    if a + b > 0.0 { 2.0 * a * b / (a + b) } else { 0.0 }
}

/// The pairs of a suite with what each weighs.
struct Lesson<'s> {
    suite: &'s Suite,
    pairs: Vec<(Pair, f64)>,
}

impl<'s> Lesson<'s> {
    fn of(suite: &'s Suite) -> Self {
        let forms = suite.of == "stories-forms";
        let weighed = |pairs: Vec<Pair>, all: f64| {
            let same = pairs.iter().filter(|pair| pair.same).count().max(5);
            let each = all / if forms { pairs.len().max(1) } else { same } as f64;
            pairs.into_iter().map(move |pair| (pair, each))
        };
        let first = if forms { suite.weight() } else { 0.5 };
        let pairs = weighed(suite.pairs(), suite.weight()).chain(weighed(suite.first_pairs(), first));
        Self { suite, pairs: pairs.collect() }
    }
}

/// Logistic regression by Newton's method; a weight whose sign its meaning forbids is 0.
fn learn(lessons: &[&Lesson<'_>]) -> Weights {
    let kinds = Weights::kinds();
    let stated = Weights::stated();
    let free: Vec<usize> = (0..kinds.len()).filter(|at| kinds[*at].1 != Sign::Given).collect();
    let given = |measures: &[f64]| -> f64 {
        let given = (0..kinds.len()).filter(|at| kinds[*at].1 == Sign::Given);
        given.map(|at| stated.each[at] * measures[at]).sum()
    };
    let row = |(pair, weight): &'_ (Pair, f64)| Row {
        measures: free.iter().map(|at| pair.measures[*at]).collect(),
        given: given(&pair.measures),
        same: f64::from(u8::from(pair.same)),
        weight: *weight,
    };
    let mut rows: Vec<Row> = lessons.iter().flat_map(|lesson| &lesson.pairs).map(row).collect();
    let count = rows.len() as f64;
    let scale = count / rows.iter().map(|row| row.weight).sum::<f64>();
    let column = |rows: &[Row], of: &dyn Fn(&Row) -> f64| rows.iter().map(of).sum::<f64>() / count;
    let mean: Vec<f64> = (0..free.len()).map(|at| column(&rows, &|row| row.measures[at])).collect();
    let spread: Vec<f64> = (0..free.len())
        .map(|at| column(&rows, &|row| (row.measures[at] - mean[at]).powi(2)).sqrt() + 1e-9)
        .collect();
    for row in &mut rows {
        row.weight *= scale;
        for (at, measure) in row.measures.iter_mut().enumerate() {
            *measure = (*measure - mean[at]) / spread[at];
        }
        row.measures.push(1.0);
    }
    let size = free.len() + 1;
    let mut weights = vec![0.0; size];
    let mut used = vec![true; size];
    for _ in 0..8 {
        for _ in 0..30 {
            let step = newton(&rows, &weights, &used);
            let largest = step.iter().fold(0.0_f64, |most, part| most.max(part.abs()));
            let short = (3.0 / largest).min(1.0);
            weights.iter_mut().zip(&step).for_each(|(weight, part)| *weight -= part * short);
            if largest < 1e-4 {
                break;
            }
        }
        let against = |at: usize| match kinds[free[at]].1 {
            Sign::For => weights[at] < 0.0,
            Sign::Against => weights[at] > 0.0,
            Sign::Either | Sign::Given => false,
        };
        let wrong: Vec<usize> = (0..free.len()).filter(|at| used[*at] && against(*at)).collect();
        if wrong.is_empty() {
            break;
        }
        for at in wrong {
            (weights[at], used[at]) = (0.0, false);
        }
    }
    let mut learned = stated.clone();
    learned.before = weights[size - 1];
    for (place, at) in free.iter().enumerate() {
        learned.each[*at] = weights[place] / spread[place];
        learned.before -= weights[place] / spread[place] * mean[place];
    }
    learned
}

/// A pair as the method takes it.
struct Row {
    /// What may be learned, each with mean 0 and spread 1; a 1 for the odds before any evidence.
    measures: Vec<f64>,
    /// What the weights that are given say.
    given: f64,
    same: f64,
    weight: f64,
}

/// One step of Newton's method, 0 for weights that are not used.
fn newton(rows: &[Row], weights: &[f64], used: &[bool]) -> Vec<f64> {
    let size = weights.len();
    let mut slope: Vec<f64> = weights.iter().map(|weight| RIDGE * weight).collect();
    slope[size - 1] = 0.0;
    let mut curve = vec![vec![0.0; size]; size];
    for row in rows {
        let odds = row.given + row.measures.iter().zip(weights).map(|(x, w)| x * w).sum::<f64>();
        let likely = 1.0 / (1.0 + (-odds).exp());
        let (pull, bend) = (row.weight * (likely - row.same), row.weight * likely * (1.0 - likely));
        for one in 0..size {
            slope[one] += pull * row.measures[one];
            for other in 0..=one {
                curve[one][other] += bend * row.measures[one] * row.measures[other];
            }
        }
    }
    for one in 0..size {
        for other in 0..one {
            curve[other][one] = curve[one][other];
        }
        curve[one][one] += if one + 1 < size { RIDGE } else { 1e-9 };
    }
    for at in (0..size).filter(|at| !used[*at]) {
        curve[at].fill(0.0);
        curve.iter_mut().for_each(|row| row[at] = 0.0);
        (curve[at][at], slope[at]) = (1.0, 0.0);
    }
    solved(curve, slope)
}

/// Gaussian elimination with pivots.
fn solved(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    for at in 0..size {
        let pivot = (at..size).max_by(|a, b| matrix[*a][at].abs().total_cmp(&matrix[*b][at].abs())).unwrap();
        matrix.swap(at, pivot);
        right.swap(at, pivot);
        for row in at + 1..size {
            let factor = matrix[row][at] / matrix[at][at];
            for column in at..size {
                matrix[row][column] -= factor * matrix[at][column];
            }
            right[row] -= factor * right[at];
        }
    }
    for at in (0..size).rev() {
        let known: f64 = (at + 1..size).map(|column| matrix[at][column] * right[column]).sum();
        right[at] = (right[at] - known) / matrix[at][at];
    }
    right
}

fn report(scores: &[(&Suite, [f64; 4])]) {
    for (suite, [precision, recall, f1, b3]) in scores {
        println!("{:<14} P {precision:.3} R {recall:.3} F1 {f1:.3} B3 {b3:.3}", suite.name);
    }
    let folders: BTreeSet<&str> = scores.iter().map(|(suite, _)| suite.of.as_str()).collect();
    for folder in folders {
        let of = scores.iter().filter(|(suite, _)| suite.of == folder && suite.name != "tongues");
        let of: Vec<&[f64; 4]> = of.map(|(_, score)| score).collect();
        let mean = |at: usize| of.iter().map(|score| score[at]).sum::<f64>() / of.len() as f64;
        println!("mean of {folder}: P {:.3} R {:.3} F1 {:.3} B3 {:.3}", mean(0), mean(1), mean(2), mean(3));
    }
}

fn main() -> ExitCode {
    let (options, folders): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|argument| argument.starts_with("--"));
    let mut paths: Vec<_> = folders
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder).unwrap().flatten())
        .map(|entry| entry.path())
        .filter(|path| path.join("truth.jsonl").exists())
        .collect();
    paths.sort();
    let suites: Vec<Suite> = paths.iter().map(|path| Suite::load(path)).collect();
    let option = |name: &str| options.iter().any(|option| option == name);
    if option("--score") {
        report(&suites.iter().map(|suite| (suite, suite.score(&Weights::stated()))).collect::<Vec<_>>());
        return ExitCode::SUCCESS;
    }
    let lessons: Vec<Lesson<'_>> = suites.iter().map(Lesson::of).collect();
    if option("--held-out") {
        let held_out = |suite| {
            let kin = Suite::kin(suite);
            let others = lessons.iter().filter(|lesson| !kin.contains(&lesson.suite.name.as_str()));
            (suite, suite.score(&learn(&others.collect::<Vec<_>>())))
        };
        report(&suites.iter().map(held_out).collect::<Vec<_>>());
        return ExitCode::SUCCESS;
    }
    let learned = learn(&lessons.iter().collect::<Vec<_>>());
    let stated = Weights::stated();
    println!("before any evidence: {:.2} (in the code {:.2})", learned.before, stated.before);
    let mut same = (learned.before - stated.before).abs() <= TOLERANCE;
    for ((name, _), (new, old)) in Weights::kinds().iter().zip(learned.each.iter().zip(&stated.each)) {
        let differs = (new - old).abs() > TOLERANCE;
        same &= !differs;
        println!("{new:8.2} (in the code {old:.2}){} {name}", if differs { " *" } else { "" });
    }
    if option("--check") {
        println!(
            "{}",
            if same { "the table is what is learned" } else { "the table is not what is learned" }
        );
        return if same { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    report(&suites.iter().map(|suite| (suite, suite.score(&learned))).collect::<Vec<_>>());
    ExitCode::SUCCESS
}
