//! The measured functions. None is inlined, so that each can be told from the others.

use core::fmt::{self, Write as _};
use core::hint::black_box;

use close_code::{CloseCode, CloseFrame, Payload, Role};

use crate::input::{self, COUNT};
use crate::rows::{Rows10, Rows100, Rows1000};

/// A function with its name; it runs [`COUNT`] times what it is named for.
pub type Measured = (&'static str, fn());

/// Loops over the codes that `$inputs` gives.
macro_rules! loops {
    ($($name:ident($inputs:path): |$code:ident| $body:expr;)*) => {
        $(
            #[inline(never)]
            fn $name() {
                let codes = $inputs();
                looped::$name(&codes);
            }
        )*

        /// The loops alone, without the making of their inputs.
        mod looped {
            use super::*;

            $(
                #[inline(never)]
                pub(super) fn $name(codes: &[u16; COUNT]) {
                    for code in codes {
                        let $code = black_box(*code);
                        let _ = black_box($body);
                    }
                }
            )*
        }

        /// Every loop.
        pub const MEASURED: &[Measured] = &[$((stringify!($name), $name)),*];
    };
}

loops! {
    round_trip(input::codes): |code| u16::from(CloseCode::from(code));
    kind(input::codes): |code| CloseCode::new(code).kind();
    class(input::codes): |code| CloseCode::new(code).class();
    is_valid_on_wire(input::codes): |code| CloseCode::new(code).is_valid_on_wire();
    is_local_only(input::codes): |code| CloseCode::new(code).is_local_only();
    is_settable_by_script(input::codes): |code| CloseCode::new(code).is_settable_by_script();
    is_sendable_by(input::codes): |code| CloseCode::new(code).is_sendable_by(Role::Server);
    meaning(input::codes): |code| CloseCode::new(code).meaning();
    reconnect(input::codes): |code| CloseCode::new(code).reconnect();
    display(input::codes): |code| write!(Line::default(), "{}", CloseCode::new(code));
    from_str_number(input::codes): |code| black_box(NUMBERS[usize::from(code) % 4]).parse::<CloseCode>();
    from_str_name(input::codes): |code| black_box(NAMES[usize::from(code) % 4]).parse::<CloseCode>();
    from_code_10(input::private_codes): |code| Rows10::from_code(CloseCode::new(code));
    from_code_100(input::private_codes): |code| Rows100::from_code(CloseCode::new(code));
    from_code_1000(input::private_codes): |code| Rows1000::from_code(CloseCode::new(code));
    derived_display(input::private_codes): |code| {
        Rows100::try_from(code).map(|close| write!(Line::default(), "{close:#}"))
    };
    parse_empty(input::codes): |_code| CloseFrame::parse(black_box(&BODIES[0].0[..BODIES[0].1]));
    parse_20_ascii(input::codes): |_code| CloseFrame::parse(black_box(&BODIES[1].0[..BODIES[1].1]));
    parse_20_greek(input::codes): |_code| CloseFrame::parse(black_box(&BODIES[2].0[..BODIES[2].1]));
    parse_123_ascii(input::codes): |_code| CloseFrame::parse(black_box(&BODIES[3].0[..BODIES[3].1]));
    parse_123_greek(input::codes): |_code| CloseFrame::parse(black_box(&BODIES[4].0[..BODIES[4].1]));
    encode_empty(input::codes): |_code| encode(0);
    encode_20_ascii(input::codes): |_code| encode(1);
    encode_20_greek(input::codes): |_code| encode(2);
    encode_123_ascii(input::codes): |_code| encode(3);
    encode_123_greek(input::codes): |_code| encode(4);
}

const NUMBERS: [&str; 4] = ["1000", "1006", "4001", "65535"];
const NAMES: [&str; 4] =
    ["NormalClosure", "ABNORMAL_CLOSURE", "bad gateway", "1012 Service Restart"];

/// The bodies of Close frames with the reasons of [`input::REASONS`], and their lengths.
const BODIES: [([u8; Payload::MAX_LEN], usize); 5] = bodies();

const fn bodies() -> [([u8; Payload::MAX_LEN], usize); 5] {
    let mut bodies = [([0; Payload::MAX_LEN], 0); 5];
    let mut at = 0;
    while at < bodies.len() {
        let frame = frame(at);
        bodies[at].1 = frame.encode(&mut bodies[at].0).len();
        at += 1;
    }
    bodies
}

const fn frame(at: usize) -> CloseFrame<'static> {
    let Ok(reason) = close_code::Reason::new(input::REASONS[at].1) else {
        panic!("a reason is longer than 123 bytes");
    };
    let Ok(frame) = CloseFrame::new(CloseCode::GOING_AWAY, reason) else {
        panic!("1001 may be sent");
    };
    frame
}

#[inline]
fn encode(at: usize) -> usize {
    let mut buffer = [0; Payload::MAX_LEN];
    let frame = const { [frame(0), frame(1), frame(2), frame(3), frame(4)] };
    black_box(black_box(frame[at]).encode(black_box(&mut buffer))).len()
}

/// A line of text on the stack.
struct Line {
    bytes: [u8; 64],
    length: usize,
}

impl Default for Line {
    fn default() -> Self {
        Self { bytes: [0; 64], length: 0 }
    }
}

impl fmt::Write for Line {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.length + text.len();
        let room = self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?;
        room.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}
