//! Polish.

use super::{Crediting, Language, Page, Script, Wording};

pub(super) static LANGUAGE: Language = Language {
    code: "pl",
    name: "Polish",
    own_name: "polski",
    script: Script::Latin,
    letters: "ąćęłńóśźż",
    abbreviations: "dr prof hab mgr inż ks bp abp kard gen płk mjr kpt por św ul al pl nr# art# ust# \
        poz# str# tel# godz# tys mln mld m.in np tj tzw ww zm ur 0",
    stop_words: "a aby ale albo albowiem ani aż bardziej bardzo bez bo bowiem był była było były być będą będzie \
        bym by chce chociaż choć ci ciebie cię co coś czy czyli czym często da dla dlaczego dlatego do \
        dobrze dopiero dotąd dość dwa dwie dziś dzisiaj gdy gdyby gdyż gdzie go i ich ile im inna inne \
        inny innych iż ja jak jaka jakie jaki jako jakby jakiś je jeden jedna jednak jedno jednym jego \
        jej jemu jest jestem jeszcze jeśli jeżeli już ją każda każde każdy kiedy kilka kim kogo komu kto \
        ktoś która które którego której który których którym którzy którą ku lat lecz lub ma mają mam mi \
        między miał miała mimo mną może mogą można mój moja moje moim mu musi my na nad nadal \
        najbardziej nam nami nas nasz nasza nasze natomiast natychmiast nawet nic nich nie niego niej \
        niemal nigdy nim nimi niż no o obok od około on ona one oni ono oraz oto pan po pod podczas \
        ponad ponieważ poza pozostałe przed przede przez przy raz również roku są sam sama się skąd \
        sobie sobą swoje swojej swojego swoich swój swoją ta tak taka taki takie także tam te tego tej \
        temu ten teraz też to tobie tu tutaj twój ty tych tyle tylko tym tymi tę tą u w wam was według \
        we wiele wielu więc więcej wszyscy wszystkich wszystkie wszystko wtedy wśród z za zawsze zaś ze \
        znów został została zostały żaden że żeby",
    months: ["styczeń stycznia sty", "luty lutego lut", "marzec marca mar", "kwiecień kwietnia kwi", "maj maja", "czerwiec czerwca cze", "lipiec lipca lip", "sierpień sierpnia sie", "wrzesień września wrz", "październik października paź", "listopad listopada lis", "grudzień grudnia gru"],
    days: ["poniedziałek pon", "wtorek wt", "środa środę śr", "czwartek czw", "piątek pt", "sobota sobotę sob", "niedziela niedzielę niedz"],
    crediting: Crediting {
        times: "dziś dzisiaj wczoraj w we środę czwartek piątek poniedziałek wtorek sobotę niedzielę \
            rano wieczorem",
        offices: "gus|główny urząd statystyczny|imgw|nbp|nik|zus|cbos|ministerstwo*|urząd*|oecd|mfw|\
            bank światowy|who|onz|eurostat|pkw|ibris|kantar|rcb|policja",
        labels: "źródło|źródła|za",
        says: "ustalił/ustaliła/ustaliło/ustalili/ujawnił/ujawniła {q}|\
            ustaleń/informacji/doniesień {p} wynika|wypowiedzi/słowach/komentarzach cytowanych/cytowanej/przytoczonych przez {p}|jak ustalił/ustaliła/ustaliło/dowiedział/dowiedziała {p}|według korespondenta/korespondentki/reportera/dziennikarza/dziennikarzy {p}|kanał/kanale/kanału telegram/youtube {p}|\
            zdradził/zdradziła/przyznał/wyznała * {n}|zdradził/zdradziła {n}|więcej w/na {p}|\
            jak podaje/podał/podała/podało/informuje/donosi/pisze/ustalił/ustaliła/ustaliło/poinformował/poinformowała/poinformowało/wynika {p}|jak pisze/donosi/ustalił/ustaliła/napisał/ujawnił/ujawniła {q}|\
            według/wg {p}|według informacji/ustaleń {p}|\
            informuje/podaje/podał/podała/podało/donosi/pisze/poinformował/poinformowała/poinformowało {p}|\
            o sprawie/tym informuje/pisze/poinformował/poinformowała/donosi/pisał/pisała {x}|\
            {p} informuje/podaje/podał/podała/podało/donosi/pisze/poinformował/poinformowała/ustalił/ustaliła|\
            w rozmowie z/ze {p}|rozmowie/rozmowy z/ze/dla {p}|w/z wywiadzie/wywiadu dla/w {x}|\
            wywiad/wywiadzie/wywiadu dla {x}|\
            powiedział/powiedziała/mówi/mówił/mówiła/wyznał/wyznała/przyznał/przyznała/przekazał/przekazała/potwierdził/potwierdziła/stwierdził/stwierdziła * {p}|\
            cytowany/cytowana/cytowane przez {p}|powołując/powołuje się na {p}|na łamach/antenie {x}|\
            ustaleń/informacji/doniesień {p}|dowiedział/dowiedziała/dowiedziało się {p}|cytuje {p}|\
            dla {p} powiedział/mówi|\
            twierdzi/twierdzą/relacjonuje/przekazuje/przekazał/ujawnia/ujawnił/ujawniła/opisał/opisała/opisuje/zauważa/przypomina {p}|\
            pisały/pisali/podały/podali/donoszą/piszą/informują/podają/ustaliły {q}|\
            pisze/napisał/napisała/pisał/pisała {q}|{q} pisze/napisał/napisała/pisały/napisały/napisali/ujawniły|\
            reporterów/dziennikarzy/dziennikarz/reporter/dziennikarka {q}|\
            w rozmowie/wywiadzie z/ze/dla {q}|\
            {n} twierdzi/pisze/podaje/pokazała/pokazał/opisuje/ujawnia|z ustaleń/informacji {q}|\
            powiedział/powiedziała/mówi/mówił/mówiła * w {q}|dowiedzieli się {p}|\
            gość/gościem/gościni {n}",
        first: "jako pierwszy/pierwsza/pierwsze/pierwsi * informację/poinformował/poinformowała/poinformowało/podał/podała/podało/napisał/napisała/opisał/opisała/ujawnił/ujawniła {p}|\
            {p} jako pierwszy/pierwsza/pierwsze|\
            pierwszy/pierwsza poinformował/poinformowała/napisał/napisała * {p}",
        origin: "ukazał/ukazała/ukazało się pierwotnie/najpierw w/na {x}|\
            pierwotnie/oryginalnie/najpierw opublikowany/opublikowana/opublikowano/ukazał w/na/przez {x}|\
            opublikowany/opublikowana/opublikowano/ukazał pierwotnie/oryginalnie/najpierw w/na {x}|\
            po raz pierwszy w/na {x}|się pierwotnie/najpierw w/na {x}|przedruk z/za {x}",
        nouns: "gazet* dziennik* magazyn* tygodnik* miesięcznik* portal* serwis* agencj* stacj* telewizj* \
            radi* kanał* stron* czasopism* redakcj*",
        between: "w we z ze na dla",
        people: "policj* prokuratur* ministerstw* minister* rząd* burmistrz* prezydent* źród* świadk* ekspert* \
            badani* sondaż* straż* trener* rzeczni* sąd* premier* polskie* śledcz* gus",
        press: "gazet* dziennik* kurier* głos* radio tvn* tvp* polsat* rzeczpospolit* wiadomości* przegląd* \
            puls* echo wprost newsweek* onet* fakt* wirtualn* interi* przekr* tygodnik* polityk* kino",
        ..Crediting::NONE
    },
    page: Page {
        updates: "aktualizacja|zaktualizowano|zmodyfikowano|ostatnia aktualizacja",
        begins: "czytaj także|czytaj też|czytaj więcej|czytaj dalej|przeczytaj także|przeczytaj też|\
            przeczytaj również|zobacz także|zobacz też|zobacz również|zobacz wideo|dowiedz się więcej|\
            więcej na|więcej o|polecane|powiązane|najczęściej czytane|newsletter|subskrybuj|zaloguj|\
            zarejestruj|zapisz się|udostępnij|skomentuj|komentarze|reklama|dalsza część|obserwuj|\
            kopiuj link|drukuj|opublikowano|aktualizacja|ostatnia aktualizacja|data publikacji|\
            czas czytania|fot.|zdjęcie|wideo|cookies|używamy|polityka prywatności|wszelkie prawa|tagi|\
            tematy|kup|posłuchaj|przejdź do treści|przejdź do głównej|przejdź do|dziękujemy, że|\
            dziękujemy za|wyrażam zgodę|akceptuję|twój e-mail|twój adres|materiał sponsorowany|\
            jeśli podobał ci się|wesprzyj nas|udostępnij na|obserwuj nas",
        whole: "udostępnij|komentarze|reklama|wiadomości|wideo|lub|tagi|\
            materiał sponsorowany|sponsorowany|zaloguj",
        has: "dalsza część artykułu|nasz newsletter|dalszy ciąg materiału|\
            artykuł przeczytasz w|minut czytania|minuty czytania|min czytania|nasz artykuł do końca|\
            na twoją skrzynkę|głosów)|ocen)",
        lists: "składniki|przygotowanie|sposób przygotowania|wykonanie|krok 1|potrzebne będą|\
            najważniejsze|najważniejsze informacje|w skrócie|podsumowanie|co wiemy|składy|\
            statystyki|wyniki",
        teasers: "czytaj też|czytaj także|czytaj również|przeczytaj też|przeczytaj także|\
            przeczytaj również|zobacz też|zobacz także|zobacz również|zobacz więcej|polecamy|\
            polecane|powiązane|najczęściej czytane|warto przeczytać",
        thanks: "z wykorzystaniem materiałów|na podstawie|z użyciem materiałów",
        bylines: "autor|autor:|opracowanie|oprac.|tekst|rozmawiał|rozmawiała|rozmawiali|opracował|\
            opracowała|opracowali|napisał|napisała|autorka|autorka:|autorzy:|rozmowa|tekst i zdjęcia|autorzy",
        dates: "opublikowano|aktualizacja|data publikacji|dodano|akt.|aktualizowano|publikacja|\
            czas czytania|zaktualizowano|zmodyfikowano|ostatnia",
    },
    wording: Wording {
        read_on: "Czytaj dalej w serwisie {}.",
        source: "Źródło: {}.",
        also: "Piszą o tym także: {}.",
        comma: ", ",
        and: " i ",
        promise: "{}: każda wiadomość raz, ze wskazaniem, kto ją podał.",
        skip: "Przejdź do wiadomości",
        sections: "Działy",
        all_feeds: "Wszystkie kanały",
        last_change: "Ostatnia zmiana: {}",
        subscribe: "Subskrybuj: {}",
        copy: "Skopiuj jeden z tych adresów do czytnika kanałów. Każdy zawiera te same wiadomości.",
        by: "Autor: {}",
        changed: "zmieniono {}",
        audio: "Dźwięk",
        video: "Wideo",
        picture: "Obraz",
        file: "Plik",
        license: "Licencja tego tekstu",
        nothing: "Nic jeszcze nie opublikowano.",
        made: "Każda wiadomość pojawia się raz i odsyła do tego, kto ją opublikował. Utworzono za pomocą {}.",
        date: "{d}.{n}.{y}, {t} UTC",
        feeds: "Kanały",
        feeds_of: "Kanały serwisu {}, według działów.",
        deck: "Skopiuj adres kanału do czytnika, a nowe wiadomości przyjdą do ciebie. RSS, Atom i JSON Feed zawierają te same wiadomości.",
        opml: "Wszystkie działy i ich źródła w OPML, do zaimportowania w czytniku",
        skip_sections: "Przejdź do działów",
        draws: "Korzysta z: {}",
        sources_of: "Źródła działu {}",
        origins: "Artykuł *pochodzi z serwisu|Post *pojawił się poraz pierwszy w",
    },
};
