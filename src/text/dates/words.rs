//! The words of dates: months of many languages, halves of the day, zones.

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime};

/// The starts of month names, folded: longer starts decide before shorter ones.
#[rustfmt::skip]
const MONTHS: [&[&str]; 12] = [
    &["jan", "gen", "ene", "ian", "gin", "sty", "led", "oca", "tam", "sausi", "siec", "ιαν", "янв", "січ", "сту", "يناير"],
    &["feb", "fev", "fab", "lut", "uno", "sub", "hel", "vas", "velj", "φεβ", "фев", "лют", "فبراير"],
    &["mar", "mrt", "mrz", "maa", "maer", "bre", "brez", "kov", "ozu", "μαρ", "μαω", "мар", "бер", "сак", "مارس"],
    &["apr", "avr", "abr", "kwi", "dub", "nis", "huh", "bal", "tra", "απρ", "апр", "кві", "кра", "أبريل"],
    &["may", "mai", "maj", "mei", "mag", "mau", "kve", "tou", "geg", "svi", "mayo", "maio", "μαι", "май", "мая", "тра", "مايو"],
    &["jun", "juin", "giu", "iun", "cze", "cer", "haz", "kes", "bir", "ιουν", "ιον", "июн", "чер", "يونيو"],
    &["jul", "juil", "lug", "iul", "lip", "cervenc", "cervene", "tem", "hei", "lie", "srp", "ιουλ", "ιολ", "июл", "лип", "يوليو"],
    &["aug", "aou", "ago", "sie", "srpn", "agu", "elo", "rgp", "avg", "αυγ", "авг", "сер", "أغسطس"],
    &["sep", "set", "szep", "wrz", "zar", "eyl", "syy", "rugs", "σεπ", "сен", "вер", "سبتمبر"],
    &["oct", "okt", "out", "ott", "paz", "rij", "eki", "lok", "spa", "οκτ", "окт", "жов", "أكتوبر"],
    &["nov", "noe", "lis", "kas", "marras", "lap", "stu", "νοε", "ноя", "лис", "نوفمبر"],
    &["dec", "dez", "des", "dic", "gru", "pro", "ara", "joulu", "gruo", "δεκ", "дек", "гру", "ديسمبر"],
];

/// Lower case, without diacritics on Latin and Greek letters.
pub(super) fn folded(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).filter_map(plain).collect()
}

fn plain(c: char) -> Option<char> {
    Some(match c {
        '\u{300}'..='\u{36f}' => return None,
        'á' | 'à' | 'â' | 'ã' | 'å' | 'ą' | 'ă' | 'ä' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'é' | 'è' | 'ê' | 'ë' | 'ě' | 'ę' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ı' => 'i',
        'ñ' | 'ń' => 'n',
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' | 'ő' | 'ø' => 'o',
        'ř' => 'r',
        'š' | 'ś' | 'ş' => 's',
        'ú' | 'ù' | 'û' | 'ü' | 'ű' | 'ů' => 'u',
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

/// The month, 1 to 12, that a folded word names or abbreviates.
pub(super) fn month(folded: &str) -> Option<u32> {
    if folded.chars().count() < 3 {
        return None;
    }
    let starts =
        MONTHS.iter().zip(1..).flat_map(|(names, month)| names.iter().map(move |name| (*name, month)));
    starts
        .filter(|(name, _)| folded.starts_with(name))
        .max_by_key(|(name, _)| name.len())
        .map(|(_, month)| month)
}

/// Whether a word says after noon (`true`) or before.
pub(super) fn half_of_day(folded: &str) -> Option<bool> {
    match folded {
        "am" | "오전" | "上午" | "午前" | "πμ" => Some(false),
        "pm" | "오후" | "下午" | "午後" | "μμ" => Some(true),
        _ => None,
    }
}

/// Minutes east of Greenwich, by zone name. American names first: they are what feeds mean.
#[rustfmt::skip]
const ZONES: &[(&str, i32)] = &[
    ("gmt", 0), ("ut", 0), ("utc", 0), ("z", 0), ("wet", 0), ("zulu", 0),
    ("eastern", -300), ("central", -360), ("mountain", -420), ("pacific", -480), ("atlantic", -240),
    ("est", -300), ("edt", -240), ("et", -300), ("cst", -360), ("cdt", -300), ("ct", -360),
    ("mst", -420), ("mdt", -360), ("mt", -420), ("pst", -480), ("pdt", -420), ("pt", -480),
    ("ast", -240), ("adt", -180), ("at", -240), ("nst", -210), ("ndt", -150), ("nt", -210),
    ("akst", -540), ("akdt", -480), ("hst", -600), ("hast", -600), ("hadt", -540), ("sst", -660),
    ("bst", 60), ("ist", 330), ("west", 60), ("cet", 60), ("met", 60), ("mez", 60), ("cest", 120), ("mest", 120),
    ("mesz", 120), ("eet", 120), ("eest", 180), ("msk", 180), ("msd", 240), ("trt", 180), ("sast", 120),
    ("cat", 120), ("eat", 180), ("wat", 60), ("gst", 240), ("pkt", 300), ("npt", 345), ("bdt", 360),
    ("ict", 420), ("wib", 420), ("hkt", 480), ("sgt", 480), ("pht", 480), ("awst", 480), ("jst", 540), ("kst", 540),
    ("acst", 570), ("acdt", 630), ("aest", 600), ("aedt", 660), ("nzst", 720), ("nzdt", 780),
    ("brt", -180), ("brst", -120), ("art", -180), ("clt", -240), ("clst", -180), ("cot", -300), ("pet", -300),
    ("a", -60), ("b", -120), ("c", -180), ("d", -240), ("e", -300), ("f", -360), ("g", -420), ("h", -480),
    ("i", -540), ("k", -600), ("l", -660), ("m", -720), ("n", 60), ("o", 120), ("p", 180), ("q", 240),
    ("r", 300), ("s", 360), ("t", 420), ("u", 480), ("v", 540), ("w", 600), ("x", 660), ("y", 720),
];

/// Minutes east of Greenwich that a folded zone name stands for. Military letters are taken as RFC 822
/// printed them.
pub(super) fn zone(folded: &str) -> Option<i32> {
    ZONES.iter().find(|(name, _)| *name == folded).map(|(_, minutes)| *minutes)
}

/// The zone that a further word makes of one: `Pacific` `Daylight`, `Central` `European` `Summer`.
pub(super) fn zone_continued(zone: i32, folded: &str) -> Option<i32> {
    match folded {
        "daylight" | "summer" => Some(zone + 60),
        "european" => Some(if zone < -300 { 60 } else { 120 }),
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
const REGIONS: &[(&str, i32, Summer)] = &[
    ("America/New_York", -300, Summer::American), ("America/Detroit", -300, Summer::American),
    ("America/Toronto", -300, Summer::American), ("America/Chicago", -360, Summer::American),
    ("America/Denver", -420, Summer::American), ("America/Phoenix", -420, Summer::Never),
    ("America/Los_Angeles", -480, Summer::American), ("America/Vancouver", -480, Summer::American),
    ("America/Anchorage", -540, Summer::American), ("America/Halifax", -240, Summer::American),
    ("America/Sao_Paulo", -180, Summer::Never), ("America/Argentina/Buenos_Aires", -180, Summer::Never),
    ("America/Bogota", -300, Summer::Never), ("America/Mexico_City", -360, Summer::Never),
    ("US/Eastern", -300, Summer::American), ("US/Central", -360, Summer::American),
    ("US/Mountain", -420, Summer::American), ("US/Pacific", -480, Summer::American),
    ("Pacific/Honolulu", -600, Summer::Never), ("Europe/London", 0, Summer::European),
    ("Europe/Dublin", 0, Summer::European), ("Europe/Lisbon", 0, Summer::European),
    ("Europe/Paris", 60, Summer::European), ("Europe/Berlin", 60, Summer::European),
    ("Europe/Madrid", 60, Summer::European), ("Europe/Rome", 60, Summer::European),
    ("Europe/Vienna", 60, Summer::European), ("Europe/Zurich", 60, Summer::European),
    ("Europe/Brussels", 60, Summer::European), ("Europe/Amsterdam", 60, Summer::European),
    ("Europe/Copenhagen", 60, Summer::European), ("Europe/Oslo", 60, Summer::European),
    ("Europe/Stockholm", 60, Summer::European), ("Europe/Warsaw", 60, Summer::European),
    ("Europe/Prague", 60, Summer::European), ("Europe/Budapest", 60, Summer::European),
    ("Europe/Athens", 120, Summer::European), ("Europe/Helsinki", 120, Summer::European),
    ("Europe/Bucharest", 120, Summer::European), ("Europe/Kiev", 120, Summer::European),
    ("Europe/Kyiv", 120, Summer::European), ("Europe/Istanbul", 180, Summer::Never),
    ("Europe/Moscow", 180, Summer::Never), ("Africa/Johannesburg", 120, Summer::Never),
    ("Africa/Lagos", 60, Summer::Never), ("Africa/Nairobi", 180, Summer::Never),
    ("Asia/Dubai", 240, Summer::Never), ("Asia/Kolkata", 330, Summer::Never),
    ("Asia/Calcutta", 330, Summer::Never), ("Asia/Bangkok", 420, Summer::Never),
    ("Asia/Jakarta", 420, Summer::Never), ("Asia/Shanghai", 480, Summer::Never),
    ("Asia/Hong_Kong", 480, Summer::Never), ("Asia/Singapore", 480, Summer::Never),
    ("Asia/Taipei", 480, Summer::Never), ("Asia/Manila", 480, Summer::Never),
    ("Asia/Seoul", 540, Summer::Never), ("Asia/Tokyo", 540, Summer::Never),
    ("Australia/Perth", 480, Summer::Never), ("Australia/Brisbane", 600, Summer::Never),
    ("Australia/Sydney", 600, Summer::Australian), ("Australia/Melbourne", 600, Summer::Australian),
    ("Pacific/Auckland", 720, Summer::Australian),
];

/// The region that a word names.
pub(super) fn region(word: &str) -> Option<Region> {
    let known = REGIONS.iter().find(|(name, ..)| name.eq_ignore_ascii_case(word));
    known.map(|(_, minutes, summer)| Region { minutes: *minutes, summer: *summer })
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
