//! Names: they become types, variants and constants.

use crate::model::{At, Draft};
use crate::naming;
use crate::problem::{Place, Problem};

/// A name is an `UpperCamelCase` identifier. The names of a derived enum are the compiler's business.
pub(super) fn are_identifiers<S: Place>(draft: &Draft<S>, problems: &mut Vec<Problem<S>>) {
    if draft.head.rules.derived {
        return;
    }
    let head = core::iter::once(&draft.head.name).chain(&draft.head.class);
    let rows = draft.rows().flat_map(|row| core::iter::once(&row.name).chain(&row.class));
    for name in head.chain(rows) {
        let text = name.value.as_str();
        if text.is_empty() {
            continue;
        }
        let what = if naming::is_keyword(text) {
            "is a keyword of Rust"
        } else if naming::is_variant(text) {
            continue;
        } else {
            "is not a name in UpperCamelCase"
        };
        let help = match naming::variant(text) {
            Some(better) if !naming::is_keyword(&better) => format!("write `{better}`"),
            Some(_) => "choose another name".to_owned(),
            None => "write a capital from A to Z, then letters and digits".to_owned(),
        };
        problems.push(Problem::error(name.at.clone(), format!("`{text}` {what}")).help(help));
    }
}

/// The constant of a code is neither its variant nor one that the enum has anyway.
pub(super) fn are_not_reserved<S: Place>(draft: &Draft<S>, problems: &mut Vec<Problem<S>>) {
    if draft.head.rules.derived {
        return;
    }
    for row in &draft.codes {
        let name = row.name.value.as_str();
        let constant = naming::constant(name);
        let at = row.name.at.clone();
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
pub(super) fn differ<S: Place>(draft: &Draft<S>, problems: &mut Vec<Problem<S>>) {
    if draft.head.rules.derived {
        return;
    }
    let names: Vec<_> = draft.rows().map(|row| &row.name).collect();
    let before = problems.len();
    clashes(&names, true, problems);
    // The class of a range is its name where it says nothing else; what clashes as a name is reported.
    if draft.head.class.is_some() && problems.len() == before {
        let classes = draft.ranges.iter().map(|row| row.class.as_ref().unwrap_or(&row.name));
        clashes(&classes.collect::<Vec<_>>(), false, problems);
    }
}

/// The enum and its class enum are two types.
pub(super) fn of_enums_differ<S: Place>(draft: &Draft<S>, problems: &mut Vec<Problem<S>>) {
    let Some(class) = &draft.head.class else { return };
    let name = &draft.head.name;
    if class.value == name.value && !name.value.is_empty() {
        problems.push(
            Problem::error(class.at.clone(), format!("two enums are named `{}`", name.value))
                .label("the enum of the classes")
                .related(name.at.clone(), "the enum of the codes")
                .help("give one of them another name"),
        );
    }
}

/// Reports names that differ in capitals alone, and where `equal` is set also those that do not differ.
fn clashes<S: Place>(names: &[&At<String, S>], equal: bool, problems: &mut Vec<Problem<S>>) {
    let mut keyed: Vec<(String, usize)> = Vec::with_capacity(names.len());
    for (index, name) in names.iter().enumerate() {
        if naming::is_variant(&name.value) {
            keyed.push((name.value.to_ascii_uppercase(), index));
        }
    }
    keyed.sort();
    let mut first = 0;
    for next in 1..keyed.len() {
        if keyed[first].0 != keyed[next].0 {
            first = next;
            continue;
        }
        let (one, other) = (names[keyed[first].1], names[keyed[next].1]);
        let message = if one.value != other.value {
            format!("`{}` differs from `{}` in capitals alone", other.value, one.value)
        } else if equal {
            format!("two rows are named `{}`", one.value)
        } else {
            continue;
        };
        problems.push(
            Problem::error(other.at.clone(), message)
                .label("here again")
                .related(one.at.clone(), "first here")
                .help("give one of them another name"),
        );
    }
}
