//! Norwegian.

use super::{Crediting, Language, Page, Script, Wording};

pub(super) static LANGUAGE: Language = Language {
    code: "no",
    name: "Norwegian",
    own_name: "norsk",
    script: Script::Latin,
    letters: "æøå",
    abbreviations: "dr prof hr fr st nr# kap# tlf# ca bl eks inkl ekskl mill mrd kl# jf evt 0",
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
        times: "i dag går kveld morges morgen ettermiddag formiddag nå",
        offices: "ssb|statistisk sentralbyrå|meteorologisk institutt|norges bank|fhi|\
            folkehelseinstituttet|nve|*direktoratet|*departementet|nav|oecd|imf|fn|who|politiet|\
            vegvesenet|statens vegvesen|*verket",
        labels: "kilde|kilder",
        says: "uttalelser/kommentarer gjengitt/sitert av/i {p}|ifølge en/et gransking/undersøkelse/kartlegging/artikkel fra/av/i {p}|en/et gransking/undersøkelse/kartlegging/gjennomgang fra/av {p} viser|ifølge {p} korrespondent/reporter|\
            overfor {p}|{p} får opplyst|bekrefter/bekreftes * overfor/til/av {p}|les * i/hos {x}|\
            ifølge/følge {p}|det skriver/melder/opplyser/rapporterer/erfarer {p}|\
            skriver/melder/rapporterer/erfarer {p}|{p} skriver/melder/rapporterer/erfarer/skrev/meldte|\
            sier/forteller/opplyser/sa/fortalte/bekrefter/skriver * til/i/hos {p}|til {p} sier/forteller|\
            intervju/samtale med/i/til {p}|sitert av/i {p}|\
            får {p} opplyst|har {p} fått opplyst|{n} hevder/skriver/melder/omtaler/rapporterer|\
            {p} har snakket/vært/fått/tilgang/sett|\
            hevder/sa/forklarer/forklarte/innrømmer/erkjenner/opplyser/bekrefter * overfor/til/i {p}|\
            skrev/meldte/fortalte/rapporterte/omtalte {p}|skriver/skrev * i {p}|\
            {p} hevder/avslørte/avslører/omtaler/forteller|ifølge opplysninger {p}|som {p} har|\
            i {p} sier/forteller|opplyser/bekrefter/avslører {p}",
        first: "{p} omtalte/meldte/skrev/fortalte * først|\
            først omtalt/meldt/kjent av/i/gjennom {x}|{p} var først|først ute med * var {x}|\
            omtalt først av {x}|\
            det var {x} som|{p} som først|{p} var først ute|\
            først omtalt/meldt/skrevet/publisert/kjent av/i {x}",
        origin: "opprinnelig/først publisert/trykket/utgitt i/på/av/hos {x}|\
            publisert/trykket/utgitt opprinnelig/først i/på/av/hos {x}|\
            ble/er/har vært først/opprinnelig publisert/trykket i/på/hos {x}",
        nouns: "*avisa \
            avisen avisa *avis mediet *byrået magasinet nettstedet *kanalen nettavisen radioen \
            nyhetsbyrået \
            tv-stasjonen tv-kanalen *stasjonen *stasjon nettavisa lokalavisen lokalavisa fagbladet \
            ukeavisen",
        between: "den det de en et",
        people: "politiet kilder kilde aktor kommunen regjeringen ministeren statsministeren eksperter vitner \
            treneren direktøren ordføreren advokaten myndighetene brannvesenet klubben",
        press: "*nyhetene *nyheter tv2 nrk \
            *avisen *avisa *bladet *tidende *posten *nytt *nyheter *avis *radio *tv",
        ..Crediting::NONE
    },
    page: Page {
        updates: "oppdatert|sist oppdatert|endret",
        begins: "les også|les mer|les videre|se også|mer om|mest lest|nyhetsbrev|abonner|logg inn|registrer|\
            del|kommentar|annonse|annonsørinnhold|artikkelen fortsetter|saken fortsetter|følg oss|følg|\
            kopier lenke|publisert|oppdatert|lesetid|foto:|video:|cookies|vi bruker|lytt|kun for abonnenter|\
            hør|gå til innhold|hopp til innhold|til innholdet|jeg godtar|jeg samtykker|din e-post|\
            takk for at du|få vårt|sponset|dette er en leder|dette er en kronikk|dette er et debattinnlegg|\
            har du tips|tips oss|del på",
        whole: "del|kommentarer|annonse|nyheter|video|foto|eller|\
            sponset|sponset innhold|annonsørinnhold",
        has: "vårt nyhetsbrev|\
            min lesetid|minutters lesetid|i innboksen|stemmer)|gir uttrykk for skribentens",
        lists: "ingredienser|dette trenger du|du trenger|fremgangsmåte|slik gjør du|framgangsmåte|\
            tilberedning|trinn 1|kort fortalt|det viktigste|oppsummert|oppsummering|dette vet vi|\
            lagoppstillinger|resultater|kampfakta",
        teasers: "les også|les mer|mer om saken|relatert|relaterte saker|relaterte artikler|se også|\
            mest lest|flere saker|anbefalt",
        thanks: "med bidrag fra|med opplysninger fra|med stoff fra",
        bylines: "av|skrevet av|tekst|av:|intervju av|tekst og foto|intervju|skrevet av:|forfatter|\
            journalist",
        dates: "publisert|oppdatert|sist oppdatert|endret|lesetid|sist|den",
    },
    wording: Wording {
        read_on: "Les videre hos {}.",
        source: "Kilde: {}.",
        also: "Også omtalt av {}.",
        comma: ", ",
        and: " og ",
        promise: "{}: hver sak én gang, med navnet på den som meldte den.",
        skip: "Hopp til sakene",
        sections: "Seksjoner",
        all_feeds: "Alle strømmer",
        last_change: "Sist endret: {}",
        subscribe: "Abonner: {}",
        copy: "Kopier en av disse adressene til strømleseren din. Alle har de samme sakene.",
        by: "Av {}",
        changed: "endret {}",
        audio: "Lyd",
        video: "Video",
        picture: "Bilde",
        file: "Fil",
        license: "Lisens for denne teksten",
        nothing: "Ingenting er publisert ennå.",
        made: "Hver sak vises én gang og lenker til den som publiserte den. Laget med {}.",
        date: "{d}. {m} {y}, {t} UTC",
        feeds: "Strømmer",
        feeds_of: "Strømmene fra {}, etter seksjon.",
        deck: "Kopier adressen til en strøm til strømleseren din, så kommer nye saker til deg. RSS, Atom og JSON Feed har de samme sakene.",
        opml: "Alle seksjoner og kildene deres som OPML, til import i en leser",
        skip_sections: "Hopp til seksjonene",
        draws: "Henter fra {}",
        sources_of: "Kilder til {}",
        origins: "Innlegget *dukket først opp på",
    },
};
