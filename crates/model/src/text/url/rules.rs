//! The rules of canonical addresses, as data. Each line can be tested alone.

/// First labels of a host that lead to the same site, where a registrable domain remains.
pub(super) const HOST_LABELS: &[&str] =
    &["www", "www1", "www2", "www3", "m", "mobile", "amp", "touch", "wap"];

/// Last segments of a path that name the folder they are in.
pub(super) const INDEX_PAGES: &[&str] = &[
    "index.html",
    "index.htm",
    "index.shtml",
    "index.xhtml",
    "index.php",
    "index.asp",
    "index.aspx",
    "index.jsp",
    "index.cgi",
    "default.html",
    "default.htm",
    "default.asp",
    "default.aspx",
];

/// Last segments of a path that ask for another rendering of the page before them.
pub(super) const RENDERINGS: &[&str] = &["amp", "amp.html", "print", "print.html", "mobile"];

/// Endings of a last segment that ask for another rendering.
pub(super) const RENDERING_ENDINGS: &[&str] = &[".amp.html", ".amp", "-amp.html", ".print.html"];

/// Prefixes of names of query parameters that only track, in lower case.
pub(super) const TRACKING_PREFIXES: &[&str] = &[
    "utm_", "mc_", "pk_", "mtm_", "piwik_", "matomo_", "hsa_", "at_", "oly_", "ga_", "stm_", "guce_", "wt.",
    "wt_",
];

/// Names of query parameters that only track or ask for another rendering, in lower case.
pub(super) const TRACKING: &[&str] = &[
    "fbclid",
    "gclid",
    "gclsrc",
    "dclid",
    "gbraid",
    "wbraid",
    "msclkid",
    "yclid",
    "twclid",
    "ttclid",
    "igshid",
    "igsh",
    "li_fat_id",
    "mkt_tok",
    "vero_id",
    "vero_conv",
    "wickedid",
    "_hsenc",
    "_hsmi",
    "__hssc",
    "__hstc",
    "_ga",
    "_gl",
    "__s",
    "__twitter_impression",
    "s_cid",
    "sr_share",
    "sref",
    "trk",
    "trkcampaign",
    "spm",
    "scm",
    "ref",
    "ref_src",
    "ref_url",
    "referer",
    "referrer",
    "cmp",
    "cmpid",
    "cmpn",
    "ncid",
    "icid",
    "ocid",
    "smid",
    "smtyp",
    "emc",
    "maca",
    "xtor",
    "ito",
    "ftag",
    "guccounter",
    "taid",
    "ab_channel",
    "feature",
    "share",
    "shared",
    "social",
    "soc_src",
    "soc_trk",
    "sh",
    "amp",
    "outputtype",
    "rss",
    "fb_action_ids",
    "fb_action_types",
    "fb_ref",
    "fb_source",
    "action_object_map",
    "wprov",
    "campaign_id",
    "traffic_source",
    "dgcid",
    "xid",
    "nsukey",
    "usqp",
    "jsessionid",
    "phpsessid",
];

/// Parameters that track with these values only, and choose a page with others; lower case.
pub(super) const TRACKING_VALUES: &[(&str, &[&str])] = &[
    ("source", REFERRERS),
    ("src", REFERRERS),
    ("from", REFERRERS),
    ("via", REFERRERS),
    ("partner", REFERRERS),
    ("medium", REFERRERS),
    ("campaign", REFERRERS),
    ("mod", REFERRERS),
    ("output", &["amp"]),
    ("view", &["amp", "mobile"]),
    ("format", &["amp"]),
    ("mode", &["amp"]),
];

/// Of all these the names that choose a page, a part or a rendering on some site: they count for nothing
/// where addresses are compared, and stay where one is published.
pub(super) const MAY_CHOOSE: &[&str] = &[
    "ref",
    "feature",
    "share",
    "shared",
    "social",
    "sh",
    "amp",
    "outputtype",
    "rss",
    "ab_channel",
    "xid",
    "campaign_id",
    "jsessionid",
    "phpsessid",
    "source",
    "src",
    "from",
    "via",
    "partner",
    "medium",
    "campaign",
    "mod",
    "output",
    "view",
    "format",
    "mode",
];

const REFERRERS: &[&str] = &[
    "rss",
    "feed",
    "atom",
    "feedburner",
    "twitter",
    "facebook",
    "linkedin",
    "reddit",
    "email",
    "newsletter",
    "social",
    "share",
    "whatsapp",
    "telegram",
    "google",
    "googlenews",
    "app",
    "flipboard",
    "push",
    "applenews",
    "rss20",
];

/// Redirects that carry their target in a parameter: host (or an ending of it after a dot), start
/// of the path, name of the parameter.
pub(super) const REDIRECTS: &[(&str, &str, &str)] = &[
    ("google.com", "/url", "url"),
    ("google.com", "/url", "q"),
    ("news.google.com", "/news/url", "url"),
    ("news.google.com", "/", "url"),
    ("feedproxy.google.com", "/", "url"),
    ("feeds.feedburner.com", "/", "url"),
    ("translate.google.com", "/translate", "u"),
    ("bing.com", "/news/apiclick.aspx", "url"),
    ("bing.com", "/ck", "url"),
    ("facebook.com", "/l.php", "u"),
    ("instagram.com", "/", "u"),
    ("umblr.com", "/redirect", "z"),
    ("reddit.com", "/", "url"),
    ("youtube.com", "/redirect", "q"),
    ("getpocket.com", "/redirect", "url"),
    ("flipboard.com", "/redirect", "url"),
    ("linkedin.com", "/redir/redirect", "url"),
    ("steamcommunity.com", "/linkfilter", "url"),
    ("disq.us", "/url", "url"),
    ("duckduckgo.com", "/l", "uddg"),
    ("digg.com", "/submit", "url"),
    ("vk.com", "/away.php", "to"),
];

/// Redirects that carry their target in the path: host (or an ending of it), what stands before
/// the target. A target without a scheme begins with its host.
pub(super) const PATH_REDIRECTS: &[(&str, &str)] = &[
    ("cdn.ampproject.org", "/c/s/"),
    ("cdn.ampproject.org", "/v/s/"),
    ("cdn.ampproject.org", "/c/"),
    ("cdn.ampproject.org", "/v/"),
    ("google.com", "/amp/s/"),
    ("google.com", "/amp/"),
    ("bing.com", "/amp/s/"),
    ("web.archive.org", "/web/*/"),
];

/// Short hosts: what stands before the first segment of the path at the long one.
pub(super) const SHORT_HOSTS: &[(&str, &str)] = &[("youtu.be", "https://youtube.com/watch?v=")];

/// Second labels that, before a country's, belong to its registry: `co.uk`, `com.au`.
pub(super) const REGISTRY_LABELS: &[&str] = &[
    "co", "com", "org", "net", "gov", "gob", "gouv", "go", "ac", "edu", "or", "ne", "nom", "info", "mil",
    "sch",
];

/// Fragments that name no item of a page, in lower case.
pub(super) const TRACKING_FRAGMENTS: &[&str] = &[
    "",
    "top",
    "content",
    "main",
    "comments",
    "respond",
    "disqus_thread",
    "rss",
    "feed",
    "share",
    "article",
];

/// Prefixes of fragments that name no item of a page, in lower case.
pub(super) const TRACKING_FRAGMENT_PREFIXES: &[&str] = &[
    "xtor=",
    "utm_",
    "ref=",
    "mod=",
    "ftag=",
    "cid=",
    "intcid",
    "echobox",
    "link_time",
    "more-",
    ":~:",
    "!",
    "rss-",
    "at_",
];
