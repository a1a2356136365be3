//! An application's own codes as an enum: codes, a range, and a variant for the rest.

use close_code::{CloseCode, CloseCodeRange};

/// Why the chat server ends a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
pub enum ChatClose {
    /// Session expired
    ///
    /// Sign in again, then reconnect.
    #[close_code(4001, reconnect = "after-change", sender = "server")]
    SessionExpired,
    /// Too many requests
    #[close_code(4029, reconnect = "backoff")]
    RateLimited,
    /// The server gives up on this client.
    #[close_code(4100..=4199, meaning = "Fatal", reconnect = "never")]
    Fatal(CloseCode),
    /// Any other private code.
    #[close_code(rest)]
    Other(CloseCode),
}

fn main() {
    for code in [4001, 4029, 4150, 4999, 1006] {
        match ChatClose::try_from(code) {
            Ok(close) => println!("{close:#}: {}", close.reconnect()),
            Err(error) => println!("{error}"),
        }
    }
}
