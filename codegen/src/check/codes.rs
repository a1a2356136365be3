//! What an enum may do with its codes, as the built-in table has them.

use super::numbers::literal_range;
use crate::model::{Draft, DraftCodes, DraftRow};
use crate::problem::Problem;
use crate::registered::{Registry, is_meant};

/// The codes of a derived enum are in its range, may be sent unless they are `local`, and a registered one
/// has the registry's name. Of a code that is computed, the compiler asks the same. A table says itself
/// what may be done with its codes.
pub(super) fn are_allowed(draft: &Draft, registry: &Registry, problems: &mut Vec<Problem>) {
    let (first, last) = draft.head.span;
    // A range that ends before it begins is reported, and no code is outside of it.
    let (first, last) = if first <= last { (first, last) } else { (0, u16::MAX) };
    if !draft.head.rules.derived {
        return;
    }
    for row in &draft.codes {
        for codes in &row.codes {
            let Some((from, to)) = literal_range(codes) else { continue };
            if from < first || to > last {
                let beyond = if from < first || from > last { from } else { last + 1 };
                problems.push(outside(codes, &registry.describe(beyond), (first, last)));
                continue;
            }
            let refused = registry.unsendable(from, to).filter(|_| row.local.is_none());
            if let Some(refused) = refused {
                problems.push(
                    Problem::error(codes.at, registry.describe(refused))
                        .help("add `local` if this variant is only reported, never sent"),
                );
            }
            problems.extend(another_name(row, codes, registry));
        }
    }
}

fn outside(codes: &DraftCodes, what: &str, (first, last): (u16, u16)) -> Problem {
    Problem::error(codes.at, format!("{what}, and outside the range of the enum, {first}..={last}"))
        .help("take a code of the range, or write `#[close_code(range = ...)]` above the enum")
}

/// Reports a variant for a registered code that has another name. A group of codes has a name of its own.
fn another_name(row: &DraftRow, codes: &DraftCodes, registry: &Registry) -> Option<Problem> {
    if row.reassigned || codes.is_range || row.codes.len() > 1 {
        return None;
    }
    let code = codes.first.value.code()?;
    let name = row.name.value.trim_start_matches("r#");
    let registered =
        registry.single(code).filter(|registered| !is_meant(code, name, registered))?;
    let problem =
        Problem::error(codes.at, format!("{code} is `{}` in the registry", registered.name));
    Some(problem.help(format!(
        "name the variant that, or add `reassigned` if {code} means something else here"
    )))
}
