//! Tests that are ignored with a reason if a tool is missing, and fail if all are required.

use std::process::ExitCode;
use std::sync::Arc;

use libtest_mimic::{Arguments, Failed, Trial};

use crate::driver::Driver;

/// A test, which may start sessions.
pub type Test = Box<dyn FnOnce(&Driver) -> Result<(), Failed> + Send>;

/// A test, its name, and what it lacks.
pub struct Case {
    name: String,
    missing: Option<String>,
    test: Test,
}

impl std::fmt::Debug for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Case").field("name", &self.name).finish_non_exhaustive()
    }
}

/// A test that needs a browser; `missing` says what is not there.
pub fn case(
    name: impl Into<String>,
    missing: Option<String>,
    test: impl FnOnce(&Driver) -> Result<(), Failed> + Send + 'static,
) -> Case {
    Case { name: name.into(), missing, test: Box::new(test) }
}

/// Runs the tests, two at a time unless the command line says otherwise.
#[must_use]
pub fn run(cases: Vec<Case>) -> ExitCode {
    let mut arguments = Arguments::from_args();
    // A browser is several processes by itself.
    arguments.test_threads = arguments.test_threads.or(Some(2));
    let required = std::env::var_os("CLOSE_CODE_REQUIRE_ALL").is_some_and(|value| value == "1");
    let driver = Arc::new(Driver::new());
    let trials = cases.into_iter().map(|case| trial(case, required, &driver)).collect();
    let code = libtest_mimic::run(&arguments, trials).exit_code();
    driver.stop();
    code
}

fn trial(case: Case, required: bool, driver: &Arc<Driver>) -> Trial {
    let Case { name, missing, test } = case;
    let driver = Arc::clone(driver);
    let Some(reason) = missing else { return Trial::test(name, move || test(&driver)) };
    let failed = Failed::from(reason.clone());
    let trial = Trial::test(name, || Err(failed));
    // Whoever asks for ignored tests as well sees it fail: nothing passes that did not run.
    if required { trial } else { trial.with_kind(reason).with_ignored_flag(true) }
}

/// Fails unless the two are equal.
///
/// # Errors
///
/// Says both, and what was looked at: `what`.
pub fn same<T: PartialEq + std::fmt::Debug>(
    found: &T,
    expected: &T,
    what: &str,
) -> Result<(), Failed> {
    if found == expected {
        return Ok(());
    }
    Err(Failed::from(format!("{what}: found {found:?}, expected {expected:?}")))
}
