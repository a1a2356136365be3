//! The code of `docs/interop.md`: one library's types from and to this one's, each over a connection.
//!
//! The page's blocks are these files ([`page`]), so a block that does not compile, or that loses a code, is
//! a failing test.

use std::future::Future;
use std::net::SocketAddr;

use close_code::{CloseFrame, Reason, WireCode};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

use crate::bounded;
use crate::peer::{Peer, Role};

mod actix_ws;
mod axum;
mod fastwebsockets;
mod meetings;
mod page;
mod patterns;
mod poem;
mod reqwest_websocket;
mod soketto;
mod tokio_websockets;
mod tungstenite;
mod warp;
mod yawc;

/// What both ends say, each in its turn.
const FRAME: CloseFrame<'static> =
    WireCode::of::<4001>().with_reason(Reason::truncated("session expired"));

/// What the library's end does.
#[derive(Clone, Copy, PartialEq)]
enum Task {
    /// Closes with [`FRAME`].
    Send,
    /// Waits for a Close frame and tells what it said.
    Receive,
}

/// Where the library's end tells what it received.
type Tell = mpsc::Sender<String>;

/// A server of the library sends the frame, and another one is told of it.
#[track_caller]
fn server<F: Future + Send + 'static>(serve: impl Fn(TcpListener, Task, Tell) -> F)
where
    F::Output: Send,
{
    bounded::run(async {
        for task in [Task::Send, Task::Receive] {
            let (listener, address) = listener().await;
            let (tell, told) = mpsc::channel(1);
            let end = tokio::spawn(serve(listener, task, tell));
            meet(Peer::connect(address, "/").await.expect("a server"), task, told).await;
            end.abort();
        }
    });
}

/// The same with a client of the library.
#[track_caller]
fn client<F: Future + Send + 'static>(connect: impl Fn(SocketAddr, Task, Tell) -> F)
where
    F::Output: Send,
{
    bounded::run(async {
        for task in [Task::Send, Task::Receive] {
            let (listener, address) = listener().await;
            let (tell, told) = mpsc::channel(1);
            tokio::spawn(connect(address, task, tell));
            meet(Peer::accept(&listener).await.expect("a client"), task, told).await;
        }
    });
}

/// The same on a stream on which hands need not be shaken; the library has the server's end.
#[track_caller]
fn stream<F: Future + Send + 'static>(tasks: &[Task], attend: impl Fn(TcpStream, Task, Tell) -> F)
where
    F::Output: Send,
{
    bounded::run(async {
        for &task in tasks {
            let (listener, address) = listener().await;
            let stream = TcpStream::connect(address).await.expect("a listener");
            let (tell, told) = mpsc::channel(1);
            let (end, _) = listener.accept().await.expect("a stream");
            tokio::spawn(attend(end, task, tell));
            meet(Peer::new(stream, Role::Client), task, told).await;
        }
    });
}

async fn listener() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    (listener, address)
}

async fn meet(mut peer: Peer<TcpStream>, task: Task, mut told: mpsc::Receiver<String>) {
    match task {
        Task::Send => {
            let body = peer.closed().await.expect("a connection");
            assert_eq!(body.as_deref(), Some(&*FRAME.to_payload()));
        }
        Task::Receive => {
            peer.close(&FRAME.to_payload()).await.expect("a connection");
            assert_eq!(told.recv().await.as_deref(), Some(&*FRAME.to_string()));
        }
    }
}
