//! Sorting, compiled once.
//!
//! The standard library's sort is compiled anew for each type that it sorts, and whoever builds a table
//! pays for it: with ten types, that was a quarter of what this crate takes to compile. Here only the
//! keys are sorted, which are numbers.

/// Sorts by a number, and keeps the order of what has the same one.
pub(crate) fn by_key<T>(items: &mut [T], key: impl Fn(&T) -> u64) {
    let mut keys = Vec::with_capacity(items.len());
    for item in &*items {
        keys.push(key(item));
    }
    for (one, other) in swaps(&keys) {
        items.swap(one, other);
    }
}

/// The key of a range of codes, by which the wider of two comes first that begin alike.
pub(crate) fn span((first, last): (u16, u16)) -> u64 {
    u64::from(first) << 16 | u64::from(!last)
}

/// What has to be swapped, one after the other, to bring the keys in order.
fn swaps(keys: &[u64]) -> Vec<(usize, usize)> {
    let mut sorted: Vec<(u64, usize)> = Vec::with_capacity(keys.len());
    for key in keys {
        sorted.push((*key, sorted.len()));
    }
    sorted.sort_unstable();
    let mut swaps = Vec::new();
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
            swaps.push((at, from));
            at = from;
        }
    }
    swaps
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
