//! A body, read within its limits of time and size (rules 7.1 and 7.3).

use std::time::Duration;

use reqwest::Response;
use reqwest::header::CONTENT_ENCODING;
use tokio::time::{Instant, timeout};

use super::client::Client;
use super::decode::Decoder;
use super::trouble::{Kind, Receipt, of_request};

/// Reads and decodes the body. A body that is cut, too large or too slow is a receipt.
pub(super) async fn read(client: &Client, mut response: Response) -> Result<Vec<u8>, Receipt> {
    if let Some(length) = response.content_length().filter(|&length| length > client.max_wire) {
        return Err(too_large(&format!("announced as {length} bytes"), client.max_wire));
    }
    let encodings = response.headers().get_all(CONTENT_ENCODING).iter().filter_map(|v| v.to_str().ok());
    let mut decoder = Decoder::new(&encodings.collect::<Vec<_>>().join(","), client.max_body)?;
    let began = Instant::now();
    let mut wire = 0;
    loop {
        let chunk = match timeout(client.patience.idle, response.chunk()).await {
            Err(_) => return Err(stalled(client.patience.idle)),
            Ok(Err(error)) => return Err(cut(&error, wire)),
            Ok(Ok(None)) => return decoder.finish(),
            Ok(Ok(Some(chunk))) => chunk,
        };
        wire += chunk.len() as u64;
        if wire > client.max_wire {
            return Err(too_large("more on the wire", client.max_wire));
        }
        pace(client, wire, began.elapsed())?;
        decoder.push(&chunk)?;
    }
}

/// Refuses a body that drips: a sender who keeps a connection busy on purpose, or as good as.
fn pace(client: &Client, wire: u64, elapsed: Duration) -> Result<(), Receipt> {
    let expected =
        elapsed.saturating_sub(client.patience.idle).as_secs_f64() * client.patience.slowest as f64;
    if expected <= wire as f64 {
        return Ok(());
    }
    let message =
        format!("only {wire} bytes in {:.0} seconds; it will be asked again", elapsed.as_secs_f64());
    Err(Receipt::new(Kind::Timeout, message))
}

fn stalled(limit: Duration) -> Receipt {
    let message =
        format!("the body stood still for {:.0} seconds; it will be asked again", limit.as_secs_f64());
    Receipt::new(Kind::Timeout, message)
}

fn too_large(what: &str, limit: u64) -> Receipt {
    let message = format!(
        "the document is too large: {what}, and the limit is {limit} bytes; nothing was taken from it"
    );
    Receipt::new(Kind::TooLarge, message)
}

/// An error in the middle of a body means that the rest is missing, whatever the library calls it.
fn cut(error: &reqwest::Error, wire: u64) -> Receipt {
    let told = of_request(error);
    let kind = if told.kind == Kind::Timeout { Kind::Timeout } else { Kind::Truncated };
    Receipt::new(kind, format!("the body broke off after {wire} bytes ({})", told.message))
}
