//! A headline for what has none: a note, a picture, a recording.

use crate::model::{Entry, Text};
use crate::text::plain::one_line;
use crate::text::{cut, shown, url};

/// Characters of an invented headline.
const LONGEST: usize = 80;
/// A note of fewer has no beginning that is not the whole of it.
const SHORTEST: usize = 20;

/// The first words, never all of them: readers would see them twice. Without words what the picture shows, what a
/// recording is called, who wrote it or where it is.
pub(super) fn invented(entry: &Entry) -> String {
    let text = entry.content.as_ref().or(entry.summary.as_ref());
    let words = text.map(|text| one_line(&text.without_markup())).unwrap_or_default();
    let length = words.chars().count();
    if length > LONGEST {
        return cut::at_sentence(&words, LONGEST);
    }
    if length >= SHORTEST {
        return cut::at_sentence(&words, length * 2 / 3);
    }
    let named = |name: &Option<String>| name.as_deref().map(one_line).filter(|name| !name.is_empty());
    let picture = || text.and_then(|text: &Text| shown::name(&text.value)).map(|name| one_line(&name));
    let media =
        || entry.media.iter().find_map(|media| named(&media.title).or_else(|| named(&media.description)));
    let author = || entry.authors.iter().find_map(|person| named(&person.name));
    let place = || entry.link.as_deref().and_then(url::domain);
    let found = picture().or_else(media).map(|name| cut::at_sentence(&name, LONGEST));
    found.or_else(author).or_else(place).unwrap_or_else(|| "Untitled".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Media;

    fn of(html: &str) -> String {
        let mut entry = Entry { link: Some("https://www.notes.example/1".into()), ..Entry::default() };
        entry.content = Some(Text::html(html));
        invented(&entry)
    }

    #[test]
    fn a_note_is_called_by_its_beginning_and_never_by_the_whole() {
        assert_eq!(of("<p>Soup for lunch, then a walk.</p>"), "Soup for lunch\u{2026}");
        assert_eq!(
            of("<p>It rained. Then we walked to the old pier.</p>"),
            "It rained. Then we walked\u{2026}"
        );
        assert_eq!(of("<p>Soup.</p>"), "notes.example");
        let long = format!("<p>{} end.</p>", "The ferry sails at noon from the old pier. ".repeat(4));
        assert_eq!(of(&long), "The ferry sails at noon from the old pier.");
    }

    #[test]
    fn what_has_no_words_is_called_by_what_it_shows() {
        assert_eq!(of("<img src='/a.jpg' alt='Sunset over the wall'>"), "Sunset over the wall");
        assert_eq!(
            of("<iframe src='https://v.example/1' title='A film of the ferry'></iframe>"),
            "A film of the ferry"
        );
        assert_eq!(of("<img src='/a.jpg'>"), "notes.example");
        let media = Media { url: "https://h.example/a.mp3".into(), ..Media::default() };
        let mut entry = Entry::default();
        entry.media.push(media);
        assert_eq!(invented(&entry), "Untitled");
        entry.media[0].title = Some("Bells at night".into());
        assert_eq!(invented(&entry), "Bells at night");
    }
}
