//! Names to addresses, behind the fence: what it gives out is what is dialled, so there is no
//! moment between the check and the connection in which a name could change (rule 8.1).

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::fence::{Fence, closed_message};
use super::trouble::{Kind, Receipt};

/// How long an answer of the resolver serves for other sources on the same host.
const KEPT: Duration = Duration::from_secs(60);

/// Why a name gave no address to dial.
#[derive(Debug, Clone, thiserror::Error)]
pub(super) enum Refusal {
    /// The resolver knows no address.
    #[error("the name {name} has no address ({why}); look whether it is spelt right")]
    Unknown { name: String, why: String },
    /// The resolver was too slow.
    #[error("no address for {name} within {} seconds; the name server may be down", limit.as_secs_f32())]
    Slow { name: String, limit: Duration },
    /// All its addresses are closed.
    #[error("the name {name} leads to {}", closed_message(*ip, what))]
    Closed { name: String, ip: IpAddr, what: &'static str },
}

impl Refusal {
    pub(super) fn receipt(&self) -> Receipt {
        let kind = match self {
            Self::Unknown { .. } | Self::Slow { .. } => Kind::Dns,
            Self::Closed { .. } => Kind::ForbiddenAddress,
        };
        Receipt::new(kind, self.to_string())
    }
}

type Found = Result<Vec<IpAddr>, Refusal>;

/// The system's resolver behind the fence, with a short memory.
#[derive(Debug)]
pub(super) struct Guarded {
    fence: Arc<Fence>,
    limit: Duration,
    known: Arc<Mutex<HashMap<String, (Instant, Found)>>>,
}

impl Guarded {
    pub(super) fn new(fence: Arc<Fence>, limit: Duration) -> Self {
        Self { fence, limit, known: Arc::default() }
    }
}

impl Resolve for Guarded {
    fn resolve(&self, name: Name) -> Resolving {
        let (fence, limit, known) = (Arc::clone(&self.fence), self.limit, Arc::clone(&self.known));
        Box::pin(async move {
            let name = name.as_str().to_ascii_lowercase();
            let remembered =
                lock(&known).get(&name).filter(|(at, _)| at.elapsed() < KEPT).map(|(_, f)| f.clone());
            let found = match remembered {
                Some(found) => found,
                None => {
                    let found = look_up(&name, &fence, limit).await;
                    lock(&known).insert(name, (Instant::now(), found.clone()));
                    found
                }
            };
            let addresses: Addrs = Box::new(found?.into_iter().map(|ip| SocketAddr::new(ip, 0)));
            Ok(addresses)
        })
    }
}

/// A thread that panicked while it held the map left whole entries: the memory stays usable.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn look_up(name: &str, fence: &Fence, limit: Duration) -> Found {
    let answer = match tokio::time::timeout(limit, tokio::net::lookup_host((name, 0))).await {
        Err(_) => return Err(Refusal::Slow { name: name.into(), limit }),
        Ok(Err(error)) => return Err(Refusal::Unknown { name: name.into(), why: error.to_string() }),
        Ok(Ok(answer)) => answer,
    };
    open_ones(name, answer.map(|address| address.ip()), fence)
}

/// The addresses that may be dialled; a name with none of them is refused.
fn open_ones(name: &str, all: impl Iterator<Item = IpAddr>, fence: &Fence) -> Found {
    let mut open = Vec::new();
    let mut closed = None;
    for ip in all {
        match fence.check_ip(ip) {
            Ok(()) => open.push(ip),
            Err(what) => closed = Some((ip, what)),
        }
    }
    match (open.is_empty(), closed) {
        (false, _) => Ok(open),
        (true, Some((ip, what))) => Err(Refusal::Closed { name: name.into(), ip, what }),
        (true, None) => Err(Refusal::Unknown { name: name.into(), why: "an empty answer".into() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rule_8_1_of_a_name_with_public_and_private_addresses_only_the_public_are_dialled() {
        let all = ["10.0.0.1", "93.184.216.34", "127.0.0.1"].map(|ip| ip.parse().unwrap());
        let found = open_ones("example.com", all.into_iter(), &Fence::new(&[])).unwrap();
        assert_eq!(found, ["93.184.216.34".parse::<IpAddr>().unwrap()]);
    }

    #[test]
    fn rule_8_1_a_name_that_leads_only_inside_is_refused_with_the_setting_that_opens_it() {
        let all = ["192.168.1.1".parse().unwrap()];
        let refusal = open_ones("intra.example", all.into_iter(), &Fence::new(&[])).unwrap_err().receipt();
        assert_eq!(refusal.kind, Kind::ForbiddenAddress);
        assert!(refusal.message.contains("allow_addresses"), "{}", refusal.message);
    }
}
