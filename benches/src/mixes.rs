//! The codes that the functions are measured with.

/// How many codes a mix has: more than a branch predictor can learn by heart.
pub const COUNT: usize = 1 << 16;

/// A mix of codes, with its name.
#[derive(Clone, Debug)]
pub struct Mix {
    pub name: &'static str,
    pub codes: Vec<u16>,
}

/// The four mixes of codes.
pub fn of_the_protocol() -> Vec<Mix> {
    vec![
        constant(1000),
        Mix { name: "realistic", codes: realistic() },
        Mix { name: "random", codes: drawn(Random::next) },
        Mix { name: "adversarial", codes: adversarial() },
    ]
}

/// Any of these codes, each as often as every other.
pub fn of(cases: &[u16]) -> Vec<u16> {
    let count = u16::try_from(cases.len()).unwrap_or(u16::MAX);
    drawn(|random| cases[usize::from(random.below(count))])
}

fn constant(code: u16) -> Mix {
    Mix { name: "constant", codes: vec![code; COUNT] }
}

/// An estimate of a server's codes: most connections are left, some break, few are rejected.
fn realistic() -> Vec<u16> {
    const SHARES: [(u16, u16); 8] =
        [(1000, 30), (1001, 40), (1005, 8), (1006, 15), (1008, 1), (1011, 2), (1012, 1), (4001, 3)];
    drawn(|random| {
        let mut left = random.below(100);
        for (code, share) in SHARES {
            if left < share {
                return code;
            }
            left -= share;
        }
        1000
    })
}

/// Each registered code and one code of each range, equally often: branches and jumps are unpredictable.
fn adversarial() -> Vec<u16> {
    let mut cases: Vec<u16> = (1000..=1015).collect();
    cases.extend([3000, 3003, 3008, 0, 2000, 3500, 4500, 30_000]);
    of(&cases)
}

fn drawn(mut draw: impl FnMut(&mut Random) -> u16) -> Vec<u16> {
    let mut random = Random(1);
    (0..COUNT).map(|_| draw(&mut random)).collect()
}

/// A generator of pseudo-random numbers (xorshift64), the same ones on every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u16 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u16::try_from(self.0 >> 48).unwrap_or_default()
    }

    /// A number below `end`, each about as often.
    fn below(&mut self, end: u16) -> u16 {
        u16::try_from((u32::from(self.next()) * u32::from(end)) >> 16).unwrap_or_default()
    }
}
