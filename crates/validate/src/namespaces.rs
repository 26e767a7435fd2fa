//! The namespaces that feeds use, by the prefix they are known under.
//!
//! A URI that differs from a known one only in case or closing punctuation still names the
//! vocabulary (the element rules apply), but its declaration is reported elsewhere.

macro_rules! namespaces {
    ($($variant:ident $prefix:literal $($uri:literal)+;)*) => {
        /// A vocabulary; `Core` is the format's own, `Unknown` one we have no rules for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Ns { Core, Unknown, $($variant),* }

        static TABLE: &[(Ns, &str, &[&str])] = &[$((Ns::$variant, $prefix, &[$($uri),+])),*];
    };
}

namespaces! {
    Access "access" "http://www.bloglines.com/about/specs/fac-1.0";
    Admin "admin" "http://webns.net/mvcb/";
    Ag "ag" "http://purl.org/rss/1.0/modules/aggregation/";
    Annotate "annotate" "http://purl.org/rss/1.0/modules/annotate/";
    App "app" "http://www.w3.org/2007/app";
    Atom "atom" "http://www.w3.org/2005/Atom";
    Audio "audio" "http://media.tangent.org/rss/1.0/";
    BlogChannel "blogChannel" "http://backend.userland.com/blogChannelModule";
    Cc "cc" "http://web.resource.org/cc/";
    Cf "cf" "http://www.microsoft.com/schemas/rss/core/2005";
    Company "company" "http://purl.org/rss/1.0/modules/company";
    Content "content" "http://purl.org/rss/1.0/modules/content/";
    Conversations "conversationsNetwork" "http://conversationsnetwork.org/rssNamespace-1.0/";
    Cp "cp" "http://my.theinfo.org/changed/1.0/rss/";
    CreativeCommons "creativeCommons" "http://backend.userland.com/creativeCommonsRssModule";
    Dc "dc" "http://purl.org/dc/elements/1.1/";
    Dcterms "dcterms" "http://purl.org/dc/terms/";
    Email "email" "http://purl.org/rss/1.0/modules/email/";
    Ev "ev" "http://purl.org/rss/1.0/modules/event/";
    FeedBurner "feedburner" "http://rssnamespace.org/feedburner/ext/1.0";
    Fh "fh" "http://purl.org/syndication/history/1.0";
    Foaf "foaf" "http://xmlns.com/foaf/0.1/";
    G "g" "http://base.google.com/ns/1.0";
    Geo "geo" "http://www.w3.org/2003/01/geo/wgs84_pos#";
    GeoRss "georss" "http://www.georss.org/georss";
    GeoUrl "geourl" "http://geourl.org/rss/module/";
    Gml "gml" "http://www.opengis.net/gml";
    Icbm "icbm" "http://postneo.com/icbm";
    Image "image" "http://purl.org/rss/1.0/modules/image/";
    Indexing "indexing" "urn:atom-extension:indexing";
    Itunes "itunes" "http://www.itunes.com/dtds/podcast-1.0.dtd";
    Kml20 "kml20" "http://earth.google.com/kml/2.0";
    Kml21 "kml21" "http://earth.google.com/kml/2.1";
    Kml22 "kml22" "http://www.opengis.net/kml/2.2";
    L "l" "http://purl.org/rss/1.0/modules/link/";
    MathMl "mathml" "http://www.w3.org/1998/Math/MathML";
    Media "media" "http://search.yahoo.com/mrss/";
    OpenId "openid" "http://openid.net/xmlns/1.0";
    OpenSearch "opensearch" "http://a9.com/-/spec/opensearch/1.1/";
    OpenSearch10 "opensearch10" "http://a9.com/-/spec/opensearchrss/1.0/";
    Opml "opml" "http://www.opml.org/spec2";
    Rdf "rdf" "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    Rdfs "rdfs" "http://www.w3.org/2000/01/rdf-schema#";
    Podcast "podcast" "https://podcastindex.org/namespace/1.0"
        "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md";
    Ref "ref" "http://purl.org/rss/1.0/modules/reference/";
    Reqv "reqv" "http://purl.org/rss/1.0/modules/richequiv/";
    Rss090 "rss090" "http://my.netscape.com/rdf/simple/0.9/";
    Rss1 "rss1" "http://purl.org/rss/1.0/";
    Rss11 "rss11" "http://purl.org/net/rss1.1#";
    Rss91 "rss091" "http://purl.org/rss/1.0/modules/rss091#";
    Search "search" "http://purl.org/rss/1.0/modules/search/";
    Sitemap "sitemap" "http://www.sitemaps.org/schemas/sitemap/0.9";
    SitemapImage "sitemap-image" "http://www.google.com/schemas/sitemap-image/1.1";
    SitemapNews "sitemap-news" "http://www.google.com/schemas/sitemap-news/0.9";
    SitemapVideo "sitemap-video" "http://www.google.com/schemas/sitemap-video/1.1";
    Slash "slash" "http://purl.org/rss/1.0/modules/slash/";
    Soap "soap" "http://schemas.xmlsoap.org/soap/envelope/";
    Ss "ss" "http://purl.org/rss/1.0/modules/servicestatus/";
    Str "str" "http://hacks.benhammersley.com/rss/streaming/";
    Sub "sub" "http://purl.org/rss/1.0/modules/subscription/";
    Svg "svg" "http://www.w3.org/2000/svg";
    Sx "sx" "http://feedsync.org/2007/feedsync";
    Sy "sy" "http://purl.org/rss/1.0/modules/syndication/";
    Taxo "taxo" "http://purl.org/rss/1.0/modules/taxonomy/";
    Thr "thr" "http://purl.org/syndication/thread/1.0" "http://purl.org/rss/1.0/modules/threading/";
    Trackback "trackback" "http://madskills.com/public/xml/rss/module/trackback/";
    Wfw "wfw" "http://wellformedweb.org/CommentAPI/";
    Wiki "wiki" "http://purl.org/rss/1.0/modules/wiki/" "http://www.usemod.com/cgi-bin/mb.pl?ModWiki";
    Xhtml "xhtml" "http://www.w3.org/1999/xhtml";
    Xlink "xlink" "http://www.w3.org/1999/xlink";
    Xml "xml" "http://www.w3.org/XML/1998/namespace";
    Xrd "xrd" "xri://$xrd*($v*2.0)";
    Xrds "xrds" "xri://$xrds";
}

/// Namespaces that a feed may declare without remark although nobody checks their elements.
static UNCHECKED: &[&str] = &[
    "http://schemas.google.com/g/2005",
    "http://www.rawvoice.com/rawvoiceRssModule/",
    "https://schema.org/",
    "http://schema.org/",
];

/// The namespace of Atom 0.3, obsolete since 2005.
pub(super) const ATOM_03: &str = "http://purl.org/atom/ns#";

/// The Media RSS namespace as half the web misspells it.
pub(super) const MEDIA_WITHOUT_SLASH: &str = "http://search.yahoo.com/mrss";

impl Ns {
    /// The vocabulary of a URI spelt exactly.
    pub(super) fn exact(uri: &str) -> Option<Self> {
        TABLE.iter().find(|(_, _, uris)| uris.contains(&uri)).map(|row| row.0)
    }

    /// The vocabulary of a URI, whatever its case and closing punctuation.
    pub(super) fn near(uri: &str) -> Option<Self> {
        let uri = stem(uri);
        TABLE
            .iter()
            .find(|(_, _, uris)| uris.iter().any(|known| stem(known).eq_ignore_ascii_case(uri)))
            .map(|row| row.0)
    }

    /// The vocabulary usually bound to a prefix.
    pub(super) fn of_prefix(prefix: &str) -> Option<Self> {
        TABLE.iter().find(|row| row.1 == prefix).map(|row| row.0)
    }

    /// Whether only sitemaps use the vocabulary, so that a feed should not declare it.
    pub(super) fn is_sitemap(self) -> bool {
        matches!(self, Ns::Sitemap | Ns::SitemapImage | Ns::SitemapNews | Ns::SitemapVideo)
    }

    /// The usual prefix; empty for the format's own elements.
    pub(super) fn prefix(self) -> &'static str {
        TABLE.iter().find(|row| row.0 == self).map_or("", |row| row.1)
    }

    /// The namespace's URI; empty for the format's own and unknown ones.
    pub(super) fn uri(self) -> &'static str {
        TABLE.iter().find(|row| row.0 == self).map_or("", |row| row.2[0])
    }
}

/// Whether a namespace is known by name though its elements are not checked.
pub(super) fn unchecked(uri: &str) -> bool {
    UNCHECKED.contains(&uri)
}

fn stem(uri: &str) -> &str {
    uri.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '_')
}
