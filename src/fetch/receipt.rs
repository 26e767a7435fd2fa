//! Why a source gave nothing: a kind for the schedule, a message for a person.

use std::time::Duration;

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
