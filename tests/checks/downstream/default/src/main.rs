//! A program with the default features.

use close_code::{CloseClass, CloseCode, CloseFrame, CloseKind, Reason};

fn main() {
    let code: CloseCode = "1006".parse().expect("a code");
    assert_eq!(code.kind(), CloseKind::AbnormalClosure);
    assert_eq!(code.class(), CloseClass::Protocol);
    let reason = Reason::new("done").expect("short");
    let frame = CloseFrame::new(CloseCode::NORMAL_CLOSURE, reason).expect("sendable");
    let payload = frame.to_payload();
    assert_eq!(CloseFrame::parse(payload.as_bytes()), Ok(Some(frame)));
    println!("{code}");
}
