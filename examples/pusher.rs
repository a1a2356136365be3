//! The close codes of Pusher Channels: a hundred codes each for one policy, and single codes inside them.
//!
//! A client looks at the range alone, so it knows what to do about a code that it has never heard of.
//! The codes are those of `tables/pusher.toml`, which names its sources.

use close_code::{CloseCode, CloseCodeRange, Reconnect};

/// Why Pusher ended a connection, and whether to reconnect.
#[derive(Clone, Copy, Debug, Eq, PartialEq, CloseCodeRange)]
pub enum PusherClose {
    /// Do not reconnect
    ///
    /// Another attempt with the same parameters will not succeed either.
    #[close_code(4000..=4099, reconnect = "never", sender = "server")]
    DoNotReconnect(CloseCode),
    /// SSL only
    ///
    /// The application accepts TLS connections only. Reconnect to the wss address.
    #[close_code(4000, reconnect = "after-change")]
    SslOnly,
    /// App does not exist
    ///
    /// There is no application with this key. Check the key and the cluster.
    #[close_code(4001)]
    AppDoesNotExist,
    /// App disabled
    #[close_code(4003)]
    AppDisabled,
    /// Over connection quota
    ///
    /// The application has more connections than its quota allows.
    #[close_code(4004)]
    OverConnectionQuota,
    /// Path not found
    ///
    /// The path of the address is not known. Check the address that the client connects to.
    #[close_code(4005)]
    PathNotFound,
    /// Invalid version string
    ///
    /// The version that the client gave cannot be read. Check the client library.
    #[close_code(4006)]
    InvalidVersionString,
    /// Unsupported protocol version
    #[close_code(4007)]
    UnsupportedProtocolVersion,
    /// No protocol version
    ///
    /// The client did not say which version of the protocol it speaks.
    #[close_code(4008)]
    NoProtocolVersion,
    /// Connection is unauthorized
    ///
    /// The client did not sign in a user or subscribe to a private or presence channel in time.
    #[close_code(4009)]
    ConnectionUnauthorized,

    /// Reconnect after a delay
    ///
    /// Wait for 1 second or longer first.
    #[close_code(4100..=4199, reconnect = "backoff", sender = "server")]
    Backoff(CloseCode),
    /// Over capacity
    ///
    /// There is no capacity for the connection at present.
    #[close_code(4100)]
    OverCapacity,

    /// Reconnect immediately
    #[close_code(4200..=4299, reconnect = "immediately", sender = "server")]
    Immediate(CloseCode),
    /// Generic reconnect immediately
    #[close_code(4200)]
    ReconnectImmediately,
    /// Pong reply not received
    ///
    /// The client did not answer a ping with a pong.
    #[close_code(4201)]
    PongNotReceived,
    /// Closed after inactivity
    #[close_code(4202)]
    ClosedAfterInactivity,

    /// Other error
    ///
    /// Nothing is said about reconnecting; pusher-js gives up after such a close code.
    #[close_code(4300..=4399, sender = "server")]
    OtherError(CloseCode),
    /// Client event rejected: rate limit
    ///
    /// This may come as an error that leaves the connection open.
    #[close_code(4301)]
    ClientEventRateLimited,
    /// Watchlist limit exceeded
    ///
    /// This comes as an error that leaves the connection open.
    #[close_code(4302)]
    WatchlistLimitExceeded,
}

fn main() {
    // 4042 is in no list, and still the client knows what Pusher wants.
    for number in [4000, 4001, 4042, 4150, 4201, 4301, 1006] {
        let code = CloseCode::new(number);
        match PusherClose::from_code(code) {
            Some(close) => println!("{close:#}: {}", advice(close)),
            None => println!("{code}: not a code of Pusher's"),
        }
    }
}

/// What a client does next.
pub(crate) fn advice(close: PusherClose) -> &'static str {
    match close.reconnect() {
        Reconnect::Never => "give up",
        Reconnect::AfterChange => "change something, then try again",
        Reconnect::Immediately => "try again at once",
        Reconnect::Backoff | Reconnect::After { .. } => "wait, then try again",
        _ => "ask a person",
    }
}
