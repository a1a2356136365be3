//! Every code and every length: what may be built, what is read, what is reported.

#[path = "checks/src/fuzz/frame_reference.rs"]
mod frame_reference;

use close_code::{
    CloseCode, CloseFrame, ControlFrame, ObservedFrame, Payload, PayloadErrorKind, Reason,
    ReceivedClose, WireCode, connection_close_code,
};

use crate::frame_reference::{Verdict, reference, verdict};

fn body(code: u16, reason: &[u8]) -> Vec<u8> {
    let mut body = code.to_be_bytes().to_vec();
    body.extend_from_slice(reason);
    body
}

fn any_code() -> impl Iterator<Item = CloseCode> {
    (0..=u16::MAX).map(CloseCode::new)
}

#[test]
fn every_code_is_built_and_read_exactly_if_it_may_be_sent() {
    let longest = "r".repeat(Reason::MAX_LEN);
    let mut allowed = 0;
    for code in any_code() {
        for text in ["", "why", &longest] {
            let reason = Reason::new(text).unwrap();
            let body = body(code.get(), text.as_bytes());
            let built = CloseFrame::new(code, reason);
            let read = CloseFrame::parse(&body);
            if code.is_valid_on_wire() {
                let frame = built.unwrap();
                assert_eq!(read, Ok(Some(frame)), "{code}");
                assert_eq!((frame.code(), frame.reason()), (code, reason));
                assert_eq!(*frame.to_payload(), *body, "{code}");
                allowed += 1;
            } else {
                assert_eq!(built.unwrap_err().code(), code);
                let error = read.unwrap_err();
                assert_eq!(error.kind(), PayloadErrorKind::CodeNotAllowed, "{code}");
                assert_eq!(error.code(), Some(code));
                assert_eq!(error.reason(), Some(text), "{code}");
                assert_eq!(error.reply_code(), CloseCode::PROTOCOL_ERROR, "{code}");
            }
        }
    }
    let expected = 3 * any_code().filter(|code| code.is_valid_on_wire()).count();
    assert_eq!(allowed, expected);
    assert!(allowed >= 3 * 2012, "RFC 6455 allows 1000-1003, 1007-1011 and 3000-4999 at least");
}

#[test]
fn the_codes_that_are_never_sent_are_refused() {
    for code in [0, 999, 1005, 1006, 1015, 5000, 65_535] {
        assert!(CloseFrame::new(CloseCode::new(code), Reason::EMPTY).is_err(), "{code}");
        assert!(WireCode::try_from(code).is_err(), "{code}");
        assert_eq!(verdict(CloseFrame::parse(&body(code, b""))), Verdict::CodeNotAllowed(code));
    }
}

#[test]
fn every_code_is_observed() {
    for code in any_code() {
        let body = body(code.get(), "où".as_bytes());
        let seen = CloseFrame::parse_any(&body).unwrap().unwrap();
        assert_eq!(seen.code(), code);
        assert_eq!(seen.reason(), "où");
        assert_eq!(seen.check().is_ok(), code.is_valid_on_wire(), "{code}");
        assert_eq!(seen.check().ok(), CloseFrame::parse(&body).ok().flatten(), "{code}");
        assert_eq!(CloseFrame::try_from(seen).is_ok(), code.is_valid_on_wire(), "{code}");
    }
}

#[test]
fn every_code_can_be_forwarded() {
    let fallback = WireCode::of::<4321>();
    for code in any_code() {
        let sent = code.forwardable_or(fallback);
        let expected = if code.is_valid_on_wire() { code } else { fallback.code() };
        assert_eq!(sent, expected, "{code}");

        let reason = Reason::truncated("kept");
        let frame = ObservedFrame::new(code, reason).forwardable_or(fallback);
        assert_eq!((frame.code(), frame.reason()), (expected, reason), "{code}");
        assert!(CloseFrame::parse(&frame.to_payload()).is_ok());
    }
}

#[test]
fn every_length_is_judged_by_its_limit() {
    for filler in [&[b'*'][..], "é".as_bytes(), "語".as_bytes(), "🦀".as_bytes()] {
        for len in 0..=130 {
            let mut body = body(1000, &filler.repeat(130));
            body.truncate(len);
            let parsed = CloseFrame::parse(&body);
            assert_eq!(verdict(parsed), reference(&body), "{len} bytes of {filler:?}");
            let well_formed = match len {
                0 => true,
                2..=125 => (len - 2) % filler.len() == 0,
                _ => false,
            };
            assert_eq!(parsed.is_ok(), well_formed, "{len} bytes of {filler:?}");
        }
    }
}

#[test]
fn a_body_that_is_too_long_keeps_its_code_and_reason() {
    for len in 126..=130 {
        let text = "*".repeat(len - 2);
        let body = body(4001, text.as_bytes());
        for error in
            [CloseFrame::parse(&body).unwrap_err(), CloseFrame::parse_any(&body).unwrap_err()]
        {
            assert_eq!(error.kind(), PayloadErrorKind::TooLong { len });
            assert_eq!(error.code(), Some(CloseCode::new(4001)));
            assert_eq!(error.reason(), Some(&*text));
            assert_eq!(error.reply_code(), CloseCode::PROTOCOL_ERROR);
        }
    }
}

#[test]
fn a_wire_code_is_its_code() {
    let wire = WireCode::of::<4001>();
    let [same, other] = [4001, 4002].map(CloseCode::new);
    assert_eq!((CloseCode::from(wire), u16::from(wire), wire.get()), (same, 4001, 4001));
    assert_eq!(WireCode::try_from(same), Ok(wire));
    assert_eq!(WireCode::try_from(4001), Ok(wire));
    assert_eq!(wire, same);
    assert_eq!(same, wire);
    assert_eq!(wire, 4001);
    assert_ne!(wire, other);
    assert_ne!(other, wire);
    assert_ne!(wire, 4002);
}

#[test]
fn the_connection_close_code_tells_three_cases_apart() {
    for code in any_code() {
        assert_eq!(connection_close_code(ReceivedClose::Code(code)), code);
    }
    let frame = CloseFrame::parse(b"\x03\xe9").unwrap();
    assert_eq!(connection_close_code(ReceivedClose::from_parsed(frame)), CloseCode::GOING_AWAY);
    assert_eq!(ReceivedClose::from_parsed(frame), ReceivedClose::from(frame.unwrap()));
    let seen = CloseFrame::parse_any(b"\x03\xf7").unwrap().unwrap();
    assert_eq!(connection_close_code(seen.into()), CloseCode::TLS_HANDSHAKE);
    assert_eq!(connection_close_code(ReceivedClose::from_parsed(None)).get(), 1005);
    assert_eq!(connection_close_code(ReceivedClose::NoCode).get(), 1005);
    assert_eq!(connection_close_code(ReceivedClose::NoFrame).get(), 1006);
}

/// Results are handed around by value; these bounds keep that cheap, and below the size from which
/// clippy warns about large errors.
#[test]
fn the_types_stay_small() {
    assert!(size_of::<Option<CloseFrame<'_>>>() <= 24);
    assert!(size_of::<Result<Option<CloseFrame<'_>>, close_code::PayloadError<'_>>>() <= 48);
    assert_eq!(size_of::<WireCode>(), 2);
    assert_eq!(size_of::<Payload>(), 126);
    assert_eq!(size_of::<ControlFrame>(), 132);
}
