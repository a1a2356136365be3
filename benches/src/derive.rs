//! The build cost of the derive, compared with other derives on the same enum.

use std::fmt::Write as _;
use std::io;
use std::path::Path;

use crate::child::least;
use crate::options::Options;
use crate::program::{NUM_ENUM, Program, STRUM, close_code};
use crate::table::Table;

const SIZES: [usize; 3] = [10, 100, 1000];

/// CPU seconds of the package with the enum alone.
pub fn tables(folder: &Path, options: &Options) -> io::Result<Vec<Table>> {
    let peers = [NUM_ENUM, STRUM].concat();
    let subjects = [("close-code", close_code(&["derive"])), ("num_enum and strum", peers)];
    let empty = Program::new(folder, "derive-empty", "", "fn main() {}\n")?;
    let mut programs = Vec::new();
    for (name, dependencies) in &subjects {
        for count in SIZES {
            let folder_name = format!("derive-{}-{count}", name.replace(' ', "-"));
            let main = format!("{}{}", subject(name, count), main(name));
            programs.push(Program::new(folder, &folder_name, dependencies, &main)?);
        }
    }
    empty.build(&[])?;
    for program in &programs {
        program.build(&[])?;
    }
    let (mut nothing, mut seconds) = (Vec::new(), vec![Vec::new(); programs.len()]);
    for _ in 0..options.builds * 2 {
        nothing.push(empty.build_own()?.cpu);
        for (program, seconds) in programs.iter().zip(&mut seconds) {
            seconds.push(program.build_own()?.cpu);
        }
    }
    let caption = "An enum of 10, 100 and 1000 variants, each with a number, a meaning and a description: \
                   the build of its package, minus that of an empty program; least CPU seconds";
    let mut table = Table::new("derive", caption, &["10", "100", "1000"], 3);
    let nothing = least(&nothing);
    for (at, (name, _)) in subjects.iter().enumerate() {
        let own = seconds.iter().skip(at * SIZES.len()).take(SIZES.len());
        table.push(*name, own.map(|seconds| least(seconds) - nothing));
    }
    Ok(vec![table])
}

/// The enum: the same words for both.
fn subject(name: &str, count: usize) -> String {
    let ours = name == "close-code";
    let derives = if ours {
        "close_code::CloseCodeRange"
    } else {
        "num_enum::TryFromPrimitive, num_enum::IntoPrimitive, strum::Display, strum::EnumMessage"
    };
    let mut text = format!(
        "#[derive(Clone, Copy, Debug, PartialEq, Eq, {derives})]\n#[repr(u16)]\npub enum ChatClose {{\n"
    );
    for number in 0..count {
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "    /// Reason number {number}\n    ///\n    \
             /// The server ended the connection for the reason with the number {number}."
        );
        if !ours {
            let _ = writeln!(
                text,
                "    #[strum(message = \"Reason number {number}\", to_string = \"Reason number {number}\")]"
            );
        }
        let _ = writeln!(text, "    Reason{number} = {},", 4000 + number);
    }
    text + "}\n"
}

/// What the derives give is used: a number to a variant and back, the text, the description.
fn main(name: &str) -> String {
    let (import, texts) = if name == "close-code" {
        ("", "close.meaning(), close.entry().description()")
    } else {
        ("use strum::EnumMessage as _;", "close.get_message(), close.get_documentation()")
    };
    format!(
        "fn main() {{
    {import}
    let number: u16 = std::env::args().count() as u16 + 4000;
    if let Ok(close) = ChatClose::try_from(number) {{
        let back: u16 = close.into();
        println!(\"{{back}} {{close}} {{:?}} {{:?}}\", {texts});
    }}
}}
"
    )
}
