//! Places in the user's source.

use std::cell::RefCell;

use proc_macro2::{TokenStream, TokenTree};
use quote::quote_spanned;

use crate::model::Span;

/// Some tokens of the user's: from the first to the last. A problem keeps the position in [`SITES`].
pub(crate) type Site = Span;

thread_local! {
    /// The first and the last token of every place, since the compiler joins two spans only in the tokens
    /// that it is given.
    static SITES: RefCell<Vec<[proc_macro2::Span; 2]>> = const { RefCell::new(Vec::new()) };
}

/// Room for the places of one variant: problems are sorted by variant first.
const ORDER: usize = 32;

impl Span {
    fn keep(first: proc_macro2::Span, last: proc_macro2::Span, order: usize) -> Self {
        SITES.with_borrow_mut(|sites| {
            sites.push([first, last]);
            Self { start: order << ORDER, end: sites.len() - 1 }
        })
    }

    fn tokens(self) -> [proc_macro2::Span; 2] {
        let sites = SITES.with_borrow(|sites| sites.get(self.end).copied());
        sites.unwrap_or_else(|| [proc_macro2::Span::call_site(); 2])
    }

    /// One token.
    pub(super) fn at(span: proc_macro2::Span, order: usize) -> Self {
        Self::keep(span, span, order)
    }

    /// Several tokens, or where there are none `otherwise`.
    pub(super) fn of(tokens: &[TokenTree], otherwise: Self) -> Self {
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => {
                Self::keep(first.span(), last.span(), otherwise.start >> ORDER)
            }
            _ => otherwise,
        }
    }

    /// From here to the end of another place.
    pub(super) fn to(self, other: Self) -> Self {
        Self::keep(self.tokens()[0], other.tokens()[1], self.start >> ORDER)
    }

    /// A call of a macro or a function, so placed that an error underlines the user's tokens: it reaches
    /// from `callee` to the end of the arguments.
    pub(super) fn call(self, callee: TokenStream, arguments: TokenStream) -> TokenStream {
        let [first, last] = self.tokens();
        let mut tokens: Vec<TokenTree> = callee.into_iter().collect();
        for token in &mut tokens {
            token.set_span(first);
        }
        let mut arguments = proc_macro2::Group::new(proc_macro2::Delimiter::Parenthesis, arguments);
        arguments.set_span(last);
        tokens.push(arguments.into());
        tokens.into_iter().collect()
    }

    /// An error at this place.
    pub(super) fn error(self, text: &str) -> TokenStream {
        let [first, last] = self.tokens();
        let path = quote_spanned!(first=> ::core::compile_error!);
        let mut text =
            proc_macro2::Group::new(proc_macro2::Delimiter::Brace, quote_spanned!(last=> #text));
        text.set_span(last);
        quote_spanned!(last=> #path #text)
    }
}
