//! The door: takes connections, as many as there is room for, and never stops at one that fails.

use std::convert::Infallible;
use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};

use super::crowd::{Crowd, Guest};
use super::line::Line;
use super::mark::Stage;
use super::site::Site;

/// A request's header with all of its lines; more is answered with 431.
const LARGEST_HEADER: usize = 16 << 10;

/// Until the next try where the system gives no connection.
const PAUSE: Duration = Duration::from_millis(100);

/// What who is refused is told: there is no place for a page.
const TOO_MANY: &[u8] =
    b"HTTP/1.1 429 Too Many Requests\r\nConnection: close\r\nContent-Length: 0\r\nRetry-After: 30\r\n\r\n";

/// Takes connections for ever.
pub(super) async fn open(listener: TcpListener, crowd: Arc<Crowd>, site: Arc<Site>) -> Infallible {
    let mut complaints = Complaints { to: site.complain, last: None };
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => {
                if !crowd.has_room() {
                    complaints.say("as many connections are open as descriptors allow; who does nothing is sent away. Raise the limit (`ulimit -n`, LimitNOFILE=) if clients are turned away");
                    room(&crowd).await;
                }
                match crowd.enter(peer.ip()) {
                    Some(guest) => let_in(stream, guest, Arc::clone(&site)),
                    None => {
                        complaints.say(&format!("{} has too many connections open; further ones are refused. If it is a proxy of yours, name it in [serve] trusted_proxies", peer.ip()));
                        // Who does not listen misses nothing.
                        let _ = stream.try_write(TOO_MANY);
                    }
                }
            }
            // It was gone before we came to the door.
            Err(error) if is_theirs(&error) => {}
            Err(error) => {
                complaints.say(&format!("cannot take a connection: {error}; trying again"));
                crowd.make_room();
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
}

/// Waits until there is room, and sees to it.
async fn room(crowd: &Crowd) {
    while !crowd.has_room() {
        crowd.make_room();
        crowd.changes().await;
    }
}

fn is_theirs(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset, Interrupted};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset | Interrupted)
}

fn let_in(stream: TcpStream, guest: Guest, site: Arc<Site>) {
    let mark = Arc::clone(&guest.mark);
    let task = tokio::spawn(async move {
        serve(stream, &guest, &site).await;
        drop(guest);
    });
    mark.ends_by(task.abort_handle());
}

async fn serve(stream: TcpStream, guest: &Guest, site: &Arc<Site>) {
    // Who never says anything costs no buffers.
    if stream.readable().await.is_err() {
        return;
    }
    // An answer is written at once; where that can't be had, it comes a little later.
    let _ = stream.set_nodelay(true);
    let service = service_fn(|request| {
        guest.mark.is_at(Stage::Busy);
        guest.mark.sends(None);
        let (site, mark) = (Arc::clone(site), Arc::clone(&guest.mark));
        async move { Ok::<_, Infallible>(site.answer(request, &mark).await) }
    });
    let line = Line::new(stream, Arc::clone(&guest.mark));
    // What goes wrong on a connection is told to who is at its other end.
    let _ = http1::Builder::new()
        .half_close(true)
        .max_buf_size(LARGEST_HEADER)
        // The crowd is swept instead.
        .header_read_timeout(None)
        .serve_connection(TokioIo::new(line), service)
        .await;
}

/// One thing for the operator a minute.
struct Complaints {
    to: fn(&str),
    last: Option<Instant>,
}

impl Complaints {
    fn say(&mut self, what: &str) {
        if self.last.is_none_or(|last| last.elapsed() > Duration::from_secs(60)) {
            self.last = Some(Instant::now());
            (self.to)(what);
        }
    }
}
