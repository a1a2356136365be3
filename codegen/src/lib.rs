//! The generator behind close-code: reads a table of WebSocket close codes, checks it, and emits Rust,
//! TypeScript, JSON and documents.
#![forbid(unsafe_code)]

pub mod check;
#[cfg(feature = "toml")]
pub mod diagnostic;
pub mod model;
pub mod naming;
pub mod nearest;
pub mod problem;
#[cfg(feature = "toml")]
pub mod toml;
