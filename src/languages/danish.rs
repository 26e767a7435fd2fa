//! Danish.

use super::{Crediting, Language, Page, Script};

pub(super) static LANGUAGE: Language = Language {
    code: "da",
    name: "Danish",
    own_name: "dansk",
    script: Script::Latin,
    letters: "æøå",
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
        labels: "kilde|kilder",
        says: "over for {p}|overfor {p}|som {p} er|læs * hos/i/på {x}|bekræftes/bekræfter * for/af {p}|\
            ifølge {p}|det skriver/oplyser/rapporterer/erfarer/melder {p}|\
            skriver/rapporterer/erfarer/melder/oplyser {p}|{p} skriver/rapporterer/erfarer/melder/skrev|\
            siger/fortæller/oplyser/sagde/fortalte/bekræfter/udtaler/skriver * til/i/hos {p}|\
            til {p} siger/fortæller/oplyser|interview/samtale/snak med/i/til {p}|oplysninger til {p}|\
            citeret i/af {p}",
        first: "{p} var først|\
            først omtalt/beskrevet/bragt/afsløret af/i {x}|{p} var først/de første|først til at * var {x}|\
            afsløret af {x}",
        origin: "oprindeligt/oprindelig/først bragt/publiceret/udgivet/offentliggjort/trykt i/på/af/hos {x}|\
            bragt/publiceret/udgivet/offentliggjort/trykt oprindeligt/oprindelig/først i/på/af/hos {x}",
        nouns: "medie medier *mediet \
            avisen dagbladet *avis mediet tv-stationen *bureauet magasinet sitet netmediet radioen kanalen \
            nyhedsbureauet erhvervsmediet ugeavisen",
        between: "den det de en et",
        people: "politiet kilder kilde anklageren kommunen regeringen ministeren statsministeren eksperter \
            vidner træneren direktøren borgmesteren advokaten myndighederne brandvæsenet klubben",
        press: "*avisen *bladet *tidende *posten *nyt *nyheder *avis *radio *tv *berlingske *information \
            *børsen",
        ..Crediting::NONE
    },
    page: Page {
        updates: "opdateret|sidst opdateret|ændret",
        begins: "læs også|læs mere|læs videre|se også|mere om|mest læste|nyhedsbrev|abonner|tilmeld|log ind|\
            opret|del|kommentar|kommentér|annonce|artiklen fortsætter|følg os|følg|kopiér link|print|\
            publiceret|opdateret|læsetid|foto:|video:|cookies|vi bruger|lyt til|kun for abonnenter|hør|\
            har du et tip|tip os|del på",
        whole: "del|kommentarer|annonce|nyheder|video|foto|eller|artikel",
        has: "vores nyhedsbrev|artiklen fortsætter",
        bylines: "af|skrevet af|tekst|forfatter|journalist|tekst og foto|af:",
        dates: "publiceret|opdateret|offentliggjort|læsetid|sidst|ændret|d|kl",
    },
};
