//! Names to addresses, behind the fence: what it gives out is what is dialled, so there is no
//! moment between the check and the connection in which a name could change (rule 8.1).

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::fence::{Fence, closed_message};
use super::receipt::{Kind, Receipt};

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

/// The system's resolver behind the fence, with a short memory. Clones share the memory.
#[derive(Debug, Clone)]
pub(super) struct Guarded {
    fence: Arc<Fence>,
    limit: Duration,
    known: Arc<Mutex<HashMap<String, (Instant, Found)>>>,
    /// A proxy that a person configured: it may be inside (rule 8.6).
    trusted: Option<String>,
}

impl Guarded {
    pub(super) fn new(fence: Arc<Fence>, limit: Duration) -> Self {
        Self { fence, limit, known: Arc::default(), trusted: None }
    }

    /// The same resolver, which also gives out the addresses of this proxy.
    pub(super) fn trusting(&self, proxy: Option<String>) -> Self {
        match proxy {
            None => self.clone(),
            // What is found for a proxy is nothing that others may dial.
            proxy => Self { trusted: proxy, known: Arc::default(), ..self.clone() },
        }
    }

    /// The addresses of a name that may be dialled, asked of the system at most once a minute.
    pub(super) async fn addresses(&self, name: &str) -> Found {
        let name = name.to_ascii_lowercase();
        let remembered =
            lock(&self.known).get(&name).filter(|(at, _)| at.elapsed() < KEPT).map(|(_, f)| f.clone());
        if let Some(found) = remembered {
            return found;
        }
        let found = self.look_up(&name).await;
        lock(&self.known).insert(name, (Instant::now(), found.clone()));
        found
    }

    async fn look_up(&self, name: &str) -> Found {
        let limit = self.limit;
        let answer = match tokio::time::timeout(limit, tokio::net::lookup_host((name, 0))).await {
            Err(_) => return Err(Refusal::Slow { name: name.into(), limit }),
            Ok(Err(error)) => return Err(Refusal::Unknown { name: name.into(), why: error.to_string() }),
            Ok(Ok(answer)) => answer.map(|address| address.ip()),
        };
        if self.fence.trusts(name) || self.trusted.as_deref() == Some(name) {
            return Ok(answer.collect());
        }
        open_ones(name, answer, &self.fence)
    }
}

impl Resolve for Guarded {
    fn resolve(&self, name: Name) -> Resolving {
        let this = self.clone();
        Box::pin(async move {
            let found = this.addresses(name.as_str()).await?;
            let addresses: Addrs = Box::new(found.into_iter().map(|ip| SocketAddr::new(ip, 0)));
            Ok(addresses)
        })
    }
}

/// A thread that panicked while it held the map left whole entries: the memory stays usable.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
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
