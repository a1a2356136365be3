//! The values in an attribute: numbers, ranges, texts, words.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::quote;
use syn::spanned::Spanned as _;
use syn::{Expr, Lit, LitStr, UnOp};

use crate::model::{At, Codes, Number};
use crate::problem::Problem;

type Problems = Vec<Problem<Span>>;

/// Reads `4001`, `BASE + 1`, or `4100..=4199`.
pub(super) fn codes(tokens: &[TokenTree], at: Span, problems: &mut Problems) -> Option<Codes<Span>> {
    let Some(dots) = position_of_dots(tokens) else {
        let number = number(tokens, at, problems)?;
        return Some(Codes { first: number.clone(), last: number, is_range: false, at });
    };
    let (left, right) = (&tokens[..dots], &tokens[dots + 2..]);
    let (inclusive, right) = match right.split_first() {
        Some((TokenTree::Punct(punct), right)) if punct.as_char() == '=' => (true, right),
        _ => (false, right),
    };
    if !inclusive || left.is_empty() || right.is_empty() {
        problems.push(
            Problem::error(at, "a range of codes has a first and a last code")
                .help("write it as `4100..=4199`; both ends belong to it"),
        );
        return None;
    }
    let first = number(left, span(left), problems);
    let last = number(right, span(right), problems);
    Some(Codes { first: first?, last: last?, is_range: true, at })
}

fn position_of_dots(tokens: &[TokenTree]) -> Option<usize> {
    let is_dot = |tree: &TokenTree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == '.');
    (1..tokens.len()).find(|&at| is_dot(&tokens[at - 1]) && is_dot(&tokens[at])).map(|at| at - 1)
}

fn number(tokens: &[TokenTree], at: Span, problems: &mut Problems) -> Option<At<Number, Span>> {
    let stream: TokenStream = tokens.iter().cloned().collect();
    match syn::parse2::<Expr>(stream) {
        Ok(expr) => of_expr(&expr, &quote!(u16), at, problems),
        Err(_) => {
            problems.push(not_a_code(at));
            None
        }
    }
}

/// A number that is a literal, or an expression of type `kind` for the compiler to evaluate.
pub(super) fn of_expr(
    expr: &Expr,
    kind: &TokenStream,
    at: Span,
    problems: &mut Problems,
) -> Option<At<Number, Span>> {
    match expr {
        Expr::Paren(paren) => of_expr(&paren.expr, kind, at, problems),
        Expr::Group(group) => of_expr(&group.expr, kind, at, problems),
        Expr::Lit(literal) => match &literal.lit {
            Lit::Int(number) => Some(At::new(Number::Known(known(number)), at)),
            _ => {
                problems.push(not_a_code(at));
                None
            }
        },
        Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => {
            match of_expr(&unary.expr, kind, at, problems)?.value {
                Number::Known(number) => Some(At::new(Number::Known(-number), at)),
                Number::Expr(_) => Some(At::new(deferred(expr, kind), at)),
            }
        }
        _ => Some(At::new(deferred(expr, kind), at)),
    }
}

/// The value of a literal; one too large for an `i64` is as wrong as the largest.
fn known(number: &syn::LitInt) -> i64 {
    number.base10_parse().unwrap_or(i64::MAX)
}

fn deferred(expr: &Expr, kind: &TokenStream) -> Number {
    Number::Expr(quote!({
        const __CLOSE_CODE_VALUE: #kind = #expr;
        __CLOSE_CODE_VALUE as i64
    }))
}

fn not_a_code(at: Span) -> Problem<Span> {
    Problem::error(at, "this is not a close code")
        .help("a code is a number such as `4001` or a range such as `4100..=4199`")
}

/// A text literal.
pub(super) fn text(
    key: &str,
    tokens: &[TokenTree],
    at: Span,
    problems: &mut Problems,
) -> Option<At<String, Span>> {
    let stream: TokenStream = tokens.iter().cloned().collect();
    match syn::parse2::<LitStr>(stream) {
        Ok(literal) => Some(At::new(literal.value(), literal.span())),
        Err(_) => {
            problems.push(
                Problem::error(at, format!("`{key}` is a text"))
                    .help(format!("write `{key} = \"...\"`")),
            );
            None
        }
    }
}

/// The place of several tokens: that of the first where the compiler cannot join them.
pub(super) fn span(tokens: &[TokenTree]) -> Span {
    let stream: TokenStream = tokens.iter().cloned().collect();
    stream.span()
}
