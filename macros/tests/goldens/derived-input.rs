/// Why the chat server ends a connection.
#[derive(Clone, Copy)]
#[close_code(range = 3000..=4999)]
pub(crate) enum ChatClose {
    /// Session expired
    ///
    /// Sign in again, then reconnect.
    #[close_code(4001, reconnect = "after-change", sender = "server")]
    SessionExpired,
    /// Unauthorized
    #[close_code(3000)]
    Unauthorized,
    #[deprecated(note = "use `SessionExpired`")]
    r#Old = 4002,
    /// Try another server
    #[close_code(4100..=4199, 4300, reconnect = { after = [5, 30] }, reference = "Handbook")]
    Moved(CloseCode),
    #[close_code(rest, meaning = "A code that this version does not know", label = "Unknown")]
    Other(CloseCode),
}
