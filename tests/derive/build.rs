//! Makes the enums of `tests/oracle.rs`, and compiles the tables of `tests/alike.rs` and `tests/denied.rs`.

use std::path::Path;
use std::{env, fs};

/// How many enums there are. Each of them is new on no run: the numbers begin with the position.
const ENUMS: u64 = 24;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    close_code_codegen::compile("tests/alike.toml");
    close_code_codegen::compile("tests/denied.toml");
    let enums: Vec<Enum> = (0..ENUMS).map(Enum::random).collect();
    let mut source: String = enums.iter().enumerate().map(|(at, made)| made.module(at)).collect();
    let cases: Vec<String> = (0..enums.len()).map(|at| format!("e{at}::case()")).collect();
    source.push_str("pub(crate) fn cases() -> Vec<Case> {\n    vec![");
    source.push_str(&cases.join(", "));
    source.push_str("]\n}\n");
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    if let Err(error) = fs::write(Path::new(&out).join("batch.rs"), source) {
        println!("cargo::error=cannot write batch.rs: {error}");
    }
}

/// Numbers that look random and are the same on every machine (splitmix64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut number = self.0;
        number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        number ^ (number >> 31)
    }

    /// From 0 to one less than `end`.
    fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    /// A position up to and with `last`.
    fn position(&mut self, last: usize) -> usize {
        usize::try_from(self.below(last as u64 + 1)).unwrap_or(0)
    }

    fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    fn code(&mut self, first: u16, last: u16) -> u16 {
        let width = u64::from(last - first) + 1;
        first + u16::try_from(self.below(width)).unwrap_or(0)
    }
}

struct Enum {
    range: (u16, u16),
    variants: Vec<Variant>,
    rest: bool,
    /// Some codes are sums of a constant.
    computed: bool,
}

struct Variant {
    codes: Vec<(u16, u16)>,
    carries: bool,
}

impl Enum {
    fn random(seed: u64) -> Self {
        let mut numbers = Numbers(seed);
        let range = match seed % 4 {
            0 => (4000, 4999),
            1 => (0, u16::MAX),
            2 => (3000, 4999),
            _ => {
                let first = numbers.code(0, 60_000);
                (first, numbers.code(first, u16::MAX))
            }
        };
        let mut codes = Vec::new();
        fill(range, 3, &mut numbers, &mut codes);
        if codes.is_empty() {
            codes.push((range.0, range.0));
        }
        // In any order, and now and then several on one variant.
        for at in (1..codes.len()).rev() {
            codes.swap(at, numbers.position(at));
        }
        let mut variants: Vec<Variant> = Vec::new();
        for code in codes {
            match variants.last_mut() {
                Some(last) if numbers.once_in(4) => last.codes.push(code),
                _ => variants.push(Variant { codes: vec![code], carries: numbers.once_in(2) }),
            }
        }
        Self { range, variants, rest: numbers.once_in(2), computed: seed.is_multiple_of(3) }
    }

    /// A module with the enum, and a function that gives it with the rows it was made from.
    fn module(&self, at: usize) -> String {
        let mut numbers = Numbers(at as u64);
        let (first, last) = self.range;
        let rest = self.rest;
        let (mut variants, mut arms, mut rows) = (Vec::new(), Vec::new(), Vec::new());
        for (Variant { codes, carries }, number) in self.variants.iter().zip(0..) {
            let spelled = codes.iter().map(|codes| self.spelled(*codes, &mut numbers));
            let spelled = spelled.collect::<Vec<_>>().join(", ");
            let payload = if *carries { "(CloseCode)" } else { "" };
            variants
                .push(format!("#[close_code({spelled}, local, reassigned)] V{number}{payload},"));
            arms.push(arm(&format!("V{number}"), *carries));
            rows.push(format!("(\"V{number}\", vec!{codes:?}, {carries}),"));
        }
        if rest {
            variants.push("#[close_code(rest)] Rest(CloseCode),".to_owned());
            arms.push(arm("Rest", true));
        }
        let (variants, arms, rows) =
            (variants.join("\n        "), arms.join("\n            "), rows.join(" "));
        format!(
            "\
mod e{at} {{
    use close_code::{{CloseCode, CloseCodeRange}};

    #[derive(Clone, Copy, CloseCodeRange)]
    #[close_code(range = {first}..={last})]
    enum Made {{
        {variants}
    }}

    fn carried(made: Made) -> Option<CloseCode> {{
        match made {{
            {arms}
        }}
    }}

    pub(super) fn case() -> super::Case {{
        super::Case {{
            range: ({first}, {last}),
            rows: vec![{rows}],
            rest: {rest},
            find: |code| Made::from_code(code).map(|made| (made.entry().name(), carried(made))),
            table: Made::TABLE,
        }}
    }}
}}
"
        )
    }

    /// Codes in one of the ways of writing them.
    fn spelled(&self, (first, last): (u16, u16), numbers: &mut Numbers) -> String {
        let mut code = |code: u16| match numbers.below(4) {
            0 => format!("{code:#x}"),
            1 if self.computed && first == last && code >= 100 => {
                format!("super::BASE + {}", code - 100)
            }
            2 => format!("{code}_u16"),
            _ => code.to_string(),
        };
        if first == last { code(first) } else { format!("{}..={}", code(first), code(last)) }
    }
}

/// Puts ranges and codes apart from each other into `(first, last)`, and others into the ranges.
fn fill((first, last): (u16, u16), depth: u32, numbers: &mut Numbers, codes: &mut Vec<(u16, u16)>) {
    let mut next = u32::from(first);
    for _ in 0..numbers.below(7) {
        let Ok(free) = u16::try_from(next) else { return };
        if free > last {
            return;
        }
        let from = numbers.code(free, last);
        let to = if numbers.once_in(2) { from } else { numbers.code(from, last) };
        // A range inside another is not the same.
        if (from, to) == (first, last) {
            continue;
        }
        codes.push((from, to));
        if depth > 0 && from < to {
            fill((from, to), depth - 1, numbers, codes);
        }
        next = u32::from(to) + 1;
    }
}

/// A variant in a match that tells what it carries.
fn arm(name: &str, carries: bool) -> String {
    if carries {
        format!("Made::{name}(code) => Some(code),")
    } else {
        format!("Made::{name} => None,")
    }
}
