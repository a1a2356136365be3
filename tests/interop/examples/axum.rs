//! axum: a server closes with a code of its own wherever it fails with `?`, and the client matches on it.
//!
//! axum has no client, so this one is tokio-tungstenite's.
//!
//! `cargo run -p close-code-interop --example axum`

use axum::Router;
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::routing::any;
use close_code::{
    CloseCode, CloseCodeRange, CloseError, Reason, ReceivedClose, WireCode, connection_close_code,
};
use futures_util::StreamExt;
use tokio::net::TcpListener;
use tokio_tungstenite::{connect_async, tungstenite};

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

/// What goes wrong in the chat, and the code that tells the client.
#[derive(Debug, thiserror::Error, CloseError)]
pub enum ChatError {
    /// The client has signed out elsewhere.
    #[close(ChatClose::SessionExpired)]
    #[error("no session")]
    NoSession,
    /// The client sends too much.
    #[close(ChatClose::TooManyMessages)]
    #[error("{count} in a second, {allowed} are allowed")]
    TooFast {
        /// How many there were.
        count: u32,
        /// How many there may be.
        allowed: u32,
    },
    /// What the client is not told more of.
    #[close(1011, reason = "internal error")]
    #[error("cannot write the log")]
    Log(#[from] std::io::Error),
}

/// The message that tells the client why. A longer reason is cut to what a Close frame can hold.
#[must_use]
pub fn close_message(why: WireCode, reason: &str) -> Message {
    let reason = Reason::truncated(reason).as_str().into();
    Message::Close(Some(CloseFrame { code: why.code().get(), reason }))
}

/// What a Close message says; its frame is `None` if the body is empty.
#[must_use]
pub fn received(frame: Option<&CloseFrame>) -> ReceivedClose {
    frame.map_or(ReceivedClose::NoCode, |frame| ReceivedClose::Code(CloseCode::new(frame.code)))
}

/// Reads to the end of the connection: the code that it ended with, and the reason.
pub async fn closing(socket: &mut WebSocket) -> (CloseCode, String) {
    let (mut close, mut reason) = (ReceivedClose::NoFrame, String::new());
    // After a Close message, reading on sends the answer and waits for the other end.
    while let Some(Ok(message)) = socket.recv().await {
        if let Message::Close(frame) = message {
            close = received(frame.as_ref());
            reason = frame.map(|frame| frame.reason.to_string()).unwrap_or_default();
        }
    }
    (connection_close_code(close), reason)
}

/// The chat: every error leaves it with `?`.
async fn chat(socket: &mut WebSocket) -> Result<(), ChatError> {
    let count = 30;
    socket.send(format!("{count} messages").into()).await.map_err(std::io::Error::other)?;
    allow(count)?;
    Ok(())
}

fn allow(count: u32) -> Result<(), ChatError> {
    let allowed = 5;
    if count > allowed { Err(ChatError::TooFast { count, allowed }) } else { Ok(()) }
}

/// The one place that closes.
async fn attend(mut socket: WebSocket) {
    let message = match chat(&mut socket).await {
        Ok(()) => close_message(WireCode::of::<1000>(), ""),
        Err(error) => close_message(error.close_code(), &error.close_reason()),
    };
    if socket.send(message).await.is_ok() {
        closing(&mut socket).await; // The client answers.
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let app = Router::new()
        .route("/", any(|upgrade: WebSocketUpgrade| async move { upgrade.on_upgrade(attend) }));
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move { axum::serve(listener, app).await });

    let (mut socket, _) = connect_async(format!("ws://{address}")).await?;
    let (mut code, mut reason) = (CloseCode::ABNORMAL_CLOSURE, String::new());
    while let Some(Ok(message)) = socket.next().await {
        match message {
            tungstenite::Message::Close(Some(frame)) => {
                (code, reason) = (CloseCode::new(frame.code.into()), frame.reason.to_string());
            }
            tungstenite::Message::Close(None) => code = CloseCode::NO_STATUS_RECEIVED,
            _ => {}
        }
    }
    match ChatClose::from_code(code) {
        Some(ChatClose::SessionExpired) => println!("sign in again"),
        Some(why @ ChatClose::TooManyMessages) => {
            println!("{why:#}: {reason:?}; {}", why.reconnect());
        }
        // Not one of the chat's own codes, so the built-in table speaks.
        None => println!("{code}: {reason:?}; {}", code.reconnect()),
    }
    Ok(())
}
