//! Italian.

use super::{Crediting, Language, Page, Script, Wording};

pub(super) static LANGUAGE: Language = Language {
    code: "it",
    name: "Italian",
    own_name: "italiano",
    script: Script::Latin,
    letters: "àèéìòù",
    abbreviations: "sig sigg sig.ra dott dr prof avv ing arch geom on sen mons cav rag ss nr# art# artt# \
        pag# vol# cap# tel# cfr ca ass",
    stop_words: "a abbia abbiamo abbiano ad adesso agli ai al all' alla alle allo allora alcuna alcune alcuni \
        altra altre altri altro anche ancora anzi appena assai attraverso avanti avere aveva avevano \
        aver avrà avrebbe basta bene c'è c'era che chi ci ciascuno ciò cioè circa coi col come comunque \
        con contro cosa così cui da dagli dai dal dall' dalla dalle dallo davanti degli dei del dell' \
        della delle dello dentro deve devono di dietro dire doni dopo dove dovrà dovrebbe due dunque \
        durante e è ecco ed egli ella eppure era erano essa esse essendo essere essi fa fanno far fare \
        fatto fin fino finché fra fu fuori furono già giù gli gran grazie ha hai hanno ho i ieri il in \
        inoltre insieme intanto intorno invece io l'ha l'uomo la là le lei li lì lo loro lui lungo ma \
        mai me meglio meno mentre mi mia mie miei mio molta molte molti molto ne né negli nei nel nell' \
        nella nelle nello nessun nessuna nessuno niente no noi non nostra nostre nostri nostro nulla o \
        od ogni oggi oltre ora oppure ove per perché perciò però pertanto più po' poco poi poiché possa \
        possono potrà potrebbe presso prima primo proprio può pur pure qua qual quale quali qualche \
        qualcosa qualcuno quando quanta quante quanti quanto quasi quel quell' quella quelle quelli \
        quello questa queste questi questo qui quindi sarà saranno sarebbe se sé secondo sei sembra \
        sempre senza si sì sia siamo siano sino solo soltanto sono sopra soprattutto sotto sta stata \
        state stati stato stesso su sua subito successo sue sugli sui sul sull' sulla sulle sullo suo \
        suoi tale tali tanto te ti tra tramite tre troppo tu tua tue tuo tuoi tutta tuttavia tutte tutti \
        tutto un un' una uno va verso vi via voi vostra vostro dell'anno",
    months: ["gennaio gen", "febbraio feb", "marzo mar", "aprile apr", "maggio mag", "giugno giu", "luglio lug", "agosto ago", "settembre set sett", "ottobre ott", "novembre nov", "dicembre dic"],
    days: ["lunedì lun", "martedì mar", "mercoledì mer", "giovedì gio", "venerdì ven", "sabato sab", "domenica dom"],
    crediting: Crediting {
        times: "ieri oggi questa questo mattina sera scorso scorsa stamattina",
        offices: "istat|inps|inail|banca d'italia|bankitalia|eurostat|ministero*|ocse|fmi|banca mondiale|\
            oms|onu|commissione europea|ispra|iss|istituto superiore di sanità|censis|\
            protezione civile|swg|ipsos|confindustria",
        labels: "fonte|fonti|fonte originale|via",
        says: "riferirlo/riportarlo/rivelarlo/scriverlo/anticiparlo/raccontarlo/annunciarlo/svelarlo/dirlo/confermarlo/segnalarlo/sostenerlo/spiegarlo/renderlo è/sono/era/erano {p}|riferirlo/riportarlo/rivelarlo/scriverlo/anticiparlo/raccontarlo/annunciarlo/svelarlo/dirlo/segnalarlo è/sono stato/stata/stati/state {p}|darne notizia/conto/annuncio è/sono {p}|darne notizia è/sono stato/stata/stati {p}|riportare/dare/rivelare/riferire/anticipare/diffondere/lanciare la/l/una notizia/indiscrezione/anticipazione è/sono {p}|riportare/dare/rivelare/riferire/anticipare/diffondere la/l notizia/indiscrezione è/sono stato/stata/stati {p}|dichiarazioni/parole riportate/diffuse/citate/raccolte da/dal/dalla/dall {p}|secondo il/la/un/una corrispondente/inviato/inviata/giornalista/cronista {p}|\
            inchiesta/articolo/reportage di/del/della/su {p}|inchiesta {p}|notizia {p}|visionato/visionati/ottenuto/ottenuti da/dal/dalla {p}|confermato/confermata/annunciato * a/al/alla {p}|\
            secondo {p}|\
            secondo quanto riporta/riportato/riferisce/riferito/rivela/rivelato/scrive/scritto/appreso/anticipato da/dal/dalla/dall {x}|\
            secondo quanto riporta/riferisce/rivela/scrive/racconta/anticipa/apprende {x}|\
            stando a/al/alla {p}|a quanto riferisce/riporta/scrive/rivela/racconta/apprende {x}|\
            come riporta/riferisce/scrive/rivela/racconta/anticipa/spiega {x}|\
            come riportato/riferito/rivelato/anticipato/scritto da/dal/dalla/dall {x}|\
            lo riporta/riferisce/scrive/rivela/racconta/anticipa/annuncia {p}|\
            riporta/riferisce/scrive/rivela {p}|{p} riporta/riferisce/scrive/rivela/anticipa/racconta|\
            {p} ha rivelato/riportato/scritto/anticipato|\
            intervista/colloquio/chiacchierata a/al/alla/con/su/di/del/col {p}|\
            rilasciata/concessa a/al/alla/all {x}|\
            detto/dichiarato/raccontato/confermato/spiegato/rivelato/confidato/dice/racconta/spiega * a/al/alla/all {p}|\
            citato/citata/intervistato/intervistata/sentito da/dal/dalla {p}|ai microfoni di/del/della {x}|\
            sulle/dalle pagine/colonne di/del/della {x}|parlando a/con/al {p}|dichiarazioni a/al/alla {p}|\
            rivelano/scrivono/riportano/raccontano/riferiscono/anticipano/spiegano/confermano {p}|\
            lo rivelano/scrivono/riportano/raccontano {p}|ne dà/danno/dava notizia {p}|\
            dà notizia {p}|\
            confida/confidato/ammette/ammesso/rivela/assicura/assicurato/conferma/dichiara/afferma/spiega * a/al/alla/all/allo {p}|\
            racconta/spiega/annuncia/sottolinea/precisa/segnala/aggiunge {p}|\
            {p} rivelano/scrivono/riportano/parla/parlano/spiega|{n} sostiene/afferma/parla/titola|\
            secondo fonti/indiscrezioni di/del/della {p}|\
            come scrivono/riportano/rivelano/raccontano {x}|\
            in un'intervista/colloquio/articolo a/al/alla/su/con {p}|\
            intervistato/intervistata/ascoltato/sentita da/dal/dalla {x}|scriveva/scrisse {p}",
        first: "anticipata/anticipato/rivelata/rivelato/svelata da/dal/dalla/dall {x}|\
            per primo/prima da/dal/dalla {x}|in anteprima/esclusiva da/dal/dalla {x}|\
            {p} è stato/stata il/la primo/prima a|il primo/la prima a * è stato/stata {x}",
        origin: "originariamente/originalmente/inizialmente pubblicato/pubblicata/apparso/apparsa/uscito/uscita su/in/da/dal/sul/sulla/sull {x}|\
            pubblicato/pubblicata/apparso/apparsa/uscito originariamente/originalmente/inizialmente/prima su/in/da/dal/sul/sulla {x}|\
            pubblicato/pubblicata/apparso/apparsa per la prima volta su/in/sul/sulla {x}|\
            apparso/apparsa/uscito/uscita/pubblicato/pubblicata su/sul/sulla/sull {n}|\
            articolo/testo/intervento/pezzo/intervista è/era apparso/apparsa/uscito/uscita/pubblicato/pubblicata su/sul/sulla/sull/in {x}",
        wire: "con informazioni di {x}",
        nouns: "quotidiano giornale settimanale rivista agenzia sito emittente rete portale magazine radio \
            tabloid mensile testata blog canale",
        between: "il lo la i gli le l un una del della dello dell di da dal dalla al alla all sul",
        people: "polizia carabinieri procura ministero ministro ministra governo sindaco sindaca comune fonti \
            testimoni esperti studio sondaggio avvocato presidente portavoce allenatore direttore questura \
            regione istat",
        press: "giornale corriere gazzetta messaggero stampa repubblica radio tg tgcom mattino secolo resto \
            tempo sole notizie foglio unità manifesto quotidiano",
    },
    page: Page {
        updates: "aggiornato|ultimo aggiornamento|modificato|ultima modifica",
        begins: "leggi anche|leggi tutto|leggi di più|leggi l'articolo|leggi pure|potrebbe interessarti|\
            ti potrebbe interessare|articoli correlati|correlati|i più letti|più letti|newsletter|iscriviti|\
            abbonati|accedi|registrati|condividi|commenta|commenti|pubblica un commento|pubblicità|segui|\
            seguici|copia link|stampa|invia|pubblicato|aggiornato|ultimo aggiornamento|tempo di lettura|\
            foto:|video:|guarda|cookie|utilizziamo|privacy|tutti i diritti|riproduzione riservata|\
            © riproduzione|continua a leggere|contenuto riservato|ricevi|scopri|argomenti|tag|in evidenza|\
            scarica|sostieni|vai al contenuto|salta al contenuto|accetto|la tua email|\
            contenuto sponsorizzato|grazie per esserti iscritto|questo articolo contiene link|abbonati a|\
            abbonati per|se ti è piaciuto|condividi su",
        whole: "condividi|commenti|pubblicità|notizie|home|video|foto|o|argomenti|tag|\
            contenuto sponsorizzato|sponsorizzato|ascolta l'articolo",
        has: "riproduzione riservata|nostra newsletter|\
            minuti di lettura|min di lettura|nella tua casella|voti)",
        lists: "ingredienti|preparazione|procedimento|per la salsa|per l'impasto|i punti chiave|\
            in breve|in sintesi|le cose da sapere|cosa sappiamo|l'essenziale|riassunto|il tabellino|\
            tabellino|le formazioni|formazioni|risultati",
        teasers: "leggi anche|leggi pure|vedi anche|potrebbe interessarti|potrebbe interessarti anche|\
            articoli correlati|correlati|approfondisci|per approfondire|i più letti|da non perdere|\
            ti potrebbe interessare",
        thanks: "con informazioni di|con agenzie|con fonti",
        bylines: "di|a cura di|testo di|intervista di|scritto da|di:|raccolto da|articolo di|autore|autrice|\
            testo|testo e foto",
        dates: "pubblicato|aggiornato|pubblicato il|aggiornato il|ultimo aggiornamento|modifica il|\
            modificato il|modifica|aggiornamento|ore|tempo di lettura|minuti di lettura|min di lettura|\
            modificato|ultima modifica",
    },
    wording: Wording {
        read_on: "Continua a leggere su {}.",
        source: "Fonte: {}.",
        also: "Ne parlano anche {}.",
        comma: ", ",
        and: " e ",
        promise: "{}: ogni notizia una sola volta, con il nome di chi l’ha data.",
        skip: "Vai alle notizie",
        sections: "Sezioni",
        all_feeds: "Tutti i feed",
        last_change: "Ultima modifica: {}",
        subscribe: "Abbonati: {}",
        copy: "Copia uno di questi indirizzi nel tuo lettore di feed. Tutti contengono le stesse notizie.",
        by: "Di {}",
        changed: "modificato il {}",
        audio: "Audio",
        video: "Video",
        picture: "Immagine",
        file: "File",
        license: "Licenza di questo testo",
        nothing: "Non è ancora stato pubblicato nulla.",
        made: "Ogni notizia appare una sola volta e rimanda a chi l’ha pubblicata. Realizzato con {}.",
        date: "{d} {m} {y}, {t} UTC",
        feeds: "Feed",
        feeds_of: "I feed di {}, per sezione.",
        deck: "Copia l’indirizzo di un feed nel tuo lettore e le nuove notizie arriveranno da te. RSS, Atom e JSON Feed contengono le stesse notizie.",
        opml: "Tutte le sezioni e le loro fonti in OPML, da importare in un lettore",
        skip_sections: "Vai alle sezioni",
        draws: "Attinge da {}",
        sources_of: "Fonti di {}",
        origins: "L'articolo *proviene da|L’articolo *proviene da|L'articolo *sembra essere il primo su|L’articolo *sembra essere il primo su",
    },
};
