//! The line to a client: what goes over it is noted on the connection's mark.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, Interest, ReadBuf};
use tokio::net::TcpStream;

use super::mark::{Mark, Stage};
use super::twin::{self, Twin};

/// A connection that keeps its mark.
pub(super) struct Line {
    stream: TcpStream,
    mark: Arc<Mark>,
    /// How much more may run out, once our side is closed.
    running_out: Option<usize>,
}

/// A client that sends more than this after its answer is cut off.
const RUNS_OUT: usize = 256 << 10;

impl Line {
    pub(super) fn new(stream: TcpStream, mark: Arc<Mark>) -> Self {
        Self { stream, mark, running_out: None }
    }

    /// Lets the system send what comes first, if it is of the twin or stands before it.
    fn poll_send(
        &self,
        cx: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
        twin: &Twin,
    ) -> Option<Poll<io::Result<usize>>> {
        let mut pieces = pieces.iter().filter(|piece| !piece.is_empty());
        let (first, next) = (pieces.next()?, pieces.next());
        let from = twin.place(first);
        if from.is_none() && next.and_then(|next| twin.place(next)).is_none() {
            return None;
        }
        loop {
            let sent = self.stream.try_io(Interest::WRITABLE, || match from {
                Some(from) => twin.send(&self.stream, from, first.len()),
                None => twin::send_before(&self.stream, first),
            });
            match sent {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    match self.stream.poll_write_ready(cx) {
                        Poll::Ready(Ok(())) => {}
                        Poll::Ready(Err(error)) => return Some(Poll::Ready(Err(error))),
                        Poll::Pending => return Some(Poll::Pending),
                    }
                }
                // Not here, then: the bytes are written instead, and what is wrong with the line is told there.
                Err(_) | Ok(0) => {
                    self.mark.sends(None);
                    return None;
                }
                Ok(length) => return Some(Poll::Ready(Ok(length))),
            }
        }
    }

    fn note(&self, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        match written {
            Poll::Ready(Ok(_)) => self.mark.gives(),
            Poll::Ready(Err(_)) => {}
            Poll::Pending => self.mark.waits(),
        }
        written
    }
}

impl AsyncRead for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(cx, buffer);
        if buffer.filled().len() > before {
            self.mark.hears();
        }
        read
    }
}

impl AsyncWrite for Line {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.note(written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let by_system = self.mark.twin().and_then(|twin| self.poll_send(cx, pieces, &twin));
        let written = by_system.unwrap_or_else(|| Pin::new(&mut self.stream).poll_write_vectored(cx, pieces));
        self.note(written)
    }

    /// Documents are written from the one copy that all share, not copied behind the header.
    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    /// A connection that is closed while something unread lies there is reset, and then the client may
    /// never see the answer. So our side is closed first, and theirs is let run out.
    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.running_out.is_none() {
            ready!(Pin::new(&mut self.stream).poll_shutdown(cx))?;
            self.mark.is_at(Stage::Leaving);
            self.running_out = Some(RUNS_OUT);
        }
        let mut piece = [0; 4096];
        while let Some(left) = self.running_out.filter(|left| *left > 0) {
            let mut buffer = ReadBuf::new(&mut piece);
            match ready!(Pin::new(&mut self.stream).poll_read(cx, &mut buffer)) {
                Ok(()) if !buffer.filled().is_empty() => {
                    self.running_out = Some(left.saturating_sub(buffer.filled().len()));
                }
                _ => break,
            }
        }
        Poll::Ready(Ok(()))
    }
}
