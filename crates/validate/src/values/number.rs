//! Numbers and what is written with them: counts, durations, coordinates, play times.

use super::super::rules;
use super::{Verdict, fault, quote};

/// A whole number as Python, C and XML Schema read it: blanks around and a sign are allowed.
pub(crate) fn integer(value: &str) -> Option<i128> {
    let text = value.trim();
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some(text.parse().unwrap_or(if text.starts_with('-') { i128::MIN } else { i128::MAX }))
}

/// Digits only.
pub(crate) fn digits(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit())
}

/// `12`, `12.` or `12.5`.
pub(crate) fn decimal(value: &str) -> bool {
    let (whole, part) = value.split_once('.').unwrap_or((value, ""));
    digits(whole) && part.bytes().all(|b| b.is_ascii_digit())
}

fn signed(value: &str) -> bool {
    decimal(value.strip_prefix(['+', '-']).unwrap_or(value))
}

/// `[[h:]mm:]ss` or seconds.
pub(crate) fn duration(value: &str) -> bool {
    let mut parts = value.split(':');
    let first = parts.next().is_some_and(digits);
    let rest: Vec<&str> = parts.collect();
    first
        && rest.len() <= 2
        && rest.iter().all(|part| part.len() == 2 && digits(part) && part.as_bytes()[0] < b'6')
}

/// `1,2, 3`
pub(crate) fn integers(value: &str) -> bool {
    let mut parts = value.split(',');
    parts.next().is_some_and(digits) && parts.all(|part| digits(part.trim_start()))
}

/// Degrees north.
pub(crate) fn latitude(value: &str) -> Verdict {
    match value.trim().parse::<f64>() {
        Ok(degrees) if (-90.0..=90.0).contains(&degrees) => Ok(()),
        _ => fault(rules::INVALID_LATITUDE, format!("{} is no latitude from -90 to 90", quote(value))),
    }
}

/// Degrees east.
pub(crate) fn longitude(value: &str) -> Verdict {
    match value.trim().parse::<f64>() {
        Ok(degrees) if (-180.0..=180.0).contains(&degrees) => Ok(()),
        _ => fault(rules::INVALID_LONGITUDE, format!("{} is no longitude from -180 to 180", quote(value))),
    }
}

/// A GeoRSS point: latitude, blank, longitude.
pub(crate) fn coordinates(value: &str) -> Verdict {
    match value.split_once([' ', ',']) {
        Some((lat, long)) if signed(lat) && signed(long) => no_comma(value),
        _ => fault(rules::INVALID_COORD, format!("{} is not a latitude and a longitude", quote(value))),
    }
}

fn no_comma(value: &str) -> Verdict {
    if value.contains(',') {
        return fault(rules::COORD_COMMA, format!("{} divides its coordinates with a comma", quote(value)));
    }
    Ok(())
}

/// A GeoRSS line or polygon: pairs of coordinates, at least two.
pub(crate) fn coordinate_list(value: &str) -> Verdict {
    let values: Vec<&str> =
        value.split([' ', ',', '\n', '\t', '\r']).filter(|part| !part.is_empty()).collect();
    if values.len() < 3 || values.len() % 2 == 1 || !values.iter().all(|part| signed(part)) {
        return fault(
            rules::INVALID_COORD_LIST,
            format!("{} is not a list of latitudes and longitudes", quote(value)),
        );
    }
    no_comma(value)
}

/// A normal play time (RFC 2326, 3.6): `now`, seconds, or `h:mm:ss`.
pub(crate) fn npt(value: &str) -> bool {
    value.starts_with("now") || value.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_seconds_or_clock_time() {
        assert!(["90", "1:30", "01:02:03"].iter().all(|value| duration(value)));
        assert!(["", "1:2", "1:60", "1:00:00:00", "a"].iter().all(|value| !duration(value)));
    }

    #[test]
    fn points_are_two_numbers_and_a_blank() {
        let code = |value: &str| coordinates(value).err().map(|fault| fault.rule.code);
        assert_eq!(code("45.256 -71.92"), None);
        assert_eq!(code("45.256,-71.92"), Some("coord-comma"));
        assert_eq!(code("north"), Some("invalid-coord"));
    }
}
