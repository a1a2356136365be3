//! fastwebsockets: a server closes with a code of its own, and the client matches on it.
//!
//! `cargo run -p close-code-interop --example fastwebsockets`

use std::error::Error;
use std::net::SocketAddr;

use close_code::{
    CloseCode, CloseCodeRange, CloseFrame, Reason, ReceivedClose, connection_close_code,
};
use fastwebsockets::upgrade::{UpgradeFut, upgrade};
use fastwebsockets::{Frame, OpCode, WebSocket, WebSocketError, handshake};
use http_body_util::Empty;
use hyper::Request;
use hyper::body::{Bytes, Incoming};
use hyper::header::{CONNECTION, HOST, SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_VERSION, UPGRADE};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::upgrade::Upgraded;
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};

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
pub fn close_frame(why: ChatClose, reason: &str) -> Frame<'static> {
    Frame::close(why.code().get(), Reason::truncated(reason).as_bytes())
}

/// Reads to the end of the connection: the code that it ended with, and the reason.
///
/// A body that fastwebsockets refuses ends the connection with an error, so it is 1006.
pub async fn closing<S>(socket: &mut WebSocket<S>) -> (CloseCode, String)
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    while let Ok(frame) = socket.read_frame().await {
        if frame.opcode == OpCode::Close {
            return match CloseFrame::parse(&frame.payload) {
                Ok(Some(close)) => (close.code(), close.reason().to_string()),
                Ok(None) => (connection_close_code(ReceivedClose::NoCode), String::new()),
                Err(_) => break,
            };
        }
    }
    (connection_close_code(ReceivedClose::NoFrame), String::new())
}

async fn chat(upgrade: UpgradeFut) -> Result<(), WebSocketError> {
    let mut socket = upgrade.await?;
    let frame = close_frame(ChatClose::TooManyMessages, "30 in a second, 5 are allowed");
    socket.write_frame(frame).await?;
    closing(&mut socket).await; // The client answers.
    Ok(())
}

async fn serve(listener: TcpListener) -> Result<(), Box<dyn Error + Send + Sync>> {
    let (stream, _) = listener.accept().await?;
    let service = service_fn(|mut request: Request<Incoming>| async move {
        let (response, socket) = upgrade(&mut request)?;
        tokio::spawn(chat(socket));
        Ok::<_, WebSocketError>(response)
    });
    http1::Builder::new().serve_connection(TokioIo::new(stream), service).with_upgrades().await?;
    Ok(())
}

/// Connects to a server.
///
/// # Errors
///
/// If there is no server, or it does not shake hands.
pub async fn connect(address: SocketAddr) -> Result<ClientSocket, Box<dyn Error + Send + Sync>> {
    let request = Request::get("/")
        .header(HOST, address.to_string())
        .header(UPGRADE, "websocket")
        .header(CONNECTION, "upgrade")
        .header(SEC_WEBSOCKET_KEY, handshake::generate_key())
        .header(SEC_WEBSOCKET_VERSION, "13")
        .body(Empty::<Bytes>::new())?;
    let stream = TcpStream::connect(address).await?;
    let (socket, _) = handshake::client(&TokioExecutor::new(), request, stream).await?;
    Ok(socket)
}

/// The client's end of a connection.
pub type ClientSocket = WebSocket<TokioIo<Upgraded>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let server = tokio::spawn(serve(listener));

    let mut socket = connect(address).await?;
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
