//! Codes that only the compiler can evaluate.

use close_code_codegen::model::Number;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

/// The user's expressions. A [`Number::Computed`] is a position in the list.
#[derive(Default)]
pub(super) struct Expressions {
    all: Vec<Expression>,
}

enum Expression {
    /// A code as an attribute has it, of type `u16`.
    Code(TokenStream),
    /// A discriminant, of the type of the enum's.
    Discriminant { value: TokenStream, kind: Ident },
    /// So many more than another one.
    Following { base: usize, more: i64 },
}

impl Expressions {
    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub(super) fn code(&mut self, value: TokenStream) -> Number {
        self.push(Expression::Code(value))
    }

    pub(super) fn discriminant(&mut self, value: TokenStream, kind: Ident) -> Number {
        self.push(Expression::Discriminant { value, kind })
    }

    pub(super) fn following(&mut self, base: usize, more: i64) -> Number {
        self.push(Expression::Following { base, more })
    }

    fn push(&mut self, expression: Expression) -> Number {
        self.all.push(expression);
        Number::Computed(self.all.len() - 1)
    }

    /// The expressions as associated constants of the enum: an error in one is reported once, however often
    /// its value is used, and no name of ours is where the user's expressions look for theirs.
    pub(super) fn items(&self, krate: &TokenStream, name: &Ident) -> TokenStream {
        if self.is_empty() {
            return TokenStream::new();
        }
        let impls = self.all.iter().enumerate().map(|(at, expression)| {
            let at = Literal::usize_unsuffixed(at);
            let code = match expression {
                Expression::Code(value) => {
                    return quote! {
                        impl #krate::__private::Computed<#at> for #name {
                            const CODE: ::core::primitive::u16 = #value;
                        }
                    };
                }
                Expression::Discriminant { value, kind } => quote! {
                    type Value = ::core::primitive::#kind;
                    const VALUE: ::core::primitive::#kind = #value;
                },
                Expression::Following { base, more } => {
                    let base = Literal::usize_unsuffixed(*base);
                    let more = Literal::i64_unsuffixed(*more);
                    let base = quote!(<#name as #krate::__private::Discriminant<#base>>);
                    quote! {
                        type Value = #base::Value;
                        const VALUE: #base::Value = #base::VALUE + #more;
                    }
                }
            };
            quote! {
                impl #krate::__private::Discriminant<#at> for #name { #code }
                impl #krate::__private::Computed<#at> for #name {
                    const CODE: ::core::primitive::u16 =
                        <#name as #krate::__private::Discriminant<#at>>::VALUE
                            as ::core::primitive::u16;
                }
            }
        });
        quote!(const _: () = { #(#impls)* };)
    }

    /// The code as an expression or a pattern of type `u16`.
    pub(super) fn code_of(at: usize, krate: &TokenStream, name: &Ident) -> TokenStream {
        let at = Literal::usize_unsuffixed(at);
        quote!(<#name as #krate::__private::Computed<#at>>::CODE)
    }

    /// The value, which may be none that a code can have.
    pub(super) fn value_of(&self, at: usize, krate: &TokenStream, name: &Ident) -> TokenStream {
        let value = match self.all.get(at) {
            Some(Expression::Code(_)) | None => Self::code_of(at, krate, name),
            Some(_) => {
                let at = Literal::usize_unsuffixed(at);
                quote!(<#name as #krate::__private::Discriminant<#at>>::VALUE)
            }
        };
        quote!(#value as ::core::primitive::i64)
    }
}
