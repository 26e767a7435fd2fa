//! Podcasts: the iTunes module, as Apple Podcasts asks for it. One of its elements in a channel or
//! item makes the whole a podcast, from which more is wanted.

use super::super::element::{Check, Content, Context, Element, FULL_URI, PLAIN, element, may, must};
use super::super::namespaces::Ns;
use super::super::rules;
use super::super::values::quote;
use super::super::walk::{Frame, Walk};
use copydesk_model::{CATEGORIES, Categories};

const TRUE_FALSE: Content =
    Content::Text(&[Check::OneOfAnyCase(&["true", "false"], rules::INVALID_TRUE_FALSE)]);
const SHORT: Content = Content::Text(&[Check::AtMost(255), PLAIN]);
const NUMBER: Content = Content::Text(&[Check::Positive]);

const fn itunes(name: &'static str, content: Content) -> Element {
    element(Ns::Itunes, name, content).once()
}

/// In both a channel and an item.
pub(super) const BOTH: &[Element] = &[
    itunes("author", SHORT),
    itunes(
        "block",
        Content::Text(&[Check::OneOfAnyCase(&["yes", "no", "clean"], rules::INVALID_YES_NO_CLEAN)]),
    ),
    itunes("explicit", TRUE_FALSE),
    itunes("keywords", Content::Text(&[Check::AtMost(255), PLAIN, Check::Look(keywords)])),
    itunes("subtitle", SHORT),
    itunes("summary", Content::Text(&[Check::AtMost(4000), PLAIN])),
    itunes("image", Content::Nothing).attributes(&[must("href", &[Check::Http])]).at_start(image),
];

static OWNER: Context =
    Context::new(&[&[itunes("email", Content::Text(&[PLAIN, Check::Contact])), itunes("name", SHORT)]])
        .required(&[(Ns::Itunes, "email", rules::MISSING_ELEMENT)]);

static SUBCATEGORY: Context = Context::new(&[&[CATEGORY_IN_CATEGORY]]);
static NO_CATEGORY: Context = Context::new(&[]);

const CATEGORY_IN_CATEGORY: Element = element(Ns::Itunes, "category", Content::Children(&NO_CATEGORY))
    .attributes(&[may("text", &[])])
    .at_start(subcategory);

/// In a channel.
pub(super) const CHANNEL: &[Element] = &[
    itunes("owner", Content::Children(&OWNER)),
    element(Ns::Itunes, "category", Content::Children(&SUBCATEGORY))
        .attributes(&[may("text", &[])])
        .at_start(category),
    itunes("pubDate", Content::Text(&[Check::Rfc822])),
    itunes("new-feed-url", Content::Text(&[FULL_URI])),
    itunes(
        "type",
        Content::Text(&[Check::OneOf(&["episodic", "serial"], rules::INVALID_ITUNES_CHANNEL_TYPE)]),
    ),
];

/// In an item.
pub(super) const ITEM: &[Element] = &[
    itunes("duration", Content::Text(&[Check::Duration])),
    itunes("title", Content::Text(&[])),
    itunes("episode", NUMBER),
    itunes("season", NUMBER),
    itunes(
        "episodeType",
        Content::Text(&[Check::OneOf(&["full", "trailer", "bonus"], rules::INVALID_ITUNES_EPISODE_TYPE)]),
    ),
];

/// An element of the module came: what holds of podcasts holds from now on.
pub(crate) fn turn_on(walk: &mut Walk<'_>, at: usize) {
    if !std::mem::replace(&mut walk.memory.podcast, true) && !walk.utf8 {
        walk.note(rules::NOT_UTF8, at, "a podcast in another encoding than UTF-8");
    }
}

/// What directories want of the channel or feed of a podcast.
pub(super) fn finish_channel(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    if !walk.memory.podcast {
        return;
    }
    let mut missing = |sound: bool, name: &str| {
        if !sound {
            walk.note(rules::MISSING_ITUNES_ELEMENT, frame.at, format!("a podcast without {name}"));
        }
    };
    missing(frame.language || frame.has(Ns::Core, "language"), "language");
    missing(frame.has(Ns::Itunes, "category"), "itunes:category");
    missing(frame.has(Ns::Itunes, "explicit"), "itunes:explicit");
    if !frame.has(Ns::Itunes, "image") {
        walk.note(rules::MISSING_PODCAST_IMAGE, frame.at, "a podcast without itunes:image");
    }
    if !frame.has(Ns::Itunes, "owner") {
        walk.note(
            rules::MISSING_ITUNES_EMAIL,
            frame.at,
            "a podcast without itunes:owner and its itunes:email",
        );
    }
}

/// Whether a picture is of the kinds that Apple shows.
fn image(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let address = frame.plain("href").split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    if !address.is_empty() && ![".jpg", ".jpeg", ".png"].iter().any(|ending| address.ends_with(ending)) {
        let message = format!("{} does not end like a JPEG or PNG", quote(frame.plain("href")));
        walk.note(rules::UNSUPPORTED_PODCAST_IMAGE, frame.at, message);
    }
}

const PLAYED: &[&str] = &["m4a", "mp3", "mov", "mp4", "m4v", "pdf", "epub"];

/// What directories want of an item; `left` holds the addresses of its enclosures.
pub(super) fn finish_item(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    if !frame.seen.iter().any(|(ns, _, _)| *ns == Ns::Itunes) {
        return;
    }
    if frame.left.is_empty() && !frame.has(Ns::Core, "enclosure") && !frame.has(Ns::Core, "link") {
        walk.note(rules::EPISODE_WITHOUT_RECORDING, frame.at, "an episode without an enclosure");
    }
    for url in &frame.left {
        let extension = url.rsplit('.').next().unwrap_or_default();
        if !PLAYED.contains(&extension) {
            walk.note(
                rules::UNSUPPORTED_ITUNES_FORMAT,
                frame.at,
                format!("the enclosure {} does not end like a format that Apple plays", quote(url)),
            );
        }
    }
}

fn keywords(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let value = frame_value(frame);
    if value.contains(' ') && !value.contains(',') {
        walk.note(rules::INVALID_KEYWORDS, frame.at, format!("{} has no commas", quote(&value)));
    }
}

/// A frame's value is lent out while it is checked, so this looks at what the checks see.
fn frame_value(frame: &Frame<'_>) -> String {
    frame.value.trim().to_owned()
}

fn category(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let known = |list: Categories, text: &str| list.iter().any(|(name, _)| *name == text);
    judge_category(walk, frame, |text| known(CATEGORIES, text), |text| known(DROPPED, text));
}

fn subcategory(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let Some(parent) =
        walk.parent().map(|parent| parent.plain("text").to_owned()).filter(|text| !text.is_empty())
    else {
        return;
    };
    let below = |list: Categories, text: &str| {
        list.iter().any(|(name, subs)| *name == parent && subs.contains(&text))
    };
    judge_category(walk, frame, |text| below(CATEGORIES, text), |text| below(DROPPED, text));
}

fn judge_category(
    walk: &mut Walk<'_>,
    frame: &Frame<'_>,
    current: impl Fn(&str) -> bool,
    dropped: impl Fn(&str) -> bool,
) {
    let Some(text) = frame.attribute(Ns::Core, "text") else {
        return walk.note(rules::MISSING_ATTRIBUTE, frame.at, "<itunes:category> has no text");
    };
    if current(&text.value) {
        return;
    }
    let rule =
        if dropped(&text.value) { rules::OBSOLETE_ITUNES_CATEGORY } else { rules::INVALID_ITUNES_CATEGORY };
    walk.note(rule, text.at, format!("{} is not one of Apple's categories here", quote(&text.value)));
}

/// Categories that Apple had before 2019.
const DROPPED: Categories = &[
    ("Arts", &["Literature"]),
    (
        "Arts & Entertainment",
        &[
            "Architecture",
            "Design",
            "Entertainment",
            "Games",
            "Performing Arts",
            "Photography",
            "Poetry",
            "Science Fiction",
        ],
    ),
    ("Audio Blogs", &[]),
    ("Business", &["Careers", "Finance", "Investing", "Management & Marketing", "News", "Shopping"]),
    ("Comedy", &[]),
    ("Education", &["Education Technology", "Higher Education", "K-12", "Language Courses", "Training"]),
    ("Family", &[]),
    ("Food", &[]),
    ("Games & Hobbies", &["Automotive", "Aviation", "Hobbies", "Other Games", "Video Games"]),
    ("Government & Organizations", &["Local", "National", "Non-Profit", "Regional"]),
    (
        "Health",
        &[
            "Alternative Health",
            "Diet & Nutrition",
            "Fitness",
            "Fitness & Nutrition",
            "Relationships",
            "Self-Help",
            "Sexuality",
        ],
    ),
    (
        "International",
        &[
            "Australian",
            "Belgian",
            "Brazilian",
            "Canadian",
            "Chinese",
            "Dutch",
            "French",
            "German",
            "Hebrew",
            "Italian",
            "Japanese",
            "Norwegian",
            "Polish",
            "Portuguese",
            "Spanish",
            "Swedish",
        ],
    ),
    ("Movies & Television", &[]),
    ("News & Politics", &[]),
    ("Politics", &[]),
    ("Public Radio", &[]),
    (
        "Religion & Spirituality",
        &["Buddhism", "Christianity", "Islam", "Judaism", "New Age", "Other", "Philosophy", "Spirituality"],
    ),
    ("Science & Medicine", &["Medicine", "Natural Sciences", "Social Sciences"]),
    ("Society & Culture", &["History"]),
    ("Sports & Recreation", &["Amateur", "College & High School", "Outdoor", "Professional"]),
    ("Talk Radio", &[]),
    (
        "Technology",
        &[
            "Computers",
            "Developers",
            "Gadgets",
            "Information Technology",
            "News",
            "Operating Systems",
            "Podcasting",
            "Smart Phones",
            "Software How-To",
            "Tech News",
            "Text/Speech",
        ],
    ),
    ("Transportation", &["Automotive", "Aviation", "Bicycles", "Commuting"]),
    ("Travel", &[]),
];
