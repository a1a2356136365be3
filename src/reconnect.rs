//! The reconnect advice of a table.

use core::fmt;
use core::time::Duration;

/// A table's advice on whether and when to reconnect after a code.
///
/// This type only gives advice; your program does the waiting. [`Display`](fmt::Display) prints it in
/// words.
///
/// ```
/// use close_code::{CloseCode, Reconnect};
///
/// let advice = CloseCode::ABNORMAL_CLOSURE.reconnect();
/// assert_eq!(advice, Reconnect::Backoff);
/// assert_eq!(advice.to_string(), "reconnect with backoff");
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Reconnect {
    /// Not specified.
    #[default]
    Unspecified,
    /// Do not reconnect: retrying will not succeed.
    Never,
    /// Only after a change: use different credentials, parameters, or address.
    AfterChange,
    /// At once.
    Immediately,
    /// With growing, randomized delays; RFC 6455 section 7.2.3 calls a first delay of 0 to 5 seconds
    /// reasonable.
    Backoff,
    /// After a random delay between `min` and `max`.
    After {
        /// The shortest delay.
        min: Duration,
        /// The longest delay.
        max: Duration,
    },
}

/// The longest first delay of a backoff (RFC 6455 section 7.2.3).
const FIRST: Duration = Duration::from_secs(5);

/// The longest delay of a backoff. The RFC sets no maximum.
const LONGEST: Duration = Duration::from_secs(300);

impl Reconnect {
    /// Whether to reconnect without a change: `None` if there is no advice.
    ///
    /// ```
    /// use close_code::{CloseCode, Reconnect};
    ///
    /// assert_eq!(CloseCode::SERVICE_RESTART.reconnect().should_retry(), Some(true));
    /// assert_eq!(Reconnect::AfterChange.should_retry(), Some(false));
    /// assert_eq!(CloseCode::NORMAL_CLOSURE.reconnect().should_retry(), None);
    /// ```
    #[inline]
    #[must_use]
    pub const fn should_retry(self) -> Option<bool> {
        match self {
            Self::Unspecified => None,
            Self::Never | Self::AfterChange => Some(false),
            Self::Immediately | Self::Backoff | Self::After { .. } => Some(true),
        }
    }

    /// Returns how long to wait before reconnecting, after `attempt` failed attempts; `None` if
    /// [`should_retry`](Self::should_retry) is not `Some(true)`.
    ///
    /// `random` is a random `u32` that you supply: the delay is spread evenly ("full jitter"), so that
    /// clients do not all reconnect at once. The first delay of a backoff is up to 5 seconds (RFC 6455
    /// section 7.2.3). The limit doubles after each failure, up to 5 minutes, which is this crate's choice.
    /// `Immediately` does not wait at first, and `After` waits for a random time between `min` and `max`;
    /// both back off after failures.
    ///
    /// ```
    /// use core::time::Duration;
    /// use close_code::Reconnect;
    ///
    /// let half = u32::MAX / 2 + 1;
    /// assert_eq!(Reconnect::Backoff.delay(0, half), Some(Duration::from_millis(2500)));
    /// assert_eq!(Reconnect::Backoff.delay(1, half), Some(Duration::from_secs(5)));
    /// assert_eq!(Reconnect::Immediately.delay(0, half), Some(Duration::ZERO));
    /// assert_eq!(Reconnect::Never.delay(0, half), None);
    /// ```
    #[must_use]
    pub const fn delay(self, attempt: u32, random: u32) -> Option<Duration> {
        match self {
            Self::Unspecified | Self::Never | Self::AfterChange => None,
            Self::Immediately => Some(match attempt.checked_sub(1) {
                None => Duration::ZERO,
                Some(attempt) => share(backoff(attempt), random),
            }),
            Self::Backoff => Some(share(backoff(attempt), random)),
            Self::After { min, max } => {
                let most = if attempt == 0 { Duration::ZERO } else { backoff(attempt) };
                let window = max.saturating_sub(min);
                let window = if window.as_millis() < most.as_millis() { most } else { window };
                Some(min.saturating_add(share(window, random)))
            }
        }
    }
}

/// The longest delay of a backoff after some failures.
const fn backoff(attempt: u32) -> Duration {
    // Six doublings reach the longest delay.
    let doublings = if attempt < 6 { attempt } else { 6 };
    let delay = FIRST.saturating_mul(1 << doublings);
    if delay.as_millis() < LONGEST.as_millis() { delay } else { LONGEST }
}

/// Scales `delay` by `random` / 2^32, to milliseconds.
#[allow(
    clippy::cast_possible_truncation,
    reason = "a share of a delay of at most u32::MAX seconds"
)]
const fn share(delay: Duration, random: u32) -> Duration {
    Duration::from_millis(((delay.as_millis() * random as u128) >> 32) as u64)
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
