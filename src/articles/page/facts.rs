//! What a page says of itself, gathered in one walk over its elements and not yet judged.

use dom_query::{Document, NodeRef};
use serde_json::Value;

use crate::text::plain::one_line;

/// More of one kind are not kept.
const MOST: usize = 200;
/// A byline, headline or date that is longer is none.
const LONGEST: usize = 400;
/// More characters are no site's name.
const LONGEST_LOGO: usize = 60;
/// A link around more nodes is no logo.
const LARGEST_LINK: usize = 30;

/// The page's own statements, in its order.
#[derive(Default)]
pub(super) struct Facts {
    /// `meta` elements: name, property or itemprop in small letters, and what they say.
    metas: Vec<(String, String)>,
    /// JSON-LD documents.
    pub(super) linked: Vec<Value>,
    pub(super) canonical: Option<String>,
    pub(super) base: Option<String>,
    pub(super) language: Option<String>,
    /// The text of `<title>`.
    pub(super) title: Option<String>,
    /// Headings of the first rank.
    pub(super) headings: Vec<String>,
    /// Headings of the second and third.
    pub(super) second: Vec<String>,
    /// Headings that lead to the site's home or are called its name.
    pub(super) logos: Vec<String>,
    /// Headings that microdata call the headline of the page.
    pub(super) marked: Vec<String>,
    /// Times with a machine's value, and whether their element says that they are of publication.
    pub(super) times: Vec<(String, Role)>,
    /// Texts of elements that name who wrote the page; the surest kind first.
    pub(super) bylines: [Vec<String>; 3],
    /// Short texts whose class says that they are a date.
    pub(super) dates: Vec<String>,
    /// Other short texts in which a year stands.
    pub(super) shown: Vec<String>,
    /// How many marked elements were looked into.
    looks: usize,
}

/// What a time on the page is said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    Published,
    Any,
    Updated,
}

/// Nodes of a line with a date that are looked at.
const MOST_IN_LINE: usize = 20;

impl Facts {
    pub(super) fn of(page: &Document) -> Self {
        let mut facts = Self::default();
        for node in page.root().descendants_it() {
            if node.is_text() {
                facts.text(&node);
            } else {
                facts.note(&node);
            }
        }
        facts
    }

    /// The first value of the first of these names that has one.
    pub(super) fn meta(&self, names: &[&str]) -> Option<String> {
        self.metas_of(names).into_iter().next()
    }

    /// The values of the first of these names that has any.
    pub(super) fn metas_of(&self, names: &[&str]) -> Vec<String> {
        let of = |wanted: &&str| -> Vec<String> {
            let found = self.metas.iter().filter(|(name, _)| name == wanted);
            found.map(|(_, value)| value.clone()).collect()
        };
        names.iter().map(of).find(|values| !values.is_empty()).unwrap_or_default()
    }

    fn note(&mut self, node: &NodeRef<'_>) {
        let Some(name) = node.node_name() else { return };
        match name.as_ref() {
            "meta" => self.meta_element(node),
            "link" => {
                let rel = node.attr("rel").unwrap_or_default().to_ascii_lowercase();
                if self.canonical.is_none() && rel.split_whitespace().any(|word| word == "canonical") {
                    self.canonical = attribute(node, "href");
                }
            }
            "base" if self.base.is_none() => self.base = attribute(node, "href"),
            "html" if self.language.is_none() => {
                self.language = attribute(node, "lang").or_else(|| attribute(node, "xml:lang"));
            }
            "title" if self.title.is_none() => self.title = short(node),
            "h1" | "h2" | "h3" if self.headings.len() + self.second.len() < 2 * MOST => {
                self.heading(node, &name);
                self.marked(node);
            }
            "script" => {
                let kind = node.attr("type").unwrap_or_default().to_ascii_lowercase();
                if kind.starts_with("application/ld+json") && self.linked.len() < MOST {
                    self.linked.extend(lenient_json(&node.text()));
                }
            }
            "style" | "noscript" | "svg" => {}
            "time" | "abbr" => {
                self.time(node);
                self.marked(node);
            }
            _ => self.marked(node),
        }
    }

    fn heading(&mut self, node: &NodeRef<'_>, rank: &str) {
        let Some(text) = short(node) else { return };
        let property = node.attr("itemprop").unwrap_or_default();
        if property.split_whitespace().any(|word| word == "headline") {
            self.marked.push(text.clone());
        }
        match rank {
            _ if is_logo(node, &text) => self.logos.push(text),
            "h1" => self.headings.push(text),
            _ => self.second.push(text),
        }
    }

    fn text(&mut self, node: &NodeRef<'_>) {
        // In a table or a list of terms a day is what the text tells of.
        let is_cell = |node: NodeRef<'_>| ["td", "th", "dd", "dt"].iter().any(|name| node.has_name(name));
        if node.parent().is_some_and(is_cell) {
            return;
        }
        let text = node.text();
        if self.shown.len() < MOST / 2 && text.len() < 120 && (text.contains("20") || text.contains("19")) {
            let text = one_line(&text);
            self.shown.extend((text.len() < 60 && !text.contains('\u{a9}')).then_some(text));
        }
    }

    fn meta_element(&mut self, node: &NodeRef<'_>) {
        let Some(value) = attribute(node, "content") else { return };
        for key in ["property", "name", "itemprop"] {
            if let Some(name) = attribute(node, key)
                && self.metas.len() < 4 * MOST
            {
                let names = name.to_ascii_lowercase();
                let names = names.split_whitespace().map(|name| (name.to_owned(), value.clone()));
                self.metas.extend(names);
            }
        }
    }

    fn time(&mut self, node: &NodeRef<'_>) {
        let value = attribute(node, "datetime")
            .or_else(|| attribute(node, "title"))
            .or_else(|| attribute(node, "content"));
        let Some(value) = value.filter(|value| value.len() <= LONGEST) else { return };
        if self.times.len() < MOST {
            self.times.push((value, role(node)));
        }
    }

    /// An element whose attributes say that it names the author or the date.
    fn marked(&mut self, node: &NodeRef<'_>) {
        let (class, property, rel) = (node.attr("class"), node.attr("itemprop"), node.attr("rel"));
        if class.is_none() && property.is_none() && rel.is_none() || self.looks > 2 * MOST {
            return;
        }
        let property = property.unwrap_or_default().to_ascii_lowercase();
        let rel = rel.unwrap_or_default().to_ascii_lowercase();
        let class = class.unwrap_or_default().to_ascii_lowercase();
        let has = |text: &str, word: &str| text.split_whitespace().any(|one| one == word);
        let rank = if has(&property, "author") || has(&property, "creator") {
            0
        } else if has(&rel, "author") {
            1
        } else if says_author(&class) {
            2
        } else {
            3
        };
        if let Some(list) = self.bylines.get_mut(rank) {
            self.looks += 1;
            list.extend(names_in(node));
        }
        if rank == 3 && says_date(&class) {
            self.looks += 1;
            // What is written for programs has zone and time.
            let inner = node.descendants_it().take(MOST_IN_LINE);
            let mut times = std::iter::once(*node).chain(inner).filter(|one| one.has_name("time"));
            let written = times.find(|one| one.has_attr("datetime") && !matches!(role(one), Role::Updated));
            let written = written.and_then(|one| attribute(&one, "datetime"));
            self.dates.extend(written.filter(|value| value.len() <= LONGEST));
            self.dates.extend(short(node).filter(|text| text.len() < 120));
        }
        if ["datepublished", "datecreated"].iter().any(|word| has(&property, word)) && !node.has_name("time")
        {
            let value =
                attribute(node, "content").or_else(|| attribute(node, "datetime")).or_else(|| short(node));
            self.times.extend(value.map(|value| (value, Role::Published)));
        }
    }
}

/// Whether a heading is the site's name: it is the link to its home, or its class says so.
fn is_logo(node: &NodeRef<'_>, text: &str) -> bool {
    let around = std::iter::once(*node).chain(node.ancestors_it(Some(2))).collect::<Vec<_>>();
    let named = around.iter().any(|one| {
        let class = one.attr("class").unwrap_or_default().to_ascii_lowercase();
        let id = one.attr("id").unwrap_or_default().to_ascii_lowercase();
        class.split_whitespace().chain([id.as_str()]).any(|name| {
            [
                "logo",
                "branding",
                "sitename",
                "site-name",
                "site_name",
                "site-title",
                "sitetitle",
                "site_title",
            ]
            .iter()
            .any(|word| name.contains(word))
        })
    });
    let inner = node.descendants_it().find(|inner| inner.has_name("a"));
    let few = |one: &NodeRef<'_>| one.descendants_it().take(LARGEST_LINK).count() < LARGEST_LINK;
    let link = inner.or_else(|| around.into_iter().skip(1).find(|one| one.has_name("a") && few(one)));
    let home = link.is_some_and(|link| {
        let address = link.attr("href").unwrap_or_default();
        let rel = link.attr("rel").unwrap_or_default();
        let whole = one_line(&link.text()) == text || one_line(&link.text()).contains(text);
        whole && (rel.split_whitespace().any(|word| word == "home") || is_home(&address))
    });
    text.chars().count() <= LONGEST_LOGO && (named || home)
}

/// `/`, `./`, `index.html`, `https://site.example/`.
fn is_home(address: &str) -> bool {
    let path = match address.split_once("//") {
        Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
        None => address.trim_start_matches("./").trim_start_matches('/'),
    };
    !address.trim().is_empty()
        && !address.starts_with(['#', '?'])
        && (path.is_empty() || path.starts_with("index.") && !path.contains('/'))
}

/// What a time is, by its own attributes and those of what it stands in.
fn role(node: &NodeRef<'_>) -> Role {
    let said = |node: &NodeRef<'_>| {
        ["itemprop", "class", "id"]
            .map(|key| node.attr(key).unwrap_or_default().to_ascii_lowercase())
            .join(" ")
    };
    let near = node.parent().map(|parent| said(&parent)).unwrap_or_default();
    let own = format!("{} {near}", said(node));
    let any = |words: &[&str]| words.iter().any(|word| own.contains(word));
    if any(&["update", "modif", "dtstamp-update"]) {
        return Role::Updated;
    }
    let published =
        node.has_attr("pubdate") || any(&["publish", "pubdate", "created", "entry-date", "dtstart"]);
    if published { Role::Published } else { Role::Any }
}

/// `byline`, `author`, `article__author-name`, but not `author-bio` or `author-image`.
fn says_author(class: &str) -> bool {
    let says = ["byline", "author", "autor", "writer", "redakteur"].iter().any(|word| class.contains(word));
    let other = [
        "bio",
        "image",
        "img",
        "avatar",
        "photo",
        "social",
        "follow",
        "comment",
        "related",
        "twitter",
        "authorbox",
        "author-box",
        "author_box",
    ];
    says && !other.iter().any(|word| class.contains(word))
}

fn says_date(class: &str) -> bool {
    let mut words = class.split(|c: char| !c.is_ascii_alphanumeric());
    words.any(|word| {
        matches!(
            word,
            "date"
                | "datum"
                | "fecha"
                | "data"
                | "dateline"
                | "pubdate"
                | "published"
                | "timestamp"
                | "time"
                | "posted"
                | "date_published"
        )
    })
}

/// The names in an element: those of its `itemprop=name`, else of its links, else its text.
fn names_in(node: &NodeRef<'_>) -> Vec<String> {
    let inner = |is: &dyn Fn(&NodeRef<'_>) -> bool| -> Vec<String> {
        node.descendants_it()
            .filter(|inner| inner.is_element() && is(inner))
            .take(20)
            .filter_map(|inner| attribute(&inner, "content").or_else(|| short(&inner)))
            .collect()
    };
    let named = inner(&|one| one.attr("itemprop").is_some_and(|property| property.as_ref() == "name"));
    if !named.is_empty() {
        return named;
    }
    let text = attribute(node, "content").or_else(|| short(node));
    text.filter(|text| text.chars().count() < 200).into_iter().collect()
}

/// The text of an element on one line, where it is short.
fn short(node: &NodeRef<'_>) -> Option<String> {
    let text = one_line(&node.text());
    (!text.is_empty() && text.chars().count() <= LONGEST).then_some(text)
}

/// The value of an attribute on one line; none if it is blank.
pub(super) fn attribute(node: &NodeRef<'_>, name: &str) -> Option<String> {
    let value = one_line(&node.attr(name)?);
    (!value.is_empty()).then_some(value)
}

/// JSON as pages write it: in comments or CDATA, with raw line ends in its texts.
fn lenient_json(text: &str) -> Option<Value> {
    let text = text
        .trim()
        .trim_start_matches("<!--")
        .trim_start_matches("//<![CDATA[")
        .trim_start_matches("<![CDATA[");
    let text =
        text.trim_end_matches("-->").trim_end().trim_end_matches("]]>").trim_end().trim_end_matches("//");
    let text = text.trim().trim_end_matches(';');
    serde_json::from_str(text).ok().or_else(|| {
        let blank = |c: char| if c.is_control() { ' ' } else { c };
        let without: String = text.chars().map(blank).collect();
        serde_json::from_str(&without).ok()
    })
}
