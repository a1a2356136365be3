//! tokio-websockets with itself.

use ::tokio_websockets::{ClientBuilder, Message, ServerBuilder, WebSocketStream};
use futures_util::SinkExt;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;

use super::{Learned, Leave, NOTHING, Part, conversations};
use crate::examples::tokio_websockets::{ChatClose, close_message, closing};

async fn meet(server: Part, client: Part) -> (Learned, Learned) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let server = async {
        let (stream, _) = listener.accept().await.expect("a client");
        let (_, socket) = ServerBuilder::new().accept(stream).await.expect("a handshake");
        perform(socket, server).await
    };
    let client = async {
        let uri = format!("ws://{address}");
        let builder = ClientBuilder::new().uri(&uri).expect("an address");
        let (socket, _) = builder.connect().await.expect("a handshake");
        perform(socket, client).await
    };
    tokio::join!(server, client)
}

async fn perform<S>(mut socket: WebSocketStream<S>, part: Part) -> Learned
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let message = match part {
        Part::Leaves(Leave::Saying(reason)) => {
            Some(close_message(ChatClose::TooManyMessages, &reason).expect("a code to send"))
        }
        Part::Leaves(Leave::Silently) => Some(Message::close(None, "")),
        Part::Leaves(Leave::Abruptly) => return NOTHING,
        Part::Stays => None,
    };
    if let Some(message) = message {
        socket.send(message).await.expect("a connection");
    }
    closing(&mut socket).await
}

async fn server_leaves(leave: Leave) -> Learned {
    meet(Part::Leaves(leave), Part::Stays).await.1
}

async fn client_leaves(leave: Leave) -> Learned {
    meet(Part::Stays, Part::Leaves(leave)).await.0
}

conversations!();
