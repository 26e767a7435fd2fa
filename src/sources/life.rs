//! What operators are told of a source: once when something begins, once when it is over.
//!
//! Pure: the state after a visit in, events out. What was told is remembered in the state, so a
//! source that fails for a month is two messages, while `copydesk status` shows it all the time.

use chrono::{DateTime, TimeDelta, Utc};

use crate::model::{Condition, Event, SourceState};

/// A source that has given nothing for so long is proposed for retirement (rule 4.2).
const GIVEN_UP_AFTER: TimeDelta = TimeDelta::days(90);
/// A temporary redirect to another host that lasts so long is none (rules, section 4).
const ELSEWHERE_AFTER: TimeDelta = TimeDelta::days(30);
/// Documents without entries in a row, after which a source counts as drained.
const DRAINED_AFTER: u32 = 3;
/// Shorter silence says nothing.
const SHORTEST_SILENCE: TimeDelta = TimeDelta::days(3);

/// What is new to tell of a source after a visit. `is_first`: nothing was known of it before, so
/// what it has always been is no news.
pub fn judge(state: &mut SourceState, name: &str, is_first: bool, at: DateTime<Utc>) -> Vec<Event> {
    let now: Vec<(Condition, String)> = conditions(state, at);
    let event = |condition, over, message| Event {
        at,
        source: state.key.clone(),
        name: name.to_owned(),
        condition,
        over,
        message,
    };
    let mut events = Vec::new();
    for (condition, message) in &now {
        let known = state.life.told.insert(*condition, at);
        if let Some(since) = known {
            state.life.told.insert(*condition, since);
        } else if !is_first || condition.is_bad() {
            events.push(event(*condition, false, message.clone()));
        }
    }
    let still_bad = state.life.trouble.is_some() || state.retired;
    let told = std::mem::take(&mut state.life.told);
    for (condition, since) in told {
        if now.iter().any(|(current, _)| *current == condition) {
            state.life.told.insert(condition, since);
        } else if !(condition.is_bad() && still_bad) {
            events.push(event(condition, true, over(condition, since, at)));
        }
    }
    events
}

/// What a source is in, the most urgent first.
pub fn conditions(state: &SourceState, at: DateTime<Utc>) -> Vec<(Condition, String)> {
    let mut all = Vec::new();
    let life = &state.life;
    if state.retired && life.finished_since.is_none() {
        all.push((
            Condition::Gone,
            "it answered 410 twice, which means gone for good, and is not asked any more; what it gave stays; remove it from the configuration, or give it its new address".to_owned(),
        ));
    } else if let Some(trouble) = &life.trouble {
        let lasts = (at - trouble.since).num_seconds().unsigned_abs();
        // A source that never answered is one whose address should be looked at now.
        if lasts >= trouble.told_after || state.answered.is_none() {
            all.push((trouble.condition, trouble.message.clone()));
        }
        if at - trouble.since >= GIVEN_UP_AFTER {
            all.push((
                Condition::Retiring,
                format!(
                    "nothing has come since {}; remove it, or look for its new address",
                    day(trouble.since)
                ),
            ));
        }
    }
    all.extend(lesser(state, at));
    all
}

/// Conditions in which a source still answers.
fn lesser(state: &SourceState, at: DateTime<Utc>) -> Vec<(Condition, String)> {
    let life = &state.life;
    let mut all = Vec::new();
    let mut add = |condition, is_so: bool, message: String| {
        if is_so {
            all.push((condition, message));
        }
    };
    add(
        Condition::Drained,
        life.empty >= DRAINED_AFTER && life.usual > 0,
        format!(
            "its last {} documents had no entries, where it used to have {}; what it gave before stays",
            life.empty, life.usual
        ),
    );
    if let Some(since) = life.finished_since {
        let asked = match state.retired {
            true => "it is not asked any more; remove it from the configuration",
            false => "it is asked once a week for three months, and then no more",
        };
        let message = format!("its publisher says since {} that nothing new will come: {asked}", day(since));
        add(Condition::Finished, true, message);
    }
    add(
        Condition::Stuck,
        life.stuck_since.is_some(),
        "it says \"not modified\" although there is news; it is asked without condition, once a day"
            .to_owned(),
    );
    if let Some(quiet) = silence(state, at) {
        add(
            Condition::Silent,
            true,
            format!(
                "nothing new for {} days, longer than it ever paused; look whether the feed was replaced",
                quiet.num_days()
            ),
        );
    }
    if let Some(since) = life.broken_since {
        add(
            Condition::Broken,
            true,
            format!(
                "its documents have not been well-formed since {}; they are read all the same: {}",
                day(since),
                state.repairs.join("; ")
            ),
        );
    }
    if let Some(since) = life.elsewhere_since.filter(|since| at - *since >= ELSEWHERE_AFTER) {
        let end = life.end.as_deref().unwrap_or("another host");
        add(
            Condition::Elsewhere,
            true,
            format!(
                "a temporary redirect has led to {end} since {}; if it has moved, give it that address",
                day(since)
            ),
        );
    }
    if let Some(other) = &life.same_as {
        add(
            Condition::Doublet,
            true,
            format!(
                "it is the same document as that of the source \"{other}\"; both keep their names; one can go"
            ),
        );
    }
    if let Some(hint) = &life.hint {
        add(
            Condition::Hinted,
            true,
            format!(
                "the publisher names {hint} as the feed's address; nothing follows from it, but have a look"
            ),
        );
    }
    all
}

/// How long a source has been silent, if that is longer than it ever was.
pub fn silence(state: &SourceState, at: DateTime<Utc>) -> Option<TimeDelta> {
    let longest = TimeDelta::try_seconds(i64::try_from(state.life.longest_gap?).ok()?)?;
    let quiet = at.signed_duration_since(state.last_new?);
    (quiet > SHORTEST_SILENCE.max(longest.checked_mul(2)?)).then_some(quiet)
}

/// How long something lasted, for a person.
pub fn lasted(since: DateTime<Utc>, at: DateTime<Utc>) -> String {
    match (at - since).num_hours() {
        ..1 => "less than an hour".to_owned(),
        1 => "an hour".to_owned(),
        hours @ 2..48 => format!("{hours} hours"),
        hours => format!("{} days", hours / 24),
    }
}

fn over(condition: Condition, since: DateTime<Utc>, at: DateTime<Utc>) -> String {
    let what = match condition {
        Condition::Silent => "it publishes again",
        Condition::Finished => "its publisher does not call it finished any more",
        Condition::Broken => "its documents are well-formed again",
        Condition::Drained => "its documents have entries again",
        Condition::Stuck => "its validators are in order again",
        Condition::Limited => "its host lets us ask again",
        Condition::Elsewhere => "it is at its own address again",
        Condition::Doublet => "it is a document of its own again",
        Condition::Hinted => "the publisher names no other address any more",
        _ => "it answers again",
    };
    format!("{what}, after {}", lasted(since, at))
}

fn day(time: DateTime<Utc>) -> String {
    time.format("%-d %B %Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Trouble;

    fn at(hours: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_700_000_000 + 3600 * hours, 0).unwrap()
    }

    fn trouble(told_after: u64) -> Option<Trouble> {
        Some(Trouble {
            condition: Condition::Failing,
            what: "500".into(),
            message: "in trouble".into(),
            since: at(0),
            last: at(0),
            count: 1,
            told_after,
        })
    }

    fn known() -> SourceState {
        SourceState { key: "s".into(), answered: Some(at(-1)), ..SourceState::default() }
    }

    fn words(events: &[Event]) -> Vec<(&str, bool)> {
        events.iter().map(|event| (event.condition.word(), event.over)).collect()
    }

    #[test]
    fn rule_4_5_a_failing_source_is_one_message_when_it_begins_and_one_when_it_ends() {
        let mut state = known();
        state.life.trouble = trouble(86_400);
        assert_eq!(words(&judge(&mut state, "S", false, at(1))), [], "a bad hour is no news");
        assert_eq!(words(&judge(&mut state, "S", false, at(25))), [("failing", false)]);
        assert_eq!(words(&judge(&mut state, "S", false, at(26))), []);
        state.life.trouble = None;
        assert_eq!(words(&judge(&mut state, "S", false, at(27))), [("failing", true)]);
        assert_eq!(words(&judge(&mut state, "S", false, at(28))), []);
    }

    #[test]
    fn a_bad_hour_that_nobody_was_told_of_ends_without_a_word() {
        let mut state = known();
        state.life.trouble = trouble(86_400);
        judge(&mut state, "S", false, at(1));
        state.life.trouble = None;
        assert_eq!(words(&judge(&mut state, "S", false, at(2))), []);
    }

    #[test]
    fn a_source_that_never_answered_is_told_at_once() {
        let mut state = SourceState { answered: None, ..known() };
        state.life.trouble = trouble(86_400);
        assert_eq!(words(&judge(&mut state, "S", true, at(0))), [("failing", false)]);
    }

    #[test]
    fn one_trouble_that_becomes_another_is_no_recovery() {
        let mut state = known();
        state.life.trouble = trouble(0);
        judge(&mut state, "S", false, at(0));
        state.life.trouble = trouble(0).map(|t| Trouble { condition: Condition::Challenged, ..t });
        assert_eq!(words(&judge(&mut state, "S", false, at(1))), [("challenged", false)]);
    }

    #[test]
    fn rule_4_2_after_ninety_days_retirement_is_proposed_and_not_done() {
        let mut state = known();
        state.life.trouble = trouble(0);
        judge(&mut state, "S", false, at(0));
        assert_eq!(words(&judge(&mut state, "S", false, at(24 * 91))), [("retiring", false)]);
        assert!(!state.retired);
    }

    #[test]
    fn a_source_is_silent_when_it_pauses_twice_as_long_as_ever() {
        let mut state = SourceState { last_new: Some(at(0)), ..known() };
        state.life.longest_gap = Some(4 * 86_400);
        assert_eq!(words(&judge(&mut state, "S", false, at(24 * 7))), []);
        assert_eq!(words(&judge(&mut state, "S", false, at(24 * 9))), [("silent", false)]);
        state.last_new = Some(at(24 * 9));
        assert_eq!(words(&judge(&mut state, "S", false, at(24 * 9 + 1))), [("silent", true)]);
    }

    #[test]
    fn what_a_source_has_always_been_is_no_news() {
        let mut state = known();
        state.life.broken_since = Some(at(0));
        assert_eq!(words(&judge(&mut state, "S", true, at(0))), []);
        assert_eq!(words(&judge(&mut state, "S", false, at(1))), []);
    }

    #[test]
    fn section_4_three_documents_without_entries_drain_a_source_that_had_some() {
        let mut state = known();
        (state.life.empty, state.life.usual) = (2, 0);
        assert_eq!(words(&judge(&mut state, "S", false, at(0))), []);
        (state.life.empty, state.life.usual) = (3, 20);
        assert_eq!(words(&judge(&mut state, "S", false, at(0))), [("drained", false)]);
    }
}
