//! The implementations of an enum of close codes, written once.
//!
//! The build script and the derive hand the rows of a table to [`__table!`](crate::__table), which
//! generates the implementations. Neither knows what an implementation looks like.
//!
//! Methods that take a reference are called by their path: a trait in scope could have one of the same name.

/// Generates the implementations for an enum of close codes. For generated code only.
///
/// The call begins with the version of the row format and the package that wrote it. Then:
///
/// - attributes for the generated code: the lints that it allows,
/// - `impl`, the visibility of the inherent functions, the enum, the range of codes that it covers, and
///   whether `from_code` reads a memo of the match or the match itself,
/// - `class`: the class enum, or `none`,
/// - `make`: what to implement in addition to the trait,
/// - `rows`: the rows in the order of [`TABLE`](crate::CloseCodeRange::TABLE), or `unsorted` ones. Each has
///   its position, the variant, `(same)` or `(number)` if the variant carries a `CloseCode` or a `u16`, its
///   class, and its other fields: calls of [`EntryBuilder`](crate::entry::EntryBuilder),
/// - `codes`: the variants that carry their code; left out if a variant neither has one code nor carries
///   it,
/// - `match`: which row a code belongs to, the narrowest first.
///
/// Hygiene: user tokens are only repeated as visibilities, the enum and its variants. A user's expression
/// is an associated const of [`Computed`](crate::__private::Computed), outside.
#[doc(hidden)]
#[macro_export]
macro_rules! __table {
    (
        v1 $package:literal
        $(#[$attribute:meta])*
        impl $visibility:tt $name:tt in $first:literal..=$last:literal by $lookup:ident;
        class $class_enum:ident;
        make { $($make:ident $(($($argument:tt)*))?)* }
        rows $($unsorted:ident)? {
            $(
                $index:literal $variant:tt $(($payload:ident))? $(: $class:ident)? =
                    $constructor:ident($($text:tt)*) $(.$fact:ident($($value:tt)*))*;
            )*
        }
        $(codes { $($carrier:tt($carried:ident))* })?
        match { $($pattern:pat => $found:tt $(($given:ident))?,)* }
    ) => {
        $(#[$attribute])*
        const _: () = {
            const COUNT: ::core::primitive::usize =
                <[::core::primitive::usize]>::len(&[$($index),*]);
            static ROWS: [$crate::Entry; COUNT] = [$(
                $crate::__private::EntryBuilder::$constructor($($text)*)
                    $(.class(::core::stringify!($class)))? $(.$fact($($value)*))* .entry()
            ),*];
            $crate::__columns!();

            /// The position of a variant's row.
            const fn row(this: &$name) -> ::core::primitive::usize {
                match this {
                    $($name::$variant { .. } => $index,)*
                }
            }

            /// The classification.
            #[inline]
            const fn by_match(code: $crate::CloseCode) -> ::core::option::Option<$name> {
                match code.get() {
                    $($pattern => $crate::__found!($name $found $($given)? [code]),)*
                }
            }

            $crate::__lookup!($lookup $name $first $last);
            $crate::__number!($name $([$($carrier $carried)*])?);
            $crate::__class!($class_enum $name $visibility $($($class)?)*);
            $($crate::__make!($make $(($($argument)*))? $name [] [] [] $visibility);)*

            #[automatically_derived]
            impl $crate::CloseCodeRange for $name {
                const TABLE: &'static [$crate::Entry] = $crate::__rows!($($unsorted)? ROWS);
                const RANGE: ::core::ops::RangeInclusive<::core::primitive::u16> =
                    ::core::ops::RangeInclusive::new($first, $last);

                #[inline]
                fn from_code(code: $crate::CloseCode) -> ::core::option::Option<Self> {
                    find(code)
                }

                #[inline]
                fn entry(self) -> &'static $crate::Entry {
                    &ROWS[row(&self)]
                }

                #[inline]
                fn name(&self) -> &'static ::core::primitive::str {
                    NAMES[row(self)]
                }

                #[inline]
                fn label(&self) -> &'static ::core::primitive::str {
                    LABELS[row(self)]
                }
            }

            // The generated code does not always use it.
            let _ = find;
        };
    };

    // For an enum with mistakes: stubs of the implementations, so that only the mistakes are reported. They
    // never run, but the compiler can evaluate them for a user's constant.
    (
        v1 $package:literal
        mistaken $visibility:tt $name:tt $impls:tt $types:tt $bounds:tt;
        make { $($make:ident $(($($argument:tt)*))?)* }
    ) => {
        const _: () = {
            const COUNT: ::core::primitive::usize = 1;
            static ROWS: [$crate::Entry; COUNT] = [*$crate::__private::NO_ENTRY];
            $crate::__columns!();

            const fn row<T>(_: &T) -> ::core::primitive::usize {
                0
            }
            const fn number<T>(_: &T) -> $crate::CloseCode {
                $crate::CloseCode::new(0)
            }
            const fn find<T>(_: $crate::CloseCode) -> ::core::option::Option<T> {
                ::core::option::Option::None
            }

            $(
                $crate::__make!($make $(($($argument)*))? $name $impls $types $bounds $visibility);
            )*
            $crate::__make!(no_range $name $impls $types $bounds $visibility);
            let _ = (row::<()>, number::<()>, find::<()>, &NAMES);
        };
    };

    ($version:tt $package:literal $($rest:tt)*) => {
        ::core::compile_error!(::core::concat!(
            "close-code 0.1.0 reads rows of format v1, and ", $package, " wrote ",
            ::core::stringify!($version), "; use the same version of both packages",
        ));
    };
}

/// A user's expression that the compiler has not parsed yet, or the contents of a block.
#[doc(hidden)]
#[macro_export]
macro_rules! __expression {
    ($($expression:tt)*) => {{
        $($expression)*
    }};
}

/// The row that an arm of the match found.
#[doc(hidden)]
#[macro_export]
macro_rules! __found {
    ($name:tt (none) [$code:ident]) => {
        ::core::option::Option::None
    };
    ($name:tt $variant:tt [$code:ident]) => {
        ::core::option::Option::Some($name::$variant)
    };
    ($name:tt $variant:tt same [$code:ident]) => {
        ::core::option::Option::Some($name::$variant($code))
    };
    ($name:tt $variant:tt number [$code:ident]) => {
        ::core::option::Option::Some($name::$variant($code.get()))
    };
}

/// The rows in the order of their codes.
#[doc(hidden)]
#[macro_export]
macro_rules! __rows {
    ($rows:ident) => {
        &$rows
    };
    (unsorted $rows:ident) => {{
        static SORTED: [$crate::Entry; COUNT] = $crate::__private::sorted(&$rows);
        &SORTED
    }};
}

/// What `from_code` reads: the match, or a memo of it that is filled at compile time.
#[doc(hidden)]
#[macro_export]
macro_rules! __lookup {
    (match $name:tt $first:literal $last:literal) => {
        #[inline]
        const fn find(code: $crate::CloseCode) -> ::core::option::Option<$name> {
            by_match(code)
        }
    };
    (memo $name:tt $first:literal $last:literal) => {
        static MEMO: [::core::option::Option<$name>; $last - $first + 1] = {
            const NONE: ::core::option::Option<$name> = ::core::option::Option::None;
            let mut memo = [NONE; $last - $first + 1];
            let mut at = 0;
            while at < <[::core::option::Option<$name>]>::len(&memo) {
                memo[at] = by_match($crate::CloseCode::new($first + at as ::core::primitive::u16));
                at += 1;
            }
            memo
        };

        #[inline]
        const fn find(code: $crate::CloseCode) -> ::core::option::Option<$name> {
            $crate::__private::recall(&MEMO, $first, code)
        }
    };
}

/// The code of a variant, if every variant has one.
#[doc(hidden)]
#[macro_export]
macro_rules! __number {
    ($name:tt) => {};
    ($name:tt [$($carrier:tt $carried:ident)*]) => {
        static CODES: [::core::primitive::u16; COUNT] = $crate::__private::codes(&ROWS);

        #[inline]
        const fn number(this: &$name) -> $crate::CloseCode {
            match this {
                $($name::$carrier(code) => $crate::__private::$carried(*code),)*
                _ => $crate::CloseCode::new(CODES[row(this)]),
            }
        }

        const _: () = { let _ = number; };
    };
}

/// The class of each variant, if the table has classes.
#[doc(hidden)]
#[macro_export]
macro_rules! __class {
    (none $name:tt $visibility:tt) => {};
    ($class_enum:ident $name:tt { $($visibility:tt)* } $($class:ident)*) => {
        impl $name {
            /// Returns the class that this variant belongs to.
            #[inline]
            #[must_use]
            $($visibility)* const fn class(self) -> $class_enum {
                static CLASSES: [$class_enum; COUNT] = [$($class_enum::$class),*];
                CLASSES[row(&self)]
            }
        }
    };
}

/// The methods of a class enum.
#[doc(hidden)]
#[macro_export]
macro_rules! __classes {
    (v1 $package:literal $(#[$attribute:meta])* $name:ident { $($variant:ident = $label:literal,)* }) => {
        $(#[$attribute])*
        const _: () = {
            impl $name {
                /// Returns the name of the class: that of the variant.
                #[must_use]
                pub const fn name(self) -> &'static ::core::primitive::str {
                    match self {
                        $(Self::$variant => ::core::stringify!($variant),)*
                    }
                }

                /// Returns the name of the class in words, as `Display` shows it.
                #[must_use]
                pub const fn label(self) -> &'static ::core::primitive::str {
                    match self {
                        $(Self::$variant => $label,)*
                    }
                }
            }

            #[automatically_derived]
            impl ::core::fmt::Display for $name {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    ::core::fmt::Formatter::pad(f, (*self).label())
                }
            }
        };
    };
}

/// The columns of the rows that methods read, so that a program links only what it uses.
///
/// Parameters and variables are named like the functions that are defined here, since the compiler takes one
/// for a constant where a constant of that name is in scope.
#[doc(hidden)]
#[macro_export]
macro_rules! __columns {
    () => {
        static NAMES: [&'static ::core::primitive::str; COUNT] = $crate::__private::names(&ROWS);
        static LABELS: [&'static ::core::primitive::str; COUNT] = $crate::__private::labels(&ROWS);
        static MEANINGS: [&'static ::core::primitive::str; COUNT] =
            $crate::__private::meanings(&ROWS);
        static RECONNECTS: [$crate::Reconnect; COUNT] = $crate::__private::reconnects(&ROWS);

        const fn at() {}
        const fn code() {}
        const fn error() {}
        const fn f() {}
        const fn memo() {}
        const fn reason() {}
        const fn this() {}

        // What is made may leave these unused.
        let _ = (at, code, error, f, memo, reason, this, &LABELS, &MEANINGS, &RECONNECTS);
    };
}

/// A method of an enum.
#[doc(hidden)]
#[macro_export]
macro_rules! __method {
    (
        $name:tt [$($impls:tt)*] [$($types:tt)*] [$($bounds:tt)*] { $($visibility:tt)* }
        $(#[$attribute:meta])*
        fn $method:ident $($rest:tt)*
    ) => {
        impl $($impls)* $name $($types)* $($bounds)* {
            $(#[$attribute])*
            #[inline]
            $($visibility)* const fn $method $($rest)*
        }
        $crate::__method!(used $name [$($impls)*] $method);
    };
    // An enum may leave it unused.
    (used $name:tt [] $method:ident) => {
        const _: () = { let _ = $name::$method; };
    };
    (used $name:tt $impls:tt $method:ident) => {};
}

/// One thing that an enum of close codes can do. On a mistake the enum may have generics.
#[doc(hidden)]
#[macro_export]
macro_rules! __make {
    (from_code $($of:tt)*) => {
        $crate::__method! { $($of)*
            /// Returns the variant for this code, or `None`.
            #[must_use]
            fn from_code(code: $crate::CloseCode) -> ::core::option::Option<Self> {
                find(code)
            }
        }
    };
    (entry $($of:tt)*) => {
        $crate::__method! { $($of)*
            /// Returns the row of the table for this variant.
            #[must_use]
            fn entry(self) -> &'static $crate::Entry {
                &ROWS[row(&self)]
            }
        }
    };
    (meaning $($of:tt)*) => {
        $crate::__method! { $($of)*
            /// Returns the short text.
            #[must_use]
            fn meaning(self) -> &'static ::core::primitive::str {
                MEANINGS[row(&self)]
            }
        }
    };
    (reconnect $($of:tt)*) => {
        $crate::__method! { $($of)*
            /// Returns the table's reconnect advice for this code.
            #[must_use]
            fn reconnect(self) -> $crate::Reconnect {
                RECONNECTS[row(&self)]
            }
        }
    };
    (code $($of:tt)*) => {
        $crate::__method! { $($of)*
            /// Returns the code of this variant.
            #[must_use]
            fn code(self) -> $crate::CloseCode {
                number(&self)
            }
        }
    };
    (name $($of:tt)*) => {
        $crate::__method! { $($of)*
            /// Returns the name of the variant, as a label for metrics.
            #[must_use]
            fn name(self) -> &'static ::core::primitive::str {
                NAMES[row(&self)]
            }
        }
    };
    (label $($of:tt)*) => {
        $crate::__method! { $($of)*
            /// Returns the text that `Display` shows: the meaning, or a shorter text if the meaning is a
            /// sentence.
            #[must_use]
            fn label(self) -> &'static ::core::primitive::str {
                LABELS[row(&self)]
            }
        }
    };
    (frame $($of:tt)*) => {
        $crate::__method! { $($of)*
            /// Returns the Close frame with this code and a reason.
            #[must_use]
            fn frame(self, reason: $crate::Reason<'_>) -> $crate::CloseFrame<'_> {
                $crate::__private::proved(number(&self)).with_reason(reason)
            }
        }
    };
    (try_frame $($of:tt)*) => {
        $crate::__method! { $($of)*
            /// Returns the Close frame with this code and a reason.
            ///
            /// # Errors
            ///
            /// `UnsendableCode` if the code must not be sent.
            fn try_frame(
                self,
                reason: $crate::Reason<'_>,
            ) -> ::core::result::Result<$crate::CloseFrame<'_>, $crate::UnsendableCode> {
                $crate::CloseFrame::new(number(&self), reason)
            }
        }
    };
    // As the standard library's derive would show it, which takes memory that grows with the square.
    (Debug($($carrier:tt)*) $name:tt [] [] [] $visibility:tt) => {
        #[automatically_derived]
        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                match self {
                    $($name::$carrier(code) => ::core::fmt::DebugTuple::finish(
                        ::core::fmt::DebugTuple::field(
                            &mut ::core::fmt::Formatter::debug_tuple(f, NAMES[row(self)]),
                            code,
                        ),
                    ),)*
                    _ => ::core::fmt::Formatter::write_str(f, NAMES[row(self)]),
                }
            }
        }
    };
    (Display $name:tt [$($impls:tt)*] [$($types:tt)*] [$($bounds:tt)*] $visibility:tt) => {
        #[automatically_derived]
        impl $($impls)* ::core::fmt::Display for $name $($types)* $($bounds)* {
            /// The label; `{:#}` puts the code before it.
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                if ::core::fmt::Formatter::alternate(f) {
                    return $crate::__private::pad(f, number(self), LABELS[row(self)]);
                }
                ::core::fmt::Formatter::pad(f, LABELS[row(self)])
            }
        }
    };
    (Display(label) $name:tt [$($impls:tt)*] [$($types:tt)*] [$($bounds:tt)*] $visibility:tt) => {
        #[automatically_derived]
        impl $($impls)* ::core::fmt::Display for $name $($types)* $($bounds)* {
            /// The label.
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Formatter::pad(f, LABELS[row(self)])
            }
        }
    };
    (try_from_code($error:ty) $($of:tt)*) => {
        $crate::__make!(try_from $error, $crate::CloseCode, code => code; $($of)*);
    };
    (try_from_number($error:ty) $($of:tt)*) => {
        $crate::__make!(
            try_from $error, ::core::primitive::u16, code => $crate::CloseCode::new(code); $($of)*
        );
    };
    (
        try_from $error:ty, $from:ty, $given:ident => $code:expr;
        $name:tt [$($impls:tt)*] [$($types:tt)*] [$($bounds:tt)*] $visibility:tt
    ) => {
        #[automatically_derived]
        impl $($impls)* ::core::convert::TryFrom<$from> for $name $($types)* $($bounds)* {
            type Error = $error;

            #[inline]
            fn try_from($given: $from) -> ::core::result::Result<Self, $error> {
                let code = $code;
                match $crate::__private::found(find(code), code, ::core::stringify!($name)) {
                    ::core::result::Result::Ok(this) => ::core::result::Result::Ok(this),
                    ::core::result::Result::Err(error) => ::core::result::Result::Err(
                        <$error as ::core::convert::From<$crate::UnknownCode>>::from(error),
                    ),
                }
            }
        }
    };
    (from_code_total $($of:tt)*) => {
        $crate::__make!(from $crate::CloseCode, code => find(code); $($of)*);
    };
    (from_number_total $($of:tt)*) => {
        $crate::__make!(
            from ::core::primitive::u16, code => find($crate::CloseCode::new(code)); $($of)*
        );
    };
    (
        from $from:ty, $code:ident => $found:expr;
        $name:tt [$($impls:tt)*] [$($types:tt)*] [$($bounds:tt)*] $visibility:tt
    ) => {
        #[automatically_derived]
        impl $($impls)* ::core::convert::From<$from> for $name $($types)* $($bounds)* {
            #[inline]
            fn from($code: $from) -> Self {
                $crate::__private::total($found)
            }
        }
    };
    (into_code $($of:tt)*) => {
        $crate::__make!(into $crate::CloseCode, this => number(&this); $($of)*);
    };
    (into_number $($of:tt)*) => {
        $crate::__make!(into ::core::primitive::u16, this => number(&this).get(); $($of)*);
    };
    (into_wire $($of:tt)*) => {
        $crate::__make!(
            into $crate::WireCode, this => $crate::__private::proved(number(&this)); $($of)*
        );
    };
    (
        into $into:ty, $this:ident => $value:expr;
        $name:tt [$($impls:tt)*] [$($types:tt)*] [$($bounds:tt)*] $visibility:tt
    ) => {
        #[automatically_derived]
        impl $($impls)* ::core::convert::From<$name $($types)*> for $into $($bounds)* {
            #[inline]
            fn from($this: $name $($types)*) -> Self {
                $value
            }
        }
    };
    (try_into_wire $name:tt [$($impls:tt)*] [$($types:tt)*] [$($bounds:tt)*] $visibility:tt) => {
        #[automatically_derived]
        impl $($impls)* ::core::convert::TryFrom<$name $($types)*> for $crate::WireCode $($bounds)* {
            type Error = $crate::UnsendableCode;

            #[inline]
            fn try_from(
                this: $name $($types)*,
            ) -> ::core::result::Result<Self, $crate::UnsendableCode> {
                $crate::WireCode::new(number(&this))
            }
        }
    };
    // The trait, on a mistake.
    (no_range $name:tt [$($impls:tt)*] [$($types:tt)*] [$($bounds:tt)*] $visibility:tt) => {
        #[automatically_derived]
        impl $($impls)* $crate::CloseCodeRange for $name $($types)* $($bounds)* {
            const TABLE: &'static [$crate::Entry] = &[];
            const RANGE: ::core::ops::RangeInclusive<::core::primitive::u16> =
                ::core::ops::RangeInclusive::new(0, 0);
            fn from_code(_: $crate::CloseCode) -> ::core::option::Option<Self> {
                ::core::option::Option::None
            }
            fn entry(self) -> &'static $crate::Entry {
                $crate::__private::NO_ENTRY
            }
        }
    };
}
