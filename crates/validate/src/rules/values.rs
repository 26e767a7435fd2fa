//! What a value must look like: addresses, dates, mail, numbers, languages, media types.

use super::table::table;

table! {
    INVALID_FULL_LINK Error "invalid-full-link" "The value is not an absolute address";
        "RFC 3986, 4.3";
        "Write the whole address, with https:// and host";
        Item "<link>/2024/trial</link>"
        => "<link>https://screendesk.example/2024/trial</link>";
    INVALID_LINK Error "invalid-link" "The value is no address";
        "RFC 3986, 4.1";
        "Write an address";
        Document r#"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="http:"></channel></rdf:RDF>"#
        => r#"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://screendesk.example/"></channel></rdf:RDF>"#;
    INVALID_IRI Error "invalid-iri" "The value is no IRI reference";
        "RFC 3987, 2.2";
        "Write an address";
        Entry r#"<link rel="related" href="http:///trial"/>"#
        => r#"<link rel="related" href="https://screendesk.example/trial"/>"#;
    INVALID_URI_ATTRIBUTE Error "invalid-uri-attribute" "The attribute is no address";
        "RFC 3986, 4.1";
        "Write an address";
        Entry r#"<content src="http:///clip.mp4" type="video/mp4"/>"#
        => r#"<content src="https://screendesk.example/clip.mp4" type="video/mp4"/>"#;
    INVALID_URL_ATTRIBUTE Error "invalid-url-attribute" "The value is not an http or https address";
        "RSS 2.0, enclosure";
        "Write the whole address, with https:// and host";
        Item r#"<enclosure url="ftp://screendesk.example/clip.mp4" length="0" type="video/mp4"/>"#
        => r#"<enclosure url="https://screendesk.example/clip.mp4" length="0" type="video/mp4"/>"#;
    UNDERSCORE_IN_HOST Warning "underscore-in-host" "A host name with an underscore, which name servers know and some readers refuse";
        "RFC 1123, 2.1; RFC 952";
        "Write a host name of letters, digits and hyphens";
        Item r#"<enclosure url="https://my_cast.example/clip.mp4" length="0" type="video/mp4"/>"#
        => r#"<enclosure url="https://my-cast.example/clip.mp4" length="0" type="video/mp4"/>"#;
    INVALID_URI_CHAR Error "invalid-uri-char" "A character that no address may hold";
        "RFC 3986, 2";
        "Percent-encode the character";
        Item "<link>https://screendesk.example/the trial</link>"
        => "<link>https://screendesk.example/the%20trial</link>";
    URI_NOT_IRI Error "uri-not-iri" "Characters outside ASCII where only a URI may stand";
        "RFC 3987, 3.1";
        "Percent-encode the path as UTF-8 and write the host in punycode";
        Item "<link>https://screendesk.example/fête</link>"
        => "<link>https://screendesk.example/f%C3%AAte</link>";
    SCHEME_NOT_IANA_REGISTERED Warning "scheme-not-iana-registered" "A scheme that readers do not know";
        "RFC 3986, 3.1; IANA URI schemes";
        "Use https:// or, for an id, tag: or urn:";
        Item "<link>feed://screendesk.example/rss.xml</link>"
        => "<link>https://screendesk.example/rss.xml</link>";
    INVALID_TAG Error "invalid-tag" "The value is no tag URI";
        "RFC 4151, 2.1";
        "Write tag:authority,YYYY-MM-DD:specific";
        Item r#"<guid isPermaLink="true">tag:screendesk,24:trial</guid>"#
        => r#"<guid isPermaLink="false">tag:screendesk.example,2024:trial</guid>"#;
    INVALID_URN Error "invalid-urn" "The value is no URN";
        "RFC 8141, 2";
        "Write urn:namespace:name";
        Item "<link>urn:x:trial</link>"
        => "<link>https://screendesk.example/trial</link>";
    INVALID_UUID Error "invalid-uuid" "The UUID is malformed";
        "RFC 4122, 3";
        "Write 8-4-4-4-12 hexadecimal digits";
        Document r#"<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:uuid:60a76c80-d399</id></feed>"#
        => r#"<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id></feed>"#;
    NON_CANONICAL_URI Warning "non-canonical-uri" "The id has a simpler form that others may compare it by";
        "RFC 4287, 4.2.6.1; RFC 3986, 6.2";
        "Lower-case scheme and host, a path, no default port, no dot segments, no needless escapes";
        Document r#"<feed xmlns="http://www.w3.org/2005/Atom"><id>https://ScreenDesk.example:443</id></feed>"#
        => r#"<feed xmlns="http://www.w3.org/2005/Atom"><id>https://screendesk.example/</id></feed>"#;
    INVALID_RFC2822_DATE Error "invalid-rfc2822-date" "The value is no date of RFC 822";
        "RFC 822, 5; RSS 2.0";
        "Write Wed, 01 May 2024 09:00:00 GMT";
        Item "<pubDate>2024-05-01 09:00</pubDate>"
        => "<pubDate>Wed, 01 May 2024 09:00:00 GMT</pubDate>";
    PROBLEMATICAL_RFC822_DATE Warning "problematical-rfc822-date" "A date that many readers misread";
        "RFC 2822, 4.3; RSS Profile";
        "Write Wed, 01 May 2024 09:00:00 GMT";
        Item "<pubDate>Wed, 01 May 24 09:00:00 GMT</pubDate>"
        => "<pubDate>Wed, 01 May 2024 09:00:00 GMT</pubDate>";
    INCORRECT_DOW Error "incorrect-dow" "The day of the week does not fit the date";
        "RFC 2822, 3.3";
        "Correct the weekday or leave it out";
        Item "<pubDate>Mon, 01 May 2024 09:00:00 GMT</pubDate>"
        => "<pubDate>Wed, 01 May 2024 09:00:00 GMT</pubDate>";
    IMPLAUSIBLE_DATE Warning "implausible-date" "A date in the future or before 1990";
        "W3C Feed Validation Service, ImplausibleDate";
        "Leave the element out rather than guessing";
        Item "<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>"
        => "<pubDate>Wed, 01 May 2024 09:00:00 GMT</pubDate>";
    INVALID_RFC3339_DATE Error "invalid-rfc3339-date" "The value is no date of RFC 3339";
        "RFC 4287, 3.3; RFC 3339, 5.6";
        "Write 2024-05-01T09:00:00Z";
        Entry "<published>2024-05-01</published>"
        => "<published>2024-05-01T09:00:00Z</published>";
    INVALID_W3CDTF_DATE Error "invalid-w3cdtf-date" "The value is no date of the W3C's profile";
        "W3C Note datetime";
        "Write 2024-05-01 or 2024-05-01T09:00:00Z";
        Item "<dc:date>1 May 2024</dc:date>"
        => "<dc:date>2024-05-01</dc:date>";
    INVALID_ISO8601_DATE_TIME Error "invalid-iso8601-date-time" "The value is no ISO 8601 date";
        "ISO 8601; RSS 1.0 module event";
        "Write 2024-05-01T09:00:00Z";
        Document r#"<rss version="2.0" xmlns:ev="http://purl.org/rss/1.0/modules/event/"><channel><item><ev:startdate>tomorrow</ev:startdate></item></channel></rss>"#
        => r#"<rss version="2.0" xmlns:ev="http://purl.org/rss/1.0/modules/event/"><channel><item><ev:startdate>2024-05-01T20:00</ev:startdate></item></channel></rss>"#;
    INVALID_LANGUAGE Error "invalid-language" "The language is not one of ISO 639";
        "RFC 5646, 2.1; RSS 2.0, language";
        "Write a code such as en or en-GB";
        Channel "<language>en_GB</language>"
        => "<language>en-GB</language>";
    INVALID_MIME_TYPE Error "invalid-mime-type" "The value is no media type";
        "RFC 2045, 5.1; RFC 4287, 3.1.1 and 4.1.3.1";
        "Write type/subtype";
        Entry r#"<link rel="related" type="html" href="https://screendesk.example/2"/>"#
        => r#"<link rel="related" type="text/html" href="https://screendesk.example/2"/>"#;
    INVALID_MIME_ATTRIBUTE Error "invalid-mime-attribute" "The attribute is no media type";
        "RFC 2045, 5.1; RSS 2.0, enclosure";
        "Write type/subtype";
        Item r#"<enclosure url="https://screendesk.example/clip.mp4" length="0" type="mp4"/>"#
        => r#"<enclosure url="https://screendesk.example/clip.mp4" length="0" type="video/mp4"/>"#;
    INVALID_CONTACT Error "invalid-contact" "The value is no mail address";
        "RFC 2822, 3.4; RSS 2.0, author";
        "Write mail@host (Real Name), or dc:creator for a name alone";
        Item "<author>Jane Doe</author>"
        => "<dc:creator>Jane Doe</dc:creator>";
    INVALID_ADDR_SPEC Error "invalid-addr-spec" "The value is no bare mail address";
        "RFC 4287, 3.2.3";
        "Write mail@host or leave the element out";
        Entry "<author><name>Jane Doe</name><email>jane at screendesk.example</email></author>"
        => "<author><name>Jane Doe</name><email>jane@screendesk.example</email></author>";
    EMAIL_FORMAT Warning "email-format" "Address and name are in an unusual order";
        "RSS Advisory Board, RSS Profile";
        "Write mail@host (Real Name)";
        Item "<author>Jane Doe &lt;jane@screendesk.example&gt;</author>"
        => "<author>jane@screendesk.example (Jane Doe)</author>";
    MISSING_REAL_NAME Warning "missing-real-name" "The address has no real name";
        "RSS Advisory Board, RSS Profile";
        "Write mail@host (Real Name)";
        Item "<author>jane@screendesk.example</author>"
        => "<author>jane@screendesk.example (Jane Doe)</author>";
    UNKNOWN_HOST Warning "unknown-host" "The mail address names a host without a dot";
        "RFC 2822, 3.4.1";
        "Write the full host name";
        Item "<author>jane@localhost (Jane Doe)</author>"
        => "<author>jane@screendesk.example (Jane Doe)</author>";
    CONTAINS_EMAIL Warning "contains-email" "A mail address inside a name";
        "RFC 4287, 3.2.1";
        "Put the address into email";
        Entry "<author><name>Jane Doe &lt;jane@screendesk.example&gt;</name></author>"
        => "<author><name>Jane Doe</name><email>jane@screendesk.example</email></author>";
    INVALID_INTEGER Error "invalid-integer" "The value is no whole number";
        "the specification of the element";
        "Write digits";
        Item "<georss:floor>ground</georss:floor>"
        => "<georss:floor>0</georss:floor>";
    INVALID_INTEGER_ATTRIBUTE Error "invalid-integer-attribute" "The attribute is no whole number";
        "RSS 2.0, enclosure and cloud";
        "Write digits";
        Item r#"<enclosure url="https://screendesk.example/clip.mp4" length="" type="video/mp4"/>"#
        => r#"<enclosure url="https://screendesk.example/clip.mp4" length="0" type="video/mp4"/>"#;
    INVALID_POSITIVE_INTEGER Error "invalid-positive-integer" "The value is no whole number above zero";
        "the specification of the element";
        "Write a number of 1 or more, or leave it out";
        Channel "<ttl>0</ttl>"
        => "<ttl>60</ttl>";
    INVALID_NON_NEGATIVE_INTEGER Error "invalid-non-negative-integer" "The value is no whole number";
        "the specification of the element";
        "Write a number of 0 or more";
        Item "<slash:comments>none</slash:comments>"
        => "<slash:comments>0</slash:comments>";
    USE_ZERO_FOR_UNKNOWN Error "use-zero-for-unknown" "A length of -1";
        "RSS Advisory Board, RSS Profile, enclosure";
        "Write 0 when the length is not known";
        Item r#"<enclosure url="https://screendesk.example/clip.mp4" length="-1" type="video/mp4"/>"#
        => r#"<enclosure url="https://screendesk.example/clip.mp4" length="0" type="video/mp4"/>"#;
    INVALID_FLOAT Error "invalid-float" "The value is no decimal number";
        "the specification of the element";
        "Write digits, with a point if need be";
        Item r#"<media:content url="https://screendesk.example/clip.mp4" duration="short"/>"#
        => r#"<media:content url="https://screendesk.example/clip.mp4" duration="90"/>"#;
    INVALID_FLOAT_UNIT Error "invalid-float-unit" "The value is no decimal number";
        "the specification of the element";
        "Write digits, with a point if need be";
        Item "<georss:elev>high</georss:elev>"
        => "<georss:elev>313</georss:elev>";
    INVALID_BOOLEAN_ATTRIBUTE Error "invalid-boolean-attribute" "The attribute is neither true nor false";
        "RSS 2.0, guid";
        "Write true or false in lower case";
        Item r#"<guid isPermaLink="False">screendesk-1</guid>"#
        => r#"<guid isPermaLink="false">screendesk-1</guid>"#;
    INVALID_TRUE_FALSE Error "invalid-true-false" "The value is neither true nor false";
        "the specification of the element";
        "Write true or false";
        Channel "<itunes:explicit>no</itunes:explicit>"
        => "<itunes:explicit>false</itunes:explicit>";
    INVALID_YES_NO Error "invalid-yes-no" "The value is neither yes nor no";
        "the specification of the element";
        "Write yes or no";
        Document r#"<feed xmlns="http://www.w3.org/2005/Atom" xmlns:indexing="urn:atom-extension:indexing" indexing:index="never"></feed>"#
        => r#"<feed xmlns="http://www.w3.org/2005/Atom" xmlns:indexing="urn:atom-extension:indexing" indexing:index="no"></feed>"#;
    INVALID_COMMA_SEPARATED_INTEGERS Error "invalid-comma-separated-integers" "The value is no list of whole numbers";
        "RSS 1.0 module slash";
        "Write numbers with commas between them";
        Item "<slash:hit_parade>one two</slash:hit_parade>"
        => "<slash:hit_parade>1,2</slash:hit_parade>";
}
