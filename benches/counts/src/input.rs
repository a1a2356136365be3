//! What the measured functions are given.

/// How many inputs a loop takes.
pub const COUNT: usize = 1024;

/// Codes of all kinds: every fourth is one that is seen in practice, the others are anything at all.
#[must_use]
pub fn codes() -> [u16; COUNT] {
    const SEEN: [u16; 8] = [1000, 1001, 1005, 1006, 1011, 1012, 3000, 4001];
    let mut random = 1;
    core::array::from_fn(|at| {
        let code = next(&mut random);
        if at % 4 == 0 { SEEN[usize::from(code) % SEEN.len()] } else { code }
    })
}

/// Codes for the enums of 10, 100 and 1000 variants: 4000 to 4999.
#[must_use]
pub fn private_codes() -> [u16; COUNT] {
    let mut random = 2;
    core::array::from_fn(|_| 4000 + next(&mut random) % 1000)
}

/// A generator of pseudo-random numbers, the same ones on every run.
fn next(state: &mut u32) -> u16 {
    *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
    (*state >> 16) as u16
}

/// Bodies of Close frames with reasons of 0, 20 and 123 bytes, in ASCII and not.
pub const REASONS: [(&str, &str); 5] = [
    ("empty", ""),
    ("20_ascii", "server shutting down"),
    ("20_greek", "\u{3b1}\u{3b2}\u{3b3}\u{3b4}\u{3b5}\u{3b6}\u{3b7}\u{3b8}\u{3b9}\u{3ba}"),
    (
        "123_ascii",
        "the server is going down for maintenance and comes back in about ten minutes, please \
         connect again then and not before that",
    ),
    (
        "123_greek",
        "\u{3b1}\u{3b2}\u{3b3}\u{3b4}\u{3b5}\u{3b6}\u{3b7}\u{3b8}\u{3b9}\u{3ba}\u{3bb}\u{3bc}\u{3bd}\
         \u{3be}\u{3bf}\u{3c0}\u{3c1}\u{3c2}\u{3c3}\u{3c4}\u{3c5}\u{3c6}\u{3c7}\u{3c8}\u{3c9}\u{3b1}\
         \u{3b2}\u{3b3}\u{3b4}\u{3b5}\u{3b6}\u{3b7}\u{3b8}\u{3b9}\u{3ba}\u{3bb}\u{3bc}\u{3bd}\u{3be}\
         \u{3bf}\u{3c0}\u{3c1}\u{3c2}\u{3c3}\u{3c4}\u{3c5}\u{3c6}\u{3c7}\u{3c8}\u{3c9}\u{3b1}\u{3b2}\
         \u{3b3}\u{3b4}\u{3b5}\u{3b6}\u{3b7}\u{3b8}\u{3b9}\u{3ba}\u{3bb}!",
    ),
];
