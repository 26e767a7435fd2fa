//! The rules of the modules that feeds use: syndication, iTunes, Media RSS, places.

use super::table::table;

table! {
    INVALID_META_NAME Error "invalid-meta-name" "An xhtml:meta of another name than robots";
        "W3C Feed Validation Service, InvalidMetaName";
        r#"Write name="robots", or leave it out"#;
        Channel r#"<meta xmlns="http://www.w3.org/1999/xhtml" name="keywords" content="noindex"/>"#
        => r#"<meta xmlns="http://www.w3.org/1999/xhtml" name="robots" content="noindex"/>"#;
    INVALID_META_CONTENT Error "invalid-meta-content" "What is asked of robots is none of the known words";
        "robotstxt.org, the robots META tag";
        "Write e.g. noindex or index,nofollow without blanks";
        Channel r#"<meta xmlns="http://www.w3.org/1999/xhtml" name="robots" content="noarchive"/>"#
        => r#"<meta xmlns="http://www.w3.org/1999/xhtml" name="robots" content="noindex"/>"#;
    INVALID_ACCESS_RESTRICTION_REL Error "invalid-access-restriction-rel" "The relationship is neither allow nor deny";
        "Bloglines Feed Access Control 1.0";
        "Write allow or deny";
        Channel r#"<access:restriction xmlns:access="http://www.bloglines.com/about/specs/fac-1.0" relationship="block"/>"#
        => r#"<access:restriction xmlns:access="http://www.bloglines.com/about/specs/fac-1.0" relationship="deny"/>"#;
    INVALID_UPDATE_PERIOD Error "invalid-update-period" "The period is not one that the module knows";
        "RSS 1.0 module syndication";
        "Write hourly, daily, weekly, monthly or yearly";
        Channel "<sy:updatePeriod>often</sy:updatePeriod>"
        => "<sy:updatePeriod>hourly</sy:updatePeriod>";
    MISSING_ITUNES_ELEMENT Warning "missing-itunes-element" "A podcast without an element that directories ask for";
        "Apple Podcasts, RSS feed requirements";
        "Add it";
        Channel "<itunes:owner><itunes:email>desk@screendesk.example</itunes:email></itunes:owner>"
        => r#"<language>en</language><itunes:explicit>false</itunes:explicit><itunes:category text="News"/><itunes:owner><itunes:email>desk@screendesk.example</itunes:email></itunes:owner>"#;
    MISSING_ITUNES_EMAIL Warning "missing-itunes-email" "A podcast without its owner's address";
        "Apple Podcasts, RSS feed requirements";
        "Add itunes:owner with itunes:email";
        Channel "<itunes:author>Screen Desk</itunes:author>"
        => "<itunes:owner><itunes:email>desk@screendesk.example</itunes:email></itunes:owner>";
    INVALID_ITUNES_CATEGORY Error "invalid-itunes-category" "A category that Apple does not have";
        "Apple Podcasts, categories";
        "Use one of Apple's list";
        Channel r#"<itunes:category text="Gossip"/>"#
        => r#"<itunes:category text="News"><itunes:category text="Entertainment News"/></itunes:category>"#;
    OBSOLETE_ITUNES_CATEGORY Warning "obsolete-itunes-category" "A category that Apple has dropped";
        "Apple Podcasts, categories";
        "Use one of Apple's list";
        Channel r#"<itunes:category text="News &amp; Politics"/>"#
        => r#"<itunes:category text="News"/>"#;
    INVALID_YES_NO_CLEAN Error "invalid-yes-no-clean" "The value is neither yes, no nor clean";
        "Apple Podcasts, itunes:block";
        "Write yes or no";
        Item "<itunes:block>maybe</itunes:block>"
        => "<itunes:block>Yes</itunes:block>";
    INVALID_DURATION Error "invalid-duration" "The value is no duration";
        "Apple Podcasts, itunes:duration";
        "Write seconds or h:mm:ss";
        Item "<itunes:duration>1h 30m</itunes:duration>"
        => "<itunes:duration>1:30:00</itunes:duration>";
    TOO_LONG Error "too-long" "The text is longer than Apple takes";
        "Apple Podcasts, RSS feed requirements";
        "Shorten it";
        Item "<itunes:subtitle>Ten words about the second series of the show, then ten more about its cast, and so on, and so on, until everybody who began to read has long since gone to bed, for a subtitle is a line below a title and not the place for everything that there is to say about a show</itunes:subtitle>"
        => "<itunes:subtitle>The second series</itunes:subtitle>";
    INVALID_KEYWORDS Warning "invalid-keywords" "Keywords without commas between them";
        "Apple Podcasts, itunes:keywords";
        "Put commas between the keywords";
        Channel "<itunes:keywords>tv drama</itunes:keywords>"
        => "<itunes:keywords>tv, drama</itunes:keywords>";
    UNSUPPORTED_ITUNES_FORMAT Warning "unsupported-itunes-format" "An enclosure whose name does not end like a format that Apple plays";
        "Apple Podcasts, enclosure";
        "Use m4a, mp3, mov, mp4, m4v, pdf or epub";
        Item r#"<itunes:duration>90</itunes:duration><enclosure url="https://screendesk.example/a.ogg" length="0" type="audio/ogg"/>"#
        => r#"<itunes:duration>90</itunes:duration><enclosure url="https://screendesk.example/a.mp3" length="0" type="audio/mpeg"/>"#;
    MISSING_PODCAST_IMAGE Warning "missing-podcast-image" "A podcast without a picture of the show, which Apple refuses";
        "Apple Podcasts, RSS feed requirements; PSP-1";
        "Add itunes:image with a JPEG or PNG of 1400 to 3000 pixels";
        Channel "<itunes:explicit>false</itunes:explicit>"
        => r#"<itunes:explicit>false</itunes:explicit><itunes:image href="https://screendesk.example/show.jpg"/>"#;
    UNSUPPORTED_PODCAST_IMAGE Warning "unsupported-podcast-image" "A picture of a kind that Apple does not show";
        "Apple Podcasts, artwork requirements";
        "Use a JPEG or PNG whose address ends so";
        Channel r#"<itunes:image href="https://screendesk.example/show.webp"/>"#
        => r#"<itunes:image href="https://screendesk.example/show.jpg"/>"#;
    EPISODE_WITHOUT_RECORDING Warning "episode-without-recording" "An item of a podcast that leads nowhere: neither enclosure nor link";
        "Apple Podcasts, RSS feed requirements; PSP-1";
        "Add the enclosure";
        Item "<itunes:duration>90</itunes:duration>"
        => r#"<itunes:duration>90</itunes:duration><enclosure url="https://screendesk.example/a.mp3" length="9" type="audio/mpeg"/>"#;
    INVALID_PODCAST_GUID Warning "invalid-podcast-guid" "The podcast's guid is no UUID";
        "Podcasting 2.0, podcast:guid";
        "Make a UUID of version 5 from the feed's address";
        Channel "<podcast:guid>screendesk</podcast:guid>"
        => "<podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>";
    INVALID_PODCAST_LOCKED Warning "invalid-podcast-locked" "Whether the podcast is locked is neither yes nor no";
        "Podcasting 2.0, podcast:locked";
        "Write yes or no";
        Channel "<podcast:locked>true</podcast:locked>"
        => "<podcast:locked>yes</podcast:locked>";
    INVALID_PODCAST_MEDIUM Warning "invalid-podcast-medium" "The medium is not one that the namespace knows";
        "Podcasting 2.0, podcast:medium";
        "Write podcast, music, video or another of the list";
        Channel "<podcast:medium>radio</podcast:medium>"
        => "<podcast:medium>podcast</podcast:medium>";
    INVALID_PODCAST_TRANSCRIPT Warning "invalid-podcast-transcript" "A transcript without address, or of a type that apps do not read";
        "Podcasting 2.0, podcast:transcript";
        "Write url, and as type text/vtt, application/x-subrip, application/json, text/html or text/plain";
        Item r#"<podcast:transcript url="https://screendesk.example/1.pdf" type="application/pdf"/>"#
        => r#"<podcast:transcript url="https://screendesk.example/1.vtt" type="text/vtt"/>"#;
    INVALID_PODCAST_CHAPTERS Warning "invalid-podcast-chapters" "Chapters without address, or not in JSON";
        "Podcasting 2.0, podcast:chapters";
        "Write url, and application/json+chapters as type";
        Item r#"<podcast:chapters url="https://screendesk.example/1.txt" type="text/plain"/>"#
        => r#"<podcast:chapters url="https://screendesk.example/1.json" type="application/json+chapters"/>"#;
    NOT_UTF8 Warning "not-utf8" "A podcast that is not in UTF-8";
        "Apple Podcasts, RSS feed requirements";
        "Write UTF-8";
        Document r#"<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><itunes:explicit>false</itunes:explicit></channel></rss>"#
        => r#"<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><itunes:explicit>false</itunes:explicit></channel></rss>"#;
    INVALID_ITUNES_CHANNEL_TYPE Error "invalid-itunes-channel-type" "The show is neither episodic nor serial";
        "Apple Podcasts, itunes:type";
        "Write episodic or serial";
        Channel "<itunes:type>series</itunes:type>"
        => "<itunes:type>serial</itunes:type>";
    INVALID_ITUNES_EPISODE_TYPE Error "invalid-itunes-episode-type" "The episode is neither full, trailer nor bonus";
        "Apple Podcasts, itunes:episodeType";
        "Write full, trailer or bonus";
        Item "<itunes:episodeType>teaser</itunes:episodeType>"
        => "<itunes:episodeType>trailer</itunes:episodeType>";
    DEPRECATED_MEDIA_ADULT Warning "deprecated-media-adult" "media:adult was replaced by media:rating";
        "Media RSS 1.5.1, media:adult";
        "Write media:rating";
        Item "<media:adult>false</media:adult>"
        => "<media:rating>nonadult</media:rating>";
    MEDIA_GROUP_WITHOUT_ALTERNATIVES Error "media-group-without-alternatives" "A group of fewer than two media";
        "Media RSS 1.5.1, media:group";
        "Write a single media:content without a group";
        Item r#"<media:group><media:content url="https://screendesk.example/clip.mp4"/></media:group>"#
        => r#"<media:content url="https://screendesk.example/clip.mp4"/>"#;
    INVALID_CREDIT_ROLE Error "invalid-credit-role" "The role is not in the list of the European Broadcasting Union";
        "Media RSS 1.5.1, media:credit";
        "Use a role of the list in lower case, or name another scheme";
        Item r#"<media:credit role="star">Jane Doe</media:credit>"#
        => r#"<media:credit role="actor">Jane Doe</media:credit>"#;
    INVALID_MEDIA_HASH Error "invalid-media-hash" "The hash is no MD5 or SHA-1";
        "Media RSS 1.5.1, media:hash";
        "Write 32 or 40 hexadecimal digits";
        Item r#"<media:hash algo="md5">abc</media:hash>"#
        => r#"<media:hash algo="md5">dfdec888b72151965a34b4b59031290a</media:hash>"#;
    INVALID_MEDIA_MEDIUM Error "invalid-media-medium" "The medium is not one that exists";
        "Media RSS 1.5.1, media:content";
        "Write image, audio, video, document or executable";
        Item r#"<media:content url="https://screendesk.example/clip.mp4" medium="film"/>"#
        => r#"<media:content url="https://screendesk.example/clip.mp4" medium="video"/>"#;
    INVALID_MEDIA_EXPRESSION Error "invalid-media-expression" "The expression is not one that exists";
        "Media RSS 1.5.1, media:content";
        "Write sample, full or nonstop";
        Item r#"<media:content url="https://screendesk.example/clip.mp4" expression="part"/>"#
        => r#"<media:content url="https://screendesk.example/clip.mp4" expression="sample"/>"#;
    INVALID_MEDIA_RATING Error "invalid-media-rating" "The rating is not one of its scheme";
        "Media RSS 1.5.1, media:rating";
        "Write adult or nonadult, or name the scheme";
        Item "<media:rating>PG</media:rating>"
        => r#"<media:rating scheme="urn:mpaa">pg</media:rating>"#;
    INVALID_MEDIA_RESTRICTION Error "invalid-media-restriction" "A restriction without type is neither all nor none";
        "Media RSS 1.5.1, media:restriction";
        "Write all or none, or give the type";
        Item r#"<media:restriction relationship="deny">gb</media:restriction>"#
        => r#"<media:restriction relationship="deny" type="country">gb</media:restriction>"#;
    INVALID_MEDIA_RESTRICTION_REL Error "invalid-media-restriction-rel" "The relationship is neither allow nor deny";
        "Media RSS 1.5.1, media:restriction";
        "Write allow or deny";
        Item r#"<media:restriction relationship="forbid" type="country">gb</media:restriction>"#
        => r#"<media:restriction relationship="deny" type="country">gb</media:restriction>"#;
    INVALID_MEDIA_RESTRICTION_TYPE Error "invalid-media-restriction-type" "The type is neither country nor uri";
        "Media RSS 1.5.1, media:restriction";
        "Write country or uri";
        Item r#"<media:restriction relationship="deny" type="state">gb</media:restriction>"#
        => r#"<media:restriction relationship="deny" type="country">gb</media:restriction>"#;
    INVALID_MEDIA_TEXT_TYPE Error "invalid-media-text-type" "The type is neither plain nor html";
        "Media RSS 1.5.1, media:title";
        "Write plain or html";
        Item r#"<media:title type="text">The trailer</media:title>"#
        => r#"<media:title type="plain">The trailer</media:title>"#;
    INVALID_NPT_TIME Error "invalid-npt-time" "The value is no play time";
        "RFC 2326, 3.6";
        "Write seconds or h:mm:ss";
        Item r#"<media:thumbnail url="https://screendesk.example/1.jpg" time="soon"/>"#
        => r#"<media:thumbnail url="https://screendesk.example/1.jpg" time="0:01:30"/>"#;
    INVALID_COUNTRY_CODE Error "invalid-country-code" "The country is not one of ISO 3166";
        "ISO 3166-1";
        "Write two capital letters";
        Item r#"<media:restriction relationship="deny" type="country">uk</media:restriction>"#
        => r#"<media:restriction relationship="deny" type="country">gb</media:restriction>"#;
    INVALID_LATITUDE Error "invalid-latitude" "The value is no latitude";
        "WGS84 geo vocabulary";
        "Write degrees from -90 to 90";
        Item "<geo:lat>north</geo:lat>"
        => "<geo:lat>51.5</geo:lat>";
    INVALID_LONGITUDE Error "invalid-longitude" "The value is no longitude";
        "WGS84 geo vocabulary";
        "Write degrees from -180 to 180";
        Item "<geo:long>200</geo:long>"
        => "<geo:long>-0.1</geo:long>";
    INVALID_COORD Error "invalid-coord" "The value is no point";
        "GeoRSS Simple";
        "Write latitude, a blank, longitude";
        Item "<georss:point>London</georss:point>"
        => "<georss:point>51.5 -0.1</georss:point>";
    INVALID_COORD_LIST Error "invalid-coord-list" "The value is no list of points";
        "GeoRSS Simple";
        "Write pairs of latitude and longitude with blanks between them";
        Item "<georss:line>51.5 -0.1 48.9</georss:line>"
        => "<georss:line>51.5 -0.1 48.9 2.3</georss:line>";
    COORD_COMMA Warning "coord-comma" "A comma between coordinates";
        "GeoRSS Simple";
        "Write a blank";
        Item "<georss:point>51.5,-0.1</georss:point>"
        => "<georss:point>51.5 -0.1</georss:point>";
}
