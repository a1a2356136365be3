//! The Autobahn test suite's section 7, "Close Handling": what its fuzzing client sends and which
//! answers it takes, for as much as concerns the body.

use close_code::{CloseCode, CloseFrame, PayloadErrorKind, Reason};

#[test]
fn case_7_3_1_an_empty_body() {
    assert_eq!(CloseFrame::parse(b""), Ok(None));
}

#[test]
fn case_7_3_2_a_body_of_one_byte() {
    let error = CloseFrame::parse(b"a").unwrap_err();
    assert_eq!(error.kind(), PayloadErrorKind::OneByte);
    assert_eq!(error.reply_code(), CloseCode::PROTOCOL_ERROR);
}

#[test]
fn case_7_3_3_a_code_alone() {
    let frame = CloseFrame::parse(&[0x03, 0xe8]).unwrap().unwrap();
    assert_eq!((frame.code(), frame.reason()), (CloseCode::NORMAL_CLOSURE, Reason::EMPTY));
}

#[test]
fn case_7_3_4_a_code_and_a_reason() {
    let frame = CloseFrame::parse(b"\x03\xe8Hello World!").unwrap().unwrap();
    assert_eq!(frame.code(), CloseCode::NORMAL_CLOSURE);
    assert_eq!(frame.reason(), "Hello World!");
}

#[test]
fn case_7_3_5_the_longest_reason() {
    let body = [&[0x03, 0xe8][..], &[0x2a; 123]].concat();
    let frame = CloseFrame::parse(&body).unwrap().unwrap();
    assert_eq!(frame.reason(), &*"*".repeat(123));
}

#[test]
fn case_7_3_6_a_reason_one_byte_too_long() {
    let body = [&[0x03, 0xe8][..], &[0x2a; 124]].concat();
    let error = CloseFrame::parse(&body).unwrap_err();
    assert_eq!(error.kind(), PayloadErrorKind::TooLong { len: 126 });
    assert_eq!(error.reply_code(), CloseCode::PROTOCOL_ERROR);
}

/// A Greek word, a lone surrogate, "edited".
#[test]
fn case_7_5_1_a_reason_that_is_not_utf8() {
    let body = [
        &[0x03, 0xe8][..],
        &[0xce, 0xba, 0xe1, 0xbd, 0xb9, 0xcf, 0x83, 0xce, 0xbc, 0xce, 0xb5],
        &[0xed, 0xa0, 0x80],
        b"edited",
    ]
    .concat();
    let error = CloseFrame::parse(&body).unwrap_err();
    assert_eq!(error.valid_up_to(), Some(11));
    assert_eq!(error.code(), Some(CloseCode::NORMAL_CLOSURE));
    assert_eq!(error.reply_code(), CloseCode::INVALID_PAYLOAD);
    assert_eq!(error.reason_bytes().map(|bytes| &bytes[14..]), Some(&b"edited"[..]));
}

#[test]
fn cases_7_7_codes_to_take() {
    for code in [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999_u16] {
        let body = code.to_be_bytes();
        let frame = CloseFrame::parse(&body).unwrap().unwrap();
        assert_eq!(frame.code(), code);
        assert_eq!(*frame.echo().to_payload(), body);
    }
}

/// Some of these are refused because nobody has assigned them: a row of the table, when one is added,
/// ends that.
#[test]
fn cases_7_9_codes_to_refuse() {
    let never = [0, 999, 1004, 1005, 1006].map(CloseCode::new).into_iter();
    let unassigned = [1016, 1100, 2000, 2999].map(CloseCode::new).into_iter();
    let unassigned = unassigned.filter(|code| !code.entry().is_single());
    for code in never.chain(unassigned) {
        let body = code.get().to_be_bytes();
        let error = CloseFrame::parse(&body).unwrap_err();
        assert_eq!(error.code(), Some(code));
        assert_eq!(error.reply_code(), CloseCode::PROTOCOL_ERROR);
    }
}
