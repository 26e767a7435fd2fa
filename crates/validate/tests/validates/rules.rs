//! Every rule of the validator keeps its promise: the wrong example breaks it, the right one does
//! not, and the page of docs is what the table says. `REWRITE_DOCS=1` rewrites the page.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use copydesk_validate::{self as validate, Rule};

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000, 0).unwrap_or_default()
}

fn breaks(rule: &Rule, example: &str) -> bool {
    rule.judge(example, now())
        .findings
        .iter()
        .any(|finding| finding.code == rule.code && finding.level == rule.level)
}

#[test]
fn every_wrong_example_breaks_its_rule() {
    let silent: Vec<_> =
        validate::rules().iter().filter(|rule| !breaks(rule, rule.wrong)).map(|rule| rule.code).collect();
    assert_eq!(silent, Vec::<&str>::new());
}

#[test]
fn no_right_example_breaks_its_rule() {
    let broken: Vec<_> =
        validate::rules().iter().filter(|rule| breaks(rule, rule.right)).map(|rule| rule.code).collect();
    assert_eq!(broken, Vec::<&str>::new());
}

/// Every code that an example yields.
fn codes(rule: &Rule, example: &str) -> BTreeSet<&'static str> {
    rule.judge(example, now()).findings.iter().map(|finding| finding.code).collect()
}

/// The examples say nothing else by the way: mending the wrong one takes its code away, and adds none.
#[test]
fn wrong_and_right_differ_by_exactly_their_code() {
    // What an example cannot do without: a sum of repetitions, a namespace nobody knows, bytes that
    // are no text.
    let beside = |code: &str, gone: &[&str]| match code {
        "eight-days-a-week" | "not-enough-hours-in-the-day" => gone == ["duplicate-value", code],
        "invalid-namespace" | "obsolete-namespace" => gone == [code, "unknown-namespace"],
        "not-escaped" => gone == [code, "undefined-element", "unexpected-attribute"],
        "undeterminable-vocabulary" => gone == [code, "unknown-namespace"],
        "unicode-error" => gone == ["bad-characters", code],
        "use-of-extension-attr" => gone == ["unknown-namespace", code],
        code => gone == [code],
    };
    // Where the wrong example ends the reading, the right one shows what would come after it.
    let ends = |code: &str| {
        ["json-syntax", "obsolete-namespace", "sax-error", "unknown-format", "validator-limit"]
            .contains(&code)
    };
    let unlike: Vec<_> = validate::rules()
        .iter()
        .filter_map(|rule| {
            let (wrong, right) = (codes(rule, rule.wrong), codes(rule, rule.right));
            let gone: Vec<_> = wrong.difference(&right).copied().collect();
            let new: Vec<_> = right.difference(&wrong).copied().collect();
            let sound = beside(rule.code, &gone) && (new.is_empty() || ends(rule.code));
            (!sound).then_some((rule.code, gone, new))
        })
        .collect();
    assert_eq!(unlike, Vec::new());
}

#[test]
fn codes_are_kebab_case_and_unique() {
    let codes: Vec<_> = validate::rules().iter().map(|rule| rule.code).collect();
    assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "sorted and unique");
    assert!(
        codes
            .iter()
            .all(|code| code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'))
    );
    assert!(codes.iter().all(|code| validate::rule(code).is_some_and(|rule| rule.code == *code)));
}

#[test]
fn the_page_of_docs_is_the_table() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/validate.md");
    if std::env::var_os("REWRITE_DOCS").is_some() {
        std::fs::write(path, validate::page()).unwrap();
    }
    let page = std::fs::read_to_string(path).unwrap();
    assert!(
        page == validate::page(),
        "docs/validate.md is stale: run REWRITE_DOCS=1 cargo test --test validates rules"
    );
}
