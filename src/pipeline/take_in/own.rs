//! Our own articles: every record, filed like a source of its own.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::filing::{JUDGE, host};
use super::{Scope, TakenIn, adopt, files};
use crate::articles::{self, Unreadable};
use crate::config::{ALL, Desk};
use crate::credits::Names;
use crate::identity;
use crate::model::{Article, Complaint, Condition, OWN, Outlet};
use crate::pipeline::{Broken, Halt, complaints, credit};
use crate::sections;
use crate::store::Store;

/// Files every article record.
pub(in crate::pipeline) fn take_articles(
    desk: &Desk,
    store: &mut Store,
    scope: &Scope,
    now: DateTime<Utc>,
    halt: &Halt,
    taken: &mut TakenIn,
) -> Result<(), Broken> {
    let outlets = desk.outlets();
    let names = Names::new(&outlets);
    let home = Some(desk.site.home.clone()).filter(|home| !home.is_empty());
    let own = Outlet { name: desk.site.title.clone(), home };
    let mut read = articles::load_while(&desk.root, &desk.articles, &outlets, &|| !halt.is_told());
    if halt.is_told() {
        return Ok(());
    }
    if let Some(bytes) = &scope.records {
        let rule = desk.articles.first().cloned().unwrap_or_default();
        read.extend(articles::ndjson(bytes, &rule, &outlets));
    }
    store.begin_batch()?;
    files::follow(desk, store, &read, scope, now)?;
    let host = host(desk);
    let mut keys = BTreeSet::new();
    let (mut incoming, mut bad) = (Vec::new(), Vec::new());
    for article in read {
        match article {
            Ok(article) if !keys.insert(article.key.clone()) => {
                let Article { path, key, .. } = article;
                bad.push(Unreadable {
                    path,
                    line: None,
                    seen: format!("another record has the id \"{key}\" already"),
                    remedy: "give one of them another".to_owned(),
                });
            }
            Ok(mut article) => {
                give_address(desk, store, &mut article)?;
                articles::resolve(&mut article, &desk.site.home);
                let path = &article.path;
                taken.repaired.extend(article.repairs.iter().map(|repair| format!("{path}: {repair}")));
                taken.repaired.extend(time_told(&article, now));
                article.credits = credit::beside(&article, &names);
                let credits = credit::of_article(&article, &own, &names);
                let mut one = identity::of_article(article, &host, now);
                // Who is credited depends on the outlets and languages that are known too: where
                // that changes, the article is read anew though its record is the same.
                one.print ^= credit::print(&credits);
                incoming.push(one);
            }
            Err(unreadable) => bad.push(unreadable),
        }
    }
    adopt::published_ids(desk, store, &mut incoming)?;
    desk.forgotten.sift(&mut incoming);
    taken.articles = store.file(OWN, None, &incoming, now, &JUDGE)?;
    taken.unreadable = bad.iter().map(ToString::to_string).collect();
    // What is piped in comes once; whoever pipes it sees what became of it.
    let (piped, lying): (Vec<_>, Vec<_>) = bad.into_iter().partition(|one| one.path == articles::PIPED);
    taken.piped = piped.iter().map(ToString::to_string).collect();
    let complaint =
        |one: &Unreadable| Complaint { subject: one.path.clone(), message: one.to_string(), since: now };
    let lying: Vec<Complaint> = lying.iter().map(complaint).collect();
    complaints::judge(store, Condition::Unreadable, &lying, now)?;
    Ok(store.end_batch()?)
}

/// What a person should know of an article's time: that it waits for it, or that it was mended.
fn time_told(article: &Article, now: DateTime<Utc>) -> Option<String> {
    let path = &article.path;
    let ahead = article.entry.published.filter(|date| *date > now);
    match (article.embargo.max(ahead.filter(|_| article.is_dated)), ahead) {
        (Some(until), _) if until > now => {
            let until = until.to_rfc3339();
            Some(format!("{path}: waits until {until}, the time that its record, sidecar or rule states"))
        }
        (_, Some(date)) => {
            let date = date.to_rfc3339();
            Some(format!(
                "{path}: nobody wrote when it was published, and the file's time, {date}, is ahead of this run's clock; taken as now"
            ))
        }
        _ => None,
    }
}

/// An article without an address gets one by its rule's pattern, once and for ever.
fn give_address(desk: &Desk, store: &mut Store, article: &mut Article) -> Result<(), Broken> {
    let Some(pattern) = &article.address_pattern else { return Ok(()) };
    if article.entry.link.is_some() {
        return Ok(());
    }
    let named = article.sections.iter().find_map(|name| sections::named(name, &desk.sections));
    let section = named.map_or(ALL, |section| section.slug.as_str());
    let address = store.address(&article.key, &|nth| articles::address(pattern, article, section, nth))?;
    article.entry.link = Some(address);
    Ok(())
}
