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
                Ok(false) => count[1] += 1,
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

/// The slips that make another table, and not a wrong one.
fn is_no_mistake(mutant: &Mutant) -> bool {
    let optional = [
        // Texts and advice that a row inherits, or goes without.
        "allow",
        "as_of",
        "deprecated",
        "description",
        "label",
        "meaning",
        "reconnect",
        "reference",
        "sender",
        "since",
        // A class is the range's name, a flag that of the range or of the numbers.
        "class",
        "keeps_code",
        "local",
        "script",
        "wire",
        // Without a span, a table is about every code.
        "span",
    ];
    mutant.kind == Kind::Drop && optional.contains(&mutant.key.as_str())
}
