use core::error::Error;
use core::fmt;
use core::ops::Deref;
use core::str;

use crate::ReasonBuf;

/// The reason in a Close frame: 0 to 123 bytes of UTF-8.
///
/// A control frame carries at most 125 bytes (RFC 6455 section 5.5), two of them for the code.
/// The limit counts bytes, not characters: 123 bytes are 41 characters of Chinese and 30 emoji.
///
/// The text is for logs. RFC 6455 section 5.5.1 does not guarantee that it is human-readable and says that
/// clients must not show it to end users. It comes from the other end: print it with `{:?}`, which escapes
/// line breaks and control characters, as [`CloseFrame`](crate::CloseFrame) does.
///
/// ```
/// use close_code::Reason;
///
/// let reason = Reason::new("going down for maintenance")?;
/// assert_eq!(reason, "going down for maintenance");
/// assert!(reason.starts_with("going"));
///
/// // For a text of unknown length: return an error, truncate, or truncate and append `…`.
/// let text = "é".repeat(100);
/// assert_eq!(Reason::new(&text).unwrap_err().len(), 200);
/// assert_eq!(Reason::truncated(&text).as_str(), "é".repeat(61));
/// assert_eq!(Reason::truncated_with_ellipsis(&text).as_str(), "é".repeat(60) + "…");
/// # Ok::<(), close_code::ReasonTooLong>(())
/// ```
#[doc(alias = "123 bytes")]
#[derive(Clone, Copy, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Reason<'a>(&'a str);

impl<'a> Reason<'a> {
    /// The maximum length of a reason in bytes: 123.
    pub const MAX_LEN: usize = 123;

    /// The empty reason. In a Close frame, "no reason" and "empty reason" are the same.
    pub const EMPTY: Reason<'static> = Reason("");

    /// Wraps the text, if it is short enough.
    ///
    /// # Errors
    ///
    /// [`ReasonTooLong`] if the text has more than [`MAX_LEN`](Self::MAX_LEN) bytes.
    ///
    /// ```
    /// # use close_code::Reason;
    /// assert!(Reason::new("see you").is_ok());
    /// assert!(Reason::new(&"x".repeat(124)).is_err());
    /// ```
    #[inline]
    pub const fn new(text: &'a str) -> Result<Self, ReasonTooLong> {
        if text.len() <= Self::MAX_LEN {
            Ok(Self(text))
        } else {
            Err(ReasonTooLong { len: text.len() })
        }
    }

    /// Wraps a text that is known to fit; does not check the length.
    #[inline]
    pub(crate) const fn measured(text: &'a str) -> Self {
        debug_assert!(text.len() <= Self::MAX_LEN);
        Self(text)
    }

    /// Returns the text, or as much of its beginning as fits, cut between two characters.
    ///
    /// A character is a Unicode scalar value, so a cut can drop a combining accent or split an emoji
    /// sequence, but the result is always valid UTF-8.
    ///
    /// ```
    /// # use close_code::Reason;
    /// assert_eq!(Reason::truncated(&"x".repeat(200)).len(), 123);
    /// // A character of two bytes is not cut in half.
    /// assert_eq!(Reason::truncated(&"é".repeat(100)).len(), 122);
    /// ```
    #[inline]
    #[must_use]
    pub const fn truncated(text: &'a str) -> Self {
        Self(prefix(text, Self::MAX_LEN))
    }

    /// Returns the text; if it is too long, its beginning followed by `…`, together at most 123 bytes.
    ///
    /// The text changes, so it is returned in a [`ReasonBuf`]. Use [`ReasonBuf::as_reason`] to pass it to a
    /// frame. [`ReasonBuf::from_display`] does the same for anything that can be printed.
    ///
    /// ```
    /// # use close_code::Reason;
    /// let reason = Reason::truncated_with_ellipsis(&"x".repeat(200));
    /// assert!(reason.ends_with("x…") && reason.len() == 123);
    /// ```
    #[must_use]
    pub const fn truncated_with_ellipsis(text: &str) -> ReasonBuf {
        ReasonBuf::with_ellipsis(text)
    }

    /// Returns the text.
    ///
    /// ```
    /// # use close_code::Reason;
    /// assert_eq!(Reason::truncated("bye").as_str(), "bye");
    /// ```
    #[inline]
    #[must_use]
    pub const fn as_str(self) -> &'a str {
        self.0
    }

    /// Returns the length in bytes, 0 to 123.
    ///
    /// ```
    /// # use close_code::Reason;
    /// assert_eq!(Reason::truncated("é").len(), 2);
    /// ```
    #[inline]
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.len()
    }

    /// Whether the reason is empty.
    ///
    /// ```
    /// # use close_code::Reason;
    /// assert!(Reason::EMPTY.is_empty());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

impl AsRef<str> for Reason<'_> {
    fn as_ref(&self) -> &str {
        self.0
    }
}

impl fmt::Debug for Reason<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.0, f)
    }
}

impl Deref for Reason<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.0
    }
}

impl fmt::Display for Reason<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.0, f)
    }
}

impl<'a> From<Reason<'a>> for &'a str {
    fn from(reason: Reason<'a>) -> Self {
        reason.0
    }
}

impl<'a> From<&'a ReasonBuf> for Reason<'a> {
    fn from(reason: &'a ReasonBuf) -> Self {
        reason.as_reason()
    }
}

impl<'a> TryFrom<&'a str> for Reason<'a> {
    type Error = ReasonTooLong;

    fn try_from(text: &'a str) -> Result<Self, ReasonTooLong> {
        Self::new(text)
    }
}

impl PartialEq<str> for Reason<'_> {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Reason<'_> {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl PartialEq<Reason<'_>> for str {
    fn eq(&self, other: &Reason<'_>) -> bool {
        self == other.0
    }
}

impl PartialEq<Reason<'_>> for &str {
    fn eq(&self, other: &Reason<'_>) -> bool {
        *self == other.0
    }
}

/// The error of [`Reason::new`]: the text does not fit into a Close frame.
///
/// ```
/// # use close_code::Reason;
/// let error = Reason::new(&"x".repeat(200)).unwrap_err();
/// assert_eq!(error.len(), 200);
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct ReasonTooLong {
    len: usize,
}

impl ReasonTooLong {
    /// Returns the length of the text in bytes, more than 123.
    #[expect(clippy::len_without_is_empty, reason = "an empty text is never too long")]
    #[must_use]
    pub const fn len(self) -> usize {
        self.len
    }
}

impl fmt::Display for ReasonTooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { len } = self;
        write!(f, "reason of {len} bytes; a Close frame has room for {}", Reason::MAX_LEN)
    }
}

impl Error for ReasonTooLong {}

/// Returns the longest beginning of `text` that has at most `max` bytes and ends between two characters.
#[inline]
pub(crate) const fn prefix(text: &str, max: usize) -> &str {
    let bytes = text.as_bytes();
    if bytes.len() <= max {
        return text;
    }
    let mut end = max;
    while end > 0 && is_continuation(bytes[end]) {
        end -= 1;
    }
    match str::from_utf8(bytes.split_at(end).0) {
        Ok(prefix) => prefix,
        // Not reached: `end` is where a character of `text` begins.
        Err(_) => "",
    }
}

/// Whether the byte is one of a character's later bytes, which begin with the bits 10 (RFC 3629 section 3).
const fn is_continuation(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}
