//! What had to be mended to read a document: counted while reading, told at the end.
//!
//! One line a kind, with how often and where first, so that a flood of one mistake stays one line.
//! The kinds are `copydesk_model::Mend`; `docs/repairs.md` explains each, and a test holds the two together.

pub(super) use copydesk_model::Mend;
use copydesk_model::Repair;

/// Repairs of one document, by kind.
#[derive(Debug, Clone)]
pub(super) struct Repairs {
    counts: [u32; Mend::ALL.len()],
    /// Byte offset in the text that is being read, of what has no line yet.
    firsts: [usize; Mend::ALL.len()],
    /// Line of the document, counted from one; zero where none is known.
    lines: [usize; Mend::ALL.len()],
}

impl Repairs {
    pub(super) fn new() -> Self {
        Self {
            counts: [0; Mend::ALL.len()],
            firsts: [usize::MAX; Mend::ALL.len()],
            lines: [0; Mend::ALL.len()],
        }
    }

    /// Notes one repair at a byte offset of the decoded document.
    #[cold]
    pub(super) fn at(&mut self, kind: Mend, offset: usize) {
        let index = kind as usize;
        self.counts[index] = self.counts[index].saturating_add(1);
        self.firsts[index] = self.firsts[index].min(offset);
    }

    /// Notes one repair that has no place in the text.
    #[cold]
    pub(super) fn note(&mut self, kind: Mend) {
        self.counts[kind as usize] = self.counts[kind as usize].saturating_add(1);
    }

    /// Notes a repair of the whole document, of which one is enough to tell.
    #[cold]
    pub(super) fn note_once(&mut self, kind: Mend) {
        self.counts[kind as usize] = self.counts[kind as usize].max(1);
    }

    /// How often something was mended.
    pub(super) fn count(&self, kind: Mend) -> u32 {
        self.counts[kind as usize]
    }

    /// Turns offsets in a text into lines, `before` of which came before it.
    pub(super) fn place(&mut self, text: &str, before: usize) {
        for (first, line) in self.firsts.iter_mut().zip(&mut self.lines) {
            if *first != usize::MAX && *line == 0 {
                *line = before + lines(&text.as_bytes()[..(*first).min(text.len())]) + 1;
            }
            *first = usize::MAX;
        }
    }

    /// What is told of them, a line a kind.
    pub(super) fn tell(&self) -> Vec<Repair> {
        let told =
            Mend::ALL.iter().zip(self.counts.iter().zip(&self.lines)).filter(|(_, (count, _))| **count > 0);
        told.map(|(&kind, (&count, &line))| Repair { kind, count, line: Some(line).filter(|line| *line > 0) })
            .collect()
    }
}

/// Line breaks in a text.
pub(super) fn lines(text: &[u8]) -> usize {
    memchr::memchr_iter(b'\n', text).count()
}
