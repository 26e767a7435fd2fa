//! Dutch.

use super::{Crediting, Language, Page, Script, Wording};

pub(super) static LANGUAGE: Language = Language {
    code: "nl",
    name: "Dutch",
    own_name: "Nederlands",
    script: Script::Latin,
    letters: "ëïéöü",
    abbreviations: "dhr mevr mw dr drs prof ir ing mr st ds nr# nrs# art# blz# tel# ca bijv resp incl \
        excl mln mld jl# jr# o.a m.b.t ong zgn gem",
    stop_words: "aan aangezien achter af al aldus alle alleen alles als altijd ander andere anderen anders bij \
        bijna binnen boven buiten daar daarbij daardoor daarin daarmee daarna daarom daarop daarvan \
        daarvoor dan dat de denk der deze die dit doch doen doet door dus echter een eens eerst eerste \
        eigen elk elke en enige enkel enkele er erg ervan even ga gaan gaat gedaan geen gehad gemaakt \
        geweest geworden haar had hadden heb hebben heeft heel hem hen het hier hierbij hij hoe hoewel \
        hun hoger iedere iedereen iemand iets ik in inmiddels is ja je jij jou jouw jullie kan komen \
        komt kon konden kunnen kunt laat later lang liet maar maken me mee meer meest men met mij mijn \
        minder moest moesten moet moeten mogen na naar naast namelijk net niemand niet niets nieuwe niks \
        nog nooit nou nu of ofwel om omdat omhoog onder ons onze ook op opnieuw opzichte over overal pas \
        reeds samen sinds slechts sommige soms staat steeds te tegen tegenover ten ter terug terwijl \
        tijdens toch toe toen tot tussen twee u uit uw vaak van vanaf vanuit vanwege veel verder via vol \
        volgens voor vooral voordat vorig vorige waar waarbij waarin waarmee waarna waarom waarop \
        waarvan wanneer want waren was wat we weer wel welk welke werd werden wie wij wil wilde willen \
        word worden wordt zal ze zei zeker zelf zelfs zich zichzelf zij zijn zo zoals zodat zonder zou \
        zouden zowel zulke zullen",
    months: ["januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul", "augustus aug", "september sept sep", "oktober okt", "november nov", "december dec"],
    days: ["maandag ma", "dinsdag di", "woensdag wo", "donderdag do", "vrijdag vr", "zaterdag za", "zondag zo"],
    crediting: Crediting {
        times: "vandaag gisteren vanochtend vanmiddag vanavond ochtend middag avond morgen \
            maandagochtend",
        offices: "cbs|centraal bureau voor de statistiek|knmi|rivm|cpb|pbl|scp|dnb|de nederlandsche bank|\
            statbel|kmi|ministerie*|oeso|imf|wereldbank|who|vn|europese commissie|rijkswaterstaat|\
            politie|ipsos|kadaster",
        labels: "bron|bronnen",
        says: "volgens/na/uit/blijkens/door/naar berichtgeving/verslaggeving/berichten van/door/in/bij {p}|uitspraken/opmerkingen/verklaring aangehaald/geciteerd/weergegeven door {p}|volgens de/een correspondent/verslaggever/journalist van {p}|{p} achterhaalde/ontdekte/constateert/constateerde|\
            bevestigd * aan/tegenover {p}|lees * in/op/bij {x}|onderzoek van {p}|blijkt uit * van {p}|\
            volgens {p}|zo schrijft/meldt/bericht/schreef/meldde {x}|\
            dat schrijft/meldt/bericht/schreef/meldde {x}|\
            meldt/schrijft/bericht/meldde/schreef/berichtte {p}|\
            {p} meldt/schrijft/bericht/meldde/schreef/onthulde/onthult|\
            tegen/tegenover {p} zegt/zei/vertelt/vertelde/laat|\
            zegt/zei/vertelt/vertelde/laat/bevestigt/bevestigde/verklaart * tegen/tegenover/aan/in/bij {p}|\
            aldus {p}|interview/gesprek met/in/aan/bij {p}|op gezag van {p}|onderzoek van {p}|tegenover {p}|\
            melden/schrijven bronnen aan {p}|in handen van {p}|citeert {p}|\
            weet/weten {p}|\
            schrijven/melden/berichten/onthullen/onthult/onthulde/stelt/verneemt/vernam {p}|\
            dat/zo schrijven/melden/berichten/onthullen/onthult {x}|\
            {n} spreekt/meldt/stelt/noemt/schrijft/beweert/zegt|\
            {p} schrijven/melden/berichten/weet/sprak|{p} heeft * gesproken|{p} sprak met|\
            vertelt/zegt/zei/vertelde/schrijft/laat * tegen/aan/in/bij/tegenover {p}|\
            documenten/stukken/cijfers die {p}|die {p} inzag|bronnen tegen/tegenover/aan {p}|\
            in {p} zegt/vertelt/schrijft|te gast bij {p}|\
            blijkt/bleek uit onderzoek/berichtgeving van {p}|blijkt uit {p}",
        first: "{p} bracht/had * eerste/primeur|\
            als eerste * door {x}|{p} meldde/schreef/berichtte/bracht als eerste|\
            als eerste meldde/schreef/berichtte * {p}",
        origin: "verscheen/verschenen/gepubliceerd eerder/oorspronkelijk/eerst in/op/bij/door {x}|\
            oorspronkelijk/eerst/eerder verschenen/gepubliceerd/verscheen in/op/bij/door {x}|\
            oorspronkelijk/eerst/eerder in/op/bij {x} verschenen|overgenomen van/uit {x}",
        nouns: "*krant *dagblad *blad *zender *omroep *persbureau *website *tijdschrift *nieuwssite *magazine \
            *weekblad *site *programma",
        between: "de het een der den van in",
        people: "politie justitie om bronnen bron gemeente burgemeester ministerie minister kabinet regering \
            onderzoekers deskundigen advocaat trainer directeur woordvoerder getuigen brandweer rechtbank \
            premier club cbs",
        press: "*krant *dagblad *blad *nieuws *post *courant *telegraaf *omroep *tijd *standaard *morgen trouw \
            parool volkskrant \
            *bode *stentor *limburger *gelderlander",
        ..Crediting::NONE
    },
    page: Page {
        updates: "bijgewerkt|laatst bijgewerkt|gewijzigd|laatst gewijzigd|aangepast",
        begins: "lees ook|lees meer|lees verder|meer over|meer nieuws|meer lezen|bekijk ook|bekijk meer|\
            ook interessant|gerelateerd|meest gelezen|nieuwsbrief|abonneer|word lid|inloggen|log in|\
            aanmelden|registreer|meld je aan|deel|delen|reageer|reacties|advertentie|tekst gaat verder|\
            artikel gaat verder|volg ons|kopieer|print|gepubliceerd|bijgewerkt|laatste update|leestijd|\
            foto:|beeld:|video:|cookies|wij gebruiken|privacy|alle rechten|luister|alleen voor abonnees|\
            ontvang|hoofdpunten|beste van|©|vandaag om|ga naar de inhoud|ga naar inhoud|naar hoofdinhoud|\
            ik ga akkoord|jouw e-mailadres|uw e-mailadres|gesponsord|bedankt voor je aanmelding|ontvang |\
            heb je een tip|tip de redactie|deze video kan niet|deze inhoud kan niet|mail de redactie",
        whole: "delen|reacties|advertentie|nieuws|home|video|foto|of|meer|lees meer|\
            gesponsord|gesponsorde inhoud",
        has: "onze nieuwsbrief|gaat verder onder|\
            minuten leestijd|min. leestijd|in je mailbox|in uw mailbox|stemmen)",
        lists: "ingrediënten|bereiding|bereidingswijze|dit heb je nodig|zo maak je het|stap 1|\
            benodigdheden|in het kort|de belangrijkste punten|het belangrijkste|samenvatting|\
            wat weten we|opstellingen|uitslagen|scoreverloop",
        teasers: "lees ook|lees meer|lees verder|ook interessant|meer over dit onderwerp|gerelateerd|\
            gerelateerde artikelen|bekijk ook|zie ook|meest gelezen|meer lezen|lees hier",
        thanks: "met medewerking van|met informatie van|met bijdragen van",
        bylines: "door|tekst|van onze|tekst:|interview|geschreven door|interview door|door:|tekst en beeld|\
            opgetekend door|auteur|tekst en foto's|verslaggever",
        dates: "gepubliceerd|bijgewerkt|laatst bijgewerkt|geplaatst|vandaag|aangepast|laatste update|update|\
            leestijd|minuten leestijd|gewijzigd",
    },
    wording: Wording {
        read_on: "Lees verder bij {}.",
        source: "Bron: {}.",
        also: "Ook gemeld door {}.",
        comma: ", ",
        and: " en ",
        promise: "{}: elk verhaal één keer, met vermelding van wie het bracht.",
        skip: "Naar de verhalen",
        sections: "Rubrieken",
        all_feeds: "Alle feeds",
        last_change: "Laatste wijziging: {}",
        subscribe: "Abonneren: {}",
        copy: "Kopieer een van deze adressen naar uw feedlezer. Ze bevatten alle dezelfde verhalen.",
        by: "Door {}",
        changed: "gewijzigd op {}",
        audio: "Audio",
        video: "Video",
        picture: "Afbeelding",
        file: "Bestand",
        license: "Licentie van deze tekst",
        nothing: "Er is nog niets gepubliceerd.",
        made: "Elk verhaal verschijnt één keer en verwijst naar wie het publiceerde. Gemaakt met {}.",
        date: "{d} {m} {y}, {t} UTC",
        feeds: "Feeds",
        feeds_of: "De feeds van {}, per rubriek.",
        deck: "Kopieer het adres van een feed naar uw feedlezer, en nieuwe verhalen komen naar u toe. RSS, Atom en JSON Feed bevatten dezelfde verhalen.",
        opml: "Alle rubrieken en hun bronnen als OPML, om in een feedlezer te laden",
        skip_sections: "Naar de rubrieken",
        draws: "Put uit {}",
        sources_of: "Bronnen van {}",
        origins: "Het bericht *verscheen eerst op",
    },
};
