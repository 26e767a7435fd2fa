//! Whether a request is one that can be answered (RFC 9112): what could mean two things to two servers
//! on its way is refused, and its connection ended.

use hyper::header::{CONTENT_LENGTH, EXPECT, HOST, TRANSFER_ENCODING};
use hyper::{Method, Request, StatusCode, Uri, Version};

/// Why a request gets no document: the status, and a sentence for who sent it.
pub(super) type Fault = (StatusCode, &'static str);

/// What is wrong with a request, if anything is.
pub(super) fn fault<B>(request: &Request<B>) -> Option<Fault> {
    let bad = |says| Some((StatusCode::BAD_REQUEST, says));
    let mut hosts = request.headers().get_all(HOST).iter();
    match (hosts.next(), hosts.next()) {
        (Some(_), Some(_)) => return bad("There is more than one Host header."),
        (None, _) if request.version() >= Version::HTTP_11 => return bad("There is no Host header."),
        (Some(host), None) if !is_host(host.as_bytes()) => return bad("The Host header names no host."),
        _ => {}
    }
    if !is_target(request.method(), request.uri()) {
        return bad("The target of the request is neither a path nor a web address.");
    }
    let mut expected = request.headers().get_all(EXPECT).iter();
    if !expected.all(|value| value.as_bytes().eq_ignore_ascii_case(b"100-continue")) {
        return Some((StatusCode::EXPECTATION_FAILED, "Nothing but 100-continue can be expected here."));
    }
    None
}

/// Whether something follows the header. Nobody reads it where only documents are asked for; then the
/// connection ends behind the answer, so that it can't be taken for the next request.
pub(super) fn has_body<B>(request: &Request<B>) -> bool {
    let headers = request.headers();
    headers.contains_key(TRANSFER_ENCODING)
        || headers
            .get(CONTENT_LENGTH)
            .is_some_and(|length| length.as_bytes().iter().any(|&byte| byte != b'0'))
}

/// A host with a port or without (RFC 9110 7.2); none at all where the target has none either.
fn is_host(host: &[u8]) -> bool {
    let is_port = |port: &[u8]| port.iter().all(u8::is_ascii_digit);
    if let Some(rest) = host.strip_prefix(b"[") {
        let Some(end) = rest.iter().position(|&byte| byte == b']') else { return false };
        let is_number = rest[..end].iter().all(|&byte| byte.is_ascii_hexdigit() || b":.".contains(&byte));
        let port = &rest[end + 1..];
        return end > 0 && is_number && port.strip_prefix(b":").is_none_or(is_port) && !starts_other(port);
    }
    let end = host.iter().position(|&byte| byte == b':').unwrap_or(host.len());
    let is_name =
        host[..end].iter().all(|byte| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+;=%".contains(byte));
    is_name && host[end..].strip_prefix(b":").is_none_or(is_port)
}

fn starts_other(port: &[u8]) -> bool {
    port.first().is_some_and(|&byte| byte != b':')
}

/// A path, or a web address without a login; a star is for OPTIONS.
fn is_target(method: &Method, target: &Uri) -> bool {
    match (target.scheme_str(), target.authority()) {
        (Some("http" | "https"), Some(authority)) => is_host(authority.as_str().as_bytes()),
        (None, None) => target.path().starts_with('/') || target.path() == "*" && method == Method::OPTIONS,
        // `host:port` alone asks for a tunnel, which is refused as a method.
        (None, Some(_)) => method == Method::CONNECT,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_a_name_or_a_number_and_perhaps_a_port() {
        for host in
            ["", "desk.example", "desk.example:8080", "127.0.0.1:80", "[::1]", "[::1]:8080", "a:", "x_y"]
        {
            assert!(is_host(host.as_bytes()), "{host}");
        }
        for host in
            ["a b", "a/b", "a@b", "a,b", "a:b", "a:80:80", "[::1", "[]", "[::1]x", "[::1]:x", "a\t", "é"]
        {
            assert!(!is_host(host.as_bytes()), "{host}");
        }
    }

    #[test]
    fn a_target_is_a_path_or_a_web_address() {
        let is = |method: Method, target: &str| is_target(&method, &target.parse().unwrap());
        for target in ["/", "/tv/rss.xml?x=1", "http://desk.example/tv/", "https://desk.example", "//x"] {
            assert!(is(Method::GET, target), "{target}");
        }
        for target in ["*", "ftp://desk.example/", "http://me@desk.example/", "desk.example:80"] {
            assert!(!is(Method::GET, target), "{target}");
        }
        assert!(is(Method::OPTIONS, "*") && is(Method::CONNECT, "desk.example:80"));
    }
}
