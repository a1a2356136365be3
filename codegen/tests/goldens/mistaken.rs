::core::compile_error! {
    "unknown key `reconect`; did you mean `reconnect`?"
}
const _: () = {
    const fn the_other_place() {
        ::core::panic!(
            "{}",
            "two variants have the code 4001; take one of them out, or correct its number"
        )
    }
    the_other_place()
};
const _: () = {
    use ::close_code::__private::judge as __close_code_judge;
    const _: () = __close_code_judge::codes(
        1006,
        1006,
        4000u16,
        4999u16,
        false,
        ::core::option::Option::Some("Third"),
    );
    impl ChatClose {
        pub const fn from_code(
            _: ::close_code::CloseCode,
        ) -> ::core::option::Option<Self> {
            ::core::option::Option::None
        }
        pub const fn entry(self) -> &'static ::close_code::Entry {
            ::close_code::__private::NO_ENTRY
        }
        pub const fn meaning(self) -> &'static ::core::primitive::str {
            ""
        }
        pub const fn reconnect(self) -> ::close_code::Reconnect {
            ::close_code::Reconnect::Unspecified
        }
        pub const fn code(self) -> ::close_code::CloseCode {
            ::close_code::CloseCode::new(0)
        }
    }
    #[automatically_derived]
    impl ::close_code::CloseCodeRange for ChatClose {
        const TABLE: &'static [::close_code::Entry] = &[];
        const RANGE: ::core::ops::RangeInclusive<::core::primitive::u16> = ::core::ops::RangeInclusive::new(
            0,
            0,
        );
        fn from_code(_: ::close_code::CloseCode) -> ::core::option::Option<Self> {
            ::core::option::Option::None
        }
        fn entry(self) -> &'static ::close_code::Entry {
            ::close_code::__private::NO_ENTRY
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for ChatClose {
        fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::result::Result::Ok(())
        }
    }
    #[automatically_derived]
    impl ::core::convert::TryFrom<::close_code::CloseCode> for ChatClose {
        type Error = ::close_code::UnknownCode;
        fn try_from(
            __code: ::close_code::CloseCode,
        ) -> ::core::result::Result<Self, ::close_code::UnknownCode> {
            ::core::result::Result::Err(::close_code::UnknownCode::__new(__code, ""))
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<ChatClose> for ::close_code::CloseCode {
        fn from(_: ChatClose) -> Self {
            ::close_code::CloseCode::new(0)
        }
    }
    #[automatically_derived]
    impl ::core::convert::TryFrom<::core::primitive::u16> for ChatClose {
        type Error = ::close_code::UnknownCode;
        fn try_from(
            __code: ::core::primitive::u16,
        ) -> ::core::result::Result<Self, ::close_code::UnknownCode> {
            ::core::result::Result::Err(
                ::close_code::UnknownCode::__new(
                    ::close_code::CloseCode::new(__code),
                    "",
                ),
            )
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<ChatClose> for ::core::primitive::u16 {
        fn from(_: ChatClose) -> Self {
            0
        }
    }
};
