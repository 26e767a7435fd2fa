//! Which vocabulary an element belongs to: by its namespace's address, else by its prefix.
//!
//! Publishers bind prefixes to misspelt and outdated addresses, or to none. An address that is
//! known decides; otherwise a prefix means what it means in nearly every feed.

/// A vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Ns {
    /// RSS of any version, CDF, and elements without a namespace.
    Core,
    /// Atom 1.0 and 0.3.
    Atom,
    Rdf,
    Dc,
    DcTerms,
    Content,
    Media,
    Itunes,
    GooglePlay,
    Podcast,
    Slash,
    Wfw,
    Syndication,
    CreativeCommons,
    Thread,
    History,
    Tombstone,
    GeoRss,
    Geo,
    Gml,
    FeedBurner,
    Xhtml,
    Admin,
    Psc,
    Xml,
    /// Anything else.
    Unknown,
}

/// Addresses in lower case, without scheme, trailing `/` and `#`.
const ADDRESSES: &[(&str, Ns)] = &[
    ("backend.userland.com/rss", Ns::Core),
    ("backend.userland.com/rss091", Ns::Core),
    ("backend.userland.com/rss092", Ns::Core),
    ("backend.userland.com/rss093", Ns::Core),
    ("backend.userland.com/rss094", Ns::Core),
    ("backend.userland.com/rss2", Ns::Core),
    ("backend.userland.com/rss20", Ns::Core),
    ("blogs.law.harvard.edu/tech/rss", Ns::Core),
    ("cyber.law.harvard.edu/rss/rss.html", Ns::Core),
    ("channel.netscape.com/rdf/simple/0.9", Ns::Core),
    ("my.netscape.com/rdf/simple/0.9", Ns::Core),
    ("my.netscape.com/publish/formats/rss-0.91.dtd", Ns::Core),
    ("purl.org/rss/1.0", Ns::Core),
    ("purl.org/net/rss1.1", Ns::Core),
    ("purl.org/rss/1.0/modules/rss091", Ns::Core),
    ("my.netscape.com/rdf/simple", Ns::Core),
    ("www.rssboard.org/rss-specification", Ns::Core),
    ("www.w3.org/2005/atom", Ns::Atom),
    ("purl.org/atom/ns", Ns::Atom),
    ("example.com/newformat", Ns::Atom),
    ("example.com/necho", Ns::Atom),
    ("purl.org/echo", Ns::Atom),
    ("uri/of/echo/namespace", Ns::Atom),
    ("purl.org/pie", Ns::Atom),
    ("purl.org/atom-blog/ns", Ns::Atom),
    ("www.w3.org/1999/02/22-rdf-syntax-ns", Ns::Rdf),
    ("purl.org/dc/elements/1.1", Ns::Dc),
    ("purl.org/dc/elements/1.0", Ns::Dc),
    ("purl.org/dc", Ns::Dc),
    ("purl.org/metadata/dublin_core", Ns::Dc),
    ("purl.org/dc/terms", Ns::DcTerms),
    ("purl.org/rss/1.0/modules/dcterms", Ns::DcTerms),
    ("purl.org/rss/1.0/modules/dc", Ns::Dc),
    ("purl.org/rss/1.0/modules/content", Ns::Content),
    ("purl.org/rss/modules/content", Ns::Content),
    ("search.yahoo.com/mrss", Ns::Media),
    ("search.yahoo.com/rss", Ns::Media),
    ("tools.search.yahoo.com/mrss", Ns::Media),
    ("www.rssboard.org/media-rss", Ns::Media),
    ("video.search.yahoo.com/mrss", Ns::Media),
    ("api.maps.yahoo.com/maps/v2.0/xsd/ymaps.xsd", Ns::Unknown),
    ("www.itunes.com/dtds/podcast-1.0.dtd", Ns::Itunes),
    ("www.itunes.com/dtds/podcast-1.0", Ns::Itunes),
    ("itunes.com/dtds/podcast-1.0.dtd", Ns::Itunes),
    ("example.com/dtds/podcast-1.0.dtd", Ns::Itunes),
    ("www.google.com/schemas/play-podcasts/1.0", Ns::GooglePlay),
    ("www.google.com/schemas/play-podcasts/1.0/play-podcasts.xsd", Ns::GooglePlay),
    ("podcastindex.org/namespace/1.0", Ns::Podcast),
    ("github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md", Ns::Podcast),
    ("purl.org/rss/1.0/modules/slash", Ns::Slash),
    ("wellformedweb.org/commentapi", Ns::Wfw),
    ("purl.org/rss/1.0/modules/syndication", Ns::Syndication),
    ("backend.userland.com/creativecommonsrssmodule", Ns::CreativeCommons),
    ("cyber.law.harvard.edu/rss/creativecommonsrssmodule.html", Ns::CreativeCommons),
    ("web.resource.org/cc", Ns::CreativeCommons),
    ("creativecommons.org/ns", Ns::CreativeCommons),
    ("creativecommons.org/ns#license", Ns::CreativeCommons),
    ("blogs.law.harvard.edu/tech/creativecommonsrssmodule", Ns::CreativeCommons),
    ("purl.org/syndication/thread/1.0", Ns::Thread),
    ("purl.org/syndication/history/1.0", Ns::History),
    ("purl.org/atompub/tombstones/1.0", Ns::Tombstone),
    ("www.georss.org", Ns::GeoRss),
    ("www.georss.org/georss", Ns::GeoRss),
    ("www.georss.org/georss/10", Ns::GeoRss),
    ("www.w3.org/2003/01/geo/wgs84_pos", Ns::Geo),
    ("www.opengis.net/gml", Ns::Gml),
    ("rssnamespace.org/feedburner/ext/1.0", Ns::FeedBurner),
    ("www.w3.org/1999/xhtml", Ns::Xhtml),
    ("webns.net/mvcb", Ns::Admin),
    ("podlove.org/simple-chapters", Ns::Psc),
    ("podlove.de/simple-chapters", Ns::Psc),
    ("www.w3.org/xml/1998/namespace", Ns::Xml),
];

/// What a prefix means where it is not declared, or bound to an address nobody knows.
const PREFIXES: &[(&str, Ns)] = &[
    ("rss", Ns::Core),
    ("atom", Ns::Atom),
    ("atom10", Ns::Atom),
    ("atom03", Ns::Atom),
    ("a10", Ns::Atom),
    ("rdf", Ns::Rdf),
    ("dc", Ns::Dc),
    ("rss091", Ns::Core),
    ("dcterms", Ns::DcTerms),
    ("dct", Ns::DcTerms),
    ("content", Ns::Content),
    ("media", Ns::Media),
    ("mrss", Ns::Media),
    ("itunes", Ns::Itunes),
    ("googleplay", Ns::GooglePlay),
    ("podcast", Ns::Podcast),
    ("slash", Ns::Slash),
    ("wfw", Ns::Wfw),
    ("sy", Ns::Syndication),
    ("syn", Ns::Syndication),
    ("creativecommons", Ns::CreativeCommons),
    ("cc", Ns::CreativeCommons),
    ("thr", Ns::Thread),
    ("fh", Ns::History),
    ("at", Ns::Tombstone),
    ("georss", Ns::GeoRss),
    ("geo", Ns::Geo),
    ("gml", Ns::Gml),
    ("feedburner", Ns::FeedBurner),
    ("xhtml", Ns::Xhtml),
    ("admin", Ns::Admin),
    ("psc", Ns::Psc),
    ("xml", Ns::Xml),
];

/// The vocabulary that an address names; `None` where nobody knows it.
pub(super) fn by_address(address: &str) -> Option<Ns> {
    let lower = address.trim().to_ascii_lowercase();
    let rest = lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest);
    let key = rest.trim_end_matches(['/', '#', '*', '=']);
    let key = bare(key);
    let known = ADDRESSES.iter().find(|(known, _)| bare(known) == key);
    known.map(|(_, ns)| *ns).or_else(|| key.starts_with("purl.org/atom/ns").then_some(Ns::Atom))
}

/// With and without `www.` is the same.
fn bare(address: &str) -> &str {
    address.strip_prefix("www.").unwrap_or(address)
}

/// What a prefix usually means.
pub(super) fn by_prefix(prefix: &str) -> Option<Ns> {
    PREFIXES.iter().find(|(known, _)| known.eq_ignore_ascii_case(prefix)).map(|(_, ns)| *ns)
}

/// A local name in lower case, kept on the stack: feeds write `pubDate`, `PubDate` and `pubdate`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Name {
    bytes: [u8; Name::LONGEST],
    length: u8,
}

impl Name {
    const LONGEST: usize = 24;

    /// Names longer than any we know become empty.
    pub(super) fn new(local: &str) -> Self {
        let mut name = Self { bytes: [0; Self::LONGEST], length: 0 };
        if let Some(place) = name.bytes.get_mut(..local.len()) {
            place.copy_from_slice(local.as_bytes());
            place.make_ascii_lowercase();
            name.length = local.len() as u8;
        }
        name
    }

    /// The name.
    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.length)]).unwrap_or_default()
    }
}
