//! A body, read within its limits of time and size (rules 7.1 and 7.3).

use std::sync::Arc;
use std::time::Duration;

use reqwest::Response;
use reqwest::header::CONTENT_ENCODING;
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::{Instant, timeout};

use super::answer::Held;
use super::client::{Client, HELD_UNIT};
use super::decode::Decoder;
use super::receipt::{Kind, Receipt};
use super::trouble::of_request;

/// Bytes that are decoded between two looks at the room.
const PIECE: usize = 16 * 1024;

/// Bytes that every body may have without asking for room.
const FREE: u64 = 512 * 1024;

/// Limits of one body, and what it takes of the common room.
pub(super) struct Reader<'a> {
    client: &'a Client,
    max_wire: u64,
    max_body: u64,
    permit: Option<OwnedSemaphorePermit>,
}

impl<'a> Reader<'a> {
    /// `max_wire` stands in for the client's limit where a source has its own.
    pub(super) fn new(client: &'a Client, max_wire: Option<u64>) -> Self {
        Self {
            client,
            max_wire: max_wire.unwrap_or(client.max_wire),
            max_body: max_wire.map_or(client.max_body, |wire| client.max_body.max(2 * wire)),
            permit: None,
        }
    }

    /// Reads and decodes the body. A body that is cut, too large or too slow is a receipt.
    pub(super) async fn read(mut self, mut response: Response) -> Result<(Vec<u8>, Held), Receipt> {
        if let Some(length) = response.content_length().filter(|&length| length > self.max_wire) {
            return Err(too_large(&format!("announced as {length} bytes"), self.max_wire));
        }
        let encodings = response.headers().get_all(CONTENT_ENCODING).iter().filter_map(|v| v.to_str().ok());
        let mut decoder = Decoder::new(&encodings.collect::<Vec<_>>().join(","), self.max_body)?;
        // What is encoded waits for its turn to be decoded: the windows are large.
        let mut waiting = Vec::new();
        let began = Instant::now();
        let mut wire = 0;
        let idle = self.client.patience.idle;
        let mut broken = None;
        loop {
            let chunk = match timeout(idle, response.chunk()).await {
                Err(_) => return Err(stalled(idle)),
                Ok(Err(error)) => {
                    broken = Some(cut(&error, wire));
                    break;
                }
                Ok(Ok(None)) => break,
                Ok(Ok(Some(chunk))) => chunk,
            };
            wire += chunk.len() as u64;
            if wire > self.max_wire {
                return Err(too_large("more on the wire", self.max_wire));
            }
            pace(self.client, wire, began.elapsed())?;
            self.hold(wire).await?;
            match decoder.is_plain(&chunk) {
                true => decoder.push(&chunk)?,
                false => waiting.push(chunk),
            }
        }
        let decoded = self.decode(decoder, waiting).await;
        let bytes = match broken {
            // Some servers forget the last chunk, or count wrong: a document that is whole is whole.
            Some(cut) => {
                decoded.ok().filter(|bytes| cut.kind == Kind::Truncated && is_whole(bytes)).ok_or(cut)?
            }
            None => decoded?,
        };
        self.hold(bytes.len() as u64).await?;
        Ok((bytes, Held(self.permit.map(Arc::new))))
    }

    async fn decode<B: AsRef<[u8]>>(
        &mut self,
        mut decoder: Decoder,
        waiting: Vec<B>,
    ) -> Result<Vec<u8>, Receipt> {
        if waiting.is_empty() {
            return decoder.finish();
        }
        // The semaphore is never closed; without a turn the work is done all the same.
        let _turn = self.client.decoding.acquire().await;
        for chunk in waiting {
            for piece in chunk.as_ref().chunks(PIECE) {
                decoder.push(piece)?;
                self.hold(decoder.produced()).await?;
            }
        }
        decoder.finish()
    }

    /// Takes room for a body of so many bytes. Where there is none for a while, the source is
    /// asked in another run: that is nobody's fault.
    async fn hold(&mut self, bytes: u64) -> Result<(), Receipt> {
        let has = self.permit.as_ref().map_or(0, |permit| permit.num_permits() as u64);
        // A document that is larger than all the room takes all of it.
        let needs = bytes.saturating_sub(FREE).div_ceil(HELD_UNIT).min(self.client.held_units);
        let Some(more) = needs.checked_sub(has).filter(|&more| more > 0) else { return Ok(()) };
        let more = u32::try_from(more).unwrap_or(u32::MAX);
        let room = Arc::clone(&self.client.held).acquire_many_owned(more);
        match timeout(self.client.patience.idle, room).await {
            Ok(Ok(permit)) => {
                match &mut self.permit {
                    Some(own) => own.merge(permit),
                    none => *none = Some(permit),
                }
                Ok(())
            }
            _ => Err(Receipt::new(
                Kind::Busy,
                "too many large documents came at once; it comes first in the next run (max_held_mib in [fetch])",
            )),
        }
    }
}

/// Whether a document ends as it began: XML with the end tag of its root, JSON with its last bracket.
fn is_whole(bytes: &[u8]) -> bool {
    let blank = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0;
    let end = bytes.iter().rposition(|byte| !blank(byte)).map_or(0, |at| at + 1);
    let bytes = &bytes[..end];
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    match start.first() {
        Some(b'{') => is_closed(start),
        Some(b'<') => {
            let root = start.windows(2).position(|two| two[0] == b'<' && two[1].is_ascii_alphabetic());
            let name = root.map(|at| &start[at + 1..]).unwrap_or_default();
            let length =
                name.iter().take_while(|byte| !byte.is_ascii_whitespace() && !b"/>".contains(byte)).count();
            let closes = bytes.strip_suffix(b">").map(<[u8]>::trim_ascii_end);
            let closes = closes.and_then(|rest| rest.strip_suffix(&name[..length]));
            length > 0 && closes.is_some_and(|rest| rest.ends_with(b"</"))
        }
        _ => false,
    }
}

/// Whether every bracket of a JSON text is closed, and nothing follows the last.
fn is_closed(json: &[u8]) -> bool {
    let (mut open, mut quoted, mut escaped) = (0_usize, false, false);
    for (at, byte) in json.iter().enumerate() {
        match (quoted, byte) {
            (true, _) if escaped => escaped = false,
            (true, b'\\') => escaped = true,
            (_, b'"') => quoted = !quoted,
            (false, b'{' | b'[') => open += 1,
            (false, b'}' | b']') => {
                open = open.saturating_sub(1);
                if open == 0 {
                    return at + 1 == json.len();
                }
            }
            _ => {}
        }
    }
    false
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

#[cfg(test)]
mod tests {
    use super::is_whole;

    #[test]
    fn a_document_is_whole_where_its_root_is_closed() {
        for whole in [
            "<?xml version='1.0'?><!-- c --><rss version='2.0'><channel/></rss>\n",
            "\u{feff} <feed></feed >\0\0",
            "<rdf:RDF></rdf:RDF>",
            "{\"a\": [\"}\", {}]} ",
        ] {
            assert!(is_whole(whole.as_bytes()), "{whole}");
        }
        for cut in [
            "",
            "<rss><channel></channel>",
            "<rss><channel></channel></rs",
            "{\"a\": {}",
            "{\"a\": \"}",
            "{}{",
            "x",
        ] {
            assert!(!is_whole(cut.as_bytes()), "{cut}");
        }
    }
}
