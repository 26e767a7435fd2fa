//! What became of one entry, and why: the account that `copydesk why` gives.
//!
//! Reads what settling wrote down, asks the same rules again where nothing was, and looks at the
//! published documents themselves. Changes nothing.

use std::fs;

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::config::Desk;
use crate::credits::same_outlet;
use crate::model::{Decision, Rights, Section, Status, Stored, Text};
use crate::pipeline::settle::{self, rulings};
use crate::pipeline::{Broken, rewritten};
use crate::store::{Mark, Store, Withdrawn};
use crate::stories::{
    self,
    lead::{self, Member, Preference},
};
use crate::{identity, sections};

/// Everything that is known of one entry.
#[derive(Debug, Serialize)]
pub struct Account {
    /// Its headline.
    pub title: String,
    /// Who published it.
    pub source: String,
    /// The id it is published under.
    pub id: String,
    /// Its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// When it was published.
    pub published: DateTime<Utc>,
    /// When its content last changed.
    pub updated: DateTime<Utc>,
    /// When copydesk met it.
    pub first_seen: DateTime<Utc>,
    /// What may be shown of it.
    pub rights: &'static str,
    /// The keys it is known by, and which of them recognised it last.
    pub recognised: Vec<String>,
    /// Since when it is frozen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frozen: Option<DateTime<Utc>>,
    /// Whom it credits.
    pub credits: Vec<CreditAccount>,
    /// Its sections, and the rules that put it there.
    pub sections: Vec<String>,
    /// Its story.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub story: Option<StoryAccount>,
    /// What the desk ruled about it or its story.
    pub rulings: Vec<String>,
    /// Where it stands in what is published.
    pub places: Vec<String>,
    /// What it is published as.
    pub outcome: String,
}

/// A credit, and the report it means.
#[derive(Debug, Serialize)]
pub struct CreditAccount {
    /// The outlet.
    pub name: String,
    /// How it is named.
    pub kind: &'static str,
    /// The words that say so.
    pub words: String,
    /// The address that goes with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The member of the story that it means.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report: Option<String>,
}

/// A story from the side of one member.
#[derive(Debug, Serialize)]
pub struct StoryAccount {
    /// The story.
    pub id: String,
    /// How the entry relates to it.
    pub relation: &'static str,
    /// To its nearest member, 0 to 1.
    pub similarity: f64,
    /// The evidence, with figures: what decided, and what was near and not joined.
    pub evidence: Vec<String>,
    /// The others that tell it.
    pub members: Vec<String>,
    /// Stories that a later report showed to be this one, and which report.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub joined: Vec<String>,
    /// Who leads, and why.
    pub lead: String,
}

/// The entries that a person means: by id, guid, any form of a present or former address, or a story's id.
pub fn find(desk: &Desk, store: &Store, wanted: &str, now: DateTime<Utc>) -> Result<Vec<Stored>, Broken> {
    let mut found = store.find(wanted)?;
    if found.iter().any(|entry| rulings::names(wanted, entry)) {
        found.retain(|entry| rulings::names(wanted, entry));
    }
    if found.is_empty() {
        let own = [crate::model::OWN];
        let sources = desk.sources.iter().map(|source| source.key.as_str()).chain(own);
        let keys: Vec<i64> = sources.flat_map(|source| identity::wanted(source, wanted)).collect();
        found = store.by_keys(&keys)?;
    }
    if found.is_empty() {
        found = store.members(wanted, now)?;
    }
    Ok(found)
}

/// The account of one entry.
pub fn account(desk: &Desk, store: &Store, entry: &Stored, now: DateTime<Utc>) -> Result<Account, Broken> {
    let entry = &rewritten::entry(desk, entry.clone());
    let members = match &entry.filing {
        Some(filing) => store.members(&filing.story, now)?,
        None => Vec::new(),
    };
    let lead = match &entry.filing {
        Some(filing) => store.lead_of(&filing.story)?,
        None => None,
    };
    let story = entry.filing.as_ref().map(|filing| {
        Ok::<_, Broken>(StoryAccount {
            id: filing.story.clone(),
            relation: filing.relation.name(),
            similarity: (filing.similarity * 100.0).round() / 100.0,
            evidence: evidence(store, &filing.evidence)?,
            members: members
                .iter()
                .filter(|other| other.row != entry.row)
                .map(|other| called(desk, other))
                .collect(),
            joined: joined(desk, store, &members)?,
            lead: led(desk, &members, lead),
        })
    });
    let source = desk.source(&entry.source);
    Ok(Account {
        title: headline(entry),
        source: settle::name(desk, entry).to_owned(),
        id: entry.id.clone(),
        address: entry.entry.link.clone(),
        published: entry.published,
        updated: entry.updated,
        first_seen: entry.first_seen,
        rights: match source.map_or(Rights::Full, |source| source.rights) {
            Rights::Headline => "headline and link only",
            Rights::Summary => "a summary",
            Rights::Full => "everything",
        },
        recognised: recognised(store, entry)?,
        frozen: entry.frozen,
        credits: credits(desk, entry, &members),
        sections: sections(desk, store, entry)?,
        story: story.transpose()?,
        rulings: ruled(desk, &members, entry),
        places: places(desk, store, &members, lead)?,
        outcome: outcome(desk, store, entry, &members, lead, now)?,
    })
}

fn headline(entry: &Stored) -> String {
    let title = entry.entry.title.as_ref();
    title.map_or_else(|| "(without a title)".to_owned(), Text::without_markup)
}

fn called(desk: &Desk, entry: &Stored) -> String {
    format!("{}: {} ({})", settle::name(desk, entry), headline(entry), entry.id)
}

/// Each kind of key, how many of it, and which recognised the entry last.
fn recognised(store: &Store, entry: &Stored) -> Result<Vec<String>, Broken> {
    let several = |count: u32| if count > 1 { format!(" ({count} so far)") } else { String::new() };
    let mut lines: Vec<String> = store
        .known_by(entry.row)?
        .into_iter()
        .map(|(kind, count)| kind.name().to_owned() + &several(count))
        .collect();
    lines.push(match entry.known_by {
        Some(kind) => format!("last recognised by its {}", kind.name()),
        None => "met once so far".to_owned(),
    });
    Ok(lines)
}

/// The evidence as it was written down, with the headlines of the stories it speaks of.
fn evidence(store: &Store, written: &[String]) -> Result<Vec<String>, Broken> {
    let mut lines = Vec::with_capacity(written.len());
    for line in written {
        let id = line.strip_prefix("story ").and_then(|rest| rest.split_once(": "));
        let opened = match id {
            Some((id, _)) => store.find(id)?.into_iter().next(),
            None => None,
        };
        lines.push(match (id, opened) {
            (Some((_, rest)), Some(opened)) => format!("\u{201c}{}\u{201d}: {rest}", headline(&opened)),
            _ => line.clone(),
        });
    }
    Ok(lines)
}

/// The stories that became one with this, each with the member that showed it.
fn joined(desk: &Desk, store: &Store, members: &[Stored]) -> Result<Vec<String>, Broken> {
    let mut lines = Vec::new();
    for member in members {
        let written = member.filing.iter().flat_map(|filing| &filing.evidence);
        let both: Vec<String> = written.filter(|line| line.contains(stories::JOINED)).cloned().collect();
        for line in evidence(store, &both)? {
            let story = line.split_once(stories::JOINED).map_or(line.as_str(), |(story, _)| story);
            lines.push(format!(
                "{} became one with it, shown by {}",
                story.trim_end_matches(": "),
                called(desk, member)
            ));
        }
    }
    Ok(lines)
}

/// Who leads a story, and by which step of the order.
fn led(desk: &Desk, members: &[Stored], lead: Option<i64>) -> String {
    let Some(chosen) = members.iter().find(|member| Some(member.row) == lead) else {
        return "nobody: no member may be shown".to_owned();
    };
    let tellers: Vec<_> = members.iter().map(|member| settle::teller(desk, member)).collect();
    let candidates = settle::candidates(desk, &tellers);
    let order = &desk.stories.lead;
    let step = lead::deciding(&candidates, order);
    let reason = match candidates.iter().find(|candidate| candidate.row == chosen.row) {
        _ if rulings::lead(desk, members) == lead => "the desk ruled so".to_owned(),
        _ if members.len() == 1 => "it is the only one".to_owned(),
        _ if lead::choose(&candidates, None, order) != lead => {
            "it was published as the lead, and a published lead stays".to_owned()
        }
        Some(one) => preferred(step, one),
        None => "it was published first".to_owned(),
    };
    format!("{}, because {reason}", called(desk, chosen))
}

fn preferred(step: Option<Preference>, lead: &Member) -> String {
    match step {
        Some(Preference::Own) => "it is our own article".to_owned(),
        Some(Preference::Credited) => {
            format!("{} of the others credit it, and it credits none of them", lead.credited)
        }
        Some(Preference::Rank) => format!("its source has the first rank ({})", lead.rank),
        Some(Preference::Earliest) | None => "it was published first".to_owned(),
    }
}

fn credits(desk: &Desk, entry: &Stored, members: &[Stored]) -> Vec<CreditAccount> {
    let report = |name: &str| {
        let mut others = members.iter().filter(|other| other.row != entry.row);
        others.find(|other| same_outlet(name, settle::name(desk, other))).map(|other| called(desk, other))
    };
    let account = |credit: &crate::model::Credit| CreditAccount {
        name: credit.name.clone(),
        kind: credit.kind.name(),
        words: credit.evidence.clone(),
        url: credit.url.clone(),
        report: report(&credit.name),
    };
    entry.credits.iter().map(account).collect()
}

/// The sections with their rules, and those that its language keeps it out of.
fn sections(desk: &Desk, store: &Store, entry: &Stored) -> Result<Vec<String>, Broken> {
    let placements = store.placements(entry.row)?;
    if store.mark_of(entry.row)?.is_some() {
        return Ok(Vec::new());
    }
    let mut lines: Vec<String> =
        placements.iter().map(|one| format!("{}: {}", one.section, one.rule)).collect();
    let spoken = entry.entry.language.as_deref();
    let foreign = |section: &&Section| {
        !section.languages.is_empty() && placements.iter().all(|placement| placement.section != section.slug)
    };
    for section in desk.sections.iter().filter(foreign) {
        if let Some(language) = spoken {
            lines.push(format!(
                "not {}: takes {}, this is {language}",
                section.slug,
                section.languages.join(", ")
            ));
        }
    }
    let wording = settle::wording(&entry.entry);
    let candidate = settle::candidate(desk, entry, &wording);
    for (section, filter) in sections::kept_out_of(&candidate, &desk.sections) {
        lines.push(format!("not {}: {} keeps it out ({})", section.slug, filter.name, filter.in_words()));
    }
    if placements.is_empty() && lines.is_empty() {
        lines.push(
            "no section but all: neither record nor source names one, no category, no keyword".to_owned(),
        );
    }
    Ok(lines)
}

/// What the desk ruled about an entry and those it tells its story with.
fn ruled(desk: &Desk, members: &[Stored], entry: &Stored) -> Vec<String> {
    let mut lines = Vec::new();
    for (ruling, nth) in desk.rulings.iter().zip(1..) {
        let names = |one: &Stored| ruling.decision.entries().iter().any(|wanted| rulings::names(wanted, one));
        let about_story = !matches!(ruling.decision, Decision::Split(_)) && members.iter().any(names);
        if names(entry) || about_story {
            let reason = ruling.reason.as_deref().map(|reason| format!(": {reason}")).unwrap_or_default();
            let named = ruling.decision.entries().join(", ");
            lines.push(format!("[[rulings]] {nth}, {} {named}{reason}", ruling.decision.name()));
        }
    }
    let withdrawn = desk.withdrawals.iter().zip(1..).filter(|(one, _)| rulings::names(&one.entry, entry));
    lines.extend(withdrawn.map(|(one, nth)| {
        let reason = one.reason.as_deref().map(|reason| format!(": {reason}")).unwrap_or_default();
        format!("[[withdrawals]] {nth}{reason}")
    }));
    lines
}

/// For each section of its story: the place in the front, and which documents on the disk hold it.
fn places(desk: &Desk, store: &Store, members: &[Stored], lead: Option<i64>) -> Result<Vec<String>, Broken> {
    let mut slugs = Vec::new();
    for member in members {
        slugs.extend(store.placements(member.row)?.into_iter().map(|placement| placement.section));
    }
    let Some(lead) = members.iter().find(|member| Some(member.row) == lead) else { return Ok(Vec::new()) };
    let sections = desk.sections.iter().filter(|section| slugs.contains(&section.slug)).chain([&desk.all]);
    let mut lines = Vec::new();
    let mut is_behind = !members.is_empty();
    for member in members {
        is_behind &= store.is_behind(member.row)?;
    }
    if is_behind {
        lines.push("in the archives alone: it came with a source that was new to the desk, behind its newest entries (backlog)".to_owned());
    }
    for section in sections.filter(|_| !is_behind) {
        let key = if section.slug == desk.all.slug { "" } else { &section.slug };
        let front = store.front_state(key)?.map(|front| front.ids).unwrap_or_default();
        lines.push(match front.iter().position(|id| *id == lead.id) {
            Some(at) => format!("{}: story {} of {}; {}", section.slug, at + 1, front.len(), held(desk, section, lead)),
            None => format!(
                "{}: not in its front: {} stories are newer, or the section was held back, or there was no run since",
                section.slug, section.limit
            ),
        });
    }
    Ok(lines)
}

/// Which documents of a section hold a story, and which do not.
fn held(desk: &Desk, section: &Section, lead: &Stored) -> String {
    let files = desk.formats.iter().filter(|format| format.is_feed()).map(|format| format.file_name());
    let (held, missing): (Vec<_>, Vec<_>) = files.partition(|file| holds(desk, section, file, lead));
    let missing = match missing.is_empty() {
        true => String::new(),
        false => format!("; not in {}, which was held back", missing.join(", ")),
    };
    format!("led there in {}{missing}", held.join(", "))
}

/// Whether a published document holds an entry, by id, guid or address.
fn holds(desk: &Desk, section: &Section, file: &str, lead: &Stored) -> bool {
    let document = fs::read_to_string(desk.publish.join(&section.slug).join(file)).unwrap_or_default();
    let marks = [Some(lead.id.as_str()), lead.guid.as_deref()];
    marks
        .into_iter()
        .flatten()
        .any(|mark| document.contains(mark) || document.contains(&mark.replace('&', "&amp;")))
}

fn outcome(
    desk: &Desk,
    store: &Store,
    entry: &Stored,
    members: &[Stored],
    lead: Option<i64>,
    now: DateTime<Utc>,
) -> Result<String, Broken> {
    let name = settle::name(desk, entry);
    match store.mark_of(entry.row)? {
        Some(Mark::Held) => {
            return Ok(format!(
                "nothing: it came with many old or undated ones, or from a stranger, and waits for a person; `copydesk source show \"{name}\" --release` lets it in"
            ));
        }
        Some(Mark::Filtered) => {
            let wording = settle::wording(&entry.entry);
            let candidate = settle::candidate(desk, entry, &wording);
            return Ok(match sections::kept_out(&candidate, desk.filters_of(&entry.source)) {
                Some(filter) => format!("nothing: {} keeps it out ({})", filter.name, filter.in_words()),
                None => "nothing yet: a filter kept it out that is not in the configuration any more; the next run lets it in".to_owned(),
            });
        }
        None => {}
    }
    if entry.status == Status::Withdrawn {
        return Ok(match store.withdrawal_of(entry.row)? {
            Some(Withdrawn::Alone) => "nothing: the desk has withdrawn it".to_owned(),
            Some(Withdrawn::WholeStory) => "nothing: the desk has withdrawn its whole story".to_owned(),
            None if !entry.is_own() && desk.source(&entry.source).is_none() => {
                "nothing: its source is not in the configuration any more".to_owned()
            }
            None if !entry.is_own() => "nothing: its source has withdrawn it".to_owned(),
            None => "nothing: its record says that it is withdrawn".to_owned(),
        });
    }
    if let Some(embargo) = entry.embargo.filter(|embargo| *embargo > now) {
        let until = embargo.to_rfc3339();
        return Ok(match entry.is_own() {
            true => format!(
                "nothing yet: it is embargoed until {until}, the time that its record, sidecar or rule states"
            ),
            false => format!("nothing yet: it is embargoed until {until}"),
        });
    }
    if entry.filing.is_none() {
        return Ok("nothing yet: it waits for the next run".to_owned());
    }
    Ok(match members.iter().find(|member| Some(member.row) == lead) {
        Some(leads) if leads.row == entry.row => "the lead of its story".to_owned(),
        Some(leads) if same_outlet(settle::name(desk, leads), settle::name(desk, entry)) => {
            format!("nothing of its own: its source leads the story with {}", headline(leads))
        }
        Some(leads) => format!(
            "\u{201c}also reported by\u{201d} or credit of the story led by {}: {}",
            settle::name(desk, leads),
            headline(leads)
        ),
        None => "nothing: its story has no lead".to_owned(),
    })
}
