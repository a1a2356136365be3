//! The registered codes: the built-in table, which other tables and derived enums are compared with.

use std::sync::OnceLock;

use crate::check::check;
use crate::registry::Registry;
use crate::toml::lower::lower;

/// The name of the built-in table. A table of this name is compared with nothing: it is the built-in
/// table, or a draft of it.
pub const NAME: &str = "CloseKind";

/// The built-in table, parsed at the first call. `None` while `codes.toml` has mistakes, which the build
/// of the runtime crate reports.
#[must_use]
pub fn registry() -> Option<&'static Registry> {
    static REGISTRY: OnceLock<Option<Registry>> = OnceLock::new();
    let read = || match lower(include_str!("../codes.toml")) {
        (Some(draft), problems) if problems.is_empty() => {
            check(&draft, None).ok().map(Registry::new)
        }
        _ => None,
    };
    REGISTRY.get_or_init(read).as_ref()
}
