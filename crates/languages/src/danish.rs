//! Danish.

use super::{Crediting, Language, Page, Script, Wording};

pub(super) static LANGUAGE: Language = Language {
    code: "da",
    name: "Danish",
    own_name: "dansk",
    script: Script::Latin,
    letters: "æøå",
    abbreviations: "dr prof hr fr st nr# kap# stk# tlf# ca bl eks inkl ekskl mio mia kl# pct# kr# jf sml \
        evt 0",
    stop_words: "ad af aldrig alle allerede alligevel alt altid altså anden andet andre at bag bare begge blandt \
        blev blevet bliver blive bør da de dem den denne dens der derefter deres derfor derfra des \
        desuden det dette dig din dine disse dit dog du efter eftersom egen ej eller ellers en end endnu \
        er et fik fire flere fleste for foran fordi forrige fra få får før først første gennem gik \
        gjorde gjort god gør gøre gå går ham han hans har havde have heller helt hende hendes her hos \
        hun hvad hvem hver hvilke hvilken hvilket hvis hvor hvordan hvorfor hvornår i idag ifølge igen \
        igennem ikke imellem imod ind inde inden ingen intet især ja jeg jer jo kan kom komme kommer kun \
        kunne kunnet lige lidt man mand mange med meget mellem men mens mere mest mig min mindre mine \
        mit mod må måske måtte ned nej nemlig netop ni nogen noget nogle nok nu ny nye når nær næste \
        næsten og også om omkring op os over overfor på samme samt selv selvom senere ser sidste sig \
        sige siger sin sine sit siden skal skulle snart som stadig stor store således så sådan tager til \
        tilbage tre ud uden uanset under undtagen var være været ved vi via vil ville vor vores vort",
    months: ["januar jan", "februar feb", "marts mar", "april apr", "maj", "juni jun", "juli jul", "august aug", "september sept sep", "oktober okt", "november nov", "december dec"],
    days: ["mandag man", "tirsdag tirs tir", "onsdag ons", "torsdag tors tor", "fredag fre", "lørdag lør", "søndag søn"],
    crediting: Crediting {
        times: "i dag går aften aftes morgen formiddag eftermiddag nu her til",
        offices: "dst|danmarks statistik|dmi|nationalbanken|ssi|statens serum institut|sundhedsstyrelsen|\
            *styrelsen|*ministeriet|oecd|imf|fn|who|politiet|finans danmark|vejdirektoratet",
        labels: "kilde|kilder",
        says: "kortlægning/undersøgelse/gennemgang/artikel/serie fra/i {p}|\
            udtalelser/kommentarer gengivet/citeret/bragt af/i {p}|ifølge en/et undersøgelse/kortlægning/artikel fra/af/i {p}|en/et undersøgelse/kortlægning/gennemgang fra/af {p} viser|ifølge {p} korrespondent/udsendte|\
            over for {p}|overfor {p}|som {p} er|læs * hos/i/på {x}|bekræftes/bekræfter * for/af {p}|\
            ifølge {p}|det skriver/oplyser/rapporterer/erfarer/melder {p}|\
            skriver/rapporterer/erfarer/melder/oplyser {p}|{p} skriver/rapporterer/erfarer/melder/skrev|\
            siger/fortæller/oplyser/sagde/fortalte/bekræfter/udtaler/skriver * til/i/hos {p}|\
            til {p} siger/fortæller/oplyser|interview/samtale/snak med/i/til {p}|oplysninger til {p}|\
            citeret i/af {p}|\
            {p} har talt/snakket/interviewet|{p} kan/kunne * fortælle|\
            som {p} har fået/set/læst/modtaget|{n} beskriver/skriver/hævder/oplyser/rapporterer|\
            sagde/fortalte/forklarer/forklarede/erkender/medgiver * til/i {p}|\
            skrev/meldte/rapporterede/berettede {p}|skriver/skrev * i {p}|\
            bekræfter/oplyser/erkender * over for {p}|{p} beskriver/beretter/fortæller/hævder/kunne|\
            ifølge oplysninger til/fra {p}|fremgår af {p}|i {p} siger/fortæller|{p} kan afsløre",
        first: "{p} var først|\
            først omtalt/beskrevet/bragt/afsløret af/i {x}|{p} var først/de første|først til at * var {x}|\
            afsløret af {x}|\
            {p} kunne/kan * afsløre|{p} afslørede|{p} har afsløret",
        origin: "oprindeligt/oprindelig/først bragt/publiceret/udgivet/offentliggjort/trykt i/på/af/hos {x}|\
            bragt/publiceret/udgivet/offentliggjort/trykt oprindeligt/oprindelig/først i/på/af/hos {x}|\
            været bragt/trykt/publiceret/offentliggjort i/på/hos {x}|er bragt/trykt/publiceret i {x}",
        nouns: "medie medier *mediet \
            avisen dagbladet *avis mediet tv-stationen *bureauet magasinet sitet netmediet radioen kanalen \
            nyhedsbureauet erhvervsmediet ugeavisen \
            tv-station* *stationen radiostationen netavisen onlinemediet fagbladet ugebladet \
            lokalavisen",
        between: "den det de en et",
        people: "politiet kilder kilde anklageren kommunen regeringen ministeren statsministeren eksperter \
            vidner træneren direktøren borgmesteren advokaten myndighederne brandvæsenet klubben",
        press: "*nyhederne tv2 \
            *avisen *bladet *tidende *posten *nyt *nyheder *avis *radio *tv *berlingske *information \
            *børsen",
        ..Crediting::NONE
    },
    page: Page {
        updates: "opdateret|sidst opdateret|ændret",
        begins: "læs også|læs mere|læs videre|se også|mere om|mest læste|nyhedsbrev|abonner|tilmeld|log ind|\
            opret|del|kommentar|kommentér|annonce|artiklen fortsætter|følg os|følg|kopiér link|print|\
            publiceret|opdateret|læsetid|foto:|video:|cookies|vi bruger|lyt til|kun for abonnenter|hør|\
            gå til indhold|spring til indhold|jeg accepterer|jeg giver samtykke|din e-mail|\
            tak for din tilmelding|få vores|sponsoreret|dette er et debatindlæg|dette er en leder|\
            har du et tip|tip os|del på",
        whole: "del|kommentarer|annonce|nyheder|video|foto|eller|artikel|\
            sponsoreret|sponsoreret indhold|annoncørbetalt indhold",
        has: "vores nyhedsbrev|artiklen fortsætter|\
            min. læsetid|minutters læsning|i din indbakke|stemmer)|udtryk for skribentens",
        lists: "ingredienser|det skal du bruge|fremgangsmåde|sådan gør du|tilberedning|trin 1|\
            kort fortalt|overblik|det vigtigste|det ved vi|opsummering|holdopstillinger|resultater|\
            kampfakta",
        teasers: "læs også|læs mere|mere om emnet|relateret|relaterede artikler|se også|mest læste|\
            mest læst|flere artikler",
        thanks: "med bidrag fra|med oplysninger fra|med materiale fra",
        bylines: "af|skrevet af|tekst|interview af|tekst og foto|af:|skrevet af:|interview|forfatter|\
            journalist",
        dates: "publiceret|opdateret|offentliggjort|ændret|læsetid|sidst|d|kl",
    },
    wording: Wording {
        read_on: "Læs videre hos {}.",
        source: "Kilde: {}.",
        also: "Også omtalt af {}.",
        comma: ", ",
        and: " og ",
        promise: "{}: hver historie én gang, med navn på den, der bragte den.",
        skip: "Gå til historierne",
        sections: "Sektioner",
        all_feeds: "Alle feeds",
        last_change: "Senest ændret: {}",
        subscribe: "Abonner: {}",
        copy: "Kopiér en af disse adresser til din feedlæser. Alle har de samme historier.",
        by: "Af {}",
        changed: "ændret {}",
        audio: "Lyd",
        video: "Video",
        picture: "Billede",
        file: "Fil",
        license: "Licens for denne tekst",
        nothing: "Intet er udgivet endnu.",
        made: "Hver historie vises én gang og henviser til den, der udgav den. Lavet med {}.",
        date: "{d}. {m} {y}, {t} UTC",
        feeds: "Feeds",
        feeds_of: "Feeds fra {}, efter sektion.",
        deck: "Kopiér et feeds adresse til din feedlæser, så kommer nye historier til dig. RSS, Atom og JSON Feed har de samme historier.",
        opml: "Alle sektioner og deres kilder som OPML, til import i en læser",
        skip_sections: "Gå til sektionerne",
        draws: "Henter fra {}",
        sources_of: "Kilder til {}",
        origins: "Indlægget *blev først udgivet på|Indlægget *blev vist først på",
    },
};
