//! [`Text`]: what `Display` writes for a row.

/// The text of a row, with the number where the row is of one code only.
///
/// It stands apart from [`Entry`](crate::Entry), so that a program that only prints codes does not
/// link the descriptions; and a row of one code is written in one piece.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub enum Text {
    /// Number, a space, label.
    Whole(&'static str),
    /// The label alone.
    Label(&'static str),
}

impl Text {
    /// The text without the number.
    #[must_use]
    pub const fn label(self) -> &'static str {
        let (Self::Whole(text) | Self::Label(text)) = self;
        if matches!(self, Self::Label(_)) {
            return text;
        }
        let mut start = 0;
        while start < text.len() {
            if text.as_bytes()[start] == b' ' {
                return text.split_at(start + 1).1;
            }
            start += 1;
        }
        text
    }
}
