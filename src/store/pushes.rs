//! Subscriptions to hubs (WebSub): what was asked for, what the hub confirmed, what it told last.
//!
//! Two programs write here, a run and whoever answers the hub's calls, each its own columns.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row, params};

use super::{Error, Store, millis, time};

/// A subscription of one source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Push {
    /// Key of the source.
    pub source: String,
    /// Address of the hub.
    pub hub: String,
    /// The address that the hub knows the feed by.
    pub topic: String,
    /// The last part of the address that the hub calls; nobody can guess it.
    pub name: String,
    /// What the hub signs its notices with.
    pub secret: String,
    /// When the hub was last asked for it.
    pub asked: DateTime<Utc>,
    /// What the hub said to that, for people.
    pub answer: String,
    /// When the hub last confirmed it.
    pub confirmed: Option<DateTime<Utc>>,
    /// When it ends, unless it is renewed.
    pub ends: Option<DateTime<Utc>>,
    /// When the hub last told of something new.
    pub told: Option<DateTime<Utc>>,
    /// When a visit last found what the hub had not told of.
    pub missed: Option<DateTime<Utc>>,
}

impl Store {
    /// Every subscription, by the key of its source.
    pub fn pushes(&self) -> Result<BTreeMap<String, Push>, Error> {
        let mut query = self.connection.prepare_cached("SELECT * FROM pushes")?;
        let rows = query.query_map([], push)?;
        rows.map(|row| Ok(row.map(|push| (push.source.clone(), push))?)).collect()
    }

    /// The subscription of a source.
    pub fn push(&self, source: &str) -> Result<Option<Push>, Error> {
        let mut query = self.connection.prepare_cached("SELECT * FROM pushes WHERE source = ?1")?;
        Ok(query.query_row([source], push).optional()?)
    }

    /// The subscription that a hub calls by this name.
    pub fn push_named(&self, name: &str) -> Result<Option<Push>, Error> {
        let mut query = self.connection.prepare_cached("SELECT * FROM pushes WHERE name = ?1")?;
        Ok(query.query_row([name], push).optional()?)
    }

    /// Remembers that a hub is about to be asked. What it confirmed stays, if it is still the same
    /// hub and feed.
    pub fn ask_for_push(&mut self, push: &Push) -> Result<(), Error> {
        let step = self.step()?;
        step.prepare_cached("DELETE FROM pushes WHERE source = ?1 AND name <> ?2")?
            .execute([&push.source, &push.name])?;
        step.prepare_cached(
            "INSERT INTO pushes (source, hub, topic, name, secret, asked, answer)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'asked')
             ON CONFLICT (source) DO UPDATE SET asked = excluded.asked, answer = excluded.answer",
        )?
        .execute(params![
            push.source,
            push.hub,
            push.topic,
            push.name,
            push.secret,
            millis(push.asked)
        ])?;
        step.commit()
    }

    /// Remembers what a hub said when it was asked.
    pub fn push_is_answered(&mut self, name: &str, answer: &str) -> Result<(), Error> {
        self.change_push("UPDATE pushes SET answer = ?2 WHERE name = ?1", &[&name, &answer])
    }

    /// Remembers that a hub confirmed a subscription, and until when it lasts.
    pub fn push_is_confirmed(
        &mut self,
        name: &str,
        at: DateTime<Utc>,
        ends: DateTime<Utc>,
    ) -> Result<(), Error> {
        let sql = "UPDATE pushes SET confirmed = ?2, ends = ?3, answer = 'confirmed' WHERE name = ?1";
        self.change_push(sql, &[&name, &millis(at), &millis(ends)])
    }

    /// Remembers that a hub wants no subscription, or no longer.
    pub fn push_is_denied(&mut self, name: &str, reason: &str) -> Result<(), Error> {
        let sql = "UPDATE pushes SET confirmed = NULL, ends = NULL, answer = ?2 WHERE name = ?1";
        self.change_push(sql, &[&name, &reason])
    }

    /// Remembers that a hub told of something new.
    pub fn push_came(&mut self, name: &str, at: DateTime<Utc>) -> Result<(), Error> {
        self.change_push("UPDATE pushes SET told = ?2 WHERE name = ?1", &[&name, &millis(at)])
    }

    /// Remembers that a visit found what the hub had not told of.
    pub fn push_missed(&mut self, source: &str, at: DateTime<Utc>) -> Result<(), Error> {
        self.change_push("UPDATE pushes SET missed = ?2 WHERE source = ?1", &[&source, &millis(at)])
    }

    /// Forgets the subscription of a source; its hub is told at its next call that nobody wants it.
    pub fn forget_push(&mut self, source: &str) -> Result<(), Error> {
        self.change_push("DELETE FROM pushes WHERE source = ?1", &[&source])
    }

    fn change_push(&mut self, sql: &str, values: &[&dyn rusqlite::ToSql]) -> Result<(), Error> {
        self.connection.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }
}

fn push(row: &Row<'_>) -> rusqlite::Result<Push> {
    let moment = |name: &str| Ok::<_, rusqlite::Error>(row.get::<_, Option<i64>>(name)?.map(time));
    Ok(Push {
        source: row.get("source")?,
        hub: row.get("hub")?,
        topic: row.get("topic")?,
        name: row.get("name")?,
        secret: row.get("secret")?,
        asked: time(row.get("asked")?),
        answer: row.get("answer")?,
        confirmed: moment("confirmed")?,
        ends: moment("ends")?,
        told: moment("told")?,
        missed: moment("missed")?,
    })
}
