//! What a line of a page looks like: sentence, caption, headline, teaser, noise. Tables of the
//! words that pages use, and nothing that knows where a line stands.

/// More words than this are a paragraph, whatever the line ends in.
const LONGEST_TITLE: usize = 25;

/// More characters are, too: some scripts have no spaces.
const LONGEST_TITLE_CHARS: usize = 180;

/// Words before a colon that announce another article.
const TEASERS: [&str; 17] = [
    "next",
    "up next",
    "related",
    "related story",
    "related article",
    "read more",
    "read next",
    "read also",
    "also read",
    "see also",
    "more",
    "watch",
    "watch next",
    "don't miss",
    "you may also like",
    "recommended",
    "trending",
];

/// Lines, or beginnings of lines, that belong to the page.
const NOISE: [&str; 22] = [
    "advertisement",
    "sponsored",
    "share this",
    "share on",
    "share",
    "tweet",
    "follow us",
    "follow @",
    "sign up",
    "subscribe",
    "newsletter",
    "loading",
    "comments",
    "leave a comment",
    "skip to",
    "print this",
    "this content is imported",
    "we earn a commission",
    "gallery",
    "view gallery",
    "updated",
    "published",
];

/// Words that mark a picture's line.
const PICTURE_MARKS: [&str; 20] = [
    "\u{a9}",
    "(c)",
    "photo:",
    "photo by",
    "photograph:",
    "photograph by",
    "picture:",
    "image:",
    "image credit",
    "image source",
    "photo credit",
    "pictured",
    "credit:",
    "getty",
    "shutterstock",
    "rex features",
    "wireimage",
    "press association",
    "alamy",
    "courtesy of",
];

/// Prepositions that stand between a person and a place or a part in a caption.
const CAPTION_LINKS: [&str; 14] = [
    "as", "in", "at", "with", "on", "during", "from", "and", "of", "for", "behind", "left", "right", "before",
];

/// Common finite verbs: a line that has one tells something, and is a deck rather than a caption.
const VERBS: [&str; 54] = [
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "has",
    "have",
    "had",
    "will",
    "would",
    "can",
    "can't",
    "could",
    "must",
    "may",
    "might",
    "should",
    "won't",
    "isn't",
    "don't",
    "doesn't",
    "does",
    "do",
    "did",
    "says",
    "said",
    "tells",
    "told",
    "reveals",
    "revealed",
    "confirms",
    "confirmed",
    "gets",
    "got",
    "goes",
    "comes",
    "takes",
    "makes",
    "made",
    "wants",
    "returns",
    "explains",
    "admits",
    "promises",
    "teases",
    "teased",
    "hopes",
    "thinks",
    "knows",
    "wins",
    "joins",
    "leaves",
    "starts",
];

pub(super) fn words(line: &str) -> usize {
    line.split_whitespace().count()
}

/// Whether the line is too long to be anything but a paragraph.
pub(super) fn is_long(line: &str) -> bool {
    words(line) > LONGEST_TITLE || line.chars().count() > LONGEST_TITLE_CHARS
}

/// A line without the quotation marks and brackets at its end.
fn bare_end(line: &str) -> &str {
    line.trim_end_matches([
        '"', '\'', '\u{201d}', '\u{201c}', '\u{2019}', '\u{2018}', '\u{bb}', '\u{ab}', ')', ']', '\u{300d}',
        '\u{300f}', '\u{ff09}',
    ])
}

/// Whether the line ends as a sentence does.
pub(super) fn ends_sentence(line: &str) -> bool {
    bare_end(line).ends_with([
        '.', '!', '?', '\u{2026}', '\u{3002}', '\u{964}', '\u{61f}', '\u{6d4}', '\u{ff01}', '\u{ff1f}',
    ])
}

/// Whether it ends with a full stop: headlines may ask or cry, but seldom end so.
pub(super) fn ends_with_stop(line: &str) -> bool {
    bare_end(line).ends_with(['.', '\u{2026}', '\u{3002}', '\u{964}', '\u{6d4}'])
}

/// Whether the line begins with somebody's words, or with the dash before a speaker's name.
pub(super) fn is_speech(line: &str) -> bool {
    line.starts_with(['"', '\u{201c}', '\u{201e}', '\u{ab}', '\u{2018}', '\u{2014}', '\u{2013}'])
}

fn is_capital(word: &str) -> bool {
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    word.starts_with(char::is_uppercase)
}

/// A word in lower case, without punctuation and possessive.
fn plain(word: &str) -> String {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace('\u{2019}', "'");
    bare.strip_suffix("'s").map(str::to_owned).unwrap_or(bare)
}

/// Whether the line has a finite verb, as far as a short table tells.
pub(super) fn has_verb(line: &str) -> bool {
    line.split_whitespace().any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace('\u{2019}', "'");
        VERBS.contains(&word.as_str())
    })
}

/// A line that says where a picture comes from.
pub(super) fn is_picture_line(line: &str) -> bool {
    let count = words(line);
    let lower = line.to_lowercase();
    let marked = PICTURE_MARKS.iter().any(|mark| lower.contains(mark));
    marked && !is_long(line) && !is_speech(line) && (!ends_with_stop(line) || count <= 12)
}

/// A picture's caption: a mark of its origin, or names with nothing told of them.
pub(super) fn is_caption(line: &str) -> bool {
    let count = words(line);
    if is_picture_line(line) {
        return true;
    }
    if is_captioned_name(line) {
        return true;
    }
    if count > 18 || ends_sentence(line) || line.ends_with(':') || is_speech(line) || has_verb(line) {
        return false;
    }
    let all: Vec<&str> = line.split_whitespace().collect();
    let named = all.iter().skip(1).any(|word| is_capital(word)) || (count <= 2 && is_capital(line));
    let linked = all.iter().any(|word| CAPTION_LINKS.contains(&plain(word).as_str()));
    let capitals = all.iter().filter(|word| is_capital(word)).count();
    named && (linked || capitals == count || capitals * 2 > count)
}

/// Whether a preposition links the line's words, as a caption's: `Anna Lind at the premiere`.
pub(super) fn has_link(line: &str) -> bool {
    line.split_whitespace().any(|word| CAPTION_LINKS.contains(&plain(word).as_str()))
}

/// `Krysten Ritter as the detective.`: a name, then at once what the picture shows of it. Such a
/// line has no verb, so a final stop makes no sentence of it.
pub(super) fn is_captioned_name(line: &str) -> bool {
    const SHOWN: [&str; 6] = ["as", "in", "at", "on", "during", "(l)"];
    let name =
        line.split_whitespace().take_while(|word| is_capital(word) && !word.ends_with(['.', ',', ':']));
    let count = name.count();
    let next = line.split_whitespace().nth(count).unwrap_or_default();
    (2..=4).contains(&count)
        && SHOWN.contains(&next)
        && words(line) <= 12
        && !has_verb(line)
        && !is_speech(line)
}

/// A crosshead within the article: few words, no name, no stop.
pub(super) fn is_heading(line: &str) -> bool {
    let small = line.split_whitespace().skip(1).all(|word| !is_capital(word));
    small
        && words(line) <= 10
        && line.starts_with(char::is_uppercase)
        && (!ends_sentence(line) || line.ends_with('?'))
}

/// The headline that a teaser announces; empty where it stands on the next line.
pub(super) fn teaser(line: &str) -> Option<&str> {
    if words(line) > LONGEST_TITLE + 3 {
        return None;
    }
    let is_known =
        |word: &str| TEASERS.contains(&word.trim().to_lowercase().replace('\u{2019}', "'").as_str());
    if is_known(line) {
        return Some("");
    }
    if let Some((word, title)) = line.split_once(':')
        && is_known(word)
    {
        return Some(title.trim());
    }
    // Some pages set the word in capitals and no colon behind it.
    let signs = ['\u{2013}', '\u{2014}', '-', '>', '|', '\u{203a}', '\u{bb}'];
    let loud = TEASERS.iter().find_map(|word| line.strip_prefix(word.to_uppercase().as_str()))?;
    let title = loud.trim_matches(|c: char| c == ' ' || signs.contains(&c));
    let marked = loud.trim_start().starts_with(signs);
    let quiet = loud.starts_with(' ') && title.contains(char::is_lowercase) && !ends_with_stop(title);
    (marked || quiet && is_title_word(title)).then_some(title)
}

/// Whether a title begins here rather than the sentence goes on: a capital and then small letters.
fn is_title_word(title: &str) -> bool {
    let mut letters = title.chars().filter(|c| c.is_alphabetic());
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

/// A line of the page's own: advertisement, sharing, subscription, times of publication.
pub(super) fn is_noise(line: &str) -> bool {
    let lower = line.to_lowercase();
    let begins = |mark: &&&str| {
        lower.strip_prefix(**mark).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let marked = NOISE.iter().find(begins).is_some() && words(line) <= 9 && !is_speech(line);
    marked && !ends_with_stop(line) || is_bare(line)
}

/// Signs alone, a date or a time.
pub(super) fn is_bare(line: &str) -> bool {
    !line.chars().any(char::is_alphanumeric) || is_date(line)
}

/// A line that is nothing but a date or a time, which is never taken for the article's.
fn is_date(line: &str) -> bool {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    const FILLERS: [&str; 22] = [
        "on", "at", "am", "pm", "gmt", "utc", "bst", "est", "edt", "pdt", "pst", "cet", "cest", "mon", "tue",
        "wed", "thu", "fri", "sat", "sun", "th", "st",
    ];
    let lower = line.to_lowercase();
    let mut parts = lower.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let fits = |part: &str| {
        let letters = part.trim_start_matches(|c: char| c.is_ascii_digit());
        letters.is_empty()
            || FILLERS.contains(&letters)
            || MONTHS
                .iter()
                .any(|month| letters.starts_with(month) && letters.len() <= 9 && !letters.contains(' '))
            || letters.ends_with("day")
    };
    words(line) <= 8
        && line.chars().any(|c| c.is_ascii_digit())
        && line.chars().any(|c| !c.is_ascii_digit())
        && parts.all(fits)
}

/// Length in Latin letters: a character of scripts without spaces says more.
pub(super) fn weight(line: &str) -> usize {
    line.chars()
        .map(|c| if matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}') { 3 } else { 1 })
        .sum()
}

/// Whether the line is mostly in a script without spaces.
pub(super) fn is_packed(line: &str) -> bool {
    let wide = line.chars().filter(|c| matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'));
    wide.count() * 2 > line.chars().filter(|c| c.is_alphabetic()).count()
}
