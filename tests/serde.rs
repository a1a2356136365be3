//! A close code serializes as its number.
#![cfg(feature = "serde")]

use close_code::CloseCode;

#[test]
fn every_code_is_its_number() {
    for number in 0..=u16::MAX {
        let json = serde_json::to_string(&CloseCode::new(number)).expect("a number serializes");
        assert_eq!(json, number.to_string());
        assert_eq!(serde_json::from_str::<CloseCode>(&json).ok(), Some(CloseCode::new(number)));
    }
}

#[test]
fn in_toml_too() {
    #[derive(Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    struct Closed {
        code: CloseCode,
    }
    let closed: Closed = toml::from_str("code = 1006").expect("a code");
    assert_eq!(closed, Closed { code: CloseCode::ABNORMAL_CLOSURE });
}

#[test]
fn what_is_no_code_is_an_error_of_the_format() {
    for (json, part) in [
        ("65536", "integer `65536`, expected a close code, a number from 0 to 65535"),
        ("-1", "integer `-1`"),
        ("1000.0", "floating point"),
        ("\"1006\"", "string \"1006\""),
        ("null", "null"),
    ] {
        let error = serde_json::from_str::<CloseCode>(json).expect_err(json).to_string();
        assert!(error.contains(part), "{json}: {error}");
    }
}
