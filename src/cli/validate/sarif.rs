//! Findings as SARIF 2.1.0 (OASIS), which code scanning services take in.

use std::path::Path;

use serde_json::{Value, json};
use url::Url;

use crate::model::{Level, Report};
use crate::validate::{self, Rule};

/// The log of one run.
#[derive(Default)]
pub(super) struct Log {
    results: Vec<Value>,
    notifications: Vec<Value>,
}

impl Log {
    /// Adds what one feed gave.
    pub(super) fn results(&mut self, results: Vec<Value>) {
        self.results.extend(results);
    }

    /// Notes a feed that could not be read.
    pub(super) fn unread(&mut self, name: &str, trouble: &str) {
        self.notifications.push(json!({
            "level": "error",
            "message": { "text": format!("{name}: {trouble}") },
            "locations": [{ "physicalLocation": { "artifactLocation": artifact(name) } }],
        }));
    }

    /// The whole document.
    pub(super) fn finish(self) -> Value {
        let rules: Vec<Value> = validate::rules().iter().map(descriptor).collect();
        json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "copydesk",
                    "version": env!("CARGO_PKG_VERSION"),
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "rules": rules,
                } },
                "invocations": [{
                    "executionSuccessful": self.notifications.is_empty(),
                    "toolExecutionNotifications": self.notifications,
                }],
                "columnKind": "unicodeCodePoints",
                "results": self.results,
            }],
        })
    }
}

/// A result for each finding of one feed.
pub(super) fn results(name: &str, report: &Report) -> Vec<Value> {
    let rule = |code: &str| validate::rules().iter().position(|rule| rule.code == code);
    report
        .findings
        .iter()
        .map(|finding| {
            json!({
                "ruleId": finding.code,
                "ruleIndex": rule(finding.code),
                "level": level(finding.level),
                "message": { "text": finding.message },
                "locations": [{ "physicalLocation": {
                    "artifactLocation": artifact(name),
                    "region": { "startLine": finding.line, "startColumn": finding.column },
                }}],
            })
        })
        .collect()
}

/// What is known of a rule, wrong and right examples included.
fn descriptor(rule: &Rule) -> Value {
    let help = format!("{}. Rule: {}.", rule.remedy, rule.source);
    let markdown = format!(
        "{help}\n\nWrong:\n\n```xml\n{}\n```\n\nRight:\n\n```xml\n{}\n```\n",
        rule.wrong.trim_matches('\n'),
        rule.right.trim_matches('\n')
    );
    json!({
        "id": rule.code,
        "name": pascal(rule.code),
        "shortDescription": { "text": rule.meaning },
        "fullDescription": { "text": format!("{} ({}).", rule.meaning, rule.source) },
        "help": { "text": help, "markdown": markdown },
        "defaultConfiguration": { "level": level(rule.level) },
        "properties": { "tags": ["feed", "syndication"] },
    })
}

/// `missing-title` as `MissingTitle`.
fn pascal(code: &str) -> String {
    let words = code.split('-').map(|word| {
        let (first, rest) = word.split_at(word.len().min(1));
        first.to_uppercase() + rest
    });
    words.collect()
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
    }
}

/// Whether a feed is a file, not an address or standard input.
pub(super) fn is_file(name: &str) -> bool {
    name != "-" && !name.contains("://")
}

/// Where a feed lies, as the URI reference that SARIF wants: relative names stay relative.
fn artifact(name: &str) -> Value {
    let url = if is_file(name) { file_url(name) } else { Url::parse(name).ok().map(String::from) };
    json!({ "uri": url.unwrap_or_else(|| "stdin".to_owned()) })
}

fn file_url(name: &str) -> Option<String> {
    let path = Path::new(name);
    if path.is_absolute() {
        return Url::from_file_path(path).ok().map(String::from);
    }
    // Escaped as part of an absolute path, then made relative again.
    let root = Path::new(if cfg!(windows) { "C:\\" } else { "/" });
    let whole = Url::from_file_path(root.join(name.trim_start_matches("./"))).ok()?;
    let root = Url::from_file_path(root).ok()?;
    let relative = whole.as_str().strip_prefix(root.as_str())?;
    let first = relative.split('/').next().unwrap_or_default();
    Some(if first.contains(':') { format!("./{relative}") } else { relative.to_owned() })
}
