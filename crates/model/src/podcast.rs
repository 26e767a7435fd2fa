//! What makes a feed a podcast, and the categories that directories know.

/// A section that is a podcast: what directories want to know of it besides what every section says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Podcast {
    /// One of Apple's [categories](CATEGORIES).
    pub category: String,
    /// One within it.
    pub subcategory: Option<String>,
    /// Address that reaches its owner: directories write there to see whose it is.
    pub email: String,
    /// Whether it is not for children.
    pub explicit: bool,
    /// `podcast:guid`, a UUID; made from the feed's address if absent.
    pub guid: Option<String>,
}

/// The scheme of a category that is Apple's.
pub const APPLE: &str = "http://www.itunes.com/";

/// Categories, each with those within it.
pub type Categories = &'static [(&'static str, &'static [&'static str])];

/// Apple's categories since 2019.
pub const CATEGORIES: Categories = &[
    ("Arts", &["Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"]),
    ("Business", &["Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit"]),
    ("Comedy", &["Comedy Interviews", "Improv", "Stand-Up"]),
    ("Education", &["Courses", "How To", "Language Learning", "Self-Improvement"]),
    ("Fiction", &["Comedy Fiction", "Drama", "Science Fiction"]),
    ("Government", &[]),
    ("History", &[]),
    (
        "Health & Fitness",
        &["Alternative Health", "Fitness", "Medicine", "Mental Health", "Nutrition", "Sexuality"],
    ),
    ("Kids & Family", &["Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"]),
    (
        "Leisure",
        &[
            "Animation & Manga",
            "Automotive",
            "Aviation",
            "Crafts",
            "Games",
            "Hobbies",
            "Home & Garden",
            "Video Games",
        ],
    ),
    ("Music", &["Music Commentary", "Music History", "Music Interviews"]),
    (
        "News",
        &[
            "Business News",
            "Daily News",
            "Entertainment News",
            "News Commentary",
            "Politics",
            "Sports News",
            "Tech News",
        ],
    ),
    (
        "Religion & Spirituality",
        &["Buddhism", "Christianity", "Hinduism", "Islam", "Judaism", "Spirituality"],
    ),
    (
        "Science",
        &[
            "Astronomy",
            "Chemistry",
            "Earth Sciences",
            "Life Sciences",
            "Mathematics",
            "Natural Sciences",
            "Nature",
            "Physics",
            "Social Sciences",
        ],
    ),
    (
        "Society & Culture",
        &["Documentary", "Personal Journals", "Philosophy", "Places & Travel", "Relationships"],
    ),
    (
        "Sports",
        &[
            "Baseball",
            "Basketball",
            "Cricket",
            "Fantasy Sports",
            "Football",
            "Golf",
            "Hockey",
            "Rugby",
            "Running",
            "Soccer",
            "Swimming",
            "Tennis",
            "Volleyball",
            "Wilderness",
            "Wrestling",
        ],
    ),
    ("Technology", &[]),
    ("True Crime", &[]),
    ("TV & Film", &["After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews"]),
];

/// The categories within one; `None` where that is none of Apple's.
pub fn subcategories(category: &str) -> Option<&'static [&'static str]> {
    CATEGORIES.iter().find(|(name, _)| *name == category).map(|(_, within)| *within)
}
