//! `#[derive(CloseError)]`: from an enum of errors to the codes that they close connections with.

mod variant;

use close_code_codegen::nearest::suggestion;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::{Data, DeriveInput, WherePredicate, parse_quote_spanned};

use self::variant::{Code, Variant};
use crate::derive::attributes::{self, Argument};
use crate::derive::context::Context;
use crate::derive::{limits, options};

/// Expands `#[derive(CloseError)]`.
///
/// On mistakes the implementation is there all the same, so that only the mistakes are reported and not
/// every use of the error.
pub(crate) fn close_error(input: TokenStream) -> TokenStream {
    if let Some(span) = limits::exceeded(&input) {
        return quote_spanned!(span=> ::core::compile_error! { "this is too long for a derive" });
    }
    match syn::parse2::<DeriveInput>(input) {
        Ok(item) => expand(&item),
        Err(error) => error.into_compile_error(),
    }
}

fn expand(item: &DeriveInput) -> TokenStream {
    let mut context = Context::default();
    let krate = krate(item, &mut context);
    let variants = match &item.data {
        Data::Enum(data) => {
            let variants = data.variants.iter().enumerate();
            variants.map(|(number, variant)| variant::read(number, variant, &mut context)).collect()
        }
        _ => {
            let at = context.at(item.ident.span());
            let help = "implement `CloseError` by hand, or make it a variant of an enum";
            context.error(at, "the errors of a derived `CloseError` are an enum", help);
            Vec::new()
        }
    };
    context.problems.sort_by_key(|problem| problem.at.start);
    let errors = context.problems.iter().map(|problem| context.compile_error(problem));
    let codes = codes(&variants, &krate, &context);
    let implementation = implementation(item, &variants, &krate, !context.problems.is_empty());
    quote! {
        #(#errors)*
        const _: () = { #codes #implementation };
    }
}

/// The path of the runtime crate, the one thing that the enum itself may say.
fn krate(item: &DeriveInput, context: &mut Context) -> TokenStream {
    let mut krate = quote!(::close_code);
    for argument in attributes::read("close", &item.attrs, context) {
        match argument {
            Argument::Pair { key, value, at } if key.name == "crate" => {
                match options::path(value) {
                    Some(path) => krate = path,
                    None => context.error(
                        at,
                        "this is not the path of a crate",
                        "write `crate = ::close_code` with the name that the crate has here",
                    ),
                }
            }
            Argument::Codes { at, .. } => {
                context.error(at, "codes belong to variants", "write it above each of them");
            }
            Argument::Word(key, _) | Argument::Pair { key, .. } | Argument::List { key, .. } => {
                let name = &key.name;
                if variant::KEYS.contains(&&**name) {
                    let message = format!("`{name}` is a key of a variant, and not of the enum");
                    context.error(key.at, message, "write it above the variant");
                } else {
                    let help = suggestion(name, &["crate"]);
                    context.error(key.at, format!("unknown key `{name}`"), help);
                }
            }
        }
    }
    krate
}

/// A constant for the code of each variant, where the enum's generics are not in scope, and the assertion at
/// the user's tokens that it may be sent.
fn codes(variants: &[Variant], krate: &TokenStream, context: &Context) -> TokenStream {
    let codes = variants.iter().filter_map(|variant| match &variant.code {
        Some(Code::Sent { value, at, constant }) => Some((value, *at, constant)),
        _ => None,
    });
    let constants: Vec<_> = codes
        .map(|(value, at, constant)| {
            let callee = quote!(__close_code_check::sendable);
            let check = context.call(at, callee, quote!(#constant));
            let value = value.code(krate);
            quote! {
                const #constant: #krate::CloseCode = #value;
                const _: () = #check;
            }
        })
        .collect();
    if constants.is_empty() {
        return TokenStream::new();
    }
    // The name is short, since its tokens have the places of the user's, who may have asked for short paths.
    quote! {
        use #krate::__private::const_check as __close_code_check;
        #(#constants)*
    }
}

/// The implementation; `mistaken` where it only keeps the mistakes from being followed by others.
fn implementation(
    item: &DeriveInput,
    variants: &[Variant],
    krate: &TokenStream,
    mistaken: bool,
) -> TokenStream {
    let name = &item.ident;
    let mut generics = item.generics.clone();
    if !mistaken {
        let bounds = bounds(item, variants, krate);
        if !bounds.is_empty() {
            generics.make_where_clause().predicates.extend(bounds);
        }
    }
    let (impls, types, bounds) = generics.split_for_impl();
    let (code, reason) = if mistaken {
        let never = quote!(#krate::__private::never());
        (never.clone(), never)
    } else if variants.is_empty() {
        (quote!(match *self {}), quote!(match *self {}))
    } else {
        let codes = variants.iter().map(|variant| variant.code(krate));
        let reasons = variants.iter().map(|variant| variant.reason(krate));
        (quote!(match self { #(#codes)* }), quote!(match self { #(#reasons)* }))
    };
    quote! {
        #[automatically_derived]
        impl #impls #krate::CloseError for #name #types #bounds {
            fn close_code(&self) -> #krate::WireCode { #code }
            fn close_reason(&self) -> #krate::ReasonBuf { #reason }
        }
    }
}

/// What the generics have to be for the variants to speak for themselves.
fn bounds(item: &DeriveInput, variants: &[Variant], krate: &TokenStream) -> Vec<WherePredicate> {
    let mut bounds = Vec::new();
    if variants.iter().any(Variant::is_displayed) {
        let span = item.ident.span();
        bounds.push(parse_quote_spanned!(span=> Self: ::core::fmt::Display));
    }
    if !item.generics.params.is_empty() {
        for field in variants.iter().filter_map(Variant::inner) {
            let kind = field.to_token_stream();
            bounds.push(syn::parse_quote!(#kind: #krate::CloseError));
        }
    }
    bounds
}
