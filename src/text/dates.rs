//! Dates as feeds write them, in any order and many languages, as one instant in UTC.
//!
//! A date is read as a row of numbers, words, times and zones, so that forms nobody listed are read
//! too. What is missing is taken at its start (`2004-05` is the first of May, midnight); without a
//! zone it is UTC. Hours to 24, leap seconds and days past a month's end roll over. What does not
//! name at least a year is no date.

use chrono::{DateTime, Datelike, Duration, NaiveDate, Utc, Weekday};

mod months;
mod regular;
mod words;

/// Longer texts are no dates.
const LONGEST: usize = 120;

/// The instant a date names: RFC 822 and 2822 with zones of every name, ISO 8601 and RFC 3339 in all
/// shapes, asctime, Unix times in seconds and milliseconds, and what people write.
///
/// ```
/// let date = copydesk::text::dates::parse("Do, 29 Mär 2018 00:00:00 +0200").unwrap();
/// assert_eq!(date.to_rfc3339(), "2018-03-28T22:00:00+00:00");
/// ```
pub fn parse(text: &str) -> Option<DateTime<Utc>> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    match regular::parse(text.as_bytes()).or_else(|| unix(text)) {
        Some(instant) => within_four_digits(instant),
        None => patiently(text),
    }
}

/// Others have no form in RFC 3339.
fn within_four_digits(instant: DateTime<Utc>) -> Option<DateTime<Utc>> {
    (1..=9999).contains(&instant.year()).then_some(instant)
}

/// A date in any other form.
fn patiently(text: &str) -> Option<DateTime<Utc>> {
    let mut parts = Parts::default();
    // Typesetters' minus sign.
    if text.contains('\u{2212}') {
        parts.read(&text.replace('\u{2212}', "-"))
    } else {
        parts.read(text)
    }
    parts.instant()
}

/// Whether a date is in a form that a format of feeds asks for: RFC 822 with an English month and a zone,
/// or W3CDTF, of which RFC 3339 is part. It says nothing of whether the day exists.
pub fn is_regular(text: &str) -> bool {
    let bytes = text.trim().as_bytes();
    if bytes.get(4).is_none_or(|byte| *byte == b'-') {
        return is_w3c(bytes);
    }
    let rest = match bytes.iter().position(|byte| *byte == b',') {
        Some(comma) => &bytes[comma + 1..],
        None => bytes,
    };
    let mut words = rest.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    let mut next = || words.next().unwrap_or_default();
    let number = |word: &[u8], length: std::ops::RangeInclusive<usize>| {
        length.contains(&word.len()) && word.iter().all(u8::is_ascii_digit)
    };
    let (day, month, year, clock, zone) = (next(), next(), next(), next(), next());
    const MONTHS: &[u8] = b"JanFebMarAprMayJunJulAugSepOctNovDec";
    number(day, 1..=2)
        && MONTHS.chunks(3).any(|known| known == month)
        && (number(year, 2..=2) || number(year, 4..=4))
        && matches!(clock, [_, _, b':', _, _] | [_, _, b':', _, _, b':', _, _])
        && !clock.starts_with(b"24")
        && (matches!(zone, [b'+' | b'-', hours @ ..] if number(hours, 4..=4))
            || ["GMT", "UT", "UTC", "Z", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT"]
                .iter()
                .any(|known| known.as_bytes() == zone))
        && next().is_empty()
}

/// `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, the last with `Thh:mm[:ss[.s]]` and a zone.
fn is_w3c(bytes: &[u8]) -> bool {
    let digits =
        |from: usize, to: usize| bytes.get(from..to).is_some_and(|part| part.iter().all(u8::is_ascii_digit));
    let at = |place: usize, sign: u8| bytes.get(place) == Some(&sign);
    let day = digits(0, 4) && digits(5, 7) && at(7, b'-') && digits(8, 10);
    match bytes.len() {
        4 => digits(0, 4),
        7 => digits(0, 4) && digits(5, 7),
        10 => day,
        _ => {
            let clock =
                day && matches!(bytes[10], b'T' | b't') && digits(11, 13) && at(13, b':') && digits(14, 16);
            let seconds = at(16, b':') && digits(17, 19);
            let rest = &bytes[if seconds { 19 } else { 16 }.min(bytes.len())..];
            let fraction = rest
                .strip_prefix(b".")
                .map_or(0, |rest| 1 + rest.iter().take_while(|b| b.is_ascii_digit()).count());
            let zone = &rest[if seconds { fraction } else { 0 }..];
            let offset = matches!(zone, [b'+' | b'-', _, _, b':', _, _]);
            clock && !bytes[11..].starts_with(b"24") && (offset || matches!(zone, b"Z" | b"z"))
        }
    }
}

/// Seconds or milliseconds since 1970: nine to thirteen digits, but not `YYYYMMDDhhmm`; also as
/// `@seconds` and as .NET's `/Date(milliseconds+zone)/`, in which the zone changes nothing.
fn unix(text: &str) -> Option<DateTime<Utc>> {
    let net =
        text.trim_matches('/').strip_prefix("Date(").and_then(|rest| rest.split([')', '+', '-']).next());
    let text = net.or_else(|| text.strip_prefix('@')).unwrap_or(text);
    let whole = text.split('.').next()?;
    if !whole.bytes().all(|byte| byte.is_ascii_digit()) || text.len() > whole.len() + 7 {
        return None;
    }
    match whole.len() {
        9 | 10 => DateTime::from_timestamp(whole.parse().ok()?, 0),
        13 => DateTime::from_timestamp(whole.parse::<i64>().ok()? / 1000, 0),
        _ => None,
    }
}

/// A number that belongs to the date, with its digits and what stands before and behind it.
#[derive(Debug, Clone, Copy)]
struct Number {
    value: u32,
    digits: usize,
    before: u8,
}

/// What a text says, in the order in which it says it.
#[derive(Debug, Default)]
struct Parts {
    numbers: Vec<Number>,
    month: Option<(u32, usize)>,
    time: Option<(u32, u32, f64)>,
    afternoon: Option<bool>,
    zone: Option<i32>,
    offset: Option<i32>,
    region: Option<words::Region>,
    week: Option<u32>,
    korean: bool,
}

impl Parts {
    fn read(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            at = match bytes[at] {
                b'0'..=b'9' => self.digits(bytes, at),
                b'+' | b'-' if self.time.is_some() => self.sign(bytes, at),
                byte if byte.is_ascii_alphabetic() || byte >= 0x80 => self.word(text, at),
                _ => at + 1,
            };
        }
    }

    fn digits(&mut self, bytes: &[u8], start: usize) -> usize {
        let (value, end) = number(bytes, start, 10);
        let digits = end - start;
        let before = if start == 0 { 0 } else { bytes[start - 1] };
        let clock = matches!(before, b'T' | b't') && (start < 2 || !bytes[start - 2].is_ascii_alphabetic());
        let dotted = self.is_whole() && bytes.get(end) == Some(&b'.') && digit_at(bytes, end + 1);
        if self.time.is_none() && digits <= 2 && (divider(&bytes[end..]) > 0 || clock || dotted) {
            return self.clock(bytes, value, end);
        }
        if self.time.is_none() && (clock || self.is_whole()) && matches!(digits, 4 | 6) {
            let (hour, minute, second) = match digits {
                4 => (value / 100, value % 100, 0),
                _ => (value / 10_000, value / 100 % 100, value % 100),
            };
            self.time = Some((hour, minute, f64::from(second)));
            return fraction(bytes, end);
        }
        match digits {
            14 | 12 => {
                let scale = 10_u64.pow(digits as u32 - 8);
                let whole = wide(&bytes[start..end]);
                let clock = if digits == 14 { whole % scale } else { whole % scale * 100 } as u32;
                self.time = Some((clock / 10_000, clock / 100 % 100, f64::from(clock % 100)));
                self.compact((whole / scale) as u32);
            }
            8 => self.compact(value),
            _ if self.numbers.len() < 4 => self.numbers.push(Number { value, digits, before }),
            _ => {}
        }
        end
    }

    /// Whether the day is known, so that what follows is a time.
    fn is_whole(&self) -> bool {
        match self.numbers.as_slice() {
            [_, _, _, ..] => true,
            // `mar. 12/03` waits for its year.
            [_, b] => self.month.is_some_and(|(_, at)| at > 0 || b.digits > 2 || !is_divider(b.before)),
            _ => false,
        }
    }

    /// `YYYYMMDD`.
    fn compact(&mut self, value: u32) {
        for (value, digits) in [(value / 10_000, 4), (value / 100 % 100, 2), (value % 100, 2)] {
            self.numbers.push(Number { value, digits, before: b'-' });
        }
    }

    /// `h:m`, `h:m:s`, `h.m.s`, `7h28`, `7時28分`, with any fraction of a second.
    fn clock(&mut self, bytes: &[u8], hour: u32, end: usize) -> usize {
        let mut fields = [0, 0];
        let mut at = end;
        for field in &mut fields {
            let dot = usize::from(self.is_whole() && bytes.get(at) == Some(&b'.'));
            let mut next = at + divider(&bytes[at..]).max(dot);
            next += usize::from(next > at + 1 && bytes.get(next) == Some(&b' '));
            if next == at || !digit_at(bytes, next) {
                break;
            }
            (*field, at) = number(bytes, next, 2);
        }
        self.time = Some((hour, fields[0], f64::from(fields[1])));
        fraction(bytes, at)
    }

    /// A zone as `+hh`, `+hhmm` or `+hh:mm`.
    fn sign(&mut self, bytes: &[u8], start: usize) -> usize {
        let (value, end) = number(bytes, start + 1, 4);
        let digits = end - start - 1;
        if digits == 0 || self.offset.is_some() {
            return start + 1;
        }
        let (mut hours, mut minutes, mut at) = (value, 0, end);
        if digits > 2 {
            (hours, minutes) = (value / 100, value % 100);
        } else if bytes.get(end) == Some(&b':') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
            (minutes, at) = number(bytes, end + 1, 2);
        }
        if hours > 24 {
            // A year behind a dash: `10:00 - 2004`.
            return start + 1;
        }
        let total = (hours * 60 + minutes) as i32;
        self.offset = Some(if bytes[start] == b'-' { -total } else { total });
        at
    }

    fn word(&mut self, text: &str, start: usize) -> usize {
        let rest = &text[start..];
        let inside = |c: char| c.is_alphabetic() || matches!(c, '/' | '_' | '\u{300}'..='\u{36f}');
        let length = rest.find(|c| !inside(c)).unwrap_or(rest.len());
        if length == 0 {
            return start + rest.chars().next().map_or(1, char::len_utf8);
        }
        self.meaning(&rest[..length], rest.as_bytes().get(length).copied());
        start + length
    }

    fn meaning(&mut self, word: &str, next: Option<u8>) {
        let folded = words::folded(word);
        if let Some(afternoon) = words::half_of_day(&folded) {
            self.afternoon = Some(afternoon);
            self.korean |= word.starts_with('오');
        } else if self.time.is_some() && self.zone.is_none() && self.region.is_none() {
            self.zone = words::zone(word, &folded);
            self.region = words::region(word);
            if self.zone.is_none() && self.region.is_none() {
                self.month_or_day(&folded);
            }
        } else if let Some(zone) = self.zone
            && let Some(other) = words::zone_continued(zone, &folded)
        {
            self.zone = Some(other);
        } else if folded == "w" && next.is_some_and(|byte| byte.is_ascii_digit()) {
            self.week = Some(0);
        } else {
            self.korean |= word.starts_with('년');
            self.month_or_day(&folded);
        }
    }

    /// Of two words that may be months the one farther from the day was a weekday: `mar. 9 avr.`
    fn month_or_day(&mut self, folded: &str) {
        if self.month.is_some() && self.is_whole() {
            return;
        }
        if let Some(month) = months::month(folded) {
            self.month = Some((month, self.numbers.len()));
        }
    }

    fn instant(&self) -> Option<DateTime<Utc>> {
        let day = self.day()?;
        let (mut hour, minute, second) = self.time.unwrap_or_default();
        match self.afternoon {
            Some(true) if hour < 12 => hour += 12,
            Some(false) if hour == 12 => hour = 0,
            _ => {}
        }
        if hour > 99 || minute > 99 || second >= 100.0 {
            return None;
        }
        let nanoseconds = (second * 1e9) as i64;
        let local = day.and_hms_opt(0, 0, 0)?
            + Duration::minutes(i64::from(hour * 60 + minute))
            + Duration::nanoseconds(nanoseconds);
        let offset = self.offset.or(self.zone).or(self.region.map(|region| region.offset(local)));
        let offset = offset.or(self.korean.then_some(540)).unwrap_or(0);
        within_four_digits((local - Duration::minutes(i64::from(offset))).and_utc())
    }

    fn day(&self) -> Option<NaiveDate> {
        let numbers = self.numbers.as_slice();
        match (self.month, numbers) {
            // `mar. 12/03/2021`: the word was a weekday.
            (Some((_, 0)), [a, b, c, ..]) if is_divider(b.before) && is_divider(c.before) => {
                return in_order(*a, *b, *c);
            }
            (Some((month, at)), _) => return self.named_month(month, at),
            (None, _) => {}
        }
        match numbers {
            [year, week, rest @ ..] if self.week.is_some() => {
                // `W144` is the fourth day of week 14.
                let (week, day) =
                    if week.digits == 3 { (week.value / 10, week.value % 10) } else { (week.value, 1) };
                let days = rest.first().map_or(day, |day| day.value).clamp(1, 7);
                let monday = NaiveDate::from_isoywd_opt(full_year(*year) as i32, week, Weekday::Mon)?;
                monday.checked_add_signed(Duration::days(i64::from(days) - 1))
            }
            [a, b, c, ..] => in_order(*a, *b, *c),
            [year, ordinal] if year.digits == 4 && ordinal.digits == 3 => of_year(year.value, ordinal.value),
            [year, ordinal] if year.digits == 2 && ordinal.digits == 3 => {
                of_year(full_year(*year), ordinal.value)
            }
            [year, month] if month.digits <= 2 => date(full_year(*year), month.value, 1),
            [alone] => single(*alone),
            _ => None,
        }
    }

    /// Day and year around a month's name: the year has four digits, or stands later.
    fn named_month(&self, month: u32, at: usize) -> Option<NaiveDate> {
        match self.numbers.as_slice() {
            [a, b, ..] if a.digits >= 4 || a.value > 31 => date(full_year(*a), month, b.value),
            [a, b, ..] => date(full_year(*b), month, a.value),
            [year] if year.digits == 4 => date(year.value, month, 1),
            [year] if at == 1 && year.value > 31 => date(full_year(*year), month, 1),
            _ => None,
        }
    }
}

/// Whether a sign stands between the numbers of a day.
fn is_divider(sign: u8) -> bool {
    matches!(sign, b'-' | b'.' | b'/')
}

/// Three numbers: year first where it shows, else day first behind dots or where the second cannot
/// be a day's month, else as in America.
fn in_order(a: Number, b: Number, c: Number) -> Option<NaiveDate> {
    if a.digits >= 3 || a.value > 31 {
        return date(full_year(a), b.value, c.value);
    }
    let year = full_year(c);
    match b.before {
        _ if c.digits < 4 && b.before == b'-' => date(full_year(a), b.value, c.value),
        b'/' if a.value <= 12 => date(year, a.value, b.value),
        _ if b.value > 12 => date(year, a.value, b.value),
        _ => date(year, b.value, a.value),
    }
}

/// One number alone: a year, `YYMM`, `YYDDD`, `YYMMDD`, `YYYYDDD`.
fn single(number: Number) -> Option<NaiveDate> {
    let Number { value, digits, before } = number;
    let short = |value| full_year(Number { value, digits: 2, before });
    match digits {
        4 if before == b'-' || !(1000..=2999).contains(&value) => date(short(value / 100), value % 100, 1),
        4 => date(value, 1, 1),
        5 => of_year(short(value / 1000), value % 1000),
        6 => date(short(value / 10_000), value / 100 % 100, value % 100),
        7 => of_year(value / 1000, value % 1000),
        _ => None,
    }
}

fn full_year(number: Number) -> u32 {
    match number.value {
        value if number.digits > 2 => value,
        value @ 0..=69 => 2000 + value,
        value => 1900 + value,
    }
}

/// A day; one past the month's end rolls over.
fn date(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    if !(1..=31).contains(&day) || !(1..=9999).contains(&year) {
        return None;
    }
    let first = NaiveDate::from_ymd_opt(year as i32, month, 1)?;
    first.checked_add_signed(Duration::days(i64::from(day) - 1))
}

fn of_year(year: u32, ordinal: u32) -> Option<NaiveDate> {
    NaiveDate::from_yo_opt(year as i32, ordinal).filter(|day| day.year() >= 1)
}

/// The number at `start`, of at most `most` digits, and where it ends.
fn number(bytes: &[u8], start: usize, most: usize) -> (u32, usize) {
    let most = if most > 4 { bytes.len() } else { most };
    let digits = bytes[start..].iter().take(most).take_while(|byte| byte.is_ascii_digit()).count();
    let end = start + digits;
    (wide(&bytes[start..end]).try_into().unwrap_or(u32::MAX), end)
}

fn wide(digits: &[u8]) -> u64 {
    digits.iter().fold(0, |sum: u64, digit| sum.saturating_mul(10).saturating_add(u64::from(digit - b'0')))
}

fn digit_at(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(u8::is_ascii_digit)
}

/// Length of the sign that divides hours from minutes or minutes from seconds; 0 where none stands.
fn divider(rest: &[u8]) -> usize {
    const SIGNS: &[&str] = &["時", "时", "点", "시", "分", "분"];
    match rest {
        [b':', ..] => 1,
        [b'h', next, ..] if next.is_ascii_digit() => 1,
        _ => SIGNS.iter().find(|sign| rest.starts_with(sign.as_bytes())).map_or(0, |sign| sign.len()),
    }
}

/// Where a fraction of a second ends; it is left out, since no feed means it.
fn fraction(bytes: &[u8], at: usize) -> usize {
    if !matches!(bytes.get(at), Some(b'.' | b',')) {
        return at;
    }
    at + 1 + bytes[at + 1..].iter().take_while(|byte| byte.is_ascii_digit()).count()
}

#[cfg(test)]
mod tests {
    use super::{is_regular, parse, patiently, regular};

    fn iso(text: &str) -> String {
        parse(text).map_or_else(|| "none".to_owned(), |date| date.format("%Y-%m-%dT%H:%M:%S").to_string())
    }

    #[test]
    fn every_form_names_its_instant() {
        for (text, expected) in [
            ("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21"),
            ("Thu, 01 Jan 04 19:48 EST", "2004-01-02T00:48:00"),
            ("01 Jan 1999", "1999-01-01T00:00:00"),
            ("Sun Jan  4 16:29:06 PST 2004", "2004-01-05T00:29:06"),
            ("Thu Jan  1 19:48:21 2004", "2004-01-01T19:48:21"),
            ("2003-12-31T10:14:55.123-08:00", "2003-12-31T18:14:55"),
            ("2003-12-31 10:14:55", "2003-12-31T10:14:55"),
            ("20031231T101455Z", "2003-12-31T10:14:55"),
            ("20031231101455", "2003-12-31T10:14:55"),
            ("2003-365", "2003-12-31T00:00:00"),
            ("2003-12", "2003-12-01T00:00:00"),
            ("2003", "2003-01-01T00:00:00"),
            ("2004-W01-1", "2003-12-29T00:00:00"),
            ("1072915200", "2004-01-01T00:00:00"),
            ("1072915200000", "2004-01-01T00:00:00"),
            ("2003-12-31T24:00:00Z", "2004-01-01T00:00:00"),
            ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00"),
            ("31.12.2003 10:14", "2003-12-31T10:14:00"),
            ("12/31/2003 10:14 PM", "2003-12-31T22:14:00"),
            ("31/12/2003", "2003-12-31T00:00:00"),
            ("Thu, June 22, 2023 at 01:11 PM EDT", "2023-06-22T17:11:00"),
            ("Mon, 16th Nov 2020 13:16:28 GMT+0100 (CET)", "2020-11-16T12:16:28"),
            ("Wed, 21 Oct 2015 07:28:00 \u{2212}0500", "2015-10-21T12:28:00"),
            ("Thu, 5 Apr 2012 10:00:00 Pacific Daylight Time", "2012-04-05T17:00:00"),
            ("Wed, 21 Oct 2015 07:28 Central European Summer Time", "2015-10-21T05:28:00"),
            ("21/10/2015 - 07h28", "2015-10-21T07:28:00"),
            ("21. oktober 2015 07.28", "2015-10-21T07:28:00"),
            ("Tue, 10 Oct 2023 14.03.51 +0000", "2023-10-10T14:03:51"),
            ("10 Oct 2023 1403 GMT", "2023-10-10T14:03:00"),
            ("2012-04-05 100000", "2012-04-05T10:00:00"),
            ("10Oct2023", "2023-10-10T00:00:00"),
            ("2012W144", "2012-04-05T00:00:00"),
            ("12-W14-4", "2012-04-05T00:00:00"),
            ("@1696946631", "2023-10-10T14:03:51"),
            ("/Date(1696946631717+0200)/", "2023-10-10T14:03:51"),
            ("1777717717717", "2026-05-02T10:28:37"),
        ] {
            assert_eq!(iso(text), expected, "{text}");
        }
    }

    #[test]
    fn months_have_names_in_many_languages() {
        for (text, expected) in [
            ("mar., 10 avr. 2018 00:00:00 +0200", "2018-04-09T22:00:00"),
            ("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T17:00:00"),
            ("2004-július-13T9:15-05:00", "2004-07-13T14:15:00"),
            ("2004년 05월 28일 오후 01:31:15", "2004-05-28T04:31:15"),
            ("2004-05-25 오전 12:23:17", "2004-05-24T15:23:17"),
            ("2004년 05월 28일  01:31:15", "2004-05-27T16:31:15"),
            ("2015년 10월 21일 오후 3시 28분", "2015-10-21T06:28:00"),
            ("2015年10月21日 下午3:28", "2015-10-21T15:28:00"),
            ("2015年10月21日7時28分", "2015-10-21T07:28:00"),
            ("2004-máujus-13T9:15-05:00", "2004-05-13T14:15:00"),
            ("4 août 2020", "2020-08-04T00:00:00"),
            ("3 červenec 2020", "2020-07-03T00:00:00"),
            ("15 ноября 2021 10:00 MSK", "2021-11-15T07:00:00"),
            ("15 lipnja 2021", "2021-06-15T00:00:00"),
            ("15 lipca 2021", "2021-07-15T00:00:00"),
            ("15. srpnja 2021", "2021-07-15T00:00:00"),
            ("15. srpna 2021", "2021-08-15T00:00:00"),
            ("15 noiembrie 2021", "2021-11-15T00:00:00"),
            ("15 септембар 2021", "2021-09-15T00:00:00"),
            ("15. veebruar 2021", "2021-02-15T00:00:00"),
            ("15 ספטמבר 2021", "2021-09-15T00:00:00"),
            ("15 मार्च 2021", "2021-03-15T00:00:00"),
            ("15 दिसंबर 2021", "2021-12-15T00:00:00"),
            ("十二月 15, 2021", "2021-12-15T00:00:00"),
            ("15 Tháng 12, 2021", "2021-12-15T00:00:00"),
        ] {
            assert_eq!(iso(text), expected, "{text}");
        }
    }

    #[test]
    fn forms_that_formats_ask_for_are_regular() {
        for text in [
            "Wed, 01 May 2024 09:00:00 GMT",
            "1 May 24 09:00 -0500",
            "2024",
            "2024-05",
            "2024-05-01",
            "2024-05-01T09:00Z",
            "2024-05-01T09:00:00.25+02:00",
        ] {
            assert!(is_regular(text), "{text}");
        }
        for text in [
            "",
            "2024-05-01T24:00:00Z",
            "Wed, 01 May 2024",
            "Wed, 01 May 2024 09:00:00 CEST",
            "Wed, 01 Mai 2024 09:00:00 GMT",
            "2024-05-01 09:00:00Z",
            "1714554000",
            "é",
        ] {
            assert!(!is_regular(text), "{text}");
        }
    }

    #[test]
    fn a_weekday_that_starts_like_a_month_is_none() {
        for (text, expected) in [
            ("mar. 12/03/2021 10:00", "2021-12-03T10:00:00"),
            ("subota, 13.03.2021 10:00", "2021-03-13T10:00:00"),
            ("Pazartesi, 2021-03-15", "2021-03-15T00:00:00"),
            ("15 mars 2021, lundi 10:00", "2021-03-15T10:00:00"),
            ("12 avril 2021, mardi", "2021-04-12T00:00:00"),
            ("martes 9 de noviembre de 2021", "2021-11-09T00:00:00"),
        ] {
            assert_eq!(iso(text), expected, "{text}");
        }
    }

    #[test]
    fn zones_have_names_all_over_the_world() {
        for (text, expected) in [
            ("10:00 NZDT", "21:00"),
            ("10:00 VET", "14:00"),
            ("10:00 MMT", "03:30"),
            ("10:00 Greenwich Mean Time", "10:00"),
            ("10:00 British Summer Time", "09:00"),
            ("10:00 Central Europe Standard Time", "09:00"),
            ("10:00 Eastern European Summer Time", "07:00"),
            ("10:00 Australian Eastern Daylight Time", "23:00"),
            ("10:00 Australian Central Standard Time", "00:30"),
            ("10:00 Asia/Kathmandu", "04:15"),
            ("10:00 Asia/Ho_Chi_Minh", "03:00"),
            ("10:00 h", "10:00"),
            ("10:00 H", "18:00"),
        ] {
            let found = iso(&format!("15 Jan 2021 {text}"));
            assert_eq!(found.get(11..16), Some(expected), "{text}: {found}");
        }
    }

    #[test]
    fn regular_forms_are_read_quickly_and_patiently_alike() {
        for text in [
            "Wed, 01 May 2024 09:00:00 GMT",
            "Wed, 1 May 2024 09:00:00 -0530",
            "01 May 2024 23:59:59 +1400",
            "2024-05-01T09:00:00Z",
            "2024-05-01T09:00:00.25+02:00",
            "2024-02-29T00:00:00.123456789-11:30",
            "9999-12-31T23:59:59Z",
        ] {
            let quick = regular::parse(text.as_bytes());
            assert!(quick.is_some() && quick == patiently(text), "{text}: {quick:?}");
        }
        for text in [
            "Wed, 31 Apr 2024 09:00:00 GMT",
            "Wed, 01 May 2024 24:00:00 GMT",
            "Wed, 01 May 24 09:00:00 GMT",
            "Wed, 01 May 2024 09:00:00 CEST",
            "2024-05-01T09:00:60Z",
            "2024-05-01",
            "é",
            "1 May 2024 09:00:00 G77777777777777777777777777777777777777Mo",
            "Wed, 01 May 2024 09:00:00 +77777777777777777777",
        ] {
            assert_eq!(regular::parse(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn regions_know_their_summer() {
        assert_eq!(iso("Fri, 31 Mar 2023 20:19:00 America/Los_Angeles"), "2023-04-01T03:19:00");
        assert_eq!(iso("Tue, 31 Jan 2023 20:19:00 Europe/Berlin"), "2023-01-31T19:19:00");
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "yesterday",
            "20274-W18-3",
            "0001-01-01T00:00:00+02:00",
            "12:30",
            "no 5",
            "99999999999999999999",
            "2003-13-45",
            "é",
            "Jan",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
