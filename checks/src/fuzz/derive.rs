//! The derive, on any item that Rust's lexer lets through.

use core::str::FromStr;

use close_code_codegen::derive::expand;
use proc_macro2::{TokenStream, TokenTree};

/// Deeper than anybody nests, and far from the end of a thread's stack: syn descends by recursion.
pub(super) const DEEPEST: usize = 48;

/// Expands the derive on the input, which is the text of an item.
pub fn derive(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else { return };
    let Ok(tokens) = TokenStream::from_str(text) else { return };
    if depth(&tokens) <= DEEPEST {
        expands(tokens);
    }
}

/// Whatever the item is, what comes out are items, and mistakes are told. What is no item the compiler
/// never passes to a derive, so anything may come out, but not a panic.
pub(super) fn expands(tokens: TokenStream) {
    // A parameter `_` is none for the compiler.
    let is_item = syn::parse2::<syn::DeriveInput>(tokens.clone())
        .is_ok_and(|item| item.generics.type_params().all(|parameter| parameter.ident != "_"));
    let expanded = expand(tokens);
    if !is_item {
        return;
    }
    let file = match syn::parse2::<syn::File>(expanded.clone()) {
        Ok(file) => file,
        Err(error) => panic!("{error} in {expanded}"),
    };
    let is_error = |item: &syn::Item| match item {
        syn::Item::Macro(item) => {
            item.mac.path.segments.last().is_some_and(|last| last.ident == "compile_error")
        }
        _ => false,
    };
    let errors = file.items.iter().filter(|item| is_error(item)).count();
    let others = file.items.len() - errors;
    assert!(others > 0, "the implementations are there in spite of mistakes: {expanded}");
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

/// How deep syn may have to descend, looked at without recursion: into groups, into generics, and into
/// what signs in a row can open, such as `&&&`.
pub(super) fn depth(tokens: &TokenStream) -> usize {
    let mut deepest = 0;
    let mut waiting = vec![(tokens.clone(), 0)];
    while let Some((tokens, depth)) = waiting.pop() {
        let (mut angles, mut signs) = (0, 0);
        for tree in tokens {
            angles += usize::from(matches!(&tree, TokenTree::Punct(sign) if sign.as_char() == '<'));
            signs = if matches!(tree, TokenTree::Punct(_)) { signs + 1 } else { 0 };
            deepest = deepest.max(depth + angles.max(signs));
            if let TokenTree::Group(group) = tree {
                waiting.push((group.stream(), depth + 1));
            }
        }
    }
    deepest
}
