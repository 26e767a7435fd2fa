//! Dates as feeds write them, in any order and many languages, as one instant in UTC.
//!
//! A date is read as a row of numbers, words, times and zones, so that forms nobody listed are read
//! too. What is missing is taken at its start (`2004-05` is the first of May, midnight); without a
//! zone it is UTC. Hours to 24, leap seconds and days past a month's end roll over. What does not
//! name at least a year is no date.

use std::borrow::Cow;

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
/// let date = copydesk_model::text::dates::parse("Do, 29 Mär 2018 00:00:00 +0200").unwrap();
/// assert_eq!(date.to_rfc3339(), "2018-03-28T22:00:00+00:00");
/// ```
pub fn parse(text: &str) -> Option<DateTime<Utc>> {
    parse_at(text, 0)
}

/// Minutes east of Greenwich that a zone's name stands for, as texts write it: `CET`, `MEZ`, `BST`.
pub fn zone(name: &str) -> Option<i32> {
    let folded = name.to_lowercase();
    (name.len() > 1 || folded == "z").then(|| words::zone(name, &folded))?
}

/// The same for a text that means, where it names no zone, one so many minutes east of UTC.
pub fn parse_at(text: &str, minutes: i32) -> Option<DateTime<Utc>> {
    let text = in_ascii_digits(text.trim());
    let text = text.as_ref();
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    match regular::parse(text.as_bytes()).or_else(|| unix(text)) {
        Some(instant) => within_four_digits(instant),
        None => patiently(text, minutes),
    }
}

/// The text with the digits of whatever script as those of ASCII, and marks of direction left out.
fn in_ascii_digits(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || text.len() > 2 * LONGEST {
        return Cow::Borrowed(text);
    }
    let is_mark = |c: &char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let digit = |c: char| {
        ZEROS.iter().find_map(|zero| char::from_digit((c as u32).checked_sub(*zero)?, 10)).unwrap_or(c)
    };
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => digit(c),
    };
    Cow::Owned(text.chars().filter(|c| !is_mark(c)).map(narrow).collect())
}

/// The zeros of scripts that have digits of their own, each followed by its other nine.
const ZEROS: [u32; 36] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
    0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50,
    0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0x104a0,
];

/// Others have no form in RFC 3339.
fn within_four_digits(instant: DateTime<Utc>) -> Option<DateTime<Utc>> {
    (1..=9999).contains(&instant.year()).then_some(instant)
}

/// A date in any other form.
fn patiently(text: &str, minutes: i32) -> Option<DateTime<Utc>> {
    let mut parts = Parts::default();
    // Typesetters' minus sign.
    if text.contains('\u{2212}') {
        parts.read(&text.replace('\u{2212}', "-"))
    } else {
        parts.read(text)
    }
    parts.instant(minutes)
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
    /// Where the clock ends: a half of the day in one letter stands at once behind it.
    clock_end: usize,
    /// Another date begins: a whole one with a further month is two.
    is_over: bool,
}

impl Parts {
    fn read(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() && !self.is_over {
            let had_time = self.time.is_some();
            at = match bytes[at] {
                b'0'..=b'9' => self.digits(bytes, at),
                b'+' | b'-' if self.time.is_some() => self.sign(bytes, at),
                byte if byte.is_ascii_alphabetic() || byte >= 0x80 => self.word(text, at),
                _ => at + 1,
            };
            if !had_time && self.time.is_some() {
                self.clock_end = at;
            }
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
        let word = &rest[..length];
        if self.time.is_some() && self.afternoon.is_none() && self.clock_end <= start {
            let beside = text[self.clock_end..start].chars().all(|c| c.is_whitespace() || c == '\u{200f}');
            if let Some((afternoon, length)) = words::half_behind_clock(rest).filter(|_| beside) {
                self.afternoon = Some(afternoon);
                return start + length;
            }
        }
        self.meaning(word, rest.as_bytes().get(length).copied());
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
            // A year and then a further month: `12 May 2025 Last updated 19 May 2025`.
            self.is_over = self.numbers.len() > 2 && months::month(folded).is_some();
            return;
        }
        if let Some(month) = months::month(folded) {
            self.month = Some((month, self.numbers.len()));
        }
    }

    fn instant(&self, minutes: i32) -> Option<DateTime<Utc>> {
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
        let offset = offset.or(self.korean.then_some(540)).unwrap_or(minutes);
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
mod tests;
