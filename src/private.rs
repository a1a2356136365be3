//! Functions for generated code: not part of the public interface; can change in any release.

use core::fmt::{self, Write as _};

use crate::{CloseCode, CloseCodeRange, Entry, Reconnect, UnknownCode, WireCode};

pub use core;
pub use core::time::Duration;

pub use crate::const_check::sorted;
pub use crate::entry::EntryBuilder;

/// What generated code asserts at compile time.
pub mod const_check {
    pub use crate::const_check::{VariantCodes, clash, clashes, code, sendable, total};
}

/// The built-in table, as it was compiled in.
pub const CODES_TOML: &str = include_str!("../codes.toml");

/// The row of an enum that has mistakes.
pub const NO_ENTRY: &Entry = &EntryBuilder::range(0, 0, "", "", "").entry();

/// A code that only the compiler can evaluate. `N` numbers the codes of one enum.
pub trait Computed<const N: usize> {
    /// The code.
    const CODE: u16;
}

/// The discriminant behind a [`Computed`] code. It can be out of range for a code.
pub trait Discriminant<const N: usize> {
    /// The type of the enum's discriminants.
    type Value;
    /// The discriminant.
    const VALUE: Self::Value;
}

/// Defines a function that returns one column of the rows, so that a program links only what it uses.
macro_rules! columns {
    ($($(#[$doc:meta])* $name:ident: $kind:ty = $empty:expr, $row:ident => $value:expr;)*) => {$(
        $(#[$doc])*
        #[must_use]
        pub const fn $name<const COUNT: usize>(rows: &[Entry; COUNT]) -> [$kind; COUNT] {
            let mut column = [$empty; COUNT];
            let mut at = 0;
            while at < COUNT {
                let $row = &rows[at];
                column[at] = $value;
                at += 1;
            }
            column
        }
    )*};
}

columns! {
    /// The name of each row.
    names: &'static str = "", row => row.name();
    /// The text that `Display` shows for each row.
    labels: &'static str = "", row => row.label();
    /// The meaning of each row.
    meanings: &'static str = "", row => row.meaning();
    /// The reconnect advice of each row.
    reconnects: Reconnect = Reconnect::Unspecified, row => row.reconnect();
    /// The first code of each row.
    codes: u16 = 0, row => row.first().get();
}

#[doc(hidden)]
impl CloseCode {
    /// Returns the code, as the function of the same name of a variant does: a derive does not know which of
    /// the two a path is.
    #[inline]
    #[must_use]
    pub const fn code(self) -> Self {
        self
    }
}

/// What a memo has for a code: `None` for one that lies outside.
#[inline]
#[must_use]
pub const fn recall<T: CloseCodeRange>(
    memo: &[Option<T>],
    first: u16,
    code: CloseCode,
) -> Option<T> {
    let at = code.get().wrapping_sub(first) as usize;
    if at < memo.len() { memo[at] } else { None }
}

/// The code that a variant carries.
#[inline]
#[must_use]
pub const fn same(code: CloseCode) -> CloseCode {
    code
}

/// The code of the number that a variant carries.
#[inline]
#[must_use]
pub const fn number(code: u16) -> CloseCode {
    CloseCode::new(code)
}

/// The variant that was found, or the error of `TryFrom`.
///
/// # Errors
///
/// [`UnknownCode`] if there is none.
#[inline]
pub fn found<T>(
    found: Option<T>,
    code: CloseCode,
    enum_name: &'static str,
) -> Result<T, UnknownCode> {
    let name = enum_name.strip_prefix("r#").unwrap_or(enum_name);
    found.ok_or(UnknownCode::__new(code, name))
}

/// The variant of a total enum.
///
/// # Panics
///
/// Never: that every code has a variant was asserted at compile time.
#[inline]
#[must_use]
pub fn total<T>(found: Option<T>) -> T {
    found.expect("every code has a variant")
}

/// The code of an enum whose codes may all be sent.
///
/// # Panics
///
/// Never: that every code may be sent was checked before.
#[inline]
#[must_use]
pub const fn proved(code: CloseCode) -> WireCode {
    match WireCode::new(code) {
        Ok(code) => code,
        Err(_) => panic!("every code may be sent"),
    }
}

/// The value of a function that cannot be called, because its enum has mistakes.
///
/// # Panics
///
/// Always.
#[must_use]
pub fn never<T>() -> T {
    unreachable!("the enum has mistakes")
}

/// Writes a code and its text, separated by a space, with the width, fill and alignment of `f`.
///
/// # Errors
///
/// That of the formatter.
pub fn pad(f: &mut fmt::Formatter<'_>, code: CloseCode, label: &str) -> fmt::Result {
    let code = code.get();
    let digits = code.checked_ilog10().map_or(1, |power| power as usize + 1);
    let missing = f.width().unwrap_or(0).saturating_sub(digits + 1 + label.chars().count());
    let before = match f.align() {
        Some(fmt::Alignment::Right) => missing,
        Some(fmt::Alignment::Center) => missing / 2,
        Some(fmt::Alignment::Left) | None => 0,
    };
    let fill = f.fill();
    (0..before).try_for_each(|_| f.write_char(fill))?;
    write!(f, "{code} {label}")?;
    (before..missing).try_for_each(|_| f.write_char(fill))
}
