//! A variant of an enum of errors.

use close_code_codegen::check::not_a_code;
use close_code_codegen::model::Span;
use close_code_codegen::nearest::suggestion;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Expr, Member, Type};

use crate::derive::attributes::{self, Argument, Key};
use crate::derive::context::Context;
use crate::derive::lower::located;
use crate::derive::number::{self, Codes};
use crate::derive::value;

/// The words of a variant.
pub(super) const KEYS: [&str; 2] = ["transparent", "reason"];

/// The longest reason of a Close frame: 125 bytes of a control frame without the two of the code (RFC 6455
/// section 5.5).
const LONGEST_REASON: usize = 123;

/// A variant, as far as it could be read.
pub(super) struct Variant {
    name: Ident,
    pub(super) code: Option<Code>,
    reason: Option<String>,
}

/// Where a variant's code comes from.
pub(super) enum Code {
    /// It is written down.
    Sent { value: Value, at: Span, constant: Ident },
    /// The one field has it.
    Inner { member: Member, kind: Box<Type> },
}

/// A code as it is written.
pub(super) enum Value {
    Number(u16),
    /// What the compiler evaluates: a variant of an enum of codes, or a constant.
    Expression(Box<Expr>),
}

impl Value {
    /// The code as a constant expression.
    pub(super) fn code(&self, krate: &TokenStream) -> TokenStream {
        match self {
            Self::Number(number) => quote!(#krate::CloseCode::new(#number)),
            Self::Expression(value) => {
                let span = value.span();
                let code = quote_spanned!(span=> code);
                quote!((#value).#code())
            }
        }
    }
}

/// Reads the variant of this number. What is wrong is reported, and left out.
pub(super) fn read(number: usize, variant: &syn::Variant, context: &mut Context) -> Variant {
    let before = context.problems.len();
    let at = context.at(variant.ident.span());
    let mut read = Variant { name: located(&variant.ident), code: None, reason: None };
    misplaced(variant, context);
    for argument in attributes::read("close", &variant.attrs, context) {
        match argument {
            Argument::Word(key, _) if key.name == "transparent" => {
                let inner = inner(variant, key.at, context);
                read.set(inner, key.at, context);
            }
            Argument::Word(key, word) if key.name.starts_with(char::is_uppercase) => {
                let value = Value::Expression(Box::new(attributes::constant(&word)));
                read.set(Some(sent(value, number, key.at)), key.at, context);
            }
            Argument::Pair { key, value, at } if key.name == "reason" => {
                read.reason = reason(&key, &value, at, context);
            }
            Argument::Codes { codes, at } => {
                let value = value(*codes, at, context);
                read.set(value.map(|value| sent(value, number, at)), at, context);
            }
            Argument::Word(key, _) | Argument::Pair { key, .. } | Argument::List { key, .. } => {
                unknown(&key, context);
            }
        }
    }
    // A code that cannot be read is a code all the same: nothing is missing then.
    if read.code.is_none() && context.problems.len() == before {
        let help = "write `#[close(1011)]` above it, or `#[close(transparent)]` where its one field is a `CloseError`";
        context.error(at, format!("`{}` has no close code", variant.ident), help);
    }
    read
}

impl Variant {
    fn set(&mut self, code: Option<Code>, at: Span, context: &mut Context) {
        if self.code.is_some() {
            let message = format!("`{}` has two close codes", self.name);
            context.error(at, message, "keep one of the two");
        }
        self.code = code.or(self.code.take());
    }

    /// The arm that gives the code.
    pub(super) fn code(&self, krate: &TokenStream) -> TokenStream {
        let name = &self.name;
        match &self.code {
            Some(Code::Inner { member, kind }) => {
                let inner = bound(kind);
                quote!(Self::#name { #member: #inner } => #krate::CloseError::close_code(#inner),)
            }
            Some(Code::Sent { constant, .. }) => {
                quote!(Self::#name { .. } => #krate::__private::sent(#constant),)
            }
            None => TokenStream::new(),
        }
    }

    /// The arm that gives the reason.
    pub(super) fn reason(&self, krate: &TokenStream) -> TokenStream {
        let name = &self.name;
        match (&self.reason, &self.code) {
            (Some(reason), _) => {
                quote!(Self::#name { .. } => #krate::ReasonBuf::from_display(#reason),)
            }
            (None, Some(Code::Inner { member, kind })) => {
                let inner = bound(kind);
                quote!(Self::#name { #member: #inner } => #krate::CloseError::close_reason(#inner),)
            }
            (None, _) => quote!(Self::#name { .. } => #krate::ReasonBuf::from_display(self),),
        }
    }

    /// Whether the reason is what `Display` prints.
    pub(super) fn is_displayed(&self) -> bool {
        self.reason.is_none() && self.inner().is_none()
    }

    /// The type of the field that speaks for the variant.
    pub(super) fn inner(&self) -> Option<&Type> {
        match &self.code {
            Some(Code::Inner { kind, .. }) => Some(kind),
            _ => None,
        }
    }
}

/// The name of a field that is bound: the compiler says there that the field is no `CloseError`.
fn bound(kind: &Type) -> Ident {
    Ident::new("inner", proc_macro2::Span::call_site().located_at(kind.span()))
}

fn sent(value: Value, number: usize, at: Span) -> Code {
    let constant = format_ident!("__CLOSE_CODE_{number}");
    Code::Sent { value, at, constant }
}

/// One code: a literal, or what only the compiler can evaluate.
fn value(codes: Codes, at: Span, context: &mut Context) -> Option<Value> {
    let Codes::Single(code) = codes else {
        context.error(at, "an error closes with one code", "write `#[close(1011)]`, for example");
        return None;
    };
    let Some(literal) = number::literal(&code) else {
        if number::is_other_literal(&code) {
            let help = "write a number such as `1011`, or a variant such as `ChatClose::Expired`";
            context.error(at, "this is not a close code", help);
            return None;
        }
        return Some(Value::Expression(Box::new(code)));
    };
    let number = u16::try_from(literal.code(at, context)?);
    if number.is_err() {
        context.problems.push(not_a_code(at, &literal.digits));
    }
    number.ok().map(Value::Number)
}

/// The one field of a transparent variant.
fn inner(variant: &syn::Variant, at: Span, context: &mut Context) -> Option<Code> {
    let mut fields = variant.fields.members().zip(&variant.fields);
    match (fields.next(), fields.next()) {
        (Some((member, field)), None) => {
            Some(Code::Inner { member, kind: Box::new(field.ty.clone()) })
        }
        _ => {
            let message = "`transparent` needs one field, which is the error that has the code";
            context.error(at, message, "write the code instead, such as `#[close(1011)]`");
            None
        }
    }
}

fn reason(key: &Key, tokens: &TokenStream, at: Span, context: &mut Context) -> Option<String> {
    let reason = value::text(key, tokens, at, context)?.value;
    let length = reason.len();
    if length > LONGEST_REASON {
        context.error(
            at,
            format!(
                "this reason has {length} bytes, and a Close frame has room for {LONGEST_REASON}"
            ),
            "shorten it",
        );
        return None;
    }
    Some(reason)
}

fn unknown(key: &Key, context: &mut Context) {
    let name = &key.name;
    match &**name {
        "crate" => {
            let message = "`crate` is a key of the enum, and not of a variant";
            context.error(key.at, message, "write it above the enum");
        }
        "transparent" => {
            context.error(key.at, "`transparent` takes no value", "write `transparent` alone");
        }
        "reason" => context.error(key.at, "`reason` has no value", "write `reason = \"...\"`"),
        _ => context.error(key.at, format!("unknown key `{name}`"), suggestion(name, &KEYS)),
    }
}

/// The compiler takes `#[close]` on a field as well, where it would mean nothing.
fn misplaced(variant: &syn::Variant, context: &mut Context) {
    let attributes = variant.fields.iter().flat_map(|field| &field.attrs);
    for attribute in attributes.filter(|attribute| attribute.path().is_ident("close")) {
        let at = context.of(&attribute.to_token_stream(), Span::default());
        context.error(at, "`close` belongs to the variant", "move it above the variant's name");
    }
}
