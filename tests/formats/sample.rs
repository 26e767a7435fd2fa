//! A composed feed as the writers receive it: our own article with a credited report and another
//! outlet's version of the story, a foreign podcast entry, and a foreign headline alone.

use chrono::{DateTime, Utc};
use copydesk::model::{
    Also, Category, Composed, Credit, CreditKind, Detail, Enclosure, Entry, Feed, Link, Media, Person,
    Provenance, Rare, Record, Said, Seldom, Site, Terms, Text,
};
use copydesk::write::{Archive, Format, Frame, Place};

pub(crate) fn time(rfc3339: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(rfc3339).unwrap().to_utc()
}

pub(crate) fn site() -> Site {
    Site {
        title: "Harbour Desk".into(),
        home: "https://harbour.example/".into(),
        base_url: "https://harbour.example/feeds/".into(),
        language: "en".into(),
        contact: None,
        hubs: Vec::new(),
        ..Site::default()
    }
}

pub(crate) const SECTIONS: [Place<'static>; 3] = [
    Place { title: "All news", slug: "all" },
    Place { title: "Town", slug: "town" },
    Place { title: "Sea", slug: "sea" },
];

pub(crate) fn frame(site: &Site) -> Frame<'_> {
    Frame {
        site,
        slug: "town",
        formats: &Format::ALL,
        sections: &SECTIONS,
        archive: Archive::default(),
        robots: &[],
    }
}

pub(crate) fn feed() -> Feed {
    Feed {
        id: Some("tag:harbour.example,2026:town".into()),
        title: Some(Text::plain("Town")),
        subtitle: Some(Text::plain("News of the town & the quays")),
        link: Some("https://harbour.example/feeds/town/index.html".into()),
        hubs: vec!["https://hub.example/".into()],
        language: Some("en".into()),
        rights: Some(Text::plain("© 2026 Harbour Desk")),
        updated: Some(time("2026-03-02T10:30:00Z")),
        authors: vec![Person::new(
            Some("Harbour Desk".into()),
            None,
            Some("https://harbour.example/".into()),
        )],
        categories: vec![Category { term: "town".into(), ..Category::default() }],
        icon: Some("https://harbour.example/icon.png".into()),
        logo: Some("https://harbour.example/logo.png".into()),
        entries: vec![own(), podcast(), headline()],
        ..Feed::default()
    }
}

/// Ours, crediting a report, with another outlet's version of the story.
pub(crate) fn own() -> Entry {
    let via = "https://gazette.example/2026/03/lighthouse";
    let other = "https://radio.example/news/4711";
    Entry {
        id: Some("https://harbour.example/town/lighthouse-opens-in-may".into()),
        title: Some(Text::plain("Lighthouse opens in May, keeper says")),
        link: Some("https://harbour.example/town/lighthouse-opens-in-may".into()),
        published: Some(time("2026-03-02T09:00:00Z")),
        updated: Some(time("2026-03-02T10:30:00Z")),
        language: Some("en".into()),
        detail: Detail {
        links: vec![
            Link::new("via", via).titled(Some("Quay Gazette".into())),
            Link::new("related", other).titled(Some("Radio North".into())),
        ],
        authors: vec![
            Person { name: Some("Ann Ferry".into()), ..Person::default() },
            Person { name: Some("Bo Lund".into()), ..Person::default() },
        ],
        categories: vec![Category::new(
            "lighthouse",
            Some("https://harbour.example/tags".into()),
            Some("Lighthouse".into()),
        )],
        summary: Some(Text::plain(
            "The old lighthouse will open to visitors in May, its keeper told the Quay Gazette.",
        )),
        content: Some(Text::html(format!(
            "<p>The old lighthouse will open to visitors in May.</p>\n<p>Tickets &amp; times follow.</p>\n<p>Source: <a href=\"{via}\">Quay Gazette</a></p>"
        ))),
        rare: Rare {
        thumbnail: Some("https://harbour.example/img/lighthouse-small.jpg".into()),
        media: [640, 1280]
            .map(|width| Media {
                url: format!("https://harbour.example/img/lighthouse-{width}.jpg"),
                mime: Some("image/jpeg".into()),
                medium: Some("image".into()),
                width: Some(width),
                height: Some(width / 2),
                group: Some(1),
                said: Said { description: Some("The lighthouse at dusk".into()),
                terms: Terms { credits: vec![("photographer".into(), "Cy Dahl".into())], ..Terms::default() }.into(),
                 ..Said::default() }.into(),
..Media::default()
            })
            .to_vec(),
        seldom: Seldom { composed: Composed {
        guid: None,
        credits: vec![Credit {
            name: "Quay Gazette".into(),
            url: Some(via.into()),
            kind: CreditKind::Source,
            evidence: "told the Quay Gazette".into(),
        }],
        also: vec![Also {
            name: "Radio North".into(),
            url: other.into(),
            title: Some("Visitors to climb the tower".into()),
        }],
        untitled: false,
        }.into(), ..Seldom::default() }.into(),
        ..Rare::default()
        }
        .into(),
        ..Detail::default()
        }
        .into(),
    }
}

/// From an RSS feed with opaque guids and without bylines; two enclosures, one of them a podcast.
pub(crate) fn podcast() -> Entry {
    Entry {
        id: Some("tag:harbour.example,2026:5f0c7d".into()),
        title: Some(Text::plain("Episode 88: nets & knots")),
        link: Some("https://radio.example/pod/88".into()),
        published: Some(time("2026-03-01T18:00:00Z")),
        updated: Some(time("2026-03-01T18:00:00Z")),
        detail: Detail {
            content: Some(Text::html("<p>How a net is mended.</p>")),
            comments: Some("https://radio.example/pod/88#comments".into()),
            comment_count: Some(3),
            source: Some(Box::new(Provenance {
                id: Some("https://radio.example/pod/rss.xml".into()),
                title: Some("Radio North".into()),
                feed: Some("https://radio.example/pod/rss.xml".into()),
                record: Record {
                    link: Some("https://radio.example/".into()),
                    updated: Some(time("2026-03-02T06:00:00Z")),
                    rights: Some(Text::plain("© Radio North")),
                    authors: vec![],
                }
                .into(),
            })),
            rare: Rare {
                enclosures: vec![
                    Enclosure {
                        url: "https://radio.example/pod/88.mp3?a=1&b=2".into(),
                        mime: Some("audio/mpeg".into()),
                        length: Some(12_345),
                    },
                    Enclosure { url: "https://radio.example/pod/88.pdf".into(), mime: None, length: None },
                ],
                seldom: Seldom {
                    rights: Some(Text::plain("CC BY 4.0 Radio North")),
                    license: Some("https://creativecommons.org/licenses/by/4.0/".into()),
                    composed: Composed { guid: Some("episode-88-b".into()), ..Composed::default() }.into(),
                    ..Seldom::default()
                }
                .into(),
                ..Rare::default()
            }
            .into(),
            ..Detail::default()
        }
        .into(),
        ..Entry::default()
    }
}

/// A source that permits its headline only.
pub(crate) fn headline() -> Entry {
    Entry {
        id: Some("https://gazette.example/2026/02/ferry".into()),
        title: Some(Text::plain("Ferry timetable changes")),
        link: Some("https://gazette.example/2026/02/ferry".into()),
        published: Some(time("2026-02-28T07:15:00Z")),
        detail: Detail {
            authors: vec![Person::new(Some("Dee Moor".into()), Some("dee@gazette.example".into()), None)],
            source: Some(Box::new(Provenance {
                id: Some("tag:gazette.example,2020:feed".into()),
                title: Some("Quay Gazette".into()),
                feed: Some("https://gazette.example/atom.xml".into()),
                record: Record { link: Some("https://gazette.example/".into()), ..Record::default() }.into(),
            })),
            ..Detail::default()
        }
        .into(),
        ..Entry::default()
    }
}
