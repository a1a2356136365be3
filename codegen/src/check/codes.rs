//! What an enum may do with its codes, as the built-in table has them.

use super::numbers::literal_range;
use crate::model::{Draft, DraftCodes, DraftRow};
use crate::problem::Problem;
use crate::registry::{Registry, is_meant};

/// The codes of a derived enum are in its range, may be sent unless they are `local`, and a registered one
/// has the registry's name. The compiler checks the same of a computed code.
pub(super) fn are_allowed(draft: &Draft, registry: &Registry, problems: &mut Vec<Problem>) {
    let (first, last) = draft.head.span;
    // A range that ends before it begins is reported, and no code is outside of it.
    let (first, last) = if first <= last { (first, last) } else { (0, u16::MAX) };
    let is_outside = |codes: &DraftCodes| {
        literal_range(codes).is_some_and(|(from, to)| from < first || to > last)
    };
    let all = draft.codes.iter().flat_map(|row| &row.codes);
    let outside: Vec<_> = all.filter(|codes| is_outside(codes)).collect();
    // Where no range is given, many codes outside of it are one mistake.
    let is_missing = outside.len() > 2 && draft.head.span_at == draft.head.name.at;
    let shown = if is_missing { 1 } else { outside.len() };
    for codes in &outside[..shown] {
        let Some((from, _)) = literal_range(codes) else { continue };
        let beyond = if from < first || from > last { from } else { last + 1 };
        let what = registry.describe(beyond);
        let message = format!("{what}, and outside the range of the enum, {first}..={last}");
        problems.push(if is_missing {
            let (first, last) = extent(draft);
            let message = format!("{message}, like {} more codes", outside.len() - 1);
            Problem::error(codes.at, message)
                .help(format!("add `#[close_code(range = {first}..={last})]` to the enum"))
        } else {
            Problem::error(codes.at, message)
                .help("use a code in the range, or add `#[close_code(range = ...)]` to the enum")
        });
    }
    for row in &draft.codes {
        for codes in row.codes.iter().filter(|codes| is_missing || !is_outside(codes)) {
            let Some((from, to)) = literal_range(codes) else { continue };
            if let Some(refused) = registry.unsendable(from, to).filter(|_| row.local.is_none()) {
                problems.push(
                    Problem::error(codes.at, registry.describe(refused))
                        .help("add `local` if this variant is only reported, never sent"),
                );
            }
            problems.extend(another_name(row, codes, registry));
        }
    }
}

/// The first and the last of all literal codes.
fn extent(draft: &Draft) -> (u16, u16) {
    let all = || draft.codes.iter().flat_map(|row| &row.codes).filter_map(literal_range);
    (
        all().map(|codes| codes.0).min().unwrap_or(0),
        all().map(|codes| codes.1).max().unwrap_or(u16::MAX),
    )
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
        "rename the variant to `{}`, or add `reassigned` if {code} means something else here",
        registered.name
    )))
}
