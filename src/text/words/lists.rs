//! What is known of words beforehand: those without news, how common the others are in news,
//! which mean the same. General English; other languages do without. Hand-made, from no corpus.

/// Endings of figures that are units or ordinals: `5th`, `33bn`, `7pm`.
pub(super) const UNITS: &[&str] = &[
    "st", "nd", "rd", "th", "b", "bn", "m", "mn", "k", "c", "f", "p", "x", "am", "pm", "mm", "km", "kg",
    "mb", "gb", "tb", "s",
];

/// The figure that a number word means. `one` is left out: it is mostly no count.
pub(super) fn figure(word: &str) -> Option<&'static str> {
    // Every word of every text comes by here, and few have the length and the first letter.
    let may_be = match (word.len(), word.as_bytes().first()?) {
        (3, first) => b"ts".contains(first),
        (4, first) => b"fn".contains(first),
        (5, first) => b"tsef".contains(first),
        (6, first) => b"et".contains(first),
        _ => false,
    };
    if !may_be {
        return None;
    }
    Some(match word {
        "two" => "2",
        "three" => "3",
        "four" => "4",
        "five" => "5",
        "six" => "6",
        "seven" => "7",
        "eight" => "8",
        "nine" => "9",
        "ten" => "10",
        "eleven" => "11",
        "twelve" => "12",
        "twenty" => "20",
        "thirty" => "30",
        "forty" => "40",
        "fifty" => "50",
        _ => return None,
    })
}

/// Letters with a diacritic, and the plain letters they compare equal to.
pub(super) const PLAIN: &[(&str, &str)] = &[
    ("àáâãäåāăą", "a"),
    ("æ", "ae"),
    ("çćĉċč", "c"),
    ("ďđð", "d"),
    ("èéêëēĕėęě", "e"),
    ("ĝğġģ", "g"),
    ("ĥħ", "h"),
    ("ìíîïĩīĭįı", "i"),
    ("ĵ", "j"),
    ("ķ", "k"),
    ("ĺļľŀł", "l"),
    ("ñńņň", "n"),
    ("òóôõöøōŏő", "o"),
    ("œ", "oe"),
    ("ŕŗř", "r"),
    ("śŝşšș", "s"),
    ("ß", "ss"),
    ("ţťŧț", "t"),
    ("þ", "th"),
    ("ùúûüũūŭůűų", "u"),
    ("ŵ", "w"),
    ("ýÿŷ", "y"),
    ("źżž", "z"),
];

/// Words without news of their own.
pub(super) const STOP: &str = "a about above after again against all almost alone along already also although always \
    am among an and another any anyone anything are aren around as at away back be became because become becomes been \
    before behind being below between both but by came can cannot cant come could couldnt did didnt do does doesnt \
    doing dont done down during each either else enough etc even ever every everyone everything few for from further \
    get gets getting give given go goes going gone got had hadnt has hasnt have havent having he hed her here heres \
    hers herself hes hi him himself his how however i id if ill im in indeed instead into is isnt it itd its itself \
    ive just keep kept let lets like likely ll made make makes making many may maybe me might mine more most much must \
    my myself near need needs neither never no nobody none nor not nothing now of off often oh ok on once one ones only \
    onto or other others our ours ourselves out over own per perhaps put quite rather re really s said same say saying \
    says see seem seems seen shall she shed shes should shouldnt since so some someone something sometimes somewhat \
    still such t take taken takes taking tell tells than that thats the their theirs them themselves then there theres \
    these they theyd theyll theyre theyve thing things this those though through thus to together told too took toward \
    towards try trying under until up upon us use used uses using ve very via want wants was wasnt way we wed well went \
    were werent weve what whatever whats when where whether which while who whole whom whos whose why will with within \
    without wont would wouldnt yes yet you youd youll your youre yours yourself youve mr mrs ms dr according com www \
    http https amp nbsp";

/// Words that many news texts use, with the share of texts that do.
pub(super) const COMMON: &[(f32, &str)] = &[
    (
        0.15,
        "year time new people first last day week month today report news world old former official two three \
         monday tuesday wednesday thursday friday saturday sunday part while end set later state good great big \
         show story work call ask call part early late long next best high know look find found start",
    ),
    (
        0.06,
        "january february march april june july august september october november december president minister \
         government police company country city house group team game season star film movie series tv television \
         video photo man woman men women child children family life home million billion percent number law court \
         case public plan deal market money business service office member leader party american usa uk british \
         britain london york washington europe european china chinese russia russian night morning hour minute \
         second third top top full left right little small young better right name place point problem question \
         word fact change move turn run play win won lose lost lead bring think believe feel hope expect include \
         including follow open close hold meet meeting talk speak spoke statement announce announced release \
         released reveal revealed reveal confirm confirmed return join leave left live love make big major several \
         hundred thousand half down total nearly more around across ago far close real true free late recent \
         recently currently previously earlier despite amid because help try support play role face",
    ),
    (
        0.02,
        "attack kill killed die died dead death war military army force soldier troop fight fire bomb shot shoot \
         shooting gun murder arrest arrested charge charged accuse accused allege alleged suspect trial judge jury \
         sentence sentenced prison jail guilty convicted crime victim witness investigation investigate \
         investigator evidence authorities authority officer department agency federal national international \
         local region area south north east west southern northern eastern western central capital border \
         election vote voter campaign candidate opposition democratic democrat republican congress senate \
         parliament senator governor mayor secretary foreign defense security policy political politics power \
         rights human law bill rule act right protest crisis economy economic bank stock share price rate rise \
         fall drop cut grow growth increase decline record profit sale sell buy bought tax budget cost pay paid \
         spend trade industry firm chief executive ceo boss worker job staff employee union strike contract \
         launch product technology tech app phone internet online website site user account data computer \
         software google apple facebook twitter microsoft amazon social media network post tweet page \
         trailer teaser episode premiere drama comedy actor actress director producer writer cast character \
         fan audience viewer netflix disney hbo cbs nbc abc bbc fox channel studio hollywood award oscar \
         nominee nomination winner music song album band singer concert tour performance stage singer celebrity \
         host guest interview watch book author novel magazine newspaper journalist reporter press editor \
         sport football soccer basketball baseball league cup match player coach club final score goal \
         champion championship olympic race health hospital doctor patient disease virus study research \
         researcher scientist university school student teacher education car driver vehicle plane flight \
         airport train road street building water air food energy oil gas weather storm flood earthquake \
         victim injured hurt rescue accident crash mother father son daughter wife husband brother sister \
         parent baby girl boy friend couple marry married wedding divorce relationship dating age born \
         church religious muslim christian israel israeli iran iraq syria ukraine india indian japan japanese \
         france french germany german italy spain australia canada canadian africa african mexico texas \
         california florida trump obama biden white black red green blue source spokesman spokesperson \
         spokeswoman official tell comment decision issue concern risk threat warn warning claim deny denied \
         reject agree agreement demand order ban block allow approve propose proposal promise pledge offer \
         seek face reach remain continue stop begin began launch create build add remove break broke hit \
         stand sign send sent receive raise raised ask win lead top break special event party celebrate \
         history future past present important possible able likely least less worth single second big hot \
         cold dark light room door hand head eye heart body hair dress wear clothes fashion style design \
         picture image camera look beautiful happy sad angry scared afraid serious strong hard easy difficult \
         simple clear ready sure different similar certain various entire personal private secret official \
         horoscope forecast rating overnight figure viewer briefing digest roundup quiz crossword lottery listing \
         schedule result standing obituary season week episode chapter edition volume issue \
         exclusive update latest breaking guide review recap preview list top thing everything inside behind \
         explained explain read here live blog read photos pics gallery opinion analysis",
    ),
];

/// Words that name the same thing in a headline; the first stands for the others.
/// Only pairs that hold whatever the subject.
pub(super) const SYNONYMS: &[&str] = &[
    "die dead death dies died dying",
    "kill slain slay",
    "usa america american",
    "britain british uk",
    "russia russian moscow kremlin",
    "ukraine ukrainian kyiv kiev",
    "china chinese beijing",
    "france french",
    "germany german",
    "spain spanish",
    "italy italian",
    "japan japanese",
    "israel israeli",
    "iran iranian tehran",
    "iraq iraqi",
    "syria syrian",
    "turkey turkish",
    "poland polish",
    "hungary hungarian",
    "austria austrian",
    "australia australian",
    "canada canadian",
    "mexico mexican",
    "brazil brazilian",
    "peru peruvian",
    "chile chilean",
    "argentina argentine argentinian",
    "venezuela venezuelan",
    "cuba cuban",
    "colombia colombian",
    "india indian",
    "pakistan pakistani",
    "afghanistan afghan",
    "bangladesh bangladeshi",
    "korea korean",
    "vietnam vietnamese",
    "philippines filipino philippine",
    "indonesia indonesian",
    "thailand thai",
    "egypt egyptian",
    "libya libyan",
    "sudan sudanese",
    "nigeria nigerian",
    "kenya kenyan",
    "ethiopia ethiopian",
    "palestine palestinian",
    "saudi saudis",
    "lebanon lebanese",
    "greece greek",
    "belgium belgian",
    "netherlands dutch",
    "denmark danish",
    "sweden swedish",
    "norway norwegian",
    "finland finnish",
    "ireland irish",
    "scotland scottish",
    "wales welsh",
    "switzerland swiss",
    "portugal portuguese",
    "europe european eu",
    "africa african",
    "teaser trailer",
    "acquire buy purchase bought acquisition",
    "arrest detain nab",
    "film movie",
    "photo picture pic",
    "cop police policeman policemen",
    "fire axe sack",
    "layoff layoffs",
    "lawsuit sue suit",
    "earthquake quake tremor",
    "impeach impeachment",
    "resign resignation quit",
    "murder murdered homicide",
    "wed marry wedding married",
    "split divorce",
    "shoot shot shooting",
    "steal theft stole stolen",
    "win won winner",
    "lose lost loss",
    "sell sold sale",
    "pact deal accord agreement",
    "probe investigation investigate inquiry",
    "accuse accusation allege allegation",
    "soldier troop",
    "child children kid",
    "doctor medic physician",
    "pm premier",
    "cellphone phone smartphone handset",
    "reveal unveil disclose",
    "jail prison",
];
