//! Documents made from a checked table of WebSocket close codes: Markdown, JSON, TypeScript and HTML.
//!
//! A table comes from [`close_code_codegen::toml::read`]; every emitter is a function from it to text.
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
