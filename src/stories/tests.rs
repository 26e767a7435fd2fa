//! Small invented news, a fact each.

use chrono::{DateTime, Duration, Utc};
use proptest::prelude::*;

use super::{Print, Settings, Window};
use crate::model::{Credit, CreditKind, Filing, Relation, StoryRecord};

mod scripts;

/// Hours after a fixed morning.
fn at(hours: f64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + Duration::days(20_000) + Duration::seconds((hours * 3600.0) as i64 + 61)
}

fn record(id: &str, source: &str, hours: f64, title: &str, text: &str) -> StoryRecord {
    StoryRecord {
        id: id.into(),
        url: Some(format!("https://{}.example/{id}", source.to_lowercase().replace(' ', "-"))),
        title: Some(title.into()),
        text: Some(text.into()),
        published: Some(at(hours)),
        source: Some(source.into()),
        ..StoryRecord::default()
    }
}

fn settled(records: &[StoryRecord]) -> Vec<Filing> {
    let mut window = Window::new(Settings { explain: true, ..Settings::default() });
    records.iter().map(|record| window.settle(record).0).collect()
}

/// Whether the second record joins the first one's story.
fn joins(one: &StoryRecord, two: &StoryRecord) -> bool {
    settled(&[one.clone(), two.clone()])[1].story == one.id
}

/// The likelihood of the nearest story, as the evidence tells it.
fn likelihood(evidence: &[String]) -> f64 {
    let (_, rest) = evidence[0].split_once("likelihood ").unwrap();
    rest[..4].parse().unwrap()
}

const FERRY: &str = "The car ferry Solveig ran aground on a sandbank off Brekstad early on Tuesday with 212 passengers aboard. \
    Nobody was hurt, the coastguard in Trondelag said. Captain Ingrid Moe had taken the northern channel because of fog. \
    \u{201c}We felt a long scrape and then everything stood still,\u{201d} said passenger Tor Aasen. \
    Three tugs were on their way from Kristiansund and the operator Fjordlinjen cancelled all crossings until Wednesday.";

#[test]
fn first_record_opens_its_own_story() {
    let filing = &settled(&[record("a", "Coast News", 0.0, "Ferry aground", FERRY)])[0];
    assert_eq!((filing.story.as_str(), filing.relation), ("a", Relation::Original));
}

#[test]
fn the_text_under_another_headline_is_a_copy() {
    let original = record("a", "Coast News", 0.0, "Ferry Solveig runs aground off Brekstad", FERRY);
    let other = record(
        "b",
        "Evening Mail",
        5.0,
        "212 stuck on a sandbank",
        &format!("BREKSTAD (Norsk Wire) - {FERRY} Share this article."),
    );
    let filing = &settled(&[original, other])[1];
    assert_eq!((filing.story.as_str(), filing.relation), ("a", Relation::Copy), "{:#?}", filing.evidence);
    assert!(filing.similarity > 0.8);
}

#[test]
fn a_text_cut_short_or_reordered_is_a_copy() {
    let original = record("a", "Coast News", 0.0, "Ferry Solveig runs aground off Brekstad", FERRY);
    let cut = record("b", "Evening Mail", 5.0, "Ferry aground", &FERRY[..240]);
    let turned: Vec<&str> = FERRY.split(". ").collect();
    let turned = turned.into_iter().rev().collect::<Vec<_>>().join(". ");
    let turned = record("c", "Morning Mail", 6.0, "Aground", &turned);
    let filings = settled(&[original, cut, turned]);
    assert!(filings[1..].iter().all(|f| f.story == "a" && f.relation == Relation::Copy), "{filings:#?}");
}

#[test]
fn other_words_for_the_same_news_are_a_rewrite() {
    let original =
        record("a", "Coast News", 0.0, "Ferry Solveig runs aground off Brekstad with 212 aboard", FERRY);
    let other = record(
        "b",
        "Evening Mail",
        3.0,
        "Passengers stranded as ferry Solveig hits sandbank near Brekstad",
        "More than 200 people waited for tugs on Tuesday after the Fjordlinjen ferry Solveig, under Captain Ingrid Moe, \
         grounded in fog near Brekstad. \u{201c}We felt a long scrape and then everything stood still,\u{201d} Tor Aasen said.",
    );
    let filing = &settled(&[original, other])[1];
    assert_eq!((filing.story.as_str(), filing.relation), ("a", Relation::Rewrite), "{:#?}", filing.evidence);
    assert!(filing.evidence.iter().any(|line| line.contains("quoted")), "{:#?}", filing.evidence);
}

#[test]
fn other_news_stays_apart() {
    let one = record("a", "Coast News", 0.0, "Ferry Solveig runs aground off Brekstad", FERRY);
    let two = record(
        "b",
        "Evening Mail",
        1.0,
        "Gouda cheese makers ask for help as milk prices climb",
        "Makers of Gouda cheese asked the ministry for support on Tuesday. Milk has become a third dearer since March.",
    );
    assert!(!joins(&one, &two));
}

#[test]
fn instalments_of_a_series_stay_apart() {
    let series = [
        ("Aries horoscope for Monday 4 May", "Aries horoscope for Tuesday 5 May"),
        (
            "Harbour Lights ratings: week 3 overnight figures",
            "Harbour Lights ratings: week 4 overnight figures",
        ),
        ("Aarhus weather: forecast for Friday", "Odense weather: forecast for Friday"),
        ("The Pilot season 2 episode 5 recap", "The Pilot season 2 episode 6 recap"),
    ];
    for (one, two) in series {
        let text =
            "Here is what you should know for the day, with all the numbers and the outlook as always.";
        assert!(
            !joins(&record("a", "Mail", 0.0, one, text), &record("b", "Post", 1.0, two, text)),
            "{one} / {two}"
        );
    }
}

#[test]
fn a_fuller_version_is_no_instalment_whatever_became_of_a_word_of_its_headline() {
    let more = "The coastguard has ordered an inquiry. Divers from Namsos will look at the hull once the weather allows. \
        A spokesman of Fjordlinjen promised every passenger a refund and a night in a hotel at the company's cost. \
        The sandbank has been marked on charts since 1962, and two fishing boats were stuck there last winter.";
    let one = record("a", "Coast News", 0.0, "Ferry Solveig predicament off Brekstad coast", FERRY);
    let text = format!("{FERRY} {more}");
    let two = record("b", "Coast News", 2.0, "Ferry Solveig calamity off Brekstad coast", &text);
    assert!(joins(&one, &two));
}

#[test]
fn one_source_with_one_headline_and_another_text_is_a_series() {
    let one = record("a", "Coast News", 0.0, "Morning briefing from the harbour desk", FERRY);
    let other = "The council of Oslo voted on Monday to close two bridges for repair. Cyclists may use the tunnel under \
        Akershus until autumn, deputy mayor Kari Lund told listeners, while lorries go around by the ring road.";
    let two = record("b", "Coast News", 24.0, "Morning briefing from the harbour desk", other);
    assert!(!joins(&one, &two));
}

#[test]
fn a_text_word_for_word_is_one_piece_in_every_script_whatever_stands_above_it() {
    let arabic = "\u{623}\u{639}\u{644}\u{646}\u{62a} \u{628}\u{644}\u{62f}\u{64a}\u{629} \u{627}\u{644}\u{645}\u{64a}\u{646}\u{627}\u{621} ";
    let words = [
        "\u{633}\u{641}\u{64a}\u{646}\u{629}",
        "\u{642}\u{627}\u{631}\u{628}",
        "\u{631}\u{635}\u{64a}\u{641}",
    ];
    let text: String = (0..40).map(|n| format!("{arabic}{} {n} ", words[n % 3])).collect();
    let one = record(
        "a",
        "Coast News",
        0.0,
        "\u{627}\u{644}\u{645}\u{64a}\u{646}\u{627}\u{621} \u{64a}\u{641}\u{62a}\u{62d}",
        &text,
    );
    let two =
        record("b", "Evening Mail", 3.0, "\u{642}\u{631}\u{627}\u{631} \u{62c}\u{62f}\u{64a}\u{62f}", &text);
    assert!(joins(&one, &two));
    let one = record("a", "Coast News", 0.0, "Ferry aground", FERRY);
    assert!(joins(&one, &record("b", "Evening Mail", 3.0, "What the night brought", FERRY)));
}

#[test]
fn what_a_source_puts_out_at_once_is_a_stack() {
    let one = format!(
        "{FERRY} Geologist Liv Holm of Trondelag University says that the sandbank off Brekstad moves."
    );
    let two = "Captain Ingrid Moe of the car ferry Solveig looks at the sandbank off Brekstad every spring, she says. \
        With Liv Holm of Trondelag University she has mapped the northern channel for the coastguard in Trondelag and \
        for Fjordlinjen. Tor Aasen, who was a passenger, was there too, and three tugs from Kristiansund.";
    let first = record("a", "Coast Blog", 0.0, "The Brekstad sandbank and the ferry Solveig", &one);
    let later = |source: &str, hours| record("b", source, hours, "A map of the channel off Brekstad", two);
    assert!(joins(&first, &later("Coast Blog", 3.0)));
    assert!(!joins(&first, &later("Coast Blog", 0.01)));
    assert!(joins(&first, &later("Evening Mail", 0.01)));
}

#[test]
fn the_same_address_with_the_same_text_is_the_same_story() {
    let one = record("a", "Coast News", 0.0, "Ferry aground", FERRY);
    let mut two = record("b", "Coast News", 30.0, "All passengers safe", FERRY);
    two.url = one.url.as_ref().map(|url| format!("{url}?utm_source=rss#x"));
    assert!(joins(&one, &two));
}

#[test]
fn anchors_of_one_page_stay_apart() {
    let notes = [
        ("", "The harbour cafe opens at seven from now on."),
        ("Old friend: Kari Lund", "Kari began with a stencil machine in the cellar of the school."),
        ("", "Fog this morning, and no sign of the mail boat."),
        ("Bridge works", "Both bridges close for repair; the tunnel stays open to cyclists."),
    ];
    let page = |(n, (title, text)): (usize, &(&str, &str))| StoryRecord {
        url: Some(format!("https://coast.example/2026/05/04#note{n}")),
        ..record(&n.to_string(), "Coast Notes", n as f64 * 0.2, title, text)
    };
    let records: Vec<StoryRecord> = notes.iter().enumerate().map(page).collect();
    let filings = settled(&records);
    assert!(filings.iter().all(|filing| filing.relation == Relation::Original), "{filings:#?}");
}

#[test]
fn what_one_source_lists_stays_apart() {
    let lists = [
        [
            ("Sky Harbour", "Sky Harbour was newly added and is playable"),
            ("Sky Harbour 2", "Sky Harbour 2 was newly added and is playable"),
            ("Harbour of War", "Harbour of War was newly added and is broken"),
            ("Sky Harbour", "Anti-cheat: Gatekeeper, Lockbox => Lockbox"),
            ("Sky Harbour", "Anti-cheat: Lockbox => Gatekeeper, Lockbox"),
        ],
        [
            (
                "Tillerdb 4.2.0beta1",
                "The Tillerdb team is pleased to release 4.2.0beta1. It needs Keel 12 or later and brings faster joins.",
            ),
            (
                "Tillerdb 4.2.0rc1",
                "The Tillerdb team is pleased to release 4.2.0rc1. It needs Keel 12 or later and brings faster joins.",
            ),
            (
                "Tillerdb 4.2.0",
                "The Tillerdb team is pleased to release 4.2.0. It needs Keel 12 or later and brings faster joins.",
            ),
            (
                "Tillerdb 4.1.9",
                "The Tillerdb team is pleased to release 4.1.9. It needs Keel 12 or later and mends two leaks.",
            ),
            (
                "Tillerdb 3.9.30",
                "The Tillerdb team is pleased to release 3.9.30, the last one of the third series.",
            ),
        ],
        [
            (
                "Kettle images: layers and the cache",
                "How Kettle builds an image layer by layer, and how the cache decides what is built again.",
            ),
            (
                "Kettle logs",
                "Where Kettle keeps the logs of a container, and how to follow them from the command line.",
            ),
            (
                "Kettle: entrypoint or command",
                "How Kettle starts a container: the entrypoint, the command, and what happens when both are given.",
            ),
            (
                "Kettle networks",
                "How Kettle containers find each other: bridge and host networks from the command line.",
            ),
            ("Kettle volumes", "How Kettle keeps files of a container on the host, and who may write them."),
        ],
    ];
    for list in lists {
        let records: Vec<StoryRecord> = (0_u8..)
            .zip(list)
            .map(|(n, (title, text))| record(&n.to_string(), "One Source", f64::from(n) * 5.0, title, text))
            .collect();
        let filings = settled(&records);
        let alone = filings.iter().all(|filing| filing.relation == Relation::Original);
        assert!(alone, "{filings:#?}");
    }
}

#[test]
fn one_source_brings_its_own_text_again() {
    let one = record("a", "Coast News", 0.0, "Ferry Solveig runs aground off Brekstad", FERRY);
    let again =
        record("b", "Coast News", 4.0, "212 aboard as ferry strands", &format!("{FERRY} More to follow."));
    assert!(joins(&one, &again));
}

#[test]
fn a_second_piece_of_one_source_is_less_likely_than_one_of_another() {
    let one = record("a", "Mail", 0.0, "Ferry Solveig aground", &FERRY[..FERRY.len() / 2]);
    let next =
        "A sandbank off Brekstad holds the Solveig. Captain Ingrid Moe waits for tugs from Kristiansund.";
    let likely = |source: &str| {
        let two = record("b", source, 2.0, "Solveig still on her sandbank", next);
        likelihood(&settled(&[one.clone(), two])[1].evidence)
    };
    assert!(likely("Mail") + 0.05 < likely("Post"), "{} {}", likely("Mail"), likely("Post"));
}

#[test]
fn of_what_is_like_nothing_only_the_nearest_is_told() {
    let unlike = [
        (
            "a",
            "Halvorsen rejects higher harbour dues",
            "Cargo firms in Bergen had asked for relief since spring, when grain and timber piled up on empty quays.",
        ),
        (
            "b",
            "School roof: Halvorsen promises repairs",
            "Pupils were taught in tents after the storm tore it off; plumbers and carpenters begin work in August.",
        ),
        (
            "c",
            "Tram fares rise, says Halvorsen",
            "A monthly pass costs forty kroner more from January, while students travel free after lectures.",
        ),
        (
            "d",
            "Halvorsen opens bridge",
            "Cyclists crossed the fjord at Lund for the first time, cheered by choirs, scouts and a brass band.",
        ),
    ];
    let records: Vec<StoryRecord> = unlike
        .iter()
        .map(|(id, title, text)| record(id, &format!("Paper {id}"), 60.0, title, text))
        .collect();
    let told = &settled(&records)[3];
    let near = told.evidence.iter().filter(|line| line.contains("near, not joined; likelihood"));
    assert_eq!((told.relation, near.count()), (Relation::Original, 1), "{told:#?}");
}

#[test]
fn one_name_in_common_is_no_story() {
    let pairs = [
        (
            (
                "Quiet Meadow trailer shows a chase across the roofs",
                "Two minutes of tiles and one calm pigeon: the star does most of the running in person, as the insurers found out late.",
            ),
            (
                "Ursa Abel on learning to fence for Quiet Meadow",
                "Six months of lessons left bruises in places that cannot be named here. The sword was made of rubber, the instructor was not.",
            ),
        ),
        (
            (
                "Council for Peace presses the militia on disarmament",
                "Direct talks last week came as officials tried to find a way out of the question of the weapons, fearing that the truce collapses.",
            ),
            (
                "Moreno declines a seat in the Council for Peace",
                "Marta Moreno said she had turned down an invitation to join, since her country recognises both sides.",
            ),
        ),
    ];
    for ((title_one, one), (title_two, two)) in pairs {
        let records = [record("a", "Mail", 0.0, title_one, one), record("b", "Post", 1.0, title_two, two)];
        let filing = settled(&records).remove(1);
        assert_eq!(filing.story, "b", "{:#?}", filing.evidence);
    }
}

#[test]
fn a_piece_that_fits_a_story_of_copies_worse_than_they_did_is_less_likely() {
    let copies = ["Coast News", "Evening Mail", "Morning Post"];
    let mut records: Vec<StoryRecord> = (0_u8..)
        .zip(copies)
        .map(|(n, source)| {
            record(&n.to_string(), source, f64::from(n), "Ferry Solveig runs aground off Brekstad", FERRY)
        })
        .collect();
    let other = "An operator parts with an old ship: a yard abroad will break the ferry up this summer, and a newer \
        one takes over the crossings from Brekstad.";
    records.push(record("other", "Times", 10.0, "Ferry Solveig sold for scrap", other));
    let likely = |misfit: f64| {
        let mut window = Window::new(Settings { explain: true, misfit, ..Settings::default() });
        let filings: Vec<Filing> = records.iter().map(|record| window.settle(record).0).collect();
        assert!(filings[1..3].iter().all(|filing| filing.story == "0"));
        likelihood(&filings[3].evidence)
    };
    let (with, without) = (likely(Settings::default().misfit), likely(0.0));
    assert!(with + 0.02 < without, "{with} {without}");
}

#[test]
fn days_apart_speak_against() {
    let title = "Minister Halvorsen visits Brekstad harbour";
    let near = joins(
        &record("a", "Mail", 0.0, title, ""),
        &record("b", "Post", 1.0, "Minister Halvorsen visits Brekstad", ""),
    );
    let far = joins(&record("a", "Mail", 0.0, title, ""), &record("b", "Post", 120.0, title, ""));
    assert!(near && !far, "near {near}, far {far}");
}

#[test]
fn what_left_the_window_is_forgotten() {
    let mut window = Window::new(Settings::default());
    for n in 0..40 {
        window.settle(&record(&format!("r{n}"), "Mail", f64::from(n) * 12.0, "Ferry aground", FERRY));
    }
    assert!(window.len() <= 9, "{}", window.len());
    let mut window = Window::new(Settings { window_records: 5, ..Settings::default() });
    for n in 0..40 {
        window.settle(&StoryRecord {
            id: format!("r{n}"),
            title: Some(format!("Title {n}")),
            ..StoryRecord::default()
        });
    }
    assert_eq!(window.len(), 5);
}

#[test]
fn a_window_filled_from_prints_decides_like_the_first() {
    let records: Vec<StoryRecord> = (0..12)
        .map(|n| {
            record(
                &format!("r{n}"),
                "Mail",
                f64::from(n),
                &format!("Ferry number {n} aground"),
                &FERRY[n as usize * 20..],
            )
        })
        .collect();
    let mut first = Window::new(Settings::default());
    let mut second = Window::new(Settings::default());
    for record in &records[..8] {
        let (_, print) = first.settle(record);
        let kept = serde_json::to_string(&print).unwrap();
        second.add(serde_json::from_str::<Print>(&kept).unwrap());
    }
    for record in &records[8..] {
        assert_eq!(first.settle(record), second.settle(record));
    }
}

#[test]
fn a_renewed_print_is_found_by_its_new_words_and_keeps_its_place() {
    let mut first = Window::new(Settings::default());
    let (_, had) = first.settle(&record("a", "Coast News", 0.0, "Ferry aground", "More soon."));
    let mut second = Window::new(Settings::default());
    let renewed =
        second.renew(&record("a", "Coast News", 0.0, "Ferry Solveig runs aground off Brekstad", FERRY), &had);
    assert_eq!((renewed.story.as_str(), renewed.place), ("a", had.place));
    second.add(renewed);
    let later = record("b", "Mail", 2.0, "Tugs called", FERRY);
    assert_eq!(first.settle(&later).0.story, "b");
    assert_eq!(second.settle(&later).0.story, "a");
}

#[test]
fn a_print_of_another_version_is_not_read() {
    let (_, print) =
        Window::new(Settings::default()).settle(&record("a", "Mail", 0.0, "Ferry aground", FERRY));
    let mut kept = print.kept().unwrap();
    assert_eq!(Print::from_kept(&kept), Some(print));
    kept[0] += 1;
    assert_eq!(Print::from_kept(&kept), None);
    assert_eq!(Print::from_kept(&[]), None);
}

#[test]
fn a_later_report_joins_two_stories_under_the_elder_id() {
    let mut window = Window::new(Settings::default());
    let half = FERRY.len() / 2;
    window.settle(&record("a", "Mail", 0.0, "Ferry Solveig aground", &FERRY[..half]));
    let (apart, _) =
        window.settle(&record("b", "Post", 1.0, "Tugs called from Kristiansund", &FERRY[half..]));
    assert_eq!(apart.story, "b");
    let (both, _) = window.settle(&record("c", "Times", 2.0, "Ferry aground, tugs called", FERRY));
    assert_eq!((both.story.as_str(), both.merges.as_slice()), ("a", ["b".to_owned()].as_slice()));
    let (after, _) = window.settle(&record("d", "Sun", 3.0, "Tugs called", &FERRY[half..]));
    assert_eq!(after.story, "a");
}

#[test]
fn a_credit_counts() {
    let title_one = "Solveig inquiry hears captain";
    let mut two =
        record("b", "Post", 2.0, "Captain questioned over grounding", "The captain answered questions.");
    let one = record("a", "Coast News", 0.0, title_one, "Captain Moe faced the inquiry about the ship.");
    let plain = settled(&[one.clone(), two.clone()])[1].evidence.join("\n");
    two.credits = vec![Credit {
        name: "Coast News".into(),
        url: None,
        kind: CreditKind::Source,
        evidence: String::new(),
    }];
    let credited = settled(&[one, two])[1].evidence.join("\n");
    assert!(!plain.contains("credits the other") && credited.contains("credits the other"), "{credited}");
}

/// A record without a time.
fn undated(id: &str, source: &str, title: &str, text: &str) -> StoryRecord {
    StoryRecord { published: None, ..record(id, source, 0.0, title, text) }
}

#[test]
fn another_name_in_the_same_place_is_other_news() {
    let bout = |opponent: &str, town: &str| {
        format!(
            "Champion Rurik Vasko kept his heavyweight belts on Saturday when he stopped {opponent} in {town}. It was \
            the tenth defence of the titles for Vasko, who dominated the early rounds with his jab."
        )
    };
    let one = undated("a", "Mail", "Vasko stays champion", &bout("Harlan Pryce", "Mannheim"));
    let again = "Rurik Vasko retained his heavyweight belts, beating Harlan Pryce in Mannheim on Saturday with hard \
        jabs. The champion has defended them ten times.";
    assert!(joins(&one, &undated("b", "Post", "Champion Vasko keeps belts", again)));
    let other = again.replace("Harlan Pryce", "Denzel Oakes").replace("Mannheim", "Cologne");
    let filing = |text: &str| {
        let two = undated("b", "Post", "Champion Vasko keeps belts", text);
        settled(&[one.clone(), two]).remove(1).evidence
    };
    let (same, other) = (filing(again), filing(&other));
    assert!(likelihood(&other) < likelihood(&same), "{same:#?} {other:#?}");
    let says = |evidence: &[String], what: &str| evidence.iter().any(|line| line.contains(what));
    assert!(
        says(&other, "full names that differ: 1") && !says(&same, "full names that differ"),
        "{other:#?}"
    );
}

#[test]
fn days_stand_in_for_a_time_that_is_missing() {
    let patch = |day: &str| {
        format!(
            "The maker issued an emergency patch for its browser {day}. Attackers had used a flaw in it to take over computers."
        )
    };
    let one = undated("a", "Mail", "Emergency patch for browser", &patch("on Wednesday, September 17"));
    let told = |two: StoryRecord| settled(&[one.clone(), two])[1].evidence.join("\n");
    let again = |day: &str| {
        format!("A flaw let attackers take over computers; {day} its maker mended the browser in a hurry.")
    };
    let on = |day: &str| told(undated("b", "Post", "Browser mended in a hurry", &again(day)));
    let (same, other, neither) = (on("on 18 September 2013"), on("on Monday"), on("at last"));
    assert!(same.contains("dates named in common") && !same.contains("other days"), "{same}");
    assert!(other.contains("other days named") && !other.contains("dates named"), "{other}");
    assert!(!neither.contains("dates named") && !neither.contains("other days named"), "{neither}");
    // Where times are known they say more.
    let dated = record("a", "Mail", 0.0, "Emergency patch for browser", &patch("on Wednesday"));
    let next = record("b", "Post", 2.0, "Browser mended in a hurry", &again("on Monday"));
    assert!(!settled(&[dated, next])[1].evidence.join("\n").contains("other days named"));
}

#[test]
fn without_times_likeness_to_all_members_decides() {
    let first = "Champion Rurik Vasko stopped Harlan Pryce in Mannheim and kept his heavyweight belts with hard jabs.";
    let second = "Rurik Vasko beat Harlan Pryce: the heavyweight champion of Mannheim keeps all belts.";
    let third =
        "Champion Vasko, who kept his belts with jabs, opens a gym for children by the harbour of Cologne.";
    let likely = |hours: Option<f64>, mean_share: f64| {
        let mut window = Window::new(Settings { explain: true, mean_share, ..Settings::default() });
        let records = [("a", first), ("b", second), ("c", third)].map(|(id, text)| StoryRecord {
            title: Some(text.split_inclusive(' ').take(2).collect()),
            published: hours.map(at),
            ..record(id, &format!("Outlet {id}"), 0.0, "Vasko", text)
        });
        let filings = records.map(|record| window.settle(&record).0);
        assert_eq!(filings[1].story, "a");
        likelihood(&filings[2].evidence)
    };
    assert!(likely(Some(30.0), 0.1) > likely(Some(30.0), 0.9));
    assert_eq!(likely(None, 0.1).to_bits(), likely(None, 0.9).to_bits());
}

#[test]
fn what_happened_next_to_the_same_people_is_other_news() {
    let one = record("a", "Mail", 0.0, "Ferry Solveig runs aground off Brekstad", FERRY);
    let next = "Captain Ingrid Moe has written a novel. The book is called Low Water and comes out in Kristiansund, \
        where Fjordlinjen has its seat; a first printing of 900 copies is sold out. Readers from Brekstad to \
        Trondelag ask whether the Solveig appears in it. \u{201c}She is on every page,\u{201d} Moe told a bookshop \
        crowd, and signed until midnight.";
    let next = record("b", "Post", 30.0, "Ingrid Moe of the Solveig turns to fiction", next);
    let filings = settled(&[one.clone(), next]);
    assert_eq!(filings[1].story, "b", "{:#?}", filings[1].evidence);
    let rewrite = "A sandbank off Brekstad stopped the Solveig on Tuesday. The coastguard counted 212 passengers, none of \
        them hurt. Captain Ingrid Moe blamed fog in the northern channel, and tugs from Kristiansund are to pull the \
        ferry free. Fjordlinjen has cancelled its crossings.";
    let rewrite = record("c", "Post", 5.0, "Fog and a sandbank: 212 wait for tugs", rewrite);
    assert!(joins(&one, &rewrite));
}

#[test]
fn the_same_figures_count_for_one_story_and_others_against() {
    let brief = |figures: [u32; 3]| {
        let [paid, shops, jobs] = figures;
        format!(
            "The grocer will pay {paid} million for the chain, which runs {shops} shops and employs {jobs} people \
            in the north, both said on Monday."
        )
    };
    let one = undated("a", "Mail", "Grocer buys northern chain", &brief([340, 87, 2_150]));
    let likely = |two: &StoryRecord| settled(&[one.clone(), two.clone()])[1].evidence.join("\n");
    let deal = |[paid, shops, jobs]: [u32; 3]| {
        let text = format!(
            "With {shops} markets and a staff of {jobs} the northern chain of shops changes hands. Its buyer, a grocer, \
            told investors on Monday that the price was {paid} million."
        );
        undated("b", "Post", "Northern chain of shops sold", &text)
    };
    let (same, other) = (likely(&deal([340, 87, 2_150])), likely(&deal([95, 12, 400])));
    assert!(!same.contains("figures that differ"), "{same}");
    assert!(other.contains("figures that differ"), "{other}");
}

#[test]
fn a_time_of_day_is_no_figure() {
    let print = |text: &str| Window::new(Settings::default()).settle(&undated("a", "Mail", "Ferry", text)).1;
    assert_eq!(print("At 07:44 the ferry with 212 aboard struck.").figures.len(), 1);
    assert_eq!(print("The ferry with 212 aboard struck at a ratio of 7 to 44.").figures.len(), 3);
}

#[test]
fn headlines_of_other_pieces_are_not_read() {
    let print = |text: &str| Window::new(Settings::default()).settle(&undated("a", "Mail", "Ferry", text)).1;
    let plain = print("The ferry sank.");
    assert_eq!(
        print("The ferry sank. RELATED: Ten shows for the weekend. Read more: A gale.").terms,
        plain.terms
    );
    assert_ne!(print("The ferry sank. It is a related matter: A gale.").terms, plain.terms);
}

#[test]
fn furniture_is_not_read() {
    let one = "Sign up for our daily newsletter and never miss a story. This website uses cookies to give you the best experience.";
    let print = |title: &str| {
        let mut window = Window::new(Settings::default());
        window.settle(&record("a", "Mail", 0.0, title, one)).1
    };
    assert!(print("Ferry aground").terms.len() <= 2, "only the headline is left");
}

#[test]
fn a_print_is_small() {
    let mut window = Window::new(Settings::default());
    let long = (0..3_000).map(|n| format!("word{n} ")).collect::<String>();
    let print = window.settle(&record("a", "Mail", 0.0, "Ferry aground", &long)).1;
    assert!(print.bytes() < 1_400, "{}", print.bytes());
}

#[test]
fn texts_without_spaces_are_compared_too() {
    let one = record("a", "甲", 0.0, "東京で大規模停電、復旧は明日以降の見通し", "");
    let two = record("b", "乙", 1.0, "東京で大規模停電 復旧は明日以降", "");
    assert!(joins(&one, &two));
}

proptest! {
    #[test]
    fn settling_never_panics(texts in proptest::collection::vec(("\\PC{0,80}", "\\PC{0,300}", proptest::option::of(-400_000_i64..400_000)), 0..12)) {
        let mut window = Window::new(Settings { explain: true, ..Settings::default() });
        for (n, (title, text, time)) in texts.into_iter().enumerate() {
            let published = time.map(|seconds| at(0.0) + Duration::seconds(seconds));
            let record = StoryRecord { id: n.to_string(), title: Some(title), text: Some(text), published, ..StoryRecord::default() };
            let (filing, print) = window.settle(&record);
            prop_assert!((0.0..=1.0).contains(&filing.similarity));
            prop_assert_eq!(filing.story, print.story);
        }
    }

    #[test]
    fn the_order_of_unrelated_records_does_not_matter(turn in 0_usize..4) {
        let titles = ["Ferry Solveig aground off Brekstad", "Gouda cheese prices climb", "Brekstad: passenger ferry Solveig aground", "Oslo closes two bridges"];
        let mut records: Vec<StoryRecord> =
            titles.iter().enumerate().map(|(n, title)| record(&n.to_string(), &format!("Source {n}"), 0.0, title, "")).collect();
        records.rotate_left(turn);
        let filings = settled(&records);
        let story = |id: &str| {
            let at = records.iter().position(|record| record.id == id).unwrap_or_default();
            filings[at].story.clone()
        };
        prop_assert_eq!(story("0"), story("2"));
        prop_assert_ne!(story("0"), story("1"));
        prop_assert_ne!(story("1"), story("3"));
    }
}
