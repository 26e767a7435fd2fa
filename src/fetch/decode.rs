//! Bodies out of their transfer form, as a stream and within bounds (rules 7.3 and 7.4).
//! The first bytes decide where the declaration is wrong. At most two layers.

use std::io::{self, Write};

use brotli_decompressor::DecompressorWriter;
use flate2::write::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use zstd::stream::raw::{DParameter, Decoder as ZstdDecoder};
use zstd::stream::zio::Writer as ZstdWriter;

use super::trouble::{Kind, Receipt};

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

/// Bytes in, document out.
pub(super) struct Decoder {
    declared: Vec<String>,
    /// First bytes, until there are enough to know the codec.
    head: Vec<u8>,
    layers: Vec<Codec>,
    room: u64,
    wire: u64,
    plain: Option<bool>,
}

impl Decoder {
    /// For a body with this `Content-Encoding`, which may grow to `room` bytes.
    pub(super) fn new(content_encoding: &str, room: u64) -> Result<Self, Receipt> {
        let names = content_encoding.split(',').map(|name| name.trim().to_ascii_lowercase());
        let declared: Vec<_> = names.filter(|name| !name.is_empty() && name != "identity").rev().collect();
        if let Some(unknown) = declared.iter().find(|name| !KNOWN.contains(&name.as_str())) {
            return Err(Receipt::new(
                Kind::Encoding,
                format!("the content encoding {unknown:?} is not understood"),
            ));
        }
        if declared.len() > MOST_LAYERS {
            return Err(Receipt::new(
                Kind::Bomb,
                format!("encoded {} times over; two are undone", declared.len()),
            ));
        }
        Ok(Self { declared, head: Vec::new(), layers: Vec::new(), room, wire: 0, plain: None })
    }

    /// Whether a chunk can be taken at once, at no cost: nothing has to be decoded. Asked of every
    /// chunk in order, before it is pushed or kept for later.
    pub(super) fn is_plain(&mut self, chunk: &[u8]) -> bool {
        *self.plain.get_or_insert_with(|| self.declared.is_empty() && !may_be_gzip(chunk))
    }

    /// Bytes of document so far.
    pub(super) fn produced(&mut self) -> u64 {
        self.layers.last_mut().map_or(0, |layer| layer.out().total)
    }

    /// Takes the next bytes from the wire.
    pub(super) fn push(&mut self, chunk: &[u8]) -> Result<(), Receipt> {
        self.wire += chunk.len() as u64;
        if !self.layers.is_empty() {
            return self.feed(chunk);
        }
        self.head.extend_from_slice(chunk);
        if self.head.len() < 2 { Ok(()) } else { self.begin() }
    }

    /// The document, once the body has ended.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, Receipt> {
        if self.layers.is_empty() {
            self.begin()?;
        }
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

    fn begin(&mut self) -> Result<(), Receipt> {
        let head = std::mem::take(&mut self.head);
        let names = std::mem::take(&mut self.declared);
        let room = self.room;
        let mut layers = Vec::new();
        for (i, name) in names.iter().enumerate() {
            // Only the outermost layer can be checked against the bytes at hand.
            let seen = (i == 0).then_some(head.as_slice());
            layers
                .push(Codec::new(name, seen, room).map_err(|e| Receipt::new(Kind::Encoding, e.to_string()))?);
        }
        if layers.is_empty() {
            let name = if is_gzip(&head) { "gzip" } else { "identity" };
            layers
                .push(Codec::new(name, None, room).map_err(|e| Receipt::new(Kind::Encoding, e.to_string()))?);
        }
        self.layers = layers;
        self.feed(&head)
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

/// One byte is not enough to tell; then it is taken for encoded, which costs nothing but a turn.
fn may_be_gzip(head: &[u8]) -> bool {
    head.first() == Some(&0x1f)
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

enum Codec {
    Identity(Bounded),
    Gzip(MultiGzDecoder<Bounded>),
    Zlib(ZlibDecoder<Bounded>),
    Deflate(DeflateDecoder<Bounded>),
    Brotli(Box<DecompressorWriter<Bounded>>),
    Zstd(ZstdWriter<Bounded, ZstdDecoder<'static>>),
}

impl Codec {
    /// `head` corrects the name: plain bytes called gzip, and the two things called deflate.
    fn new(name: &str, head: Option<&[u8]>, room: u64) -> io::Result<Self> {
        let out = Bounded { bytes: Vec::new(), total: 0, room, believed: BELIEVED };
        Ok(match name {
            "gzip" | "x-gzip" if head.is_none_or(is_gzip) => Self::Gzip(MultiGzDecoder::new(out)),
            "deflate" if head.is_none_or(is_zlib) => Self::Zlib(ZlibDecoder::new(out)),
            "deflate" => Self::Deflate(DeflateDecoder::new(out)),
            "br" => Self::Brotli(Box::new(DecompressorWriter::new(out, 16 * 1024))),
            "zstd" => {
                let mut raw = ZstdDecoder::new()?;
                raw.set_parameter(DParameter::WindowLogMax(ZSTD_WINDOW_LOG))?;
                Self::Zstd(ZstdWriter::new(out, raw))
            }
            _ => Self::Identity(out),
        })
    }

    fn write(&mut self, chunk: &[u8]) -> io::Result<()> {
        match self {
            Self::Identity(out) => out.write_all(chunk),
            Self::Gzip(w) => w.write_all(chunk),
            Self::Zlib(w) => lenient(w.write_all(chunk)),
            Self::Deflate(w) => lenient(w.write_all(chunk)),
            Self::Brotli(w) => w.write_all(chunk),
            Self::Zstd(w) => w.write_all(chunk),
        }
    }

    fn finish(&mut self) -> io::Result<()> {
        match self {
            Self::Identity(_) => Ok(()),
            Self::Gzip(w) => w.try_finish(),
            Self::Zlib(w) => w.try_finish(),
            Self::Deflate(w) => w.try_finish(),
            Self::Brotli(w) => w.close(),
            Self::Zstd(w) => w.finish(),
        }
    }

    fn out(&mut self) -> &mut Bounded {
        match self {
            Self::Identity(out) => out,
            Self::Gzip(w) => w.get_mut(),
            Self::Zlib(w) => w.get_mut(),
            Self::Deflate(w) => w.get_mut(),
            Self::Brotli(w) => w.get_mut(),
            Self::Zstd(w) => w.writer_mut(),
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
