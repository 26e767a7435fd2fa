//! Who is asked in this run, where, and how: what is due, what a person wants, what a host allows.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use xxhash_rust::xxh3::xxh3_64;

use super::Scope;
use crate::config::{Desk, Source};
use crate::fetch::{self, Address, Due, Validators};
use crate::model::{SourceState, Switches};
use crate::pipeline::{Broken, hubs};
use crate::sources::{schedule, visits};
use crate::store::{Push, Quiet, Store};

/// The step of the runs where too few are known: what the crontab in `contrib/` does.
const USUAL_STEP: Duration = Duration::from_secs(600);
/// A source that says "not modified" for so long is asked once without condition (rule 2.8).
const PROBED_AFTER: TimeDelta = TimeDelta::days(30);
/// A source whose validators lie is asked without them, not more often than this.
const STUCK_STEP: TimeDelta = TimeDelta::hours(23);
/// Asking without condition because a person says so, not more often than this (rule 1.11).
const FORCED_STEP: TimeDelta = TimeDelta::hours(24);
/// An adopted move is checked once, after so long (rule 5.5).
const CHECKED_AFTER: TimeDelta = TimeDelta::days(30);

/// What a run will ask, and what it must remember while it does.
#[derive(Debug, Default)]
pub(super) struct Round {
    /// Who is asked, longest overdue first.
    pub(super) due: Vec<Due>,
    /// Other sources of the same address, which get the same answer (rule 5.6).
    pub(super) shared: HashMap<String, Vec<String>>,
    /// The key of the first source that ends at an address.
    pub(super) ends: HashMap<String, String>,
    /// Sources that are asked without condition to see whether their validators lie.
    pub(super) probes: HashSet<String>,
    /// Sources that are asked at the address they moved away from.
    pub(super) checks: HashSet<String>,
    /// Sources that a person wants but whose host wants quiet, and until when.
    pub(super) waiting: Vec<(String, DateTime<Utc>)>,
    /// Hosts that said so, with their time.
    pub(super) hosts: BTreeMap<String, Quiet>,
    /// Sources that are not due.
    pub(super) not_due: usize,
    /// What was known of each source when the run began, by key; taken out when it answers.
    pub(super) states: BTreeMap<String, SourceState>,
}

/// Why a source is asked or not.
enum Turn {
    Now,
    Later,
    /// Its host or it wants quiet until then, whoever asks.
    Quiet(DateTime<Utc>),
}

/// Finds out who is due, and notes that a run began.
pub(super) fn round(
    desk: &Desk,
    store: &mut Store,
    scope: &Scope,
    now: DateTime<Utc>,
) -> Result<Round, Broken> {
    let mut round = Round { hosts: store.quiet_hosts()?, ..Round::default() };
    let states = store.sources()?;
    if !scope.all && !scope.force && scope.only.is_none() {
        store.begin_run(now)?;
    }
    let step = step(&store.runs()?);
    for state in states.values() {
        if let Some(end) = &state.life.end {
            round.ends.entry(end.clone()).or_insert_with(|| state.key.clone());
        }
    }
    let pushes = if desk.push { store.pushes()? } else { BTreeMap::new() };
    let unknown = SourceState::default();
    let mut groups: Vec<Vec<(&Source, &SourceState)>> = Vec::new();
    let mut by_address: HashMap<(String, Option<String>), usize> = HashMap::new();
    for source in desk.sources.iter().filter(|source| !source.paused) {
        let state = states.get(&*source.key).filter(|state| state.address == source.known_as());
        let state = state.unwrap_or(&unknown);
        let place = match &source.address {
            Address::File(_) => groups.len(),
            Address::Http(_) => {
                let to = address(source, state, now).0.shown();
                *by_address.entry((to, apart(source))).or_insert(groups.len())
            }
        };
        match groups.get_mut(place) {
            Some(group) => group.push((source, state)),
            None => groups.push(vec![(source, state)]),
        }
    }
    let mut order = Vec::new();
    for group in &groups {
        let turns: Vec<Turn> = group
            .iter()
            .map(|(source, state)| {
                turn(source, state, pushes.get(&*source.key), scope, &round.hosts, step, now)
            })
            .collect();
        if !turns.iter().any(|turn| matches!(turn, Turn::Now)) {
            for ((source, _), turn) in group.iter().zip(&turns) {
                match turn {
                    Turn::Quiet(until) if is_wanted(source, scope) => {
                        round.waiting.push((source.key.to_string(), *until));
                    }
                    _ => round.not_due += 1,
                }
            }
            continue;
        }
        order.push(round.ask(group, scope, now));
    }
    order.sort_by_key(|(since, tie, _)| (*since, *tie));
    round.due = order.into_iter().map(|(_, _, due)| due).collect();
    round.states = states;
    Ok(round)
}

/// Who is asked in a way of its own is asked by itself: the answer may be another.
fn apart(source: &Source) -> Option<String> {
    let Address::Http(url) = &source.address else { return None };
    let is_usual =
        source.switches == Switches::default() && url.username().is_empty() && url.password().is_none();
    (!is_usual).then(|| source.key.to_string())
}

impl Round {
    /// Asks the first of a group for all of them.
    fn ask(
        &mut self,
        group: &[(&Source, &SourceState)],
        scope: &Scope,
        now: DateTime<Utc>,
    ) -> (Option<DateTime<Utc>>, u64, Due) {
        let (source, state) = group[0];
        let others: Vec<String> = group[1..].iter().map(|(source, _)| source.key.to_string()).collect();
        if !others.is_empty() {
            self.shared.insert(source.key.to_string(), others);
        }
        let (address, is_check) = address(source, state, now);
        if is_check {
            self.checks.insert(source.key.to_string());
        }
        // What one of them knows, another may not have seen yet.
        let agree = group.iter().all(|(_, other)| visits::validators(other) == visits::validators(state));
        let mut validators = if agree { visits::validators(state) } else { Validators::default() };
        let forced = scope.force && state.life.forced.is_none_or(|last| now - last >= FORCED_STEP);
        let patience = if state.life.stuck_since.is_some() { STUCK_STEP } else { PROBED_AFTER };
        let is_http = matches!(source.address, Address::Http(_));
        let says_unchanged = is_http && !validators.is_empty() && state.life.trouble.is_none();
        if says_unchanged && state.life.full.is_some_and(|full| now - full >= patience) {
            self.probes.insert(source.key.to_string());
            validators = Validators::default();
        }
        if forced {
            validators = Validators::default();
        }
        let since = group.iter().map(|(_, state)| state.next_visit).min().flatten();
        let due = Due {
            key: source.key.to_string(),
            address,
            validators,
            switches: Arc::new(source.switches.clone()),
            forced,
            page: false,
        };
        // Rule 6.2: within ties in no order that anybody could learn.
        (since, xxh3_64(format!("{}{}", source.key, now.timestamp()).as_bytes()), due)
    }
}

/// Where a source is asked now, and whether that is the address it moved away from.
fn address(source: &Source, state: &SourceState, now: DateTime<Utc>) -> (Address, bool) {
    let Some(moved) = state.life.moved.as_ref().filter(|moved| moved.from == source.known_as()) else {
        return (source.address.clone(), false);
    };
    if !moved.checked && now - moved.at >= CHECKED_AFTER {
        return (source.address.clone(), true);
    }
    match url::Url::parse(&moved.to) {
        Ok(to) => (Address::Http(to), false),
        Err(_) => (source.address.clone(), false),
    }
}

fn is_wanted(source: &Source, scope: &Scope) -> bool {
    match &scope.only {
        Some(only) => *only == source.key || *only == source.name,
        None => scope.all || scope.force,
    }
}

fn turn(
    source: &Source,
    state: &SourceState,
    push: Option<&Push>,
    scope: &Scope,
    hosts: &BTreeMap<String, Quiet>,
    step: Duration,
    now: DateTime<Utc>,
) -> Turn {
    let wanted = is_wanted(source, scope);
    if !wanted && scope.only.is_some() {
        return Turn::Later;
    }
    // A look at a local file costs nothing and bothers nobody.
    let Some(host) = fetch::host(&source.address) else { return Turn::Now };
    let host = hosts.get(&host).map(|quiet| quiet.until);
    // Never undercut, whoever asks (rule 4.3).
    if let Some(until) = host.max(state.life.held_until).filter(|until| *until > now) {
        return Turn::Quiet(until);
    }
    let rung = push.zip(state.asked).is_some_and(|(push, asked)| hubs::has_rung(push, asked));
    // A bell is news: what was fresh before it is not.
    let earliest = state.life.not_before.filter(|_| !rung);
    let due = !state.retired
        && hubs::visit(state, push, now).is_none_or(|visit| schedule::is_due(now, visit, earliest, step));
    if wanted || due { Turn::Now } else { Turn::Later }
}

/// The usual time between two runs: the median of those remembered.
fn step(runs: &[DateTime<Utc>]) -> Duration {
    let mut gaps: Vec<TimeDelta> = runs.windows(2).map(|pair| pair[1] - pair[0]).collect();
    gaps.sort_unstable();
    gaps.get(gaps.len() / 2).and_then(|gap| gap.to_std().ok()).unwrap_or(USUAL_STEP)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_700_000_000 + 60 * minutes, 0).unwrap()
    }

    #[test]
    fn rule_3_8_the_step_is_learned_from_the_runs() {
        assert_eq!(step(&[]), USUAL_STEP);
        assert_eq!(step(&[at(0), at(60), at(120), at(125), at(180)]), Duration::from_secs(3600));
    }
}
