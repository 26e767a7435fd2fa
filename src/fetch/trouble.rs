//! Why a source gave nothing: a kind for the schedule, a message for a person.

use std::error::Error as StdError;
use std::time::Duration;

use super::resolve::Refusal;

/// A source gave nothing, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// What the schedule goes by.
    pub kind: Kind,
    /// For a person: what was seen, and what helps. No full stop at the end.
    pub message: String,
    /// How long the server asked to be left alone (rule 4.3), at most 31 days.
    pub retry_after: Option<Duration>,
}

impl Receipt {
    /// A failure of this kind, in words for a person.
    pub fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), retry_after: None }
    }
}

/// The kinds of failure that are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The name has no address.
    Dns,
    /// Nobody listens there, or the connection broke off.
    Connection,
    /// The certificate or the handshake is not in order.
    Tls,
    /// The certificate has run out.
    Expired,
    /// A phase took longer than its limit.
    Timeout,
    /// An answer without a document.
    Status(u16),
    /// A page that wants to see a browser.
    Challenge,
    /// More bytes than allowed.
    TooLarge,
    /// A small body that grows without measure when decoded.
    Bomb,
    /// A content encoding that is unknown or broken.
    Encoding,
    /// The body ended before its end.
    Truncated,
    /// Redirects in a circle, or more than allowed.
    RedirectLoop,
    /// A redirect that may not be followed.
    BadRedirect,
    /// An address that may not be asked.
    ForbiddenAddress,
    /// Not HTTP, or not as it should be.
    Protocol,
    /// A local file that is missing, unreadable or no file.
    File,
    /// No room among the large documents that came at once: nobody's fault, asked again next run.
    Busy,
}

impl Kind {
    /// A word for tables and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dns => "dns",
            Self::Connection => "connection",
            Self::Tls => "tls",
            Self::Expired => "certificate-expired",
            Self::Timeout => "timeout",
            Self::Status(_) => "status",
            Self::Challenge => "challenge",
            Self::TooLarge => "too-large",
            Self::Bomb => "bomb",
            Self::Encoding => "encoding",
            Self::Truncated => "truncated",
            Self::RedirectLoop => "redirect-loop",
            Self::BadRedirect => "bad-redirect",
            Self::ForbiddenAddress => "forbidden-address",
            Self::Protocol => "protocol",
            Self::File => "file",
            Self::Busy => "busy",
        }
    }

    /// Whether the validators are to be forgotten, so that the next request is a plain one: the
    /// server dislikes how it was asked, or answered "not modified" to nothing (section 4).
    pub fn drops_validators(self) -> bool {
        match self {
            Self::Status(401..=404 | 407 | 408 | 410 | 421 | 425 | 429 | 451) => false,
            Self::Status(status) => status == 304 || (400..500).contains(&status),
            _ => false,
        }
    }

    /// The answer in a word: its status where it had one.
    pub fn word(self) -> String {
        match self {
            Self::Status(status) => status.to_string(),
            kind => kind.name().to_owned(),
        }
    }

    /// Whether it counts against the source. A 429 is about the host and us; a 410 is an answer.
    pub fn counts_against_source(self) -> bool {
        !matches!(self, Self::Status(410 | 429))
    }

    /// Whether the trouble may as well lie with our own network: if every host fails like this,
    /// nobody is to be blamed (rules, section 4, last row).
    pub fn may_be_ours(self) -> bool {
        matches!(self, Self::Dns | Self::Connection | Self::Timeout)
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn section_4_only_a_disliked_request_drops_the_validators() {
        for status in [304, 400, 405, 406, 409, 413, 414, 416, 431] {
            assert!(Kind::Status(status).drops_validators(), "{status}");
        }
        for status in [204, 206, 401, 402, 403, 404, 407, 408, 410, 421, 425, 429, 451, 500, 503] {
            assert!(!Kind::Status(status).drops_validators(), "{status}");
        }
        assert!(!Kind::Timeout.drops_validators() && !Kind::Bomb.drops_validators());
    }

    #[test]
    fn section_4_a_429_and_a_410_do_not_count_against_the_source() {
        assert!(!Kind::Status(429).counts_against_source() && !Kind::Status(410).counts_against_source());
        assert!(Kind::Status(500).counts_against_source() && Kind::Dns.counts_against_source());
    }
}
