//! Writes enums of 10, 100 and 1000 variants with the derive.

use std::fmt::Write as _;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let mut text = String::new();
    for count in [10, 100, 1000] {
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "/// An enum of {count} codes.\n\
             #[allow(missing_docs)]\n\
             #[derive(Clone, Copy, Debug, close_code::CloseCodeRange)]\n\
             #[repr(u16)]\n\
             pub enum Rows{count} {{"
        );
        // Spread over the range, as real codes are.
        let step = 1000 / count;
        for number in 0..count {
            let _ = writeln!(text, "    Reason{number} = {},", 4000 + number * step);
        }
        text.push_str("}\n\n");
    }
    let folder = env::var("OUT_DIR").unwrap_or_default();
    fs::write(format!("{folder}/rows.rs"), text)
}
