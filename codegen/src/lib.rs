//! The generator behind close-code: reads a table of WebSocket close codes, checks it, and emits Rust,
//! TypeScript, JSON and documents.
#![forbid(unsafe_code)]

#[cfg(feature = "derive")]
extern crate proc_macro;

pub mod check;
#[cfg(feature = "docs")]
pub mod compat;
#[cfg(feature = "toml")]
pub mod compile;
pub mod date;
#[cfg(feature = "derive")]
pub mod derive;
#[cfg(feature = "toml")]
pub mod diagnostic;
#[cfg(feature = "docs")]
pub mod docs;
pub mod escape;
#[cfg(feature = "html")]
pub mod html;
mod join;
#[cfg(feature = "docs")]
pub mod json;
#[cfg(feature = "docs")]
pub mod markdown;
pub mod model;
pub mod naming;
pub mod nearest;
mod paragraphs;
pub mod problem;
pub mod rust;
pub mod rustdoc;
pub mod segments;
mod sort;
#[cfg(feature = "toml")]
pub mod toml;
#[cfg(feature = "docs")]
pub mod typescript;
#[cfg(feature = "docs")]
pub mod warn;

#[cfg(feature = "toml")]
pub use self::compile::compile;
