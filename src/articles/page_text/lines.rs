//! The lines of a dump: white space folded, blank ones dropped, hard-wrapped paragraphs joined.

/// Lines shorter than this do not look wrapped.
const SHORTEST_WRAP: usize = 45;

/// Lines longer than this do not look wrapped either: nobody wraps that wide.
const LONGEST_WRAP: usize = 100;

/// A line, and where it stands in its file, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Numbered {
    pub(super) at: usize,
    pub(super) text: String,
}

/// The lines of a text, a paragraph each.
pub(super) fn of(text: &str) -> Vec<Numbered> {
    let text =
        text.replace(['\u{a0}', '\u{2028}', '\u{2029}', '\u{c}'], " ").replace(['\u{200b}', '\u{feff}'], "");
    let blocks = blocks(&text);
    if is_wrapped(&blocks) {
        return blocks.into_iter().flat_map(joined).collect();
    }
    blocks.into_iter().flatten().collect()
}

/// Lines between blank lines.
fn blocks(text: &str) -> Vec<Vec<Numbered>> {
    let mut blocks = vec![Vec::new()];
    for (line, at) in text.lines().zip(1..) {
        let text = line.split_whitespace().collect::<Vec<_>>().join(" ");
        match (text.is_empty(), blocks.last_mut()) {
            (false, Some(block)) => block.push(Numbered { at, text }),
            _ => blocks.push(Vec::new()),
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// Old archives break lines at a width and part paragraphs by blank lines. So it is where most
/// lines that end within a block are of such a width and end no sentence.
fn is_wrapped(blocks: &[Vec<Numbered>]) -> bool {
    let inner = blocks.iter().flat_map(|block| &block[..block.len() - 1]);
    let inner: Vec<&str> = inner.map(|line| line.text.as_str()).collect();
    let wide = inner.iter().filter(|line| looks_wrapped(line)).count();
    let open = inner.iter().filter(|line| !super::shape::ends_sentence(line)).count();
    blocks.len() > 2 && inner.len() > 2 && wide * 10 >= inner.len() * 7 && open * 10 >= inner.len() * 6
}

fn looks_wrapped(line: &str) -> bool {
    (SHORTEST_WRAP..=LONGEST_WRAP).contains(&line.chars().count())
}

/// A wrapped block as paragraphs: a short line in it ends one.
fn joined(block: Vec<Numbered>) -> Vec<Numbered> {
    let mut out: Vec<Numbered> = Vec::new();
    let mut open = false;
    for line in block {
        let wrapped = looks_wrapped(&line.text);
        match out.last_mut() {
            Some(last) if open => {
                last.text.push(' ');
                last.text.push_str(&line.text);
            }
            _ => out.push(line),
        }
        open = wrapped;
    }
    out
}
