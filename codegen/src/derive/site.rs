//! Places in the user's source.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::quote_spanned;

use crate::problem::Place;

/// Some tokens of the user's: from the first to the last.
///
/// The compiler joins two spans only in the tokens that it is given, so both are kept.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Site {
    first: Span,
    last: Span,
    /// The position of the variant, counted from one; 0 for what stands before the variants.
    order: usize,
}

impl Site {
    /// One token.
    pub(super) fn at(span: Span, order: usize) -> Self {
        Self { first: span, last: span, order }
    }

    /// Several tokens, or where there are none `otherwise`.
    pub(super) fn of(tokens: &[TokenTree], otherwise: Self) -> Self {
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => {
                Self { first: first.span(), last: last.span(), order: otherwise.order }
            }
            _ => otherwise,
        }
    }

    /// From here to the end of another place.
    pub(super) fn to(self, other: Self) -> Self {
        Self { last: other.last, ..self }
    }

    /// A call of a macro or a function, so placed that an error underlines the user's tokens: it reaches
    /// from `callee` to the end of the arguments.
    pub(super) fn call(self, callee: TokenStream, arguments: TokenStream) -> TokenStream {
        let mut tokens: Vec<TokenTree> = callee.into_iter().collect();
        for token in &mut tokens {
            token.set_span(self.first);
        }
        let mut arguments = proc_macro2::Group::new(proc_macro2::Delimiter::Parenthesis, arguments);
        arguments.set_span(self.last);
        tokens.push(arguments.into());
        tokens.into_iter().collect()
    }

    /// An error at this place.
    pub(super) fn error(self, text: &str) -> TokenStream {
        let path = quote_spanned!(self.first=> ::core::compile_error!);
        let mut text = proc_macro2::Group::new(
            proc_macro2::Delimiter::Brace,
            quote_spanned!(self.last=> #text),
        );
        text.set_span(self.last);
        quote_spanned!(self.last=> #path #text)
    }
}

impl Place for Site {
    fn order(&self) -> usize {
        self.order
    }
}
