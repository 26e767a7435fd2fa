//! Findings as a person reads them: each at its place in the source, with the rule and the remedy.

use std::collections::HashMap;
use std::fmt::Write;
use std::time::SystemTime;

use super::rules::rule;
use super::source;
use crate::model::{Finding, Level, Report};

/// So many findings of one code are drawn; the rest are counted.
const DRAWN: usize = 5;
/// The widest excerpt of a source line, in characters.
const WIDTH: usize = 100;

/// Draws every finding of a document called `name`; empty where there is none.
pub fn picture(name: &str, bytes: &[u8], report: &Report) -> String {
    let text = source::decode(bytes).text;
    let lines: Vec<&str> = text.split('\n').map(|line| line.trim_end_matches('\r')).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let mut out = String::new();
    for finding in &report.findings {
        let count = counts.entry(finding.code).or_default();
        *count += 1;
        if *count <= DRAWN {
            // Writing to a string cannot fail.
            let _ = draw(&mut out, name, &lines, finding);
        }
    }
    let mut more: Vec<_> = counts.into_iter().filter(|(_, count)| *count > DRAWN).collect();
    more.sort_unstable();
    for (code, count) in more {
        let _ = writeln!(out, "… and {} more of {code}\n", count - DRAWN);
    }
    out
}

fn draw(out: &mut String, name: &str, lines: &[&str], finding: &Finding) -> std::fmt::Result {
    let Finding { level, code, message, line, column } = finding;
    let word = if *level == Level::Error { "error" } else { "warning" };
    let margin = " ".repeat(line.to_string().len());
    writeln!(out, "{word}[{code}]: {message}")?;
    writeln!(out, "{margin}--> {name}:{line}:{column}")?;
    if let Some(source) = lines.get(*line as usize - 1) {
        let (excerpt, caret) = excerpt(source, *column as usize - 1);
        writeln!(out, "{margin} |")?;
        writeln!(out, "{line} | {excerpt}")?;
        writeln!(out, "{margin} | {}^", " ".repeat(caret))?;
    }
    if let Some(rule) = rule(code) {
        writeln!(out, "{margin} = rule: {} ({})", rule.meaning, rule.source)?;
        writeln!(out, "{margin} = mend: {}", rule.remedy)?;
    }
    writeln!(out)
}

/// The part of a line around a column, and where in it the column is.
fn excerpt(line: &str, column: usize) -> (String, usize) {
    let plain = |c: char| if c.is_control() { ' ' } else { c };
    let from = column.saturating_sub(WIDTH / 2);
    let part: String = line.chars().skip(from).take(WIDTH).map(plain).collect();
    match from {
        0 => (part, column),
        _ => (format!("…{part}"), column - from + 1),
    }
}

/// Why a document is not valid, drawn; none if it is.
pub fn objection(bytes: &[u8], now: SystemTime) -> Option<String> {
    let report = super::document(bytes, now.into());
    (!report.valid).then(|| format!("the feed is not valid\n\n{}", picture("feed", bytes, &report)))
}

/// Panics unless a feed is valid, with the same picture as `copydesk validate` draws.
///
/// ```
/// copydesk::assert_valid_feed!(br#"{
///     "version": "https://jsonfeed.org/version/1.1",
///     "title": "Screen Desk",
///     "items": []
/// }"#);
/// ```
#[macro_export]
macro_rules! assert_valid_feed {
    ($bytes:expr) => {
        if let Some(objection) = $crate::validate::objection(
            ::core::convert::AsRef::<[u8]>::as_ref(&$bytes),
            ::std::time::SystemTime::now(),
        ) {
            panic!("{objection}");
        }
    };
}
