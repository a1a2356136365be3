use crate::buffer::{Buffer, copy};
use crate::{CloseFrame, ControlFrame, Payload};

impl CloseFrame<'_> {
    /// Returns the length of the body in bytes, 2 to 125.
    ///
    /// ```
    /// # use close_code::{Reason, WireCode};
    /// let frame = WireCode::of::<1000>().with_reason(Reason::truncated("bye"));
    /// assert_eq!(frame.encoded_len(), 5);
    /// ```
    #[inline]
    #[must_use]
    pub const fn encoded_len(self) -> usize {
        CODE_LEN + self.reason.len()
    }

    /// Writes the body into a buffer and returns the part that was written.
    ///
    /// The buffer has the maximum length of a control frame's body, so this cannot fail.
    ///
    /// ```
    /// use close_code::{CloseCode, CloseFrame, Payload, Reason};
    ///
    /// let frame = CloseFrame::new(CloseCode::NORMAL_CLOSURE, Reason::new("bye")?)?;
    /// let mut buf = [0; Payload::MAX_LEN];
    /// assert_eq!(frame.encode(&mut buf), b"\x03\xe8bye");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    pub const fn encode<'b>(&self, buf: &'b mut [u8; Payload::MAX_LEN]) -> &'b [u8] {
        [buf[0], buf[1]] = self.code.get().to_be_bytes();
        let copied = copy(self.reason.as_str().as_bytes(), buf.split_at_mut(CODE_LEN).1);
        buf.split_at(CODE_LEN + copied).0
    }

    /// Appends the body to anything that collects bytes: a `Vec<u8>`, a `BytesMut`, a `VecDeque`.
    ///
    /// ```
    /// use close_code::{CloseCode, CloseFrame, Reason};
    ///
    /// let frame = CloseFrame::new(CloseCode::NORMAL_CLOSURE, Reason::new("bye")?)?;
    /// let mut out = vec![0x88, 5];
    /// frame.encode_into(&mut out);
    /// assert_eq!(out, b"\x88\x05\x03\xe8bye");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    pub fn encode_into(&self, sink: &mut impl Extend<u8>) {
        sink.extend(self.code.get().to_be_bytes());
        sink.extend(self.reason.as_str().as_bytes().iter().copied());
    }

    /// Returns the body as an owned value.
    ///
    /// ```
    /// # use close_code::{Reason, WireCode};
    /// let frame = WireCode::of::<1000>().with_reason(Reason::truncated("bye"));
    /// assert_eq!(*frame.to_payload(), *b"\x03\xe8bye");
    /// ```
    #[inline]
    #[must_use]
    pub const fn to_payload(self) -> Payload {
        Payload::new(Some(self))
    }

    /// Returns the whole frame with its header, as a server sends it.
    ///
    /// ```
    /// # use close_code::{Reason, WireCode};
    /// let frame = WireCode::of::<1000>().with_reason(Reason::EMPTY);
    /// assert_eq!(*frame.to_unmasked(), *b"\x88\x02\x03\xe8");
    /// ```
    #[inline]
    #[must_use]
    pub const fn to_unmasked(self) -> ControlFrame {
        ControlFrame::unmasked(Some(self))
    }

    /// Returns the whole frame with its header, as a client sends it: masked with a key that is fresh and
    /// unpredictable (RFC 6455 section 5.3).
    ///
    /// ```
    /// # use close_code::{Reason, WireCode};
    /// let frame = WireCode::of::<1000>().with_reason(Reason::EMPTY);
    /// let key = [0, 0, 0, 1]; // Use a new random key.
    /// assert_eq!(*frame.to_masked(key), *b"\x88\x82\0\0\0\x01\x03\xe8");
    /// ```
    #[inline]
    #[must_use]
    pub const fn to_masked(self, key: [u8; 4]) -> ControlFrame {
        ControlFrame::masked(Some(self), key)
    }
}

/// The number of bytes of a code at the beginning of a body.
const CODE_LEN: usize = 2;

/// Appends the body. `None` is a frame without a code, so nothing is appended.
#[inline]
pub(crate) const fn push_body<const N: usize>(
    buffer: &mut Buffer<N>,
    frame: Option<CloseFrame<'_>>,
) {
    if let Some(frame) = frame {
        buffer.push(&frame.code.get().to_be_bytes());
        buffer.push(frame.reason.as_str().as_bytes());
    }
}
