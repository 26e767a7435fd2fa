//! The rules of JSON Feed 1.0 and 1.1. The codes are our own, for the W3C validator reads no JSON.

use super::table::table;

table! {
    JSON_SYNTAX Error "json-syntax" "The document is not JSON";
        "RFC 8259";
        "Mend the place that is named";
        Document r#"{"version": "https://jsonfeed.org/version/1.1",}"#
        => r#"{"version": "https://jsonfeed.org/version/1.1"}"#;
    JSON_DUPLICATE_MEMBER Error "json-duplicate-member" "A member is given twice";
        "RFC 8259, 4";
        "Keep one";
        JsonFeed r#""description": "News", "description": "More news""#
        => r#""description": "News""#;
    JSON_MISSING_MEMBER Error "json-missing-member" "A required member is missing";
        "JSON Feed 1.1, Top-level and Items";
        "Add it";
        JsonItem r#""attachments": [{"url": "https://screendesk.example/a.mp3"}]"#
        => r#""attachments": [{"url": "https://screendesk.example/a.mp3", "mime_type": "audio/mpeg"}]"#;
    JSON_WRONG_TYPE Error "json-wrong-type" "A member has a value of the wrong kind";
        "JSON Feed 1.1";
        "Give it the kind that the specification names";
        JsonItem r#""tags": "tv""#
        => r#""tags": ["tv"]"#;
    JSON_INVALID_VERSION Error "json-invalid-version" "The version is not the address of one that exists";
        "JSON Feed 1.1, version";
        "Write https://jsonfeed.org/version/1.1";
        Document r#"{"version": "https://jsonfeed.org/version/2", "title": "Screen Desk", "items": []}"#
        => r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Screen Desk", "items": []}"#;
    JSON_INVALID_URL Error "json-invalid-url" "The value is not an absolute address";
        "JSON Feed 1.1";
        "Write the whole address, with https:// and host";
        JsonItem r#""url": "/2024/trial""#
        => r#""url": "https://screendesk.example/2024/trial""#;
    JSON_INVALID_DATE Error "json-invalid-date" "The value is no date of RFC 3339";
        "JSON Feed 1.1, date_published";
        "Write 2024-05-01T09:00:00Z";
        JsonItem r#""date_published": "1 May 2024""#
        => r#""date_published": "2024-05-01T09:00:00Z""#;
    JSON_INVALID_MIME_TYPE Error "json-invalid-mime-type" "The value is no media type";
        "JSON Feed 1.1, Attachments";
        "Write type/subtype";
        JsonItem r#""attachments": [{"url": "https://screendesk.example/a.mp3", "mime_type": "mp3"}]"#
        => r#""attachments": [{"url": "https://screendesk.example/a.mp3", "mime_type": "audio/mpeg"}]"#;
    JSON_INVALID_NUMBER Error "json-invalid-number" "The value is not a number of 0 or more";
        "JSON Feed 1.1, Attachments";
        "Write 0 or more, or leave it out";
        JsonItem r#""attachments": [{"url": "https://screendesk.example/a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": -1}]"#
        => r#""attachments": [{"url": "https://screendesk.example/a.mp3", "mime_type": "audio/mpeg"}]"#;
    JSON_DUPLICATE_ID Error "json-duplicate-id" "Two items share an id";
        "JSON Feed 1.1, id";
        "Give each item its own id";
        Document r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Screen Desk", "items": [{"id": "1", "content_text": "a"}, {"id": "1", "content_text": "b"}]}"#
        => r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Screen Desk", "items": [{"id": "1", "content_text": "a"}, {"id": "2", "content_text": "b"}]}"#;
    JSON_MISSING_CONTENT Error "json-missing-content" "An item with neither content_html nor content_text";
        "JSON Feed 1.1, Items";
        "Add one of them";
        Document r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Screen Desk", "items": [{"id": "1", "title": "News"}]}"#
        => r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Screen Desk", "items": [{"id": "1", "title": "News", "content_text": "The story"}]}"#;
    JSON_EMPTY_AUTHOR Error "json-empty-author" "An author without name, url and avatar";
        "JSON Feed 1.1, authors";
        "Give one of them";
        JsonItem r#""authors": [{}]"#
        => r#""authors": [{"name": "Jane Doe"}]"#;
    JSON_UNKNOWN_MEMBER Warning "json-unknown-member" "A member that JSON Feed does not have";
        "JSON Feed 1.1, Extensions";
        "Begin the name of an extension with an underscore";
        JsonItem r#""rating": 5"#
        => r#""_screendesk": {"rating": 5}"#;
    JSON_MISSING_FEED_URL Warning "json-missing-feed-url" "The feed does not say where it is";
        "JSON Feed 1.1, feed_url";
        "Add feed_url";
        Document r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Screen Desk", "items": []}"#
        => r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Screen Desk", "feed_url": "https://screendesk.example/feed.json", "items": []}"#;
    JSON_DEPRECATED_AUTHOR Warning "json-deprecated-author" "author was replaced by authors";
        "JSON Feed 1.1, authors";
        "Write authors, a list";
        JsonItem r#""author": {"name": "Jane Doe"}"#
        => r#""authors": [{"name": "Jane Doe"}]"#;
    JSON_EMPTY Warning "json-empty" "A member is empty";
        "JSON Feed 1.1";
        "Give it a value or leave it out";
        JsonItem r#""title": """#
        => r#""title": "The trial""#;
    JSON_ID_NOT_STRING Warning "json-id-not-string" "An id that is a number";
        "JSON Feed 1.1, id";
        "Write it as a string";
        Document r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Screen Desk", "items": [{"id": 1, "content_text": "a"}]}"#
        => r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Screen Desk", "items": [{"id": "1", "content_text": "a"}]}"#;
}
