//! fastwebsockets, with hyper for the handshake.

use std::net::SocketAddr;

use fastwebsockets::upgrade::{UpgradeFut, upgrade};
use fastwebsockets::{Frame, OpCode, WebSocket, WebSocketError};
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::sync::mpsc;

use super::{DONE, END, NORMAL, Task, error};
use crate::examples::fastwebsockets as example;
use crate::wording::describe;

pub(crate) async fn serve(listener: TcpListener, task: Task, tell: mpsc::Sender<String>) {
    let (stream, _) = listener.accept().await.expect("a client");
    let service = service_fn(|mut request: Request<Incoming>| {
        let (task, tell) = (task.clone(), tell.clone());
        async move {
            let (response, socket) = upgrade(&mut request)?;
            tokio::spawn(attend(socket, task, tell));
            Ok::<_, WebSocketError>(response)
        }
    });
    let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    connection.with_upgrades().await.expect("a handshake");
}

async fn attend(socket: UpgradeFut, task: Task, tell: mpsc::Sender<String>) {
    let mut socket = socket.await.expect("a handshake");
    let outcome = perform(&mut socket, task).await;
    tell.send(outcome).await.expect("a test that waits");
}

pub(crate) async fn connect(address: SocketAddr, task: Task) -> String {
    let mut socket = example::connect(address).await.expect("a handshake");
    perform(&mut socket, task).await
}

pub(crate) async fn perform<S>(socket: &mut WebSocket<S>, task: Task) -> String
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    match task {
        Task::Receive => receive(socket).await,
        Task::CloseAndReceive => {
            socket.write_frame(Frame::close(NORMAL, b"")).await.expect("a connection");
            receive(socket).await
        }
        Task::Close(close) => {
            let frame = match close {
                Some((code, reason)) => Frame::close(code, reason.as_bytes()),
                None => Frame::close_raw(Vec::new().into()),
            };
            let sent = socket.write_frame(frame).await;
            // Waits for the answer.
            let _ = socket.read_frame().await;
            sent.map_or_else(error, |()| DONE.to_owned())
        }
    }
}

async fn receive<S>(socket: &mut WebSocket<S>) -> String
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    match socket.read_frame().await {
        Ok(frame) if frame.opcode == OpCode::Close => describe(&frame.payload),
        Ok(frame) => format!("message: {:?}", frame.opcode),
        Err(WebSocketError::UnexpectedEOF) => END.to_owned(),
        Err(refusal) => error(refusal),
    }
}
