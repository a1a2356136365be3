//! yawc.

use tokio::io::{AsyncRead, AsyncWrite};
use yawc::{Options, Role, WebSocket};

use super::error;
use crate::wording::describe;

/// What a server's application is told, on a stream where hands have been shaken.
pub(crate) async fn receive<S>(stream: S) -> String
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let socket = WebSocket::from_stream(stream, Role::Server, Options::default());
    let mut socket = socket.expect("no extensions to agree on");
    match socket.next_frame().await {
        Ok(frame) => describe(frame.payload()),
        Err(refusal) => error(refusal),
    }
}
