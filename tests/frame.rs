//! Every code and every length, read and written.

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

/// A frame's bytes with the header and the mask of RFC 6455 §5.2 and §5.3, byte by byte.
fn by_hand(body: &[u8], key: Option<[u8; 4]>) -> Vec<u8> {
    let mut bytes = vec![0b1000_1000, u8::try_from(body.len()).unwrap()];
    match key {
        None => bytes.extend_from_slice(body),
        Some(key) => {
            bytes[1] |= 0b1000_0000;
            bytes.extend_from_slice(&key);
            bytes.extend(body.iter().enumerate().map(|(at, byte)| byte ^ key[at % 4]));
        }
    }
    bytes
}

#[test]
fn every_length_is_written() {
    let text = "a reason, to be cut at every length; ".repeat(4);
    let key = [0x12, 0x34, 0xab, 0xcd];
    for len in 0..=Reason::MAX_LEN {
        let reason = Reason::new(&text[..len]).unwrap();
        let frame = CloseFrame::new(CloseCode::new(4999), reason).unwrap();
        let expected = body(4999, &text.as_bytes()[..len]);

        assert_eq!(frame.encoded_len(), expected.len());
        // What stood in the buffer before must not show.
        let mut buf = [0xff; Payload::MAX_LEN];
        assert_eq!(frame.encode(&mut buf), expected);
        assert!(buf[expected.len()..].iter().all(|&byte| byte == 0xff), "{len}");
        let mut sink = vec![7];
        frame.encode_into(&mut sink);
        assert_eq!(sink[1..], expected);
        assert_eq!(sink[0], 7);

        assert_eq!(frame.to_payload().as_bytes(), expected);
        assert_eq!(Payload::from(frame), Payload::from(Some(frame)));
        assert_eq!(frame.to_unmasked().as_bytes(), by_hand(&expected, None));
        assert_eq!(frame.to_masked(key).as_bytes(), by_hand(&expected, Some(key)));
        assert_eq!(CloseFrame::parse(&expected), Ok(Some(frame)));
    }
    let longest = CloseFrame::new(CloseCode::new(4999), Reason::truncated(&text)).unwrap();
    assert_eq!(longest.to_masked(key).len(), 131);
    assert_eq!(longest.to_unmasked().len(), 127);
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
fn a_frame_without_a_code_has_an_empty_body() {
    assert_eq!(CloseFrame::parse(&[]), Ok(None));
    assert_eq!(CloseFrame::parse_any(&[]), Ok(None));
    assert_eq!(*Payload::EMPTY, []);
    assert_eq!(Payload::from(None), Payload::default());
    assert_eq!(*ControlFrame::EMPTY, [0x88, 0x00]);
    assert_eq!(ControlFrame::unmasked(None), ControlFrame::EMPTY);
    assert_eq!(*ControlFrame::masked(None, [1, 2, 3, 4]), [0x88, 0x80, 1, 2, 3, 4]);
}

#[test]
fn an_echo_has_the_code_and_no_reason() {
    let frame = CloseFrame::parse(b"\x0f\xa1secret").unwrap().unwrap();
    assert_eq!(*frame.echo().to_payload(), [0x0f, 0xa1]);
    assert_eq!(frame.echo(), CloseFrame::from(frame.wire_code()));
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

#[test]
fn everything_can_be_done_at_compile_time() {
    const BODY: &[u8] = b"\x03\xe8bye";
    const FRAME: CloseFrame<'_> = match CloseFrame::parse(BODY) {
        Ok(Some(frame)) => frame,
        _ => panic!("the body is right"),
    };
    const ENCODED: ([u8; Payload::MAX_LEN], usize) = {
        let mut buf = [0; Payload::MAX_LEN];
        let len = FRAME.encode(&mut buf).len();
        (buf, len)
    };
    static UNMASKED: ControlFrame = FRAME.to_unmasked();
    static MASKED: ControlFrame = FRAME.to_masked([1, 2, 3, 4]);
    const REPLY: CloseCode = match CloseFrame::parse(&[0]) {
        Err(error) => error.reply_code(),
        Ok(_) => panic!("one byte is no code"),
    };
    const SENT: WireCode = CloseCode::ABNORMAL_CLOSURE.forwardable_or(WireCode::of::<1011>());
    const SEEN: CloseCode = connection_close_code(ReceivedClose::NoCode);

    assert_eq!(&ENCODED.0[..ENCODED.1], BODY);
    assert_eq!(*UNMASKED, *by_hand(BODY, None));
    assert_eq!(*MASKED, *by_hand(BODY, Some([1, 2, 3, 4])));
    assert_eq!(REPLY, CloseCode::PROTOCOL_ERROR);
    assert_eq!(SENT, CloseCode::INTERNAL_ERROR);
    assert_eq!(SEEN, CloseCode::NO_STATUS_RECEIVED);
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
