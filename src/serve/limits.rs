//! What one client, and all of them together, may take: time, connections, memory.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;

/// How far clients may go. The default is what `copydesk serve` keeps to.
#[derive(Debug, Clone)]
pub struct Limits {
    /// From the first byte of a request to the end of its header; also from the connection to that byte.
    pub header: Duration,
    /// Between two requests of a connection.
    pub idle: Duration,
    /// Without the client taking a byte of an answer.
    pub stalled: Duration,
    /// For the body of a request to arrive.
    pub body: Duration,
    /// For requests under way, once we are told to stop.
    pub last_call: Duration,
    /// Connections open at once.
    pub connections: usize,
    /// Of them from one address (one /64 of IPv6).
    pub per_address: usize,
    /// Networks from which any number may come: proxies that stand for many clients.
    pub trusted: Vec<(IpAddr, u8)>,
    /// Bytes of documents and their compressed forms that are kept in memory.
    pub kept_bytes: usize,
    /// A document up to this size is kept in memory; a larger one is read as it is given out.
    pub kept_document: u64,
    /// Hears, once a minute at most, what an operator should know.
    pub complain: fn(&str),
}

/// Beyond this no desk is read by so many at once; an idle connection costs some kilobytes.
const MOST_CONNECTIONS: usize = 4096;

impl Default for Limits {
    fn default() -> Self {
        Self {
            header: Duration::from_secs(10),
            idle: Duration::from_secs(30),
            stalled: Duration::from_secs(30),
            body: Duration::from_secs(30),
            // Whoever told us to stop waits five seconds.
            last_call: Duration::from_secs(4),
            connections: 512,
            per_address: 64,
            trusted: loopback(),
            kept_bytes: 64 << 20,
            kept_document: 1 << 20,
            complain: |_| {},
        }
    }
}

impl Limits {
    /// Limits that fit so many free descriptors. A fifth and 16 more are left for documents, for the
    /// database and for whoever is being refused.
    pub fn for_descriptors(free: usize) -> Self {
        let connections = free.saturating_sub(free / 5 + 16).clamp(1, MOST_CONNECTIONS);
        Self { connections, per_address: (connections / 8).clamp(4, 128), ..Self::default() }
    }

    /// Whether an address may hold any number of connections.
    pub(super) fn trusts(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.trusted.iter().any(|&(network, bits)| within(address, network, bits))
    }
}

fn loopback() -> Vec<(IpAddr, u8)> {
    vec![(Ipv4Addr::LOCALHOST.into(), 8), (Ipv6Addr::LOCALHOST.into(), 128)]
}

/// Whether `address` has the `bits` leading bits of `network`.
fn within(address: IpAddr, network: IpAddr, bits: u8) -> bool {
    let same = |a: u128, b: u128, width: u32| {
        let shift = width.saturating_sub(u32::from(bits));
        a.checked_shr(shift) == b.checked_shr(shift)
    };
    match (address, network) {
        (IpAddr::V4(a), IpAddr::V4(b)) => bits == 0 || same(u32::from(a).into(), u32::from(b).into(), 32),
        (IpAddr::V6(a), IpAddr::V6(b)) => same(a.into(), b.into(), 128),
        _ => false,
    }
}

/// What counts as one address: a household with IPv6 has a /64 of them.
pub(super) fn one_client(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(six) => Ipv6Addr::from(u128::from(six) >> 64 << 64).into(),
        four @ IpAddr::V4(_) => four,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_stay_below_the_descriptors() {
        for free in [1, 17, 40, 64, 240, 1000, 20_000, usize::MAX] {
            let limits = Limits::for_descriptors(free);
            assert!(limits.connections == 1 || limits.connections + 16 < free, "{free}");
            assert!((1..=MOST_CONNECTIONS).contains(&limits.connections) && limits.per_address >= 4);
        }
    }

    #[test]
    fn loopback_and_named_networks_are_trusted_and_a_64_is_one_client() {
        let ip = |text: &str| text.parse::<IpAddr>().unwrap();
        let mut limits = Limits::default();
        limits.trusted.push((ip("10.1.0.0"), 16));
        for trusted in ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1", "10.1.2.3"] {
            assert!(limits.trusts(ip(trusted)), "{trusted}");
        }
        for other in ["10.2.0.1", "192.0.2.1", "::2", "2001:db8::1"] {
            assert!(!limits.trusts(ip(other)), "{other}");
        }
        assert_eq!(one_client(ip("2001:db8::1")), one_client(ip("2001:db8::ffff:1")));
        assert_ne!(one_client(ip("2001:db8::1")), one_client(ip("2001:db8:0:1::1")));
        assert_eq!(one_client(ip("::ffff:192.0.2.1")), ip("192.0.2.1"));
    }
}
