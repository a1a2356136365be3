//! The close codes of Twitch's event subscriptions, and a variant for those that Twitch may add.
//!
//! The codes are those of `tables/twitch-eventsub.toml`, which names its sources. They give no advice on
//! reconnecting.

use close_code::{CloseCode, CloseCodeRange};

/// Why Twitch ended a connection for event subscriptions.
#[derive(Clone, Copy, Debug, Eq, PartialEq, CloseCodeRange)]
#[close_code(total)]
pub enum TwitchClose {
    /// Internal server error
    ///
    /// The server met an internal error.
    #[close_code(4000, sender = "server")]
    InternalServerError,
    /// Client sent inbound traffic
    ///
    /// The client sent a message. Only pongs may be sent on this connection.
    #[close_code(4001, sender = "server")]
    ClientSentInboundTraffic,
    /// Client failed ping-pong
    ///
    /// The client did not answer a ping with a pong.
    #[close_code(4002, sender = "server")]
    ClientFailedPingPong,
    /// Connection unused
    ///
    /// The client did not create a subscription within 10 seconds of connecting.
    #[close_code(4003, sender = "server")]
    ConnectionUnused,
    /// Reconnect grace time expired
    ///
    /// The client did not move to a new connection within 30 seconds of being asked to.
    #[close_code(4004, sender = "server")]
    ReconnectGraceTimeExpired,
    /// Network timeout
    ///
    /// A network timeout, which is temporary.
    #[close_code(4005, sender = "server")]
    NetworkTimeout,
    /// Network error
    ///
    /// A network error, which is temporary.
    #[close_code(4006, sender = "server")]
    NetworkError,
    /// Invalid reconnect
    ///
    /// The client reconnected to an invalid address.
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
