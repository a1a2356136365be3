//! Enums in every place where Rust has enums, seen by those who should see them.

use close_code::{CloseCode, CloseCodeRange};

/// One module down, so that `pub(in ...)` has somewhere to point.
mod outer {
    pub(crate) mod inner {
        use close_code::CloseCodeRange;

        #[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
        pub(in crate::outer) enum InPath {
            #[close_code(4001)]
            SessionExpired,
        }

        #[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
        pub(super) enum Super {
            #[close_code(4001)]
            SessionExpired,
        }

        #[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
        pub(crate) enum Crate {
            #[close_code(4001)]
            SessionExpired,
        }

        #[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
        #[expect(clippy::needless_pub_self, reason = "people write it")]
        pub(self) enum Module {
            #[close_code(4001)]
            SessionExpired,
        }

        #[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
        enum Private {
            #[close_code(4001)]
            SessionExpired,
        }

        pub(crate) const FIVE: [u16; 5] = [
            InPath::SessionExpired.code().get(),
            Super::SessionExpired.code().get(),
            Crate::SessionExpired.code().get(),
            Module::SessionExpired.code().get(),
            Private::SessionExpired.code().get(),
        ];
    }

    pub(crate) const TWO: [u16; 2] =
        [inner::InPath::SessionExpired.code().get(), inner::Super::SessionExpired.code().get()];
}

#[test]
fn the_functions_are_seen_where_the_enum_is() {
    assert_eq!(outer::inner::FIVE, [4001; 5]);
    assert_eq!(outer::TWO, [4001; 2]);
    assert_eq!(outer::inner::Crate::SessionExpired.entry().name(), "SessionExpired");
}

#[test]
fn an_enum_in_a_function_sees_what_the_function_sees() {
    const BASE: u16 = 4100;
    type Code = u16;

    #[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
    #[repr(u16)]
    enum Local {
        First = BASE,
        Second,
        Third = BASE as Code + 2,
    }

    {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
        enum Local {
            #[close_code(BASE + 2)]
            Inner(CloseCode),
        }
        assert_eq!(Local::try_from(4102), Ok(Local::Inner(CloseCode::new(4102))));
    }
    assert_eq!(Local::try_from(4102), Ok(Local::Third));
    assert_eq!(Local::from_code(CloseCode::new(4101)), Some(Local::Second));
    assert_eq!(Local::First.code(), CloseCode::new(4100));
}

/// Two variants are going away, in either way of saying so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
enum Ageing {
    /// Session expired
    #[close_code(4001)]
    SessionExpired,
    /// Old
    #[deprecated(since = "1.2.0", note = "use `SessionExpired`")]
    #[close_code(4002)]
    Noted,
    #[deprecated = "of no use"]
    #[close_code(4003)]
    Short,
    #[deprecated]
    #[close_code(4004)]
    Bare,
    #[close_code(4005, deprecated = "still sent by old servers", since = "2024")]
    OnlyInTheTable,
}

#[test]
fn a_deprecated_variant_has_its_note_and_warns_of_its_uses_alone() {
    let notes: Vec<_> = Ageing::TABLE.iter().map(close_code::Entry::deprecated).collect();
    let expected = [
        None,
        Some("use `SessionExpired`"),
        Some("of no use"),
        Some("deprecated"),
        Some("still sent by old servers"),
    ];
    assert_eq!(notes, expected);
    assert_eq!(Ageing::OnlyInTheTable.entry().since(), Some("2024"));
    #[expect(deprecated, reason = "a use by the user is warned of")]
    let old = Ageing::Noted;
    assert_eq!(Ageing::try_from(4002), Ok(old));
}

/// Makes an enum of all that a macro can be given.
macro_rules! make {
    (
        $(#[$meta:meta])* $visibility:vis enum $name:ident in $first:literal..=$last:literal {
            $($(#[doc = $doc:expr])* code $variant:ident = $code:expr, $meaning:literal, $reconnect:expr;)*
            range $range:ident = $from:literal..=$to:expr;
            rest $rest:ident($payload:ty);
        }
    ) => {
        $(#[$meta])*
        #[close_code(range = $first..=$last)]
        $visibility enum $name {
            $(
                $(#[doc = $doc])*
                #[close_code($code, meaning = $meaning, reconnect = $reconnect)]
                $variant,
            )*
            #[close_code($from..=$to)]
            $range($payload),
            #[close_code(rest)]
            $rest($payload),
        }
    };
}

make! {
    /// Why the server ends a connection.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
    pub(crate) enum Made in 3000..=4999 {
        /// Sign in again.
        code SessionExpired = 4001, "Session expired", "after-change";
        code RateLimited = 4000 + 29, "Too many requests", "backoff";
        code Fatal = 4099 + 1, "Fatal", "never";
        range Wide = 4200..=4299;
        rest Other(CloseCode);
    }
}

/// A macro that generates discriminants.
macro_rules! numbered {
    ($($variant:ident = $code:expr),*; $base:expr) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
        #[repr(u16)]
        enum Numbered {
            $($variant = $code,)*
            Computed = $base * 2,
        }
    };
}

numbered!(First = 4001, Second = 4002; 2000 + 5);

/// The derive itself stands in a macro, and the codes come from outside.
macro_rules! single {
    ($name:ident, $code:literal) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
        enum $name {
            #[close_code($code)]
            Only,
        }
    };
}

single!(One, 4001);
single!(Two, 4002);

/// A `where` clause, also one of no bounds.
macro_rules! bounded {
    ($name:ident: $($bounds:tt)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
        enum $name
        where
            $($bounds)*
        {
            #[close_code(4001)]
            Only,
        }
    };
}

bounded!(NoBound:);
bounded!(OneBound: Self: Sized);
bounded!(TwoBounds: Self: Sized, Self: 'static,);

#[test]
fn an_enum_may_have_bounds() {
    assert_eq!(NoBound::try_from(4001), Ok(NoBound::Only));
    assert_eq!(OneBound::try_from(4001), Ok(OneBound::Only));
    assert_eq!(TwoBounds::try_from(4001), Ok(TwoBounds::Only));
}

#[test]
fn a_macro_can_make_the_enum() {
    assert_eq!(Made::try_from(4029), Ok(Made::RateLimited));
    assert_eq!(Made::SessionExpired.meaning(), "Session expired");
    assert_eq!(Made::Fatal.reconnect(), close_code::Reconnect::Never);
    assert_eq!(Made::try_from(4250), Ok(Made::Wide(CloseCode::new(4250))));
    assert_eq!(Made::try_from(3500), Ok(Made::Other(CloseCode::new(3500))));
    assert_eq!(Numbered::Computed.code().get(), 4010, "what the macro was given is one operand");
    assert_eq!(Numbered::try_from(4002), Ok(Numbered::Second));
    assert_eq!((One::Only.code().get(), Two::Only.code().get()), (4001, 4002));
}
