//! A text put together at compile time.

/// The text of a compile error.
pub(super) struct Message {
    bytes: [u8; 512],
    length: usize,
}

impl Message {
    pub(super) const fn new() -> Self {
        Self { bytes: [0; 512], length: 0 }
    }

    /// Appends a text, as far as there is room.
    pub(super) const fn text(self, text: &str) -> Self {
        self.bytes(text.as_bytes())
    }

    const fn bytes(mut self, bytes: &[u8]) -> Self {
        if self.length + bytes.len() > self.bytes.len() {
            return self;
        }
        let mut at = 0;
        while at < bytes.len() {
            self.bytes[self.length] = bytes[at];
            self.length += 1;
            at += 1;
        }
        self
    }

    /// Appends a number.
    pub(super) const fn number(self, number: i128) -> Self {
        let message = if number < 0 { self.text("-") } else { self };
        message.magnitude(number.unsigned_abs())
    }

    const fn magnitude(self, number: u128) -> Self {
        let message = if number >= 10 { self.magnitude(number / 10) } else { self };
        message.bytes(&[b'0' + (number % 10) as u8])
    }

    /// Appends a range as Rust writes it.
    pub(super) const fn range(self, first: i128, last: i128) -> Self {
        self.number(first).text("..=").number(last)
    }

    /// Ends the compilation with this text.
    #[track_caller]
    pub(super) const fn fail(self) -> ! {
        match core::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => panic!("{}", text),
            Err(_) => panic!("a name in the table is not UTF-8"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Message;

    /// A variant may have any name, and a long one must not hide the error.
    #[test]
    fn a_text_is_appended_whole_or_not_at_all() {
        const FULL: &str = match core::str::from_utf8(&[b'x'; 512]) {
            Ok(text) => text,
            Err(_) => "",
        };
        for (texts, length) in [
            (["x", FULL], 1),
            ([FULL, "x"], 512),
            ([FULL, ""], 512),
            (["xy", FULL.split_at(2).1], 512),
            (["xyz", FULL.split_at(2).1], 3),
        ] {
            let message = texts.iter().fold(Message::new(), |message, text| message.text(text));
            assert_eq!(message.length, length);
            assert!(message.bytes[length..].iter().all(|byte| *byte == 0));
        }
    }

    #[test]
    #[should_panic(expected = "-170141183460469231731687303715884105728 and 0..=4999")]
    fn numbers_are_written_out() {
        Message::new().number(i128::MIN).text(" and ").range(0, 4999).fail();
    }
}
