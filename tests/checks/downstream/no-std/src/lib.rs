//! A static library with no standard library and no allocator.
//!
//! It brings its own panic handler: if `std` were linked there would be two, and the build would fail.
//! If `alloc` were linked there would have to be an allocator, and there is none.
#![no_std]

use core::fmt::Write as _;
use core::panic::PanicInfo;

use close_code::{CloseCode, CloseCodeRange, CloseFrame, Reason};

/// Codes of a device.
#[derive(Clone, Copy, CloseCodeRange)]
enum DeviceClose {
    /// Battery low
    #[close_code(4001, reconnect = "backoff")]
    BatteryLow,
    /// Any other code
    #[close_code(rest)]
    Other(CloseCode),
}

/// A text in a buffer of fixed size.
struct Line {
    bytes: [u8; 64],
    len: usize,
}

impl core::fmt::Write for Line {
    fn write_str(&mut self, text: &str) -> core::fmt::Result {
        let end = self.len + text.len();
        let room = self.bytes.get_mut(self.len..end).ok_or(core::fmt::Error)?;
        room.copy_from_slice(text.as_bytes());
        self.len = end;
        Ok(())
    }
}

/// Reads the body of a Close frame and answers it: the number of bytes of the answer.
#[unsafe(no_mangle)]
pub extern "C" fn answer(first: u8, second: u8, third: u8) -> usize {
    let body = [first, second, third];
    let reply = match CloseFrame::parse(&body) {
        Ok(Some(frame)) => frame.echo(),
        Ok(None) => return 0,
        Err(error) => error.reply(),
    };
    let mut line = Line { bytes: [0; 64], len: 0 };
    let named: Result<CloseCode, _> = "going away".parse();
    let _ = match (DeviceClose::try_from(reply.code()), named) {
        (Ok(close @ DeviceClose::BatteryLow), _) => write!(line, "{close:#}"),
        (Ok(DeviceClose::Other(code)), _) => write!(line, "{code}"),
        (Err(error), Ok(code)) => write!(line, "{error} {code:?}"),
        (Err(_), Err(error)) => write!(line, "{error}"),
    };
    let text = core::str::from_utf8(&line.bytes[..line.len]).unwrap_or_default();
    CloseFrame::new(reply.code(), Reason::truncated(text)).map_or(0, |frame| frame.to_unmasked().as_bytes().len())
}

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    loop {}
}
