//! What the reading of an enum collects: the places of its tokens, and its mistakes.

use close_code_codegen::model::Span;
use close_code_codegen::problem::Problem;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};

/// The places and the mistakes.
///
/// A [`Span`] of the model is a position in the list of places. They are made in the order of the source,
/// so the checker sorts problems by them.
#[derive(Default)]
pub(super) struct Context {
    /// The first and the last token of every place: the compiler joins two spans only in the tokens that
    /// it is given.
    places: Vec<[proc_macro2::Span; 2]>,
    pub(super) problems: Vec<Problem>,
}

impl Context {
    /// From one token to another.
    pub(super) fn between(&mut self, first: proc_macro2::Span, last: proc_macro2::Span) -> Span {
        let at = self.places.len();
        self.places.push([first, last]);
        Span::new(at, at)
    }

    /// One token.
    pub(super) fn at(&mut self, token: proc_macro2::Span) -> Span {
        self.between(token, token)
    }

    /// All of some tokens, or `otherwise` if there are none.
    pub(super) fn of(&mut self, tokens: &impl ToTokens, otherwise: Span) -> Span {
        let mut tokens = tokens.to_token_stream().into_iter();
        let Some(first) = tokens.next() else { return otherwise };
        let last = tokens.last().map_or_else(|| first.span(), |last| last.span());
        self.between(first.span(), last)
    }

    /// Adds a mistake and what would be right.
    pub(super) fn error(&mut self, at: Span, message: impl Into<String>, help: impl Into<String>) {
        self.problems.push(Problem::error(at, message).help(help));
    }

    /// The last token of a place.
    pub(super) fn last(&self, at: Span) -> proc_macro2::Span {
        self.tokens(at)[1]
    }

    fn tokens(&self, at: Span) -> [proc_macro2::Span; 2] {
        self.places.get(at.start).copied().unwrap_or([proc_macro2::Span::call_site(); 2])
    }

    /// A call of a macro or a function, so placed that an error underlines the user's tokens: it reaches
    /// from `callee` to the end of the arguments.
    pub(super) fn call(
        &self,
        at: Span,
        callee: TokenStream,
        arguments: TokenStream,
    ) -> TokenStream {
        let [first, last] = self.tokens(at);
        let callee = callee.into_iter().map(|mut token| {
            token.set_span(first);
            token
        });
        let mut arguments = Group::new(Delimiter::Parenthesis, arguments);
        arguments.set_span(last);
        callee.chain([TokenTree::from(arguments)]).collect()
    }

    /// The compile errors of all problems.
    pub(super) fn compile_errors(&self) -> TokenStream {
        self.problems.iter().map(|problem| self.compile_error(problem)).collect()
    }

    /// The compile error of a problem. A macro cannot point at two places at once, but an evaluation can
    /// that fails in a function: if another place belongs to the problem, it fails there.
    fn compile_error(&self, problem: &Problem) -> TokenStream {
        let mut text = problem.message.clone();
        if let Some(help) = &problem.help {
            text.push_str("; ");
            text.push_str(help);
        }
        let Some((other, _)) = problem.related.first() else {
            let [first, last] = self.tokens(problem.at);
            let path = quote_spanned!(first=> ::core::compile_error!);
            let mut text = Group::new(Delimiter::Brace, quote_spanned!(last=> #text));
            text.set_span(last);
            let error = quote_spanned!(last=> #path #text);
            // As an item it would keep the compiler from looking for names.
            return quote!(const _: () = { #error };);
        };
        let panic = self.call(*other, quote!(::core::panic!), quote!("{}", #text));
        let call = self.call(problem.at, quote!(the_other_place), TokenStream::new());
        quote! {
            const _: () = {
                const fn the_other_place() { #panic }
                #call
            };
        }
    }
}
