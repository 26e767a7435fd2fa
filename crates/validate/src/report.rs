//! From bytes to a report: which format, which reader, and offsets into lines and columns.

use chrono::{DateTime, Utc};

use super::json;
use super::rules;
use super::served::Served;
use super::source;
use super::values::quote;
use super::walk::{Note, Walk};
use copydesk_model::{Finding, Level, Report};

/// Larger documents are refused, as the W3C's validator refuses them.
pub(super) const LARGEST: usize = 5_000_000;

/// Validates a document.
pub(super) fn of(bytes: &[u8], served: &Served<'_>, now: DateTime<Utc>) -> Report {
    if bytes.len() > LARGEST {
        let message = format!("the document has more than {LARGEST} bytes, which is the most that is read");
        return alone(rules::VALIDATOR_LIMIT, message);
    }
    of_any_size(bytes, served, now)
}

/// Validates a document, however large.
pub(super) fn of_any_size(bytes: &[u8], served: &Served<'_>, now: DateTime<Utc>) -> Report {
    let source = source::decode(bytes, served.charset());
    let text: &str = &source.text;
    let start = text.trim_start_matches('\u{feff}').trim_start();
    if let Some(message) = unrecognised(start) {
        return alone(rules::UNKNOWN_FORMAT, message.to_owned());
    }
    let mut walk = Walk::new(text, now, source.utf8, *served);
    for (at, fault) in source.faults {
        walk.note(fault.rule, at.min(text.len()), fault.message);
    }
    if start.starts_with(['{', '[']) {
        json::read(&mut walk);
    } else {
        let from = prolog(&mut walk, start);
        walk.run(from);
    }
    if let Some((rule, message)) = served.media_fault(&walk.format) {
        walk.note(rule, 0, message);
    }
    let omitted = walk.omitted();
    let Walk { format, notes, valid, .. } = walk;
    Report { format, valid, findings: places(text, notes), omitted }
}

/// Why a document cannot be any format that is known here.
fn unrecognised(start: &str) -> Option<&'static str> {
    let head: String = start.chars().take(200).collect::<String>().to_ascii_lowercase();
    if start.is_empty() {
        Some("the document is empty")
    } else if head.starts_with("<!doctype html") || head.starts_with("<html") {
        Some("this is a web page, not a feed; look in its head for the address of its feed")
    } else if !start.starts_with(['<', '{', '[']) {
        Some("the document begins neither like XML nor like JSON")
    } else {
        None
    }
}

/// Looks at what stands before the root element; returns where the XML begins.
fn prolog(walk: &mut Walk<'_>, start: &str) -> usize {
    let lead = walk.text.len() - start.len();
    if let Some(version) = version(start)
        && version != "1.0"
    {
        walk.note(rules::BAD_XML_VERSION, lead, format!("the XML version is {}, not 1.0", quote(version)));
    }
    let blank = !walk.text[..lead].trim_start_matches('\u{feff}').is_empty();
    if blank && start.starts_with("<?xml") && made_by_wordpress(start) {
        walk.note(rules::WP_BLANK_LINE, 0, "white space before the XML declaration");
        return lead;
    }
    0
}

fn version(start: &str) -> Option<&str> {
    let rest = start
        .strip_prefix("<?xml")?
        .trim_start()
        .strip_prefix("version")?
        .trim_start()
        .strip_prefix('=')?
        .trim_start();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    rest[1..].split(quote).next()
}

fn made_by_wordpress(text: &str) -> bool {
    let Some((_, rest)) = text.split_once("<generator") else { return false };
    rest.split("</generator>").next().is_some_and(|generator| generator.contains("wordpress"))
}

fn alone(rule: &'static rules::Rule, message: String) -> Report {
    let finding = Finding { level: rule.level, code: rule.code, message, line: 1, column: 1 };
    Report {
        format: "unknown".to_owned(),
        valid: rule.level != Level::Error,
        findings: vec![finding],
        omitted: 0,
    }
}

/// Sorts notes by their place and turns offsets into lines and columns, in one pass over the text.
fn places(text: &str, mut notes: Vec<Note>) -> Vec<Finding> {
    notes.sort_by_key(|note| note.at);
    let (mut line, mut begin, mut seen) = (1u32, 0usize, 0usize);
    let mut findings = Vec::with_capacity(notes.len());
    let mut column = (0usize, 1u32);
    for note in notes {
        let at = floor(text, note.at);
        for newline in memchr::memchr_iter(b'\n', &text.as_bytes()[seen..at]) {
            line += 1;
            begin = seen + newline + 1;
        }
        seen = at;
        if column.0 < begin {
            column = (begin, 1);
        }
        column = (at, column.1 + text[column.0.max(begin)..at].chars().count() as u32);
        findings.push(Finding {
            level: note.rule.level,
            code: note.rule.code,
            message: note.message,
            line,
            column: column.1,
        });
    }
    findings
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_lines_and_characters_from_one() {
        let note = |at| Note { rule: rules::SAX_ERROR, at, message: String::new() };
        let text = "ä<x>\n\n  <ö>\n";
        let places: Vec<_> = places(text, vec![note(9), note(0), note(2), note(100)])
            .iter()
            .map(|f| (f.line, f.column))
            .collect();
        assert_eq!(places, [(1, 1), (1, 2), (3, 3), (4, 1)]);
    }
}
