//! Which addresses may be asked (docs/fetch-rules.md, section 8). The same fence is asked for names,
//! in the resolver that dials, and for addresses written as numbers, before each hop.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

/// Networks that are not the public internet, and what they are (rules 8.2 and 8.3).
const CLOSED: &[(&str, u8, &str)] = &[
    ("0.0.0.0", 8, "this network"),
    ("10.0.0.0", 8, "private"),
    ("100.64.0.0", 10, "carrier-grade NAT"),
    ("127.0.0.0", 8, "loopback"),
    ("169.254.0.0", 16, "link-local"),
    ("172.16.0.0", 12, "private"),
    ("192.0.0.0", 24, "protocol assignments"),
    ("192.0.2.0", 24, "documentation"),
    ("192.88.99.0", 24, "6to4 relay"),
    ("192.168.0.0", 16, "private"),
    ("198.18.0.0", 15, "benchmarking"),
    ("198.51.100.0", 24, "documentation"),
    ("203.0.113.0", 24, "documentation"),
    ("224.0.0.0", 4, "multicast"),
    ("240.0.0.0", 4, "reserved"),
    ("::", 128, "unspecified"),
    ("::1", 128, "loopback"),
    ("64:ff9b:1::", 48, "local NAT64"),
    ("100::", 64, "discard"),
    ("2001::", 23, "protocol assignments"),
    ("2001:db8::", 32, "documentation"),
    ("3fff::", 20, "documentation"),
    ("5f00::", 16, "segment routing"),
    ("fc00::", 7, "private"),
    ("fe80::", 10, "link-local"),
    ("fec0::", 10, "site-local"),
    ("ff00::", 8, "multicast"),
];

/// Ports from 1024 on where something other than a web server listens (rule 8.4).
const CLOSED_PORTS: &[u16] = &[
    1433, 1521, 1719, 1720, 1723, 2049, 2375, 2376, 3306, 3389, 3659, 4045, 4190, 5060, 5061, 5432, 5900,
    6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 9200, 10080, 11211, 27017,
];

/// The rules for addresses, with the exceptions that the operator made.
#[derive(Debug, Clone)]
pub struct Fence {
    closed: Vec<(IpAddr, u8, &'static str)>,
    allowed: Vec<(IpAddr, u8)>,
    /// Hosts that may be anywhere, each at its port (rule 8.6).
    hosts: Vec<(String, u16)>,
}

impl Fence {
    /// A fence with gates: `allowed` networks may be asked although they are closed.
    pub fn new(allowed: &[(IpAddr, u8)]) -> Self {
        let closed = CLOSED.iter().filter_map(|&(net, bits, what)| Some((net.parse().ok()?, bits, what)));
        Self { closed: closed.collect(), allowed: allowed.to_vec(), hosts: Vec::new() }
    }

    /// The same fence with gates for hosts, each at one port.
    pub fn with_hosts(self, hosts: &[(String, u16)]) -> Self {
        Self { hosts: hosts.to_vec(), ..self }
    }

    /// Whether a name may lead anywhere. Its port was looked at by [`Fence::check_url`].
    pub(super) fn trusts(&self, name: &str) -> bool {
        self.hosts.iter().any(|(host, _)| host == name.trim_end_matches('.'))
    }

    /// Whether `ip` may be dialled; otherwise what kind of address it is.
    pub fn check_ip(&self, ip: IpAddr) -> Result<(), &'static str> {
        let plain = unwrapped(ip);
        if self.is_allowed(ip) {
            return Ok(());
        }
        let hit =
            self.closed.iter().find(|&&(net, bits, _)| within(ip, net, bits) || within(plain, net, bits));
        match hit {
            Some(&(_, _, what)) => Err(what),
            None if plain == ip && !is_global(ip) => Err("no part of the internet"),
            None => Ok(()),
        }
    }

    /// Whether the operator let this address, or the one in it, through.
    pub(super) fn is_allowed(&self, ip: IpAddr) -> bool {
        let plain = unwrapped(ip);
        self.allowed.iter().any(|&(net, bits)| within(ip, net, bits) || within(plain, net, bits))
    }

    /// Whether the operator let this host at this port through by name.
    pub(super) fn names(&self, url: &Url) -> bool {
        let port = url.port_or_known_default().unwrap_or_default();
        self.hosts.contains(&(host_of(url), port))
    }

    /// Whether `url` may be asked, as far as its text tells: scheme, port, address in numbers.
    /// A name is checked where it is resolved. The error is a message for a person.
    pub fn check_url(&self, url: &Url) -> Result<(), String> {
        if !matches!(url.scheme(), "http" | "https") {
            return Err(format!("{}: addresses are not fetched, only http: and https:", url.scheme()));
        }
        let port = url.port_or_known_default().unwrap_or_default();
        let host = host_of(url);
        if self.names(url) {
            return Ok(());
        }
        if self.trusts(&host) {
            return Err(format!(
                "{host} may be asked at its other port only; allow_addresses in [fetch] names it"
            ));
        }
        if !matches!(port, 80 | 443) && (port < 1024 || CLOSED_PORTS.contains(&port)) {
            return Err(format!(
                "port {port} is not one of a web server; ports 80, 443 and most from 1024 on are asked; if it is meant, add \"{host}:{port}\" to allow_addresses in [fetch]"
            ));
        }
        let ip = match url.host() {
            Some(Host::Ipv4(ip)) => IpAddr::V4(ip),
            Some(Host::Ipv6(ip)) => IpAddr::V6(ip),
            _ => return Ok(()),
        };
        self.check_ip(ip).map_err(|what| closed_message(ip, what))
    }
}

/// Tells a person why an address was not dialled, and what opens it.
pub(super) fn closed_message(ip: IpAddr, what: &str) -> String {
    format!(
        "{ip} is not on the public internet ({what}); if it is meant, add it to allow_addresses in [fetch]"
    )
}

/// Host of an address, as the configuration names it.
fn host_of(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    host.trim_start_matches('[').trim_end_matches(['.', ']']).to_ascii_lowercase()
}

/// Whether an IPv6 address is of the part that is given out at all (RFC 4291 2.4): what is not yet is
/// no place of a feed, and somewhere it may mean something else.
fn is_global(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(_) => true,
        IpAddr::V6(v6) => v6.segments()[0] & 0xe000 == 0x2000,
    }
}

/// The IPv4 address that an IPv6 address wraps, else itself: mapped (RFC 4291), compatible, translated
/// (RFC 2765), NAT64 with the well-known prefix (RFC 6052), 6to4 (RFC 3056), ISATAP (RFC 5214). Teredo
/// and local NAT64 are closed as a whole.
fn unwrapped(ip: IpAddr) -> IpAddr {
    let IpAddr::V6(v6) = ip else { return ip };
    let s = v6.segments();
    let v4 = |high: u16, low: u16| {
        let [a, b] = high.to_be_bytes();
        let [c, d] = low.to_be_bytes();
        IpAddr::V4(Ipv4Addr::new(a, b, c, d))
    };
    match s {
        [0, 0, 0, 0, 0, 0xffff, high, low]
        | [0, 0, 0, 0, 0xffff, 0, high, low]
        | [0x64, 0xff9b, 0, 0, 0, 0, high, low]
        | [.., 0 | 0x0200, 0x5efe, high, low] => v4(high, low),
        [0, 0, 0, 0, 0, 0, high, low] if v6 != Ipv6Addr::LOCALHOST && v6 != Ipv6Addr::UNSPECIFIED => {
            v4(high, low)
        }
        [0x2002, high, low, ..] => v4(high, low),
        _ => ip,
    }
}

/// Whether `ip` lies in the network of `bits` leading bits of `net`.
fn within(ip: IpAddr, net: IpAddr, bits: u8) -> bool {
    match (ip, net) {
        (IpAddr::V4(ip), IpAddr::V4(net)) => {
            let shift = 32u32.saturating_sub(u32::from(bits));
            u32::from(ip).checked_shr(shift) == u32::from(net).checked_shr(shift)
        }
        (IpAddr::V6(ip), IpAddr::V6(net)) => {
            let shift = 128u32.saturating_sub(u32::from(bits));
            u128::from(ip).checked_shr(shift) == u128::from(net).checked_shr(shift)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(ip: &str) -> bool {
        Fence::new(&[]).check_ip(ip.parse().unwrap()).is_err()
    }

    #[test]
    fn rule_8_2_first_and_last_address_of_each_closed_ipv4_network_is_refused() {
        for ip in [
            "0.0.0.0",
            "0.255.255.255",
            "10.0.0.0",
            "10.255.255.255",
            "100.64.0.0",
            "100.127.255.255",
            "127.0.0.1",
            "127.255.255.255",
            "169.254.169.254",
            "172.16.0.0",
            "172.31.255.255",
            "192.0.0.1",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.0.0",
            "192.168.255.255",
            "198.18.0.0",
            "198.19.255.255",
            "198.51.100.7",
            "203.0.113.9",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
        ] {
            assert!(refused(ip), "{ip} was let through");
        }
    }

    #[test]
    fn rule_8_2_neighbours_of_closed_ipv4_networks_are_open() {
        for ip in [
            "1.1.1.1",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "126.255.255.255",
            "128.0.0.0",
            "169.253.0.1",
            "172.15.255.255",
            "172.32.0.0",
            "192.0.1.1",
            "192.167.255.255",
            "192.169.0.0",
            "198.17.255.255",
            "198.20.0.0",
            "223.255.255.255",
        ] {
            assert!(!refused(ip), "{ip} was refused");
        }
    }

    #[test]
    fn rule_8_3_closed_ipv6_networks_are_refused_and_public_ones_are_not() {
        for ip in [
            "::",
            "::1",
            "100::1",
            "2001::1",
            "2001:db8::1",
            "3fff::1",
            "5f00::1",
            "fc00::1",
            "fdff::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "64:ff9b:1::808:808",
        ] {
            assert!(refused(ip), "{ip} was let through");
        }
        assert!(!refused("2606:4700::1111"));
        assert!(!refused("2a00:1450:4001::1"));
    }

    #[test]
    fn rule_8_3_ipv4_wrapped_in_ipv6_is_unwrapped_and_tested() {
        for ip in [
            "::ffff:127.0.0.1",
            "::ffff:10.1.2.3",
            "::127.0.0.1",
            "64:ff9b::169.254.169.254",
            "2002:7f00:1::",
            "::ffff:0:127.0.0.1",
            "::ffff:0:a01:203",
            "64:ff9b:1::7f00:1",
            "64:ff9b:1:7f00:0:100::",
            "2001:0:4136:e378:8000:63bf:80ff:fffe",
            "2a00:1450:4001::5efe:10.0.0.1",
            "2a00:1450:4001::200:5efe:192.168.0.1",
            "fe80::5efe:8.8.8.8",
            "::1:0:0:1",
            "::ffff:1:7f00:1",
            "4000::1",
            "8000::7f00:1",
            "fc00::ffff:8.8.8.8",
        ] {
            assert!(refused(ip), "{ip} was let through");
        }
        for ip in [
            "::ffff:8.8.8.8",
            "::ffff:0:8.8.8.8",
            "64:ff9b::8.8.8.8",
            "2002:808:808::",
            "2a00:1450::5efe:8.8.8.8",
        ] {
            assert!(!refused(ip), "{ip} was refused");
        }
    }

    #[test]
    fn rule_8_4_only_ports_of_web_servers_are_asked() {
        let fence = Fence::new(&[]);
        let open = |url: &str| fence.check_url(&Url::parse(url).unwrap()).is_ok();
        assert!(
            open("http://example.com/") && open("https://example.com/") && open("http://example.com:8080/")
        );
        for port in [22, 25, 81, 1023, 3306, 6379] {
            assert!(!open(&format!("http://example.com:{port}/")), "port {port} was let through");
        }
    }

    #[test]
    fn rule_8_5_numeric_oddities_are_seen_through() {
        let fence = Fence::new(&[]);
        for host in ["0x7f.1", "2130706433", "017700000001", "127.1", "[::ffff:7f00:1]"] {
            let url = Url::parse(&format!("http://{host}:8080/")).unwrap();
            assert!(fence.check_url(&url).is_err(), "{host} was let through");
        }
    }

    #[test]
    fn rule_8_6_an_allowed_network_is_open_also_when_wrapped_and_no_other_is() {
        let fence = Fence::new(&[("127.0.0.0".parse().unwrap(), 30)]);
        assert!(fence.check_ip("127.0.0.1".parse().unwrap()).is_ok());
        assert!(fence.check_ip("::ffff:127.0.0.1".parse().unwrap()).is_ok());
        assert!(fence.check_ip("127.0.0.4".parse().unwrap()).is_err());
        assert!(fence.check_ip("10.0.0.1".parse().unwrap()).is_err());
    }

    #[test]
    fn rule_8_6_a_host_with_a_port_opens_that_port_and_no_other() {
        let hosts = [("127.0.0.1".to_owned(), 81), ("intra.example".to_owned(), 8080)];
        let fence = Fence::new(&[]).with_hosts(&hosts);
        let open = |url: &str| fence.check_url(&Url::parse(url).unwrap()).is_ok();
        assert!(open("http://127.0.0.1:81/") && open("http://INTRA.example:8080/feed"));
        assert!(!open("http://127.0.0.1:8080/") && !open("http://127.0.0.2:81/"));
        assert!(
            !open("http://intra.example/") && fence.trusts("intra.example") && !fence.trusts("a.example")
        );
    }

    #[test]
    fn rule_1_3_other_schemes_are_refused() {
        let fence = Fence::new(&[]);
        assert!(fence.check_url(&Url::parse("ftp://example.com/feed").unwrap()).is_err());
        assert!(fence.check_url(&Url::parse("file:///etc/passwd").unwrap()).is_err());
    }
}
