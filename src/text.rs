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
    pub fn label(self) -> &'static str {
        match self {
            Self::Whole(text) => text.split_once(' ').map_or(text, |(_, label)| label),
            Self::Label(label) => label,
        }
    }
}
