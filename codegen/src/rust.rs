//! The Rust back end: from a checked table to tokens.
//!
//! [`impls`] is the one function behind the built-in types, an application's own table and a derived
//! enum, so that they behave alike.

mod code;
mod conversions;
mod doc;
mod enums;
pub(crate) mod fallback;
mod impls;
mod inherent;
mod lookup;
mod rows;
mod traits;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use crate::model::{Row, Table};
use crate::problem::Place;

pub use self::fallback::fallback;
pub use self::impls::impls;

/// How generated code reaches the runtime crate, and what it is for.
#[derive(Clone, Debug)]
pub struct Options {
    /// The path of the runtime crate: `::close_code`, unless it has another name.
    pub krate: TokenStream,
    /// Whether this is the runtime crate itself, which has constants and methods on `CloseCode`.
    pub runtime: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { krate: quote!(::close_code), runtime: false }
    }
}

impl Options {
    /// For the built-in table inside the runtime crate.
    #[must_use]
    pub fn runtime() -> Self {
        Self { krate: quote!(crate), runtime: true }
    }
}

/// All items for a table: the enum, its class enum, the constants, the implementations.
///
/// ```
/// # #[cfg(feature = "toml")] {
/// let source = r#"
/// [table]
/// name = "ChatClose"
/// title = "Chat"
/// description = "Why the chat server ends a connection."
/// span = [4000, 4999]
///
/// [[code]]
/// code = 4001
/// name = "SessionExpired"
/// description = "Sign in again."
/// "#;
/// let table = close_code_codegen::toml::read(source).unwrap();
/// let rust = close_code_codegen::rust::emit(&table, &Default::default());
/// assert!(rust.to_string().contains("enum ChatClose"));
/// # }
/// ```
#[must_use]
pub fn emit<S: Place>(table: &Table<S>, options: &Options) -> TokenStream {
    let kind = enums::kind(table, options);
    let class = enums::class(table);
    let constants = if options.runtime {
        code::of_close_code(table, options)
    } else {
        code::of_enum(table, options)
    };
    let impls = impls(table, options, &quote!(pub), &TokenStream::new());
    quote!(#kind #class #constants #impls)
}

/// What emitted items are allowed.
///
/// - `dead_code`: an application need not use all that its table has.
/// - `deprecated`: every variant is named somewhere, also those that are going away.
/// - `unreachable_pub`: the module that includes the items may be private.
/// - clippy's groups: who asks for a style means what people write.
fn allow() -> TokenStream {
    quote! {
        #[allow(
            dead_code,
            deprecated,
            unreachable_pub,
            clippy::all,
            clippy::nursery,
            clippy::pedantic,
            clippy::restriction,
        )]
    }
}

/// The name of a row as an identifier, at the place where it was written.
fn variant<S: Place>(row: &Row<S>) -> Ident {
    ident(&row.name.value, row.name.at.span())
}

/// The name of the enum as an identifier.
fn enum_name<S: Place>(table: &Table<S>) -> Ident {
    ident(&table.head().name.value, table.head().name.at.span())
}

fn ident(name: &str, span: Span) -> Ident {
    // The name resolves where the user wrote it, but hygiene is that of the generated code.
    let span = Span::call_site().located_at(span);
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, span),
        None => format_ident!("{name}", span = span),
    }
}

/// The name as text, without the `r#` of a raw identifier.
fn plain(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}
