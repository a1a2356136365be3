//! `#[close_code(...)]`, cut into its items.
//!
//! The items are cut at their commas before any is read, so that a mistake in one hides none in the next.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::{Attribute, Meta};

use super::value;
use crate::problem::Problem;

/// One item of the attribute.
pub(super) enum Item {
    /// `rest`, `local`.
    Word(Ident),
    /// `reconnect = "never"`.
    Pair { key: Ident, value: Vec<TokenTree>, at: Span },
    /// `4001`, `4100..=4199`, `BASE + 1`.
    Codes { tokens: Vec<TokenTree>, at: Span },
}

/// The items of all `#[close_code(...)]` among the attributes.
pub(super) fn items(attributes: &[Attribute], problems: &mut Vec<Problem<Span>>) -> Vec<Item> {
    let mut items = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("close_code")) {
        match &attribute.meta {
            Meta::List(list) => cut(list.tokens.clone(), &mut items, problems),
            Meta::Path(_) | Meta::NameValue(_) => problems.push(
                Problem::error(value_span(attribute), "`close_code` takes its arguments in parentheses")
                    .help("write `#[close_code(4001)]`"),
            ),
        }
    }
    items
}

fn value_span(attribute: &Attribute) -> Span {
    use syn::spanned::Spanned as _;
    attribute.meta.span()
}

fn cut(tokens: TokenStream, items: &mut Vec<Item>, problems: &mut Vec<Problem<Span>>) {
    let mut item = Vec::new();
    for tree in tokens {
        if matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == ',') {
            if item.is_empty() {
                problems.push(
                    Problem::error(tree.span(), "a comma with nothing before it").help("remove it"),
                );
            }
            items.extend(classify(core::mem::take(&mut item), problems));
        } else {
            item.push(tree);
        }
    }
    items.extend(classify(item, problems));
}

fn classify(tokens: Vec<TokenTree>, problems: &mut Vec<Problem<Span>>) -> Option<Item> {
    let at = value::span(&tokens);
    match tokens.as_slice() {
        [] => None,
        [TokenTree::Ident(word)] if is_word(word) => Some(Item::Word(word.clone())),
        [TokenTree::Ident(key), TokenTree::Punct(equals), value @ ..]
            if equals.as_char() == '=' && !starts_with_equals(value) =>
        {
            if value.is_empty() {
                problems.push(
                    Problem::error(at, format!("`{key}` has no value"))
                        .help(format!("write `{key} = ...`")),
                );
                return None;
            }
            Some(Item::Pair { key: key.clone(), value: value.to_vec(), at: value::span(value) })
        }
        _ => Some(Item::Codes { tokens, at }),
    }
}

/// A lone identifier in lower case is a word of ours; one in capitals is a constant of the user's.
fn is_word(ident: &Ident) -> bool {
    ident.to_string().chars().all(|c| c.is_ascii_lowercase() || c == '_')
}

fn starts_with_equals(tokens: &[TokenTree]) -> bool {
    matches!(tokens.first(), Some(TokenTree::Punct(punct)) if punct.as_char() == '=')
}
