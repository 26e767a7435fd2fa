//! Outlets that are well known, with their domains: data, one line each.
//!
//! The table makes one-word names safe to recognise ("told Variety") and joins short forms to long
//! ones by their domain ("AP", "Associated Press"). Names that are not here are recognised by form
//! (see `shapes`) or by where they stand.

/// `names, divided by "; " | domains, divided by a space`. The first domain is the identity.
pub(super) const OUTLETS: &str = "\
ABC News; ABC|abcnews.go.com abcnews.com
ABC Australia; ABC News Australia|abc.net.au
Ad Age; Advertising Age|adage.com
Adweek|adweek.com
AFP; Agence France-Presse; Agence France Presse|afp.com
Agenzia Fides|fides.org
Agerpres|agerpres.ro
Al Arabiya|alarabiya.net
Al Jazeera; Al Jazeera English; Aljazeera|aljazeera.com aljazeera.net
Al-Monitor|al-monitor.com
AllAfrica; allAfrica.com|allafrica.com
AlterNet|alternet.org
AMNY; amNewYork|amny.com
Anadolu; Anadolu Agency; AA|aa.com.tr
Android Authority|androidauthority.com
Android Central|androidcentral.com
Android Police|androidpolice.com
ANI|aninews.in
ANSA|ansa.it
Anime News Network|animenewsnetwork.com
AP; The Associated Press; Associated Press; AP News|apnews.com ap.org
APA|apa.at
AppleInsider|appleinsider.com
ARD|ard.de
Ars Technica; Ars|arstechnica.com
ARTnews|artnews.com
Asahi Shimbun; The Asahi Shimbun|asahi.com
Asharq Al-Awsat|aawsat.com
Atlas Obscura|atlasobscura.com
Awards Daily|awardsdaily.com
Awards Watch; AwardsWatch|awardswatch.com
Axios|axios.com
Backstage|backstage.com
Baltimore Sun; The Baltimore Sun|baltimoresun.com
Bang Showbiz; BANG Showbiz|bangshowbiz.com
Barron's|barrons.com
BBC; BBC News; BBC Sport; BBC Culture; BBC Radio 1; BBC Radio 2; BBC Radio 3; BBC Radio 4; BBC Radio 5 Live; BBC Radio Scotland; BBC Radio Wales; BBC Radio Ulster; BBC Breakfast; BBC Newsnight; BBC Newsbeat; BBC Verify; BBC World Service; BBC World News; BBC Scotland; BBC Wales; BBC Persian; BBC Arabic; BBC Panorama; BBC Radio London|bbc.com bbc.co.uk
Belga|belga.be
Bellingcat|bellingcat.com
Benzinga|benzinga.com
Bild; BILD|bild.de
Billboard|billboard.com
Birmingham Mail; BirminghamLive; Birmingham Live|birminghammail.co.uk
Bleeding Cool|bleedingcool.com
BleepingComputer; Bleeping Computer|bleepingcomputer.com
Bloody Disgusting|bloody-disgusting.com
Bloomberg; Bloomberg News; Bloomberg Businessweek; Bloomberg Law; Bloomberg Opinion; Bloomberg TV; Bloomberg Television|bloomberg.com
Boing Boing|boingboing.net
Bollywood Hungama|bollywoodhungama.com
Boston Globe; The Boston Globe|bostonglobe.com
Box Office Mojo|boxofficemojo.com
Breitbart|breitbart.com
Broadcast|broadcastnow.co.uk
Broadway World; BroadwayWorld|broadwayworld.com
Business Insider; Insider|businessinsider.com insider.com
Business Standard|business-standard.com
Business Wire; BusinessWire|businesswire.com
Bustle|bustle.com
BuzzFeed; BuzzFeed News|buzzfeed.com buzzfeednews.com
C-SPAN|c-span.org
Canadian Press; The Canadian Press|thecanadianpress.com
Canal+|canalplus.com
Capital New York|capitalnewyork.com
Carbon Brief|carbonbrief.org
Cartoon Brew|cartoonbrew.com
CBC; CBC News; CBC Radio|cbc.ca
CBR; Comic Book Resources|cbr.com
CBS News; CBS; CBS Sports|cbsnews.com cbs.com cbssports.com
Channel 4 News|channel4.com
Channel News Asia; CNA|channelnewsasia.com
Cheatsheet; Showbiz Cheat Sheet; The Cheat Sheet|cheatsheet.com
Chicago Sun-Times|chicago.suntimes.com suntimes.com
Chicago Tribune|chicagotribune.com
Chortle|chortle.co.uk
Cinema Blend; CinemaBlend|cinemablend.com
Cineuropa|cineuropa.org
City A.M.; City AM|cityam.com
Clarín; Clarin|clarin.com
Clash|clashmusic.com
Climate Home News|climatechangenews.com
CNBC|cnbc.com
CNET|cnet.com
CNN; CNN Business; CNN International; CNN Politics|cnn.com
CoinDesk|coindesk.com
Cointelegraph|cointelegraph.com
Collider|collider.com
Columbia Journalism Review; CJR|cjr.org
ComicBook; ComicBook.com|comicbook.com
Comics Beat; The Beat|comicsbeat.com
Comingsoon; ComingSoon.net|comingsoon.net
Complex|complex.com
Condé Nast Traveler|cntraveler.com
Consequence; Consequence of Sound|consequence.net consequenceofsound.net
Corriere della Sera|corriere.it
Cosmopolitan|cosmopolitan.com
Crain's|crainsnewyork.com
Crikey|crikey.com.au
CTK; ČTK|ctk.eu
CTV; CTV News|ctvnews.ca
Daily Beast; The Daily Beast|thedailybeast.com
Daily Dot; The Daily Dot|dailydot.com
Daily Express; The Express; Sunday Express|express.co.uk
Daily Mail; MailOnline; Mail Online; Mail on Sunday; The Mail on Sunday|dailymail.co.uk
Daily Maverick|dailymaverick.co.za
Daily Mirror; Sunday Mirror; The Mirror; Mirror|mirror.co.uk
Daily Record|dailyrecord.co.uk
Daily Star|dailystar.co.uk
Daily Telegraph; The Daily Telegraph; The Telegraph; Telegraph; Sunday Telegraph|telegraph.co.uk
Daily Trust|dailytrust.com
Dallas Morning News|dallasnews.com
Dark Horizons|darkhorizons.com
Dawn|dawn.com
Daring Fireball|daringfireball.net
Dazed|dazeddigital.com
DCist|dcist.com
De Telegraaf|telegraaf.nl
De Volkskrant; Volkskrant|volkskrant.nl
Deadline; Deadline Hollywood|deadline.com
Deadspin|deadspin.com
Decider|decider.com
Defector|defector.com
Defense News|defensenews.com
Den of Geek|denofgeek.com
Der Spiegel; Spiegel|spiegel.de
Der Standard|derstandard.at
Deutsche Welle; DW|dw.com
Die Welt|welt.de
Die Zeit|zeit.de
Digg|digg.com
Digital Spy|digitalspy.com digitalspy.co.uk
Digital Trends|digitaltrends.com
Digiday|digiday.com
dpa; DPA; Deutsche Presse-Agentur|dpa.com dpa-international.com
Drapers|drapersonline.com
Drudge Report|drudgereport.com
Dread Central|dreadcentral.com
Droid Life|droid-life.com
E! News; E! Online; E!|eonline.com
Economic Times; The Economic Times|economictimes.indiatimes.com
Edge|edge-online.com
EFE; Agencia EFE|efe.com
El Mundo|elmundo.es
El País; El Pais|elpais.com
El Universal|eluniversal.com.mx
Elle; ELLE|elle.com
Empire; Empire Online|empireonline.com
Engadget|engadget.com
Entertainment Tonight; ET|etonline.com
Entertainment Weekly; EW; EW.com|ew.com
Esquire|esquire.com
Essence|essence.com
Eurogamer|eurogamer.net
Euronews|euronews.com
Evening Standard; The Standard; The Evening Standard; London Evening Standard|standard.co.uk
Express Tribune; The Express Tribune|tribune.com.pk
FactCheck.org|factcheck.org
Fangoria|fangoria.com
Far Out|faroutmagazine.co.uk
Fast Company|fastcompany.com
Film School Rejects|filmschoolrejects.com
Film Threat|filmthreat.com
Financial Times; FT; The FT; FT.com|ft.com
Football Insider|footballinsider247.com
Forbes|forbes.com
Foreign Affairs|foreignaffairs.com
Foreign Policy|foreignpolicy.com
Fortune|fortune.com
Fox Business|foxbusiness.com
Fox News; Fox News Digital; Fox News Sunday; Fox & Friends; Fox|foxnews.com
Fox Sports|foxsports.com
France 24|france24.com
France Inter|radiofrance.fr
FRANCE 2|francetvinfo.fr
Frankfurter Allgemeine Zeitung; Frankfurter Allgemeine; FAZ|faz.net
FreightWaves|freightwaves.com
FiveThirtyEight|fivethirtyeight.com
Futurism|futurism.com
GamesBeat|gamesbeat.com
GameSpot|gamespot.com
Game Developer; Gamasutra|gamedeveloper.com gamasutra.com
Game Informer|gameinformer.com
Game Rant|gamerant.com
GamesIndustry.biz; GamesIndustry|gamesindustry.biz
GamesRadar+; GamesRadar|gamesradar.com
Gawker|gawker.com
Gazeta Wyborcza|wyborcza.pl
Geekwire; GeekWire|geekwire.com
Geo News|geo.tv
Giant Freakin Robot|giantfreakinrobot.com
Gizmodo|gizmodo.com
Glamour|glamour.com glamourmagazine.co.uk
Global News|globalnews.ca
Global Times|globaltimes.cn
Globe and Mail; The Globe and Mail|theglobeandmail.com
Globe Newswire; GlobeNewswire|globenewswire.com
Gold Derby; GoldDerby|goldderby.com
Good Housekeeping|goodhousekeeping.com
Good Morning America; GMA|goodmorningamerica.com
Good Morning Britain|itv.com/goodmorningbritain
Gothamist|gothamist.com
GQ|gq.com gq-magazine.co.uk
Grist|grist.org
Grazia|graziadaily.co.uk
Grantland|grantland.com
GroundUp|groundup.org.za
Gulf News|gulfnews.com
Haaretz|haaretz.com
Hacker News|news.ycombinator.com
Handelsblatt|handelsblatt.com
Harper's Bazaar|harpersbazaar.com
Harper's; Harper's Magazine|harpers.org
Heat; Heat World|heatworld.com
heise; heise online|heise.de
Hello!; HELLO!; Hello! Magazine; Hello Magazine|hellomagazine.com
Helsingin Sanomat|hs.fi
Hindustan Times|hindustantimes.com
Hollywood Life; HollywoodLife|hollywoodlife.com
Hollywood Reporter; The Hollywood Reporter; THR|hollywoodreporter.com
Hot Press|hotpress.com
Houston Chronicle|houstonchronicle.com
HuffPost; Huffington Post; The Huffington Post; HuffPost UK|huffpost.com huffingtonpost.com huffingtonpost.co.uk
IANS|ianslive.in
IGN|ign.com
IndieWire; Indiewire|indiewire.com
India Today|indiatoday.in
Indian Express; The Indian Express|indianexpress.com
Insider Gaming|insider-gaming.com
Inside Higher Ed|insidehighered.com
Inside the Magic|insidethemagic.net
Inquirer; Philadelphia Inquirer; The Philadelphia Inquirer|inquirer.com
Interfax|interfax.ru interfax.com
International Business Times; IBTimes|ibtimes.com
Inverse|inverse.com
io9|io9.com io9.gizmodo.com
IRNA|irna.ir
Irish Examiner|irishexaminer.com
Irish Independent|independent.ie
Irish Mirror|irishmirror.ie
Irish News; The Irish News|irishnews.com
Irish Times; The Irish Times|irishtimes.com
ITV News; ITV|itv.com
Itar-Tass; ITAR-TASS; TASS; Tass|tass.com tass.ru
Izvestia|iz.ru
Jacobin|jacobin.com
Japan Times; The Japan Times|japantimes.co.jp
Jerusalem Post; The Jerusalem Post|jpost.com
Jezebel|jezebel.com
Jiji Press; Jiji|jiji.com
JoBlo|joblo.com
Just Jared|justjared.com
Kerrang!; Kerrang|kerrang.com
Kitco News|kitco.com
Kommersant|kommersant.ru
Korea Herald; The Korea Herald|koreaherald.com
Korea Times; The Korea Times|koreatimes.co.kr
Kotaku|kotaku.com
kottke; kottke.org|kottke.org
KRON; KRON4|kron4.com
KrebsOnSecurity; Krebs on Security|krebsonsecurity.com
KTLA|ktla.com
Kyiv Independent; The Kyiv Independent|kyivindependent.com
Kyiv Post|kyivpost.com
Kyodo; Kyodo News|kyodonews.net
L'Équipe; L'Equipe|lequipe.fr
L'Express|lexpress.fr
La Nación|lanacion.com.ar
La Presse|lapresse.ca
La Repubblica; Repubblica|repubblica.it
La Stampa|lastampa.it
La Vanguardia|lavanguardia.com
LADbible|ladbible.com
Lainey Gossip; LaineyGossip|laineygossip.com
Lancet; The Lancet|thelancet.com
Lawfare|lawfaremedia.org lawfareblog.com
LBC|lbc.co.uk
Le Figaro|lefigaro.fr
Le Monde|lemonde.fr
Le Parisien|leparisien.fr
Letterboxd Journal|letterboxd.com
Libération|liberation.fr
Lifehacker|lifehacker.com
Lifewire|lifewire.com
Live Science; LiveScience|livescience.com
Liverpool Echo|liverpoolecho.co.uk
Looper|looper.com
Los Angeles Times; LA Times; L.A. Times|latimes.com
Lusa|lusa.pt
MacRumors|macrumors.com
Mail & Guardian; The Mail & Guardian; Mail and Guardian|mg.co.za
Manchester Evening News|manchestereveningnews.co.uk
Marie Claire|marieclaire.com
MarketWatch|marketwatch.com
Mashable|mashable.com
Mediaite|mediaite.com
Mediapart|mediapart.fr
Media Matters|mediamatters.org
Meduza|meduza.io
Medium|medium.com
Men's Health|menshealth.com
Metacritic|metacritic.com
Metal Hammer|metalhammer.co.uk
Metro; Metro.co.uk|metro.co.uk
Miami Herald; The Miami Herald|miamiherald.com
Middle East Eye|middleeasteye.net
MIT Technology Review|technologyreview.com
Mojo|mojo4music.com
Mongabay|mongabay.com
Money|money.com
Moscow Times; The Moscow Times|themoscowtimes.com
Mother Jones|motherjones.com
Motherboard|motherboard.vice.com
MovieMaker|moviemaker.com
MovieWeb; Movieweb|movieweb.com
MS NOW; MSNBC|msnbc.com ms.now
MTI|mti.hu
MTV News|mtv.com
Music Week|musicweek.com
Muck Rack|muckrack.com
My Modern Met|mymodernmet.com
NASASpaceflight|nasaspaceflight.com
Nation Africa; Daily Nation|nation.africa
National Geographic|nationalgeographic.com
National Post|nationalpost.com
National Public Radio; NPR|npr.org
National Review|nationalreview.com
National World; NationalWorld|nationalworld.com
Nature|nature.com
NBC News; NBC; NBC Nightly News; NBC Sports|nbcnews.com nbc.com nbcsports.com
NDTV|ndtv.com
NDR|ndr.de
Neowin|neowin.net
Nerdist|nerdist.com
NHK; NHK World|nhk.or.jp
New Republic; The New Republic|newrepublic.com
New Scientist|newscientist.com
New Statesman|newstatesman.com
New York; New York Magazine|nymag.com
New York Daily News; Daily News|nydailynews.com
New York Post; The New York Post; NY Post|nypost.com
New York Times; The New York Times; NYT; NYTimes; The NYT; NY Times|nytimes.com
New Yorker; The New Yorker|newyorker.com
New Zealand Herald; The New Zealand Herald; NZ Herald|nzherald.co.nz
News Corp Australia; news.com.au|news.com.au
News24|news24.com
NewsNation|newsnationnow.com
Newsday|newsday.com
Newsweek|newsweek.com
Neue Zürcher Zeitung; NZZ|nzz.ch
Nieman Lab; Nieman Journalism Lab|niemanlab.org
Nikkei; Nikkei Asia; The Nikkei; Nikkei Asian Review|nikkei.com asia.nikkei.com
Nintendo Life|nintendolife.com
NL Times|nltimes.nl
NME|nme.com
NOS|nos.nl
Novaya Gazeta|novayagazeta.eu
NRC|nrc.nl
NTB|ntb.no
OK!; OK! Magazine; OK Magazine|ok.co.uk okmagazine.com
Onion; The Onion|theonion.com
Open Culture|openculture.com
openDemocracy|opendemocracy.net
Pajiba|pajiba.com
PA; PA Media; PA news agency; Press Association; The Press Association|pamediagroup.com pa.media
Page Six|pagesix.com
Parade|parade.com
Parents|parents.com
Paste; Paste Magazine|pastemagazine.com
PBS; PBS NewsHour; PBS News|pbs.org
PC Gamer|pcgamer.com
PC Magazine; PCMag|pcmag.com
PC World; PCWorld|pcworld.com
Penn Live; PennLive|pennlive.com
People; PEOPLE; People.com; People Magazine|people.com
Phoronix|phoronix.com
Phys.org|phys.org
PinkNews; Pink News|thepinknews.com pinknews.co.uk
Pitchfork|pitchfork.com
Playbill|playbill.com
Playboy|playboy.com
Pocket-lint|pocket-lint.com
Polityka|polityka.pl
POLITICO; Politico; Politico Europe|politico.com politico.eu
PolitiFact|politifact.com
Polygon|polygon.com
PopBuzz|popbuzz.com
PopMatters|popmatters.com
PopSugar; POPSUGAR|popsugar.com
Popular Mechanics|popularmechanics.com
Popular Science|popsci.com
Poynter|poynter.org
PR Newswire; PRNewswire|prnewswire.com
Press Gazette|pressgazette.co.uk
Press Trust of India; PTI|ptinews.com
Private Eye|private-eye.co.uk
ProPublica|propublica.org
Protocol|protocol.com
Puck; Puck News|puck.news
Push Square|pushsquare.com
Q Magazine|qthemusic.com
Quanta; Quanta Magazine|quantamagazine.org
Quartz|qz.com
Quillette|quillette.com
Radar Online; RadarOnline|radaronline.com
Radio Free Europe; RFE/RL; RFERL|rferl.org
Radio Free Asia; RFA|rfa.org
Radio France Internationale; RFI|rfi.fr
Radio New Zealand; RNZ|rnz.co.nz
Radio Times|radiotimes.com
RAI; Rai News|rai.it
Rappler|rappler.com
RBC|rbc.ru
Reality Blurred|realityblurred.com
RealClearPolitics|realclearpolitics.com
Reason|reason.com
Recode|recode.net vox.com/recode
Refinery29|refinery29.com
Rest of World|restofworld.org
Reuters; Thomson Reuters; Reuters TV|reuters.com
RIA Novosti; RIA|ria.ru
Ritzau|ritzau.dk
Rock Paper Shotgun|rockpapershotgun.com
RogerEbert.com|rogerebert.com
Roll Call|rollcall.com
Rolling Stone; Rolling Stone UK|rollingstone.com rollingstone.co.uk
RTÉ; RTE; RTÉ News; RTE News|rte.ie
RT|rt.com
RTL|rtl.de rtl.fr
Salon|salon.com
San Francisco Chronicle|sfchronicle.com
SBS News|sbs.com.au
Sankei Shimbun|sankei.com
Saving Country Music|savingcountrymusic.com
Science|science.org
Science News|sciencenews.org
Scientific American|scientificamerican.com
Screen Daily; Screen International; ScreenDaily|screendaily.com
Screen Rant; ScreenRant|screenrant.com
SCMP; South China Morning Post; The South China Morning Post|scmp.com
Scotsman; The Scotsman|scotsman.com
Seattle Times; The Seattle Times|seattletimes.com
Self|self.com
Semafor|semafor.com
SFX; SFX Magazine|sfx.co.uk
SFGate; SFGATE|sfgate.com
Sight and Sound; Sight & Sound|bfi.org.uk/sight-and-sound
Sky Italia; Sky Sport Italia|sport.sky.it
Sky News; Sky News Australia|news.sky.com skynews.com.au
Sky Sports; Sky Sports News|skysports.com
Slashdot|slashdot.org
SlashFilm; Slashfilm; /Film|slashfilm.com
Slate|slate.com
Smithsonian Magazine; Smithsonian|smithsonianmag.com
Snopes|snopes.com
Soap Opera Digest|soapoperadigest.com
Soap Opera Network|soapoperanetwork.com
Soap Central|soapcentral.com
Space.com|space.com
SpaceNews|spacenews.com
Spectator; The Spectator|spectator.co.uk
Spin; SPIN|spin.com
SpoilerTV|spoilertv.com
Sports Illustrated|si.com
Sportico|sportico.com
Star Magazine|starmagazine.com
StarTrek.com|startrek.com
Stars and Stripes|stripes.com
STAT; STAT News|statnews.com
Stereogum|stereogum.com
Straits Times; The Straits Times|straitstimes.com
Stratechery|stratechery.com
Stuff|stuff.co.nz
Stylist|stylist.co.uk
Süddeutsche Zeitung|sueddeutsche.de
Sunday Times; The Sunday Times|sundaytimes.co.uk
Suspilne|suspilne.media
Sydney Morning Herald; The Sydney Morning Herald|smh.com.au
SyFy Wire|syfy.com
Tagesschau|tagesschau.de
Teen Vogue|teenvogue.com
Tech in Asia|techinasia.com
TechCrunch|techcrunch.com
Techdirt|techdirt.com
TechRadar|techradar.com
Telecompaper|telecompaper.com
Telemundo|telemundo.com
Televisual|televisual.com
Televisa|televisa.com
TES|tes.com
The A.V. Club; A.V. Club; AV Club|avclub.com
The Advocate|advocate.com
The Age|theage.com.au
The Ankler|theankler.com
The Athletic|theathletic.com
The Atlantic|theatlantic.com
The Australian|theaustralian.com.au
The Bookseller|thebookseller.com
The Bulwark|thebulwark.com
The Business Times|businesstimes.com.sg
The Conversation|theconversation.com
The Cut|thecut.com
The Diplomat|thediplomat.com
The Dispatch|thedispatch.com
The Economist|economist.com
The Face|theface.com
The Fader; The FADER|thefader.com
The Gamer; TheGamer|thegamer.com
The Grio; TheGrio|thegrio.com
The Guardian; Guardian; The Observer; Observer|theguardian.com observer.co.uk guardian.co.uk
The Herald|heraldscotland.com
The Hill|thehill.com
The Hindu|thehindu.com
The i Paper; i Paper|inews.co.uk
The Independent; Independent|independent.co.uk the-independent.com
The Information|theinformation.com
The Intercept|theintercept.com
The Jewish Chronicle|thejc.com
The Journal; TheJournal.ie|thejournal.ie
The Local|thelocal.com
The Marshall Project|themarshallproject.org
The Mary Sue|themarysue.com
The Nation|thenation.com
The National; The National News|thenational.scot thenationalnews.com
The New Arab|newarab.com
The Next Web; TNW|thenextweb.com
The Oregonian; Oregonian; OregonLive|oregonlive.com
The Philippine Star|philstar.com
The Playlist|theplaylist.net
The Print; ThePrint|theprint.in
The Quietus|thequietus.com
The Register|theregister.com
The Ringer|theringer.com
The Root|theroot.com
The Smoking Gun|thesmokinggun.com
The Stage|thestage.co.uk
The Star|thestar.com.my
The Sun; Sun Online; The Sun on Sunday; The Scottish Sun; Irish Sun|thesun.co.uk the-sun.com thesun.ie thescottishsun.co.uk
The Times|thetimes.com thetimes.co.uk
The Tyee|thetyee.ca
The Verge|theverge.com
The Walrus|thewalrus.ca
The Washington Post; Washington Post; WaPo|washingtonpost.com
The Week|theweek.com theweek.co.uk
The Wire|thewire.in
The Wrap; TheWrap|thewrap.com
This Morning|itv.com/thismorning
ThisDay|thisdaylive.com
TIME; Time; Time Magazine; TIME Magazine|time.com
Time Out; TimeOut|timeout.com
Times of India; The Times of India|timesofindia.indiatimes.com
Times of Israel; The Times of Israel|timesofisrael.com
Times Union|timesunion.com
TMZ; TMZ Sports|tmz.com
Today; TODAY; Today.com; Today Show|today.com
Tom's Guide|tomsguide.com
Tom's Hardware|tomshardware.com
Toronto Star; The Toronto Star|thestar.com
Toronto Sun|torontosun.com
Total Film|totalfilm.com
Town & Country|townandcountrymag.com
TNN|timesnownews.com
TrekMovie; TrekMovie.com|trekmovie.com
Tribune News Service|tribunecontentagency.com
Tubefilter|tubefilter.com
TV Guide; TVGuide; TVGuide.com|tvguide.com
TV Insider|tvinsider.com
TV Tonight|tvtonight.com.au
TVLine; TV Line; TVLine.com|tvline.com
TVNewser|adweek.com/tvnewser
TVNZ|tvnz.co.nz
TVWise|tvwise.co.uk
Twin Cities|twincities.com
Ukrainska Pravda; Ukrayinska Pravda|pravda.com.ua
Ukrinform|ukrinform.net
UPI; United Press International|upi.com
UPROXX; Uproxx|uproxx.com
Univision|univision.com
Us Weekly; US Weekly; Us Magazine|usmagazine.com
USA Today; USA TODAY|usatoday.com
Uncut|uncut.co.uk
Undark|undark.org
Unilad; UNILAD|unilad.com
Upworthy|upworthy.com
Valor Econômico|valor.globo.com
Vanity Fair|vanityfair.com
Vanguard|vanguardngr.com
Variety; Variety.com|variety.com
Vedomosti|vedomosti.ru
VentureBeat|venturebeat.com
VG|vg.no
VG247|vg247.com
VICE; Vice; Vice News; VICE News|vice.com
Village Voice; The Village Voice|villagevoice.com
Virgin Radio|virginradio.co.uk
Vogue; British Vogue; Vogue UK; American Vogue|vogue.com vogue.co.uk
Voice of America; VOA|voanews.com
Vox|vox.com
Vulture|vulture.com
WABetaInfo|wabetainfo.com
Wales Online; WalesOnline|walesonline.co.uk
Wall Street Journal; The Wall Street Journal; WSJ; The WSJ|wsj.com
Washington Blade|washingtonblade.com
Washington Examiner|washingtonexaminer.com
Washington Times; The Washington Times|washingtontimes.com
WBUR|wbur.org
We Got This Covered|wegotthiscovered.com
Weekly Standard; The Weekly Standard|weeklystandard.com
West Australian; The West Australian|thewest.com.au
What Hi-Fi?|whathifi.com
What's on Netflix; What's On Netflix|whats-on-netflix.com
What's on TV; What's On TV; What to Watch; WhatToWatch|whattowatch.com
WhatCulture|whatculture.com
Windows Central|windowscentral.com
WIRED; Wired; Wired UK|wired.com wired.co.uk
WNYC|wnyc.org
Women's Health|womenshealthmag.com
Women's Wear Daily; WWD|wwd.com
Wonderland|wonderlandmagazine.com
World Screen; WorldScreen|worldscreen.com
Xinhua; Xinhua News Agency|xinhuanet.com news.cn
Yahoo; Yahoo News; Yahoo Entertainment; Yahoo Finance; Yahoo Sports; Yahoo!|yahoo.com
Ynet|ynetnews.com ynet.co.il
Yomiuri Shimbun; The Yomiuri Shimbun|yomiuri.co.jp
Yonhap; Yonhap News Agency; Yonhap News|yna.co.kr
ZDF|zdf.de
ZDNet; ZDNET|zdnet.com
APP; Associated Press of Pakistan|app.com.pk
AAP; Australian Associated Press|aap.com.au
KUNA; Kuwait News Agency|kuna.net.kw
WAM|wam.ae
SPA; Saudi Press Agency|spa.gov.sa
KCNA|kcna.kp
Tanjug|tanjug.rs
Adnkronos|adnkronos.com
BelTA|belta.by
PAP|pap.pl
Bernama|bernama.com
Antara|antaranews.com
Sputnik; Sputnik News|sputniknews.com
Europa Press|europapress.es
Wafa|wafa.ps
Tasnim; Tasnim News Agency|tasnimnews.com
Fars; Fars News Agency|farsnews.ir
Mehr; Mehr News Agency|mehrnews.com
ISNA|isna.ir
Press TV|presstv.ir
Prothom Alo|prothomalo.com
The Daily Star|thedailystar.net
Geo TV|geo.tv
ARY News|arynews.tv
Samaa|samaa.tv
Tolo News; TOLOnews|tolonews.com
Yedioth Ahronoth|yediot.co.il
Maariv|maariv.co.il
Israel Hayom|israelhayom.com
Walla|walla.co.il
CCTV|cctv.com
CGTN|cgtn.com
Caixin|caixin.com
People's Daily|people.cn
The Paper|thepaper.cn
Chosun Ilbo|chosun.com
Mainichi Shimbun; The Mainichi|mainichi.jp
NOTUS|notus.org
Punchbowl News; Punchbowl|punchbowl.news
The Messenger|themessenger.com
Talking Points Memo; TPM|talkingpointsmemo.com
The Bulwark|thebulwark.com
Breaking Defense|breakingdefense.com
Politico Magazine|politico.com/magazine
Rolling Stone India|rollingstoneindia.com
RollingStone.com|rollingstone.com
Gigaom; GigaOM|gigaom.com
PandoDaily; Pando|pando.com
Re/code|recode.net
AllThingsD; All Things D|allthingsd.com
The Awl|theawl.com
paidContent|paidcontent.org
American Journalism Review|ajr.org
Romenesko; JimRomenesko.com|jimromenesko.com
PressThink|pressthink.org
Monday Note|mondaynote.com
Street Fight|streetfightmag.com
MediaShift|mediashift.org
The Drum|thedrum.com
Marketing Land|marketingland.com
Search Engine Land|searchengineland.com
Techmeme|techmeme.com
Editor & Publisher|editorandpublisher.com
New York Observer; The New York Observer|observer.com
TechPresident|techpresident.com
ReadWrite; ReadWriteWeb|readwrite.com
Betabeat; BetaBeat|betabeat.com
SplitSider; Splitsider|splitsider.com
Platformer|platformer.news
The Markup|themarkup.org
Tech Policy Press|techpolicy.press
The Record|therecord.media
CyberScoop|cyberscoop.com
SecurityWeek|securityweek.com
Dark Reading|darkreading.com
The Hacker News|thehackernews.com
InfoWorld|infoworld.com
Computerworld|computerworld.com
Golem; Golem.de|golem.de
Netzpolitik; netzpolitik.org|netzpolitik.org
Nature News|nature.com
BMJ|bmj.com
JAMA|jamanetwork.com
The BMJ|bmj.com
Cell|cell.com
Eos|eos.org
E&E News|eenews.net
Inside Climate News|insideclimatenews.org
Carbon Pulse|carbon-pulse.com
Electrek|electrek.co
InsideEVs|insideevs.com
The Drive|thedrive.com
Jalopnik|jalopnik.com
Autosport|autosport.com
Motorsport.com|motorsport.com
The Race|the-race.com
Marca|marca.com
Mundo Deportivo|mundodeportivo.com
Gazzetta dello Sport; La Gazzetta dello Sport|gazzetta.it
Kicker|kicker.de
TalkSport; talkSPORT|talksport.com
Bleacher Report|bleacherreport.com
SB Nation|sbnation.com
Yahoo Sports|sports.yahoo.com
The Sporting News; Sporting News|sportingnews.com
Barstool Sports|barstoolsports.com
The Big Lead|thebiglead.com
Awful Announcing|awfulannouncing.com
Front Office Sports|frontofficesports.com
C21 Media; C21|c21media.net
TBI; TBI Vision|tbivision.com
Realscreen|realscreen.com
Broadcasting & Cable; Broadcasting + Cable|broadcastingcable.com
Multichannel News|multichannel.com
NextTV; Next TV|nexttv.com
TVBEurope|tvbeurope.com
Digital TV Europe|digitaltveurope.com
Screen Australia News|screenaustralia.gov.au
IF Magazine|if.com.au
Playback|playbackonline.ca
Metro Weekly|metroweekly.com
Out|out.com
Attitude|attitude.co.uk
Gay Times|gaytimes.co.uk
Them|them.us
TV Fanatic|tvfanatic.com
TV Series Finale|tvseriesfinale.com
TVMaze|tvmaze.com
SpoilerTV|spoilertv.com
The TV Ratings Guide|thetvratingsguide.com
The Futon Critic|thefutoncritic.com
Cartoon Brew|cartoonbrew.com
Animation Magazine|animationmagazine.net
Little White Lies|lwlies.com
Film Comment|filmcomment.com
No Film School|nofilmschool.com
Discussing Film; DiscussingFilm|discussingfilm.net
Deadline.com|deadline.com
FilmIndependent|filmindependent.org
World of Reel|worldofreel.com
Murphy's Multiverse|murphysmultiverse.com
That Hashtag Show|thathashtagshow.com
The Illuminerdi|theilluminerdi.com
The Direct|thedirect.com
Making Star Wars|makingstarwars.net
Heroic Hollywood|heroichollywood.com
Geek Vibes Nation|geekvibesnation.com
Giant Bomb|giantbomb.com
Famitsu|famitsu.com
Destructoid|destructoid.com
Siliconera|siliconera.com
Gematsu|gematsu.com
Video Games Chronicle; VGC|videogameschronicle.com
GamesHub|gameshub.com
Aftermath|aftermath.site
Kotaku Australia|kotaku.com.au
Dot Esports|dotesports.com
Dexerto|dexerto.com
HipHopDX|hiphopdx.com
XXL|xxlmag.com
Louder|loudersound.com
Loudwire|loudwire.com
Blabbermouth|blabbermouth.net
Brooklyn Vegan; BrooklynVegan|brooklynvegan.com
Exclaim!; Exclaim|exclaim.ca
Resident Advisor|ra.co
DIY|diymag.com
The Line of Best Fit|thelineofbestfit.com
Classic FM|classicfm.com
Gramophone|gramophone.co.uk
Music Business Worldwide|musicbusinessworldwide.com
Music Ally|musically.com
Hits Daily Double|hitsdailydouble.com
Daily Kos|dailykos.com
Raw Story|rawstory.com
The Daily Caller; Daily Caller|dailycaller.com
The Daily Wire; Daily Wire|dailywire.com
The Federalist|thefederalist.com
Newsmax|newsmax.com
OANN; One America News|oann.com
The Free Press|thefp.com
The Texas Tribune; Texas Tribune|texastribune.org
CalMatters|calmatters.org
The City|thecity.nyc
The 19th|19thnews.org
The Appeal|theappeal.org
Capital & Main|capitalandmain.com
States Newsroom|statesnewsroom.com
Stateline|stateline.org
Kaiser Health News; KFF Health News|kffhealthnews.org
Healthline|healthline.com
Endpoints News|endpts.com
Fierce Biotech|fiercebiotech.com
BioSpace|biospace.com
Hackaday|hackaday.com
LWN; LWN.net|lwn.net
OMG! Ubuntu|omgubuntu.co.uk
It's FOSS|itsfoss.com
XDA; XDA Developers|xda-developers.com
GSMArena|gsmarena.com
Six Colors|sixcolors.com
MacStories|macstories.net
The Loop|loopinsight.com
Colossal|thisiscolossal.com
Hyperallergic|hyperallergic.com
Dezeen|dezeen.com
ArchDaily|archdaily.com
Design Milk|designmilk.com
It's Nice That|itsnicethat.com
Creative Review|creativereview.co.uk
MetaFilter|metafilter.com
Longreads|longreads.com
Aeon|aeon.co
Nautilus|nautil.us
London Review of Books; LRB|lrb.co.uk
New York Review of Books; The New York Review of Books|nybooks.com
The Paris Review; Paris Review|theparisreview.org
Literary Hub; LitHub; Lit Hub|lithub.com
Publishers Weekly|publishersweekly.com
Kirkus|kirkusreviews.com
Kirkus Reviews|kirkusreviews.com
Balkan Insight|balkaninsight.com
Index.hu|index.hu
Telex|telex.hu
444|444.hu
OCCRP|occrp.org
Novosti|ria.ru
Gazeta.ru|gazeta.ru
Lenta.ru|lenta.ru
Nexta|nexta.tv
Hromadske|hromadske.ua
Interfax-Ukraine|interfax.com.ua
RBC-Ukraine|rbc.ua
Babel|babel.ua
Zerkalo|zerkalo.io
Zaxid.net|zaxid.net
NV|nv.ua
Espreso|espreso.tv
TSN|tsn.ua
The Insider|theins.ru
iStories; Important Stories|istories.media
Agentstvo|agents.media
Mediazona|zona.media
Verstka|verstka.media
Astra|astra.press
Baza|baza.io
The Moscow Times|themoscowtimes.com
Politico Pro|politicopro.com
European Pravda|eurointegration.com.ua
NewsMaker|newsmaker.md
Delfi|delfi.ee
ERR|err.ee
LRT|lrt.lt
Yle|yle.fi
SVT|svt.se
Aftonbladet|aftonbladet.se
Dagens Nyheter|dn.se
Expressen|expressen.se
NRK|nrk.no
Aftenposten|aftenposten.no
DR|dr.dk
Politiken|politiken.dk
Jyllands-Posten|jyllands-posten.dk
Le Soir|lesoir.be
De Standaard|standaard.be
VRT|vrt.be
NU.nl|nu.nl
Trouw|trouw.nl
ORF|orf.at
Kurier|kurier.at
Die Presse|diepresse.com
Kronen Zeitung|krone.at
Tages-Anzeiger|tagesanzeiger.ch
Le Temps|letemps.ch
SRF|srf.ch
Stern|stern.de
Focus Online|focus.de
n-tv|n-tv.de
WDR|wdr.de
NDTV Profit|ndtvprofit.com
LiveMint; Mint|livemint.com
Moneycontrol|moneycontrol.com
Scroll; Scroll.in|scroll.in
The Quint|thequint.com
The Caravan|caravanmagazine.in
Pinkvilla|pinkvilla.com
Filmfare|filmfare.com
Film Companion|filmcompanion.in
Mid-Day; mid-day|mid-day.com
Deccan Herald|deccanherald.com
Deccan Chronicle|deccanchronicle.com
Dainik Bhaskar|bhaskar.com
Kantipur|ekantipur.com
Premium Times|premiumtimesng.com
Punch; The Punch|punchng.com
Sahara Reporters|saharareporters.com
Peoples Gazette|gazettengr.com
AmaBhungane; amaBhungane|amabhungane.org
Eyewitness News; EWN|ewn.co.za
IOL|iol.co.za
SABC; SABC News|sabcnews.com
Addis Standard|addisstandard.com
Folha de S.Paulo; Folha de S. Paulo; Folha|folha.uol.com.br
O Globo|oglobo.globo.com
G1|g1.globo.com
Estadão|estadao.com.br
UOL|uol.com.br
Infobae|infobae.com
Página 12|pagina12.com.ar
El Comercio|elcomercio.pe
El Tiempo|eltiempo.com
El Nacional|elnacional.com
El Confidencial|elconfidencial.com
eldiario.es; elDiario.es|eldiario.es
ABC Spain|abc.es
Il Sole 24 Ore|ilsole24ore.com
Il Post|ilpost.it
Público|publico.pt
Expresso|expresso.pt
Kathimerini; Ekathimerini|ekathimerini.com
Hürriyet; Hurriyet; Hürriyet Daily News|hurriyet.com.tr
Daily Sabah|dailysabah.com
Cumhuriyet|cumhuriyet.com.tr
Al-Ahram; Ahram Online|ahram.org.eg
Mada Masr|madamasr.com
The Jordan Times|jordantimes.com
L'Orient-Le Jour; L'Orient Today|lorientlejour.com
Al-Akhbar|al-akhbar.com
Iran International|iranintl.com
BBC Wildlife|discoverwildlife.com
TVO|tvo.org
The Narwhal|thenarwhal.ca
Vancouver Sun|vancouversun.com
Montreal Gazette|montrealgazette.com
Le Devoir|ledevoir.com
Radio-Canada|ici.radio-canada.ca
Maclean's|macleans.ca
Newsroom|newsroom.co.nz
The Spinoff|thespinoff.co.nz
1News|1news.co.nz
Herald Sun|heraldsun.com.au
The Daily Telegraph Sydney|dailytelegraph.com.au
Courier Mail; The Courier-Mail; Courier-Mail|couriermail.com.au
Australian Financial Review; AFR; The Australian Financial Review|afr.com
The Saturday Paper|thesaturdaypaper.com.au
Pedestrian; PEDESTRIAN.TV|pedestrian.tv
TV Blackbox|tvblackbox.com.au
TV Week|tvweek.com.au
Limelight|limelight-arts.com.au
Tatler|tatler.com
Country Life|countrylife.co.uk
Prospect|prospectmagazine.co.uk
Private Eye|private-eye.co.uk
The Big Issue; Big Issue|bigissue.com
Tortoise|tortoisemedia.com
UnHerd|unherd.com
Novara Media|novaramedia.com
Declassified UK|declassifieduk.org
The Canary|thecanary.co
Guido Fawkes|order-order.com
GB News|gbnews.com
TalkTV|talk.tv
Times Radio|thetimes.com/radio
Farmers Weekly|fwi.co.uk
The Grocer|thegrocer.co.uk
Drapers Record|drapers.co.uk
BirminghamLive|birminghammail.co.uk
Glasgow Times|glasgowtimes.co.uk
Belfast Telegraph|belfasttelegraph.co.uk
The Yorkshire Post; Yorkshire Post|yorkshirepost.co.uk
Nottingham Post|nottinghampost.com
Bristol Post; Bristol Live|bristolpost.co.uk
Hull Daily Mail|hulldailymail.co.uk
The Northern Echo; Northern Echo|thenorthernecho.co.uk
Inside Soap|insidesoap.co.uk
What's on TV|whattowatch.com
TV Times|tvtimes.co.uk
TV Choice|tvchoicemagazine.co.uk
Soaplife|soaplife.co.uk
Entertainment Daily|entertainmentdaily.com
Closer; Closer Online|closeronline.co.uk
Now to Love|nowtolove.com.au
New Idea|newidea.com.au
Woman's Day|womansday.com.au
Arizona Republic; The Arizona Republic|azcentral.com
iMore|imore.com
The Mac Observer|macobserver.com
Macworld|macworld.com
404 Media|404media.co
411Mania|411mania.com
60 Minutes|cbsnews.com
7News|7news.com.au
9to5Mac|9to5mac.com
9to5Google|9to5google.com
9News|9news.com.au
ESPN|espn.com
BET|bet.com
taz|taz.de
";

/// Listed names that are words of every day, or of companies and shows. They count only in their own
/// case, not as part of a longer name, and not at the head of a sentence before a verb in the past.
#[rustfmt::skip]
pub(super) const COMMON: &[&str] = &[
    "age", "atlantic", "bravo", "broadcast", "clash", "complex", "consequence", "conversation", "cut",
    "dawn", "deadline", "decider", "desk", "dispatch", "economist", "edge", "elle", "empire", "essence", "express",
    "face", "fader", "fortune", "fox", "glamour", "globe", "guardian", "heat", "hello", "herald", "hill",
    "independent", "information", "inquirer", "insider", "intercept", "inverse", "journal", "local",
    "looper", "medium", "metro", "mirror", "mojo", "money", "nation", "national", "nature", "newyork",
    "observer", "ok", "onion", "parade", "parents", "paste", "people", "playlist", "post", "premiere",
    "print", "protocol", "puck", "quartz", "reason", "register", "ria", "ringer", "root", "salon",
    "scotsman", "science", "self", "slate", "spectator", "spin", "stage", "standard", "star", "stuff",
    "stylist", "sun", "telegraph", "time", "times", "today", "uncut", "vanguard", "variety", "verge",
    "vice", "vox", "vulture", "week", "wire", "wired", "wonderland", "wrap", "yahoo", "aa", "et", "rt",
    "self", "smithsonian", "thinking", "australian", "advocate", "billboard", "collider", "polygon", "pa",
    "ap", "beat", "trill", "diplomat", "athletic", "tes", "abc", "cbs", "nbc", "business standard", "ana",
    "dispatch", "walrus", "magazine", "dailynews", "thismorning", "dazed", "defector", "canal+", "ars",
    "cell", "eos", "drive", "race", "messenger", "record", "drum", "direct", "city", "appeal", "loop",
    "playback", "out", "them", "attitude", "diy", "punch", "prospect", "tortoise", "closer", "pedestrian",
    "limelight", "babel", "astra", "baza", "telex", "dr", "nv", "err", "mint", "scroll", "stern", "kicker",
    "marca", "aeon", "colossal", "nautilus", "paper", "louder", "newsroom", "aftermath", "pap", "app",
    "spa", "antara", "focus", "federalist", "punchbowl", "golem", "canary", "grocer", "insider", "walla",
    "wam", "tsn", "pando", "awl", "telexhu", "444", "folha", "expresso", "tatler", "gramophone", "colossal",
    "caravan", "quint", "mehr", "fars", "sputnik", "stateline", "xxl", "iol", "edge",
];
