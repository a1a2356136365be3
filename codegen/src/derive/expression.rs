//! Which tokens are an expression that a code can be.
//!
//! The derive passes an expression on for the compiler to evaluate. What is none would be reported as a
//! mistake in generated code, and take the implementations down with it, so it has to be found here. A
//! small part of Rust's expressions is enough: numbers, paths, casts, calls and operators.

use proc_macro2::{Delimiter, Group, Spacing, TokenTree};

use super::site::Site;
use super::tokens::{is_punct, split};
use crate::naming::is_keyword;
use crate::problem::Problem;

/// What is wrong with the tokens of a code, which are no literal.
pub(super) fn mistake(tokens: &[TokenTree], at: Site) -> Option<Problem> {
    let is_alone = matches!(tokens, [TokenTree::Literal(_)]);
    if !is_alone && is_expression(tokens) {
        return None;
    }
    let problem = match tokens.windows(2).find(|pair| pair.iter().all(is_operand)) {
        Some(pair) => {
            let (left, right) = (&pair[0], &pair[1]);
            Problem::error(
                Site::of(pair, at),
                format!("there is no comma between `{left}` and `{right}`"),
            )
            .help(format!("write `{left}, {right}`"))
        }
        None => Problem::error(at, "this is not a close code").help(
            "a code is a number such as `4001`, a range such as `4100..=4199`, or `BASE + 1`",
        ),
    };
    Some(problem)
}

fn is_operand(tree: &TokenTree) -> bool {
    match tree {
        TokenTree::Literal(_) => true,
        TokenTree::Ident(ident) => !is_keyword(&ident.to_string()),
        _ => false,
    }
}

/// Whether tokens are an expression of the small kind.
pub(super) fn is_expression(tokens: &[TokenTree]) -> bool {
    Reader { rest: tokens }.expression()
}

/// Puts what a macro's parameter, such as `$base:expr`, has been replaced by into parentheses. The
/// compiler knows that it is one operand; of tokens that a derive passes on it does not.
pub(super) fn parenthesised(tokens: Vec<TokenTree>) -> Vec<TokenTree> {
    let mut explicit = Vec::with_capacity(tokens.len());
    for tree in tokens {
        let TokenTree::Group(group) = tree else {
            explicit.push(tree);
            continue;
        };
        let inner = parenthesised(group.stream().into_iter().collect());
        if group.delimiter() == Delimiter::None && (inner.len() == 1 || is_path(&inner)) {
            explicit.extend(inner);
            continue;
        }
        let delimiter = match group.delimiter() {
            Delimiter::None => Delimiter::Parenthesis,
            other => other,
        };
        let mut made = Group::new(delimiter, inner.into_iter().collect());
        made.set_span(group.span());
        explicit.push(made.into());
    }
    explicit
}

/// Whether tokens are a path without generics.
pub(super) fn is_path(tokens: &[TokenTree]) -> bool {
    let mut reader = Reader { rest: tokens };
    reader.path() && reader.rest.is_empty()
}

/// Reads an expression from the left; each function says whether it has found what it is named for.
struct Reader<'a> {
    rest: &'a [TokenTree],
}

impl Reader<'_> {
    /// All of the tokens as operands and operators in turn.
    fn expression(mut self) -> bool {
        while self.operand() {
            if self.rest.is_empty() {
                return true;
            }
            if !self.operator() {
                return false;
            }
        }
        false
    }

    fn operand(&mut self) -> bool {
        while self.eat('-') || self.eat('!') || self.eat('*') || self.eat('&') {}
        if !self.primary() {
            return false;
        }
        while self.postfix() {}
        while self.eat_word("as") {
            if !self.path() {
                return false;
            }
        }
        true
    }

    /// A literal, a path, a call of a macro, or an expression in parentheses.
    fn primary(&mut self) -> bool {
        match self.rest {
            [TokenTree::Literal(_), rest @ ..] => {
                self.rest = rest;
                true
            }
            [TokenTree::Group(group), rest @ ..] => {
                self.rest = rest;
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                group.delimiter() == Delimiter::Parenthesis && is_expression(&inner)
            }
            _ => {
                if !self.path() {
                    return false;
                }
                if let [bang, TokenTree::Group(group), rest @ ..] = self.rest {
                    if is_punct(bang, '!') && group.delimiter() != Delimiter::None {
                        self.rest = rest;
                    }
                }
                true
            }
        }
    }

    /// The arguments of a call, an index, or a field.
    fn postfix(&mut self) -> bool {
        let (is_read, rest) = match self.rest {
            [TokenTree::Group(group), rest @ ..] => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                let is_read = match group.delimiter() {
                    Delimiter::Parenthesis => split(inner).iter().all(|one| is_expression(one)),
                    Delimiter::Bracket => is_expression(&inner),
                    Delimiter::Brace | Delimiter::None => false,
                };
                (is_read, rest)
            }
            [dot, TokenTree::Ident(name), rest @ ..] => {
                (is_punct(dot, '.') && !is_keyword(&name.to_string()), rest)
            }
            [dot, TokenTree::Literal(field), rest @ ..] => {
                // `0` of a tuple, or `0.1` of a tuple in it.
                let is_field = field.to_string().split('.').all(|part| part.parse::<u32>().is_ok());
                (is_punct(dot, '.') && is_field, rest)
            }
            _ => return false,
        };
        if is_read {
            self.rest = rest;
        }
        is_read
    }

    /// Names with `::` between, and before the first.
    fn path(&mut self) -> bool {
        self.colons();
        loop {
            let [TokenTree::Ident(name), rest @ ..] = self.rest else { return false };
            let name = name.to_string();
            if is_keyword(&name) && !matches!(name.as_str(), "Self" | "crate" | "self" | "super") {
                return false;
            }
            self.rest = rest;
            if !self.colons() {
                return true;
            }
        }
    }

    fn colons(&mut self) -> bool {
        match self.rest {
            // Two colons apart are no `::`.
            [TokenTree::Punct(one), other, rest @ ..]
                if one.as_char() == ':'
                    && one.spacing() == Spacing::Joint
                    && is_punct(other, ':') =>
            {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }

    /// An operator between two numbers.
    fn operator(&mut self) -> bool {
        for shift in ['<', '>'] {
            if self.eat(shift) {
                return self.eat(shift);
            }
        }
        "+-*/%^&|".chars().any(|operator| self.eat(operator))
    }

    fn eat(&mut self, character: char) -> bool {
        match self.rest {
            [first, rest @ ..] if is_punct(first, character) => {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }

    fn eat_word(&mut self, word: &str) -> bool {
        match self.rest {
            [TokenTree::Ident(first), rest @ ..] if first == word => {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;

    use super::*;

    fn tokens(source: &str) -> Vec<TokenTree> {
        source.parse::<TokenStream>().expect("tokens").into_iter().collect()
    }

    #[test]
    fn what_a_code_can_be_is_an_expression() {
        for source in [
            "BASE",
            "BASE + 1",
            "crate::codes::BASE - 5",
            "::other::BASE",
            "Self::BASE",
            "-BASE",
            "!0 >> 4",
            "1 << 12 | 3",
            "(BASE + 1) * 2",
            "BASE as u16",
            "Status::Gone as u16 + 4000",
            "code(4, http::GONE)",
            "STATUS[0].code + TABLE.get(1)",
            "base!() + 1",
            "PAIR.0 + PAIRS.0.1",
            "r#type + 1",
        ] {
            assert!(is_expression(&tokens(source)), "{source}");
        }
    }

    #[test]
    fn other_tokens_are_none() {
        for source in [
            "",
            "4001 4002",
            "BASE +",
            "+ 1",
            "BASE + + 1",
            "a::",
            "a:b",
            "a: :b",
            "a..b",
            "a = b",
            "a < b",
            "a, b",
            "(a b)",
            "()",
            "f(a +)",
            "{ a }",
            "A { b }",
            "if a { b } else { c }",
            "a as",
            "a.",
            "a.b::c",
            "a.fn",
            "a.4001u16",
            "a.0x1",
            "a.1_0",
            "a.4294967296",
            "a.0.",
            "a.'b'",
            "f(a, b c)",
            "#a",
            "_",
        ] {
            assert!(!is_expression(&tokens(source)), "{source}");
        }
    }
}
