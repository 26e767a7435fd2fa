//! Italian.

use super::{Language, Script};

pub(super) static LANGUAGE: Language = Language {
    code: "it",
    name: "Italian",
    own_name: "italiano",
    script: Script::Latin,
    letters: "àèéìòù",
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
};
