const _: () = {
    type __CloseCodeEntry = ::close_code::__private::EntryBuilder;
    static __CLOSE_CODE_ROWS: [::close_code::Entry; 5] = [
        __CloseCodeEntry::range(
                3000,
                4999,
                "Other",
                "OTHER",
                "A code that this version does not know",
                "",
            )
            .label("Unknown")
            .entry(),
        __CloseCodeEntry::code(3000, "Unauthorized", "UNAUTHORIZED", "Unauthorized", "")
            .entry(),
        __CloseCodeEntry::code(
                4001,
                "SessionExpired",
                "SESSION_EXPIRED",
                "Session expired",
                "Sign in again, then reconnect.",
            )
            .server()
            .after_change()
            .entry(),
        __CloseCodeEntry::code(4002, "Old", "OLD", "Old", "")
            .deprecated("use `SessionExpired`")
            .entry(),
        __CloseCodeEntry::range(4100, 4199, "Moved", "MOVED", "Try another server", "")
            .more(&[(4300, 4300)])
            .after(5, 30)
            .reference(&["Handbook"])
            .entry(),
    ];
    const __CLOSE_CODE_SLOTS: ::core::primitive::usize = ::close_code::__private::slots(
        3000,
        4999,
    );
    const __CLOSE_CODE_PAINTED: ::close_code::__private::Painted<__CLOSE_CODE_SLOTS> = ::close_code::__private::paint(
        3000,
        4999,
        &__CLOSE_CODE_ROWS,
        1,
    );
    static __CLOSE_CODE_INDEX: ::close_code::__private::Index<
        ::core::primitive::u16,
        __CLOSE_CODE_SLOTS,
        { __CLOSE_CODE_PAINTED.length },
    > = __CLOSE_CODE_PAINTED.rows();
    #[inline]
    const fn __close_code_find(
        __code: ::close_code::CloseCode,
    ) -> ::core::option::Option<ChatClose> {
        match __CLOSE_CODE_INDEX.get(__code.get().wrapping_sub(3000)) {
            1 => ::core::option::Option::Some(ChatClose::Other(__code)),
            2 => ::core::option::Option::Some(ChatClose::Unauthorized),
            3 => ::core::option::Option::Some(ChatClose::SessionExpired),
            4 => ::core::option::Option::Some(ChatClose::r#Old),
            5 => ::core::option::Option::Some(ChatClose::Moved(__code)),
            _ => ::core::option::Option::None,
        }
    }
    use ::close_code::__private::judge as __close_code_judge;
    const _: () = __close_code_judge::codes(
        3000,
        3000,
        3000u16,
        4999u16,
        false,
        ::core::option::Option::Some("Unauthorized"),
    );
    #[inline]
    const fn __close_code_row(__value: &ChatClose) -> ::core::primitive::usize {
        match __value {
            ChatClose::Other(..) => 0,
            ChatClose::Unauthorized => 1,
            ChatClose::SessionExpired => 2,
            ChatClose::r#Old => 3,
            ChatClose::Moved(..) => 4,
        }
    }
    #[inline]
    const fn __close_code_entry(__value: &ChatClose) -> &'static ::close_code::Entry {
        &__CLOSE_CODE_ROWS[__close_code_row(__value)]
    }
    #[inline]
    const fn __close_code_number(__value: &ChatClose) -> ::close_code::CloseCode {
        match __value {
            ChatClose::Other(__code) => *__code,
            ChatClose::Moved(__code) => *__code,
            __other => __close_code_entry(__other).first(),
        }
    }
    const _: () = {
        const fn code() {}
        impl ChatClose {
            /// The variant for this code: `None` where there is none.
            #[inline]
            #[must_use]
            pub(crate) const fn from_code(
                code: ::close_code::CloseCode,
            ) -> ::core::option::Option<Self> {
                __close_code_find(code)
            }
            /// The row of the table for this variant.
            #[inline]
            #[must_use]
            pub(crate) const fn entry(self) -> &'static ::close_code::Entry {
                __close_code_entry(&self)
            }
            /// The short text.
            #[inline]
            #[must_use]
            pub(crate) const fn meaning(self) -> &'static ::core::primitive::str {
                __close_code_entry(&self).meaning()
            }
            /// What the author of the code says about connecting again.
            #[inline]
            #[must_use]
            pub(crate) const fn reconnect(self) -> ::close_code::Reconnect {
                __close_code_entry(&self).reconnect()
            }
            /// The code of this variant.
            #[inline]
            #[must_use]
            pub(crate) const fn code(self) -> ::close_code::CloseCode {
                __close_code_number(&self)
            }
        }
        let _ = code;
        let _ = ChatClose::from_code;
        let _ = ChatClose::entry;
        let _ = ChatClose::meaning;
        let _ = ChatClose::reconnect;
        let _ = ChatClose::code;
    };
    #[automatically_derived]
    impl ::close_code::CloseCodeRange for ChatClose {
        const TABLE: &'static [::close_code::Entry] = &__CLOSE_CODE_ROWS;
        const RANGE: ::core::ops::RangeInclusive<::core::primitive::u16> = ::core::ops::RangeInclusive::new(
            3000,
            4999,
        );
        #[inline]
        fn from_code(__code: ::close_code::CloseCode) -> ::core::option::Option<Self> {
            __close_code_find(__code)
        }
        #[inline]
        fn entry(self) -> &'static ::close_code::Entry {
            __close_code_entry(&self)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for ChatClose {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            if __f.alternate() {
                return ::close_code::__private::pad(
                    __f,
                    __close_code_number(self),
                    __close_code_entry(self).label(),
                );
            }
            __f.pad(__close_code_entry(self).label())
        }
    }
    #[automatically_derived]
    impl ::core::convert::TryFrom<::close_code::CloseCode> for ChatClose {
        type Error = ::close_code::UnknownCode;
        #[inline]
        fn try_from(
            __code: ::close_code::CloseCode,
        ) -> ::core::result::Result<Self, ::close_code::UnknownCode> {
            match __close_code_find(__code) {
                ::core::option::Option::Some(__value) => {
                    ::core::result::Result::Ok(__value)
                }
                ::core::option::Option::None => {
                    ::core::result::Result::Err(
                        ::close_code::UnknownCode::__new(__code, "ChatClose"),
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl ::core::convert::TryFrom<::core::primitive::u16> for ChatClose {
        type Error = ::close_code::UnknownCode;
        #[inline]
        fn try_from(
            __code: ::core::primitive::u16,
        ) -> ::core::result::Result<Self, ::close_code::UnknownCode> {
            let __code = ::close_code::CloseCode::new(__code);
            match __close_code_find(__code) {
                ::core::option::Option::Some(__value) => {
                    ::core::result::Result::Ok(__value)
                }
                ::core::option::Option::None => {
                    ::core::result::Result::Err(
                        ::close_code::UnknownCode::__new(__code, "ChatClose"),
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<ChatClose> for ::close_code::CloseCode {
        #[inline]
        fn from(__value: ChatClose) -> Self {
            __close_code_number(&__value)
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<ChatClose> for ::core::primitive::u16 {
        #[inline]
        fn from(__value: ChatClose) -> Self {
            __close_code_number(&__value).get()
        }
    }
};
