//! What only the compiler can judge, because it needs the built-in table or the value of an expression:
//! assertions at the user's own tokens.

use proc_macro2::TokenStream;
use quote::quote;

use super::subject::{PRIVATE_USE, Subject};
use crate::model::{Draft, DraftCodes, DraftRow, Number};

/// The assertions with the name by which they call their judge. It is short, since its tokens have the
/// places of the user's, who may have asked for short paths.
pub(super) fn called(subject: &Subject, assertions: &TokenStream) -> TokenStream {
    if assertions.is_empty() {
        return TokenStream::new();
    }
    let krate = &subject.krate;
    quote! {
        use #krate::__private::judge as __close_code_judge;
        #assertions
    }
}

/// The assertions about the codes of all variants, and the constants that they read.
pub(super) fn of_codes(subject: &Subject, draft: &Draft) -> TokenStream {
    let constants = subject.constants.items();
    let mut judged = Vec::new();
    for (at, row) in draft.codes.iter().enumerate() {
        // A group of codes has a name of its own; a single one has that of the registry.
        let is_alone = row.codes.len() == 1 && !subject.reassigned[at];
        for codes in row.codes.iter().filter(|codes| is_doubtful(codes, range(subject))) {
            judged.push(of_code(subject, row, codes, is_alone));
        }
    }
    let clashes = clashes(subject, draft);
    quote!(#constants #(#judged)* #clashes)
}

/// The codes that a code has to be one of: all, where the range of the enum is a mistake itself.
fn range(subject: &Subject) -> (u16, u16) {
    if subject.has_range { subject.range } else { (0, u16::MAX) }
}

fn of_code(subject: &Subject, row: &DraftRow, codes: &DraftCodes, is_alone: bool) -> TokenStream {
    let (from, to) = (wide(&codes.first.value), wide(&codes.last.value));
    let (first, last) = range(subject);
    let local = row.local.is_some();
    let name = row.name.value.trim_start_matches("r#");
    let name = if is_alone && !codes.is_range {
        quote!(::core::option::Option::Some(#name))
    } else {
        quote!(::core::option::Option::None)
    };
    let call = codes
        .at
        .call(quote!(__close_code_judge::codes), quote!(#from, #to, #first, #last, #local, #name));
    quote!(const _: () = #call;)
}

/// Literals of the private-use range, which nobody registers and anybody may send, need no judge where
/// they lie in the enum's range too; everything else does. One that the checker refuses is left to it.
fn is_doubtful(codes: &DraftCodes, range: (u16, u16)) -> bool {
    let ends = [&codes.first.value, &codes.last.value];
    let Some(known) = known(codes) else {
        return ends.iter().all(|number| match number {
            Number::Known(_) => number.code().is_some(),
            Number::Expr(_) => true,
        });
    };
    let within = |outer: (u16, u16)| outer.0 <= known.0 && known.1 <= outer.1;
    known.0 <= known.1 && !(within(range) && within(PRIVATE_USE))
}

fn known(codes: &DraftCodes) -> Option<(u16, u16)> {
    Some((codes.first.value.code()?, codes.last.value.code()?))
}

/// The assertions that no two variants claim one code, for an enum whose codes the checker does not know
/// all.
fn clashes(subject: &Subject, draft: &Draft) -> TokenStream {
    let rows = draft.codes.iter().zip(&subject.discriminants);
    let all: Vec<_> = rows
        .flat_map(|(row, discriminant)| {
            row.codes.iter().map(move |codes| (row, codes, *discriminant))
        })
        .collect();
    let is_known = |(_, codes, _): &(_, &DraftCodes, _)| known(codes).is_some();
    if all.iter().all(is_known) {
        return TokenStream::new();
    }
    let spans = all.iter().map(|(row, codes, discriminant)| {
        let name = row.name.value.trim_start_matches("r#");
        let (first, last) = (wide(&codes.first.value), wide(&codes.last.value));
        let known = known(codes).is_some();
        quote! {
            __close_code_judge::Span {
                name: #name, first: #first, last: #last, discriminant: #discriminant, known: #known,
            }
        }
    });
    let count = proc_macro2::Literal::usize_unsuffixed(all.len());
    let judged = all.iter().enumerate().map(|(at, (_, codes, _))| {
        let at = proc_macro2::Literal::usize_unsuffixed(at);
        let call = codes.at.call(
            quote!(__close_code_judge::clash),
            quote!(&__CLOSE_CODE_SPANS, &__CLOSE_CODE_CLASHES, #at),
        );
        quote!(const _: () = #call;)
    });
    quote! {
        const __CLOSE_CODE_SPANS: [__close_code_judge::Span; #count] = [#(#spans),*];
        const __CLOSE_CODE_CLASHES: [::core::primitive::u16; #count] =
            __close_code_judge::clashes(&__CLOSE_CODE_SPANS);
        #(#judged)*
    }
}

/// The assertion that every code of the range has a variant. It sees the lookup of the implementations.
pub(super) fn of_total(subject: &Subject) -> TokenStream {
    let Some(at) = subject.total else { return TokenStream::new() };
    let (first, last) = subject.range;
    let call =
        at.call(quote!(__close_code_judge::total), quote!(&__CLOSE_CODE_PAINTED, #first, #last));
    quote!(const _: () = #call;)
}

/// A number as an `i64` expression, so that one that is no code is still there to be judged.
fn wide(number: &Number) -> TokenStream {
    match number {
        Number::Known(number) => {
            let number = proc_macro2::Literal::i64_unsuffixed(*number);
            quote!(#number)
        }
        Number::Expr(expression) => expression.parse().unwrap_or_default(),
    }
}
