//! German.

use super::{Crediting, Language, Page, Script, Wording};

pub(super) static LANGUAGE: Language = Language {
    code: "de",
    name: "German",
    own_name: "Deutsch",
    script: Script::Latin,
    letters: "äöüß",
    abbreviations: "dr prof hr hrn fr frl st hl ing dipl med phil jur rer nat habil abs# art# nr# bd# \
        str# tel# kap# jh# mio mrd tsd ca bzw vgl evtl ggf inkl exkl zzgl sog gen bes insb \
        geb verh franz engl dt österr schweiz einschl allg ehem röm kath ev stv hrsg s.o 0",
    stop_words: "ab aber alle allein allem allen aller allerdings alles als also am an andere anderem anderen \
        anderer anderes anders auch auf aus außer bald beide beiden bei beim bereits besonders bin bis \
        bisher bist da dabei dadurch dafür dagegen daher damit danach daneben dann daran darauf daraus \
        darf darin darüber darum darunter das dass davon davor dazu dein deine dem den denen denn \
        dennoch der deren derzeit des deshalb dessen dich die dies diese dieselbe diesem diesen dieser \
        dieses dir doch dort du durch dürfen durfte eben ebenfalls ebenso ein eine einem einen einer \
        eines einige einigen einiger einmal er erst erste ersten es etwa etwas euch euer eure fast für \
        gab ganz gar geben gegen gegenüber gehen gemacht genau gerade gewesen gibt ging habe haben hat \
        hatte hatten hätte hätten her hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres \
        im immer in indem infolge innerhalb ins inzwischen ist ja je jede jedem jeden jeder jedes jedoch \
        jemand jene jenem jenen jener jetzt kam kann kaum kein keine keinem keinen keiner könne können \
        könnte könnten konnte konnten lange lässt laut machen macht man manche mehr mein meine meinem \
        meinen meiner meist mich mir mit möchte mögen muss müssen musste mussten nach nachdem nämlich \
        neben nein nicht nichts nie niemand noch nun nur ob oben obwohl oder oft ohne schon sehr sei \
        seien sein seine seinem seinen seiner seines seit seitdem selbst sich sie sind so sobald sogar \
        solche solchen soll sollen sollte sollten somit sondern sonst soweit sowie sowohl später statt \
        trotz über überhaupt um und uns unser unsere unserem unseren unserer unter viel viele vielen \
        vieler vielleicht vom von vor während wann war waren warum was weder wegen weil weiter weitere \
        weiteren welche welchem welchen welcher welches wem wen wenig weniger wenn wer werde werden \
        wessen wie wieder will wir wird wo wobei wohl wollen wollte wollten worden wurde wurden würde \
        würden zu zudem zufolge zum zunächst zur zwar zwischen",
    months: ["januar jänner jan jän", "februar feber feb", "märz mär mrz", "april apr", "mai", "juni jun", "juli jul", "august aug", "september sept sep", "oktober okt", "november nov", "dezember dez"],
    days: ["montag mo", "dienstag di", "mittwoch mi", "donnerstag do", "freitag fr", "samstag sonnabend sa", "sonntag so"],
    crediting: Crediting {
        times: "gestern heute morgen abend vormittag nachmittag am bereits jetzt nun online zuletzt \
            schon",
        offices: "statistisches bundesamt|bundesamt*|statistisches landesamt|statistik austria|\
            bundesagentur*|bundesministerium*|bundesbank|umweltbundesamt|deutscher wetterdienst|dwd|\
            robert koch-institut|robert-koch-institut|rki|ifo-institut|ifo|forsa|infratest dimap|\
            infratest|allensbach|eu-kommission|ezb|ekd|oecd|iwf|weltbank|*ministerium|*bundesamt|\
            *landesamt|*amt für statistik|bka|polizei*",
        wire: "mit material der/von/des {a}|mit agenturmaterial {a}",
        labels: "quelle|quellen|originalquelle|mit material von|textquelle",
        says: "behauptet/behauptete/behaupten {n}|\
            laut/nach/gemäß berichterstattung/recherche/recherchen/meldung/meldungen {p}|recherchen/recherche {p} zeigen/zeigt/ergaben/ergab/belegen/belegt|laut einem/einer/dem/der korrespondenten/korrespondentin/reporter/reporterin/reportern {p}|äußerungen/aussagen/bemerkungen die {p}|von {p} verbreiteten/verbreitete/zitierten/veröffentlichten äußerungen/aussagen/worten/erklärung|\
            {p} vorliegt/vorliegen|vorliegt/vorliegen/liegt/liegen dem/der {p}|sagte/erklärte/teilte/bestätigte * {p} mit|bestätigte/sagte/erklärte/verriet * {n}|\
            laut {p}|\
            wie {x} berichtet/berichtete/berichteten/schreibt/meldet/meldete/berichten/erfuhr/vermeldet|\
            wie {p} * berichtet/berichtete/schreibt/meldet/meldete|wie aus einem bericht {p}|\
            berichtet/berichtete/berichten/berichteten/meldet/meldete/schreibt/schrieb {p}|\
            nach informationen/angaben/recherchen {p}|nach einem bericht {p}|\
            informationen/recherchen/bericht/berichten {p} zufolge|{p} zufolge|\
            {p} berichtet/berichtete/berichten/meldet/meldete/schreibt/schrieb/enthüllt/enthüllte|\
            unter berufung auf {p}|\
            interview/gespräch/podcast/telefonat/statement/beitrag mit/in/im/bei/für/gegenüber {p}|\
            interview/gespräch {p}|\
            sagte/sagt/sagten/erklärte/erzählte/erzählt/verriet/verrät/betonte/bestätigte/bestätigt/teilte * dem/der/den {p}|\
            gegenüber {p}|zitiert/zitierte * {p}|zitiert {p}|{p} liegt/liegen * vor|\
            berichten/berichteten/schreiben/schrieben/melden/meldeten/enthüllten {p}|\
            {n} veröffentlichte/veröffentlicht/zitierte/zitiert/titelt/titelte/spricht/enthüllte|\
            {p} erfuhr/erfahren/weiß/titelt/titelte|warnte/kritisierte/forderte/räumte/kündigte/schrieb/erklärte/sagte/sagt * in der/im {q}|unter verweis auf {p}|\
            mit verweis auf {p}|der/dem {p} sagte/erzählte/verriet er/sie/der/die|\
            aus einem bericht {p}|laut einem bericht/interview {p}|\
            bericht/berichten/informationen/recherchen/angaben {p} hervor|\
            informationen/recherchen/erkenntnisse/unterlagen {p}|heißt/hieß es in/bei/im {p}|\
            im {p} hieß|{p} gegenüber",
        first: "zuerst/zunächst berichtete/berichtet/berichteten/meldete * {p}|\
            zuerst/zunächst hatte/hatten * {p}|{p} hatte/hatten zuerst/zunächst|\
            {p} berichtete/meldete zuerst/zunächst|als erstes/erste/erster berichtete/meldete {x}|\
            zuerst {p} berichtet|\
            zuvor/zuerst/zunächst/zuletzt/bereits hatte/hatten {p} * berichtet/gemeldet/geschrieben|\
            {p} hatte/hatten * zuerst/zunächst berichtet/gemeldet|\
            {p} hatte/hatten als erste/erster/erstes",
        origin: "erschien/erschienen/veröffentlicht zuerst/zunächst/ursprünglich/erstmals in/bei/auf/im {x}|\
            zuerst/ursprünglich/zunächst/erstmals erschienen/veröffentlicht/publiziert in/bei/auf/im {x}|\
            zuerst/ursprünglich/zunächst in/bei/auf/im {x} erschienen/veröffentlicht|übernommen von {p}",
        nouns: "telegram-kanal youtube-kanal \
            *zeitung *zeitschrift *magazin *sender *agentur *portal *dienst *blatt *website *seite \
            *rundfunk *blog *podcast *medium *presse *redaktion \
            *fernsehen *studio",
        between: "der die das dem den des einem einer eines ein eine von vom im in",
        people: "polizei feuerwehr staatsanwaltschaft behörde behörden stadt regierung *ministerium *minister \
            *ministerin *amt kreise quellen angaben insider insidern experten *sprecher *sprecherin \
            bürgermeister bürgermeisterin *trainer *präsident *präsidentin bundesregierung gericht \
            unternehmen veranstalter verein verband partei studie umfrage augenzeugen zeugen mitteilung \
            anwalt *wetterdienst *chef *chefin",
        press: "*zeitung *post *presse *blatt *anzeiger *kurier *magazin *nachrichten *rundschau *allgemeine \
            *tagblatt *tageblatt *bote *echo *spiegel *funk *express *merkur *volksstimme *welt *woche \
            *courier *rundfunk \
            *studio *kirchenbote *depesche *kreisblatt *stimme",
    },
    page: Page {
        updates: "stand|aktualisiert|zuletzt aktualisiert|geändert|update|aktualisierung",
        begins: "lesen sie auch|lesen sie hier|lesen sie mehr|lesen sie dazu|lesen sie weiter|\
            lesen sie jetzt|lesen sie in|lesen sie außerdem|lesen sie diesen|auch interessant|\
            auch lesenswert|das könnte sie|das könnte dich|mehr zum thema|mehr zu|mehr aus|mehr von|\
            mehr artikel|mehr nachrichten|mehr infos|mehr informationen|mehr dazu|weitere artikel|\
            weitere nachrichten|weitere informationen|weitere infos|weitere meldungen|weitere themen|\
            weiterlesen|weiter lesen|zum thema|zum artikel|passend zum|verwandte artikel|verwandte themen|\
            ähnliche artikel|meistgelesen|meist gelesen|am beliebtesten|beliebt auf|newsletter|abonnieren|\
            jetzt abonnieren|jetzt anmelden|jetzt testen|jetzt lesen|jetzt registrieren|jetzt kostenlos|\
            hier anmelden|melden sie sich|anmelden|einloggen|registrieren|teilen|artikel teilen|\
            artikel drucken|artikel anhören|artikel merken|artikel vorlesen|auf facebook|auf x teilen|\
            auf twitter|auf whatsapp|per whatsapp|per e-mail|per mail|link kopieren|kommentare|\
            kommentar schreiben|kommentieren|zu den kommentaren|zur startseite|anzahl kommentare|\
            diskutieren sie|anzeige|werbung|externer inhalt|empfohlener|empfohlene|an dieser stelle|\
            zur merkliste|merken|drucken|folgen sie|folge uns|hier geht es|hier finden sie|hier lesen|\
            alle informationen|alle infos|alle nachrichten|aktuelle nachrichten|aktuelle meldungen|\
            aktuelle news|stand:|stand |aktualisiert|zuletzt aktualisiert|veröffentlicht|\
            erstveröffentlichung|publiziert|lesezeit|lesedauer|dauer|min lesezeit|minuten lesezeit|autor:|\
            autorin:|die autorin|der autor|redaktion:|rechte:|rechte am|copyright|alle rechte|foto:|fotos:|\
            bild:|bilder:|bildquelle|fotostrecke|bildergalerie|galerie|video:|legende:|symbolbild|\
            archivbild|grafik:|infografik|hinweis:|in eigener sache|transparenzhinweis|diese audioversion|\
            dieser text wurde|diese meldung|diese zusammenfassung|dieses thema|dieser artikel wurde|\
            dieser inhalt|datenschutz|cookie|wir verwenden|mit ihrer zustimmung|sie müssen|bitte beachten|\
            bitte akzeptieren|bitte aktivieren|abo|ihr abo|mit einem abo|premium|plus-artikel|exklusiv für|\
            nur für abonnenten|ihre meinung|senden sie|schreiben sie uns|haben sie|sie möchten|sie mögen|\
            hauptinhalt|neuer abschnitt|neuer bereich|inhalt|inhaltsverzeichnis|in kürze|auf einen blick|\
            das wichtigste|klicken|schliessen|schließen|zurück|nach oben|die artikel-url|zitiervorschlag|\
            infos zum|geben sie|unterstützen sie|gastkommentare|aus dem englischen|übersetzung:|\
            mit agenturmaterial|im video|zum video|link des videos|hören sie|podcast:|im podcast|quiz:|\
            umfrage:|bestellen|zum inhalt|zum hauptinhalt|zur navigation|zur hauptnavigation|zur suche|\
            vielen dank für ihre anmeldung|ich bin damit einverstanden|ich stimme zu|zum spielbericht|\
            zur tabelle|liveticker zum|zum liveticker|ihre e-mail-adresse|gesponserter inhalt|\
            wenn ihnen dieser artikel|wenn dir dieser|dieser artikel enthält affiliate|\
            dieser beitrag enthält affiliate|jetzt weiterlesen|unterstütze uns|folgen sie uns",
        whole: "von|anhören|vorlesen|teilen|merken|drucken|mehr|mehr zum thema|themen|thema|schlagworte|\
            schlagwörter|tags|video|audio|liveblog|faq|interview|meinung|kommentar|gastkommentar|analyse|\
            exklusiv|startseite|nachrichten|politik|panorama|wirtschaft|sport|kultur|news|international|\
            werbung überspringen|feedback|impressum|oder|autor|suche|menü|mit video|foto|fotos|bild|quelle|\
            anzeige|\
            gesponsert|gesponserter inhalt|zum spielbericht|zur tabelle|zusammenfassen",
        has: "nachrichten per whatsapp|unseren newsletter|unserem newsletter|den newsletter|\
            kostenlosen newsletter|unserem liveblog|unseren liveblog|datenschutzerklärung|\
            redaktionell nicht bearbeitet|künstlich generiert|künstlich erzeugt|in ihrer zwischenablage|\
            ist zdf-reporter|ist zdf-reporterin|mit abo|wöchentlichen zins-check|\
            ihr wöchentliches update|von 5 sternen|bewertungen)|leserwertung|\
            ihnen eine e-mail geschickt|in ihrem postfach|minuten lesezeit",
        lists: "zutaten|zubereitung|das brauchen sie|das brauchst du|für den teig|für die soße|\
            für die füllung|so geht's|schritt 1|das wichtigste|das wichtigste in kürze|\
            das wichtigste im überblick|in kürze|kurz zusammengefasst|auf einen blick|\
            die wichtigsten punkte|zusammenfassung|die statistik|statistik|spielstatistik|\
            aufstellungen|die aufstellungen|ergebnisse|die ergebnisse",
        teasers: "lesen sie auch|lesen sie mehr|lesen sie hier|lesen sie dazu|lesen sie außerdem|\
            auch interessant|auch lesenswert|mehr zum thema|mehr dazu|weitere artikel|\
            passend zum thema|zum thema|ähnliche artikel|das könnte sie auch interessieren|\
            meistgelesen",
        thanks: "mit material von|mit material der|mit informationen von|mit informationen der|\
            mit agenturmaterial von|mit agenturen|unter verwendung von",
        bylines: "von|text|text von|ein artikel von|eine analyse von|ein kommentar von|ein interview von|\
            autor:|autorin:|autoren:|interview:|protokoll:|protokoll von|aufgezeichnet von|\
            das gespräch führte|das interview führte|interview von|interview|gastbeitrag von|\
            eine kolumne von|eine reportage von|bericht von|geschrieben von|autor|autorin|reporter|\
            text und fotos|text & fotos",
        dates: "stand|stand:|veröffentlicht|aktualisiert|zuletzt aktualisiert|erschienen|publiziert|\
            veröffentlicht am|aktualisiert am|geändert|aktualisierung|update|lesezeit|minuten lesezeit",
    },
    wording: Wording {
        read_on: "Weiterlesen bei {}.",
        source: "Quelle: {}.",
        also: "Auch berichtet von {}.",
        comma: ", ",
        and: " und ",
        promise: "{}: jede Geschichte einmal, mit Nennung dessen, der sie berichtet hat.",
        skip: "Zu den Geschichten springen",
        sections: "Rubriken",
        all_feeds: "Alle Feeds",
        last_change: "Letzte Änderung: {}",
        subscribe: "Abonnieren: {}",
        copy: "Kopieren Sie eine dieser Adressen in Ihren Feedreader. Alle enthalten dieselben Geschichten.",
        by: "Von {}",
        changed: "geändert {}",
        audio: "Audio",
        video: "Video",
        picture: "Bild",
        file: "Datei",
        license: "Lizenz dieses Textes",
        nothing: "Noch wurde nichts veröffentlicht.",
        made: "Jede Geschichte erscheint einmal und verweist auf den, der sie veröffentlicht hat. Erstellt mit {}.",
        date: "{d}. {M} {y}, {t} UTC",
        feeds: "Feeds",
        feeds_of: "Die Feeds von {}, nach Rubriken.",
        deck: "Kopieren Sie die Adresse eines Feeds in Ihren Feedreader, und neue Geschichten kommen zu Ihnen. RSS, Atom und JSON Feed enthalten dieselben Geschichten.",
        opml: "Alle Rubriken und ihre Quellen als OPML, zum Einlesen in einen Feedreader",
        skip_sections: "Zu den Rubriken springen",
        draws: "Schöpft aus {}",
        sources_of: "Quellen von {}",
        origins: "Der Beitrag *erschien zuerst auf|Der Artikel *erschien zuerst auf",
    },
};
