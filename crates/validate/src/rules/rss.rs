//! The rules of RSS 0.9x, 1.0 and 2.0.

use super::table::table;

table! {
    INVALID_RSS_VERSION Error "invalid-rss-version" "The version of RSS is not one that exists";
        "RSS 2.0, rss";
        r#"Write version="2.0""#;
        Document r#"<rss version="2"></rss>"#
        => r#"<rss version="2.0"></rss>"#;
    MISSING_TITLE Error "missing-title" "The title is missing";
        "RSS 2.0, required channel elements";
        "Add a title";
        Document r#"<rss version="2.0"><channel><link>https://screendesk.example/</link><description/></channel></rss>"#
        => r#"<rss version="2.0"><channel><title>Screen Desk</title><link>https://screendesk.example/</link><description/></channel></rss>"#;
    MISSING_LINK Error "missing-link" "The link is missing";
        "RSS 2.0, required channel elements";
        "Add the address of the page that the feed belongs to";
        Document r#"<rss version="2.0"><channel><title>Screen Desk</title><description/></channel></rss>"#
        => r#"<rss version="2.0"><channel><title>Screen Desk</title><link>https://screendesk.example/</link><description/></channel></rss>"#;
    MISSING_DESCRIPTION Error "missing-description" "The description is missing";
        "RSS 2.0, required channel elements";
        "Add a description; it may be empty";
        Document r#"<rss version="2.0"><channel><title>Screen Desk</title><link>https://screendesk.example/</link></channel></rss>"#
        => r#"<rss version="2.0"><channel><title>Screen Desk</title><link>https://screendesk.example/</link><description/></channel></rss>"#;
    MISSING_ATOM_SELF_LINK Warning "missing-atom-self-link" "The feed does not say where it is";
        "RSS Advisory Board, RSS Profile, atom:link";
        r#"Add atom:link with rel="self" and the feed's own address"#;
        Document r#"<rss version="2.0"><channel><title>Screen Desk</title></channel></rss>"#
        => r#"<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Screen Desk</title><atom:link rel="self" href="https://screendesk.example/rss.xml"/></channel></rss>"#;
    MISPLACED_ITEM Warning "misplaced-item" "An item stands before an element of the channel";
        "RSS Advisory Board, RSS Profile, item";
        "Put all channel elements before the first item";
        Channel "<item><title>News</title></item><ttl>60</ttl>"
        => "<ttl>60</ttl><item><title>News</title></item>";
    AVOID_TEXT_INPUT Warning "avoid-text-input" "A text input, which readers do not show";
        "RSS Advisory Board, RSS Profile, textInput";
        "Remove it";
        Channel "<textInput><title>Search</title><description>Search the news</description><name>q</name><link>https://screendesk.example/search</link></textInput>"
        => "<docs>https://www.rssboard.org/rss-specification</docs>";
    ITEM_MUST_CONTAIN_TITLE_OR_DESCRIPTION Error "item-must-contain-title-or-description" "An item without title and description";
        "RSS 2.0, elements of item";
        "Add one of them";
        Channel "<item><link>https://screendesk.example/1</link></item>"
        => "<item><title>News</title><link>https://screendesk.example/1</link></item>";
    MISSING_GUID Warning "missing-guid" "An item without an identifier, so readers cannot tell it from others";
        "RSS 2.0, guid; RSS Profile";
        "Add a guid that never changes";
        Document r#"<rss version="2.0"><channel><item><title>News</title></item></channel></rss>"#
        => r#"<rss version="2.0"><channel><item><title>News</title><guid isPermaLink="false">screendesk-1</guid></item></channel></rss>"#;
    DUPLICATE_VALUE Error "duplicate-value" "A value that must be unique stands twice";
        "RSS 2.0, guid";
        "Give each its own";
        Channel "<skipHours><hour>1</hour><hour>1</hour></skipHours>"
        => "<skipHours><hour>1</hour><hour>2</hour></skipHours>";
    INVALID_HTTP_GUID Error "invalid-http-guid" "A guid that claims to be an address is none";
        "RSS 2.0, guid";
        r#"Say isPermaLink="false", or write the whole address"#;
        Item "<guid>screendesk-1</guid>"
        => r#"<guid isPermaLink="false">screendesk-1</guid>"#;
    INVALID_PERMALINK Error "invalid-permalink" "A tag: or urn: guid that claims to be an address";
        "RSS 2.0, guid";
        r#"Say isPermaLink="false""#;
        Item "<guid>tag:screendesk.example,2024:1</guid>"
        => r#"<guid isPermaLink="false">tag:screendesk.example,2024:1</guid>"#;
    NOT_SUFFICIENTLY_UNIQUE Warning "not-sufficiently-unique" "A guid of a few digits, which other feeds will have too";
        "RSS 2.0, guid";
        "Put the site before the number";
        Item r#"<guid isPermaLink="false">4711</guid>"#
        => r#"<guid isPermaLink="false">screendesk.example-4711</guid>"#;
    DUPLICATE_ENCLOSURE Warning "duplicate-enclosure" "More than one enclosure, of which readers take one";
        "RSS Advisory Board, RSS Profile, enclosure";
        "Keep one, and use media:content for the others";
        Item r#"<enclosure url="https://screendesk.example/a.mp3" length="0" type="audio/mpeg"/><enclosure url="https://screendesk.example/b.mp3" length="0" type="audio/mpeg"/>"#
        => r#"<enclosure url="https://screendesk.example/a.mp3" length="0" type="audio/mpeg"/><media:content url="https://screendesk.example/b.mp3" type="audio/mpeg"/>"#;
    NEED_DESCRIPTION_BEFORE_CONTENT Warning "need-description-before-content" "content:encoded without a description before it";
        "RSS Advisory Board, RSS Profile, content:encoded";
        "Put a description before it";
        Item "<title>The trial</title><content:encoded>&lt;p&gt;The whole story&lt;/p&gt;</content:encoded>"
        => "<title>The trial</title><description>The story in short</description><content:encoded>&lt;p&gt;The whole story&lt;/p&gt;</content:encoded>";
    DUPLICATE_SEMANTICS Warning "duplicate-semantics" "Two elements of the channel that say the same";
        "W3C Feed Validation Service, DuplicateSemantics";
        "Keep one of the two";
        Channel "<language>en</language><dc:language>en</dc:language>"
        => "<language>en</language>";
    DUPLICATE_ITEM_SEMANTICS Warning "duplicate-item-semantics" "Two elements of an item that say the same";
        "W3C Feed Validation Service, DuplicateItemSemantics";
        "Keep one of the two";
        Item "<author>jane@screendesk.example (Jane Doe)</author><dc:creator>Jane Doe</dc:creator>"
        => "<dc:creator>Jane Doe</dc:creator>";
    DUPLICATE_DESCRIPTION_SEMANTICS Warning "duplicate-description-semantics" "An Atom or XHTML element repeats what RSS has its own element for";
        "W3C Feed Validation Service, DuplicateDescriptionSemantics";
        "Use description or content:encoded";
        Item "<title>The trial</title><atom:content>The whole story</atom:content>"
        => "<title>The trial</title><description>The whole story</description>";
    SLASH_DATE Warning "slash-date" "A count of comments without a date that it holds for";
        "RSS Advisory Board, RSS Profile, slash:comments";
        "Add lastBuildDate to the channel";
        Item "<slash:comments>3</slash:comments>"
        => "<comments>https://screendesk.example/1#comments</comments>";
    COMMENT_RSS Warning "comment-rss" "wfw:commentRSS is an old spelling";
        "wellformedweb.org CommentAPI";
        "Write wfw:commentRss";
        Item "<wfw:commentRSS>https://screendesk.example/1/comments.xml</wfw:commentRSS>"
        => "<wfw:commentRss>https://screendesk.example/1/comments.xml</wfw:commentRss>";
    IMAGE_URL_FORMAT Warning "image-url-format" "The image is not a GIF, JPEG or PNG";
        "RSS 2.0, image";
        "Use one of the three";
        Channel "<image><title>Screen Desk</title><link>https://screendesk.example/</link><url>https://screendesk.example/logo.svg</url></image>"
        => "<image><title>Screen Desk</title><link>https://screendesk.example/</link><url>https://screendesk.example/logo.png</url></image>";
    IMAGE_TITLE_DOESNT_MATCH Warning "image-title-doesnt-match" "The image's title is not the channel's";
        "RSS 2.0, image";
        "Give both the same title";
        Channel "<image><title>Logo</title><link>https://screendesk.example/</link><url>https://screendesk.example/logo.png</url></image>"
        => "<image><title>Screen Desk</title><link>https://screendesk.example/</link><url>https://screendesk.example/logo.png</url></image>";
    IMAGE_LINK_DOESNT_MATCH Warning "image-link-doesnt-match" "The image's link is not the channel's";
        "RSS 2.0, image";
        "Give both the same link";
        Channel "<image><title>Screen Desk</title><link>https://screendesk.example/about</link><url>https://screendesk.example/logo.png</url></image>"
        => "<image><title>Screen Desk</title><link>https://screendesk.example/</link><url>https://screendesk.example/logo.png</url></image>";
    INVALID_WIDTH Error "invalid-width" "The image's width is not from 1 to 144";
        "RSS 2.0, image";
        "Scale the image";
        Channel "<image><url>https://screendesk.example/logo.png</url><width>1200</width></image>"
        => "<image><url>https://screendesk.example/logo.png</url><width>144</width></image>";
    INVALID_HEIGHT Error "invalid-height" "The image's height is not from 1 to 400";
        "RSS 2.0, image";
        "Scale the image";
        Channel "<image><url>https://screendesk.example/logo.png</url><height>0</height></image>"
        => "<image><url>https://screendesk.example/logo.png</url><height>40</height></image>";
    INVALID_HOUR Error "invalid-hour" "The hour is not from 0 to 23";
        "RSS 2.0, skipHours";
        "Write 0 to 23";
        Channel "<skipHours><hour>noon</hour></skipHours>"
        => "<skipHours><hour>12</hour></skipHours>";
    USE_ZERO_FOR_MIDNIGHT Warning "use-zero-for-midnight" "Midnight written as 24";
        "RSS Advisory Board, RSS Profile, skipHours";
        "Write 0";
        Channel "<skipHours><hour>24</hour></skipHours>"
        => "<skipHours><hour>0</hour></skipHours>";
    NOT_ENOUGH_HOURS_IN_THE_DAY Error "not-enough-hours-in-the-day" "More than 24 hours to skip";
        "RSS 2.0, skipHours";
        "Name each hour once";
        Channel "<skipHours><hour>0</hour><hour>0</hour><hour>0</hour><hour>0</hour><hour>0</hour><hour>0</hour><hour>0</hour><hour>0</hour><hour>0</hour><hour>0</hour><hour>0</hour><hour>0</hour><hour>0</hour><hour>0</hour><hour>0</hour><hour>0</hour><hour>0</hour><hour>0</hour><hour>0</hour><hour>0</hour><hour>0</hour><hour>0</hour><hour>0</hour><hour>0</hour><hour>0</hour></skipHours>"
        => "<skipHours><hour>0</hour></skipHours>";
    INVALID_DAY Error "invalid-day" "The day is no English weekday";
        "RSS 2.0, skipDays";
        "Write Monday to Sunday";
        Channel "<skipDays><day>Sun</day></skipDays>"
        => "<skipDays><day>Sunday</day></skipDays>";
    EIGHT_DAYS_A_WEEK Error "eight-days-a-week" "More than seven days to skip";
        "RSS 2.0, skipDays";
        "Name each day once";
        Channel "<skipDays><day>Monday</day><day>Monday</day><day>Monday</day><day>Monday</day><day>Monday</day><day>Monday</day><day>Monday</day><day>Monday</day></skipDays>"
        => "<skipDays><day>Monday</day></skipDays>";
    INVALID_FORM_COMPONENT_NAME Error "invalid-form-component-name" "The name of the text input is no form name";
        "RSS 2.0, textInput";
        "Begin with a letter";
        Channel "<textInput><name>1</name></textInput>"
        => "<textInput><name>q</name></textInput>";
    NO_BLINK Error "no-blink" "There is no blink element in RSS";
        "RSS 2.0";
        "Remove it";
        Channel "<blink>News</blink>"
        => "<category>News</category>";
    INVALID_RDF Error "invalid-rdf" "The document is no RDF/XML";
        "RDF/XML Syntax, 7";
        "Do not mix text with elements, and give node elements no property attributes";
        Document r#"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item rdf:about="https://screendesk.example/1"><description>The <em>second</em> series</description></item></rdf:RDF>"#
        => r#"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item rdf:about="https://screendesk.example/1"><description>The second series</description></item></rdf:RDF>"#;
}
