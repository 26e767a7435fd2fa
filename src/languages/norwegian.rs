//! Norwegian.

use super::{Crediting, Language, Page, Script};

pub(super) static LANGUAGE: Language = Language {
    code: "no",
    name: "Norwegian",
    own_name: "norsk",
    script: Script::Latin,
    letters: "æøå",
    stop_words: "alle allerede alltid alt altså andre annen annet at av bak bare begge ble blant bli blir blitt \
        både bør da de deg dem den denne der deres derfor dermed dersom det dette di din dine disse ditt \
        dit du eg ein eit eller ellers en enda enn ennå er et etter etterpå få får fikk flere fleste for \
        foran fordi forrige fra fram fremdeles før først første gikk gjennom gjøre gjorde gjort gjør gå \
        går ha hadde ham han hans har helt hennes her hos hun hva hvem hver hvilke hvilken hvis hvor \
        hvordan hvorfor i ifølge igjen ikke imot ingen inn inne innen inntil ja jeg jo kan kanskje kom \
        komme kommer kun kunne like litt man mange med meg meget mellom men mens mer mest mindre min \
        mine mitt mot må måtte ned nei noe noen nok nå når nær ny nye nylig og også om omkring opp oss \
        over overfor på rundt sa samme samt seg selv senere ser si siden sier sin sine siste sitt sjøl \
        skal skulle slik slike snart som stadig står stor store så sånn til tilbake to tross under unna \
        uten ut utenfor var vart ved veldig vi via vil ville vore vår være våre vårt vært",
    months: ["januar jan", "februar feb", "mars mar", "april apr", "mai", "juni jun", "juli jul", "august aug", "september sept sep", "oktober okt", "november nov", "desember des"],
    days: ["mandag man", "tirsdag tir", "onsdag ons", "torsdag tor", "fredag fre", "lørdag lør", "søndag søn"],
    crediting: Crediting {
        labels: "kilde|kilder",
        says: "overfor {p}|{p} får opplyst|bekrefter/bekreftes * overfor/til/av {p}|les * i/hos {x}|\
            ifølge/følge {p}|det skriver/melder/opplyser/rapporterer/erfarer {p}|\
            skriver/melder/rapporterer/erfarer {p}|{p} skriver/melder/rapporterer/erfarer/skrev/meldte|\
            sier/forteller/opplyser/sa/fortalte/bekrefter/skriver * til/i/hos {p}|til {p} sier/forteller|\
            intervju/samtale med/i/til {p}|sitert av/i {p}",
        first: "{p} omtalte/meldte/skrev/fortalte * først|\
            først omtalt/meldt/kjent av/i/gjennom {x}|{p} var først|først ute med * var {x}|\
            omtalt først av {x}",
        origin: "opprinnelig/først publisert/trykket/utgitt i/på/av/hos {x}|\
            publisert/trykket/utgitt opprinnelig/først i/på/av/hos {x}",
        nouns: "*avisa \
            avisen avisa *avis mediet *byrået magasinet nettstedet *kanalen nettavisen radioen \
            nyhetsbyrået",
        between: "den det de en et",
        people: "politiet kilder kilde aktor kommunen regjeringen ministeren statsministeren eksperter vitner \
            treneren direktøren ordføreren advokaten myndighetene brannvesenet klubben",
        press: "*avisen *avisa *bladet *tidende *posten *nytt *nyheter *avis *radio *tv",
        ..Crediting::NONE
    },
    page: Page {
        updates: "oppdatert|sist oppdatert|endret",
        begins: "les også|les mer|les videre|se også|mer om|mest lest|nyhetsbrev|abonner|logg inn|registrer|del|\
            kommentar|annonse|annonsørinnhold|artikkelen fortsetter|saken fortsetter|følg oss|følg|\
            kopier lenke|publisert|oppdatert|lesetid|foto:|video:|cookies|vi bruker|lytt|kun for abonnenter|\
            hør|har du tips|tips oss|del på",
        whole: "del|kommentarer|annonse|nyheter|video|foto|eller",
        has: "vårt nyhetsbrev",
        bylines: "av|skrevet av|tekst|av:|forfatter|journalist|tekst og foto",
        dates: "publisert|oppdatert|sist oppdatert|lesetid|sist|endret|den",
    },
};
