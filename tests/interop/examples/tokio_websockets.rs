//! tokio-websockets: a server closes with a code of its own, and the client matches on it.
//!
//! `cargo run -p close-code-interop --example tokio_websockets`

use close_code::{CloseCode, CloseCodeRange, Reason, ReceivedClose, connection_close_code};
use futures_util::{SinkExt, StreamExt};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio_websockets::{ClientBuilder, Error, Message, ServerBuilder, WebSocketStream};

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

/// The message that tells the other end why. A longer reason is cut to what a Close frame can hold;
/// `Message::close` would panic.
///
/// # Errors
///
/// Never for codes that may be sent, and the derive lets no other into the enum.
pub fn close_message(why: ChatClose, reason: &str) -> Result<Message, Error> {
    let code = why.code().get().try_into()?;
    Ok(Message::close(Some(code), &Reason::truncated(reason)))
}

/// What a message says, if it is a Close message. Where the body is empty, the code is 1005 already.
#[must_use]
pub fn received(message: &Message) -> Option<(ReceivedClose, &str)> {
    let (code, reason) = message.as_close()?;
    Some((ReceivedClose::Code(CloseCode::new(code.into())), reason))
}

/// Reads to the end of the connection: the code that it ended with, and the reason.
pub async fn closing<S>(socket: &mut WebSocketStream<S>) -> (CloseCode, String)
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let (mut close, mut reason) = (ReceivedClose::NoFrame, String::new());
    // After a Close message, reading on sends the answer and waits for the other end.
    while let Some(Ok(message)) = socket.next().await {
        if let Some((code, text)) = received(&message) {
            (close, reason) = (code, text.to_owned());
        }
    }
    (connection_close_code(close), reason)
}

async fn serve(listener: TcpListener) -> Result<(), Error> {
    let (stream, _) = listener.accept().await?;
    let (_request, mut socket) = ServerBuilder::new().accept(stream).await?;
    let message = close_message(ChatClose::TooManyMessages, "30 in a second, 5 are allowed")?;
    socket.send(message).await?;
    closing(&mut socket).await; // The client answers.
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let server = tokio::spawn(serve(listener));

    let builder = ClientBuilder::new().uri(&format!("ws://{address}"))?;
    let (mut socket, _) = builder.connect().await?;
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
