//! The keys of `#[close_code(...)]`.

use close_code_codegen::model::Details;

/// The keys of an enum.
pub(super) const OF_ENUM: [&str; 5] = ["range", "total", "crate", "error", "skip"];

/// The keys of a variant with a value, in addition to those of [`Details`].
const WITH_VALUE: [&str; 6] = ["meaning", "label", "sender", "reconnect", "reference", "extra"];

/// The keys of a variant without a value.
pub(super) const WORDS: [&str; 3] = ["rest", "local", "reassigned"];

/// The keys that have a list in parentheses.
pub(super) const LISTS: [&str; 2] = ["extra", "skip"];

/// The keys of a variant.
pub(super) fn of_variant() -> Vec<&'static str> {
    [&WITH_VALUE[..], &Details::keys(), &WORDS].concat()
}
