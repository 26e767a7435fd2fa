//! Where something stands in the text of a configuration: from a place to its key, and back.

use std::ops::Range;

use toml_edit::{Document, Item, Table, TableLike};

use super::TEMPLATE;

/// A key of a table, for a person: `[[sources]]`, `feed`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Key {
    /// The table with its brackets; empty at the top.
    pub(super) table: String,
    /// The key in it; `None` for the table itself.
    pub(super) key: Option<String>,
}

impl Key {
    /// As it is named in messages.
    pub(super) fn shown(&self) -> String {
        match &self.key {
            Some(key) if self.table.is_empty() => key.clone(),
            Some(key) => format!("{} {key}", self.table),
            None => self.table.clone(),
        }
    }

    /// A line of the template that shows the key, with its value.
    pub(super) fn example(&self) -> Option<String> {
        let key = self.key.as_deref()?;
        let mut table = "";
        for line in TEMPLATE.lines() {
            let line = line.strip_prefix("# ").unwrap_or(line);
            if line.starts_with('[') {
                table = line;
            } else if table == self.table && line.split_once(" = ").is_some_and(|(name, _)| name == key) {
                let bare = line.split("  #").next().unwrap_or(line);
                return Some(bare.split(" # ").next().unwrap_or(bare).trim().to_owned());
            }
        }
        None
    }
}

/// The key whose name or value stands at this byte, or the table whose header does.
pub(super) fn key_at(text: &str, at: usize) -> Option<Key> {
    let document = Document::parse(text).ok()?;
    let holds = |span: Option<Range<usize>>| span.is_some_and(|span| span.contains(&at));
    for (name, item) in document.as_table().iter() {
        let tables: Vec<(String, &dyn TableLike)> = match item {
            Item::ArrayOfTables(tables) => {
                tables.iter().map(|table| (format!("[[{name}]]"), table as &dyn TableLike)).collect()
            }
            Item::Table(table) => vec![(format!("[{name}]"), table as &dyn TableLike)],
            item if holds(item.span()) => {
                return Some(Key { table: String::new(), key: Some(name.to_owned()) });
            }
            _ => Vec::new(),
        };
        for (shown, table) in tables {
            let inner = table.iter().map(|(key, _)| key).find(|key| {
                let (name, value) =
                    table.get_key_value(key).map_or((None, None), |(key, value)| (key.span(), Some(value)));
                holds(name) || value.is_some_and(|value| holds_within(value, at))
            });
            if let Some(key) = inner {
                return Some(Key { table: shown, key: Some(key.to_owned()) });
            }
        }
        if holds(item.span()) {
            let table = if item.is_array_of_tables() { format!("[[{name}]]") } else { format!("[{name}]") };
            return Some(Key { table, key: None });
        }
    }
    None
}

/// Whether a value, or one within it, stands at this byte: the span of a table is that of its header.
fn holds_within(item: &Item, at: usize) -> bool {
    let within = |(_, item): (&str, &Item)| holds_within(item, at);
    item.span().is_some_and(|span| span.contains(&at))
        || item.as_table_like().is_some_and(|table| table.iter().any(within))
}

/// Where a key of a table stands, in bytes; the table's own place where it has no such key.
pub(super) fn of_key(text: &str, table: &str, nth: usize, key: &str) -> Option<usize> {
    of_key_in(Document::parse(text).ok()?.as_table(), table, nth, key)
}

/// The same in a text that was read already.
pub(super) fn of_key_in(document: &Table, table: &str, nth: usize, key: &str) -> Option<usize> {
    let item = document.get(table)?;
    let (span, found) = match item {
        Item::ArrayOfTables(tables) => {
            let table = tables.get(nth)?;
            (table.span(), table as &dyn TableLike)
        }
        Item::Table(table) => (table.span(), table as &dyn TableLike),
        other => return other.span().map(|span| span.start),
    };
    let own = found.get_key_value(key).and_then(|(key, value)| key.span().or_else(|| value.span()));
    own.or(span).map(|span| span.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_has_a_key_and_a_key_a_place() {
        let text =
            "[site]\ntitle = \"D\"\n\n[[sources]]\nname = \"A\"\n[[sources]]\nname = \"B\"\nrank = 2\n";
        for (word, shown) in [
            ("\"D\"", "[site] title"),
            ("\"B\"", "[[sources]] name"),
            ("rank", "[[sources]] rank"),
            ("[site]", "[site]"),
        ] {
            assert_eq!(key_at(text, text.find(word).unwrap()).unwrap().shown(), shown);
        }
        assert_eq!(of_key(text, "sources", 1, "rank"), text.find("rank"));
        assert_eq!(of_key(text, "sources", 1, "feed"), text.rfind("[[sources]]"));
        assert_eq!(of_key(text, "store", 0, "url"), None);
    }

    #[test]
    fn the_template_has_an_example() {
        let example = |table: &str, key: &str| Key { table: table.into(), key: Some(key.into()) }.example();
        assert_eq!(example("[[sections]]", "limit").as_deref(), Some("limit = 50"));
        assert_eq!(example("[[sources]]", "images").as_deref(), Some("images = \"hide\""));
        assert_eq!(example("[site]", "language").as_deref(), Some("language = \"en\""));
        assert_eq!(example("[site]", "no"), None);
    }
}
