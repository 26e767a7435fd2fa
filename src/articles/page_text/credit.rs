//! A line that names the source of the text: `Source: Digital Spy`.

use crate::languages::{self, Language};
use crate::model::{Credit, CreditKind, Outlet};
use crate::text::url::domain;

/// What such a line begins with; the last ones need no colon.
const LABELS: [(&str, CreditKind, bool); 12] = [
    ("source", CreditKind::Source, true),
    ("sources", CreditKind::Source, true),
    ("original source", CreditKind::Source, true),
    ("story source", CreditKind::Source, true),
    ("via", CreditKind::Via, false),
    ("h/t", CreditKind::HatTip, false),
    ("hat tip", CreditKind::HatTip, false),
    ("hat-tip", CreditKind::HatTip, false),
    ("first reported by", CreditKind::FirstReported, false),
    ("originally reported by", CreditKind::FirstReported, false),
    ("originally published by", CreditKind::Syndicated, false),
    ("originally published on", CreditKind::Syndicated, false),
];

/// More words are no outlet's name.
const LONGEST_NAME: usize = 6;

/// A longer line, in bytes, tells something: it does not only credit.
const LONGEST_LINE: usize = 2_000;

/// More credits are not kept.
const MOST_CREDITS: usize = 20;

/// Where a line that begins with a label goes on, and what the label means.
pub(super) fn label(line: &str) -> Option<(CreditKind, &str)> {
    let line = line.trim_start_matches(['(', '[']);
    let english = LABELS.iter().find_map(|&(word, kind, colon)| {
        let begin = line.get(..word.len())?;
        let rest = begin.eq_ignore_ascii_case(word).then(|| line[word.len()..].trim_start())?;
        let divided = rest.strip_prefix([':', '|']);
        let (has_colon, name) = divided.map_or((false, rest), |name| (true, name.trim()));
        let parted = has_colon || line[word.len()..].starts_with(' ');
        (parted && (has_colon || !colon) && !name.is_empty()).then_some((kind, name))
    });
    english.or_else(|| Some((CreditKind::Source, behind_foreign(line)?)))
}

/// The credits of a line that does nothing but credit.
pub(super) fn of_line(line: &str, known: &[Outlet]) -> Option<Vec<Credit>> {
    let (kind, rest) = label(line).filter(|_| line.len() <= LONGEST_LINE)?;
    let rest = rest.trim_end_matches([')', ']', '.']).trim();
    let (rest, url) = without_address(rest);
    let offices = offices(line);
    let mut found = Vec::new();
    let mut office = false;
    for (name, kind) in names(&rest, kind, known) {
        if name.split_whitespace().count() > LONGEST_NAME || !name.contains(char::is_alphanumeric) {
            return None;
        }
        // Who published the figures is named so too, and is no outlet.
        if offices.iter().any(|language| languages::is_office(&name, language)) {
            office = true;
            continue;
        }
        found.push(Credit { name, url: None, kind, evidence: line.to_owned() });
    }
    if found.is_empty() && office {
        return Some(found);
    }
    if found.is_empty() {
        let name = named_by(url.as_deref()?, known)?;
        found.push(Credit { name, url: None, kind, evidence: line.to_owned() });
    }
    if let Some(first) = found.first_mut() {
        first.url = url;
    }
    Some(found)
}

/// Whether the line is a label of credits alone: `Source:`, `Quelle`.
pub(super) fn is_label(line: &str) -> bool {
    let line = line.trim_end_matches(':').trim();
    !line.is_empty()
        && (LABELS.iter().any(|(word, _, colon)| *colon && line.eq_ignore_ascii_case(word))
            || foreign().any(|label| line.to_lowercase() == label))
}

/// The labels of other languages than English, which need a colon.
fn foreign() -> impl Iterator<Item = &'static str> {
    let others = languages::all().iter().filter(|language| language.code != "en");
    others.flat_map(|language| language.crediting.labels.split('|')).filter(|label| !label.is_empty())
}

/// The languages whose offices may stand behind a line's label.
fn offices(line: &str) -> Vec<&'static Language> {
    let line = line.trim_start_matches(['(', '[']).to_lowercase();
    let label = line.split([':', '\u{ff1a}', '|']).next().unwrap_or_default().trim();
    let labelled = |language: &&&Language| {
        language.code == "en" || language.crediting.labels.split('|').any(|known| known == label)
    };
    languages::all().iter().filter(labelled).copied().collect()
}

/// What follows the label of another language and its colon.
fn behind_foreign(line: &str) -> Option<&str> {
    let at = line.char_indices().take(24).find(|(_, c)| matches!(c, ':' | '\u{ff1a}'))?.0;
    let label = line[..at].trim().to_lowercase();
    let name = line[at..].trim_start_matches([':', '\u{ff1a}']).trim();
    // `Fuente original`
    let label = label.split_once(" origin").map_or(label.as_str(), |(label, _)| label);
    (!name.is_empty() && foreign().any(|known| known == label)).then_some(name)
}

/// Credits after those that are there; a name once.
pub(super) fn add(credits: &mut Vec<Credit>, more: Vec<Credit>) {
    for credit in more {
        if credits.len() < MOST_CREDITS
            && !credits.iter().any(|known| known.name.eq_ignore_ascii_case(&credit.name))
        {
            credits.push(credit);
        }
    }
}

fn without_address(text: &str) -> (String, Option<String>) {
    let is_address = |word: &&str| word.trim_start_matches(['(', '[', '<']).starts_with("http");
    let address = text.split_whitespace().find(is_address);
    let Some(address) = address else { return (text.to_owned(), None) };
    let url = address.trim_matches(['(', ')', '[', ']', '<', '>', ',', '.']).to_owned();
    let rest = text.replace(address, "");
    let rest = rest.trim().trim_end_matches(['-', '\u{2013}', ',', ':']).trim().to_owned();
    (rest, Some(url))
}

/// The outlet that an address belongs to, else its domain.
fn named_by(url: &str, known: &[Outlet]) -> Option<String> {
    let host = domain(url)?;
    let home = |outlet: &&Outlet| outlet.home.as_deref().and_then(domain).is_some_and(|home| home == host);
    Some(known.iter().find(home).map_or(host, |outlet| outlet.name.clone()))
}

/// One name, or several divided by commas, strokes or `and`; what follows `via` is another kind.
fn names(text: &str, kind: CreditKind, known: &[Outlet]) -> Vec<(String, CreditKind)> {
    if let Some((first, second)) = text.split_once(" via ") {
        let mut all = names(first, kind, known);
        all.extend(names(second, CreditKind::Via, known));
        return all;
    }
    let is_known = |name: &str| known.iter().any(|outlet| outlet.name.eq_ignore_ascii_case(name));
    let parts: Vec<&str> = match is_known(text) {
        true => vec![text],
        false => text.split([',', '/', ';', '|']).flat_map(|part| part.split(" and ")).collect(),
    };
    let parts = parts.into_iter().map(|part| part.trim().trim_start_matches("and ").to_owned());
    parts.filter(|part| !part.is_empty()).map(|part| (part, kind)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Vec<String> {
        let known = [
            Outlet { name: "Panel & Frame".into(), home: Some("https://www.panel.example/".into()) },
            Outlet { name: "Sound and Vision".into(), home: None },
        ];
        let credits = of_line(line, &known).unwrap_or_default();
        credits.into_iter().map(|credit| format!("{} {}", credit.kind.name(), credit.name)).collect()
    }

    #[test]
    fn a_source_line_gives_its_names() {
        assert_eq!(of("Source: Digital Spy"), ["source Digital Spy"]);
        assert_eq!(
            of("SOURCES: Digital Spy, Variety and Deadline."),
            ["source Digital Spy", "source Variety", "source Deadline"]
        );
        assert_eq!(of("Source: Sound and Vision"), ["source Sound and Vision"]);
        assert_eq!(of("[via Collider]"), ["via Collider"]);
        for line in [
            "Fuente: Filmblad",
            "Fuente original: Filmblad",
            "Quelle: Filmblad",
            "\u{51fa}\u{5178}\u{ff1a}Filmblad",
        ] {
            assert_eq!(of(line), ["source Filmblad"], "{line}");
        }
        assert_eq!(of("Source: The Wrap via Collider"), ["source The Wrap", "via Collider"]);
        assert_eq!(of("Source: https://panel.example/a/1"), ["source Panel & Frame"]);
    }

    #[test]
    fn a_sentence_that_begins_so_is_none() {
        assert!(of("Sources close to the production tell us that filming has begun.").is_empty());
        assert!(of("Via Roma is the street where the whole of the series was filmed last year.").is_empty());
        assert!(of("Source: people who have been in the room and do not wish to be named here.").is_empty());
    }
}
