//! Questions about a code that are answered yes or no, without a branch that depends on the code.

use core::fmt::Write as _;

use super::template::fill;
use crate::join::join;
use crate::model::{Row, Table};
use crate::segments::{self, Segment};

/// An expression that tells whether `code` is in a row for which `holds` is true: one comparison for each
/// range, two for ranges that lie together, and where that makes three or more, a load from a table.
pub(super) fn within(table: &Table, segments: &[Segment], holds: fn(&Row) -> bool) -> String {
    let holds = |segment: &Segment| holds(&table.rows()[segment.row]);
    let joined = segments::join(segments, &|one, other| holds(one) == holds(other));
    let mut held = Vec::with_capacity(joined.len());
    for segment in &joined {
        if holds(segment) {
            held.push(*segment);
        }
    }
    let mut left = &*held;
    let (mut tests, mut cost): (Vec<String>, usize) = (Vec::new(), 0);
    while let Some(head) = left.first() {
        let far = left.iter().position(|segment| segment.last - head.first >= SET);
        let near = far.unwrap_or(left.len());
        tests.push(match left.get(..near) {
            Some(near @ [_, _, ..]) => among(near),
            _ => between(head.first, head.last),
        });
        cost += near.clamp(1, 2);
        left = &left[near.max(1)..];
    }
    let table = if cost > 2 { looked_up(&joined, &holds) } else { None };
    match (&*tests, table) {
        (_, Some(table)) => table,
        ([], None) => "false".to_owned(),
        ([test], None) => test.clone(),
        (tests, None) => format!("({})", join(tests, ") | (")),
    }
}

fn between(first: u16, last: u16) -> String {
    if first == last {
        format!("code == {first}")
    } else {
        format!("code.wrapping_sub({first}) <= {}", last - first)
    }
}

/// How many codes a set of bits holds.
const SET: u16 = 32;

/// A test for ranges that all lie within [`SET`] codes.
fn among(segments: &[Segment]) -> String {
    let first = segments.first().map_or(0, |segment| segment.first);
    let last = segments.last().map_or(0, |segment| segment.last);
    let mut set = 0_u32;
    for segment in segments {
        for code in segment.first..=segment.last {
            set |= 1 << (code - first);
        }
    }
    let bit = format!("{set:#b}_u32 >> (code.wrapping_sub({first}) & 31) & 1 == 1");
    format!("({}) & ({bit})", between(first, last))
}

/// The same as a load from a table with a bit for each code, where that is small. What lies behind the
/// last boundary is as its beginning.
fn looked_up(joined: &[Segment], holds: &dyn Fn(&Segment) -> bool) -> Option<String> {
    let last = joined.last().map_or(0, |segment| segment.first.div_ceil(8));
    if last >= MOST_BYTES {
        return None;
    }
    let mut bytes = vec![0_u8; usize::from(last) + 1];
    for segment in joined.iter().filter(|segment| holds(segment)) {
        for code in segment.first..=segment.last {
            if let Some(byte) = bytes.get_mut(usize::from(code / 8)) {
                *byte |= 1 << (code % 8);
            }
        }
    }
    let mut runs = String::new();
    for run in bytes.chunk_by(|one, other| one == other) {
        // Writing to a String cannot fail.
        let _ = write!(runs, "({}, {}), ", run.len(), run.first().copied().unwrap_or(0));
    }
    let count = bytes.len().to_string();
    let places = [("count", &*count), ("last", &last.to_string()), ("runs", runs.trim_end())];
    Some(fill(BITS, &places))
}

/// How many bytes such a table may take: with the code of all predicates it is to fit in a kilobyte.
const MOST_BYTES: u16 = 700;

const BITS: &str = "static BITS: [u8; $count] = crate::lookup::bytes(&[$runs]);
        let at = code / 8;
        let byte = BITS[if at < $last { at } else { $last } as usize];
        byte >> (code % 8) & 1 == 1";
