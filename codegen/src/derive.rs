//! The front end for a Rust enum: what `#[derive(CloseCodeRange)]` runs.

mod argument;
mod constant;
mod discriminant;
mod docs;
mod expression;
mod graft;
mod item;
mod judgement;
mod literal;
mod payload;
mod report;
mod site;
mod subject;
mod tokens;
mod value;
mod variant;
mod words;

use proc_macro2::TokenStream;
use quote::quote;

use self::item::Item;
use self::site::Site;
use crate::check::check;
use crate::model::{Draft, Table};
use crate::problem::Problem;
use crate::rust::{fallback, impls};
use crate::sort;

/// Expands the derive on an item.
///
/// On mistakes the implementations are there all the same, so that only the mistakes are reported and
/// not every use of the enum.
#[must_use]
pub fn expand(input: TokenStream) -> TokenStream {
    let Some(item) = item::read(input) else { return TokenStream::new() };
    let mut problems = Vec::new();
    if item.keyword != "enum" {
        problems.push(no_enum(&item));
        return refused(&item, &subject::krate(), &problems, &TokenStream::new());
    }
    let (subject, draft) = subject::lower(&item, &mut problems);
    let of_codes = judgement::of_codes(&subject, &draft);
    let problems = match checked(&draft, problems) {
        Ok(table) if !subject.refused => {
            let of_total = judgement::of_total(&subject);
            let judgements = judgement::called(&subject, &quote!(#of_codes #of_total));
            let text = impls(&table, &graft::options(), graft::VISIBILITY, graft::JUDGEMENTS);
            return graft::tokens(&text, &item, &subject.krate, judgements);
        }
        Ok(_) => Vec::new(),
        Err(problems) => problems,
    };
    let judgements = judgement::called(&subject, &of_codes);
    refused(&item, &subject.krate, &problems, &judgements)
}

/// The checked table, or all problems in the order of the variants.
fn checked(draft: &Draft, mut problems: Vec<Problem>) -> Result<Table, Vec<Problem>> {
    match check(draft) {
        Ok(table) if problems.is_empty() => return Ok(table),
        Ok(_) => {}
        Err(more) => problems.extend(more),
    }
    sort::by_key(&mut problems, |problem| problem.at.start as u64);
    Err(problems)
}

fn no_enum(item: &Item) -> Problem {
    let keyword = &item.keyword;
    Problem::error(Site::at(keyword.span(), 0), format!("close codes are an enum, not a {keyword}"))
        .help("write an `enum` with a variant for each code")
}

/// The problems, and implementations that keep them from being followed by others.
fn refused(
    item: &Item,
    krate: &TokenStream,
    problems: &[Problem],
    judgements: &TokenStream,
) -> TokenStream {
    let errors = problems.iter().map(report::compile_error);
    let impls = fallback::fallback(&fallback::Input {
        krate: krate.clone(),
        name: item.name.clone(),
        generics: item::generics_of(item),
        visibility: item.visibility.clone(),
    });
    quote! {
        #(#errors)*
        const _: () = {
            #judgements
            #impls
        };
    }
}
