//! Mail addresses: bare as in Atom, with a real name in brackets as in RSS.

use percent_encoding::percent_decode_str;

use super::super::rules::{self, Rule};
use super::uri::is_domain;
use super::{Verdict, fault, quote};

/// A bare address (RFC 2822 addr-spec).
pub(crate) fn address(value: &str) -> Verdict {
    spec(value, value, rules::INVALID_ADDR_SPEC)
}

/// An address, with or without a name.
pub(crate) fn contact(value: &str) -> Verdict {
    spec(bare(value), value, rules::INVALID_CONTACT)
}

/// `mail@host (Real Name)`, as the RSS Advisory Board asks.
pub(crate) fn contact_with_name(value: &str) -> Verdict {
    let decoded = value.strip_prefix("mailto:").map(|mail| percent_decode_str(mail).decode_utf8_lossy());
    let value = decoded.as_deref().unwrap_or(value);
    if has_name(value) || value.find('@').is_none_or(|at| at == 0) {
        return contact(value);
    }
    if value.contains(' ') {
        return fault(rules::EMAIL_FORMAT, format!("{} should read mail@host (Real Name)", quote(value)));
    }
    fault(rules::MISSING_REAL_NAME, format!("{} has no real name: mail@host (Real Name)", quote(value)))
}

/// Whether a name in brackets ends the value.
pub(crate) fn has_name(value: &str) -> bool {
    value.ends_with(')')
}

fn spec(mail: &str, value: &str, rule: &'static Rule) -> Verdict {
    let Some((local, domain)) = mail.rsplit_once('@') else {
        return fault(rule, format!("{} is no mail address", quote(value)));
    };
    let local_is = |extra: &str| {
        !local.is_empty() && local.chars().all(|c| c.is_ascii_alphanumeric() || extra.contains(c))
    };
    let numeric = domain.bytes().all(|b| b.is_ascii_digit() || b == b'.') && domain.contains('.');
    if local_is("_-+.'") && (is_domain(domain) || numeric) {
        return Ok(());
    }
    let undotted = domain.starts_with(|c: char| c.is_ascii_alphabetic())
        && domain.len() > 1
        && domain.chars().all(|c| c.is_alphanumeric() || "._-".contains(c));
    if local_is("._%+-") && undotted {
        return fault(
            rules::UNKNOWN_HOST,
            format!("{} names a host that cannot be reached by mail", quote(value)),
        );
    }
    fault(rule, format!("{} is no mail address", quote(value)))
}

/// The address of `Name <mail>` or `mail (Name)`.
fn bare(value: &str) -> &str {
    if let Some((_, rest)) = value.split_once('<')
        && let Some((mail, _)) = rest.split_once('>')
    {
        return mail.trim();
    }
    value.split('(').next().unwrap_or_default().trim()
}

/// Whether a name holds an address in angle brackets.
pub(crate) fn embedded_address(value: &str) -> bool {
    value.split('<').skip(1).filter_map(|rest| rest.split_once('>')).any(|(mail, _)| address(mail).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contacts_want_address_and_name() {
        let code = |value: &str| contact_with_name(value).err().map(|fault| fault.rule.code);
        assert_eq!(code("jane@a.example (Jane Doe)"), None);
        assert_eq!(code("jane@a.example"), Some("missing-real-name"));
        assert_eq!(code("Jane <jane@a.example>"), Some("email-format"));
        assert_eq!(code("Jane Doe"), Some("invalid-contact"));
        assert_eq!(code(""), Some("invalid-contact"));
        assert_eq!(code("jane@localhost (Jane)"), Some("unknown-host"));
    }
}
