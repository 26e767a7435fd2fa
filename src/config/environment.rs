//! Settings from the environment: `COPYDESK_FETCH_IN_FLIGHT=8` stands above `in_flight` in
//! `[fetch]`, `COPYDESK_SITE_TITLE_FILE=PATH` takes a value from a file, and
//! `COPYDESK_SOURCE_<KEY>_TOKEN` and its like give a source its secrets.
//!
//! What can be set is what the template shows; a name that means nothing is told, not passed over.

use std::collections::BTreeMap;

use toml_edit::{DocumentMut, Item, Value, value};

use super::TEMPLATE;
use crate::text::slug;

/// What every name begins with.
const PREFIX: &str = "COPYDESK_";
/// Names that are read elsewhere; cargo sets the last for what it runs.
const ELSEWHERE: &[&str] = &["COPYDESK_CONFIG", "COPYDESK_BUILD", "COPYDESK_CREDITS"];
/// What a source may be given.
const SECRETS: &[&str] = &["login", "token", "cookie", "proxy"];

/// A configuration with what the environment says, and names in it that mean nothing.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Overlaid {
    /// The text of the configuration.
    pub(super) text: String,
    /// A line each, for a person.
    pub(super) unknown: Vec<String>,
}

/// Lays the environment over the text of a configuration. `read` gives the content of a file.
pub(super) fn overlay(
    text: &str,
    variables: &BTreeMap<String, String>,
    read: &dyn Fn(&str) -> std::io::Result<String>,
) -> Result<Overlaid, String> {
    let ours = |name: &str| name.starts_with(PREFIX) && !ELSEWHERE.contains(&name);
    let ours: Vec<(&String, &String)> = variables.iter().filter(|(name, _)| ours(name)).collect();
    let mut unknown = Vec::new();
    let document = (!ours.is_empty()).then(|| text.parse::<DocumentMut>());
    // What is no TOML is told by the one who reads it next, with its line.
    let Some(Ok(mut document)) = document else { return Ok(Overlaid { text: text.to_owned(), unknown }) };
    let settings = settings();
    for (name, given) in ours {
        let (plain, is_file) = match name.strip_suffix("_FILE") {
            Some(plain) => (plain, true),
            None => (name.as_str(), false),
        };
        if is_file && variables.contains_key(plain) {
            return Err(format!("the environment has both {plain} and {name}; take one of them away"));
        }
        if let Some((table, key, kind)) = settings.get(plain) {
            let given = match is_file {
                true => read(given).map_err(|error| format!("cannot read {given} ({name}): {error}"))?,
                false => given.clone(),
            };
            let new = parsed(kind, given.trim_end_matches(['\r', '\n'])).ok_or_else(|| match is_file {
                // A file may hold what nobody else should read.
                true => format!("what the file of {name} holds is no {}", kind_word(kind)),
                false => format!("{name}=\"{given}\" is no {}", kind_word(kind)),
            })?;
            document[table][key] = new;
        } else if !secret(&mut document, plain, given, is_file) && !text.contains(&format!("env:{name}")) {
            unknown.push(unknown_name(name, &settings));
        }
    }
    Ok(Overlaid { text: document.to_string(), unknown })
}

/// Every setting of the template by the name of its variable, with a value of its type.
fn settings() -> BTreeMap<String, (String, String, Value)> {
    let template: DocumentMut = TEMPLATE.parse().unwrap_or_default();
    let mut settings = BTreeMap::new();
    for (table, item) in template.iter() {
        for (key, item) in item.as_table().into_iter().flat_map(|table| table.iter()) {
            if let Some(kind) = item.as_value() {
                let name = format!("{PREFIX}{table}_{key}").to_uppercase();
                settings.insert(name, (table.to_owned(), key.to_owned(), kind.clone()));
            }
        }
    }
    settings
}

/// What a value of this type is called.
fn kind_word(kind: &Value) -> &'static str {
    match kind {
        Value::Integer(_) => "whole number",
        Value::Float(_) => "number",
        Value::Boolean(_) => "true or false",
        _ => "text",
    }
}

/// A text as a value of this type.
fn parsed(kind: &Value, text: &str) -> Option<Item> {
    Some(match kind {
        // A number in the template may be a fraction elsewhere.
        Value::Integer(_) | Value::Float(_) => match text.trim().parse::<i64>() {
            Ok(number) => value(number),
            Err(_) => value(text.trim().parse::<f64>().ok()?),
        },
        Value::Boolean(_) => match text.trim() {
            "true" | "1" | "yes" => value(true),
            "false" | "0" | "no" => value(false),
            _ => return None,
        },
        Value::Array(_) => {
            let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
            value(parts.collect::<toml_edit::Array>())
        }
        _ => value(text),
    })
}

/// Gives a source its secret, if the name means one; whether it does.
fn secret(document: &mut DocumentMut, name: &str, given: &str, is_file: bool) -> bool {
    let Some(rest) = name.strip_prefix("COPYDESK_SOURCE_") else { return false };
    let Some((key, secret)) = rest.rsplit_once('_') else { return false };
    let secret = secret.to_ascii_lowercase();
    let Some(sources) = document.get_mut("sources").and_then(Item::as_array_of_tables_mut) else {
        return false;
    };
    let is_it = |table: &&mut toml_edit::Table| {
        let text = |key| table.get(key).and_then(Item::as_str);
        let own = text("key").map_or_else(|| slug::key(text("name").unwrap_or_default()), str::to_owned);
        own.replace(|c: char| !c.is_ascii_alphanumeric(), "_").eq_ignore_ascii_case(key)
    };
    let Some(table) = sources.iter_mut().find(is_it).filter(|_| SECRETS.contains(&secret.as_str())) else {
        return false;
    };
    table[&secret] = value(if is_file { format!("file:{given}") } else { given.to_owned() });
    true
}

fn unknown_name(name: &str, settings: &BTreeMap<String, (String, String, Value)>) -> String {
    let near = settings.keys().min_by_key(|known| strsim::damerau_levenshtein(known, name));
    let near = near.filter(|known| strsim::damerau_levenshtein(known, name) <= 3);
    match near {
        Some(near) => format!("the environment variable {name} means nothing; did you mean {near}?"),
        None if name.starts_with("COPYDESK_SOURCE_") => format!(
            "the environment variable {name} means nothing: no source has that key, or it is none of {}",
            SECRETS.join(", ").to_uppercase()
        ),
        None => format!(
            "the environment variable {name} means nothing; settings are COPYDESK_<TABLE>_<KEY>, as in COPYDESK_FETCH_IN_FLIGHT"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "[site]\ntitle = \"D\" # ours\nhome = \"https://d.example\"\nbase_url = \"https://d.example/f\"\n\
        [[sources]]\nname = \"The Wire\"\nfeed = \"https://w.example/f\"\ntoken = \"env:COPYDESK_MY_OWN\"\n";

    fn overlaid(variables: &[(&str, &str)]) -> Result<Overlaid, String> {
        let variables = variables.iter().map(|&(name, text)| (name.to_owned(), text.to_owned())).collect();
        overlay(TEXT, &variables, &|path| match path {
            "/run/title" => Ok("From a file\n".to_owned()),
            _ => Err(std::io::ErrorKind::NotFound.into()),
        })
    }

    fn desk(variables: &[(&str, &str)]) -> crate::config::Desk {
        let text = overlaid(variables).unwrap().text.replace("env:COPYDESK_MY_OWN", "t0ken");
        super::super::desk(&text, "t", ".".into()).unwrap()
    }

    #[test]
    fn every_kind_of_setting_is_taken_from_the_environment() {
        let desk = desk(&[
            ("COPYDESK_SITE_TITLE", "12"),
            ("COPYDESK_FETCH_IN_FLIGHT", "7"),
            ("COPYDESK_FETCH_GAP_SECONDS", "0.5"),
            ("COPYDESK_PUBLISH_FORMATS", "rss, html"),
            ("COPYDESK_STORE_URL", "sqlite:/var/lib/x.db"),
            ("COPYDESK_PUBLISH_CREDIT_LINE", "false"),
        ]);
        assert_eq!((desk.site.title.as_str(), desk.manners.in_flight, desk.formats.len()), ("12", 7, 2));
        assert_eq!(desk.manners.gap, std::time::Duration::from_millis(500));
        assert_eq!(desk.database, std::path::Path::new("/var/lib/x.db"));
        assert!(!desk.all.credit_line);
    }

    #[test]
    fn file_gives_the_value_and_both_at_once_are_refused() {
        assert_eq!(desk(&[("COPYDESK_SITE_TITLE_FILE", "/run/title")]).site.title, "From a file");
        assert!(overlaid(&[("COPYDESK_SITE_TITLE_FILE", "/nowhere")]).unwrap_err().contains("/nowhere"));
        let both = [("COPYDESK_SITE_TITLE_FILE", "/run/title"), ("COPYDESK_SITE_TITLE", "x")];
        assert!(overlaid(&both).unwrap_err().contains("take one of them away"));
    }

    #[test]
    fn secrets_reach_their_source() {
        let text = overlaid(&[
            ("COPYDESK_SOURCE_THE_WIRE_LOGIN", "a:b"),
            ("COPYDESK_SOURCE_THE_WIRE_COOKIE_FILE", "/run/c"),
        ]);
        let text = text.unwrap().text;
        assert!(text.contains("login = \"a:b\"") && text.contains("cookie = \"file:/run/c\""), "{text}");
    }

    #[test]
    fn names_that_mean_nothing_are_told_and_the_rest_is_not() {
        let unknown = overlaid(&[
            ("COPYDESK_FETCH_IN_FLIHGT", "7"),
            ("COPYDESK_SOURCE_OTHER_TOKEN", "x"),
            ("COPYDESK_MY_OWN", "x"),
            ("COPYDESK_CONFIG", "x"),
            ("PATH", "x"),
        ]);
        let unknown = unknown.unwrap().unknown;
        assert_eq!(unknown.len(), 2, "{unknown:?}");
        assert!(unknown[0].ends_with("did you mean COPYDESK_FETCH_IN_FLIGHT?"), "{unknown:?}");
        assert!(unknown[1].contains("no source has that key"), "{unknown:?}");
    }

    #[test]
    fn wrong_types_are_refused_and_no_variable_changes_no_byte() {
        assert_eq!(
            overlaid(&[("COPYDESK_FETCH_IN_FLIGHT", "many")]).unwrap_err(),
            "COPYDESK_FETCH_IN_FLIGHT=\"many\" is no whole number"
        );
        assert_eq!(overlaid(&[]).unwrap().text, TEXT);
    }

    #[test]
    fn every_setting_of_the_template_has_a_variable() {
        let settings = settings();
        for name in ["COPYDESK_SITE_CONTACT", "COPYDESK_STORE_KEEP_DAYS", "COPYDESK_FETCH_ALLOW_ADDRESSES"] {
            assert!(settings.contains_key(name), "{name}");
        }
        assert!(settings.len() > 15, "{settings:?}");
    }
}
