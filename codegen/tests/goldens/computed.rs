const _: () = {
    type __CloseCodeEntry = codes::__private::EntryBuilder;
    const __CLOSE_CODE_WRITTEN: [codes::Entry; 4] = [
        __CloseCodeEntry::code(
                (__CLOSE_CODE_VALUE_0) as ::core::primitive::u16,
                "First",
                "FIRST",
                "First",
                "",
            )
            .judged()
            .entry(),
        __CloseCodeEntry::code(
                (__CLOSE_CODE_VALUE_0 + 1) as ::core::primitive::u16,
                "Second",
                "SECOND",
                "Second",
                "",
            )
            .judged()
            .entry(),
        __CloseCodeEntry::range(
                (__CLOSE_CODE_VALUE_1) as ::core::primitive::u16,
                4199,
                "Range",
                "RANGE",
                "Range",
                "",
            )
            .judged()
            .entry(),
        __CloseCodeEntry::range(4000, 4999, "Other", "OTHER", "Other", "").entry(),
    ];
    const __CLOSE_CODE_ORDER: [::core::primitive::u16; 4] = codes::__private::judge::order(
        &__CLOSE_CODE_WRITTEN,
    );
    static __CLOSE_CODE_ROWS: [codes::Entry; 4] = codes::__private::judge::sorted(
        &__CLOSE_CODE_WRITTEN,
        &__CLOSE_CODE_ORDER,
    );
    static __CLOSE_CODE_RANKS: [::core::primitive::u16; 4] = codes::__private::judge::ranks(
        &__CLOSE_CODE_ORDER,
    );
    const __CLOSE_CODE_SLOTS: ::core::primitive::usize = codes::__private::slots(
        4000,
        4999,
    );
    const __CLOSE_CODE_PAINTED: codes::__private::Painted<__CLOSE_CODE_SLOTS> = codes::__private::paint(
        4000,
        4999,
        &__CLOSE_CODE_WRITTEN,
        4,
    );
    static __CLOSE_CODE_INDEX: codes::__private::Index<
        ::core::primitive::u16,
        __CLOSE_CODE_SLOTS,
        { __CLOSE_CODE_PAINTED.length },
    > = __CLOSE_CODE_PAINTED.rows();
    #[inline]
    const fn __close_code_find(
        __code: codes::CloseCode,
    ) -> ::core::option::Option<ChatClose> {
        match __CLOSE_CODE_INDEX.get(__code.get().wrapping_sub(4000)) {
            1 => ::core::option::Option::Some(ChatClose::First),
            2 => ::core::option::Option::Some(ChatClose::Second),
            3 => ::core::option::Option::Some(ChatClose::Range),
            4 => ::core::option::Option::Some(ChatClose::Other(__code)),
            _ => ::core::option::Option::None,
        }
    }
    use codes::__private::judge as __close_code_judge;
    const __CLOSE_CODE_VALUE_0: ::core::primitive::i64 = {
        const __CLOSE_CODE_VALUE: ::core::primitive::u16 = BASE + 1;
        __CLOSE_CODE_VALUE as ::core::primitive::i64
    };
    const __CLOSE_CODE_VALUE_1: ::core::primitive::i64 = {
        const __CLOSE_CODE_VALUE: ::core::primitive::u16 = BASE + 100;
        __CLOSE_CODE_VALUE as ::core::primitive::i64
    };
    const _: () = __close_code_judge::codes(
        __CLOSE_CODE_VALUE_0,
        __CLOSE_CODE_VALUE_0,
        4000u16,
        4999u16,
        false,
        ::core::option::Option::Some("First"),
    );
    const _: () = __close_code_judge::codes(
        __CLOSE_CODE_VALUE_0 + 1,
        __CLOSE_CODE_VALUE_0 + 1,
        4000u16,
        4999u16,
        false,
        ::core::option::Option::Some("Second"),
    );
    const _: () = __close_code_judge::codes(
        __CLOSE_CODE_VALUE_1,
        4199,
        4000u16,
        4999u16,
        false,
        ::core::option::Option::None,
    );
    const __CLOSE_CODE_SPANS: [__close_code_judge::Span; 3] = [
        __close_code_judge::Span {
            name: "First",
            first: __CLOSE_CODE_VALUE_0,
            last: __CLOSE_CODE_VALUE_0,
            discriminant: true,
            known: false,
        },
        __close_code_judge::Span {
            name: "Second",
            first: __CLOSE_CODE_VALUE_0 + 1,
            last: __CLOSE_CODE_VALUE_0 + 1,
            discriminant: true,
            known: false,
        },
        __close_code_judge::Span {
            name: "Range",
            first: __CLOSE_CODE_VALUE_1,
            last: 4199,
            discriminant: false,
            known: false,
        },
    ];
    const __CLOSE_CODE_CLASHES: [::core::primitive::u16; 3] = __close_code_judge::clashes(
        &__CLOSE_CODE_SPANS,
    );
    const _: () = __close_code_judge::clash(
        &__CLOSE_CODE_SPANS,
        &__CLOSE_CODE_CLASHES,
        0,
    );
    const _: () = __close_code_judge::clash(
        &__CLOSE_CODE_SPANS,
        &__CLOSE_CODE_CLASHES,
        1,
    );
    const _: () = __close_code_judge::clash(
        &__CLOSE_CODE_SPANS,
        &__CLOSE_CODE_CLASHES,
        2,
    );
    const _: () = __close_code_judge::total(&__CLOSE_CODE_PAINTED, 4000u16, 4999u16);
    #[inline]
    const fn __close_code_row(__value: &ChatClose) -> ::core::primitive::usize {
        match __value {
            ChatClose::First => 0,
            ChatClose::Second => 1,
            ChatClose::Range => 2,
            ChatClose::Other(..) => 3,
        }
    }
    #[inline]
    const fn __close_code_entry(__value: &ChatClose) -> &'static codes::Entry {
        &__CLOSE_CODE_ROWS[__CLOSE_CODE_RANKS[__close_code_row(__value)]
            as ::core::primitive::usize]
    }
    const _: () = {
        const fn code() {}
        impl ChatClose {
            /// The variant for this code: `None` where there is none.
            #[inline]
            #[must_use]
            const fn from_code(code: codes::CloseCode) -> ::core::option::Option<Self> {
                __close_code_find(code)
            }
            /// The row of the table for this variant.
            #[inline]
            #[must_use]
            const fn entry(self) -> &'static codes::Entry {
                __close_code_entry(&self)
            }
            /// The short text.
            #[inline]
            #[must_use]
            const fn meaning(self) -> &'static ::core::primitive::str {
                __close_code_entry(&self).meaning()
            }
            /// What the author of the code says about connecting again.
            #[inline]
            #[must_use]
            const fn reconnect(self) -> codes::Reconnect {
                __close_code_entry(&self).reconnect()
            }
        }
        let _ = code;
        let _ = ChatClose::from_code;
        let _ = ChatClose::entry;
        let _ = ChatClose::meaning;
        let _ = ChatClose::reconnect;
    };
    #[automatically_derived]
    impl codes::CloseCodeRange for ChatClose {
        const TABLE: &'static [codes::Entry] = &__CLOSE_CODE_ROWS;
        const RANGE: ::core::ops::RangeInclusive<::core::primitive::u16> = ::core::ops::RangeInclusive::new(
            4000,
            4999,
        );
        #[inline]
        fn from_code(__code: codes::CloseCode) -> ::core::option::Option<Self> {
            __close_code_find(__code)
        }
        #[inline]
        fn entry(self) -> &'static codes::Entry {
            __close_code_entry(&self)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for ChatClose {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __f.pad(__close_code_entry(self).label())
        }
    }
    #[automatically_derived]
    impl ::core::convert::TryFrom<codes::CloseCode> for ChatClose {
        type Error = codes::UnknownCode;
        #[inline]
        fn try_from(
            __code: codes::CloseCode,
        ) -> ::core::result::Result<Self, codes::UnknownCode> {
            match __close_code_find(__code) {
                ::core::option::Option::Some(__value) => {
                    ::core::result::Result::Ok(__value)
                }
                ::core::option::Option::None => {
                    ::core::result::Result::Err(
                        codes::UnknownCode::__new(__code, "ChatClose"),
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl ::core::convert::TryFrom<::core::primitive::u16> for ChatClose {
        type Error = codes::UnknownCode;
        #[inline]
        fn try_from(
            __code: ::core::primitive::u16,
        ) -> ::core::result::Result<Self, codes::UnknownCode> {
            let __code = codes::CloseCode::new(__code);
            match __close_code_find(__code) {
                ::core::option::Option::Some(__value) => {
                    ::core::result::Result::Ok(__value)
                }
                ::core::option::Option::None => {
                    ::core::result::Result::Err(
                        codes::UnknownCode::__new(__code, "ChatClose"),
                    )
                }
            }
        }
    }
};
