//! Small questions about tokens.

use proc_macro2::{Delimiter, TokenTree};

/// Whether a token is this character of punctuation.
pub(super) fn is_punct(tree: &TokenTree, character: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == character)
}

/// Unwraps what a macro's parameter, such as `$code:expr`, has been replaced by, where it is all there is.
pub(super) fn peel(mut tokens: Vec<TokenTree>) -> Vec<TokenTree> {
    loop {
        match tokens.as_slice() {
            [TokenTree::Group(group)] if group.delimiter() == Delimiter::None => {
                tokens = group.stream().into_iter().collect();
            }
            _ => return tokens,
        }
    }
}

/// Cuts at the commas, except those between the angle brackets of a path. What stands behind the last
/// comma is there only if it is anything.
pub(super) fn split(tokens: Vec<TokenTree>) -> Vec<Vec<TokenTree>> {
    let mut parts = Vec::new();
    let mut part = Vec::new();
    for tree in tokens {
        if is_punct(&tree, ',') && angle_depth(&part) == 0 {
            parts.push(core::mem::take(&mut part));
        } else {
            part.push(tree);
        }
    }
    if !part.is_empty() {
        parts.push(part);
    }
    parts
}

/// How many angle brackets of paths are open behind these tokens of an expression.
///
/// A `<` behind an operand compares or shifts, one behind `::` or at the start of an operand opens.
fn angle_depth(tokens: &[TokenTree]) -> usize {
    let mut depth = 0_usize;
    let mut before: Option<&TokenTree> = None;
    for tree in tokens {
        let behind = |character| before.is_some_and(|before| is_punct(before, character));
        if is_punct(tree, '<') {
            let operand = before.is_some_and(|before| !matches!(before, TokenTree::Punct(_)));
            if depth > 0 || !(operand || behind('>') || behind('<')) {
                depth += 1;
            }
        } else if is_punct(tree, '>') && !behind('-') && !behind('=') {
            depth = depth.saturating_sub(1);
        }
        before = Some(tree);
    }
    depth
}
