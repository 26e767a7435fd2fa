//! What a server must say of a document, which only shows when it is fetched.

use super::table::table;

table! {
    ENCODING_MISMATCH Warning "encoding-mismatch" "The server names another encoding than the document";
        "RFC 7303, 3";
        "Let both say UTF-8, or the server nothing";
        Answer r#"Content-Type: application/rss+xml; charset=ISO-8859-1

<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"></rss>"#
        => r#"Content-Type: application/rss+xml; charset=UTF-8

<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"></rss>"#;
    UNEXPECTED_CONTENT_TYPE Warning "unexpected-content-type" "The server's media type is not that of the document";
        "RFC 4287, 7; RSS Advisory Board, RSS 2.0; JSON Feed 1.1";
        "Let the server send application/rss+xml, application/atom+xml or application/feed+json";
        Answer r#"Content-Type: text/html

<rss version="2.0"></rss>"#
        => r#"Content-Type: application/rss+xml

<rss version="2.0"></rss>"#;
    NON_SPECIFIC_MEDIA_TYPE Warning "non-specific-media-type" "The server's media type says only that the document is XML";
        "RFC 7303, 4.2";
        "Let the server send the type of the format, e.g. application/atom+xml";
        Answer r#"Content-Type: text/xml

<feed xmlns="http://www.w3.org/2005/Atom"></feed>"#
        => r#"Content-Type: application/atom+xml

<feed xmlns="http://www.w3.org/2005/Atom"></feed>"#;
    SELF_DOESNT_MATCH_LOCATION Warning "self-doesnt-match-location" "The self link names another address than the one that the document was served from";
        "RFC 4287, 4.2.7.2; RSS Advisory Board, RSS Profile";
        "Let the self link name the address that readers are to subscribe to, and serve the feed there";
        Answer r#"Content-Type: application/atom+xml

<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="https://screendesk.example/old.xml"/></feed>"#
        => r#"Content-Type: application/atom+xml

<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="https://screendesk.example/feed"/></feed>"#;
}
