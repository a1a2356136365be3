//! Options of `#[close_code(...)]` on the enum.

use close_code_codegen::check::not_a_code;
use close_code_codegen::model::Span;
use close_code_codegen::nearest::suggestion;
use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::Parser as _;
use syn::{Attribute, Path};

use super::attributes::{self, Argument, Key};
use super::context::Context;
use super::keys;
use super::number::Codes;
use super::skip::Skip;

/// The private-use range (RFC 6455 section 7.4.2), which an enum is about unless it says otherwise.
pub(super) const PRIVATE_USE: (u16, u16) = (4000, 4999);

/// What the enum asks for beyond its rows.
pub(super) struct EnumOptions {
    /// The path of the runtime crate.
    pub(super) krate: TokenStream,
    /// The codes that the enum is about.
    pub(super) range: (u16, u16),
    /// The range is what was written: otherwise all codes are in it.
    pub(super) is_range_read: bool,
    /// Where the range is given, or the name of the enum.
    pub(super) range_at: Span,
    /// Every code of the range has to have a variant, asked for at this place.
    pub(super) total: Option<Span>,
    /// The error of `TryFrom`, and where it is given.
    error: Option<(TokenStream, Span)>,
    /// What the enum has by hand, or from another derive.
    pub(super) skip: Skip,
}

impl EnumOptions {
    /// The default options.
    pub(super) fn new(at: Span) -> Self {
        Self {
            krate: quote!(::close_code),
            range: PRIVATE_USE,
            is_range_read: true,
            range_at: at,
            total: None,
            error: None,
            skip: Skip::default(),
        }
    }

    /// Reads the options.
    pub(super) fn read(attributes: &[Attribute], at: Span, context: &mut Context) -> Self {
        let mut options = Self::new(at);
        for argument in attributes::read("close_code", attributes, context) {
            options.argument(argument, context);
        }
        if let Some((_, at)) = options.error.as_ref().filter(|_| options.is_infallible()) {
            context.error(
                *at,
                "`error` is not used: a `total` enum over all codes implements `From`, which cannot fail",
                "remove `error`",
            );
        }
        options
    }

    /// Whether every code has a variant, so that a conversion cannot fail.
    pub(super) fn is_infallible(&self) -> bool {
        self.total.is_some() && self.is_range_read && self.range == (0, u16::MAX)
    }

    /// The error of `TryFrom`.
    pub(super) fn error(&self) -> TokenStream {
        let krate = &self.krate;
        self.error.as_ref().map_or_else(|| quote!(#krate::UnknownCode), |(error, _)| error.clone())
    }

    fn argument(&mut self, argument: Argument, context: &mut Context) {
        match argument {
            Argument::Word(key, _) if key.name == "total" => self.total = Some(key.at),
            Argument::Pair { key, value, at } if key.name == "range" => {
                self.range_at = at;
                let range = range(value, at, context);
                self.is_range_read = range.is_some();
                self.range = range.unwrap_or((0, u16::MAX));
            }
            Argument::Pair { key, value, at } if key.name == "crate" => {
                if let Some(path) = path(value, at, context) {
                    self.krate = path;
                }
            }
            Argument::Pair { key, value, at } if key.name == "error" => {
                if syn::parse2::<syn::Type>(value.clone()).is_err() {
                    let help = "write `error = MyError`, which has `From<UnknownCode>`";
                    return context.error(at, "`error` must be a type", help);
                }
                self.error = Some((value, at));
            }
            Argument::List { key, items } if key.name == "skip" => self.skip.read(&items, context),
            Argument::Codes { at, .. } => context.error(
                at,
                "a close code goes on a variant, not on the enum",
                "set the range of the enum with `range = 4000..=4999`",
            ),
            Argument::Word(key, _) | Argument::Pair { key, .. } | Argument::List { key, .. } => {
                wrong(&key, context);
            }
        }
    }
}

/// Says what is wrong with a key that an enum does not have, or not in this form.
fn wrong(key: &Key, context: &mut Context) {
    let name = key.name.as_str();
    let form = match name {
        "total" => Some(("takes no value", "total")),
        "range" => Some(("has no value", "range = 4000..=4999")),
        "crate" => Some(("has no value", "crate = ::close_code")),
        "error" => Some(("has no value", "error = MyError")),
        "skip" => Some(("has a list in parentheses", "skip(Display, TryFrom)")),
        _ => None,
    };
    if let Some((message, right)) = form {
        context.error(key.at, format!("`{name}` {message}"), format!("write `{right}`"));
    } else if keys::of_variant().contains(&name) {
        let message = format!("`{name}` belongs on a variant, not on the enum");
        context.error(key.at, message, "write it above the variant");
    } else {
        context.error(key.at, format!("unknown key `{name}`"), suggestion(name, &keys::OF_ENUM));
    }
}

/// The range of the enum: two literals, since the size of the lookup depends on it.
fn range(tokens: TokenStream, at: Span, context: &mut Context) -> Option<(u16, u16)> {
    let codes = |input: syn::parse::ParseStream<'_>| Ok(Codes::parse(input));
    let codes = codes.parse2(tokens).ok().flatten();
    let Some([first, last]) = codes.as_ref().and_then(Codes::ends) else {
        context.error(
            at,
            "`range` needs two integer literals",
            "write `range = 4000..=4999`, both inclusive",
        );
        return None;
    };
    let mut end = |(literal, written): (super::number::Literal, &syn::Expr)| {
        let at = context.of(written, at);
        let code = literal.code(at, context)?;
        let value = u16::try_from(code);
        if value.is_err() {
            context.problems.push(not_a_code(at, &literal.digits));
        }
        value.ok()
    };
    let ends = (end(first), end(last));
    Some((ends.0?, ends.1?))
}

/// The path of a crate, resolved where the macro is called.
pub(super) fn path(tokens: TokenStream, at: Span, context: &mut Context) -> Option<TokenStream> {
    if let Ok(path) = Path::parse_mod_style.parse2(tokens) {
        return Some(path.into_token_stream().into_iter().map(called_here).collect());
    }
    context.error(
        at,
        "this is not the path of a crate",
        "write `crate = ::close_code` with the name that the crate has here",
    );
    None
}

fn called_here(mut token: TokenTree) -> TokenTree {
    token.set_span(proc_macro2::Span::call_site().located_at(token.span()));
    token
}
