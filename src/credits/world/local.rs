//! More outlets of other languages than English: regional papers and stations, and foreign ones as
//! each language writes them. Data, one line each, in the form of the other table.

/// `names, divided by "; " | domains, divided by a space`. The first domain is the identity.
pub(super) const OUTLETS: &str = "\
Keystone-SDA; SDA; Keystone-ATS; ATS|keystone-sda.ch
rtr|reuters.com
Rhein-Zeitung|rhein-zeitung.de
Neue Osnabrücker Zeitung; NOZ|noz.de
Freie Presse|freiepresse.de
Sächsische Zeitung|saechsische.de
Leipziger Volkszeitung; LVZ|lvz.de
Mitteldeutsche Zeitung; MZ|mz.de
Volksstimme|volksstimme.de
Ostsee-Zeitung|ostsee-zeitung.de
Nordkurier|nordkurier.de
Schweriner Volkszeitung|svz.de
Kieler Nachrichten|kn-online.de
Lübecker Nachrichten|ln-online.de
Weser-Kurier; Weser Kurier|weser-kurier.de
Hannoversche Allgemeine Zeitung; Hannoversche Allgemeine; HAZ|haz.de
Braunschweiger Zeitung|braunschweiger-zeitung.de
Nordwest-Zeitung; NWZ|nwzonline.de
Westfälische Nachrichten|wn.de
Neue Westfälische|nw.de
Ruhr Nachrichten|ruhrnachrichten.de
Kölnische Rundschau|rundschau-online.de
Aachener Zeitung|aachener-zeitung.de
General-Anzeiger|general-anzeiger-bonn.de
Trierischer Volksfreund|volksfreund.de
Saarbrücker Zeitung|saarbruecker-zeitung.de
Die Rheinpfalz; Rheinpfalz|rheinpfalz.de
Mannheimer Morgen|mannheimer-morgen.de
Rhein-Neckar-Zeitung|rnz.de
Badische Zeitung|badische-zeitung.de
Badische Neueste Nachrichten; BNN|bnn.de
Südkurier|suedkurier.de
Schwäbische Zeitung|schwaebische.de
Südwest Presse|swp.de
Stuttgarter Nachrichten|stuttgarter-nachrichten.de
Passauer Neue Presse|pnp.de
Mittelbayerische Zeitung|mittelbayerische.de
Nürnberger Nachrichten|nn.de
Main-Post|mainpost.de
Nordbayerischer Kurier|nordbayerischer-kurier.de
Thüringer Allgemeine|thueringer-allgemeine.de
Märkische Allgemeine|maz-online.de
Hessische/Niedersächsische Allgemeine; HNA|hna.de
Wiener Zeitung|wienerzeitung.at
Oberösterreichische Nachrichten; OÖN|nachrichten.at
Tiroler Tageszeitung|tt.com
Vorarlberger Nachrichten|vn.at
Basler Zeitung|bazonline.ch
Berner Zeitung; Der Bund|bernerzeitung.ch
Aargauer Zeitung|aargauerzeitung.ch
Luzerner Zeitung|luzernerzeitung.ch
St. Galler Tagblatt|tagblatt.ch
WOZ|woz.ch
Business Insider|businessinsider.de
11 Freunde; 11Freunde|11freunde.de
Table.Media; Table Media|table.media
Netzpolitik.org|netzpolitik.org
Volksverpetzer|volksverpetzer.de
La Presse canadienne; Presse canadienne|lapressecanadienne.ca
La Provence|laprovence.com
Le Progrès|leprogres.fr
Le Dauphiné libéré; Dauphiné libéré|ledauphine.com
L'Est républicain|estrepublicain.fr
Le Républicain lorrain|republicain-lorrain.fr
Dernières Nouvelles d'Alsace; DNA|dna.fr
Le Télégramme|letelegramme.fr
Midi libre|midilibre.fr
La Montagne|lamontagne.fr
Corse-Matin|corsematin.com
Var-Matin|varmatin.com
La Nouvelle République|lanouvellerepublique.fr
La Tribune|latribune.fr
La Lettre|lalettre.fr
Challenges|challenges.fr
StreetPress|streetpress.com
Blast|blast-info.fr
Reporterre|reporterre.net
Causeur|causeur.fr
Valeurs actuelles|valeursactuelles.com
Basta!|basta.media
Actu.fr|actu.fr
CNews; Europe 1|cnews.fr
Arte|arte.tv
TV5 Monde; TV5Monde|tv5monde.com
France 24|france24.com
L'Avenir|lavenir.net
La DH|dhnet.be
L'Echo; L'Écho|lecho.be
24 heures|24heures.ch
Heidi.news|heidi.news
Blick romand|blick.ch
TVA; TVA Nouvelles|tvanouvelles.ca
Le Soleil|lesoleil.com
infoLibre|infolibre.es
El Periódico de Aragón|elperiodicodearagon.com
Heraldo de Aragón; Heraldo|heraldo.es
La Voz de Galicia|lavozdegalicia.es
Faro de Vigo|farodevigo.es
Diario Sur|diariosur.es
Diario de Sevilla|diariodesevilla.es
El Correo|elcorreo.com
El Diario Vasco|diariovasco.com
Diario de Navarra|diariodenavarra.es
El Norte de Castilla|elnortedecastilla.es
Levante-EMV|levante-emv.com
Las Provincias|lasprovincias.es
Diari Ara|ara.cat
Vozpópuli|vozpopuli.com
OKdiario|okdiario.com
Cinco Días|cincodias.com
El Salto|elsaltodiario.com
CTXT|ctxt.es
Newtral|newtral.es
Maldita; Maldita.es|maldita.es
TV3|ccma.cat
Canal Sur|canalsur.es
Gatopardo|gatopardo.com
Animal Político|animalpolitico.com
El Financiero|elfinanciero.com.mx
SinEmbargo|sinembargo.mx
El Sol de México|elsoldemexico.com.mx
Aristegui Noticias|aristeguinoticias.com
El Heraldo|elheraldo.co
El Colombiano|elcolombiano.com
Blu Radio|bluradio.com
Cronista; El Cronista|cronista.com
Tiempo Argentino|tiempoar.com.ar
Chequeado|chequeado.com
CIPER|ciperchile.cl
El Mostrador|elmostrador.cl
La República|larepublica.pe
Efecto Cocuyo|efectococuyo.com
El País Uruguay|elpais.com.uy
El Faro|elfaro.net
Prensa Libre|prensalibre.com
La Prensa|laprensani.com
Confidencial|confidencial.digital
El Universo|eluniverso.com
Primicias|primicias.ec
Messaggero Veneto|messaggeroveneto.it
Il Tirreno; Tirreno|iltirreno.it
Il Piccolo|ilpiccolo.it
Il Gazzettino; Gazzettino|ilgazzettino.it
L'Arena|larena.it
L'Eco di Bergamo|ecodibergamo.it
Giornale di Brescia|giornaledibrescia.it
Il Giorno|ilgiorno.it
La Sicilia|lasicilia.it
Giornale di Sicilia|gds.it
La Nuova Sardegna|lanuovasardegna.it
L'Unione Sarda|unionesarda.it
La Gazzetta del Mezzogiorno; Gazzetta del Mezzogiorno|lagazzettadelmezzogiorno.it
Il Riformista|ilriformista.it
La Verità|laverita.info
Linkiesta|linkiesta.it
Milano Finanza; MF|milanofinanza.it
Il Centro|ilcentro.it
RomaToday; MilanoToday|today.it
Radio 24|radio24.ilsole24ore.com
Tg2; Tg3; Rainews24|rainews.it
Dagospia|dagospia.com
Italpress|italpress.com
GZH|gauchazh.clicrbs.com.br
Estado de Minas|em.com.br
O Tempo|otempo.com.br
O Dia|odia.ig.com.br
Gazeta do Povo|gazetadopovo.com.br
Poder360|poder360.com.br
Agência Pública|apublica.org
The Intercept Brasil; Intercept Brasil|intercept.com.br
Piauí|piaui.folha.uol.com.br
Jovem Pan|jovempan.com.br
BandNews|band.uol.com.br
GloboNews|g1.globo.com
Brasil de Fato|brasildefato.com.br
Jornal de Negócios|jornaldenegocios.pt
Nascer do Sol|sol.sapo.pt
Açoriano Oriental|acorianooriental.pt
Diário de Coimbra|diariocoimbra.pt
De Limburger; Limburger|limburger.nl
RTV Drenthe|rtvdrenthe.nl
RTV Noord|rtvnoord.nl
RTV Oost|rtvoost.nl
RTV Utrecht|rtvutrecht.nl
Omroep Brabant|omroepbrabant.nl
Omroep West|omroepwest.nl
Omroep Gelderland|gld.nl
RTV Rijnmond|rijnmond.nl
L1|l1.nl
Eindhovens Dagblad|ed.nl
Brabants Dagblad|bd.nl
BN DeStem|bndestem.nl
Tubantia; Twentsche Courant Tubantia|tubantia.nl
de Stentor; Stentor|destentor.nl
PZC|pzc.nl
Leeuwarder Courant|lc.nl
Friesch Dagblad|frieschdagblad.nl
Noordhollands Dagblad|noordhollandsdagblad.nl
Leidsch Dagblad|leidschdagblad.nl
Elsevier|ewmagazine.nl
EenVandaag|eenvandaag.avrotros.nl
Pointer|pointer.kro-ncrv.nl
Argos|vpro.nl
Het Belang van Limburg|hbvl.be
Apache|apache.be
Bruzz|bruzz.be
Hart van Nederland|hartvannederland.nl
Norrbottens-Kuriren|kuriren.nu
Jönköpings-Posten|jp.se
Nerikes Allehanda|na.se
Barometern|barometern.se
Östersunds-Posten|op.se
Dala-Demokraten|dalademokraten.se
Upsala Nya Tidning; UNT|unt.se
Västerbottens-Kuriren|vk.se
Helsingborgs Dagblad|hd.se
Kristianstadsbladet|kristianstadsbladet.se
Borås Tidning|bt.se
Hallandsposten|hallandsposten.se
Corren; Östgöta Correspondenten|corren.se
Dagens ETC; ETC|etc.se
Arbetet|arbetet.se
Affärsvärlden|affarsvarlden.se
Kvartal|kvartal.se
Sportbladet|aftonbladet.se
DN Debatt|dn.se
JydskeVestkysten|jv.dk
Nordjyske|nordjyske.dk
Sjællandske; Sjællandske Nyheder|sn.dk
Frederiksborg Amts Avis|sn.dk
Århus Stiftstidende; Aarhus Stiftstidende|stiften.dk
Midtjyllands Avis|mja.dk
Bornholms Tidende|bornholmstidende.dk
Tipsbladet|tipsbladet.dk
Altinget|altinget.dk
Avisen Danmark|avisendanmark.dk
Arbejderen|arbejderen.dk
Bold.dk|bold.dk
Se og Hør|seoghoer.dk
KNR|knr.gl
Nordlys|nordlys.no
iTromsø|itromso.no
Sunnmørsposten|smp.no
Romsdals Budstikke|rbnett.no
Fædrelandsvennen|fvn.no
Agderposten|agderposten.no
Varden|varden.no
Drammens Tidende|dt.no
Lofotposten|lofotposten.no
Avisa Nordland|an.no
Harstad Tidende|ht.no
Haugesunds Avis|h-avis.no
Firda|firda.no
Hallingdølen|hallingdolen.no
Romerikes Blad|rb.no
Oppland Arbeiderblad|oa.no
Dag og Tid|dagogtid.no
Vårt Land|vl.no
Dagsavisen|dagsavisen.no
Finansavisen|finansavisen.no
Khrono|khrono.no
Filter Nyheter|filternyheter.no
Nationen|nationen.no
Faktisk.no|faktisk.no
TV 2 Sporten|tv2.no
Superwizjer|tvn24.pl
Gazeta Pomorska|pomorska.pl
Dziennik Zachodni|dziennikzachodni.pl
Głos Wielkopolski|gloswielkopolski.pl
Dziennik Bałtycki|dziennikbaltycki.pl
Gazeta Krakowska|gazetakrakowska.pl
Kurier Lubelski|kurierlubelski.pl
Do Rzeczy|dorzeczy.pl
Business Insider Polska|businessinsider.com.pl
Money.pl|money.pl
Bankier.pl|bankier.pl
Sportowe Fakty|sportowefakty.wp.pl
Weszło|weszlo.com
Meczyki.pl; Meczyki|meczyki.pl
Trójmiasto.pl|trojmiasto.pl
Radio Kraków|radiokrakow.pl
Подъём; Подъем|pdmnews.ru
Sport24|sport24.ru
Матч ТВ|matchtv.ru
Советский спорт|sovsport.ru
Вёрстка; Верстка|verstka.media
Новые Известия|newizv.ru
Вечерняя Москва|vm.ru
Парламентская газета|pnp.ru
Царьград|tsargrad.tv
Постньюс|postnews.ru
РБК Спорт|rbc.ru
Деловой Петербург|dp.ru
The Bell|thebell.io
Важные истории|istories.media
Медиазона|zona.media
Би-би-си|bbc.com
Sky News Arabia|skynewsarabia.com
Euronews|euronews.com
Politico|politico.eu
Deutsche Welle|dw.com
Associated Press|apnews.com
Yeniçağ|yenicaggazetesi.com.tr
Aydınlık|aydinlik.com.tr
Kısa Dalga|kisadalga.net
Serbestiyet|serbestiyet.com
Independent Türkçe|indyturk.com
Tele1|tele1.com.tr
Ekol TV|ekoltv.com.tr
Sputnik Türkiye|anlatilaninotesi.com.tr
Ekonomim|ekonomim.com
NOW TV; FOX TV|nowtv.com.tr
明镜; 明镜周刊|spiegel.de
图片报|bild.de
法兰克福汇报|faz.net
世界报|lemonde.fr
费加罗报|lefigaro.fr
读卖新闻|yomiuri.co.jp
朝日新闻|asahi.com
每日新闻|mainichi.jp
产经新闻|sankei.com
日本广播协会|nhk.or.jp
NHK|nhk.or.jp
朝鲜日报|chosun.com
中央日报|joongang.co.kr
今日俄罗斯|rt.com
印度快报|indianexpress.com
每日电讯报|telegraph.co.uk
每日邮报|dailymail.co.uk
独立报|independent.co.uk
经济学人|economist.com
时代周刊|time.com
新闻周刊|newsweek.com
洛杉矶时报|latimes.com
今日美国|usatoday.com
政客; 政治新闻网|politico.com
大公报|takungpao.com
文匯報|wenweipo.com
星島日報; 星岛日报|stheadline.com
信報|hkej.com
東方日報|on.cc
TVBS|tvbs.com.tw
三立新聞|setn.com
鏡週刊|mirrormedia.mg
風傳媒|storm.mg
上報|upmedia.mg
今周刊|businesstoday.com.tw
财经杂志|caijing.com.cn
半岛电视台|aljazeera.com
美国有线电视新闻网|cnn.com
凤凰周刊|ifeng.com
极目新闻|ctdsb.net
上游新闻|cqcb.com
九派新闻|jiupainews.com
大河报|dahe.cn
华商报|hsw.cn
齐鲁晚报|ql1d.com
扬子晚报|yangtse.com
钱江晚报|thehour.cn
潇湘晨报|xxcb.cn
シュピーゲル|spiegel.de
ビルト|bild.de
ルモンド; ル・モンド|lemonde.fr
フィガロ|lefigaro.fr
タス通信|tass.com
韓国・聯合ニュース|yna.co.kr
中央日報|joongang.co.kr
朝鮮日報|chosun.com
ハンギョレ|hani.co.kr
環球時報|huanqiu.com
人民日報|people.com.cn
ABCニュース|abcnews.go.com
NBCニュース|nbcnews.com
フォックスニュース|foxnews.com
ポリティコ|politico.com
アクシオス|axios.com
テレグラフ|telegraph.co.uk
アルジャジーラ|aljazeera.com
河北新報|kahoku.news
神戸新聞|kobe-np.co.jp
京都新聞|kyoto-np.co.jp
中国新聞|chugoku-np.co.jp
沖縄タイムス|okinawatimes.co.jp
琉球新報|ryukyushimpo.jp
信濃毎日新聞|shinmai.co.jp
静岡新聞|at-s.com
新潟日報|niigata-nippo.co.jp
熊本日日新聞|kumanichi.com
しんぶん赤旗; 赤旗|jcp.or.jp
中日スポーツ|chunichi.co.jp
スポーツナビ|sports.yahoo.co.jp
プレジデントオンライン|president.jp
現代ビジネス|gendai.media
日刊ゲンダイ|nikkan-gendai.com
AERA; アエラ|dot.asahi.com
요미우리신문; 요미우리|yomiuri.co.jp
아사히신문|asahi.com
마이니치신문|mainichi.jp
니혼게이자이신문; 닛케이|nikkei.com
산케이신문|sankei.com
더타임스|thetimes.co.uk
가디언|theguardian.com
파이낸셜타임스|ft.com
이코노미스트|economist.com
AP통신; AP|apnews.com
AFP통신; AFP|afp.com
신화통신|xinhuanet.com
환구시보|huanqiu.com
인민일보|people.com.cn
타스통신|tass.com
르몽드|lemonde.fr
슈피겔|spiegel.de
폴리티코|politico.com
액시오스|axios.com
국민일보|kmib.co.kr
서울신문|seoul.co.kr
세계일보|segye.com
문화일보|munhwa.com
머니투데이|mt.co.kr
이데일리|edaily.co.kr
아시아경제|asiae.co.kr
헤럴드경제|heraldcorp.com
서울경제|sedaily.com
뉴스타파|newstapa.org
시사IN; 시사인|sisain.co.kr
시사저널|sisajournal.com
주간조선|weekly.chosun.com
노컷뉴스|nocutnews.co.kr
CBS라디오|cbs.co.kr
TV조선|tvchosun.com
채널A|ichannela.com
MBN|mbn.co.kr
부산일보|busan.com
국제신문|kookje.co.kr
매일신문|imaeil.com
스포츠서울|sportsseoul.com
텐아시아|tenasia.hankyung.com
هيئة البث الإسرائيلية; هيئة البث|kan.org.il
هآرتس|haaretz.com
يديعوت أحرونوت|ynet.co.il
معاريف|maariv.co.il
القناة 12|mako.co.il
القبس|alqabas.com
الراي|alraimedia.com
الميادين|almayadeen.net
القاهرة الإخبارية|alqaheranews.net
بوابة الأهرام|gate.ahram.org.eg
درج|daraj.media
رصيف 22|raseef22.net
هسبريس|hespress.com
بترا; وكالة الأنباء الأردنية|petra.gov.jo
سبأ|saba.ye
كونا|kuna.net.kw
شينخوا|xinhuanet.com
أكسيوس|axios.com
بوليتيكو|politico.com
لو فيغارو|lefigaro.fr
التايمز|thetimes.co.uk
ديلي تلغراف|telegraph.co.uk
भास्कर|bhaskar.com
प्रभात खबर|prabhatkhabar.com
पत्रिका|patrika.com
न्यूज़लॉन्ड्री; न्यूजलॉन्ड्री|newslaundry.com
ऑल्ट न्यूज़; ऑल्ट न्यूज|altnews.in
द हिन्दू|thehindu.com
मिंट|livemint.com
बिज़नेस स्टैंडर्ड; बिजनेस स्टैंडर्ड|business-standard.com
न्यूज़18; न्यूज18|news18.com
इंडिया टीवी|indiatv.in
टाइम्स नाउ|timesnownews.com
द टेलीग्राफ; टेलीग्राफ|telegraphindia.com
द टाइम्स|thetimes.co.uk
वाशिंगटन पोस्ट; द वाशिंगटन पोस्ट|washingtonpost.com
वॉल स्ट्रीट जर्नल; द वॉल स्ट्रीट जर्नल|wsj.com
डॉन|dawn.com
शिन्हुआ|xinhuanet.com
अल जज़ीरा; अल जजीरा|aljazeera.com
";
