//! The rules of OPML 2.0.

use super::table::table;

table! {
    INVALID_OPML_VERSION Error "invalid-opml-version" "The version of OPML is not one that exists";
        "OPML 2.0, opml";
        r#"Write version="2.0""#;
        Document r#"<opml version="3.0"><head/><body><outline text="TV"/></body></opml>"#
        => r#"<opml version="2.0"><head/><body><outline text="TV"/></body></opml>"#;
    INVALID_EXPANSION_STATE Error "invalid-expansion-state" "The expansion state is no list of line numbers";
        "OPML 2.0, head";
        "Write numbers with commas between them";
        Document r#"<opml version="2.0"><head><expansionState>all</expansionState></head><body><outline text="TV"/></body></opml>"#
        => r#"<opml version="2.0"><head><expansionState>1, 3</expansionState></head><body><outline text="TV"/></body></opml>"#;
    MISSING_OUTLINE_TYPE Warning "missing-outline-type" "An outline with an address but no type";
        "OPML 2.0, outline";
        r#"Add type="rss""#;
        Outline r#"<outline text="Screen Desk" xmlUrl="https://screendesk.example/rss.xml"/>"#
        => r#"<outline text="Screen Desk" type="rss" title="Screen Desk" xmlUrl="https://screendesk.example/rss.xml"/>"#;
    INVALID_OUTLINE_TYPE Warning "invalid-outline-type" "A type that OPML 1 does not have";
        "OPML 1.0, outline";
        r#"Write rss or link, or version="2.0""#;
        Document r#"<opml version="1.0"><head/><body><outline text="TV" type="include"/></body></opml>"#
        => r#"<opml version="2.0"><head/><body><outline text="TV" type="include"/></body></opml>"#;
    INVALID_OUTLINE_VERSION Warning "invalid-outline-version" "The version of the feed is not one that OPML names";
        "OPML 2.0, subscription lists";
        "Write RSS, RSS1, RSS2 or scriptingNews";
        Outline r#"<outline text="Screen Desk" type="rss" version="2.0" title="Screen Desk" xmlUrl="https://screendesk.example/rss.xml"/>"#
        => r#"<outline text="Screen Desk" type="rss" version="RSS2" title="Screen Desk" xmlUrl="https://screendesk.example/rss.xml"/>"#;
    MISSING_XML_URL Warning "missing-xml-url" "A subscription without the feed's address";
        "OPML 2.0, subscription lists";
        "Add xmlUrl";
        Outline r#"<outline text="Screen Desk" type="rss" title="Screen Desk"/>"#
        => r#"<outline text="Screen Desk" type="rss" title="Screen Desk" xmlUrl="https://screendesk.example/rss.xml"/>"#;
    MISSING_TITLE_ATTR Warning "missing-title-attr" "A subscription without a title";
        "OPML 2.0, subscription lists";
        "Add title";
        Outline r#"<outline text="Screen Desk" type="rss" xmlUrl="https://screendesk.example/rss.xml"/>"#
        => r#"<outline text="Screen Desk" type="rss" title="Screen Desk" xmlUrl="https://screendesk.example/rss.xml"/>"#;
    MISSING_URL_ATTR Warning "missing-url-attr" "A link without an address";
        "OPML 2.0, inclusion";
        "Add url";
        Outline r#"<outline text="More feeds" type="link"/>"#
        => r#"<outline text="More feeds" type="link" url="https://screendesk.example/more.opml"/>"#;
}
