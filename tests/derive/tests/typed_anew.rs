//! The enums of real projects with the derive, compared over all 65,536 codes with what those types do. What
//! the first attempt at each is told is in `ui/typed_anew.rs`.

#![allow(clippy::enum_variant_names, reason = "the names are the projects' own")]

use close_code::{CloseCode, CloseCodeRange};

/// tungstenite 0.30 and fastwebsockets 0.10, whose enums are the same.
mod peers {
    use super::CloseCodeRange;

    #[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
    #[close_code(range = 0..=65535, total)]
    pub(super) enum CloseCode {
        #[close_code(1000)]
        Normal,
        #[close_code(1001)]
        Away,
        #[close_code(1002)]
        Protocol,
        #[close_code(1003)]
        Unsupported,
        #[close_code(1005, local)]
        Status,
        #[close_code(1006, local)]
        Abnormal,
        #[close_code(1007)]
        Invalid,
        #[close_code(1008)]
        Policy,
        #[close_code(1009)]
        Size,
        #[close_code(1010)]
        Extension,
        #[close_code(1011)]
        Error,
        #[close_code(1012)]
        Restart,
        #[close_code(1013)]
        Again,
        #[close_code(1015, local)]
        Tls,
        #[close_code(1016..=2999, local)]
        Reserved(u16),
        #[close_code(3000..=3999)]
        Iana(u16),
        #[close_code(4000..=4999)]
        Library(u16),
        #[close_code(rest)]
        Bad(u16),
    }
}

#[test]
fn tungstenite_and_fastwebsockets() {
    use tungstenite::protocol::frame::coding::CloseCode as Tungstenite;

    for number in 0..=u16::MAX {
        let own = peers::CloseCode::from(number);
        assert_eq!(format!("{own:?}"), format!("{:?}", Tungstenite::from(number)), "{number}");
        let other = fastwebsockets::CloseCode::from(number);
        assert_eq!(format!("{own:?}"), format!("{other:?}"), "{number}");
        assert_eq!(u16::from(own), number);
    }
}

/// wtx 0.52: as those, but 1004, 1014 and what lies outside of 1000 to 4999 is an error.
mod wtx {
    use super::CloseCodeRange;

    #[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
    #[close_code(range = 1000..=4999)]
    pub(super) enum CloseCode {
        #[close_code(1000)]
        Normal,
        #[close_code(1001)]
        Away,
        #[close_code(1002)]
        Protocol,
        #[close_code(1003)]
        Unsupported,
        #[close_code(1005, local)]
        Status,
        #[close_code(1006, local)]
        Abnormal,
        #[close_code(1007)]
        Invalid,
        #[close_code(1008)]
        Policy,
        #[close_code(1009)]
        Size,
        #[close_code(1010)]
        Extension,
        #[close_code(1011)]
        Error,
        #[close_code(1012)]
        Restart,
        #[close_code(1013)]
        Again,
        #[close_code(1015, local)]
        Tls,
        #[close_code(1016..=2999, local)]
        Reserved(u16),
        #[close_code(3000..=3999)]
        Iana(u16),
        #[close_code(4000..=4999)]
        Library(u16),
    }
}

#[test]
fn wtx_refuses_what_tungstenite_calls_bad() {
    for number in 0..=u16::MAX {
        let expected = match peers::CloseCode::from(number) {
            peers::CloseCode::Bad(_) => None,
            other => Some(format!("{other:?}")),
        };
        let found = wtx::CloseCode::try_from(number).ok();
        assert_eq!(found.map(|close| format!("{close:?}")), expected, "{number}");
        assert!(found.is_none_or(|close| u16::from(close) == number));
    }
}

/// twilight-model, the gateway: with `serde_repr`, and a `Display` by hand.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    CloseCodeRange,
    serde_repr::Deserialize_repr,
    serde_repr::Serialize_repr,
)]
#[close_code(skip(Display))]
#[non_exhaustive]
#[repr(u16)]
enum Gateway {
    #[close_code(reconnect = "backoff")]
    UnknownError = 4000,
    #[close_code(reconnect = "backoff")]
    UnknownOpcode,
    #[close_code(reconnect = "backoff")]
    DecodeError,
    #[close_code(reconnect = "backoff")]
    NotAuthenticated,
    #[close_code(reconnect = "never")]
    AuthenticationFailed,
    #[close_code(reconnect = "backoff")]
    AlreadyAuthenticated,
    #[close_code(reconnect = "backoff")]
    InvalidSequence = 4007,
    #[close_code(reconnect = "backoff")]
    RateLimited,
    #[close_code(reconnect = "backoff")]
    SessionTimedOut,
    #[close_code(reconnect = "never")]
    InvalidShard,
    #[close_code(reconnect = "never")]
    ShardingRequired,
    #[close_code(reconnect = "never")]
    InvalidApiVersion,
    #[close_code(reconnect = "never")]
    InvalidIntents,
    #[close_code(reconnect = "never")]
    DisallowedIntents,
}

impl core::fmt::Display for Gateway {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.meaning())
    }
}

/// twilight-model, voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
#[repr(u16)]
enum Voice {
    UnknownOpcode = 4001,
    DecodeError,
    NotAuthenticated,
    AuthenticationFailed,
    AlreadyAuthenticated,
    SessionNoLongerValid,
    SessionTimedOut = 4009,
    ServerNotFound = 4011,
    UnknownProtocol,
    Disconnected = 4014,
    VoiceServerCrashed,
    UnknownEncryptionMode,
}

/// libsignal, contact discovery: `derive_more::TryFrom` and `strum::IntoStaticStr`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange, strum::IntoStaticStr)]
#[close_code(skip(Display))]
#[repr(u16)]
enum Cdsi {
    InvalidArgument = 4003,
    RateLimitExceeded = 4008,
    ServerInternalError = 4013,
    ServerUnavailable = 4014,
    InvalidToken = 4101,
}

/// Compares an enum with the codes and names of a type, whose numbers are its discriminants.
fn compare<C>(expected: &[(u16, &str)])
where
    C: CloseCodeRange + core::fmt::Debug + Into<u16> + TryFrom<u16>,
{
    for number in 0..=u16::MAX {
        let name = expected.iter().find(|(code, _)| *code == number).map(|(_, name)| *name);
        let found = C::from_code(CloseCode::new(number));
        assert_eq!(found.map(|close| format!("{close:?}")).as_deref(), name, "{number}");
        assert_eq!(C::try_from(number).is_ok(), name.is_some());
        assert!(found.is_none_or(|close| close.into() == number));
    }
}

#[test]
fn twilight_gateway() {
    let codes = [
        (4000, "UnknownError"),
        (4001, "UnknownOpcode"),
        (4002, "DecodeError"),
        (4003, "NotAuthenticated"),
        (4004, "AuthenticationFailed"),
        (4005, "AlreadyAuthenticated"),
        (4007, "InvalidSequence"),
        (4008, "RateLimited"),
        (4009, "SessionTimedOut"),
        (4010, "InvalidShard"),
        (4011, "ShardingRequired"),
        (4012, "InvalidApiVersion"),
        (4013, "InvalidIntents"),
        (4014, "DisallowedIntents"),
    ];
    compare::<Gateway>(&codes);
    let fatal = [4004, 4010, 4011, 4012, 4013, 4014];
    for (code, _) in codes {
        let close = Gateway::try_from(code).expect("a code of the gateway");
        let reconnects = close.reconnect() != close_code::Reconnect::Never;
        assert_eq!(reconnects, !fatal.contains(&code), "{close:?}");
        assert_eq!(serde_json::to_string(&close).ok(), Some(code.to_string()));
    }
    assert_eq!(Gateway::InvalidApiVersion.to_string(), "Invalid Api Version");
}

#[test]
fn twilight_voice() {
    compare::<Voice>(&[
        (4001, "UnknownOpcode"),
        (4002, "DecodeError"),
        (4003, "NotAuthenticated"),
        (4004, "AuthenticationFailed"),
        (4005, "AlreadyAuthenticated"),
        (4006, "SessionNoLongerValid"),
        (4009, "SessionTimedOut"),
        (4011, "ServerNotFound"),
        (4012, "UnknownProtocol"),
        (4014, "Disconnected"),
        (4015, "VoiceServerCrashed"),
        (4016, "UnknownEncryptionMode"),
    ]);
}

#[test]
fn libsignal_contact_discovery() {
    compare::<Cdsi>(&[
        (4003, "InvalidArgument"),
        (4008, "RateLimitExceeded"),
        (4013, "ServerInternalError"),
        (4014, "ServerUnavailable"),
        (4101, "InvalidToken"),
    ]);
    let name: &'static str = Cdsi::ServerUnavailable.into();
    assert_eq!(name, "ServerUnavailable");
}
