use core::fmt;
use core::fmt::Write;
use core::ops::Deref;
use core::str;

use crate::Reason;
use crate::buffer::Buffer;
use crate::reason;

/// A reason that owns its text: at most 123 bytes, stored inline, without allocation.
///
/// Use it to format a reason, or to keep a received reason longer than its frame.
///
/// ```
/// use close_code::{CloseCode, CloseFrame, ReasonBuf};
///
/// let limit = 65_536;
/// let reason = ReasonBuf::from_display(format_args!("at most {limit} bytes a message"));
/// let frame = CloseFrame::new(CloseCode::MESSAGE_TOO_BIG, reason.as_reason())?;
/// assert_eq!(frame.reason(), "at most 65536 bytes a message");
/// # Ok::<(), close_code::UnsendableCode>(())
/// ```
#[derive(Clone, Copy, Eq, Hash, PartialEq)]
pub struct ReasonBuf(Buffer<{ Reason::MAX_LEN }>);

impl ReasonBuf {
    /// The empty reason.
    pub const EMPTY: Self = Self(Buffer::EMPTY);

    /// Formats `value`. If the text is too long, it is truncated and ends with `…`, together at most 123
    /// bytes, as in [`Reason::truncated_with_ellipsis`].
    ///
    /// If `Display` returns an error, the text printed so far is kept.
    ///
    /// ```
    /// # use close_code::ReasonBuf;
    /// assert_eq!(ReasonBuf::from_display(format_args!("{} of 5", 3)).as_str(), "3 of 5");
    /// ```
    #[must_use]
    pub fn from_display(value: impl fmt::Display) -> Self {
        let mut writer = Writer { text: Self::EMPTY, is_cut: false };
        // The writer returns an error after the cut, which stops formatting early.
        let _ = write!(writer, "{value}");
        writer.text
    }

    /// Returns the reason for use in a frame.
    ///
    /// ```
    /// # use close_code::{ReasonBuf, WireCode};
    /// let reason = ReasonBuf::from_display(42);
    /// assert_eq!(WireCode::of::<4001>().with_reason(reason.as_reason()).reason(), "42");
    /// ```
    #[inline]
    #[must_use]
    pub const fn as_reason(&self) -> Reason<'_> {
        Reason::measured(self.as_str())
    }

    /// Returns the text.
    ///
    /// ```
    /// # use close_code::ReasonBuf;
    /// assert_eq!(ReasonBuf::from_display(42).as_str(), "42");
    /// ```
    #[must_use]
    pub const fn as_str(&self) -> &str {
        match str::from_utf8(self.0.as_slice()) {
            Ok(text) => text,
            // Not reached: only whole characters are pushed.
            Err(_) => "",
        }
    }

    pub(crate) const fn with_ellipsis(text: &str) -> Self {
        let mut this = Self::EMPTY;
        this.push(text);
        this
    }

    /// Appends the text. If it does not fit, appends what fits and `…`, and returns false.
    const fn push(&mut self, text: &str) -> bool {
        if text.len() <= self.0.room() {
            self.0.push(text.as_bytes());
            return true;
        }
        let room = Reason::MAX_LEN - ELLIPSIS.len();
        let written = self.0.as_slice().len();
        if written <= room {
            self.0.push(reason::prefix(text, room - written).as_bytes());
        } else {
            let kept = reason::prefix(self.as_str(), room).len();
            self.0.truncate(kept);
        }
        self.0.push(ELLIPSIS.as_bytes());
        false
    }
}

/// Marks a cut; three bytes.
const ELLIPSIS: &str = "…";

/// Ignores all writes after the cut, even if a `Display` impl ignores errors.
struct Writer {
    text: ReasonBuf,
    is_cut: bool,
}

impl fmt::Write for Writer {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.is_cut = self.is_cut || !self.text.push(text);
        if self.is_cut { Err(fmt::Error) } else { Ok(()) }
    }
}

impl AsRef<str> for ReasonBuf {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Debug for ReasonBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl Default for ReasonBuf {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl Deref for ReasonBuf {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for ReasonBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.as_str(), f)
    }
}

/// Copies the text.
impl From<Reason<'_>> for ReasonBuf {
    fn from(reason: Reason<'_>) -> Self {
        Self::with_ellipsis(reason.as_str())
    }
}

impl PartialEq<str> for ReasonBuf {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for ReasonBuf {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}
