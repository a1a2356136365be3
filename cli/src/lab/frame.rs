//! The frames of RFC 6455 section 5.2, as a server reads and writes them.

use super::connection::{Connection, Ended};

/// The longest payload that is read, in bytes, and the longest message of several frames.
pub(super) const LONGEST: usize = 4096;

/// The opcodes; all others are reserved.
pub(super) const CONTINUATION: u8 = 0x0;
pub(super) const TEXT: u8 = 0x1;
pub(super) const BINARY: u8 = 0x2;
pub(super) const CLOSE: u8 = 0x8;
pub(super) const PING: u8 = 0x9;
pub(super) const PONG: u8 = 0xa;

/// A frame of the peer.
pub(super) struct Frame {
    pub(super) opcode: u8,
    /// The last fragment of its message.
    pub(super) is_last: bool,
    /// All its bytes.
    pub(super) raw: Vec<u8>,
    /// Its payload, unmasked.
    pub(super) payload: Vec<u8>,
}

/// Why there is no frame.
pub(super) enum Unread {
    Ended(Ended),
    /// It breaks the protocol.
    Bad,
    /// It is longer than [`LONGEST`].
    TooLong,
}

impl From<Ended> for Unread {
    fn from(ended: Ended) -> Self {
        Self::Ended(ended)
    }
}

impl Frame {
    pub(super) fn read(connection: &mut Connection) -> Result<Self, Unread> {
        let mut raw = vec![0; 2];
        connection.fill(&mut raw)?;
        let (first, second) = (raw[0], raw[1]);
        let opcode = first & 0x0f;
        let is_last = first & 0x80 != 0;
        let is_control = opcode & 0x8 != 0;
        let length = second & 0x7f;
        // No extension gives the reserved bits a meaning; a client masks; control frames are short.
        if first & 0x70 != 0 || second & 0x80 == 0 || (is_control && (!is_last || length > 125)) {
            return Err(Unread::Bad);
        }
        // How many more bytes hold the length, and the least length that needs them.
        let (size, least) = match length {
            126 => (2, 126),
            127 => (8, 1 << 16),
            _ => (0, 0),
        };
        let mut bytes = [0, 0, 0, 0, 0, 0, 0, length];
        connection.fill(&mut bytes[8 - size..])?;
        raw.extend_from_slice(&bytes[8 - size..]);
        let length = u64::from_be_bytes(bytes);
        // The highest bit is 0.
        if length < least || length >> 63 == 1 {
            return Err(Unread::Bad);
        }
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        if length > LONGEST {
            return Err(Unread::TooLong);
        }
        let start = raw.len();
        raw.resize(start + 4 + length, 0);
        connection.fill(&mut raw[start..])?;
        let (mask, masked) = raw[start..].split_at(4);
        let payload =
            masked.iter().zip(mask.iter().cycle()).map(|(byte, key)| byte ^ key).collect();
        Ok(Self { opcode, is_last, raw, payload })
    }
}

/// A whole frame of the server, not masked, with any payload of at most 65,535 bytes: so a
/// control frame can be longer than the protocol allows.
pub(super) fn unmasked(opcode: u8, payload: &[u8]) -> Vec<u8> {
    let mut frame = vec![0x80 | opcode];
    match (u8::try_from(payload.len()), u16::try_from(payload.len())) {
        (Ok(length @ ..=125), _) => frame.push(length),
        (_, Ok(length)) => {
            frame.push(126);
            frame.extend_from_slice(&length.to_be_bytes());
        }
        (_, Err(_)) => return frame,
    }
    frame.extend_from_slice(payload);
    frame
}

#[cfg(test)]
mod tests {
    use super::{CLOSE, unmasked};

    #[test]
    fn the_length_takes_as_many_bytes_as_it_needs() {
        assert_eq!(unmasked(CLOSE, b""), [0x88, 0]);
        assert_eq!(unmasked(CLOSE, &[3, 232]), [0x88, 2, 3, 232]);
        assert_eq!(unmasked(CLOSE, &[0; 125])[..2], [0x88, 125]);
        assert_eq!(unmasked(CLOSE, &[0; 126])[..4], [0x88, 126, 0, 126]);
    }
}
