//! Hubs (WebSub): they tell when a source has something new, so that it is asked once a day and at once.
//!
//! A notice is taken as a bell: what it brings along is not read, the next run asks the source itself,
//! conditionally as ever. So nothing that a hub sends can become news, and nothing is lost without it.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use ring::hmac;
use url::Url;
use url::form_urlencoded;
use uuid::Uuid;

use super::{Broken, Halt, Network};
use crate::config::{Desk, Source};
use crate::fetch::{self, Address};
use crate::model::{CALLED_AT, Hub, SourceState};
use crate::store::{Push, Store};

/// Where a hub is trusted, its sources are asked so often to see whether it tells everything (rule 3.9).
const CHECK: TimeDelta = TimeDelta::days(1);
/// However often a hub rings, two visits lie so far apart.
const SHORTEST: TimeDelta = TimeDelta::minutes(5);
/// What a visit finds was not told of if it is older than this: a hub needs a moment.
const A_MOMENT: TimeDelta = TimeDelta::hours(1);
/// How long a subscription is asked for.
const LEASE: TimeDelta = TimeDelta::days(10);
/// What a hub may grant.
const LEASES: std::ops::RangeInclusive<i64> = 3600..=90 * 86_400;
/// A subscription that ends so soon is renewed.
const RENEWED_BEFORE: TimeDelta = TimeDelta::days(2);
/// A hub that did not confirm is asked again after so long.
const ASKED_AGAIN_AFTER: TimeDelta = TimeDelta::days(1);
/// Requests to hubs in a run.
const MOST: usize = 50;
/// And the time for all of them: a run has to end before the next begins.
const TIME: Duration = Duration::from_secs(30);
/// What a notice says that nobody can be sure of.
const UNSIGNED: &str = "a notice came that is not signed by it with sha256 or better";
/// A challenge is some random letters.
const LONGEST_CHALLENGE: usize = 2000;

/// When a source is asked next by itself. `usual` is what its schedule says.
pub fn visit(state: &SourceState, push: Option<&Push>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let usual = state.next_visit.map(|visit| state.life.not_before.map_or(visit, |floor| visit.max(floor)));
    let (Some(push), Some(asked)) = (push, state.asked) else { return usual };
    if has_rung(push, asked) {
        return Some(asked + SHORTEST);
    }
    if state.life.trouble.is_none() && is_trusted(push, now) {
        Some(usual?.max(asked + CHECK))
    } else {
        usual
    }
}

/// Whether the hub rang since the source was asked.
pub(super) fn has_rung(push: &Push, asked: DateTime<Utc>) -> bool {
    push.told.is_some_and(|told| told > asked)
}

/// Whether the hub confirmed, and rings: once at least since the subscription began, or since it missed
/// something (rule 3.9). Some sign with SHA-1 alone, and would be taken for silent.
pub fn is_trusted(push: &Push, now: DateTime<Utc>) -> bool {
    push.confirmed.is_some()
        && push.ends.is_some_and(|ends| now < ends)
        && push.told.is_some_and(|told| push.missed.is_none_or(|missed| missed < told))
}

/// Whether a visit found what the hub should have told of: something new that is not brand-new, and came
/// out while the hub was trusted. `asked`: when the source was asked before that.
pub(super) fn has_missed(
    push: &Push,
    asked: DateTime<Utc>,
    newest: DateTime<Utc>,
    at: DateTime<Utc>,
) -> bool {
    let since = asked.max(push.confirmed.unwrap_or(at));
    is_trusted(push, at) && !has_rung(push, asked) && newest > since && newest + A_MOMENT < at
}

/// Asks the hubs that sources name, where there is no subscription, or it ends soon. Forgets those that
/// nobody wants any more.
pub(super) fn subscribe(
    network: &mut Network,
    desk: &Desk,
    store: &mut Store,
    now: DateTime<Utc>,
    halt: &Halt,
) -> Result<(), Broken> {
    let known = store.pushes()?;
    let states = if desk.push { store.sources()? } else { BTreeMap::new() };
    let hub = |source: &Source| Some((source.key.to_string(), hub_of(source, states.get(&*source.key)?)?));
    let hubs: BTreeMap<String, &Hub> =
        desk.sources.iter().filter(|source| !source.paused).filter_map(hub).collect();
    for source in known.keys().filter(|source| !hubs.contains_key(*source)) {
        store.forget_push(source)?;
    }
    let due = due(&hubs, &known, now);
    if due.is_empty() { Ok(()) } else { ask_all(network, desk, store, due, halt) }
}

/// The subscriptions that are asked for in this run: new ones, then those that were not asked for longest.
fn due(hubs: &BTreeMap<String, &Hub>, known: &BTreeMap<String, Push>, now: DateTime<Utc>) -> Vec<Push> {
    let asked_for = |(source, hub): (&String, &&Hub)| {
        let push = known.get(source).filter(|push| push.hub == hub.address && push.topic == hub.topic);
        match push {
            Some(push) => is_to_be_asked(push, now).then(|| Push { asked: now, ..push.clone() }),
            None => Some(anew(source, hub, now)),
        }
    };
    let mut due: Vec<Push> = hubs.iter().filter_map(asked_for).collect();
    due.sort_by_key(|push| known.get(&push.source).map(|push| push.asked));
    due.truncate(MOST);
    due
}

fn ask_all(
    network: &mut Network,
    desk: &Desk,
    store: &mut Store,
    due: Vec<Push>,
    halt: &Halt,
) -> Result<(), Broken> {
    let (threads, client) = network.made()?;
    let began = Instant::now();
    let mut unwilling: Vec<String> = Vec::new();
    for push in due {
        if halt.is_told() || began.elapsed() > TIME {
            break;
        }
        // A hub that is in trouble is left alone until the next run.
        if unwilling.contains(&push.hub) {
            continue;
        }
        // Before the hub is asked: it may call back before it answers.
        store.ask_for_push(&push)?;
        if let Err(reason) = threads.block_on(ask(client, &desk.site.base_url, &push)) {
            store.push_is_answered(&push.name, &reason)?;
            unwilling.push(push.hub);
        }
    }
    Ok(())
}

/// The hub of a source, if it is one for everybody: a hub knows nothing behind a login.
fn hub_of<'a>(source: &Source, state: &'a SourceState) -> Option<&'a Hub> {
    let Address::Http(url) = &source.address else { return None };
    let is_open = source.switches == Default::default() && url.username().is_empty();
    let is_live = !state.retired && state.address == source.known_as();
    state.life.hub.as_ref().filter(|_| is_open && is_live)
}

fn is_to_be_asked(push: &Push, now: DateTime<Utc>) -> bool {
    let ends = push.ends.filter(|_| push.confirmed.is_some());
    let is_to_be_renewed = ends.is_none_or(|ends| ends - now < RENEWED_BEFORE);
    is_to_be_renewed && now - push.asked >= ASKED_AGAIN_AFTER
        // A hub that missed something is asked anew, once (rule 3.9).
        || push.missed.is_some_and(|missed| missed > push.asked)
}

fn anew(source: &str, hub: &Hub, now: DateTime<Utc>) -> Push {
    Push {
        source: source.to_owned(),
        hub: hub.address.clone(),
        topic: hub.topic.clone(),
        name: Uuid::new_v4().simple().to_string(),
        secret: [Uuid::new_v4(), Uuid::new_v4()].map(|half| half.simple().to_string()).concat(),
        asked: now,
        ..Push::default()
    }
}

async fn ask(client: &fetch::Client, base: &str, push: &Push) -> Result<(), String> {
    let hub = Url::parse(&push.hub).map_err(|error| format!("{:?} is no address: {error}", push.hub))?;
    let (callback, lease) = (format!("{base}{CALLED_AT}{}", push.name), LEASE.num_seconds().to_string());
    let form = [
        ("hub.mode", "subscribe"),
        ("hub.topic", &push.topic),
        ("hub.callback", &callback),
        ("hub.lease_seconds", &lease),
        ("hub.secret", &push.secret),
    ];
    fetch::post(client, &hub, &form).await
}

/// A hub asks whether a subscription is meant: the challenge that it wants back, or `None` where nobody
/// asked for it (WebSub 1.0, section 5.3).
pub fn confirm(
    store: &mut Store,
    name: &str,
    query: &str,
    now: DateTime<Utc>,
) -> Result<Option<String>, Broken> {
    let Some(push) = store.push_named(name)? else { return Ok(None) };
    let value = |name: &str| {
        let mut pairs = form_urlencoded::parse(query.as_bytes());
        pairs.find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
    };
    if value("hub.topic").as_deref() != Some(push.topic.as_str()) {
        return Ok(None);
    }
    match value("hub.mode").as_deref() {
        Some("denied") => {
            let reason = value("hub.reason").filter(|reason| !reason.is_empty());
            let reason: String =
                reason.unwrap_or_else(|| "no reason given".into()).chars().take(200).collect();
            store.push_is_denied(name, &format!("denied: {reason}"))?;
            Ok(Some(String::new()))
        }
        Some("subscribe") => {
            let lease = value("hub.lease_seconds").and_then(|lease| lease.parse::<i64>().ok());
            let lease = lease.unwrap_or(LEASE.num_seconds()).clamp(*LEASES.start(), *LEASES.end());
            let challenge = value("hub.challenge").filter(|text| text.len() <= LONGEST_CHALLENGE);
            if challenge.is_some() {
                store.push_is_confirmed(name, now, now + TimeDelta::seconds(lease))?;
            }
            Ok(challenge)
        }
        // Nobody here ends a subscription before its time.
        _ => Ok(None),
    }
}

/// A hub tells of something new. Whether it is believed: it signs with what only the two of us know.
pub fn hear(
    store: &mut Store,
    name: &str,
    signature: &str,
    body: &[u8],
    now: DateTime<Utc>,
) -> Result<bool, Broken> {
    let Some(push) = store.push_named(name)? else { return Ok(false) };
    let is_genuine = is_signed(&push.secret, signature, body);
    match is_genuine {
        true => store.push_came(name, now)?,
        false => store.push_is_answered(name, UNSIGNED)?,
    }
    Ok(is_genuine)
}

/// Whether a hub calls by this name.
pub fn is_called(store: &Store, name: &str) -> Result<bool, Broken> {
    Ok(store.push_named(name)?.is_some())
}

/// `X-Hub-Signature: sha256=HEX`. SHA-1 is not believed any more.
fn is_signed(secret: &str, signature: &str, body: &[u8]) -> bool {
    let Some((method, tag)) = signature.trim().split_once('=') else { return false };
    let algorithm = match method.to_ascii_lowercase().as_str() {
        "sha256" => hmac::HMAC_SHA256,
        "sha384" => hmac::HMAC_SHA384,
        "sha512" => hmac::HMAC_SHA512,
        _ => return false,
    };
    let digit = |digit: u8| char::from(digit).to_digit(16);
    let byte = |pair: &[u8]| match pair {
        [high, low] => u8::try_from(digit(*high)? * 16 + digit(*low)?).ok(),
        _ => None,
    };
    let tag: Option<Vec<u8>> = tag.as_bytes().chunks(2).map(byte).collect();
    // `verify` takes the same time wherever they differ.
    tag.is_some_and(|tag| hmac::verify(&hmac::Key::new(algorithm, secret.as_bytes()), body, &tag).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hours: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_700_000_000 + 3600 * hours, 0).unwrap()
    }

    fn asked(hours: i64) -> SourceState {
        SourceState { asked: Some(at(hours)), next_visit: Some(at(hours + 1)), ..SourceState::default() }
    }

    fn confirmed() -> Push {
        Push { confirmed: Some(at(0)), ends: Some(at(240)), told: Some(at(0)), ..Push::default() }
    }

    #[test]
    fn rule_3_9_a_source_with_a_trusted_hub_is_asked_once_a_day_and_when_it_rings() {
        let state = asked(1);
        assert_eq!(visit(&state, None, at(1)), Some(at(2)));
        for not_yet in [Push { confirmed: None, ..confirmed() }, Push { told: None, ..confirmed() }] {
            assert_eq!(visit(&state, Some(&not_yet), at(1)), Some(at(2)), "{not_yet:?}");
        }
        assert_eq!(visit(&state, Some(&confirmed()), at(1)), Some(at(25)));
        assert_eq!(visit(&state, Some(&confirmed()), at(240)), Some(at(2)), "it has ended");
        let rung = Push { told: Some(at(3)), ..confirmed() };
        assert_eq!(visit(&state, Some(&rung), at(3)), Some(at(1) + SHORTEST));
        assert_eq!(visit(&asked(4), Some(&rung), at(4)), Some(at(28)));
    }

    #[test]
    fn rule_3_9_a_hub_that_missed_something_is_trusted_again_once_it_rings() {
        let push = confirmed();
        assert!(has_missed(&push, at(1), at(5), at(25)));
        assert!(!has_missed(&push, at(1), at(25), at(25)), "brand-new");
        assert!(!has_missed(&push, at(1), at(1), at(25)), "known before");
        assert!(!has_missed(&Push { told: Some(at(6)), ..push.clone() }, at(1), at(5), at(25)), "it rang");
        let missed = Push { missed: Some(at(25)), ..push };
        assert_eq!(visit(&asked(25), Some(&missed), at(25)), Some(at(26)));
        assert!(is_to_be_asked(&missed, at(25)), "asked anew");
        assert!(is_trusted(&Push { told: Some(at(30)), ..missed }, at(31)));
    }

    #[test]
    fn a_notice_is_believed_by_its_signature_alone() {
        // Made with Python: hmac.new(b"key", b"The crane fell", "sha256").hexdigest().
        let signature = "sha256=0296b1e458669ad14c9fa9562cb8724a5bf823adb7db7cd6d3561fb9e61815b0";
        assert!(is_signed("key", signature, b"The crane fell"));
        assert!(is_signed("key", &signature.to_ascii_uppercase(), b"The crane fell"));
        for (secret, signature, body) in [
            ("other", signature, "The crane fell"),
            ("key", signature, "The crane stood"),
            ("key", &signature[..signature.len() - 2], "The crane fell"),
            ("key", &signature[..signature.len() - 1], "The crane fell"),
            ("key", "sha256=", "The crane fell"),
            ("key", "sha1=00", "The crane fell"),
            ("key", "", "The crane fell"),
        ] {
            assert!(!is_signed(secret, signature, body.as_bytes()), "{secret} {signature} {body}");
        }
    }
}
