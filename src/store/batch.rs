//! Steps of one transaction, alone or several together.
//!
//! Every step is whole: a source's entries and its validators are kept together or not at all.
//! Where answers come faster than they are filed, a commit for each costs more than the filing;
//! what waits in memory anyway is then committed together.

use std::ops::Deref;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::{Error, Store};

/// A step: in a transaction of its own, or as part of the batch that is under way.
pub(super) enum Step<'c> {
    Alone(Transaction<'c>),
    Part(&'c Connection),
}

impl Deref for Step<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        match self {
            Self::Alone(transaction) => transaction,
            Self::Part(connection) => connection,
        }
    }
}

impl Step<'_> {
    /// Keeps the step; as part of a batch, once the batch is kept.
    pub(super) fn commit(self) -> Result<(), Error> {
        match self {
            Self::Alone(transaction) => Ok(transaction.commit()?),
            Self::Part(_) => Ok(()),
        }
    }
}

/// While it lives the store stays as it was, for whoever reads it here.
#[derive(Debug)]
pub struct Reading<'c> {
    _view: Option<Transaction<'c>>,
}

impl Store {
    /// Begins a batch, if none is under way. Until [`Store::end_batch`] nothing is kept for good; a
    /// step that fails spoils the batch, so that the store must be given up.
    pub fn begin_batch(&mut self) -> Result<(), Error> {
        if self.connection.is_autocommit() {
            self.connection.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        }
        Ok(())
    }

    /// Keeps what the batch holds, if one is under way.
    pub fn end_batch(&mut self) -> Result<(), Error> {
        if !self.connection.is_autocommit() {
            self.connection.prepare_cached("COMMIT")?.execute([])?;
        }
        Ok(())
    }

    /// The store as of this instant, until what is returned is dropped: many questions one after the
    /// other cost less than if each takes and gives back its locks.
    pub fn reading(&self) -> Result<Reading<'_>, Error> {
        let reads = || Transaction::new_unchecked(&self.connection, TransactionBehavior::Deferred);
        let alone = self.connection.is_autocommit().then(reads);
        Ok(Reading { _view: alone.transpose()? })
    }

    /// A step that may be part of a batch.
    pub(super) fn step(&mut self) -> Result<Step<'_>, Error> {
        match self.connection.is_autocommit() {
            true => Ok(Step::Alone(self.connection.transaction()?)),
            false => Ok(Step::Part(&self.connection)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn batch_is_kept_as_a_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("x.db");
        let first = |store: &mut Store, key: &str| {
            store.address(key, &|nth| format!("https://d.example/{nth}")).unwrap()
        };
        let mut store = Store::open(&database).unwrap();
        store.begin_batch().unwrap();
        store.begin_batch().unwrap();
        assert_eq!(first(&mut store, "lost"), "https://d.example/1");
        drop(store);
        let mut store = Store::open(&database).unwrap();
        store.end_batch().unwrap();
        store.begin_batch().unwrap();
        assert_eq!(first(&mut store, "kept"), "https://d.example/1");
        store.end_batch().unwrap();
        drop(store);
        assert_eq!(first(&mut Store::open(&database).unwrap(), "next"), "https://d.example/2");
    }
}
