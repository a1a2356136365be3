//! The generator behind close-code: reads a table of WebSocket close codes, checks it, and emits Rust.
//!
//! [`compile()`] is the function for a build script: it turns a table of your own into an enum, which
//! `close_code::include_codes!` includes. [`tables`] describes the format. The rest is for tools:
//! [`toml::read`] gives the checked table, [`rust::emit`] the Rust.
//!
//! It is what every build compiles, and no more: documents are made by `close-code-emitters`.
#![forbid(unsafe_code)]

pub mod check;
pub mod compile;
pub mod diagnostic;
pub mod escape;
pub mod invisible;
pub mod model;
pub mod naming;
pub mod nearest;
pub mod paragraphs;
pub mod problem;
mod properties;
pub mod registered;
pub mod registry;
pub mod rust;
pub mod rustdoc;
pub mod segments;
pub mod toml;

/// The format of tables, with a complete example.
// Its examples are tested where they can be compiled, in the tests of the workspace.
#[cfg(not(doctest))]
#[doc = include_str!("../tables.md")]
pub mod tables {}

pub use self::compile::compile;
