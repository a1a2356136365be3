//! What the server is to do with a connection.

use crate::request::Request;

/// What the server does with a connection: the parameter `do` of `/socket`, and others that belong to it.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Plan {
    /// `do=close&body=03e8`: sends a Close frame with these bytes, whatever they are, and waits for the
    /// other end's. At most 1,024 bytes, in hex.
    Close(Vec<u8>),
    /// `do=wait`: waits for a Close frame and answers with the same body.
    Wait,
    /// `do=mute`: waits for a Close frame, and leaves it unanswered.
    Mute,
    /// `do=drop`: closes the connection without a Close frame.
    Drop,
    /// `do=cut&body=03e8`: sends a Close frame and closes the connection at once.
    Cut(Vec<u8>),
    /// `do=refuse`: answers the handshake with status 403.
    Refuse,
}

/// The longest body, in bytes.
const LONGEST: usize = 1024;

impl Plan {
    pub(crate) fn read(request: &Request) -> Result<Self, &'static str> {
        let body = || {
            let hex = request.parameter("body").unwrap_or_default();
            bytes(hex).ok_or("body takes at most 1,024 bytes in hex")
        };
        match request.parameter("do") {
            Some("close") => Ok(Self::Close(body()?)),
            Some("cut") => Ok(Self::Cut(body()?)),
            Some("wait") => Ok(Self::Wait),
            Some("mute") => Ok(Self::Mute),
            Some("drop") => Ok(Self::Drop),
            Some("refuse") => Ok(Self::Refuse),
            _ => Err("do is one of close, cut, drop, mute, refuse, wait"),
        }
    }
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    if hex.len() > LONGEST * 2 {
        return None;
    }
    let digits: Vec<u8> = hex
        .chars()
        .map(|digit| digit.to_digit(16).and_then(|value| u8::try_from(value).ok()))
        .collect::<Option<_>>()?;
    let pairs = digits.chunks(2).map(|pair| match pair {
        [high, low] => Some(high * 16 + low),
        _ => None,
    });
    pairs.collect()
}

#[cfg(test)]
mod tests {
    use super::{Plan, bytes};
    use crate::request::Request;

    fn plan(query: &str) -> Result<Plan, &'static str> {
        Plan::read(&Request::of(&format!("GET /socket?{query} HTTP/1.1\n\n")))
    }

    #[test]
    fn a_plan_is_read_from_the_query() {
        assert_eq!(plan("do=close&body=03e8"), Ok(Plan::Close(vec![3, 232])));
        assert_eq!(plan("do=close"), Ok(Plan::Close(Vec::new())));
        assert_eq!(plan("id=1&do=wait"), Ok(Plan::Wait));
        assert!(plan("").is_err());
        assert!(plan("do=shout").is_err());
        assert!(plan("do=close&body=03e").is_err());
    }

    #[test]
    fn bytes_are_bounded_and_in_hex() {
        assert_eq!(bytes("0aFf"), Some(vec![10, 255]));
        assert_eq!(bytes("é0"), None);
        assert_eq!(bytes("+1"), None);
        assert_eq!(bytes(&"00".repeat(1024)).map(|bytes| bytes.len()), Some(1024));
        assert_eq!(bytes(&"00".repeat(1025)), None);
    }
}
