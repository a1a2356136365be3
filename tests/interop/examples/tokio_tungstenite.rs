//! tokio-tungstenite: a server closes with a code of its own, and the client matches on it.
//!
//! `cargo run -p close-code-interop --example tokio_tungstenite`

use close_code::{CloseCode, CloseCodeRange, Reason, ReceivedClose, connection_close_code};
use futures_util::StreamExt;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{WebSocketStream, accept_async, connect_async};

/// Why the chat ends a connection.
#[derive(Clone, Copy, Debug, Eq, PartialEq, CloseCodeRange)]
pub enum ChatClose {
    /// Session expired
    ///
    /// Sign in again, then reconnect.
    #[close_code(4001, reconnect = "after-change")]
    SessionExpired,
    /// Too many messages
    #[close_code(4029, reconnect = "backoff")]
    TooManyMessages,
}

/// The frame that tells the other end why. A longer reason is cut to what a Close frame can hold.
#[must_use]
pub fn close_frame(why: ChatClose, reason: &str) -> CloseFrame {
    CloseFrame { code: why.code().get().into(), reason: Reason::truncated(reason).as_str().into() }
}

/// What a Close message says; its frame is `None` if the body is empty.
#[must_use]
pub fn received(frame: Option<&CloseFrame>) -> ReceivedClose {
    frame.map_or(ReceivedClose::NoCode, |frame| {
        ReceivedClose::Code(CloseCode::new(frame.code.into()))
    })
}

/// Reads to the end of the connection: the code that it ended with, and the reason.
pub async fn closing<S>(socket: &mut WebSocketStream<S>) -> (CloseCode, String)
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let (mut close, mut reason) = (ReceivedClose::NoFrame, String::new());
    // After a Close message, reading on sends the answer and waits for the other end.
    while let Some(Ok(message)) = socket.next().await {
        if let Message::Close(frame) = message {
            close = received(frame.as_ref());
            reason = frame.map(|frame| frame.reason.to_string()).unwrap_or_default();
        }
    }
    (connection_close_code(close), reason)
}

async fn serve(listener: TcpListener) -> Result<(), Error> {
    let (stream, _) = listener.accept().await?;
    let mut socket = accept_async(stream).await?;
    let frame = close_frame(ChatClose::TooManyMessages, "30 in a second, 5 are allowed");
    socket.close(Some(frame)).await?;
    closing(&mut socket).await; // The client answers.
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let server = tokio::spawn(serve(listener));

    let (mut socket, _) = connect_async(format!("ws://{address}")).await?;
    let (code, reason) = closing(&mut socket).await;
    match ChatClose::from_code(code) {
        Some(ChatClose::SessionExpired) => println!("sign in again"),
        Some(why @ ChatClose::TooManyMessages) => {
            println!("{why:#}: {reason:?}; {}", why.reconnect());
        }
        // Not one of the chat's own codes, so the built-in table speaks.
        None => println!("{code}: {reason:?}; {}", code.reconnect()),
    }
    server.await??;
    Ok(())
}
