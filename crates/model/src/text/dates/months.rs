//! The months' names in some sixty languages.
//!
//! From the Unicode locale data: the shortest start of each name that names no other month. Where
//! languages disagree, the one with more feeds decides: `listopad` is November (Czech, Polish), not
//! October (Croatian).

/// The starts of month names, folded: longer starts decide before shorter ones.
#[rustfmt::skip]
const MONTHS: [&[&str]; 12] = [
    &[
        "jan", "gen", "ene", "ian", "gin", "sty", "led", "oca", "tam", "sausi", "siec", "xan", "urt", "sij",
        "sau", "jaa", "yan",
        "ιαν", "янв", "січ", "сту", "يناير", "јан", "яну", "ינו", "ژان", "جنو", "जनव", "জান", "ஜனவ", "జనవ",
        "იან", "հունվ", "հնվ", "қаң", "มกร", "一月",
    ],
    &[
        "feb", "fev", "fab", "lut", "uno", "sub", "hel", "vas", "velj", "ots", "vee", "shk", "peb",
        "φεβ", "фев", "лют", "فبراير", "феб", "פבר", "فور", "فرو", "रवर", "ফেব", "பிப", "ఫిబ", "თებ", "փետ",
        "փտվ", "ақп", "กุม", "फरवर", "फ़रवर", "二月",
    ],
    &[
        "mar", "mrt", "mrz", "maa", "maer", "bre", "brez", "kov", "ozu", "mac", "merz",
        "μαρ", "μαω", "мар", "бер", "сак", "مارس", "מרץ", "مار", "मार", "মার", "மார", "మార", "მარ", "մար",
        "մրտ", "нау", "มีน", "三月",
    ],
    &[
        "apr", "avr", "abr", "kwi", "dub", "nis", "huh", "bal", "tra", "api", "pri",
        "απρ", "апр", "кві", "кра", "أبريل", "אפר", "آور", "اپر", "रैल", "রিল", "రిల", "აპრ", "ապր", "сәу",
        "เมษ", "四月",
    ],
    &[
        "may", "mai", "maj", "mei", "mag", "mau", "kve", "tou", "geg", "svi", "mayo", "maio",
        "μαι", "май", "мая", "тра", "مايو", "мај", "מאי", "مئی", "მაი", "մայ", "մյս", "мам", "พฤษ", "मई",
        "মে", "மே", "మే", "مه", "五月",
    ],
    &[
        "jun", "juin", "giu", "iun", "cze", "cer", "haz", "kes", "bir", "cvn", "xun", "eka", "lipn", "lipa",
        "juun", "qer", "iyun", "iyn", "hun",
        "ιουν", "ιον", "июн", "чер", "يونيو", "јун", "юни", "чэр", "יונ", "ژوئن", "جون", "जून", "জুন",
        "ஜூன", "జూన", "ივნ", "հունի", "հնս", "мау", "มิถ", "六月",
    ],
    &[
        "jul", "juil", "lug", "iul", "lip", "cervenc", "cervene", "tem", "hei", "lie", "cvc", "xul", "uzt",
        "srpnj", "juul", "iyul", "iyl", "hul", "srpanj", "korr",
        "ιουλ", "ιολ", "июл", "лип", "يوليو", "јул", "юли", "ліп", "יול", "ژوئی", "جول", "जुल", "জুল",
        "ஜூல", "జుల", "ივლ", "հուլ", "հլս", "шіл", "กรก", "七月",
    ],
    &[
        "aug", "aou", "ago", "sie", "srpn", "agu", "elo", "rgp", "avg", "abu", "kol", "rugp", "avq", "ogo",
        "srp", "gush",
        "αυγ", "авг", "сер", "أغسطس", "жні", "אוג", "اوت", "اگس", "अगस", "আগস", "ஆகஸ", "ఆగస", "აგვ", "օգո",
        "օգս", "там", "สิง", "八月",
    ],
    &[
        "sep", "set", "szep", "wrz", "zar", "eyl", "syy", "rugs", "ira", "ruj", "sht", "sen",
        "σεπ", "сен", "вер", "سبتمبر", "сеп", "ספט", "سپت", "ستم", "सित", "সেপ", "செப", "სექ", "սեպ", "қыр",
        "กัน", "九月",
    ],
    &[
        "oct", "okt", "out", "ott", "paz", "rij", "eki", "lok", "spa", "urr", "tet",
        "οκτ", "окт", "жов", "أكتوبر", "кас", "אוק", "اکت", "टूब", "টোব", "டோப", "టోబ", "ოქტ", "հոկ", "қаз",
        "ตุล", "十月",
    ],
    &[
        "nov", "noe", "lis", "kas", "marras", "lap", "stu", "noi", "aza", "nen", "noy", "nob",
        "νοε", "ноя", "лис", "نوفمبر", "нов", "ное", "ліс", "נוב", "نوا", "نوم", "नवं", "নভে", "நவம", "నవం",
        "ნოე", "նոյ", "қар", "พฤศ", "十一月",
    ],
    &[
        "dec", "dez", "des", "dic", "gru", "pro", "ara", "joulu", "abe", "det", "dhj", "dis", "dek",
        "δεκ", "дек", "гру", "ديسمبر", "дец", "сне", "דצמ", "دسا", "دسم", "दिस", "ডিস", "டிச", "డిస", "დეკ",
        "դեկ", "жел", "ธัน", "十二月",
    ],
];

/// The month, 1 to 12, that a folded word names or abbreviates.
pub(super) fn month(folded: &str) -> Option<u32> {
    let starts =
        MONTHS.iter().zip(1..).flat_map(|(names, month)| names.iter().map(move |name| (*name, month)));
    starts
        .filter(|(name, _)| folded.starts_with(name))
        .max_by_key(|(name, _)| name.len())
        .map(|(_, month)| month)
}
