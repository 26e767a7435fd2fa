//! The repository's own article records: every form is read, and says what it should.

use std::path::Path;

use copydesk::articles::{Rule, load};
use copydesk::model::{Article, Outlet, Status};

fn fixtures() -> Vec<Article> {
    let rule = Rule {
        pattern: "fixtures/articles/**/*".into(),
        url: Some("https://screendesk.example/{section}/{slug}".into()),
        section: Some("tv".into()),
        ..Rule::default()
    };
    let known = [Outlet { name: "Digital Spy".into(), home: Some("https://www.digitalspy.example/".into()) }];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    load(root, &[rule], &known)
        .into_iter()
        .map(|article| article.unwrap_or_else(|bad| panic!("{bad}")))
        .collect()
}

fn named(name: &str) -> Article {
    let path = format!("fixtures/articles/{name}");
    fixtures().into_iter().find(|article| article.path == path).unwrap_or_else(|| panic!("no {path}"))
}

fn body(article: &Article) -> String {
    article.entry.content.as_ref().map(|text| text.value.clone()).unwrap_or_default()
}

#[test]
fn every_record_is_read_in_order_of_path() {
    let articles = fixtures();
    let paths: Vec<&str> = articles.iter().map(|article| article.path.as_str()).collect();
    assert!(paths.is_sorted(), "{paths:?}");
    assert_eq!(articles.len(), 11);
    assert!(articles.iter().all(|article| article.entry.published.is_some() && !article.sections.is_empty()));
}

#[test]
fn page_text_loses_its_furniture_and_keeps_its_facts() {
    let article = named("jessica-jones-season-2.txt");
    let body = body(&article);
    for gone in
        ["NEXT", "\u{a9} Netflix", "Source:", "More in", "hard-drinking", "Five detectives", "Digital SpyJ"]
    {
        assert!(!body.contains(gone), "{gone} in {body}");
    }
    for kept in [
        "interview with Digital Spy. Jessica Jones star",
        "Iron Fist The Defenders",
        "Luke Cage will join it on 30 September 2016.",
    ] {
        assert!(body.contains(kept), "no {kept} in {body}");
    }
    assert_eq!(body.matches("<p>").count(), 6, "{body}");
    assert_eq!(article.sections, ["TV News"]);
    assert_eq!(article.credits.len(), 1);
    assert_eq!(
        (article.credits[0].name.as_str(), article.credits[0].evidence.as_str()),
        ("Digital Spy", "Source: Digital Spy")
    );
    assert_eq!(article.quotations.len(), 3, "{:?}", article.quotations);
    assert_eq!(
        article.related,
        [
            "Luke Cage's second trailer, shot by shot",
            "Five detectives who would not pass a drug test",
            "What is leaving Netflix in September"
        ]
    );
    assert_eq!(
        article.entry.published.map(|time| time.to_rfc3339()),
        Some("2016-08-17T18:20:00+00:00".into())
    );
    assert_eq!((article.entry.link, article.entry.id), (None, None));
}

#[test]
fn each_form_gives_title_body_section_and_author() {
    let names = [
        "festival-diary.md",
        "luke-cage-guide.md",
        "trailer-of-the-week.html",
        "what-leaves-netflix.json",
        "film-council-grant.ninjs.json",
    ];
    for name in names {
        let article = named(name);
        assert!(article.entry.title.is_some() && body(&article).contains("<p>"), "{name}: {article:?}");
        assert!(article.entry.summary.is_some() && article.entry.authors.len() == 1, "{name}: {article:?}");
    }
    assert_eq!(named("trailer-of-the-week.html").sections, ["Film"]);
    assert_eq!(named("film-council-grant.ninjs.json").sections, ["Film"]);
    assert!(body(&named("luke-cage-guide.md")).contains("<li>"));
    let page = body(&named("trailer-of-the-week.html"));
    assert!(!page.contains("newsletter") && !page.contains("<h1>") && page.contains("linguist"), "{page}");
}

#[test]
fn withdrawn_and_embargoed_records_say_so() {
    assert_eq!(named("withdrawn-casting.md").status, Status::Withdrawn);
    let withdrawn = fixtures().into_iter().filter(|article| article.status == Status::Withdrawn).count();
    assert_eq!(withdrawn, 2);
    assert!(named("embargoed-review.md").embargo.is_some_and(|time| time.timestamp() > 4_000_000_000));
}
