//! Codes as they are written: literals, ranges of literals, and expressions for the compiler.

pub(super) use close_code_codegen::check::not_a_code;
use close_code_codegen::model::{At, DraftCodes, Number, Span};
use close_code_codegen::naming;
use proc_macro2::{TokenStream, TokenTree};
use syn::parse::ParseStream;
use syn::{Expr, Lit, LitInt, Token, UnOp, token};

use super::context::Context;
use super::expressions::Expressions;

/// A single code, or a range.
pub(super) enum Codes {
    Single(Expr),
    Range { first: Option<Expr>, last: Option<Expr>, inclusive: bool },
}

impl Codes {
    /// Reads codes. `None` for what is neither an expression of the kinds that are read, nor a block.
    pub(super) fn parse(input: ParseStream<'_>) -> Option<Self> {
        let begin = input.fork();
        let first = if input.peek(Token![..]) { None } else { Some(expression(input)?) };
        if !input.peek(Token![..]) && !matches!(first, Some(Expr::Range(_))) {
            return first.filter(is_read).map(Self::Single);
        }
        // With the feature `full`, which another crate may ask for, syn reads ranges itself.
        if !matches!(first, Some(Expr::Range(_))) {
            let _ = input.parse::<Token![..=]>().is_ok() || input.parse::<Token![..]>().is_ok();
            if !input.is_empty() && !input.peek(Token![,]) {
                expression(input)?;
            }
        }
        let mut tokens = Vec::new();
        while begin.cursor() != input.cursor() {
            tokens.push(begin.parse::<TokenTree>().ok()?);
        }
        let dots = tokens.windows(2).position(|pair| is_dot(&pair[0]) && is_dot(&pair[1]))?;
        let last = tokens.split_off(dots + 2);
        tokens.truncate(dots);
        let inclusive =
            matches!(last.first(), Some(TokenTree::Punct(sign)) if sign.as_char() == '=');
        let end = |tokens: &[TokenTree]| {
            syn::parse2(tokens.iter().cloned().collect()).ok().filter(is_read)
        };
        let (first, last) = (end(&tokens), end(&last[usize::from(inclusive)..]));
        Some(Self::Range { first, last, inclusive })
    }

    /// The codes as a draft has them.
    pub(super) fn lower(
        &self,
        at: Span,
        expressions: &mut Expressions,
        context: &mut Context,
    ) -> Option<DraftCodes> {
        match self {
            Self::Single(code) => {
                let code = single(code, at, expressions, context)?;
                Some(DraftCodes { first: code.clone(), last: code, is_range: false, at })
            }
            Self::Range { first: Some(first), last: Some(last), inclusive: true } => {
                let (first, last) = (end(first, at, context), end(last, at, context));
                Some(DraftCodes { first: first?, last: last?, is_range: true, at })
            }
            Self::Range { first, last, .. } => {
                half_a_range(first.as_ref(), last.as_ref(), at, context);
                None
            }
        }
    }

    /// The ends of a range of two literals, and where they are; `None` for anything else.
    pub(super) fn ends(&self) -> Option<[(Literal, &Expr); 2]> {
        match self {
            Self::Range { first: Some(first), last: Some(last), inclusive: true } => {
                Some([(literal(first)?, first), (literal(last)?, last)])
            }
            _ => None,
        }
    }
}

fn is_dot(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(sign) if sign.as_char() == '.')
}

/// An expression, or a block of any kind, which only the compiler looks into.
fn expression(input: ParseStream<'_>) -> Option<Expr> {
    if input.peek(token::Brace) {
        return input.parse::<TokenTree>().ok().map(|block| Expr::Verbatim(block.into()));
    }
    input.parse().ok()
}

/// Whether an expression is of the kinds that syn reads without the feature `full`, so that the same code
/// compiles whether or not another crate asks for it.
fn is_read(expression: &Expr) -> bool {
    matches!(expression, Expr::Verbatim(_)) || is_simple(expression)
}

fn is_simple(expression: &Expr) -> bool {
    let all = |mut expressions: syn::punctuated::Iter<'_, Expr>| expressions.all(is_simple);
    match expression {
        Expr::Lit(_) | Expr::Macro(_) | Expr::Path(_) | Expr::Struct(_) => true,
        Expr::Binary(of) => is_simple(&of.left) && is_simple(&of.right),
        Expr::Call(of) => is_simple(&of.func) && all(of.args.iter()),
        Expr::Cast(of) => is_simple(&of.expr),
        Expr::Field(of) => is_simple(&of.base),
        Expr::Group(of) => is_simple(&of.expr),
        Expr::Index(of) => is_simple(&of.expr) && is_simple(&of.index),
        Expr::MethodCall(of) => is_simple(&of.receiver) && all(of.args.iter()),
        Expr::Paren(of) => is_simple(&of.expr),
        Expr::Reference(of) => is_simple(&of.expr),
        Expr::Tuple(of) => all(of.elems.iter()),
        Expr::Unary(of) => is_simple(&of.expr),
        _ => false,
    }
}

/// An integer literal, with its sign.
#[derive(Clone)]
pub(super) struct Literal {
    /// The decimal digits, after a minus if there is one.
    pub(super) digits: String,
    suffix: String,
}

impl Literal {
    /// The value: `None` for one that is farther from a code than the model's numbers reach.
    pub(super) fn value(&self) -> Option<i64> {
        self.digits.parse().ok()
    }

    fn of(literal: &LitInt) -> Self {
        let digits = literal.base10_digits().to_owned();
        Self { digits, suffix: literal.suffix().to_owned() }
    }

    fn negated(mut self) -> Self {
        self.digits = match self.digits.strip_prefix('-') {
            Some(digits) => digits.to_owned(),
            None if self.digits == "0" => self.digits,
            None => format!("-{}", self.digits),
        };
        self
    }

    /// The value as a number of the model. Says what is wrong with a literal that cannot be a code.
    pub(super) fn code(&self, at: Span, context: &mut Context) -> Option<i64> {
        if !matches!(&*self.suffix, "" | "u16") {
            context.error(
                at,
                "a close code must have no suffix, or `u16`",
                format!("write `{}`", self.digits),
            );
            return None;
        }
        let value = self.value();
        if value.is_none() {
            context.problems.push(not_a_code(at, &self.digits));
        }
        value
    }

    pub(super) fn is_negative(&self) -> bool {
        self.digits.starts_with('-')
    }
}

/// An expression without parentheses, and without what a macro has wrapped it in.
pub(super) fn unwrapped(expression: &Expr) -> &Expr {
    match expression {
        Expr::Paren(inner) => unwrapped(&inner.expr),
        Expr::Group(inner) => unwrapped(&inner.expr),
        _ => expression,
    }
}

/// The integer literal that an expression is, with its sign.
pub(super) fn literal(expression: &Expr) -> Option<Literal> {
    match unwrapped(expression) {
        Expr::Lit(syn::ExprLit { lit: Lit::Int(literal), .. }) => Some(Literal::of(literal)),
        Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => {
            literal(&unary.expr).map(Literal::negated)
        }
        _ => None,
    }
}

/// Whether an expression is a literal of another kind than a number.
pub(super) fn is_other_literal(expression: &Expr) -> bool {
    match unwrapped(expression) {
        Expr::Lit(lit) => !matches!(lit.lit, Lit::Int(_)),
        Expr::Unary(unary) => is_other_literal(&unary.expr),
        _ => false,
    }
}

/// A single code: a literal, or an expression for the compiler to evaluate.
fn single(
    code: &Expr,
    at: Span,
    expressions: &mut Expressions,
    context: &mut Context,
) -> Option<At<Number>> {
    if let Some(literal) = literal(code) {
        return literal.code(at, context).map(|number| At::new(Number::Known(number), at));
    }
    if is_other_literal(code) {
        not_read(at, context);
        return None;
    }
    Some(At::new(expressions.code(code), at))
}

/// An end of a range: a literal, since rows are put in order and into each other before any is evaluated.
fn end(code: &Expr, whole: Span, context: &mut Context) -> Option<At<Number>> {
    let at = context.of(code, whole);
    if let Some(literal) = literal(code) {
        return literal.code(at, context).map(|number| At::new(Number::Known(number), at));
    }
    context.error(at, "both ends of a range must be integer literals", "write it as `4100..=4199`");
    None
}

fn half_a_range(first: Option<&Expr>, last: Option<&Expr>, at: Span, context: &mut Context) {
    let value = |end: Option<&Expr>| literal(end?)?.value();
    let help = match (value(first), value(last)) {
        (Some(first), Some(end)) if first < end => format!("write `{first}..={}`", end - 1),
        (Some(first), None) if last.is_none() => format!("write `{first}..=4999`, for example"),
        (None, Some(last)) if first.is_none() => format!("write `4000..={last}`, for example"),
        _ => "write it as `4100..=4199`".to_owned(),
    };
    let message = "a range needs a first and a last code, both inclusive";
    context.error(at, message, help);
}

/// Says what is wrong with the tokens of an argument that is not read.
pub(super) fn mistake(tokens: TokenStream, at: Span, context: &mut Context) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let Some(pair) = tokens.windows(2).find(|pair| pair.iter().all(is_operand)) else {
        return not_read(at, context);
    };
    let (left, right) = (&pair[0], &pair[1]);
    let at = context.between(left.span(), right.span());
    context.error(
        at,
        format!("there is no comma between `{left}` and `{right}`"),
        format!("write `{left}, {right}`"),
    );
}

pub(super) fn not_read(at: Span, context: &mut Context) {
    context.error(
        at,
        "this is not a close code",
        "a code is a number such as `4001`, a range such as `4100..=4199`, or `BASE + 1`",
    );
}

pub(super) fn is_operand(token: &TokenTree) -> bool {
    match token {
        TokenTree::Literal(_) => true,
        TokenTree::Ident(ident) => !naming::is_keyword(&ident.to_string()),
        _ => false,
    }
}
