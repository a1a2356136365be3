//! Enums of 10, 100 and 1000 variants, and the lookup of one by its code.

use close_code::{CloseCode, CloseCodeRange as _, Entry};

use crate::mixes;
use crate::options::Options;
use crate::race::race;
use crate::runner;
use crate::table::Table;

include!(concat!(env!("OUT_DIR"), "/rows.rs"));

/// `from_code` of derived enums, compared with other derives and a match by hand.
pub fn tables(options: &Options) -> Vec<Table> {
    let any: Vec<u16> = (3100..=4999).collect();
    vec![
        table("rows_constant", "always 4000", &|_| vec![4000], options),
        table("rows_random", "any code from 3100 to 4999", &|_| any.clone(), options),
        table("rows_own", "only codes that have a variant", &codes_of, options),
    ]
}

fn codes_of(rows: &[Entry]) -> Vec<u16> {
    rows.iter().map(|row| row.first().get()).collect()
}

/// A table for a mix of codes, which are drawn from `cases` for an enum.
fn table(
    id: &'static str,
    what: &str,
    cases: &dyn Fn(&[Entry]) -> Vec<u16>,
    options: &Options,
) -> Table {
    let caption =
        format!("Number to variant, enums of 10, 100 and 1000 variants: {what}; ns per code");
    let mut table = Table::new(id, caption, &["10", "100", "1000"], 2);
    let names = ["close-code", "num_enum", "inttype-enum", "match by hand"];
    macro_rules! sizes {
        ($(($ours:ident, $num_enum:ident, $inttype:ident, $hand:ident)),*) => {
            [$({
                let codes = &mixes::of(&cases($ours::TABLE))[..];
                race(vec![
                    runner!(names[0], codes, |code| $ours::from_code(CloseCode::new(code))),
                    runner!(names[1], codes, |code| $num_enum::try_from(code).ok()),
                    runner!(names[2], codes, |code| $inttype::try_from(code).ok()),
                    runner!(names[3], codes, |code| $hand::from_code(code)),
                ], codes.len(), options.rounds)
            }),*]
        };
    }
    let sizes = sizes![
        (Ours10, NumEnum10, Inttype10, Hand10),
        (Ours100, NumEnum100, Inttype100, Hand100),
        (Ours1000, NumEnum1000, Inttype1000, Hand1000)
    ];
    for (at, name) in names.into_iter().enumerate() {
        table.push(name, sizes.iter().map(|size| size[at]));
    }
    table
}
