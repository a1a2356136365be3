//! What [`CloseCodeRange`] does of itself, and the error of a conversion.

use std::ops::RangeInclusive;

use close_code::{CloseCode, CloseCodeRange, CloseKind, Entry};

/// An enum of a crate that has only what the trait asks for.
#[derive(Clone, Copy)]
struct Kind(CloseKind);

impl CloseCodeRange for Kind {
    const TABLE: &'static [Entry] = CloseKind::TABLE;
    const RANGE: RangeInclusive<u16> = CloseKind::RANGE;

    fn from_code(code: CloseCode) -> Option<Self> {
        CloseKind::from_code(code).map(Self)
    }

    fn entry(self) -> &'static Entry {
        self.0.entry()
    }
}

#[test]
fn names_and_labels_come_from_the_row() {
    for code in 0..=u16::MAX {
        let code = CloseCode::new(code);
        let kind = Kind::from_code(code).expect("the built-in table has every code");
        assert_eq!((kind.name(), kind.label()), (kind.0.name(), kind.0.label()), "{code}");
        assert_eq!(kind.name(), code.entry().name(), "{code}");
    }
}

#[cfg(feature = "derive")]
#[test]
fn a_code_without_a_variant_is_an_error_that_names_the_enum() {
    #[derive(Clone, Copy, Debug, PartialEq, CloseCodeRange)]
    #[allow(non_camel_case_types)]
    enum r#struct {
        #[close_code(4001)]
        A,
    }
    for code in 0..=u16::MAX {
        let expected = (code == 4001).then_some(r#struct::A);
        assert_eq!(r#struct::from_code(CloseCode::new(code)), expected, "{code}");
    }
    let error = r#struct::try_from(4002).unwrap_err();
    assert_eq!(error.to_string(), "struct has no variant for close code 4002");
    assert_eq!(error.code(), 4002);
}
