//! Telling a run to end early. It ends at the next safe point: between two sources, two batches of
//! settling, two sections. What was done by then is kept, and the next run goes on from there.

use tokio::sync::watch;

/// Asks a run to end. Who drops it without ringing lets the run go on.
#[derive(Debug)]
pub struct Bell(watch::Sender<bool>);

/// The run's end of a [`Bell`]. The default never rings.
#[derive(Debug, Clone)]
pub struct Halt(watch::Receiver<bool>);

/// A bell and the ear for it.
pub fn bell() -> (Bell, Halt) {
    let (bell, halt) = watch::channel(false);
    (Bell(bell), Halt(halt))
}

impl Bell {
    /// Asks the run to end.
    pub fn ring(&self) {
        self.0.send_replace(true);
    }
}

impl Default for Halt {
    fn default() -> Self {
        bell().1
    }
}

impl Halt {
    /// Whether the run is to end.
    pub fn is_told(&self) -> bool {
        *self.0.borrow()
    }

    /// Completes when the run is to end.
    pub(super) async fn told(&mut self) {
        if self.0.wait_for(|told| *told).await.is_err() {
            // Nobody is left who could tell.
            std::future::pending::<()>().await;
        }
    }
}
