//! Outlets that are well known in their language, with their domains: data, one line each.
//!
//! Asked only behind phrases of other languages than English: many of these names are words of
//! every day. The form is that of the table of English texts.

/// `names, divided by "; " | domains, divided by a space`. The first domain is the identity.
pub(super) const OUTLETS: &str = "\
Süddeutsche Zeitung; Süddeutsche; SZ|sueddeutsche.de
Der Spiegel; Spiegel; Spiegel Online|spiegel.de
Die Zeit; Zeit; Zeit Online|zeit.de
Die Welt; Welt; Welt am Sonntag|welt.de
Bild; Bild am Sonntag; Bild-Zeitung; BamS|bild.de
Frankfurter Allgemeine Zeitung; FAZ; F.A.Z.; FAS|faz.net
Frankfurter Rundschau; FR|fr.de
Der Tagesspiegel; Tagesspiegel|tagesspiegel.de
taz; die tageszeitung|taz.de
Stern|stern.de
Focus; Focus Online|focus.de
Handelsblatt|handelsblatt.com
Wirtschaftswoche; WirtschaftsWoche|wiwo.de
Manager Magazin|manager-magazin.de
Der Freitag; Freitag|freitag.de
Kicker|kicker.de
Sport Bild; Sport1|sport1.de
Musikexpress|musikexpress.de
Neues Deutschland; nd|nd-aktuell.de
Berliner Zeitung|berliner-zeitung.de
Berliner Morgenpost|morgenpost.de
Hamburger Abendblatt|abendblatt.de
Rheinische Post|rp-online.de
Stuttgarter Zeitung|stuttgarter-zeitung.de
Kölner Stadt-Anzeiger|ksta.de
Westdeutsche Allgemeine Zeitung; WAZ|waz.de
Augsburger Allgemeine|augsburger-allgemeine.de
Münchner Merkur|merkur.de
Abendzeitung|abendzeitung-muenchen.de
T-Online; t-online|t-online.de
RND; RedaktionsNetzwerk Deutschland|rnd.de
Correctiv|correctiv.org
ZDF|zdf.de
ARD; Tagesschau|ard.de tagesschau.de
WDR|wdr.de
NDR|ndr.de
SWR|swr.de
MDR|mdr.de
RBB; rbb|rbb-online.de
BR; Bayerischer Rundfunk|br.de
HR; Hessischer Rundfunk|hr.de
Deutschlandfunk; Deutschlandradio|deutschlandfunk.de
RTL; ntv; n-tv|n-tv.de rtl.de
Radio Bremen|radiobremen.de
Deutsche Welle; DW|dw.com
Neue Zürcher Zeitung; NZZ; NZZ am Sonntag|nzz.ch
Tages-Anzeiger|tagesanzeiger.ch
Blick; SonntagsBlick|blick.ch
SRF|srf.ch
Watson|watson.ch
Weltwoche|weltwoche.ch
Der Standard; Standard|derstandard.at
Die Presse|diepresse.com
Kurier|kurier.at
Kronen Zeitung; Krone|krone.at
Kleine Zeitung|kleinezeitung.at
Salzburger Nachrichten|sn.at
Falter|falter.at
Profil|profil.at
ORF|orf.at
Heise; heise online|heise.de
Sky; Sky Sport|sky.de
Übermedien|uebermedien.de
Golem; Golem.de|golem.de
Le Monde|lemonde.fr
Le Figaro|lefigaro.fr
Libération|liberation.fr
Le Parisien; Parisien; Aujourd'hui en France|leparisien.fr
L'Équipe; L'Equipe|lequipe.fr
Les Échos; Les Echos|lesechos.fr
La Croix|la-croix.com
L'Humanité|humanite.fr
Le Point|lepoint.fr
L'Express|lexpress.fr
L'Obs; Le Nouvel Obs; Nouvel Observateur|nouvelobs.com
Marianne|marianne.net
Mediapart|mediapart.fr
Le Canard enchaîné; Canard enchaîné|lecanardenchaine.fr
Charlie Hebdo|charliehebdo.fr
Paris Match|parismatch.com
Télérama|telerama.fr
Les Inrockuptibles; Les Inrocks|lesinrocks.com
AlloCiné|allocine.fr
Première|premiere.fr
Ouest-France|ouest-france.fr
Sud Ouest|sudouest.fr
La Voix du Nord|lavoixdunord.fr
La Dépêche; La Dépêche du Midi|ladepeche.fr
Nice-Matin|nicematin.com
20 Minutes|20minutes.fr
BFMTV; BFM TV; BFM|bfmtv.com
TF1; LCI|tf1info.fr
France 2; France 3; France Télévisions; France Info; franceinfo|francetvinfo.fr
France Inter; Radio France; France Culture; France Bleu|radiofrance.fr
Europe 1|europe1.fr
RMC; RMC Sport|rmc.bfmtv.com
RFI|rfi.fr
RTBF|rtbf.be
RTS|rts.ch
Le Soir|lesoir.be
La Libre; La Libre Belgique|lalibre.be
Le Temps|letemps.ch
Tribune de Genève|tdg.ch
La Presse|lapresse.ca
Le Devoir|ledevoir.com
Radio-Canada|radio-canada.ca
Le Journal de Montréal|journaldemontreal.com
Jeune Afrique|jeuneafrique.com
Numerama|numerama.com
Konbini|konbini.com
El País; El Pais|elpais.com
El Mundo|elmundo.es
ABC|abc.es
La Vanguardia|lavanguardia.com
El Periódico|elperiodico.com
La Razón|larazon.es
El Confidencial|elconfidencial.com
elDiario.es; eldiario.es|eldiario.es
El Español|elespanol.com
Público|publico.es
20 minutos|20minutos.es
Marca|marca.com
As|as.com
Sport|sport.es
Mundo Deportivo|mundodeportivo.com
Expansión|expansion.com
Cadena SER; SER|cadenaser.com
COPE|cope.es
Onda Cero|ondacero.es
RNE; Radio Nacional; Radio Nacional de España; RTVE; TVE|rtve.es
Antena 3|antena3.com
LaSexta; La Sexta|lasexta.com
Europa Press|europapress.es
EFE; Agencia EFE; Efe|efe.com
Fotogramas|fotogramas.es
Xataka|xataka.com
TV Azteca|tvazteca.com
Hola; ¡Hola!|hola.com
Clarín|clarin.com
La Nación|lanacion.com.ar
Página/12; Página 12|pagina12.com.ar
Infobae|infobae.com
Perfil|perfil.com
Ámbito|ambito.com
Olé|ole.com.ar
Télam|telam.com.ar
Reforma|reforma.com
El Universal|eluniversal.com.mx
Milenio|milenio.com
La Jornada|jornada.com.mx
Excélsior|excelsior.com.mx
Proceso|proceso.com.mx
Televisa|televisa.com
El Tiempo|eltiempo.com
El Espectador|elespectador.com
Semana|semana.com
Caracol; Caracol Radio; Noticias Caracol|caracol.com.co
El Mercurio|emol.com
La Tercera|latercera.com
BioBioChile; Radio Bío Bío|biobiochile.cl
El Comercio|elcomercio.pe
RPP|rpp.pe
El Nacional|elnacional.com
Granma|granma.cu
Corriere della Sera; Corriere|corriere.it
La Repubblica; Repubblica|repubblica.it
La Stampa; Stampa|lastampa.it
Il Messaggero; Messaggero|ilmessaggero.it
Il Giornale|ilgiornale.it
Il Fatto Quotidiano; Fatto Quotidiano|ilfattoquotidiano.it
Il Sole 24 Ore; Sole 24 Ore|ilsole24ore.com
Il Foglio|ilfoglio.it
Il Post|ilpost.it
Il Manifesto|ilmanifesto.it
Libero|liberoquotidiano.it
Avvenire|avvenire.it
Il Mattino|ilmattino.it
Il Resto del Carlino|ilrestodelcarlino.it
La Nazione|lanazione.it
Il Secolo XIX|ilsecoloxix.it
La Gazzetta dello Sport; Gazzetta dello Sport; Gazzetta|gazzetta.it
Corriere dello Sport|corrieredellosport.it
Tuttosport|tuttosport.com
L'Espresso|espresso.repubblica.it
Panorama|panorama.it
Internazionale|internazionale.it
Domani|editorialedomani.it
Fanpage; Fanpage.it|fanpage.it
Open|open.online
HuffPost Italia|huffingtonpost.it
Rai; Rai News; RaiNews; Tg1|rai.it
Mediaset; TGCOM24|tgcom24.mediaset.it
Sky TG24; Sky Italia; Sky Sport|sky.it
La7|la7.it
Adnkronos; AdnKronos|adnkronos.com
AGI|agi.it
Askanews|askanews.it
Vanity Fair|vanityfair.it
Oggi|oggi.it
Radio Deejay|deejay.it
Rolling Stone Italia|rollingstone.it
Público|publico.pt
Expresso|expresso.pt
Diário de Notícias|dn.pt
Jornal de Notícias|jn.pt
Correio da Manhã|cmjornal.pt
Observador|observador.pt
Visão|visao.pt
Sábado|sabado.pt
A Bola|abola.pt
Record|record.pt
O Jogo|ojogo.pt
SIC; SIC Notícias|sicnoticias.pt
RTP|rtp.pt
TVI; CNN Portugal|cnnportugal.iol.pt
TSF|tsf.pt
Rádio Renascença; Renascença|rr.sapo.pt
Blitz|blitz.pt
Lusa; Agência Lusa|lusa.pt
Folha de S.Paulo; Folha de S. Paulo; Folha|folha.uol.com.br
O Globo; Globo; TV Globo|oglobo.globo.com
G1; g1|g1.globo.com
O Estado de S. Paulo; O Estado de S.Paulo; Estadão|estadao.com.br
Veja|veja.abril.com.br
UOL|uol.com.br
Valor Econômico|valor.globo.com
Correio Braziliense|correiobraziliense.com.br
Zero Hora; GaúchaZH|gauchazh.clicrbs.com.br
Metrópoles|metropoles.com
Agência Brasil|agenciabrasil.ebc.com.br
CartaCapital; Carta Capital|cartacapital.com.br
IstoÉ|istoe.com.br
Época|epoca.globo.com
CNN Brasil|cnnbrasil.com.br
de Volkskrant; Volkskrant|volkskrant.nl
NRC; NRC Handelsblad|nrc.nl
De Telegraaf; Telegraaf|telegraaf.nl
Trouw|trouw.nl
Het Parool; Parool|parool.nl
Algemeen Dagblad; AD|ad.nl
Het Financieele Dagblad; FD|fd.nl
NOS|nos.nl
RTL Nieuws|rtlnieuws.nl
NU.nl|nu.nl
Nieuwsuur|nieuwsuur.nl
ANP|anp.nl
De Groene Amsterdammer|groene.nl
Vrij Nederland|vn.nl
Follow the Money|ftm.nl
De Gelderlander|gelderlander.nl
Dagblad van het Noorden|dvhn.nl
Voetbal International|vi.nl
De Standaard; Standaard|standaard.be
De Morgen|demorgen.be
Het Laatste Nieuws; HLN|hln.be
Het Nieuwsblad; Nieuwsblad|nieuwsblad.be
Gazet van Antwerpen|gva.be
De Tijd|tijd.be
VRT; VRT NWS; VRT NWS|vrt.be
Knack|knack.be
Humo|humo.be
Belga|belga.be
Aftonbladet|aftonbladet.se
Expressen|expressen.se
Dagens Nyheter; DN|dn.se
Svenska Dagbladet; SvD|svd.se
Göteborgs-Posten; GP|gp.se
Sydsvenskan|sydsvenskan.se
Dagens Industri; DI|di.se
SVT; SVT Nyheter|svt.se
Sveriges Radio; SR; Ekot|sverigesradio.se
TV4|tv4.se
TT; TT Nyhetsbyrån|tt.se
Filter|magasinetfilter.se
Fotbollskanalen|fotbollskanalen.se
P3 Nyheter; P4|sverigesradio.se
Flamman|flamman.se
Resumé|resume.se
Breakit|breakit.se
Hufvudstadsbladet|hbl.fi
Politiken|politiken.dk
Berlingske|berlingske.dk
Jyllands-Posten|jyllands-posten.dk
Ekstra Bladet|ekstrabladet.dk
B.T.; BT|bt.dk
Børsen|borsen.dk
Information|information.dk
Weekendavisen|weekendavisen.dk
Kristeligt Dagblad|kristeligt-dagblad.dk
DR|dr.dk
TV 2; TV2|tv2.dk tv2.no
Ritzau|ritzau.dk
Soundvenue|soundvenue.com
Gaffa|gaffa.dk
Finans|finans.dk
Zetland|zetland.dk
Euroman|euroman.dk
Fyens Stiftstidende|fyens.dk
VG; Verdens Gang|vg.no
Dagbladet|dagbladet.no
Aftenposten|aftenposten.no
NRK|nrk.no
Bergens Tidende; BT|bt.no
Dagens Næringsliv; DN|dn.no
E24|e24.no
Nettavisen|nettavisen.no
Morgenbladet|morgenbladet.no
Klassekampen|klassekampen.no
Stavanger Aftenblad|aftenbladet.no
Adresseavisen|adressa.no
NTB|ntb.no
Gazeta Wyborcza; Wyborcza|wyborcza.pl
Rzeczpospolita|rp.pl
Polityka|polityka.pl
Newsweek Polska|newsweek.pl
Wprost|wprost.pl
Tygodnik Powszechny|tygodnikpowszechny.pl
Dziennik Gazeta Prawna|gazetaprawna.pl
Fakt|fakt.pl
Super Express|se.pl
Przegląd Sportowy|przegladsportowy.onet.pl
Onet|onet.pl
Wirtualna Polska; WP|wp.pl
Interia|interia.pl
TVN24; TVN|tvn24.pl
TVP; TVP Info|tvp.pl
Polsat; Polsat News|polsatnews.pl
RMF FM; RMF|rmf24.pl
Radio ZET|radiozet.pl
TOK FM|tokfm.pl
Polskie Radio|polskieradio.pl
OKO.press|oko.press
Puls Biznesu|pb.pl
PAP; Polska Agencja Prasowa|pap.pl
Kino|kino.org.pl
Filmweb|filmweb.pl
Viva!; Viva|viva.pl
Известия|iz.ru
Коммерсантъ; Коммерсант; Ъ|kommersant.ru
Ведомости|vedomosti.ru
РБК|rbc.ru
ТАСС|tass.ru tass.com
РИА Новости; РИА|ria.ru
Интерфакс|interfax.ru
Российская газета|rg.ru
Комсомольская правда; КП|kp.ru
Московский комсомолец; МК|mk.ru
Новая газета; Новая газета Европа|novayagazeta.ru novayagazeta.eu
Независимая газета|ng.ru
Аргументы и факты; АиФ|aif.ru
Медуза|meduza.io
Фонтанка; Фонтанка.ру|fontanka.ru
Газета.Ru; Газета.ру|gazeta.ru
Лента.ру; Лента.Ru; Lenta.ru|lenta.ru
Дождь|tvrain.tv
Эхо Москвы|echo.msk.ru
Первый канал|1tv.ru
НТВ|ntv.ru
Россия 1; Россия 24; Вести|vesti.ru
Кинопоиск|kinopoisk.ru
Афиша; Афиша Daily|afisha.ru
Горький|gorky.media
Сноб|snob.ru
Форбс; Forbes|forbes.ru
Радио Свобода|svoboda.org
Русская служба Би-би-си; Би-би-си|bbc.com
Спорт-Экспресс|sport-express.ru
Чемпионат|championat.com
Взгляд|vz.ru
Mash|mash.ru
Baza|baza.io
Рейтер; Reuters; Рейтерс|reuters.com
Блумберг; Bloomberg|bloomberg.com
Українська правда|pravda.com.ua
Укрінформ|ukrinform.ua
УНІАН|unian.ua
Суспільне|suspilne.media
Дзеркало тижня|zn.ua
Hürriyet|hurriyet.com.tr
Milliyet|milliyet.com.tr
Sabah|sabah.com.tr
Cumhuriyet|cumhuriyet.com.tr
Sözcü|sozcu.com.tr
Habertürk|haberturk.com
NTV|ntv.com.tr
CNN Türk|cnnturk.com
TRT; TRT Haber|trthaber.com
BBC Türkçe|bbc.com
DW Türkçe|dw.com
Anadolu Ajansı; Anadolu; AA|aa.com.tr
Demirören Haber Ajansı; DHA|dha.com.tr
İhlas Haber Ajansı; İHA|iha.com.tr
ANKA; ANKA Haber Ajansı|ankahaber.net
Yeni Şafak|yenisafak.com
Evrensel|evrensel.net
BirGün|birgun.net
T24|t24.com.tr
Diken|diken.com.tr
Bianet|bianet.org
Medyascope|medyascope.tv
Fanatik|fanatik.com.tr
Fotomaç|fotomac.com.tr
Posta|posta.com.tr
Akşam|aksam.com.tr
Takvim|takvim.com.tr
Star|star.com.tr
Halk TV|halktv.com.tr
Gazete Duvar|gazeteduvar.com.tr
Haaretz; הארץ|haaretz.com
iDNES.cz; iDNES|idnes.cz
Seznam Zprávy|seznamzpravy.cz
Deník N|denikn.cz
Hospodářské noviny|hn.cz
Právo|novinky.cz
Lidové noviny|lidovky.cz
Respekt|respekt.cz
Česká televize; ČT24|ct24.ceskatelevize.cz
Český rozhlas|rozhlas.cz
ČTK|ctk.cz
الأهرام; الاهرام|ahram.org.eg
الشرق الأوسط|aawsat.com
الحياة|alhayat.com
النهار|annahar.com
القدس العربي|alquds.co.uk
العربي الجديد|alaraby.co.uk
الجزيرة; الجزيرة نت|aljazeera.net
العربية; العربية نت|alarabiya.net
سكاي نيوز عربية|skynewsarabia.com
بي بي سي; بي بي سي عربي|bbc.com
سي إن إن; سي إن إن بالعربية|cnn.com
رويترز|reuters.com
فرانس برس; أ ف ب; وكالة الصحافة الفرنسية|afp.com
أسوشيتد برس|apnews.com
الأناضول|aa.com.tr
اليوم السابع|youm7.com
المصري اليوم|almasryalyoum.com
الشروق|shorouknews.com
الوطن|elwatannews.com
البيان|albayan.ae
الخليج|alkhaleej.ae
الاتحاد|alittihad.ae
الرياض|alriyadh.com
عكاظ|okaz.com.sa
الغد|alghad.com
الدستور|addustour.com
الأخبار|al-akhbar.com
المدن|almodon.com
روسيا اليوم; آر تي|rt.com
وول ستريت جورنال|wsj.com
نيويورك تايمز|nytimes.com
واشنطن بوست|washingtonpost.com
الغارديان|theguardian.com
فايننشال تايمز|ft.com
بلومبرغ; بلومبيرغ|bloomberg.com
لوموند|lemonde.fr
دير شبيغل|spiegel.de
واس|spa.gov.sa
وام|wam.ae
دويتشه فيله|dw.com
दैनिक भास्कर|bhaskar.com
दैनिक जागरण; जागरण|jagran.com
हिंदुस्तान; हिन्दुस्तान|livehindustan.com
अमर उजाला|amarujala.com
नवभारत टाइम्स|navbharattimes.indiatimes.com
जनसत्ता|jansatta.com
राजस्थान पत्रिका; पत्रिका|patrika.com
टाइम्स ऑफ इंडिया; द टाइम्स ऑफ इंडिया|timesofindia.indiatimes.com
हिंदुस्तान टाइम्स; हिन्दुस्तान टाइम्स|hindustantimes.com
इंडियन एक्सप्रेस; द इंडियन एक्सप्रेस|indianexpress.com
द हिंदू|thehindu.com
इकोनॉमिक टाइम्स|economictimes.indiatimes.com
इंडिया टुडे|indiatoday.in
आज तक; आजतक|aajtak.in
एनडीटीवी|ndtv.com
ज़ी न्यूज़; जी न्यूज|zeenews.india.com
एबीपी न्यूज़; एबीपी न्यूज|abplive.com
रिपब्लिक टीवी|republicworld.com
द वायर|thewire.in
द प्रिंट|theprint.in
द क्विंट|thequint.com
पीटीआई|ptinews.com
भाषा|ptinews.com
एएनआई|aninews.in
आईएएनएस|ians.in
यूएनआई; वार्ता|uniindia.com
रॉयटर्स; रायटर|reuters.com
एएफपी|afp.com
एपी; एसोसिएटेड प्रेस|apnews.com
बीबीसी; बीबीसी हिंदी; बीबीसी हिन्दी|bbc.com
सीएनएन|cnn.com
न्यूयॉर्क टाइम्स|nytimes.com
वॉशिंगटन पोस्ट|washingtonpost.com
द गार्डियन; गार्डियन|theguardian.com
ब्लूमबर्ग|bloomberg.com
दूरदर्शन|ddnews.gov.in
आकाशवाणी|newsonair.gov.in
फिल्मफेयर|filmfare.com
पिंकविला|pinkvilla.com
新华社; 新华网; 新華社|xinhuanet.com news.cn
人民日报; 人民網; 人民网|people.com.cn
光明日报|gmw.cn
中国新闻社; 中新社; 中新网; 中国新闻网|chinanews.com chinanews.com.cn
央视; 央视新闻; 中央电视台; 央视网; 央广网|cctv.com
澎湃新闻; 澎湃|thepaper.cn
界面新闻|jiemian.com
第一财经|yicai.com
财新; 财新网; 财新周刊|caixin.com
南方周末|infzm.com
南方都市报; 南都|oeeee.com nandu.com
新京报|bjnews.com.cn
北京日报|bjd.com.cn
北京青年报; 北青报|ynet.com
中国青年报; 中青报|cyol.com
环球时报; 环球网|huanqiu.com
参考消息|cankaoxiaoxi.com
解放日报|jfdaily.com
文汇报|whb.cn
新民晚报|xinmin.cn
羊城晚报|ycwb.com
广州日报|gzdaily.cn
经济日报|ce.cn
经济观察报|eeo.com.cn
21世纪经济报道|21jingji.com
每日经济新闻|nbd.com.cn
证券时报|stcn.com
证券日报|zqrb.cn
三联生活周刊|lifeweek.com.cn
时尚先生|esquire.com.cn
红星新闻|cdsb.com
封面新闻|thecover.cn
新浪; 新浪新闻; 新浪科技; 新浪财经|sina.com.cn
搜狐; 搜狐新闻|sohu.com
腾讯新闻|qq.com
网易; 网易新闻|163.com
凤凰网; 凤凰卫视; 凤凰新闻|ifeng.com
联合早报|zaobao.com.sg
明报|mingpao.com
南华早报|scmp.com
苹果日报|appledaily.com
中央社; 中央通訊社|cna.com.tw
自由時報; 自由时报|ltn.com.tw
聯合報; 联合报; 聯合新聞網|udn.com
中國時報; 中国时报; 中時|chinatimes.com
天下雜誌|cw.com.tw
香港01|hk01.com
路透社; 路透|reuters.com
法新社|afp.com
美联社; 美聯社|apnews.com
彭博社; 彭博; 彭博新闻社|bloomberg.com
共同社|kyodonews.net
韩联社|yna.co.kr
塔斯社|tass.com
德新社|dpa.com
华尔街日报; 華爾街日報|wsj.com
纽约时报; 紐約時報|nytimes.com
华盛顿邮报; 華盛頓郵報|washingtonpost.com
卫报; 衛報|theguardian.com
金融时报; 金融時報|ft.com
泰晤士报|thetimes.co.uk
英国广播公司; BBC中文|bbc.com
美国之音|voachinese.com
德国之声|dw.com
日经新闻; 日本经济新闻|nikkei.com
综艺|variety.com
好莱坞报道者; 好莱坞记者报|hollywoodreporter.com
36氪|36kr.com
虎嗅|huxiu.com
読売新聞; 読売|yomiuri.co.jp
朝日新聞|asahi.com
毎日新聞|mainichi.jp
日本経済新聞; 日経; 日経新聞|nikkei.com
産経新聞|sankei.com
東京新聞|tokyo-np.co.jp
中日新聞|chunichi.co.jp
北海道新聞|hokkaido-np.co.jp
西日本新聞|nishinippon.co.jp
共同通信; 共同; 共同通信社|kyodonews.net kyodo.co.jp
時事通信; 時事; 時事通信社|jiji.com
NHK; NHKニュース|nhk.or.jp
日本テレビ; 日テレ; 日テレNEWS|ntv.co.jp
TBS; TBSテレビ|tbs.co.jp
フジテレビ; FNN|fujitv.co.jp
テレビ朝日; テレ朝; ANN|tv-asahi.co.jp
テレビ東京|tv-tokyo.co.jp
ロイター; ロイター通信|reuters.com
AFP通信; AFP|afpbb.com
AP通信; AP|apnews.com
ブルームバーグ|bloomberg.co.jp
ウォール・ストリート・ジャーナル; WSJ|wsj.com
ニューヨーク・タイムズ; ニューヨークタイムズ|nytimes.com
ワシントン・ポスト|washingtonpost.com
ガーディアン|theguardian.com
フィナンシャル・タイムズ|ft.com
CNN|cnn.com
BBC|bbc.com
週刊文春; 文春オンライン; 文春|bunshun.jp
週刊新潮; デイリー新潮|dailyshincho.jp
週刊ポスト; NEWSポストセブン|news-postseven.com
女性自身|jisin.jp
フライデー; FRIDAY|friday.kodansha.co.jp
東洋経済; 東洋経済オンライン; 週刊東洋経済|toyokeizai.net
ダイヤモンド・オンライン; 週刊ダイヤモンド|diamond.jp
スポーツニッポン; スポニチ|sponichi.co.jp
日刊スポーツ|nikkansports.com
スポーツ報知|hochi.news
サンケイスポーツ; サンスポ|sanspo.com
東スポ; 東京スポーツ|tokyo-sports.co.jp
デイリースポーツ|daily.co.jp
オリコンニュース; オリコン|oricon.co.jp
映画ナタリー; 音楽ナタリー; コミックナタリー; ナタリー|natalie.mu
シネマトゥデイ|cinematoday.jp
映画.com|eiga.com
ファミ通; ファミ通.com|famitsu.com
ITmedia|itmedia.co.jp
Yahoo!ニュース; ヤフーニュース|news.yahoo.co.jp
文藝春秋|bunshun.jp
新華社|xinhuanet.com
聯合ニュース|yna.co.kr
조선일보|chosun.com
중앙일보|joongang.co.kr
동아일보|donga.com
한겨레|hani.co.kr
경향신문|khan.co.kr
한국일보|hankookilbo.com
매일경제|mk.co.kr
한국경제|hankyung.com
연합뉴스|yna.co.kr
뉴시스|newsis.com
뉴스1|news1.kr
오마이뉴스|ohmynews.com
스포츠조선|sportschosun.com
디스패치|dispatch.co.kr
씨네21|cine21.com
MBC; MBC 뉴스|imnews.imbc.com
KBS|kbs.co.kr
SBS|sbs.co.kr
JTBC|jtbc.co.kr
YTN|ytn.co.kr
로이터; 로이터통신|reuters.com
블룸버그; 블룸버그통신|bloomberg.com
뉴욕타임스|nytimes.com
월스트리트저널|wsj.com
워싱턴포스트|washingtonpost.com
교도통신|kyodonews.net
Helsingin Sanomat; HS|hs.fi
Yle|yle.fi
Ilta-Sanomat|is.fi
Iltalehti|iltalehti.fi
STT|stt.fi
VnExpress|vnexpress.net
Tuổi Trẻ|tuoitre.vn
Thanh Niên|thanhnien.vn
Kompas|kompas.com
Tempo|tempo.co
Detik; Detikcom; detikcom|detik.com
Antara|antaranews.com
";
