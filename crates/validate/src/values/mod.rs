//! Whether a single value is what its specification asks for. Each check gets the bare value and
//! answers with the rule that it breaks and why; where it stood, and its case, are not known here.

pub(super) mod date;
mod mail;
mod number;
pub(super) mod uri;

pub(super) use copydesk_model::text::codes::{country, language};
pub(super) use mail::{address, contact, contact_with_name, embedded_address, has_name};
pub(super) use number::{
    coordinate_list, coordinates, decimal, duration, integer, integers, latitude, longitude, npt,
};

use super::rules::Rule;

/// A broken rule and what was seen.
#[derive(Debug)]
pub(super) struct Fault {
    /// The rule.
    pub(super) rule: &'static Rule,
    /// What was seen, as the end of a sentence that names the element.
    pub(super) message: String,
}

/// What a check answers.
pub(super) type Verdict = Result<(), Fault>;

pub(super) fn fault(rule: &'static Rule, message: impl Into<String>) -> Verdict {
    Err(Fault { rule, message: message.into() })
}

/// A value in quotation marks, cut where it gets long.
pub(super) fn quote(value: &str) -> String {
    let mut shown: String = value.chars().take(80).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if value.chars().nth(80).is_some() {
        shown.push('…');
    }
    format!("\"{shown}\"")
}

/// `type/subtype` with parameters (RFC 2045, 5.1).
pub(super) fn is_mime(value: &str) -> bool {
    let token =
        |s: &str| !s.is_empty() && !s.contains(|c: char| c.is_whitespace() || "()<>,;:\\\"/[]?=".contains(c));
    let mut parts = value.splitn(2, ';');
    let essence = parts.next().unwrap_or_default().trim_end();
    let sound = essence.split_once('/').is_some_and(|(kind, sub)| token(kind) && token(sub));
    sound && parts.next().is_none_or(|parameters| are_parameters(parameters, token))
}

fn are_parameters(text: &str, token: impl Fn(&str) -> bool) -> bool {
    let mut rest = text.trim();
    loop {
        let Some((name, after)) = rest.split_once('=') else { return false };
        if !token(name) {
            return false;
        }
        rest = if let Some(quoted) = after.strip_prefix('"') {
            let Some(end) = quoted.find('"') else { return false };
            quoted[end + 1..].trim_start()
        } else {
            let end = after.find(';').unwrap_or(after.len());
            if !token(after[..end].trim_end()) {
                return false;
            }
            &after[end..]
        };
        match rest.strip_prefix(';') {
            Some(more) => rest = more.trim_start(),
            None => return rest.is_empty(),
        }
    }
}
