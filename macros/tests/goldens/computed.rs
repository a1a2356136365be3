const _: () = {
    impl codes::__private::Discriminant<0> for ChatClose {
        type Value = ::core::primitive::u16;
        const VALUE: ::core::primitive::u16 = const { BASE + 1 };
    }
    impl codes::__private::Computed<0> for ChatClose {
        const CODE: ::core::primitive::u16 = <ChatClose as codes::__private::Discriminant<
            0,
        >>::VALUE as ::core::primitive::u16;
    }
    impl codes::__private::Discriminant<1> for ChatClose {
        type Value = <ChatClose as codes::__private::Discriminant<0>>::Value;
        const VALUE: <ChatClose as codes::__private::Discriminant<0>>::Value = <ChatClose as codes::__private::Discriminant<
            0,
        >>::VALUE + 1;
    }
    impl codes::__private::Computed<1> for ChatClose {
        const CODE: ::core::primitive::u16 = <ChatClose as codes::__private::Discriminant<
            1,
        >>::VALUE as ::core::primitive::u16;
    }
};
const _: () = {
    use codes::__private::const_check as __close_code_check;
    const _: () = __close_code_check::code(
        <ChatClose as codes::__private::Discriminant<0>>::VALUE
            as ::core::primitive::i128,
        4000u16,
        4999u16,
        false,
        ::core::option::Option::Some("First"),
    );
    const _: () = __close_code_check::code(
        <ChatClose as codes::__private::Discriminant<1>>::VALUE
            as ::core::primitive::i128,
        4000u16,
        4999u16,
        false,
        ::core::option::Option::Some("Second"),
    );
    static __CLOSE_CODE_SPANS: [__close_code_check::VariantCodes; 3] = [
        __close_code_check::VariantCodes {
            name: "First",
            first: <ChatClose as codes::__private::Discriminant<0>>::VALUE
                as ::core::primitive::i128,
            last: <ChatClose as codes::__private::Discriminant<0>>::VALUE
                as ::core::primitive::i128,
            discriminant: true,
            known: false,
        },
        __close_code_check::VariantCodes {
            name: "Second",
            first: <ChatClose as codes::__private::Discriminant<1>>::VALUE
                as ::core::primitive::i128,
            last: <ChatClose as codes::__private::Discriminant<1>>::VALUE
                as ::core::primitive::i128,
            discriminant: true,
            known: false,
        },
        __close_code_check::VariantCodes {
            name: "Range",
            first: 4100,
            last: 4199,
            discriminant: false,
            known: true,
        },
    ];
    static __CLOSE_CODE_CLASHES: [::core::primitive::u16; 3] = __close_code_check::clashes(
        &__CLOSE_CODE_SPANS,
    );
    const _: () = __close_code_check::clash(
        &__CLOSE_CODE_SPANS,
        &__CLOSE_CODE_CLASHES,
        0,
    );
    const _: () = __close_code_check::clash(
        &__CLOSE_CODE_SPANS,
        &__CLOSE_CODE_CLASHES,
        1,
    );
    const _: () = __close_code_check::clash(
        &__CLOSE_CODE_SPANS,
        &__CLOSE_CODE_CLASHES,
        2,
    );
};
codes::__table! {
    v1 "close-code-macros 0.1.0" impl {} ChatClose in 4000..= 4999 by memo; class none;
    make { from_code entry meaning reconnect Display(label)
    try_from_code(codes::UnknownCode) try_from_number(codes::UnknownCode) } rows unsorted
    { 0 First = code(< ChatClose as codes::__private::Computed < 0 >> ::CODE, "First",
    "FIRST", "First").as_built_in(); 1 Second = code(< ChatClose as
    codes::__private::Computed < 1 >> ::CODE, "Second", "SECOND", "Second")
    .as_built_in(); 2 Range = range(4100, 4199, "Range", "RANGE", "Range"); 3 Other(same)
    = range(4000, 4999, "Other", "OTHER", "Other"); } match { < ChatClose as
    codes::__private::Computed < 0 >> ::CODE => First, < ChatClose as
    codes::__private::Computed < 1 >> ::CODE => Second, 4100..= 4199 => Range, 4000..=
    4999 => Other(same), 0..= 3999 | 5000..= 65535 => (none), }
}
