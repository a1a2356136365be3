//! Tests that take minutes, or need more than a compiler: ignored with the reason, unless all are
//! required.

use std::env;
use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};

/// A test. It runs if `CLOSE_CODE_REQUIRE_ALL=1` asks for everything, or with `--ignored`.
#[derive(Debug)]
pub struct Case {
    /// Its name, a sentence in snake case.
    pub name: &'static str,
    /// Why it does not run by itself, in a word or two; empty if it does.
    pub reason: &'static str,
    /// What it does; an error is what a person reads.
    pub test: fn() -> Result<(), String>,
}

/// Runs the tests one after the other, since each of them keeps all processors busy.
#[must_use]
pub fn run(cases: &[Case]) -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads = Some(1);
    let required = env::var_os("CLOSE_CODE_REQUIRE_ALL").is_some_and(|value| value == "1");
    let trial = |case: &Case| {
        let test = case.test;
        Trial::test(case.name, move || test().map_err(Failed::from))
            .with_kind(if required { "" } else { case.reason })
            .with_ignored_flag(!required && !case.reason.is_empty())
    };
    libtest_mimic::run(&arguments, cases.iter().map(trial).collect()).exit_code()
}
