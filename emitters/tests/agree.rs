//! The back ends agree on the row of every code, in tables that nobody would write.

use close_code_codegen::model::Table;
use close_code_codegen::toml;
use close_code_emitters::docs::{Source, entry};
use close_code_emitters::json;

/// Numbers that are the same in every run: a linear congruential generator.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u16) -> u16 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u16::try_from((self.0 >> 33) % u64::from(end)).unwrap_or_default()
    }
}

/// A table of ranges, many of one code, and of codes on them and between them.
fn table(seed: u64) -> Table {
    let mut numbers = Numbers(seed);
    let mut source =
        "[table]\nname = \"Any\"\ntitle = \"Any\"\ndescription = \"Any.\"\nspan = [4000, 4999]\n"
            .to_owned();
    let mut next = 4000 + numbers.below(3);
    while next < 4060 {
        let last = next + if numbers.below(2) == 0 { 0 } else { numbers.below(9) };
        source.push_str(&format!("[[range]]\ncodes = [{next}, {last}]\nname = \"R{next}x\"\n"));
        next = last + 1 + numbers.below(3);
    }
    for code in (4000..4070).filter(|_| numbers.below(3) == 0) {
        source.push_str(&format!("[[code]]\ncode = {code}\nname = \"C{code}x\"\n"));
    }
    // Without a code a table would still need a row.
    source.push_str("[[code]]\ncode = 4999\nname = \"Last\"\n");
    toml::read(&source).unwrap_or_else(|problems| panic!("{problems:?}\n{source}"))
}

#[test]
fn every_back_end_has_the_same_row_for_a_code() {
    let mut ties = 0;
    for seed in 0..200 {
        let table = table(seed);
        let entries = entry::entries(&table);
        let arms = table.arms();
        let document = json::emit(&table, &Source::new("any.toml"));
        let document: serde_json::Value = serde_json::from_str(&document).expect("JSON");
        let rows = document["rows"].as_array().expect("rows");
        // Outside the span there is no row.
        for code in 3990..5010 {
            let holds = |first: u16, last: u16| first <= code && code <= last;
            let arm = arms
                .iter()
                .find(|arm| arm.codes.literal().is_some_and(|(first, last)| holds(first, last)))
                .map(|arm| table.rows()[arm.row].name.as_str());
            let entry = entries.iter().rfind(|entry| holds(entry.first, entry.last));
            let entry = entry.map(|entry| entry.row.name.as_str());
            let number =
                |value: &serde_json::Value| u16::try_from(value.as_u64().unwrap_or_default());
            let row = rows.iter().rfind(|row| {
                let ends = (number(&row["codes"][0]), number(&row["codes"][1]));
                matches!(ends, (Ok(first), Ok(last)) if holds(first, last))
            });
            let row = row.and_then(|row| row["name"].as_str());
            assert_eq!((arm, arm), (entry, row), "{code} with {seed}");
            // The code is on the range, also on one of that code alone.
            let own = table.rows().iter().filter(|row| row.span() == Some((code, code)));
            let own: Vec<_> = own.map(|row| row.name.as_str()).collect();
            if let [_, single] = own[..] {
                assert_eq!(arm, Some(single));
                assert!(single.starts_with('C'), "{single}");
                ties += 1;
            }
        }
    }
    assert!(ties > 100, "only {ties} ranges of one code have a code");
}
