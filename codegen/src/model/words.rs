//! Who sends a code and what to do after it, with the words for that in tables, attributes and documents.

/// Who sends a code.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Sender {
    /// Only clients.
    Client,
    /// Only servers.
    Server,
    /// Either endpoint.
    #[default]
    Either,
}

/// What the author of the table says about trying again.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Reconnect {
    /// The author says nothing.
    #[default]
    Unspecified,
    /// Do not reconnect: retrying will not succeed.
    Never,
    /// Only after a change: other credentials, parameters or another address.
    AfterChange,
    /// At once.
    Immediately,
    /// With growing delays.
    Backoff,
    /// After a random delay between the two, in seconds.
    After {
        /// The shortest delay, in seconds.
        min: u32,
        /// The longest delay, in seconds.
        max: u32,
    },
}

impl Sender {
    /// The words for a sender.
    pub const WORDS: [&str; 3] = ["client", "server", "either"];

    /// The sender of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Client, Self::Server, Self::Either].into_iter().find(|sender| sender.word() == word)
    }

    /// The word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Server => "server",
            Self::Either => "either",
        }
    }
}

impl Reconnect {
    /// The words for a policy; a delay has no word, but two numbers.
    pub const WORDS: [&str; 5] = ["never", "after-change", "immediately", "backoff", "unspecified"];

    /// The policy of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Never, Self::AfterChange, Self::Immediately, Self::Backoff, Self::Unspecified]
            .into_iter()
            .find(|policy| policy.word() == word)
    }

    /// The word; a delay's is `after`, without its numbers.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::AfterChange => "after-change",
            Self::Immediately => "immediately",
            Self::Backoff => "backoff",
            Self::Unspecified => "unspecified",
            Self::After { .. } => "after",
        }
    }
}
