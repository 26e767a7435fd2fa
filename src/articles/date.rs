//! Times as records write them. The one place of this room that reads a date.

use std::sync::LazyLock;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, Utc};

use super::unreadable::Problem;
use crate::languages;
use crate::text::dates;

/// Forms of a time without a zone.
const LOCAL: [&str; 6] = [
    "%Y-%m-%dT%H:%M:%S%.f",
    "%Y-%m-%d %H:%M:%S%.f",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%d %H:%M",
    "%Y%m%dT%H%M%S",
    "%Y/%m/%d %H:%M",
];

/// A longer line tells something, in bytes.
const LONGEST_LINE: usize = 240;

/// Forms with an offset that RFC 3339 does not know.
const ZONED: [&str; 4] =
    ["%Y-%m-%dT%H:%M:%S%.f%z", "%Y-%m-%d %H:%M:%S%.f %z", "%Y-%m-%dT%H:%M%z", "%Y-%m-%d %H:%M %z"];

/// The time of the first statement that can be read; each that cannot is told.
pub(super) fn first<'a>(
    stated: impl Iterator<Item = (&'a str, String)>,
    offset: FixedOffset,
    repairs: &mut Vec<String>,
) -> Option<DateTime<Utc>> {
    for (key, text) in stated {
        match read(&text, offset) {
            Some(time) => return Some(time),
            None => {
                let seen: String = text.chars().take(60).collect();
                repairs.push(format!("`{key}` is \"{seen}\", which is no date; the next best was taken"));
            }
        }
    }
    None
}

/// A time in any form that the reader of feeds knows; one without a zone is at `offset`. A year or a
/// month alone is none, nor is a day that does not exist.
pub(super) fn read(text: &str, offset: FixedOffset) -> Option<DateTime<Utc>> {
    strictly(text, offset).or_else(|| {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let has_word = text.chars().any(char::is_alphabetic);
        let is_day = digits >= 5 && (digits >= 7 || has_word) && !is_impossible(text.trim());
        dates::parse_at(text, offset.local_minus_utc() / 60).filter(|_| is_day)
    })
}

/// The dates that a page shows to people in a line of few words, of publication and of the last change;
/// each names its year in full.
pub(super) fn written(
    text: &str,
    language: Option<&str>,
    offset: FixedOffset,
) -> (Option<DateTime<Utc>>, Option<DateTime<Utc>>) {
    if text.len() > LONGEST_LINE {
        return (None, None);
    }
    let text = if is_day_first(language) { day_first(text) } else { text.to_owned() };
    let text = text.as_str();
    let (mut published, mut updated) = (None, None);
    for (is_update, part) in statements(text) {
        let time = one(first_of(part), offset);
        let wanted = if is_update { &mut updated } else { &mut published };
        *wanted = wanted.or(time);
    }
    (published, updated)
}

/// Whether `4/5/2024` is in May: everywhere but in English of America, and in English that does not say whose.
fn is_day_first(language: Option<&str>) -> bool {
    let tag = language.unwrap_or("en").to_ascii_lowercase();
    !(tag == "en" || tag.starts_with("en-us") || tag.starts_with("en_us"))
}

/// The text with points in `4/5/2024`, behind which a day comes first.
fn day_first(text: &str) -> String {
    let numbers = numbers(text);
    let mut out = text.to_owned();
    for three in numbers.windows(3) {
        let [(a, a_end), (b, b_end), (c, c_end)] = [three[0], three[1], three[2]];
        let short = a_end - a <= 2 && b_end - b <= 2 && matches!(c_end - c, 2 | 4);
        if short && &text[a_end..b] == "/" && &text[b_end..c] == "/" {
            out.replace_range(a_end..b, ".");
            out.replace_range(b_end..c, ".");
        }
    }
    out
}

fn one(text: &str, offset: FixedOffset) -> Option<DateTime<Utc>> {
    let words = text.split_whitespace().count();
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).count();
    let worded = text.chars().filter(|c| c.is_alphabetic()).count() > 2;
    if years(text).is_empty() || words > 14 || numbers < 2 || numbers < 3 && !worded {
        return None;
    }
    read(text, offset)
}

/// Where the years of a text stand.
fn years(text: &str) -> Vec<(usize, usize)> {
    let is_year = |(from, to): &(usize, usize)| {
        to - from == 4 && (text[*from..].starts_with("19") || text[*from..].starts_with("20"))
    };
    numbers(text).into_iter().filter(is_year).collect()
}

/// Where the numbers of a text begin and end.
fn numbers(text: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, _) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        match found.last_mut() {
            Some((_, to)) if *to == at => *to = at + 1,
            _ => found.push((at, at + 1)),
        }
    }
    found
}

/// The first of two dates that stand side by side without a word that says of what.
fn first_of(text: &str) -> &str {
    let years = years(text);
    let [(first, end), (second, _), ..] = years.as_slice() else { return text };
    let numbers = numbers(text);
    if numbers.first() == Some(&(*first, *end)) {
        return &text[..*second];
    }
    // Behind the year there may be a clock.
    let mut rest = numbers.iter().filter(|(from, _)| from >= end).peekable();
    while let Some((_, to)) = rest.next() {
        let sign = text[*to..].chars().next();
        let is_clock =
            sign.is_some_and(|sign| matches!(sign, ':' | 'h' | '\u{6642}' | '\u{65f6}' | '\u{c2dc}'));
        if !is_clock {
            let from = numbers.iter().find(|number| number.1 == *to).map_or(*to, |number| number.0);
            return &text[..from];
        }
        // The minutes belong to it.
        rest.next();
    }
    text
}

/// Words before dates, of all languages; whether they are of a change.
static LABELS: LazyLock<Vec<(Vec<&'static str>, bool)>> = LazyLock::new(|| {
    let mut labels = Vec::new();
    for language in languages::all() {
        let page = &language.page;
        for (list, is_update) in [(page.updates, true), (page.dates, false)] {
            let phrases = list.split('|').map(|phrase| phrase.trim_end_matches(':'));
            for phrase in phrases.filter(|phrase| phrase.chars().count() > 3 || is_packed(phrase)) {
                let words: Vec<&str> = phrase.split(' ').collect();
                if !labels.iter().any(|(known, _)| *known == words) {
                    // `updated on` says what `updated` says.
                    let more = page.updates.split('|').any(|known| phrase.starts_with(known));
                    labels.push((words, is_update || more && !page.updates.is_empty()));
                }
            }
        }
    }
    labels.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    labels
});

/// Whether a phrase is of a script whose words are not divided.
fn is_packed(phrase: &str) -> bool {
    phrase.chars().next().is_some_and(|c| c >= '\u{0e00}') && phrase.chars().count() > 1
}

/// A line as its parts, each with whether it is of a change: a word that says of what a date is begins one.
fn statements(text: &str) -> Vec<(bool, &str)> {
    let mut words: Vec<(usize, String)> = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        if c.is_alphabetic() || matches!(c, '\u{93a}'..='\u{94f}' | '\u{200c}' | '\'') {
            if words.is_empty()
                || !(before.is_alphabetic() || matches!(before, '\u{93a}'..='\u{94f}' | '\u{200c}'))
            {
                words.push((at, String::new()));
            }
            if let Some((_, word)) = words.last_mut() {
                word.extend(c.to_lowercase());
            }
        }
        before = c;
    }
    let fits = |label: &[&str], from: usize| {
        label.iter().enumerate().all(|(more, part)| {
            words
                .get(from + more)
                .is_some_and(|(_, word)| word == part || is_packed(part) && word.contains(part))
        })
    };
    let (mut parts, mut begin, mut is_update, mut at) = (Vec::new(), 0, false, 0);
    while at < words.len() {
        let found = LABELS.iter().find(|(label, _)| fits(label, at));
        if let Some((label, update)) = found {
            // `2024年1月14日 更新` says it behind.
            let from = words[at].0;
            let bare = text[begin..from].bytes().any(|byte| byte.is_ascii_digit());
            if bare {
                parts.push((is_update, &text[begin..from]));
                begin = from;
            }
            is_update = *update;
            at += label.len();
        } else {
            at += 1;
        }
    }
    parts.push((is_update, &text[begin..]));
    parts
}

/// The day in an address: `/2016/08/17/`, `2016-08-17`, `20160817`.
pub(super) fn in_address(address: &str) -> Option<DateTime<Utc>> {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    let numbers: Vec<&str> = path.split(|c: char| !c.is_ascii_digit()).collect();
    let day = |year: &str, month: &str, day: &str| {
        let fits = year.len() == 4 && (1..=2).contains(&month.len()) && (1..=2).contains(&day.len());
        let year = year.parse().ok().filter(|year| fits && (1990..=2100).contains(year))?;
        NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
    };
    let divided = numbers.windows(3).find_map(|three| day(three[0], three[1], three[2]));
    let whole =
        || numbers.iter().filter(|number| number.len() == 8).find_map(|n| day(&n[..4], &n[4..6], &n[6..]));
    Some(divided.or_else(whole)?.and_hms_opt(0, 0, 0)?.and_utc())
}

/// `2016-13-40`, `31/02/2016`: the reader of feeds would count on into another month.
fn is_impossible(text: &str) -> bool {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let three = [numbers.next(), numbers.next(), numbers.next()].map(Option::unwrap_or_default);
    let value = |at: usize| three[at].parse::<u32>().unwrap_or(0);
    let (year, a, b) = match three.map(str::len) {
        [4, 1..=2, 1..=2] => (value(0), value(1), value(2)),
        [1..=2, 1..=2, 4] => (value(2), value(0), value(1)),
        _ => return false,
    };
    let day = |month: u32, day: u32| NaiveDate::from_ymd_opt(year.try_into().unwrap_or(0), month, day);
    // Between a year and a day there may be a month in words: then the third number is an hour.
    !text.chars().take_while(|c| *c != ':' && *c != 'T').any(|c| c.is_alphabetic())
        && day(a, b).or_else(|| day(b, a)).is_none()
}

/// RFC 3339, RFC 2822, or `YYYY-MM-DD[ HH:MM[:SS]]` at `offset`.
fn strictly(text: &str, offset: FixedOffset) -> Option<DateTime<Utc>> {
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
        for text in ["", "soon", "2016-13-40", "31/02/2016", "30 September", "2016", "1 day", "P3D"] {
            assert_eq!(at(text, 0), None, "{text}");
        }
    }

    #[test]
    fn what_the_reader_of_feeds_reads_is_read_here_too() {
        for text in [
            "2016-08-17T18:20Z",
            "20160817T182000Z",
            "2016-08-17 18:20:00 UTC",
            "2016-08-17T20:20+02",
            "1471458000000",
            "1471458000",
            "Wed Aug 17 2016 18:20:00 UTC",
            "17 août 2016 à 18:20 UTC",
            "17. August 2016, 18:20 UTC",
            "August 17, 2016 6:20 pm UTC",
        ] {
            assert_eq!(at(text, 0).as_deref(), Some("2016-08-17T18:20:00+00:00"), "{text}");
        }
        // A zone that is not named is the rule's.
        assert_eq!(at("17. August 2016, 18:20", 2).unwrap(), "2016-08-17T16:20:00+00:00");
    }

    #[test]
    fn a_day_in_an_address_or_on_the_page_is_one_only_in_full() {
        let day = |address: &str| super::in_address(address).map(|time| time.to_rfc3339());
        let expected = Some("2016-08-17T00:00:00+00:00".to_owned());
        for address in
            ["https://a.example/2016/08/17/b", "https://a.example/b-2016-08-17.html", "/20160817/b"]
        {
            assert_eq!(day(address), expected, "{address}");
        }
        assert_eq!(day("https://a.example/2016/08/b-17312"), None);
        let utc = FixedOffset::east_opt(0).unwrap();
        let shown = |text: &str| {
            let (published, updated) = super::written(text, Some("en"), utc);
            published.or(updated).map(|time| time.to_rfc3339())
        };
        assert_eq!(shown("Stand: 17. August 2016"), expected);
        for text in ["The 20 best of 2016", "Summer 2016", "\u{a9} 2016", "3 of 2016"] {
            assert_eq!(shown(text), None, "{text}");
        }
    }

    #[test]
    fn of_two_dates_in_a_line_each_is_what_its_words_say() {
        let utc = FixedOffset::east_opt(0).unwrap();
        let short = |time: Option<DateTime<Utc>>| time.map(|time| time.format("%d.%m. %H:%M").to_string());
        for (text, published, updated) in [
            (
                "Publié le 3 mars 2024 à 14h05 - Modifié le 3 mars 2024 à 18h40 Lecture : 2 minutes",
                "03.03. 14:05",
                "03.03. 18:40",
            ),
            ("Published 12 May 2025 Last updated 19 May 2025", "12.05. 00:00", "19.05. 00:00"),
            ("Last updated 19 May 2025, 14:00 Published 12 May 2025", "12.05. 00:00", "19.05. 14:00"),
            ("12 May 2025 19 May 2025", "12.05. 00:00", ""),
            ("12 May 2025, 9:30 / 19 May 2025, 11:20", "12.05. 09:30", ""),
            ("2025-05-12 2025-05-19", "12.05. 00:00", ""),
            ("12.05.2025, 05:00 Uhr | Stand: 14.05.2025, 17:22 Uhr", "12.05. 05:00", "14.05. 17:22"),
            ("Giriş: 12.05.2025 - 10:22 Güncelleme: 13.05.2025 - 16:40", "12.05. 10:22", "13.05. 16:40"),
            ("입력 2025.05.12. 오후 3:15 수정 2025.05.13. 오전 9:00", "12.05. 06:15", "13.05. 00:00"),
            ("2025年5月12日 15時15分 更新", "12.05. 15:15", ""),
        ] {
            let found = super::written(text, Some("en"), utc);
            let none = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            assert_eq!((short(found.0), short(found.1)), (none(published), none(updated)), "{text}");
        }
    }

    #[test]
    fn of_two_numbers_the_day_comes_first_where_the_language_says_so() {
        let utc = FixedOffset::east_opt(0).unwrap();
        let line = "Publié le 04/05/2024 à 10:30, mis à jour le 05/05/2024 à 09:12";
        for (language, month) in [("fr", 5), ("en-GB", 5), ("pt-BR", 5), ("en-US", 4), ("en", 4)] {
            let (published, updated) = super::written(line, Some(language), utc);
            let of = |month: u32, day: u32, clock: &str| format!("2024-{month:02}-{day:02}T{clock}:00+00:00");
            let day = if month == 5 { 4 } else { 5 };
            assert_eq!(published.unwrap().to_rfc3339(), of(month, day, "10:30"), "{language}");
            assert_eq!(updated.unwrap().to_rfc3339(), of(5, 5, "09:12"), "{language}");
        }
    }
}
