//! Writes a feed by hand, as many sites do.

/// An RSS feed with one item.
pub fn feed(title: &str, link: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel>\n\
         <title>Elsewhere</title><link>https://elsewhere.example/</link><description>Another project</description>\n\
         <atom:link rel=\"self\" type=\"application/rss+xml\" href=\"https://elsewhere.example/rss.xml\"/>\n\
         <item><title>{title}</title><link>{link}</link><guid>{link}</guid>\n\
         <pubDate>Wed, 17 Aug 2016 18:20:00 GMT</pubDate></item>\n\
         </channel></rss>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::feed;

    #[test]
    fn feed_is_valid() {
        copydesk::assert_valid_feed!(feed("All well", "https://elsewhere.example/1").as_bytes());
    }

    #[test]
    fn mistakes_are_found() {
        let now = chrono::DateTime::from_timestamp(1_480_000_000, 0).unwrap();
        let report = copydesk::validate::document(feed("All well", "elsewhere/1").as_bytes(), now);
        assert!(!report.valid, "a relative link is an error: {report:?}");
    }

    #[test]
    fn what_the_example_desk_publishes_is_valid() {
        for name in ["rss.xml", "atom.xml", "feed.json"] {
            let path = format!("{}/../../feeds/tv/{name}", env!("CARGO_MANIFEST_DIR"));
            copydesk::assert_valid_feed!(&std::fs::read(path).unwrap());
        }
    }
}
