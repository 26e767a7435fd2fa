//! Swedish.

use super::{Crediting, Language, Page, Script, Wording};

pub(super) static LANGUAGE: Language = Language {
    code: "sv",
    name: "Swedish",
    own_name: "svenska",
    script: Script::Latin,
    letters: "åäöé",
    abbreviations: "dr prof hr fr st nr# kap# tel# ca bl resp inkl exkl milj mdr kl# fd sk",
    stop_words: "aldrig all alla allt alltid alltså andra andras annan annat att av bakom bara bli blev blir \
        blivit borde bort bra både där därför de dem den denna deras dess dessa det detta dig din dina \
        dit ditt dock dom du efter efteråt eftersom egen eget egna ej eller emot en enda enligt er era \
        ett fall fick fler flera fram framför från få får för före förra först första genom ger gick går \
        gå gör göra gjorde gjort ha hade haft han hans har hela hennes henne hit hon honom hos hur här i \
        ibland icke igen igår in inför ingen inget inga innan inne inom inte ja jag ju just kan kanske \
        kom kommer kring kunde kunna kunnat lite lika man med medan mellan men mer mest mig min mina \
        mindre mitt mot mycket många måste ned nej ner ni nog nu nya nyligen någon någonting något några \
        när nära och också om oss på redan samma samt sedan sen senare senast ser sig sin sina sista \
        sitt själv själva ska skall skulle snart som stor större sådan så sådana sätt säger sade tack \
        tagit tar till tillbaka tills tog trots två under upp ut utan utanför utom vad var vara varandra \
        varför varit varje vars vem vems vi via vid vilka vilken vilket vill ville vår våra vårt åt än \
        ända ännu är även över",
    months: ["januari jan", "februari feb", "mars mar", "april apr", "maj", "juni jun", "juli jul", "augusti aug", "september sept sep", "oktober okt", "november nov", "december dec"],
    days: ["måndag mån", "tisdag tis", "onsdag ons", "torsdag tors tor", "fredag fre", "lördag lör", "söndag sön"],
    crediting: Crediting {
        times: "idag igår i dag går kväll morgon kvällen morgonen nu",
        offices: "smhi|scb|statistiska centralbyrån|folkhälsomyndigheten|socialstyrelsen|trafikverket|\
            riksbanken|konjunkturinstitutet|brå|skolverket|migrationsverket|naturvårdsverket|\
            *verket|*myndigheten|*styrelsen|länsstyrelsen|oecd|imf|fn|who|polisen|novus|sifo",
        labels: "källa|källor|text från",
        says: "en/ett granskning/genomgång/kartläggning av/från/i {p} visar/visade|\
            uttalande/uttalanden/kommentarer återgivna/citerade/publicerade av/i {p}|enligt en/ett granskning/genomgång/reportage/inslag av/från/i/hos {p}|{p} granskning/genomgång visar|enligt {p} reporter/korrespondent|\
            bekräftas/bekräftar * för/till/av {p}|i {p} sa/säger/berättade/berättar|läs * i/hos {x}|avslöjade/avslöjar {p}|berättar/berättade * för {p}|\
            enligt {p}|det skriver/rapporterar/uppger/berättar/erfar {p}|\
            skriver/rapporterar/uppger/avslöjar/erfar {p}|\
            {p} skriver/rapporterar/uppger/avslöjar/skrev/rapporterade|\
            säger/berättar/sade/sa/uppger/skriver/bekräftar * till/för/i {p}|till {p} säger/berättar|\
            intervju/samtal med/i/för/till {p}|kan {p} avslöja/berätta|uppgifter till/från {p}|\
            citeras i/av {p}|\
            {p} har tidigare/nyligen berättat/rapporterat/skrivit/avslöjat/granskat|\
            {p} har berättat/avslöjat/rapporterat/skrivit/granskat/sökt/talat|\
            skriver/debatterar * på/i {p}|{p} har tagit|{p} tagit del|\
            {p} kan avslöja/berätta/rapportera|\
            berättar/berättade/säger/sa/uppger/förklarar/medger/menar * för/till/i {p}|\
            {n} hävdar/påstår/beskriver/skriver/uppger|enligt uppgift/uppgifter till/från/i {p}|\
            som {p} har|i {p} berättar/säger/skriver|{p} berättar/erfar/hävdar|\
            rapporterade/skrev/berättade {p}|i podden/programmet {x}",
        first: "{p} avslöjade|\
            först att/med * var/är {x}|först rapporterades/rapporterade/berättade * {p}|\
            {p} var först med/att|rapporterades/avslöjades först av/i {x}|avslöjades av {x}",
        origin: "publicerades/publicerad/publicerat/publicerats ursprungligen/först i/på/av/hos {x}|\
            ursprungligen/först publicerad/publicerades/publicerat i/på/av {x}|\
            tidigare/först varit/blivit införd/publicerad/införts/publicerats i/på {x}|\
            har varit införd/publicerad i {x}|införd i {x}",
        nouns: "*tidningen *tidning *magasinet *kanalen *byrån *sajten *sajt *radion *programmet *bloggen \
            *nyhetsbyrån *portalen",
        between: "den det de en ett",
        people: "polisen åklagaren uppgifter källor källa personer kommunen regeringen ministern statsministern \
            myndigheten experter vittnen tränaren vd presidenten advokaten räddningstjänsten tullverket \
            socialstyrelsen forskare klubben",
        press: "*nyheterna tv4 svt sr \
            *kanalen \
            *bladet *tidningen *tidning *nyheter *posten *kuriren *radio *tv *expressen *tidskrift \
            *allehanda *dagblad *nytt *svenskan",
        ..Crediting::NONE
    },
    page: Page {
        updates: "uppdaterad|uppdaterat|senast uppdaterad|ändrad",
        begins: "läs också|läs även|läs mer|läs vidare|mer om|fler artiklar|relaterat|mest lästa|nyhetsbrev|\
            prenumerera|bli prenumerant|logga in|registrera|skapa konto|dela|kommentera|kommentarer|annons|\
            artikeln fortsätter|följ oss|följ|kopiera länk|skriv ut|publicerad|publicerat|uppdaterad|\
            uppdaterat|lästid|foto:|bild:|video:|cookies|vi använder|ansvarig utgivare|lyssna|endast för|\
            tipsa oss|polisen ber om|rätta|hoppa till innehåll|till innehållet|gå till innehåll|\
            jag godkänner|det här är en text från|det här är en ledare|det här är en krönika|\
            detta är en ledare|detta är en text|din e-post|tack för din anmälan|missa inga|sponsrat|\
            har du tips|mejla redaktionen|dela på",
        whole: "dela|kommentarer|annons|nyheter|hem|video|foto|eller|\
            sponsrat innehåll|i samarbete med|spara recept",
        has: "vårt nyhetsbrev|namn- och bildpubliceringen|\
            min läsning|minuters läsning|i din inkorg|röster)|är oberoende liberal|\
            är fristående kolumnist|är ledarskribent|åsikterna är",
        lists: "ingredienser|det här behöver du|du behöver|gör så här|så gör du|tillagning|steg 1|\
            till degen|till såsen|det viktigaste|i korthet|sammanfattning|det här vet vi|\
            detta vet vi|fakta|laguppställningar|resultat|matchfakta",
        teasers: "läs också|läs även|läs mer|mer om ämnet|relaterat|relaterade artiklar|se också|\
            mest läst|mest lästa|missa inte|fler artiklar",
        thanks: "med information från|med material från|med uppgifter från",
        bylines: "av|text|text:|skriven av|intervju av|text och foto|text & foto|av:|skribent|reporter",
        dates: "publicerad|uppdaterad|publicerat|uppdaterat|ändrad|ändrat|lästid|senast",
    },
    wording: Wording {
        read_on: "Läs vidare hos {}.",
        source: "Källa: {}.",
        also: "Även rapporterat av {}.",
        comma: ", ",
        and: " och ",
        promise: "{}: varje nyhet en gång, med uppgift om vem som rapporterade den.",
        skip: "Hoppa till nyheterna",
        sections: "Avdelningar",
        all_feeds: "Alla flöden",
        last_change: "Senast ändrad: {}",
        subscribe: "Prenumerera: {}",
        copy: "Kopiera en av dessa adresser till din flödesläsare. Alla har samma nyheter.",
        by: "Av {}",
        changed: "ändrad {}",
        audio: "Ljud",
        video: "Video",
        picture: "Bild",
        file: "Fil",
        license: "Licens för denna text",
        nothing: "Inget har publicerats än.",
        made: "Varje nyhet visas en gång och länkar till den som publicerade den. Gjord med {}.",
        date: "{d} {m} {y}, {t} UTC",
        feeds: "Flöden",
        feeds_of: "Flödena från {}, per avdelning.",
        deck: "Kopiera ett flödes adress till din flödesläsare, så kommer nya nyheter till dig. RSS, Atom och JSON Feed har samma nyheter.",
        opml: "Alla avdelningar och deras källor som OPML, att importera i en läsare",
        skip_sections: "Hoppa till avdelningarna",
        draws: "Hämtar från {}",
        sources_of: "Källor till {}",
        origins: "Inlägget *dök först upp på",
    },
};
