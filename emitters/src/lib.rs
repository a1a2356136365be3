//! Documents made from a checked table of WebSocket close codes: Markdown, JSON, TypeScript and HTML.
//!
//! A table comes from [`close_code_codegen::toml::read`]; every emitter is a function from it to text.
//! [`documents::files`] has all of them but the pages of [`html`]:
//!
//! ```
//! use close_code_emitters::docs::Source;
//! use close_code_emitters::markdown;
//!
//! let table = close_code_codegen::toml::read(
//!     r#"
//!         [table]
//!         name = "ChatClose"
//!         title = "Close codes of the chat"
//!         description = "Why the chat server ends a connection."
//!
//!         [[code]]
//!         code = 4001
//!         name = "SessionExpired"
//!     "#,
//! )
//! .expect("the table is in order");
//! let page = markdown::emit(&table, &Source::new("chat.toml"));
//! assert!(page.contains("# Close codes of the chat"));
//! ```
//!
//! The command `close-code generate` calls them for you.
#![forbid(unsafe_code)]

pub mod compat;
pub mod docs;
pub mod documents;
pub mod html;
pub mod json;
pub mod json_schema;
pub mod libraries;
pub mod markdown;
pub mod typescript;
pub mod warn;
