//! A source whose name was changed in the configuration, without a `key` that would say so: it is the
//! one of before, if that is gone from the configuration and had the same feed.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, Utc};

use super::{Broken, changed};
use crate::config::Desk;
use crate::credits::same_outlet;
use crate::model::{Credit, FrontStory, LIST, SourceKey};
use crate::store::Store;

/// Recognises what was renamed since the last run, and tells which `key` says so for ever.
pub(crate) fn recognise(desk: &mut Desk, store: &mut Store, now: DateTime<Utc>) -> Result<(), Broken> {
    apply(desk, &store.renamed()?);
    let states = store.sources()?;
    if desk.sources.iter().all(|source| states.contains_key(&*source.key)) {
        return Ok(());
    }
    let rules = store.rules()?;
    let listed: BTreeSet<String> = store.listed()?.into_iter().map(|listed| listed.key.to_string()).collect();
    // Who shares an address with another cannot be told from it by that.
    let mut by_address: BTreeMap<&str, Vec<&String>> = BTreeMap::new();
    for (key, state) in &states {
        if !key.starts_with(LIST) && !listed.contains(key) && desk.source(key).is_none() {
            by_address.entry(&state.address).or_default().push(key);
        }
    }
    let mut uses: HashMap<String, usize> = HashMap::new();
    for source in desk.sources.iter().filter(|_| !by_address.is_empty()) {
        *uses.entry(source.known_as()).or_default() += 1;
    }
    let mut found = Vec::new();
    for source in desk.sources.iter().filter(|source| !states.contains_key(&*source.key)) {
        let address = source.known_as();
        if uses.get(&*address) != Some(&1) {
            continue;
        }
        let known = by_address.get(&*address);
        let Some([known]) = known.map(Vec::as_slice) else { continue };
        let Ok(key) = SourceKey::new(known.as_str()) else { continue };
        let name = rules.get(*known).map_or_else(|| known.to_string(), |rules| rules.name.clone());
        found.push((source.key.clone(), key, name, source.name.clone()));
    }
    for (key, known, old, new) in found {
        let message = format!(
            "the source \"{new}\" is the one that was called \"{old}\": its feed is the same, so its entries keep their ids; write key = \"{known}\" in its [[sources]], so that a lost database knows it too"
        );
        store.is_renamed(&key, &known, &old, &changed(message, now))?;
        desk.is_known_as(&key, &known, &old);
    }
    Ok(())
}

/// Has what is known of a section follow its new slug, once: the one that `formerly` names and that
/// was published under that name last.
pub(crate) fn sections(desk: &Desk, store: &mut Store, now: DateTime<Utc>) -> Result<(), Broken> {
    if desk.sections.iter().all(|section| section.formerly.is_empty()) {
        return Ok(());
    }
    let is_published = |store: &Store, slug: &str| {
        Ok::<_, Broken>(store.front_state(slug)?.is_some_and(|front| !front.leads_on()))
    };
    for section in &desk.sections {
        let slug = &section.slug;
        // Where it stands under its new name already, only the addresses of the old one lead on.
        if is_published(store, slug)? || !store.archives(slug)?.is_empty() {
            continue;
        }
        let mut former = section.formerly.iter().rev();
        let Some(old) = former.find(|old| is_published(store, old).unwrap_or(false)) else { continue };
        let message = match (section.is_redirected_to(now), section.redirect_until) {
            (true, Some(last)) => format!(
                "the section \"{old}\" is called \"{slug}\" now: its feeds are in {slug}/, and the addresses in {old}/ lead there until {last} (redirect_until)"
            ),
            (true, None) => format!(
                "the section \"{old}\" is called \"{slug}\" now: its feeds are in {slug}/, and the addresses in {old}/ lead there"
            ),
            (false, _) => format!(
                "the section \"{old}\" is called \"{slug}\" now: its feeds are in {slug}/, and nothing leads there from {old}/ (redirect_until is over)"
            ),
        };
        store.section_is_renamed(old, slug, &changed(message, now))?;
    }
    Ok(())
}

/// Gives renamed sources the keys that they are known by, unless the configuration gives those itself.
pub(crate) fn apply(desk: &mut Desk, renamed: &[(String, String, String)]) {
    for (key, known, name) in renamed {
        let Ok(to) = SourceKey::new(known.as_str()) else { continue };
        // Once the configuration has the key, the name of before still credits it.
        let is_taken = desk.sources.iter().any(|source| source.key == to);
        let key = if is_taken { known } else { key };
        desk.is_known_as(key, &to, name);
    }
}

/// Credits that call a source by a name of before call it by that of now.
pub(crate) fn credit(desk: &Desk, credits: &mut Vec<Credit>) {
    desk.forgotten.out_of(credits);
    for source in desk.sources.iter().filter(|source| !source.former_names.is_empty()) {
        let is_meant = |credit: &Credit| {
            source.former_names.iter().any(|name| same_outlet(name, &credit.name))
                // A name that another source has by now means that one.
                && !desk.sources.iter().any(|other| other.key != source.key && same_outlet(&other.name, &credit.name))
        };
        for credit in credits.iter_mut().filter(|credit| is_meant(credit)) {
            credit.name.clone_from(&source.name);
        }
    }
}

/// The same for all that a story is told by.
pub(crate) fn credit_story(desk: &Desk, mut story: FrontStory) -> FrontStory {
    credit(desk, &mut story.lead.credits);
    for other in &mut story.others {
        credit(desk, &mut other.credits);
    }
    story
}
