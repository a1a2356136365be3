//! A client that connects again as the table of close codes advises, with delays from `backon`.
//!
//! The server ends one connection after the other, each with another code, until one says never to
//! come back. The clock is paused (`start_paused`): the delays are true, the waiting takes no time.
//!
//! `cargo run -p close-code-interop --example reconnect`

use std::error::Error;
use std::net::SocketAddr;
use std::time::Duration;

use backon::{BackoffBuilder, ExponentialBuilder};
use close_code::{CloseCode, CloseCodeRange, ReceivedClose, Reconnect, connection_close_code};
use futures_util::{SinkExt, StreamExt};
use tokio::net::TcpListener;
use tokio::time::{Instant, sleep};
use tokio_tungstenite::tungstenite::{self, Message, protocol::CloseFrame};
use tokio_tungstenite::{accept_async, connect_async};

/// Why the news feed ends a connection.
#[derive(Clone, Copy, Debug, Eq, PartialEq, CloseCodeRange)]
pub enum FeedClose {
    /// Account closed
    #[close_code(4003, reconnect = "never")]
    AccountClosed,
    /// Too many readers
    #[close_code(4029, reconnect = "backoff")]
    TooManyReaders,
    /// Moved to another server
    #[close_code(4100, reconnect = "immediately")]
    Moved,
}

/// 1, 2, 4 seconds and so on up to a minute, each with up to a second more, so that the clients of a
/// server that went down do not all come back at once.
const BACKOFF: ExponentialBuilder = ExponentialBuilder::new()
    .with_min_delay(Duration::from_secs(1))
    .with_max_delay(Duration::from_secs(60))
    .without_max_times()
    .with_jitter();

/// What the table says: the feed's own for its own codes, the built-in one for all others.
#[must_use]
pub fn advice(code: CloseCode) -> Reconnect {
    FeedClose::from_code(code).map_or(code.reconnect(), FeedClose::reconnect)
}

/// How long to wait before reconnecting; `None` means not to reconnect.
pub fn delay(advice: Reconnect, backoff: &mut impl Iterator<Item = Duration>) -> Option<Duration> {
    match advice {
        Reconnect::Never | Reconnect::AfterChange => None,
        Reconnect::Immediately => Some(Duration::ZERO),
        Reconnect::After { min, max } => {
            Some(min + max.saturating_sub(min).mul_f64(fastrand::f64()))
        }
        // Where a table says nothing, a client that wants to stay connected backs off.
        _ => backoff.next(),
    }
}

/// Stays connected for as long as the server lets it.
async fn follow(feed: SocketAddr) {
    let start = Instant::now();
    let mut backoff = BACKOFF.build();
    loop {
        let (code, messages) = read(feed).await;
        if messages > 0 {
            // The connection was of use, so the next failure is a first one again.
            backoff = BACKOFF.build();
        }
        let name = FeedClose::from_code(code)
            .map_or_else(|| code.to_string(), |close| format!("{close:#}"));
        let advice = advice(code);
        print!(
            "{:6.1} s  {messages} received, then {name}: {advice}",
            start.elapsed().as_secs_f64()
        );
        let Some(delay) = delay(advice, &mut backoff) else {
            println!("; the end");
            return;
        };
        println!("; waiting {:.1} s", delay.as_secs_f64());
        sleep(delay).await;
    }
}

/// Reads from connecting to closing: the code, and the number of messages before.
async fn read(feed: SocketAddr) -> (CloseCode, usize) {
    let (mut received, mut messages) = (ReceivedClose::NoFrame, 0);
    if let Ok((mut socket, _)) = connect_async(format!("ws://{feed}")).await {
        while let Some(Ok(message)) = socket.next().await {
            match message {
                Message::Close(None) => received = ReceivedClose::NoCode,
                Message::Close(Some(frame)) => {
                    received = ReceivedClose::Code(CloseCode::new(frame.code.into()));
                }
                _ => messages += 1,
            }
        }
    }
    (connection_close_code(received), messages)
}

/// What becomes of each connection: how many messages it brings, and the code that ends it.
const CONNECTIONS: [(usize, CloseCode); 8] = [
    (2, CloseCode::SERVICE_RESTART),
    (0, CloseCode::ABNORMAL_CLOSURE),
    (0, CloseCode::ABNORMAL_CLOSURE),
    (0, CloseCode::new(4029)),
    (3, CloseCode::new(4100)),
    (1, CloseCode::GOING_AWAY),
    (0, CloseCode::NO_STATUS_RECEIVED),
    (1, CloseCode::new(4003)),
];

async fn serve(listener: TcpListener) -> Result<(), tungstenite::Error> {
    for (messages, code) in CONNECTIONS {
        let (stream, _) = listener.accept().await?;
        let mut socket = accept_async(stream).await?;
        for number in 1..=messages {
            socket.send(format!("news {number}").into()).await?;
        }
        match code {
            // The codes that are never sent: the connection breaks, or the frame has no body.
            CloseCode::ABNORMAL_CLOSURE => continue,
            CloseCode::NO_STATUS_RECEIVED => socket.close(None).await?,
            _ => {
                let frame = CloseFrame { code: code.get().into(), reason: "".into() };
                socket.close(Some(frame)).await?;
            }
        }
        while let Some(Ok(_)) = socket.next().await {}
    }
    Ok(())
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let server = tokio::spawn(serve(listener));
    follow(address).await;
    server.await??;
    Ok(())
}
