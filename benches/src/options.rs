//! What the command is asked for.

/// How often things are measured.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Rounds of what takes microseconds.
    pub rounds: usize,
    /// Rounds of what takes seconds.
    pub builds: usize,
}

impl Options {
    pub const FULL: Self = Self { rounds: 500, builds: 5 };
    /// To see that everything works; the figures mean little.
    pub const QUICK: Self = Self { rounds: 5, builds: 1 };
}
