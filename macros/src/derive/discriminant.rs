//! Discriminants as codes.

use std::collections::HashSet;

use close_code_codegen::check::not_a_code;
use close_code_codegen::model::{At, Number, Span};
use proc_macro2::{Ident, TokenTree};
use syn::{Attribute, Expr, Variant};

use super::context::Context;
use super::expressions::Expressions;
use super::number::{is_other_literal, literal};

/// The discriminants of an enum, as the compiler counts them.
pub(super) struct Discriminants {
    /// That of the next variant, if it gives none.
    next: Next,
    /// The integer type.
    kind: Ident,
    /// Those that are codes.
    seen: HashSet<i64>,
}

/// What the next discriminant is.
enum Next {
    /// Before the first that is given there is no code.
    None,
    /// A number and what is added to it.
    Sum(Number, i64),
    /// It follows one that is wrong.
    Refused,
}

/// What a discriminant says about a variant's code.
pub(super) enum Discriminant {
    /// There is none, and none before it, or it is not a code.
    None,
    /// The code.
    Code(At<Number>),
    /// It is wrong, and reported here or by the compiler: its type does not fit, or another variant has the
    /// same.
    Refused,
}

impl Discriminants {
    /// Looks for the integer type among the attributes of the enum.
    pub(super) fn new(attributes: &[Attribute]) -> Self {
        let kind = attributes.iter().find_map(repr);
        let kind = kind.unwrap_or_else(|| Ident::new("isize", proc_macro2::Span::call_site()));
        Self { next: Next::None, kind, seen: HashSet::new() }
    }

    /// The discriminant of the next variant, which is a code if `is_code`.
    pub(super) fn take(
        &mut self,
        variant: &Variant,
        is_code: bool,
        expressions: &mut Expressions,
        context: &mut Context,
    ) -> Discriminant {
        let mut at = context.at(variant.ident.span());
        let mut next = core::mem::replace(&mut self.next, Next::None);
        if let Some((_, value)) = &variant.discriminant {
            at = context.of(value, at);
            next = self.given(value, is_code.then_some(at), expressions, context);
        }
        let (base, more) = match next {
            Next::None => return Discriminant::None,
            Next::Refused => {
                self.next = Next::Refused;
                return Discriminant::Refused;
            }
            Next::Sum(base, more) => (base, more),
        };
        let number = is_code.then(|| match &base {
            Number::Known(number) => Number::Known(number.saturating_add(more)),
            Number::Computed(_) if more == 0 => base.clone(),
            Number::Computed(base) => expressions.following(*base, more),
        });
        self.next = Next::Sum(base, more.saturating_add(1));
        match number {
            None => Discriminant::None,
            Some(Number::Known(number)) if !self.seen.insert(number) => Discriminant::Refused,
            Some(number) => Discriminant::Code(At::new(number, at)),
        }
    }

    /// A discriminant that is given. The compiler refuses one whose type is wrong; one that is a code and is
    /// beyond the numbers of the model is reported here.
    fn given(
        &self,
        value: &Expr,
        code: Option<Span>,
        expressions: &mut Expressions,
        context: &mut Context,
    ) -> Next {
        let Some(literal) = literal(value) else {
            if is_other_literal(value) {
                return Next::Refused;
            }
            return Next::Sum(expressions.discriminant(value, self.kind.clone()), 0);
        };
        if literal.is_negative() && !self.kind.to_string().starts_with('i') {
            return Next::Refused;
        }
        match (literal.value(), code) {
            (Some(number), _) => Next::Sum(Number::Known(number), 0),
            (None, Some(at)) => {
                context.problems.push(not_a_code(at, &literal.digits));
                Next::Refused
            }
            (None, None) => Next::Refused,
        }
    }
}

/// The integer type of `#[repr(...)]`.
fn repr(attribute: &Attribute) -> Option<Ident> {
    if !attribute.path().is_ident("repr") {
        return None;
    }
    let list = attribute.meta.require_list().ok()?;
    list.tokens.clone().into_iter().find_map(|token| match token {
        TokenTree::Ident(word) if is_integer_type(&word.to_string()) => {
            Some(Ident::new(&word.to_string(), proc_macro2::Span::call_site()))
        }
        _ => None,
    })
}

/// Whether a word is one of the integer types.
fn is_integer_type(word: &str) -> bool {
    word.strip_prefix(['u', 'i'])
        .is_some_and(|width| matches!(width, "8" | "16" | "32" | "64" | "128" | "size"))
}
