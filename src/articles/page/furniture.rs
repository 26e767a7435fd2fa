//! What stands on a page beside its article: boxes known by their element, role or class.

use std::collections::HashMap;

use dom_query::{Document, NodeId, NodeRef};

/// Elements that are never part of a text.
#[rustfmt::skip]
const ELEMENTS: [&str; 22] = [
    "script", "style", "noscript", "template", "nav", "button", "dialog", "svg", "math", "select", "textarea", "input",
    "iframe", "object", "embed", "link", "meta", "amp-ad", "amp-social-share", "amp-sidebar", "amp-embed", "canvas",
];

/// Words of a class or an id that say so.
#[rustfmt::skip]
const WORDS: [&str; 142] = [
    "share", "shares", "sharing", "sharebar", "sharedaddy", "sharebuttons", "addthis", "addtoany", "social", "socials", "socialmedia",
    "newsletter", "newsletters", "nl", "subscribe", "subscription", "signup", "register", "related", "relateds", "relatedposts",
    "relatedarticles", "recommended", "recommendation", "recommendations", "recommends", "recirc", "recirculation", "readmore", "readalso", "readnext",
    "interstitial", "mostread", "mostpopular", "popular", "trending", "outbrain", "taboola", "zergnet", "plista", "teaser",
    "teasers", "promo", "promobox", "promotion", "comments", "comment", "disqus", "breadcrumb", "breadcrumbs", "tags", "taglist", "keywords",
    "advert", "advertisement", "advertising", "ad", "ads", "adbox", "adslot", "sponsored", "sponsor", "banner", "cookie", "cookies",
    "consent", "gdpr", "caption", "captions", "figcaption", "byline", "bylines", "dateline", "timestamp", "pagination", "pager", "navigation",
    "menu", "sidebar", "copyright", "donate", "donation", "cta", "poll", "breaking", "hidden", "toolbar", "jp", "outstream", "werbung", "anzeige", "popup", "modal",
    "paywall", "subscriptions", "reactions", "talkbacks", "talkback", "kommentare", "kommentar", "kommentarer",
    "commentaires", "comentarios", "comentários", "commenti", "reacties", "yorumlar", "komentarze", "komentare",
    "kom", "discussion", "diskussion", "compartir", "compartilhar", "partilha", "partage", "partager", "teilen",
    "delen", "condividi", "udostepnij", "paylas", "relacionadas", "relacionados", "verwandt", "ilgili", "legende",
    "legenda", "leyenda", "didascalia", "bildunterschrift", "bildtext", "bijschrift", "billedtext", "affiliate",
    "disclosure", "abo", "abonnement", "inscription", "suscripcion", "assinatura", "crumbs",
];

/// Words of the class of a picture's box.
#[rustfmt::skip]
const PICTURES: [&str; 16] = [
    "photo", "photos", "image", "img", "pic", "picture", "foto", "bild", "figure", "media", "hero", "featured", "imagen", "immagine",
    "zdjecie", "obrazek",
];
/// More characters are no caption; more pictures are not looked at.
const LONGEST_CAPTION: usize = 240;
const MOST_PICTURES: usize = 300;
/// A box of more nodes is no picture's.
const MOST_IN_BOX: usize = 60;

/// A word that marks more of a page's prose than this part of a hundred marks no furniture there.
const MOST_OF_PROSE: usize = 25;
/// A paragraph is no more than a caption by its class.
const CAPTIONS: [&str; 4] = ["caption", "captions", "legende", "bildunterschrift"];
/// Of what readers wrote there may be more than of the article.
const READERS: [&str; 8] =
    ["comments", "disqus", "reactions", "talkbacks", "kommentare", "commentaires", "comentarios", "reacties"];
const MOST_OF_READERS: usize = 70;

/// Takes out of a page what is no part of any text, before an article is looked for; how many characters
/// of prose it has.
pub(super) fn boxes(page: &Document) -> usize {
    let Some(body) = page.body() else { return 0 };
    let (mut gone, mut marked): (Vec<NodeRef<'_>>, Vec<(NodeRef<'_>, &'static str)>) =
        (Vec::new(), Vec::new());
    let prose = prose(&body);
    let total: usize = prose.values().sum();
    for node in body.descendants_it().filter(NodeRef::is_element).collect::<Vec<_>>() {
        let name = node.node_name().unwrap_or_default();
        if name.as_ref() == "button" && is_within_text(&node) {
            node.rename("span");
        } else if ELEMENTS.contains(&name.as_ref()) || is_hidden(&node) {
            gone.push(node);
        } else if is_within_text(&node) {
            continue;
        } else if !matches!(name.as_ref(), "article" | "main" | "body" | "h1")
            && let Some(word) = word(&node)
            && (name.as_ref() != "p" || CAPTIONS.contains(&word))
        {
            marked.push((node, word));
        }
    }
    marked.extend(pictured(&body).into_iter().map(|node| (node, "caption")));
    let mut by_word: HashMap<&str, usize> = HashMap::new();
    let of = |node: &NodeRef<'_>| prose_within(node, &prose);
    // A teaser leads somewhere; what is called so and leads nowhere is the beginning of the text.
    marked.retain(|(node, word)| {
        !matches!(*word, "teaser" | "promo")
            || of(node) < 200
            || node.descendants_it().any(|inner| inner.has_name("a"))
    });
    for (node, word) in &marked {
        *by_word.entry(word).or_default() += of(node);
    }
    let most = |word: &str| if READERS.contains(&word) { MOST_OF_READERS } else { MOST_OF_PROSE };
    let is_furniture = |word: &str| by_word.get(word).copied().unwrap_or(0) * 100 <= total * most(word);
    let marked =
        marked.into_iter().filter(|(_, word)| is_furniture(word)).map(|(node, word)| (node, most(word)));
    for (node, most) in gone.into_iter().map(|node| (node, MOST_OF_PROSE)).chain(marked) {
        if of(&node) * 100 <= total * most {
            node.remove_from_parent();
        } else {
            // A text behind a wall is hidden until a script shows it.
            node.remove_attrs(&["hidden", "style", "aria-hidden"]);
        }
    }
    // The tree must not be looked at while it is changed.
    let walled = |node: &NodeRef<'_>| node.has_name("p") && node.has_attr("aria-hidden");
    for node in body.descendants_it().filter(walled).collect::<Vec<_>>() {
        node.remove_attr("aria-hidden");
    }
    total
}

/// The texts in boxes of a picture and few words beside it: captions, whatever their element.
fn pictured<'a>(body: &NodeRef<'a>) -> Vec<NodeRef<'a>> {
    let mut found: Vec<NodeRef<'a>> = Vec::new();
    for picture in
        body.descendants_it().filter(|node| node.has_name("img")).take(MOST_PICTURES).collect::<Vec<_>>()
    {
        let is_box = |node: &NodeRef<'_>| {
            let class = node.attr("class").unwrap_or_default();
            node.has_name("div") && words(&class).iter().any(|word| PICTURES.contains(&word.as_str()))
        };
        let Some(around) = picture.ancestors_it(Some(3)).find(is_box) else { continue };
        if around.descendants_it().take(MOST_IN_BOX).count() == MOST_IN_BOX {
            continue;
        }
        // A box of much text, or of several pictures, is no picture's.
        let length = around.text().trim().chars().count();
        let pictures = around.descendants_it().filter(|node| node.has_name("img")).take(2).count();
        if length > 0 && length < LONGEST_CAPTION && pictures == 1 {
            let texts = around.children_it(false).filter(|node| node.is_element());
            found.extend(
                texts
                    .filter(|node| {
                        matches!(node.node_name().unwrap_or_default().as_ref(), "p" | "span" | "div")
                    })
                    .filter(|node| {
                        !node.text().trim().is_empty()
                            && !node.descendants_it().any(|inner| inner.has_name("img"))
                    }),
            );
        }
    }
    found
}

/// Whether an element stands in a paragraph with words beside it.
fn is_within_text(node: &NodeRef<'_>) -> bool {
    let Some(parent) = node.parent() else { return false };
    let inside = matches!(
        parent.node_name().unwrap_or_default().as_ref(),
        "p" | "li" | "a" | "em" | "strong" | "span" | "h2" | "h3" | "b" | "i"
    );
    inside && parent.children_it(false).any(|beside| beside.is_text() && beside.text().trim().len() > 3)
}

/// The length of each paragraph's own text outside links.
fn prose(body: &NodeRef<'_>) -> HashMap<NodeId, usize> {
    let mut found = HashMap::new();
    for node in body.descendants_it().filter(NodeRef::is_text) {
        let Some(parent) = node.parent() else { continue };
        if matches!(
            parent.node_name().unwrap_or_default().as_ref(),
            "a" | "script" | "style" | "option" | "button" | "label"
        ) {
            continue;
        }
        let text = node.text();
        let length = text.trim().len();
        // Shorter pieces are labels and names.
        if length >= 40 {
            found.insert(node.id, length);
        }
    }
    found
}

fn prose_within(node: &NodeRef<'_>, prose: &HashMap<NodeId, usize>) -> usize {
    node.descendants_it().filter_map(|inner| prose.get(&inner.id)).sum()
}

fn is_hidden(node: &NodeRef<'_>) -> bool {
    let is = |name: &str, value: &str| node.attr(name).is_some_and(|found| found.eq_ignore_ascii_case(value));
    let style =
        node.attr("style").map(|style| style.to_ascii_lowercase().replace(' ', "")).unwrap_or_default();
    node.has_attr("hidden")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
        || is("role", "navigation")
        || is("role", "dialog")
        || is("role", "menu")
        || is("role", "search")
}

/// The word of its class or id that marks an element as furniture.
fn word(node: &NodeRef<'_>) -> Option<&'static str> {
    let names = ["class", "id", "data-component", "data-testid"]
        .map(|key| node.attr(key).unwrap_or_default().to_string())
        .join(" ");
    let parts = words(&names);
    let direct = parts.iter().find_map(|part| WORDS.iter().find(|word| *word == part).copied());
    let pairs = || {
        parts.windows(2).find_map(|two| match [two[0].as_str(), two[1].as_str()] {
            ["read" | "see" | "more", "more" | "also" | "on" | "next" | "stories" | "news"] => {
                Some("readmore")
            }
            ["most", "read" | "popular" | "viewed"] => Some("mostread"),
            ["author", "bio" | "box" | "info" | "card"] | ["about", "author"] => Some("byline"),
            ["sign", "up"] => Some("signup"),
            ["img" | "image" | "photo" | "pic" | "picture", "descr" | "desc" | "description" | "credit"] => {
                Some("caption")
            }
            ["instagram", "media"] | ["tiktok", "embed"] => Some("embed"),
            [
                "lire" | "lees" | "leggi" | "leia" | "leer" | "lue" | "les",
                "aussi" | "ook" | "anche" | "mais" | "tambien" | "myos" | "ogsa",
            ] => Some("readmore"),
            _ => None,
        })
    };
    direct.or_else(pairs)
}

/// `articleShare-buttons` as `article`, `share`, `buttons`.
pub(super) fn words(names: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut before = ' ';
    for c in names.chars().take(400) {
        let begins = !before.is_alphanumeric() || c.is_uppercase() && before.is_lowercase();
        if c.is_alphanumeric() {
            if begins || out.is_empty() {
                out.push(String::new());
            }
            if let Some(last) = out.last_mut() {
                last.extend(c.to_lowercase());
            }
        }
        before = c;
    }
    out
}
