//! Frames of every length, written in every form and compared with bytes put together by hand.

use close_code::{
    CloseCode, CloseFrame, ControlFrame, Payload, Reason, ReceivedClose, WireCode,
    connection_close_code,
};

fn body(code: u16, reason: &[u8]) -> Vec<u8> {
    let mut body = code.to_be_bytes().to_vec();
    body.extend_from_slice(reason);
    body
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
