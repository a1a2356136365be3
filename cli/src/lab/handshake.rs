//! The server's side of the opening handshake, RFC 6455 section 4.2.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha1::{Digest, Sha1};

use super::http::{Request, Response};

/// What RFC 6455 section 1.3 adds to a key.
const SUFFIX: &str = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/// The bytes that accept a handshake, or the response that refuses it.
pub(super) fn answer(request: &Request) -> Result<Vec<u8>, Response> {
    let bad = |why| Err(Response::text(400, why));
    let lists = |header: &str, word: &str| {
        let value = request.header(header).unwrap_or_default();
        value.split(',').any(|token| token.trim().eq_ignore_ascii_case(word))
    };
    if request.method != "GET" {
        return Err(
            Response::text(405, "the handshake must be a GET request").with("Allow: GET\r\n")
        );
    }
    if !lists("upgrade", "websocket") || !lists("connection", "upgrade") {
        return bad("this address accepts only WebSocket handshakes");
    }
    if request.header("sec-websocket-version") != Some("13") {
        let response = Response::text(426, "Sec-WebSocket-Version must be 13");
        return Err(response.with("Sec-WebSocket-Version: 13\r\n"));
    }
    let key = request.header("sec-websocket-key").unwrap_or_default();
    if !BASE64_STANDARD.decode(key).is_ok_and(|nonce| nonce.len() == 16) {
        return bad("the key is not 16 bytes in base64");
    }
    Ok(format!(
        "HTTP/1.1 101 Switching Protocols\r\n\
         Upgrade: websocket\r\n\
         Connection: Upgrade\r\n\
         Sec-WebSocket-Accept: {}\r\n\r\n",
        accept(key)
    )
    .into_bytes())
}

fn accept(key: &str) -> String {
    BASE64_STANDARD.encode(Sha1::digest(format!("{key}{SUFFIX}")))
}

#[cfg(test)]
mod tests {
    use super::{accept, answer};
    use crate::lab::http::Request;

    const HEAD: &str = "\
GET /socket HTTP/1.1
Host: 127.0.0.1
Upgrade: WebSocket
Connection: keep-alive, Upgrade
Sec-WebSocket-Version: 13
Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

";

    #[test]
    fn the_key_is_answered_as_in_the_specification() {
        // RFC 6455 section 1.3.
        assert_eq!(accept("dGhlIHNhbXBsZSBub25jZQ=="), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }

    #[test]
    fn a_handshake_is_accepted() {
        assert!(answer(&Request::of(HEAD)).is_ok());
    }

    #[test]
    fn anything_else_is_refused() {
        for (from, to) in [
            ("GET", "POST"),
            ("Upgrade: WebSocket", "Upgrade: h2c"),
            ("keep-alive, Upgrade", "keep-alive"),
            ("Version: 13", "Version: 8"),
            ("dGhlIHNhbXBsZSBub25jZQ==", "dGhlIHNhbXBsZQ=="),
            ("dGhlIHNhbXBsZSBub25jZQ==", "?"),
        ] {
            assert!(answer(&Request::of(&HEAD.replace(from, to))).is_err(), "{to}");
        }
    }
}
