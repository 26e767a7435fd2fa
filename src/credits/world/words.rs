//! Words of a language's file, ready to be asked.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::languages::{self, Language};

/// A list of words in which `*` stands for any beginning or end.
#[derive(Debug, Default)]
pub(super) struct Words {
    whole: Vec<&'static str>,
    begins: Vec<&'static str>,
    ends: Vec<&'static str>,
}

impl Words {
    fn new(list: &'static str) -> Self {
        let mut words = Self::default();
        for word in list.split(' ').filter(|word| !word.is_empty()) {
            match (word.strip_prefix('*'), word.strip_suffix('*')) {
                (Some(end), _) => words.ends.push(end),
                (_, Some(begin)) => words.begins.push(begin),
                _ => words.whole.push(word),
            }
        }
        words
    }

    /// Whether the word, in lower case, is one of these.
    pub(super) fn has(&self, word: &str) -> bool {
        !word.is_empty()
            && (self.whole.contains(&word)
                || self.begins.iter().any(|begin| word.starts_with(begin))
                || self.ends.iter().any(|end| word.ends_with(end)))
    }

    /// Whether one of these words ends the text, which has no spaces.
    pub(super) fn ends(&self, text: &str) -> bool {
        self.ends.iter().any(|end| text.ends_with(end))
    }

    /// Whether one of these words stands in the text.
    pub(super) fn within(&self, text: &str) -> bool {
        self.whole.iter().any(|word| text.contains(word))
    }
}

/// The words of one language.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    pub(super) nouns: Words,
    pub(super) between: Words,
    pub(super) people: Words,
    pub(super) press: Words,
    pub(super) stops: Words,
    pub(super) times: Words,
    /// Days and months.
    pub(super) days: HashSet<&'static str>,
}

static ALL: LazyLock<HashMap<&'static str, Vocabulary>> = LazyLock::new(|| {
    let of = |language: &&'static Language| {
        let crediting = &language.crediting;
        let words = Vocabulary {
            nouns: Words::new(crediting.nouns),
            between: Words::new(crediting.between),
            people: Words::new(crediting.people),
            press: Words::new(crediting.press),
            stops: Words::new(language.stop_words),
            times: Words::new(crediting.times),
            days: language
                .months
                .iter()
                .chain(&language.days)
                .flat_map(|forms| forms.split(' '))
                .filter(|form| form.chars().count() > 2)
                .collect(),
        };
        (language.code, words)
    };
    languages::all().iter().map(of).collect()
});

/// The words of a language.
pub(super) fn of(language: &Language) -> &'static Vocabulary {
    static NONE: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::default);
    ALL.get(language.code).unwrap_or(&NONE)
}

/// What an outlet's own people and owners are called, in many languages.
const OWN: &[&str] = &[
    "vd",
    "vd:n",
    "ägare",
    "ägaren",
    "ejer",
    "ejere",
    "eier",
    "eiere",
    "eierne",
    "direktør",
    "direktøren",
    "chefredaktør",
    "chefredaktøren",
    "chefredaktör",
    "chefredaktören",
    "sjefredaktør",
    "sjefredaktøren",
    "redaktør",
    "redaktøren",
    "ansvarig",
    "ansvarige",
    "administrerende",
    "koncernchef",
    "konsernsjef",
    "pressechef",
    "presschef",
    "talsperson",
    "talskvinde",
    "talesperson",
    "chefredakteur",
    "chefredakteurin",
    "chefredaktion",
    "verleger",
    "herausgeber",
    "geschäftsführer",
    "geschäftsführung",
    "eigentümer",
    "betriebsrat",
    "hoofdredacteur",
    "eigenaar",
    "uitgever",
    "directeur",
    "ceo",
    "owner",
    "publisher",
    "shareholders",
    "aktionäre",
    "aktieägare",
    "właściciel",
    "prezes",
    "владелец",
    "гендиректор",
    "главред",
    "sahibi",
    "patronu",
    "사장",
    "사장은",
    "사장이",
    "회장",
    "회장은",
    "대표",
    "대표는",
    "노조",
    "노조는",
    "노조가",
    "노동조합",
    "주주",
    "경영진",
    "मालिक",
    "संपादक",
];

/// Whether the word, in lower case, is one of an outlet's own people.
pub(super) fn is_own(word: &str) -> bool {
    OWN.contains(&word)
}

/// Whether a text without spaces goes on with an outlet's own people: `社長は`.
pub(super) fn is_own_packed(rest: &str) -> bool {
    ["社長", "会長", "社の", "労組", "社长", "总编", "董事长", "母公司", "股东", "工会"]
        .iter()
        .any(|own| rest.starts_with(own))
}

/// Whether a name is an office's or an institute's, in its language or in English.
pub(super) fn is_office(name: &str, language: &Language) -> bool {
    languages::is_office(name, language)
}

/// Words that names of outlets have in every language.
const EVERYWHERE: &[&str] = &[
    "news",
    "tv",
    "radio",
    "times",
    "post",
    "press",
    "journal",
    "today",
    "online",
    "magazine",
    "magazin",
    "daily",
    "weekly",
    "herald",
    "tribune",
    "gazette",
    "media",
    "fm",
    "tele",
    "zeitung",
    "express",
    "reporter",
    "insider",
    "chronicle",
    "observer",
    "mail",
    "standard",
    "review",
    "bulletin",
    "sport",
    "sports",
    "wire",
    "rtv",
    "sky",
    "channel",
    "canal",
    "antenne",
];

/// Whether a word, in lower case, stands in names of outlets.
pub(super) fn is_press(word: &str, vocabulary: &Vocabulary) -> bool {
    EVERYWHERE.contains(&word)
        || vocabulary.press.has(word)
        || word.contains('.') && super::super::domains::is_domain(word)
}
