//! What a line of a page is at a glance.

/// What a line looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// A paragraph, long or with a full stop.
    Prose,
    /// A few words without a stop.
    Short,
    /// A line of a list of the article's own.
    Item,
    /// The head of such a list, or of what follows.
    Head,
    /// It credits somebody and does nothing else.
    Credit,
    /// A date or a time.
    Time,
    /// It says who wrote the text.
    Byline,
    /// It announces another article.
    Teaser,
    /// It belongs to a picture.
    Picture,
    /// Words of the page.
    Page,
    /// The headline again.
    Headline,
    /// It was there before.
    Again,
    /// No words, or an address.
    Nothing,
}
