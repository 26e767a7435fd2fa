//! Sitemaps (sitemaps.org) and Google's news sitemaps: addresses, dates, and what news needs.

use super::super::element::{Check, Content, Context, Element, FULL_URI, element, parent, text};
use super::super::namespaces::Ns;
use super::super::rules;
use super::super::values::date::Iso;

const URL: &[Check] = &[FULL_URI];
const W3C_DATE: Content = Content::Text(&[Check::Iso(Iso::W3cdtf)]);
const FILLED: Content = Content::Text(&[Check::NotBlank]);

/// `<urlset>`
pub(super) const URLSET: Element = parent("urlset", &URLS);
/// `<sitemapindex>`
pub(super) const INDEX: Element = parent("sitemapindex", &SITEMAPS);

static URLS: Context =
    Context::new(&[&[parent("url", &ADDRESS)]]).required(&[(Ns::Core, "url", rules::MISSING_ELEMENT)]);
static SITEMAPS: Context = Context::new(&[&[parent("sitemap", &ADDRESS)]]).required(&[(
    Ns::Core,
    "sitemap",
    rules::MISSING_ELEMENT,
)]);

static ADDRESS: Context = Context::new(&[&[
    text("loc", URL).once(),
    element(Ns::Core, "lastmod", W3C_DATE).once(),
    text("changefreq", &[]).once(),
    text("priority", &[Check::Decimal]).once(),
    element(Ns::SitemapNews, "news", Content::Children(&NEWS)).once(),
    element(Ns::SitemapImage, "image", Content::Children(&IMAGE)),
    element(Ns::SitemapVideo, "video", Content::Anything),
    element(Ns::Xhtml, "link", Content::Anything),
]])
.required(&[(Ns::Core, "loc", rules::MISSING_ELEMENT)]);

static IMAGE: Context = Context::new(&[&[
    element(Ns::SitemapImage, "loc", Content::Text(URL)).once(),
    element(Ns::SitemapImage, "caption", Content::Text(&[])),
    element(Ns::SitemapImage, "geo_location", Content::Text(&[])),
    element(Ns::SitemapImage, "title", Content::Text(&[])),
    element(Ns::SitemapImage, "license", Content::Text(&[])),
]])
.required(&[(Ns::SitemapImage, "loc", rules::MISSING_ELEMENT)]);

static NEWS: Context = Context::new(&[&[
    element(Ns::SitemapNews, "publication", Content::Children(&PUBLICATION)).once(),
    element(Ns::SitemapNews, "publication_date", W3C_DATE).once(),
    element(Ns::SitemapNews, "title", FILLED).once(),
    element(Ns::SitemapNews, "keywords", Content::Text(&[])).once(),
    element(Ns::SitemapNews, "genres", Content::Text(&[])).once(),
    element(Ns::SitemapNews, "stock_tickers", Content::Text(&[])).once(),
    element(Ns::SitemapNews, "access", Content::Text(&[])).once(),
]])
.required(&[
    (Ns::SitemapNews, "publication", rules::MISSING_ELEMENT),
    (Ns::SitemapNews, "publication_date", rules::MISSING_ELEMENT),
    (Ns::SitemapNews, "title", rules::MISSING_ELEMENT),
]);

static PUBLICATION: Context = Context::new(&[&[
    element(Ns::SitemapNews, "name", FILLED).once(),
    element(Ns::SitemapNews, "language", Content::Text(&[Check::Language])).once(),
]])
.required(&[
    (Ns::SitemapNews, "name", rules::MISSING_ELEMENT),
    (Ns::SitemapNews, "language", rules::MISSING_ELEMENT),
]);
