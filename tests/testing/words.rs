//! The words of invented desks: names, and sentences with `{places}` for them. All of it is made
//! up; likeness to anybody is chance.

pub(crate) const FIRST: [&str; 26] = [
    "Anna", "Bela", "Carla", "Dina", "Edda", "Fenna", "Greta", "Hanne", "Ilka", "Jorun", "Katrin", "Lovisa",
    "Maren", "Nadja", "Odile", "Petra", "Rosa", "Signe", "Tilda", "Ursa", "Vera", "Wanda", "Yrsa", "Zelda",
    "Malte", "Piet",
];

pub(crate) const LAST: [&str; 26] = [
    "Abendroth",
    "Brisling",
    "Calder",
    "Dunmore",
    "Eastlake",
    "Farrow",
    "Galloway",
    "Hartwell",
    "Ingram",
    "Jessop",
    "Kestrel",
    "Lockwood",
    "Marlow",
    "Northcote",
    "Oakes",
    "Pemberton",
    "Quill",
    "Ravenhill",
    "Strand",
    "Thackery",
    "Underhill",
    "Vance",
    "Whitlock",
    "Yarrow",
    "Zimmer",
    "Ostrander",
];

pub(crate) const SERIES: [&str; 20] = [
    "Harbour Nights",
    "Copper Lane",
    "Winter Court",
    "Silent Meridian",
    "Glass Orchard",
    "Paper Kingdom",
    "Cold Ferry",
    "Crooked Mile",
    "Velvet Station",
    "Salt House",
    "Amber Division",
    "Broken Compass",
    "Northern Wire",
    "Quiet Zone",
    "Red Ledger",
    "Stone Garden",
    "Twelve Bridges",
    "Hollow Crown Street",
    "Iron Tide",
    "Marble Arcade",
];

pub(crate) const CROSSOVERS: [&str; 10] = [
    "The Irregulars",
    "The Lanternmen",
    "The Outsiders Club",
    "The Night Table",
    "The Last Watch",
    "The Wardens",
    "The Ninth Street Four",
    "The Uninvited",
    "The Strange Alliance",
    "The Gatekeepers",
];

pub(crate) const OUTLETS: [&str; 18] = [
    "Screen Lantern",
    "The Evening Dial",
    "Static & Noise",
    "Northlight Television",
    "Channel Courier",
    "Second Sofa",
    "The Aerial",
    "Rushes Weekly",
    "Telegenic",
    "Green Room Gazette",
    "Backlot Bugle",
    "The Remote",
    "Cathode",
    "Spool & Reel",
    "Prime Signal",
    "The Listings Post",
    "Footlight Echo",
    "Teatime Tribune",
];

pub(crate) const PLATFORMS: [&str; 6] =
    ["Streamhall", "Vidora", "Cinebox", "Playfield", "Lumenflix", "Harkstream"];

pub(crate) const CITIES: [&str; 8] =
    ["Bergen", "Cardiff", "Ghent", "Leipzig", "Porto", "Tampere", "Trieste", "Utrecht"];

/// What the actress says of the order of work.
pub(crate) const FIRST_QUOTES: [&str; 8] = [
    "We make the big one first and after that I finally get to go home to her",
    "Everybody has to finish the group project before anyone gets their own toys back",
    "They will lock all of us in the same warehouse until it is done and then I am free",
    "My calendar says the team comes first and my own door opens right behind it",
    "Nobody touches our scripts until the four of us have survived each other",
    "It goes straight from their madness into mine with about one weekend of sleep",
    "First you get all of us shouting in one room and then you get me alone again",
    "I was told to pack for the long shoot first and to leave my own boots by the door",
];

/// What she says of the scripts.
pub(crate) const SECOND_QUOTES: [&str; 8] = [
    "I keep my hands off the pages because I want to be as lost as she is",
    "If somebody sends me a script early I put it in the freezer until we start",
    "There is a locked drawer in the writers' room and I have asked for it to stay locked",
    "The less I know about her next year the better I sleep in this one",
    "I told them to surprise me and so far they have not even sent a postcard",
    "Reading ahead is how you end up playing the last page on the first day",
    "She would never peek at the end of a case and neither will I",
    "I have one rule with the writers and it is that they call me last",
];

/// What she says of the others.
pub(crate) const THIRD_QUOTES: [&str; 8] = [
    "Put four people who hate queues into one queue and you have our show",
    "None of them can share a taxi and now they have to share a city",
    "It is a family dinner where everybody brought their own table",
    "She has the worst manners of the lot and I could not be prouder",
    "We are four bad tempers with one good haircut between us",
    "I have never laughed so hard in a coat that heavy",
    "They all think they are the lead and that is the joke",
    "You have not seen trouble until you have seen us order lunch",
];

/// The interview, a paragraph a list; one of each list is taken.
pub(crate) const INTERVIEW: [[&str; 3]; 6] = [
    [
        "Viewers who miss {series} need to be patient for a little longer. {actress} has told {credited} that not one frame of a second season will be shot before the crossover {crossover} is in the can.",
        "There is good news and slow news about {series}. The good news is that a second season is certain; the slow news, as {actress} explained to {credited}, is that the cast of {crossover} goes to work before it.",
        "When we last saw the hero of {series} she was walking out of town. {actress}, who plays her, tells {credited} that the way back leads through {crossover}, whose shoot takes precedence over a second season.",
    ],
    [
        "\"{first},\" the actress said over a pot of tea in {city}. She had come straight from a costume fitting and was still wearing somebody else's gloves.",
        "We met her in {city}, between two trains. \"{first},\" she said, and laughed at the thought of the schedule on her producer's wall.",
        "\"{first},\" was her answer when we asked in {city} how the coming year would look, and she drew the months on a napkin to prove it.",
    ],
    [
        "{platform} commissioned ten further episodes last winter without naming a start date. {writer}, who runs the series, has had her team in a rented flat above a bakery ever since.",
        "The order for ten more hours came from {platform} at the turn of the year, but the studio had never said when work would begin. {writer} and her staff of six are writing already.",
        "A second run of ten episodes has been on the books of {platform} since January. Its creator {writer} is said to have finished half of the outlines.",
    ],
    [
        "The leading lady is not curious. \"{second},\" she told us. Even the title of the opening hour is unknown to her, and she wants it to remain so.",
        "Does she know what is coming? Not at all. \"{second},\" she said, adding that the crew have learnt to hide their papers when she walks in.",
        "\"{second},\" she replied to the question of what awaits her character, and would not be drawn on old enemies who might return.",
    ],
    [
        "In {crossover} she will stand beside {costar} of {second_series} and two further loners. \"{third},\" is how she describes the ensemble. \"Somebody should have warned the caterers.\"",
        "The crossover brings her together with {costar}, known from {second_series}, and with two more reluctant heroes. \"{third},\" she said of their first reading, which ran three hours over.",
        "Her partners in {crossover} include {costar}, whose own {second_series} has its devoted followers. \"{third},\" she said, and promised at least one broken window an episode.",
    ],
    [
        "Before any of that, {second_series} opens on {platform} on {date}. The crossover is planned for the following year.",
        "First in line, however, is {second_series}: all its episodes arrive on {platform} on {date}.",
        "Until then there is {second_series}, which {platform} will release as a whole on {date}.",
    ],
];

/// The same news in another house's words; it keeps the first quotation.
pub(crate) const REWRITE: [[&str; 3]; 4] = [
    [
        "Do not hold your breath for more of {actress} as television's crankiest sleuth: the follow-up to {series} has been parked until the ensemble piece {crossover} wraps.",
        "So much for a quick return. Star {actress} says production on another batch of {series} only gets going after she and her colleagues are through with {crossover}.",
        "The queue at {platform}'s superhero factory has a new order, and {series} is not at its head. According to {actress}, {crossover} jumps in front of the detective's sophomore outing.",
    ],
    [
        "\"{first},\" she told <a href=\"{link}\">{credited}</a>.",
        "Speaking to <a href=\"{link}\">{credited}</a>, she put it like this: \"{first}.\"",
        "\"{first},\" <a href=\"{link}\">{credited}</a> quotes her as saying.",
    ],
    [
        "Ten new instalments were promised by {platform} some time ago, with {writer} once more in charge. Cameras have yet to be booked, since {costar} and the rest of the gang are needed for the team-up.",
        "It is hardly a surprise: assembling {costar} and the other leads in one place is a puzzle, and {writer}'s scripts were never going to be ready this side of spring anyway.",
        "{writer} can use the time. Her room is still breaking stories for the ten episodes, while {costar} and company clear their diaries for the joint adventure.",
    ],
    [
        "Anyone in need of comfort can turn to {second_series}, out on {date}.",
        "{second_series} fills the gap: it drops on {date}.",
        "On {date}, meanwhile, {second_series} makes its bow.",
    ],
];

/// The desk's own page text, line by line; one of each list is taken, an empty one gives no line.
pub(crate) const PAGE: [[&str; 3]; 13] = [
    [
        "{actress}: why {series} season 2 has to wait",
        "{series} season 2 stands behind {crossover}, says {actress}",
        "{crossover} goes first as {actress} puts {series} season 2 on ice",
    ],
    [
        "{actress} as the detective in {series}",
        "The star says the crossover must be finished before her own return",
        "{actress} in {series} (Photo: {platform})",
    ],
    [
        "The next season of {series} is a good way off. Its lead has laid out the plan in a conversation with {credited}{series} star {actress} will join the crossover before anything else.",
        "A year of waiting lies ahead. In an interview with {credited}{series} lead {actress} has made it plain that {crossover} will be filmed before her own show returns.",
        "Fans have asked for months when it would go on. Now we know a little more, after a talk with {credited}{actress} says {crossover} comes before the second season.",
    ],
    [
        "\"{first},\" said {actress}.",
        "\"{first},\" she explained, asked about the coming months.",
        "As {actress} put it: \"{first}.\"",
    ],
    ["{costar} in {second_series} \u{a9} {platform}", "", "{costar} at the premiere in {city}"],
    [
        "What will happen in it she cannot say, and would rather not. \"{second},\" she said.",
        "\"{second},\" she said of the new scripts, which {writer} and her authors are working on.",
        "She knows nothing of the story that {writer} has in store. \"{second},\" she said.",
    ],
    [
        "NEXT: Ten things we learnt from the {second_series} trailer",
        "Related: Our guide to {second_series}",
        "READ MORE: The best of {platform} this month",
    ],
    [
        "The ten episodes that {platform} has ordered come behind the joint series, which follows {second_series}{crossover} unites four heroes who have so far kept to their own streets.",
        "{platform} asked for ten episodes. Before she shoots them she meets {costar}, the face of {second_series}{crossover} is due next year.",
        "Work on both is tightly packed. The crossover takes in the casts of {series} and of {second_series}{crossover} has a budget to match.",
    ],
    [
        "\"{third},\" she said about her fellow actors.",
        "\"{third},\" is her view of the company.",
        "Of the company she says: \"{third}.\"",
    ],
    [
        "{series} is available on {platform}. {second_series} follows on {date}.",
        "The first season of {series} can be seen on {platform}; {second_series} arrives on {date}.",
        "All episodes of {series} are on {platform} now, and {second_series} starts on {date}.",
    ],
    ["Source: {credited}", "Source: {credited}", "Source: {credited}"],
    ["Seven cats that stole a scene", "What to see on a rainy Sunday", "The worst wigs of the year, ranked"],
    ["Why the quiz at nine is still the best", "A short history of the cliffhanger", ""],
];

/// Other news, some about the same people and series: title and text. None of it is the story.
pub(crate) const OTHERS: [(&str, &str); 20] = [
    (
        "{series} up for three prizes at the {city} festival",
        "The jury named the show among the finest of last year for its music, its titles and its sound. The gala is held in an old swimming bath, and the winners get a golden rubber duck.",
    ),
    (
        "{actress} joins the cast of a film about bees",
        "In the drama by a first-time director she plays a keeper who inherits forty hives and a debt. Shooting in the hills takes five weeks, and a double will be stung on her behalf.",
    ),
    (
        "{series}: first season out on disc with a map of the town",
        "Collectors get four platters, a booklet and a fold-out plan on which every murder is marked. There are no deleted scenes, because none were deleted.",
    ),
    (
        "{second_series} trailer shows a chase across the roofs",
        "Two minutes of tiles, washing lines and one very calm pigeon: {costar} does most of the running in person, as the insurers found out late.",
    ),
    (
        "{costar} on learning to fence for {second_series}",
        "Six months of lessons left bruises in places that cannot be named here. The sword was made of rubber, the instructor was not.",
    ),
    (
        "The score of {second_series} comes out on yellow vinyl",
        "A thirty-piece orchestra recorded it in a church with the heating off. The double album has a gatefold with notes by the conductor.",
    ),
    (
        "What {platform} pays for an hour of heroes",
        "We went through permits and tax filings. A single episode costs as much as a modest cinema film, and most of the sum goes to carpenters.",
    ),
    (
        "Baking contest returns to its tent in the rain",
        "Twelve amateurs, one marquee and a sponge that would not rise. The new judge brings a ruler and a reputation.",
    ),
    (
        "Soap opera says farewell to its longest-serving barman",
        "After thirty-one years behind the same counter {minor} pours a last pint in Friday's edition, and the regulars sing.",
    ),
    (
        "Quiz night champion turns down the car",
        "{minor}, a retired surveyor, asked for the bicycle instead. The producers had to go and buy one.",
    ),
    (
        "Documentary follows the last lighthouse keepers",
        "Shot over four winters, the film has little talk and much weather. Its maker {minor} lived on tinned peaches.",
    ),
    (
        "Spy drama moves to a later hour after complaints",
        "Too many parents had written in about the interrogation scenes. From next week the agents do their worst after ten.",
    ),
    (
        "Children's classic about a tin horse to be remade",
        "The puppets are new, the voice is not: {minor}, now eighty, will speak the horse again.",
    ),
    (
        "Robot league announces its teams for the spring",
        "Forty machines have been entered, among them a toaster with a grudge. The arena gets a deeper pit.",
    ),
    (
        "Weather presenter breaks a record that nobody knew of",
        "With nine thousand forecasts {minor} has pointed at more clouds than any colleague in Europe.",
    ),
    (
        "Choir show looks for the loudest village",
        "Applications must be sung, not written. The panel travels by bus and sleeps in parish halls.",
    ),
    (
        "Medical series hires a real surgeon as adviser",
        "{minor} has counted eighty-two mistakes in the pilot alone, most of them about gloves.",
    ),
    (
        "Late talk show loses its band to a cruise ship",
        "The trombones sail in May. Until a new ensemble is found the host will hum.",
    ),
    (
        "History programme digs up a car park again",
        "Where kings have lain before, the team now hopes for a brewery. Spades are provided.",
    ),
    (
        "Sketch comedy from the eighties found in an attic",
        "Eleven tapes labelled as holiday films turned out to hold the lost second year. A restorer has begun to bake them.",
    ),
];
