//! An enum as a draft.

use close_code_codegen::model::{At, Draft, DraftHead, Number, Origin, Payload};
use proc_macro2::{Ident, Span, TokenStream};
use syn::{DataEnum, DeriveInput};

use super::context::Context;
use super::discriminant::Discriminants;
use super::expressions::Expressions;
use super::options::EnumOptions;
use super::variant;

/// An enum, and what its draft has no place for.
pub(super) struct Lowered {
    pub(super) name: Ident,
    pub(super) options: EnumOptions,
    /// The codes that only the compiler can evaluate.
    pub(super) expressions: Expressions,
    /// As many as the draft has rows.
    pub(super) variants: Vec<Variant>,
    pub(super) draft: Draft,
    /// The compiler refuses the enum itself.
    pub(super) refused: bool,
}

/// What a row has no place for.
pub(super) struct Variant {
    pub(super) name: Ident,
    pub(super) payload: Payload,
    /// The code is the variant's discriminant.
    pub(super) discriminant: bool,
}

/// Lowers an enum. What cannot be lowered is reported, and the draft has what could be.
pub(super) fn lower(item: &DeriveInput, data: &DataEnum, context: &mut Context) -> Lowered {
    let is_read = context.problems.is_empty();
    let name_at = context.at(item.ident.span());
    let options = EnumOptions::read(&item.attrs, name_at, context);
    if !item.generics.params.is_empty() {
        let at = context.of(&item.generics.params, name_at);
        let message = "an enum of close codes cannot have generic parameters";
        context.error(at, message, "remove them: a variant can contain only its code");
    }
    if is_read && data.variants.is_empty() {
        context.error(
            name_at,
            format!("`{}` has no variants", item.ident),
            "add one, such as `#[close_code(4001)] SessionExpired`",
        );
    }
    let mut lowered = Lowered {
        name: located(&item.ident),
        expressions: Expressions::default(),
        variants: Vec::with_capacity(data.variants.len()),
        draft: Draft { head: head(item, &options, name_at), ranges: Vec::new(), codes: Vec::new() },
        refused: false,
        options,
    };
    lowered.variants(item, data, context);
    lowered
}

impl Lowered {
    /// Whether a code is one that only the compiler can evaluate.
    pub(super) fn is_computed(&self) -> bool {
        let mut codes = self.draft.codes.iter().flat_map(|row| &row.codes);
        codes.any(|codes| matches!(codes.first.value, Number::Computed(_)))
    }

    /// Whether the codes are meant to be sent, for an enum that has mistakes.
    pub(super) fn is_sendable(&self) -> bool {
        self.draft.codes.iter().all(|row| row.payload == Payload::Unit && row.local.is_none())
    }

    fn variants(&mut self, item: &DeriveInput, data: &DataEnum, context: &mut Context) {
        let mut discriminants = Discriminants::new(&item.attrs);
        let krate = Some(&self.options.krate).filter(|_| item.generics.params.is_empty());
        for variant in &data.variants {
            let lowered =
                variant::lower(variant, krate, &mut discriminants, &mut self.expressions, context);
            self.refused |= lowered.refused;
            self.variants.push(Variant {
                name: located(&variant.ident),
                payload: lowered.row.payload,
                discriminant: lowered.discriminant,
            });
            self.draft.codes.push(lowered.row);
        }
    }
}

fn head(
    item: &DeriveInput,
    options: &EnumOptions,
    at: close_code_codegen::model::Span,
) -> DraftHead {
    DraftHead {
        // A doc comment of the enum is prose of any kind, and no text of the table.
        span: options.range,
        span_at: options.range_at,
        total_at: options.total.unwrap_or(at),
        keeps_code: false,
        origin: Origin::Derive,
        total: options.total.is_some() && options.is_range_read,
        ..DraftHead::new(At::new(item.ident.to_string(), at))
    }
}

/// A name that is found where the user wrote it, with the hygiene of generated code.
pub(super) fn located(name: &Ident) -> Ident {
    let mut name = name.clone();
    name.set_span(Span::call_site().located_at(name.span()));
    name
}

/// A name that is not among the tokens.
pub(super) fn unused(name: &str, tokens: &TokenStream) -> Ident {
    let (tokens, mut name) = (tokens.to_string(), name.to_owned());
    while tokens.contains(&name) {
        name.push('_');
    }
    Ident::new(&name, Span::call_site())
}
