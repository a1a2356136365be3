//! Codes that only the compiler can evaluate.

use close_code_codegen::model::Number;
use proc_macro2::{Delimiter, Group, Ident, Literal, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::Expr;

/// The user's expressions. A [`Number::Computed`] is a position in the list.
#[derive(Default)]
pub(super) struct Expressions {
    all: Vec<Expression>,
}

enum Expression {
    /// A code as an attribute has it, of type `u16`.
    Code(Expr),
    /// A discriminant, of the type of the enum's.
    Discriminant { value: TokenStream, kind: Ident },
    /// So many more than another one.
    Following { base: usize, more: i64 },
}

impl Expressions {
    pub(super) fn code(&mut self, value: &Expr) -> Number {
        self.push(Expression::Code(value.clone()))
    }

    pub(super) fn discriminant(&mut self, value: &Expr, kind: Ident) -> Number {
        self.push(Expression::Discriminant { value: block(value), kind })
    }

    pub(super) fn following(&mut self, base: usize, more: i64) -> Number {
        self.push(Expression::Following { base, more })
    }

    fn push(&mut self, expression: Expression) -> Number {
        self.all.push(expression);
        Number::Computed(self.all.len() - 1)
    }

    /// The expressions as associated constants of the enum. The compiler reports an error in one once, however
    /// often its value is used, and no name of the macro is in scope of the user's expressions.
    pub(super) fn constants(&self, krate: &TokenStream, name: &Ident) -> TokenStream {
        let impls = self.all.iter().enumerate().map(|(at, expression)| {
            let at = Literal::usize_unsuffixed(at);
            let code = match expression {
                Expression::Code(value) => {
                    let value = apart(value, krate);
                    return quote! {
                        impl #krate::__private::Computed<#at> for #name {
                            const CODE: ::core::primitive::u16 = const { #value };
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
        quote!(#value as ::core::primitive::i128)
    }
}

/// An expression of an attribute, which the compiler has not parsed yet: it does so by itself, so that what it
/// refuses takes nothing else down.
pub(super) fn apart(value: &Expr, krate: &TokenStream) -> TokenStream {
    let tokens = parenthesized(value.to_token_stream());
    if matches!(value, Expr::Path(_)) {
        return tokens;
    }
    // The macro has the braces of a block.
    let tokens = only_block(&tokens).map_or(tokens, |group| group.stream());
    quote!(#krate::__expression! { #tokens })
}

/// An expression as a constant block, unless it is a path: in a constant of its own, an overflow is reported once.
fn block(value: &Expr) -> TokenStream {
    let is_path = matches!(value, Expr::Path(_));
    let value = parenthesized(value.to_token_stream());
    match value {
        value if is_path => value,
        value if only_block(&value).is_some() => quote!(const #value),
        value => quote!(const { #value }),
    }
}

/// The block that tokens are.
fn only_block(tokens: &TokenStream) -> Option<Group> {
    let mut tokens = tokens.clone().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::Brace => {
            Some(group)
        }
        _ => None,
    }
}

/// Puts what a macro's parameter, such as `$base:expr`, has been replaced by into parentheses. The compiler
/// knows that it is one operand; of tokens that a derive passes on, not every version does.
fn parenthesized(tokens: TokenStream) -> TokenStream {
    let mut explicit = TokenStream::new();
    for token in tokens {
        let TokenTree::Group(group) = token else {
            token.to_tokens(&mut explicit);
            continue;
        };
        let inner = parenthesized(group.stream());
        let is_one = || inner.clone().into_iter().nth(1).is_none();
        let is_path = || syn::parse2::<syn::ExprPath>(inner.clone()).is_ok();
        let delimiter = match group.delimiter() {
            Delimiter::None if is_one() || is_path() => {
                inner.to_tokens(&mut explicit);
                continue;
            }
            Delimiter::None => Delimiter::Parenthesis,
            delimiter => delimiter,
        };
        let mut made = Group::new(delimiter, inner);
        made.set_span(group.span());
        made.to_tokens(&mut explicit);
    }
    explicit
}
