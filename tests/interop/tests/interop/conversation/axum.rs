//! axum with tokio-tungstenite's client.

use ::axum::Router;
use ::axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use ::axum::routing::any;
use tokio::net::TcpListener;
use tokio::sync::mpsc;

use super::tokio_tungstenite::client;
use super::{Learned, Leave, NOTHING, Part, conversations};
use crate::examples::axum::{ChatClose, close_message, closing};

async fn meet(server: Part, client_part: Part) -> (Learned, Learned) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let (tell, mut learned) = mpsc::channel(1);
    let attend = |upgrade: WebSocketUpgrade| async move {
        upgrade.on_upgrade(|socket| async move {
            let learned = perform(socket, server).await;
            tell.send(learned).await.expect("a test that waits");
        })
    };
    let app = Router::new().route("/", any(attend));
    tokio::spawn(async move { ::axum::serve(listener, app).await });
    let client = client(address, client_part).await;
    (learned.recv().await.expect("a server"), client)
}

async fn perform(mut socket: WebSocket, part: Part) -> Learned {
    let message = match part {
        Part::Leaves(Leave::Saying(reason)) => {
            Some(close_message(ChatClose::TooManyMessages.into(), &reason))
        }
        Part::Leaves(Leave::Silently) => Some(Message::Close(None)),
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
