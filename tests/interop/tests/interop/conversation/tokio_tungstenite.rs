//! tokio-tungstenite with itself. Its client is also that of the libraries that have none.

use std::net::SocketAddr;

use ::tokio_tungstenite::{WebSocketStream, accept_async, connect_async};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;

use super::{Learned, Leave, NOTHING, Part, conversations};
use crate::examples::tokio_tungstenite::{ChatClose, close_frame, closing};

/// Connects to a server, does its part, and returns what it learned.
pub(super) async fn client(address: SocketAddr, part: Part) -> Learned {
    let (socket, _) = connect_async(format!("ws://{address}")).await.expect("a handshake");
    perform(socket, part).await
}

async fn meet(server: Part, client_part: Part) -> (Learned, Learned) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let server = async {
        let (stream, _) = listener.accept().await.expect("a client");
        perform(accept_async(stream).await.expect("a handshake"), server).await
    };
    tokio::join!(server, client(address, client_part))
}

async fn perform<S>(mut socket: WebSocketStream<S>, part: Part) -> Learned
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let closed = match part {
        Part::Leaves(Leave::Saying(reason)) => {
            socket.close(Some(close_frame(ChatClose::TooManyMessages, &reason))).await
        }
        Part::Leaves(Leave::Silently) => socket.close(None).await,
        Part::Leaves(Leave::Abruptly) => return NOTHING,
        Part::Stays => Ok(()),
    };
    closed.expect("a connection");
    closing(&mut socket).await
}

async fn server_leaves(leave: Leave) -> Learned {
    meet(Part::Leaves(leave), Part::Stays).await.1
}

async fn client_leaves(leave: Leave) -> Learned {
    meet(Part::Stays, Part::Leaves(leave)).await.0
}

conversations!();
