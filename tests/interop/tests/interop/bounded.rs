//! No test hangs: whatever waits for a library waits for a bounded time.

use std::future::Future;
use std::time::Duration;

/// Far more than anything here takes on a busy machine; it is there to end a test that would hang.
const LIMIT: Duration = Duration::from_secs(180);

/// Runs to its end, on a runtime of its own, what one test does.
#[track_caller]
pub(crate) fn run<T>(test: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("a runtime");
    let result = runtime.block_on(async { tokio::time::timeout(LIMIT, test).await });
    result.unwrap_or_else(|_| panic!("nothing more happened within {LIMIT:?}"))
}
