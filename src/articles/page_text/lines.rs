//! The lines of a dump: white space folded, blank ones dropped, hard-wrapped paragraphs joined.

/// Lines shorter than this do not look wrapped.
const SHORTEST_WRAP: usize = 45;

/// Lines longer than this do not look wrapped either: nobody wraps that wide.
const LONGEST_WRAP: usize = 100;

/// The lines of a text, a paragraph each.
pub(super) fn of(text: &str) -> Vec<String> {
    let text =
        text.replace(['\u{a0}', '\u{2028}', '\u{2029}', '\u{c}'], " ").replace(['\u{200b}', '\u{feff}'], "");
    let blocks = blocks(&text);
    if is_wrapped(&blocks) {
        return blocks.into_iter().flat_map(joined).collect();
    }
    blocks.into_iter().flatten().collect()
}

/// Lines between blank lines.
fn blocks(text: &str) -> Vec<Vec<String>> {
    let mut blocks = vec![Vec::new()];
    for line in text.lines() {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        match (line.is_empty(), blocks.last_mut()) {
            (false, Some(block)) => block.push(line),
            _ => blocks.push(Vec::new()),
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// Old archives break lines at a width and part paragraphs by blank lines. So it is where most
/// lines that end within a block are of such a width and end no sentence.
fn is_wrapped(blocks: &[Vec<String>]) -> bool {
    let inner: Vec<&String> = blocks.iter().flat_map(|block| &block[..block.len() - 1]).collect();
    let wide = inner.iter().filter(|line| looks_wrapped(line)).count();
    let open = inner.iter().filter(|line| !super::shape::ends_sentence(line)).count();
    blocks.len() > 2 && inner.len() > 2 && wide * 10 >= inner.len() * 7 && open * 10 >= inner.len() * 6
}

fn looks_wrapped(line: &str) -> bool {
    (SHORTEST_WRAP..=LONGEST_WRAP).contains(&line.chars().count())
}

/// A wrapped block as paragraphs: a short line in it ends one.
fn joined(block: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut open = false;
    for line in block {
        let wrapped = looks_wrapped(&line);
        match out.last_mut() {
            Some(last) if open => {
                last.push(' ');
                last.push_str(&line);
            }
            _ => out.push(line),
        }
        open = wrapped;
    }
    out
}
