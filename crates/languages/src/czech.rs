//! Czech.

use super::{Crediting, Language, Page, Script, Wording};

pub(super) static LANGUAGE: Language = Language {
    code: "cs",
    name: "Czech",
    own_name: "čeština",
    script: Script::Latin,
    letters: "áčďéěíňóřšťúůýž",
    abbreviations: "dr prof doc ing mgr bc mudr judr phdr rndr st sv ul nám čl# odst# str# tel# tis mil \
        mld cca např tzv tj resp popř hod# vč kol# 0",
    stop_words: "a aby ačkoli ale ani ano asi až bez bude budou by byl byla byli bylo být co což či další do dnes \
        ho i já jak jako jaký je jeho jej její jejich jen jenom ještě jestli jestliže ji jí jich jim \
        jimi jiné již jsem jsi jsme jsou jste k kam každý kde kdo když ke která které kterého který \
        kteří kterou kvůli ma má mají málo mezi mě mi mimo mnoho může mohou můj my na nad nade nám námi \
        nás náš nebo neboť nechť něco někdo několik není než ni nic nich nové o od ode on ona oni ono \
        ony pak po pod podle pokud pouze potom právě pro proč proti protože před přede přes přesto při \
        prý první re s sám se si sice skoro snad své svého svou svých svým svůj ta tak také takže tam tě \
        tedy ten tento této tím to toho tohle tom tomu toto ty tyto těch těm u už v vám vás vaše ve více \
        však všechny všichni vy z za zatím zde ze že",
    months: ["leden ledna", "únor února", "březen března", "duben dubna", "květen května", "červen června", "červenec července", "srpen srpna", "září", "říjen října", "listopad listopadu", "prosinec prosince"],
    days: ["pondělí", "úterý", "středa středu", "čtvrtek", "pátek", "sobota sobotu", "neděle neděli"],
    crediting: Crediting {
        labels: "zdroj|zdroje",
        says: "podle {p}|uvedl/uvedla/uvádí/píše/napsal/informoval/informovala/informuje {p}|\
            jak uvedl/uvádí/píše/informoval {p}|řekl/řekla/sdělil/sdělila/uvedl/uvedla * {p}|\
            v rozhovoru pro/s {p}|rozhovoru pro {x}|s odvoláním na {p}|{p} píše/uvádí/informoval/napsal",
        first: "jako první * informoval/uvedl/napsal {p}",
        origin: "původně/poprvé vyšel/vyšlo/vyšla/publikován v/na {x}|původně vyšel v/na {x}",
        nouns: "deník* list* časopis* agentur* server* stanic* televiz* rozhlas* portál* týdeník* web*",
        between: "v na pro",
        people: "policie policist* ministerstv* ministr* zdroj* expert* starost* soud* vlád* mluvčí svědk*",
        press: "deník* noviny zprávy rozhlas* televize radio* listy právo respekt reflex",
        ..Crediting::NONE
    },
    page: Page {
        updates: "aktualizováno|aktualizace|upraveno",
        begins: "chcete-li článek|čtěte také|čtěte dál|čtěte více|přečtěte si|mohlo by vás|související|další články|více k tématu|\
            více zde|nejčtenější|newsletter|předplatné|přihlásit|přihlaste|registrovat|sdílet|diskuze|\
            komentáře|reklama|sledujte|kopírovat|tisknout|publikováno|aktualizováno|doba čtení|foto:|video:|\
            zobrazit vše|cookies|všechna práva|témata|štítky|podcast|poslechněte|článek|vlevo dole",
        whole: "článek|sdílet|reklama|zprávy|video|foto|nebo|zobrazit vše",
        has: "náš newsletter|všechna práva vyhrazena",
        lists: "",
        teasers: "",
        thanks: "",
        bylines: "autor|autor:|text|text:|autorka|autoři|napsal|napsala",
        dates: "publikováno|aktualizováno|vydáno|aktualizace|upraveno|doba čtení",
    },
    wording: Wording {
        read_on: "Číst dále: {}.",
        source: "Zdroj: {}.",
        also: "Píší o tom také: {}.",
        comma: ", ",
        and: " a ",
        promise: "{}: každá zpráva jednou, s uvedením toho, kdo ji přinesl.",
        skip: "Přejít ke zprávám",
        sections: "Rubriky",
        all_feeds: "Všechny kanály",
        last_change: "Poslední změna: {}",
        subscribe: "Odebírat: {}",
        copy: "Zkopírujte jednu z těchto adres do své čtečky. Všechny mají stejné zprávy.",
        by: "Autor: {}",
        changed: "změněno {}",
        audio: "Zvuk",
        video: "Video",
        picture: "Obrázek",
        file: "Soubor",
        license: "Licence tohoto textu",
        nothing: "Zatím nebylo nic zveřejněno.",
        made: "Každá zpráva se objeví jednou a odkazuje na toho, kdo ji zveřejnil. Vytvořeno pomocí {}.",
        date: "{d}. {n}. {y}, {t} UTC",
        feeds: "Kanály",
        feeds_of: "Kanály webu {} podle rubrik.",
        deck: "Zkopírujte adresu kanálu do své čtečky a nové zprávy přijdou k vám. RSS, Atom a JSON Feed mají stejné zprávy.",
        opml: "Všechny rubriky a jejich zdroje v OPML, k načtení do čtečky",
        skip_sections: "Přejít k rubrikám",
        draws: "Čerpá z: {}",
        sources_of: "Zdroje rubriky {}",
        origins: "Článek *se nejdříve objevil na|Příspěvek *pochází z",
    },
};
