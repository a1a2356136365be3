//! Codes that only the compiler can evaluate.

use proc_macro2::{TokenStream, TokenTree};
use quote::{format_ident, quote};

use crate::model::Number;

/// The user's expressions, each as a constant: one that is wrong is then reported once, however often its
/// value is used.
#[derive(Default)]
pub(super) struct Constants {
    definitions: Vec<TokenStream>,
}

impl Constants {
    /// A code as an attribute has it: an expression of type `u16`.
    pub(super) fn code(&mut self, expression: Vec<TokenTree>) -> Number {
        self.define(expression, &quote!(::core::primitive::u16))
    }

    /// An expression of some integer type.
    pub(super) fn define(&mut self, expression: Vec<TokenTree>, kind: &TokenStream) -> Number {
        let name = format_ident!("__CLOSE_CODE_VALUE_{}", self.definitions.len());
        let expression: TokenStream = expression.into_iter().collect();
        self.definitions.push(quote! {
            const #name: ::core::primitive::i64 = {
                const __CLOSE_CODE_VALUE: #kind = #expression;
                __CLOSE_CODE_VALUE as ::core::primitive::i64
            };
        });
        Number::Expr(name.to_string())
    }

    /// The constants as items.
    pub(super) fn items(&self) -> TokenStream {
        let definitions = &self.definitions;
        quote!(#(#definitions)*)
    }
}
