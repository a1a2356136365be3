//! The derive on existing enums: with other derives, and with impls written by hand.

#![allow(
    clippy::trivially_copy_pass_by_ref,
    clippy::unused_self,
    reason = "people write methods in these ways"
)]

use close_code::{
    CloseCode, CloseCodeRange, Reason, Reconnect, UnknownCode, UnsendableCode, WireCode,
};

/// Every function and trait by hand.
mod by_hand {
    use super::{CloseCode, CloseCodeRange};
    use core::fmt;

    #[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
    #[close_code(skip(Display, TryFrom, From, from_code, entry, meaning, reconnect, code))]
    pub(super) enum Own {
        #[close_code(4001)]
        SessionExpired,
        #[close_code(4100..=4199)]
        Fatal(u16),
    }

    impl Own {
        pub(super) fn from_code(code: u16) -> Self {
            if code == 4001 { Self::SessionExpired } else { Self::Fatal(code) }
        }

        pub(super) fn code(self) -> u16 {
            match self {
                Self::SessionExpired => 4001,
                Self::Fatal(code) => code,
            }
        }

        pub(super) fn entry(self) -> &'static str {
            "own entry"
        }

        pub(super) fn meaning(self) -> String {
            "own meaning".to_owned()
        }

        pub(super) fn reconnect(self) -> bool {
            self == Self::SessionExpired
        }
    }

    impl fmt::Display for Own {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("own text")
        }
    }

    impl TryFrom<u16> for Own {
        type Error = String;

        fn try_from(code: u16) -> Result<Self, String> {
            <Self as CloseCodeRange>::from_code(CloseCode::new(code)).ok_or(format!("no {code}"))
        }
    }

    impl TryFrom<CloseCode> for Own {
        type Error = String;

        fn try_from(code: CloseCode) -> Result<Self, String> {
            Self::try_from(code.get())
        }
    }

    impl From<Own> for u16 {
        fn from(own: Own) -> Self {
            own.code()
        }
    }

    impl From<Own> for CloseCode {
        fn from(own: Own) -> Self {
            Self::new(own.code())
        }
    }
}

#[test]
fn what_an_enum_has_by_hand_is_left_alone() {
    use by_hand::Own;

    assert_eq!(Own::from_code(4100), Own::Fatal(4100));
    assert_eq!(Own::Fatal(4100).code(), 4100);
    assert_eq!(Own::SessionExpired.entry(), "own entry");
    assert_eq!(Own::SessionExpired.meaning(), "own meaning");
    assert!(Own::SessionExpired.reconnect());
    assert_eq!(Own::SessionExpired.to_string(), "own text");
    assert_eq!(Own::try_from(5), Err("no 5".to_owned()));
    assert_eq!(u16::from(Own::Fatal(4101)), 4101);
    assert_eq!(<Own as CloseCodeRange>::entry(Own::SessionExpired).meaning(), "Session Expired");
}

/// Each trait for one of the two numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
#[close_code(skip(TryFrom<u16>, From<u16>))]
enum Half {
    #[close_code(4001)]
    SessionExpired,
}

impl From<Half> for u16 {
    fn from(_: Half) -> Self {
        1
    }
}

#[test]
fn a_trait_is_left_out_for_one_type_alone() {
    assert_eq!(Half::try_from(CloseCode::new(4001)), Ok(Half::SessionExpired));
    assert_eq!(CloseCode::from(Half::SessionExpired), CloseCode::new(4001));
    assert_eq!(u16::from(Half::SessionExpired), 1);
}

/// The methods of the trait, which a use of the trait brings into scope, have the enum's own before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
enum Methods {
    #[close_code(4001)]
    SessionExpired,
}

impl Methods {
    fn name(&self) -> u8 {
        *self as u8 + 1
    }

    fn label(&self) -> u8 {
        *self as u8 + 2
    }

    fn frame(&self) -> u8 {
        *self as u8 + 3
    }

    fn try_frame(self) -> u8 {
        self as u8 + 4
    }
}

#[test]
fn the_methods_of_an_enum_win() {
    let close = Methods::SessionExpired;
    assert_eq!((close.name(), close.label(), close.frame(), close.try_frame()), (1, 2, 3, 4));
    assert_eq!(CloseCodeRange::name(&close), "SessionExpired");
    assert_eq!(CloseCodeRange::label(&close), "Session Expired");
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange, thiserror::Error)]
#[close_code(skip(Display))]
enum Thiserror {
    #[error("the session is over ({})", self.code().get())]
    #[close_code(4001)]
    SessionExpired,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange, strum::Display, strum::EnumString)]
#[close_code(skip(Display))]
enum Strum {
    #[strum(serialize = "session-expired")]
    #[close_code(4001)]
    SessionExpired,
}

#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    CloseCodeRange,
    num_enum::IntoPrimitive,
    num_enum::TryFromPrimitive,
    serde_repr::Deserialize_repr,
    serde_repr::Serialize_repr,
    num_derive::FromPrimitive,
)]
#[close_code(skip(From<u16>, TryFrom<u16>))]
#[repr(u16)]
enum Numbers {
    SessionExpired = 4001,
    Banned,
}

#[derive(
    Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange, serde::Deserialize, serde::Serialize,
)]
#[serde(try_from = "u16", into = "u16")]
enum Serde {
    #[close_code(4001)]
    SessionExpired,
    #[close_code(rest)]
    Other(u16),
}

#[test]
fn other_derives_do_what_is_left_out() {
    use num_traits::FromPrimitive as _;

    assert_eq!(Thiserror::SessionExpired.to_string(), "the session is over (4001)");
    assert_eq!(Strum::SessionExpired.to_string(), "session-expired");
    assert_eq!("session-expired".parse(), Ok(Strum::SessionExpired));
    assert_eq!(u16::from(Numbers::Banned), 4002);
    assert_eq!(Numbers::try_from(4001_u16).ok(), Some(Numbers::SessionExpired));
    assert_eq!(Numbers::from_u16(4002), Some(Numbers::Banned));
    assert_eq!(Numbers::from_code(CloseCode::new(4002)), Some(Numbers::Banned));
    assert_eq!(serde_json::to_string(&Numbers::Banned).ok().as_deref(), Some("4002"));
    assert_eq!(serde_json::from_str::<Numbers>("4001").ok(), Some(Numbers::SessionExpired));
    assert_eq!(serde_json::to_string(&Serde::Other(4711)).ok().as_deref(), Some("4711"));
    assert_eq!(serde_json::from_str::<Serde>("4001").ok(), Some(Serde::SessionExpired));
    let error = serde_json::from_str::<Serde>("1000").map_err(|error| error.to_string());
    assert_eq!(error, Err("Serde has no variant for close code 1000".to_owned()));
}

/// A project's own error.
#[derive(Debug, PartialEq)]
struct Failure<T>(u16, T);

impl From<UnknownCode> for Failure<Option<u8>> {
    fn from(error: UnknownCode) -> Self {
        Self(error.code().get(), None)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
#[close_code(error = Failure<Option<u8>>, range = 4000..=4999)]
enum WithError {
    #[close_code(4001)]
    SessionExpired,
}

#[test]
fn an_enum_has_the_error_of_its_project() {
    assert_eq!(WithError::try_from(4001), Ok(WithError::SessionExpired));
    assert_eq!(WithError::try_from(5), Err(Failure(5, None)));
    assert_eq!(WithError::try_from(CloseCode::new(5)), Err(Failure(5, None)));
}

/// All codes, in an enum that is itself named so, with numbers as payloads.
mod total {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, close_code::CloseCodeRange)]
    #[close_code(range = 0..=65535, total)]
    pub(super) enum CloseCode {
        #[close_code(1000)]
        Normal,
        #[close_code(1006, local)]
        Lost,
        #[close_code(3000..=4999)]
        Application(close_code::CloseCode),
        #[close_code(rest)]
        Other(core::primitive::u16),
    }
}

#[test]
fn a_total_enum_over_all_codes_has_from() {
    for number in 0..=u16::MAX {
        let close: total::CloseCode = number.into();
        assert_eq!(u16::from(close), number);
        assert_eq!(total::CloseCode::from(CloseCode::new(number)), close);
    }
    assert_eq!(total::CloseCode::from(1000), total::CloseCode::Normal);
    assert_eq!(total::CloseCode::from(1001), total::CloseCode::Other(1001));
}

/// A code that is what every other code becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
enum Fallback {
    #[close_code(4001)]
    SessionExpired,
    #[close_code(4000, rest, reconnect = "backoff")]
    Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
#[close_code(range = 4000..=4009, total)]
enum ComputedFallback {
    #[close_code(4001)]
    SessionExpired,
    #[close_code(UNKNOWN, rest)]
    Unknown,
}
const UNKNOWN: u16 = 4000;

#[test]
fn a_variant_may_be_a_code_and_the_rest() {
    for code in 4000..=4999 {
        let expected = if code == 4001 { Fallback::SessionExpired } else { Fallback::Unknown };
        assert_eq!(Fallback::try_from(code), Ok(expected), "{code}");
    }
    assert!(Fallback::try_from(5000).is_err());
    assert_eq!(Fallback::Unknown.code(), CloseCode::new(4000));
    assert_eq!(format!("{:#}", Fallback::Unknown), "4000 Unknown");
    assert_eq!(Fallback::Unknown.reconnect(), Reconnect::Backoff);
    assert_eq!(Fallback::TABLE.len(), 2);
    assert!(Fallback::Unknown.entry().is_single());
    for code in 4000..=4009 {
        let found = ComputedFallback::try_from(code).map(u16::from);
        assert_eq!(found, Ok(if code == 4001 { 4001 } else { 4000 }));
    }
}

/// Texts of the author's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
enum Extra {
    #[close_code(4001, extra(resume = "yes", r#type = "auth"))]
    SessionExpired,
    #[close_code(4002)]
    Banned,
}

#[test]
fn a_variant_has_texts_of_its_own() {
    let entry = Extra::SessionExpired.entry();
    assert_eq!((entry.extra("resume"), entry.extra("type")), (Some("yes"), Some("auth")));
    assert_eq!((entry.extra("Resume"), Extra::Banned.entry().extra("resume")), (None, None));
}

/// On registered codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
#[close_code(range = 1000..=4999)]
enum Registered {
    #[close_code(1000)]
    Done,
    Restart = 1012,
    #[close_code(1013, meaning = "Busy", reconnect = "immediately")]
    Busy,
    #[close_code(3000)]
    Unauthorized,
    #[close_code(3008, reassigned)]
    RoomIsFull,
    #[close_code(RESTART)]
    Computed,
}
const RESTART: u16 = 1011;

#[test]
fn a_registered_code_says_what_the_variant_does_not() {
    use close_code::CloseKind;

    let (own, registered) = (Registered::Restart.entry(), CloseKind::ServiceRestart.entry());
    assert_eq!((own.name(), own.meaning()), ("Restart", registered.meaning()));
    assert_eq!(own.description(), registered.description());
    assert_eq!(
        (own.reconnect(), own.reference()),
        (registered.reconnect(), registered.reference())
    );
    assert!(matches!(own.reconnect(), Reconnect::After { .. }));
    assert_eq!(Registered::Done.to_string(), "Normal Closure");
    let busy = Registered::Busy.entry();
    assert_eq!((busy.meaning(), busy.label()), ("Busy", "Busy"));
    assert_eq!(busy.reconnect(), Reconnect::Immediately);
    assert!(!busy.description().is_empty());
    for close in [Registered::RoomIsFull, Registered::Computed] {
        let entry = close.entry();
        assert_eq!((entry.description(), entry.reconnect()), ("", Reconnect::Unspecified));
        assert!(entry.reference().is_empty());
    }
}

/// Only codes that may be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
#[close_code(range = 1000..=4999)]
enum Sendable {
    #[close_code(1000)]
    Done,
    #[close_code(RESTART)]
    Failed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
#[close_code(range = 1000..=4999)]
enum Carrying {
    #[close_code(1000..=2999, local)]
    Other(u16),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
#[close_code(range = 1000..=4999)]
enum Reported {
    #[close_code(1006, local)]
    Lost,
    #[close_code(1001)]
    Away,
}

#[test]
fn what_may_be_sent_becomes_a_frame() {
    fn sends<C: Into<WireCode>>(close: C) -> u16 {
        close.into().get()
    }
    let reason = Reason::truncated("bye");
    assert_eq!((sends(Sendable::Done), sends(Sendable::Failed)), (1000, 1011));
    let frame = Sendable::Failed.frame(reason);
    assert_eq!((frame.code().get(), frame.reason().as_str()), (1011, "bye"));

    let lost: Result<WireCode, UnsendableCode> = Reported::Lost.try_into();
    assert_eq!(lost.map_err(|error| error.code().get()), Err(1006));
    assert_eq!(Reported::Away.try_frame(reason).map(|frame| frame.code().get()), Ok(1001));
}

#[test]
fn a_carried_code_that_may_not_be_sent_never_becomes_a_wire_code() {
    for number in 0..=u16::MAX {
        let code: Result<WireCode, UnsendableCode> = Carrying::Other(number).try_into();
        assert_eq!(code.is_ok(), CloseCode::new(number).is_valid_on_wire(), "{number}");
        assert_eq!(Carrying::Other(number).try_frame(Reason::EMPTY).is_ok(), code.is_ok());
    }
}
