//! Entry points of `#[derive(CloseCodeRange)]` and `#[derive(CloseError)]`.
#![forbid(unsafe_code)]

mod close_error;
mod derive;

use proc_macro::TokenStream;

/// Makes an enum whose variants stand for close codes.
#[proc_macro_derive(CloseCodeRange, attributes(close_code))]
pub fn close_code_range(input: TokenStream) -> TokenStream {
    derive::close_code_range(input.into()).into()
}

/// Says which close code each error of an enum closes a connection with.
#[proc_macro_derive(CloseError, attributes(close))]
pub fn close_error(input: TokenStream) -> TokenStream {
    close_error::close_error(input.into()).into()
}
