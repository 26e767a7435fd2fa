//! What happens in the invented world: events with people, places, figures and a quotation, told by
//! each house in words of its own.

use super::random::Random;

/// Houses of one voice word an event alike.
pub(crate) const VOICES: usize = 3;

/// Something that happened.
pub(crate) struct Event {
    kind: usize,
    places: Vec<(&'static str, String)>,
}

/// A headline and its paragraphs.
#[derive(Clone)]
pub(crate) struct Told {
    pub(crate) title: String,
    pub(crate) paragraphs: Vec<String>,
}

/// One kind of event in the words of each voice: the headline first, the quotation last.
type Kind = [[&'static str; 5]; VOICES];

const KINDS: [Kind; 8] = [
    [
        [
            "{firm} closes its {thing} works in {town}",
            "{firm} is to shut its {thing} works in {town} at the end of {month}, and {number} people will lose their jobs.",
            "Orders had halved within two years, the company said. {person} of the union spoke of a black day.",
            "The works opened in {year} and was for a long time the largest employer of {region}.",
            "\"{quote},\" {person} said.",
        ],
        [
            "{number} jobs go as {town} loses {thing} maker {firm}",
            "Staff at {firm} learnt on {day} that the plant in {town} has no future. All {number} of them must go by late {month}.",
            "Union leader {person} called for talks with the state of {region}; half of the demand for a {thing} has gone elsewhere since two summers.",
            "\"{quote},\" {person} told a crowd at the gate.",
            "Since {year} the factory had dominated the town.",
        ],
        [
            "Union fights for {town}: {firm} to leave in {month}",
            "After {year} came the boom, now comes the end: {firm} gives up {town}.",
            "\"{quote},\" said {person}, who speaks for the {number} workers.",
            "Management points to falling orders for every {thing} made there. The government of {region} was told in the morning.",
            "A plan for those who are dismissed is to be ready before {month} is over.",
        ],
    ],
    [
        [
            "Court in {town} jails {person} over {thing} fraud",
            "A court in {town} sentenced {person} to {small} years in prison on {day} for selling shares in a {thing} that never existed.",
            "Some {number} savers lost their money to {firm}, the company that {person} founded in {year}.",
            "The judge spoke of greed without measure. The defence will appeal.",
            "\"{quote},\" {person} said before the verdict.",
        ],
        [
            "{small} years for {person}, founder of {firm}",
            "{person} must go to prison for {small} years. The judges in {town} found that the {thing} of {firm} was pure invention.",
            "\"{quote},\" the accused had told the court in a last word.",
            "About {number} people from {region} had trusted the promise of quick profit since {year}.",
            "Lawyers said they would take the case to the next instance.",
        ],
        [
            "Savers of {region} see {firm} founder convicted",
            "There was applause in the gallery when the sentence fell: {small} years without parole for {person}.",
            "On paper {firm} owned a {thing}; in truth it owned a letterbox in {town}. {number} investors were taken in.",
            "\"{quote},\" {person} said, and looked at the floor.",
            "An appeal is likely.",
        ],
    ],
    [
        [
            "{thing} found under {town} market square",
            "Builders have come upon a {thing} from the time before {year} under the market square of {town}.",
            "It lies {small} metres deep and is nearly whole, said archaeologist {person}, who leads a team of {number} helpers.",
            "The work of {firm} on a new car park rests until {month}.",
            "\"{quote},\" {person} said.",
        ],
        [
            "Diggers stop in {town}: {person} rescues ancient {thing}",
            "Where {firm} wanted to park cars, {person} now kneels with a brush. Beneath {town} an old {thing} came to light.",
            "\"{quote},\" the archaeologist told reporters on {day}.",
            "The find lies {small} metres below the square and seems to be older than {year}. Around {number} volunteers have come to help.",
            "Museums of {region} have asked for it.",
        ],
        [
            "Car park must wait for {thing} older than {year}",
            "No parking in {town} before {month}: the ground has given up a {thing}, and nobody in {region} has seen the like.",
            "{person}, in charge of the dig with its {number} hands, hopes to lift it in one piece from a depth of {small} metres.",
            "\"{quote},\" says {person}.",
            "{firm} gets its square back afterwards.",
        ],
    ],
    [
        [
            "Ferry {ship} runs aground off {town}",
            "The ferry {ship} ran on a sandbank off {town} early on {day} with {number} passengers aboard.",
            "Nobody was hurt. Captain {person} had left the channel because of a drifting {thing}, the coastguard said.",
            "{firm}, which has owned the ship since {year}, sent {small} tugs.",
            "\"{quote},\" {person} said.",
        ],
        [
            "{number} spend night on stranded {ship}",
            "A {thing} in the fairway was the undoing of the {ship}: since {day} she sits fast near {town}.",
            "\"{quote},\" was how {person}, her captain, put it over the radio.",
            "The {number} people on board were given soup and blankets. {firm} hopes that {small} tugs and the tide will do the rest.",
            "The coast of {region} has seen no such accident since {year}.",
        ],
        [
            "Captain {person} on the night the {ship} struck",
            "He saw the {thing} too late. Captain {person} is back on land, and so are {number} travellers of the ferry {ship}.",
            "\"{quote},\" he said on the quay of {town}.",
            "It took {small} tugs to pull her free. The owner {firm} has ordered an inquiry.",
            "Divers from {region} look at the hull next.",
        ],
    ],
    [
        [
            "{series} gets another season with {person}",
            "{firm} has ordered {small} more episodes of {series}, and {person} returns to the leading part.",
            "Shooting begins in {town} in {month}. The story turns on a {thing} that vanishes from a museum.",
            "The first season was seen by {number} thousand households.",
            "\"{quote},\" {person} said.",
        ],
        [
            "{person} back on screen: {firm} renews {series}",
            "Viewers had waited since {year}; now {firm} lets {series} go on.",
            "\"{quote},\" the star {person} told fans on {day}.",
            "At the centre of the {small} new instalments stands a stolen {thing}. The crew moves to {town} in {month}.",
            "With {number} thousand sets tuned in it had been the surprise of its year.",
        ],
        [
            "What comes next in {series}: a {thing}, a theft and {town}",
            "A museum, a night watchman, and an empty place where a {thing} stood: so opens the new run of {series}.",
            "{person} plays the detective once more. \"{quote},\" she said.",
            "{firm} pays for {small} parts; cameras roll in {region} from {month}.",
            "The audience last time: {number} thousand.",
        ],
    ],
    [
        [
            "Fire destroys {thing} store in {town}",
            "A fire has destroyed a warehouse of {firm} in {town}. {number} firefighters were at work until the morning of {day}.",
            "The building from {year} held mainly the makings of a {thing}. {small} people breathed in smoke.",
            "Chief {person} ruled out arson.",
            "\"{quote},\" {person} said.",
        ],
        [
            "Smoke over {region} as {firm} warehouse burns down",
            "The column of smoke could be seen all over {region}: in {town} the depot of {firm} went up in flames.",
            "\"{quote},\" said {person}, who led {number} men and women through the night.",
            "There were {small} slight injuries. What burnt was stock for a {thing} and the roof of {year}.",
            "Nothing points to a crime.",
        ],
        [
            "Night of {number} firefighters: {town} saves the neighbours",
            "By {day} the worst was over. {person} sat on the running board and drank tea.",
            "\"{quote},\" the chief of the brigade said of the blaze at {firm}.",
            "The hall stood since {year} and was full of parts for a {thing}; {small} neighbours were treated for smoke.",
            "Police in {town} look for a short circuit.",
        ],
    ],
    [
        [
            "{person} elected mayor of {town}",
            "{person} has won the run-off in {town} with a lead of {number} votes and becomes mayor on the first of {month}.",
            "The winner had promised to sell the town's {thing} and to open {small} nurseries with the proceeds.",
            "The office had been in the same hands since {year}.",
            "\"{quote},\" {person} said on the evening.",
        ],
        [
            "By {number} votes: {town} changes hands",
            "An era in {town} that began in {year} is over. It was ended by {person}, and by {number} votes.",
            "\"{quote},\" the newcomer told supporters in the rooms of {firm}.",
            "Nursery places, {small} houses full of them, were the promise; a {thing} that belongs to the town is to pay.",
            "Nobody in the capital of {region} had expected it.",
        ],
        [
            "Who is {person}, the new face of {town}?",
            "Until last week {person} ran the accounts of {firm}. From {month} on it will be those of {town}.",
            "The gap to the old mayor was {number} ballots, a hair's breadth by the standards of {region}.",
            "\"{quote},\" {person} said when the result was read.",
            "First on the list: the sale of the {thing}, then {small} nurseries.",
        ],
    ],
    [
        [
            "{person} wins the {region} prize for a book about a {thing}",
            "The {region} prize for letters goes to {person} from {town}. It carries {number} thousand crowns.",
            "The jury praised a novel in which a {thing} tells the history of a family since {year}.",
            "The book is published by {firm} and has been translated {small} times.",
            "\"{quote},\" {person} said.",
        ],
        [
            "Novel told by a {thing} takes {number} thousand",
            "She wrote it on the night train to {town}. Now {person} holds the highest award for books in {region}.",
            "\"{quote},\" the author told guests on {day}.",
            "Its narrator is a {thing} that passes from hand to hand after {year}; {small} languages have it already.",
            "{firm} is printing day and night.",
        ],
        [
            "Small publisher {firm} celebrates {person}",
            "Corks flew at {firm}: its author {person} was given {number} thousand crowns and the title of the year in {region}.",
            "\"{quote},\" {person} said on the stage in {town}.",
            "A {thing} has the word in her book, from {year} to our days. {small} foreign houses had bought it unread.",
            "The jury was of one mind.",
        ],
    ],
];

const THINGS: [&str; 40] = [
    "lantern",
    "organ",
    "bicycle",
    "glider",
    "clock",
    "printing press",
    "kiln",
    "harpsichord",
    "windmill",
    "tram",
    "telescope",
    "loom",
    "carousel",
    "bell",
    "compass",
    "barge",
    "locomotive",
    "globe",
    "violin",
    "turbine",
    "crane",
    "typewriter",
    "chandelier",
    "pump",
    "anvil",
    "sledge",
    "kite",
    "mosaic",
    "fountain",
    "accordion",
    "balloon",
    "greenhouse",
    "lighthouse lamp",
    "camera",
    "sextant",
    "piano",
    "beehive",
    "drawbridge",
    "cable car",
    "sundial",
];

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 5] = ["August", "September", "October", "November", "December"];

/// What people say. Two of them may say it alike, but not of the same things.
const SAYINGS: [&str; 12] = [
    "Nobody in the {noun} {did} before the {noun} was {state}",
    "My {kin} would have {did} at a {noun} like that, {state} or not",
    "We {did} for the {noun}, and then the {noun} was {state}",
    "There are worse things than a {state} {noun} and a {kin} who {did}",
    "I {did} once and I would do it for any {noun}, even a {state} one",
    "A {noun} does not ask whether your {kin} {did}",
    "It began with a {state} {noun} and a {noun} that nobody {did}",
    "You count every {noun} when the {kin} has {did}",
    "They promised a {noun}; what we got was a {state} {noun}",
    "Ask any {kin} here who {did} when the {noun} turned {state}",
    "The {noun} is {state}, the {noun} is not, and I have {did} enough",
    "As long as one {noun} stands no {kin} of mine has {did} in vain",
];
const NOUNS: &str = "letter kettle stairway ladder curtain ledger orchard cellar rooftop pillow shutter candle \
    suitcase harness doorbell fence blanket hallway saucer bucket mirror drawer thimble gutter \
    cupboard hinge quilt oven chimney lawn parcel railing attic spoon basket gate corridor wagon \
    bench stove";
const DONE: &str = "waited slept sung argued prayed laughed packed shouted knelt marched whistled danced wept \
    scrubbed hesitated gambled nodded stumbled bargained trembled listened apologised yawned cheered";
const STATES: &str = "cold empty painted crooked soaked frozen rusty borrowed crowded silent spotless mended locked \
    forgotten crumbling polished dusty sealed scorched tidy hollow patched lopsided bright";
const KIN: &str = "mother uncle grandfather daughter neighbour godmother brother aunt nephew teacher cousin landlady \
    apprentice sister widow foreman";

/// Somebody's words on an event.
fn saying(random: &mut Random) -> String {
    let mut said = (*random.one(&SAYINGS)).to_owned();
    for (slot, words) in [("{noun}", NOUNS), ("{did}", DONE), ("{state}", STATES), ("{kin}", KIN)] {
        let words: Vec<&str> = words.split_whitespace().collect();
        while said.contains(slot) {
            let word = *random.one(&words);
            said = said.replacen(slot, word, 1);
        }
    }
    said
}

/// A word that nobody has used: what names are made of.
fn coined(random: &mut Random, endings: &[&str]) -> String {
    const ONSETS: [&str; 20] = [
        "B", "Br", "D", "Dr", "F", "G", "Gr", "H", "K", "Kl", "L", "M", "N", "P", "R", "S", "St", "T", "V",
        "W",
    ];
    const MIDDLES: [&str; 16] =
        ["al", "and", "ar", "eb", "el", "en", "est", "id", "ild", "in", "ol", "om", "or", "ul", "und", "us"];
    format!("{}{}{}", random.one(&ONSETS), random.one(&MIDDLES), random.one(endings))
}

impl Event {
    /// Something new; its people and places may have been in the news before, `known` says which.
    pub(crate) fn of(random: &mut Random, known: Option<&Self>) -> Self {
        let mut places = vec![
            ("{person}", {
                let first = coined(random, &["a", "o", "e", "ik", "ina"]);
                format!("{first} {}", coined(random, &["sen", "berg", "mann", "quist", "ova", "ell"]))
            }),
            ("{town}", coined(random, &["stad", "ford", "hausen", "by", "mouth", "ville"])),
            ("{region}", coined(random, &["mark", "land", "shire", "gau"])),
            (
                "{firm}",
                format!(
                    "{} {}",
                    coined(random, &["ex", "on", "is", "um"]),
                    random.one(&["Group", "Brothers", "Line", "Media"])
                ),
            ),
            ("{ship}", coined(random, &["iana", "essa", "ora"])),
            (
                "{series}",
                format!(
                    "{} {}",
                    random.one(&["The Last", "Red", "Night", "Little", "Seven"]),
                    coined(random, &["ow", "er", "ing"])
                ),
            ),
        ];
        if let Some(known) = known {
            for (place, value) in &mut places {
                *value = known.place(place).to_owned();
            }
        }
        places.extend([
            ("{thing}", (*random.one(&THINGS)).to_owned()),
            ("{day}", (*random.one(&DAYS)).to_owned()),
            ("{month}", (*random.one(&MONTHS)).to_owned()),
            ("{number}", (30 + random.below(900)).to_string()),
            ("{small}", (2 + random.below(18)).to_string()),
            ("{year}", (1870 + random.below(130)).to_string()),
            ("{quote}", saying(random)),
        ]);
        let other = |kind: usize| known.is_some_and(|known| known.kind == kind);
        let kind = loop {
            let kind = random.below(KINDS.len());
            if !other(kind) {
                break kind;
            }
        };
        Self { kind, places }
    }

    fn place(&self, wanted: &str) -> &str {
        self.places.iter().find(|(place, _)| *place == wanted).map_or("", |(_, value)| value)
    }

    /// The event in the words of a voice.
    pub(crate) fn told(&self, voice: usize) -> Told {
        let fill = |text: &&str| {
            self.places.iter().fold((*text).to_owned(), |text, (place, value)| text.replace(place, value))
        };
        let [title, paragraphs @ ..] = &KINDS[self.kind][voice];
        Told { title: fill(title), paragraphs: paragraphs.iter().map(fill).collect() }
    }
}
