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
    fn what_the_server_says_counts_too() {
        use copydesk::validate::{Served, served};
        let now = chrono::DateTime::from_timestamp(1_480_000_000, 0).unwrap();
        let address = ["https://elsewhere.example/rss.xml".to_owned()];
        let feed = feed("All well", "https://elsewhere.example/1");
        let judge = |kind, addresses| {
            let report =
                served(feed.as_bytes(), &Served { content_type: Some(kind), addresses }, now);
            report.findings.iter().map(|finding| finding.code).collect::<Vec<_>>()
        };
        assert_eq!(judge("application/rss+xml", &address), Vec::<&str>::new());
        assert_eq!(judge("text/html", &address), ["unexpected-content-type"]);
        let moved = ["https://elsewhere.example/feed".to_owned()];
        assert_eq!(judge("application/rss+xml", &moved), ["self-doesnt-match-location"]);
    }

    #[test]
    fn every_finding_can_be_looked_up_and_drawn() {
        use copydesk::validate::{document, picture, rule};
        let now = chrono::DateTime::from_timestamp(1_480_000_000, 0).unwrap();
        let feed = feed("<b>Bold</b>", "elsewhere/1");
        let report = document(feed.as_bytes(), now);
        let drawn = picture("rss.xml", feed.as_bytes(), &report);
        for finding in &report.findings {
            let rule = rule(finding.code).unwrap();
            assert!(drawn.contains(finding.code) && drawn.contains(rule.remedy), "{drawn}");
        }
    }

    #[test]
    #[should_panic(expected = "error[invalid-full-link]")]
    fn the_macro_shows_the_place_when_it_fails() {
        copydesk::assert_valid_feed!(feed("All well", "elsewhere/1"));
    }

    #[test]
    fn what_the_example_desk_publishes_is_valid() {
        for name in ["rss.xml", "atom.xml", "feed.json"] {
            let path = format!("{}/../../feeds/tv/{name}", env!("CARGO_MANIFEST_DIR"));
            copydesk::assert_valid_feed!(&std::fs::read(path).unwrap());
        }
    }
}
