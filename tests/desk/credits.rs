//! Promises of the room `credits`, a rule a test, in sentences of our own. Outlets that no table
//! holds (Lumen, Quillboard, Riverton Herald, Loud Room …) show that the rules know forms, not names.

use copydesk::credits::{Names, Passage, find, same_outlet};
use copydesk::model::{Credit, Outlet};

const HERE: &str = "https://screendesk.example/tv/a";

fn passage(text: &str) -> Passage<'_> {
    Passage { text, link: Some(HERE), ..Passage::default() }
}

fn shown(credits: &[Credit]) -> Vec<String> {
    credits.iter().map(|credit| format!("{} {}", credit.kind.name(), credit.name)).collect()
}

/// Each text gives exactly these credits, written `kind name` and divided by `; `.
fn credit(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let expected: Vec<&str> = expected.split("; ").filter(|each| !each.is_empty()).collect();
        assert_eq!(shown(&find(&passage(text), &[])), expected, "{text}");
    }
}

fn credit_nobody(texts: &[&str]) {
    for text in texts {
        assert_eq!(shown(&find(&passage(text), &[])), Vec::<String>::new(), "{text}");
    }
}

fn of_html(html: &str) -> Vec<Credit> {
    find(&Passage { html: Some(html), link: Some(HERE), ..Passage::default() }, &[])
}

fn at(link: &str, text: &str) -> Vec<String> {
    shown(&find(&Passage { text, link: Some(link), ..Passage::default() }, &[]))
}

#[test]
fn who_reports_is_a_source() {
    credit(&[
        ("TMZ reports the pair have split.", "source TMZ"),
        (
            "The network ordered a second season, the Sacramento Bee reported on Tuesday.",
            "source Sacramento Bee",
        ),
        ("Time magazine reported that it was over.", "source Time"),
        ("The road was closed, WBAL-TV reported.", "source WBAL-TV"),
        ("Israel's Channel 12 reported that talks had failed.", "source Channel 12"),
        ("Netflix has cancelled the show, Variety has learned.", "source Variety"),
        ("Digital Spy can exclusively reveal that it will return.", "source Digital Spy"),
        ("A Reuters investigation found forty cases.", "source Reuters"),
        ("Reuters contributed to this report.", "wire Reuters"),
    ]);
}

#[test]
fn who_is_told_is_a_source() {
    credit(&[
        ("Officials told the Lahore Tribune that the bridge would reopen.", "source Lahore Tribune"),
        ("\u{201c}I never read reviews,\u{201d} she told Loud Room magazine.", "source Loud Room"),
        ("He told Variety and Deadline that he was done.", "source Variety; source Deadline"),
        ("She told the BBC\u{2019}s Today programme it was over.", "source BBC"),
        ("She told E! News she was fine.", "source E! News"),
        ("In a recent interview with Vulture, he laughed.", "source Vulture"),
        ("In an interview with Jake Price on CNN, she said no.", "source CNN"),
        ("Speaking exclusively to Radio Times, the writer said no.", "source Radio Times"),
        ("The actor confirmed to The Lumen that he is out.", "source The Lumen"),
    ]);
}

#[test]
fn whom_a_text_goes_by_is_a_source() {
    credit(&[
        ("The pair split, according to TMZ.com.", "source TMZ.com"),
        ("According to Spanish daily La Voz de Galicia, she has left.", "source La Voz de Galicia"),
        ("According to a report in the Daily Telegraph, he is out.", "source Daily Telegraph"),
        ("According to NBC and Reuters, it is over.", "source NBC; source Reuters"),
        ("Documents seen by the Guardian show it.", "source Guardian"),
        ("Per Deadline, the film opens in May.", "source Deadline"),
        ("Filming wraps soon (per Deadline).", "via Deadline"),
        ("As reported by Ann Lee of The Riverton Herald, it is over.", "source The Riverton Herald"),
    ]);
}

#[test]
fn a_reporters_house_is_a_source() {
    credit(&[
        ("As Lumen\u{2019}s Anna Price reported last week, the studio is for sale.", "source Lumen"),
        ("Puck's Matthew Hill reported that the sale is off.", "source Puck"),
    ]);
}

#[test]
fn who_had_it_first_is_named_so() {
    credit(&[
        ("The news was first reported by Quillboard.", "first-reported Quillboard"),
        ("Deadline first reported the news of her casting.", "first-reported Deadline"),
        ("Quillboard was the first to report it.", "first-reported Quillboard"),
        ("The Hollywood Reporter broke the story on Monday.", "first-reported The Hollywood Reporter"),
        ("The sale is off, according to Axios, which first reported the news.", "first-reported Axios"),
    ]);
}

#[test]
fn lines_made_for_a_credit_name_outlets_nobody_knows() {
    credit(&[
        ("Filming wraps soon.\nSource: Nordisk Filmblad", "source Nordisk Filmblad"),
        ("Filming wraps soon.\nSources: Variety, Deadline", "source Variety; source Deadline"),
        ("Filming wraps soon (via Comic Arcade).", "via Comic Arcade"),
        ("Filming wraps soon.\nVia Nordisk Filmblad", "via Nordisk Filmblad"),
        ("Filming wraps soon. [h/t this Quillboard thread]", "hat-tip Quillboard"),
        ("Filming wraps soon. Hat tip: Comic Arcade", "hat-tip Comic Arcade"),
    ]);
}

#[test]
fn an_address_on_a_source_line_names_its_outlet() {
    let credits = find(&passage("It is over.\nSource: https://www.collider.com/x."), &[]);
    assert_eq!(shown(&credits), ["source Collider"]);
    assert_eq!(credits[0].url.as_deref(), Some("https://www.collider.com/x"));
}

#[test]
fn datelines_name_the_agency() {
    credit(&[
        ("WASHINGTON, Jan. 3 (UPI) -- The agency said on Friday", "wire UPI"),
        ("(Reuters) - Shares fell on Monday", "wire Reuters"),
        ("LOS ANGELES (CNS) \u{2014} A man was seen", "wire CNS"),
        ("Islamabad (APP) - The minister said", "wire APP"),
        ("NEW YORK, Feb. 3, 2026 /PRNewswire/ -- Acme announced", "wire PRNewswire"),
        ("BOSTON (AP) \u{2014} It is over, the Associated Press reported.", "wire AP"),
    ]);
    credit_nobody(&["LONDON (UK) - The company grows.", "PARIS (France) \u{2013} The company grows."]);
}

#[test]
fn texts_taken_over_name_where_they_were_first() {
    credit(&[
        ("The post Ten Things appeared first on Quiet Corner.", "syndicated Quiet Corner"),
        ("The post Is this it? The end. appeared first on Boing Boing.", "syndicated Boing Boing"),
        ("This article first appeared in The New Yorker.", "syndicated The New Yorker"),
        ("Originally published on March 3 at lanternnotes.net.", "syndicated lanternnotes.net"),
        ("Cross-posted from Crooked Timber.", "syndicated Crooked Timber"),
        ("A version of this article appeared in the Riverton Herald.", "syndicated Riverton Herald"),
        (
            "This story was produced by ProPublica and is republished with permission.",
            "syndicated ProPublica",
        ),
        ("\u{a9} 2026 The Associated Press. All rights reserved.", "syndicated The Associated Press"),
    ]);
    credit_nobody(&[
        "The first season first appeared on Netflix in 2016.",
        "It was originally published in Paris in 1950.",
        "The novel was originally published in 1950 by a small press.",
    ]);
}

#[test]
fn brackets_name_the_outlet_where_a_site_gathers_from_many() {
    let text = "[State House] The minister said on Friday that it rained.";
    assert_eq!(at("https://allafrica.com/stories/1", text), ["syndicated State House"]);
    credit_nobody(&[text, "[Update] The show is back", "[Spoilers] The show is back"]);
    credit(&[("[Nyasa Times] The minister said so.", "syndicated Nyasa Times")]);
}

#[test]
fn bylines_name_the_house_and_no_second_author() {
    credit(&[
        ("By Ann Lee, Associated Press\nText follows.", "byline Associated Press"),
        ("By Ann Lee for the Riverton Herald\nText follows.", "byline Riverton Herald"),
        ("By The Associated Press\nText follows.", "byline The Associated Press"),
    ]);
    credit_nobody(&["By Ann Lee, Staff Writer\nText", "By Ann Lee, Tom Price\nText", "By Ann Lee\nText"]);
}

#[test]
fn the_end_of_a_headline_may_name_an_outlet() {
    credit(&[
        ("Storm closes schools across the north - Riverton Herald", "byline Riverton Herald"),
        ("Storm closes schools across the north | Reuters", "byline Reuters"),
        ("Reuters: Storm closes schools", "source Reuters"),
    ]);
    let gathered = at("https://news.google.com/rss/articles/x", "Storm closes schools - Quillboard");
    assert_eq!(gathered, ["byline Quillboard"]);
    credit_nobody(&["Doctor Who - The Star Beast", "Dispatches from the front - Part 2", "Review: The Post"]);
    let titled = Passage { title: Some("Storm closes schools - Reuters"), ..passage("It rained.\nMuch.") };
    assert_eq!(shown(&find(&titled, &[])), ["byline Reuters"]);
}

#[test]
fn persons_companies_and_agencies_of_state_are_no_outlets() {
    credit_nobody(&[
        "According to Hamilton, the car was slow.",
        "She told Anna Price that she would go.",
        "H/T John Smith",
        "According to Apple, sales rose.",
        "Apple reported earnings of $3bn.",
        "According to NASA, the probe landed.",
        "According to American Express, sales rose.",
        "According to Harvard University Press, the book sold.",
        "Source: Eurostat",
        "Source: Wikimedia Commons",
        "Germany reported 40 cases.",
        "The report was published by the World Bank.",
    ]);
}

#[test]
fn an_outlet_that_acts_is_no_source() {
    credit_nobody(&[
        "The BBC reported a loss of \u{a3}3m.",
        "He told BBC staff that cuts were coming.",
        "A BBC spokesperson said the show would return.",
        "He reports for Variety.",
        "Watch it on BBC One on Sunday at 9pm.",
    ]);
}

#[test]
fn words_of_every_day_are_no_outlets() {
    credit_nobody(&[
        "People told her it was over.",
        "People reported feeling ill after the meal.",
        "The guardian told police that the child was missing.",
        "Time told on the old champion.",
        "She stars in Deadline, a thriller.",
        "The theme is on the Billboard Hot 100.",
        "Breaking News: Storm hits coast",
        "The source code was leaked.",
        "Sources close to the actor say no.",
        "He told us so.",
    ]);
}

#[test]
fn means_of_sending_are_no_via() {
    credit_nobody(&[
        "Via email",
        "She travelled to Rome via Paris.",
        "Tickets are sold via the box office.",
        "The show streams via BBC iPlayer.",
        "Photos reach the desktop (via USB or Dropbox).",
        "She saw it (via Twitter).",
    ]);
}

#[test]
fn credits_of_pictures_are_none() {
    credit_nobody(&["Photo: Reuters", "Image via Variety", "Image source: Deadline", "Credit: BBC"]);
    assert!(of_html("<figure><img><figcaption>Source: Variety</figcaption></figure><p>Text.</p>").is_empty());
}

#[test]
fn a_site_does_not_credit_itself() {
    for (link, text) in [
        ("https://variety.com/x", "She told Variety that it was over."),
        ("https://ew.com/x", "She told EW it was over."),
        ("https://www.miamiherald.com/x", "She told the Herald it was over."),
        ("https://www.nytimes.com/x", "Storm closes schools - The New York Times"),
        ("https://rivertonherald.com/x", "The post Rain appeared first on Riverton Herald."),
    ] {
        assert!(at(link, text).is_empty(), "{link}: {text}");
    }
    let own = "<p>As before (via <a href='/b'>Our Archive</a>).</p>";
    assert!(of_html(own).is_empty());
}

#[test]
fn a_link_on_the_name_or_its_words_is_the_address() {
    let credits = of_html("<p>He told <a href='https://variety.com/x'>Variety</a> no.</p>");
    assert_eq!(credits[0].url.as_deref(), Some("https://variety.com/x"));
    let credits = of_html("<p>Deadline <a href='https://deadline.com/x'>reports</a> that it is over.</p>");
    assert_eq!(credits[0].url.as_deref(), Some("https://deadline.com/x"));
    assert_eq!(credits[0].evidence, "Deadline reports");
}

#[test]
fn the_footer_leads_to_the_post_not_to_the_home_page() {
    let html = "<p>Text.</p><p>The post <a href='https://quiet.example/ten'>Ten &amp; more</a> appeared first on \
                <a href='https://quiet.example/'>Quiet &#8226; Corner</a>.</p>";
    let credits = of_html(html);
    assert_eq!(shown(&credits), ["syndicated Quiet \u{2022} Corner"]);
    assert_eq!(credits[0].url.as_deref(), Some("https://quiet.example/ten"));
}

#[test]
fn links_credit_without_a_name() {
    let said = of_html("<p>It is over, <a href='https://variety.com/x'>reports say</a>.</p>");
    assert_eq!(shown(&said), ["source Variety"]);
    let bare = of_html("<p>It is over. (<a href='https://lantern.example.net/x'>via</a>)</p>");
    assert_eq!(shown(&bare), ["via lantern.example.net"]);
    assert!(of_html("<p>See <a href='https://variety.com/x'>the trailer</a>.</p>").is_empty());
}

#[test]
fn a_name_is_proved_by_the_domain_beside_it() {
    let told = "<p>She told <a href='https://quillboard.example/x'>Quillboard</a> that it was over.</p>";
    assert_eq!(shown(&of_html(told)), ["source Quillboard"]);
    let person = "<p>She told <a href='https://profiles.example/annlee'>Ann</a> that it was over.</p>";
    assert!(of_html(person).is_empty());
    let item = "<li><a href='https://fountainnotes.example/x'>On ink</a> (via fountain notes)</li>";
    assert_eq!(shown(&of_html(item)), ["via fountain notes"]);
    let person = "<li><a href='https://annlee.example/x'>On ink</a> (via Ann Lee)</li>";
    assert_eq!(shown(&of_html(person)), ["via Ann Lee"]);
}

#[test]
fn an_outlet_is_credited_once_by_its_strongest_words() {
    credit(&[
        ("Per Deadline, it is over. The news was first reported by Deadline.", "first-reported Deadline"),
        ("AP reported it. The Associated Press has learned more.", "source AP"),
    ]);
}

#[test]
fn configured_names_win_and_give_the_spelling() {
    let known = [
        Outlet { name: "Digital Spy".into(), home: Some("https://www.digitalspy.example/".into()) },
        Outlet { name: "The Lumen".into(), home: None },
        Outlet { name: "nordfilm".into(), home: None },
        Outlet { name: "New York Times".into(), home: None },
    ];
    let names = Names::new(&known);
    for (text, expected) in [
        ("According to DigitalSpy.com, it is over.", "source Digital Spy"),
        ("According to Lumen, it is over.", "source The Lumen"),
        ("According to nordfilm, it is over.", "source nordfilm"),
        ("The NYT reports that it is over.", "source New York Times"),
        ("Source: https://www.digitalspy.example/tv/1", "source Digital Spy"),
    ] {
        assert_eq!(shown(&names.find(&passage(text))), [expected], "{text}");
    }
}

#[test]
fn names_of_one_outlet_are_the_same() {
    for (a, b) in
        [("The Guardian", "guardian"), ("DigitalSpy.com", "Digital Spy"), ("AP", "Associated Press")]
    {
        assert!(same_outlet(a, b), "{a} {b}");
    }
    assert!(!same_outlet("Fox", "Fox Valley Herald") && !same_outlet("", ""));
}

#[test]
fn source_lines_are_read_in_the_languages_of_our_neighbours() {
    credit(&[
        ("Quelle: Der Spiegel", "source Der Spiegel"),
        ("Quellen: dpa, AFP", "source dpa; source AFP"),
        ("Source : Le Parisien", "source Le Parisien"),
        ("Fuente: El País", "source El País"),
        ("Fonte: Corriere della Sera", "source Corriere della Sera"),
        ("Bron: De Volkskrant", "source De Volkskrant"),
        ("Källa: Dagens Nyheter", "source Dagens Nyheter"),
        ("Kilde: Politiken", "source Politiken"),
        ("Źródło: Gazeta Wyborcza", "source Gazeta Wyborcza"),
        ("Источник: ТАСС", "source ТАСС"),
        ("出典：共同通信", "source 共同通信"),
        ("Laut Spiegel ist es vorbei.", "source Spiegel"),
        ("Selon Le Monde, c'est fini.", "source Le Monde"),
        ("Según El País, se acabó.", "source El País"),
    ]);
    credit_nobody(&[
        "Quelle: eigene Berechnung",
        "Quelle: Statistisches Bundesamt",
        "Fuente: Ministerio de Sanidad",
        "Source : Université de Lyon",
    ]);
}

#[test]
fn who_was_first_is_found_with_days_and_adverbs_between() {
    credit(&[
        ("News of the sale was first reported on Monday by Axios.", "first-reported Axios"),
        ("The talks were first reported late on Tuesday by Bloomberg.", "first-reported Bloomberg"),
        (
            "The closure was first reported last week by the Riverton Herald.",
            "first-reported Riverton Herald",
        ),
        ("It was Politico that first reported the meeting.", "first-reported Politico"),
        ("Deadline had the news first.", "first-reported Deadline"),
        ("The story was first broken by the Riverton Herald.", "first-reported Riverton Herald"),
    ]);
    credit_nobody(&[
        "He was first reported missing on Monday.",
        "The case was first reported in Wuhan.",
        "The disease was first reported by doctors.",
        "First reported: 3 May",
    ]);
}

#[test]
fn who_reports_may_stand_behind_what_it_reports() {
    credit(&[
        ("The phone will cost more, reports The Verge.", "source The Verge"),
        ("\u{201c}The phone will cost more,\u{201d} writes Wired.", "source Wired"),
        ("Reuters, citing two people familiar with the matter, reported the arrest.", "source Reuters"),
    ]);
    credit_nobody(&[
        "Time reports on slow cookers are rare.",
        "The agency reports Variety is the spice of life.",
    ]);
}

#[test]
fn datelines_of_other_houses_are_wires() {
    credit(&[
        ("NEW DELHI: (ANI) The rupee fell on Tuesday.", "wire ANI"),
        ("MADRID (EFE).- El euro subió.", "wire EFE"),
        ("Tokyo, June 2 (Xinhua) -- The yen fell.", "wire Xinhua"),
        ("Berlin (dpa) - Der Euro stieg.", "wire dpa"),
    ]);
    credit_nobody(&["PARIS (Saturday) - A man was hurt.", "LONDON (UK) - A man was hurt."]);
}

#[test]
fn feet_of_syndicated_texts_are_credits() {
    credit(&[
        ("Distributed by Tribune Content Agency.", "syndicated Tribune Content Agency"),
        ("(c) 2026 The Dallas Morning News. All rights reserved.", "syndicated The Dallas Morning News"),
        (
            "This story was originally published by Grist and is reproduced here as part of the Climate Desk collaboration.",
            "syndicated Grist",
        ),
        ("Republished with permission from the Riverton Herald.", "syndicated Riverton Herald"),
    ]);
    credit_nobody(&[
        "This story first appeared in Paris in 1923.",
        "This article was originally published in 2016.",
        "The film is distributed by Lionsgate.",
        "The album was first released on Sub Pop.",
    ]);
}

#[test]
fn linked_names_alone_in_brackets_or_behind_a_dash_are_sources() {
    let bracket = "<p>It is over.</p><p>[<a href=\"https://www.engadget.com/x\">Engadget</a>]</p>";
    assert_eq!(shown(&of_html(bracket)), ["source Engadget"]);
    let quoted =
        "<blockquote>It was hard.</blockquote><p>\u{2014} <a href=\"https://www.wired.com/x\">Wired</a></p>";
    assert_eq!(shown(&of_html(quoted)), ["source Wired"]);
}

#[test]
fn bodies_firms_and_own_sums_are_no_outlets() {
    credit_nobody(&[
        "Source: Ministry of Health",
        "Source: Office for National Statistics",
        "Source: University of Leeds",
        "Source: Bureau of Labor Statistics",
        "Source: Company filings",
        "Source: author's calculations",
        "Source: Acme Holdings plc",
        "Sources: company reports",
        "According to the company's statement, sales rose.",
        "The company said in a statement on Tuesday.",
    ]);
}
