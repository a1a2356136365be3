const _: () = {
    const fn the_other_place() {
        ::core::panic!(
            "{}",
            "two variants have the code 4001; remove one of them, or change its number"
        )
    }
    the_other_place()
};
const _: () = {
    ::core::compile_error! {
        "unknown key `reconect`; did you mean `reconnect`?"
    }
};
const _: () = {
    ::core::compile_error! {
        "1006 is AbnormalClosure, which is never sent, and outside the range of the enum, 4000..=4999; use a code in the range, or add `#[close_code(range = ...)]` to the enum"
    }
};
::close_code::__table! {
    v1 "close-code-macros 0.1.0" mistaken { pub } ChatClose[] [] []; make { from_code
    entry meaning reconnect code into_code into_number into_wire Display
    try_from_code(::close_code::UnknownCode) try_from_number(::close_code::UnknownCode) }
}
