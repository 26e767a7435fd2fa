//! Headlines that name elements: what is markup in them, and what is meant as words.
//!
//! Markup of a headline is closed, or cannot be, or begins the whole: `The <i>Petrel</i>`. What stands
//! alone among words is what the headline is about: `How the <title> tag changed search`.

use super::markup;
use copydesk_model::text::escape;
use copydesk_model::text::shown::tag::{self, Tag};
use copydesk_model::{Text, TextKind};

/// Tags of a headline that are looked at; one with more has no words to lose.
const MOST: usize = 100;

/// Elements that stand alone and are markup in whatever headline.
const ALONE: [&str; 2] = ["br", "wbr"];
/// Elements that have something else than words in them, so that they are nobody's but with attributes.
const FOREIGN: [&str; 13] = [
    "area", "base", "embed", "frame", "iframe", "input", "link", "meta", "object", "param", "script",
    "source", "style",
];
/// Elements that a headline as a whole may be set in, and be cut before they are closed.
const AROUND: [&str; 16] = [
    "a", "b", "center", "div", "em", "font", "h1", "h2", "h3", "h4", "i", "p", "span", "strong", "u", "small",
];

/// A headline as it is meant. `stated`: its publisher says that it is HTML.
pub(super) fn meant(title: Text, stated: bool) -> Text {
    if title.kind == TextKind::Text || !title.value.contains('<') {
        return title;
    }
    let html = title.value.as_str();
    let parts = parts(html);
    let words = parts.iter().any(|part| part.meaning != Meaning::Markup);
    if !words {
        return if names_alone(html, &parts) { Text::plain(title.value) } else { title };
    }
    let plain = parts.iter().all(|part| part.meaning == Meaning::Words) && !stated;
    if plain && !markup::has_reference(html) {
        return Text::plain(title.value);
    }
    let mut value = String::with_capacity(html.len() + 16);
    let mut copied = 0;
    for part in parts {
        match part.meaning {
            Meaning::Markup => continue,
            Meaning::Words => {
                value.push_str(&html[copied..part.start]);
                value.push_str("&lt;");
                copied = part.start + 1;
            }
            Meaning::Sign(words) => {
                value.push_str(&html[copied..part.start]);
                value.push_str(&escape::text(&words));
                copied = part.end;
            }
        }
    }
    value.push_str(&html[copied..]);
    Text { value, ..title }
}

/// What a `<` in a headline means.
#[derive(Debug, PartialEq, Eq)]
enum Meaning {
    Markup,
    /// It is a part of what the headline says.
    Words,
    /// A picture in place of these words.
    Sign(String),
}

struct Part {
    start: usize,
    end: usize,
    meaning: Meaning,
}

fn parts(html: &str) -> Vec<Part> {
    let (mut parts, mut open): (Vec<Part>, Vec<(String, usize)>) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(found) = html[at..].find('<') {
        let start = at + found;
        if parts.len() == MOST {
            break;
        }
        if html[start..].starts_with("<!--") {
            at = tag::behind_comment(html, start);
            parts.push(Part { start, end: at, meaning: Meaning::Markup });
            continue;
        }
        let Some(tag) = Tag::at(html, start) else {
            at = start + 1;
            parts.push(Part { start, end: at, meaning: Meaning::Words });
            continue;
        };
        at = tag.end;
        let name = tag.name.to_ascii_lowercase();
        let mut meaning = Meaning::Words;
        if tag.closes {
            if let Some(place) = open.iter().rposition(|(known, _)| *known == name) {
                parts[open[place].1].meaning = Meaning::Markup;
                open.truncate(place);
                meaning = Meaning::Markup;
            } else if !stands_apart(html, &tag) {
                meaning = Meaning::Markup;
            }
        } else {
            meaning = alone(html, &tag, &name);
            if !tag.is_void() {
                open.push((name, parts.len()));
            }
        }
        parts.push(Part { start, end: at, meaning });
    }
    // Beside elements that are named, one that stands apart is named too: `<p> or <br>?`
    if parts.iter().all(|part| part.meaning == Meaning::Words || is_break(html, part))
        && parts.iter().any(|part| part.meaning == Meaning::Words)
    {
        parts.iter_mut().for_each(|part| part.meaning = Meaning::Words);
    }
    parts
}

/// Whether a part breaks a line, or is the name of what does: it stands apart.
fn is_break(html: &str, part: &Part) -> bool {
    let is_apart = html[..part.start].chars().next_back().is_none_or(char::is_whitespace)
        && html[part.end..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    is_apart && is_named(&html[part.start..part.end]) && part.meaning == Meaning::Markup && {
        let name = html[part.start + 1..part.end - 1].to_ascii_lowercase();
        ALONE.contains(&name.as_str())
    }
}

/// Whether a tag is nothing but its name.
fn is_named(tag: &str) -> bool {
    let name = tag.trim_start_matches(['<', '/']).trim_end_matches(['>', '/']);
    name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Whether a headline is nothing but names of elements, so that as markup nothing would be left of it. What is
/// closed, or closes itself, is empty and names nothing.
fn names_alone(html: &str, parts: &[Part]) -> bool {
    let is_tag = |part: &Part| {
        let tag = &html[part.start..part.end];
        is_named(tag) && !tag.starts_with("</") && !tag.ends_with("/>")
    };
    let mut at = 0;
    let is_empty = parts.iter().all(|part| {
        let between = &html[at..part.start];
        at = part.end;
        between.trim().is_empty()
    });
    is_empty && html[at..].trim().is_empty() && parts.iter().all(is_tag)
}

/// What a start tag means that is never closed.
fn alone(html: &str, tag: &Tag<'_>, name: &str) -> Meaning {
    let has_values = html[tag.start..tag.end].contains('=');
    if name == "img" {
        return match tag.said("alt") {
            Some(alt) => Meaning::Sign(alt.into_owned()),
            None if has_values => Meaning::Markup,
            None => Meaning::Words,
        };
    }
    let begins = tag.start == 0 && html[tag.end..].starts_with(|c: char| !c.is_whitespace());
    let is_markup =
        ALONE.contains(&name) || FOREIGN.contains(&name) && has_values || AROUND.contains(&name) && begins;
    if is_markup { Meaning::Markup } else { Meaning::Words }
}

/// Whether a tag stands among words as one of them.
fn stands_apart(html: &str, tag: &Tag<'_>) -> bool {
    let apart = |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric());
    apart(html[..tag.start].chars().next_back()) && apart(html[tag.end..].chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_that_a_headline_names_are_words() {
        for title in [
            "How the <title> and <meta> tags changed search",
            "Styling a <select> at last",
            "if (a<b && c>d) is not what you think",
            "<blink> is gone",
            "Use <b> and <strong> well",
            "What is </br> for?",
            "Vec<u8> & friends",
            "An <img> in every <p>",
            "1 <2, and <b without an end",
            "<p> or <br>?",
            "<br>, <p>, <wbr>",
            "<br>",
            "<title> <meta>",
        ] {
            let meant = meant(Text::html(title), false);
            assert_eq!((meant.kind, meant.value.as_str()), (TextKind::Text, title));
            let stated = super::meant(Text::html(title), true).without_markup();
            assert_eq!(stated, title);
        }
    }

    #[test]
    fn markup_of_a_headline_is_markup() {
        for (title, words) in [
            ("The <i>Petrel</i> is back", "The Petrel is back"),
            ("<b>Live</b>: the vote &amp; the count", "Live: the vote & the count"),
            ("A<br>b<br/>c", "A\nb\nc"),
            ("A <br> b", "A\nb"),
            ("<p></p>", ""),
            ("<br/>", ""),
            ("<b>A</b> <br> b", "A\nb"),
            ("<p>A whole</p>", "A whole"),
            ("<b>Cut off", "Cut off"),
            ("Cut off</b>", "Cut off"),
            ("Safe<iframe src='x'></iframe> words", "Safe words"),
            ("AT&amp;T on <title> tags", "AT&T on <title> tags"),
            ("The <em>new</em> <dialog> element", "The new <dialog> element"),
            (
                "Ferry <img class='emoji' alt='\u{26f4}' src='x'> is <img src='y'>back",
                "Ferry \u{26f4} is back",
            ),
        ] {
            assert_eq!(meant(Text::html(title), false).without_markup(), words, "{title}");
        }
    }
}
