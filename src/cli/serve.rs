//! `copydesk serve`: the published feeds over HTTP.

use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;

use super::{Common, Outcome, Stop, code, descriptors, now, signals};
use crate::config::{self, Desk};
use crate::model::Section;
use crate::pipeline::{Broken, hubs};
use crate::serve::{self, Announced, Callbacks, Limits, Moved};
use crate::store::Store;

/// The published feeds over HTTP
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Where to listen
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Serve this folder instead of the configuration's publish folder
    #[arg(long, value_name = "DIR", conflicts_with = "refresh")]
    folder: Option<PathBuf>,
    /// Do a run every so many minutes, so that no cron is needed
    #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(u64).range(1..=1440))]
    refresh: Option<u64>,
}

/// Descriptors for the runtime, the signals, the listener and the database.
const NEEDED: usize = 24;
/// How often is looked whether the configuration changed.
const LOOK_AGAIN: Duration = Duration::from_secs(2);

/// Runs the command.
pub(super) fn run(args: &Args, common: &Common) -> Outcome {
    descriptors::need(NEEDED).map_err(Stop::failed)?;
    let mut limits = limits(args);
    let (folder, announced, callbacks) = match &args.folder {
        Some(folder) => (folder.clone(), Announced::default(), None),
        None => {
            let Desk { publish, site, push, database, trusted_proxies, sections, .. } = super::desk(common)?;
            limits.trusted.extend(trusted_proxies);
            let moved = moved_by(&common.config, sections);
            let callbacks = push.then(|| Arc::new(Subscriptions { database }) as Arc<dyn Callbacks>);
            (publish, Announced { base_url: Some(site.base_url), hubs: site.hubs, moved }, callbacks)
        }
    };
    if let Some(minutes) = args.refresh {
        std::fs::create_dir_all(&folder).map_err(|error| {
            Stop::failed(format!("cannot make the publish folder {}: {error}", folder.display()))
        })?;
        let config = common.config.clone();
        // Ends with the process: a run that is cut off loses nothing.
        std::thread::spawn(move || refresh(&config, Duration::from_secs(minutes * 60)));
    } else if !folder.is_dir() {
        let folder = folder.display();
        return Err(Stop::unusable(format!("{folder} is no folder; publish first with `copydesk run`")));
    }
    let runtime = runtime().map_err(Stop::failed)?;
    let served = Served { folder, announced, callbacks, limits };
    let ended = runtime.block_on(until_told_to_stop(served, args.listen, common.quiet));
    // Who still waits for the database or a disk is not waited for.
    runtime.shutdown_background();
    ended.map(|()| code::DONE)
}

/// Few threads for files: each has a stack, and a disk gains nothing by more.
fn runtime() -> io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().enable_all().max_blocking_threads(16).build()
}

/// What clients may take, as far as descriptors reach; runs of our own need some too.
fn limits(args: &Args) -> Limits {
    let open = descriptors::limit();
    let taken = NEEDED + args.refresh.map_or(0, |_| open / 4);
    Limits { complain: tell, ..Limits::for_descriptors(open.saturating_sub(taken)) }
}

/// A line for the operator.
fn tell(what: &str) {
    // A closed stderr leaves nobody to tell.
    let _ = writeln!(io::stderr(), "copydesk: {what}");
}

/// What is served, and how.
struct Served {
    folder: PathBuf,
    announced: Announced,
    callbacks: Option<Arc<dyn Callbacks>>,
    limits: Limits,
}

/// What hubs may know of the desk's subscriptions. Opens the database for each call: they are few, and in
/// between a backup may be put in its place.
struct Subscriptions {
    database: PathBuf,
}

impl Subscriptions {
    fn ask<T>(&self, of: impl FnOnce(&mut Store) -> Result<T, Broken>) -> io::Result<T> {
        let mut store = Store::open(&self.database).map_err(io::Error::other)?;
        of(&mut store).map_err(io::Error::other)
    }
}

impl Callbacks for Subscriptions {
    fn is_called(&self, name: &str) -> io::Result<bool> {
        self.ask(|store| hubs::is_called(store, name))
    }

    fn confirm(&self, name: &str, query: &str) -> io::Result<Option<String>> {
        let now = now().map_err(|stop| io::Error::other(stop.message))?;
        self.ask(|store| hubs::confirm(store, name, query, now))
    }

    fn hear(&self, name: &str, signature: &str, body: &[u8]) -> io::Result<bool> {
        let now = now().map_err(|stop| io::Error::other(stop.message))?;
        self.ask(|store| hubs::hear(store, name, signature, body, now))
    }
}

/// Which sections have another name: looked up again when the configuration changes, and when a day begins.
fn moved_by(config: &Path, sections: Vec<Section>) -> Moved {
    let moved = Moved::default();
    let folders = |sections: &[Section]| {
        let now = now().unwrap_or_default();
        let leading = sections.iter().filter(|section| section.is_redirected_to(now));
        leading.flat_map(|one| one.formerly.iter().map(|old| (old.clone(), one.slug.clone()))).collect()
    };
    moved.set(folders(&sections));
    let (config, kept) = (config.to_owned(), moved.clone());
    // Ends with the process.
    std::thread::spawn(move || {
        let stamp = || config.metadata().and_then(|known| known.modified()).ok();
        let (mut sections, mut seen) = (sections, stamp());
        loop {
            std::thread::sleep(LOOK_AGAIN);
            let there = stamp();
            if there != seen {
                seen = there;
                // One that cannot be used changes nothing; the next run says what is wrong with it.
                if let Ok(desk) = config::load(&config) {
                    sections = desk.sections;
                }
            }
            kept.set(folders(&sections));
        }
    });
    moved
}

/// A run now and then, as cron would do it: what goes wrong is said on stderr, and tried again.
fn refresh(config: &Path, step: Duration) {
    loop {
        if let Err(stop) = super::run::once(config)
            && !stop.message.is_empty()
        {
            tell(&stop.message);
        }
        std::thread::sleep(step);
    }
}

async fn until_told_to_stop(served: Served, listen: SocketAddr, quiet: bool) -> Result<(), Stop> {
    let Served { folder, announced, callbacks, limits } = served;
    let listener = TcpListener::bind(listen).await.map_err(|error| {
        Stop::failed(format!("cannot listen on {listen}: {error}; choose another place with --listen"))
    })?;
    if !quiet {
        let address = listener.local_addr().map_err(Stop::failed)?;
        // A closed stderr leaves nobody to tell.
        let _ = writeln!(io::stderr(), "serving {} at http://{address}/", folder.display());
    }
    let stop = signals::first().map_err(Stop::failed)?;
    serve::run(&folder, announced, callbacks, listener, limits, stop)
        .await
        .map_err(|error| Stop::failed(format!("serving ended: {error}")))
}
