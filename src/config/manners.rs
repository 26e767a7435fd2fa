//! `[fetch]`: how copydesk behaves on the web.

use std::net::IpAddr;
use std::time::Duration;

use serde::Deserialize;

use super::flaw::Flaw;
use crate::model::{Manners, Site};

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct FetchTable {
    in_flight: usize,
    per_host: usize,
    gap_seconds: f64,
    timeout_seconds: u64,
    deadline_seconds: u64,
    allow_addresses: Vec<String>,
    max_wire_mib: u64,
    max_body_mib: u64,
    max_held_mib: u64,
    pub(super) push: bool,
    pub(super) pages_per_run: usize,
}

impl Default for FetchTable {
    fn default() -> Self {
        Self {
            in_flight: 32,
            per_host: 1,
            gap_seconds: 1.0,
            timeout_seconds: 60,
            deadline_seconds: 540,
            allow_addresses: Vec::new(),
            max_wire_mib: 10,
            max_body_mib: 20,
            max_held_mib: 40,
            push: false,
            pages_per_run: 100,
        }
    }
}

pub(super) fn manners(table: FetchTable, site: &Site) -> Result<Manners, Flaw> {
    const MIB: u64 = 1 << 20;
    let contact = site.contact.as_deref().unwrap_or(&site.home);
    let ascii_title: String = site.title.chars().filter(|c| c.is_ascii_graphic() || *c == ' ').collect();
    let (mut allow_addresses, mut allow_hosts) = (Vec::new(), Vec::new());
    for allowed in &table.allow_addresses {
        match allowed_host(allowed) {
            Some(host) => allow_hosts.push(host),
            None => allow_addresses.push(address_range(allowed).map_err(|why| {
                Flaw::in_key("fetch", 0, "allow_addresses")(format!("[fetch] allow_addresses: {why}; write e.g. \"10.1.0.0/16\", or a host and its port, e.g. \"intra.example:8080\""))
            })?),
        }
    }
    Ok(Manners {
        user_agent: format!("copydesk/{} (+{contact}; {ascii_title})", env!("CARGO_PKG_VERSION")),
        in_flight: table.in_flight.max(1),
        per_host: table.per_host.max(1),
        gap: pause("[fetch] gap_seconds", table.gap_seconds).map_err(Flaw::in_key(
            "fetch",
            0,
            "gap_seconds",
        ))?,
        timeout: Duration::from_secs(table.timeout_seconds.max(1)),
        deadline: Duration::from_secs(table.deadline_seconds),
        allow_addresses,
        allow_hosts,
        max_wire_bytes: table.max_wire_mib * MIB,
        max_body_bytes: table.max_body_mib * MIB,
        max_held_bytes: table.max_held_mib * MIB,
        ..Manners::default()
    })
}

pub(super) fn pause(key: &str, seconds: f64) -> Result<Duration, String> {
    if !seconds.is_finite() || !(0.0..=86_400.0).contains(&seconds) {
        return Err(format!("{key} must lie between 0 and 86400"));
    }
    Ok(Duration::from_secs_f64(seconds))
}

/// `intra.example:8080` or `127.0.0.1:9000`: one host at one port (rule 8.6).
fn allowed_host(text: &str) -> Option<(String, u16)> {
    let (host, port) = text.rsplit_once(':')?;
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let is_host = !bare.is_empty() && (!host.contains(':') || host.starts_with('['));
    is_host.then_some(())?;
    Some((bare.to_ascii_lowercase(), port.parse().ok()?))
}

/// A network as `10.1.0.0/16`, or one address.
pub(super) fn address_range(range: &str) -> Result<(IpAddr, u8), String> {
    let (network, bits) = range.split_once('/').unwrap_or((range, ""));
    let network: IpAddr = network.parse().map_err(|_| format!("\"{range}\" is no address range"))?;
    let whole = if network.is_ipv4() { 32 } else { 128 };
    match if bits.is_empty() { Ok(whole) } else { bits.parse::<u8>() } {
        Ok(bits) if bits <= whole => Ok((network, bits)),
        _ => Err(format!("\"{range}\" has no prefix length between 0 and {whole}")),
    }
}

#[cfg(test)]
mod tests {
    use super::{address_range, allowed_host};

    #[test]
    fn rule_8_6_a_host_with_its_port_is_told_from_a_network() {
        assert_eq!(allowed_host("Intra.example:8080"), Some(("intra.example".into(), 8080)));
        assert_eq!(allowed_host("[::1]:8080"), Some(("::1".into(), 8080)));
        for network in ["10.0.0.0/8", "::1", "fe80::/10", "127.0.0.1", "host:port"] {
            assert_eq!(allowed_host(network), None, "{network}");
        }
    }

    #[test]
    fn address_ranges_are_checked() {
        assert!(address_range("127.0.0.1/32").is_ok() && address_range("::1").is_ok());
        assert!(address_range("10.0.0.0/33").is_err() && address_range("ten/8").is_err());
    }
}
