//! The two forms in which nearly all dates come, read without looking at words: RFC 822 as RSS wants it
//! and RFC 3339. Whatever is not quite so is left to the patient reader.

use chrono::{DateTime, Duration, NaiveDate, Utc};

const MONTHS: &[u8] = b"JanFebMarAprMayJunJulAugSepOctNovDec";

/// The instant of a date in one of the two forms.
pub(super) fn parse(text: &[u8]) -> Option<DateTime<Utc>> {
    if text.get(4) == Some(&b'-') { rfc3339(text) } else { rfc822(text) }
}

/// `YYYY-MM-DDThh:mm:ss`, a fraction or none, a zone.
fn rfc3339(text: &[u8]) -> Option<DateTime<Utc>> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T', clock @ ..] = text else { return None };
    let day = NaiveDate::from_ymd_opt(
        number(&[*y1, *y2, *y3, *y4])? as i32,
        number(&[*m1, *m2])?,
        number(&[*d1, *d2])?,
    )?;
    let seconds = clock.get(..8)?;
    let mut rest = &clock[8..];
    // Fractions of a second are left out everywhere.
    if let Some(fraction) = rest.strip_prefix(b".") {
        let digits = fraction.iter().take_while(|byte| byte.is_ascii_digit()).count();
        rest = &fraction[digits..];
    }
    let zone = match rest {
        b"Z" => 0,
        [sign, h1, h2, b':', m1, m2] => offset(*sign, &[*h1, *h2, *m1, *m2])?,
        _ => return None,
    };
    instant(day, seconds, zone)
}

/// `Www, DD Mmm YYYY hh:mm:ss zone`, the weekday or not.
fn rfc822(text: &[u8]) -> Option<DateTime<Utc>> {
    let text = match text {
        [a, b, c, b',', b' ', rest @ ..] if [a, b, c].iter().all(|byte| byte.is_ascii_alphabetic()) => rest,
        rest => rest,
    };
    let (day, rest) = match text {
        [d1, b' ', rest @ ..] => (number(&[*d1])?, rest),
        [d1, d2, b' ', rest @ ..] => (number(&[*d1, *d2])?, rest),
        _ => return None,
    };
    let (month, rest) = (rest.get(..3)?, rest.get(3..)?);
    let month = MONTHS.chunks_exact(3).position(|known| known == month)? as u32 + 1;
    let [b' ', y1, y2, y3, y4, b' ', clock @ ..] = rest else { return None };
    let day = NaiveDate::from_ymd_opt(number(&[*y1, *y2, *y3, *y4])? as i32, month, day)?;
    let (seconds, zone) = (clock.get(..8)?, clock.get(8..)?);
    let zone = match zone {
        b" GMT" | b" UTC" | b" UT" | b" Z" => 0,
        [b' ', sign, digits @ ..] => offset(*sign, digits)?,
        _ => return None,
    };
    instant(day, seconds, zone)
}

fn instant(day: NaiveDate, clock: &[u8], minutes_east: i32) -> Option<DateTime<Utc>> {
    let [h1, h2, b':', m1, m2, b':', s1, s2] = clock else { return None };
    let (hour, minute, second) = (number(&[*h1, *h2])?, number(&[*m1, *m2])?, number(&[*s1, *s2])?);
    let local = day.and_hms_opt(hour, minute, second)?;
    Some(local.checked_sub_signed(Duration::minutes(i64::from(minutes_east)))?.and_utc())
}

/// `+hhmm` in minutes east of Greenwich.
fn offset(sign: u8, digits: &[u8]) -> Option<i32> {
    let (4, value) = (digits.len(), number(digits)?) else { return None };
    let (hours, minutes) = (value / 100, value % 100);
    let minutes = (hours <= 24 && minutes < 60).then_some((hours * 60 + minutes) as i32)?;
    match sign {
        b'+' => Some(minutes),
        b'-' => Some(-minutes),
        _ => None,
    }
}

/// The value of digits, of which hostile dates have any number.
fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0_u32, |sum, digit| {
        let value = digit.is_ascii_digit().then(|| u32::from(digit - b'0'))?;
        sum.checked_mul(10)?.checked_add(value)
    })
}
