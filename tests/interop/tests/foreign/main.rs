//! Implementations in other languages, run over all 65,536 codes and compared with `compat.toml`.
//!
//! A long run: `cargo test -p close-code-interop --test foreign -- --ignored`. It installs the packages
//! that `tests/interop/foreign` pins. An implementation whose runtime is missing is ignored, with the reason;
//! with `CLOSE_CODE_REQUIRE_ALL=1` it fails. `BLESS=1` writes what became of every code into
//! `tests/interop/foreign/outcomes`; the rows of `compat.toml` are edited by hand.

use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};

mod implementation;
mod install;
mod meeting;
mod outcomes;
#[path = "../interop/peer.rs"]
#[allow(dead_code, reason = "shared with the tests of Rust libraries, which need more of it")]
mod peer;
mod recorded;
#[path = "../interop/wording.rs"]
#[allow(dead_code, reason = "shared with the tests of Rust libraries, which need more of it")]
mod wording;

use implementation::Implementation;

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // What is ignored here is ignored because it cannot run, so `--ignored` is read as: now.
    let now = arguments.ignored || arguments.include_ignored;
    arguments.ignored = false;
    arguments.include_ignored = false;
    // The library and this process keep two cores busy.
    arguments.test_threads.get_or_insert(1);
    let required = std::env::var_os("CLOSE_CODE_REQUIRE_ALL").is_some_and(|value| value == "1");
    let trials = implementation::ALL.iter().map(|implementation| {
        let name = implementation.name();
        if !now {
            let trial = Trial::test(name, || Ok(()));
            return trial.with_kind("a long run, with --ignored").with_ignored_flag(true);
        }
        match install::missing(implementation) {
            None => Trial::test(name, || check(implementation)),
            Some(reason) if required => Trial::test(name, || Err(Failed::from(reason))),
            Some(reason) => Trial::test(name, || Ok(())).with_kind(reason).with_ignored_flag(true),
        }
    });
    let rules = Trial::test("a_code_passes_by_what_both_ends_see", outcomes::rules);
    libtest_mimic::run(&arguments, trials.chain([rules]).collect()).exit_code()
}

fn check(implementation: &'static Implementation) -> Result<(), Failed> {
    install::install(implementation)?;
    let met = meeting::meet(implementation)?;
    let differences = recorded::differences(implementation, &met)?;
    if differences.is_empty() { Ok(()) } else { Err(Failed::from(differences.join("\n"))) }
}
