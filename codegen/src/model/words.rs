//! The words that stand for a value, alike in tables, in attributes and in documents for programs.

use super::{Reconnect, Sender};

impl Sender {
    /// The words for a sender.
    pub const WORDS: [&str; 3] = ["client", "server", "either"];

    /// The sender of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "client" => Some(Self::Client),
            "server" => Some(Self::Server),
            "either" => Some(Self::Either),
            _ => None,
        }
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
        match word {
            "never" => Some(Self::Never),
            "after-change" => Some(Self::AfterChange),
            "immediately" => Some(Self::Immediately),
            "backoff" => Some(Self::Backoff),
            "unspecified" => Some(Self::Unspecified),
            _ => None,
        }
    }

    /// The word; a delay's is `after`, which says nothing of its numbers.
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
