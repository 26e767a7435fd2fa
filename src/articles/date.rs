//! Times as records write them. The one place of this room that reads a date.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, Utc};

use super::unreadable::Problem;

/// Forms of a time without a zone.
const LOCAL: [&str; 6] = [
    "%Y-%m-%dT%H:%M:%S%.f",
    "%Y-%m-%d %H:%M:%S%.f",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%d %H:%M",
    "%Y%m%dT%H%M%S",
    "%Y/%m/%d %H:%M",
];

/// Forms with an offset that RFC 3339 does not know.
const ZONED: [&str; 4] =
    ["%Y-%m-%dT%H:%M:%S%.f%z", "%Y-%m-%d %H:%M:%S%.f %z", "%Y-%m-%dT%H:%M%z", "%Y-%m-%d %H:%M %z"];

/// A time: RFC 3339, RFC 2822, or `YYYY-MM-DD[ HH:MM[:SS]]` at `offset`.
pub(super) fn read(text: &str, offset: FixedOffset) -> Option<DateTime<Utc>> {
    let text = text.trim();
    let zoned = DateTime::parse_from_rfc3339(text).or_else(|_| DateTime::parse_from_rfc2822(text)).ok();
    let zoned = zoned.or_else(|| ZONED.iter().find_map(|form| DateTime::parse_from_str(text, form).ok()));
    if let Some(time) = zoned {
        return Some(time.to_utc());
    }
    let local = LOCAL.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
    let midnight = || NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?.and_hms_opt(0, 0, 0);
    let local = local.or_else(midnight)?;
    Some(local.and_local_timezone(offset).single()?.to_utc())
}

/// The same, with the message for a person where it is no date.
pub(super) fn require(key: &str, text: &str, offset: FixedOffset) -> Result<DateTime<Utc>, Problem> {
    read(text, offset).ok_or_else(|| {
        let seen = format!("`{key}` is \"{}\", which is no date", text.chars().take(60).collect::<String>());
        Problem::new(seen, "write it as 2016-08-17T18:20:00Z")
    })
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, FixedOffset, Utc};

    fn at(text: &str, hours: i32) -> Option<String> {
        let offset = FixedOffset::east_opt(hours * 3600).unwrap();
        super::read(text, offset).map(|time: DateTime<Utc>| time.to_rfc3339())
    }

    #[test]
    fn a_stated_zone_wins_over_the_rule_and_a_missing_one_takes_it() {
        assert_eq!(at("2016-08-17T18:20:00+02:00", 5).unwrap(), "2016-08-17T16:20:00+00:00");
        assert_eq!(at("2016-08-17 18:20", 2).unwrap(), "2016-08-17T16:20:00+00:00");
        assert_eq!(at("2016-08-17", 0).unwrap(), "2016-08-17T00:00:00+00:00");
        assert_eq!(at("Wed, 17 Aug 2016 18:20:00 GMT", 2).unwrap(), "2016-08-17T18:20:00+00:00");
        assert_eq!(at("2016-08-17T18:20:00+0200", 0).unwrap(), "2016-08-17T16:20:00+00:00");
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in ["", "soon", "2016-13-40", "30 September", "2016"] {
            assert_eq!(at(text, 0), None, "{text}");
        }
    }
}
