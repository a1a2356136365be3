//! What a refused body tells: to the program, to the other end, and to the person with the log.

use std::error::Error;

use close_code::{CloseCode, CloseFrame, ObservedFrame, PayloadError, PayloadErrorKind, Reason};

fn refuse(body: &[u8]) -> PayloadError<'_> {
    CloseFrame::parse(body).expect_err("the body breaks a rule")
}

/// Of the rules that a body breaks, the first one of this list is named: length, one byte, code,
/// UTF-8.
#[test]
fn the_rules_are_looked_at_in_order() {
    let mut body = b"\x03\xed".to_vec();
    body.resize(126, 0xff);
    assert_eq!(refuse(&body).kind(), PayloadErrorKind::TooLong { len: 126 });
    assert_eq!(refuse(&body).code(), Some(CloseCode::NO_STATUS_RECEIVED));
    assert_eq!(refuse(&body).reason(), None);

    body.pop();
    assert_eq!(refuse(&body).kind(), PayloadErrorKind::CodeNotAllowed);
    assert_eq!(refuse(&body).reply_code(), CloseCode::PROTOCOL_ERROR);
    assert_eq!(refuse(&body).reason(), None);
    assert_eq!(refuse(&body).reason_bytes(), Some(&body[2..]));

    let lenient = CloseFrame::parse_any(&body).unwrap_err();
    assert_eq!(lenient.valid_up_to(), Some(0));
    assert_eq!(lenient.reply_code(), CloseCode::INVALID_PAYLOAD);

    assert_eq!(refuse(&[0xff]).kind(), PayloadErrorKind::OneByte);
    assert_eq!(CloseFrame::parse_any(&[0xff]), Err(refuse(&[0xff])));
}

#[test]
fn the_reply_is_a_frame_that_may_be_sent() {
    let long = [0x03; 200];
    for (body, code) in [
        (&b"\x03"[..], CloseCode::PROTOCOL_ERROR),
        (b"\x03\xee", CloseCode::PROTOCOL_ERROR),
        (b"\x03\xe8\xff", CloseCode::INVALID_PAYLOAD),
        (&long, CloseCode::PROTOCOL_ERROR),
    ] {
        let reply = refuse(body).reply();
        assert_eq!(reply.code(), code);
        assert_eq!(reply.code(), refuse(body).reply_code());
        assert!(!reply.reason().is_empty());
        assert_eq!(CloseFrame::parse(&reply.to_payload()), Ok(Some(reply)));
    }
}

#[test]
fn only_a_reason_that_is_not_utf8_has_a_source() {
    let error = refuse(b"\x03\xe8ab\xff");
    let source = error.source().unwrap().downcast_ref::<std::str::Utf8Error>().unwrap();
    assert_eq!(source.valid_up_to(), 2);
    assert_eq!(error.kind(), PayloadErrorKind::InvalidUtf8(*source));
    assert!(refuse(b"\x00").source().is_none());
    assert!(refuse(b"\x03\xeeab").source().is_none());
    assert_eq!(refuse(b"\x03\xee").valid_up_to(), None);
}

#[test]
fn without_its_reason_an_error_outlives_the_body() {
    fn read(body: &[u8]) -> Result<(), Box<dyn Error + Send + Sync>> {
        CloseFrame::parse(body).map_err(PayloadError::without_reason)?;
        Ok(())
    }
    let error = read(b"\x03\xeegone").unwrap_err();
    let error = error.downcast_ref::<PayloadError<'static>>().unwrap();
    assert_eq!(error.kind(), PayloadErrorKind::CodeNotAllowed);
    assert_eq!(error.code(), Some(CloseCode::ABNORMAL_CLOSURE));
    assert_eq!((error.reason(), error.reason_bytes()), (None, None));
    assert!(!error.to_string().contains("gone"));
}

#[test]
fn the_texts_say_what_is_wrong() {
    let [normal, abnormal, range] =
        [CloseCode::NORMAL_CLOSURE, CloseCode::ABNORMAL_CLOSURE, CloseCode::new(5000)];
    let mut long = b"\x03\xe8".to_vec();
    long.resize(126, b'*');
    for (body, text) in [
        (&b"\x03"[..], "close body of 1 byte; it must be empty or have at least 2".to_owned()),
        (
            b"\x03\xee",
            format!(
                "close frame with {abnormal}; this code is only reported to the application and never sent"
            ),
        ),
        (
            b"\x03\xeea\nb",
            format!(
                r#"close frame with {abnormal} and the reason "a\nb"; this code is only reported to the application and never sent"#
            ),
        ),
        (b"\x13\x88", format!("close frame with {range}; this code must not be sent")),
        (b"\x13\x88\xff", format!("close frame with {range}; this code must not be sent")),
        (b"\x03\xe8\xff", format!("close reason of {normal} is invalid UTF-8 at byte 0")),
        (
            b"\x03\xe8a\x1b\xff",
            format!(r#"close reason of {normal} is invalid UTF-8 at byte 2, after "a\u{{1b}}""#),
        ),
        (
            b"\x03\xe8caf\xc3",
            format!(
                r#"close reason of {normal} ends inside a character, which begins at byte 3, after "caf""#
            ),
        ),
        (
            &long,
            format!(
                "close body of 126 bytes with {normal}; at most 125 are allowed: 2 for the code and 123 for the reason"
            ),
        ),
    ] {
        assert_eq!(refuse(body).to_string(), text);
    }
    assert_eq!(
        refuse(b"\x03\xe8caf\xc3").without_reason().to_string(),
        format!("close reason of {normal} ends inside a character, which begins at byte 3"),
    );
}

#[test]
fn the_texts_of_what_cannot_be_sent() {
    let [abnormal, range] = [CloseCode::ABNORMAL_CLOSURE, CloseCode::new(5000)];
    for (code, text) in [
        (
            abnormal,
            format!(
                "{abnormal} is only reported to the application and never sent; send another code, or a Close frame with an empty body"
            ),
        ),
        (
            range,
            format!(
                "{range} must not be sent; send a code that may, such as 1000 or one from 4000 to 4999"
            ),
        ),
    ] {
        let error = CloseFrame::new(code, Reason::EMPTY).unwrap_err();
        assert_eq!(error.to_string(), text);
    }
    let error = Reason::new(&"*".repeat(124)).unwrap_err();
    assert_eq!(error.to_string(), "reason of 124 bytes; a Close frame has room for 123");
}

/// The other end chose the text, so a line of a log must not be its to forge.
#[test]
fn a_frame_prints_on_one_line() {
    let code = CloseCode::NORMAL_CLOSURE;
    let frame = CloseFrame::new(code, Reason::truncated("bye\n12:00 root logged in")).unwrap();
    let text = format!(r#"{code}: "bye\n12:00 root logged in""#);
    assert_eq!(frame.to_string(), text);
    assert_eq!(ObservedFrame::from(frame).to_string(), text);
    assert_eq!(frame.echo().to_string(), code.to_string());
    assert_eq!(
        format!("{frame:?}"),
        format!(r#"CloseFrame {{ code: {code:?}, reason: "bye\n12:00 root logged in" }}"#),
    );
    assert_eq!(format!("{:?}", frame.wire_code()), format!("{code:?}"));
    assert_eq!(frame.wire_code().to_string(), code.to_string());
}

#[test]
fn bytes_print_as_hex() {
    let frame = CloseFrame::new(CloseCode::NORMAL_CLOSURE, Reason::truncated("bye")).unwrap();
    assert_eq!(format!("{:?}", frame.to_payload()), "Payload(03e8627965)");
    assert_eq!(format!("{:?}", frame.to_unmasked()), "ControlFrame(880503e8627965)");
}

#[test]
fn an_error_debugs_with_its_text() {
    let code = CloseCode::ABNORMAL_CLOSURE;
    assert_eq!(
        format!("{:?}", refuse(b"\x03\xeegone")),
        format!(r#"PayloadError {{ kind: CodeNotAllowed, code: Some({code:?}), reason: "gone" }}"#),
    );
    assert!(format!("{:?}", refuse(b"\x03\xeea\xff")).ends_with(r#"reason: b"a\xff" }"#));
    assert_eq!(format!("{:?}", refuse(b"\x03")), "PayloadError { kind: OneByte, code: None }");
}
