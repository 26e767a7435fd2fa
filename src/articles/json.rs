//! JSON and NDJSON: which vocabulary an object is written in, and its record.

use std::borrow::Cow;

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
    let value: Value = serde_json::from_str(&with_digits(text)).map_err(|error| broken(&error))?;
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
        let value = serde_json::from_str::<Value>(&with_digits(line));
        let record = value.map_err(|error| broken(&error));
        let record = record.and_then(|value| object(&value, offset).map_err(|(_, problem)| problem));
        Found { line: Some(index + 1), listed: true, record }
    });
    found.collect()
}

/// The text with numbers that are longer than a program's as texts, so that an id keeps its digits.
fn with_digits(text: &str) -> Cow<'_, str> {
    /// Digits that every number of 64 bits may have.
    const SURE: usize = 18;
    let mut out = String::new();
    let (mut taken, mut at) = (0, 0);
    let bytes = text.as_bytes();
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' => {
                at += 1;
                while let Some(&inner) = bytes.get(at).filter(|inner| **inner != b'"') {
                    at += if inner == b'\\' { 2 } else { 1 };
                }
                at += 1;
            }
            b'-' | b'0'..=b'9' => {
                let is_part = |byte: &u8| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
                let end = at + bytes[at..].iter().take_while(|byte| is_part(byte)).count();
                let digits = text[at..end].trim_start_matches('-');
                if digits.len() > SURE && digits.bytes().all(|byte| byte.is_ascii_digit()) {
                    out.push_str(&text[taken..at]);
                    out.push_str(&format!("\"{}\"", &text[at..end]));
                    taken = end;
                }
                at = end;
            }
            _ => at += 1,
        }
    }
    if out.is_empty() { Cow::Borrowed(text) } else { Cow::Owned(out + &text[taken..]) }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_beyond_64_bits_keeps_its_digits() {
        for id in ["123456789012345678901234567890", "-99999999999999999999", "18446744073709551616", "7"] {
            let utc = FixedOffset::east_opt(0).unwrap();
            let object =
                format!("{{\"title\": \"T \\\" 99999999999999999999\", \"id\": {id}, \"text\": \"A.\"}}");
            let list = format!("[{object}]");
            let mut found =
                [records(&object, utc).unwrap(), records(&list, utc).unwrap(), lines(&object, utc)];
            for found in &mut found {
                let record = found.pop().and_then(|found| found.record.ok()).unwrap();
                assert_eq!(record.id.as_deref(), Some(id));
                assert_eq!(record.title.as_deref(), Some("T \" 99999999999999999999"));
            }
        }
        for same in ["", "{\"a", "\"\\", "{\"a\": 1.5e300}", "[1, -2]"] {
            assert_eq!(with_digits(same), same);
        }
    }
}
