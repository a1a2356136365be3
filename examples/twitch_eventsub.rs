//! The close codes of Twitch's event subscriptions, and a variant for those that Twitch may add.
//!
//! The codes are those of `tables/twitch-eventsub.toml`, which names its source. It says nothing about
//! reconnecting.

use close_code::{CloseCode, CloseCodeRange};

/// Why Twitch ended a connection for event subscriptions.
#[derive(Clone, Copy, Debug, Eq, PartialEq, CloseCodeRange)]
#[close_code(total)]
pub enum TwitchClose {
    /// Internal server error
    ///
    /// The server ran into an error of its own.
    #[close_code(4000, sender = "server")]
    InternalServerError,
    /// Sent inbound traffic
    ///
    /// The client sent a message, which this connection is not for.
    #[close_code(4001, sender = "server")]
    ClientSentInboundTraffic,
    /// Failed ping pong
    ///
    /// The client did not answer a ping with its pong.
    #[close_code(4002, sender = "server")]
    ClientFailedPingPong,
    /// Connection unused
    ///
    /// The client did not subscribe to anything in time.
    #[close_code(4003, sender = "server")]
    ConnectionUnused,
    /// Client reconnect grace time expired
    ///
    /// The time for moving to a new connection is over. The subscriptions stay open.
    #[close_code(4004, sender = "server")]
    ReconnectGraceTimeExpired,
    /// Network timeout
    ///
    /// The network ran into a timeout, which passes.
    #[close_code(4005, sender = "server")]
    NetworkTimeout,
    /// Network error
    ///
    /// The network failed, which passes.
    #[close_code(4006, sender = "server")]
    NetworkError,
    /// Invalid reconnect attempt
    ///
    /// The client tried to reconnect in a way that is not valid.
    #[close_code(4007, sender = "server")]
    InvalidReconnect,
    /// Not known here
    ///
    /// Look in Twitch's documentation, which may be newer than this list.
    #[close_code(rest)]
    Unknown(CloseCode),
}

fn main() {
    for number in [4003, 4005, 4711] {
        match TwitchClose::try_from(number) {
            Ok(TwitchClose::Unknown(code)) => println!("Twitch has a new code: {}", code.get()),
            Ok(close) => println!("{close:#}. {}", close.entry().description()),
            Err(error) => println!("{error}"),
        }
    }
}
