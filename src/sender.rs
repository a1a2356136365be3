//! Who sends a code, and who wants to.

/// An endpoint of a WebSocket connection.
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
/// gives that code to clients. The client of the JDK, `java.net.http`, refuses it.
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
    /// Whether an endpoint of this role is among those that send the code.
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
