//! What is known of languages: a file a language, plain data, nothing that acts.
//!
//! On the ground floor, so that every room may ask: which words are small words, how a month is
//! called, how a text names its source, what a page says beside its article. To add a language is
//! to add its file and its line in `ALL`; the tests say what a file must have. One [`detect`]
//! for all. Refused: words that are right in one text only. What stands here must be so in the
//! language.

use chrono::{DateTime, Datelike, Utc};

mod detect;
mod language;
mod tests;

pub use detect::{detect, detect_clearly};
pub use language::{Crediting, Language, Page, Script, Wording};

/// Declares the files, and gathers what they hold.
macro_rules! languages {
    ($($file:ident),* $(,)?) => {
        $(mod $file;)*
        /// Every language, in the order of speakers of news in it, roughly.
        static ALL: [&Language; [$(stringify!($file)),*].len()] = [$(&$file::LANGUAGE),*];
    };
}

languages! {
    english, german, french, spanish, italian, portuguese, dutch, swedish, danish, norwegian, polish,
    russian, turkish, chinese, japanese, korean, arabic, hindi, vietnamese, ukrainian, czech, romanian,
    hungarian, finnish, greek, hebrew, persian, indonesian, thai,
}

/// Every language there is a file of.
pub fn all() -> &'static [&'static Language] {
    &ALL
}

/// The language of a tag such as `de`, `de-AT` or `pt_BR`.
pub fn by_code(tag: &str) -> Option<&'static Language> {
    let code = tag.split(['-', '_']).next()?.trim();
    // Norwegian has two written forms and three codes.
    let code = if matches!(code.to_ascii_lowercase().as_str(), "nb" | "nn") { "no" } else { code };
    ALL.iter().copied().find(|language| language.code.eq_ignore_ascii_case(code))
}

/// Whether a name is that of an office or an institute that publishes figures, in this language or
/// in English: `Istat`, `Росстат`, `総務省`.
pub fn is_office(name: &str, language: &Language) -> bool {
    // The Turkish capital `İ` becomes two characters.
    let name = name.trim().to_lowercase().replace("i\u{307}", "i");
    let name = name.strip_prefix("the ").unwrap_or(&name);
    let lists = [language.crediting.offices, english::LANGUAGE.crediting.offices];
    lists.into_iter().flat_map(|list| list.split('|')).filter(|office| !office.is_empty()).any(
        |office| match (office.strip_prefix('*'), office.strip_suffix('*')) {
            (Some(end), _) => name.ends_with(end),
            (_, Some(begin)) => name.starts_with(begin),
            _ => name == office,
        },
    )
}

/// What is written around stories in the language of a tag; in English where there is no file of it.
pub fn wording(tag: &str) -> &'static Wording {
    &by_code(tag).unwrap_or(&english::LANGUAGE).wording
}

/// A date for people in the language of a tag.
pub fn date(tag: &str, time: DateTime<Utc>) -> String {
    let language = by_code(tag).unwrap_or(&english::LANGUAGE);
    let month = || language.months[time.month0() as usize].split(' ').next().unwrap_or_default();
    let mut out = String::with_capacity(32);
    let mut rest = language.wording.date;
    while let Some((before, part)) = rest.split_once('{') {
        let (part, after) = part.split_once('}').unwrap_or((part, ""));
        out.push_str(before);
        match part {
            "d" => out.push_str(&time.day().to_string()),
            "m" => out.push_str(month()),
            "M" => {
                let mut letters = month().chars();
                out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
                out.push_str(letters.as_str());
            }
            "n" => out.push_str(&time.month().to_string()),
            "y" => out.push_str(&time.year().to_string()),
            _ => out.push_str(&time.format("%H:%M").to_string()),
        }
        rest = after;
    }
    out + rest
}
