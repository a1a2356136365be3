//! A reader of Close bodies that is slow and plain, to compare the crate's with.
//!
//! It shares no code with the crate and none with the standard library's UTF-8: one byte after the
//! other, as RFC 3629 §4 writes the syntax. Which codes may be sent it asks the table, so that a new
//! row is taken in.
#![allow(dead_code, reason = "each test that includes this module uses a part of it")]

use close_code::{CloseCode, CloseFrame, PayloadError, PayloadErrorKind};

/// What a body is, in the order in which the rules are looked at.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Verdict {
    Empty,
    Frame(u16, String),
    TooLong(usize),
    OneByte,
    CodeNotAllowed(u16),
    /// The code, how much of the reason is valid, and whether it ends inside a character.
    InvalidUtf8(u16, usize, bool),
}

pub(crate) fn reference(body: &[u8]) -> Verdict {
    reference_where(body, |code| CloseCode::new(code).is_valid_on_wire())
}

pub(crate) fn reference_any(body: &[u8]) -> Verdict {
    reference_where(body, |_| true)
}

fn reference_where(body: &[u8], allowed: impl Fn(u16) -> bool) -> Verdict {
    if body.len() > 125 {
        return Verdict::TooLong(body.len());
    }
    if body.is_empty() {
        return Verdict::Empty;
    }
    if body.len() == 1 {
        return Verdict::OneByte;
    }
    let code = u16::from(body[0]) * 256 + u16::from(body[1]);
    if !allowed(code) {
        return Verdict::CodeNotAllowed(code);
    }
    match decode(&body[2..]) {
        Ok(text) => Verdict::Frame(code, text),
        Err((valid, cut)) => Verdict::InvalidUtf8(code, valid, cut),
    }
}

/// What the crate made of a body, in the reference's words.
pub(crate) fn verdict(parsed: Result<Option<CloseFrame<'_>>, PayloadError<'_>>) -> Verdict {
    match parsed {
        Ok(None) => Verdict::Empty,
        Ok(Some(frame)) => Verdict::Frame(frame.code().get(), frame.reason().as_str().to_owned()),
        Err(error) => refusal(&error),
    }
}

pub(crate) fn refusal(error: &PayloadError<'_>) -> Verdict {
    let code = error.code().map(CloseCode::get);
    match (error.kind(), code) {
        (PayloadErrorKind::TooLong { len }, _) => Verdict::TooLong(len),
        (PayloadErrorKind::OneByte, None) => Verdict::OneByte,
        (PayloadErrorKind::CodeNotAllowed, Some(code)) => Verdict::CodeNotAllowed(code),
        (PayloadErrorKind::InvalidUtf8(utf8), Some(code)) => {
            Verdict::InvalidUtf8(code, utf8.valid_up_to(), utf8.error_len().is_none())
        }
        other => panic!("no such combination: {other:?}"),
    }
}

/// Decodes UTF-8; an error says how many bytes are valid and whether the text stops midway.
pub(crate) fn decode(bytes: &[u8]) -> Result<String, (usize, bool)> {
    let mut text = String::new();
    let mut at = 0;
    while at < bytes.len() {
        match character(&bytes[at..]) {
            Ok((character, len)) => {
                text.push(character);
                at += len;
            }
            Err(cut) => return Err((at, cut)),
        }
    }
    Ok(text)
}

/// The first character and its length; an error says whether it was cut off by the end.
fn character(bytes: &[u8]) -> Result<(char, usize), bool> {
    let first = bytes[0];
    // For each form: the length, the bits of the first byte, and what the second byte may be.
    let (len, bits, second) = match first {
        0x00..=0x7f => return Ok((char::from(first), 1)),
        0xc2..=0xdf => (2, first & 0x1f, 0x80..=0xbf),
        0xe0 => (3, first & 0x0f, 0xa0..=0xbf),
        0xed => (3, first & 0x0f, 0x80..=0x9f),
        0xe1..=0xef => (3, first & 0x0f, 0x80..=0xbf),
        0xf0 => (4, first & 0x07, 0x90..=0xbf),
        0xf1..=0xf3 => (4, first & 0x07, 0x80..=0xbf),
        0xf4 => (4, first & 0x07, 0x80..=0x8f),
        _ => return Err(false),
    };
    let mut value = u32::from(bits);
    for at in 1..len {
        let Some(&byte) = bytes.get(at) else { return Err(true) };
        let allowed = if at == 1 { second.clone() } else { 0x80..=0xbf };
        if !allowed.contains(&byte) {
            return Err(false);
        }
        value = value * 64 + u32::from(byte & 0x3f);
    }
    char::from_u32(value).map(|character| (character, len)).ok_or(false)
}
