//! The body of an answer: bytes that many answers share, or a file that is read as the client takes it.

use std::fs::File;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use hyper::body::{Body as HttpBody, Bytes, Frame, SizeHint};
use tokio::task::JoinHandle;

use super::mark::Mark;

/// Of a file, so much is in memory for each who reads it.
const PIECE: u64 = 128 << 10;

/// What follows the header.
pub(super) enum Body {
    /// Nothing, or what is left of the bytes.
    Whole(Option<Bytes>),
    /// A file.
    File(Reading),
}

/// A file that is being given out.
pub(super) struct Reading {
    file: Arc<File>,
    at: u64,
    end: u64,
    piece: Option<JoinHandle<io::Result<Bytes>>>,
    mark: Arc<Mark>,
}

impl Body {
    /// No body.
    pub(super) fn empty() -> Self {
        Self::Whole(None)
    }

    /// The first `length` bytes of a file, in pieces.
    pub(super) fn of_file(file: Arc<File>, length: u64, mark: Arc<Mark>) -> Self {
        mark.streams(true);
        Self::File(Reading { file, at: 0, end: length, piece: None, mark })
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self::Whole(Some(bytes).filter(|bytes| !bytes.is_empty()))
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Bytes::from(text).into()
    }
}

impl From<&'static str> for Body {
    fn from(text: &'static str) -> Self {
        Bytes::from_static(text.as_bytes()).into()
    }
}

impl HttpBody for Body {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        match &mut *self {
            Self::Whole(bytes) => Poll::Ready(bytes.take().map(|bytes| Ok(Frame::data(bytes)))),
            Self::File(reading) => reading.poll(cx).map(|piece| piece.map(|piece| piece.map(Frame::data))),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.size_hint().exact() == Some(0)
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(match self {
            Self::Whole(bytes) => bytes.as_ref().map_or(0, Bytes::len) as u64,
            Self::File(reading) => reading.end - reading.at,
        })
    }
}

impl Reading {
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<io::Result<Bytes>>> {
        if self.at >= self.end {
            return Poll::Ready(None);
        }
        let (file, at, wanted) = (&self.file, self.at, PIECE.min(self.end - self.at));
        let piece = self.piece.get_or_insert_with(|| {
            let file = Arc::clone(file);
            tokio::task::spawn_blocking(move || read(&file, at, wanted))
        });
        let read = ready!(Pin::new(piece).poll(cx)).map_err(io::Error::other).flatten();
        self.piece = None;
        self.at += read.as_ref().map_or(0, Bytes::len) as u64;
        if self.at >= self.end {
            self.mark.streams(false);
        }
        Poll::Ready(Some(read))
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        self.mark.streams(false);
    }
}

/// Some bytes from a place in the file. That it ends early breaks the answer off: its length was promised.
pub(super) fn read(file: &File, at: u64, wanted: u64) -> io::Result<Bytes> {
    let mut piece = vec![0; usize::try_from(wanted).map_err(io::Error::other)?];
    let length = read_at(file, &mut piece, at)?;
    if length == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    piece.truncate(length);
    Ok(piece.into())
}

#[cfg(unix)]
fn read_at(file: &File, buffer: &mut [u8], at: u64) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, buffer, at)
}

#[cfg(windows)]
fn read_at(file: &File, buffer: &mut [u8], at: u64) -> io::Result<usize> {
    std::os::windows::fs::FileExt::seek_read(file, buffer, at)
}
