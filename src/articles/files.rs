//! Finding and reading record files: the only I/O of this room.
//!
//! Refused: files above [`MAX_BYTES`], and anything that is no plain file, so that a pipe or a
//! device in the folder cannot hang a run. Hidden files and sidecars are no records.

use std::collections::btree_map::Entry as Slot;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use chrono::{DateTime, Utc};

use super::Rule;
use super::parse::{Form, parse, parse_as};
use super::unreadable::{Problem, Unreadable};
use super::walk::{self, Found};
use crate::model::{Article, Outlet};

/// The largest record file that is read, in bytes.
pub const MAX_BYTES: u64 = 5_000_000;

/// Every article that the rules find under `root`, sorted by path; a file that two rules match is
/// read once, by the first. `known` are the publications whose names are recognised in page text.
///
/// Of two records with one key in one file the later stands, as in a log; in two files the
/// second is refused.
pub fn load(root: &Path, rules: &[Rule], known: &[Outlet]) -> Vec<Result<Article, Unreadable>> {
    load_while(root, rules, known, &|| true)
}

/// The same as long as `goes_on` says so, which is asked before each folder and each file; what was found by
/// then is not all.
pub fn load_while(
    root: &Path,
    rules: &[Rule],
    known: &[Outlet],
    goes_on: &dyn Fn() -> bool,
) -> Vec<Result<Article, Unreadable>> {
    let mut all = Vec::new();
    let mut files: BTreeMap<PathBuf, &Rule> = BTreeMap::new();
    for rule in rules {
        match matches(root, &rule.pattern, goes_on) {
            Err(problem) => all.push(Err(problem.within(&rule.pattern))),
            Ok(found) => {
                all.extend(untold(root, &rule.pattern, &found).map(Err));
                for path in found.files {
                    if let Slot::Vacant(slot) = files.entry(path) {
                        slot.insert(rule);
                    }
                }
            }
        }
    }
    all.extend(strays(root, &files));
    files.retain(|path, _| !is_sidecar(path));
    for (path, rule) in files.into_iter().take_while(|_| goes_on()) {
        let name = shown(root, &path);
        match read(&path) {
            Err(problem) => all.push(Err(problem.within(&name))),
            Ok(file) => {
                all.extend(parse(&name, &file.bytes, file.sidecar.as_deref(), file.time, rule, known))
            }
        }
    }
    once(all)
}

/// The articles of one file, as a run would read them, but for the file's own time: that is no
/// part of the record. `form` is told where the ending does not tell it.
pub fn open(
    path: &Path,
    form: Option<Form>,
    rule: &Rule,
    known: &[Outlet],
) -> Vec<Result<Article, Unreadable>> {
    let name = path.to_string_lossy().replace('\\', "/");
    match read(path) {
        Err(problem) => vec![Err(problem.within(&name))],
        Ok(file) => parse_as(form, &name, &file.bytes, file.sidecar.as_deref(), None, rule, known),
    }
}

/// Whether a file of this name, as messages show it, lies there; in doubt it does.
pub fn is_there(root: &Path, name: &str) -> bool {
    root.join(name).try_exists().unwrap_or(true)
}

/// The rule of those whose pattern matches a file.
pub fn rule_of<'r>(root: &Path, rules: &'r [Rule], path: &Path) -> Option<&'r Rule> {
    let full = path.canonicalize().ok()?;
    let matched = |rule: &&Rule| {
        let base = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let base = glob::Pattern::escape(&base.to_string_lossy());
        let whole = match Path::new(&rule.pattern).is_absolute() {
            true => rule.pattern.clone(),
            false => format!("{base}/{}", rule.pattern),
        };
        glob::Pattern::new(&whole).is_ok_and(|pattern| pattern.matches_path(&full))
    };
    rules.iter().find(matched)
}

/// The files that a pattern matches.
fn matches(root: &Path, pattern: &str, goes_on: &dyn Fn() -> bool) -> Result<Found, Problem> {
    // The whole of it is looked at, so that the message counts from its beginning.
    glob::Pattern::new(pattern).map_err(|error| {
        Problem::new(
            format!("the pattern is broken at character {}: {}", error.pos, error.msg),
            "mend `path` in [[articles]]",
        )
    })?;
    let fixed: PathBuf = Path::new(pattern).components().take_while(|part| !has_signs(*part)).collect();
    let start = root.join(&fixed);
    if !start.exists() {
        return Err(Problem::new(
            format!("{} does not exist", shown(root, &start)),
            "create it, or mend `path` in [[articles]]",
        ));
    }
    let rest: PathBuf = Path::new(pattern).components().skip_while(|part| !has_signs(*part)).collect();
    let broken = |error: glob::PatternError| {
        Problem::new(format!("the pattern is broken: {}", error.msg), "mend `path` in [[articles]]")
    };
    walk::files(&start, &rest, goes_on).map_err(broken)
}

/// What the walk for a pattern did not look at, for a person.
fn untold<'f>(root: &'f Path, pattern: &'f str, found: &'f Found) -> impl Iterator<Item = Unreadable> + 'f {
    let loops = found.loops.iter().map(move |link| {
        let seen = "a link to a folder that it lies in itself; it was not followed";
        Problem::new(seen, "remove it, or let it lead to the records alone").within(&shown(root, link))
    });
    let cut = found.is_cut.then(|| {
        let seen = "too many files and folders below it; the rest was not looked at";
        Problem::new(seen, "let `path` in [[articles]] begin at the folder of the records").within(pattern)
    });
    loops.chain(cut)
}

fn has_signs(part: Component<'_>) -> bool {
    part.as_os_str().to_string_lossy().contains(['*', '?', '['])
}

fn is_sidecar(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"))
}

/// Sidecars whose article is not among the files: they would be forgotten in silence.
fn strays(root: &Path, files: &BTreeMap<PathBuf, &Rule>) -> Vec<Result<Article, Unreadable>> {
    let stems: BTreeSet<PathBuf> =
        files.keys().filter(|path| !is_sidecar(path)).map(|path| path.with_extension("")).collect();
    let alone = files.keys().filter(|path| is_sidecar(path) && !stems.contains(&path.with_extension("")));
    let remedy = "name it as the article whose sidecar it is, or remove it";
    alone
        .map(|path| Err(Problem::new("a sidecar without its article", remedy).within(&shown(root, path))))
        .collect()
}

/// The path as messages and keys show it: below the root with `/`, else in full.
fn shown(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

/// What was read of a record.
struct Record {
    bytes: Vec<u8>,
    sidecar: Option<String>,
    time: Option<DateTime<Utc>>,
}

fn read(path: &Path) -> Result<Record, Problem> {
    let (bytes, time) = limited(path)?;
    let aside = Some(path.with_extension("toml")).filter(|aside| aside.exists());
    let sidecar = match aside {
        None => None,
        Some(aside) => {
            let (bytes, _) = limited(&aside).map_err(|problem| named(problem, &aside))?;
            let text = super::decode::text(&bytes).map_err(|problem| named(problem, &aside))?;
            Some(text)
        }
    };
    Ok(Record { bytes, sidecar, time })
}

fn named(problem: Problem, aside: &Path) -> Problem {
    let name = aside.file_name().unwrap_or_default().to_string_lossy();
    Problem { seen: format!("its sidecar {name}: {}", problem.seen), ..problem }
}

fn limited(path: &Path) -> Result<(Vec<u8>, Option<DateTime<Utc>>), Problem> {
    let unread = |error: io::Error| {
        Problem::new(format!("could not be read: {error}"), "check that it exists and its permissions")
    };
    let metadata = path.metadata().map_err(unread)?;
    if !metadata.is_file() {
        return Err(Problem::new("it is no plain file", "let the pattern of [[articles]] pass it by"));
    }
    let mut bytes = Vec::new();
    // The size is counted while reading: a file may grow after it was measured.
    File::open(path).map_err(unread)?.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(unread)?;
    if bytes.len() as u64 > MAX_BYTES {
        let seen = format!("larger than {} MB", MAX_BYTES / 1_000_000);
        return Err(Problem::new(seen, "split it, or let the pattern of [[articles]] pass it by"));
    }
    Ok((bytes, metadata.modified().ok().map(DateTime::<Utc>::from)))
}

/// Every key once.
fn once(all: Vec<Result<Article, Unreadable>>) -> Vec<Result<Article, Unreadable>> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut kept: Vec<Result<Article, Unreadable>> = Vec::with_capacity(all.len());
    for result in all {
        let earlier = result.as_ref().ok().and_then(|article| places.get(&article.key).copied());
        match (result, earlier) {
            (Ok(article), Some(at)) => match &kept[at] {
                Ok(first) if first.path != article.path => {
                    let seen = format!("its id \"{}\" is that of {}", article.key, first.path);
                    kept.push(Err(
                        Problem::new(seen, "give each article an id of its own").within(&article.path)
                    ));
                }
                _ => kept[at] = Ok(article),
            },
            (result, _) => {
                if let Ok(article) = &result {
                    places.insert(article.key.clone(), kept.len());
                }
                kept.push(result);
            }
        }
    }
    kept
}
