//! `[[rulings]]` and `[[withdrawals]]`: what the desk decides itself, checked for contradictions.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use super::flaw::Flaw;
use crate::model::{Decision, Ruling, Withdrawal};
use crate::text::url;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RulingTable {
    join: Option<Vec<String>>,
    split: Option<String>,
    lead: Option<String>,
    reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WithdrawalTable {
    entry: String,
    reason: Option<String>,
    #[serde(default)]
    whole_story: bool,
    notice: Option<String>,
}

/// The rulings in the order of the file.
pub(super) fn rulings(tables: Vec<RulingTable>) -> Result<Vec<Ruling>, Flaw> {
    let rulings: Vec<Ruling> = tables
        .into_iter()
        .zip(1..)
        .map(|(table, nth)| ruling(table, nth).map_err(Flaw::in_key("rulings", nth - 1, "")))
        .collect::<Result<_, _>>()?;
    let named = |wanted: &'static str| {
        rulings.iter().zip(1..).filter(move |(ruling, _)| ruling.decision.name() == wanted)
    };
    let mut joins: HashMap<String, usize> = HashMap::new();
    for (join, nth) in named("join") {
        for name in join.decision.entries().iter().flat_map(|entry| names(entry)) {
            joins.entry(name).or_insert(nth);
        }
    }
    for (split, nth) in named("split") {
        let entry = &split.decision.entries()[0];
        if let Some(other) = names(entry).filter_map(|name| joins.get(&name)).min() {
            return Err(Flaw::in_key("rulings", nth - 1, "split")(format!(
                "[[rulings]] {nth} splits \"{entry}\" off, and [[rulings]] {other} joins it to others; keep the one that you mean"
            )));
        }
    }
    Ok(rulings)
}

fn ruling(table: RulingTable, nth: usize) -> Result<Ruling, String> {
    let decision = match (table.join, table.split, table.lead) {
        (Some(join), None, None) if join.len() >= 2 => Decision::Join(join),
        (Some(_), None, None) => return Err(format!("[[rulings]] {nth}: join names at least two entries")),
        (None, Some(split), None) => Decision::Split(split),
        (None, None, Some(lead)) => Decision::Lead(lead),
        (None, None, None) => {
            return Err(format!("[[rulings]] {nth} says nothing; write one of join, split and lead"));
        }
        _ => {
            return Err(format!(
                "[[rulings]] {nth} says several things; write one of join, split and lead, and further [[rulings]] for the others"
            ));
        }
    };
    match decision.entries().iter().any(|entry| entry.trim().is_empty()) {
        true => Err(format!("[[rulings]] {nth}: an entry is named by its id or address, not by nothing")),
        false => Ok(Ruling { decision, reason: table.reason }),
    }
}

/// The withdrawals in the order of the file.
pub(super) fn withdrawals(tables: Vec<WithdrawalTable>, rulings: &[Ruling]) -> Result<Vec<Withdrawal>, Flaw> {
    let leads: HashSet<String> = rulings
        .iter()
        .filter(|ruling| ruling.decision.name() == "lead")
        .flat_map(|ruling| ruling.decision.entries().iter().flat_map(|entry| names(entry)))
        .collect();
    let withdrawal = |(table, nth): (WithdrawalTable, usize)| {
        let WithdrawalTable { entry, reason, whole_story, notice } = table;
        let wrong = Flaw::in_key("withdrawals", nth - 1, "entry");
        if entry.trim().is_empty() {
            return Err(wrong(format!(
                "[[withdrawals]] {nth}: an entry is named by its id or address, not by nothing"
            )));
        }
        let is_lead = names(&entry).any(|name| leads.contains(&name));
        match is_lead {
            true => Err(wrong(format!(
                "[[withdrawals]] {nth} withdraws \"{entry}\", and a ruling makes it a lead; keep the one that you mean"
            ))),
            false => {
                let notice = notice.filter(|notice| !notice.trim().is_empty());
                Ok(Withdrawal { entry, reason, whole_story, notice })
            }
        }
    };
    tables.into_iter().zip(1_usize..).map(withdrawal).collect()
}

/// What an entry is known by: as it is named, and by its address. Entries that share one are one, as far as
/// they themselves tell.
fn names(entry: &str) -> impl Iterator<Item = String> {
    let place = url::place(entry).map(|place| format!("at {place}"));
    [entry.to_owned()].into_iter().chain(place)
}
