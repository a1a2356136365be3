//! What the tests of the modules share.

pub(crate) mod answers;
pub(crate) mod document;
pub(crate) mod schema;
pub(crate) mod site;
pub(crate) mod tools;
pub(crate) mod variants;
