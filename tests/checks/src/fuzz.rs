//! What the fuzz targets do with their input, whatever it is. A target that finds a fault panics.
//!
//! `fuzz/fuzz_targets/` hands libFuzzer's inputs to these functions; the test `corpus` hands them the
//! committed inputs, with nothing but a stable compiler.

mod body;
mod code;
mod derive;
mod document;
mod explain;
mod page;
mod registry;
mod table;
mod tokens;

/// The derive's own files: a crate of procedural macros has no functions that others could call.
#[path = "../../../macros/src/derive/mod.rs"]
mod macros;

pub use self::body::body;
pub use self::code::code;
pub use self::derive::derive;
pub use self::explain::explain;
pub use self::registry::registry;
pub use self::table::table;
pub use self::tokens::tokens;

/// What a target does with an input.
pub type Target = fn(&[u8]);

/// Every target by its name: that of its file in `fuzz/fuzz_targets/`, and of its folder of inputs.
pub const TARGETS: [(&str, Target); 7] = [
    ("body", body),
    ("code", code),
    ("derive", derive),
    ("explain", explain),
    ("registry", registry),
    ("table", table),
    ("tokens", tokens),
];
