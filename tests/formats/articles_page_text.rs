//! Page text: dumps of other shapes than the fixture's, and the facts that must come out of them.

use chrono::{DateTime, Utc};
use copydesk::articles::{Rule, parse};
use copydesk::model::{Article, Outlet};
use proptest::prelude::*;

fn of(text: &str) -> Article {
    let known = ["Digital Spy", "Harbour Gazette"].map(|name| Outlet { name: name.into(), home: None });
    let results = parse("a.txt", text.as_bytes(), None, None, &Rule::default(), &known);
    results.into_iter().next().unwrap().unwrap_or_else(|bad| panic!("{bad}"))
}

fn paragraphs(article: &Article) -> Vec<String> {
    let body = &article.entry.content.as_ref().unwrap().value;
    body.lines().map(|line| line.replace("<p>", "").replace("</p>", "")).collect()
}

#[test]
fn last_line_is_the_section_with_and_without_a_newline() {
    let text = "Headline\nA first paragraph of the text.\nSource: Digital Spy\nAnother headline from the page\nMore in TV News";
    for ending in ["", "\n", "\r\n", "\n\n \n"] {
        let article = of(&format!("{text}{ending}"));
        assert_eq!(article.sections, ["TV News"]);
        assert_eq!(article.related, ["Another headline from the page"]);
        assert_eq!(paragraphs(&article), ["A first paragraph of the text."]);
    }
}

#[test]
fn text_without_any_furniture_is_all_body() {
    let article = of(
        "Headline\nFirst paragraph.\n\"A quotation without anybody's name.\"\nLast paragraph, on 30 September 2016.",
    );
    assert_eq!(paragraphs(&article).len(), 3);
    assert!(article.credits.is_empty() && article.related.is_empty() && article.sections.is_empty());
}

#[test]
fn date_in_a_sentence_is_never_the_date_of_publication() {
    let text = "Headline\nThe series starts on 30 September 2016.";
    let time: DateTime<Utc> = "2020-01-02T03:04:05Z".parse().unwrap();
    let read = |file_time, rule: &Rule| {
        parse("a.txt", text.as_bytes(), None, file_time, rule, &[]).remove(0).unwrap()
    };
    assert_eq!(read(None, &Rule::default()).entry.published, None);
    assert_eq!(read(Some(time), &Rule::default()).entry.published, Some(time));
    let dated = Rule { published: Some("2019-01-01T00:00:00Z".parse().unwrap()), ..Rule::default() };
    assert_eq!(read(Some(time), &dated).entry.published, dated.published);
    assert_eq!(paragraphs(&read(None, &dated)), ["The series starts on 30 September 2016."]);
}

#[test]
fn date_line_in_the_head_is_what_it_says_in_any_language() {
    for (line, expected) in [
        ("17 August 2016", "2016-08-17T00:00:00+00:00"),
        ("Published: 2016-08-17 10:00", "2016-08-17T10:00:00+00:00"),
        ("Aug 17, 2016, 5:30 PM", "2016-08-17T17:30:00+00:00"),
        ("Stand: 17.08.2016, 10:05 Uhr", "2016-08-17T10:05:00+00:00"),
        ("Publié le 17 août 2016 à 10:05", "2016-08-17T10:05:00+00:00"),
        ("Publicado el 17 de agosto de 2016", "2016-08-17T00:00:00+00:00"),
        ("17 августа 2016, 10:05", "2016-08-17T10:05:00+00:00"),
        ("2016年8月17日 10:05", "2016-08-17T10:05:00+00:00"),
    ] {
        let article = of(&format!(
            "Headline of the harbour\n{line}\nThe harbour opens again on 30 September 2016, the town says."
        ));
        let published = article.entry.published.map(|time| time.to_rfc3339());
        assert_eq!(published.as_deref(), Some(expected), "{line}");
        assert_eq!(paragraphs(&article).len(), 1, "{line}");
        assert!(article.entry.summary.is_none(), "{line}");
    }
}

#[test]
fn sidecar_wins_over_rule_and_file_time() {
    let rule = Rule { published: Some("2019-01-01T00:00:00Z".parse().unwrap()), ..Rule::default() };
    let sidecar = "published = 2016-08-17T18:20:00Z\nurl = \"https://desk.example/a\"\nsection = \"film\"\n[[credits]]\nname = \"digital spy\"\nurl = \"https://ds.example/1\"";
    let known = [Outlet { name: "Digital Spy".into(), home: None }];
    let text = "Headline\nA paragraph.\nSource: Digital Spy\nMore in TV News";
    let article =
        parse("a.txt", text.as_bytes(), Some(sidecar), rule.published, &rule, &known).remove(0).unwrap();
    assert_eq!(article.entry.published.unwrap().to_rfc3339(), "2016-08-17T18:20:00+00:00");
    assert_eq!(article.entry.link.as_deref(), Some("https://desk.example/a"));
    assert_eq!(article.sections, ["film"]);
    let credit = &article.credits[0];
    assert_eq!((article.credits.len(), credit.name.as_str()), (1, "Digital Spy"));
    assert_eq!(
        (credit.url.as_deref(), credit.evidence.as_str()),
        (Some("https://ds.example/1"), "Source: Digital Spy")
    );
}

#[test]
fn what_stands_above_the_headline_is_not_the_headline() {
    const BODY: &str = "The harbour was closed for two days after the storm, and the ferries stayed in. \
        Nobody was hurt, the harbour master said on Monday evening.";
    for (above, headline, below) in [
        ("", "Harbour closed", "The harbour master says that the ferries come first\n"),
        ("", "Harbour stays closed for two days after storm", "By Alex Field\n"),
        ("", "Harbour closed", "Alex Field\n12 May 2026\n"),
        ("Panorama\n", "Harbour stays closed for two days after storm", ""),
        ("Panorama\n", "Harbour closed", "By Alex Field\n"),
        ("Water sports\nNorth\n", "Harbour stays closed for two days after storm", "By Alex Field\n"),
        ("EN DIRECT\n", "\u{ab} The ferries stay in until Friday \u{bb}", "12 May 2026\n"),
        (
            "Home > News > North\n",
            "Harbour stays closed for two days after storm",
            "A deck of the text without a stop\n",
        ),
        (
            "Skip to main content\nSubscribe\nSign in\nNews\nSport\nCulture\nUK edition\n",
            "Harbour stays closed for two days after storm",
            "By Alex Field\n12 May 2026\n",
        ),
        (
            "Menu\nSearch\nNews\nSport\nFive charged over museum theft\nTuesday, 12 May 2026\n",
            "Harbour stays closed for two days after storm",
            "By Alex Field\n",
        ),
    ] {
        let article = of(&format!("{above}{headline}\n{below}{BODY}\n{BODY}x\n"));
        assert_eq!(
            article.entry.title.as_ref().map(|title| title.value.as_str()),
            Some(headline),
            "{above}{headline}"
        );
        let dropped = article.dropped.iter().filter(|line| line.why == "above the headline").count();
        assert_eq!(dropped, above.lines().count(), "{above}{headline}");
    }
    // Of scripts without spaces as well.
    let article = of(
        "\u{8a18}\u{8005}\u{306e}\u{76ee}\n嵐のあと、港は二日間閉鎖されフェリーも欠航\n2026年6月15日\n嵐のあと、港は二日間閉鎖された。フェリーはすべて欠航となり、けが人はいなかったと港の責任者が話した。\n",
    );
    assert_eq!(
        article.entry.title.as_ref().map(|title| title.value.as_str()),
        Some("嵐のあと、港は二日間閉鎖されフェリーも欠航")
    );
}

/// A page's text with lines between two paragraphs, or behind them.
fn with(language: &str, lines: &str, behind: bool) -> Article {
    let prose = match language {
        "en" => {
            "The harbour was closed for two days after the storm, and the ferries stayed in until Monday."
        }
        "de" => {
            "Der Hafen blieb nach dem Sturm zwei Tage lang geschlossen, und die F\u{e4}hren fuhren erst am Montag wieder."
        }
        "fr" => {
            "Le port est rest\u{e9} ferm\u{e9} pendant deux jours apr\u{e8}s la temp\u{ea}te, et les ferries sont rest\u{e9}s \u{e0} quai."
        }
        "es" => {
            "El puerto estuvo cerrado dos d\u{ed}as despu\u{e9}s de la tormenta, y los barcos no salieron hasta el lunes."
        }
        "pl" => {
            "Port by\u{142} zamkni\u{119}ty przez dwa dni po burzy, a promy nie wyp\u{142}yn\u{119}\u{142}y a\u{17c} do poniedzia\u{142}ku."
        }
        _ => {
            "嵐のあと、港は二日間閉鎖された。フェリーはすべて欠航となり、けが人はいなかったと港の責任者が話した。"
        }
    };
    let last = if behind { "" } else { prose };
    let above: String = (1..10).map(|at| format!("({at}) {prose}\n")).collect();
    of(&format!("The storm and the harbour that stayed closed\n{above}{lines}\n{last}\n"))
}

#[test]
fn lists_of_the_article_stay_and_lists_of_the_page_go() {
    for (language, behind, lines, kept) in [
        ("en", false, "Ingredients\n2 cups dried beans, soaked\n1 lime\nsalt\nPreparation", true),
        ("de", true, "Zutaten (4 Personen)\n250 g Mehl\n1 Prise Salz\netwas Butter", true),
        ("fr", true, "Pour la p\u{e2}te\n200 g de farine\n3 \u{153}ufs\n10 cl de lait", true),
        (
            "es",
            false,
            "Lo m\u{e1}s importante\nLa participaci\u{f3}n roza el 71 %\nDos locales abrieron tarde",
            true,
        ),
        (
            "de",
            true,
            "Tore: 0:1 Leopold (11.), 1:1 Eggestein (58.)\nGelbe Karten: Wahl, Smith, Mets\nZuschauer: 29.546",
            true,
        ),
        ("pl", true, "Rak\u{f3}w \u{2013} Widzew 1:1 (1:1)\nBramki: 0:1 Sypek (14), 1:1 Crnac (45)", true),
        ("ja", false, "「膝ですよ。五十年やったら飽きるかと思ったら飽きない」", true),
        (
            "de",
            false,
            "Lesen Sie auch\nWarum die Bahn nach Horb nie fertig wird\nEin Lokf\u{fc}hrer erz\u{e4}hlt von der Strecke",
            false,
        ),
        ("fr", false, "\u{c0} lire aussi :\nComment fonctionne l'\u{e9}chelle des risques", false),
        ("ja", false, "【関連記事】線路の斜面、点検は年1回", false),
        ("es", true, "Con informaci\u{f3}n de EFE", false),
        ("en", true, "With files from The Associated Press", false),
        ("pl", false, "Gikiewicz obroni\u{142} dwa rzuty karne fot. Newspix", false),
    ] {
        let article = with(language, lines, behind);
        let body = &article.entry.content.as_ref().unwrap().value;
        let has = |line: &&str| body.contains(line.trim_start_matches("\u{2022}"));
        let found = lines.lines().filter(has).count();
        assert_eq!(found, if kept { lines.lines().count() } else { 0 }, "{language}: {lines}\n{body}");
    }
}

#[test]
fn heads_of_entries_stay_and_the_author_is_told_from_a_note() {
    let entry = |time: &str, head: &str| {
        format!(
            "{time}\n{head}\nAt {time} the harbour master says that nobody was hurt and that the ferries stay in.\nShare\n"
        )
    };
    let lines = entry("18:42", "Power cuts in Mayo")
        + &entry("18:20", "Man dies in Donegal")
        + &entry("17:55", "Roof lifted");
    let article = with("en", &lines, true);
    let body = &article.entry.content.as_ref().unwrap().value;
    for head in ["Power cuts in Mayo", "Man dies in Donegal", "Roof lifted"] {
        assert!(body.contains(&format!("<h2>{head}</h2>")), "{head}: {body}");
    }
    let text = "The storm and the harbour that stayed closed\nHannah Whitlock and Imran Sadiq\nLeeds - 21 Oct 2026 - 06.00 BST\n\
        The harbour was closed for two days after the storm, and the ferries stayed in.\n\
        Nobody was hurt, the harbour master said on Monday evening, and went home.\nImran Sadiq is a reporter in Leeds.\n";
    let article = of(text);
    let authors: Vec<&str> =
        article.entry.authors.iter().filter_map(|author| author.name.as_deref()).collect();
    assert_eq!(authors, ["Hannah Whitlock", "Imran Sadiq"]);
    assert_eq!(
        article.entry.published.map(|time| time.date_naive().to_string()).as_deref(),
        Some("2026-10-21")
    );
    assert!(!article.entry.content.as_ref().unwrap().value.contains("reporter in Leeds"));
}

#[test]
fn bylines_name_their_authors_in_scripts_without_capitals() {
    for (byline, name) in [("聞き手・森下遼", "森下遼"), ("森下遼", "森下遼"), ("김민수 기자", "김민수")]
    {
        let article = of(&format!(
            "嵐のあと、港は二日間閉鎖されフェリーも欠航\n{byline}\n2026年6月15日 18時42分\n嵐のあと、港は二日間閉鎖された。フェリーはすべて欠航となり、けが人はいなかったと港の責任者が話した。\n"
        ));
        let authors: Vec<&str> =
            article.entry.authors.iter().filter_map(|author| author.name.as_deref()).collect();
        assert_eq!(authors, [name], "{byline}");
    }
    let article = of(
        "المجلس البلدي يغلق المسبح نهائيا\nبقلم جو فيلد\n4 مايو 2026\nصوت المجلس البلدي يوم الثلاثاء على إغلاق المسبح نهائيا منهيا نزاعا استمر منذ عام 2019.\n",
    );
    let authors: Vec<&str> =
        article.entry.authors.iter().filter_map(|author| author.name.as_deref()).collect();
    assert_eq!(authors, ["جو فيلد"]);
}

#[test]
fn captions_and_teasers_between_paragraphs_are_furniture() {
    let article = of(
        "Anna Lind returns to Harbour Nights\nAnna Lind and Bo Falk in Harbour Nights\nShe is back, and she is not amused.\n\
        Anna Lind at the premiere in Ghent\nVidora\n\"I never left the harbour,\" said Lind.\nRelated: Ten things about Harbour Nights\n\
        READ NEXT\nWhy the harbour froze over twice\nBo Falk as the captain.\nThe new season has ten parts.\nCourtesy of Vidora / Getty Images\n\
        Harbour Nights is available on Vidora.\nSource: Harbour Gazette",
    );
    let expected = [
        "She is back, and she is not amused.",
        "\"I never left the harbour,\" said Lind.",
        "The new season has ten parts.",
        "Harbour Nights is available on Vidora.",
    ];
    assert_eq!(paragraphs(&article), expected);
    assert_eq!(article.related, ["Ten things about Harbour Nights", "Why the harbour froze over twice"]);
    assert_eq!(article.credits[0].name, "Harbour Gazette");
}

#[test]
fn crossheads_and_lists_stay_in_the_body() {
    let article = of(
        "Headline of the guide\nHere is what we know of the plan.\nWhen it begins\nIt begins in spring.\n\
        These are the parts:\nHarbour Nights\nCopper Lane\nMore soon, we are told.\nSource: Digital Spy",
    );
    let body = &article.entry.content.as_ref().unwrap().value;
    assert!(body.contains("<h2>When it begins</h2>"), "{body}");
    assert!(body.contains("<ul>\n<li>Harbour Nights</li>\n<li>Copper Lane</li>\n</ul>"), "{body}");
}

#[test]
fn hard_wrapped_archive_text_is_joined() {
    let article = of(
        "Headline\n\nThe first paragraph of this old text was wrapped at a width\nof some sixty signs, as a teleprinter would have done it at\nthe time.\n\n\
        The second paragraph was wrapped at the very same width, and\nit ends here.\n\nSource: Digital Spy\n",
    );
    assert_eq!(paragraphs(&article).len(), 2, "{:?}", paragraphs(&article));
    assert!(paragraphs(&article)[1].ends_with("width, and it ends here."));
}

#[test]
fn glued_names_part_in_headline_body_and_foot() {
    let article = of(
        "Iron Tide and Salt House: what comes next\nShe talked with Digital SpySalt House star Anna Lind.\n\
        First comes Iron TideThe Wardens follows a year later.Source: Digital SpyFive harbours we would move to",
    );
    assert_eq!(
        paragraphs(&article),
        [
            "She talked with Digital Spy Salt House star Anna Lind.",
            "First comes Iron Tide The Wardens follows a year later."
        ]
    );
    assert_eq!(article.credits[0].evidence, "Source: Digital Spy");
    assert_eq!(article.related, ["Five harbours we would move to"]);
}

#[test]
fn markup_in_a_text_is_text() {
    let article = of("Headline <b>\nThe tag <script>alert(1)</script> & others are shown as they are.");
    assert!(
        article
            .entry
            .content
            .as_ref()
            .unwrap()
            .value
            .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; others")
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_panics_and_words_of_paragraphs_are_never_lost(text in "(\\PC{0,40}\n){0,8}") {
        for path in ["a.txt", "a.md", "a.html", "a.json", "a.ndjson"] {
            let _ = parse(path, text.as_bytes(), None, None, &Rule::default(), &[]);
        }
        let kept = of(&format!("Headline\n{text}\nThis very sentence ends the text with a stop.\nSource: Digital Spy\n"));
        prop_assert!(kept.entry.content.as_ref().unwrap().value.contains("This very sentence ends the text"));
    }

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        for path in ["a.txt", "a.md", "a.html", "a.json", "a.ndjson"] {
            let _ = parse(path, &bytes, std::str::from_utf8(&bytes).ok(), None, &Rule::default(), &[]);
        }
    }
}

#[test]
fn times_head_the_entries_of_a_live_blog() {
    let entry = "The harbour master has closed the outer harbour after waves of six metres this morning.";
    for (times, heads) in [
        (["10:42", "11:05", "12:30"], 3),
        (["9.05 Uhr", "10.42 Uhr", "10.50 Uhr"], 3),
        (["11:05 am", "11:10am", "1:00 PM"], 3),
        (["12h45", "13:00 GMT", "kl. 14.05"], 3),
        (["12h45", "3 May 2024", "14.05"], 0),
    ] {
        let all: String = times.map(|time| format!("{time}\nAt {time}: {entry}\n")).concat();
        let read = paragraphs(&of(&format!("Live: storm closes the harbour\n{all}")));
        let found = times.iter().filter(|time| read.contains(&format!("<h2>{time}</h2>"))).count();
        assert_eq!(found, heads, "{read:?}");
    }
}

const BODY: &str = "The harbour master has closed the outer harbour after waves of six metres were measured at the pier head, and ferries stay in port.\n\
    Two ships have been asked to wait outside of the bay until the wind has dropped, which may take until the late evening.\n\
    The lifeboat is out to help a yacht with five people on board that lost its mast a mile south of the lighthouse.";

fn names(article: &Article) -> Vec<&str> {
    article.entry.authors.iter().filter_map(|person| person.name.as_deref()).collect()
}

#[test]
fn who_wrote_it_is_named_without_an_office_and_an_office_alone_is_nobody() {
    for (lines, expected) in [
        ("Anna Lind, Political Editor\n5 March 2026", &["Anna Lind"][..]),
        ("Anna Lind Political Editor\n5 March 2026", &["Anna Lind"]),
        ("Anna Lind - Chief Correspondent\n5 March 2026", &["Anna Lind"]),
        ("Anna Lind Chefreporterin\n5 March 2026", &["Anna Lind"]),
        ("By Anna Lind, Staff Writer\n5 March 2026", &["Anna Lind"]),
        ("Anna Lind\nStaff Writer\n5 March 2026", &["Anna Lind"]),
        ("By MND Staff\n5 March 2026", &["MND Staff"]),
        ("By Staff Writer\n5 March 2026", &[]),
        ("Our Correspondent\n5 March 2026", &[]),
        ("Waves of six metres are reported.\nAnna Lind", &["Anna Lind"]),
        ("Waves of six metres are reported.\nAnna Lind and Bo Falk\n5 March 2026", &["Anna Lind", "Bo Falk"]),
        // Of whom the text tells is no author.
        ("Captain Lind waits for the wind to drop.\nAnna Lind", &[]),
    ] {
        let article = of(&format!("Harbour is shut after storm hits the coast\n{lines}\n{BODY}"));
        assert_eq!(names(&article), expected, "{lines}");
        assert!(article.entry.content.as_ref().unwrap().value.contains("lifeboat is out"), "{lines}");
    }
}

#[test]
fn a_time_is_read_with_points_and_short_years_at_its_zone() {
    for (line, expected) in [
        ("05-03-26, 11:20", "2026-03-05T11:20:00+00:00"),
        ("5.3.26, 9.05", "2026-03-05T09:05:00+00:00"),
        ("5. März 2026, 14.30 Uhr", "2026-03-05T14:30:00+00:00"),
        ("Stand: 05.03.2026 | 14.30 Uhr", "2026-03-05T14:30:00+00:00"),
        ("5 March 2026, 14:30 CET", "2026-03-05T13:30:00+00:00"),
        ("05.03.2026 14.30 Uhr MEZ", "2026-03-05T13:30:00+00:00"),
        ("March 5, 2026 2:30 PM EST", "2026-03-05T19:30:00+00:00"),
        ("March 5, 2026 12:05 a.m. PT", "2026-03-05T08:05:00+00:00"),
        ("2026-03-05T14:30:00Z", "2026-03-05T14:30:00+00:00"),
        ("05.03.2026", "2026-03-05T00:00:00+00:00"),
    ] {
        let article = of(&format!("Harbour is shut after storm hits the coast\n{line}\n{BODY}"));
        let published = article.entry.published.map(|time| time.to_rfc3339());
        assert_eq!(published.as_deref(), Some(expected), "{line}");
    }
}

#[test]
fn a_deck_stands_below_bylines_dates_and_what_is_the_page_s() {
    let deck = "Waves of six metres were measured at the pier head this morning";
    for above in ["", "By Anna Lind\n5 March 2026\n", "News\nBy Anna Lind\n5 March 2026\n3 min read\n"] {
        let article = of(&format!("Harbour is shut after storm hits the coast\n{above}{deck}\n{BODY}"));
        let summary = article.entry.summary.as_ref().map(|text| text.value.as_str());
        assert_eq!(summary, Some(deck), "{above}");
    }
}

#[test]
fn a_kicker_of_several_words_stands_above_a_short_headline_that_the_text_speaks_of() {
    for (first, second, title) in [
        ("Trouble on the west coast", "Outer harbour closed", "Outer harbour closed"),
        ("Outer harbour is closed", "News from the coast", "Outer harbour is closed"),
        ("Storm shuts outer harbour", "Ferries in port", "Storm shuts outer harbour"),
        ("Trouble on the west coast", "Anna Lind", "Trouble on the west coast"),
    ] {
        let article = of(&format!("{first}\n{second}\nBy Anna Lind\n5 March 2026\n{BODY}"));
        assert_eq!(article.entry.title.as_ref().unwrap().value, title, "{first}");
    }
}

#[test]
fn a_paragraph_that_names_a_channel_as_its_source_is_the_text_s() {
    let first = "Мост через пролив в Выборге закрыли как минимум на шесть недель, сообщает телеграм-канал «47новостей».";
    let second = "Губернатор написал в Telegram, что водолазы нашли трещины в двух опорах и пускать по нему автомобили небезопасно.";
    let article = of(&format!(
        "Мост в Выборге закрыли на шесть недель\n{first}\nПодпишитесь на наш телеграм-канал\n{second}"
    ));
    assert_eq!(paragraphs(&article), [first, second]);
}
