//! Romanian.

use super::{Crediting, Language, Page, Script, Wording};

pub(super) static LANGUAGE: Language = Language {
    code: "ro",
    name: "Romanian",
    own_name: "română",
    script: Script::Latin,
    letters: "ăâîșțşţ",
    abbreviations: "dl dna dr prof ing av sf str# bd# nr# art# alin# pag# tel# cca mil mld aprox",
    stop_words: "a acea aceasta această aceea acei aceia acel acela acele acelea acest acesta aceste acestea \
        acestor acestui acolo acum ai aici al ale alt alta altceva alte altfel alți am anume apoi ar are \
        as asemenea asta astăzi astfel asupra atât atunci au avea avut azi ca că când care căci căreia \
        cărora cărui ce cea cei cel cele celor ceva chiar cine cineva cu cum cât câte câteva către da \
        dacă dar de deci deja deși despre din dintre doar după ea ei el ele era erau este eu ești face \
        fi fie fiecare fiind foarte fost fără i iar ieri ii îi îl îmi împotriva în înainte înapoi încă \
        încât într între întru îți la le li lor lui mai mult mulți multe ne ni nici nicio niciun nimeni \
        nimic niște noastră nostru noi nou nu numai o ori oricare orice pe pentru peste până poate pot \
        prea prin printre sa să săi sale sau său se și si sub sunt suntem spre tot toate toți totuși tu \
        un una unde unei unele unor unui unul va vă voi vor vostru vom",
    months: ["ianuarie ian", "februarie feb", "martie mar", "aprilie apr", "mai", "iunie iun", "iulie iul", "august aug", "septembrie sept", "octombrie oct", "noiembrie noi", "decembrie dec"],
    days: ["luni", "marți", "miercuri", "joi", "vineri", "sâmbătă", "duminică"],
    crediting: Crediting {
        labels: "sursa|sursă|sursele",
        ..Crediting::NONE
    },
    page: Page {
        begins: "citește și|citeşte şi|citește mai mult|vezi și|distribuie|abonează-te|publicitate|\
            urmărește-ne",
        updates: "actualizat|ultima actualizare|modificat",
        bylines: "scris de|autor|autoare|text|de:",
        dates: "publicat|publicat la|actualizat|ultima actualizare|modificat|ora",
        ..Page::NONE
    },
    wording: Wording {
        read_on: "Citește mai departe pe {}.",
        source: "Sursa: {}.",
        also: "Relatează și {}.",
        comma: ", ",
        and: " și ",
        promise: "{}: fiecare știre o singură dată, cu menționarea celui care a relatat-o.",
        skip: "Sari la știri",
        sections: "Secțiuni",
        all_feeds: "Toate fluxurile",
        last_change: "Ultima modificare: {}",
        subscribe: "Abonare: {}",
        copy: "Copiați una dintre aceste adrese în cititorul de fluxuri. Toate conțin aceleași știri.",
        by: "De {}",
        changed: "modificat la {}",
        audio: "Audio",
        video: "Video",
        picture: "Imagine",
        file: "Fișier",
        license: "Licența acestui text",
        nothing: "Nu s-a publicat încă nimic.",
        made: "Fiecare știre apare o singură dată și trimite la cel care a publicat-o. Realizat cu {}.",
        date: "{d}.{n}.{y}, {t} UTC",
        feeds: "Fluxuri",
        feeds_of: "Fluxurile {}, pe secțiuni.",
        deck: "Copiați adresa unui flux în cititor, iar știrile noi vin la dumneavoastră. RSS, Atom și JSON Feed conțin aceleași știri.",
        opml: "Toate secțiunile și sursele lor ca OPML, de importat într-un cititor",
        skip_sections: "Sari la secțiuni",
        draws: "Se bazează pe {}",
        sources_of: "Surse pentru {}",
        origins: "Articolul *apare prima dată în|Postarea *apare prima dată în",
    },
};
