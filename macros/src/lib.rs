//! The derives of `close-code`: `#[derive(CloseCodeRange)]` and
//! `#[derive(CloseError)]`.
//!
//! Depend on `close-code` with its feature `derive`, not on this crate. There the documentation of each
//! derive covers its attributes.
#![forbid(unsafe_code)]

mod derive;

use proc_macro::TokenStream;

/// Makes an enum whose variants stand for close codes.
#[proc_macro_derive(CloseCodeRange, attributes(close_code))]
pub fn close_code_range(input: TokenStream) -> TokenStream {
    derive::close_code_range(input.into()).into()
}

/// Makes an error end a connection with a close code.
#[proc_macro_derive(CloseError, attributes(close))]
pub fn close_error(input: TokenStream) -> TokenStream {
    derive::close_error(input.into()).into()
}
