//! tungstenite, through tokio-tungstenite.

use std::net::SocketAddr;

use futures_util::StreamExt;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::{WebSocketStream, accept_async, connect_async};

use super::{DONE, END, NORMAL, Task, error};
use crate::wording::told;

pub(crate) async fn serve(listener: TcpListener, task: Task, tell: mpsc::Sender<String>) {
    let (stream, _) = listener.accept().await.expect("a client");
    let mut socket = accept_async(stream).await.expect("a handshake");
    let outcome = perform(&mut socket, task).await;
    tell.send(outcome).await.expect("a test that waits");
}

pub(crate) async fn connect(address: SocketAddr, task: Task) -> String {
    let (mut socket, _) = connect_async(format!("ws://{address}")).await.expect("a handshake");
    perform(&mut socket, task).await
}

pub(crate) async fn perform<S>(socket: &mut WebSocketStream<S>, task: Task) -> String
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let outcome = match task {
        Task::Receive => receive(socket).await,
        Task::CloseAndReceive => {
            let frame = CloseFrame { code: NORMAL.into(), reason: "".into() };
            socket.close(Some(frame)).await.expect("a connection");
            receive(socket).await
        }
        Task::Close(close) => {
            let frame =
                close.map(|(code, reason)| CloseFrame { code: code.into(), reason: reason.into() });
            socket.close(frame).await.map_or_else(error, |()| DONE.to_owned())
        }
    };
    // Sends the answer, or waits for it.
    while let Some(Ok(_)) = socket.next().await {}
    outcome
}

async fn receive<S>(socket: &mut WebSocketStream<S>) -> String
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    match socket.next().await {
        Some(Ok(Message::Close(frame))) => {
            told(frame.as_ref().map(|frame| (frame.code.into(), frame.reason.as_str())))
        }
        Some(Ok(message)) => format!("message: {message:?}"),
        Some(Err(refusal)) => error(refusal),
        None => END.to_owned(),
    }
}
