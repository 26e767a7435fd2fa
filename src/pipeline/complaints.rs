//! What is wrong on our own side, told once: records that cannot be read, rulings that contradict
//! each other, documents and sections that were held back.
//!
//! Cron runs copydesk every ten minutes. What stands is remembered in the store, so a bad record
//! is one message when it is met or becomes bad in another way, and one when it is over.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::{Broken, Held, Published, Report, Told};
use crate::model::{Complaint, Condition, Event};
use crate::sources::life::lasted;
use crate::store::Store;

/// Compares what is wrong now with what was known to be, for one kind of complaint; tells what is
/// new, changed or over. Whether there is something of that.
pub(super) fn judge(
    store: &mut Store,
    condition: Condition,
    found: &[Complaint],
    now: DateTime<Utc>,
) -> Result<bool, Broken> {
    let known: BTreeMap<String, Complaint> =
        store.complaints(condition)?.into_iter().map(|one| (one.subject.clone(), one)).collect();
    let standing = by_subject(found, &known, now);
    let mut events = Vec::new();
    let mut event = |over, subject: &str, message: String| {
        let (source, name) = (String::new(), String::new());
        events.push((subject.to_owned(), Event { at: now, source, name, condition, over, message }));
    };
    for one in &standing {
        let known = known.get(&one.subject).map(|known| wording(&known.message));
        if known != Some(wording(&one.message)) {
            event(false, &one.subject, one.message.clone());
        }
    }
    for one in known.values() {
        if !standing.iter().any(|now| now.subject == one.subject) {
            event(true, &one.subject, format!("{}, after {}", one.subject, lasted(one.since, now)));
        }
    }
    let events = match condition {
        Condition::HeldBack => gathered(events),
        _ => events.into_iter().map(|(_, event)| event).collect(),
    };
    if !standing.iter().eq(known.values()) {
        store.complain(condition, &standing, &events)?;
    }
    Ok(!events.is_empty())
}

/// One event for documents of which the same is to be told: a folder that cannot be written holds
/// back all of them.
fn gathered(events: Vec<(String, Event)>) -> Vec<Event> {
    let mut alike: Vec<(bool, String, Event, usize)> = Vec::new();
    for (subject, event) in events {
        let rest = event.message.replace(&subject, "");
        match alike.iter_mut().find(|(over, known, ..)| *over == event.over && *known == rest) {
            Some((.., count)) => *count += 1,
            None => alike.push((event.over, rest, event, 0)),
        }
    }
    let one = |(_, _, event, more): (bool, String, Event, usize)| match more {
        0 => event,
        more => Event { message: format!("{}; the same of {more} more", event.message), ..event },
    };
    alike.into_iter().map(one).collect()
}

/// One complaint a subject, with the time since which it stands.
fn by_subject(
    found: &[Complaint],
    known: &BTreeMap<String, Complaint>,
    now: DateTime<Utc>,
) -> Vec<Complaint> {
    let mut all: BTreeMap<&str, (&Complaint, usize)> = BTreeMap::new();
    for one in found {
        all.entry(&one.subject).or_insert((one, 0)).1 += 1;
    }
    let one = |(subject, (first, count)): (&str, (&Complaint, usize))| Complaint {
        subject: subject.to_owned(),
        message: match count {
            1 => first.message.clone(),
            count => format!("{} (and {} more of this)", first.message, count - 1),
        },
        since: known.get(subject).map_or(now, |known| known.since),
    };
    all.into_iter().map(one).collect()
}

/// Lines and counts change from run to run without anything else being wrong.
fn wording(message: &str) -> String {
    message.chars().filter(|c| !c.is_numeric()).collect()
}

/// What of putting out a person must look at.
pub(super) fn of_putting_out(report: &Report, now: DateTime<Utc>) -> Vec<Complaint> {
    let out = &report.put_out;
    let documents = out.documents.iter().filter_map(|(path, published)| match published {
        Published::HeldBack(reason) => Some((path.as_str(), format!("{path} was not published: {reason}"))),
        _ => None,
    });
    let left_out =
        out.left_out.iter().map(|(path, why)| (path.as_str(), format!("{path} went out incomplete: {why}")));
    let sections = out.held.iter().map(|held| (held.section.as_str(), shrinking(held)));
    let complaint =
        |(subject, message): (&str, String)| Complaint { subject: subject.to_owned(), message, since: now };
    let feed = match &report.told {
        Told::HeldBack(reason) => {
            Some(("the feed for operators", format!("the feed for operators was not written: {reason}")))
        }
        _ => None,
    };
    documents.chain(left_out).chain(sections).chain(feed).map(complaint).collect()
}

fn shrinking(held: &Held) -> String {
    let Held { section, had, has, share } = held;
    let percent = (share * 100.0).round();
    format!(
        "section \"{section}\" was held back: it would shrink from {had} stories to {has}, and may lose {percent} % at once ([publish] shrink_guard, or shrink_guard of the section); its old documents stay. If the loss is meant: copydesk run --allow-shrink {section}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(list: &[(&str, &str)]) -> Vec<Complaint> {
        let since = DateTime::UNIX_EPOCH;
        let one = |&(subject, message): &(&str, &str)| Complaint {
            subject: subject.into(),
            message: message.into(),
            since,
        };
        list.iter().map(one).collect()
    }

    fn told(store: &mut Store, list: &[(&str, &str)], hours: i64) -> Vec<String> {
        let now = DateTime::from_timestamp(3600 * hours, 0).unwrap();
        judge(store, Condition::Unreadable, &found(list), now).unwrap();
        let events = store.unsaid().unwrap();
        store.all_is_said().unwrap();
        let words = |event: Event| format!("{}{}", if event.over { "over: " } else { "" }, event.message);
        events.into_iter().map(words).collect()
    }

    #[test]
    fn complaint_is_told_when_new_when_changed_and_when_over_and_never_again_between() {
        let mut store = Store::in_memory().unwrap();
        assert_eq!(
            told(&mut store, &[("a", "a:3: no date"), ("b", "b: empty")], 0),
            ["a:3: no date", "b: empty"]
        );
        assert_eq!(told(&mut store, &[("a", "a:7: no date"), ("b", "b: empty")], 1), Vec::<String>::new());
        assert_eq!(told(&mut store, &[("a", "a: no title"), ("b", "b: empty")], 2), ["a: no title"]);
        assert_eq!(told(&mut store, &[("b", "b: empty")], 3), ["over: a, after 3 hours"]);
        assert_eq!(told(&mut store, &[("b", "b: empty")], 4), Vec::<String>::new());
        assert_eq!(told(&mut store, &[], 72), ["over: b, after 3 days"]);
    }

    #[test]
    fn documents_that_are_held_back_for_one_reason_are_one_message() {
        let mut store = Store::in_memory().unwrap();
        let held = [
            ("a/rss.xml", "a/rss.xml was not published: the disk is full"),
            ("b/rss.xml", "b/rss.xml was not published: the disk is full"),
            ("c/rss.xml", "c/rss.xml was not published: it has no title"),
        ];
        let mut told = |list: &[(&str, &str)], hours: i64| {
            let now = DateTime::from_timestamp(3600 * hours, 0).unwrap();
            judge(&mut store, Condition::HeldBack, &found(list), now).unwrap();
            let events = store.unsaid().unwrap();
            store.all_is_said().unwrap();
            events.into_iter().map(|event| event.message).collect::<Vec<_>>()
        };
        assert_eq!(
            told(&held, 0),
            [
                "a/rss.xml was not published: the disk is full; the same of 1 more",
                "c/rss.xml was not published: it has no title"
            ]
        );
        assert_eq!(told(&held, 1), Vec::<String>::new());
        assert_eq!(told(&[], 3), ["a/rss.xml, after 3 hours; the same of 2 more"]);
    }

    #[test]
    fn many_complaints_of_one_file_are_one_message() {
        let mut store = Store::in_memory().unwrap();
        let many = [("a", "a:1: no date"), ("a", "a:2: no date"), ("a", "a:9: no title")];
        assert_eq!(told(&mut store, &many, 0), ["a:1: no date (and 2 more of this)"]);
    }
}
