//! The door to `#[derive(CloseCodeRange)]`; the work is done in `close-code-codegen`.
#![forbid(unsafe_code)]

use proc_macro::TokenStream;

/// Makes an enum whose variants stand for close codes.
#[proc_macro_derive(CloseCodeRange, attributes(close_code))]
pub fn close_code_range(input: TokenStream) -> TokenStream {
    close_code_codegen::derive::expand(input.into()).into()
}
