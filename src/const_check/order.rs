//! The rows in the order of their codes, for an enum whose codes only the compiler knows.

use crate::Entry;

/// The positions of the rows by first code. If two start at the same code, the wider one comes first.
#[must_use]
pub const fn sorted<const N: usize>(rows: &[Entry; N]) -> [Entry; N] {
    let mut keys = [(0, 0); N];
    let mut at = 0;
    while at < N {
        keys[at] = (rows[at].first().get() as i128, rows[at].last().get() as i128);
        at += 1;
    }
    let order = sort(&keys);
    let mut sorted = *rows;
    at = 0;
    while at < N {
        sorted[at] = rows[order[at] as usize];
        at += 1;
    }
    sorted
}

/// The positions of ranges by first code, the wider first; the order of equal ones is kept. It is a merge
/// sort, so that a thousand rows in the wrong order do not slow the compiler down.
pub(super) const fn sort<const N: usize>(ranges: &[(i128, i128); N]) -> [u16; N] {
    let mut order = [0; N];
    let mut at = 0;
    while at < N {
        order[at] = at as u16;
        at += 1;
    }
    let mut width = 1;
    while width < N {
        order = merge(ranges, &order, width);
        width *= 2;
    }
    order
}

/// Merges neighbors of `width` sorted elements each.
const fn merge<const N: usize>(
    ranges: &[(i128, i128); N],
    order: &[u16; N],
    width: usize,
) -> [u16; N] {
    let mut merged = [0; N];
    let mut start = 0;
    while start < N {
        let middle = if start + width < N { start + width } else { N };
        let end = if middle + width < N { middle + width } else { N };
        let (mut left, mut right, mut at) = (start, middle, start);
        while at < end {
            let from_right = left == middle
                || (right < end
                    && before(ranges[order[right] as usize], ranges[order[left] as usize]));
            if from_right {
                merged[at] = order[right];
                right += 1;
            } else {
                merged[at] = order[left];
                left += 1;
            }
            at += 1;
        }
        start = end;
    }
    merged
}

const fn before(one: (i128, i128), other: (i128, i128)) -> bool {
    one.0 < other.0 || (one.0 == other.0 && one.1 > other.1)
}

#[cfg(test)]
mod tests {
    use super::sort;

    #[test]
    fn the_first_code_comes_first_and_the_wider_range_of_two() {
        assert_eq!(sort(&[(5, 5), (1, 2), (1, 9), (0, 0), (1, 3)]), [3, 2, 4, 1, 0]);
        assert_eq!(sort(&[(1, 9), (1, 2)]), [0, 1]);
        assert_eq!(sort(&[(1, 2), (1, 9)]), [1, 0]);
        assert_eq!(sort(&[]), [0_u16; 0]);
    }

    #[test]
    fn many_ranges_are_sorted_as_by_the_standard_library() {
        fn compare<const N: usize>() {
            // Multiples of a prime, in an order that is far from sorted.
            let ranges: [(i128, i128); N] = core::array::from_fn(|at| {
                let number = (at * 7919 % 31) as i128;
                (number / 3, number)
            });
            let mut expected: [u16; N] = core::array::from_fn(|at| at as u16);
            expected.sort_by_key(|at| {
                let (first, last) = ranges[usize::from(*at)];
                (first, -last)
            });
            assert_eq!(sort(&ranges), expected);
        }
        compare::<8>();
        compare::<33>();
        compare::<100>();
    }

    #[test]
    fn equal_ranges_keep_their_order() {
        assert_eq!(sort(&[(2, 2), (1, 1), (2, 2), (1, 1), (2, 2)]), [1, 3, 0, 2, 4]);
    }
}
