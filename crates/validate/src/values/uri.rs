//! Addresses: RFC 3986 URIs and references, RFC 3987 IRIs, tag, urn and uuid, and canonical form.

use std::borrow::Cow;

use super::super::rules::{self, Rule};
use super::{Verdict, fault, quote};

/// Which kind of address is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Absolute, ASCII.
    Full,
    /// May be relative, ASCII.
    Reference,
    /// May be relative, may hold non-ASCII characters.
    Iri,
}

/// Schemes that were registered with IANA when feeds were young; an address of another scheme is
/// one that readers may not know.
const SCHEMES: &[&str] = &[
    "aaa",
    "aaas",
    "acap",
    "cap",
    "cid",
    "crid",
    "data",
    "dav",
    "dict",
    "dns",
    "fax",
    "file",
    "ftp",
    "go",
    "gopher",
    "h323",
    "http",
    "https",
    "iax",
    "icap",
    "im",
    "imap",
    "info",
    "ipp",
    "iris",
    "iris.beep",
    "iris.lwz",
    "iris.xpc",
    "iris.xpcs",
    "ldap",
    "mailto",
    "mid",
    "modem",
    "msrp",
    "msrps",
    "mtqp",
    "mupdate",
    "news",
    "nfs",
    "nntp",
    "opaquelocktoken",
    "pop",
    "pres",
    "prospero",
    "rtsp",
    "service",
    "shttp",
    "sip",
    "sips",
    "snmp",
    "soap.beep",
    "soap.beeps",
    "tag",
    "tel",
    "telnet",
    "tftp",
    "thismessage",
    "tip",
    "tv",
    "urn",
    "vemmi",
    "wais",
    "xmlrpc.beep",
    "xmlrpc.beeps",
    "xmpp",
    "z39.50r",
    "z39.50s",
];

/// Characters that may stand in an address: reserved, unreserved and `%` (RFC 3986, 2).
pub(crate) fn is_uri_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || ";/?:@&=+$.-_!~*'()%,#".contains(c)
}

/// Checks an address of a form; `rule` is what a shape that does not fit breaks.
pub(crate) fn check(value: &str, form: Form, rule: &'static Rule) -> Verdict {
    let encoded = match form {
        Form::Iri => idna(value),
        _ => None,
    };
    let value = encoded.as_deref().unwrap_or(value);
    let scheme = value.split(':').next().unwrap_or_default().to_ascii_lowercase();
    match scheme.as_str() {
        "tag" => tag(value),
        "urn" => urn(value),
        _ if !fits(value, form) => unfit(value, form, rule),
        "http" | "ftp" if !has_host(value) => {
            fault(rule, format!("{} names no host after \"//\"", quote(value)))
        }
        "http" | "ftp" => Ok(()),
        _ if value.contains(':') && is_alphabetic(&scheme) && !SCHEMES.contains(&scheme.as_str()) => fault(
            rules::SCHEME_NOT_IANA_REGISTERED,
            format!("the scheme \"{scheme}:\" is not one that readers know"),
        ),
        _ => Ok(()),
    }
}

fn is_alphabetic(scheme: &str) -> bool {
    !scheme.is_empty() && scheme.chars().all(char::is_alphabetic)
}

/// Whether the value has the shape of an absolute URI of allowed characters.
pub(crate) fn is_full(value: &str) -> bool {
    let Some((scheme, rest)) = value.split_once(':') else { return false };
    is_scheme(scheme) && !rest.is_empty() && rest.chars().all(is_uri_char)
}

fn is_scheme(scheme: &str) -> bool {
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

fn is_reference(value: &str) -> bool {
    let mut rest = match value.split_once(':') {
        Some((scheme, rest)) if is_scheme(scheme) => rest,
        _ => value,
    };
    for _ in 0..2 {
        rest = rest.strip_prefix('/').unwrap_or(rest);
    }
    if let Some(host) = rest.strip_prefix('[')
        && let Some((address, after)) = host.split_once(']')
        && !address.is_empty()
        && address.bytes().all(|b| b.is_ascii_hexdigit() || b == b':')
    {
        rest = after;
    }
    rest.chars().all(is_uri_char)
}

fn fits(value: &str, form: Form) -> bool {
    match form {
        Form::Full => is_full(value),
        Form::Reference | Form::Iri => is_reference(value),
    }
}

fn unfit(value: &str, form: Form, rule: &'static Rule) -> Verdict {
    if let Some(bad) = value.chars().find(|&c| c.is_ascii() && !is_uri_char(c)) {
        return fault(
            rules::INVALID_URI_CHAR,
            format!("{} holds {}, which no address may", quote(value), name(bad)),
        );
    }
    if !value.is_ascii() && form != Form::Iri && idna(value).is_some_and(|ascii| fits(&ascii, form)) {
        return fault(rules::URI_NOT_IRI, format!("{} holds characters outside ASCII", quote(value)));
    }
    fault(
        rule,
        format!(
            "{} is no {}",
            quote(value),
            if matches!(form, Form::Full) { "absolute address" } else { "address" }
        ),
    )
}

/// A forbidden character, for a person.
pub(crate) fn name(c: char) -> Cow<'static, str> {
    match c {
        ' ' => "a blank".into(),
        '\n' | '\r' => "a line break".into(),
        '\t' => "a tab".into(),
        c => format!("\"{c}\"").into(),
    }
}

/// `\w+://[^/].*`
fn has_host(value: &str) -> bool {
    value.split_once("://").is_some_and(|(_, rest)| !rest.is_empty() && !rest.starts_with('/'))
}

/// The value as ASCII where each label between dots can be IDNA-encoded. Only the shape matters,
/// so a non-ASCII label is replaced by a stand-in of about its encoded length.
fn idna(value: &str) -> Option<String> {
    if value.is_ascii() {
        return None;
    }
    let mut labels = Vec::new();
    let parts: Vec<&str> = value.split('.').collect();
    for (i, label) in parts.iter().enumerate() {
        let outside = label.chars().filter(|c| !c.is_ascii()).count();
        let length = label.chars().count() + if outside > 0 { 4 + outside } else { 0 };
        if (label.is_empty() && i + 1 < parts.len()) || length > 63 {
            return None;
        }
        labels.push(label.chars().map(|c| if c.is_ascii() { c } else { 'x' }).collect::<String>());
    }
    Some(labels.join("."))
}

/// RFC 4151.
fn tag(value: &str) -> Verdict {
    let sound = || {
        let rest = value.strip_prefix("tag:")?;
        let (entity, specific) = rest.split_once(':')?;
        let (authority, date) = entity.rsplit_once(',')?;
        let (user, host) = authority.rsplit_once('@').unwrap_or(("x", authority));
        let plain = |s: &str, extra: &str| {
            !s.is_empty()
                && s.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || extra.contains(c))
        };
        let dated = matches!(date.len(), 4 | 7 | 10)
            && date.char_indices().all(|(i, c)| if i == 4 || i == 7 { c == '-' } else { c.is_ascii_digit() });
        (plain(user, "-._")
            && plain(host, ".-")
            && dated
            && specific.chars().all(is_uri_char)
            && specific.matches('#').count() < 2)
            .then_some(())
    };
    match sound() {
        Some(()) => Ok(()),
        None => fault(
            rules::INVALID_TAG,
            format!(
                "{} is not tag:authority,YYYY[-MM[-DD]]:specific with the authority in lower case",
                quote(value)
            ),
        ),
    }
}

/// RFC 8141, and RFC 4122 for `urn:uuid:`.
fn urn(value: &str) -> Verdict {
    let lower = value.to_ascii_lowercase();
    if let Some(uuid) = lower.strip_prefix("urn:uuid:") {
        let groups: Vec<&str> = uuid.split('-').collect();
        let sound = groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
            && groups.iter().all(|group| group.bytes().all(|b| b.is_ascii_hexdigit()));
        if !sound {
            return fault(
                rules::INVALID_UUID,
                format!("{} holds no UUID of 8-4-4-4-12 hexadecimal digits", quote(value)),
            );
        }
    }
    let sound =
        value[3..].strip_prefix(':').and_then(|rest| rest.split_once(':')).is_some_and(|(nid, nss)| {
            (2..=32).contains(&nid.len())
                && nid.starts_with(|c: char| c.is_ascii_alphanumeric())
                && nid.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
                && is_nss(nss)
        });
    if sound { Ok(()) } else { fault(rules::INVALID_URN, format!("{} is no URN", quote(value))) }
}

fn is_nss(nss: &str) -> bool {
    let bytes = nss.as_bytes();
    !nss.is_empty()
        && (0..bytes.len()).all(|i| match bytes[i] {
            b'%' => bytes.get(i + 1..i + 3).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit)),
            b => b.is_ascii_alphanumeric() || b"()+,.:=@;$_!*'-".contains(&b),
        })
}

/// An http or https address with a dotted host, ASCII.
pub(crate) fn http(value: &str) -> Verdict {
    let host = value
        .split_once("://")
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"))
        .map(|(_, rest)| rest.split('/').next().unwrap_or_default());
    let name = host.and_then(|host| {
        let (name, port) = host.split_once(':').unwrap_or((host, "0"));
        (!port.is_empty() && port.bytes().all(|b| b.is_ascii_digit())).then_some(name)
    });
    match name.filter(|_| is_full(value)) {
        Some(name) if is_domain(name) => return Ok(()),
        Some(name) if is_domain(&name.replace('_', "-")) => {
            return fault(rules::UNDERSCORE_IN_HOST, format!("the host of {} has a \"_\"", quote(value)));
        }
        _ => {}
    }
    fault(
        rules::INVALID_URL_ATTRIBUTE,
        format!("{} is no http or https address with a full host name", quote(value)),
    )
}

/// Two or more labels of letters, digits and hyphens.
pub(crate) fn is_domain(name: &str) -> bool {
    let label = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    name.contains('.')
        && name.split('.').all(label)
        && !name.rsplit('.').next().is_some_and(|last| last.starts_with('-'))
}

/// Whether the address is in the form that RFC 3986, 6.2 normalises it to.
pub(crate) fn is_canonical(value: &str) -> bool {
    canonical(value).is_some_and(|canonical| canonical == value)
}

/// The normal form (RFC 3986, 6.2.2 and 6.2.3), if the address has one.
pub(crate) fn canonical(value: &str) -> Option<String> {
    let (scheme, rest) = value.split_once(':').filter(|(scheme, _)| !scheme.contains(['/', '?', '#']))?;
    let scheme = scheme.to_ascii_lowercase();
    let (rest, fragment) =
        rest.split_once('#').map_or((rest, None), |(rest, fragment)| (rest, Some(fragment)));
    let (rest, query) = rest.split_once('?').map_or((rest, None), |(rest, query)| (rest, Some(query)));
    let mut out = format!("{scheme}:");
    if let Some(rest) = rest.strip_prefix("//") {
        let slash = rest.find('/').unwrap_or(rest.len());
        out.push_str("//");
        out.push_str(&authority(&rest[..slash], default_port(&scheme))?);
        out.push_str(&path(&rest[slash..])?);
    } else if rest.starts_with('/') {
        out.push_str(&path(rest)?);
    } else {
        out.push_str(&escapes(rest)?);
    }
    for (mark, part) in [('?', query), ('#', fragment)] {
        if let Some(part) = part {
            out.push(mark);
            out.push_str(&escapes(part)?);
        }
    }
    Some(out)
}

fn default_port(scheme: &str) -> Option<u32> {
    Some(match scheme {
        "ftp" => 21,
        "telnet" => 23,
        "gopher" => 70,
        "http" => 80,
        "news" | "nntp" => 119,
        "prospero" => 191,
        "https" => 443,
        "snews" | "snntp" => 563,
        _ => return None,
    })
}

fn authority(text: &str, default: Option<u32>) -> Option<String> {
    let (user, host) = text.rsplit_once('@').map_or((None, text), |(user, host)| (Some(user), host));
    let mut host = host.to_lowercase();
    let mut port = None;
    if let Some((name, number)) =
        host.rsplit_once(':').filter(|(_, number)| number.bytes().all(|b| b.is_ascii_digit()))
    {
        port = number.parse().ok();
        host = name.to_owned();
    }
    if host.ends_with('.') && host[..host.len() - 1].contains('.') {
        host.pop();
    }
    if host.starts_with('[') != host.ends_with(']') {
        return None;
    }
    let user = user
        .filter(|user| !user.is_empty() && *user != ":")
        .map(|user| format!("{user}@"))
        .unwrap_or_default();
    let port =
        port.filter(|&port: &u32| Some(port) != default).map(|port| format!(":{port}")).unwrap_or_default();
    Some(format!("{user}{host}{port}"))
}

/// Removes dot segments (RFC 3986, 5.2.4) and normalises escapes.
fn path(text: &str) -> Option<String> {
    if text.is_empty() {
        return Some("/".to_owned());
    }
    let segments: Vec<&str> = text[1..].split('/').collect();
    let mut out: Vec<String> = Vec::new();
    for (i, segment) in segments.iter().enumerate() {
        let last = i + 1 == segments.len();
        match *segment {
            "." | ".." => {
                if *segment == ".." {
                    out.pop();
                }
                if last {
                    out.push(String::new());
                }
            }
            segment => out.push(escapes(segment)?),
        }
    }
    Some(format!("/{}", out.join("/")))
}

/// Upper-case hex, unreserved characters bare, everything else that is not allowed escaped; none
/// if the escapes are no UTF-8.
fn escapes(text: &str) -> Option<String> {
    if !text.is_ascii() {
        return None;
    }
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    let mut octets = Vec::new();
    let mut i = 0;
    while i < bytes.len() {
        if bytes[i] != b'%' {
            out.push(char::from(bytes[i]));
            i += 1;
            continue;
        }
        let hex = text.get(i + 1..i + 3).filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()))?;
        let octet = u8::from_str_radix(hex, 16).ok()?;
        octets.push(octet);
        if octet.is_ascii_alphanumeric() || b"-._~".contains(&octet) {
            out.push(char::from(octet));
        } else {
            out.push('%');
            out.push_str(&hex.to_ascii_uppercase());
        }
        i += 3;
        if bytes.get(i) != Some(&b'%') {
            std::str::from_utf8(&octets).ok()?;
            octets.clear();
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(value: &str, form: Form) -> Option<&'static str> {
        check(value, form, rules::INVALID_FULL_LINK).err().map(|fault| fault.rule.code)
    }

    #[test]
    fn full_addresses_need_scheme_host_and_ascii() {
        assert_eq!(code("https://a.example/x?y=%20#z", Form::Full), None);
        assert_eq!(code("/x", Form::Full), Some("invalid-full-link"));
        assert_eq!(code("", Form::Full), Some("invalid-full-link"));
        assert_eq!(code("http:///x", Form::Full), Some("invalid-full-link"));
        assert_eq!(code("http://a.example/a b", Form::Full), Some("invalid-uri-char"));
        assert_eq!(code("http://ä.example/", Form::Full), Some("uri-not-iri"));
        assert_eq!(code("feed:x", Form::Full), Some("scheme-not-iana-registered"));
    }

    #[test]
    fn iri_references_may_be_relative_and_not_ascii() {
        assert_eq!(code("/bücher", Form::Iri), None);
        assert_eq!(code("", Form::Iri), None);
        assert_eq!(code("a|b", Form::Iri), Some("invalid-uri-char"));
    }

    #[test]
    fn tag_urn_and_uuid_have_their_own_shapes() {
        assert_eq!(code("tag:a.example,2024-01:x", Form::Full), None);
        assert_eq!(code("tag:A.example,2024:x", Form::Full), Some("invalid-tag"));
        assert_eq!(code("tag:a.example,24:x", Form::Full), Some("invalid-tag"));
        assert_eq!(code("urn:isbn:1", Form::Full), None);
        assert_eq!(code("urn:x:1", Form::Full), Some("invalid-urn"));
        assert_eq!(code("urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a", Form::Full), None);
        assert_eq!(code("urn:uuid:1225c695", Form::Full), Some("invalid-uuid"));
    }

    #[test]
    fn canonical_form_is_that_of_rfc_3986() {
        for (value, canon) in [
            ("HTTP://A.example:80", "http://a.example/"),
            ("http://a.example/a/../b/./c", "http://a.example/b/c"),
            ("http://a.example/%7ea%2f", "http://a.example/~a%2F"),
            ("tag:a.example,2024:x", "tag:a.example,2024:x"),
            ("https://u@a.example:8443/?q#f", "https://u@a.example:8443/?q#f"),
        ] {
            assert_eq!(canonical(value).as_deref(), Some(canon));
        }
        assert_eq!(canonical("http://a.example/%ff"), None);
    }
}
