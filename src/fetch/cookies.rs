//! Cookies within one chain of redirects (rule 1.8): some servers set one and redirect to the same
//! page to see it come back. They go to the host that set them, and are forgotten with the chain.

use reqwest::header::{HeaderMap, HeaderValue, SET_COOKIE};
use url::{Origin, Url};

/// Cookies and their bytes are few; who sends more wants something else than to recognise us.
const MOST: usize = 32;
const LONGEST: usize = 4096;

/// The cookies of one chain.
#[derive(Default)]
pub(super) struct Jar(Vec<(Origin, String, String)>);

impl Jar {
    /// Takes what an answer of `url` sets; whether that changes what the next request says.
    pub(super) fn take(&mut self, url: &Url, head: &HeaderMap) -> bool {
        let mut changed = false;
        for line in head.get_all(SET_COOKIE) {
            let pair = line.to_str().unwrap_or_default().split(';').next().unwrap_or_default();
            let Some((name, value)) = pair.split_once('=') else { continue };
            let (name, value) = (name.trim().to_owned(), value.trim().to_owned());
            if name.is_empty() || pair.len() > LONGEST || self.0.len() >= MOST {
                continue;
            }
            let known = self.0.iter_mut().find(|(origin, n, _)| *origin == url.origin() && *n == name);
            match known {
                Some((_, _, old)) if *old == value => {}
                Some((_, _, old)) => (*old, changed) = (value, true),
                None => {
                    self.0.push((url.origin(), name, value));
                    changed = true;
                }
            }
        }
        changed
    }

    /// The `Cookie` header for `url`, with the fixed one of the source in front.
    pub(super) fn header(&self, url: &Url, fixed: Option<&str>) -> Option<HeaderValue> {
        let set = self.0.iter().filter(|(origin, ..)| *origin == url.origin());
        let pairs: Vec<String> =
            fixed.map(str::to_owned).into_iter().chain(set.map(|(_, n, v)| format!("{n}={v}"))).collect();
        if pairs.is_empty() {
            return None;
        }
        let mut header = HeaderValue::from_str(&pairs.join("; ")).ok()?;
        header.set_sensitive(true);
        Some(header)
    }
}
