//! The sender of a code and the role of an endpoint.

/// An endpoint of a WebSocket connection.
///
/// ```
/// use close_code::{CloseCode, Role};
///
/// assert!(CloseCode::GOING_AWAY.is_sendable_by(Role::Server));
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Role {
    /// The endpoint that opened the connection.
    Client,
    /// The endpoint that accepted it.
    Server,
}

/// Who sends a code, as its specification describes it.
///
/// Informational only: nearly all receivers accept 1010 from a server, although RFC 6455 section 7.4.1
/// reserves it for clients. The JDK's client, `java.net.http`, rejects it.
///
/// ```
/// use close_code::{CloseCode, Sender};
///
/// assert_eq!(CloseCode::MANDATORY_EXTENSION.entry().sender(), Sender::Client);
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum Sender {
    /// Only clients.
    Client,
    /// Only servers.
    Server,
    /// Either endpoint.
    #[default]
    Either,
}

impl Sender {
    /// Whether an endpoint with this role sends the code.
    ///
    /// ```
    /// # use close_code::{Role, Sender};
    /// assert!(Sender::Either.includes(Role::Client));
    /// assert!(!Sender::Server.includes(Role::Client));
    /// ```
    #[inline]
    #[must_use]
    pub const fn includes(self, role: Role) -> bool {
        match self {
            Self::Client => matches!(role, Role::Client),
            Self::Server => matches!(role, Role::Server),
            Self::Either => true,
        }
    }
}
