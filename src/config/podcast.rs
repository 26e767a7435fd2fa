//! `podcast = { … }` of a section: what makes it a podcast.

use serde::Deserialize;

use crate::model::{CATEGORIES, Podcast, subcategories};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PodcastTable {
    category: String,
    email: String,
    #[serde(default)]
    explicit: bool,
    guid: Option<String>,
}

/// The podcast that a section at this place of the file is, checked as directories would.
pub(super) fn podcast(table: PodcastTable, place: &str) -> Result<Podcast, String> {
    let PodcastTable { category, email, explicit, guid } = table;
    let (category, subcategory) = match category.split_once('>') {
        Some((category, within)) => (category.trim().to_owned(), Some(within.trim().to_owned())),
        None => (category.trim().to_owned(), None),
    };
    let Some(within) = subcategories(&category) else {
        let known: Vec<&str> = CATEGORIES.iter().map(|(name, _)| *name).collect();
        return Err(format!(
            "{place} podcast category = \"{category}\" is none of Apple's; known are {}",
            known.join(", ")
        ));
    };
    if let Some(other) = subcategory.as_deref().filter(|name| !within.contains(name)) {
        return Err(match within {
            [] => format!("{place} podcast category: there is nothing within \"{category}\"; write it alone"),
            _ => format!(
                "{place} podcast category: \"{other}\" is not within \"{category}\"; there are {}",
                within.join(", ")
            ),
        });
    }
    let is_address = email.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    if !is_address || email.contains(char::is_whitespace) {
        return Err(format!(
            "{place} podcast email = \"{email}\": write the address that reaches the podcast's owner, e.g. \"studio@desk.example\""
        ));
    }
    if let Some(other) = guid.as_deref().filter(|guid| uuid::Uuid::try_parse(guid).is_err()) {
        return Err(format!("{place} podcast guid = \"{other}\" is no UUID; leave it out to have one made"));
    }
    Ok(Podcast { category, subcategory, email, explicit, guid })
}
