//! The front end for a Rust enum: what `#[derive(CloseCodeRange)]` runs.

mod attribute;
mod docs;
mod subject;
mod value;
mod variant;

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use self::subject::Subject;
use crate::check::check;
use crate::model::Draft;
use crate::problem::Problem;
use crate::rust::{fallback, impls};

/// Expands the derive on an item.
///
/// On mistakes the implementations are there all the same, so that only the mistakes are reported and
/// not every use of the enum.
#[must_use]
pub fn expand(input: TokenStream) -> TokenStream {
    let input = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut problems = Vec::new();
    let (subject, draft) = subject::lower(&input, &mut problems);
    match checked(draft, problems) {
        Ok(table) => {
            let judgements = subject.judgements(&table);
            impls(&table, &subject.options, &subject.visibility, &judgements)
        }
        Err(problems) => {
            let errors = problems.iter().map(compile_error);
            let impls = fallback(&subject.fallback(&input));
            quote!(#(#errors)* #impls)
        }
    }
}

type Checked = Result<crate::model::Table<Span>, Vec<Problem<Span>>>;

fn checked(draft: Draft<Span>, mut problems: Vec<Problem<Span>>) -> Checked {
    let table = match check(draft) {
        Ok(table) => Some(table),
        Err(more) => {
            problems.extend(more);
            None
        }
    };
    match table {
        Some(table) if problems.is_empty() => Ok(table),
        _ => Err(problems),
    }
}

/// A problem as the compiler shows it: one error at its place, and one at each other place that belongs
/// to it, since a macro cannot point at two places at once.
fn compile_error(problem: &Problem<Span>) -> TokenStream {
    let mut text = problem.message.clone();
    if let Some(help) = &problem.help {
        text.push_str("; ");
        text.push_str(help);
    }
    let at = problem.at;
    let related = problem.related.iter().map(|(at, label)| error_at(*at, label));
    let error = error_at(at, &text);
    quote!(#error #(#related)*)
}

fn error_at(at: Span, text: &str) -> TokenStream {
    quote_spanned!(at=> ::core::compile_error! { #text })
}

/// The whole expansion of a subject that cannot be lowered at all still names what it is for.
impl Subject {
    fn fallback(&self, input: &syn::DeriveInput) -> fallback::Input {
        fallback::Input {
            krate: self.options.krate.clone(),
            name: input.ident.clone(),
            generics: {
                let generics = &input.generics;
                let (impls, types, bounds) = generics.split_for_impl();
                [quote!(#impls), quote!(#types), quote!(#bounds)]
            },
            visibility: self.visibility.clone(),
        }
    }
}
