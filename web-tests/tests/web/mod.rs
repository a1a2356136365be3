//! What the tests of the modules share.

pub(crate) mod answers;
pub(crate) mod site;
pub(crate) mod tools;
