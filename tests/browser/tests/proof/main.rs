//! What the table says about browsers, proved in one.
//!
//! A server closes with every code of 0 to 5015, a sample above, and whatever else can come over a
//! connection. What `CloseEvent` says in Chromium is compared with what `connection_close_code` and the
//! table predict. Where Chromium departs from the specification, `compat.toml` has to say so.
//!
//! With `CLOSE_CODE_EVERY_CODE=1` the sample is all 65,536 codes, which takes some minutes.

use std::process::ExitCode;

use close_code_browser_tests::harness::{self, case};
use close_code_browser_tests::tools;

mod bench;
mod closing;
mod faults;
mod frames;
mod helpers;
mod settable;

fn main() -> ExitCode {
    let browser = tools::missing_browser;
    harness::run(vec![
        case("codes_without_a_reason_are_reported_as_predicted", browser(), frames::bare),
        case("codes_with_a_reason_are_reported_as_predicted", browser(), frames::reasoned),
        case("bodies_are_reported_as_predicted", browser(), frames::bodies),
        case("a_connection_without_a_close_frame_is_1006", browser(), faults::without_a_frame),
        case("what_the_page_closes_with_goes_over_the_wire", browser(), closing::frames),
        case("helpers_close_and_read_any_socket", browser(), helpers::sockets),
        case("close_takes_what_the_table_says", browser(), settable::numbers),
        case("close_refuses_the_code_before_the_reason", browser(), settable::order),
        case("close_reads_fractions_and_other_values", browser(), settable::values),
        case("an_event_that_a_script_makes_takes_any_number", browser(), settable::events),
    ])
}
