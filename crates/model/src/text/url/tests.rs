//! Each table of canonical addresses, rule by rule, and that the whole is idempotent.

use proptest::prelude::*;

use super::{canonical, domain, site, untracked};

/// All the addresses have one canonical form, and it is the last of them.
fn same(addresses: &[&str]) {
    let last = addresses.last().expect("at least one");
    for address in addresses {
        assert_eq!(canonical(address).as_deref(), Some(*last), "{address}");
    }
}

#[test]
fn scheme_port_case_and_fragment_make_no_difference() {
    same(&[
        "http://Example.ORG:80/a/b#top",
        "https://example.org:443/a/b",
        "http://user:pw@example.org/a/b",
        "  https://example.org./a/b  ",
        "https://example.org/a/b",
    ]);
    assert_eq!(canonical("https://a.example:8080/x").as_deref(), Some("https://a.example:8080/x"));
    assert_eq!(canonical("https://a.example/#!/story/1").as_deref(), Some("https://a.example#!/story/1"));
}

#[test]
fn hosts_for_small_screens_are_the_site() {
    same(&[
        "https://www.paper.example.com/x",
        "https://m.paper.example.com/x",
        "https://paper.example.com/x",
    ]);
    same(&["https://en.m.wiki.example/x", "https://en.wiki.example/x"]);
    same(&["https://amp.daily.co.uk/x", "https://mobile.daily.co.uk/x", "https://daily.co.uk/x"]);
    assert_eq!(canonical("https://m.co.uk/x").as_deref(), Some("https://m.co.uk/x"), "m is the name here");
}

#[test]
fn index_pages_and_slashes_are_their_folder() {
    same(&[
        "https://a.example/n/index.html",
        "https://a.example/n/",
        "https://a.example//n",
        "https://a.example/n",
    ]);
    same(&["https://a.example/index.php", "https://a.example/", "https://a.example"]);
}

#[test]
fn other_renderings_are_the_page() {
    same(&[
        "https://a.example/n/amp/",
        "https://a.example/amp/n",
        "https://a.example/n.amp",
        "https://a.example/n?amp=1",
        "https://a.example/n",
    ]);
    same(&["https://a.example/n.amp.html", "https://a.example/n.html"]);
    same(&[
        "https://a.example/n/print",
        "https://a.example/n?outputType=amp",
        "https://a.example/n?view=amp",
        "https://a.example/n",
    ]);
    assert_eq!(
        canonical("https://a.example/amp").as_deref(),
        Some("https://a.example/amp"),
        "a page of that name"
    );
}

#[test]
fn tracking_parameters_fall_and_others_are_sorted() {
    same(&[
        "https://a.example/n?utm_source=x&b=2&fbclid=q&a=1",
        "https://a.example/n?a=1&b=2&UTM_medium=rss",
        "https://a.example/n?b=2&a=1&source=rss",
        "https://a.example/n?a=1&b=2",
    ]);
    assert_eq!(
        canonical("https://a.example/n?source=page2").as_deref(),
        Some("https://a.example/n?source=page2")
    );
    assert_eq!(
        canonical("https://a.example/n?b=2&1234").as_deref(),
        Some("https://a.example/n?b=2&1234"),
        "no list"
    );
    assert_eq!(
        canonical("https://a.example/n?x=2&x=1").as_deref(),
        Some("https://a.example/n?x=2&x=1"),
        "order kept"
    );
}

#[test]
fn escapes_that_need_not_be_are_undone() {
    same(&["https://a.example/%7Ejo/%41b%2fc", "https://a.example/~jo/Ab%2Fc"]);
}

#[test]
fn sessions_in_the_path_fall() {
    same(&["https://a.example/n;jsessionid=0A1B", "https://a.example/n"]);
}

#[test]
fn redirects_that_carry_their_target_lead_to_it() {
    same(&[
        "https://www.google.com/url?sa=t&url=https%3A%2F%2Fwww.a.example%2Fn%3Futm_source%3Dg&usg=1",
        "http://news.google.com/news/url?sa=t&fd=R&url=http://a.example/n",
        "https://a-example.cdn.ampproject.org/c/s/a.example/n?usqp=mq",
        "https://a.example/n",
    ]);
    same(&[
        "https://a-example.cdn.ampproject.org/c/s/www.a.example/n/amp/",
        "https://www.google.com/amp/s/a.example/n",
        "https://a.example/n",
    ]);
    same(&["https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fn&h=AT", "https://a.example/n"]);
    same(&["https://web.archive.org/web/20260101000000/https://a.example/n", "https://a.example/n"]);
    same(&[
        "https://youtu.be/abc?si=1",
        "https://www.youtube.com/watch?v=abc&feature=share",
        "https://youtube.com/watch?v=abc",
    ]);
    let nested = "https://google.com/url?q=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dhttps%253A%252F%252Fa.example%252Fn";
    same(&[nested, "https://a.example/n"]);
}

#[test]
fn a_parameter_that_is_no_address_is_left_alone() {
    let address = "https://google.com/url?q=copydesk";
    assert_eq!(canonical(address).as_deref(), Some(address));
}

#[test]
fn what_is_no_web_address_has_no_canonical_form() {
    for address in ["", "mailto:a@b.example", "/n", "tag:a.example,2026:1", "javascript:alert(1)", "http://"]
    {
        assert_eq!(canonical(address), None, "{address}");
    }
    assert_eq!(canonical(&format!("https://a.example/{}", "x".repeat(9_000))), None);
}

#[test]
fn domain_and_site_of_an_address() {
    assert_eq!(domain("https://www.News.BBC.co.uk/x").as_deref(), Some("news.bbc.co.uk"));
    assert_eq!(site("https://www.news.bbc.co.uk/x").as_deref(), Some("bbc.co.uk"));
    assert_eq!(site("https://a.b.example.com/x").as_deref(), Some("example.com"));
    assert_eq!(site("https://bbc.co.uk/").as_deref(), Some("bbc.co.uk"));
    assert_eq!(site("http://192.0.2.7/").as_deref(), Some("192.0.2.7"));
    assert_eq!(site("http://localhost/").as_deref(), Some("localhost"));
}

proptest! {
    #[test]
    fn canonical_is_idempotent_and_never_panics(address in "\\PC{0,60}") {
        let url = format!("https://www.{address}");
        for text in [&address, &url] {
            if let Some(once) = canonical(text) {
                prop_assert_eq!(canonical(&once), Some(once));
            }
        }
    }

    #[test]
    fn canonical_is_idempotent_on_likely_addresses(
        host in "(www\\.|m\\.|amp\\.)?(google\\.com|a\\.example|cdn\\.ampproject\\.org|b\\.co\\.uk)",
        path in "(/(amp|c|s|url|index\\.html|a\\.example|n\\.amp|%2[Ff]|%7e|;jsessionid=1|)){0,5}",
        query in "(\\?((url|q|b|a|utm_x|amp)=?(https://a\\.example/n|1|%41)?&?){0,4})?",
    ) {
        let address = format!("http://{host}{path}{query}");
        if let Some(once) = canonical(&address) {
            prop_assert_eq!(canonical(&once), Some(once));
        }
    }
}

#[test]
fn what_only_tracks_leaves_an_address_and_the_rest_stays_as_it_came() {
    for (address, left) in [
        ("http://WWW.a.example/n/?utm_source=rss&p=2&fbclid=7#x", "http://WWW.a.example/n/?p=2#x"),
        ("https://a.example/n?utm_campaign=1700000000", "https://a.example/n"),
        ("https://a.example/n?p=2&q=", "https://a.example/n?p=2&q="),
        ("tag:a.example,2026:n", "tag:a.example,2026:n"),
    ] {
        assert_eq!(untracked(address), left);
    }
}
