//! axum, which reads and writes frames with tungstenite.

use axum::Router;
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::routing::any;
use tokio::net::TcpListener;
use tokio::sync::mpsc;

use super::{DONE, END, NORMAL, Task, error};
use crate::wording::told;

pub(crate) async fn serve(listener: TcpListener, task: Task, tell: mpsc::Sender<String>) {
    let attend = |upgrade: WebSocketUpgrade| async move {
        upgrade.on_upgrade(|socket| async move {
            let outcome = perform(socket, task).await;
            tell.send(outcome).await.expect("a test that waits");
        })
    };
    let app = Router::new().route("/", any(attend));
    axum::serve(listener, app).await.expect("a server");
}

async fn perform(mut socket: WebSocket, task: Task) -> String {
    let outcome = match task {
        Task::Receive => receive(&mut socket).await,
        Task::CloseAndReceive => {
            let frame = CloseFrame { code: NORMAL, reason: "".into() };
            socket.send(Message::Close(Some(frame))).await.expect("a connection");
            receive(&mut socket).await
        }
        Task::Close(close) => {
            let frame = close.map(|(code, reason)| CloseFrame { code, reason: reason.into() });
            let sent = socket.send(Message::Close(frame)).await;
            sent.map_or_else(error, |()| DONE.to_owned())
        }
    };
    // Sends the answer, or waits for it.
    while let Some(Ok(_)) = socket.recv().await {}
    outcome
}

async fn receive(socket: &mut WebSocket) -> String {
    match socket.recv().await {
        Some(Ok(Message::Close(frame))) => {
            told(frame.as_ref().map(|frame| (frame.code, frame.reason.as_str())))
        }
        Some(Ok(message)) => format!("message: {message:?}"),
        Some(Err(refusal)) => error(refusal),
        None => END.to_owned(),
    }
}
