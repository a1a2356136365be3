//! What a variant carries.

use proc_macro2::{Delimiter, TokenTree};

use super::item::Variant;
use super::site::Site;
use super::tokens::{is_punct, peel, split};
use crate::problem::Problem;

/// What is wrong with what a variant carries: it is a unit, or carries a `CloseCode` and nothing else.
pub(super) fn mistake(variant: &Variant) -> Option<Problem> {
    let group = variant.payload.as_ref()?;
    match split(group.stream().into_iter().collect()).as_slice() {
        [field] if group.delimiter() == Delimiter::Parenthesis && is_close_code(field) => None,
        _ => {
            let inside: Vec<TokenTree> = group.stream().into_iter().collect();
            let whole = Site::of(&[TokenTree::Group(group.clone())], variant.at);
            let at = match group.delimiter() {
                Delimiter::Parenthesis => Site::of(&inside, whole),
                _ => whole,
            };
            let name = &variant.name;
            Some(
                Problem::error(at, format!("`{name}` carries its `CloseCode` or nothing"))
                    .help(format!("write `{name}(CloseCode)`, or `{name}` alone")),
            )
        }
    }
}

/// Whether the type of a field is a path that ends in `CloseCode`. A macro sees no types, so an alias
/// under another name is refused, and a stranger of this name is refused by the compiler.
fn is_close_code(field: &[TokenTree]) -> bool {
    let mut tokens = field;
    while let [hash, TokenTree::Group(_), rest @ ..] = tokens {
        if !is_punct(hash, '#') {
            return false;
        }
        tokens = rest;
    }
    let path = peel(tokens.to_vec());
    let is_path =
        path.iter().all(|tree| matches!(tree, TokenTree::Ident(_)) || is_punct(tree, ':'));
    is_path && matches!(path.last(), Some(TokenTree::Ident(last)) if last == "CloseCode")
}

/// The compiler takes `#[close_code]` on a field as well, where it would mean nothing.
pub(super) fn misplaced(variant: &Variant) -> Option<Problem> {
    let tokens: Vec<TokenTree> = variant.payload.as_ref()?.stream().into_iter().collect();
    let is_ours = |tree: &TokenTree| match tree {
        TokenTree::Group(group) => {
            let first = group.stream().into_iter().next();
            matches!(first, Some(TokenTree::Ident(ident)) if ident == "close_code")
        }
        _ => false,
    };
    let ours = tokens.windows(2).find(|pair| is_punct(&pair[0], '#') && is_ours(&pair[1]))?;
    let problem = Problem::error(Site::of(ours, variant.at), "`close_code` belongs to the variant");
    Some(problem.help("move it above the variant's name"))
}
