//! The body of a Close frame in the words of `compat.toml`.

use std::str;

/// Describes a body: `empty`, `1000`, `1000 bye`, `1000 and 124 bytes`, or what is wrong with it.
pub(crate) fn describe(body: &[u8]) -> String {
    match body {
        [] => "empty".to_owned(),
        [_] => "one byte".to_owned(),
        [high, low, reason @ ..] => {
            let code = u16::from_be_bytes([*high, *low]);
            match str::from_utf8(reason) {
                Ok(reason) => told(Some((code, reason))),
                Err(_) => format!("{code} and invalid UTF-8"),
            }
        }
    }
}

/// Describes what an application is told or asks for: a code with its reason, or neither.
pub(crate) fn told(close: Option<(u16, &str)>) -> String {
    match close {
        None => "empty".to_owned(),
        Some((code, "")) => code.to_string(),
        Some((code, reason)) if reason.len() <= 40 => format!("{code} {reason}"),
        Some((code, reason)) => format!("{code} and {} bytes", reason.len()),
    }
}

/// The body with a code and a reason, of any length.
pub(crate) fn body(code: u16, reason: &[u8]) -> Vec<u8> {
    [&code.to_be_bytes(), reason].concat()
}
