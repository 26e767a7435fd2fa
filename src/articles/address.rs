//! The address of an article whose record gives none.
//!
//! Pure: the same article gives the same address. That an address once given stays, whatever
//! becomes of the headline, and that two articles never share one, is for whoever remembers.

use chrono::Datelike;
use xxhash_rust::xxh3::xxh3_64;

use crate::model::Article;
use crate::text::slug::{letters, of_headline};

/// What a pattern may hold.
const PLACES: [&str; 5] = ["section", "slug", "year", "month", "day"];

/// The address of an article: `pattern` with `{section}`, `{slug}` (of the headline), `{year}`,
/// `{month}` and `{day}` (of publication, UTC) filled in. `nth` counts the articles that come to
/// the same address: from the second on, the slug ends in `-2`, `-3`, …; 0 and 1 add nothing.
///
/// Letters of other scripts are kept, with the escapes that addresses want. A headline without any letter
/// gives a slug of its key's hash; a date that is not known gives zeros.
pub fn address(pattern: &str, article: &Article, section: &str, nth: u32) -> String {
    let headline = article.entry.title.as_ref().map(|title| of_headline(&title.value)).unwrap_or_default();
    let mut name = match headline.is_empty() {
        true => format!("{:016x}", xxh3_64(article.key.as_bytes())),
        false => headline,
    };
    if nth > 1 {
        name = format!("{name}-{nth}");
    }
    let date = article.entry.published.map(|time| time.date_naive()).unwrap_or_default();
    let known = article.entry.published.is_some();
    let part = |value: u32| if known { value } else { 0 };
    let year = if known { date.year() } else { 0 };
    pattern
        .replace("{section}", &escaped(&letters(section)))
        .replace("{year}", &format!("{year:04}"))
        .replace("{month}", &format!("{:02}", part(date.month())))
        .replace("{day}", &format!("{:02}", part(date.day())))
        .replace("{slug}", &escaped(&name))
}

/// A slug as a part of an address.
fn escaped(slug: &str) -> String {
    let mut out = String::with_capacity(slug.len());
    for c in slug.chars() {
        match c.is_ascii() {
            true => out.push(c),
            false => {
                c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| out.push_str(&format!("%{byte:02X}")))
            }
        }
    }
    out
}

/// Whether a pattern can give addresses; the message says what is wrong with it.
pub fn check_pattern(pattern: &str) -> Result<(), String> {
    let mut rest = pattern;
    while let Some((_, tail)) = rest.split_once('{') {
        let (place, after) = tail.split_once('}').ok_or("a { is never closed")?;
        if !PLACES.contains(&place) {
            return Err(format!("unknown place {{{place}}}; known are {{{}}}", PLACES.join("}, {")));
        }
        rest = after;
    }
    if !pattern.contains("{slug}") {
        return Err("without {slug} every article would get the same address".into());
    }
    let sample =
        PLACES.iter().fold(pattern.to_owned(), |text, place| text.replace(&format!("{{{place}}}"), "x"));
    match url::Url::parse(&sample) {
        Ok(url) if matches!(url.scheme(), "http" | "https") && url.has_host() => Ok(()),
        _ => Err("it is no http address".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::{address, check_pattern};
    use crate::model::{Article, Entry, Text};

    fn titled(title: &str) -> Article {
        let entry = Entry { title: Some(Text::plain(title)), ..Entry::default() };
        Article { key: "a.txt".into(), entry, ..Article::default() }
    }

    #[test]
    fn address_is_made_of_section_and_headline() {
        let article = titled("Jessica Jones: what\u{2019}s next?");
        let pattern = "https://desk.example/{section}/{slug}";
        assert_eq!(address(pattern, &article, "tv", 1), "https://desk.example/tv/jessica-jones-whats-next");
        assert_eq!(
            address(pattern, &article, "TV News", 2),
            "https://desk.example/tv-news/jessica-jones-whats-next-2"
        );
    }

    #[test]
    fn headline_without_latin_letters_still_has_an_address() {
        let made = address("https://desk.example/{slug}", &titled("\u{6771}\u{4eac}"), "tv", 0);
        assert_eq!(made, "https://desk.example/%E6%9D%B1%E4%BA%AC");
        let made = address("https://desk.example/{slug}", &titled("!!!"), "tv", 0);
        assert!(made.len() > "https://desk.example/".len());
        assert_ne!(
            made,
            address("https://desk.example/{slug}", &Article { key: "b".into(), ..titled("\u{6771}") }, "", 0)
        );
    }

    #[test]
    fn bad_patterns_are_named() {
        assert!(check_pattern("https://desk.example/{section}/{slug}").is_ok());
        assert!(check_pattern("https://desk.example/{slugg}").unwrap_err().contains("{slugg}"));
        assert!(check_pattern("https://desk.example/{section}").unwrap_err().contains("{slug}"));
        assert!(check_pattern("/{slug}").unwrap_err().contains("http"));
    }
}
