//! The words of dates: halves of the day, zones, regions.

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime};

/// Lower case, without diacritics on Latin and Greek letters.
pub(super) fn folded(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).filter_map(plain).collect()
}

fn plain(c: char) -> Option<char> {
    Some(match c {
        '\u{300}'..='\u{36f}' => return None,
        'á' | 'à' | 'â' | 'ã' | 'å' | 'ą' | 'ă' | 'ä' | 'ā' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'é' | 'è' | 'ê' | 'ë' | 'ě' | 'ę' | 'ē' | 'ė' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ı' | 'ī' | 'į' => 'i',
        'ļ' | 'ľ' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' | 'ő' | 'ø' => 'o',
        'ř' => 'r',
        'š' | 'ś' | 'ş' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ú' | 'ù' | 'û' | 'ü' | 'ű' | 'ů' | 'ū' | 'ų' => 'u',
        'ý' => 'y',
        'ž' | 'ź' | 'ż' => 'z',
        'ł' => 'l',
        'ğ' => 'g',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' => 'υ',
        'ώ' => 'ω',
        _ => c,
    })
}

/// Whether a word says after noon (`true`) or before.
pub(super) fn half_of_day(folded: &str) -> Option<bool> {
    match folded {
        "am" | "오전" | "上午" | "午前" | "πμ" => Some(false),
        "pm" | "오후" | "下午" | "午後" | "μμ" => Some(true),
        _ => None,
    }
}

/// What stands at once behind a clock for a half of the day, after noon (`true`) or before, and its length:
/// letters that alone mean much else, and forms in parts.
pub(super) fn half_behind_clock(rest: &str) -> Option<(bool, usize)> {
    const HALVES: [(&str, bool); 14] = [
        ("a.m", false),
        ("p.m", true),
        ("a. m", false),
        ("p. m", true),
        ("A.M", false),
        ("P.M", true),
        ("\u{3c0}.\u{3bc}", false),
        ("\u{3bc}.\u{3bc}", true),
        ("\u{635}", false),
        ("\u{645}", true),
        ("\u{642}.\u{638}", false),
        ("\u{628}.\u{638}", true),
        ("SA", false),
        ("CH", true),
    ];
    HALVES.iter().find_map(|(word, afternoon)| {
        let more = rest.strip_prefix(word)?.chars().next();
        more.is_none_or(|c| !c.is_alphabetic()).then_some((*afternoon, word.len()))
    })
}

/// Minutes east of Greenwich, by zone name. American names first: they are what feeds mean.
#[rustfmt::skip]
const ZONES: &[(&str, i32)] = &[
    ("gmt", 0), ("ut", 0), ("utc", 0), ("uct", 0), ("z", 0), ("wet", 0), ("zulu", 0), ("greenwich", 0),
    ("universal", 0), ("coordinated", 0), ("british", 0), ("western", 0), ("azost", 0), 
    ("eastern", -300), ("central", -360), ("mountain", -420), ("pacific", -480), ("atlantic", -240),
    ("newfoundland", -210), ("alaska", -540), ("alaskan", -540), ("hawaii", -600), ("hawaiian", -600),
    ("est", -300), ("edt", -240), ("et", -300), ("cst", -360), ("cdt", -300), ("ct", -360),
    ("mst", -420), ("mdt", -360), ("mt", -420), ("pst", -480), ("pdt", -420), ("pt", -480),
    ("ast", -240), ("adt", -180), ("at", -240), ("nst", -210), ("ndt", -150), ("nt", -210),
    ("akst", -540), ("akdt", -480), ("akt", -540), ("hst", -600), ("hast", -600), ("hadt", -540), ("hdt", -540),
    ("yst", -540), ("ydt", -480), ("sst", -660),
    ("bst", 60), ("ist", 330), ("west", 60), ("cet", 60), ("met", 60), ("mez", 60), ("mewt", 60), ("fwt", 60),
    ("cest", 120), ("mest", 120), ("mesz", 120), ("swt", 60), 
    ("eet", 120), ("eest", 180), ("oez", 120), ("oesz", 180), ("wez", 0), ("wesz", 60), ("haec", 120),
    ("idt", 180), ("fet", 180), ("msk", 180), ("msd", 240), ("moscow", 180), ("trt", 180), ("syot", 180),
    ("samt", 240), ("yekt", 300), ("yekst", 360), ("omst", 360), ("novt", 420), ("krat", 420), ("irkt", 480),
    ("yakt", 540), ("vlat", 600), ("sakt", 660), ("magt", 660), ("sret", 660), ("pett", 720), ("anat", 720),
    ("sast", 120), ("cat", 120), ("eat", 180), ("wat", 60), ("wast", 120), ("mut", 240), ("ret", 240), ("sct", 240),
    ("arabian", 180), ("irst", 210), ("irdt", 270), ("get", 240), ("azt", 240), ("gst", 240), ("aft", 270),
    ("pkt", 300), ("uzt", 300), ("tmt", 300), ("tjt", 300), ("mvt", 300), ("india", 330), ("slst", 330), ("npt", 345),
    ("bdt", 360), ("btt", 360), ("kgt", 360), ("almt", 300), ("mmt", 390),
    ("ict", 420), ("wib", 420), ("hovt", 420), ("thailand", 420), ("hkt", 480), ("sgt", 480), ("pht", 480), ("phst", 480),
    ("myt", 480), ("wita", 480), ("ulat", 480), ("bnt", 480), ("china", 480), ("singapore", 480),
    ("awst", 480), ("acwst", 525), ("jst", 540), ("kst", 540), ("wit", 540), ("tlt", 540), ("pwt", 540),
    ("japan", 540), ("tokyo", 540), ("korea", 540), ("korean", 540), ("australian", 600),
    ("acst", 570), ("acdt", 630), ("aest", 600), ("aedt", 660), ("aet", 600), ("chst", 600), ("pgt", 600),
    ("lhst", 630), ("lhdt", 660), ("sbt", 660), ("nct", 660), ("vut", 660), ("nft", 660),
    ("nzst", 720), ("nzdt", 780), ("nzt", 720), ("fjt", 720), ("tvt", 720), ("mht", 720), ("wakt", 720),
    ("chast", 765), ("chadt", 825), ("tot", 780), ("phot", 780), ("tkt", 780), ("wst", 780), ("lint", 840),
    ("azot", -60), ("cvt", -60), ("fnt", -120), ("wgt", -120), ("wgst", -60),
    ("brt", -180), ("brst", -120), ("art", -180), ("srt", -180), ("gft", -180), ("uyt", -180), ("uyst", -120),
    ("pyt", -180), ("pmst", -180), ("pmdt", -120), ("rott", -180), ("fkst", -180), ("fkt", -240),
    ("clt", -240), ("clst", -180), ("bot", -240), ("vet", -240), ("gyt", -240), ("amt", -240), ("amst", -180),
    ("cot", -300), ("pet", -300), ("ect", -300), ("act", -300), ("cist", -480), ("galt", -360), ("east", -360),
    ("easst", -300), ("gamt", -540), ("gilt", 720), ("mart", -570), ("taht", -600), ("ckt", -600), ("nut", -660),
    ("a", -60), ("b", -120), ("c", -180), ("d", -240), ("e", -300), ("f", -360), ("g", -420), ("h", -480),
    ("i", -540), ("k", -600), ("l", -660), ("m", -720), ("n", 60), ("o", 120), ("p", 180), ("q", 240),
    ("r", 300), ("s", 360), ("t", 420), ("u", 480), ("v", 540), ("w", 600), ("x", 660), ("y", 720),
];

/// Minutes east of Greenwich that a zone's name stands for. Military letters are taken as RFC 822 printed
/// them; small ones are words: `10:00 h`, `2021 r.`
pub(super) fn zone(word: &str, folded: &str) -> Option<i32> {
    if word.len() == 1 && word.as_bytes()[0].is_ascii_lowercase() && word != "z" {
        return None;
    }
    ZONES.iter().find(|(name, _)| *name == folded).map(|(_, minutes)| *minutes)
}

/// The zone that a further word makes of one: `Pacific` `Daylight`, `Central` `European` `Summer`.
pub(super) fn zone_continued(zone: i32, folded: &str) -> Option<i32> {
    match (folded, zone) {
        ("daylight" | "summer", _) => Some(zone + 60),
        ("europe" | "european", -360) => Some(60),
        ("europe" | "european", -300) => Some(120),
        ("africa" | "african", -360) => Some(120),
        ("africa" | "african", -300) => Some(180),
        ("africa" | "african", 0) => Some(60),
        ("central", 600) => Some(570),
        ("western", 600) => Some(480),
        _ => None,
    }
}

/// When the clocks are an hour ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Summer {
    Never,
    /// Second Sunday of March to first Sunday of November, at 2:00.
    American,
    /// Last Sunday of March to last Sunday of October, at 1:00 UTC.
    European,
    /// First Sunday of October to first Sunday of April, at 2:00.
    Australian,
}

/// A region of the time zone database that feeds name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Region {
    minutes: i32,
    summer: Summer,
}

#[rustfmt::skip]
const REGIONS: &[(i32, Summer, &[&str])] = &[
    (-660, Summer::Never, &["Pacific/Pago_Pago", "US/Samoa"]),
    (-600, Summer::Never, &["Pacific/Honolulu", "Pacific/Rarotonga", "Pacific/Tahiti", "US/Hawaii"]),
    (-540, Summer::American, &["America/Anchorage", "America/Juneau", "US/Alaska"]),
    (-480, Summer::American, &["America/Los_Angeles", "America/Tijuana", "America/Vancouver",
        "Canada/Pacific", "US/Pacific"]),
    (-420, Summer::American, &["America/Boise", "America/Ciudad_Juarez", "America/Denver",
        "America/Edmonton", "Canada/Mountain", "US/Mountain"]),
    (-420, Summer::Never, &["America/Hermosillo", "America/Mazatlan", "America/Phoenix", "US/Arizona"]),
    (-360, Summer::American, &["America/Chicago", "America/Indiana/Knox", "America/Matamoros",
        "America/Menominee", "America/Winnipeg", "Canada/Central", "US/Central"]),
    (-360, Summer::Never, &["America/Belize", "America/Costa_Rica", "America/El_Salvador",
        "America/Guatemala", "America/Managua", "America/Mexico_City", "America/Monterrey",
        "America/Regina", "America/Tegucigalpa"]),
    (-300, Summer::American, &["America/Detroit", "America/Havana", "America/Indiana/Indianapolis",
        "America/Indianapolis", "America/Kentucky/Louisville", "America/Montreal", "America/Nassau",
        "America/New_York", "America/Toronto", "Canada/Eastern",
        "US/East-Indiana", "US/Eastern", "US/Michigan"]),
    (-300, Summer::Never, &["America/Bogota", "America/Cancun", "America/Cayman", "America/Guayaquil",
        "America/Jamaica", "America/Lima", "America/Panama"]),
    (-240, Summer::American, &["America/Goose_Bay", "America/Halifax", "America/Moncton",
        "Atlantic/Bermuda", "Canada/Atlantic"]),
    (-240, Summer::Never, &["America/Barbados", "America/Caracas", "America/Curacao",
        "America/Guadeloupe", "America/Guyana", "America/La_Paz", "America/Manaus", "America/Martinique",
        "America/Port_of_Spain", "America/Puerto_Rico", "America/Santo_Domingo"]),
    (-210, Summer::American, &["America/St_Johns", "Canada/Newfoundland"]),
    (-180, Summer::Never, &["America/Argentina/Buenos_Aires", "America/Argentina/Cordoba",
        "America/Asuncion", "America/Bahia", "America/Belem", "America/Buenos_Aires", "America/Cayenne",
        "America/Fortaleza", "America/Maceio", "America/Montevideo", "America/Paramaribo",
        "America/Recife", "America/Sao_Paulo", "Brazil/East"]),
    (-60, Summer::European, &["Atlantic/Azores"]),
    (0, Summer::European, &["Atlantic/Canary", "Atlantic/Faroe", "Atlantic/Madeira", "Europe/Belfast",
        "Europe/Dublin", "Europe/Guernsey", "Europe/Isle_of_Man", "Europe/Jersey", "Europe/Lisbon",
        "Europe/London", "GB", "WET"]),
    (0, Summer::Never, &["Africa/Abidjan", "Africa/Accra", "Africa/Bamako", "Africa/Dakar",
        "Africa/Monrovia", "Africa/Ouagadougou", "Atlantic/Reykjavik", "Etc/GMT", "Etc/UCT", "Etc/UTC",
        "Etc/Universal", "Etc/Zulu", "UTC"]),
    (60, Summer::European, &["Africa/Ceuta", "Arctic/Longyearbyen", "CET", "Europe/Amsterdam",
        "Europe/Andorra", "Europe/Belgrade", "Europe/Berlin", "Europe/Bratislava", "Europe/Brussels",
        "Europe/Budapest", "Europe/Copenhagen", "Europe/Gibraltar", "Europe/Ljubljana",
        "Europe/Luxembourg", "Europe/Madrid", "Europe/Malta", "Europe/Monaco", "Europe/Oslo",
        "Europe/Paris", "Europe/Podgorica", "Europe/Prague", "Europe/Rome", "Europe/San_Marino",
        "Europe/Sarajevo", "Europe/Skopje", "Europe/Stockholm", "Europe/Tirane", "Europe/Vaduz",
        "Europe/Vatican", "Europe/Vienna", "Europe/Warsaw", "Europe/Zagreb", "Europe/Zurich", "MET"]),
    (60, Summer::Never, &["Africa/Algiers", "Africa/Casablanca", "Africa/Douala", "Africa/Kinshasa",
        "Africa/Lagos", "Africa/Libreville", "Africa/Luanda", "Africa/Ndjamena", "Africa/Tunis"]),
    (120, Summer::European, &["Asia/Beirut", "Asia/Jerusalem", "Asia/Nicosia", "Asia/Tel_Aviv", "EET",
        "Europe/Athens", "Europe/Bucharest", "Europe/Chisinau", "Europe/Helsinki", "Europe/Kiev",
        "Europe/Kyiv", "Europe/Mariehamn", "Europe/Riga", "Europe/Sofia", "Europe/Tallinn",
        "Europe/Uzhgorod", "Europe/Vilnius", "Europe/Zaporozhye", "Israel"]),
    (120, Summer::Never, &["Africa/Blantyre", "Africa/Gaborone", "Africa/Harare", "Africa/Johannesburg",
        "Africa/Khartoum", "Africa/Kigali", "Africa/Lubumbashi", "Africa/Lusaka", "Africa/Maputo",
        "Africa/Tripoli", "Africa/Windhoek", "Europe/Kaliningrad"]),
    (180, Summer::Never, &["Africa/Addis_Ababa", "Africa/Dar_es_Salaam", "Africa/Djibouti",
        "Africa/Kampala", "Africa/Mogadishu", "Africa/Nairobi", "Asia/Aden", "Asia/Amman",
        "Asia/Baghdad", "Asia/Bahrain", "Asia/Damascus", "Asia/Istanbul", "Asia/Kuwait", "Asia/Qatar",
        "Asia/Riyadh", "Europe/Istanbul", "Europe/Minsk", "Europe/Moscow", "Europe/Simferopol",
        "Europe/Volgograd", "Indian/Antananarivo", "Turkey"]),
    (210, Summer::Never, &["Asia/Tehran", "Iran"]),
    (240, Summer::Never, &["Asia/Baku", "Asia/Dubai", "Asia/Muscat", "Asia/Tbilisi", "Asia/Yerevan",
        "Europe/Samara", "Europe/Saratov", "Indian/Mahe", "Indian/Mauritius", "Indian/Reunion"]),
    (270, Summer::Never, &["Asia/Kabul"]),
    (300, Summer::Never, &["Asia/Almaty", "Asia/Aqtau", "Asia/Ashgabat", "Asia/Dushanbe", "Asia/Karachi",
        "Asia/Qyzylorda", "Asia/Samarkand", "Asia/Tashkent", "Asia/Yekaterinburg", "Indian/Maldives"]),
    (330, Summer::Never, &["Asia/Calcutta", "Asia/Colombo", "Asia/Kolkata"]),
    (345, Summer::Never, &["Asia/Kathmandu", "Asia/Katmandu"]),
    (360, Summer::Never, &["Asia/Bishkek", "Asia/Dhaka", "Asia/Omsk", "Asia/Thimphu", "Asia/Urumqi"]),
    (390, Summer::Never, &["Asia/Rangoon", "Asia/Yangon"]),
    (420, Summer::Never, &["Asia/Bangkok", "Asia/Ho_Chi_Minh", "Asia/Hovd", "Asia/Jakarta",
        "Asia/Krasnoyarsk", "Asia/Novosibirsk", "Asia/Phnom_Penh", "Asia/Pontianak", "Asia/Saigon",
        "Asia/Tomsk", "Asia/Vientiane"]),
    (480, Summer::Never, &["Asia/Brunei", "Asia/Chongqing", "Asia/Harbin", "Asia/Hong_Kong",
        "Asia/Irkutsk", "Asia/Kuala_Lumpur", "Asia/Kuching", "Asia/Macao", "Asia/Macau", "Asia/Makassar",
        "Asia/Manila", "Asia/Shanghai", "Asia/Singapore", "Asia/Taipei", "Asia/Ulaanbaatar",
        "Australia/Perth", "Australia/West", "Hongkong", "PRC", "ROC", "Singapore"]),
    (540, Summer::Never, &["Asia/Chita", "Asia/Dili", "Asia/Jayapura", "Asia/Pyongyang", "Asia/Seoul",
        "Asia/Tokyo", "Asia/Yakutsk", "Japan", "Pacific/Palau", "ROK"]),
    (570, Summer::Australian, &["Australia/Adelaide", "Australia/South"]),
    (570, Summer::Never, &["Australia/Darwin", "Australia/North"]),
    (600, Summer::Australian, &["Australia/ACT", "Australia/Canberra", "Australia/Hobart",
        "Australia/Melbourne", "Australia/NSW", "Australia/Sydney", "Australia/Tasmania",
        "Australia/Victoria"]),
    (600, Summer::Never, &["Asia/Vladivostok", "Australia/Brisbane", "Australia/Lindeman",
        "Australia/Queensland", "Pacific/Guam", "Pacific/Port_Moresby", "Pacific/Saipan"]),
    (660, Summer::Never, &["Asia/Magadan", "Asia/Sakhalin", "Pacific/Efate", "Pacific/Guadalcanal",
        "Pacific/Noumea"]),
    (720, Summer::Australian, &["Antarctica/McMurdo", "NZ", "Pacific/Auckland"]),
    (720, Summer::Never, &["Asia/Kamchatka", "Pacific/Fiji", "Pacific/Majuro", "Pacific/Tarawa"]),
    (780, Summer::Never, &["Pacific/Apia", "Pacific/Tongatapu"]),
];

/// The region that a word names.
pub(super) fn region(word: &str) -> Option<Region> {
    let named = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(word));
    let known = REGIONS.iter().find(|(.., names)| named(names));
    known.map(|(minutes, summer, _)| Region { minutes: *minutes, summer: *summer })
}

impl Region {
    /// Minutes east of Greenwich at a local time, by the rules of today.
    pub(super) fn offset(&self, local: NaiveDateTime) -> i32 {
        let year = local.year();
        let at = |month, nth, hour| {
            sunday(year, month, nth).and_then(|day| day.and_hms_opt(hour, 0, 0)).unwrap_or(local)
        };
        let ahead = match self.summer {
            Summer::Never => false,
            Summer::American => at(3, 2, 2) <= local && local < at(11, 1, 2),
            Summer::European => {
                let shift = Duration::minutes(i64::from(self.minutes));
                at(3, 0, 1) + shift <= local && local < at(10, 0, 2) + shift
            }
            Summer::Australian => local < at(4, 1, 3) || at(10, 1, 2) <= local,
        };
        self.minutes + if ahead { 60 } else { 0 }
    }
}

/// The nth Sunday of a month; 0 for the last.
fn sunday(year: i32, month: u32, nth: u32) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let to_sunday = (7 - first.weekday().num_days_from_sunday()) % 7;
    let week = if nth == 0 { (30 - to_sunday) / 7 } else { nth - 1 };
    Some(first + Duration::days(i64::from(to_sunday + 7 * week)))
}
