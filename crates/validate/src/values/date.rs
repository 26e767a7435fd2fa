//! Dates: RFC 822 as RSS has it, RFC 3339 as Atom has it, and the W3C's profile of ISO 8601.

use chrono::{DateTime, Datelike, Duration, NaiveDate, SecondsFormat, Utc};

use super::super::rules::{self, Rule};
use super::{Fault, Verdict, fault, quote};

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const ZONES: [(&str, i64); 11] = [
    ("UT", 0),
    ("GMT", 0),
    ("Z", 0),
    ("EST", -5),
    ("EDT", -4),
    ("CST", -6),
    ("CDT", -5),
    ("MST", -7),
    ("MDT", -6),
    ("PST", -8),
    ("PDT", -7),
];

/// A date of RFC 822 with a four-digit year (RSS 2.0, "all date-times").
pub(crate) fn rfc822(value: &str, now: DateTime<Utc>) -> Verdict {
    let Some(date) = strict(value) else {
        return loose(value);
    };
    let Some(day) = NaiveDate::from_ymd_opt(date.year, date.month, date.day) else {
        return fault(rules::INVALID_RFC2822_DATE, format!("{} is a day that does not exist", quote(value)));
    };
    let weekday = DAYS[day.weekday().num_days_from_monday() as usize];
    if let Some(claimed) = date.weekday
        && claimed != weekday
    {
        return fault(
            rules::INCORRECT_DOW,
            format!("{} says {claimed}, but that day is a {weekday}", quote(value)),
        );
    }
    let time = day.and_hms_opt(0, 0, 0).map(|midnight| midnight.and_utc() + Duration::seconds(date.seconds));
    if date.year < 1990 || time.is_none_or(|time| time > now + Duration::minutes(10)) {
        return fault(rules::IMPLAUSIBLE_DATE, format!("{} lies in the future or before 1990", quote(value)));
    }
    Ok(())
}

struct Strict<'a> {
    weekday: Option<&'a str>,
    year: i32,
    month: u32,
    day: u32,
    /// From midnight of that day, in UTC.
    seconds: i64,
}

/// The one form that every reader understands: single blanks, capitals, a whole or half-hour zone.
fn strict(value: &str) -> Option<Strict<'_>> {
    let (weekday, rest) = match value.split_once(", ") {
        Some((weekday, rest)) if DAYS.contains(&weekday) => (Some(weekday), rest),
        _ => (None, value),
    };
    let fields: Vec<&str> = rest.split(' ').collect();
    let [day, month, year, time, zone] = fields[..] else { return None };
    let month = MONTHS.iter().position(|name| *name == month)? as u32 + 1;
    if !(1..=2).contains(&day.len()) || year.len() != 4 {
        return None;
    }
    let offset = zone_seconds(zone)?;
    Some(Strict {
        weekday,
        year: number(year)? as i32,
        month,
        day: number(day)? as u32,
        seconds: clock(time)? - offset,
    })
}

fn number(digits: &str) -> Option<i64> {
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

fn clock(text: &str) -> Option<i64> {
    let mut parts = text.split(':');
    let mut two = || parts.next().filter(|part| part.len() == 2).and_then(number);
    let (hours, minutes) = (two()?, two()?);
    let seconds = if text.len() > 5 { two()? } else { 0 };
    (parts.next().is_none()).then_some(hours * 3600 + minutes * 60 + seconds)
}

fn zone_seconds(zone: &str) -> Option<i64> {
    if let Some((_, hours)) = ZONES.iter().find(|(name, _)| *name == zone) {
        return Some(hours * 3600);
    }
    let digits = zone.strip_prefix(['+', '-']).unwrap_or(zone);
    if digits.len() != 4 || !matches!(digits.get(2..), Some("00" | "30")) {
        return None;
    }
    let seconds = number(digits.get(..2)?)? * 3600 + number(digits.get(2..)?)? * 60;
    Some(if zone.starts_with('-') { -seconds } else { seconds })
}

/// What RFC 822 allows but readers stumble over, or an error.
fn loose(value: &str) -> Verdict {
    let text = without_comments(value).to_ascii_lowercase();
    let text = text.trim();
    if is_rfc822(text) {
        return fault(
            rules::PROBLEMATICAL_RFC822_DATE,
            format!("{} is a date that many readers misread", quote(value)),
        );
    }
    fault(rules::INVALID_RFC2822_DATE, format!("{} is no RFC 822 date", quote(value)))
}

fn without_comments(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut depth = 0u32;
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => {
                chars.next();
            }
            '(' => depth += 1,
            ')' if depth > 0 => {
                depth -= 1;
                out.push(' ');
            }
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

fn is_rfc822(text: &str) -> bool {
    let rest = match text.split_once(',') {
        Some((weekday, rest)) if DAYS.iter().any(|day| day.eq_ignore_ascii_case(weekday.trim_end())) => rest,
        Some(_) => return false,
        None => text,
    };
    let fields: Vec<&str> = rest.split_whitespace().collect();
    let [day, month, year, time, zone] = fields[..] else { return false };
    let offset =
        zone.strip_prefix(['+', '-']).is_some_and(|digits| digits.len() == 4 && number(digits).is_some());
    let military = zone.len() == 1 && zone.bytes().all(|b| b.is_ascii_lowercase() && b != b'j');
    (1..=2).contains(&day.len())
        && number(day).is_some()
        && MONTHS.iter().any(|name| name.eq_ignore_ascii_case(month))
        && matches!(year.len(), 2 | 4)
        && number(year).is_some()
        && clock(time).is_some()
        && (offset || military || ZONES.iter().any(|(name, _)| name.eq_ignore_ascii_case(zone)))
}

/// How much of an ISO 8601 date must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Iso {
    /// RFC 3339: date, time with seconds, zone.
    Rfc3339,
    /// W3C-DTF: a year, month, day, or a time with a zone.
    W3cdtf,
    /// As W3C-DTF, the zone may be missing.
    Loose,
}

impl Iso {
    fn rule(self) -> &'static Rule {
        match self {
            Iso::Rfc3339 => rules::INVALID_RFC3339_DATE,
            Iso::W3cdtf => rules::INVALID_W3CDTF_DATE,
            Iso::Loose => rules::INVALID_ISO8601_DATE_TIME,
        }
    }
}

/// A date of ISO 8601; with `now`, one that lies neither before 1990 nor after tomorrow.
pub(crate) fn iso(value: &str, form: Iso, now: Option<DateTime<Utc>>) -> Verdict {
    if !is_iso(value, form) {
        let wanted = match form {
            Iso::Rfc3339 => "an RFC 3339 date such as 2024-05-01T09:00:00Z",
            Iso::W3cdtf => "a W3C date such as 2024-05-01 or 2024-05-01T09:00Z",
            Iso::Loose => "an ISO 8601 date",
        };
        return Err(Fault { rule: form.rule(), message: format!("{} is not {wanted}", quote(value)) });
    }
    let Some(now) = now else { return Ok(()) };
    if is_over(value, now) {
        return Ok(());
    }
    let tomorrow = (now + Duration::days(1)).to_rfc3339_opts(SecondsFormat::Secs, true);
    if value < "1990-01-01" || value > tomorrow.as_str() {
        return fault(rules::IMPLAUSIBLE_DATE, format!("{} lies in the future or before 1990", quote(value)));
    }
    Ok(())
}

/// Whether a whole date names a day after 1989 that is over by now, as nearly every date does.
fn is_over(value: &str, now: DateTime<Utc>) -> bool {
    let part = |range| value.get(range).and_then(number);
    let day = (part(0..4), part(5..7), part(8..10));
    let today = (now.year().into(), now.month().into(), now.day().into());
    matches!(day, (Some(year), Some(month), Some(day)) if year >= 1990 && (year, month, day) < today)
}

fn is_iso(value: &str, form: Iso) -> bool {
    let (date, time) = value.split_once('T').map_or((value, None), |(date, time)| (date, Some(time)));
    let parts: Vec<&str> = date.split('-').collect();
    let sizes = [4, 2, 2];
    if parts.len() > 3
        || parts.iter().zip(sizes).any(|(part, size)| part.len() != size || number(part).is_none())
    {
        return false;
    }
    let exists = match parts[..] {
        [year, month, day] => {
            let [y, m, d] = [year, month, day].map(|part| number(part).unwrap_or(0));
            NaiveDate::from_ymd_opt(y as i32, m as u32, d as u32).is_some()
        }
        _ => true,
    };
    match time {
        None => form != Iso::Rfc3339 && exists,
        Some(time) => exists && parts.len() == 3 && is_iso_time(time, form),
    }
}

fn is_iso_time(text: &str, form: Iso) -> bool {
    let zone_at = text.find(['Z', '+', '-']).unwrap_or(text.len());
    let (time, zone) = text.split_at(zone_at);
    let zoned = zone == "Z"
        || (zone.len() == 6
            && zone.as_bytes()[3] == b':'
            && number(&zone[1..3]).is_some()
            && number(&zone[4..6]).is_some());
    let local = zone.is_empty() && form == Iso::Loose;
    if !zoned && !local {
        return false;
    }
    let (time, fraction) =
        time.split_once('.').map_or((time, None), |(time, fraction)| (time, Some(fraction)));
    if fraction.is_some_and(|digits| number_or_empty(digits).is_none())
        || (fraction.is_some() && time.len() != 8)
    {
        return false;
    }
    let parts: Vec<Option<i64>> =
        time.split(':').map(|part| (part.len() == 2).then(|| number(part)).flatten()).collect();
    let above = fraction.is_some_and(|digits| digits.bytes().any(|b| b != b'0'));
    match parts[..] {
        [Some(h), Some(m)] => form != Iso::Rfc3339 && h < 24 && m <= 60,
        [Some(h), Some(m), Some(s)] => h < 24 && m <= 60 && (s < 60 || (s == 60 && !above)),
        _ => false,
    }
}

fn number_or_empty(digits: &str) -> Option<()> {
    digits.bytes().all(|b| b.is_ascii_digit()).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_790_000_000, 0).unwrap()
    }

    fn code(verdict: Verdict) -> Option<&'static str> {
        verdict.err().map(|fault| fault.rule.code)
    }

    #[test]
    fn rss_dates_are_strict_about_form_day_and_future() {
        for (value, expected) in [
            ("Wed, 01 May 2024 09:00:00 GMT", None),
            ("1 May 2024 09:00 +0530", None),
            ("Thu, 01 May 2024 09:00:00 GMT", Some("incorrect-dow")),
            ("Fri, 31 Feb 2024 09:00:00 GMT", Some("invalid-rfc2822-date")),
            ("Wed, 01 May 2024 09:00:00 UTC", Some("invalid-rfc2822-date")),
            ("Wed, 01 May 2024 09:00:00", Some("invalid-rfc2822-date")),
            ("Wed, 01 May 2024 9:00:00 GMT", Some("invalid-rfc2822-date")),
            ("", Some("invalid-rfc2822-date")),
            ("wed, 01 may 2024 09:00:00 gmt", Some("problematical-rfc822-date")),
            ("Wed, 01 May 24 09:00:00 GMT", Some("problematical-rfc822-date")),
            ("Wed, 01 May 2024 09:00:00 +0545", Some("problematical-rfc822-date")),
            ("Thu, 01 Jan 1970 00:00:00 GMT", Some("implausible-date")),
            ("Wed, 01 May 2047 09:00:00 GMT", Some("implausible-date")),
        ] {
            assert_eq!(code(rfc822(value, now())), expected, "{value}");
        }
    }

    #[test]
    fn iso_dates_differ_in_what_may_be_missing() {
        for (value, form, expected) in [
            ("2024-05-01T09:00:00Z", Iso::Rfc3339, None),
            ("2024-05-01T09:00:00.25+01:00", Iso::Rfc3339, None),
            ("2024-05-01T09:00Z", Iso::Rfc3339, Some("invalid-rfc3339-date")),
            ("2024-05-01t09:00:00z", Iso::Rfc3339, Some("invalid-rfc3339-date")),
            ("2024-02-30T09:00:00Z", Iso::Rfc3339, Some("invalid-rfc3339-date")),
            ("2024-05-01T24:00:00Z", Iso::Rfc3339, Some("invalid-rfc3339-date")),
            ("2047-05-01T09:00:00Z", Iso::Rfc3339, Some("implausible-date")),
            ("2024-05", Iso::W3cdtf, None),
            ("2024-05-01T09:00", Iso::W3cdtf, Some("invalid-w3cdtf-date")),
            ("2024-05-01T09:00", Iso::Loose, None),
        ] {
            assert_eq!(code(iso(value, form, Some(now()))), expected, "{value}");
        }
    }
}
