//! Tables that nobody would write: ranges of one code with a code on them, codes at the ends of ranges and
//! between them, inside and outside of 3000 to 4999, each key given or left out.

use std::fmt::Write as _;

/// Numbers that are the same in every run: a linear congruential generator.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u16) -> u16 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u16::try_from((self.0 >> 33) % u64::from(end)).unwrap_or_default()
    }

    fn one_in(&mut self, many: u16) -> bool {
        self.below(many) == 0
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[usize::from(self.below(u16::try_from(all.len()).unwrap_or(1)))]
    }
}

/// A table in TOML, a valid one.
#[allow(unreachable_pub, reason = "the build script has it as a module of its own")]
#[must_use]
pub fn table(seed: u64) -> String {
    let mut numbers = Numbers(seed);
    let (first, last) =
        [(4000, 4999), (0, u16::MAX), (1000, 4999), (2990, 3010), (u16::MAX - 40, u16::MAX)]
            [usize::from(numbers.below(5))];
    // A table about all codes, and one with classes, has a range for each of them.
    let has_classes = numbers.one_in(2);
    let is_total = has_classes || (first, last) == (0, u16::MAX);
    let mut text = format!(
        "[table]\nname = \"Random{seed}\"\ntitle = \"Any\"\ndescription = \"Any.\"\nspan = [{first}, {last}]\n\
         keeps_code = {}\n",
        numbers.one_in(2)
    );
    if has_classes {
        let _ = writeln!(text, "class = \"Class{seed}\"");
    }
    let ranges = ranges(&mut numbers, (first, last), is_total);
    for &(from, to) in &ranges {
        let _ = write!(text, "\n[[range]]\ncodes = [{from}, {to}]\nname = \"Range{from}\"\n");
        if has_classes && numbers.one_in(2) {
            let _ = writeln!(text, "class = \"Class{}\"", numbers.below(3));
        }
        row(&mut text, &mut numbers, is_free(from) && is_free(to));
    }
    for code in codes(&mut numbers, &ranges, (first, last)) {
        let _ = write!(text, "\n[[code]]\ncode = {code}\nname = \"Code{code}\"\n");
        let is_on_range = ranges.iter().any(|&(from, to)| from <= code && code <= to);
        row(&mut text, &mut numbers, is_on_range || is_free(code));
    }
    text
}

/// Ranges of one code, of a few and of many, next to each other and not.
fn ranges(numbers: &mut Numbers, (first, last): (u16, u16), is_total: bool) -> Vec<(u16, u16)> {
    let mut ranges = Vec::new();
    let mut next = u32::from(first) + if is_total { 0 } else { u32::from(numbers.below(4)) };
    while next <= u32::from(last) {
        let width = [1, 1, 2, u32::from(numbers.below(9)) + 1, 1 + u32::from(last - first) / 4];
        let end = next + numbers.of(&width) - 1;
        let end = if ranges.len() == 15 && is_total { u32::from(last) } else { end };
        if ranges.len() == 16 {
            break;
        }
        let end = u16::try_from(end).unwrap_or(u16::MAX).min(last);
        ranges.push((u16::try_from(next).unwrap_or(u16::MAX), end));
        next = u32::from(end) + 1 + if is_total { 0 } else { u32::from(numbers.below(3)) };
    }
    ranges
}

/// Codes at both ends of ranges, next to them, and anywhere.
fn codes(numbers: &mut Numbers, ranges: &[(u16, u16)], (first, last): (u16, u16)) -> Vec<u16> {
    let ends = ranges.iter().flat_map(|&(from, to)| {
        [Some(from), Some(to), from.checked_sub(1), to.checked_add(1)].into_iter().flatten()
    });
    let mut codes: Vec<u16> = ends
        .filter(|code| (first..=last).contains(code))
        .collect::<Vec<_>>()
        .into_iter()
        .filter(|_| numbers.one_in(3))
        .collect();
    codes.extend((0..3).map(|_| first + numbers.below((last - first).max(1))));
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// Whether a code may be sent where no row says anything of it.
fn is_free(code: u16) -> bool {
    (3000..=4999).contains(&code)
}

/// The keys of a row, each of them given or left out.
fn row(text: &mut String, numbers: &mut Numbers, may_inherit: bool) {
    if !may_inherit || numbers.one_in(3) {
        let flags = [
            (true, false, true),
            (true, false, false),
            (false, true, false),
            (false, false, false),
        ];
        let (wire, local, script) = numbers.of(&flags);
        let _ = writeln!(text, "wire = {wire}\nlocal = {local}\nscript = {script}");
    }
    for line in [
        "meaning = \"it's over\"",
        "label = \"over\"",
        "description = \"Why.\\n\\nWhat to do.\"",
        "since = \"1.2\"",
        "deprecated = \"use another\"",
        "extra = { team = \"edge\", urgency = \"low\" }",
    ] {
        if numbers.one_in(3) {
            let _ = writeln!(text, "{line}");
        }
    }
    let sender = numbers.of(&["", "client", "server", "either"]);
    let reference = numbers.of(&["", "[]", "[\"RFC 6455\"]", "[\"a\", \"https://example.com/b\"]"]);
    let reconnect = numbers.of(&[
        "",
        "\"never\"",
        "\"after-change\"",
        "\"immediately\"",
        "\"backoff\"",
        "{ after = [5, 5] }",
        "{ after = [0, 30] }",
    ]);
    for (key, value) in [("reference", reference), ("reconnect", reconnect)] {
        if !value.is_empty() {
            let _ = writeln!(text, "{key} = {value}");
        }
    }
    if !sender.is_empty() {
        let _ = writeln!(text, "sender = \"{sender}\"");
    }
}
