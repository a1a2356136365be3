use core::fmt;
use core::ops::Deref;

use crate::CloseFrame;
use crate::buffer::Buffer;
use crate::frame::push_body;

/// The encoded body of a Close frame: nothing, or 2 to 125 bytes, stored inline.
///
/// For libraries that write the frame's header themselves; [`ControlFrame`](crate::ControlFrame) has
/// the header too.
///
/// ```
/// use close_code::{CloseCode, CloseFrame, Payload, Reason};
///
/// let frame = CloseFrame::new(CloseCode::NORMAL_CLOSURE, Reason::new("bye")?)?;
/// assert_eq!(frame.to_payload().as_bytes(), b"\x03\xe8bye");
/// assert_eq!(format!("{:?}", frame.to_payload()), "Payload(03e8627965)");
///
/// // Closing without a code:
/// assert!(Payload::EMPTY.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Eq, Hash, PartialEq)]
pub struct Payload(Buffer<{ Payload::MAX_LEN }>);

impl Payload {
    /// The maximum length of a control frame's body in bytes (RFC 6455 section 5.5): 125.
    pub const MAX_LEN: usize = 125;

    /// The body of a Close frame without a code. The other end reports 1005 for it.
    pub const EMPTY: Self = Self(Buffer::EMPTY);

    /// Encodes a frame, or the empty body for `None`. Takes the result of [`CloseFrame::parse`].
    ///
    /// ```
    /// use close_code::{CloseFrame, Payload};
    ///
    /// let frame = CloseFrame::parse(b"\x03\xe8bye").unwrap();
    /// assert_eq!(*Payload::new(frame), *b"\x03\xe8bye");
    /// assert_eq!(*Payload::new(None), *b"");
    /// ```
    #[inline]
    #[must_use]
    pub const fn new(frame: Option<CloseFrame<'_>>) -> Self {
        let mut buffer = Buffer::EMPTY;
        push_body(&mut buffer, frame);
        Self(buffer)
    }

    /// Returns the bytes.
    ///
    /// ```
    /// # use close_code::Payload;
    /// assert_eq!(Payload::EMPTY.as_bytes(), b"");
    /// ```
    #[inline]
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8] {
        self.0.as_slice()
    }
}

impl AsRef<[u8]> for Payload {
    fn as_ref(&self) -> &[u8] {
        self.as_bytes()
    }
}

impl fmt::Debug for Payload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Payload({})", self.0)
    }
}

impl Default for Payload {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl Deref for Payload {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.as_bytes()
    }
}

impl From<CloseFrame<'_>> for Payload {
    fn from(frame: CloseFrame<'_>) -> Self {
        frame.to_payload()
    }
}

impl From<Option<CloseFrame<'_>>> for Payload {
    fn from(frame: Option<CloseFrame<'_>>) -> Self {
        Self::new(frame)
    }
}
