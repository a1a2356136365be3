//! From the text that the back end writes to tokens.
//!
//! The compiler's lexer is quicker at that than any code that puts tokens together one by one. What has to
//! be a token of the user's, so that a path resolves and an error points to it, has a word in the text.

use proc_macro2::{Group, Ident, LexError, Span, TokenStream, TokenTree};

use super::item::Item;
use super::words::{Word, Words};
use crate::rust::Options;

/// The word for the path of the runtime crate.
const CRATE: &str = "__close_code_crate";
/// The word for the visibility of the enum.
pub(super) const VISIBILITY: &str = "__close_code_visibility";
/// The word for the items that judge the codes.
pub(super) const JUDGEMENTS: &str = "__close_code_judgements";

/// The options for a text with these words.
pub(super) fn options() -> Options {
    Options { krate: CRATE.to_owned(), ..Options::default() }
}

/// The tokens of a text about an enum.
pub(super) fn tokens(
    text: &str,
    item: &Item,
    krate: &TokenStream,
    judgements: TokenStream,
) -> TokenStream {
    let mut words = Vec::with_capacity(item.variants.len() + 4);
    words.push((CRATE.to_owned(), Word::Tokens(krate.clone())));
    words.push((VISIBILITY.to_owned(), Word::Tokens(item.visibility.clone())));
    words.push((JUDGEMENTS.to_owned(), Word::Tokens(judgements)));
    words.push((item.name.to_string(), Word::Name(located(&item.name))));
    for variant in &item.variants {
        words.push((variant.name.to_string(), Word::Name(located(&variant.name))));
    }
    match lexed(text) {
        Ok(tokens) => graft(tokens, &Words::new(words)),
        Err(error) => {
            let text = format!("close-code wrote what is not Rust: {error}");
            quote::quote!(::core::compile_error! { #text })
        }
    }
}

/// The tokens of a text, by the compiler's own lexer where there is one. `proc_macro2` first lexes a text
/// itself, since the compiler reports errors that cannot be taken back; this text has none.
fn lexed(text: &str) -> Result<TokenStream, String> {
    if proc_macro::is_available() {
        let tokens = text.parse::<proc_macro::TokenStream>();
        tokens.map(TokenStream::from).map_err(|error| error.to_string())
    } else {
        text.parse().map_err(|error: LexError| error.to_string())
    }
}

/// A name that is found where the user wrote it, with the hygiene of generated code.
fn located(name: &Ident) -> Ident {
    let mut name = name.clone();
    name.set_span(Span::call_site().located_at(name.span()));
    name
}

/// Puts tokens in the place of their words.
fn graft(tokens: TokenStream, words: &Words) -> TokenStream {
    let mut grafted: Vec<TokenTree> = Vec::new();
    for tree in tokens {
        match tree {
            TokenTree::Ident(ident) => match words.get(&ident.to_string()) {
                Some(Word::Name(name)) => grafted.push(name.clone().into()),
                Some(Word::Tokens(tokens)) => grafted.extend(tokens.clone()),
                None => grafted.push(ident.into()),
            },
            TokenTree::Group(group) => {
                let inner = graft(group.stream(), words);
                grafted.push(Group::new(group.delimiter(), inner).into());
            }
            other => grafted.push(other),
        }
    }
    grafted.into_iter().collect()
}
