//! Hungarian.

use super::{Crediting, Language, Page, Script, Wording};

pub(super) static LANGUAGE: Language = Language {
    code: "hu",
    name: "Hungarian",
    own_name: "magyar",
    script: Script::Latin,
    letters: "áéíóöőúüű",
    abbreviations: "dr prof id ifj özv st út# sz# old# tel# kb pl ún ill vö mill 0",
    stop_words: "a abban ahhoz ahogy ahol aki akik akkor alatt által általában amely amelyek amelyekben amelyet \
        ami amíg amikor át az azok azon azonban azt aztán azért azzal be belül benne bár cikk csak de e \
        ebben eddig egész egy egyes egyetlen egyéb egyik egyre ekkor el elég ellen elő először előtt \
        első emilyen én ennek erre és ez ezek ezen ezért ezt ezzel fel felé hanem ha hogy hogyan hiszen \
        ide igen így ill illetve ilyen is ismét itt jó jól jobban kell kellett keresztül ki kívül között \
        közül következő legalább legyen lehet lehetett lenne lenni lesz lett maga magát majd már más \
        másik meg még mellett mely melyek mert mi miatt mígy mikor milyen mind minden mindenki mindig \
        mint mintha mit mivel most nagy nagyobb ne néha néhány nekem neki nélkül nem nincs ő ők őket \
        olyan össze ott pedig persze rá s saját sem semmi se sok sokkal szerint szinte számára talán \
        tehát teljes több tovább továbbá úgy ugyanis új újra után utána utolsó vagy vagyok valaki valami \
        van vannak vele vissza viszont volna volt voltak",
    months: ["január jan", "február febr", "március márc", "április ápr", "május máj", "június jún", "július júl", "augusztus aug", "szeptember szept", "október okt", "november nov", "december dec"],
    days: ["hétfő", "kedd", "szerda", "csütörtök", "péntek", "szombat", "vasárnap"],
    crediting: Crediting {
        labels: "forrás",
        ..Crediting::NONE
    },
    page: Page {
        begins: "olvassa el|olvasd el|kapcsolódó cikk|kapcsolódó cikkek|hirdetés|iratkozzon fel|\
            iratkozz fel|megosztás|kövessen minket",
        updates: "frissítve|frissült|módosítva",
        bylines: "szerző|írta|szöveg",
        dates: "közzétéve|megjelent|frissítve|frissült|módosítva|olvasási idő|perc",
        ..Page::NONE
    },
    wording: Wording {
        read_on: "Tovább olvasható itt: {}.",
        source: "Forrás: {}.",
        also: "Erről írt még: {}.",
        comma: ", ",
        and: " és ",
        promise: "{}: minden hír egyszer, annak megnevezésével, aki közölte.",
        skip: "Ugrás a hírekhez",
        sections: "Rovatok",
        all_feeds: "Minden hírcsatorna",
        last_change: "Utolsó módosítás: {}",
        subscribe: "Feliratkozás: {}",
        copy: "Másolja e címek egyikét a hírolvasójába. Mindegyikben ugyanazok a hírek vannak.",
        by: "Szerző: {}",
        changed: "módosítva: {}",
        audio: "Hang",
        video: "Videó",
        picture: "Kép",
        file: "Fájl",
        license: "A szöveg licence",
        nothing: "Még semmi sem jelent meg.",
        made: "Minden hír egyszer jelenik meg, és arra mutat, aki közölte. Készült ezzel: {}.",
        date: "{y}. {n}. {d}. {t} UTC",
        feeds: "Hírcsatornák",
        feeds_of: "{} hírcsatornái rovatok szerint.",
        deck: "Másolja egy hírcsatorna címét a hírolvasójába, és az új hírek eljutnak Önhöz. Az RSS, az Atom és a JSON Feed ugyanazokat a híreket tartalmazza.",
        opml: "Minden rovat és forrásai OPML-ként, hírolvasóba tölthetően",
        skip_sections: "Ugrás a rovatokhoz",
        draws: "Forrásai: {}",
        sources_of: "{} forrásai",
        origins: "A bejegyzés *először",
    },
};
