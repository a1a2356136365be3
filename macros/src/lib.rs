//! Entry point of `#[derive(CloseCodeRange)]`.
#![forbid(unsafe_code)]

mod derive;

use proc_macro::TokenStream;

/// Makes an enum whose variants stand for close codes.
#[proc_macro_derive(CloseCodeRange, attributes(close_code))]
pub fn close_code_range(input: TokenStream) -> TokenStream {
    derive::close_code_range(input.into()).into()
}
