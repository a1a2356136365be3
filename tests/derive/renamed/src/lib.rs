//! Enums in a crate without std, where the runtime crate has another name.
#![no_std]

use codes::{CloseCode, CloseCodeRange};

/// Through the name that the dependency has here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
#[close_code(crate = codes)]
pub enum ByName {
    /// Session expired
    #[close_code(4001, reconnect = { after = [1, 2] })]
    SessionExpired,
    /// Fatal
    #[close_code(4100..=4199)]
    Fatal(CloseCode),
}

/// Through a path from the root of all crates, with codes that need a judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
#[close_code(crate = ::codes, range = 1000..=1011, total)]
#[repr(u16)]
pub enum FromTheRoot {
    /// Normal closure
    NormalClosure = crate::reexported::FIRST,
    /// The others
    #[close_code(1001..=1011, local)]
    Others,
}

/// As in a crate that re-exports the derive.
pub mod reexported {
    pub use codes as close_code;

    pub(crate) const FIRST: u16 = 1000;
}

/// Through a module of this crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
#[close_code(crate = crate::reexported::close_code)]
pub enum Reexported {
    /// Session expired
    #[close_code(4001)]
    SessionExpired,
}

#[cfg(test)]
mod tests {
    use super::{ByName, FromTheRoot, Reexported};
    use codes::CloseCode;

    #[test]
    fn all_of_them_work() {
        assert_eq!(ByName::try_from(4150), Ok(ByName::Fatal(CloseCode::new(4150))));
        assert_eq!(ByName::SessionExpired.code(), CloseCode::new(4001));
        assert_eq!(FromTheRoot::try_from(1000), Ok(FromTheRoot::NormalClosure));
        assert_eq!(FromTheRoot::try_from(1006), Ok(FromTheRoot::Others));
        assert_eq!(u16::from(Reexported::SessionExpired), 4001);
    }
}
