//! What a value may be of its type and still cannot be meant: a language that is none, an empty title,
//! a time or a size out of range. One walk over the text, for every table.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use toml_edit::{Document, Item, Value};

use super::flaw::Flaw;
use crate::languages;
use crate::text::codes;

/// Smallest and largest number of a key, and what it counts.
type Range = (f64, f64, &'static str);

/// Numbers by table and key.
static RANGES: LazyLock<BTreeMap<(&str, &str), Range>> = LazyLock::new(|| {
    BTreeMap::from([
        (("fetch", "in_flight"), (1.0, 1024.0, "requests")),
        (("fetch", "per_host"), (1.0, 1024.0, "requests")),
        (("fetch", "gap_seconds"), (0.0, 86_400.0, "seconds")),
        (("fetch", "timeout_seconds"), (1.0, 3_600.0, "seconds")),
        (("fetch", "deadline_seconds"), (1.0, 86_400.0, "seconds")),
        (("fetch", "max_wire_mib"), (1.0, 4_096.0, "MiB")),
        (("fetch", "max_body_mib"), (1.0, 4_096.0, "MiB")),
        (("fetch", "max_held_mib"), (1.0, 65_536.0, "MiB")),
        (("fetch", "pages_per_run"), (0.0, 100_000.0, "pages")),
        (("store", "keep_days"), (0.0, 36_500.0, "days")),
        (("publish", "max_kib"), (0.0, 1_048_576.0, "KiB")),
        (("publish", "archive_size"), (0.0, 100_000.0, "entries")),
        (("sources", "gap_seconds"), (0.0, 86_400.0, "seconds")),
        (("sources", "max_wire_mib"), (1.0, 4_096.0, "MiB")),
        (("sources", "rights_days"), (0.0, 36_500.0, "days")),
        (("publish", "backlog"), (0.0, 100_000.0, "entries")),
        (("publish", "backlog_days"), (0.0, 36_500.0, "days")),
        (("publish", "burst"), (0.0, 100_000.0, "entries")),
        (("sources", "backlog"), (0.0, 100_000.0, "entries")),
        (("sources", "backlog_days"), (0.0, 36_500.0, "days")),
        (("sources", "burst"), (0.0, 100_000.0, "entries")),
        (("sections", "limit"), (1.0, 100_000.0, "stories")),
        (("sections", "max_kib"), (0.0, 1_048_576.0, "KiB")),
        (("stories", "window_days"), (1.0, 366.0, "days")),
    ])
});

/// Texts that are shown to people, and what they are.
const SHOWN: &[(&str, &str)] =
    &[("site", "title"), ("sections", "title"), ("sources", "name"), ("lists", "name")];

/// The first value that cannot be meant.
pub(super) fn check(text: &str) -> Result<(), Flaw> {
    let Ok(document) = Document::parse(text) else { return Ok(()) };
    for (table, item) in document.as_table().iter() {
        let shown = if item.is_array_of_tables() { format!("[[{table}]]") } else { format!("[{table}]") };
        let one = |keys: &dyn toml_edit::TableLike| {
            keys.iter().try_for_each(|(key, item)| value(&shown, table, key, item))
        };
        match item {
            Item::ArrayOfTables(tables) => tables.iter().try_for_each(|keys| one(keys))?,
            Item::Value(Value::Array(list)) => {
                list.iter().filter_map(Value::as_inline_table).try_for_each(|keys| one(keys))?;
            }
            item => item.as_table_like().map_or(Ok(()), one)?,
        }
    }
    Ok(())
}

fn value(shown: &str, table: &str, key: &str, item: &Item) -> Result<(), Flaw> {
    let at = item.span().map(|span| span.start);
    let wrong = |message: String| Err(Flaw { at, message: format!("{shown} {message}"), key: None });
    if SHOWN.contains(&(table, key)) && item.as_str().is_some_and(|text| text.trim().is_empty()) {
        return wrong(format!(
            "{key} is empty, and readers are shown it; write e.g. {key} = \"{}\"",
            if table == "sources" { "Digital Spy" } else { "Screen News" }
        ));
    }
    let number = item.as_integer().map(|number| number as f64).or_else(|| item.as_float());
    if let (Some(&(least, most, unit)), Some(number)) = (RANGES.get(&(table, key)), number)
        && !(least..=most).contains(&number)
    {
        return wrong(format!("{key} = {number} is out of range; write {least} to {most} ({unit})"));
    }
    let tags: Vec<&str> = match (key, item) {
        ("language", item) => item.as_str().into_iter().collect(),
        ("languages", Item::Value(Value::Array(list))) => list.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    match tags.into_iter().find(|tag| !is_tag(tag)) {
        Some(tag) => wrong(format!("{key} = \"{tag}\" is no language tag; {}", meant(tag))),
        None => Ok(()),
    }
}

pub(super) fn is_tag(tag: &str) -> bool {
    let is_part =
        |part: &str| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric());
    codes::language(tag) && tag.split('-').all(is_part)
}

/// The tag for a language that is written out, or how tags look.
fn meant(text: &str) -> String {
    let first = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    let dashed = text.replace('_', "-");
    match languages::all()
        .iter()
        .find(|one| [one.name, one.own_name].iter().any(|name| name.to_lowercase() == first))
        .map(|one| one.code)
    {
        _ if is_tag(&dashed) => format!("write \"{dashed}\""),
        Some(tag) => format!("for {first} write \"{tag}\""),
        None => "write e.g. \"en\" or \"de-AT\"".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_meant_is_told_with_its_key_and_what_to_write() {
        for (text, told) in [
            ("[site]\ntitle = \" \"", "[site] title is empty"),
            ("[[sections]]\ntitle = \"\"", "[[sections]] title is empty"),
            ("[[sources]]\nname = \"\"", "[[sources]] name is empty"),
            ("[site]\nlanguage = \"english please\"", "for english write \"en\""),
            ("[site]\nlanguage = \"en_GB\"", "write \"en-GB\""),
            ("[[sections]]\nlanguages = [\"de\", \"qq\"]", "languages = \"qq\" is no language tag"),
            ("[[sections]]\nlimit = 0", "limit = 0 is out of range; write 1 to 100000 (stories)"),
            ("[fetch]\ndeadline_seconds = 900000", "write 1 to 86400 (seconds)"),
            ("[fetch]\nmax_wire_mib = 90000000", "max_wire_mib = 90000000 is out of range"),
        ] {
            let flaw = check(text).unwrap_err();
            assert!(flaw.message.contains(told), "{}", flaw.message);
            assert!(flaw.at.is_some(), "{text}");
        }
        check("[site]\ntitle = \"D\"\nlanguage = \"zh-Hant\"\n[fetch]\ngap_seconds = 0.5").unwrap();
    }
}
