//! Names: they become types, variants and constants.

use std::collections::HashMap;

use crate::model::{At, Draft};
use crate::naming;
use crate::problem::Problem;

/// A name is an `UpperCamelCase` identifier. The names of a derived enum are the compiler's business.
pub(super) fn are_identifiers(draft: &Draft, problems: &mut Vec<Problem>) {
    let of_head = [Some(&draft.head.name), draft.head.class.as_ref()];
    let of_rows = draft.rows().flat_map(|row| [Some(&row.name), row.class.as_ref()]);
    for name in of_head.into_iter().chain(of_rows).flatten() {
        is_identifier(name, problems);
    }
}

/// Reports a name that is no identifier, or that Rust keeps for itself.
fn is_identifier(name: &At<String>, problems: &mut Vec<Problem>) {
    let text = name.value.as_str();
    if text.is_empty() {
        return;
    }
    let what = if naming::is_keyword(text) {
        "is a keyword of Rust"
    } else if naming::is_variant(text) {
        return;
    } else {
        "is not a name in UpperCamelCase"
    };
    let help = match naming::variant(text) {
        Some(better) if !naming::is_keyword(&better) => format!("write `{better}`"),
        Some(_) => "choose another name".to_owned(),
        None => "write a capital from A to Z, then letters and digits".to_owned(),
    };
    problems.push(Problem::error(name.at, format!("`{text}` {what}")).help(help));
}

/// The constant of a code is neither its variant nor one that the enum has anyway.
pub(super) fn are_not_reserved(draft: &Draft, problems: &mut Vec<Problem>) {
    for row in &draft.codes {
        let name = row.name.value.as_str();
        let constant = naming::constant(name);
        let at = row.name.at;
        if matches!(constant.as_str(), "TABLE" | "RANGE") {
            problems.push(
                Problem::error(at, format!("`{name}` would make a constant `{constant}`"))
                    .label("every enum of close codes has that already")
                    .help("choose another name"),
            );
        } else if constant == name && naming::is_variant(name) {
            let help = match naming::variant(&name.to_lowercase()) {
                Some(better) if better != constant => format!("write `{better}`"),
                _ => "choose a longer name".to_owned(),
            };
            problems.push(
                Problem::error(at, format!("`{name}` is both a variant and its constant"))
                    .label("the variant hides the constant")
                    .help(help),
            );
        }
    }
}

/// Two rows do not share a name, and two classes do not look alike. Capitals alone are no difference:
/// constants have nothing else, and a person who types a name does not mind them.
pub(super) fn differ(draft: &Draft, problems: &mut Vec<Problem>) {
    let before = problems.len();
    clashes(draft.rows().map(|row| &row.name), true, problems);
    // The class of a range is its name where it says nothing else; what clashes as a name is reported.
    if draft.head.class.is_some() && problems.len() == before {
        let classes = draft.ranges.iter().map(|row| row.class.as_ref().unwrap_or(&row.name));
        clashes(classes, false, problems);
    }
}

/// The enum and its class enum are two types.
pub(super) fn of_enums_differ(draft: &Draft, problems: &mut Vec<Problem>) {
    let Some(class) = &draft.head.class else { return };
    let name = &draft.head.name;
    if class.value == name.value && !name.value.is_empty() {
        problems.push(
            Problem::error(class.at, format!("two enums are named `{}`", name.value))
                .label("the enum of the classes")
                .related(name.at, "the enum of the codes")
                .help("give one of them another name"),
        );
    }
}

/// Reports names that differ in capitals alone, and where `equal` is set also those that do not differ.
fn clashes<'a>(
    names: impl Iterator<Item = &'a At<String>>,
    equal: bool,
    problems: &mut Vec<Problem>,
) {
    let mut first: HashMap<String, &At<String>> = HashMap::new();
    for other in names.filter(|name| naming::is_variant(&name.value)) {
        let one = *first.entry(other.value.to_ascii_lowercase()).or_insert(other);
        if core::ptr::eq(one, other) {
            continue;
        }
        let message = if one.value != other.value {
            format!("`{}` differs from `{}` in capitals alone", other.value, one.value)
        } else if equal {
            format!("two rows are named `{}`", one.value)
        } else {
            continue;
        };
        problems.push(
            Problem::error(other.at, message)
                .label("here again")
                .related(one.at, "first here")
                .help("give one of them another name"),
        );
    }
}
