//! Credits in the languages that have a file: each kind of sentence, and who is no credit.

use copydesk::credits::{Passage, find};

/// Language, sentence, the names it credits; spellings that are as right are divided by a stroke.
const SENTENCES: &[(&str, &str, &[&str])] = &[
    (
        "de",
        "Der Verlag will bis Jahresende 40 Stellen streichen. Das geht aus einem internen Papier hervor, über das die „Wirtschaftswoche“ berichtet.",
        &["Wirtschaftswoche"],
    ),
    (
        "de",
        "„Wir haben das unterschätzt“, räumte der Vorstand im Gespräch mit der Frankfurter Allgemeinen Sonntagszeitung ein.",
        &["Frankfurter Allgemeine Sonntagszeitung|Frankfurter Allgemeinen Sonntagszeitung|FAS"],
    ),
    ("de", "Der Deutschlandfunk hatte zuerst über den Fall berichtet.", &["Deutschlandfunk"]),
    (
        "de",
        "Nach Recherchen von NDR, WDR und „Süddeutscher Zeitung“ flossen 3 Millionen Euro.",
        &["NDR", "WDR", "Süddeutsche Zeitung|Süddeutscher Zeitung"],
    ),
    ("de", "Mit Material der dpa", &["dpa"]),
    (
        "de",
        "Wie die Hafenpost unter Berufung auf Ermittler schreibt, fehlt von dem Boot jede Spur.",
        &["Hafenpost|Die Hafenpost"],
    ),
    (
        "de",
        "Der Minister sagte der „Rheinischen Post“, er halte an dem Plan fest.",
        &["Rheinische Post|Rheinischen Post"],
    ),
    ("de", "Einem Bericht der New York Times zufolge ist die Fusion geplatzt.", &["New York Times"]),
    ("de", "Quelle: Küstenkurier", &["Küstenkurier"]),
    ("de", "In der ARD-Sendung sagte sie nichts Neues.", &[]),
    ("de", "Die Staatsanwaltschaft teilte mit, der Mann sei geständig.", &[]),
    ("de", "Seine Mutter arbeitete als Sekretärin beim „Stern“.", &[]),
    ("de", "Laut einer Umfrage der Universität Kiel fühlen sich 60 Prozent sicher.", &[]),
    (
        "fr",
        "Le groupe va supprimer 300 postes, a appris Le Monde de sources syndicales.",
        &["Le Monde|Monde"],
    ),
    ("fr", "« On ne regrette rien », dit-elle dans Libération.", &["Libération"]),
    ("fr", "D'après les informations de RTL, la perquisition a duré six heures.", &["RTL"]),
    ("fr", "Le ministre, invité de France Inter, a promis une réponse.", &["France Inter"]),
    (
        "fr",
        "Cet article est initialement paru dans La Gazette du Port.",
        &["La Gazette du Port|Gazette du Port"],
    ),
    ("fr", "C'est Mediapart qui a révélé l'affaire en janvier.", &["Mediapart"]),
    ("fr", "Source : Ouest-France", &["Ouest-France"]),
    ("fr", "Interrogée par l'AFP, la préfecture n'a pas souhaité réagir.", &["AFP"]),
    ("fr", "Le réalisateur l'a confirmé à Télérama.", &["Télérama"]),
    ("fr", "Selon le procureur, deux suspects sont en fuite.", &[]),
    ("fr", "Photo : Élise Barantin", &[]),
    ("fr", "Il a été chroniqueur au Figaro pendant dix ans.", &[]),
    ("fr", "Selon une étude de l'Insee, les prix ont baissé.", &[]),
    ("es", "El club negocia la venta, según ha podido saber Marca.", &["Marca"]),
    ("es", "La Vanguardia publica hoy que el museo cerrará en agosto.", &["La Vanguardia|Vanguardia"]),
    ("es", "Según la agencia EFE, hay tres heridos.", &["EFE|Agencia EFE"]),
    ("es", "Fuente: El Faro de la Costa", &["El Faro de la Costa"]),
    (
        "es",
        "El juez ordenó registrar la sede, de acuerdo con documentos a los que tuvo acceso El Confidencial.",
        &["El Confidencial"],
    ),
    ("es", "Una investigación de elDiario.es reveló los pagos.", &["elDiario.es"]),
    ("es", "El director confirmó a Fotogramas que habrá secuela.", &["Fotogramas"]),
    ("es", "Este reportaje fue publicado originalmente por El Espectador.", &["El Espectador|Espectador"]),
    ("es", "La policía informó que el sospechoso fue detenido.", &[]),
    ("es", "Foto: Agustín Berrocal", &[]),
    ("es", "Trabajó en La Nación hasta 2010.", &[]),
    ("es", "Según el Ministerio de Sanidad, los casos bajan.", &[]),
    ("it", "Il regista lo ha confermato al Corriere della Sera.", &["Corriere della Sera|Corriere"]),
    ("it", "Secondo il Financial Times, l'accordo è vicino.", &["Financial Times"]),
    ("it", "Come scrive La Stampa, l'inchiesta è stata archiviata.", &["La Stampa|Stampa"]),
    ("it", "Lo rivela un'inchiesta dell'Espresso.", &["L'Espresso|Espresso"]),
    ("it", "Fonte: Gazzetta del Porto", &["Gazzetta del Porto"]),
    ("it", "(Adnkronos) - Il ministro ha firmato il decreto.", &["Adnkronos"]),
    (
        "it",
        "Questo articolo è stato pubblicato per la prima volta su Il Tascabile.",
        &["Il Tascabile|Tascabile"],
    ),
    ("it", "In un'intervista al settimanale Oggi la cantante parla del figlio.", &["Oggi"]),
    ("it", "Foto: Marta Solieri", &[]),
    ("it", "Secondo la Procura, i fondi sono spariti.", &[]),
    ("it", "Ha diretto Il Messaggero per quattro anni.", &[]),
    ("it", "L'azienda non ha commentato.", &[]),
    ("pt", "O jogador já aceitou a proposta, escreve A Bola.", &["A Bola|Bola"]),
    ("pt", "Segundo o jornal Público, a obra custou o dobro.", &["Público"]),
    ("pt", "\"Foi um erro\", disse o cantor à revista Blitz.", &["Blitz"]),
    ("pt", "Fonte: Jornal do Porto Novo", &["Jornal do Porto Novo"]),
    ("pt", "De acordo com o G1, a prefeitura suspendeu o edital.", &["G1"]),
    ("pt", "A informação foi confirmada pela assessoria à Folha de S.Paulo.", &["Folha de S.Paulo|Folha"]),
    ("pt", "Texto publicado originalmente no Observador.", &["Observador"]),
    ("pt", "Em entrevista à RTP, a diretora negou as acusações.", &["RTP"]),
    ("pt", "A história foi revelada em primeira mão pelo Expresso.", &["Expresso"]),
    ("pt", "Foto: Caio Mendelez", &[]),
    ("pt", "Segundo a PSP, ninguém ficou ferido.", &[]),
    ("pt", "Trabalhou na SIC durante vinte anos.", &[]),
    ("pt", "O ministro recusou responder.", &[]),
    ("nl", "Dat meldt de NOS.", &["NOS"]),
    ("nl", "Volgens de Volkskrant is het rapport al maanden klaar.", &["de Volkskrant|Volkskrant"]),
    (
        "nl",
        "'Ik had het eerder moeten zeggen', zegt hij in een interview met het AD.",
        &["AD|Algemeen Dagblad"],
    ),
    (
        "nl",
        "Het Financieele Dagblad schrijft dat de top opstapt.",
        &["Het Financieele Dagblad|Financieele Dagblad"],
    ),
    ("nl", "Bron: Havenkoerier", &["Havenkoerier"]),
    ("nl", "Dit artikel verscheen eerder in De Correspondent.", &["De Correspondent|Correspondent"]),
    ("nl", "RTL Nieuws onthulde dinsdag dat er geld verdween.", &["RTL Nieuws"]),
    ("nl", "Tegen het Belgische weekblad Knack zegt de minister dat hij blijft.", &["Knack"]),
    ("nl", "Uit onderzoek van Follow the Money blijkt dat de stichting leeg is.", &["Follow the Money"]),
    ("nl", "Volgens de politie is niemand gewond geraakt.", &[]),
    ("nl", "Foto: Joris Wendelaar/ANP", &[]),
    ("nl", "Ze schreef jarenlang voor Trouw.", &[]),
    ("nl", "De gemeente wil niet reageren.", &[]),
    ("sv", "Det uppger TT.", &["TT"]),
    ("sv", "Enligt Dagens Nyheter ska bolaget säljas.", &["Dagens Nyheter|DN"]),
    (
        "sv",
        "\"Jag ångrar ingenting\", säger han i en intervju med Svenska Dagbladet.",
        &["Svenska Dagbladet|SvD"],
    ),
    ("sv", "Källa: Hamnbladet", &["Hamnbladet"]),
    ("sv", "Nyheten rapporterades först av Dagens Industri.", &["Dagens Industri|DI"]),
    ("sv", "Texten publicerades ursprungligen i Flamman.", &["Flamman"]),
    ("sv", "Till Sveriges Radio säger hon att beslutet är fattat.", &["Sveriges Radio"]),
    ("sv", "SVT Nyheter rapporterar att bron stängs.", &["SVT Nyheter"]),
    ("sv", "Klubben är överens med anfallaren, enligt Fotbollskanalen.", &["Fotbollskanalen"]),
    ("sv", "Polisen bekräftar att en man är gripen.", &[]),
    ("sv", "Foto: Anders Wikmark", &[]),
    ("sv", "Han började som reporter på Expressen.", &[]),
    ("sv", "Enligt SMHI väntas snö.", &[]),
    ("da", "Det skriver Politiken.", &["Politiken"]),
    ("da", "Ifølge TV 2 er sagen nu afsluttet.", &["TV 2"]),
    ("da", "»Det var en fejl,« siger direktøren til Berlingske.", &["Berlingske"]),
    ("da", "Kilde: Havnens Avis", &["Havnens Avis"]),
    ("da", "Ekstra Bladet var først med historien.", &["Ekstra Bladet"]),
    ("da", "Artiklen er oprindeligt bragt i Information.", &["Information"]),
    ("da", "/ritzau/", &["ritzau|Ritzau"]),
    ("da", "Det oplyser forsvarsadvokaten til DR Nyheder.", &["DR Nyheder|DR"]),
    ("da", "Til det amerikanske medie Politico siger ministeren, at aftalen holder.", &["Politico"]),
    ("da", "Foto: Mads Lindebro", &[]),
    ("da", "Ifølge Sundhedsstyrelsen falder smitten.", &[]),
    ("da", "Hun var i mange år redaktør på B.T.", &[]),
    ("da", "Kommunen ønsker ikke at kommentere sagen.", &[]),
    ("no", "Det skriver VG.", &["VG"]),
    ("no", "Ifølge Aftenposten blir ministeren byttet ut.", &["Aftenposten"]),
    ("no", "– Jeg er lettet, sier han til NRK.", &["NRK"]),
    ("no", "Kilde: Havneposten", &["Havneposten"]),
    ("no", "Dagens Næringsliv omtalte saken først.", &["Dagens Næringsliv|DN"]),
    ("no", "Artikkelen ble først publisert i Morgenbladet.", &["Morgenbladet"]),
    ("no", "(NTB)", &["NTB"]),
    ("no", "Det bekrefter klubben overfor TV 2.", &["TV 2"]),
    ("no", "Nettavisen melder at toget står.", &["Nettavisen"]),
    ("no", "Foto: Sindre Halvarsson", &[]),
    ("no", "Ifølge politiet er én person siktet.", &[]),
    ("no", "Hun jobbet lenge i Dagbladet.", &[]),
    ("no", "Kommunen vil ikke kommentere saken.", &[]),
    ("pl", "Jak informuje Onet, pociąg wykoleił się pod Opolem.", &["Onet"]),
    ("pl", "– Nie żałuję – mówi aktor w wywiadzie dla „Vivy!”.", &["Viva!|Viva|Vivy|Vivy!"]),
    ("pl", "Według „Pulsu Biznesu” fabryka zostanie zamknięta.", &["Puls Biznesu|Pulsu Biznesu"]),
    ("pl", "Źródło: Kurier Portowy", &["Kurier Portowy"]),
    ("pl", "RMF FM jako pierwsze podało informację o zatrzymaniu.", &["RMF FM"]),
    (
        "pl",
        "Tekst ukazał się pierwotnie w „Tygodniku Powszechnym”.",
        &["Tygodnik Powszechny|Tygodniku Powszechnym"],
    ),
    ("pl", "(PAP)", &["PAP"]),
    ("pl", "Minister powiedział w TVN24, że ustawa wróci do Sejmu.", &["TVN24"]),
    ("pl", "„Rzeczpospolita” pisze, że spółka zmieni nazwę.", &["Rzeczpospolita"]),
    ("pl", "Fot. Marcin Zalewiak", &[]),
    ("pl", "Według policji kierowca był trzeźwy.", &[]),
    ("pl", "Przez pięć lat pracowała w „Gazecie Wyborczej”.", &[]),
    ("pl", "Rzecznik nie odpowiedział na pytania.", &[]),
    ("ru", "По информации «Ведомостей», сделку закроют в марте.", &["Ведомости|Ведомостей"]),
    ("ru", "«Мы всё исправим», — сказал он РБК.", &["РБК"]),
    ("ru", "Об этом стало известно «Коммерсанту».", &["Коммерсантъ|Коммерсант|Коммерсанту"]),
    ("ru", "Источник: Портовый вестник", &["Портовый вестник"]),
    ("ru", "Первой о задержании сообщила «Фонтанка».", &["Фонтанка"]),
    ("ru", "Текст впервые вышел в журнале «Сноб».", &["Сноб"]),
    ("ru", "ЛОНДОН, 3 марта (Рейтер) — Суд отложил решение.", &["Рейтер|Reuters"]),
    ("ru", "Актриса рассказала в интервью Forbes, что уходит из театра.", &["Forbes"]),
    ("ru", "Как передаёт ТАСС, переговоры продлены.", &["ТАСС"]),
    ("ru", "Фото: Игорь Салтанов", &[]),
    ("ru", "По данным полиции, водитель скрылся.", &[]),
    ("ru", "Он двадцать лет проработал в «Правде».", &[]),
    ("ru", "Министр отказался от комментариев.", &[]),
    ("tr", "Reuters'ın haberine göre anlaşma imzalanmadı.", &["Reuters"]),
    ("tr", "Oyuncu, Hürriyet'e verdiği röportajda emekli olacağını söyledi.", &["Hürriyet"]),
    ("tr", "Kaynak: Liman Postası", &["Liman Postası"]),
    ("tr", "Habertürk'ten edinilen bilgiye göre maç ertelendi.", &["Habertürk"]),
    ("tr", "Haberi ilk olarak Bloomberg duyurdu.", &["Bloomberg"]),
    ("tr", "İSTANBUL (AA) - Boğaz'da vapur seferleri iptal edildi.", &["AA"]),
    ("tr", "The Guardian gazetesi, planın rafa kaldırıldığını yazdı.", &["The Guardian|Guardian"]),
    ("tr", "Bakan, CNN Türk'te yaptığı açıklamada zammı doğruladı.", &["CNN Türk"]),
    ("tr", "Fotoğraf: Emre Saltuk", &[]),
    ("tr", "Polisin açıklamasına göre yaralanan yok.", &[]),
    ("tr", "On yıl Cumhuriyet'te çalıştı.", &[]),
    ("tr", "Belediye yorum yapmadı.", &[]),
    ("ar", "أفادت وكالة رويترز بأن المحادثات توقفت.", &["رويترز|وكالة رويترز"]),
    ("ar", "وقال المخرج لصحيفة الشرق الأوسط إن الفيلم سيصور في المغرب.", &["الشرق الأوسط|صحيفة الشرق الأوسط"]),
    ("ar", "المصدر: بوابة المرفأ", &["بوابة المرفأ"]),
    ("ar", "ذكرت قناة الجزيرة أن الرحلات ألغيت.", &["الجزيرة|قناة الجزيرة"]),
    ("ar", "القاهرة (رويترز) - أغلق الميناء أبوابه.", &["رويترز"]),
    ("ar", "كشفت صحيفة الغارديان أن الشركة أخفت التقرير.", &["الغارديان|صحيفة الغارديان"]),
    ("ar", "في مقابلة مع قناة العربية، قال الوزير إنه لن يستقيل.", &["العربية|قناة العربية"]),
    ("ar", "نقلا عن صحيفة الأخبار اللبنانية.", &["الأخبار|صحيفة الأخبار|الأخبار اللبنانية"]),
    ("ar", "وفقا لوكالة فرانس برس، أصيب ثلاثة أشخاص.", &["فرانس برس|وكالة فرانس برس"]),
    ("ar", "تصوير: سامر الخطيب", &[]),
    ("ar", "قالت الشرطة إن التحقيق مستمر.", &[]),
    ("ar", "عملت الكاتبة في صحيفة الحياة عشرين عاما.", &[]),
    ("ar", "لم يعلق المتحدث على الخبر.", &[]),
    ("hi", "टाइम्स ऑफ इंडिया की रिपोर्ट के मुताबिक, फिल्म अक्टूबर में आएगी।", &["टाइम्स ऑफ इंडिया"]),
    ("hi", "समाचार एजेंसी पीटीआई के अनुसार, तीन लोग घायल हुए।", &["पीटीआई"]),
    ("hi", "अभिनेत्री ने दैनिक जागरण को बताया कि शूटिंग पूरी हो गई है।", &["दैनिक जागरण"]),
    ("hi", "स्रोत: बंदरगाह समाचार", &["बंदरगाह समाचार"]),
    ("hi", "मुंबई (पीटीआई) बंबई उच्च न्यायालय ने याचिका खारिज की।", &["पीटीआई"]),
    ("hi", "एनडीटीवी को दिए इंटरव्यू में निर्देशक ने यह बात कही।", &["एनडीटीवी"]),
    ("hi", "इंडिया टुडे ने सबसे पहले यह खबर दी थी।", &["इंडिया टुडे"]),
    ("hi", "न्यूयॉर्क टाइम्स ने रिपोर्ट किया है कि सौदा रद्द हो गया।", &["न्यूयॉर्क टाइम्स"]),
    ("hi", "आज तक से बातचीत में गायक ने कहा कि वह लौटेंगे।", &["आज तक"]),
    ("hi", "पुलिस के अनुसार, जांच जारी है।", &[]),
    ("hi", "फोटो: अनिल रावल", &[]),
    ("hi", "वह कई साल तक जनसत्ता में पत्रकार रहे।", &[]),
    ("hi", "मंत्रालय ने टिप्पणी से इनकार किया।", &[]),
    ("zh", "据路透社报道，谈判已经中断。", &["路透社"]),
    ("zh", "来源：海港日报", &["海港日报"]),
    ("zh", "新华社巴黎1月5日电（记者王海）展览于周一开幕。", &["新华社"]),
    ("zh", "该片导演在接受《新京报》专访时透露了续集计划。", &["新京报"]),
    ("zh", "《华尔街日报》援引知情人士的话称，交易已经取消。", &["华尔街日报"]),
    ("zh", "澎湃新闻获悉，该桥将于五月通车。", &["澎湃新闻"]),
    ("zh", "本文首发于《三联生活周刊》。", &["三联生活周刊"]),
    ("zh", "财新率先报道了此事。", &["财新"]),
    ("zh", "据央视新闻消息，航班已全部恢复。", &["央视新闻|央视"]),
    ("zh", "摄影：李明", &[]),
    ("zh", "警方表示，案件仍在调查中。", &[]),
    ("zh", "他曾任《南方都市报》编辑。", &[]),
    ("zh", "公司未予置评。", &[]),
    ("ja", "ロイター通信によると、協議は中断された。", &["ロイター|ロイター通信"]),
    ("ja", "出典：港湾日報", &["港湾日報"]),
    ("ja", "【ワシントン時事】政府は新たな対策を発表した。", &["時事|時事通信"]),
    ("ja", "週刊文春が最初に報じた。", &["週刊文春"]),
    ("ja", "監督は映画ナタリーのインタビューで続編に触れた。", &["映画ナタリー|ナタリー"]),
    ("ja", "毎日新聞は、橋が来春開通すると報じている。", &["毎日新聞"]),
    ("ja", "米紙ニューヨーク・タイムズが伝えた。", &["ニューヨーク・タイムズ"]),
    ("ja", "この記事は東洋経済オンラインに掲載されたものです。", &["東洋経済オンライン|東洋経済"]),
    ("ja", "CNNによれば、航空便は再開した。", &["CNN"]),
    ("ja", "撮影：山田健", &[]),
    ("ja", "警視庁によると、男は容疑を認めている。", &[]),
    ("ja", "彼女は朝日新聞の記者だった。", &[]),
    ("ja", "会社側はコメントを控えた。", &[]),
    ("ko", "조선일보에 따르면 협상이 중단됐다.", &["조선일보"]),
    ("ko", "출처: 항구일보", &["항구일보"]),
    ("ko", "(서울=연합뉴스) 정부가 새 대책을 발표했다.", &["연합뉴스"]),
    ("ko", "감독은 씨네21과의 인터뷰에서 속편 계획을 밝혔다.", &["씨네21"]),
    ("ko", "한겨레는 다리가 내년 개통된다고 보도했다.", &["한겨레"]),
    ("ko", "로이터통신은 합병이 무산됐다고 전했다.", &["로이터통신|로이터"]),
    ("ko", "월스트리트저널(WSJ)이 보도했다.", &["월스트리트저널"]),
    ("ko", "디스패치가 단독 보도했다.", &["디스패치"]),
    ("ko", "뉴욕타임스 보도에 따르면 계약이 해지됐다.", &["뉴욕타임스"]),
    ("ko", "경찰에 따르면 용의자는 달아났다.", &[]),
    ("ko", "사진: 김민수", &[]),
    ("ko", "그는 중앙일보 기자 출신이다.", &[]),
    ("ko", "회사 측은 답변을 거부했다.", &[]),
    ("en", "The union will vote on Friday, BBC News understands.", &["BBC News"]),
    ("en", "\"I won't be back,\" she told the Harbour Gazette's Lena Ruiz.", &["Harbour Gazette"]),
    ("en", "A review by ProPublica found that half of the claims were denied.", &["ProPublica"]),
    ("en", "Additional reporting by Reuters.", &["Reuters"]),
    ("en", "Continue reading at The Atlantic.", &["The Atlantic|Atlantic"]),
    (
        "en",
        "In the October issue of Empire magazine, the director explains the ending.",
        &["Empire|Empire magazine"],
    ),
    (
        "en",
        "Both Bloomberg and the Financial Times have reported that talks are over.",
        &["Bloomberg", "Financial Times"],
    ),
    ("en", "As first noted by TechCrunch, the app was pulled.", &["TechCrunch"]),
    ("en", "(ANI)", &["ANI"]),
    ("en", "Photo: Marco Iveson/AP", &[]),
    ("en", "The mayor's office did not respond.", &[]),
    ("en", "He quit his job at the Guardian to write novels.", &[]),
    ("en", "The deal is dead, two people familiar with the talks said.", &[]),
];

/// Forms that whole languages have in common: times between verb and name, two outlets, what an
/// outlet is, agencies in house style; an outlet's own people and offices are none.
const FORMS: &[(&str, &str, &[&str])] = &[
    (
        "de",
        "Wie der Bayerische Rundfunk am Dienstagabend meldete, wurde der Tunnel geräumt.",
        &["Bayerischer Rundfunk|Bayerische Rundfunk"],
    ),
    (
        "de",
        "Zuletzt hatte die „Neue Osnabrücker Zeitung“ über die Pläne berichtet.",
        &["Neue Osnabrücker Zeitung"],
    ),
    ("de", "MÜNCHEN (dpa/lby) - Ein Wolf ist gesehen worden.", &["dpa"]),
    ("de", "Das Wasser steigt weiter. Verletzt wurde niemand. ap/rtr", &["ap", "rtr|Reuters"]),
    ("de", "Der Geschäftsführer der Zeit weist die Vorwürfe zurück.", &[]),
    ("de", "Quelle: Deutscher Wetterdienst", &[]),
    ("fr", "Selon Le Parisien et RTL, le suspect est en fuite.", &["Le Parisien", "RTL"]),
    ("fr", "Le quotidien italien La Stampa évoque une rançon.", &["La Stampa"]),
    ("fr", "L'information a été révélée mercredi par Les Échos.", &["Les Échos"]),
    ("fr", "Genève (ATS) Le port reste fermé.", &["ATS"]),
    ("fr", "Selon Le Monde de Nemo, le film sera long.", &[]),
    ("fr", "Source : Le Temps, 14 novembre", &["Le Temps"]),
    ("es", "Lo contó este jueves Infobae: el acuerdo ya está firmado.", &["Infobae"]),
    ("es", "Según La Razón y El Mundo, habrá elecciones en mayo.", &["La Razón", "El Mundo"]),
    ("es", "En una entrevista concedida a la cadena CNN en Español, dijo que volverá.", &["CNN en Español"]),
    ("es", "Fuente: INE", &[]),
    ("it", "Il porto è chiuso, scrive il Messaggero Veneto.", &["Messaggero Veneto"]),
    ("it", "Lo rivelano Bloomberg e Milano Finanza.", &["Bloomberg", "Milano Finanza"]),
    ("pt", "A notícia foi avançada esta terça-feira pela TSF.", &["TSF"]),
    ("pt", "Segundo a agência Reuters e a CNN, o acordo está fechado.", &["Reuters", "CNN"]),
    ("nl", "Zo laat een woordvoerster weten aan het Brabants Dagblad.", &["Brabants Dagblad"]),
    ("nl", "Het Franse persbureau AFP spreekt van dertig doden.", &["AFP"]),
    ("nl", "Bron: KNMI", &[]),
    ("sv", "Det rapporterar norska VG.", &["VG"]),
    ("sv", "Enligt Aftonbladets vd ska papperstidningen finnas kvar.", &[]),
    ("sv", "Källa: SCB", &[]),
    ("da", "Den tyske avis Die Zeit beskriver i sin seneste udgave planen.", &["Die Zeit"]),
    ("da", "Ifølge Politikens chefredaktør var det en fejl.", &[]),
    ("no", "Det bekrefter rederiet overfor VG og Sunnmørsposten.", &["VG", "Sunnmørsposten"]),
    ("no", "Det var Bergens Tidende som først omtalte saken.", &["Bergens Tidende"]),
    ("pl", "„Rzeczpospolita” i Onet napisały, że umowa jest gotowa.", &["Rzeczpospolita", "Onet"]),
    ("pl", "Jak podaje „Orlen”, ceny spadną w grudniu.", &[]),
    ("ru", "МИНСК, 3 марта — РИА Новости. Переговоры завершились.", &["РИА Новости"]),
    ("ru", "МОСКВА, 12 ноября. /ТАСС/. Выставка откроется в марте.", &["ТАСС"]),
    ("ru", "Как сообщает «Роснефть», добыча выросла на 2%.", &[]),
    ("ru", "Источник: Росстат", &[]),
    ("tr", "Cumhuriyet gazetesinden Barış Doğan'ın haberine göre, köprü kapanacak.", &["Cumhuriyet"]),
    ("tr", "Milliyet'in dünkü haberine göre köprü kapanacak.", &["Milliyet"]),
    ("tr", "Kaynak: TÜİK", &[]),
    ("zh", "《纽约时报》周四说，谈判陷入僵局。", &["纽约时报"]),
    ("zh", "据《人民日报》和新华社报道，新规下月生效。", &["人民日报", "新华社"]),
    ("zh", "（新华社巴黎3月2日电）法国总统今天宣布辞职。", &["新华社"]),
    ("zh", "《红楼梦》说的是贾府的故事。", &[]),
    ("ja", "NHKによりますと、この地震で新幹線は運転を見合わせました。", &["NHK"]),
    ("ja", "（AFP＝時事）パリの美術館から彫刻3点が盗まれた。", &["AFP", "時事"]),
    ("ja", "産経新聞は社説で、増税の必要はないと論じた。", &["産経新聞"]),
    ("ja", "出典：気象庁", &[]),
    ("ko", "조선일보가 지난 18일 보도했다. 정부는 부인했다.", &["조선일보"]),
    ("ko", "동아일보와 MBC는 장관이 사퇴할 것이라고 보도했다.", &["동아일보", "MBC"]),
    ("ko", "조선일보 사장은 유감을 밝혔다.", &[]),
    ("ar", "ونقلت قناة الجزيرة عن مصدر طبي أن عدد المصابين ارتفع.", &["الجزيرة"]),
    ("ar", "وقال الوزير لـ«الشرق الأوسط» إن العمل سيستكمل.", &["الشرق الأوسط"]),
    ("ar", "قالت هيئة قناة السويس إن سفينة جنحت صباح الأحد.", &[]),
    ("hi", "दैनिक जागरण और एनडीटीवी के अनुसार मंत्री इस्तीफा देंगे।", &["दैनिक जागरण", "एनडीटीवी"]),
    ("hi", "(इनपुट: पीटीआई) पटना में गंगा का जलस्तर नीचे आ गया है।", &["पीटीआई"]),
    ("en", "State news agency Xinhua said the talks had ended on Monday.", &["Xinhua"]),
    ("en", "The Nashville Banner contributed to this report.", &["Nashville Banner"]),
    ("en", "Microsoft told Bloomberg Philanthropies it would pay.", &[]),
    ("en", "The energy company Shell said profits had fallen.", &[]),
];

#[test]
fn sentences_credit_whom_they_name_and_nobody_else() {
    let mut wrong = Vec::new();
    for (language, text, expected) in SENTENCES.iter().chain(FORMS) {
        let link = Some("https://desk.example/a");
        let found = find(&Passage { text, link, ..Passage::default() }, &[]);
        let right = found.len() == expected.len()
            && found.iter().zip(*expected).all(|(credit, names)| {
                names.split('|').any(|name| copydesk::credits::same_outlet(name, &credit.name))
            });
        if !right {
            let names: Vec<&str> = found.iter().map(|credit| credit.name.as_str()).collect();
            wrong.push(format!("{language}: {text}: {names:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn names_in_any_form_lead_to_the_configured_source() {
    let known = ["Портовый вестник", "Dziennik Portowy", "Süddeutsche Zeitung", "Le Courrier du Port"]
        .map(|name| copydesk::model::Outlet { name: name.into(), home: None });
    for (text, name) in [
        ("Об этом он рассказал «Портовому вестнику» в среду.", "Портовый вестник"),
        ("– To koniec – powiedział kapitan w rozmowie z „Dziennikiem Portowym”.", "Dziennik Portowy"),
        ("Der Verkauf ist geplatzt, wie die SZ berichtet.", "Süddeutsche Zeitung"),
        ("Selon Le Courrier du Port, le quai sera fermé deux mois.", "Le Courrier du Port"),
    ] {
        let found = find(&Passage { text, ..Passage::default() }, &known);
        let names: Vec<&str> = found.iter().map(|credit| credit.name.as_str()).collect();
        assert_eq!(names, [name], "{text}");
    }
}

#[test]
fn a_site_is_no_source_of_its_own_text_in_any_form_of_its_name() {
    for (text, link) in [
        ("Об этом «Ведомостям» рассказал собеседник в банке.", "https://www.vedomosti.ru/finance/1"),
        ("– Nie wrócę – powiedziała trenerka „Gazecie Wyborczej”.", "https://wyborcza.pl/7,1.html"),
        ("该负责人对新京报表示，工程延期。", "https://www.bjnews.com.cn/detail/1.html"),
        ("Das sagte die Ministerin der Süddeutschen Zeitung.", "https://www.sueddeutsche.de/politik/1"),
    ] {
        let found = find(&Passage { text, link: Some(link), ..Passage::default() }, &[]);
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn an_agency_that_had_a_part_is_wire() {
    for text in [
        "The vote was put off until May. (AFP)",
        "Die Abstimmung wurde verschoben. (dpa)",
        "(ANSA) - GENOVA, 3 MAR - Il porto riapre domani.",
        "Additional reporting by Reuters",
        "The Associated Press contributed to this report.",
        "The ferry will sail again on Monday. - AP",
        "Le port rouvrira lundi. (avec AFP)",
    ] {
        let found = find(&Passage { text, ..Passage::default() }, &[]);
        let kinds: Vec<&str> = found.iter().map(|credit| credit.kind.name()).collect();
        assert_eq!(kinds, ["wire"], "{text}: {found:?}");
    }
    assert!(
        find(&Passage { text: "It rests on average precision (AP).", ..Passage::default() }, &[]).is_empty()
    );
}

#[test]
fn english_forms() {
    for (text, names) in [
        ("\u{201c}Not me,\u{201d} the New York Times reported Monday in its story.", &["New York Times"][..]),
        ("A tally by the Associated Press has her ahead.", &["Associated Press"]),
        ("As spotted by Engadget, the dock is gone.", &["Engadget"]),
        ("The line confirmed the closure to The Verge.", &["The Verge"]),
        ("Sky Sports believes the move is off.", &["Sky Sports"]),
        ("Continue reading at The Atlantic", &["The Atlantic"]),
        ("In the May issue of Empire magazine she explains it.", &["Empire"]),
        ("Wired recently ran a piece on the harbour.", &["Wired"]),
        ("Deadline and Variety both report that it is over.", &["Deadline", "Variety"]),
        ("He had not seen the article in Variety.", &[]),
        ("The Age of Sail reported no losses.", &[]),
    ] {
        let found = find(&Passage { text, ..Passage::default() }, &[]);
        let found: Vec<&str> = found.iter().map(|credit| credit.name.as_str()).collect();
        assert_eq!(found, names, "{text}");
    }
}
