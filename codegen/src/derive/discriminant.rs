//! Discriminants as codes.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;

use super::constant::Constants;
use super::expression::{is_expression, parenthesised};
use super::item::{Attribute, Variant};
use super::literal::is_integer_type;
use super::site::Site;
use super::tokens::peel;
use super::value;
use crate::model::{At, Number};

/// The discriminants of an enum, as the compiler counts them.
pub(super) struct Discriminants {
    /// That of the next variant, if it gives none.
    next: Next,
    /// The integer type.
    kind: TokenStream,
    is_signed: bool,
    /// Those that are codes, in order.
    seen: Vec<i64>,
}

/// What the next discriminant is.
enum Next {
    /// Before the first that is given there is no code.
    None,
    /// A number and what is added to it.
    Sum(Number, i64),
    /// One more than an expression that is not read here, which has been said or has not.
    Foreign { told: bool },
}

/// What a discriminant says about a variant's code.
pub(super) enum Discriminant {
    /// There is none, and none before it.
    None,
    /// The code.
    Code(At<Number>),
    /// It is an expression of a kind that is not read here, or counts on from one.
    Foreign(Site),
    /// The same, and an earlier variant has been told.
    Told,
    /// It is wrong in a way that the compiler reports for every enum: its type does not fit, or another
    /// variant has the same.
    Refused,
}

impl Discriminants {
    /// Looks for the integer type among the attributes of the enum.
    pub(super) fn new(attributes: &[Attribute]) -> Self {
        let word = attributes.iter().find_map(repr).unwrap_or_else(|| "isize".to_owned());
        let kind: TokenStream = word.parse().unwrap_or_else(|_| quote!(isize));
        let kind = quote!(::core::primitive::#kind);
        Self { next: Next::None, kind, is_signed: word.starts_with('i'), seen: Vec::new() }
    }

    /// The discriminant of the next variant, which is a code if `is_code`.
    pub(super) fn take(
        &mut self,
        variant: &Variant,
        is_code: bool,
        constants: &mut Constants,
    ) -> Discriminant {
        let tokens = parenthesised(peel(variant.discriminant.clone()));
        let at = Site::of(&tokens, variant.at);
        let next = match (tokens.as_slice(), value::known(&tokens)) {
            ([], _) => core::mem::replace(&mut self.next, Next::None),
            (_, Some(number)) if number < 0 && !self.is_signed => return Discriminant::Refused,
            (_, Some(number)) => Next::Sum(Number::Known(number), 0),
            ([TokenTree::Literal(_)], None) => return Discriminant::Refused,
            (tokens, None) if is_expression(tokens) => {
                Next::Sum(constants.define(tokens.to_vec(), &self.kind), 0)
            }
            (_, None) => Next::Foreign { told: false },
        };
        let (base, more) = match next {
            Next::None => return Discriminant::None,
            Next::Foreign { told } => {
                self.next = Next::Foreign { told: told || is_code };
                return if told { Discriminant::Told } else { Discriminant::Foreign(at) };
            }
            Next::Sum(base, more) => (base, more),
        };
        let number = sum(&base, more);
        self.next = Next::Sum(base, more.saturating_add(1));
        if let (Number::Known(number), true) = (&number, is_code) {
            match self.seen.binary_search(number) {
                Ok(_) => return Discriminant::Refused,
                Err(place) => self.seen.insert(place, *number),
            }
        }
        Discriminant::Code(At::new(number, at))
    }
}

fn sum(base: &Number, more: i64) -> Number {
    match base {
        Number::Known(number) => Number::Known(number.saturating_add(more)),
        Number::Expr(base) if more == 0 => Number::Expr(base.clone()),
        Number::Expr(base) => Number::Expr(format!("{base} + {more}")),
    }
}

/// The integer type of `#[repr(...)]`.
fn repr(attribute: &Attribute) -> Option<String> {
    if attribute.name != "repr" {
        return None;
    }
    let [TokenTree::Group(group)] = attribute.arguments.as_slice() else { return None };
    if group.delimiter() != Delimiter::Parenthesis {
        return None;
    }
    let words = group.stream().into_iter().map(|tree| tree.to_string());
    words.into_iter().find(|word| is_integer_type(word))
}
