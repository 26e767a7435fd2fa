//! Findings as a person reads them: each at its place in the source, with the rule and the remedy,
//! drawn by the library that draws for rustc. Hostile text cannot reach the terminal's controls.

use std::collections::HashMap;
use std::fmt::Write;
use std::ops::Range;
use std::time::SystemTime;

use annotate_snippets::{AnnotationKind, Level as Title, Renderer, Snippet};

use super::rules::rule;
use super::served::Served;
use super::source;
use copydesk_model::{Finding, Level, Report};

/// So many findings of one code are drawn; the rest are counted.
const DRAWN: usize = 5;
/// So many characters of a line are shown before and after the place.
const AROUND: usize = 60;
/// The widest mark under a line, in characters.
const MARK: usize = 50;

/// Draws every finding of a document called `name`; empty where there is none.
pub fn picture(name: &str, bytes: &[u8], report: &Report) -> String {
    drawn(name, bytes, &Served::default(), report, false)
}

/// The same for a document with what its server said, with terminal colours if wanted.
pub fn drawn(name: &str, bytes: &[u8], served: &Served<'_>, report: &Report, colours: bool) -> String {
    let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
    let text = source::decode(bytes, served.charset()).text;
    let mut lines = Lines { text: &text, number: 1 };
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let mut out = String::new();
    for finding in &report.findings {
        let count = counts.entry(finding.code).or_default();
        *count += 1;
        if *count <= DRAWN {
            out.push_str(&draw(&renderer, name, lines.line(finding.line), finding));
            out.push_str("\n\n");
        }
    }
    let mut more: Vec<_> = counts.into_iter().filter(|(_, count)| *count > DRAWN).collect();
    more.sort_unstable();
    for (code, count) in more {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "… and {} more of {code}\n", count - DRAWN);
    }
    if report.omitted > 0 {
        let _ = writeln!(out, "… and {} more that were counted but not kept\n", report.omitted);
    }
    out
}

/// The lines of a text, in order, without a list of them all.
struct Lines<'a> {
    text: &'a str,
    number: u32,
}

impl<'a> Lines<'a> {
    /// A line by its number, which is not below that of the line before.
    fn line(&mut self, number: u32) -> &'a str {
        while self.number < number {
            self.text = self.text.split_once('\n').map_or("", |(_, rest)| rest);
            self.number += 1;
        }
        let end = memchr::memchr(b'\n', self.text.as_bytes()).unwrap_or(self.text.len());
        self.text[..end].trim_end_matches('\r')
    }
}

fn draw(renderer: &Renderer, name: &str, line: &str, finding: &Finding) -> String {
    let Finding { level, code, message, line: number, column } = finding;
    let title = if *level == Level::Error { Title::ERROR } else { Title::WARNING };
    let (excerpt, mark) = excerpt(line, *column as usize - 1);
    let mut group = title.primary_title(message.as_str()).id(*code).element(
        Snippet::source(&excerpt)
            .path(name)
            .line_start(*number as usize)
            .annotation(AnnotationKind::Primary.span(mark.clone())),
    );
    if let Some(rule) = rule(code) {
        group = group
            .element(Title::NOTE.with_name("rule").message(format!("{} ({})", rule.meaning, rule.source)))
            .element(Title::HELP.with_name("mend").message(rule.remedy));
    }
    let drawn = renderer.render(&[group]);
    let shown = excerpt[..mark.start].chars().count() + 1;
    if shown == *column as usize { drawn } else { moved(&drawn, *number, shown, *column) }
}

/// Puts the column of the whole line in place of that of the excerpt, below the title.
fn moved(drawn: &str, line: u32, shown: usize, column: u32) -> String {
    let (title, rest) = drawn.split_once('\n').unwrap_or((drawn, ""));
    let place = rest.replacen(&format!(":{line}:{shown}"), &format!(":{line}:{column}"), 1);
    format!("{title}\n{place}")
}

/// The part of a line around a column, and the bytes of it that the finding is about.
fn excerpt(line: &str, column: usize) -> (String, Range<usize>) {
    let offset = |chars: usize| line.char_indices().nth(chars).map_or(line.len(), |(at, _)| at);
    let (from, at) = (offset(column.saturating_sub(AROUND)), offset(column));
    let to = line[at..].char_indices().nth(2 * AROUND).map_or(line.len(), |(more, _)| at + more);
    let token = token(&line[..at], &line[at..to]);
    let cut = if from > 0 { "…" } else { "" };
    let rest = if to < line.len() { "…" } else { "" };
    let start = at - from + cut.len();
    (format!("{cut}{}{rest}", &line[from..to]), start..start + token)
}

/// How far the thing at a place reaches: a tag's name, a quoted value, a run of text.
fn token(before: &str, rest: &str) -> usize {
    let stop = |end: &dyn Fn(char) -> bool| rest.find(end).unwrap_or(rest.len());
    let length = match rest.chars().next() {
        Some('<') => {
            let end = stop(&|c| c == '>' || c.is_whitespace());
            if rest[end..].starts_with('>') { end + 1 } else { end }
        }
        Some('"') => rest[1..].find('"').map_or(rest.len(), |end| end + 2),
        _ => match before.chars().next_back() {
            Some(quote @ ('"' | '\'')) => stop(&|c| c == quote),
            _ => rest[..stop(&|c| matches!(c, '<' | '"'))].trim_end().len(),
        },
    };
    rest.char_indices().nth(MARK).map_or(length, |(most, _)| length.min(most))
}

/// Why a document is not valid, drawn; none if it is.
pub fn objection(bytes: &[u8], now: SystemTime) -> Option<String> {
    let report = super::document(bytes, now.into());
    (!report.valid).then(|| format!("the feed is not valid\n\n{}", picture("feed", bytes, &report)))
}

/// Panics unless a feed is valid, with the same picture as `copydesk validate` draws.
///
/// ```
/// copydesk_validate::assert_valid_feed!(br#"{
///     "version": "https://jsonfeed.org/version/1.1",
///     "title": "Screen Desk",
///     "items": []
/// }"#);
/// ```
#[macro_export]
macro_rules! assert_valid_feed {
    ($bytes:expr) => {
        if let Some(objection) =
            $crate::objection(::core::convert::AsRef::<[u8]>::as_ref(&$bytes), ::std::time::SystemTime::now())
        {
            panic!("{objection}");
        }
    };
}
