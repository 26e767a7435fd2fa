//! What a document must be before it can be a feed: bytes, XML, namespaces, elements in their places.

use super::table::table;

table! {
    SAX_ERROR Error "sax-error" "The document is not well-formed XML";
        "XML 1.0, 2.1";
        "Mend the place that is named; nothing after it was read";
        Item "<description>Tom & Jerry</description>"
        => "<description>Tom &amp;amp; Jerry</description>";
    WP_BLANK_LINE Error "wp-blank-line" "A blank line stands before the XML declaration, as a WordPress theme or plugin leaves it";
        "XML 1.0, 2.8";
        "Remove what a theme or plugin prints before the feed";
        Document r#"
<?xml version="1.0"?><rss version="2.0"><channel><generator>https://wordpress.org/?v=6</generator></channel></rss>"#
        => r#"<?xml version="1.0"?><rss version="2.0"><channel><generator>https://wordpress.org/?v=6</generator></channel></rss>"#;
    UNDEFINED_NAMED_ENTITY Error "undefined-named-entity" "A named reference that the document's DTD does not declare";
        "XML 1.0, 4.1";
        "Write the character itself, or its number";
        Document r#"<!DOCTYPE rss SYSTEM "rss.dtd"><rss version="2.0"><channel><title>A &logo; B</title></channel></rss>"#
        => r#"<!DOCTYPE rss SYSTEM "rss.dtd"><rss version="2.0"><channel><title>A B</title></channel></rss>"#;
    UNICODE_ERROR Error "unicode-error" "The bytes are not text of the encoding that the document declares";
        "XML 1.0, 4.3.3";
        "Write UTF-8 and declare it";
        Document r#"<?xml version="1.0" encoding="US-ASCII"?><rss version="2.0"><channel><title>Été</title></channel></rss>"#
        => r#"<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Été</title></channel></rss>"#;
    UNKNOWN_ENCODING Error "unknown-encoding" "The declared encoding is not known";
        "XML 1.0, 4.3.3";
        "Write UTF-8 and declare it";
        Document r#"<?xml version="1.0" encoding="utf-eight"?><rss version="2.0"></rss>"#
        => r#"<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"></rss>"#;
    OBSCURE_ENCODING Warning "obscure-encoding" "The declared encoding is one that few readers know";
        "XML 1.0, 4.3.3";
        r#"Write UTF-8 and declare encoding="UTF-8""#;
        Document r#"<?xml version="1.0" encoding="EUC-KR"?><rss version="2.0"></rss>"#
        => r#"<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"></rss>"#;
    BAD_XML_VERSION Error "bad-xml-version" "The XML version is not 1.0";
        "XML 1.0, 2.8";
        r#"Declare version="1.0""#;
        Document r#"<?xml version="1.1"?><rss version="2.0"></rss>"#
        => r#"<?xml version="1.0"?><rss version="2.0"></rss>"#;
    BAD_CHARACTERS Warning "bad-characters" "Control characters or doubly encoded text, the mark of a wrong encoding on the way";
        "W3C Feed Validation Service, BadCharacters";
        "Find where the text was read in the wrong encoding; write the real characters";
        Channel "<generator>Caf&#xC3;&#xA9; &#x92;</generator>"
        => "<generator>Café ’</generator>";
    VALIDATOR_LIMIT Error "validator-limit" "The document is larger or nested deeper than readers follow";
        "W3C Feed Validation Service, ValidatorLimit";
        "Publish fewer entries, and the older ones as archives (RFC 5005)";
        Document r#"<!DOCTYPE rss [<!ENTITY a "&a;">]><rss version="2.0"><channel><title>&a;</title></channel></rss>"#
        => r#"<rss version="2.0"><channel><title>a</title></channel></rss>"#;
    UNKNOWN_FORMAT Error "unknown-format" "The document is of no format that is known here";
        "copydesk";
        "Serve RSS, Atom, JSON Feed, OPML or a sitemap";
        Document "<!DOCTYPE html><title>News</title>"
        => r#"<rss version="2.0"></rss>"#;
    UNDEFINED_ELEMENT Error "undefined-element" "The element does not belong here";
        "the specification of the parent element";
        "Remove it, move it to where it belongs, or put it into a namespace of its own";
        Item "<updated>2024-05-01T09:00:00Z</updated>"
        => "<atom:updated>2024-05-01T09:00:00Z</atom:updated>";
    UNEXPECTED_ATTRIBUTE Error "unexpected-attribute" "The element has no such attribute";
        "the specification of the element";
        "Remove the attribute";
        Item r#"<title id="x">News</title>"#
        => "<title>News</title>";
    USE_OF_EXTENSION_ATTR Warning "use-of-extension-attr" "An attribute of another vocabulary on an element of RSS";
        "RSS Advisory Board, RSS Profile";
        "Use an element of that vocabulary instead";
        Item r#"<link x:id="1" xmlns:x="https://x.example/">https://screendesk.example/1</link>"#
        => "<link>https://screendesk.example/1</link>";
    UNEXPECTED_TEXT Error "unexpected-text" "Text where only elements may stand";
        "the specification of the element";
        "Remove the text";
        Channel "<image>Logo <url>https://screendesk.example/logo.png</url></image>"
        => "<image><url>https://screendesk.example/logo.png</url></image>";
    UNEXPECTED_WHITESPACE Error "unexpected-whitespace" "Blanks or line breaks around a value that allows none";
        "RFC 4287, 2 and 3.3";
        "Write the value without blanks around it";
        Entry "<published> 2024-05-01T09:00:00Z </published>"
        => "<published>2024-05-01T09:00:00Z</published>";
    DUPLICATE_ELEMENT Error "duplicate-element" "An element that may stand once stands twice";
        "the specification of the parent element";
        "Keep one";
        Channel "<ttl>60</ttl><ttl>90</ttl>"
        => "<ttl>60</ttl>";
    MISSING_ELEMENT Error "missing-element" "A required element is missing";
        "the specification of the parent element";
        "Add it";
        Channel "<skipDays></skipDays>"
        => "<skipDays><day>Sunday</day></skipDays>";
    MISSING_ATTRIBUTE Error "missing-attribute" "A required attribute is missing";
        "the specification of the element";
        "Add it";
        Item "<source>Digital Spy</source>"
        => r#"<source url="https://www.digitalspy.example/rss/tv.xml">Digital Spy</source>"#;
    NOT_BLANK Warning "not-blank" "The element is empty";
        "the specification of the element";
        "Give it a value or leave it out";
        Item "<category></category>"
        => "<category>TV</category>";
    ATTR_NOT_BLANK Warning "attr-not-blank" "The attribute is empty";
        "RFC 4287";
        "Give it a value or leave it out";
        Entry r#"<link rel="related" title="" href="https://screendesk.example/2"/>"#
        => r#"<link rel="related" title="The trial" href="https://screendesk.example/2"/>"#;
    MISSING_NAMESPACE Error "missing-namespace" "An element without the namespace it needs";
        "Namespaces in XML 1.0, 6.2";
        "Declare the namespace on the root element";
        Document "<feed><title>Screen Desk</title></feed>"
        => r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>Screen Desk</title></feed>"#;
    NOT_IN_A_NAMESPACE Error "not-in-a-namespace" "An element of no namespace inside an extension";
        "RSS 2.0, Extending RSS";
        "Put it into the extension's namespace";
        Item r#"<x:place xmlns:x="https://x.example/"><city>London</city></x:place>"#
        => r#"<x:place xmlns:x="https://x.example/"><x:city>London</x:city></x:place>"#;
    INVALID_NAMESPACE Error "invalid-namespace" "The root element is in the wrong namespace";
        "RFC 4287, 2; RSS 2.0, Extending RSS";
        "Atom's elements are in http://www.w3.org/2005/Atom, those of RSS in none";
        Document r#"<rss xmlns="http://purl.org/rss/2.0/" version="2.0"></rss>"#
        => r#"<rss version="2.0"></rss>"#;
    OBSOLETE_NAMESPACE Error "obsolete-namespace" "The namespace of Atom 0.3, which was withdrawn in 2005";
        "RFC 4287, 2";
        "Publish Atom 1.0";
        Document r#"<feed xmlns="http://purl.org/atom/ns#" version="0.3"></feed>"#
        => r#"<feed xmlns="http://www.w3.org/2005/Atom"></feed>"#;
    UNKNOWN_NAMESPACE Warning "unknown-namespace" "A namespace is declared that few readers know";
        "W3C Feed Validation Service, UnknownNamespace";
        "Remove the declaration if nothing uses it";
        Document r#"<rss version="2.0" xmlns:x="https://x.example/"></rss>"#
        => r#"<rss version="2.0"></rss>"#;
    RESERVED_PREFIX Warning "reserved-prefix" "A prefix that everybody uses for one namespace is bound to another";
        "W3C Feed Validation Service, ReservedPrefix";
        "Use another prefix, or correct the URI";
        Document r#"<rss version="2.0" xmlns:dc="https://purl.org/dc/elements/1.1/"></rss>"#
        => r#"<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"></rss>"#;
    MEDIA_RSS_NAMESPACE Error "media-rss-namespace" "The Media RSS namespace lacks its last slash";
        "Media RSS 1.5.1";
        "Write http://search.yahoo.com/mrss/";
        Document r#"<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss"></rss>"#
        => r#"<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"></rss>"#;
    AVOID_NAMESPACE_PREFIX Warning "avoid-namespace-prefix" "Atom or XHTML is bound to a prefix, which some readers do not follow";
        "W3C Feed Validation Service, AvoidNamespacePrefix";
        "Use a default namespace";
        Document r#"<rss version="2.0" xmlns:a10="http://www.w3.org/2005/Atom"></rss>"#
        => r#"<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"></rss>"#;
    OBSOLETE_WIKI_NAMESPACE Warning "obsolete-wiki-namespace" "The old URI of the wiki module";
        "RSS 1.0 module wiki";
        "Write http://purl.org/rss/1.0/modules/wiki/";
        Document r#"<rss version="2.0" xmlns:wiki="http://www.usemod.com/cgi-bin/mb.pl?ModWiki"></rss>"#
        => r#"<rss version="2.0" xmlns:wiki="http://purl.org/rss/1.0/modules/wiki/"></rss>"#;
    UNDETERMINABLE_VOCABULARY Warning "undeterminable-vocabulary" "An element of no namespace in a format that has one";
        "Namespaces in XML 1.0, 6.2";
        "Give it the format's namespace";
        Entry r#"<summary>News</summary><rating xmlns="">5</rating>"#
        => "<summary>News, rated five of five.</summary>";
    MISPLACED_XHTML_CONTENT Warning "misplaced-xhtml-content" "XHTML where the format has no place for it";
        "RFC 4287, 3.1.1.3";
        "Put it into content or summary of type xhtml";
        Entry r#"<content>News</content><div xmlns="http://www.w3.org/1999/xhtml"><p>The whole story</p></div>"#
        => r#"<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The whole story</p></div></content>"#;
    QUESTIONABLE_USAGE Warning "questionable-usage" "A known extension in an unusual place";
        "W3C Feed Validation Service, QuestionableUsage";
        "Move it to the feed or the entry";
        Item r#"<atom:category term="TV"/>"#
        => "<category>TV</category>";
    DEPRECATED_DTD Error "deprecated-dtd" "The Netscape DTD of RSS 0.91, which is no longer served";
        "RSS 0.91";
        "Remove the DOCTYPE";
        Document r#"<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"></rss>"#
        => r#"<rss version="0.91"></rss>"#;
    INVALID_DOCTYPE Error "invalid-doctype" "The DTD of RSS 0.91 on a document of another version";
        "RSS 0.91";
        "Remove the DOCTYPE";
        Document r#"<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://www.rssboard.org/rss-0.91.dtd"><rss version="2.0"></rss>"#
        => r#"<rss version="2.0"></rss>"#;
}
