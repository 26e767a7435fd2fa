//! A form that is sent to a server: how hubs are asked. It holds a secret, so it goes over https, or to
//! a place that the operator allowed. The same fence as for every other request, no redirect is followed, and nothing is read of the answer but its status and the start of a reason.

use std::time::Duration;

use reqwest::header::CONTENT_TYPE;
use tokio::time::{Instant, timeout};
use url::Url;
use url::form_urlencoded::Serializer;

use super::answer::Address;
use super::client::Client;
use super::get::check_address;
use super::host::host;
use super::trouble::of_request;
use crate::model::Switches;
use crate::text::url::shown;

/// For the whole of it. Nobody's news waits behind a hub.
const PATIENCE: Duration = Duration::from_secs(10);
/// Bytes of a reason that are shown.
const REASON: usize = 200;

/// Sends a form; if the server does not take it, what it said, for a person.
pub async fn post(client: &Client, url: &Url, form: &[(&str, &str)]) -> Result<(), String> {
    let host = host(&Address::Http(url.clone())).unwrap_or_default();
    if !client.pauses.wait(&host).await {
        return Err("its host is left alone for a while (gap_seconds); it is asked another time".to_owned());
    }
    let answer = timeout(PATIENCE, send(client, url, form)).await;
    client.pauses.leave(&host, Instant::now() + client.gap);
    match answer {
        Ok(answer) => answer,
        Err(_) => Err(format!("no answer within {} seconds", PATIENCE.as_secs())),
    }
}

/// Whether the operator let every address of a host through.
async fn is_allowed(client: &Client, url: &Url) -> bool {
    let fence = &client.fence;
    match url.host() {
        _ if fence.names(url) => true,
        Some(url::Host::Ipv4(ip)) => fence.is_allowed(ip.into()),
        Some(url::Host::Ipv6(ip)) => fence.is_allowed(ip.into()),
        Some(url::Host::Domain(name)) => {
            let found = client.resolver.addresses(name).await.unwrap_or_default();
            !found.is_empty() && found.into_iter().all(|ip| fence.is_allowed(ip))
        }
        None => false,
    }
}

async fn send(client: &Client, url: &Url, form: &[(&str, &str)]) -> Result<(), String> {
    let switches = Switches::default();
    check_address(client, url, &switches).await.map_err(|receipt| receipt.message)?;
    if url.scheme() != "https" && !is_allowed(client, url).await {
        return Err(format!(
            "{} is not asked: what it would be told is secret, and goes over https only; if it is meant, add its address to allow_addresses in [fetch]",
            shown(url.as_str())
        ));
    }
    let http = client.ways.client(url, &switches).map_err(|receipt| receipt.message)?;
    let body = Serializer::new(String::new()).extend_pairs(form).finish();
    let request = http.post(url.clone()).header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(body);
    let mut response = request.send().await.map_err(|error| of_request(&error).message)?;
    let status = response.status();
    if status.is_success() {
        return Ok(());
    }
    let piece = response.chunk().await.ok().flatten().unwrap_or_default();
    let reason = String::from_utf8_lossy(&piece[..piece.len().min(REASON)]).into_owned();
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    Err(format!("answered {}{}{reason}", status.as_u16(), if reason.is_empty() { "" } else { ": " }))
}
