//! Which files a pattern matches: a walk over folders that ends, whatever links lie in them.
//!
//! A folder is looked at once, by its real place, and before any link to it. A link to a folder that it lies
//! in itself, as `/` is, leads nowhere; it is told. Hidden files and folders are passed over. Beyond
//! [`MOST_NAMES`] names or [`MOST_FOLDERS`] folders of one pattern nothing is looked at, which is told.

use std::collections::{HashSet, VecDeque};
use std::fs;
use std::path::{Path, PathBuf};

use glob::Pattern;

/// Names of files and folders that the walk for one pattern looks at.
const MOST_NAMES: usize = 1_000_000;
/// Folders that it looks into.
const MOST_FOLDERS: usize = 100_000;

/// What a walk found.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The files, in no order that matters.
    pub(super) files: Vec<PathBuf>,
    /// Links that were not followed, since they lie in the folder that they lead to.
    pub(super) loops: Vec<PathBuf>,
    /// Whether more was there than is looked at.
    pub(super) is_cut: bool,
}

/// A part of a pattern between two strokes.
#[derive(Debug)]
enum Part {
    /// `**`: any folders, or none.
    Any,
    /// A name with or without signs.
    Name(Pattern),
}

/// The files below `start` whose path from there matches `pattern`; `goes_on` is asked before each folder.
///
/// # Errors
/// What is wrong with the pattern.
pub(super) fn files(
    start: &Path,
    pattern: &Path,
    goes_on: &dyn Fn() -> bool,
) -> Result<Found, glob::PatternError> {
    let parts = pattern.components().map(|part| {
        let name = part.as_os_str().to_string_lossy();
        if name == "**" { Ok(Part::Any) } else { Pattern::new(&name).map(Part::Name) }
    });
    let parts: Vec<Part> = parts.collect::<Result<_, _>>()?;
    let mut walk = Walk { parts, ..Walk::default() };
    if start.is_dir() {
        let at = walk.without_folders(vec![0]);
        walk.enter(start, at, false);
    } else if walk.parts.is_empty() {
        walk.found.files.push(start.to_owned());
    }
    // Links wait until every real folder was looked at: a record keeps its own path.
    while let Some((folder, at)) = walk.waiting.pop_front().or_else(|| walk.next_link()) {
        if !goes_on() {
            break;
        }
        walk.folder(&folder, &at);
    }
    Ok(walk.found)
}

#[derive(Debug, Default)]
struct Walk {
    parts: Vec<Part>,
    found: Found,
    /// Folders to look into, each with where in the pattern its names stand.
    waiting: VecDeque<(PathBuf, Vec<usize>)>,
    /// Links to folders, for later.
    links: VecDeque<(PathBuf, Vec<usize>)>,
    /// Real places of the folders that were looked at.
    seen: HashSet<PathBuf>,
    names: usize,
}

impl Walk {
    /// Puts a folder in the row, once.
    fn enter(&mut self, folder: &Path, at: Vec<usize>, is_link: bool) {
        let Ok(place) = folder.canonicalize() else { return };
        let home = folder.parent().and_then(|parent| parent.canonicalize().ok());
        if is_link && home.is_some_and(|home| home.starts_with(&place)) {
            self.found.loops.push(folder.to_owned());
            return;
        }
        if self.seen.len() >= MOST_FOLDERS {
            self.found.is_cut = true;
        } else if self.seen.insert(place) {
            self.waiting.push_back((folder.to_owned(), at));
        }
    }

    fn next_link(&mut self) -> Option<(PathBuf, Vec<usize>)> {
        while let Some((link, at)) = self.links.pop_front() {
            self.enter(&link, at, true);
            if let Some(folder) = self.waiting.pop_front() {
                return Some(folder);
            }
        }
        None
    }

    /// Looks at the names in a folder. One that cannot be listed hides its records only.
    fn folder(&mut self, folder: &Path, at: &[usize]) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        let mut names: Vec<_> = Vec::new();
        for entry in entries.filter_map(Result::ok) {
            if self.names >= MOST_NAMES {
                self.found.is_cut = true;
                break;
            }
            self.names += 1;
            names.extend(entry.file_type().ok().map(|kind| (entry.file_name(), kind)));
        }
        names.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        for (name, kind) in names {
            let shown = name.to_string_lossy();
            if shown.starts_with('.') {
                continue;
            }
            let next = self.behind(at, &shown);
            let path = folder.join(&name);
            match (kind.is_symlink(), if kind.is_symlink() { path.is_dir() } else { kind.is_dir() }) {
                (false, true) if self.leads_on(&next) => self.enter(&path, next, false),
                (true, true) if self.leads_on(&next) => self.links.push_back((path, next)),
                // A link to a file is a name that somebody gave it. A broken one is told when it is read.
                (_, false) if next.contains(&self.parts.len()) => self.found.files.push(path),
                _ => {}
            }
        }
    }

    /// Where in the pattern what lies behind a name stands; the pattern's length means that it matches.
    fn behind(&self, at: &[usize], name: &str) -> Vec<usize> {
        let mut next = Vec::new();
        for &at in at {
            match self.parts.get(at) {
                Some(Part::Any) => next.push(at),
                Some(Part::Name(pattern)) if pattern.matches(name) => next.push(at + 1),
                _ => {}
            }
        }
        // Behind the last `**` anything matches; before a name it stands for no folder, too.
        self.without_folders(next)
    }

    fn without_folders(&self, mut at: Vec<usize>) -> Vec<usize> {
        let mut from = 0;
        while let Some(&one) = at.get(from) {
            if matches!(self.parts.get(one), Some(Part::Any)) && !at.contains(&(one + 1)) {
                at.push(one + 1);
            }
            from += 1;
        }
        at
    }

    /// Whether a name below a folder may match.
    fn leads_on(&self, at: &[usize]) -> bool {
        at.iter().any(|at| *at < self.parts.len())
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    fn found(root: &Path, pattern: &str) -> (Vec<String>, usize) {
        let found = files(root, Path::new(pattern), &|| true).unwrap();
        let short = |path: &PathBuf| path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
        let mut names: Vec<String> = found.files.iter().map(short).collect();
        names.sort();
        (names, found.loops.len())
    }

    fn desk() -> tempfile::TempDir {
        let desk = tempfile::tempdir().unwrap();
        fs::create_dir_all(desk.path().join("a/b/c")).unwrap();
        fs::create_dir_all(desk.path().join("a/.d")).unwrap();
        for name in ["x.md", "a/y.md", "a/b/z.md", "a/b/c/w.txt", "a/.d/v.md", "a/.u.md"] {
            fs::write(desk.path().join(name), "x").unwrap();
        }
        desk
    }

    #[test]
    fn patterns_match_as_they_are_read() {
        let desk = desk();
        let all = ["a/b/c/w.txt", "a/b/z.md", "a/y.md", "x.md"];
        for (pattern, names) in [
            ("**/*", &all[..]),
            ("**", &all[..]),
            ("*.md", &["x.md"]),
            ("**/*.md", &["a/b/z.md", "a/y.md", "x.md"]),
            ("a/*/*.md", &["a/b/z.md"]),
            ("a/**/c/*", &["a/b/c/w.txt"]),
            ("*/**/z.m?", &["a/b/z.md"]),
            ("[b-z]*", &["x.md"]),
        ] {
            assert_eq!(found(desk.path(), pattern).0, names, "{pattern}");
        }
        assert!(files(desk.path(), Path::new("a[*"), &|| true).is_err());
    }

    #[test]
    fn links_repeat_nothing_and_loops_are_told() {
        let desk = desk();
        let elsewhere = tempfile::tempdir().unwrap();
        fs::write(elsewhere.path().join("e.md"), "x").unwrap();
        for (to, name) in [
            (Path::new("/"), "a/0root"),
            (desk.path(), "a/b/0home"),
            (Path::new(".."), "a/0up"),
            (Path::new("b"), "a/0b"),
            (Path::new("b/z.md"), "a/0z.md"),
            (elsewhere.path(), "a/link"),
            (Path::new("nowhere"), "a/broken.md"),
        ] {
            symlink(to, desk.path().join(name)).unwrap();
        }
        let (names, loops) = found(desk.path(), "**/*.md");
        assert_eq!(names, ["a/0z.md", "a/b/z.md", "a/broken.md", "a/link/e.md", "a/y.md", "x.md"]);
        assert_eq!(loops, 3);
    }

    #[test]
    fn a_walk_that_is_told_to_end_ends() {
        let desk = desk();
        assert!(files(desk.path(), Path::new("**/*"), &|| false).unwrap().files.is_empty());
    }
}
