//! The visible line at the end of a text, for people: the same in every format.

use super::Upstream;
use crate::model::{Also, Credit, Rights, Stored};
use crate::text::url;

/// The visible line for people who read: where to read on, whom the text credits, who else reports.
pub(super) fn credit_line(
    lead: &Stored,
    upstream: Option<&Upstream>,
    rights: Rights,
    credits: &[Credit],
    also: &[Also],
) -> String {
    let mut sentences = Vec::new();
    if let (Some(upstream), Some(link)) = (upstream, &lead.entry.link)
        && rights != Rights::Full
    {
        sentences.push(format!("Read on at {}.", anchor(&upstream.name, Some(link))));
    }
    if !credits.is_empty() {
        sentences.push(format!(
            "Source: {}.",
            list(credits.iter().map(|credit| (&*credit.name, credit.url.as_deref())))
        ));
    }
    if !also.is_empty() {
        let others = list(also.iter().map(|other| (&*other.name, Some(other.url.as_str()))));
        sentences.push(format!("Also reported by {others}."));
    }
    sentences.extend(upstream.and_then(|upstream| upstream.credit.as_deref()).map(escape));
    if sentences.is_empty() { String::new() } else { format!("<p>{}</p>", sentences.join(" ")) }
}

/// `A`, `A and B`, `A, B and C`, each linked where its address is known.
fn list<'a>(items: impl Iterator<Item = (&'a str, Option<&'a str>)>) -> String {
    let anchors: Vec<String> = items.map(|(name, address)| anchor(name, address)).collect();
    match anchors.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}

fn anchor(name: &str, address: Option<&str>) -> String {
    match address.filter(|address| url::is_web(address)) {
        Some(address) => format!("<a href=\"{}\">{}</a>", escape(address), escape(name)),
        None => escape(name),
    }
}

/// Plain text as HTML.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
