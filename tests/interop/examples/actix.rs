//! actix-web with actix-ws: a server closes with a code of its own wherever it fails with `?`, and the
//! client matches on it.
//!
//! actix-ws has no client, so this one is tokio-tungstenite's.
//!
//! `cargo run -p close-code-interop --example actix`

use actix_web::{App, HttpRequest, HttpResponse, HttpServer, rt, web};
use actix_ws::{CloseReason, Message, MessageStream, Session};
use close_code::{
    CloseCode, CloseCodeRange, CloseError, Reason, ReceivedClose, WireCode, connection_close_code,
};
use futures_util::StreamExt;
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
    #[error("cannot write to the client")]
    Closed(#[from] actix_ws::Closed),
}

/// What tells the client why. A longer reason is cut to what a Close frame can hold.
#[must_use]
pub fn close_reason(why: WireCode, reason: &str) -> CloseReason {
    CloseReason {
        code: why.code().get().into(),
        description: Some(Reason::truncated(reason).as_str().to_owned()),
    }
}

/// What a Close message says; it has no reason if the body is empty.
#[must_use]
pub fn received(reason: Option<&CloseReason>) -> ReceivedClose {
    reason.map_or(ReceivedClose::NoCode, |reason| {
        ReceivedClose::Code(CloseCode::new(reason.code.into()))
    })
}

/// Reads to the end of the connection: the code that it ended with, and the reason.
///
/// actix-ws does not answer a Close message by itself, so this does.
pub async fn closing(session: Session, messages: &mut MessageStream) -> (CloseCode, String) {
    while let Some(Ok(message)) = messages.recv().await {
        if let Message::Close(close) = message {
            let code = connection_close_code(received(close.as_ref()));
            let answer = close.as_ref().map(|close| close.code.into());
            // Fails if this end has closed before, and then the client needs no answer.
            let _ = session.close(answer).await;
            let reason = close.and_then(|close| close.description).unwrap_or_default();
            return (code, reason);
        }
    }
    (connection_close_code(ReceivedClose::NoFrame), String::new())
}

/// The chat: every error leaves it with `?`.
async fn chat(session: &mut Session) -> Result<(), ChatError> {
    let count = 30;
    session.text(format!("{count} messages")).await?;
    allow(count)?;
    Ok(())
}

fn allow(count: u32) -> Result<(), ChatError> {
    let allowed = 5;
    if count > allowed { Err(ChatError::TooFast { count, allowed }) } else { Ok(()) }
}

async fn attend(request: HttpRequest, body: web::Payload) -> actix_web::Result<HttpResponse> {
    let (response, mut session, _messages) = actix_ws::handle(&request, body)?;
    rt::spawn(async move {
        // The one place that closes.
        let reason = match chat(&mut session).await {
            Ok(()) => close_reason(WireCode::of::<1000>(), ""),
            Err(error) => close_reason(error.close_code(), &error.close_reason()),
        };
        // The connection ends with this frame: actix-ws does not wait for the client's answer.
        session.close(Some(reason)).await
    });
    Ok(response)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let server = HttpServer::new(|| App::new().route("/", web::get().to(attend)))
        .workers(1)
        .disable_signals()
        .bind("127.0.0.1:0")?;
    let address = server.addrs()[0];
    let server = server.run();
    let handle = server.handle();
    tokio::spawn(server);

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
    handle.stop(true).await;
    Ok(())
}
