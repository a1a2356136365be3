//! Sorting, compiled once.
//!
//! The standard library's sort is compiled anew for each type that it sorts, and whoever builds a table
//! pays for it: with ten types, that was a quarter of what this crate takes to compile. Here only the
//! keys are sorted, which are numbers.

use std::collections::BinaryHeap;

/// Sorts by a number, and keeps the order of what has the same one.
pub(crate) fn by_key<T>(items: &mut [T], key: impl Fn(&T) -> u64) {
    let keys = keys(items.len(), &|at| key(&items[at]));
    order(keys, &mut |one, other| items.swap(one, other));
}

/// The key of a range of codes, by which the wider of two comes first that begin alike.
pub(crate) fn span((first, last): (u16, u16)) -> u64 {
    u64::from(first) << 16 | u64::from(!last)
}

/// The key of a word: the same for words that differ in capitals alone, and seldom for others. FNV-1a.
pub(crate) fn word(word: &str) -> u64 {
    let mut number = 0xCBF2_9CE4_8422_2325;
    for byte in word.bytes() {
        number = (number ^ u64::from(byte.to_ascii_uppercase())).wrapping_mul(0x0100_0000_01B3);
    }
    number
}

/// The keys of so many items, each with the place of its item.
fn keys(count: usize, key: &dyn Fn(usize) -> u64) -> Vec<(u64, usize)> {
    let mut keys = Vec::with_capacity(count);
    for at in 0..count {
        keys.push((key(at), at));
    }
    keys
}

/// Swaps items, one pair after the other, until their keys are in order.
fn order(keys: Vec<(u64, usize)>, swap: &mut dyn FnMut(usize, usize)) {
    // Of what the standard library has for it, the heap is by far the shortest to compile.
    let mut sorted = BinaryHeap::from(keys).into_sorted_vec();
    for start in 0..sorted.len() {
        // What belongs here takes its place, what was here takes the place that this leaves, and so on
        // around until nothing is left to move.
        let mut at = start;
        loop {
            let from = sorted[at].1;
            sorted[at].1 = at;
            if from == at || from == start {
                break;
            }
            swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{by_key, span};

    #[test]
    fn sorts_as_the_standard_library_does() {
        // Every order of up to six keys, some of which are equal.
        for length in 0..7_u32 {
            for number in 0..4_u64.pow(length) {
                let keys: Vec<u64> = (0..length).map(|place| number >> (2 * place) & 3).collect();
                let mut items: Vec<(u64, usize)> = keys.into_iter().zip(0..).collect();
                let mut expected = items.clone();
                expected.sort_by_key(|item| item.0);
                by_key(&mut items, |item| item.0);
                assert_eq!(items, expected);
            }
        }
    }

    #[test]
    fn the_wider_range_comes_first() {
        let mut ranges = [(4000, 4000), (0, 0), (4000, 4999), (3999, 65535), (0, 65535)];
        by_key(&mut ranges, |range| span(*range));
        assert_eq!(ranges, [(0, 65535), (0, 0), (3999, 65535), (4000, 4999), (4000, 4000)]);
    }
}
