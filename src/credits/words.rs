//! Words that make or unmake a name: data for the rules in `names` and `marks`.

/// Last words of newspapers' names. Two capitalised words that end so are an outlet.
#[rustfmt::skip]
pub(super) const PAPERS: &[&str] = &[
    "advertiser", "argus", "banner", "bee", "beacon", "bugle", "bulletin", "chronicle", "citizen", "courant",
    "courier", "democrat", "dispatch", "enquirer", "examiner", "gazette", "gazetteer", "globe", "guardian",
    "herald", "inquirer", "independent", "intelligencer", "journal", "ledger", "mail", "mercury", "mirror",
    "monitor", "observer", "post", "reporter", "sentinel", "shimbun", "statesman", "sun", "tagblatt",
    "telegram", "telegraph", "times", "tribune", "zeitung",
];

/// Last words of other outlets' names: enough where the words around them already speak of reporting.
#[rustfmt::skip]
pub(super) const TITLES: &[&str] = &[
    "abend", "agency", "beat", "blog", "broadcasting", "business", "daily", "dealer", "digest", "echo",
    "express", "fm", "insider", "journal", "mag", "magazine", "media", "morning", "nation", "network",
    "news", "newsletter", "newspaper", "newspapers", "newsroom", "newswire", "online", "podcast", "press",
    "radio", "record", "register", "report", "reports", "review", "standard", "star", "television", "today",
    "tv", "wave", "weekly", "wire", "world", "xpress", "bladet", "gazeta", "pravda", "presse",
    "nachrichten", "rundschau", "presse-agentur",
];

/// First words that make an outlet of what follows.
pub(super) const OPENERS: &[&str] =
    &["agence", "agencia", "agenzia", "daily", "radio", "diario", "journal", "gazeta", "agentur", "télé"];

/// Pieces of one-word names with a capital inside (`NewsMaker`): no company is called so lightly.
#[rustfmt::skip]
pub(super) const PIECES: &[&str] = &[
    "News", "Press", "Times", "Daily", "Wire", "Radar", "Film", "Films", "Blog", "Insider", "Magazine",
    "Mag", "Beat", "Media", "Report", "Reports", "Live", "Review", "Weekly", "Gossip", "Spoilers", "Movie",
    "Gazette", "Radio",
];

/// Words for an outlet: `news outlet NewsMaker`, `Empire magazine`.
#[rustfmt::skip]
pub(super) const NOUNS: &[&str] = &[
    "outlet", "newspaper", "tabloid", "website", "site", "broadcaster", "publication", "agency", "magazine",
    "daily", "weekly", "blog", "newsletter", "broadsheet", "paper", "newswire", "service", "portal",
    "channel",
];

/// What may stand before an outlet's last word without making a name: `Breaking News`.
#[rustfmt::skip]
pub(super) const GENERIC: &[&str] = &[
    "a", "academic", "all", "am", "an", "bad", "best", "big", "book", "box", "breaking", "business",
    "celebrity", "company", "crime", "digital", "entertainment", "exclusive", "fake", "film", "final",
    "financial", "first", "gaming", "general", "good", "great", "health", "hot", "in", "latest", "life",
    "live", "local", "more", "movie", "movies", "music", "my", "national", "new", "news", "old", "online",
    "other", "our", "peer", "political", "pop", "press", "product", "real", "related", "science", "sad",
    "sports", "tech", "the", "this", "top", "tv", "us", "uk", "video", "weather", "weekly", "world", "year",
    "your", "modern", "early", "late", "monthly", "annual", "quarterly", "daily", "free", "hard", "public",
    "private", "internet", "wireless", "social", "mass", "mainstream", "state", "status", "progress",
    "incident", "police", "special", "interim", "full", "spoiler", "open", "royal", "home", "guest", "code",
    "street", "recent", "happy", "prime", "end", "part",
];

/// Words that never begin a name, though a capital may stand there.
#[rustfmt::skip]
pub(super) const LEADS: &[&str] = &[
    "a", "according", "after", "again", "all", "also", "although", "an", "and", "another", "as", "at",
    "back", "because", "before", "both", "but", "by", "earlier", "even", "finally", "first", "for", "from",
    "he", "her", "here", "his", "how", "however", "i", "if", "in", "instead", "it", "its", "just", "last",
    "later", "many", "meanwhile", "more", "most", "my", "no", "nor", "not", "now", "of", "on", "once",
    "one", "only", "or", "other", "our", "per", "previously", "read", "see", "several", "she", "since",
    "so", "some", "source", "sources", "still", "than", "that", "their", "then", "there", "these", "they",
    "this", "those", "though", "through", "to", "today", "told", "two", "under", "until", "via", "watch",
    "we", "what", "when", "where", "which", "while", "who", "why", "with", "yesterday", "yet", "you",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "writing",
    "speaking", "issue", "volume", "vol", "episode", "part", "talking", "image", "photo", "sen", "rep",
    "mr", "mrs", "ms", "dr", "sir", "president", "president-elect", "minister", "secretary", "prime",
    "former", "ceo", "author", "director", "actor",
];

/// Days, months and languages: no part of a name when they follow one or stand alone.
#[rustfmt::skip]
pub(super) const DATES: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
    "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "english",
    "french", "german", "spanish", "portuguese", "italian", "russian", "chinese", "japanese", "dutch",
    "swedish", "danish", "polish", "arabic", "hebrew", "korean", "turkish",
];

/// Companies, agencies of state, platforms, picture agencies and means of sending: whoever they
/// are, they are not outlets. Compact spelling (`names::compact`).
#[rustfmt::skip]
pub(super) const NOT_OUTLETS: &[&str] = &[
    // Companies, shops, platforms
    "adobe", "airbnb", "alibaba", "alphabet", "amazon", "amazonprime", "amazonprimevideo", "amd",
    "americanexpress", "anthropic", "apple", "appletv", "appletv+", "aws", "azure", "bluesky", "boeing",
    "bytedance", "chatgpt", "discord", "disney", "disney+", "dropbox", "ebay", "etsy", "facebook",
    "federalexpress", "flickr", "foxconn", "github", "gitlab", "gmail", "google", "googleplay",
    "googletranslate", "googlenews", "hbo", "hbomax", "hulu", "ibm", "imdb", "imdbpro", "instagram",
    "intel", "itunes", "kickstarter", "lego", "linkedin", "mastodon", "max", "meta", "microsoft", "mozilla",
    "netflix", "nintendo", "npm", "nvidia", "openai", "oracle", "orientexpress", "panamaexpress",
    "paramount", "paramount+", "patreon", "paypal", "peacock", "pinterest", "playstation", "primevideo",
    "quora", "reddit", "samsung", "signal", "skype", "slack", "snapchat", "sony", "spacex", "spotify",
    "statista", "steam", "stripe", "telegram", "tesla", "threads", "tiktok", "tumblr", "twitch", "twitter",
    "uber", "vimeo", "visa", "walmart", "warnerbros", "wechat", "whatsapp", "wikipedia", "wikimedia",
    "wikimediacommons", "wikidata", "wordpress", "x", "xbox", "youtube", "zoom", "onenation",
    "cartoonnetwork", "homebrew", "kalshi", "polymarket", "marvel", "lionsgate", "universal", "nielsen",
    "yougov", "gallup", "ipsos", "comscore", "parrotanalytics", "luminate", "barb", "rottentomatoes",
    "bbciplayer", "iplayer", "itvx", "britbox",
    // Pictures
    "alamy", "depositphotos", "epa", "freepik", "getty", "gettyimages", "istock", "pexels", "pixabay",
    "shutterstock", "unsplash", "apimages", "apphoto", "canva", "midjourney", "publicdomain",
    "creativecommons", "screenshot", "googlemaps", "googleearth", "openstreetmap", "handout", "courtesy",
    // States, bodies, police
    "cdc", "cia", "congress", "dhs", "doj", "epa", "eu", "europeancommission", "europol", "eurostat", "faa",
    "fbi", "fcc", "fda", "ftc", "ice", "imf", "interpol", "irs", "kremlin", "metoffice", "metpolice",
    "nasa", "nato", "nhs", "noaa", "nsa", "ofcom", "ons", "opec", "parliament", "pentagon", "police", "sec",
    "senate", "statedepartment", "supremecourt", "treasury", "un", "unesco", "unicef", "unitednations",
    "usgs", "whitehouse", "who", "worldbank", "wto", "wada", "wipo", "kpmg", "worldhealthorganization",
    "unhcr", "oecd", "ifpi", "riaa", "bfi", "bafta",
    // Means of sending
    "air", "api", "app", "apps", "bluetooth", "boat", "bus", "bgp", "cable", "chat", "dm", "dns", "email",
    "e-mail", "ethernet", "fax", "firewire", "ftp", "hdmi", "http", "https", "internet", "instantmessage",
    "landline", "link", "livestream", "mail", "messenger", "mms", "opml", "pcie", "pgp", "phone", "post",
    "proxy", "rail", "rss", "satellite", "sea", "sms", "soap", "ssh", "ssl", "stream", "streaming",
    "telephone", "text", "tls", "train", "usb", "video", "videolink", "voip", "vpn", "web", "website",
    "webcam", "wifi", "wi-fi", "wire", "boxoffice", "press", "pressrelease", "newsletter", "tvguides",
    "cli", "sdk", "json", "xml", "html", "css", "sql", "pip", "cargo", "docker", "research", "studio",
    "publicist", "spokesperson", "agent", "me", "us", "you", "him", "them", "her", "it", "self",
    "wikicommons", "wiki", "author", "unknown", "various", "staff", "agencies", "editor", "comments",
];

/// Listed outlets, by their first domain, that make programmes and are often the news themselves.
#[rustfmt::skip]
pub(super) const MAKERS: &[&str] = &[
    "abc.net.au", "abcnews.go.com", "bbc.com", "bet.com", "cbc.ca", "cbsnews.com", "channel4.com",
    "ctvnews.ca", "espn.com", "foxnews.com", "itv.com", "mtv.com", "nbcnews.com", "nhk.or.jp", "npr.org",
    "pbs.org", "rai.it", "rte.ie", "syfy.com", "telemundo.com", "televisa.com", "tvnz.co.nz",
    "univision.com", "yahoo.com", "zdf.de", "ard.de", "canalplus.com", "tvguide.com",
];

/// Nouns that show a name acts rather than reports: `told BBC staff`, `a BBC spokesperson`.
#[rustfmt::skip]
pub(super) const ACTORS: &[&str] = &[
    "staff", "employees", "bosses", "executives", "execs", "workers", "management", "chiefs",
    "shareholders", "investors", "lawyers", "board", "spokesperson", "spokesman", "spokeswoman", "rules",
    "guidelines", "policy", "policies", "insiders", "studios", "subscribers", "boss", "chairman", "chief",
    "lawyer", "attorney", "philanthropies", "foundation", "institute", "building", "tower", "museum", "arena",
];

/// After `reported`, these make a balance sheet of it.
#[rustfmt::skip]
pub(super) const FIGURES: &[&str] = &[
    "profit", "profits", "loss", "losses", "earnings", "revenue", "revenues", "sales", "results",
    "quarterly", "income", "subscribers", "record", "net", "annual", "to", "for", "missing", "abroad",
    "being", "its", "their",
];

/// Words in the names of authorities, schools and firms: `Source: Ministry of Health` names no outlet.
#[rustfmt::skip]
pub(super) const BODIES: &[&str] = &[
    "ministry", "department", "bureau", "commission", "council", "authority", "university", "college",
    "statistics", "census", "filings", "parliament", "government", "police", "court", "laboratory", "ministerium",
    "bundesamt", "universität", "ministère", "ministerio", "ministero", "université", "universidad", "inc",
    "inc.", "ltd", "ltd.", "llc", "gmbh", "plc", "corporation", "corp", "corp.", "committee", "embassy",
    "calculations", "berechnung", "berechnungen", "estimates", "data", "survey", "poll",
];

/// Words that mark a sentence or a line as the credit of a picture.
#[rustfmt::skip]
pub(super) const PICTURES: &[&str] = &[
    "image", "images", "photo", "photos", "photograph", "photographs", "picture", "pictures",
    "illustration", "screenshot", "screengrab", "graphic", "artwork", "credit", "credits", "chart", "map",
    "logo", "video", "clip", "footage", "gif", "thumbnail", "figure", "table", "data", "graph", "diagram",
    "poster", "cover",
];

/// What is taken over from elsewhere: `This ARTICLE originally appeared on …`.
#[rustfmt::skip]
pub(super) const WORKS: &[&str] = &[
    "post", "article", "story", "piece", "essay", "column", "interview", "review", "content", "report",
    "feature", "excerpt", "item", "op-ed", "commentary", "opinion", "analysis", "translation", "transcript",
    "profile", "blog", "version", "page", "text",
];

/// Between the words that credit and the name that is credited.
#[rustfmt::skip]
pub(super) const FILLERS: &[&str] = &[
    "the", "a", "an", "this", "new", "recent", "latest", "earlier", "report", "reports", "article",
    "articles", "story", "stories", "piece", "post", "from", "by", "in", "at", "on", "of", "newspaper",
    "newspapers", "magazine", "website", "site", "outlet", "outlets", "news", "agency", "trade",
    "publication", "publications", "broadcaster", "tabloid", "paper", "daily", "weekly", "sunday", "sister",
    "title", "our", "my", "colleagues", "friends", "folks", "over", "us", "uk", "u.s.", "u.k.", "american",
    "british", "local", "state", "state-run", "state-owned", "media", "service", "wire", "industry",
    "music", "gaming", "tech", "entertainment", "film", "regional", "national", "public", "investigative",
    "analysis", "investigation", "blog", "channel", "portal", "network", "business", "financial",
    "reporters", "reporter", "journalist", "journalists", "correspondent", "exclusive", "special",
    "detailed", "separate", "german", "french", "dutch", "swiss", "greek", "specialist", "entry",
    "newswire", "der", "das", "dem", "le", "la", "el", "il", "het",
];

/// Adverbs that may stand between any two words of a cue.
#[rustfmt::skip]
pub(super) const ADVERBS: &[&str] = &[
    "exclusively", "recently", "also", "later", "now", "previously", "earlier", "just", "reportedly",
    "further", "additionally", "originally", "today", "yesterday", "separately", "subsequently",
    "initially", "correctly", "openly", "briefly", "then", "already", "today", "since",
];

/// Given names: a name of two or three words that begins with one is a person's.
#[rustfmt::skip]
pub(super) const GIVEN_NAMES: &[&str] = &[
    "aaron", "adam", "adrian", "ahmed", "aidan", "alan", "albert", "alejandro", "alex", "alexander",
    "alexandra", "alexis", "alice", "alison", "amanda", "amelia", "amy", "ana", "andrea", "andrew", "andy",
    "angela", "anita", "ann", "anna", "anne", "annie", "anthony", "antonio", "arthur", "ashley", "barbara",
    "barry", "becky", "ben", "benjamin", "bernard", "beth", "bill", "billy", "bob", "brad", "brandon",
    "brenda", "brian", "bruce", "callum", "cameron", "carl", "carlos", "carol", "caroline", "catherine",
    "charles", "charlie", "charlotte", "chloe", "chris", "christian", "christina", "christine",
    "christopher", "claire", "clara", "colin", "connor", "craig", "curt", "cynthia", "dan", "daniel",
    "danny", "dave", "david", "dean", "deborah", "denis", "dennis", "derek", "diana", "diane", "diego",
    "dmitry", "donald", "donna", "dorothy", "doug", "douglas", "duncan", "dylan", "ed", "eddie", "edward",
    "elena", "eleanor", "elizabeth", "ella", "ellen", "emily", "emma", "eric", "erin", "ethan", "eva",
    "evan", "fatima", "felix", "fiona", "florence", "frances", "francesca", "francis", "frank", "fred",
    "gary", "gavin", "geoff", "george", "gerald", "gina", "glenn", "gordon", "graham", "greg", "gregory",
    "guy", "hannah", "harold", "harry", "heather", "helen", "henry", "holly", "howard", "hugh", "hugo",
    "ian", "igor", "ines", "irene", "isaac", "isabel", "ivan", "jack", "jackie", "jacob", "jake", "james",
    "jamie", "jan", "jane", "janet", "jason", "javier", "jean", "jeff", "jeffrey", "jennifer", "jenny",
    "jeremy", "jerry", "jess", "jessica", "jill", "jim", "jimmy", "joan", "joanna", "joe", "joel", "johan",
    "john", "johnny", "jon", "jonah", "jonathan", "jordan", "jose", "joseph", "josh", "joshua", "joyce",
    "juan", "judith", "judy", "julia", "julian", "julie", "justin", "karen", "karl", "kate", "katherine",
    "kathleen", "kathryn", "katie", "keith", "kelly", "ken", "kenneth", "kevin", "kim", "kyle", "larry",
    "laura", "lauren", "laurence", "lee", "leo", "leon", "leslie", "lewis", "liam", "lily", "linda", "lisa",
    "liz", "logan", "louis", "louise", "lucas", "lucy", "luis", "luke", "lynn", "maggie", "manuel", "marc",
    "marco", "marcus", "margaret", "maria", "marie", "marilyn", "mario", "mark", "martha", "martin", "mary",
    "matt", "matthew", "max", "maya", "megan", "mehmet", "melanie", "melissa", "michael", "michelle",
    "miguel", "mike", "miles", "mohamed", "mohammed", "molly", "monica", "muhammad", "nadia", "nancy",
    "naomi", "natalie", "nathan", "neil", "nicholas", "nick", "nicola", "nicole", "nigel", "nina", "noah",
    "nora", "oliver", "olivia", "omar", "oscar", "owen", "pablo", "pamela", "pat", "patricia", "patrick",
    "paul", "paula", "pedro", "peter", "phil", "philip", "phillip", "pierre", "priya", "rachel", "raj",
    "ralph", "raymond", "rebecca", "rich", "richard", "rick", "rob", "robert", "roberto", "robin", "roger",
    "ron", "ronald", "rosa", "rose", "ross", "roy", "ruby", "rui", "russell", "ruth", "ryan", "sally",
    "sam", "samantha", "samuel", "sandra", "sara", "sarah", "scott", "sean", "sebastian", "sergei", "shane",
    "shannon", "sharon", "shaun", "shirley", "simon", "sofia", "sophia", "sophie", "stacy", "stefan",
    "stephanie", "stephen", "steve", "steven", "stuart", "sue", "susan", "suzanne", "sylvia", "tara", "ted",
    "teresa", "terry", "theo", "theresa", "thomas", "tim", "timothy", "tina", "toby", "todd", "tom",
    "tommy", "tony", "tracy", "tyler", "vanessa", "vera", "victor", "victoria", "vincent", "virginia",
    "walter", "wayne", "wendy", "will", "william", "yusuf", "zach", "zoe", "ali", "hassan", "ibrahim",
    "kumar", "wei", "yuki", "kenji", "olga", "svetlana", "natasha", "vladimir", "andrei", "ivana", "lars",
    "sven", "ingrid", "bjorn", "giulia", "mathew", "alastair", "alistair", "anders", "andre", "angus",
    "anne-marie", "antoine", "ariel", "arjun", "astrid", "bella", "bernie", "brent", "brett", "bryan",
    "caitlin", "casey", "cecilia", "chad", "chelsea", "clare", "claudia", "clive", "courtney", "dale",
    "damian", "damien", "dana", "darren", "dawn", "debra", "denise", "devin", "dominic", "don", "drew",
    "edgar", "eli", "elise", "emilia", "erica", "erik", "ernest", "esther", "eugene", "evelyn", "ezra",
    "farah", "freddie", "gabriel", "gareth", "gemma", "georgia", "gerard", "gillian", "glen", "grace",
    "gregg", "hamish", "hanna", "hans", "hilary", "ida", "imogen", "iris", "jared", "jasmine", "jay",
    "jeanne", "jen", "jesse", "joanne", "joaquin", "jodie", "jonny", "jorge", "josephine", "jude", "judd",
    "kai", "karin", "kara", "kathy", "katy", "kerry", "kimberly", "kirsty", "kristen", "kurt", "lance",
    "lara", "leah", "leila", "lena", "lindsay", "lindsey", "lloyd", "lorraine", "luca", "lydia",
    "mackenzie", "madeleine", "malcolm", "marcia", "marina", "marissa", "marjorie", "marvin", "mathieu",
    "maureen", "maxine", "mei", "mick", "mitchell", "morgan", "murray", "nate", "ned", "noel", "norman",
    "olivier", "paolo", "penny", "perry", "petra", "preeti", "randy", "ray", "reza", "rhys", "rita", "rod",
    "rory", "rupert", "sabrina", "salman", "sandy", "selena", "seth", "sharyn", "sheila", "sherry", "sid",
    "spencer", "stan", "stella", "stewart", "sunil", "tamara", "tanya", "taylor", "thea", "tiffany",
    "trevor", "valerie", "vijay", "vivian", "warren", "wesley", "xavier", "yasmin", "zachary", "zara",
    "zeynep", "joao", "andreas", "matthias", "jens", "henrik", "nils", "ulrich", "giorgio", "francesco",
    "alessandro", "carmen", "pilar", "fernando", "ricardo", "rafael", "sergio", "rodrigo", "khalid",
    "layla", "mustafa", "tariq", "amir", "hamid", "nasser", "ravi", "sanjay", "deepak", "anil", "neha",
    "pooja", "rahul", "amit", "imran", "asif", "bilal", "usman",
];

/// Sites that publish what others wrote and name them in brackets, or behind the headline.
#[rustfmt::skip]
pub(super) const AGGREGATORS: &[&str] = &[
    "allafrica.com", "news.google.com", "google.com", "bing.com", "msn.com", "news.yahoo.com",
    "flipboard.com", "newsnow.co.uk", "smartnews.com", "newsbreak.com", "feedly.com", "syndigate.info",
];

/// Trades in a byline: `By Ann Lee, Staff Writer` names no outlet.
#[rustfmt::skip]
pub(super) const TRADES: &[&str] = &[
    "editor", "writer", "reporter", "correspondent", "columnist", "critic", "producer", "staff",
    "contributor", "phd", "md", "professor", "author", "director", "journalist", "blogger", "analyst",
    "fellow", "lecturer", "photographer", "intern", "freelance", "manager", "chief", "jr", "sr",
    "president", "ceo", "founder", "published", "updated", "posted", "min", "minutes", "am", "pm",
    "university",
];
