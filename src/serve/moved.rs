//! Folders that have another name: requests below the old one are led to the new one.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use super::encoded::encoded;
use super::place;

/// Which folders have another name now. May change while it is served by.
#[derive(Debug, Clone, Default)]
pub struct Moved(Arc<RwLock<BTreeMap<String, String>>>);

impl Moved {
    /// These and no others: old name, new name.
    pub fn set(&self, folders: BTreeMap<String, String>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = folders;
    }

    /// Where a request for this path is led to, if its folder has another name. Relative, so that it holds
    /// behind any prefix that a proxy strips.
    pub(super) fn to(&self, path: &str, query: Option<&str>) -> Option<String> {
        let folders = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if folders.is_empty() {
            return None;
        }
        let name = place::name(path)?;
        let inner = name.strip_prefix('/')?;
        let (folder, rest) = inner.split_once('/').unwrap_or((inner, ""));
        let new = folders.get(folder)?;
        let up = "../".repeat(inner.matches('/').count());
        let up = if up.is_empty() { "./".to_owned() } else { up };
        let rest: Vec<String> = rest.split('/').map(encoded).collect();
        let query = query.map(|query| format!("?{query}")).unwrap_or_default();
        Some(format!("{up}{}/{}{query}", encoded(new), rest.join("/")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_below_a_former_folder_is_led_to_the_new_one() {
        let moved = Moved::default();
        assert_eq!(moved.to("/tv/rss.xml", None), None);
        moved.set(BTreeMap::from([("tv".to_owned(), "film".to_owned())]));
        for (path, query, to) in [
            ("/tv/rss.xml", None, "../film/rss.xml"),
            ("/tv/", None, "../film/"),
            ("/tv", None, "./film/"),
            ("/%74v/feed.json", Some("a=b"), "../film/feed.json?a=b"),
            ("/tv/archive/0001.rss.xml", None, "../../film/archive/0001.rss.xml"),
            ("/tv/a%20b", None, "../film/a%20b"),
        ] {
            assert_eq!(moved.to(path, query).as_deref(), Some(to), "{path}");
        }
        for path in ["/", "/film/rss.xml", "/tvs/rss.xml", "/all/tv", "/tv/../x", "//tv/"] {
            assert_eq!(moved.to(path, None), None, "{path}");
        }
    }
}
