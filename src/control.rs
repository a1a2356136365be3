use core::fmt;
use core::ops::Deref;

use crate::buffer::Buffer;
use crate::frame::push_body;
use crate::{CloseFrame, Payload};

/// A whole Close frame as it is sent over the connection: header, masking key if any, body. At most 131
/// bytes, stored inline.
///
/// Use it if you implement the framing yourself. The header is that of RFC 6455 section 5.2: 0x88 (FIN and
/// opcode 8), the mask bit and the length, and, from a client, the masking key.
///
/// ```
/// use close_code::{CloseCode, CloseFrame, ControlFrame, Reason};
///
/// let frame = CloseFrame::new(CloseCode::NORMAL_CLOSURE, Reason::new("bye")?)?;
///
/// // From a server.
/// assert_eq!(*frame.to_unmasked(), *b"\x88\x05\x03\xe8bye");
///
/// // From a client; use a new random key for every frame.
/// let key = [0x37, 0xfa, 0x21, 0x3d];
/// assert_eq!(*frame.to_masked(key), [0x88, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x34, 0x12, 0x43, 0x44, 0x52]);
///
/// // Without a code.
/// assert_eq!(*ControlFrame::EMPTY, [0x88, 0x00]);
/// assert_eq!(*ControlFrame::masked(None, key), [0x88, 0x80, 0x37, 0xfa, 0x21, 0x3d]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Eq, Hash, PartialEq)]
pub struct ControlFrame(Buffer<{ ControlFrame::MAX_LEN }>);

impl ControlFrame {
    /// The maximum length of a control frame in bytes: 2 of header, 4 of masking key, 125 of body.
    pub const MAX_LEN: usize = 2 + KEY_LEN + Payload::MAX_LEN;

    /// A server's Close frame without a code. The other end reports 1005 for it.
    pub const EMPTY: Self = Self::unmasked(None);

    /// Encodes an unmasked frame, as a server sends it. `None` is a frame without a code.
    ///
    /// ```
    /// use close_code::{CloseFrame, ControlFrame};
    ///
    /// let frame = CloseFrame::parse(b"\x03\xe8").unwrap();
    /// assert_eq!(*ControlFrame::unmasked(frame), *b"\x88\x02\x03\xe8");
    /// ```
    #[inline]
    #[must_use]
    pub const fn unmasked(frame: Option<CloseFrame<'_>>) -> Self {
        let mut buffer = Buffer::EMPTY;
        buffer.push(&[FIN_AND_CLOSE, body_len(frame)]);
        push_body(&mut buffer, frame);
        Self(buffer)
    }

    /// Encodes a masked frame, as a client sends it. `None` is a frame without a code.
    ///
    /// The key must be fresh for every frame and unpredictable to the application that provides the data
    /// (RFC 6455 section 5.3).
    ///
    /// ```
    /// use close_code::{CloseFrame, ControlFrame};
    ///
    /// let frame = CloseFrame::parse(b"\x03\xe8").unwrap();
    /// let key = [0, 0, 0, 1]; // Use a new random key.
    /// assert_eq!(*ControlFrame::masked(frame, key), *b"\x88\x82\0\0\0\x01\x03\xe8");
    /// ```
    #[must_use]
    pub const fn masked(frame: Option<CloseFrame<'_>>, key: [u8; KEY_LEN]) -> Self {
        let mut buffer = Buffer::EMPTY;
        buffer.push(&[FIN_AND_CLOSE, MASK | body_len(frame)]);
        buffer.push(&key);
        push_body(&mut buffer, frame);
        mask(buffer.as_mut_slice().split_at_mut(2 + KEY_LEN).1, key);
        Self(buffer)
    }

    /// Returns the bytes.
    ///
    /// ```
    /// use close_code::ControlFrame;
    ///
    /// assert_eq!(ControlFrame::EMPTY.as_bytes(), [0x88, 0]);
    /// ```
    #[inline]
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8] {
        self.0.as_slice()
    }
}

/// The last fragment of a message (a control frame has only one), with opcode 8.
const FIN_AND_CLOSE: u8 = 0x80 | 0x08;
/// The mask bit: a masking key follows the length.
const MASK: u8 = 0x80;
const KEY_LEN: usize = 4;

#[expect(clippy::cast_possible_truncation, reason = "a body has at most 125 bytes")]
#[inline]
const fn body_len(frame: Option<CloseFrame<'_>>) -> u8 {
    match frame {
        Some(frame) => frame.encoded_len() as u8,
        None => 0,
    }
}

/// Masks the body in place (RFC 6455 section 5.3), eight bytes at a time as long as there are eight.
#[inline]
const fn mask(mut body: &mut [u8], key: [u8; KEY_LEN]) {
    let four = u32::from_ne_bytes(key) as u64;
    let twice = four << 32 | four;
    while body.len() >= 8 {
        let (eight, rest) = body.split_at_mut(8);
        if let Some(bytes) = eight.first_chunk_mut::<8>() {
            *bytes = (u64::from_ne_bytes(*bytes) ^ twice).to_ne_bytes();
        }
        body = rest;
    }
    let mut i = 0;
    while i < body.len() {
        body[i] ^= key[i % KEY_LEN];
        i += 1;
    }
}

impl AsRef<[u8]> for ControlFrame {
    fn as_ref(&self) -> &[u8] {
        self.as_bytes()
    }
}

impl fmt::Debug for ControlFrame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ControlFrame({})", self.0)
    }
}

impl Deref for ControlFrame {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.as_bytes()
    }
}
