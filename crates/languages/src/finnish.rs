//! Finnish.

use super::{Crediting, Language, Page, Script, Wording};

pub(super) static LANGUAGE: Language = Language {
    code: "fi",
    name: "Finnish",
    own_name: "suomi",
    script: Script::Latin,
    letters: "äöå",
    abbreviations: "dr prof tri hra rva st mm# esim ks vrt nro# klo# puh# milj mrd 0",
    stop_words: "aina aivan alla ali alkaen asti edelleen edes ei eikä eivät ehkä emme en enemmän ennen eniten \
        entä entinen esimerkiksi et että eräs hän häneen hänelle hänen hänet häntä he heidän heille \
        heitä hyvin ihan ilman itse itsensä ja jo joiden joista joita joka joko jokin jolla jolloin \
        jonka jopa jos joskus jossa josta jota jotain jotka jotta juuri kaikki kaiken kanssa kautta \
        kerran keskellä kesken kuin kuinka kuitenkin kuka kun kunnes kyllä lähes lähellä läpi lisäksi \
        luo me meidän mikä mikäli mikään mitä miten miksi missä mistä mukaan mukana mutta muu muun muut \
        myös myöhemmin nämä ne niiden niihin niin niitä noin nuo nyt ohi oikein ole olemme olen olet oli \
        olisi olisivat olivat olla olleet ollut on ovat paitsi paljon pian pitkin poikki se sekä sen \
        sellainen siellä siihen siinä siis siitä sillä sitä sitten suurin sinä tämä tämän tähän tai \
        takana takia tällä tässä tästä tätä te tuo tuolla tuskin tänään usein vaan vaikka vain vai \
        vastaan vielä viime voi voisi voivat yhdessä yksi yli ympäri",
    months: ["tammikuu tammikuuta", "helmikuu helmikuuta", "maaliskuu maaliskuuta", "huhtikuu huhtikuuta", "toukokuu toukokuuta", "kesäkuu kesäkuuta", "heinäkuu heinäkuuta", "elokuu elokuuta", "syyskuu syyskuuta", "lokakuu lokakuuta", "marraskuu marraskuuta", "joulukuu joulukuuta"],
    days: ["maanantai ma", "tiistai ti", "keskiviikko ke", "torstai to", "perjantai pe", "lauantai la", "sunnuntai su"],
    crediting: Crediting {
        labels: "lähde|lähteet",
        ..Crediting::NONE
    },
    page: Page {
        begins: "lue myös|lue lisää|katso myös|jaa artikkeli|kommentoi|tilaa uutiskirje|mainos|\
            seuraa meitä",
        updates: "päivitetty|muokattu",
        bylines: "teksti|toimittaja|kirjoittaja|kirjoittanut|teksti ja kuvat",
        dates: "julkaistu|päivitetty|muokattu|lukuaika|klo",
        ..Page::NONE
    },
    wording: Wording {
        read_on: "Lue lisää: {}.",
        source: "Lähde: {}.",
        also: "Aiheesta kertoo myös {}.",
        comma: ", ",
        and: " ja ",
        promise: "{}: jokainen uutinen kerran, kertojansa nimellä.",
        skip: "Siirry uutisiin",
        sections: "Osastot",
        all_feeds: "Kaikki syötteet",
        last_change: "Viimeksi muutettu: {}",
        subscribe: "Tilaa: {}",
        copy: "Kopioi jokin näistä osoitteista syötelukijaasi. Kaikissa on samat uutiset.",
        by: "Kirjoittanut {}",
        changed: "muutettu {}",
        audio: "Ääni",
        video: "Video",
        picture: "Kuva",
        file: "Tiedosto",
        license: "Tämän tekstin lisenssi",
        nothing: "Mitään ei ole vielä julkaistu.",
        made: "Jokainen uutinen näkyy kerran ja linkittää julkaisijaansa. Tehty ohjelmalla {}.",
        date: "{d}.{n}.{y}, {t} UTC",
        feeds: "Syötteet",
        feeds_of: "Syötteet osastoittain: {}.",
        deck: "Kopioi syötteen osoite syötelukijaasi, niin uudet uutiset tulevat luoksesi. RSS, Atom ja JSON Feed sisältävät samat uutiset.",
        opml: "Kaikki osastot ja niiden lähteet OPML-muodossa, lukijaan tuotaviksi",
        skip_sections: "Siirry osastoihin",
        draws: "Lähteinä {}",
        sources_of: "Lähteet: {}",
        origins: "Artikkeli *julkaistiin ensimmäisen kerran|Artikkeli *ilmestyi ensin",
    },
};
