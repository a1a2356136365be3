//! actix-web with actix-ws: a server closes with a code of its own, and the client matches on it.
//!
//! actix-ws has no client, so this one is tokio-tungstenite's.
//!
//! `cargo run -p close-code-interop --example actix`

use actix_web::{App, HttpRequest, HttpResponse, HttpServer, rt, web};
use actix_ws::{CloseReason, Message, MessageStream, Session};
use close_code::{CloseCode, CloseCodeRange, Reason, ReceivedClose, connection_close_code};
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

/// What tells the client why. A longer reason is cut to what a Close frame can hold.
#[must_use]
pub fn close_reason(why: ChatClose, reason: &str) -> CloseReason {
    CloseReason {
        code: why.code().get().into(),
        description: Some(Reason::truncated(reason).as_str().to_owned()),
    }
}

/// What a Close message says; it has no reason where the body is empty.
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

async fn chat(request: HttpRequest, body: web::Payload) -> actix_web::Result<HttpResponse> {
    let (response, session, _messages) = actix_ws::handle(&request, body)?;
    // The connection ends with this frame: actix-ws does not wait for the client's answer.
    let reason = close_reason(ChatClose::TooManyMessages, "30 in a second, 5 are allowed");
    rt::spawn(session.close(Some(reason)));
    Ok(response)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let server = HttpServer::new(|| App::new().route("/", web::get().to(chat)))
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
