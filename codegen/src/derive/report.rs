//! A problem as the compiler shows it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::problem::Problem;

/// One error at the place of the problem. A macro cannot point at two places at once, but an evaluation
/// can that fails in a function: where another place belongs to the problem, that is where it fails.
pub(super) fn compile_error(problem: &Problem) -> TokenStream {
    let mut text = problem.message.clone();
    if let Some(help) = &problem.help {
        text.push_str("; ");
        text.push_str(help);
    }
    match problem.related.first() {
        None => problem.at.error(&text),
        Some((other, _)) => {
            let panic = other.call(quote!(::core::panic!), quote!("{}", #text));
            let call = problem.at.call(quote!(the_other_place), TokenStream::new());
            quote! {
                const _: () = {
                    const fn the_other_place() { #panic }
                    #call
                };
            }
        }
    }
}
