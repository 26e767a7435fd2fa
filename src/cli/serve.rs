//! `copydesk serve`: the published feeds over HTTP.

use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tokio::net::TcpListener;

use super::{Common, Outcome, Stop, code, signals};
use crate::config::Desk;
use crate::serve::{self, Announced};

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

/// Runs the command.
pub(super) fn run(args: &Args, common: &Common) -> Outcome {
    let (folder, announced) = match &args.folder {
        Some(folder) => (folder.clone(), Announced::default()),
        None => {
            let Desk { publish, site, .. } = super::desk(common)?;
            (publish, Announced { base_url: Some(site.base_url), hubs: site.hubs })
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
    let runtime = tokio::runtime::Runtime::new().map_err(Stop::failed)?;
    runtime.block_on(until_told_to_stop(&folder, announced, args.listen, common.quiet))?;
    Ok(code::DONE)
}

/// A run now and then, as cron would do it: what goes wrong is said on stderr, and tried again.
fn refresh(config: &Path, step: Duration) {
    loop {
        if let Err(stop) = super::run::once(config)
            && !stop.message.is_empty()
        {
            // A closed stderr leaves nobody to tell.
            let _ = writeln!(io::stderr(), "copydesk: {}", stop.message);
        }
        std::thread::sleep(step);
    }
}

async fn until_told_to_stop(
    folder: &Path,
    announced: Announced,
    listen: SocketAddr,
    quiet: bool,
) -> Result<(), Stop> {
    let listener = TcpListener::bind(listen).await.map_err(|error| {
        Stop::failed(format!("cannot listen on {listen}: {error}; choose another place with --listen"))
    })?;
    if !quiet {
        let address = listener.local_addr().map_err(Stop::failed)?;
        // A closed stderr leaves nobody to tell.
        let _ = writeln!(io::stderr(), "serving {} at http://{address}/", folder.display());
    }
    let stop = signals::first().map_err(Stop::failed)?;
    serve::run(folder, announced, listener, stop)
        .await
        .map_err(|error| Stop::failed(format!("serving ended: {error}")))
}
