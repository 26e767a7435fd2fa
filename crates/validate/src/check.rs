//! Holds a value against a [`Check`]. The value checks themselves know nothing of documents;
//! here they get the document's clock, and their answers a subject and a place.

use std::fmt::Display;

use super::addresses;
use super::element::Check;
use super::html::{self, Flaw, FlawKind};
use super::plain::{self, Markup};
use super::rules::{self, Rule};
use super::values::date::{iso, rfc822};
use super::values::uri::{self, Form};
use super::values::{self, Fault, Verdict, fault, quote};
use super::walk::{Family, Frame, Walk};

/// Checks one value and keeps what is found.
pub(super) fn value(
    walk: &mut Walk<'_>,
    frame: &Frame<'_>,
    check: &Check,
    subject: &dyn Display,
    value: &str,
    at: usize,
) {
    let verdict = match check {
        Check::Plain(rule) => return plain_text(walk, frame, rule, subject, value, at),
        Check::Html => return body(walk, subject, value, at, true),
        Check::Look(look) => return look(walk, frame),
        Check::Prose => return,
        Check::ContactWithName => {
            if values::has_name(value) {
                plain_text(walk, frame, rules::CONTAINS_HTML, subject, value, at);
            }
            values::contact_with_name(value)
        }
        Check::Rfc822 => rfc822(value, walk.now),
        Check::Iso(form) => iso(value, *form, Some(walk.now)),
        Check::IsoAnytime(form) => iso(value, *form, None),
        Check::Uri(form, rule) => uri::check(value, *form, rule),
        Check::Http => uri::http(value),
        Check::Canonical => canonical(value),
        Check::Contact => values::contact(value),
        Check::Address => values::address(value),
        Check::Latitude => values::latitude(value),
        Check::Longitude => values::longitude(value),
        Check::Point => values::coordinates(value),
        Check::Points => values::coordinate_list(value),
        Check::Positive => number(value, |n| n > 0, rules::INVALID_POSITIVE_INTEGER, "above zero"),
        Check::NonNegative => number(value, |n| n >= 0, rules::INVALID_NON_NEGATIVE_INTEGER, ""),
        Check::Integer if value.is_empty() => return,
        Check::Integer => number(value, |_| true, rules::INVALID_INTEGER, ""),
        Check::Language => {
            ensure(values::language(value), value, rules::INVALID_LANGUAGE, "no language code")
        }
        Check::Mime(rule) => ensure(values::is_mime(value), value, rule, "no media type"),
        Check::NoAddress => {
            let named = !values::embedded_address(value);
            ensure(named, value, rules::CONTAINS_EMAIL, "a name with a mail address in it")
        }
        Check::Decimal => ensure(values::decimal(value), value, rules::INVALID_FLOAT, "no decimal number"),
        Check::SignedDecimal => {
            let unsigned = value.strip_prefix(['+', '-']).unwrap_or(value);
            ensure(values::decimal(unsigned), value, rules::INVALID_FLOAT_UNIT, "no decimal number")
        }
        Check::Integers(rule) => ensure(values::integers(value), value, rule, "no list of whole numbers"),
        Check::OneOf(words, rule) => one_of(words.contains(&value), value, words, rule),
        Check::OneOfAnyCase(words, rule) => {
            one_of(words.contains(&value.to_lowercase().as_str()), value, words, rule)
        }
        Check::NotBlank => ensure(!value.is_empty(), value, rules::NOT_BLANK, "empty"),
        Check::AttributeNotBlank => ensure(!value.is_empty(), value, rules::ATTR_NOT_BLANK, "empty"),
        Check::NoSpaceAround => {
            let what = "a value with white space around it";
            ensure(value.trim() == value, value, rules::UNEXPECTED_WHITESPACE, what)
        }
        Check::AtMost(most) => at_most(*most, value),
        Check::Duration => {
            let what = "no duration such as 1:02:03";
            ensure(values::duration(value), value, rules::INVALID_DURATION, what)
        }
        Check::PlayTime => ensure(values::npt(value), value, rules::INVALID_NPT_TIME, "no play time"),
    };
    walk.note_fault(subject, at, verdict);
}

fn ensure(sound: bool, value: &str, rule: &'static Rule, what: &str) -> Verdict {
    if sound { Ok(()) } else { fault(rule, format!("{} is {what}", quote(value))) }
}

fn number(value: &str, is_sound: fn(i128) -> bool, rule: &'static Rule, where_it_lies: &str) -> Verdict {
    let sound = values::integer(value).is_some_and(is_sound);
    ensure(sound, value, rule, format!("no whole number {where_it_lies}").trim_end())
}

fn one_of(sound: bool, value: &str, words: &[&str], rule: &'static Rule) -> Verdict {
    if sound { Ok(()) } else { ensure(false, value, rule, &format!("none of {}", words.join(", "))) }
}

fn at_most(most: usize, value: &str) -> Verdict {
    let length = value.chars().count();
    let what = || format!("{length} characters long, more than {most}");
    if length <= most { Ok(()) } else { ensure(false, value, rules::TOO_LONG, &what()) }
}

fn canonical(raw: &str) -> Verdict {
    uri::check(raw.trim(), Form::Full, rules::INVALID_FULL_LINK)?;
    if uri::is_canonical(raw) {
        return Ok(());
    }
    let form = uri::canonical(raw.trim())
        .map_or_else(|| "has no canonical form".to_owned(), |form| format!("would be {}", quote(&form)));
    fault(rules::NON_CANONICAL_URI, format!("{} {form}", quote(raw)))
}

/// Text that should hold no markup.
pub(super) fn plain_text(
    walk: &mut Walk<'_>,
    frame: &Frame<'_>,
    rule: &'static Rule,
    subject: &dyn Display,
    value: &str,
    at: usize,
) {
    let Some(markup) = plain::markup(value) else { return };
    let (rule, message) = match markup {
        Markup::EndTag(tag) => (rule, format!("{subject} holds </{tag}>")),
        // A publisher that writes characters as &#x…; has thought about it (RSS Profile, 2.1).
        _ if walk.line_has_reference(frame.at) => return,
        Markup::Reference(name) => (rule, format!("{subject} holds &{name};")),
        Markup::Literal if walk.family == Family::Rss && walk.memory.version.starts_with("2.") => {
            (rules::CHARACTER_DATA, format!("{subject} holds a literal \"<\" or reference"))
        }
        Markup::Literal => return,
    };
    walk.note(rule, at, message);
}

/// HTML; `absolute` asks for absolute addresses too.
pub(super) fn body(walk: &mut Walk<'_>, subject: &dyn Display, html: &str, at: usize, absolute: bool) {
    // Offsets inside the value are offsets in the document unless references were resolved.
    let literal = walk.text.get(at..).is_some_and(|rest| rest.starts_with(html.trim_start()));
    let lead = html.len() - html.trim_start().len();
    let place = |offset: usize| if literal { at + offset.saturating_sub(lead) } else { at };
    if memchr::memmem::find(html.as_bytes(), b"<?import ").is_some() {
        walk.note(rules::SECURITY_RISK, at, format!("{subject} holds <?import"));
    }
    html::fragment(html, &mut |Flaw { at: offset, kind, message }| {
        let rule = match kind {
            FlawKind::NotHtml => rules::NOT_HTML,
            FlawKind::UnsafeElement => rules::SECURITY_RISK,
            FlawKind::UnsafeAttribute => rules::SECURITY_RISK_ATTR,
            FlawKind::UnsafeStyle => rules::DANGEROUS_STYLE_ATTR,
        };
        walk.note(rule, place(offset), format!("{subject}: {message}"));
    });
    if absolute {
        addresses::relative(html, &mut |offset, Fault { rule, message }| {
            walk.note(rule, place(offset), format!("{subject}: {message}"));
        });
    }
}
