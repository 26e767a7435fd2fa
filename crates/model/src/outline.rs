//! Lists of feeds: as they are written, and as they are read.

/// A line of a list to be written: a feed, or a folder of outlines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outline {
    /// What is shown.
    pub text: String,
    /// Address of the feed; `None` for a folder.
    pub feed: Option<String>,
    /// Address of another list that belongs here; such a line has a text and this alone.
    pub include: Option<String>,
    /// The web page the feed belongs to. This and what follows is written of feeds only.
    pub page: Option<String>,
    /// Description for people.
    pub description: Option<String>,
    /// Language tag.
    pub language: Option<String>,
    /// Categories, each a word or a path with slashes.
    pub categories: Vec<String>,
    /// What a folder holds; a feed holds nothing.
    pub children: Vec<Outline>,
}

/// What a list of feeds says, its folders laid flat.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Subscriptions {
    /// Title of the list.
    pub title: Option<String>,
    /// The feeds, in the order of the list.
    pub feeds: Vec<Subscription>,
    /// Addresses of other lists that belong to this one (`type="include"`).
    pub includes: Vec<String>,
    /// What is shown of lines that are no feed, no folder and no list.
    pub others: Vec<String>,
}

/// One feed of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Subscription {
    /// What is shown.
    pub name: Option<String>,
    /// Address as written.
    pub feed: String,
    /// The web page the feed belongs to.
    pub page: Option<String>,
    /// Language tag.
    pub language: Option<String>,
    /// The folders it lies in, the outermost first.
    pub folders: Vec<String>,
    /// Its `category` attribute: words, or paths that begin with a slash.
    pub categories: Vec<String>,
}
