//! SIGTERM and SIGINT: the first ends a command at the next safe point, or where none comes within
//! [`GRACE`], there and then; a second one at once. A command that does not listen the system ends itself.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

use super::descriptors;
use crate::pipeline::{self, Halt};

/// How long a safe point is waited for. Every instant is safe for the store and for what is published; what
/// was begun and not filed is done again by the next run.
const GRACE: Duration = Duration::from_secs(3);

/// Shells call a process that a signal ended 128 and the number of the signal.
const INTERRUPTED: u8 = 128 + 2;
#[cfg(unix)]
const TERMINATED: u8 = 128 + 15;

/// Which signal came, if one did.
#[derive(Debug, Clone, Default)]
pub(super) struct Came(Arc<AtomicU8>);

impl Came {
    /// The exit code of a command that a signal ended, and the name of the signal.
    pub(super) fn code(&self) -> Option<(u8, &'static str)> {
        match self.0.load(Ordering::Relaxed) {
            0 => None,
            INTERRUPTED => Some((INTERRUPTED, "SIGINT")),
            other => Some((other, "SIGTERM")),
        }
    }
}

/// Listens from now on, on a thread of its own, as long as the process lives.
pub(super) fn listen() -> io::Result<(Halt, Came)> {
    let (bell, halt) = pipeline::bell();
    let came = Came::default();
    descriptors::need(descriptors::NEEDED)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut signals = {
        let _inside = runtime.enter();
        Signals::new()?
    };
    let told = came.clone();
    std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        runtime.block_on(async {
            let code = signals.next().await;
            told.0.store(code, Ordering::Relaxed);
            bell.ring();
            if let Ok(again) = tokio::time::timeout(GRACE, signals.next()).await {
                std::process::exit(again.into());
            }
            let name = told.code().map_or("a signal", |(_, name)| name);
            // A closed stderr leaves nobody to tell.
            let _ = writeln!(
                io::stderr(),
                "copydesk: {name} cut the run off, since it reached no safe point in {} seconds; what it had filed and published is kept, and the next run goes on from there",
                GRACE.as_secs()
            );
            std::process::exit(code.into());
        })
    })?;
    Ok((halt, came))
}

/// Completes on the first signal. Whatever is still at work then has [`GRACE`], or until the next signal.
#[cfg(feature = "serve")]
pub(super) fn first() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    let mut signals = Signals::new()?;
    Ok(async move {
        signals.next().await;
        std::thread::spawn(|| {
            std::thread::sleep(GRACE);
            std::process::exit(super::code::DONE.into());
        });
    })
}

#[cfg(unix)]
struct Signals {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn new() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { interrupt: signal(SignalKind::interrupt())?, terminate: signal(SignalKind::terminate())? })
    }

    /// The exit code that belongs to the next signal.
    async fn next(&mut self) -> u8 {
        tokio::select! {
            _ = self.interrupt.recv() => INTERRUPTED,
            _ = self.terminate.recv() => TERMINATED,
        }
    }
}

#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn new() -> io::Result<Self> {
        Ok(Self)
    }

    /// The exit code that belongs to the next Ctrl-C.
    async fn next(&mut self) -> u8 {
        if tokio::signal::ctrl_c().await.is_err() {
            // Where it can't be caught, the system ends us anyway.
            std::future::pending::<()>().await;
        }
        INTERRUPTED
    }
}
