//! fastwebsockets with itself.

use ::fastwebsockets::upgrade::upgrade;
use ::fastwebsockets::{Frame, WebSocket, WebSocketError};
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::sync::mpsc;

use super::{Learned, Leave, NOTHING, Part, conversations};
use crate::examples::fastwebsockets::{ChatClose, close_frame, closing, connect};

async fn meet(server: Part, client: Part) -> (Learned, Learned) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let (tell, mut learned) = mpsc::channel(1);
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await.expect("a client");
        let service = service_fn(|mut request: Request<Incoming>| {
            let (server, tell) = (server.clone(), tell.clone());
            async move {
                let (response, socket) = upgrade(&mut request)?;
                tokio::spawn(async move {
                    let learned = perform(socket.await.expect("a handshake"), server).await;
                    tell.send(learned).await.expect("a test that waits");
                });
                Ok::<_, WebSocketError>(response)
            }
        });
        let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
        connection.with_upgrades().await.expect("a handshake");
    });
    let client = perform(connect(address).await.expect("a handshake"), client).await;
    (learned.recv().await.expect("a server"), client)
}

async fn perform<S>(mut socket: WebSocket<S>, part: Part) -> Learned
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let frame = match part {
        Part::Leaves(Leave::Saying(reason)) => {
            Some(close_frame(ChatClose::TooManyMessages, &reason))
        }
        Part::Leaves(Leave::Silently) => Some(Frame::close_raw(Vec::new().into())),
        Part::Leaves(Leave::Abruptly) => return NOTHING,
        Part::Stays => None,
    };
    if let Some(frame) = frame {
        socket.write_frame(frame).await.expect("a connection");
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
