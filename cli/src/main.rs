//! The `close-code` command.

fn main() {}
