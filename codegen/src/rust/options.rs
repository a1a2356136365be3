//! What the pieces of generated Rust share.

/// How generated code reaches the runtime crate, and what it is for.
#[derive(Clone, Debug)]
pub struct Options {
    /// The path of the runtime crate: `::close_code`, unless it has another name.
    pub krate: String,
    /// Whether this is the runtime crate itself, which has the constants on `CloseCode`.
    pub runtime: bool,
    /// The name of the table's file: rows have comments that say where they come from.
    pub file: String,
}

impl Default for Options {
    fn default() -> Self {
        Self { krate: "::close_code".to_owned(), runtime: false, file: "codes.toml".to_owned() }
    }
}

impl Options {
    /// For the built-in table inside the runtime crate.
    #[must_use]
    pub fn runtime() -> Self {
        Self { krate: "crate".to_owned(), runtime: true, ..Self::default() }
    }
}

/// What emitted items are allowed.
///
/// - `dead_code`: an application need not use all that its table has.
/// - `deprecated`: every variant is named somewhere, also those that are going away.
/// - `unreachable_pub`: the module that includes the items may be private.
/// - clippy's groups: who asks for a style means what people write.
pub(super) const ALLOW: &str = "#[allow(dead_code, deprecated, unreachable_pub, clippy::all, \
    clippy::nursery, clippy::pedantic, clippy::restriction)]";
