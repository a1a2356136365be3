//! The body of a Close frame, compared with a slow and plain reader.

use close_code::{CloseCode, CloseFrame, Payload};

// The runtime crate's own tests include the same file: there is one reference.
#[path = "frame_reference.rs"]
mod frame_reference;

use frame_reference::{Verdict, decode, reference, reference_any, refusal, verdict};

/// Reads the input as a body, and writes back what was read.
///
/// # Panics
///
/// When the two readers disagree, or other bytes are written than were read.
pub fn body(data: &[u8]) {
    let parsed = CloseFrame::parse(data);
    assert_eq!(verdict(parsed), reference(data));
    let lenient = CloseFrame::parse_any(data);
    let observed = match lenient {
        Ok(None) => Verdict::Empty,
        Ok(Some(frame)) => Verdict::Frame(frame.code().get(), frame.reason().to_string()),
        Err(error) => refusal(&error),
    };
    assert_eq!(observed, reference_any(data));
    match parsed {
        Ok(None) => assert!(data.is_empty()),
        Ok(Some(frame)) => is_written_back(frame, data),
        Err(error) => {
            assert!(matches!(error.reply_code().get(), 1002 | 1007));
            assert_eq!(error.reply().code(), error.reply_code());
            let reason = data.get(2..).and_then(|reason| decode(reason).ok());
            assert_eq!(error.reason(), reason.as_deref());
            let text = format!("{error} {error:?} {}", error.without_reason());
            assert!(!text.contains(char::is_control), "{text:?}");
        }
    }
}

/// What was read encodes to the bytes that it was read from, in every form.
fn is_written_back(frame: CloseFrame<'_>, data: &[u8]) {
    let mut buffer = [0; Payload::MAX_LEN];
    assert_eq!(frame.encode(&mut buffer), data);
    assert_eq!(frame.encoded_len(), data.len());
    let mut sink = Vec::new();
    frame.encode_into(&mut sink);
    assert_eq!(sink, data);

    let control = frame.to_unmasked();
    let [opcode, length, body @ ..] = control.as_bytes() else { panic!("a frame has a header") };
    assert_eq!((*opcode, usize::from(*length), body), (0x88, data.len(), data));

    let key = [data[0], data[1], 0x5a, 0xff];
    let control = frame.to_masked(key);
    let [opcode, length, masked @ ..] = control.as_bytes() else { panic!("a frame has a header") };
    assert_eq!((*opcode, usize::from(*length)), (0x88, 0x80 | data.len()));
    let (sent, masked) = masked.split_at(4);
    assert_eq!(sent, key);
    let unmasked = masked.iter().zip(key.iter().cycle()).map(|(byte, key)| byte ^ key);
    assert!(unmasked.eq(data.iter().copied()));
    assert!(CloseCode::is_valid_on_wire(frame.code()));
}
