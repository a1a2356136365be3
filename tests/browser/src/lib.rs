//! What the tests in a browser share: Chromium itself, the page, a server for files, the harness.
#![forbid(unsafe_code)]

pub mod driver;
pub mod files;
pub mod harness;
pub mod laboratory;
pub mod options;
pub mod session;
pub mod site;
pub mod tools;
