//! What the reader of TOML says of a configuration, for people.

use super::TEMPLATE;
use super::place::Key;
use crate::text::plainly::plainly;

/// The message with the key that it is about, and what to write instead.
pub(super) fn in_words(said: &str, key: Option<Key>) -> String {
    if said == "missing field `site`" {
        let site = TEMPLATE.split("\n\n").find(|part| part.starts_with("[site]")).unwrap_or_default();
        let lines = site.lines().take_while(|line| !line.starts_with('#'));
        let lines: Vec<&str> = lines.map(|line| line.split("  #").next().unwrap_or(line).trim()).collect();
        return format!(
            "there is no [site], which says whose feeds these are; write e.g.\n\n{}",
            lines.join("\n")
        );
    }
    let plain = plainly(said);
    let Some(key) = key else {
        // No TOML: then there is no key to be found.
        return match said {
            "duplicate key" => {
                "a key or table stands here for the second time; take one of them away".to_owned()
            }
            _ if said.starts_with("string values must be quoted") => {
                "a text stands in quotes; write e.g. name = \"Digital Spy\"".to_owned()
            }
            _ => format!("{plain}; mend this line"),
        };
    };
    let name = key.table.trim_matches(['[', ']']);
    if said.starts_with("missing field") {
        let missing = said.split('`').nth(1).map(str::to_owned);
        let example = Key { table: key.table.clone(), key: missing }.example();
        let remedy = example.map_or_else(String::new, |example| format!("; write e.g. {example}"));
        return format!("{}: {plain}{remedy}", key.table);
    }
    if said.starts_with("unknown field") {
        let unknown = said.split('`').nth(1).unwrap_or_default();
        if let Some(header) = header(unknown).filter(|_| !key.table.is_empty() && key.key.is_some()) {
            return format!(
                "{}: unknown key `{unknown}`; write {header} on a line of its own, and its keys below",
                key.table
            );
        }
        if key.key.is_none() {
            return with_headers(&plain.replacen("unknown key", "unknown table", 1));
        }
        if key.table.is_empty() {
            return format!("the file: {}", with_headers(&plain));
        }
        return format!("{}: {plain}", key.table);
    }
    if said.starts_with("unknown") {
        return format!("{}: {plain}", key.shown());
    }
    match (&key.key, said.starts_with("invalid type: ")) {
        (None, true) if key.table.starts_with("[[") => {
            format!("there is one [{name}] only; write [{name}] for [[{name}]]")
        }
        (None, true) => format!(
            "there may be several {name}, so each begins with [[{name}]]; write [[{name}]] for [{name}]"
        ),
        // At the top of the file, where no table has begun.
        (Some(top), true) if key.table.is_empty() => {
            let doubled = TEMPLATE.contains(&format!("[[{top}]]"));
            let header = if doubled { format!("[[{top}]]") } else { format!("[{top}]") };
            format!("{top}: {plain}; write {header} on a line of its own, and its keys below")
        }
        _ => {
            let remedy = key.example().map_or_else(String::new, |example| format!("; write e.g. {example}"));
            format!("{}: {plain}{remedy}", key.shown())
        }
    }
}

/// How the table of this name begins.
fn header(name: &str) -> Option<String> {
    [format!("[[{name}]]"), format!("[{name}]")]
        .into_iter()
        .find(|header| TEMPLATE.lines().any(|line| line.trim_start_matches("# ") == header))
}

/// A message on tables, with those that it proposes as they are written: `did you mean [[sections]]?`
fn with_headers(plain: &str) -> String {
    if let Some((told, known)) = plain.split_once("known here: ") {
        let shown = |name: &str| header(name).unwrap_or_else(|| name.to_owned());
        return format!("{told}known here: {}", known.split(", ").map(shown).collect::<Vec<_>>().join(", "));
    }
    let meant =
        plain.split_once("did you mean `").and_then(|(told, rest)| Some((told, rest.split_once('`')?)));
    match meant.and_then(|(told, (name, rest))| Some((told, header(name)?, rest))) {
        Some((told, header, rest)) => format!("{told}did you mean {header}{rest}"),
        None => plain.to_owned(),
    }
}
