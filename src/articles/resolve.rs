//! Nothing relative is ever published: every address of a record means what it means on the article's
//! own page.

use url::Url;

use crate::model::Article;
use crate::text::url::is_web;

/// Makes the addresses of an article absolute against its own, else against its site's. A picture, a
/// licence or a person's page whose address cannot be made whole is dropped; what stands in the text is
/// made whole where it is cleaned, with the base that is set here.
pub fn resolve(article: &mut Article, site: &str) {
    let own = article.entry.link.as_deref().unwrap_or(site);
    let Ok(own) = Url::parse(own) else { return };
    let entry = &mut article.entry;
    // A page may say itself what its addresses stand against (`<base>`).
    let stated = entry.content.as_ref().and_then(|text| text.base.as_deref().map(str::to_owned));
    let base = stated.and_then(|base| own.join(&base).ok()).unwrap_or(own);
    let whole = |address: &str| whole(address, &base);
    if let Some(text) = entry.detail.get_mut().and_then(|detail| detail.content.as_mut()) {
        text.base = Some(base.as_str().into());
    }
    let Some(detail) = entry.detail.get_mut() else { return };
    for person in &mut detail.authors {
        if person.reach.uri.is_some() {
            person.reach.uri = person.reach.uri.as_deref().and_then(whole);
        }
    }
    let Some(rare) = detail.rare.get_mut() else { return };
    rare.thumbnail = rare.thumbnail.as_deref().and_then(whole);
    rare.media.retain_mut(|media| match whole(&media.url) {
        Some(url) => {
            media.url = url;
            true
        }
        None => false,
    });
    if let Some(seldom) = rare.seldom.get_mut() {
        seldom.license = seldom.license.as_deref().and_then(whole);
    }
}

/// The address as an absolute one of the web; one that is it already stays as written.
fn whole(address: &str, base: &Url) -> Option<String> {
    let address = address.trim();
    if is_web(address) {
        return Some(address.to_owned());
    }
    let joined = base.join(address).ok()?;
    (!address.is_empty() && is_web(joined.as_str())).then(|| joined.into())
}

#[cfg(test)]
mod tests {
    use super::resolve;
    use crate::model::{Article, Entry, Media, Text};

    fn of(link: Option<&str>, base: Option<&str>) -> (Option<String>, Vec<String>) {
        let mut article = Article::default();
        let mut entry = Entry { link: link.map(str::to_owned), ..Entry::default() };
        entry.content = Some(Text { base: base.map(Into::into), ..Text::html("<img src=a.jpg>") });
        entry.thumbnail = Some("../b.jpg".into());
        entry.media = ["c.jpg", "data:image/png;base64,AAAA", "//cdn.example/d.jpg"]
            .map(|url| Media { url: url.into(), ..Media::default() })
            .into();
        article.entry = entry;
        resolve(&mut article, "https://desk.example/");
        let media = article.entry.media.iter().map(|media| media.url.clone()).collect();
        assert!(article.entry.thumbnail.as_deref().is_some_and(|url| url.ends_with("/b.jpg")));
        (article.entry.content.as_ref().and_then(|text| text.base.as_deref().map(str::to_owned)), media)
    }

    #[test]
    fn every_address_stands_against_the_articles_own_or_the_sites() {
        let (base, media) = of(Some("https://desk.example/tv/a/b"), None);
        assert_eq!(base.as_deref(), Some("https://desk.example/tv/a/b"));
        assert_eq!(media, ["https://desk.example/tv/a/c.jpg", "https://cdn.example/d.jpg"]);
        assert_eq!(of(None, None).1[0], "https://desk.example/c.jpg");
        assert_eq!(
            of(Some("https://desk.example/tv/a"), Some("/files/")).1[0],
            "https://desk.example/files/c.jpg"
        );
    }
}
