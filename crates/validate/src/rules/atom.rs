//! The rules of Atom 1.0 and of feed paging.

use super::table::table;

table! {
    OBSOLETE_VERSION Warning "obsolete-version" "A version that was replaced";
        "OPML 2.0; RFC 4287";
        "Publish the current version";
        Document "<outlineDocument><head/><body/></outlineDocument>"
        => r#"<opml version="2.0"><head/><body/></opml>"#;
    MISSING_SELF Warning "missing-self" "The feed does not say where it is";
        "RFC 4287, 4.1.1";
        r#"Add a link with rel="self" and the feed's own address"#;
        Document r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>Screen Desk</title></feed>"#
        => r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>Screen Desk</title><link rel="self" href="https://screendesk.example/atom.xml"/></feed>"#;
    RELATIVE_SELF Warning "relative-self" "The self link is relative";
        "RFC 4287, 4.2.7.2";
        "Write the whole address";
        Document r#"<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="/atom.xml"/></feed>"#
        => r#"<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="https://screendesk.example/atom.xml"/></feed>"#;
    SELF_NOT_ATOM Warning "self-not-atom" "The self link has the type of another format";
        "RFC 4287, 4.2.7.3";
        "Write application/atom+xml or application/rss+xml";
        Document r#"<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" type="text/html" href="https://screendesk.example/atom.xml"/></feed>"#
        => r#"<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" type="application/atom+xml" href="https://screendesk.example/atom.xml"/></feed>"#;
    MISPLACED_METADATA Error "misplaced-metadata" "An element of the feed stands after an entry";
        "W3C Feed Validation Service, MisplacedMetadata; RFC 4287, 4.1.1";
        "Put all feed elements before the first entry";
        Document r#"<feed xmlns="http://www.w3.org/2005/Atom"><entry/><subtitle>News</subtitle></feed>"#
        => r#"<feed xmlns="http://www.w3.org/2005/Atom"><subtitle>News</subtitle><entry/></feed>"#;
    DUPLICATE_ATOM_LINK Error "duplicate-atom-link" "Two alternate links of the same type and language";
        "RFC 4287, 4.1.1 and 4.1.2";
        "Keep one, or tell them apart by type or hreflang";
        Entry r#"<link href="https://screendesk.example/1"/><link href="https://screendesk.example/one"/>"#
        => r#"<link href="https://screendesk.example/1"/><link rel="related" href="https://screendesk.example/one"/>"#;
    MISSING_HREF Error "missing-href" "A link without an address";
        "RFC 4287, 4.2.7.1";
        "Add href";
        Entry r#"<link rel="related" title="The verdict"/>"#
        => r#"<link rel="related" title="The verdict" href="https://screendesk.example/2"/>"#;
    UNREGISTERED_ATOM_LINK_REL Warning "unregistered-atom-link-rel" "A relation that is not registered";
        "RFC 4287, 4.2.7.2; IANA link relations";
        "Use a registered relation or an absolute address as relation";
        Entry r#"<link rel="amphtml" href="https://screendesk.example/amp/1"/>"#
        => r#"<link rel="related" href="https://screendesk.example/amp/1"/>"#;
    ATOM_LINK_NOT_EMPTY Warning "atom-link-not-empty" "Text inside a link";
        "RFC 4287, 4.2.7";
        "Put it into the title attribute";
        Entry r#"<link rel="related" href="https://screendesk.example/2">The trial</link>"#
        => r#"<link rel="related" href="https://screendesk.example/2" title="The trial"/>"#;
    DUPLICATE_ENTRIES Warning "duplicate-entries" "Two entries share an id";
        "RFC 4287, 4.1.1 and 4.2.6";
        "Give each entry its own id";
        Document r#"<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:x-desk:1</id></entry><entry><id>urn:x-desk:1</id></entry></feed>"#
        => r#"<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:x-desk:1</id></entry><entry><id>urn:x-desk:2</id></entry></feed>"#;
    DUPLICATE_IDS Error "duplicate-ids" "All entries share one id";
        "RFC 4287, 4.2.6";
        "Give each entry its own id";
        Document r#"<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:x-desk:1</id></entry><entry><id>urn:x-desk:1</id></entry><entry><id>urn:x-desk:1</id></entry><entry><id>urn:x-desk:1</id></entry><entry><id>urn:x-desk:1</id></entry><entry><id>urn:x-desk:1</id></entry><entry><id>urn:x-desk:1</id></entry><entry><id>urn:x-desk:1</id></entry><entry><id>urn:x-desk:1</id></entry><entry><id>urn:x-desk:1</id></entry></feed>"#
        => r#"<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:x-desk:1</id></entry><entry><id>urn:x-desk:2</id></entry></feed>"#;
    DUPLICATE_UPDATED Warning "duplicate-updated" "Two entries were updated at the same instant, so their order is open";
        "RFC 4287, 4.2.15";
        "Give the real times, with fractions of a second if need be";
        Document r#"<feed xmlns="http://www.w3.org/2005/Atom"><entry><updated>2024-05-01T09:00:00Z</updated></entry><entry><updated>2024-05-01T09:00:00Z</updated></entry></feed>"#
        => r#"<feed xmlns="http://www.w3.org/2005/Atom"><entry><updated>2024-05-01T09:00:00Z</updated></entry><entry><updated>2024-05-01T09:00:07Z</updated></entry></feed>"#;
    MISSING_CONTENT_OR_ALTERNATE Error "missing-content-or-alternate" "An entry with neither content nor a link to it";
        "RFC 4287, 4.1.2";
        r#"Add content, or a link with rel="alternate""#;
        Entry "<summary>News</summary>"
        => r#"<summary>News</summary><link href="https://screendesk.example/1"/>"#;
    MISSING_TEXTUAL_CONTENT Warning "missing-textual-content" "An entry with neither content nor summary";
        "W3C Feed Validation Service, MissingTextualContent";
        "Add a summary";
        Entry r#"<link href="https://screendesk.example/1"/>"#
        => r#"<link href="https://screendesk.example/1"/><summary>News</summary>"#;
    MISSING_SUMMARY Error "missing-summary" "An entry whose content is elsewhere or binary, without a summary";
        "RFC 4287, 4.1.2";
        "Add a summary";
        Entry r#"<content src="https://screendesk.example/clip.mp4" type="video/mp4"/>"#
        => r#"<content src="https://screendesk.example/clip.mp4" type="video/mp4"/><summary>The trailer</summary>"#;
    MISSING_SOURCE_ELEMENT Warning "missing-source-element" "A source without id, title or updated";
        "RFC 4287, 4.2.11";
        "Copy them from the source's feed";
        Entry "<source><title>Digital Spy</title></source>"
        => "<source><id>https://www.digitalspy.example/</id><title>Digital Spy</title><updated>2024-05-01T08:00:00Z</updated></source>";
    INVALID_TEXT_TYPE Error "invalid-text-type" "A media type where only text, html or xhtml may stand";
        "RFC 4287, 3.1.1";
        "Write text, html or xhtml";
        Entry r#"<summary type="text/plain">News</summary>"#
        => r#"<summary type="text">News</summary>"#;
    MISSING_TYPE_ATTR Warning "missing-type-attr" "Content elsewhere without a type";
        "RFC 4287, 4.1.3.2";
        "Add type";
        Entry r#"<content src="https://screendesk.example/clip.mp4"/>"#
        => r#"<content src="https://screendesk.example/clip.mp4" type="video/mp4"/>"#;
    SAME_DOCUMENT_REFERENCE Warning "same-document-reference" "The address is that of xml:base itself, which a reader takes for the document";
        "RFC 3986, 4.4; RFC 4287, 2";
        "Write another address, or move xml:base";
        Document r#"<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://screendesk.example/tv/"><link href=""/></feed>"#
        => r#"<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://screendesk.example/tv/"><link href="/"/></feed>"#;
    FEED_HISTORY_REL_IN_ENTRY Warning "feed-history-rel-in-entry" "A paging link in an entry";
        "RFC 5005, 3 and 4";
        "Move it to the feed";
        Entry r#"<link rel="prev-archive" href="https://screendesk.example/archive/1.xml"/>"#
        => r#"<link rel="related" href="https://screendesk.example/2"/>"#;
    FEED_REL_IN_COMPLETE_FEED Error "feed-rel-in-complete-feed" "A paging link in a feed that says it is complete";
        "RFC 5005, 2";
        "Remove fh:complete or the link";
        Feed r#"<fh:complete/><link rel="next" href="https://screendesk.example/2.xml"/>"#
        => "<fh:complete/>";
    CURRENT_NOT_SELF_IN_COMPLETE_FEED Error "current-not-self-in-complete-feed" "A feed that says it is complete names another one as the current";
        "RFC 5005, 2";
        "Let the current link name the feed itself, or remove fh:complete";
        Feed r#"<fh:complete/><link rel="current" href="https://screendesk.example/2.xml"/>"#
        => r#"<fh:complete/><link rel="current" href="https://screendesk.example/atom.xml"/>"#;
    ARCHIVE_INCOMPLETE Warning "archive-incomplete" "An archive without a link to the one before or after it";
        "RFC 5005, 4";
        "Add prev-archive or next-archive";
        Feed r#"<fh:archive/><link rel="current" href="https://screendesk.example/atom.xml"/>"#
        => r#"<fh:archive/><link rel="current" href="https://screendesk.example/atom.xml"/><link rel="prev-archive" href="https://screendesk.example/archive/1.xml"/>"#;
    MISSING_CURRENT_IN_ARCHIVE Warning "missing-current-in-archive" "An archive without a link to the current feed";
        "RFC 5005, 4";
        r#"Add a link with rel="current""#;
        Feed r#"<fh:archive/><link rel="prev-archive" href="https://screendesk.example/archive/1.xml"/>"#
        => r#"<fh:archive/><link rel="prev-archive" href="https://screendesk.example/archive/1.xml"/><link rel="current" href="https://screendesk.example/now.xml"/>"#;
    LINK_PAST_END Error "link-past-end" "The first page links to one before it, or the last to one after it";
        "RFC 5005, 3";
        "Remove the link";
        Feed r#"<link rel="first" href="https://screendesk.example/atom.xml"/><link rel="previous" href="https://screendesk.example/0.xml"/>"#
        => r#"<link rel="first" href="https://screendesk.example/atom.xml"/>"#;
    NO_THR_WHEN Error "no-thr-when" "thr:when was replaced by thr:updated";
        "RFC 4685, 4";
        "Write thr:updated";
        Entry r#"<link rel="replies" thr:when="2024-05-01T09:00:00Z" href="https://screendesk.example/1/replies"/>"#
        => r#"<link rel="replies" thr:updated="2024-05-01T09:00:00Z" href="https://screendesk.example/1/replies"/>"#;
}
