//! What several documents share: rows in order, words, references, and where a document comes from.

pub mod entry;
pub(crate) mod fields;
pub mod reference;
pub mod source;
pub mod words;

pub use source::Source;
