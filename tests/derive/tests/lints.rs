//! A crate in which every lint is forbidden that could be: what the derive makes falls under none.
//!
//! `forbid` and not `deny`, since code that allows a forbidden lint is an error as well. Those of clippy
//! are looked at where clippy runs.
#![forbid(
    // The groups that are on, or that people turn on.
    warnings,
    future_incompatible,
    keyword_idents,
    nonstandard_style,
    refining_impl_trait,
    rust_2018_compatibility,
    rust_2018_idioms,
    rust_2021_compatibility,
    rust_2024_compatibility,
    unused,
    // What is off until asked for; `ui.rs` compares the list with the compiler's.
    absolute_paths_not_starting_with_crate,
    ambiguous_negative_literals,
    closure_returning_async_block,
    deprecated_in_future,
    deprecated_safe_2024,
    edition_2024_expr_fragment_specifier,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    ffi_unwind_calls,
    if_let_rescope,
    impl_trait_overcaptures,
    impl_trait_redundant_captures,
    keyword_idents_2018,
    keyword_idents_2024,
    let_underscore_drop,
    linker_messages,
    macro_use_extern_crate,
    meta_variable_misuse,
    missing_copy_implementations,
    missing_debug_implementations,
    missing_docs,
    missing_unsafe_on_extern,
    non_ascii_idents,
    redundant_imports,
    redundant_lifetimes,
    rust_2021_incompatible_closure_captures,
    rust_2021_incompatible_or_patterns,
    rust_2021_prefixes_incompatible_syntax,
    rust_2021_prelude_collisions,
    rust_2024_guarded_string_incompatible_syntax,
    rust_2024_incompatible_pat,
    rust_2024_prelude_collisions,
    single_use_lifetimes,
    tail_expr_drop_order,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unnameable_types,
    unreachable_pub,
    unsafe_attr_outside_unsafe,
    unsafe_code,
    unsafe_op_in_unsafe_fn,
    unstable_features,
    unused_extern_crates,
    unused_import_braces,
    unused_lifetimes,
    unused_macro_rules,
    unused_qualifications,
    unused_results,
    variant_size_differences,
    // Warned of or denied anyway, and near to what a derive does.
    non_local_definitions,
    private_interfaces,
    unconditional_recursion,
    unreachable_patterns,
    clippy::all,
    clippy::pedantic
)]
#![deny(clippy::nursery)]

// The lints of clippy's that people choose one by one. Some of them contradict each other, or mean what a
// person writes here: those that a bare enum breaks are left out. So is `same_name_method`, since the
// functions of the enum are those of the trait, to be called without it and in constants.
#[forbid(
    clippy::absolute_paths,
    clippy::alloc_instead_of_core,
    clippy::allow_attributes,
    clippy::allow_attributes_without_reason,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::as_underscore,
    clippy::default_numeric_fallback,
    clippy::default_union_representation,
    clippy::else_if_without_else,
    clippy::empty_enum_variants_with_brackets,
    clippy::error_impl_error,
    clippy::exhaustive_structs,
    clippy::expect_used,
    clippy::if_then_some_else_none,
    clippy::impl_trait_in_params,
    clippy::implicit_return,
    clippy::indexing_slicing,
    clippy::infinite_loop,
    clippy::integer_division,
    clippy::let_underscore_must_use,
    clippy::let_underscore_untyped,
    clippy::mem_forget,
    clippy::min_ident_chars,
    clippy::missing_asserts_for_indexing,
    clippy::missing_inline_in_public_items,
    clippy::missing_trait_methods,
    clippy::module_name_repetitions,
    clippy::multiple_inherent_impl,
    clippy::panic,
    clippy::panic_in_result_fn,
    clippy::partial_pub_fields,
    clippy::pattern_type_mismatch,
    clippy::question_mark_used,
    clippy::semicolon_outside_block,
    clippy::separated_literal_suffix,
    clippy::shadow_reuse,
    clippy::shadow_same,
    clippy::shadow_unrelated,
    clippy::single_call_fn,
    clippy::std_instead_of_alloc,
    clippy::std_instead_of_core,
    clippy::todo,
    clippy::undocumented_unsafe_blocks,
    clippy::unneeded_field_pattern,
    clippy::unreachable,
    clippy::unwrap_used,
    clippy::use_debug,
    clippy::wildcard_enum_match_arm
)]
#[expect(clippy::redundant_pub_crate, reason = "it contradicts `unreachable_pub`")]
mod chosen {
    use close_code::{CloseCode, CloseCodeRange, CloseError};

    pub(super) const BASE: u16 = 4000;

    /// Every kind of variant.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
    pub(super) enum ChatClose {
        /// Session expired
        ///
        /// Sign in again.
        #[close_code(4001, reconnect = "after-change", sender = "server")]
        SessionExpired,
        /// Gone for good
        #[deprecated(note = "use `SessionExpired`")]
        #[close_code(4002)]
        Gone,
        /// Fatal
        #[close_code(4100..=4199, 4300, reconnect = { after = [5, 30] })]
        Fatal(CloseCode),
        /// Any other
        #[close_code(rest)]
        Other(CloseCode),
    }

    /// Codes that only the compiler knows.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
    #[close_code(range = 1000..=4999)]
    #[repr(u16)]
    pub(super) enum Computed {
        /// First
        First = BASE + 1,
        /// Second
        Second,
        /// Registered
        NormalClosure = 1000,
    }

    /// Numbers as payloads, a code that is the rest, and texts of its own.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
    #[close_code(skip(Display, From<u16>))]
    pub(super) enum Existing {
        /// One code
        #[close_code(4001, extra(key = "text"))]
        One,
        /// Several codes
        #[close_code(4100..=4199)]
        Several(u16),
        /// Any other
        #[close_code(4000, rest)]
        Other,
    }

    /// All codes, and codes that may all be sent.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
    #[close_code(range = 0..=65535, total)]
    pub(super) enum Total {
        /// All
        #[close_code(rest)]
        All(u16),
    }

    /// An error of every kind.
    #[derive(Debug, CloseError)]
    pub(super) enum Failure {
        /// A literal
        #[close(1011)]
        Literal,
        /// A variant
        #[close(ChatClose::SessionExpired, reason = "sign in")]
        Variant,
        /// Inside
        #[close(transparent)]
        Inner(Inner),
    }

    /// Another error
    #[derive(Debug, CloseError)]
    pub(super) enum Inner {
        /// A block
        #[close({ CloseCode::new(BASE) }, reason = "inner")]
        Block,
    }

    /// Of whose own functions none is called.
    #[derive(Clone, Copy, CloseCodeRange)]
    #[close_code(total)]
    pub(super) enum Unused {
        /// All
        #[close_code(rest)]
        All(CloseCode),
    }
}

impl core::fmt::Display for chosen::Failure {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter.write_str("failed")
    }
}

/// An enum that others see.
pub mod public {
    use close_code::CloseCodeRange;

    /// Why the server ends a connection.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
    #[non_exhaustive]
    pub enum ChatClose {
        /// Session expired
        #[close_code(4001)]
        SessionExpired,
    }
}

#[test]
fn what_is_derived_works_where_every_lint_is_forbidden() {
    use chosen::{ChatClose, Computed, Existing, Failure, Inner, Total, Unused};
    use close_code::CloseError as _;

    assert_eq!(ChatClose::try_from(4001).map(ChatClose::meaning), Ok("Session expired"));
    assert_eq!(ChatClose::try_from(4150).map(u16::from), Ok(4150));
    assert_eq!(Computed::try_from(4002), Ok(Computed::Second));
    assert!(matches!(Unused::try_from(4001), Ok(Unused::All(_))));
    assert_eq!(Existing::try_from(4001), Ok(Existing::One));
    assert_eq!(Existing::try_from(4150), Ok(Existing::Several(4150)));
    assert_eq!(Existing::try_from(4002).map(Existing::code), Ok(4000.into()));
    assert_eq!(u16::from(Total::from(1006)), 1006);
    let errors = [Failure::Literal, Failure::Variant, Failure::Inner(Inner::Block)];
    assert_eq!(errors.map(|error| error.close_code().get()), [1011, 4001, 4000]);
    assert_eq!(Failure::Literal.close_reason().as_str(), "failed");
    assert_eq!(public::ChatClose::try_from(4001), Ok(public::ChatClose::SessionExpired));
}
