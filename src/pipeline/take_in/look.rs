//! What a run would read of an article record, without a store: for looking.

use std::path::Path;

use url::Url;

use super::pages;
use crate::articles::{self, Form, Rule, Unreadable};
use crate::config::Desk;
use crate::credits::Names;
use crate::model::{Article, Credit, Hints, Manners, Outlet};
use crate::pipeline::{Broken, credit};

/// An article, and whom it credits.
#[derive(Debug)]
pub struct Look {
    /// What its record says.
    pub article: Article,
    /// What the record, the page and the text credit.
    pub credits: Vec<Credit>,
}

/// Reads records as a run would: with the outlets of a desk, and the rule that finds a file.
#[derive(Debug)]
pub struct Looking<'d> {
    desk: Option<&'d Desk>,
    known: Vec<Outlet>,
    names: Names,
}

impl<'d> Looking<'d> {
    /// Without a desk no outlet is configured and no rule gives defaults.
    pub fn new(desk: Option<&'d Desk>) -> Self {
        let known = desk.map(Desk::outlets).unwrap_or_default();
        Self { desk, names: Names::new(&known), known }
    }

    /// The articles of a file. `form` and `url` are told from outside where the file does not say them.
    pub fn at(&self, path: &Path, form: Option<Form>, url: Option<&str>) -> Vec<Result<Look, Unreadable>> {
        let found = self.desk.and_then(|desk| articles::rule_of(&desk.root, &desk.articles, path));
        let rule = found.cloned().unwrap_or_else(|| Rule { url: url.map(str::to_owned), ..Rule::default() });
        let read = articles::open(path, form, &rule, &self.known);
        read.into_iter().map(|article| article.map(|article| self.credited(article, url))).collect()
    }

    /// The article of a page on the web, asked as a run asks pages: through the same fence, as its site's
    /// robots.txt allows. Why it gives nothing is a value.
    pub fn on_the_web(&self, url: &Url) -> Result<Result<Look, String>, Broken> {
        let usual = Manners::default();
        let manners = self.desk.map_or(&usual, |desk| &desk.manners);
        let document = match pages::page(url, manners)? {
            Ok(document) => document,
            Err(why) => return Ok(Err(format!("{url}: {why}"))),
        };
        let hints = Hints { base_url: Some(&document.url), content_type: document.content_type.as_deref() };
        let read = articles::web_page(&document.bytes, &hints, &self.known);
        Ok(read.map(|article| self.credited(article, None)).map_err(|why| format!("{url}: {why}")))
    }

    fn credited(&self, mut article: Article, url: Option<&str>) -> Look {
        if let Some(url) = url {
            article.entry.link = Some(url.to_owned());
        }
        article.credits = credit::beside(&article, &self.names);
        let site = self.desk.map(|desk| &desk.site);
        articles::resolve(&mut article, site.map_or("", |site| &site.home));
        let own = Outlet {
            name: site.map(|site| site.title.clone()).unwrap_or_default(),
            home: site.map(|site| site.home.clone()).filter(|home| !home.is_empty()),
        };
        let credits = credit::of_article(&article, &own, &self.names);
        Look { article, credits }
    }
}
