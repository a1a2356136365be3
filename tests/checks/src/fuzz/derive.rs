//! The derive, on any item that Rust's lexer lets through.

use core::str::FromStr;

use proc_macro2::TokenStream;

use super::macros::{close_code_range, close_error};

/// Expands the derive on the input, which is the text of an item.
pub fn derive(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else { return };
    if let Ok(tokens) = TokenStream::from_str(text) {
        expands(tokens);
    }
}

/// Whatever the item is, what comes out are items, mistakes are told, and the macro of the runtime crate is
/// called in spite of them. What is no item, or is too long to be read, is one error.
pub(super) fn expands(tokens: TokenStream) {
    let error = close_error(tokens.clone());
    assert!(syn::parse2::<syn::File>(error.clone()).is_ok(), "not Rust: {error}");
    let expanded = close_code_range(tokens);
    if let Err(error) = syn::parse2::<syn::File>(expanded.clone()) {
        panic!("{error} in {expanded}");
    }
    let text = expanded.to_string();
    let calls = text.matches(":: __table !").count();
    let messages: Vec<_> = text.split("compile_error ! {").skip(1).collect();
    assert!(calls == 1 || (calls == 0 && messages.len() == 1), "no implementations: {expanded}");
    for message in messages {
        let message = message.split("\" }").next().unwrap_or_default();
        assert!(!message.trim().is_empty() && !message.ends_with('.'), "{message:?}");
    }
}
