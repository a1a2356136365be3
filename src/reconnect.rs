//! What a table says about connecting again.

use core::fmt;
use core::time::Duration;

/// What the author of a code says about connecting again after it.
///
/// Advice, to be given to a backoff of your choice. [`Display`](fmt::Display) says it in words.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Reconnect {
    /// The author says nothing.
    #[default]
    Unspecified,
    /// Trying again is in vain.
    Never,
    /// Only with other credentials, other parameters or another address.
    AfterChange,
    /// At once.
    Immediately,
    /// With growing, randomized delays; RFC 6455 section 7.2.3 holds a first delay of 0 to 5 seconds
    /// reasonable.
    Backoff,
    /// After a random delay between the two.
    After {
        /// The shortest delay.
        min: Duration,
        /// The longest delay.
        max: Duration,
    },
}

impl fmt::Display for Reconnect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unspecified => f.pad("not specified"),
            Self::Never => f.pad("do not reconnect"),
            Self::AfterChange => f.pad("reconnect only after a change"),
            Self::Immediately => f.pad("reconnect at once"),
            Self::Backoff => f.pad("reconnect with backoff"),
            Self::After { min, max } => {
                let (min, max) = (min.as_secs(), max.as_secs());
                write!(f, "reconnect after {min} to {max} seconds, at random")
            }
        }
    }
}
