//! What is too long or too deep to be read: syn reads by recursion, and integers in squared time.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};

/// Tokens between two commas. An operator or a sign costs a call each.
const TOKENS: usize = 512;
/// Groups within groups.
const DEPTH: usize = 64;
/// Characters of a number.
const DIGITS: usize = 128;

/// The first token, if any, that goes beyond what is read. Attributes of others may be as long as they like.
pub(super) fn exceeded(tokens: &TokenStream) -> Option<Span> {
    let mut waiting = vec![(tokens.clone(), 0)];
    while let Some((tokens, depth)) = waiting.pop() {
        let mut count = 0;
        let mut before = None;
        for token in tokens {
            let span = token.span();
            match &token {
                TokenTree::Group(_) if depth == DEPTH => return Some(span),
                TokenTree::Group(group) if is_attribute(before.as_ref(), group.delimiter()) => {
                    // Neither the sign nor the list: only the value of `#[name = value]` is read.
                    count -= 1;
                    let tokens = group.stream();
                    if tokens.clone().into_iter().any(|token| is_sign(Some(&token), '=')) {
                        waiting.push((tokens, depth + 1));
                    }
                }
                TokenTree::Group(group) => {
                    count += 1;
                    waiting.push((group.stream(), depth + 1));
                }
                TokenTree::Punct(sign) if sign.as_char() == ',' => count = 0,
                TokenTree::Literal(literal) if is_long(&literal.to_string()) => return Some(span),
                _ => count += 1,
            }
            if count > TOKENS {
                return Some(span);
            }
            before = Some(token);
        }
    }
    None
}

fn is_attribute(before: Option<&TokenTree>, delimiter: Delimiter) -> bool {
    delimiter == Delimiter::Bracket && is_sign(before, '#')
}

fn is_sign(token: Option<&TokenTree>, sign: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

fn is_long(literal: &str) -> bool {
    literal.len() > DIGITS && literal.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::exceeded;

    fn is_exceeded(item: &str) -> bool {
        exceeded(&item.parse().expect("tokens")).is_some()
    }

    #[test]
    fn what_people_write_is_not_exceeded() {
        let doc = "/// A line of a long comment, and, another.\n".repeat(5000);
        let foreign = format!("#[foreign({})]", "word ".repeat(5000));
        let variants = "#[close_code(4001, 4002, 4100..=4199)] A = BASE + 1,".repeat(5000);
        assert!(!is_exceeded(&format!("{doc} {foreign} enum E {{ {doc} {foreign} {variants} }}")));
    }

    #[test]
    fn signs_groups_and_digits_have_an_end() {
        let nested = format!("{}1{}", "(".repeat(100), ")".repeat(100));
        for value in
            ["- ".repeat(200_000) + "1", "1 + ".repeat(200_000) + "1", nested, "1".repeat(200_000)]
        {
            assert!(is_exceeded(&format!("enum E {{ A = {value} }}")));
            assert!(is_exceeded(&format!("enum E {{ #[doc = {value}] A }}")));
            assert!(is_exceeded(&value));
        }
    }
}
