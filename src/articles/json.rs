//! JSON and NDJSON: which vocabulary an object is written in, and its record.

use chrono::FixedOffset;
use serde_json::{Map, Value};

use super::record::Record;
use super::unreadable::Problem;
use super::{flat, ninjs, schema_org};

/// A record of a file.
pub(super) struct Found {
    /// The line it stands on, where it has one of its own.
    pub(super) line: Option<usize>,
    /// It is one of a list, so that the file's name does not identify it.
    pub(super) listed: bool,
    /// The record, or why there is none.
    pub(super) record: Result<Record, Problem>,
}

/// The records of a JSON document: one object, a list of them, or a JSON-LD graph.
pub(super) fn records(text: &str, offset: FixedOffset) -> Result<Vec<Found>, Problem> {
    let value: Value = serde_json::from_str(text).map_err(|error| broken(&error))?;
    let graph = value.get("@graph").is_some();
    let objects: Vec<&Value> = match &value {
        Value::Array(values) => values.iter().collect(),
        value => vec![value],
    };
    if graph {
        let found = schema_org::articles(&value);
        if found.is_empty() {
            return Err(Problem::new("no article in the @graph", "give one object the type NewsArticle"));
        }
        let listed = found.len() > 1;
        let known = schema_org::by_id([&value]);
        let record =
            |object| Found { line: None, listed, record: Ok(schema_org::record(object, &known, offset)) };
        return Ok(found.into_iter().map(record).collect());
    }
    let listed = value.is_array();
    let found = objects.into_iter().map(|value| {
        let record = object(value, offset).map_err(|(key, problem)| {
            let line = key.filter(|_| !listed).and_then(|key| line_of_key(text, &key));
            problem.at(line)
        });
        Found { line: None, listed, record }
    });
    Ok(found.collect())
}

/// The records of NDJSON, one a line; blank lines are passed over.
pub(super) fn lines(text: &str, offset: FixedOffset) -> Vec<Found> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let found = lines.map(|(index, line)| {
        let value = serde_json::from_str::<Value>(line);
        let record = value.map_err(|error| broken(&error));
        let record = record.and_then(|value| object(&value, offset).map_err(|(_, problem)| problem));
        Found { line: Some(index + 1), listed: true, record }
    });
    found.collect()
}

fn broken(error: &serde_json::Error) -> Problem {
    let message = error.to_string();
    let message = message.split(" at line").next().unwrap_or_default();
    let problem = Problem::new(
        format!("broken JSON in column {}: {message}", error.column()),
        "mend it; one object a line belongs into a file named .ndjson",
    );
    problem.at(Some(error.line()))
}

fn object(value: &Value, offset: FixedOffset) -> Result<Record, (Option<String>, Problem)> {
    let no_object = || (None, Problem::new("a record that is no JSON object", "write {\"title\": …}"));
    let object: &Map<String, Value> = value.as_object().ok_or_else(no_object)?;
    let foreign = |result: Result<Record, Problem>| result.map_err(|problem| (None, problem));
    if object.contains_key("@context") || object.contains_key("@type") {
        let found = schema_org::articles(value).into_iter().next();
        let found = found.ok_or_else(|| {
            let kind = schema_org::strings(object.get("@type")).join(", ");
            (
                None,
                Problem::new(format!("a schema.org object of type \"{kind}\""), "only articles are records"),
            )
        })?;
        return Ok(schema_org::record(found, &schema_org::by_id([value]), offset));
    }
    if ninjs::is_item(object) {
        return foreign(ninjs::record(object, offset));
    }
    flat::record(object, offset).map_err(|(key, problem)| (Some(key), problem))
}

fn line_of_key(text: &str, key: &str) -> Option<usize> {
    let quoted = serde_json::to_string(key).ok()?;
    text.lines().position(|line| line.contains(&quoted)).map(|index| index + 1)
}
