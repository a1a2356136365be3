//! Writes enums of 10, 100 and 1000 variants, each with the derive of close-code and of its peers, and
//! the same by hand.

use std::fmt::Write as _;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let mut text = String::new();
    for count in [10, 100, 1000] {
        let codes = codes(count);
        for (name, derives) in [
            ("Ours", "close_code::CloseCodeRange"),
            ("NumEnum", "num_enum::IntoPrimitive, num_enum::TryFromPrimitive"),
            ("Inttype", "inttype_enum::IntType"),
            ("Hand", ""),
        ] {
            // Writing to a String cannot fail.
            let _ = writeln!(
                text,
                "#[allow(clippy::pedantic)]\n#[derive(Clone, Copy, Debug, PartialEq, Eq, {derives})]\n\
                 {}#[repr(u16)]\npub enum {name}{count} {{",
                if name == "Ours" { "#[close_code(range = 3100..=4999)]\n" } else { "" }
            );
            for code in &codes {
                let _ = writeln!(text, "    Reason{code} = {code},");
            }
            text.push_str("}\n\n");
        }
        let _ = writeln!(
            text,
            "#[allow(clippy::too_many_lines)]\nimpl Hand{count} {{\n    pub fn from_code(code: u16) -> Option<Self> {{"
        );
        text.push_str("        Some(match code {\n");
        for code in &codes {
            let _ = writeln!(text, "            {code} => Self::Reason{code},");
        }
        text.push_str("            _ => return None,\n        })\n    }\n}\n\n");
    }
    let folder = env::var("OUT_DIR").unwrap_or_default();
    fs::write(format!("{folder}/rows.rs"), text)
}

/// Codes as a service has them: in no order that a compiler could compute, from 3100 to 4999.
fn codes(count: usize) -> Vec<u32> {
    let mut all: Vec<u32> = (3100..5000).collect();
    let mut random = 1_u32;
    for at in (1..all.len()).rev() {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        all.swap(at, (random >> 16) as usize % (at + 1));
    }
    all.truncate(count);
    all.sort_unstable();
    all
}
