//! Every function that takes a code, over all 65,536, against an oracle written by hand.

mod oracle;

use std::collections::HashSet;
use std::fmt::Write as _;
use std::time::Duration;

use close_code::{CloseClass, CloseCode, CloseCodeRange, CloseKind, Reconnect, Role};

fn codes() -> impl Iterator<Item = CloseCode> {
    (0..=u16::MAX).map(CloseCode::new)
}

#[test]
fn kind_class_and_predicates() {
    for (code, expected) in codes().zip(oracle::all()) {
        let entry = code.entry();
        assert_eq!(entry.name(), expected.name, "{code}");
        assert_eq!(format!("{:?}", code.kind()), expected.name, "{code}");
        assert_eq!(entry.is_single(), expected.single, "{code}");
        assert_eq!(code.class(), expected.class, "{code}");
        assert_eq!(code.kind().class(), expected.class, "{code}");
        assert_eq!(entry.class(), Some(format!("{:?}", expected.class).as_str()), "{code}");
        assert_eq!(code.is_valid_on_wire(), expected.wire, "{code}");
        assert_eq!(code.is_local_only(), expected.local, "{code}");
        assert_eq!(code.is_settable_by_script(), expected.script, "{code}");
        assert_eq!(code.is_sendable_by(Role::Client), expected.client, "{code}");
        assert_eq!(code.is_sendable_by(Role::Server), expected.server, "{code}");
    }
}

#[test]
fn the_row_says_what_the_functions_say() {
    for code in codes() {
        let entry = code.entry();
        assert!(entry.contains(code), "{code}");
        assert_eq!(entry.is_valid_on_wire(), code.is_valid_on_wire(), "{code}");
        assert_eq!(entry.is_local_only(), code.is_local_only(), "{code}");
        assert_eq!(entry.is_settable_by_script(), code.is_settable_by_script(), "{code}");
        for role in [Role::Client, Role::Server] {
            let sendable = entry.is_valid_on_wire() && entry.sender().includes(role);
            assert_eq!(code.is_sendable_by(role), sendable, "{code}");
        }
        assert_eq!(entry.meaning(), code.meaning(), "{code}");
        assert_eq!(entry.reconnect(), code.reconnect(), "{code}");
        assert_eq!(CloseKind::from_code(code), Some(code.kind()), "{code}");
        assert_eq!(CloseKind::from(code), code.kind());
        assert_eq!(CloseKind::from(code.get()), code.kind());
        assert!(std::ptr::eq(entry, code.kind().entry()), "{code}");
    }
}

#[test]
fn the_lookup_agrees_with_the_match_that_rustc_proves_total() {
    for code in codes() {
        assert_eq!(
            code.kind(),
            CloseKind::from_code(code).expect("every code has a kind"),
            "{code}"
        );
    }
}

#[test]
fn numbers_round_trip() {
    assert_eq!(size_of::<CloseCode>(), 2);
    let mut seen = HashSet::new();
    for number in 0..=u16::MAX {
        let code = CloseCode::from(number);
        assert_eq!(u16::from(code), number);
        assert_eq!(code.get(), number);
        assert_eq!(code, number);
        assert_eq!(number, code);
        assert_ne!(code, number ^ 1);
        assert_ne!(number ^ 1, code);
        assert_eq!(code.cmp(&CloseCode::new(1000)), number.cmp(&1000));
        assert_eq!(number.to_string().parse(), Ok(code));
        assert!(seen.insert(code), "{code} has two spellings");
    }
}

#[test]
fn display_shows_the_number_and_the_label() {
    for code in codes() {
        let entry = code.entry();
        let text = code.to_string();
        assert_eq!(text, format!("{} {}", code.get(), entry.label()));
        assert_eq!(text.parse(), Ok(code), "what Display writes can be read again");
        if entry.is_single() {
            assert_eq!(format!("{:#}", code.kind()), entry.label());
        }
        assert_eq!(code.kind().to_string(), entry.label());
    }
}

#[test]
fn display_honours_width_fill_and_alignment() {
    for code in codes() {
        let text = code.to_string();
        assert_eq!(format!("{code:48}"), format!("{text:48}"));
        assert_eq!(format!("{code:*>48}"), format!("{text:*>48}"));
        assert_eq!(format!("{code:-^47}"), format!("{text:-^47}"));
        assert_eq!(format!("{code:3}"), text);
    }
}

#[test]
fn a_row_shows_its_codes_for_debugging() {
    let row = format!("{:?}", CloseCode::new(4001).entry());
    assert!(row.starts_with("Entry { codes: [4000..=4999], name: \"PrivateUse\""), "{row}");
}

#[test]
fn advice_is_shown_in_words() {
    let after = Reconnect::After { min: Duration::from_secs(5), max: Duration::from_secs(30) };
    for (advice, shown) in [
        (Reconnect::Unspecified, "not specified"),
        (Reconnect::Never, "do not reconnect"),
        (Reconnect::AfterChange, "reconnect only after a change"),
        (Reconnect::Immediately, "reconnect at once"),
        (Reconnect::Backoff, "reconnect with backoff"),
        (after, "reconnect after 5 to 30 seconds, at random"),
    ] {
        assert_eq!(advice.to_string(), shown);
    }
    assert_eq!(format!("{:>16}", Reconnect::Never), "do not reconnect");
    assert_eq!(format!("{:-<18}", Reconnect::Never), "do not reconnect--");
}

#[test]
fn debug_names_the_constant() {
    for code in codes() {
        let expected = match code.entry() {
            entry if entry.is_single() => format!("CloseCode::{}", entry.constant()),
            _ => format!("CloseCode({})", code.get()),
        };
        assert_eq!(format!("{code:?}"), expected);
    }
}

#[test]
fn the_rows_are_those_of_the_table() {
    let rows = oracle::rows();
    let singles: Vec<_> = CloseKind::TABLE.iter().filter(|entry| entry.is_single()).collect();
    assert_eq!(singles.len(), rows.len());
    for (entry, row) in singles.iter().zip(&rows) {
        assert_eq!(entry.first(), row.code);
        assert_eq!(entry.name(), row.name);
        if let Some(meaning) = &row.meaning {
            assert_eq!(entry.meaning(), meaning);
            assert_eq!(entry.label(), row.label.as_deref().unwrap_or(meaning));
        }
        assert!(!entry.description().is_empty(), "{}", row.code);
    }
    let ranges = CloseKind::TABLE.iter().filter(|entry| !entry.is_single());
    assert_eq!(ranges.count(), 5, "RFC 6455 divides the numbers once and for all");
    assert_eq!(CloseKind::RANGE, 0..=u16::MAX);
    assert!(
        CloseKind::TABLE.is_sorted_by_key(|entry| (entry.first(), u16::MAX - entry.last().get()))
    );
}

#[test]
fn the_registry_says_the_same() {
    let registry = include_str!("../fixtures/registry.csv");
    let mut compared = 0;
    for line in registry.lines().filter(|line| !line.starts_with('#')) {
        let (codes, meaning) = line.split_once(',').expect("two columns");
        let first = codes.split('-').next().and_then(|code| code.parse().ok()).expect("a code");
        assert_eq!(CloseCode::new(first).meaning(), meaning, "{codes}");
        assert_eq!(CloseCode::new(first).entry().is_single(), !codes.contains('-'), "{codes}");
        compared += 1;
    }
    assert!(compared >= 20, "{compared} of the registry's rows");
}

#[test]
fn every_constant_is_its_code() {
    // A pattern, so that each is known to serve as one.
    let name = |code| match code {
        CloseCode::NORMAL_CLOSURE => "NormalClosure",
        CloseCode::GOING_AWAY => "GoingAway",
        CloseCode::PROTOCOL_ERROR => "ProtocolError",
        CloseCode::UNSUPPORTED_DATA => "UnsupportedData",
        CloseCode::RESERVED => "Reserved",
        CloseCode::NO_STATUS_RECEIVED => "NoStatusReceived",
        CloseCode::ABNORMAL_CLOSURE => "AbnormalClosure",
        CloseCode::INVALID_PAYLOAD => "InvalidPayload",
        CloseCode::POLICY_VIOLATION => "PolicyViolation",
        CloseCode::MESSAGE_TOO_BIG => "MessageTooBig",
        CloseCode::MANDATORY_EXTENSION => "MandatoryExtension",
        CloseCode::INTERNAL_ERROR => "InternalError",
        CloseCode::SERVICE_RESTART => "ServiceRestart",
        CloseCode::TRY_AGAIN_LATER => "TryAgainLater",
        CloseCode::BAD_GATEWAY => "BadGateway",
        CloseCode::TLS_HANDSHAKE => "TlsHandshake",
        CloseCode::UNAUTHORIZED => "Unauthorized",
        CloseCode::FORBIDDEN => "Forbidden",
        CloseCode::TIMEOUT => "Timeout",
        _ => "",
    };
    for (number, expected) in oracle::NAMED {
        assert_eq!(name(CloseCode::new(number)), expected);
    }
}

#[test]
fn classes_display_their_names() {
    let mut text = String::new();
    for class in [CloseClass::Protocol, CloseClass::PrivateUse] {
        write!(text, "{class:>12}|").expect("a String takes everything");
    }
    assert_eq!(text, "    Protocol| Private Use|");
}

const _: () = {
    // Where a constant needs an answer, there is one.
    const CODE: CloseCode = CloseCode::new(1006);
    assert!(matches!(CODE.kind(), CloseKind::AbnormalClosure));
    assert!(matches!(CODE.class(), CloseClass::Protocol));
    assert!(!CODE.is_valid_on_wire() && CODE.is_local_only() && !CODE.is_settable_by_script());
    assert!(!CODE.is_sendable_by(Role::Server));
    assert!(CODE.entry().is_single() && CODE.get() == 1006);
    assert!(!CODE.meaning().is_empty());
};

#[test]
fn wider_numbers_are_codes_where_they_fit() {
    for code in codes() {
        let number = code.get();
        assert_eq!(CloseCode::try_from(u32::from(number)), Ok(code));
        assert_eq!(CloseCode::try_from(i32::from(number)), Ok(code));
        assert_eq!(CloseCode::try_from(i64::from(number)), Ok(code));
    }
    for number in [-1_i64, 65_536, i64::MAX, i64::MIN] {
        assert!(CloseCode::try_from(number).is_err(), "{number}");
    }
    assert!(CloseCode::try_from(65_536_u32).is_err());
    assert!(CloseCode::try_from(-1_i32).is_err());
}
