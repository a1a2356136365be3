//! What a table says about connecting again.

use core::fmt;
use core::time::Duration;

/// What the author of a code says about reconnecting after it.
///
/// This is advice; the waiting is yours. [`Display`](fmt::Display) says it in words.
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
    /// Only after a change: use different credentials, parameters or a different address.
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

/// The longest first delay of a backoff, by RFC 6455 section 7.2.3.
const FIRST: Duration = Duration::from_secs(5);

/// The longest delay of a backoff.
const LONGEST: Duration = Duration::from_secs(300);

impl Reconnect {
    /// Whether to connect again without a change: `None` where the author says nothing.
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

    /// How long to wait before connecting again, after `attempt` attempts that failed; `None` where
    /// [`should_retry`](Self::should_retry) is not `Some(true)`.
    ///
    /// `random` is 32 random bits of the caller's: the delay is spread evenly ("full jitter"), so that
    /// clients that were cut off together do not come back together. A backoff waits up to 5 seconds first,
    /// then up to twice as long after each failure, at most 5 minutes (RFC 6455 section 7.2.3).
    /// `Immediately` does not wait at first, and `After` waits as its author says; both back off after
    /// failures.
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

/// The part of a delay that `random` is of all 32-bit numbers, in milliseconds.
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
