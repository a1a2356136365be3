//! Any bytes and any text, compared with the reference.

#[path = "checks/src/fuzz/frame_reference.rs"]
mod frame_reference;

use close_code::{CloseCode, CloseFrame, Payload, Reason, ReasonBuf, WireCode};
use proptest::prelude::*;

use crate::frame_reference::{Verdict, decode, reference, reference_any, refusal, verdict};

/// Codes near every border as well as anywhere.
fn code() -> impl Strategy<Value = u16> {
    prop_oneof![995..1020_u16, 2990..3010_u16, 3995..5005_u16, any::<u16>()]
}

/// Bytes that are often UTF-8 and often almost.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        4 => any::<char>().prop_map(|character| character.to_string().into_bytes()),
        4 => "[ -~]{1,8}".prop_map(String::into_bytes),
        1 => any::<char>().prop_map(|character| {
            let mut bytes = character.to_string().into_bytes();
            bytes.pop();
            bytes
        }),
        1 => any::<u8>().prop_map(|byte| vec![byte]),
    ];
    (prop::collection::vec(piece, 0..40), 0..140_usize).prop_map(|(pieces, len)| {
        let mut bytes = pieces.concat();
        bytes.truncate(len);
        bytes
    })
}

/// The code and the reason that a body holds, whatever else is wrong with it.
fn kept(body: &[u8]) -> (Option<u16>, Option<String>) {
    match body {
        [high, low, reason @ ..] => (Some(u16::from_be_bytes([*high, *low])), decode(reason).ok()),
        _ => (None, None),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_reader_agrees_with_the_reference(code in code(), reason in bytes()) {
        let mut body = code.to_be_bytes().to_vec();
        body.extend_from_slice(&reason);
        let parsed = CloseFrame::parse(&body);
        prop_assert_eq!(verdict(parsed), reference(&body));

        let lenient = match CloseFrame::parse_any(&body) {
            Ok(None) => Verdict::Empty,
            Ok(Some(frame)) => Verdict::Frame(frame.code().get(), frame.reason().to_string()),
            Err(error) => refusal(&error),
        };
        prop_assert_eq!(lenient, reference_any(&body));

        if let Err(error) = parsed {
            let (code, reason) = kept(&body);
            prop_assert_eq!(error.code().map(CloseCode::get), code);
            prop_assert_eq!(error.reason().map(str::to_owned), reason);
        }
    }

    #[test]
    fn any_bytes_are_judged_like_the_reference(body in prop::collection::vec(any::<u8>(), 0..140)) {
        prop_assert_eq!(verdict(CloseFrame::parse(&body)), reference(&body));
    }

    #[test]
    fn what_was_read_is_written_back(code in code(), reason in bytes()) {
        let mut body = code.to_be_bytes().to_vec();
        body.extend_from_slice(&reason);
        if let Ok(Some(frame)) = CloseFrame::parse(&body) {
            let mut buf = [0; Payload::MAX_LEN];
            prop_assert_eq!(frame.encode(&mut buf), &body[..]);
            let payload = frame.to_payload();
            prop_assert_eq!(payload.as_bytes(), &body[..]);
        }
    }

    #[test]
    fn what_was_built_is_read_back(code in code(), text in any::<String>()) {
        let reason = Reason::truncated(&text);
        prop_assert!(text.starts_with(reason.as_str()));
        match CloseFrame::new(CloseCode::new(code), reason) {
            Ok(frame) => {
                let payload = frame.to_payload();
                prop_assert_eq!(CloseFrame::parse(&payload), Ok(Some(frame)));
            }
            Err(error) => prop_assert!(!error.code().is_valid_on_wire()),
        }
    }

    #[test]
    fn a_masked_frame_unmasks_to_the_body(text in any::<String>(), key in any::<[u8; 4]>()) {
        let frame = WireCode::of::<1000>().with_reason(Reason::truncated(&text));
        let masked = frame.to_masked(key);
        let unmasked: Vec<u8> =
            masked[6..].iter().zip(key.iter().cycle()).map(|(byte, key)| byte ^ key).collect();
        let payload = frame.to_payload();
        prop_assert_eq!(&unmasked[..], payload.as_bytes());
        prop_assert_eq!(&masked[..2], &[0x88, 0x80 | u8::try_from(unmasked.len()).unwrap()]);
        prop_assert_eq!(&masked[2..6], &key);
    }

    #[test]
    fn an_ellipsis_fits(text in any::<String>()) {
        let reason = Reason::truncated_with_ellipsis(&text);
        prop_assert!(reason.len() <= Reason::MAX_LEN);
        prop_assert_eq!(ReasonBuf::from_display(&text), reason);
        if text.len() <= Reason::MAX_LEN {
            prop_assert_eq!(reason.as_str(), text);
        } else {
            let kept = reason.strip_suffix('…').unwrap();
            prop_assert!(text.starts_with(kept));
            let next = text[kept.len()..].chars().next().unwrap();
            prop_assert!(kept.len() + next.len_utf8() > 120);
        }
    }
}
