//! Upstream feeds of invented outlets, written in each of the four formats.

use chrono::{DateTime, Utc};

/// An item before it is written in any format.
pub(crate) struct Item {
    pub(crate) url: String,
    pub(crate) title: String,
    pub(crate) html: String,
    pub(crate) published: DateTime<Utc>,
}

/// An outlet and its feed.
pub(crate) struct Outlet {
    pub(crate) name: String,
    pub(crate) home: String,
    pub(crate) items: Vec<Item>,
}

/// A feed format that an outlet may publish in.
#[derive(Clone, Copy)]
pub(crate) enum Format {
    Rss2,
    Atom,
    Rss1,
    Json,
}

impl Format {
    pub(crate) const ALL: [Self; 4] = [Self::Rss2, Self::Atom, Self::Rss1, Self::Json];

    /// The ending of a file of this format.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Rss2 | Self::Atom => "xml",
            Self::Rss1 => "rdf",
            Self::Json => "json",
        }
    }

    /// The feed document of an outlet.
    pub(crate) fn document(self, outlet: &Outlet) -> String {
        match self {
            Self::Rss2 => rss2(outlet),
            Self::Atom => atom(outlet),
            Self::Rss1 => rss1(outlet),
            Self::Json => json(outlet),
        }
    }
}

pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn rss2(outlet: &Outlet) -> String {
    let items = outlet.items.iter().map(|item| {
        format!(
            "<item><title>{}</title><link>{url}</link><guid>{url}</guid><pubDate>{}</pubDate>\
             <category>TV</category><description>{}</description></item>\n",
            escape(&item.title),
            item.published.to_rfc2822(),
            escape(&item.html),
            url = item.url,
        )
    });
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel><title>{}</title><link>{}</link>\
         <description>News</description><language>en</language>\n{}</channel></rss>\n",
        escape(&outlet.name),
        outlet.home,
        items.collect::<String>()
    )
}

fn atom(outlet: &Outlet) -> String {
    let entries = outlet.items.iter().map(|item| {
        format!(
            "<entry><id>{url}#entry</id><title>{}</title><link href=\"{url}\"/><published>{date}</published>\
             <updated>{date}</updated><content type=\"html\">{}</content></entry>\n",
            escape(&item.title),
            escape(&item.html),
            url = item.url,
            date = item.published.to_rfc3339(),
        )
    });
    let updated = outlet.items.iter().map(|item| item.published).max().unwrap();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\
         <id>{home}</id><title>{}</title><link href=\"{home}\"/><updated>{}</updated><author><name>{0}</name></author>\n{}</feed>\n",
        escape(&outlet.name),
        updated.to_rfc3339(),
        entries.collect::<String>(),
        home = outlet.home,
    )
}

fn rss1(outlet: &Outlet) -> String {
    let listed = outlet.items.iter().map(|item| format!("<rdf:li rdf:resource=\"{}\"/>", item.url));
    let items = outlet.items.iter().map(|item| {
        format!(
            "<item rdf:about=\"{url}\"><title>{}</title><link>{url}</link><dc:date>{}</dc:date>\
             <content:encoded>{}</content:encoded></item>\n",
            escape(&item.title),
            item.published.to_rfc3339(),
            escape(&item.html),
            url = item.url,
        )
    });
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\" \
         xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">\n<channel rdf:about=\"{home}\"><title>{}</title>\
         <link>{home}</link><description>News</description><dc:language>en</dc:language>\
         <items><rdf:Seq>{}</rdf:Seq></items></channel>\n{}</rdf:RDF>\n",
        escape(&outlet.name),
        listed.collect::<String>(),
        items.collect::<String>(),
        home = outlet.home,
    )
}

fn json(outlet: &Outlet) -> String {
    let items = outlet.items.iter().map(|item| {
        serde_json::json!({
            "id": item.url, "url": item.url, "title": item.title, "content_html": item.html,
            "date_published": item.published.to_rfc3339(), "tags": ["tv"],
        })
    });
    let feed = serde_json::json!({
        "version": "https://jsonfeed.org/version/1.1", "title": outlet.name, "home_page_url": outlet.home,
        "language": "en", "items": items.collect::<Vec<_>>(),
    });
    serde_json::to_string_pretty(&feed).unwrap()
}
