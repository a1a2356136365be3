//! The reference page in Chromium, as people use it.
//!
//! Needs chromium and chromedriver, and for the audit `npm ci` in this folder. What is missing is the
//! reason with which a test is ignored; with `CLOSE_CODE_REQUIRE_ALL=1` it fails instead.

use std::process::ExitCode;

use close_code_browser_tests::harness::{self, Case, case};
use close_code_browser_tests::tools;

mod addresses;
mod audit;
mod copying;
mod filters;
mod hostile;
mod howto;
mod keyboard;
mod looks;
mod open;
mod own;
mod reading;
mod rows;
mod scriptless;
mod search;
mod silence;

fn main() -> ExitCode {
    let browser = tools::missing_browser;
    let audit = tools::missing_audit;
    let cases: Vec<Case> = vec![
        case("search_finds_numbers_names_and_texts", browser(), search::finds),
        case("search_is_done_with_the_keyboard", browser(), search::keys),
        case("filters_show_what_the_runtime_crate_says", browser(), filters::agree),
        case("every_row_has_its_addresses", browser(), addresses::of_rows),
        case("every_number_has_an_address", browser(), addresses::of_numbers),
        case("buttons_copy_the_constants", browser(), copying::constants),
        case("the_box_names_every_code_as_the_runtime_crate", browser(), reading::codes),
        case("the_box_reads_bodies_as_the_runtime_crate", browser(), reading::bodies),
        case("the_box_reads_what_people_paste", browser(), reading::pasted),
        case("the_page_of_an_own_table_answers_what_it_offers", browser(), own::answers),
        case("the_box_answers_from_the_narrowest_row", browser(), own::random_tables),
        case("the_examples_do_what_they_say", browser(), howto::works),
        case("the_page_is_small_enough_for_a_slow_network", browser(), looks::size),
        case("both_colour_schemes_are_there", browser(), looks::schemes),
        case("no_width_scrolls_sideways", browser(), looks::widths),
        case("the_print_has_the_table_and_no_tools", browser(), looks::print),
        case("the_keyboard_reaches_all_and_shows_where_it_is", browser(), keyboard::focus),
        case("the_page_asks_for_nothing_and_complains_of_nothing", browser(), silence::kept),
        case("the_policy_forbids_what_the_page_does_not_do", browser(), silence::policy),
        case("without_scripts_all_but_the_tools_is_there", browser(), scriptless::complete),
        case("hostile_text_is_shown_and_not_run", browser(), hostile::shown),
        case("the_audit_finds_nothing", audit(), audit::clean),
    ];
    harness::run(cases)
}
