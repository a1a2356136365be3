//! The close codes of the graphql-transport-ws subprotocol, most of them 4000 plus an HTTP status.
//!
//! The codes are those of `tables/graphql-ws.toml`, which names its sources.

use close_code::{CloseCodeRange, Sender};

/// Added to an HTTP status.
pub(crate) const HTTP: u16 = 4000;

/// Why either end of a graphql-ws connection closed it. Never to reconnect means that the reference
/// client counts the code as fatal.
#[derive(Clone, Copy, Debug, Eq, PartialEq, CloseCodeRange)]
pub enum GraphqlWsClose {
    /// Bad response
    ///
    /// The client received a response that it cannot use. Look at what the server sent last.
    #[close_code(4004, reconnect = "never", sender = "client")]
    BadResponse,
    /// Internal client error
    ///
    /// The client met an error of its own. Look in the client's log.
    #[close_code(4005, reconnect = "never", sender = "client")]
    InternalClientError,
    /// Bad request
    ///
    /// A message was of an unknown type or format. Look at the last message of the end that received this
    /// code.
    #[close_code(HTTP + 400, reconnect = "never")]
    BadRequest,
    /// Unauthorized
    ///
    /// The client subscribed before the server had acknowledged the connection.
    #[close_code(HTTP + 401, reconnect = "never", sender = "server")]
    Unauthorized,
    /// Forbidden
    ///
    /// The server rejected the connection.
    #[close_code(HTTP + 403, reconnect = "backoff", sender = "server")]
    Forbidden,
    /// Subprotocol not acceptable
    ///
    /// Check which subprotocol each end offers.
    #[close_code(HTTP + 406, reconnect = "never", sender = "server")]
    SubprotocolNotAcceptable,
    /// Connection initialisation timeout
    ///
    /// The server did not receive the message that initializes the connection in time.
    #[close_code(HTTP + 408, reconnect = "backoff", sender = "server")]
    ConnectionInitialisationTimeout,
    /// Subscriber already exists
    ///
    /// Give each subscription its own id.
    #[close_code(HTTP + 409, reconnect = "never", sender = "server")]
    SubscriberAlreadyExists,
    /// Too many initialisation requests
    ///
    /// The client initialized one connection more than once.
    #[close_code(HTTP + 429, reconnect = "never", sender = "server")]
    TooManyInitialisationRequests,
    /// Terminated
    ///
    /// The application called `terminate` on the client.
    #[close_code(HTTP + 499, reconnect = "backoff", sender = "client")]
    Terminated,
    /// Internal server error
    ///
    /// The server met an internal error. Look in the server's log.
    #[close_code(HTTP + 500, reconnect = "never", sender = "server")]
    InternalServerError,
    /// Connection acknowledgement timeout
    ///
    /// The client waited too long for the server to acknowledge the connection.
    #[close_code(HTTP + 504, reconnect = "backoff", sender = "client")]
    ConnectionAcknowledgementTimeout,
}

fn main() {
    for entry in GraphqlWsClose::TABLE {
        let by = match entry.sender() {
            Sender::Client => "the client",
            Sender::Server => "the server",
            Sender::Either => "either end",
        };
        println!("{} {}, from {by}: {}", entry.first().get(), entry.meaning(), entry.reconnect());
    }
}
