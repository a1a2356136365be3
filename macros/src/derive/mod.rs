//! From the tokens of an enum to those of its implementations.
//!
//! Other packages, which test it or feed it with random tokens, include this folder by its path.

mod assertions;
mod attributes;
mod context;
mod discriminant;
mod docs;
mod error;
mod expressions;
mod keys;
mod limits;
mod lower;
mod markdown;
mod number;
mod options;
mod rows;
mod skip;
mod value;
mod variant;

use close_code_codegen::check::check;
use close_code_codegen::model::Table;
use close_code_codegen::registered::registry;
use proc_macro2::{Group, TokenStream, TokenTree};
use quote::quote;
use syn::{Data, DeriveInput};

use self::context::Context;
use self::lower::Lowered;
use self::options::EnumOptions;

/// Expands `#[derive(CloseCodeRange)]`.
///
/// An enum with mistakes still gets its implementations, so that only the mistakes are reported and not
/// every use of the enum.
pub(crate) fn close_code_range(input: TokenStream) -> TokenStream {
    read(input, expand)
}

/// Expands `#[derive(CloseError)]`, with an implementation in spite of mistakes as well.
pub(crate) fn close_error(input: TokenStream) -> TokenStream {
    read(input, error::expand)
}

fn read(input: TokenStream, expand: fn(&DeriveInput, Context) -> TokenStream) -> TokenStream {
    let mut context = Context::default();
    let mut input = input;
    if let Some(span) = limits::exceeded(&input) {
        limits::too_long(span, "a derive", &mut context);
        input = without_body(input);
        if limits::exceeded(&input).is_some() {
            return context.compile_errors();
        }
    }
    match syn::parse2::<DeriveInput>(input) {
        Ok(item) => expand(&item, context),
        Err(error) => error.into_compile_error(),
    }
}

/// An item without its variants: enough for implementations that are never called.
fn without_body(item: TokenStream) -> TokenStream {
    let mut tokens: Vec<TokenTree> = item.into_iter().collect();
    if let Some(TokenTree::Group(body)) = tokens.last_mut() {
        *body = Group::new(body.delimiter(), TokenStream::new());
    }
    tokens.into_iter().collect()
}

fn expand(item: &DeriveInput, mut context: Context) -> TokenStream {
    let Data::Enum(data) = &item.data else {
        let options = not_an_enum(item, &mut context);
        return refused(item, &options, true, &context);
    };
    let lowered = lower::lower(item, data, &mut context);
    let table = checked(&lowered, &mut context);
    let constants = lowered
        .is_computed()
        .then(|| lowered.expressions.constants(&lowered.options.krate, &lowered.name));
    let assertions = assertions::all(&lowered, table.is_some(), &context);
    let impls = match table.filter(|_| !lowered.refused) {
        Some(table) => rows::emit(item, &lowered, &table),
        None => refused(item, &lowered.options, lowered.is_sendable(), &context),
    };
    quote!(#constants #assertions #impls)
}

/// The checked table, or all problems in the order of the source.
fn checked(lowered: &Lowered, context: &mut Context) -> Option<Table> {
    let table =
        check(&lowered.draft, registry()).map_err(|more| context.problems.extend(more)).ok();
    context.problems.sort_by_key(|problem| problem.at.start);
    table.filter(|_| context.problems.is_empty())
}

fn not_an_enum(item: &DeriveInput, context: &mut Context) -> EnumOptions {
    let (keyword, span) = match &item.data {
        Data::Struct(data) => ("struct", data.struct_token.span),
        Data::Union(data) => ("union", data.union_token.span),
        Data::Enum(data) => ("enum", data.enum_token.span),
    };
    let at = context.at(span);
    context.error(
        at,
        format!("`CloseCodeRange` can only be derived for an enum, not for a {keyword}"),
        "write an `enum` with a variant for each code",
    );
    EnumOptions::new(at)
}

/// The problems, and implementations that keep them from being followed by others.
fn refused(
    item: &DeriveInput,
    options: &EnumOptions,
    is_sendable: bool,
    context: &Context,
) -> TokenStream {
    let errors = context.compile_errors();
    let impls = rows::mistaken(item, options, is_sendable);
    quote!(#errors #impls)
}
