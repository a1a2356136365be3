//! The derive, on any item that Rust's lexer lets through.

use core::str::FromStr;

use proc_macro2::TokenStream;

use super::macros::close_code_range as expand;

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
    let expanded = expand(tokens);
    let file = match syn::parse2::<syn::File>(expanded.clone()) {
        Ok(file) => file,
        Err(error) => panic!("{error} in {expanded}"),
    };
    let calls = |name: &str| {
        let is_named = |item: &&syn::Item| match item {
            syn::Item::Macro(item) => {
                item.mac.path.segments.last().is_some_and(|last| last.ident == name)
            }
            _ => false,
        };
        file.items.iter().filter(is_named).count()
    };
    assert!(
        calls("__table") == 1
            || (calls("compile_error") > 0 && file.items.len() == calls("compile_error")),
        "the implementations are there in spite of mistakes: {expanded}"
    );
    for message in messages(&file) {
        assert!(!message.is_empty() && !message.ends_with('.'), "{message:?}");
    }
}

/// The texts of the errors.
fn messages(file: &syn::File) -> Vec<String> {
    let of = |item: &syn::Item| match item {
        syn::Item::Macro(item) => syn::parse2::<syn::LitStr>(item.mac.tokens.clone()).ok(),
        _ => None,
    };
    file.items.iter().filter_map(of).map(|text| text.value()).collect()
}
