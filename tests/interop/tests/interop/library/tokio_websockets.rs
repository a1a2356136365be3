//! tokio-websockets.

use std::net::SocketAddr;
use std::panic::catch_unwind;

use futures_util::{SinkExt, StreamExt};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio_websockets::{ClientBuilder, CloseCode, Message, ServerBuilder, WebSocketStream};

use super::{DONE, END, NORMAL, Task, error};
use crate::wording::told;

pub(crate) async fn serve(listener: TcpListener, task: Task, tell: mpsc::Sender<String>) {
    let (stream, _) = listener.accept().await.expect("a client");
    let (_, mut socket) = ServerBuilder::new().accept(stream).await.expect("a handshake");
    let outcome = perform(&mut socket, task).await;
    tell.send(outcome).await.expect("a test that waits");
}

pub(crate) async fn connect(address: SocketAddr, task: Task) -> String {
    let uri = format!("ws://{address}");
    let builder = ClientBuilder::new().uri(&uri).expect("an address");
    let (mut socket, _) = builder.connect().await.expect("a handshake");
    perform(&mut socket, task).await
}

pub(crate) async fn perform<S>(socket: &mut WebSocketStream<S>, task: Task) -> String
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let outcome = match task {
        Task::Receive => receive(socket).await,
        Task::CloseAndReceive => {
            let message = message(Some((NORMAL, String::new()))).expect("a code to send");
            socket.send(message).await.expect("a connection");
            receive(socket).await
        }
        Task::Close(close) => match message(close) {
            Ok(message) => socket.send(message).await.map_or_else(error, |()| DONE.to_owned()),
            Err(refusal) => return refusal,
        },
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
        Some(Ok(message)) => match message.as_close() {
            Some((code, reason)) => told(Some((code.into(), reason))),
            None => format!("message: {message:?}"),
        },
        Some(Err(refusal)) => error(refusal),
        None => END.to_owned(),
    }
}

fn message(close: Option<(u16, String)>) -> Result<Message, String> {
    let (code, reason) = match close {
        None => (None, String::new()),
        Some((code, reason)) => (Some(CloseCode::try_from(code).map_err(error)?), reason),
    };
    catch_unwind(|| Message::close(code, &reason)).map_err(|_| {
        println!("That was a panic of tokio-websockets, which is a fact like others.");
        "panic".to_owned()
    })
}
