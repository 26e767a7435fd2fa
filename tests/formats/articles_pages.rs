//! Article pages as sites write them: what is taken from where, what is no part of the text, and what a
//! page may not do to a run. Each page states one fact or a few.

use std::time::{Duration, Instant};

use copydesk::articles::{Rule, Unreadable, parse};
use copydesk::model::{Article, Outlet};
use copydesk::read::html;
use copydesk::text::plain;

const FIRST: &str = "The ferry to Stone Island will keep running through the winter, the county said on Sunday, two weeks after it had announced that the service would stop.";
const SECOND: &str = "The change came after more than four hundred islanders signed a letter that asked the county to think again, and the letter was read aloud in the hall.";
const THIRD: &str = "The boat will make two crossings a day instead of five. Fares stay as they are until April, when the council will look at them again.";

fn read(page: &str) -> Result<Article, Unreadable> {
    let rule = Rule { url: Some("https://desk.example/{slug}".into()), ..Rule::default() };
    let known = [Outlet { name: "The Harbour Post".into(), home: Some("https://harbour.example/".into()) }];
    parse("a.html", page.as_bytes(), None, None, &rule, &known).remove(0)
}

fn of(head: &str, body: &str) -> Article {
    read(&format!("<!DOCTYPE html><html lang=en><head>{head}</head><body>{body}</body></html>")).unwrap()
}

fn text(article: &Article) -> String {
    article.entry.content.as_ref().map(|text| plain::of_html(&html::clean(text))).unwrap_or_default()
}

fn title(article: &Article) -> &str {
    article.entry.title.as_ref().map_or("", |title| &title.value)
}

fn authors(article: &Article) -> Vec<&str> {
    article.entry.authors.iter().filter_map(|person| person.name.as_deref()).collect()
}

fn linked(json: &str) -> String {
    format!("<title>Ferry runs on</title><script type=application/ld+json>{json}</script>")
}

fn paragraphs() -> String {
    [FIRST, SECOND, THIRD].map(|text| format!("<p>{text}</p>")).join("\n")
}

#[test]
fn a_page_without_any_of_the_usual_elements_is_read() {
    for body in [
        format!("<div id=wrap><div id=c>{}</div></div>", paragraphs()),
        format!("<div class=x>{FIRST}</div><div class=x>{SECOND}</div><div class=x>{THIRD}</div>"),
        format!(
            "<table><tr><td><a href=/>Home</a><td><font size=2>{FIRST}<p>{SECOND}<p>{THIRD}</font></table>"
        ),
        format!("<div class=post-body>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</div>"),
        format!("<section>{}</section>", paragraphs()),
    ] {
        let article = of("<title>The ferry runs on through the winter</title>", &body);
        let text = text(&article);
        assert!([FIRST, SECOND, THIRD].iter().all(|part| text.contains(part)), "{body}: {text}");
        assert_eq!(title(&article), "The ferry runs on through the winter");
    }
}

#[test]
fn tags_in_scripts_and_comments_and_what_is_never_closed_refuse_no_page() {
    let noise = "<script>if (a<b) { x = '<div><div>' }</script><!-- <section> --><svg><path d=M0><g></svg>"
        .repeat(400);
    let article = of("<title>The ferry runs on</title>", &format!("{noise}<img src=a.jpg>{}", paragraphs()));
    assert!(text(&article).contains(THIRD));
}

#[test]
fn a_teaser_of_another_article_is_not_the_article() {
    let card = "<article class=teaser><a href=/b><h3>Council shelves plan for second tram depot</h3><p>Council shelves plan for a second tram depot, and nobody knows what becomes of the first.</p></a></article>";
    let article =
        of("<title>The ferry runs on</title>", &format!("{card}{card}<main>{}</main>{card}", paragraphs()));
    let text = text(&article);
    assert!(text.contains(FIRST) && text.contains(THIRD) && !text.contains("tram"), "{text}");
}

#[test]
fn every_part_of_a_text_in_parts_is_kept() {
    let part = |text: &str| {
        format!("<div itemprop=articleBody><p>{text}</p></div><div class=ad>Buy a boat today</div>")
    };
    let article =
        of("<title>The ferry runs on</title>", &format!("{}{}{}", part(FIRST), part(SECOND), part(THIRD)));
    let text = text(&article);
    assert!([FIRST, SECOND, THIRD].iter().all(|part| text.contains(part)) && !text.contains("Buy"), "{text}");
    let article = of(
        &linked(&format!(
            r#"{{"@type": "NewsArticle", "headline": "Ferry runs on", "articleBody": ["{FIRST}", "{SECOND}"]}}"#
        )),
        "<div id=root></div>",
    );
    assert!(self::text(&article).contains(FIRST) && self::text(&article).contains(SECOND));
}

#[test]
fn of_what_json_ld_states_and_what_the_page_shows_the_better_is_taken() {
    let stated = |body: &str| {
        linked(&format!(
            r#"{{"@type": "NewsArticle", "headline": "Ferry runs on", "articleBody": "{body}"}}"#
        ))
    };
    // A short version in JSON-LD does not hide the text; a page that shows nothing does not hide JSON-LD's.
    let article = of(&stated("The ferry to Stone Island will keep running."), &paragraphs());
    assert!(text(&article).contains(THIRD) && article.entry.content.as_ref().unwrap().value.contains("<p"));
    let article = of(
        &stated(&format!("{FIRST} {SECOND} {THIRD}")),
        "<p>Please turn on scripts to read this page, it is worth it.</p>",
    );
    assert!(text(&article).contains(SECOND), "{}", text(&article));
}

#[test]
fn authors_are_people_and_never_addresses() {
    let by = |author: &str| {
        of(
            &linked(&format!(
                r#"{{"@graph": [{{"@type": "NewsArticle", "headline": "Ferry runs on", "author": {author}}}, {{"@type": "Person", "@id": "https://desk.example/#/person/7", "name": "Jo Winter"}}]}}"#
            )),
            &paragraphs(),
        )
    };
    for (author, expected) in [
        (r#"{"@id": "https://desk.example/#/person/7"}"#, &["Jo Winter"][..]),
        (r#"{"@id": "https://desk.example/#/person/8"}"#, &[]),
        (
            r#"[{"givenName": "Martha", "familyName": "Quill"}, {"@id": "https://desk.example/#/person/7"}]"#,
            &["Martha Quill", "Jo Winter"],
        ),
        (r#""Martha Quill, Jo Winter and Alex Field""#, &["Martha Quill", "Jo Winter", "Alex Field"]),
        (r#"{"@type": "Person", "name": "By Jo O&#039;Hara"}"#, &["Jo O'Hara"]),
        (r#""https://www.facebook.example/jo""#, &[]),
    ] {
        assert_eq!(authors(&by(author)), expected, "{author}");
    }
    let meta = "<title>Ferry runs on</title><meta property=article:author content=https://www.facebook.example/desk><meta name=author content='Jo Winter'>";
    assert_eq!(authors(&of(meta, &paragraphs())), ["Jo Winter"]);
}

#[test]
fn headline_has_no_references_and_no_sites_name() {
    let article = of(
        &linked(
            r#"{"@type": "NewsArticle", "headline": "Island&#8217;s ferry &amp; its winter", "datePublished": "2026-11-29T08:00Z"}"#,
        ),
        &paragraphs(),
    );
    assert_eq!(title(&article), "Island\u{2019}s ferry & its winter");
    assert_eq!(article.entry.published.unwrap().to_rfc3339(), "2026-11-29T08:00:00+00:00");
    let head = "<title>Ferry to run through the winter | Gazette</title><meta property=og:site_name content='The Harrow Gazette'><meta property=og:title content='Ferry to run through the winter | The Harrow Gazette'>";
    assert_eq!(title(&of(head, &paragraphs())), "Ferry to run through the winter");
}

#[test]
fn furniture_within_the_text_goes_and_its_credit_stays() {
    let body = format!(
        "<h1>Ferry runs on</h1><div class=byline>By Jo Winter</div><ul class=share-list><li><a href=/f>Facebook</a></li><li><a href=/x>X</a></li></ul><h2>Ferry runs on</h2><p>{FIRST}</p><figure><img src=/i.jpg><figcaption>The ferry on Monday. Photo: Alex Field</figcaption></figure><p>Read more: <a href=/b>Council shelves plan for second tram depot</a></p><p>{SECOND}</p><div class=newsletter-box><p>Sign up for our morning briefing, free every weekday</p><form><input></form></div><p>{THIRD}</p><p>Source: The Harbour Post</p>"
    );
    let article = of(
        "<title>Ferry runs on</title><meta name=author content='Jo Winter'>",
        &format!("<article>{body}</article>"),
    );
    let text = text(&article);
    for gone in ["Facebook", "Photo", "tram", "morning briefing", "Ferry runs on", "By Jo", "Source"] {
        assert!(!text.contains(gone), "{gone}: {text}");
    }
    assert!([FIRST, SECOND, THIRD].iter().all(|part| text.contains(part)), "{text}");
    assert_eq!(article.credits[0].name, "The Harbour Post");
    assert_eq!(article.related, ["Council shelves plan for second tram depot"]);
}

#[test]
fn a_name_is_no_address_and_a_path_stands_against_the_articles_own() {
    let article = of(
        &linked(
            r#"{"@type": "NewsArticle", "@id": "article-8812", "mainEntityOfPage": "urn:uuid:9", "headline": "Ferry runs on", "image": "/i/1.jpg", "url": "/n/8812"}"#,
        ),
        &format!("<img src='/i/2.jpg'>{}", paragraphs()),
    );
    assert_eq!(article.entry.link.as_deref(), Some("https://desk.example/n/8812"));
    assert_eq!(article.entry.id, None);
    assert_eq!(article.entry.thumbnail.as_deref(), Some("https://desk.example/i/1.jpg"));
    let head = "<base href=/files/><title>Ferry runs on</title><link rel=canonical href=//desk.example/n/1>";
    let article = of(head, &format!("{}<p>{SECOND} <a href=map.html>A map</a></p>", paragraphs()));
    assert_eq!(article.entry.link.as_deref(), Some("https://desk.example/n/1"));
    let clean = html::clean(article.entry.content.as_ref().unwrap());
    assert!(clean.contains("https://desk.example/files/map.html"), "{clean}");
}

/// Pages that would take a parser the square of their length, or its whole stack.
#[test]
fn what_stands_around_a_headline_is_read_as_what_it_is() {
    let title = "The ferry to Stone Island runs on through the winter";
    // What stands below the headline, its authors, published and updated (minutes), and whether it goes.
    for (head, people, published, updated) in [
        ("<div>By Jo Winter</div>", &["Jo Winter"][..], "", ""),
        ("<div class=m><span>Geschreven door Jo Winter</span></div>", &["Jo Winter"], "", ""),
        ("<div>लेखक: राकेश तिवारी</div>", &["राकेश तिवारी"], "", ""),
        ("<div>خبرنگار: مهسا رستگار</div>", &["مهسا رستگار"], "", ""),
        ("<p>Texto: Ana Conti · Fotos: Nuria Sanz</p>", &["Ana Conti"], "", ""),
        ("<p>by <b><a>reed_37x</a></b> &raquo; Tue Feb 03, 2015 9:14 pm</p>", &[], "2015-02-03T21:14", ""),
        (
            "<p>by <b><a>reed_hoarder</a></b> &raquo; Tue Feb 03, 2015 9:14 pm</p>",
            &["reed_hoarder"],
            "2015-02-03T21:14",
            "",
        ),
        ("<p>30. Sep 2017 • Jo Winter</p>", &["Jo Winter"], "2017-09-30T00:00", ""),
        (
            "<div><span>Jo Winter</span><span><time datetime=2024-10-01>Oct 1</time> • 3 min</span></div>",
            &["Jo Winter"],
            "2024-10-01T00:00",
            "",
        ),
        ("<p>Jo Winter in Utrecht, Political Editor, 3 May 2024</p>", &[], "2024-05-03T00:00", ""),
        (
            "<div>Publié le 3 mars 2024 à 14h05 - Modifié le 3 mars 2024 à 18h40 <span>Lecture : 2 minutes</span></div>",
            &[],
            "2024-03-03T14:05",
            "2024-03-03T18:40",
        ),
        (
            "<dl><dt>Published</dt><dd>12 May 2025</dd><dt>Last updated</dt><dd>19 May 2025</dd></dl>",
            &[],
            "2025-05-12T00:00",
            "2025-05-19T00:00",
        ),
        (
            "<p>Published 12 May 2025 Last updated 19 May 2025</p>",
            &[],
            "2025-05-12T00:00",
            "2025-05-19T00:00",
        ),
        ("<p>الأحد 18 فبراير 2024 - 09:15 م</p>", &[], "2024-02-18T21:15", ""),
        (
            "<p class=date>On <time datetime='2026-04-02T23:00:00-05:00'>2 April 2026, 23:00</time></p>",
            &[],
            "2026-04-03T04:00",
            "",
        ),
        ("<time class=date datetime='2026-04-02T23:00-05:00'>2 April</time>", &[], "2026-04-03T04:00", ""),
    ] {
        let article =
            of(&format!("<title>{title}</title>"), &format!("<h1>{title}</h1>{head}{}", paragraphs()));
        let minute = |time: Option<chrono::DateTime<chrono::Utc>>| {
            time.map(|time| time.format("%Y-%m-%dT%H:%M").to_string()).unwrap_or_default()
        };
        assert_eq!(authors(&article), people, "{head}");
        assert_eq!(minute(article.entry.published), published, "{head}");
        assert_eq!(minute(article.entry.updated), updated, "{head}");
        if !head.contains("Political") && !head.contains("37x") {
            assert!(text(&article).starts_with(FIRST), "{head}: {}", text(&article));
        }
    }
}

#[test]
fn a_standfirst_is_the_summary_where_nothing_else_is_and_a_kicker_is_no_text() {
    let standfirst = "Two weeks after it had said that the boat would stop, the county thought again.";
    for element in ["p class=standfirst", "div class='article-chapo x'", "h2", "p class=gh-article-excerpt"] {
        let name = element.split(' ').next().unwrap();
        let body = format!(
            "<article><p class=k>TRANSPORT</p><h1>The ferry runs on</h1><{element}>{standfirst}</{name}>{}</article>",
            paragraphs()
        );
        let article = of("<title>The ferry runs on</title>", &body);
        assert_eq!(
            article.entry.summary.as_ref().map(|text| text.value.as_str()),
            Some(standfirst),
            "{element}"
        );
        assert!(!text(&article).contains("TRANSPORT"), "{element}");
        let article =
            of("<title>The ferry runs on</title><meta name=description content='In short.'>", &body);
        assert_eq!(article.entry.summary.as_ref().map(|text| text.value.as_str()), Some("In short."));
    }
}

#[test]
fn a_logo_is_no_headline_whatever_its_length_and_the_headlines_rank() {
    let headline = "Old bridge stays open for walkers after nine years";
    for site in ["Blatt", "Dale Messenger", "The Dale Messenger of Upper Harrow"] {
        for tag in ["h1", "h2", "h3"] {
            for title in [
                format!("{headline} - {site}"),
                format!("{site}: {headline}"),
                format!("{headline} « {site}"),
            ] {
                let body =
                    format!("<h1><a href='/'>{site}</a></h1><{tag}>{headline}</{tag}>{}", paragraphs());
                let article = of(&format!("<title>{title}</title>"), &body);
                assert_eq!(self::title(&article), headline, "{site} {tag} {title}");
                let og =
                    format!("<title>{title}</title><meta property=og:title content='{headline} - {site}'>");
                assert_eq!(self::title(&of(&og, &body)), headline, "{site} {tag} {title}");
            }
        }
    }
}

#[test]
fn numbers_and_dates_of_tables_lists_and_chronicles_stay() {
    for part in [
        "<table><tr><th>Tree<th>Price<th>Since</tr><tr><td>Oak<td>£2,150<td>1 June</tr><tr><td>Elm<td>3:2<td>14 %</tr></table>",
        "<ul><li>0.3405</li><li>£2,150</li><li>1 June</li><li>3:2</li><li>14 %</li></ul>",
        "<dl><dt>Oak</dt><dd>£2,150</dd><dt>Elm</dt><dd>1 June</dd><dt>Ratio</dt><dd>3:2</dd><dd>14 %</dd></dl>",
        "<h3>1 June</h3><p>The boat goes at £2,150 a week, 3:2 against it, and 14 % more than last year.</p>",
    ] {
        let article = of(
            "<title>The ferry runs on</title>",
            &format!("{}{part}{}", paragraphs(), paragraphs().replace("ferry", "boat")),
        );
        let text = text(&article);
        for wanted in ["£2,150", "1 June", "3:2", "14 %"] {
            assert!(text.contains(wanted), "{part}: {text}");
        }
    }
}

#[test]
fn a_credit_line_keeps_its_address_and_the_site_is_no_source_of_itself() {
    for (line, name, url) in [
        (
            "<p>Source: <a href='https://variety.example/a'>Variety</a></p>",
            "Variety",
            Some("https://variety.example/a"),
        ),
        (
            "<p>Via <a href='https://variety.example/a'>Variety</a></p>",
            "Variety",
            Some("https://variety.example/a"),
        ),
        (
            "<p>H/T <a href='https://variety.example/a'>Variety</a></p>",
            "Variety",
            Some("https://variety.example/a"),
        ),
        ("<p>Source: <a href='/a'>Variety</a></p>", "Variety", None),
    ] {
        let article = of(
            "<title>The ferry runs on</title>",
            &format!("<h1>The ferry runs on</h1>{}{line}", paragraphs()),
        );
        let credit = article.credits.first().unwrap();
        assert_eq!((credit.name.as_str(), credit.url.as_deref()), (name, url), "{line}");
    }
    let article = of(
        "<title>The ferry runs on</title><meta property=og:site_name content=Northline>",
        &format!("<h1>The ferry runs on</h1>{}", paragraphs()),
    );
    assert_eq!(article.sites, ["Northline"]);
}

#[test]
fn a_page_of_headlines_is_refused_and_an_article_with_a_list_of_them_is_not() {
    let card = |n: usize| {
        format!(
            "<div class=card><h3><a href=/{n}>Council shelves plan number {n} for a tram depot</a></h3><p>Nobody knows yet what becomes of the first depot, or of the {n} trams in it.</p></div>"
        )
    };
    let cards: String = (1..=8).map(card).collect();
    let refused = read(&format!(
        "<html><head><title>The Harrow Gazette</title></head><body><main>{cards}</main></body></html>"
    ));
    assert!(refused.is_err_and(|why| why.to_string().contains("other articles' headlines")));
    let article = of(
        "<title>The ferry runs on</title>",
        &format!("<main><h1>The ferry runs on</h1>{}{cards}</main>", paragraphs()),
    );
    assert!(text(&article).contains(THIRD));
}

#[test]
fn formulas_and_films_of_a_page_leave_their_words_and_their_addresses() {
    let article = of(
        "<title>Ferry runs on</title>",
        &format!(
            "<article><h1>Ferry runs on</h1><p>{FIRST}</p><p>Of <math><mfrac><mn>3</mn><mn>4</mn></mfrac></math> of the \
             fares nothing will be heard before the spring, the council said.</p><p>{SECOND}</p>\
             <iframe src='https://player.films.example/video/12' title='The last crossing'></iframe>\
             <iframe src='https://ads.example/frame?slot=1'></iframe><p>{THIRD}</p></article>"
        ),
    );
    let html = html::clean(article.entry.content.as_ref().unwrap());
    assert!(html.contains("Of 3/4 of the fares"), "{html}");
    assert!(
        html.contains("<a href=\"https://player.films.example/video/12\"")
            && html.contains("The last crossing"),
        "{html}"
    );
    assert!(!html.contains("ads.example"), "{html}");
}

#[test]
fn hostile_pages_are_read_or_refused_in_a_short_time() {
    let unclosed: String = (0..20_000).map(|n| format!("<p><b id={n}>")).collect();
    let attributes: String = (0..40_000).map(|n| format!(" a{n}=b")).collect();
    let shapes = [
        "<div>".repeat(60_000),
        format!("<p>{}{}", "<i>".repeat(60_000), "</i>".repeat(60_000)),
        format!("<div{attributes}>{}</div>", paragraphs()),
        "<table><tr><td>".repeat(20_000),
        "<svg><g>".repeat(30_000),
        "<!--><div>".repeat(30_000),
        "<select><style></select><div>".repeat(20_000),
        unclosed,
        "<p>a".repeat(6_000),
        "<br>".repeat(9_000),
        "<a href=x>b</a>".repeat(4_000),
        "<li>one<ul><li>two</ul>".repeat(1_500),
        "<h1>a".repeat(5_000),
        format!("<p>{}", "word ".repeat(40_000)),
        "<span class=author>a b</span>".repeat(3_000),
        "<p class=share>Share this with whom you like, now or later</p>".repeat(2_000),
        format!("<script type=application/ld+json>{}</script><p>{FIRST}</p>", "[".repeat(20_000)),
        "</p>".repeat(9_000),
        "<blockquote><p>He said this and that, at length, and went on to say more</blockquote>".repeat(1_000),
        format!(
            "<div>{}</div>",
            "<div><p>A sentence of some forty letters or so, here.</p></div>".repeat(1_200)
        ),
    ];
    for shape in shapes {
        let page = format!("<title>A headline of a page</title>{shape}");
        let began = Instant::now();
        let read = read(&page);
        let took = began.elapsed();
        let shown: String = page.chars().skip(39).take(40).collect();
        assert!(took < Duration::from_secs(40), "{shown} took {took:?}: {:?}", read.map(|_| ()));
    }
}

#[test]
fn times_head_the_entries_of_a_live_blog_the_first_one_too() {
    let entries = format!(
        "<p>10:42</p><p>{FIRST}</p><p><strong>10.55 Uhr</strong></p><p>{SECOND}</p><h3>11:05 am</h3><p>{THIRD}</p>"
    );
    let article = of(
        "<title>Live: ferry runs on</title>",
        &format!("<article><h1>Live: ferry runs on</h1>{entries}</article>"),
    );
    let text = text(&article);
    assert!(["10:42", "10.55 Uhr", "11:05 am"].iter().all(|time| text.contains(time)), "{text}");
}
