//! Every rule of the validator keeps its promise: the wrong example breaks it, the right one does
//! not, and the page of docs is what the table says. `REWRITE_DOCS=1` rewrites the page.

use chrono::{DateTime, Utc};
use copydesk::validate::{self, Rule};

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
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/validate.md");
    if std::env::var_os("REWRITE_DOCS").is_some() {
        std::fs::write(path, validate::page()).unwrap();
    }
    let page = std::fs::read_to_string(path).unwrap();
    assert!(
        page == validate::page(),
        "docs/validate.md is stale: run REWRITE_DOCS=1 cargo test --test validate_rules"
    );
}
