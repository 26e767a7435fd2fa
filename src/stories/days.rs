//! The days that a text names: `Wednesday`, `Sept. 17`, `17 September 2013`.
//!
//! A record without a time still says when things happened. Two events alike fall on other days, and
//! two reports of one name the same. Only records without a time are read for it. English names only; a
//! text in another language names no day.

use std::sync::LazyLock;

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::text::words::{self, HashedMap, Token};

/// Words of a record among which days are looked for: further down stands what happened before.
const READ: usize = 130;
/// Days of a date kept.
const DATES: usize = 4;
/// Days between two dates that may still be one event: when it happened, and when it was told.
const NEAR: u16 = 2;
/// A leap year: its dates are those of all years.
const ANY: i32 = 2000;

/// Years that a date may have.
const YEARS: std::ops::Range<i32> = 1900..2100;
/// Months as they are cut short.
const SHORT: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A word that is part of a date.
#[derive(Debug, Clone, Copy)]
enum Part {
    Weekday(u8),
    Month(u8),
    Day(u8),
}

static NAMES: LazyLock<HashedMap<u32, Part>> = LazyLock::new(|| {
    let weekdays = "monday tuesday wednesday thursday friday saturday sunday";
    let months = "january february march april may june july august september october november december";
    let mut names = HashedMap::default();
    let mut name = |word: &str, part| words::each(word, |token| _ = names.insert(token.hash, part));
    weekdays.split(' ').zip(0..).for_each(|(word, at)| name(word, Part::Weekday(at)));
    months.split(' ').zip(1..).for_each(|(word, at)| name(word, Part::Month(at)));
    SHORT.iter().zip(1..).for_each(|(word, at)| name(word, Part::Month(at)));
    name("sept", Part::Month(9));
    names
});

/// The days that a record without a time names.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct Days {
    /// A bit for each day of the week.
    weekdays: u8,
    /// Days of the year, 0 for none.
    dates: [u16; DATES],
}

impl Days {
    /// Both name a date, and these lie near each other.
    pub(super) fn meet(&self, other: &Self) -> bool {
        let near = |one: &u16| {
            let close = |two: &u16| *two != 0 && one.abs_diff(*two) <= NEAR;
            *one != 0 && other.dates.iter().any(close)
        };
        self.dates.iter().any(near)
    }

    /// Both name days of the week, and none of them is the same.
    pub(super) fn differ(&self, other: &Self) -> bool {
        self.weekdays != 0 && other.weekdays != 0 && self.weekdays & other.weekdays == 0
    }

    /// The date that an address bears: `/2013/09/18/`, `/2013-09-18-`, `/2013/sep/18/`.
    fn address(&mut self, address: &str) {
        let mut before = [""; 2];
        for day in address.split(|c: char| !c.is_ascii_alphanumeric()) {
            let [year, month] = before;
            before = [month, day];
            let dated = year.len() == 4 && year.parse().is_ok_and(|year| YEARS.contains(&year));
            let number =
                |text: &str, most: u8| text.parse().ok().filter(|number| (1..=most).contains(number));
            let month = number(month, 12).or_else(|| {
                SHORT.iter().zip(1..).find(|(name, _)| **name == month).map(|(_, number)| number)
            });
            if let (true, Some(month), Some(day)) = (dated, month, number(day, 31)) {
                self.date(month, day);
            }
        }
    }

    fn date(&mut self, month: u8, day: u8) {
        let Some(date) = NaiveDate::from_ymd_opt(ANY, month.into(), day.into()) else { return };
        let date = date.ordinal() as u16;
        if let Some(free) = self.dates.iter_mut().find(|known| **known == 0 || **known == date) {
            *free = date;
        }
    }

    fn weekday(&mut self, weekday: u8) {
        self.weekdays |= 1 << weekday;
    }
}

/// Reads a record word by word.
#[derive(Debug, Default)]
pub(super) struct Reader {
    pub(super) found: Days,
    read: usize,
    before: Option<Part>,
    /// The date that the word before ended: month and day.
    ended: Option<(u8, u8)>,
}

impl Reader {
    /// The reader of a record with this address.
    pub(super) fn of(address: Option<&str>) -> Self {
        let mut reader = Self::default();
        reader.found.address(address.unwrap_or_default());
        reader
    }

    /// The next word.
    pub(super) fn word(&mut self, token: &Token<'_>) {
        self.read += 1;
        if self.read > READ {
            return;
        }
        let part = part(token);
        let ended = match (self.before, part) {
            (Some(Part::Month(month)), Some(Part::Day(day)))
            | (Some(Part::Day(day)), Some(Part::Month(month))) => {
                self.found.date(month, day);
                Some((month, day))
            }
            _ => None,
        };
        if let Some(Part::Weekday(weekday)) = part {
            self.found.weekday(weekday);
        }
        // With its year a date tells the day of the week.
        let date = self.ended.and_then(|(month, day)| {
            let year = token.text.parse().ok().filter(|year| YEARS.contains(year))?;
            NaiveDate::from_ymd_opt(year, month.into(), day.into())
        });
        if let Some(date) = date {
            self.found.weekday(date.weekday().num_days_from_monday() as u8);
        }
        self.ended = ended;
        self.before = part;
    }
}

fn part(token: &Token<'_>) -> Option<Part> {
    if token.text.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        let digits = token.text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let day = digits.parse().ok().filter(|day| (1..=31).contains(day))?;
        return Some(Part::Day(day));
    }
    if token.capital { NAMES.get(&token.hash).copied() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> Days {
        let mut reader = Reader::default();
        words::each(text, |token| reader.word(&token));
        reader.found
    }

    fn address(address: &str) -> Days {
        let mut days = Days::default();
        days.address(address);
        days
    }

    #[test]
    fn dates_are_read_however_they_are_written() {
        let written = days("The ship sank on 17 September.");
        for same in ["Sept. 17, 2013", "SEP 17", "17th September 2013", "since September 17th the"] {
            assert!(days(same).meet(&written) && written.meet(&days(same)), "{same}");
        }
        for other in ["September 21", "17 people in September", "17", "September", "september 17"] {
            assert!(!days(other).meet(&written), "{other}");
        }
        assert!(days("30 September").meet(&days("October 1")));
        assert!(!days("31 February").meet(&days("2 March")));
    }

    #[test]
    fn addresses_bear_dates() {
        let written = days("September 17");
        for same in ["https://a.example/2013/09/17/ship", "/news/2013-09-17-ship", "/2013/sep/17/ship"] {
            assert!(address(same).meet(&written), "{same}");
        }
        for other in ["/2013/09/ship-17", "/1013/09/17", "/13/09/17", "/2013/17/09", "/9/17/2013", ""] {
            assert_eq!(address(other), Days::default(), "{other}");
        }
    }

    #[test]
    fn days_of_the_week_differ_only_where_both_name_some() {
        let wednesday = days("It happened late on Wednesday");
        assert!(wednesday.differ(&days("and on Thursday it was over")));
        assert!(!wednesday.differ(&days("from Tuesday to Wednesday")));
        assert!(!wednesday.differ(&days("it was over")));
        // The 18th of September 2013 was a Wednesday, that of 2012 a Tuesday.
        assert!(!wednesday.differ(&days("September 18, 2013")));
        assert!(wednesday.differ(&days("September 18, 2012")));
    }

    #[test]
    fn only_the_opening_and_some_dates_are_read() {
        let late = format!("{} Wednesday, September 17", "word ".repeat(READ));
        assert_eq!(days(&late), Days::default());
        let many: String = (1..=31).map(|day| format!("March {day}. ")).collect();
        assert!(days(&many).meet(&days("March 1")) && !days(&many).meet(&days("March 20")));
    }
}
