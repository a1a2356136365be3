//! An enum whose surroundings use every name that generated code might rely on, and have no prelude.
#![no_implicit_prelude]
#![allow(
    dead_code,
    non_camel_case_types,
    non_upper_case_globals,
    unused_imports,
    unused_macros,
    clippy::upper_case_acronyms,
    reason = "these names are the test"
)]

/// Types and modules by the names of primitives, of core's and of the runtime crate's.
mod types {
    pub(super) struct u16;
    pub(super) struct i64;
    pub(super) struct usize;
    pub(super) struct str;
    pub(super) struct bool;
    pub(super) struct Option;
    pub(super) struct Result;
    pub(super) struct Entry;
    pub(super) struct Reconnect;
    pub(super) struct Sender;
    pub(super) struct UnknownCode;
    pub(super) mod core {}
    pub(super) mod std {}
    pub(super) mod close_code {}
}
use types::*;

/// Constants, which a pattern of the same name would compare with, and functions.
mod values {
    pub(super) const Some: () = ();
    pub(super) const None: () = ();
    pub(super) const Ok: () = ();
    pub(super) const Err: () = ();
    pub(super) const FIRST: () = ();
    pub(super) const TABLE: () = ();
    pub(super) const INDEX: () = ();
    pub(super) const code: () = ();
    pub(super) const value: () = ();
    pub(super) const other: () = ();
    pub(super) const f: () = ();
    pub(super) fn from_code() {}
    pub(super) fn entry() {}
    pub(super) const __inner: () = ();
    pub(super) fn the_other_place() {}
    pub(super) mod __close_code_check {
        pub(crate) const BASE: ::core::primitive::u16 = 4001;
    }
}
use values::*;

/// Methods of everything, by the names of methods that generated code might call.
mod methods {
    macro_rules! methods {
        ($($name:ident)*) => {
            pub(super) trait ByValue: ::core::marker::Sized { $(fn $name(self) {})* }
            impl<T> ByValue for T {}
            pub(super) trait ByReference { $(fn $name(&self) {})* }
            impl<T: ?::core::marker::Sized> ByReference for T {}
        };
    }
    methods!(
        len get code class entry alternate pad write_str debug_tuple field finish expect unwrap with_reason
        name label meaning reconnect index fmt close_code close_reason
    );
}
use methods::{ByReference as _, ByValue as _};

macro_rules! assert {
    () => {};
}
macro_rules! panic {
    () => {};
}
macro_rules! matches {
    () => {};
}

#[derive(
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::fmt::Debug,
    ::core::marker::Copy,
    ::close_code::CloseCodeRange,
)]
#[close_code(range = 1000..=4999)]
enum Variants {
    #[close_code(4001)]
    Some,
    #[close_code(4002)]
    None,
    #[close_code(4003)]
    Ok,
    #[close_code(4004)]
    Err,
    #[close_code(4005)]
    Self_,
    #[close_code(4006..=4007)]
    CloseCode(::close_code::CloseCode),
    #[close_code(4008)]
    Error,
    #[close_code(4009)]
    Result,
    #[close_code(4010)]
    Option,
    #[close_code(4011)]
    r#type,
    #[close_code(4012)]
    u16,
    #[close_code(4013, deprecated = "gone", reconnect = { after = [1, 2] }, sender = "client")]
    __CLOSE_CODE_ROWS,
    #[close_code(4014)]
    code,
    #[close_code(4015)]
    from_code,
    #[close_code(4016)]
    entry,
    #[close_code(1000)]
    NormalClosure,
    #[close_code(rest)]
    Rest(::close_code::CloseCode),
}

/// The same with codes that only the compiler knows, and a name that takes an `r#`.
mod computed {
    pub(super) const BASE: ::core::primitive::u16 = 4000;

    #[derive(
        ::core::clone::Clone,
        ::core::cmp::PartialEq,
        ::core::fmt::Debug,
        ::core::marker::Copy,
        ::close_code::CloseCodeRange,
    )]
    #[close_code(total)]
    pub(super) enum r#enum {
        #[close_code(BASE + 2)]
        r#fn,
        #[close_code(BASE + 1)]
        value,
        #[close_code(rest)]
        other,
    }
}

#[::core::prelude::v1::test]
fn what_is_derived_does_not_depend_on_names_in_scope() {
    use ::close_code::CloseCodeRange as Trait;
    use ::core::option::Option::Some as Just;
    use ::core::{assert_eq, convert::TryFrom};
    use ::std::string::ToString;

    let find = |number| <Variants as Trait>::from_code(::close_code::CloseCode::new(number));
    let expected = [
        (4001, Variants::Some, "Some"),
        (4002, Variants::None, "None"),
        (4003, Variants::Ok, "Ok"),
        (4004, Variants::Err, "Err"),
        (4005, Variants::Self_, "Self_"),
        (4008, Variants::Error, "Error"),
        (4009, Variants::Result, "Result"),
        (4010, Variants::Option, "Option"),
        (4011, Variants::r#type, "type"),
        (4012, Variants::u16, "u16"),
        (4013, Variants::__CLOSE_CODE_ROWS, "__CLOSE_CODE_ROWS"),
        (4014, Variants::code, "code"),
        (4015, Variants::from_code, "from_code"),
        (4016, Variants::entry, "entry"),
        (1000, Variants::NormalClosure, "NormalClosure"),
    ];
    for (number, variant, name) in expected {
        assert_eq!(find(number), Just(variant));
        assert_eq!(variant.entry().name(), name);
        assert_eq!(variant.code().get(), number);
    }
    let carried = Variants::CloseCode(::close_code::CloseCode::new(4007));
    assert_eq!(find(4007), Just(carried));
    assert_eq!(carried.code().get(), 4007);

    assert_eq!(computed::r#enum::r#fn.to_string(), "fn");
    assert_eq!(computed::r#enum::value.entry().first().get(), 4001);
    let error = Variants::try_from(999).map_err(|error| error.to_string());
    assert_eq!(
        error,
        ::core::result::Result::Err("Variants has no variant for close code 999".to_string())
    );
    let error = <computed::r#enum as TryFrom<::core::primitive::u16>>::try_from(5000);
    assert_eq!(
        error.map_err(|error| error.to_string()),
        ::core::result::Result::Err("enum has no variant for close code 5000".to_string())
    );
}

/// Constants by the names that the runtime crate's macro gives to its own, all of them codes.
mod codes {
    use ::core::primitive::u16;

    pub(super) const ROWS: u16 = 4001;
    pub(super) const NAMES: u16 = 4002;
    pub(super) const LABELS: u16 = 4003;
    pub(super) const MEANINGS: u16 = 4004;
    pub(super) const RECONNECTS: u16 = 4005;
    pub(super) const COUNT: u16 = 4006;
    pub(super) const MEMO: u16 = 4007;
    pub(super) const NONE: u16 = 4008;
    pub(super) const CODES: u16 = 4009;
    pub(super) const SORTED: u16 = 4010;
    pub(super) const CODE: u16 = 4011;
    pub(super) const VALUE: u16 = 4012;
    pub(super) const this: u16 = 4013;
    pub(super) const code: u16 = 4014;
    pub(super) const f: u16 = 4015;
    pub(super) const row: u16 = 4016;
    pub(super) const find: u16 = 4017;
    pub(super) const number: u16 = 4018;
    pub(super) const by_match: u16 = 4019;
    pub(super) const memo: u16 = 4020;
    pub(super) const at: u16 = 4021;
    pub(super) const error: u16 = 4022;
    pub(super) const reason: u16 = 4023;
}

mod met {
    use super::codes::*;

    #[derive(
        ::core::clone::Clone,
        ::core::cmp::PartialEq,
        ::core::fmt::Debug,
        ::core::marker::Copy,
        ::close_code::CloseCodeRange,
    )]
    pub(super) enum Names {
        #[close_code(ROWS, NAMES, LABELS, MEANINGS, RECONNECTS, COUNT, MEMO, NONE, CODES)]
        Items(::core::primitive::u16),
        #[close_code(SORTED, CODE, VALUE, this, { code }, f, row, find, number, by_match)]
        Others(::close_code::CloseCode),
        #[close_code(memo, at, { error })]
        Locals(::close_code::CloseCode),
        #[close_code({ reason }, rest)]
        Reason,
    }

    /// The same names if all codes are literals.
    #[derive(
        ::core::clone::Clone,
        ::core::cmp::PartialEq,
        ::core::fmt::Debug,
        ::core::marker::Copy,
        ::close_code::CloseCodeRange,
    )]
    pub(super) enum Literal {
        #[close_code(4001)]
        ROWS,
        #[close_code(4002..=4003)]
        memo(::core::primitive::u16),
    }

    #[derive(::core::clone::Clone, ::core::marker::Copy, ::close_code::CloseCodeRange)]
    pub(super) enum __close_code_check {
        #[close_code(ROWS)]
        code,
    }

    #[derive(::core::fmt::Debug, ::close_code::CloseError)]
    pub(super) enum Error {
        #[close(Literal::ROWS.code(), reason = "rows")]
        ROWS,
        #[close(transparent)]
        __inner { code: Inner },
    }

    #[derive(::core::fmt::Debug, ::close_code::CloseError)]
    pub(super) enum Inner {
        #[close(1011, reason = "inner")]
        Only,
    }
}

#[::core::prelude::v1::test]
fn a_name_of_the_macro_is_a_name_of_the_users() {
    use ::close_code::CloseError as Trait;
    use ::core::{assert_eq, convert::TryFrom};

    for each in 4001..=4023 {
        let found = <met::Names as TryFrom<::core::primitive::u16>>::try_from(each);
        let number = found.map(<::core::primitive::u16 as ::core::convert::From<met::Names>>::from);
        assert_eq!(number, ::core::result::Result::Ok(each));
    }
    assert_eq!(met::Literal::ROWS.code().get(), 4001);
    assert_eq!(met::__close_code_check::code.code().get(), 4001);
    assert_eq!(Trait::close_code(&met::Error::ROWS).get(), 4001);
    let error = met::Error::__inner { code: met::Inner::Only };
    assert_eq!(Trait::close_reason(&error).as_str(), "inner");
}

/// Errors among the same names, one of whose variants has a name of the macro's.
#[derive(::core::fmt::Debug, ::close_code::CloseError)]
enum Errors {
    #[close(Variants::Some, reason = "")]
    __inner,
    #[close(::close_code::CloseCode::new(__close_code_check::BASE))]
    Computed,
    #[close(transparent)]
    Inner(Inner),
}

#[derive(::core::fmt::Debug, ::close_code::CloseError)]
enum Inner {
    #[close(1011, reason = "inner")]
    Only,
}

impl ::core::fmt::Display for Errors {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Formatter::pad(formatter, "shown")
    }
}

#[::core::prelude::v1::test]
fn errors_do_not_depend_on_names_in_scope() {
    use ::close_code::CloseError as Trait;

    for (error, number, reason) in [
        (Errors::__inner, 4001, ""),
        (Errors::Computed, 4001, "shown"),
        (Errors::Inner(Inner::Only), 1011, "inner"),
    ] {
        ::core::assert_eq!(::close_code::WireCode::get(Trait::close_code(&error)), number);
        ::core::assert_eq!(::close_code::ReasonBuf::as_str(&Trait::close_reason(&error)), reason);
    }
}
