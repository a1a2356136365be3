//! `#[derive(CloseError)]`: an error as a code and a reason.

use close_code_codegen::model::Span;
use close_code_codegen::nearest::suggestion;
use close_code_codegen::registered::registry;
use proc_macro2::{Group, Ident, Literal, TokenStream, TokenTree};
use quote::{ToTokens as _, quote};
use syn::{Data, DataEnum, DeriveInput, Expr, Fields, Member, Type, Variant};

use super::attributes::{self, Argument, Key};
use super::context::Context;
use super::expressions::apart;
use super::lower::{located, unused};
use super::number::{self, Codes};
use super::{options as enum_options, value};

/// The arguments of a variant.
const KEYS: [&str; 2] = ["transparent", "reason"];

/// The longest reason: the room in a Close frame after the code (RFC 6455 section 5.5).
const LONGEST: usize = 123;

/// The arms of a variant.
struct Arms {
    code: TokenStream,
    reason: TokenStream,
    /// An assertion that the code may be sent.
    assertion: Option<TokenStream>,
    /// A field whose type is a `CloseError`.
    transparent: Option<Type>,
    /// The reason is the error's `Display`.
    displays: bool,
}

/// What all variants have in common.
struct Whole<'a> {
    item: &'a DeriveInput,
    krate: TokenStream,
    /// What the field of a `transparent` variant is called here.
    inner: Ident,
}

/// Expands the derive on an item.
pub(super) fn expand(item: &DeriveInput, mut context: Context) -> TokenStream {
    let is_read = context.problems.is_empty();
    let at = context.at(item.ident.span());
    let krate = krate(item, &mut context);
    let whole = Whole { item, krate, inner: unused("__inner", &item.to_token_stream()) };
    let mut arms = Vec::new();
    match &item.data {
        Data::Enum(data) if is_read && data.variants.is_empty() => {
            context.error(at, format!("`{}` has no variants", item.ident), "add one");
        }
        Data::Enum(data) => arms = variants(&whole, data, &mut context),
        Data::Struct(_) | Data::Union(_) => {
            let message = "`CloseError` can only be derived for an enum";
            context.error(at, message, "write an `enum`, or implement `CloseError` by hand");
        }
    }
    let errors = context.compile_errors();
    let assertions = arms.iter().filter_map(|arms| arms.assertion.as_ref());
    let implementation = implementation(&whole, &arms, !errors.is_empty());
    quote!(#errors #(#assertions)* #implementation)
}

/// The path of the runtime crate.
fn krate(item: &DeriveInput, context: &mut Context) -> TokenStream {
    let mut krate = quote!(::close_code);
    for argument in attributes::read("close", &item.attrs, context) {
        match argument {
            Argument::Pair { key, value, at } if key.name == "crate" => {
                if let Some(path) = enum_options::path(value, at, context) {
                    krate = path;
                }
            }
            Argument::Codes { at, .. } => {
                context.error(
                    at,
                    "a close code goes on a variant, not on the enum",
                    "write it above each variant",
                );
            }
            Argument::Word(key, _) | Argument::Pair { key, .. } | Argument::List { key, .. } => {
                let name = &key.name;
                let help = if KEYS.contains(&&**name) {
                    "write it above the variant".to_owned()
                } else {
                    suggestion(name, &["crate"])
                };
                context.error(key.at, format!("`{name}` is not allowed on the enum"), help);
            }
        }
    }
    krate
}

fn variants(whole: &Whole<'_>, data: &DataEnum, context: &mut Context) -> Vec<Arms> {
    data.variants.iter().filter_map(|variant| arms(whole, variant, context)).collect()
}

/// The options of `#[close(..)]` on a variant.
#[derive(Default)]
struct VariantOptions {
    code: Option<(Expr, Span)>,
    transparent: Option<Span>,
    reason: Option<String>,
}

impl VariantOptions {
    fn close_with(&mut self, code: Expr, at: Span, context: &mut Context) {
        if self.code.is_some() {
            context.error(at, "a variant can have only one close code", "remove the others");
        } else {
            self.code = Some((code, at));
        }
    }
}

fn arms(whole: &Whole<'_>, variant: &Variant, context: &mut Context) -> Option<Arms> {
    let Whole { krate, inner, .. } = whole;
    let before = context.problems.len();
    let options = variant_options(variant, context);
    let at = context.at(variant.ident.span());
    let name = located(&variant.ident);
    let reason = options.reason.map(|text| quote!(#krate::ReasonBuf::from_display(#text)));
    match (options.code, options.transparent) {
        (Some((_, at)), Some(_)) => {
            let message = "`transparent` takes the code of the field";
            context.error(at, message, "remove either the code or `transparent`");
            None
        }
        (None, Some(at)) => {
            let Some((member, kind)) = only_field(&variant.fields) else {
                context.error(
                    at,
                    "`transparent` needs a variant with exactly one field",
                    "write a variant with one field, or add a code",
                );
                return None;
            };
            let of = |function: &str| {
                let function = Ident::new(function, proc_macro2::Span::call_site());
                quote!(Self::#name { #member: #inner } => <#kind as #krate::CloseError>::#function(#inner),)
            };
            let reason = reason.map(|reason| quote!(Self::#name { .. } => #reason,));
            Some(Arms {
                code: of("close_code"),
                reason: reason.unwrap_or_else(|| of("close_reason")),
                assertion: None,
                transparent: Some(kind.clone()),
                displays: false,
            })
        }
        (Some((code, at)), None) => {
            let (code, assertion) = self::code(whole, &code, at, context)?;
            let displays = reason.is_none();
            // The compiler reports a missing `Display` at the variant.
            let mut this = Ident::new("self", proc_macro2::Span::call_site());
            this.set_span(this.span().located_at(variant.ident.span()));
            let reason = reason.unwrap_or_else(|| quote!(#krate::ReasonBuf::from_display(#this)));
            Some(Arms {
                code: quote!(Self::#name { .. } => #code,),
                reason: quote!(Self::#name { .. } => #reason,),
                assertion,
                transparent: None,
                displays,
            })
        }
        (None, None) => {
            // A code that cannot be read is still a code.
            if context.problems.len() == before {
                context.error(
                    at,
                    format!("`{}` has no close code", variant.ident),
                    "write `#[close(1011)]` above it, or `#[close(transparent)]`",
                );
            }
            None
        }
    }
}

fn variant_options(variant: &Variant, context: &mut Context) -> VariantOptions {
    let mut options = VariantOptions::default();
    for argument in attributes::read("close", &variant.attrs, context) {
        match argument {
            Argument::Word(key, _) if key.name == "transparent" => {
                options.transparent = Some(key.at);
            }
            Argument::Pair { key, value, at } if key.name == "reason" => {
                let Some(text) = value::text(&key, &value, at, context) else { continue };
                if text.value.len() > LONGEST {
                    let message = format!("this reason has {} bytes", text.value.len());
                    context.error(at, message, "a Close frame has room for 123");
                }
                options.reason = Some(text.value);
            }
            // A variant that was imported by its own name.
            Argument::Word(key, word) if key.name.starts_with(char::is_uppercase) => {
                options.close_with(attributes::constant(&word), key.at, context);
            }
            Argument::Codes { codes, at } => match *codes {
                Codes::Single(code) => options.close_with(code, at, context),
                Codes::Range { .. } => {
                    context.error(
                        at,
                        "a variant can have only one close code",
                        "write `#[close(1011)]`",
                    );
                }
            },
            Argument::Word(key, _) => {
                let before = context.problems.len();
                unknown(&key, context);
                attributes::or_constant(&key, &mut context.problems[before..]);
            }
            Argument::Pair { key, .. } | Argument::List { key, .. } => unknown(&key, context),
        }
    }
    options
}

fn unknown(key: &Key, context: &mut Context) {
    let name = &key.name;
    context.error(key.at, format!("unknown key `{name}`"), suggestion(name, &KEYS));
}

/// The code of a variant as an expression, and an assertion that it may be sent, unless that is known here.
fn code(
    whole: &Whole<'_>,
    code: &Expr,
    at: Span,
    context: &mut Context,
) -> Option<(TokenStream, Option<TokenStream>)> {
    let Whole { item, krate, .. } = whole;
    if let Some(literal) = number::literal(code) {
        let number = literal.code(at, context)?;
        let Ok(number) = u16::try_from(number) else {
            context.problems.push(number::not_a_code(at, &literal.digits));
            return None;
        };
        if let Some(registry) = registry().filter(|of| of.unsendable(number, number).is_some()) {
            let what = registry.describe(number);
            context.error(at, what, "close with a code that may be sent, such as 1011");
            return None;
        }
        let number = Literal::u16_suffixed(number);
        return Some((quote!(#krate::WireCode::of::<#number>()), None));
    }
    if number::is_other_literal(code) {
        number::not_read(at, context);
        return None;
    }
    let mut value = apart(code, krate);
    // A variant or a constant: both have a function `code`. The compiler reports there what has none.
    if matches!(number::unwrapped(code), Expr::Path(_)) {
        let code = located(&Ident::new("code", context.last(at)));
        value = quote!(#value.#code());
    }
    // No name of the macro may be one of the user's expression.
    let check = unused("__close_code_check", &value);
    let outside = named(value.clone(), &item.ident);
    // Only the compiler knows what `Self` is in an enum with generics, and only once it is used.
    let is_known = item.generics.params.is_empty() || outside.to_string() == value.to_string();
    let call = context.call(at, quote!(#check::sendable), outside);
    let assertion = quote! {
        const _: () = {
            use #krate::__private::const_check as #check;
            #call
        };
    };
    Some((quote!(const { #krate::__private::proved(#value) }), is_known.then_some(assertion)))
}

/// The tokens with the name of the enum for `Self`.
fn named(tokens: TokenStream, name: &Ident) -> TokenStream {
    let named = |token| match token {
        TokenTree::Ident(word) if word == "Self" => {
            let mut name = name.clone();
            name.set_span(name.span().located_at(word.span()));
            name.into()
        }
        TokenTree::Group(group) => {
            let mut made = Group::new(group.delimiter(), named(group.stream(), name));
            made.set_span(group.span());
            made.into()
        }
        token => token,
    };
    tokens.into_iter().map(named).collect()
}

fn only_field(fields: &Fields) -> Option<(Member, &Type)> {
    let mut all = fields.members().zip(fields);
    let (member, field) = all.next()?;
    all.next().is_none().then_some((member, &field.ty))
}

/// The implementation; on a mistake one that is never called.
fn implementation(whole: &Whole<'_>, arms: &[Arms], is_mistaken: bool) -> TokenStream {
    let Whole { item, krate, inner } = whole;
    let name = located(&item.ident);
    let mut generics = item.generics.clone();
    if !generics.params.is_empty() {
        let clause = generics.make_where_clause();
        if arms.iter().any(|arms| arms.displays) {
            clause.predicates.push(syn::parse_quote!(Self: ::core::fmt::Display));
        }
        for kind in arms.iter().filter_map(|arms| arms.transparent.as_ref()) {
            clause.predicates.push(syn::parse_quote!(#kind: #krate::CloseError));
        }
    }
    let (impls, types, bounds) = generics.split_for_impl();
    // The compiler would take the name of the field for a constant or a static of that name in scope: not for a
    // function.
    let inner = arms.iter().any(|arms| arms.transparent.is_some()).then(|| {
        quote! {
            const fn #inner() {}
            let _ = #inner;
        }
    });
    let (code, reason) = if is_mistaken {
        let never = quote!(#krate::__private::never());
        (never.clone(), never)
    } else {
        let codes = arms.iter().map(|arms| &arms.code);
        let reasons = arms.iter().map(|arms| &arms.reason);
        (quote!(#inner match self { #(#codes)* }), quote!(#inner match self { #(#reasons)* }))
    };
    quote! {
        #[automatically_derived]
        impl #impls #krate::CloseError for #name #types #bounds {
            fn close_code(&self) -> #krate::WireCode {
                #code
            }

            fn close_reason(&self) -> #krate::ReasonBuf {
                #reason
            }
        }
    }
}
