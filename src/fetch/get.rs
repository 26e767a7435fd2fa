//! One polite conditional GET, redirects included. Each hop passes the fence on its own;
//! validators go only to the address they came from, a password only to the host it is for.

use std::time::{Duration, SystemTime};

use reqwest::header::{
    ACCEPT, CACHE_CONTROL, CONTENT_TYPE, COOKIE, ETAG, HeaderMap, HeaderValue, IF_MODIFIED_SINCE,
    IF_NONE_MATCH, LAST_MODIFIED, LOCATION,
};
use reqwest::{Response, StatusCode};
use tokio::time::{Instant, timeout};
use url::Url;
use xxhash_rust::xxh3::xxh3_64;

use super::answer::{Address, Answer, Document, Due, Hop, Outcome, Validators};
use super::body::Reader;
use super::client::Client;
use super::cookies::Jar;
use super::host::host;
use super::receipt::{Kind, Receipt};
use super::trouble::{lost_connection, of_request, status_message};
use super::{file, headers};
use crate::model::Switches;
use crate::text::url::{shown, take_login};

/// Redirects that are followed (rule 5.1).
const MOST_HOPS: usize = 5;

/// A page of so many bytes is read cheaper than a connection is made.
const SMALL_PAGE: u64 = 16 * 1024;

/// What is liked best where an article's page is wanted.
const PAGE_ACCEPTED: &str = "text/html, application/xhtml+xml;q=0.9, text/plain;q=0.5, */*;q=0.1";

/// Asks one source once.
pub async fn one(client: &Client, due: &Due) -> Answer {
    let began = Instant::now();
    let mut hops = Vec::new();
    let outcome = match &due.address {
        Address::File(path) => {
            let limit = due.switches.max_wire_bytes.unwrap_or(client.max_body);
            let (path, before) = (path.clone(), due.validators.clone());
            let read = tokio::task::spawn_blocking(move || file::read(&path, &before, limit));
            read.await.unwrap_or_else(|error| {
                Outcome::failed(Kind::File, format!("the file was not read: {error}"))
            })
        }
        Address::Http(url) => {
            let whole = client.patience.whole;
            let fetch = Fetch::new(client, url, due);
            timeout(whole, fetch.follow(&mut hops))
                .await
                .unwrap_or_else(|_| Err(too_long(whole)))
                .unwrap_or_else(|receipt| match receipt.kind {
                    Kind::Busy => Outcome::NotReached { wait: None },
                    _ => Outcome::Failed(receipt),
                })
        }
    };
    let answer = Answer {
        key: due.key.clone(),
        outcome,
        hops,
        forced: due.forced,
        waited: Duration::ZERO,
        elapsed: began.elapsed(),
    };
    answer.veiled(&due.switches.veil)
}

/// The same for who asks one after the other, outside the queue: the pause between two requests to a
/// host is kept with whatever else the client asked.
pub async fn in_turn(client: &Client, due: &Due) -> Answer {
    let Some(host) = host(&due.address) else { return one(client, due).await };
    if !client.pauses.wait(&host).await {
        return Answer {
            key: due.key.clone(),
            outcome: Outcome::NotReached { wait: None },
            hops: Vec::new(),
            forced: due.forced,
            waited: Duration::ZERO,
            elapsed: Duration::ZERO,
        };
    }
    let answer = one(client, due).await;
    client.pauses.leave(&host, Instant::now() + client.gap);
    answer
}

fn too_long(limit: Duration) -> Receipt {
    let message = format!("not done within {:.0} seconds; it will be asked again", limit.as_secs_f64());
    Receipt::new(Kind::Timeout, message)
}

/// One fetch under way.
struct Fetch<'a> {
    client: &'a Client,
    before: &'a Validators,
    switches: &'a Switches,
    forced: bool,
    page: bool,
    /// The address to ask, without fragment and password.
    url: Url,
    /// What was configured, and the only place whose secrets these are (rule 1.9).
    configured: url::Origin,
    login: Option<Login>,
    jar: Jar,
}

/// User and password.
struct Login {
    user: String,
    password: String,
}

impl Login {
    fn of(text: &str) -> Self {
        let (user, password) = text.split_once(':').unwrap_or((text, ""));
        Self { user: user.to_owned(), password: password.to_owned() }
    }
}

impl<'a> Fetch<'a> {
    fn new(client: &'a Client, url: &Url, due: &'a Due) -> Self {
        let (url, written) = without_login(url);
        let configured = due.switches.login.as_ref().map(|login| Login::of(login.reveal()));
        Self {
            client,
            before: &due.validators,
            switches: &due.switches,
            forced: due.forced,
            page: due.page,
            configured: url.origin(),
            url,
            login: configured.or(written),
            jar: Jar::default(),
        }
    }

    async fn follow(mut self, hops: &mut Vec<Hop>) -> Result<Outcome, Receipt> {
        let mut seen = vec![self.url.clone()];
        loop {
            let (response, conditional) = self.ask().await?;
            let Some(next) = self.next(&response)? else {
                return self.take(response, conditional).await;
            };
            hops.push(Hop { status: response.status().as_u16(), to: next.to_string() });
            // The same page once more is a circle, unless a cookie makes it another request.
            let knows_more = self.jar.take(&self.url, response.headers());
            drain(response).await;
            if seen.contains(&next) && !knows_more {
                return Err(Receipt::new(
                    Kind::RedirectLoop,
                    format!("the redirects go in a circle by way of {next}"),
                ));
            }
            if hops.len() > MOST_HOPS {
                let message = format!("more than {MOST_HOPS} redirects, the last to {next}");
                return Err(Receipt::new(Kind::RedirectLoop, message));
            }
            seen.push(next.clone());
            self.url = next;
        }
    }

    /// Sends the request to the current address; whether it was conditional.
    async fn ask(&self) -> Result<(Response, bool), Receipt> {
        let client = self.client;
        check_address(client, &self.url, self.switches).await?;
        let known_as = self.switches.veil.over(self.url.to_string());
        let conditional = !self.forced && self.before.fit(&known_as, &self.asked_as());
        let request = self.request(conditional)?;
        let limit = client.patience.connect + client.patience.first_byte;
        let again = request.try_clone();
        let mut sent = timeout(limit, request.send()).await;
        // A server may close a kept connection just as it is used again: nobody's fault (rule 4.4).
        if let (Ok(Err(error)), Some(again)) = (&sent, again)
            && lost_connection(error)
        {
            sent = timeout(limit, again.send()).await;
        }
        match sent {
            Ok(Ok(response)) => Ok((response, conditional)),
            Ok(Err(error)) => Err(of_request(&error)),
            Err(_) => {
                let message =
                    format!("no answer within {:.0} seconds; it will be asked again", limit.as_secs_f64());
                Err(Receipt::new(Kind::Timeout, message))
            }
        }
    }

    fn request(&self, conditional: bool) -> Result<reqwest::RequestBuilder, Receipt> {
        let here = self.is_configured_place();
        let mut request = self.client.ways.client(&self.url, self.switches)?.get(self.url.clone());
        if conditional {
            request = request.headers(conditions(self.before));
        }
        if self.page {
            request = request.header(ACCEPT, PAGE_ACCEPTED);
        }
        if self.forced {
            request = request.header(CACHE_CONTROL, "no-cache");
        }
        let fixed = self.switches.cookie.as_ref().filter(|_| here).map(|cookie| cookie.reveal());
        if let Some(cookie) = self.jar.header(&self.url, fixed) {
            request = request.header(COOKIE, cookie);
        }
        Ok(match (&self.switches.token, &self.login) {
            (Some(token), _) if here => request.bearer_auth(token.reveal()),
            (_, Some(login)) if here => request.basic_auth(&login.user, Some(&login.password)),
            _ => request,
        })
    }

    fn is_configured_place(&self) -> bool {
        self.configured == self.url.origin()
    }

    /// Secrets decide what comes back, so validators are worth nothing under others.
    fn asked_as(&self) -> String {
        let secrets = [&self.switches.token, &self.switches.cookie].map(|secret| secret.as_ref());
        let hidden = Some(self.url.as_str()).filter(|_| self.switches.veil.hides_address());
        let is_open = self.login.is_none() && secrets == [None, None] && hidden.is_none();
        if is_open || !self.is_configured_place() {
            return self.client.asked_as.clone();
        }
        let mut parts: Vec<&str> =
            secrets.into_iter().map(|secret| secret.map_or("", |secret| secret.reveal())).collect();
        parts.extend(self.login.iter().flat_map(|login| [login.user.as_str(), &login.password]));
        parts.extend(hidden);
        format!("{}-{:016x}", self.client.asked_as, xxh3_64(parts.join("\n").as_bytes()))
    }

    /// Where the answer redirects to, if it does.
    fn next(&self, response: &Response) -> Result<Option<Url>, Receipt> {
        let status = response.status().as_u16();
        let location = response.headers().get(LOCATION);
        let location = match (status, location) {
            (301 | 302 | 303 | 307 | 308, None) => {
                let message = format!("answered {status} without saying where to go");
                return Err(Receipt::new(Kind::BadRedirect, message));
            }
            (300 | 301 | 302 | 303 | 307 | 308, Some(location)) => location,
            _ => return Ok(None),
        };
        let text = std::str::from_utf8(location.as_bytes()).unwrap_or_default().trim();
        let Ok(next) = self.url.join(text) else {
            return Err(Receipt::new(
                Kind::BadRedirect,
                format!("redirects to \"{}\", which is no address", shown(text)),
            ));
        };
        // A login that a redirect brings along is a stranger's (rule 8.5).
        let next = without_login(&next).0;
        if self.url.scheme() == "https" && next.scheme() == "http" {
            let message = format!("redirects from https to {next}, which anybody on the way could change");
            return Err(Receipt::new(Kind::BadRedirect, message));
        }
        if let Some(wait) = wait(response.headers()) {
            let message = format!("redirects to {next}, and not at once; it will be asked again then");
            return Err(Receipt { retry_after: Some(wait), ..Receipt::new(Kind::Status(status), message) });
        }
        Ok(Some(next))
    }

    /// What the last answer of the chain means (rules, section 4).
    async fn take(&self, response: Response, conditional: bool) -> Result<Outcome, Receipt> {
        match response.status() {
            StatusCode::OK | StatusCode::NON_AUTHORITATIVE_INFORMATION => self.document(response).await,
            StatusCode::NOT_MODIFIED if conditional => Ok(self.not_modified(response.headers())),
            status => {
                let receipt = refusal(status.as_u16(), response.headers());
                drain(response).await;
                Err(receipt)
            }
        }
    }

    async fn document(&self, response: Response) -> Result<Outcome, Receipt> {
        let head = response.headers().clone();
        let [hub, self_link] = headers::links(&head, &self.url, ["hub", "self"]);
        let (bytes, held) = Reader::new(self.client, self.switches.max_wire_bytes).read(response).await?;
        Ok(Outcome::Document(Document {
            bytes,
            content_type: headers::text(&head, CONTENT_TYPE).map(str::to_owned),
            url: self.url.to_string(),
            validators: self.validators(&head),
            fresh_for: headers::fresh_for(&head),
            robots: headers::robots(&head),
            hub,
            self_link,
            date: headers::date(&head),
            last_modified: headers::last_modified(&head),
            held,
        }))
    }

    /// Rule 2.4: headers of the 304 replace the stored ones, absent ones stay.
    fn not_modified(&self, head: &HeaderMap) -> Outcome {
        let new = self.validators(head);
        let validators = Validators {
            etag: new.etag.or_else(|| self.before.etag.clone()),
            last_modified: new.last_modified.or_else(|| self.before.last_modified.clone()),
            ..new
        };
        Outcome::NotModified {
            validators,
            fresh_for: headers::fresh_for(head),
            robots: headers::robots(head),
        }
    }

    fn validators(&self, head: &HeaderMap) -> Validators {
        let kept = |name| headers::text(head, name).filter(|value| !value.is_empty()).map(str::to_owned);
        Validators {
            etag: kept(ETAG),
            last_modified: kept(LAST_MODIFIED),
            url: self.url.to_string(),
            asked_as: self.asked_as(),
        }
    }
}

/// Section 8. A name is checked again where it is dialled; by a proxy it is dialled elsewhere,
/// so here is the only place (rule 8.6).
pub(super) async fn check_address(client: &Client, url: &Url, switches: &Switches) -> Result<(), Receipt> {
    client.fence.check_url(url).map_err(|message| Receipt::new(Kind::ForbiddenAddress, message))?;
    let Some(url::Host::Domain(name)) = url.host() else { return Ok(()) };
    if client.ways.proxy(url, switches).is_none() || client.fence.trusts(name) {
        return Ok(());
    }
    client.resolver.addresses(name).await.map(drop).map_err(|refusal| refusal.receipt())
}

/// Reads the small page that comes with a redirect or an error, so that the next request can use
/// the same connection. Nothing depends on it.
async fn drain(response: Response) {
    if response.content_length().is_some_and(|length| length <= SMALL_PAGE) {
        let _ = timeout(Duration::from_secs(1), response.bytes()).await;
    }
}

/// Both validators where both are known (rule 2.2), byte for byte.
fn conditions(before: &Validators) -> HeaderMap {
    let pairs = [(IF_NONE_MATCH, &before.etag), (IF_MODIFIED_SINCE, &before.last_modified)];
    let sent = pairs
        .into_iter()
        .filter_map(|(name, value)| Some((name, HeaderValue::from_bytes(value.as_ref()?.as_bytes()).ok()?)));
    sent.collect()
}

/// The address to send (rule 1.2), and the login that was written into it.
fn without_login(url: &Url) -> (Url, Option<Login>) {
    let mut plain = url.clone();
    plain.set_fragment(None);
    let login = take_login(&mut plain).map(|login| Login::of(&login));
    (plain, login)
}

fn refusal(status: u16, head: &HeaderMap) -> Receipt {
    if head.get("cf-mitigated").is_some_and(|value| value.as_bytes() == b"challenge") {
        let message = format!(
            "answered {status} with a page that wants to see a browser; ask the publisher to let us in"
        );
        return Receipt { retry_after: wait(head), ..Receipt::new(Kind::Challenge, message) };
    }
    Receipt { retry_after: wait(head), ..Receipt::new(Kind::Status(status), status_message(status)) }
}

/// Made for 429 and 503 (rule 4.3), and a wish worth hearing with any other refusal.
fn wait(head: &HeaderMap) -> Option<Duration> {
    headers::retry_after(head, SystemTime::now())
}
