//! Bodies out of their transfer form, as a stream and within bounds (rules 7.3 and 7.4).
//! The first bytes decide where the declaration is wrong. At most two layers.

use std::io::{self, Write};

use brotli_decompressor::DecompressorWriter;
use flate2::write::{DeflateDecoder, GzDecoder, ZlibDecoder};
use zstd::stream::raw::{DParameter, Decoder as ZstdDecoder, InBuffer, Operation, OutBuffer};

use super::receipt::{Kind, Receipt};

/// What is asked for, the same on every request (rule 1.6).
pub(super) const ACCEPTED: &str = "gzip, br, zstd, deflate";

/// Layers of encoding that are undone.
const MOST_LAYERS: usize = 2;

/// Largest zstd window, as browsers have it (RFC 9659): 8 MiB. Without it a header alone could claim 128.
const ZSTD_WINDOW_LOG: u32 = 23;

/// Growth that is believed without a look at the ratio.
const BELIEVED: u64 = 1 << 20;

/// Growth by more than this is a bomb (rule 7.3).
const LARGEST_RATIO: u64 = 100;

/// Encodings that exist and are not undone. Other names mean nothing (`UTF-8`, `none`, `binary`), and the
/// body is what its bytes are.
const NOT_UNDONE: &[&str] = &["compress", "x-compress", "dcb", "dcz", "exi", "pack200-gzip"];

/// Bytes in, document out.
pub(super) struct Decoder {
    declared: usize,
    layers: Vec<Codec>,
    wire: u64,
    plain: Option<bool>,
}

impl Decoder {
    /// For a body with this `Content-Encoding`, which may grow to `room` bytes.
    pub(super) fn new(content_encoding: &str, room: u64) -> Result<Self, Receipt> {
        let names =
            content_encoding.split(',').map(|name| name.trim().trim_matches('"').to_ascii_lowercase());
        let names: Vec<_> = names.collect();
        if let Some(other) = names.iter().find(|name| NOT_UNDONE.contains(&name.as_str())) {
            return Err(Receipt::new(
                Kind::Encoding,
                format!("the content encoding {other:?} is not understood"),
            ));
        }
        let declared: Vec<_> =
            names.into_iter().filter(|name| KNOWN.contains(&name.as_str())).rev().collect();
        if declared.len() > MOST_LAYERS {
            return Err(Receipt::new(
                Kind::Bomb,
                format!("encoded {} times over; two are undone", declared.len()),
            ));
        }
        let mut layers: Vec<Codec> = declared.iter().map(|name| Codec::unseen(name, room)).collect();
        if layers.is_empty() {
            layers.push(Codec::unseen("identity", room));
        }
        Ok(Self { declared: declared.len(), layers, wire: 0, plain: None })
    }

    /// Whether a chunk can be taken at once, at no cost: nothing has to be decoded. Asked of every
    /// chunk in order, before it is pushed or kept for later.
    pub(super) fn is_plain(&mut self, chunk: &[u8]) -> bool {
        *self.plain.get_or_insert_with(|| self.declared == 0 && !may_be_encoded(chunk))
    }

    /// Bytes of document so far.
    pub(super) fn produced(&mut self) -> u64 {
        self.layers.last_mut().map_or(0, |layer| layer.out().total)
    }

    /// Takes the next bytes from the wire.
    pub(super) fn push(&mut self, chunk: &[u8]) -> Result<(), Receipt> {
        self.wire += chunk.len() as u64;
        self.feed(chunk)
    }

    /// The document, once the body has ended.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, Receipt> {
        let last = self.layers.len() - 1;
        for i in 0..self.layers.len() {
            self.layers[i].out().believed = BELIEVED.max(self.wire.saturating_mul(LARGEST_RATIO));
            self.layers[i].finish().map_err(|e| self.layers[i].receipt(&e))?;
            if i < last {
                let produced = std::mem::take(&mut self.layers[i].out().bytes);
                self.feed_from(i + 1, &produced)?;
            }
        }
        Ok(std::mem::take(&mut self.layers[last].out().bytes))
    }

    fn feed(&mut self, chunk: &[u8]) -> Result<(), Receipt> {
        self.feed_from(0, chunk)
    }

    fn feed_from(&mut self, first: usize, chunk: &[u8]) -> Result<(), Receipt> {
        let last = self.layers.len() - 1;
        let mut carried = None;
        for i in first..=last {
            let layer = &mut self.layers[i];
            layer.out().believed = BELIEVED.max(self.wire.saturating_mul(LARGEST_RATIO));
            layer.write(carried.as_deref().unwrap_or(chunk)).map_err(|e| layer.receipt(&e))?;
            if i < last {
                carried = Some(std::mem::take(&mut layer.out().bytes));
            }
        }
        Ok(())
    }
}

const KNOWN: &[&str] = &["gzip", "x-gzip", "deflate", "br", "zstd"];

fn is_gzip(head: &[u8]) -> bool {
    head.starts_with(&[0x1f, 0x8b])
}

/// What a frame of zstd begins with (RFC 8878 3.1.1).
const FRAME: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];

fn is_zstd(head: &[u8]) -> bool {
    head.starts_with(FRAME)
}

/// Whether a body begins as documents do, and no encoding does.
fn is_document(head: &[u8]) -> bool {
    const BEGIN: [&[u8]; 9] =
        [b"<?xml", b"<rss", b"<feed", b"<rdf:", b"<RDF", b"<!DOC", b"<!doc", b"<html", b"<opml"];
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    BEGIN.iter().any(|begin| head.starts_with(begin))
        || head.strip_prefix(b"{").is_some_and(|rest| rest.trim_ascii_start().starts_with(b"\""))
}

/// One byte is not enough to tell; then it is taken for encoded, which costs nothing but a turn.
fn may_be_encoded(head: &[u8]) -> bool {
    matches!(head.first(), Some(0x1f | 0x28))
}

/// RFC 1950 2.2: the method is 8 and the first two bytes are a multiple of 31.
fn is_zlib(head: &[u8]) -> bool {
    matches!(head, [a, b, ..] if a & 0x0f == 8 && u16::from_be_bytes([*a, *b]) % 31 == 0)
}

/// A place for so many bytes and no more.
struct Bounded {
    bytes: Vec<u8>,
    total: u64,
    room: u64,
    /// More than this is out of proportion to what came on the wire so far.
    believed: u64,
}

impl Write for Bounded {
    fn write(&mut self, chunk: &[u8]) -> io::Result<usize> {
        self.total += chunk.len() as u64;
        if self.total > self.room || self.total > self.believed {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        // Doubling would take three times the room of a large document while it moves.
        if self.bytes.len() + chunk.len() > self.bytes.capacity() {
            let step = self.bytes.capacity().clamp(4 * 1024, 1 << 20).max(chunk.len());
            self.bytes.reserve_exact(step);
        }
        self.bytes.extend_from_slice(chunk);
        Ok(chunk.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Bounded {
    fn new(room: u64) -> Self {
        Self { bytes: Vec::new(), total: 0, room, believed: BELIEVED }
    }
}

/// The members of a gzip stream (RFC 1952 2.2), one after the other. What follows the last and begins none, as
/// zero bytes do, is nobody's.
struct Members {
    member: GzDecoder<Bounded>,
    /// It is not the first.
    further: bool,
    over: bool,
}

impl Members {
    fn new(out: Bounded) -> Self {
        Self { member: GzDecoder::new(out), further: false, over: false }
    }

    fn write(&mut self, mut chunk: &[u8]) -> io::Result<()> {
        while !chunk.is_empty() && !self.over {
            match self.member.write(chunk) {
                // The member has ended.
                Ok(0) => {
                    self.member.try_finish()?;
                    self.over = !is_gzip(chunk) && chunk != [0x1f];
                    if !self.over {
                        let out = std::mem::replace(self.member.get_mut(), Bounded::new(0));
                        (self.member, self.further) = (GzDecoder::new(out), true);
                    }
                }
                Ok(taken) => chunk = &chunk[taken..],
                Err(_) if self.is_no_member() => self.over = true,
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        match self.over || self.is_no_member() {
            true => Ok(()),
            false => self.member.try_finish(),
        }
    }

    /// Whether what follows a member does not even begin as another.
    fn is_no_member(&self) -> bool {
        self.further && self.member.header().is_none()
    }
}

/// The frames of a zstd stream (RFC 8878 3.1), likewise.
struct Frames {
    raw: ZstdDecoder<'static>,
    out: Bounded,
    /// Decoded bytes on their way.
    piece: Vec<u8>,
    /// Behind a frame: the first bytes of what follows.
    behind: Option<Vec<u8>>,
    over: bool,
}

impl Frames {
    fn new(out: Bounded) -> io::Result<Self> {
        let mut raw = ZstdDecoder::new()?;
        raw.set_parameter(DParameter::WindowLogMax(ZSTD_WINDOW_LOG))?;
        Ok(Self { raw, out, piece: vec![0; 16 * 1024], behind: None, over: false })
    }

    fn write(&mut self, mut chunk: &[u8]) -> io::Result<()> {
        while !chunk.is_empty() && !self.over {
            let Some(head) = &mut self.behind else {
                chunk = self.decode(chunk)?;
                continue;
            };
            head.push(chunk[0]);
            chunk = &chunk[1..];
            self.over = !FRAME.starts_with(head);
            if head.len() == FRAME.len() && !self.over {
                self.behind = None;
                self.raw.reinit()?;
                self.decode(FRAME)?;
            }
        }
        Ok(())
    }

    /// Decodes up to the end of the frame; what is behind it.
    fn decode<'c>(&mut self, chunk: &'c [u8]) -> io::Result<&'c [u8]> {
        let mut input = InBuffer::around(chunk);
        loop {
            let mut output = OutBuffer::around(self.piece.as_mut_slice());
            let left = self.raw.run(&mut input, &mut output)?;
            let produced = output.pos();
            self.out.write_all(&self.piece[..produced])?;
            if left == 0 {
                self.behind = Some(Vec::new());
                return Ok(&chunk[input.pos()..]);
            }
            if input.pos() == chunk.len() && produced < self.piece.len() {
                return Ok(&[]);
            }
        }
    }

    fn finish(&mut self) -> io::Result<()> {
        if self.behind.is_some() { Ok(()) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
    }
}

enum Codec {
    /// It has shown too few bytes to tell what it is; what it is called, and those bytes.
    Unseen(String, Vec<u8>, Bounded),
    Identity(Bounded),
    Gzip(Box<Members>),
    Zlib(ZlibDecoder<Bounded>),
    Deflate(DeflateDecoder<Bounded>),
    Brotli(Box<DecompressorWriter<Bounded>>),
    Zstd(Box<Frames>),
}

/// So many bytes show what a body is.
const TELLING: usize = 16;

impl Codec {
    fn unseen(name: &str, room: u64) -> Self {
        Self::Unseen(name.to_owned(), Vec::new(), Bounded::new(room))
    }

    /// `head` corrects the name: what is called encoded and is not, or otherwise, and the two things called
    /// deflate.
    fn seen(name: &str, head: &[u8], out: Bounded) -> io::Result<Self> {
        Ok(match name {
            _ if is_document(head) => Self::Identity(out),
            _ if is_gzip(head) => Self::Gzip(Box::new(Members::new(out))),
            "zstd" => Self::Zstd(Box::new(Frames::new(out)?)),
            _ if is_zstd(head) => Self::Zstd(Box::new(Frames::new(out)?)),
            "deflate" | "gzip" | "x-gzip" if is_zlib(head) => Self::Zlib(ZlibDecoder::new(out)),
            "deflate" => Self::Deflate(DeflateDecoder::new(out)),
            "br" => Self::Brotli(Box::new(DecompressorWriter::new(out, 16 * 1024))),
            _ => Self::Identity(out),
        })
    }

    /// What it is, now that enough of it is seen.
    fn look(&mut self) -> io::Result<()> {
        let Self::Unseen(name, head, out) = self else { return Ok(()) };
        let (name, head) = (std::mem::take(name), std::mem::take(head));
        let out = std::mem::replace(out, Bounded::new(0));
        *self = Self::seen(&name, &head, out)?;
        self.write(&head)
    }

    fn write(&mut self, chunk: &[u8]) -> io::Result<()> {
        match self {
            Self::Unseen(_, head, _) => {
                head.extend_from_slice(chunk);
                if head.len() < TELLING { Ok(()) } else { self.look() }
            }
            Self::Identity(out) => out.write_all(chunk),
            Self::Gzip(members) => members.write(chunk),
            Self::Zlib(w) => lenient(w.write_all(chunk)),
            Self::Deflate(w) => lenient(w.write_all(chunk)),
            Self::Brotli(w) => lenient(w.write_all(chunk)),
            Self::Zstd(frames) => frames.write(chunk),
        }
    }

    fn finish(&mut self) -> io::Result<()> {
        self.look()?;
        match self {
            Self::Unseen(..) | Self::Identity(_) => Ok(()),
            Self::Gzip(members) => members.finish(),
            Self::Zlib(w) => w.try_finish(),
            Self::Deflate(w) => w.try_finish(),
            Self::Brotli(w) => w.close(),
            Self::Zstd(frames) => frames.finish(),
        }
    }

    fn out(&mut self) -> &mut Bounded {
        match self {
            Self::Unseen(_, _, out) | Self::Identity(out) => out,
            Self::Gzip(members) => members.member.get_mut(),
            Self::Zlib(w) => w.get_mut(),
            Self::Deflate(w) => w.get_mut(),
            Self::Brotli(w) => w.get_mut(),
            Self::Zstd(frames) => &mut frames.out,
        }
    }

    fn receipt(&mut self, error: &io::Error) -> Receipt {
        let out = self.out();
        if out.total > out.believed && out.total <= out.room {
            let message = "a small body grew more than a hundredfold when decoded; that is no feed";
            return Receipt::new(Kind::Bomb, message);
        }
        if out.total > out.room {
            let message = format!("larger than {} bytes when decoded; the limit is in [fetch]", out.room);
            return Receipt::new(Kind::TooLarge, message);
        }
        let cut = matches!(error.kind(), io::ErrorKind::UnexpectedEof);
        let kind = if cut { Kind::Truncated } else { Kind::Encoding };
        Receipt::new(kind, format!("the body can't be decoded: {error}"))
    }
}

/// Bytes after the end of the stream are refused by the decoder as a write of nothing; browsers
/// ignore them, and so do we.
fn lenient(result: io::Result<()>) -> io::Result<()> {
    result.or_else(|error| if error.kind() == io::ErrorKind::WriteZero { Ok(()) } else { Err(error) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};

    const ROOM: u64 = 20 << 20;

    fn text() -> Vec<u8> {
        (0..2000).flat_map(|i| format!("<item>{i}</item>\n").into_bytes()).collect()
    }

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut w = GzEncoder::new(Vec::new(), Compression::fast());
        w.write_all(bytes).unwrap();
        w.finish().unwrap()
    }

    fn zlib(bytes: &[u8]) -> Vec<u8> {
        let mut w = ZlibEncoder::new(Vec::new(), Compression::fast());
        w.write_all(bytes).unwrap();
        w.finish().unwrap()
    }

    fn deflate(bytes: &[u8]) -> Vec<u8> {
        let mut w = DeflateEncoder::new(Vec::new(), Compression::fast());
        w.write_all(bytes).unwrap();
        w.finish().unwrap()
    }

    fn zstd(bytes: &[u8]) -> Vec<u8> {
        zstd::stream::encode_all(bytes, 3).unwrap()
    }

    /// RFC 7932 9.2: a stored meta-block, as there is no encoder among our packages.
    fn brotli(bytes: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        let mut bits: u64 = 0;
        let mut used = 0;
        for part in bytes.chunks(1 << 16) {
            // The window (16 bits: one 0 bit) comes once; then ISLAST 0, MNIBBLES 4, length - 1, ISUNCOMPRESSED 1.
            if out.is_empty() {
                used += 1;
            }
            bits |= (part.len() as u64 - 1) << (used + 3) | 1 << (used + 19);
            used += 20;
            while used > 0 {
                out.push(bits as u8);
                bits >>= 8;
                used -= used.min(8);
            }
            out.extend_from_slice(part);
        }
        out.push(3); // ISLAST, ISLASTEMPTY
        out
    }

    fn decode(encoding: &str, body: &[u8], step: usize) -> Result<Vec<u8>, Receipt> {
        let mut decoder = Decoder::new(encoding, ROOM)?;
        for chunk in body.chunks(step) {
            decoder.push(chunk)?;
        }
        decoder.finish()
    }

    fn kind(encoding: &str, body: &[u8]) -> Kind {
        decode(encoding, body, 16 * 1024).unwrap_err().kind
    }

    #[test]
    fn rule_7_4_every_encoding_decodes_whole_and_byte_by_byte() {
        let text = text();
        let two = [gzip(&text[..500]), gzip(&text[500..])].concat();
        let cases = [
            ("", text.clone()),
            ("identity", text.clone()),
            ("gzip", gzip(&text)),
            ("x-gzip", two),
            ("deflate", zlib(&text)),
            ("deflate", deflate(&text)),
            ("br", brotli(&text)),
            ("zstd", zstd(&text)),
            ("gzip, gzip", gzip(&gzip(&text))),
            ("deflate, zstd", zstd(&zlib(&text))),
        ];
        for (encoding, body) in cases {
            for step in [1, 7, 100_000] {
                assert_eq!(decode(encoding, &body, step).unwrap(), text, "{encoding} in steps of {step}");
            }
        }
    }

    #[test]
    fn rule_7_4_gzip_under_identity_and_plain_text_under_gzip_are_recognised() {
        let text = text();
        assert_eq!(decode("", &gzip(&text), 1).unwrap(), text);
        assert_eq!(decode("gzip", &text, 1).unwrap(), text);
    }

    #[test]
    fn rule_7_4_names_that_mean_nothing_and_wrong_ones_give_way_to_the_bytes() {
        let text = [b"<?xml version='1.0'?>".to_vec(), text()].concat();
        let json = b"{ \"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [] }".to_vec();
        for name in ["UTF-8", "none", "binary", "8bit, \"none\"", "text/xml", "br", "zstd", "deflate", "gzip"]
        {
            for document in [&text, &json] {
                for step in [1, 100_000] {
                    assert_eq!(&decode(name, document, step).unwrap(), document, "{name}");
                    assert_eq!(&decode(name, &gzip(document), step).unwrap(), document, "gzip as {name}");
                    assert_eq!(&decode(name, &zstd(document), step).unwrap(), document, "zstd as {name}");
                }
            }
        }
        assert_eq!(decode("gzip", &zlib(&text), 7).unwrap(), text);
        assert_eq!(decode("gzip, gzip", &gzip(&text), 7).unwrap(), text);
    }

    #[test]
    fn rule_7_4_what_follows_the_end_is_nobodys() {
        let text = text();
        for (encoding, body) in
            [("gzip", gzip(&text)), ("deflate", zlib(&text)), ("br", brotli(&text)), ("zstd", zstd(&text))]
        {
            for tail in [&[0; 1][..], &[0; 64], b"\r\n", &[0x1f, 0x00, 0x01]] {
                for step in [1, 7, 100_000] {
                    let body = [&body, tail].concat();
                    let read = decode(encoding, &body, step);
                    assert!(read.as_ref().ok() == Some(&text), "{encoding} {tail:?} {step}");
                }
            }
        }
    }

    #[test]
    fn rule_7_4_an_unknown_encoding_or_a_third_layer_is_refused() {
        assert_eq!(kind("compress", b"x"), Kind::Encoding);
        assert_eq!(kind("gzip, gzip, gzip", b"x"), Kind::Bomb);
    }

    #[test]
    fn an_empty_body_is_an_empty_document() {
        assert_eq!(decode("", b"", 1).unwrap(), b"");
        assert_eq!(decode("gzip", b"", 1).unwrap(), b"");
        assert_eq!(decode("", b"x", 1).unwrap(), b"x");
    }

    #[test]
    fn rule_7_3_a_bomb_is_refused_in_every_encoding_and_in_two_layers() {
        let zeros = vec![b' '; 2 << 20];
        let bombs = [
            ("gzip", gzip(&zeros)),
            ("deflate", zlib(&zeros)),
            ("deflate", deflate(&zeros)),
            ("zstd", zstd(&zeros)),
            ("gzip, gzip", gzip(&gzip(&zeros))),
            ("", gzip(&zeros)),
        ];
        for (encoding, bomb) in bombs {
            assert_eq!(kind(encoding, &bomb), Kind::Bomb, "{encoding}");
        }
    }

    #[test]
    fn rule_7_3_what_is_too_large_when_decoded_is_refused() {
        for (encoding, body) in [("gzip", gzip(&text())), ("br", brotli(&text())), ("", text())] {
            let mut decoder = Decoder::new(encoding, 1000).unwrap();
            let refused = decoder.push(&body).and_then(|()| decoder.finish().map(drop));
            assert_eq!(refused.unwrap_err().kind, Kind::TooLarge, "{encoding}");
        }
    }

    #[test]
    fn a_body_cut_short_or_damaged_is_never_a_document() {
        let text = text();
        for (encoding, body) in
            [("gzip", gzip(&text)), ("deflate", zlib(&text)), ("br", brotli(&text)), ("zstd", zstd(&text))]
        {
            assert!(decode(encoding, &body[..body.len() / 2], 1000).is_err(), "{encoding} cut");
        }
        let mut damaged = gzip(&text);
        let middle = damaged.len() / 2;
        damaged[middle] ^= 0xff;
        assert!(decode("gzip", &damaged, 1000).is_err());
    }
}
