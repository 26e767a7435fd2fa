//! `copydesk status`: the health of every source, from what the store remembers. Asks nobody.
//!
//! For each source: what it is in, the pace of its last two weeks, its last answers, what copydesk
//! will do next, and what a person should do.

use std::collections::BTreeMap;
use std::io::{self, Write};

use chrono::{DateTime, Utc};
use comfy_table::{ColumnConstraint, ContentArrangement, Table, presets};
use serde_json::json;

use super::{Common, Outcome, Stop, ago, code, counted, now};
use crate::config::{self, Desk, Source};
use crate::fetch;
use crate::model::{Complaint, Condition, LIST, SourceState};
use crate::pipeline::{self, hubs};
use crate::sources::life;
use crate::store::{Holdings, Push, Quiet, Store};

/// Days of the sparkline.
const DAYS: usize = 14;
/// Answers in the table; JSON has them all.
const ANSWERS: usize = 5;

/// The health of every source
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// One JSON document
    #[arg(long)]
    json: bool,
    /// Exit with 3 if a source is bad: nothing comes from it
    #[arg(long, value_name = "bad", value_parser = ["bad"])]
    fail_on: Option<String>,
}

/// What is known of one source.
pub(super) struct Patient<'a> {
    source: &'a Source,
    pub(super) state: SourceState,
    conditions: Vec<(Condition, String)>,
    pace: Vec<u32>,
    /// Until when its host wants to be left alone.
    quiet: Option<DateTime<Utc>>,
    /// Its hub, if it was asked to tell of news.
    push: Option<Push>,
    /// Entries that wait for a person.
    held: u64,
}

/// Runs the command.
pub(super) fn run(args: &Args, common: &Common) -> Outcome {
    let mut desk = super::desk(common)?;
    let store = Store::open(&desk.database).map_err(Stop::unusable)?;
    pipeline::join_lists(&mut desk, &store).map_err(Stop::failed)?;
    let now = now()?;
    let mut states = store.sources().map_err(Stop::failed)?;
    let mut paces = store.paces(now, DAYS).map_err(Stop::failed)?;
    let hosts = store.quiet_hosts().map_err(Stop::failed)?;
    let mut pushes = if desk.push { store.pushes().map_err(Stop::failed)? } else { BTreeMap::new() };
    let mut patients: Vec<Patient<'_>> = desk
        .sources
        .iter()
        .map(|source| {
            let state = states.remove(&*source.key).filter(|state| state.address == source.known_as());
            let pace = paces.remove(&*source.key).unwrap_or_else(|| vec![0; DAYS]);
            let push = pushes.remove(&*source.key);
            Patient { push, ..Patient::new(source, state.unwrap_or_default(), pace, &hosts, now) }
        })
        .collect();
    let complaints = complaints(&store)?;
    let mut holdings = store.holdings().map_err(Stop::failed)?;
    for patient in &mut patients {
        patient.held = holdings.get(&*patient.source.key).map_or(0, |one| one.held);
    }
    let left = left(&desk, &store, &mut holdings)?;
    match args.json {
        true => writeln!(io::stdout(), "{}", as_json(&patients, &complaints, &left, now))?,
        false => {
            writeln!(io::stdout(), "{}", as_table(&patients, now))?;
            for (condition, one) in &complaints {
                let words = super::run::complaint(*condition, &one.message);
                writeln!(io::stdout(), "{words} (since {})", ago(one.since, now))?;
            }
            for one in &left {
                writeln!(io::stdout(), "{}", one.in_words())?;
            }
        }
    }
    let bad = patients.iter().any(Patient::is_bad);
    Ok(if args.fail_on.is_some() && bad { code::SOURCE_FAILED } else { code::DONE })
}

/// What is left of a source that the configuration has no more.
struct Left {
    key: String,
    name: String,
    holdings: Holdings,
}

impl Left {
    fn in_words(&self) -> String {
        let Self { key, name, holdings } = self;
        let archived = match holdings.archived {
            0 => String::new(),
            count => format!(", {count} of them in archives, which stay"),
        };
        format!(
            "\"{name}\" is not in the configuration any more: {} stored{archived}; \
             [[sources]] with key = \"{key}\" brings it back as it was, `copydesk purge --source {key}` forgets it",
            counted(holdings.entries as usize, "entry is", "entries are")
        )
    }
}

fn left(desk: &Desk, store: &Store, holdings: &mut BTreeMap<String, Holdings>) -> Result<Vec<Left>, Stop> {
    let rules = store.rules().map_err(Stop::failed)?;
    let states = store.sources().map_err(Stop::failed)?;
    let gone = states.into_iter().filter(|(key, _)| !key.starts_with(LIST) && desk.source(key).is_none());
    let left = gone.filter_map(|(key, state)| {
        let holdings = holdings.remove(&key).filter(|one| one.entries > 0)?;
        let name = rules.get(&key).map(|rules| rules.name.clone()).filter(|name| !name.is_empty());
        Some(Left { name: name.or(state.title).unwrap_or_else(|| key.clone()), holdings, key })
    });
    Ok(left.collect())
}

/// What is wrong on our own side.
fn complaints(store: &Store) -> Result<Vec<(Condition, Complaint)>, Stop> {
    let mut all = Vec::new();
    for condition in Condition::OURS {
        let standing = store.complaints(condition).map_err(Stop::failed)?;
        all.extend(standing.into_iter().map(|one| (condition, one)));
    }
    Ok(all)
}

impl<'a> Patient<'a> {
    /// What the store knows of one source.
    pub(super) fn of(
        source: &'a Source,
        desk: &Desk,
        store: &Store,
        now: DateTime<Utc>,
    ) -> Result<Self, Stop> {
        let state = store.source(&source.key).map_err(Stop::failed)?;
        let state = state.filter(|state| state.address == source.known_as()).unwrap_or_default();
        let pace = store.paces(now, DAYS).map_err(Stop::failed)?.remove(&*source.key);
        let hosts = store.quiet_hosts().map_err(Stop::failed)?;
        let push = if desk.push { store.push(&source.key).map_err(Stop::failed)? } else { None };
        let pace = pace.unwrap_or_else(|| vec![0; DAYS]);
        let held = store.count_held(&source.key).map_err(Stop::failed)? as u64;
        Ok(Self { push, held, ..Self::new(source, state, pace, &hosts, now) })
    }

    /// A source before there is any store.
    pub(super) fn unknown(source: &'a Source, now: DateTime<Utc>) -> Self {
        Self::new(source, SourceState::default(), vec![0; DAYS], &BTreeMap::new(), now)
    }

    fn new(
        source: &'a Source,
        state: SourceState,
        pace: Vec<u32>,
        hosts: &BTreeMap<String, Quiet>,
        now: DateTime<Utc>,
    ) -> Self {
        let host = fetch::host(&source.address).and_then(|host| hosts.get(&host)).map(|quiet| quiet.until);
        let quiet = host.max(state.life.held_until).filter(|until| *until > now);
        // Of what is not asked nothing can be wrong.
        let mut conditions = if source.paused { Vec::new() } else { life::conditions(&state, now) };
        // What operators are not told of yet is shown all the same.
        if let Some(trouble) = state.life.trouble.as_ref().filter(|_| !state.retired && !source.paused)
            && !conditions.iter().any(|(condition, _)| *condition == trouble.condition)
        {
            conditions.insert(0, (trouble.condition, trouble.message.clone()));
        }
        Self { source, state, conditions, pace, quiet, push: None, held: 0 }
    }

    fn is_bad(&self) -> bool {
        self.conditions.iter().any(|(condition, _)| condition.is_bad())
    }

    /// One word.
    pub(super) fn health(&self) -> &'static str {
        match self.conditions.first() {
            _ if self.source.paused => "paused",
            _ if self.state.asked.is_none() => "never asked",
            Some((Condition::Broken, _)) => "mended",
            Some((condition, _)) => condition.word(),
            None if self.state.repairs.is_empty() => "good",
            None => "mended",
        }
    }

    /// What copydesk will do next.
    pub(super) fn next(&self, now: DateTime<Utc>) -> String {
        let state = &self.state;
        if self.source.paused {
            return "is not asked: it is paused; `copydesk source resume` ends that".to_owned();
        }
        if state.retired {
            return "is not asked any more".to_owned();
        }
        if let Some(until) = self.quiet {
            return format!("left alone as asked, until {}", ago(until, now));
        }
        let visit = match (fetch::host(&self.source.address), hubs::visit(state, self.push.as_ref(), now)) {
            (None, _) => return "looked at in every run".to_owned(),
            (_, Some(visit)) if visit > now => format!("asked {}", ago(visit, now)),
            _ => "asked in the next run".to_owned(),
        };
        let how = match (&state.life.moved, state.life.stuck_since) {
            (Some(moved), _) => format!(" at {}", moved.to),
            (None, Some(_)) => " without condition".to_owned(),
            (None, None) => String::new(),
        };
        visit + &how
    }

    /// As one JSON document.
    pub(super) fn as_json(&self, now: DateTime<Utc>) -> serde_json::Value {
        let (source, state) = (self.source, &self.state);
        let conditions = self.conditions.iter().map(|(condition, message)| {
            json!({"condition": condition.word(), "bad": condition.is_bad(), "told": state.life.told.get(condition), "message": message})
        });
        json!({
            "key": &*source.key, "name": source.name, "paused": source.paused, "health": self.health(), "bad": self.is_bad(),
            "conditions": conditions.collect::<Vec<_>>(), "answer": state.answer, "answers": state.life.answers,
            "asked": state.asked, "answered": state.answered, "next_visit": state.next_visit,
            "left_alone_until": self.quiet, "next": self.next(now), "advice": self.advice(now),
            "retired": state.retired, "failures": state.failures, "failing_since": state.failing_since,
            "trouble": state.life.trouble, "address": source.shown_address(), "moved": state.life.moved, "moving": state.life.watch,
            "pace_seconds": state.pace_seconds, "entries_a_day": self.pace,
            "hub": self.push.as_ref().map(|push| json!({"address": push.hub, "trusted": hubs::is_trusted(push, now),
                "confirmed": push.confirmed, "ends": push.ends, "told": push.told, "missed": push.missed, "answer": push.answer})),
            "held": self.held, "newest": state.last_new, "broken_since": state.life.broken_since, "insecure": source.switches.insecure,
            "format": state.format, "title": state.title, "entries": state.entries, "repairs": state.repairs,
        })
    }

    /// What was seen and what a person should do, the most urgent first.
    pub(super) fn advice(&self, now: DateTime<Utc>) -> String {
        let mut parts = Vec::new();
        if let Some(trouble) = self.state.life.trouble.as_ref().filter(|_| !self.source.paused) {
            let times = counted(trouble.count as usize, "time", "times");
            parts.push(format!("{times}, first {}", ago(trouble.since, now)));
        }
        parts.extend(self.conditions.iter().map(|(_, message)| message.clone()));
        if self.held > 0 {
            let (name, count) =
                (&self.source.name, counted(self.held as usize, "entry waits", "entries wait"));
            parts.push(format!(
                "{count} for a person: `copydesk source show \"{name}\" --held` shows, --release lets in"
            ));
        }
        if let Some(moved) = &self.state.life.moved {
            parts.push(format!(
                "moved to {} ({}); write that address into the configuration",
                moved.to, moved.why
            ));
        }
        if let Some(watch) = &self.state.life.watch {
            parts.push(format!(
                "redirects to {} since {}; believed after a week",
                watch.to,
                ago(watch.since, now)
            ));
        }
        if let Some(push) = &self.push {
            parts.push(format!("its hub {} {}", push.hub, of_hub(push, now)));
        }
        if let Some(name) =
            config::secret_parameter(&self.source.address).filter(|_| self.source.url.is_none())
        {
            parts.push(format!(
                "its address has a key in it ({name}=…), which is published; give it `url`, an address without the key that is shown instead"
            ));
        }
        if self.source.switches.insecure {
            parts.push("asked without a look at its certificate (insecure)".to_owned());
        }
        let is_broken = self.conditions.iter().any(|(condition, _)| *condition == Condition::Broken);
        if !self.state.repairs.is_empty() && !is_broken {
            parts.push(format!("mended: {}", self.state.repairs.join("; ")));
        }
        parts.join("; ")
    }
}

/// How things stand with a hub; until it has told of something, the source is asked as ever.
fn of_hub(push: &Push, now: DateTime<Utc>) -> String {
    match push {
        _ if hubs::is_trusted(push, now) => "tells of news".to_owned(),
        Push { missed: Some(_), told: Some(_), .. } => {
            "missed something, and has told of nothing since".to_owned()
        }
        Push { confirmed: Some(_), ends: Some(ends), .. } if *ends > now => {
            format!("has told of nothing yet ({})", push.answer)
        }
        _ => format!("was asked to tell of news: {}", push.answer),
    }
}

/// Narrower terminals are not shown the pace and the last answers.
const ROOMY: u16 = 110;

/// Whoever fails stands first, then whoever is in something; else in the order of the configuration.
fn as_table(patients: &[Patient<'_>], now: DateTime<Utc>) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_header(["Source", "Health", "14 days", "Answers", "Entries", "Next", "To know"]);
    if table.width().is_some_and(|width| width < ROOMY) {
        for column in table.column_iter_mut().skip(2).take(2) {
            column.set_constraint(ColumnConstraint::Hidden);
        }
    }
    let mut ordered: Vec<&Patient<'_>> = patients.iter().collect();
    ordered.sort_by_key(|patient| (!patient.is_bad(), patient.conditions.is_empty()));
    for patient in ordered {
        let answers = &patient.state.life.answers;
        let last: Vec<&str> = answers[answers.len().saturating_sub(ANSWERS)..]
            .iter()
            .map(|visit| visit.what.as_str())
            .collect();
        table.add_row([
            patient.source.name.clone(),
            patient.health().to_owned(),
            sparkline(&patient.pace),
            last.join(" "),
            patient.state.entries.to_string(),
            patient.next(now),
            patient.advice(now),
        ]);
    }
    table.to_string()
}

/// A bar for each day, as high as its share of the busiest.
fn sparkline(days: &[u32]) -> String {
    const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let most = days.iter().copied().max().unwrap_or_default().max(1);
    let bar = |count: &u32| match count {
        0 => '·',
        count => BARS[(count * 8).div_ceil(most).clamp(1, 8) as usize - 1],
    };
    days.iter().map(bar).collect()
}

fn as_json(
    patients: &[Patient<'_>],
    complaints: &[(Condition, Complaint)],
    left: &[Left],
    now: DateTime<Utc>,
) -> serde_json::Value {
    let gone = |one: &Left| json!({"key": one.key, "name": one.name, "stored": one.holdings.entries, "archived": one.holdings.archived});
    let complaint = |(condition, one): &(Condition, Complaint)| json!({"condition": condition.word(), "subject": one.subject, "since": one.since, "message": one.message});
    json!({
        "sources": patients.iter().map(|one| one.as_json(now)).collect::<Vec<_>>(),
        "complaints": complaints.iter().map(complaint).collect::<Vec<_>>(),
        "left": left.iter().map(gone).collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::sparkline;

    #[test]
    fn a_day_without_entries_is_told_from_one_with_few() {
        assert_eq!(sparkline(&[0, 1, 4, 8]), "·▁▄█");
        assert_eq!(sparkline(&[0, 0]), "··");
        assert_eq!(sparkline(&[1, 1000]), "▁█");
    }
}
