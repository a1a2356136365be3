//! The Rust back end: from a checked table to the text of Rust.
//!
//! `impls` is the one function behind the built-in types, an application's own table and a derived
//! enum, so that they behave alike. It makes text and no tokens: a build script has nothing to do with
//! tokens, and `#[derive(CloseCodeRange)]` lets the compiler's own lexer make them.

mod code;
mod conversions;
mod doc;
mod enums;
#[cfg(feature = "derive")]
pub(crate) mod fallback;
mod impls;
mod inherent;
mod lookup;
mod parts;
mod predicate;
mod rows;
mod template;
mod traits;

use crate::model::Table;

#[cfg(feature = "derive")]
pub(crate) use self::impls::impls;

/// How generated code reaches the runtime crate, and what it is for.
#[derive(Clone, Debug)]
pub struct Options {
    /// The path of the runtime crate: `::close_code`, unless it has another name.
    pub krate: String,
    /// Whether this is the runtime crate itself, which has constants and methods on `CloseCode`.
    pub runtime: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { krate: "::close_code".to_owned(), runtime: false }
    }
}

impl Options {
    /// For the built-in table inside the runtime crate.
    #[must_use]
    pub fn runtime() -> Self {
        Self { krate: "crate".to_owned(), runtime: true }
    }
}

/// All items for a table: the enum, its class enum, the constants, the implementations.
///
/// ```
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
/// assert!(rust.contains("enum ChatClose"));
/// ```
#[must_use]
pub fn emit(table: &Table, options: &Options) -> String {
    let mut text = String::from(
        "// Generated from a table of close codes. An edit here is lost when the table changes.\n",
    );
    text.push_str(&enums::kind(table, options));
    text.push_str(&enums::class(table));
    text.push_str(&code::items(table, options));
    text.push_str(&impls::impls(table, options, "pub", ""));
    text
}

/// What emitted items are allowed.
///
/// - `dead_code`: an application need not use all that its table has.
/// - `deprecated`: every variant is named somewhere, also those that are going away.
/// - `unreachable_pub`: the module that includes the items may be private.
/// - clippy's groups: who asks for a style means what people write.
const ALLOW: &str = "#[allow(
    dead_code,
    deprecated,
    unreachable_pub,
    clippy::all,
    clippy::nursery,
    clippy::pedantic,
    clippy::restriction,
)]";

/// The name as text, without the `r#` of a raw identifier.
fn plain(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

/// A text as a literal.
fn literal(text: &str) -> String {
    format!("{text:?}")
}
