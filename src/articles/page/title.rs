//! The headline of a page, without the site's name that pages put beside it.

use crate::text::plain::{one_line, unescape};

/// Between a headline and the site's name, with blanks around.
#[rustfmt::skip]
const SIGNS: [&str; 20] = [
    " | ", " - ", " \u{2013} ", " \u{2014} ", " \u{bb} ", " \u{ab} ", " :: ", " \u{b7} ", " \u{2022} ", " / ", " * ", " : ",
    "|", "\u{ff5c}", " \u{2190} ", " > ",
    "\u{ff1a}", " < ", " \u{2039} ", " \u{203a} ",
];
/// These divide a headline from something else nearly always.
const SURE: [&str; 7] = [" | ", " :: ", " \u{bb} ", " \u{ab} ", "|", "\u{ff5c}", " \u{2190} "];
/// These do so in `<title>` where what stands behind looks like a name.
const LIKELY: [&str; 4] = [" - ", " \u{2013} ", " \u{2014} ", " : "];
/// More words are no site's name.
const LONGEST_NAME: usize = 5;
/// Fewer letters are no headline.
const SHORTEST: usize = 12;

/// The text of `<title>` without the site's name, even where that is not known: of two parts the longer is
/// the headline.
pub(super) fn of_tag(title: &str, sites: &[String], headings: &[String]) -> String {
    let mut rest = bare(title, sites, headings);
    let is_name = |name: &str| !name.starts_with(char::is_lowercase) && is_short(name);
    let last = SURE.iter().chain(&LIKELY).filter_map(|sign| Some((rest.rfind(sign)?, *sign))).max();
    if let Some((at, sign)) = last {
        let (before, after) = (&rest[..at], &rest[at + sign.len()..]);
        if is_name(after) && letters(before) >= SHORTEST && letters(before) >= letters(after) * 3 / 2 {
            rest.truncate(at);
            return rest.trim_end().to_owned();
        }
    }
    let first = SURE.iter().filter_map(|sign| Some((rest.find(sign)?, *sign))).min();
    if let Some((at, sign)) = first {
        let (before, after) = (&rest[..at], &rest[at + sign.len()..]);
        if is_short(before) && letters(after) >= SHORTEST && letters(after) >= letters(before) * 3 / 2 {
            return after.trim().to_owned();
        }
    }
    rest
}

/// The heading that is the page's headline: of those that `<title>` begins or ends with the longest, since
/// a site's name is short; else one of the first rank that shares most of its words with `<title>`.
pub(super) fn heading(headings: &[String], second: &[String], title: Option<&str>) -> Option<String> {
    let Some(title) = title else { return headings.first().or(second.first()).cloned() };
    let whole = folded(title);
    let begins = |heading: &&String| whole.starts_with(&folded(heading)) && folded(heading).len() >= 4;
    let first = headings.iter().filter(|heading| is_side(title, heading) || begins(heading));
    let below = second.iter().filter(|heading| {
        let most = letters(heading) * 2 >= letters(title) && even(title).contains(&even(heading));
        letters(heading) >= SHORTEST && (most || is_side(title, heading))
    });
    let mut best: Option<&String> = None;
    for heading in first.chain(below) {
        // A heading of a lower rank that says hardly more than the one above says it again.
        if best.is_none_or(|known| letters(heading) > letters(known)) {
            best = Some(heading);
        }
    }
    let fits = |heading: &&String| {
        let own = folded(heading);
        let shared = heading
            .split_whitespace()
            .filter(|word| word.chars().count() > 3 && title.contains(*word))
            .count();
        let words = heading.split_whitespace().filter(|word| word.chars().count() > 3).count();
        own.len() >= 20 && (whole.contains(&own) || shared * 2 >= words && words > 2)
    };
    best.or_else(|| headings.iter().find(fits)).cloned()
}

/// Whether a title begins or ends with a heading, and has a sign on the other side of it if anything.
pub(super) fn is_side(title: &str, heading: &str) -> bool {
    let (title, heading) = (even(title), even(heading));
    let sign = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    !heading.is_empty()
        && (title.strip_prefix(&heading).is_some_and(|rest| sign(rest.trim_start().chars().next()))
            || title.strip_suffix(&heading).is_some_and(|rest| sign(rest.trim_end().chars().next_back())))
}

/// A text in small letters with one kind of quotation marks.
fn even(text: &str) -> String {
    let one = |c: char| match c {
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '`' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}' => '"',
        c => c,
    };
    one_line(&unescape(text)).chars().flat_map(char::to_lowercase).map(one).collect()
}

fn is_short(name: &str) -> bool {
    name.split_whitespace().count() <= LONGEST_NAME && name.chars().count() <= 40
}

/// A headline without a site's name at its end or beginning. `sites` are the names by which the page
/// calls its site, `headings` the headings it shows.
pub(super) fn bare(title: &str, sites: &[String], headings: &[String]) -> String {
    let title = one_line(&unescape(title));
    // What the page shows as its heading has no name on it.
    let parts = headings.iter().map(|heading| one_line(heading)).filter(|heading| is_part(&title, heading));
    let shown = parts.max_by_key(|heading| letters(heading));
    if let Some(heading) = shown {
        return heading;
    }
    let mut rest = title.as_str();
    while let Some(shorter) = once(rest, sites, headings) {
        rest = shorter;
    }
    // `Name: headline`, where the name is known.
    let named =
        rest.split_once(": ").filter(|(name, after)| is_site(name, sites) && letters(after) >= SHORTEST);
    named.map_or(rest, |(_, after)| after).trim().to_owned()
}

/// Whether a heading is the title up to one of the signs, or behind one.
fn is_part(title: &str, heading: &str) -> bool {
    let beside = |rest: Option<&str>, starts: bool| {
        rest.is_some_and(|rest| {
            SIGNS.iter().any(|sign| if starts { rest.starts_with(sign) } else { rest.ends_with(sign) })
        })
    };
    letters(heading) >= SHORTEST
        && (title == heading
            || beside(title.strip_prefix(heading), true)
            || beside(title.strip_suffix(heading), false))
}

/// The title without the last name, else without the first.
fn once<'a>(title: &'a str, sites: &[String], headings: &[String]) -> Option<&'a str> {
    // Of signs at one place the one with its blanks stands for itself.
    let last = SIGNS
        .iter()
        .filter_map(|sign| Some((title.rfind(sign)?, *sign)))
        .max_by_key(|(at, sign)| (at + sign.len(), sign.len()))?;
    let (before, after) = (&title[..last.0], &title[last.0 + last.1.len()..]);
    let is_shown = headings.iter().any(|heading| one_line(heading) == title);
    let sure = SURE.contains(&last.1) && !is_shown && is_short(after) && letters(before) > letters(after);
    if letters(before) >= SHORTEST && (is_site(after, sites) || sure) {
        return Some(before.trim_end());
    }
    let first = SIGNS.iter().filter_map(|sign| Some((title.find(sign)?, *sign))).min()?;
    let (before, after) = (&title[..first.0], &title[first.0 + first.1.len()..]);
    (letters(after) >= SHORTEST && is_site(before, sites)).then_some(after.trim_start())
}

/// Whether a text is one of the site's names, as far as letters and digits go.
pub(super) fn is_site(text: &str, sites: &[String]) -> bool {
    let wanted = folded(text);
    wanted.chars().count() >= 2
        && sites.iter().map(|site| folded(site)).any(|site| {
            site == wanted
                || site.chars().count() >= 4 && wanted.contains(&site) && wanted.len() <= site.len() + 12
                || wanted.chars().count() >= 5 && site.contains(&wanted)
        })
}

fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

pub(super) fn letters(text: &str) -> usize {
    // A letter of a script without spaces stands for a syllable or a word.
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| {
            if ('\u{3040}'..='\u{9fff}').contains(&c) || ('\u{ac00}'..='\u{d7af}').contains(&c) {
                3
            } else {
                1
            }
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::bare;

    fn of(title: &str, sites: &[&str], headings: &[&str]) -> String {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        bare(title, &owned(sites), &owned(headings))
    }

    #[test]
    fn the_sites_name_leaves_the_headline() {
        for title in [
            "Ferry runs through the winter | The Harrow Gazette",
            "Ferry runs through the winter - The Harrow Gazette",
            "The Harrow Gazette: Ferry runs through the winter",
            "The Harrow Gazette :: Ferry runs through the winter",
            "Ferry runs through the winter | News | Harrow Gazette",
            "Ferry runs through the winter &#8211; harrowgazette.example",
        ] {
            assert_eq!(
                of(title, &["The Harrow Gazette", "harrowgazette"], &[]),
                "Ferry runs through the winter",
                "{title}"
            );
        }
    }

    #[test]
    fn what_belongs_to_the_headline_stays() {
        for title in [
            "Ferry to run - councillor",
            "Ferry: what we know",
            "Live | Storm Ada reaches the coast",
            "AC/DC - live",
        ] {
            assert_eq!(of(title, &["The Harrow Gazette"], &[]), title);
        }
        let heading = "Ferry to run | A chronicle of three weeks";
        assert_eq!(of(heading, &["Gazette"], &[heading]), heading);
        assert_eq!(
            of("Ferry to run tomorrow - Whoever It Is", &[], &["Ferry to run tomorrow"]),
            "Ferry to run tomorrow"
        );
    }
}
