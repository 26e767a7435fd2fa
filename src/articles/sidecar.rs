//! TOML and YAML that states a flat record: the sidecar `NAME.toml` and front matter.

use std::path::Path;

use chrono::FixedOffset;
use serde_json::{Map, Value};

use super::flat;
use super::record::Record;
use super::unreadable::{Problem, line_of};
use crate::text::plainly::plainly;

/// The sidecar of a record: its name with the ending `toml`.
pub(super) fn sidecar_name(path: &str) -> String {
    Path::new(path).with_extension("toml").to_string_lossy().replace('\\', "/")
}

/// The record of a TOML document.
pub(super) fn toml(text: &str, offset: FixedOffset) -> Result<Record, Problem> {
    let table: toml::Table = toml::from_str(text).map_err(|error| {
        let line = error.span().map(|span| line_of(text, span.start));
        Problem::new(format!("broken TOML: {}", plainly(error.message())), "mend the line").at(line)
    })?;
    let object = table.into_iter().map(|(key, value)| (key, json_of_toml(value))).collect();
    record(text, &object, '=', offset)
}

/// The record of a YAML document.
pub(super) fn yaml(text: &str, offset: FixedOffset) -> Result<Record, Problem> {
    let value: Value = serde_saphyr::from_str(text).map_err(|error| {
        let line = error.location().and_then(|location| usize::try_from(location.line()).ok());
        let message = error.to_string();
        let message = plainly(message.lines().next().unwrap_or_default());
        Problem::new(format!("broken YAML: {message}"), "mend the line; put texts with a colon into quotes")
            .at(line)
    })?;
    match value {
        Value::Object(object) => record(text, &object, ':', offset),
        Value::Null => Ok(Record::default()),
        _ => Err(Problem::new("the front matter is no list of keys", "write `title: …` and so on")),
    }
}

fn record(
    text: &str,
    object: &Map<String, Value>,
    sign: char,
    offset: FixedOffset,
) -> Result<Record, Problem> {
    flat::record(object, offset).map_err(|(key, problem)| problem.at(line_of_key(text, &key, sign)))
}

/// The line on which a top-level key stands.
fn line_of_key(text: &str, key: &str, sign: char) -> Option<usize> {
    let stands = |line: &str| {
        let bare = line.trim_start().trim_start_matches(['[', '"', '\'']);
        let rest = bare.strip_prefix(key).map(|rest| rest.trim_start_matches(['"', '\'', ' ', '\t']));
        rest.is_some_and(|rest| rest.starts_with([sign, '.', ']']))
    };
    text.lines().position(stands).map(|index| index + 1)
}

fn json_of_toml(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => Value::from(number),
        toml::Value::Float(number) => Value::from(number),
        toml::Value::Boolean(flag) => Value::Bool(flag),
        toml::Value::Datetime(time) => Value::String(time.to_string()),
        toml::Value::Array(values) => Value::Array(values.into_iter().map(json_of_toml).collect()),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(key, value)| (key, json_of_toml(value))).collect())
        }
    }
}
