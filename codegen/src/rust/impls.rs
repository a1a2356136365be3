//! The implementations that every enum of close codes has.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::{Options, enum_name, rows, variant};
use super::{conversions, inherent, lookup, traits};
use crate::model::{Row, Table};
use crate::problem::Place;

/// The trait, the inherent functions, and the conversions, for an enum that exists.
///
/// `visibility` is that of the enum, which its inherent functions share; `judgements` are items that see
/// the constants that the functions read.
#[must_use]
pub fn impls<S: Place>(
    table: &Table<S>,
    options: &Options,
    visibility: &TokenStream,
    judgements: &TokenStream,
) -> TokenStream {
    let parts = Parts::new(table, options, visibility);
    let rows = rows::items(&parts);
    let lookup = lookup::items(&parts);
    let inherent = inherent::items(&parts);
    let traits = traits::items(&parts);
    let conversions = conversions::items(&parts);
    let (allow, uses) = (parts.allow(), parts.uses());
    quote! {
        #allow
        const _: () = {
            #rows
            #lookup
            #judgements
            #inherent
            #traits
            #conversions
            #uses
        };
    }
}

/// What the pieces share.
pub(super) struct Parts<'a, S> {
    pub(super) table: &'a Table<S>,
    pub(super) options: &'a Options,
    pub(super) visibility: &'a TokenStream,
    pub(super) name: Ident,
    pub(super) variants: Vec<Ident>,
    /// The lookup holds the variants themselves, and not the numbers of their rows. That is faster, but
    /// takes an enum that is known to be `Copy`, and variants that carry nothing.
    pub(super) by_value: bool,
    /// Every code of the domain has a row.
    pub(super) total: bool,
    /// All codes are literals, so that the order of the rows is known before the compiler runs.
    pub(super) known: bool,
}

impl<'a, S: Place> Parts<'a, S> {
    fn new(table: &'a Table<S>, options: &'a Options, visibility: &'a TokenStream) -> Self {
        let rules = table.head().rules;
        Self {
            table,
            options,
            visibility,
            name: enum_name(table),
            variants: table.rows().iter().map(variant).collect(),
            by_value: !rules.derived && !table.rows().iter().any(|row| row.carries_code),
            total: rules.total && !rules.derived,
            known: rows::are_known(table),
        }
    }

    pub(super) fn rows(&self) -> &'a [Row<S>] {
        self.table.rows()
    }

    /// The path of the runtime crate.
    pub(super) fn krate(&self) -> &'a TokenStream {
        &self.options.krate
    }

    /// The rows with their variants and their positions.
    pub(super) fn numbered(&self) -> impl Iterator<Item = (u16, &'a Row<S>, &Ident)> {
        let numbers = 0..=u16::MAX;
        numbers.zip(self.rows()).zip(&self.variants).map(|((at, row), name)| (at, row, name))
    }

    /// What the implementations of an emitted enum are allowed. Those of a derived one must do without:
    /// where the user forbids a lint, allowing it is an error.
    fn allow(&self) -> Option<TokenStream> {
        (!self.table.head().rules.derived).then(super::allow)
    }

    /// Uses the functions that the user need not use, so that they are no dead code.
    fn uses(&self) -> TokenStream {
        let name = &self.name;
        let code = self.has_code().then(|| quote!(let _ = #name::code;));
        quote! {
            const _: () = {
                let _ = #name::from_code;
                let _ = #name::entry;
                let _ = #name::meaning;
                let _ = #name::reconnect;
                #code
            };
        }
    }

    /// Whether every variant is one code, or carries it.
    pub(super) fn has_code(&self) -> bool {
        self.rows().iter().all(|row| row.carries_code || row.single().is_some())
    }
}

/// A number without a suffix.
pub(super) fn bare(number: u16) -> Literal {
    Literal::u16_unsuffixed(number)
}
