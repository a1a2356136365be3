//! What the derive still sorts with.

/// Sorts by a number, and keeps the order of items that have the same one.
pub(crate) fn by_key<T>(items: &mut [T], key: impl Fn(&T) -> u64) {
    items.sort_by_key(key);
}

/// The key of a word: the same for words that differ in capitals alone, and seldom for others. FNV-1a.
pub(crate) fn word(word: &str) -> u64 {
    let mut number = 0xCBF2_9CE4_8422_2325;
    for byte in word.bytes() {
        number = (number ^ u64::from(byte.to_ascii_uppercase())).wrapping_mul(0x0100_0000_01B3);
    }
    number
}
