//! An enum made from a table and an enum with the derive, of the same codes, behave alike.

use close_code::{CloseCode, CloseCodeRange, Entry, UnknownCode};
use core::fmt::{Debug, Display};

close_code::include_codes!("alike");

/// The codes of `alike.toml`.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, CloseCodeRange)]
#[close_code(range = 3000..=4999)]
enum Derived {
    /// Library
    ///
    /// A code of a library.
    #[close_code(3000..=3999)]
    Library(CloseCode),
    /// Session expired
    ///
    /// Sign in again, then reconnect.
    #[close_code(4001, sender = "server", reconnect = "after-change", since = "1.2")]
    SessionExpired,
    /// The server has received more requests than it wants to answer
    ///
    /// Send less.
    #[close_code(4029, label = "Too many requests", reconnect = { after = [5, 30] })]
    TooManyRequests,
    /// Do not come back
    ///
    /// Whatever was wrong is still wrong.
    #[close_code(4100..=4199, sender = "server", reconnect = "never", reference = "Handbook, chapter 4")]
    Fatal(CloseCode),
    /// Banned
    ///
    /// The account is closed.
    #[close_code(4150)]
    Banned,
    /// Kicked
    ///
    /// A moderator has ended the connection.
    #[close_code(4151, reconnect = "immediately", deprecated = "use `Banned`")]
    Kicked,
}

#[test]
fn the_rows_are_equal() {
    let (table, derived) = (FromTable::TABLE, Derived::TABLE);
    assert_eq!(derived.len(), 6);
    for (one, other) in table.iter().zip(derived) {
        let all = |row: &Entry| {
            (
                (row.codes().collect::<Vec<_>>(), row.name(), row.constant(), row.class()),
                (row.meaning(), row.label(), row.description(), row.reference()),
                (row.is_valid_on_wire(), row.is_local_only(), row.is_settable_by_script()),
                (row.sender(), row.reconnect(), row.since(), row.deprecated(), row.is_single()),
            )
        };
        assert_eq!(all(one), all(other));
        assert_eq!(one, other, "and so are they as a whole");
    }
    assert_eq!(FromTable::RANGE, Derived::RANGE);
}

/// Everything that can be asked of a code, as text.
fn answers<C>(code: CloseCode) -> Option<String>
where
    C: CloseCodeRange
        + Debug
        + Display
        + Into<CloseCode>
        + Into<u16>
        + TryFrom<u16, Error = UnknownCode>,
{
    let close = C::from_code(code)?;
    let (back, number): (CloseCode, u16) = (close.into(), close.into());
    assert_eq!((back, number), (code, code.get()));
    assert_eq!(C::try_from(number).map(C::entry), Ok(close.entry()));
    Some(format!("{close:?} {close} {close:#} {close:>40} {close:#<40} {}", close.entry().name()))
}

#[test]
fn they_say_the_same_of_every_code() {
    for code in (0..=u16::MAX).map(CloseCode::new) {
        assert_eq!(answers::<FromTable>(code), answers::<Derived>(code), "{code}");
    }
}

#[test]
fn their_errors_differ_in_the_name_alone() {
    let (one, other) = (FromTable::try_from(4000), Derived::try_from(4000));
    let (one, other) = (one.expect_err("a gap"), other.expect_err("a gap"));
    assert_eq!(one.code(), other.code());
    assert_eq!(one.to_string().replace("FromTable", "Derived"), other.to_string());
}

#[test]
fn their_own_functions_say_the_same() {
    let code = CloseCode::new(4029);
    let (one, other) = (FromTable::from_code(code), Derived::from_code(code));
    let (one, other) = (one.expect("4029"), other.expect("4029"));
    assert_eq!(one.code(), other.code());
    assert_eq!(one.meaning(), other.meaning());
    assert_eq!(one.reconnect(), other.reconnect());
    assert_eq!(one.entry(), other.entry());
    assert_eq!(FromTable::SESSION_EXPIRED, Derived::SessionExpired.code());
}
