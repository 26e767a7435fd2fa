//! A larger document a second time, as a file that lies in memory alone: the system sends it to a client
//! by itself, which spares a copy for each who asks. The bytes are the same, so where that can't be had
//! they are written as any others.

use std::io;
use std::sync::Arc;

use hyper::body::Bytes;
use tokio::net::TcpStream;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Below this a copy costs less than the second call.
const WORTH_IT: usize = 64 << 10;
/// Each holds a descriptor; who comes later does without.
const MOST: usize = 8;

/// How many more twins there may be.
#[derive(Clone)]
pub(super) struct Twins(Arc<Semaphore>);

impl Default for Twins {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(MOST)))
    }
}

/// The bytes of a document, and the file that has the same.
pub(super) struct Twin {
    bytes: Bytes,
    file: file::Memory,
    _one_of: OwnedSemaphorePermit,
}

impl Twin {
    /// Makes one, if it is worth it and there may be one more.
    pub(super) fn of(bytes: &Bytes, twins: &Twins) -> Option<Arc<Self>> {
        if bytes.len() < WORTH_IT {
            return None;
        }
        let one_of = Arc::clone(&twins.0).try_acquire_owned().ok()?;
        let file = file::Memory::of(bytes).ok()?;
        Some(Arc::new(Self { bytes: bytes.clone(), file, _one_of: one_of }))
    }

    /// Where in the file a piece of memory stands, if it is of these very bytes.
    pub(super) fn place(&self, piece: &[u8]) -> Option<u64> {
        let from = piece.as_ptr().addr().checked_sub(self.bytes.as_ptr().addr())?;
        (!piece.is_empty() && from + piece.len() <= self.bytes.len()).then_some(from as u64)
    }

    /// Sends a part of the file, as much as the client takes.
    pub(super) fn send(&self, to: &TcpStream, from: u64, length: usize) -> io::Result<usize> {
        self.file.send(to, from, length)
    }
}

/// Sends what stands before the file, and says that more follows.
pub(super) fn send_before(to: &TcpStream, bytes: &[u8]) -> io::Result<usize> {
    file::send_before(to, bytes)
}

#[cfg(target_os = "linux")]
mod file {
    use std::fs::File;
    use std::io::{self, Write};

    use rustix::fs::{MemfdFlags, memfd_create, sendfile};
    use rustix::net::{SendFlags, send};
    use tokio::net::TcpStream;

    pub(super) struct Memory(File);

    impl Memory {
        pub(super) fn of(bytes: &[u8]) -> io::Result<Self> {
            let mut file = File::from(memfd_create("document", MemfdFlags::CLOEXEC)?);
            file.write_all(bytes)?;
            Ok(Self(file))
        }

        pub(super) fn send(&self, to: &TcpStream, from: u64, length: usize) -> io::Result<usize> {
            let mut from = from;
            Ok(sendfile(to, &self.0, Some(&mut from), length)?)
        }
    }

    pub(super) fn send_before(to: &TcpStream, bytes: &[u8]) -> io::Result<usize> {
        Ok(send(to, bytes, SendFlags::MORE | SendFlags::NOSIGNAL)?)
    }
}

#[cfg(not(target_os = "linux"))]
mod file {
    use std::io;

    use tokio::net::TcpStream;

    /// There is none here.
    pub(super) enum Memory {}

    impl Memory {
        pub(super) fn of(_: &[u8]) -> io::Result<Self> {
            Err(io::ErrorKind::Unsupported.into())
        }

        pub(super) fn send(&self, _: &TcpStream, _: u64, _: usize) -> io::Result<usize> {
            match *self {}
        }
    }

    pub(super) fn send_before(_: &TcpStream, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::Unsupported.into())
    }
}
