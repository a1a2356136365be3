//! A program with codes of its own.

use close_code::{CloseCode, CloseCodeRange};

/// Why the chat server ends a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
enum ChatClose {
    /// Session expired
    #[close_code(4001, reconnect = "after-change")]
    SessionExpired,
    /// Any other code
    #[close_code(rest)]
    Other(CloseCode),
}

fn main() {
    for code in [4001, 4002] {
        let close = ChatClose::try_from(code).expect("a private code");
        println!("{close:#}: {}", close.reconnect());
    }
}
