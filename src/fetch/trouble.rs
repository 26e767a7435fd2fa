//! What an answer without a document, or none at all, means.

use std::error::Error as StdError;

use super::receipt::{Kind, Receipt};
use super::resolve::Refusal;

/// What to tell about an answer without a document.
pub(super) fn status_message(status: u16) -> String {
    let (what, remedy) = match status {
        204 | 205 => ("an empty answer", "the feed may be switched off at the publisher"),
        206 => ("only a part of the document", "nothing was taken from it"),
        304 => ("not modified, though nothing was asked for", "a cache on the way is broken"),
        401 => ("a login is needed", "set login = \"user:password\" for the source, or token or cookie"),
        407 => ("the proxy wants a login", "write it into the proxy's address"),
        402 | 403 | 451 => {
            ("access is refused", "ask the publisher, or look whether the address is still right")
        }
        404 => ("not found", "look for the new address on the publisher's site"),
        408 | 425 => ("the server wants the request again later", "it will be asked again"),
        410 => ("gone for good", "remove the source or find its successor"),
        429 => ("asked too often", "the host is left alone for the rest of the run"),
        400..=499 => ("the server dislikes the request", "look whether the address is still right"),
        500..=599 => ("the server is in trouble", "it will be asked again"),
        _ => ("an answer without a document", "look whether the address is still right"),
    };
    format!("answered {status}: {what}; {remedy}")
}

/// What an error of the HTTP client means, found by looking along its chain of causes.
pub(super) fn of_request(error: &reqwest::Error) -> Receipt {
    let mut cause: Option<&(dyn StdError + 'static)> = Some(error);
    let mut deepest = error.to_string();
    let mut kind = if error.is_connect() { Kind::Connection } else { Kind::Protocol };
    while let Some(this) = cause {
        if let Some(refusal) = this.downcast_ref::<Refusal>() {
            return refusal.receipt();
        }
        if let Some(found) = kind_of(this) {
            kind = found;
        }
        deepest = this.to_string();
        cause = this.source().or_else(|| inner(this));
    }
    if error.is_timeout() {
        return Receipt::new(Kind::Timeout, "no connection in time; the host may be down");
    }
    Receipt::new(kind, format!("{}: {deepest}", lead(kind)))
}

/// Whether an established connection ended before the first byte of an answer.
pub(super) fn lost_connection(error: &reqwest::Error) -> bool {
    !error.is_connect()
        && !error.is_timeout()
        && matches!(of_request(error).kind, Kind::Connection | Kind::Protocol | Kind::Truncated)
}

/// The kind that one cause stands for, where it alone decides.
fn kind_of(cause: &(dyn StdError + 'static)) -> Option<Kind> {
    if let Some(error) = cause.downcast_ref::<rustls::Error>() {
        use rustls::CertificateError::{Expired, ExpiredContext};
        return Some(match error {
            rustls::Error::InvalidCertificate(Expired | ExpiredContext { .. }) => Kind::Expired,
            _ => Kind::Tls,
        });
    }
    let io = cause.downcast_ref::<std::io::Error>()?;
    match io.kind() {
        std::io::ErrorKind::UnexpectedEof => Some(Kind::Truncated),
        std::io::ErrorKind::InvalidData | std::io::ErrorKind::Other => None,
        _ => Some(Kind::Connection),
    }
}

/// An I/O error hides what it carries from `source`.
fn inner<'a>(cause: &'a (dyn StdError + 'static)) -> Option<&'a (dyn StdError + 'static)> {
    let carried = cause.downcast_ref::<std::io::Error>()?.get_ref()?;
    Some(carried)
}

fn lead(kind: Kind) -> &'static str {
    match kind {
        Kind::Tls => "no secure connection",
        Kind::Expired => "the certificate has run out; the publisher must renew it",
        Kind::Truncated => "the answer broke off",
        Kind::Connection => "no connection",
        _ => "no proper HTTP answer",
    }
}
