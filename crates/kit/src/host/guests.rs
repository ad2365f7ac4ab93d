//! Lets connections in, and ends those that hold a place for nothing: one on which nothing moves for a minute, and the stillest of all
//! when there are too many. So nobody who reads slowly, or not at all, keeps others out.

use anyhow::Result;
use std::io;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

/// How many connections are open at the same time. A browser opens six at most.
const MOST: usize = 256;
/// How long nothing may move on one.
const STILL: Duration = Duration::from_secs(60);
/// How often that is looked at when nobody comes.
const ROUND: Duration = Duration::from_secs(5);
/// A system that has no room for a connection may have it a moment later.
const MOMENT: Duration = Duration::from_millis(50);

/// A connection that is open.
struct Guest {
    work: JoinHandle<()>,
    moved: Moved,
}

/// When something last moved on a connection.
#[derive(Clone)]
struct Moved {
    since: Instant,
    at_ms: Arc<AtomicU64>,
}

/// Receives for ever. `answer` is given each connection, and the address of this machine that it came to.
pub(super) async fn receive<F>(listener: &TcpListener, answer: impl Fn(Stream, IpAddr) -> F) -> Result<()>
where
    F: Future<Output = ()> + Send + 'static,
{
    let mut guests: Vec<Guest> = Vec::new();
    loop {
        let Ok(accepted) = timeout(ROUND, listener.accept()).await else {
            guests.retain(Guest::stays);
            continue;
        };
        match accepted {
            Ok((stream, _)) => {
                guests.retain(Guest::stays);
                if guests.len() >= MOST {
                    send_off_the_stillest(&mut guests);
                }
                let Ok(came_to) = stream.local_addr() else { continue };
                let moved = Moved::now();
                let stream = Stream { inner: stream, moved: moved.clone() };
                guests.push(Guest { work: tokio::spawn(answer(stream, came_to.ip())), moved });
            }
            Err(_) => {
                // Too many files are open, or a guest left at the door.
                send_off_the_stillest(&mut guests);
                sleep(MOMENT).await;
            }
        }
    }
}

fn send_off_the_stillest(guests: &mut Vec<Guest>) {
    let stillest = guests.iter().enumerate().max_by_key(|(_, guest)| guest.moved.still());
    if let Some((place, _)) = stillest {
        guests.swap_remove(place).work.abort();
    }
}

impl Guest {
    /// Whether it may stay; if not it is sent off.
    fn stays(&self) -> bool {
        let is_still = self.moved.still() > STILL;
        if is_still {
            self.work.abort();
        }
        !is_still && !self.work.is_finished()
    }
}

impl Moved {
    fn now() -> Self {
        Self { since: Instant::now(), at_ms: Arc::default() }
    }

    fn note(&self) {
        let ms = u64::try_from(self.since.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.at_ms.store(ms, Ordering::Relaxed);
    }

    /// For how long nothing moved.
    fn still(&self) -> Duration {
        self.since.elapsed().saturating_sub(Duration::from_millis(self.at_ms.load(Ordering::Relaxed)))
    }
}

/// A connection that notes when something moves on it.
pub(super) struct Stream {
    inner: TcpStream,
    moved: Moved,
}

impl Stream {
    fn inner(self: Pin<&mut Self>) -> Pin<&mut TcpStream> {
        Pin::new(&mut self.get_mut().inner)
    }

    /// Notes what came of a try.
    fn noted<T>(&self, came: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if came.is_ready() {
            self.moved.note();
        }
        came
    }
}

impl AsyncRead for Stream {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let came = self.as_mut().inner().poll_read(context, into);
        self.noted(came)
    }
}

impl AsyncWrite for Stream {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let went = self.as_mut().inner().poll_write(context, bytes);
        self.noted(went)
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.inner().poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.inner().poll_shutdown(context)
    }
}
