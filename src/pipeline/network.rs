//! The network of a run: one set of threads, one client, one memory of when each host may be asked
//! again. Made when it is first needed: a run in which nobody is due costs nothing of it.

use std::sync::Arc;

use tokio::runtime::{Builder, Runtime};
use url::Url;

use super::Broken;
use crate::fetch::{self, Address, Client, Document, Due, Outcome};
use crate::model::{Manners, Secret, Switches};
use crate::text::url::take_login;

/// The way out of everything that a run does.
#[derive(Debug)]
pub struct Network {
    manners: Arc<Manners>,
    made: Option<(Runtime, Client)>,
}

impl Network {
    /// A network with these manners; nothing of it is made yet.
    pub fn new(manners: &Manners) -> Self {
        Self { manners: Arc::new(manners.clone()), made: None }
    }

    /// How it behaves.
    pub(super) fn manners(&self) -> Arc<Manners> {
        Arc::clone(&self.manners)
    }

    /// Its threads and its client.
    pub(super) fn made(&mut self) -> Result<(&Runtime, &Client), Broken> {
        let (threads, client) = match self.made.take() {
            Some(made) => made,
            None => (threads()?, fetch::client(&self.manners)?),
        };
        let made = self.made.insert((threads, client));
        Ok((&made.0, &made.1))
    }

    /// One document by its address, as any request is made; or why there is none.
    pub fn get(&mut self, mut url: Url) -> Result<Result<Document, String>, Broken> {
        let login = take_login(&mut url).map(Secret::new);
        let switches = Arc::new(Switches { login, ..Switches::default() });
        let due = Due { switches, ..Due::new("", Address::Http(url)) };
        let (threads, client) = self.made()?;
        let answer = threads.block_on(fetch::in_turn(client, &due));
        Ok(match answer.outcome {
            Outcome::Document(document) => Ok(document),
            Outcome::Failed(receipt) => Err(receipt.message),
            Outcome::NotModified { .. } | Outcome::NotReached { .. } => Err("it gave nothing".to_owned()),
        })
    }
}

impl Drop for Network {
    /// A name that does not resolve may hang in the system; nobody waits for it.
    fn drop(&mut self) {
        if let Some((threads, _)) = self.made.take() {
            threads.shutdown_background();
        }
    }
}

/// The threads that requests run on.
pub(super) fn threads() -> Result<Runtime, Broken> {
    Builder::new_multi_thread().worker_threads(2).enable_all().build().map_err(Broken::Threads)
}
