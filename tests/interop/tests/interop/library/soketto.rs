//! soketto.

use soketto::Incoming;
use soketto::connection::{Builder, Mode};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_util::compat::TokioAsyncReadCompatExt;

use super::error;
use crate::wording::told;

/// What a server's application is told, on a stream where hands have been shaken.
pub(crate) async fn receive<S>(stream: S) -> String
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let (_sender, mut receiver) = Builder::new(stream.compat(), Mode::Server).finish();
    match receiver.receive(&mut Vec::new()).await {
        Ok(Incoming::Closed(close)) => {
            told(Some((close.code, close.descr.as_deref().unwrap_or_default())))
        }
        Ok(incoming) => format!("message: {incoming:?}"),
        Err(refusal) => error(refusal),
    }
}
