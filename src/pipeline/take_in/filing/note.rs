//! What a document, and the way to it, say of their source.

use chrono::{DateTime, Utc};

use crate::fetch::{Answer, Document, Outcome};
use crate::model::{Feed, Hub, Mend, Repair, SourceState, Text, Veil};
use crate::sources::visits;
use crate::text;

/// Where the redirects ended, and since when they lead elsewhere.
pub(super) fn end(
    state: &mut SourceState,
    answer: &Answer,
    at: DateTime<Utc>,
    ends: &std::collections::HashMap<String, String>,
) {
    let end = match &answer.outcome {
        Outcome::Document(document) => &document.url,
        Outcome::NotModified { validators, .. } => &validators.url,
        _ => return,
    };
    let host = |url: &str| url::Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned));
    let is_elsewhere =
        !answer.hops.is_empty() && answer.moved_to().is_none() && host(end) != host(&state.address);
    state.life.elsewhere_since = is_elsewhere.then(|| state.life.elsewhere_since.unwrap_or(at));
    state.life.end = Some(end.clone());
    state.life.same_as = ends.get(end).filter(|key| **key != state.key).cloned();
}

/// What a document says of its source.
pub(super) fn document(
    state: &mut SourceState,
    feed: &Feed,
    document: &Document,
    repairs: &[Repair],
    veil: &Veil,
    at: DateTime<Utc>,
) {
    let is_cut = repairs.iter().any(|repair| repair.kind == Mend::Truncated);
    // A document that is cut short must not be confirmed by its validators (rule 2.3).
    if !is_cut {
        visits::keep(state, document.validators.clone());
    }
    visits::learn(state, feed, document.fresh_for);
    state.title = feed.title.as_ref().map(Text::without_markup).map(|title| veil.over(title));
    state.entries = u32::try_from(feed.entries.len()).unwrap_or(u32::MAX);
    state.repairs = repairs.iter().map(|repair| veil.over(repair.to_string())).collect();
    let life = &mut state.life;
    life.remember(at, "200");
    life.full = Some(at);
    // A hub knows nothing of what only we may ask for.
    life.hub = hub(feed, document).filter(|_| !veil.hides_address());
    life.robots = document.robots.clone().unwrap_or_default();
    if feed.entries.is_empty() {
        life.empty = life.empty.saturating_add(1);
    } else {
        (life.empty, life.usual) = (0, state.entries);
    }
    let is_broken = repairs.iter().any(|repair| repair.kind.is_of_syntax());
    let is_finished = feed.expired || feed.expires.is_some_and(|from| from <= at);
    life.finished_since = is_finished.then(|| life.finished_since.unwrap_or(at));
    life.broken_since = is_broken.then(|| life.broken_since.unwrap_or(at));
    life.hint = hint(feed, &document.url).map(|hint| veil.over(text::url::without_login(&hint)));
}

/// The hub that tells of changes to the feed, and what it calls the feed: headers come first (WebSub 1.0,
/// section 4).
fn hub(feed: &Feed, document: &Document) -> Option<Hub> {
    let address = document.hub.as_ref().or(feed.hubs.first())?;
    let topic = document.self_link.as_ref().or(feed.self_link.as_ref()).unwrap_or(&document.url);
    // A login in what a feed names is a stranger's.
    let [address, topic] = [address, topic].map(|address| text::url::without_login(address));
    Some(Hub { address, topic })
}

/// Another address that the publisher names for the feed (rule 5.7).
fn hint(feed: &Feed, url: &str) -> Option<String> {
    let is_other = |named: &&String| named.trim_end_matches('/') != url.trim_end_matches('/');
    feed.moved_to.as_ref().filter(is_other).cloned()
}
