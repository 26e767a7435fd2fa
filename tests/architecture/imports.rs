//! Which file of a crate imports from which: every path is followed, through re-exports, to the file that
//! defines what it names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::tokens::{self, Token};

/// A path: `crate::text::plain::of_html` as its four words.
pub(crate) type Words = Vec<String>;

/// One file as a module.
#[derive(Debug, Default)]
pub(crate) struct Module {
    pub(crate) file: PathBuf,
    parent: Option<usize>,
    children: BTreeMap<String, usize>,
    /// The names that it defines itself.
    defines: BTreeSet<String>,
    /// What `use` brings in, by the name that it has here; of re-exports too.
    uses: Vec<Use>,
    /// Every path of two words or more that its code names.
    pub(crate) paths: Vec<Words>,
    /// All words of its code outside `use`.
    words: BTreeSet<String>,
}

#[derive(Debug)]
struct Use {
    path: Words,
    name: String,
    public: bool,
}

/// The files of one crate.
pub(crate) struct Crate {
    pub(crate) modules: Vec<Module>,
}

impl Crate {
    /// Reads a crate, its files found by `mod x;` from the root (`src/lib.rs`).
    pub(crate) fn read(root: &Path) -> Self {
        let mut all = Self { modules: Vec::new() };
        let folder = root.parent().unwrap_or(root);
        all.take(root.to_owned(), folder, None);
        // Files that a macro declares.
        let beside = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let mut beside: Vec<PathBuf> =
            beside.filter(|path| path.extension().is_some_and(|end| end == "rs")).collect();
        beside.sort();
        for file in beside {
            let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            if !matches!(name.as_str(), "lib" | "main" | "tests")
                && !all.modules[0].children.contains_key(&name)
            {
                let child = all.take(file, &folder.join(&name), Some(0));
                all.modules[0].children.insert(name, child);
            }
        }
        all
    }

    fn take(&mut self, file: PathBuf, folder: &Path, parent: Option<usize>) -> usize {
        let (mut module, children) = Module::of(&file);
        module.parent = parent;
        let index = self.modules.len();
        self.modules.push(module);
        for name in children {
            let flat = folder.join(format!("{name}.rs"));
            let file = if flat.exists() { flat } else { folder.join(&name).join("mod.rs") };
            let child = self.take(file, &folder.join(&name), Some(index));
            self.modules[index].children.insert(name, child);
        }
        index
    }

    /// Each import: who, from whom.
    pub(crate) fn imports(&self) -> BTreeSet<(usize, usize)> {
        let mut arrows = BTreeSet::new();
        for (index, module) in self.modules.iter().enumerate() {
            let used = module.uses.iter().filter(|one| !one.public || module.words.contains(&one.name));
            for path in used.map(|one| &one.path).chain(&module.paths) {
                if let Some(target) = self.find(index, path, 0)
                    && target != index
                {
                    arrows.insert((index, target));
                }
            }
        }
        arrows
    }

    /// The file that defines what a path names in a module; `None` for what is of other crates.
    fn find(&self, from: usize, path: &[String], depth: usize) -> Option<usize> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => self.within(0, rest, depth),
            "self" => self.within(from, rest, depth),
            "super" => self.within_or_up(self.modules[from].parent?, rest, depth),
            name if self.modules[from].knows(name) => self.within(from, path, depth),
            _ => None,
        }
    }

    fn within_or_up(&self, at: usize, rest: &[String], depth: usize) -> Option<usize> {
        match rest.split_first() {
            Some((first, rest)) if first == "super" => {
                self.within_or_up(self.modules[at].parent?, rest, depth)
            }
            _ => self.within(at, rest, depth),
        }
    }

    fn within(&self, at: usize, path: &[String], depth: usize) -> Option<usize> {
        let module = &self.modules[at];
        // A circle of re-exports would not compile; this only ends what is not understood.
        let Some((first, rest)) = path.split_first().filter(|_| depth < 20) else { return Some(at) };
        if first == "*" {
            return Some(at);
        }
        if let Some(child) = module.children.get(first) {
            return self.within(*child, rest, depth + 1);
        }
        if module.defines.contains(first) {
            return Some(at);
        }
        if let Some(one) = module.uses.iter().find(|one| one.name == *first) {
            let whole: Words = one.path.iter().chain(rest).cloned().collect();
            // Without its own name, so that `use x::x` ends.
            return if one.path.first() == Some(first) { None } else { self.find(at, &whole, depth + 1) };
        }
        let globs = module.uses.iter().filter(|one| one.name == "*");
        for glob in globs {
            let whole: Words = glob.path[..glob.path.len() - 1].iter().chain(path).cloned().collect();
            if let Some(found) = self.find(at, &whole, depth + 1)
                && self.modules[found].knows(first)
            {
                return Some(found);
            }
        }
        Some(at)
    }

    /// The circles: files of which each imports from the next, directly or not, and the last from the first.
    pub(crate) fn circles(&self) -> Vec<Vec<String>> {
        let arrows = self.imports();
        let reach: Vec<BTreeSet<usize>> =
            (0..self.modules.len()).map(|index| reached(index, &arrows)).collect();
        let mut circles: BTreeSet<Vec<usize>> = BTreeSet::new();
        for index in 0..self.modules.len() {
            let circle: Vec<usize> =
                reach[index].iter().copied().filter(|other| reach[*other].contains(&index)).collect();
            if circle.len() > 1 {
                circles.insert(circle);
            }
        }
        circles.iter().map(|circle| circle.iter().map(|one| self.name(*one)).collect()).collect()
    }

    /// Why a circle is one: its imports.
    pub(crate) fn arrows_of(&self, circle: &[String]) -> Vec<String> {
        let inside = |one: usize| circle.contains(&self.name(one));
        self.imports()
            .into_iter()
            .filter(|(from, to)| inside(*from) && inside(*to))
            .map(|(from, to)| format!("{} -> {}", self.name(from), self.name(to)))
            .collect()
    }

    pub(crate) fn name(&self, index: usize) -> String {
        self.modules[index].file.to_string_lossy().replace('\\', "/")
    }
}

fn reached(from: usize, arrows: &BTreeSet<(usize, usize)>) -> BTreeSet<usize> {
    let mut known = BTreeSet::new();
    let mut open = vec![from];
    while let Some(at) = open.pop() {
        for (_, to) in arrows.range((at, 0)..(at + 1, 0)) {
            if known.insert(*to) {
                open.push(*to);
            }
        }
    }
    known
}

impl Module {
    /// Reads one file; beside it the names of its children that are files.
    fn of(file: &Path) -> (Self, Vec<String>) {
        let code = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let tokens = tokens::of(&code);
        let mut module = Self { file: file.to_owned(), ..Self::default() };
        let mut children = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let next = tokens.get(at + 1).and_then(Token::word);
            match (tokens[at].word(), next) {
                (Some("use"), _) => {
                    let public = is_public(&tokens[..at]);
                    at = module.take_use(&tokens, at + 1, public);
                    continue;
                }
                (Some("mod"), Some(name)) => {
                    if tokens.get(at + 2).is_some_and(|end| end.is(';')) {
                        children.push(name.to_owned());
                    } else {
                        module.defines.insert(name.to_owned());
                    }
                    at += 2;
                    continue;
                }
                (
                    Some("fn" | "struct" | "enum" | "trait" | "type" | "const" | "static" | "union"),
                    Some(name),
                ) => {
                    module.defines.insert(name.to_owned());
                }
                (Some("macro_rules"), _) => {
                    if let Some(name) = tokens.get(at + 2).and_then(Token::word) {
                        module.defines.insert(name.to_owned());
                    }
                }
                _ => {}
            }
            at = module.take_path(&tokens, at);
        }
        (module, children)
    }

    fn knows(&self, name: &str) -> bool {
        self.children.contains_key(name)
            || self.defines.contains(name)
            || self.uses.iter().any(|one| one.name == name)
    }

    /// Reads what follows `use`, up to its `;`.
    fn take_use(&mut self, tokens: &[Token], from: usize, public: bool) -> usize {
        let end = (from..tokens.len()).find(|&at| tokens[at].is(';')).unwrap_or(tokens.len());
        let mut found = Vec::new();
        tree(&tokens[from..end], &[], &mut found);
        self.uses.extend(found.into_iter().map(|(path, name)| Use { path, name, public }));
        end + 1
    }

    /// Reads a path in code, if one begins here; where it ends.
    fn take_path(&mut self, tokens: &[Token], at: usize) -> usize {
        let Some(first) = tokens[at].word() else { return at + 1 };
        // `pub(in super::super)` imports nothing.
        if first == "in" && at > 1 && tokens[at - 1].is('(') && tokens[at - 2].word() == Some("pub") {
            return (at..tokens.len()).find(|&at| tokens[at].is(')')).unwrap_or(at + 1);
        }
        self.words.insert(first.to_owned());
        let mut path = vec![first.to_owned()];
        let mut end = at + 1;
        while tokens.get(end) == Some(&Token::Path)
            && let Some(word) = tokens.get(end + 1).and_then(Token::word)
        {
            path.push(word.to_owned());
            end += 2;
        }
        if path.len() > 1 {
            self.paths.push(path);
        }
        end
    }

    /// Every path that it names, with what `use` brought in put in front.
    pub(crate) fn whole_paths(&self) -> impl Iterator<Item = Words> {
        let named = self.paths.iter().map(|path| match self.uses.iter().find(|one| one.name == path[0]) {
            Some(one) => one.path.iter().chain(&path[1..]).cloned().collect(),
            None => path.clone(),
        });
        named.chain(self.uses.iter().map(|one| one.path.clone()))
    }
}

/// Whether what comes next is `pub`, `pub(super)`, `pub(crate)` or `pub(in …)`.
fn is_public(before: &[Token]) -> bool {
    match before.last() {
        Some(Token::Word(word)) => word == "pub",
        Some(Token::Mark(')')) => {
            let open = before.iter().rposition(|token| token.is('(')).unwrap_or(0);
            open > 0 && before[open - 1].word() == Some("pub")
        }
        _ => false,
    }
}

/// The paths of `a::{b, c as d, e::*}`, each with the name that it gets.
fn tree(tokens: &[Token], before: &[String], found: &mut Vec<(Words, String)>) {
    let mut path = before.to_vec();
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            Token::Word(word) if word == "as" => {
                let name = tokens.get(at + 1).and_then(Token::word).unwrap_or("_");
                found.push((path, name.to_owned()));
                return;
            }
            Token::Word(word) if word == "self" && !path.is_empty() => {}
            Token::Word(word) => path.push(word.clone()),
            Token::Mark('*') => path.push("*".to_owned()),
            Token::Mark('{') => {
                for part in parts(&tokens[at + 1..tokens.len() - 1]) {
                    tree(part, &path, found);
                }
                return;
            }
            _ => {}
        }
        at += 1;
    }
    if let Some(name) = path.last().cloned() {
        found.push((path, name));
    }
}

/// What the commas of this depth divide.
fn parts(tokens: &[Token]) -> Vec<&[Token]> {
    let mut depth = 0;
    tokens
        .split(|token| {
            match token {
                Token::Mark('{') => depth += 1,
                Token::Mark('}') => depth -= 1,
                _ => {}
            }
            depth == 0 && token.is(',')
        })
        .filter(|part| !part.is_empty())
        .collect()
}
