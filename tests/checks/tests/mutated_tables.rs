//! Every table of the repository with one slip in it is refused, where the slip is; or the slip is one
//! of those that are not mistakes.

use std::collections::BTreeMap;
use std::fs;

use close_code_checks::mutation::{Kind, Layout, Mutant, mutants};
use close_code_checks::repository;
use close_code_codegen::toml;

#[test]
fn every_slip_is_refused_where_it_is_or_is_no_mistake() {
    let mut counts: BTreeMap<Kind, [usize; 2]> = BTreeMap::new();
    let mut harmless: BTreeMap<String, usize> = BTreeMap::new();
    let mut failures = Vec::new();
    for path in repository::tables().expect("the tables are there") {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("the table is readable").replace("\r\n", "\n");
        let table = Layout::of(&text);
        assert_eq!(table.text().0, text, "{name} is cut and put together again");
        for mutant in mutants(&table) {
            let count = counts.entry(mutant.kind).or_default();
            count[0] += 1;
            match verdict(&mutant) {
                Ok(true) => {}
                Ok(false) => {
                    count[1] += 1;
                    *harmless.entry(mutant.key).or_default() += 1;
                }
                Err(fault) => {
                    let Mutant { kind, key, what, .. } = &mutant;
                    failures.push(format!("{name}: {kind:?}: `{key}` {what}: {fault}"));
                }
            }
        }
    }
    for (kind, [all, accepted]) in &counts {
        println!("{kind:?}: {all} tables, of which {accepted} are no mistake");
    }
    println!("a key that need not be there: {harmless:?}");
    assert!(harmless.keys().eq(&OPTIONAL), "each of them is missed somewhere: {harmless:?}");
    let all: usize = counts.values().map(|[all, _]| all).sum();
    println!("{all} tables, {} failures", failures.len());
    assert!(all > 5_000, "only {all} slips");
    assert!(failures.is_empty(), "{}", failures[..failures.len().min(40)].join("\n"));
}

/// Whether the table is refused.
fn verdict(mutant: &Mutant) -> Result<bool, String> {
    let (text, places) = mutant.layout.text();
    let problems = match toml::read(&text) {
        Ok(_) if is_no_mistake(mutant) => return Ok(false),
        Ok(_) => return Err("accepted".to_owned()),
        Err(problems) => problems,
    };
    let mutated: Vec<_> = mutant.sections.iter().map(|&section| places[section].clone()).collect();
    let hits = problems.iter().filter(|problem| problem.is_error()).any(|problem| {
        let related = problem.related.iter().map(|(at, _)| at);
        core::iter::once(&problem.at)
            .chain(related)
            .any(|at| mutated.iter().any(|place| place.start <= at.start && at.start < place.end))
    });
    if hits {
        return Ok(true);
    }
    let texts: Vec<_> = problems.iter().map(|problem| (&problem.message, &problem.at)).collect();
    Err(format!("refused elsewhere than in {mutated:?}: {texts:?}"))
}

/// The slips that make another table, and not a wrong one: a key is not there that need not be.
fn is_no_mistake(mutant: &Mutant) -> bool {
    mutant.kind == Kind::Drop && OPTIONAL.contains(&mutant.key.as_str())
}

/// The keys that need not be there, by name.
const OPTIONAL: [&str; 17] = [
    // Then the warning is given, which is none of the mistakes looked for here.
    "allow",
    // Then nobody knows when the table was compared with its source.
    "as_of",
    // Then the class has the name of its range.
    "class",
    // Then a code stays in use.
    "deprecated",
    // Then a code has its range's, and a range none, of which `check` warns.
    "description",
    // Then the author has nothing to add.
    "extra",
    // Then the variants of ranges carry their codes.
    "keeps_code",
    // Then the meaning is shown.
    "label",
    // Then it is the range's, or false.
    "local",
    // Then it is the name in words.
    "meaning",
    // Then it is the range's, or nothing is said of it.
    "reconnect",
    "reference",
    // Then it is the range's, or what the numbers say; if neither says it, the slip is refused.
    "script",
    // Then it is the range's, or either end.
    "sender",
    // Then it is not known since when.
    "since",
    // Then it is 4000 to 4999; if a row is outside, the slip is refused.
    "span",
    // As `script`.
    "wire",
];
