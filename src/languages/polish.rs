//! Polish.

use super::{Language, Script};

pub(super) static LANGUAGE: Language = Language {
    code: "pl",
    name: "Polish",
    own_name: "polski",
    script: Script::Latin,
    letters: "ąćęłńóśźż",
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
};
