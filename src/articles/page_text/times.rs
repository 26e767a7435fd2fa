//! Lines that are a date or a time and hardly more: `Stand: 3. Mai 2024, 17:47 Uhr`,
//! `Published May 3, 2024 Updated May 4`.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Utc};

use crate::languages::{self, Language};
use crate::text::dates;

/// A line of more words tells something.
const LONGEST: usize = 14;

/// Words between the parts of a date, and zones.
const FILLERS: &[&str] = &[
    "on",
    "at",
    "am",
    "pm",
    "a.m",
    "p.m",
    "gmt",
    "utc",
    "bst",
    "est",
    "edt",
    "et",
    "pdt",
    "pst",
    "pt",
    "cet",
    "cest",
    "ist",
    "th",
    "st",
    "nd",
    "rd",
    "uhr",
    "um",
    "den",
    "vom",
    "le",
    "à",
    "a",
    "las",
    "hrs",
    "h",
    "il",
    "alle",
    "ore",
    "às",
    "em",
    "de",
    "del",
    "om",
    "uur",
    "kl",
    "kl.",
    "klockan",
    "den",
    "dne",
    "v",
    "в",
    "г",
    "года",
    "мск",
    "o",
    "godz",
    "saat",
    "and",
    "by",
    "of",
    "min",
    "read",
    "the",
    "tarihi",
    "am",
    "ago",
    "hours",
    "hour",
    "minutes",
    "days",
    "day",
    "vor",
    "stunden",
    "minuten",
    "tagen",
    "y",
    "heures",
    "heure",
    "hace",
    "horas",
    "hora",
    "fa",
    "ore",
    "geleden",
    "sedan",
    "timmar",
    "siden",
    "timer",
    "temu",
    "godzin",
    "назад",
    "часа",
    "часов",
    "минут",
    "önce",
    "dakika",
    "months",
    "month",
    "weeks",
    "week",
    "years",
    "year",
    "views",
    "monaten",
    "wochen",
    "jours",
    "jour",
    "días",
    "giorni",
    "dagen",
    "dagar",
    "dage",
    "dager",
    "dni",
    "дней",
    "gün",
    "jst",
    "kst",
    "sast",
    "cat",
    "aest",
    "last",
    "utc+1",
    "mez",
    "mesz",
    "eet",
    "eest",
    "msk",
    "hkt",
    "aedt",
    "nzst",
    "nzdt",
    "ct",
    "cst",
    "cdt",
    "dnes",
    "aktualizováno",
    "z",
    "e",
    "y",
    "en",
    "on",
    "the",
];

/// Whether the words say only that a date follows.
pub(in super::super) fn is_dated(line: &str) -> bool {
    let lower = line.to_lowercase();
    let mut words =
        lower.split(|c: char| !(c.is_alphabetic() || is_sign(c))).filter(|word| !word.is_empty()).peekable();
    words.peek().is_some() && words.all(|word| LABELS.contains(word) || FILLERS.contains(&word))
}

/// Whether a month stands in the line.
pub(in super::super) fn names_month(line: &str, language: Option<&'static Language>) -> bool {
    month(&line.to_lowercase(), language).is_some()
}

/// Whether the line is a date or a time, with what says of what, or the place before it:
/// `Málaga - 22 ABR 2026 - 05:40 CEST`.
pub(in super::super) fn is_time(line: &str, language: Option<&'static Language>) -> bool {
    let placed = [" - ", " \u{2013} ", " \u{2014} ", " | ", " \u{b7} ", ", "].iter().any(|sign| {
        line.split_once(sign).is_some_and(|(place, date)| {
            let named = place.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
            named
                && place.split_whitespace().count() <= 3
                && place.chars().all(|c| !c.is_numeric())
                && (date.contains("19") || date.contains("20"))
                && is_bare_time(date, language)
        })
    });
    placed || is_bare_time(line, language)
}

/// Fewer times that head an entry each are no report as it went on.
pub(in super::super) const FEWEST_ENTRIES: usize = 3;

/// Whether the line is a time of the day and nothing else: `10:42`, `10.42 Uhr`, `kl. 9.05`, `12h45`.
pub(in super::super) fn is_clock(line: &str) -> bool {
    const BESIDE: &str = "uhr um am pm a.m p.m h hrs uur et pt ct mez mesz cet cest gmt utc bst est edt pst pdt ist msk мск \
        kl klockan ore alle às om las godz saat o z";
    let lower = line.trim().to_lowercase();
    let mut clocks = 0;
    let words = lower.split(|c: char| c.is_whitespace() || "()[]|,\u{2013}-".contains(c));
    let fits = words.map(|word| word.trim_matches('.')).filter(|word| !word.is_empty()).all(|word| {
        let hours = word.strip_suffix("am").or_else(|| word.strip_suffix("pm")).unwrap_or(word);
        let is_clock =
            hours.split_once([':', '.', 'h', '\u{6642}', '\u{65f6}']).is_some_and(|(hour, minute)| {
                let minute = minute.trim_end_matches(['h', '\u{5206}']);
                let number = |part: &str, most: u32| part.parse().is_ok_and(|number: u32| number < most);
                number(hour, 25) && minute.len() == 2 && number(minute, 60)
            });
        clocks += usize::from(is_clock);
        is_clock || BESIDE.split_whitespace().any(|known| known == word)
    });
    fits && clocks == 1
}

fn is_bare_time(line: &str, language: Option<&'static Language>) -> bool {
    let lower = line.to_lowercase();
    if lower.split_whitespace().count() > LONGEST || !lower.chars().any(|c| c.is_numeric()) {
        return false;
    }
    if packed(&lower) || strict(line).is_some() {
        return true;
    }
    let mut dated = 0;
    let mut words = lower
        .split(|c: char| {
            !(c.is_alphanumeric() || matches!(c, '.' | '\u{94d}' | '\u{93f}' | '\u{940}' | '\u{947}'))
        })
        .filter(|word| !word.is_empty());
    let fits = words.all(|word| {
        let word = word.trim_matches('.');
        let number = word.chars().all(|c| c.is_numeric() || c == '.')
            || word.trim_end_matches(|c: char| c.is_alphabetic()).chars().all(char::is_numeric)
                && word.starts_with(char::is_numeric);
        let hours = word.split_once('h').is_some_and(|(hour, minute)| {
            !hour.is_empty() && [hour, minute].iter().all(|part| part.chars().all(char::is_numeric))
        });
        let named = is_named(word, language) || hours;
        dated += usize::from(number || named);
        number || named || FILLERS.contains(&word) || LABELS.contains(word) || word.is_empty()
    });
    fits && dated > 0
}

/// `2025年1月14日 01時28分`, `12日前`, `2026.07.18 입력`: dates of scripts without spaces.
fn packed(lower: &str) -> bool {
    let letters: String = lower.chars().filter(|c| c.is_alphabetic()).collect();
    let signs = "年月日時分秒前更新公開配信曜土水木金火時間最終版时间发布入力投稿号午後午前년월일시분오전후입력수정등록";
    !letters.is_empty() && letters.chars().count() <= 16 && letters.chars().all(|c| signs.contains(c))
}

/// Words before dates, in all languages.
static LABELS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let lists = languages::all().iter().flat_map(|language| language.page.dates.split(['|', ' ']));
    lists.map(|word| word.trim_matches(':')).filter(|word| !word.is_empty()).collect()
});

/// Months and days of the week in all languages; a day is month 0. Where languages disagree the
/// one with more news stands before the other.
static NAMED: LazyLock<HashMap<&'static str, u32>> = LazyLock::new(|| {
    let mut named = HashMap::new();
    for language in languages::all() {
        named_in(language).for_each(|(word, month)| {
            named.entry(word).or_insert(month);
        });
    }
    named
});

fn named_in(language: &'static Language) -> impl Iterator<Item = (&'static str, u32)> {
    let months = language.months.iter().zip(1..);
    let days = language.days.iter().map(|forms| (forms, 0));
    let all = months.chain(days).flat_map(|(forms, month)| forms.split(' ').map(move |form| (form, month)));
    all.filter(|(form, _)| !form.is_empty() && !form.starts_with(|c: char| c.is_numeric()))
}

/// Whether the word is a month or a day of the week.
fn is_named(word: &str, language: Option<&'static Language>) -> bool {
    month_of(word, language).is_some()
}

/// The month that a word names, in the text's own language first; 0 for a day of the week.
fn month_of(word: &str, language: Option<&'static Language>) -> Option<u32> {
    let own = language.and_then(|language| named_in(language).find(|(form, _)| *form == word));
    own.map(|(_, month)| month).or_else(|| NAMED.get(word).copied())
}

/// The time that such a line states, where it names day, month and year. A line that says when the
/// text was changed states nothing of when it appeared.
pub(super) fn published(
    line: &str,
    language: Option<&'static Language>,
    offset: FixedOffset,
) -> Option<DateTime<Utc>> {
    if let Some(time) = strict(line) {
        return Some(time);
    }
    let lower = line.to_lowercase();
    let numbers = numbers(&lower);
    let english = language.is_some_and(|language| language.code == "en");
    let words = || lower.split([' ', ',', '|']).filter(|word| !(english && word.contains('/')));
    let date = dated(&lower, &numbers, language).or_else(|| words().find_map(short_year))?;
    let (time, zone) = clock(&lower).unwrap_or((NaiveTime::MIN, None));
    let offset = zone.and_then(|minutes| FixedOffset::east_opt(minutes * 60)).unwrap_or(offset);
    Some(date.and_time(time).and_local_timezone(offset).single()?.to_utc())
}

/// `2026-03-05T14:30:00Z`, as programs write it.
fn strict(line: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(line.trim()).ok().map(|time| time.to_utc())
}

/// The numbers of a line with where they stand.
fn numbers(lower: &str) -> Vec<(usize, u32)> {
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(at) = lower[rest..].find(|c: char| c.is_ascii_digit()) {
        let start = rest + at;
        let length = lower[start..].bytes().take_while(u8::is_ascii_digit).count();
        if let Ok(number) = lower[start..start + length].parse() {
            found.push((start, number));
        }
        rest = start + length;
    }
    found
}

fn dated(lower: &str, numbers: &[(usize, u32)], language: Option<&'static Language>) -> Option<NaiveDate> {
    let year_at = numbers.iter().position(|(_, number)| (1990..2100).contains(number))?;
    let year = i32::try_from(numbers[year_at].1).ok()?;
    let small =
        |at: usize| numbers.get(at).map(|(_, number)| *number).filter(|number| (1..=31).contains(number));
    if let Some((at, month)) = month(lower, language) {
        // The day stands beside its month: `3. Mai 2024`, `May 3, 2024`.
        let near = |(place, number): &&(usize, u32)| (1..=31).contains(number) && place.abs_diff(at) < 24;
        let day = numbers.iter().filter(near).min_by_key(|(place, _)| place.abs_diff(at))?.1;
        return NaiveDate::from_ymd_opt(year, month, day);
    }
    let forward = small(year_at + 1).zip(small(year_at + 2)).filter(|_| year_at == 0);
    if let Some((month, day)) = forward {
        return NaiveDate::from_ymd_opt(year, month, day);
    }
    let (first, second) = small(year_at.checked_sub(2)?).zip(small(year_at - 1))?;
    let american = language.is_some_and(|language| language.code == "en") && lower.contains('/');
    let (day, month) = if american && first <= 12 || second > 12 { (second, first) } else { (first, second) };
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The month that the line names, and where.
fn month(lower: &str, language: Option<&'static Language>) -> Option<(usize, u32)> {
    let mut at = 0;
    for word in lower.split_inclusive(|c: char| !(c.is_alphabetic() || is_sign(c))) {
        let name = word.trim_end_matches(|c: char| !(c.is_alphabetic() || is_sign(c)));
        if let Some(month) = month_of(name, language).filter(|month| *month > 0) {
            return Some((at, month));
        }
        at += word.len();
    }
    None
}

/// Signs of Indic words that are no letters.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{93a}'..='\u{94f}')
}

/// `17:47`, `5:30 pm`, `18h20`, `14.30 Uhr`; with the zone that stands behind it, in minutes.
fn clock(lower: &str) -> Option<(NaiveTime, Option<i32>)> {
    let digit = |c: char| c.is_ascii_digit();
    let divided = |at: &usize| lower[..*at].ends_with(digit) && lower[at + 1..].starts_with(digit);
    let mut signs = lower.match_indices([':', 'h']).map(|(at, _)| at).filter(divided);
    let at = signs.next().or_else(|| dotted(lower))?;
    let hour_from = lower[..at]
        .rfind(|c: char| !c.is_ascii_digit())
        .map_or(0, |found| found + lower[found..].chars().next().map_or(1, char::len_utf8));
    let hour: u32 = lower[hour_from..at].parse().ok()?;
    let minute: u32 = lower[at + 1..].chars().take(2).collect::<String>().parse().ok()?;
    let rest = lower[at + 1..].trim_start_matches(|c: char| c.is_ascii_digit() || c == ':' || c == ' ');
    let half = ["pm", "p.m.", "p.m", "am", "a.m.", "a.m"].into_iter().find(|half| rest.starts_with(half));
    let hour = match half.map(|half| half.starts_with('p')) {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    let behind = rest[half.map_or(0, str::len)..].trim_start_matches([' ', '(']);
    let behind = behind.strip_prefix("uhr").unwrap_or(behind).trim_start_matches([' ', '(']);
    let zone: String = behind.chars().take_while(char::is_ascii_alphabetic).collect();
    Some((NaiveTime::from_hms_opt(hour, minute, 0)?, dates::zone(&zone)))
}

/// The point within a time, which stands alone between two numbers, behind the year or with a word that
/// says that it is one.
fn dotted(lower: &str) -> Option<usize> {
    const BEFORE: [&str; 6] = ["kl", "kl.", "klockan", "klo", "ore", "um"];
    const BEHIND: [&str; 3] = ["uhr", "uur", "h"];
    let mut from = 0;
    let mut before = "";
    let mut has_year = false;
    for word in lower.split([' ', ',', '|', '(']) {
        let bare = word.trim_end_matches(['.', ')', ';']);
        let rest = || lower[from + word.len()..].trim_start();
        let clock = bare.split_once('.').filter(|(hour, minute)| {
            let number = |part: &str, most: u32| {
                part.bytes().all(|byte| byte.is_ascii_digit()) && part.parse().is_ok_and(|n: u32| n < most)
            };
            hour.len() <= 2 && minute.len() == 2 && number(hour, 25) && number(minute, 60)
        });
        if let Some((hour, _)) = clock
            && (has_year || BEFORE.contains(&before) || BEHIND.iter().any(|unit| rest().starts_with(unit)))
        {
            return Some(from + hour.len());
        }
        has_year |= bare.split(|c: char| !c.is_ascii_digit()).any(|part| part.len() == 4)
            || short_year(bare).is_some();
        from += word.len() + lower[from + word.len()..].chars().next().map_or(0, char::len_utf8);
        if !word.is_empty() {
            before = word;
        }
    }
    None
}

/// `05-03-26`, `5.3.26`: day, month and year in two figures, with one sign between them.
fn short_year(word: &str) -> Option<NaiveDate> {
    let sign = word.chars().find(|c| !c.is_ascii_digit()).filter(|sign| matches!(sign, '-' | '.' | '/'))?;
    let parts: Vec<&str> = word.split(sign).collect();
    let [day, month, year] = parts[..] else { return None };
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 2);
    let year =
        i32::try_from(number(year)?).ok().filter(|year| (10..70).contains(year) && parts[2].len() == 2)?;
    NaiveDate::from_ymd_opt(2000 + year, number(month)?, number(day)?)
}
