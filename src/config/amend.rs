//! Changes to what `copydesk.toml` has already: a source or a section gets another name, moves, pauses
//! or goes. Comments stay with what they are about.

use std::path::Path;

use chrono::NaiveDate;
use toml_edit::{Datetime, DocumentMut, Item, RawString, Table, TableLike, Value, value};

use super::edit::{change, push};
use super::{Desk, Unusable};

/// What becomes of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfSource<'a> {
    /// It is called otherwise; the name of before still credits it.
    Renamed(&'a str),
    /// It is asked elsewhere.
    Moved {
        /// Where.
        feed: &'a str,
        /// User and password, where the address had them.
        login: Option<&'a str>,
    },
    /// It is not asked, or asked again.
    Paused(bool),
    /// It goes.
    Removed,
}

/// Changes the nth source, which is and stays known by this key.
pub fn source(path: &Path, nth: usize, key: &str, what: &OfSource<'_>) -> Result<Desk, Unusable> {
    change(path, |document| {
        if *what == OfSource::Removed {
            return remove(document, "sources", nth);
        }
        let table = nth_of(document, "sources", nth).ok_or("the source is not there any more")?;
        match what {
            OfSource::Renamed(new) => {
                let old = text(table, "name");
                set(table, "name", (*new).into());
                set(table, "key", key.into());
                also(table, "formerly", &old, new);
            }
            OfSource::Moved { feed, login } => {
                set(table, "feed", (*feed).into());
                set(table, "key", key.into());
                if let Some(login) = login {
                    set(table, "login", (*login).into());
                }
            }
            OfSource::Paused(true) => set(table, "paused", true.into()),
            OfSource::Paused(false) => _ = table.remove("paused"),
            OfSource::Removed => {}
        }
        Ok(())
    })
}

/// What becomes of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfSection<'a> {
    /// It has another slug; the old one leads there.
    Renamed {
        /// The new slug.
        to: &'a str,
        /// The new title, if that changes too.
        title: Option<&'a str>,
        /// The last day of the redirect; `None`: for ever.
        until: Option<NaiveDate>,
    },
    /// It goes.
    Removed,
}

/// Changes the nth section, and everything that names it; a line for each of these.
pub fn section(
    path: &Path,
    nth: usize,
    slug: &str,
    what: &OfSection<'_>,
) -> Result<(Desk, Vec<String>), Unusable> {
    let mut named = Vec::new();
    let desk = change(path, |document| {
        let to = match what {
            OfSection::Renamed { to, title, until } => {
                let table = nth_of(document, "sections", nth).ok_or("the section is not there any more")?;
                set(table, "slug", (*to).into());
                also(table, "formerly", slug, to);
                if let Some(title) = title {
                    set(table, "title", (*title).into());
                }
                match until.and_then(|day| day.to_string().parse::<Datetime>().ok()) {
                    Some(day) => set(table, "redirect_until", day.into()),
                    None => _ = table.remove("redirect_until"),
                }
                Some(*to)
            }
            OfSection::Removed => {
                remove(document, "sections", nth)?;
                drop_filters(document, slug, &mut named);
                None
            }
        };
        for (list, item) in document.iter_mut() {
            let list = list.get().to_owned();
            in_item(item, &list, slug, to, &mut named);
        }
        Ok(())
    })?;
    Ok((desk, named))
}

/// Takes filters away that were for the removed section alone: without it they would be for everything.
fn drop_filters(document: &mut DocumentMut, slug: &str, named: &mut Vec<String>) {
    let Some(Item::ArrayOfTables(filters)) = document.get_mut("filters") else { return };
    let before = filters.len();
    filters.retain(|filter| {
        let alone = filter.get("section").and_then(Item::as_str) == Some(slug);
        let several = filter.get("sections").and_then(Item::as_array);
        !alone
            && !several.is_some_and(|all| !all.is_empty() && all.iter().all(|one| one.as_str() == Some(slug)))
    });
    named.extend((filters.len()..before).map(|_| "[[filters]] for it alone, taken away".to_owned()));
}

/// Says the new slug wherever the old one is named as a section; nothing where there is no new one.
fn in_item(item: &mut Item, list: &str, old: &str, new: Option<&str>, named: &mut Vec<String>) {
    match item {
        Item::Table(table) => in_table(table, &format!("[{list}]"), old, new, named),
        Item::ArrayOfTables(tables) => {
            tables.iter_mut().for_each(|table| in_table(table, &format!("[[{list}]]"), old, new, named));
        }
        Item::Value(Value::Array(tables)) => {
            let tables = tables.iter_mut().filter_map(Value::as_inline_table_mut);
            tables.for_each(|table| in_table(table, &format!("[[{list}]]"), old, new, named));
        }
        Item::Value(Value::InlineTable(table)) => in_table(table, &format!("[{list}]"), old, new, named),
        _ => {}
    }
}

fn in_table(table: &mut dyn TableLike, shown: &str, old: &str, new: Option<&str>, named: &mut Vec<String>) {
    let mut is_named = false;
    if table.get("section").and_then(Item::as_str) == Some(old) {
        is_named = true;
        match new {
            Some(new) => set(table, "section", new.into()),
            None => _ = table.remove("section"),
        }
    }
    let listed = table.get("sections").and_then(Item::as_array);
    let at = listed.and_then(|all| all.iter().position(|one| one.as_str() == Some(old)));
    if let Some((at, all)) = at.zip(table.get_mut("sections").and_then(Item::as_array_mut)) {
        is_named = true;
        match new.filter(|new| !all.iter().any(|one| one.as_str() == Some(new))) {
            Some(new) => _ = all.replace(at, new),
            None => _ = all.remove(at),
        }
    }
    if at.is_some() && table.get("sections").and_then(Item::as_array).is_some_and(|all| all.is_empty()) {
        table.remove("sections");
    }
    if is_named {
        let name = ["name", "path"].into_iter().find_map(|key| table.get(key).and_then(Item::as_str));
        named.push(name.map_or(shown.to_owned(), |name| format!("{shown} \"{name}\"")));
    }
    for (key, item) in table.iter_mut() {
        if item.is_table_like() || item.is_array_of_tables() {
            let inner = format!("{}.{}", shown.trim_matches(['[', ']']), key.get());
            in_item(item, &inner, old, new, named);
        }
    }
}

/// What was purged.
#[derive(Debug)]
pub struct Purged<'a> {
    /// For people: `entry`, `author`, `source`.
    pub what: &'a str,
    /// Its prints.
    pub prints: &'a [String],
    /// Ids and addresses of the entry, which no ruling is to name any more.
    pub ids: &'a [String],
    /// Which source goes.
    pub source: Option<usize>,
}

/// Adds the prints of what was purged, and takes out what names it.
pub fn purge(path: &Path, purged: &Purged<'_>, day: NaiveDate) -> Result<Desk, Unusable> {
    change(path, |document| {
        if let Some(nth) = purged.source {
            remove(document, "sources", nth)?;
        }
        let is_it = |item: Option<&Item>| {
            item.and_then(Item::as_str).is_some_and(|one| purged.ids.iter().any(|id| id == one))
        };
        for (list, keys) in [("withdrawals", &["entry"][..]), ("rulings", &["split", "lead"])] {
            let count = document.get(list).and_then(Item::as_array_of_tables).map_or(0, |all| all.len());
            for nth in (0..count).rev() {
                let Some(table) = nth_of(document, list, nth) else { continue };
                let joined = table.get_mut("join").and_then(Item::as_array_mut);
                let (before, after) = joined.map_or((0, 0), |all| {
                    let before = all.len();
                    all.retain(|one| one.as_str().is_none_or(|one| purged.ids.iter().all(|id| id != one)));
                    (before, all.len())
                });
                if keys.iter().any(|key| is_it(table.get(key))) || after < 2 && before > after {
                    remove(document, list, nth)?;
                } else if before > after
                    && let Some(Item::ArrayOfTables(tables)) = document.get_mut(list)
                    && let Some(table) = tables.get_mut(nth)
                {
                    // The remark above it has the headlines.
                    table.decor_mut().set_prefix("\n");
                }
            }
        }
        let mut table = Table::new();
        table["hash"] = value(purged.prints.iter().collect::<toml_edit::Array>());
        table["what"] = value(purged.what);
        push(document, "purged", table)?;
        if let Some(Item::ArrayOfTables(tables)) = document.get_mut("purged")
            && let Some(last) = tables.len().checked_sub(1).and_then(|last| tables.get_mut(last))
        {
            last.decor_mut()
                .set_prefix(format!("\n# purged {day}; keep this line, it keeps it from coming back\n"));
        }
        Ok(())
    })
}

/// The nth table of a list, however it is written.
fn nth_of<'d>(document: &'d mut DocumentMut, list: &str, nth: usize) -> Option<&'d mut dyn TableLike> {
    match document.get_mut(list)? {
        Item::ArrayOfTables(tables) => tables.get_mut(nth).map(|table| table as &mut dyn TableLike),
        Item::Value(Value::Array(tables)) => {
            tables.get_mut(nth)?.as_inline_table_mut().map(|table| table as &mut dyn TableLike)
        }
        _ => None,
    }
}

fn text(table: &dyn TableLike, key: &str) -> String {
    table.get(key).and_then(Item::as_str).unwrap_or_default().to_owned()
}

/// Sets a key; what stands around an old value stays.
fn set(table: &mut dyn TableLike, key: &str, mut new: Value) {
    if let Some(old) = table.get_mut(key).and_then(Item::as_value_mut) {
        *new.decor_mut() = old.decor().clone();
        *old = new;
    } else {
        table.insert(key, value(new));
    }
}

/// Adds a former name to a list of them, which never has the present one.
fn also(table: &mut dyn TableLike, key: &str, old: &str, new: &str) {
    let known = table.get(key).and_then(Item::as_array);
    let mut names: Vec<String> =
        known.into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned)).collect();
    names.retain(|name| name != new && name != old);
    if old != new {
        names.push(old.to_owned());
    }
    match names.is_empty() {
        true => _ = table.remove(key),
        false => set(table, key, names.iter().collect::<toml_edit::Array>().into()),
    }
}

/// Takes a table away with the comment that stands right above it. What stands further above is about
/// more than this table, and stays.
fn remove(document: &mut DocumentMut, list: &str, nth: usize) -> Result<(), String> {
    let gone = "it is not there any more";
    match document.get_mut(list) {
        Some(Item::ArrayOfTables(tables)) => {
            let table = tables.get(nth).ok_or(gone)?;
            let position = table.position();
            let above = table.decor().prefix().and_then(RawString::as_str).unwrap_or_default().to_owned();
            tables.remove(nth);
            if tables.is_empty() {
                document.remove(list);
            }
            let kept = kept(&above, position == Some(0));
            if !kept.trim().is_empty() {
                let next = following(document.as_table_mut(), position);
                let decor = match next {
                    Some(next) => next.decor_mut(),
                    None => {
                        let end = document.trailing().as_str().unwrap_or_default().to_owned();
                        document.set_trailing(format!("{kept}{end}"));
                        return Ok(());
                    }
                };
                let own = decor.prefix().and_then(RawString::as_str).unwrap_or_default().to_owned();
                decor.set_prefix(format!("{kept}{own}"));
            }
            Ok(())
        }
        Some(Item::Value(Value::Array(tables))) if nth < tables.len() => {
            tables.remove(nth);
            Ok(())
        }
        _ => Err(gone.to_owned()),
    }
}

/// What of the lines above a table is not about it alone: up to the last empty one.
fn kept(above: &str, is_first: bool) -> String {
    let lines: Vec<&str> = above.split_inclusive('\n').collect();
    let end = match is_first {
        true => lines.len(),
        false => lines.iter().rposition(|line| line.trim().is_empty()).unwrap_or(0),
    };
    lines[..end].concat()
}

/// The table whose header comes next behind a place.
fn following(table: &mut Table, position: Option<isize>) -> Option<&mut Table> {
    fn walk<'t>(table: &'t mut Table, all: &mut Vec<&'t mut Table>) {
        let mut inner = Vec::new();
        for (_, item) in table.iter_mut() {
            match item {
                Item::Table(one) => inner.push(one),
                Item::ArrayOfTables(several) => inner.extend(several.iter_mut()),
                _ => {}
            }
        }
        all.extend(inner);
    }
    let mut all = Vec::new();
    walk(table, &mut all);
    let behind = all.into_iter().filter(|one| !one.is_implicit() && one.position() > position);
    behind.min_by_key(|one| one.position())
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "# the file\n[site]\ntitle = \"D\"\nhome = \"https://d.example\"\nbase_url = \"https://d.example/f\"\n\n\
        # the wires\n\n# about A\n[[sources]]\nname = \"A\" # shown\nfeed = \"https://a.example/f\"\nsections = [\"tv\", \"film\"] # two\n\n\
        # about B\n[[sources]]\nname = \"B\"\nfeed = \"https://b.example/f\"\nsections = [\"tv\"]\n\n\
        [[sections]]\nslug = \"tv\"\ntitle = \"TV\"\n\n[[sections]]\nslug = \"film\"\ntitle = \"Film\"\n# the end\n";

    fn after(text: &str, what: impl FnOnce(&Path)) -> String {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("copydesk.toml");
        std::fs::write(&path, text).unwrap();
        what(&path);
        std::fs::read_to_string(&path).unwrap()
    }

    /// The lines of one text that the other lacks.
    fn lost<'t>(old: &'t str, new: &str) -> Vec<&'t str> {
        old.lines().filter(|line| !line.is_empty() && !new.lines().any(|other| other == *line)).collect()
    }

    #[test]
    fn only_what_is_meant_changes_and_comments_stay_with_what_they_are_about() {
        let new = after(OLD, |path| _ = source(path, 0, "a", &OfSource::Renamed("C")).unwrap());
        assert_eq!(lost(OLD, &new), ["name = \"A\" # shown"]);
        assert!(new.contains("name = \"C\" # shown"), "{new}");
        let new = after(OLD, |path| _ = source(path, 0, "a", &OfSource::Removed).unwrap());
        assert_eq!(lost(OLD, &new)[0], "# about A");
        assert!(new.contains("# the wires") && new.contains("# about B") && !new.contains("# two"), "{new}");
        let new = after(OLD, |path| _ = source(path, 1, "b", &OfSource::Paused(true)).unwrap());
        assert_eq!(lost(OLD, &new), Vec::<&str>::new());
        let again = after(&new, |path| _ = source(path, 1, "b", &OfSource::Paused(false)).unwrap());
        assert_eq!(again, OLD);
        let new = after(OLD, |path| {
            let what = OfSection::Renamed { to: "screen", title: None, until: None };
            let (_, named) = section(path, 0, "tv", &what).unwrap();
            assert_eq!(named, ["[[sources]] \"A\"", "[[sources]] \"B\""]);
        });
        assert!(
            new.contains("[\"screen\", \"film\"] # two") && new.contains("sections = [\"screen\"]"),
            "{new}"
        );
        let new = after(OLD, |path| _ = section(path, 1, "film", &OfSection::Removed).unwrap());
        assert!(new.contains("sections = [\"tv\"] # two") && new.ends_with("# the end\n"), "{new}");
    }

    #[test]
    fn lists_in_one_line_are_changed_too() {
        let old = "sources = [{ name = \"A\", feed = \"https://a.example/f\", sections = [\"tv\"] }, { name = \"B\", feed = \"https://b.example/f\" }]\n\
            sections = [{ slug = \"tv\", title = \"TV\" }]\n[site]\ntitle = \"D\"\nhome = \"https://d.example\"\nbase_url = \"https://d.example/f\"\n";
        let new = after(old, |path| {
            source(path, 0, "a", &OfSource::Renamed("C")).unwrap();
            let what = OfSection::Renamed {
                to: "screen",
                title: Some("Screen"),
                until: NaiveDate::from_ymd_opt(2027, 1, 2),
            };
            section(path, 0, "tv", &what).unwrap();
            source(path, 1, "b", &OfSource::Removed).unwrap();
        });
        for part in [
            "name = \"C\"",
            "formerly = [\"A\"]",
            "slug = \"screen\"",
            "redirect_until = 2027-01-02",
            "sections = [\"screen\"]",
        ] {
            assert!(new.contains(part), "{part}: {new}");
        }
        assert!(!new.contains("\"B\""), "{new}");
    }

    #[test]
    fn filters_for_a_removed_section_alone_go_with_it() {
        let text = "[[filters]]\nsection = \"tv\"\n[[filters]]\nsections = [\"tv\", \"film\"]\n[[filters]]\nsections = [\"tv\"]\n[[filters]]\ndrop = \"x\"\n";
        let mut document: DocumentMut = text.parse().unwrap();
        let mut named = Vec::new();
        drop_filters(&mut document, "tv", &mut named);
        assert_eq!((named.len(), document["filters"].as_array_of_tables().unwrap().len()), (2, 2));
    }
}
