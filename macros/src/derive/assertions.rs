//! What the checker cannot know of codes that only the compiler can evaluate: assertions at the user's own
//! tokens.

use close_code_codegen::model::{DraftCodes, DraftRow, Number};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens as _, quote};

use super::context::Context;
use super::lower::{Lowered, Variant, unused};

/// The assertions about all codes, if any is computed; `is_checked` if the checker found no mistake.
pub(super) fn all(lowered: &Lowered, is_checked: bool, context: &Context) -> TokenStream {
    if !lowered.is_computed() {
        return TokenStream::new();
    }
    let krate = &lowered.options.krate;
    let check = unused("__close_code_check", &lowered.name.to_token_stream());
    let computed = computed(lowered, &check, context);
    let clashes = clashes(lowered, &check, context);
    let total = if is_checked { total(lowered, &check, context) } else { TokenStream::new() };
    // The name is short, since its tokens have the places of the user's, who may have asked for short paths.
    quote! {
        const _: () = {
            use #krate::__private::const_check as #check;
            #computed
            #clashes
            #total
        };
    }
}

/// Each computed code may be what the checker asks of a literal.
fn computed(lowered: &Lowered, check: &Ident, context: &Context) -> TokenStream {
    let (first, last) = lowered.options.range;
    let mut assertions = TokenStream::new();
    for row in &lowered.draft.codes {
        for codes in &row.codes {
            let Number::Computed(_) = codes.first.value else { continue };
            let code = value(lowered, &codes.first.value);
            let local = row.local.is_some();
            let name = row.name.value.trim_start_matches("r#");
            let name = if row.codes.len() == 1 && !row.reassigned {
                quote!(::core::option::Option::Some(#name))
            } else {
                quote!(::core::option::Option::None)
            };
            let call = context.call(
                codes.at,
                quote!(#check::code),
                quote!(#code, #first, #last, #local, #name),
            );
            assertions.extend(quote!(const _: () = #call;));
        }
    }
    assertions
}

/// No two variants claim one code.
fn clashes(lowered: &Lowered, check: &Ident, context: &Context) -> TokenStream {
    let all: Vec<(&DraftRow, &DraftCodes, &Variant)> = lowered
        .draft
        .codes
        .iter()
        .zip(&lowered.variants)
        .flat_map(|(row, variant)| row.codes.iter().map(move |codes| (row, codes, variant)))
        .collect();
    let spans = all.iter().map(|(row, codes, variant)| {
        let name = row.name.value.trim_start_matches("r#");
        let (first, last) = (value(lowered, &codes.first.value), value(lowered, &codes.last.value));
        let known = matches!(codes.first.value, Number::Known(_));
        let discriminant = variant.discriminant;
        quote! {
            #check::VariantCodes {
                name: #name, first: #first, last: #last, discriminant: #discriminant, known: #known,
            }
        }
    });
    let count = Literal::usize_unsuffixed(all.len());
    let assertions = all.iter().enumerate().map(|(at, (_, codes, _))| {
        let at = Literal::usize_unsuffixed(at);
        let call = context.call(
            codes.at,
            quote!(#check::clash),
            quote!(&__CLOSE_CODE_SPANS, &__CLOSE_CODE_CLASHES, #at),
        );
        quote!(const _: () = #call;)
    });
    // Statics, since a constant would be copied into every assertion.
    quote! {
        static __CLOSE_CODE_SPANS: [#check::VariantCodes; #count] = [#(#spans),*];
        static __CLOSE_CODE_CLASHES: [::core::primitive::u16; #count] =
            #check::clashes(&__CLOSE_CODE_SPANS);
        #(#assertions)*
    }
}

/// Every code of the range has a variant.
fn total(lowered: &Lowered, check: &Ident, context: &Context) -> TokenStream {
    let has_rest = lowered.draft.codes.iter().any(|row| row.rest);
    let Some(at) = lowered.options.total.filter(|_| !has_rest) else { return TokenStream::new() };
    let (first, last) = lowered.options.range;
    let arguments = quote!(&__CLOSE_CODE_SPANS, #first, #last);
    let call = context.call(at, quote!(#check::total), arguments);
    quote!(const _: () = #call;)
}

/// A number as an `i128` expression. It need not be a close code: the assertions report that.
fn value(lowered: &Lowered, number: &Number) -> TokenStream {
    match number {
        Number::Known(number) => {
            let number = Literal::i64_unsuffixed(*number);
            quote!(#number)
        }
        Number::Computed(at) => {
            lowered.expressions.value_of(*at, &lowered.options.krate, &lowered.name)
        }
    }
}
