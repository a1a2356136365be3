//! No input costs more than in proportion to its length.
//!
//! The command runs under valgrind, which counts its instructions, on each kind of input: on a small one, one of
//! some length and one of four times that length. Without what the small one takes, the long one takes at most
//! five times as much; a cost that grows with the square would be sixteen times as much.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use libtest_mimic::{Arguments, Failed, Trial};

mod support;

fn main() -> ExitCode {
    let required = std::env::var_os("CLOSE_CODE_REQUIRE_ALL").is_some_and(|value| value == "1");
    let valgrind = Command::new("valgrind").arg("--version").output();
    let reason =
        if valgrind.is_ok_and(|output| output.status.success()) { "" } else { "needs valgrind" };
    let trials = INPUTS.iter().map(|input| {
        Trial::test(input.name, || grows_in_proportion(input).map_err(Failed::from))
            .with_kind(reason)
            .with_ignored_flag(!reason.is_empty() && !required)
    });
    libtest_mimic::run(&Arguments::from_args(), trials.collect()).exit_code()
}

/// A kind of input.
struct Input {
    name: &'static str,
    arguments: &'static [&'static str],
    /// The file that the arguments call `input`, with so many parts.
    text: fn(usize) -> String,
    /// Another one, called `other`; the argument `@other` is its words.
    other: fn(usize) -> String,
    /// The exit code of the command.
    code: i32,
    /// How many parts it has at first.
    count: usize,
    /// Whether the count is the width of the terminal instead.
    columns: bool,
}

const HEAD: &str =
    "[table]\nname = \"Any\"\ntitle = \"Any\"\ndescription = \"Any.\"\nspan = [0, 65535]\n";

const fn table(name: &'static str, text: fn(usize) -> String) -> Input {
    let arguments = &["check", "input"];
    Input { name, arguments, text, other: |_| String::new(), code: 1, count: 300, columns: false }
}

/// The inputs that once took many seconds.
const INPUTS: [Input; 26] = [
    table("marks_on_one_line", |count| format!("{HEAD}allow = [{}]\n", "\"x\", ".repeat(count))),
    table("references_on_one_line", |count| {
        format!("{HEAD}reference = [{}]\n", "1, ".repeat(count))
    }),
    table("lines_that_are_not_toml", |count| format!("{HEAD}{}", "?\n".repeat(count))),
    table("one_key_many_times", |count| format!("{HEAD}{}", "since = \"1\"\n".repeat(count))),
    table("one_key_many_times_in_a_row", |count| {
        format!(
            "{HEAD}[[code]]\ncode = 1\nname = \"A1b\"\nextra = {{ {} }}\n",
            "a = \"1\", ".repeat(count)
        )
    }),
    table("one_header_many_times", |count| "[table]\n".repeat(count)),
    table("one_inner_header_many_times", |count| {
        format!("{HEAD}[[code]]\ncode = 1\nname = \"A1b\"\n{}", "[code.extra]\n".repeat(count))
    }),
    table("rows_without_brackets", |count| format!("{HEAD}{}", "[code]\ncode = 1\n".repeat(count))),
    table("quotes_that_do_not_end", |count| format!("{HEAD}{}", "a = \"\"\"\n".repeat(count))),
    table("quotes_that_are_escaped", |count| {
        format!("{HEAD}a = \"\"\"\n{}", "\\\"\"\"\n".repeat(10 * count))
    }),
    table("brackets_that_do_not_end", |count| format!("{HEAD}a = {}", "[[{".repeat(count / 50))),
    Input {
        code: 0,
        ..table("ranges_with_classes", |count| {
            let row = |at: usize| {
                format!(
                    "[[range]]\ncodes = [{}, {}]\nname = \"R{at}x\"\nwire = false\nscript = false\n",
                    2 * at,
                    2 * at + 1
                )
            };
            let rows: String = (0..count).map(row).collect();
            let end = 2 * count - 1;
            format!("{}class = \"Class\"\n{rows}", HEAD.replace("65535", &end.to_string()))
        })
    },
    Input {
        count: 2000,
        ..table("ranges_that_overlap", |count| {
            let row =
                |at| format!("[[range]]\ncodes = [{at}, {}]\nname = \"R{at}x\"\n", at + 30_000);
            let rows: String = (0..count).map(row).collect();
            format!("{HEAD}{rows}[[code]]\ncode = 5\nname = \"Five\"\n")
        })
    },
    table("rows_that_have_one_code", |count| {
        format!("{HEAD}{}", "[[code]]\ncode = 1\nname = \"A1b\"\n".repeat(count))
    }),
    Input {
        arguments: &["check", "input", "--json"],
        code: 0,
        ..table("json_of_a_warning_for_each_row", |count| rows(1, count))
    },
    Input {
        arguments: &["check", "input", "--format", "github"],
        code: 0,
        ..table("annotations_of_a_warning_for_each_row", |count| rows(1, count))
    },
    Input {
        arguments: &["check", "input", "--format", "github"],
        count: 2000,
        ..table("annotations_of_one_line", |count| {
            format!("{HEAD}allow = [{}]\n", "\"x\", ".repeat(count))
        })
    },
    Input {
        arguments: &["drift", "input", "chat.toml"],
        count: 5000,
        code: 2,
        ..table("attributes_of_one_element", |count| {
            let attributes: String = (0..count).map(|at| format!(" a{at}=''")).collect();
            format!("<registry><x{attributes}/></registry>")
        })
    },
    Input {
        arguments: &["list", "--table", "input"],
        columns: true,
        code: 0,
        ..table("width_of_the_terminal", |_| rows(1, 20))
    },
    Input {
        arguments: &["explain", "--brief", "--table", "input", "@other"],
        other: |count| (1..=count).map(|code| format!("R{code}x {code} ")).collect(),
        code: 0,
        count: 100,
        ..table("names_and_numbers_that_are_explained", |count| rows(1, count))
    },
    Input {
        arguments: &["explain", "--table", "input", "@other"],
        other: |count| (1..=count).map(|code| format!("Q{code}x ")).collect(),
        code: 2,
        count: 100,
        ..table("names_that_are_unknown", |count| rows(1, count))
    },
    Input {
        arguments: &["explain", "--table", "input", "other"],
        other: |count| {
            (1000..1000 + count).map(|code| format!("websocket closed code={code}\n")).collect()
        },
        code: 0,
        ..table("codes_of_a_log", |count| rows(1000, count))
    },
    Input {
        arguments: &["generate", "input", "--only", "markdown", "--stdout"],
        code: 0,
        ..table("signs_of_mail_in_a_text", |count| {
            format!("{}description = \"{}\"\n", rows(1, 1), "a.b@".repeat(60 * count))
        })
    },
    Input {
        arguments: &["drift", "other", "input", "--write"],
        other: |count| {
            let xref = |at| format!("<xref type='uri' data='https://a.b/{at}'/>");
            registry(1, &(0..count).map(xref).collect::<String>())
        },
        code: 0,
        count: 100,
        ..table("references_that_changed", |count| {
            let references: String =
                (0..count).map(|at| format!("'https://ietf.org/{at}', ")).collect();
            format!("{}reference = [{references}]\n", rows(1000, 1))
        })
    },
    Input {
        arguments: &["drift", "other", "input", "--write"],
        other: |count| registry(count, ""),
        code: 0,
        count: 100,
        ..table("codes_that_are_assigned", |_| {
            rows(4999, 1).replace("[[code]]\ncode = 4999", "[[range]]\ncodes = [1000, 4999]")
        })
    },
    Input {
        arguments: &["drift", "other", "input", "--write"],
        other: |count| registry(count, ""),
        code: 0,
        count: 100,
        ..table("codes_that_are_renamed", |count| rows(1000, count))
    },
];

/// A table with a row for each of so many codes, and something to warn of in each.
fn rows(first: usize, count: usize) -> String {
    let row = |code: usize| {
        format!("[[code]]\ncode = {code}\nname = \"R{code}x\"\nwire = false\nscript = false\n")
    };
    HEAD.replace("[0,", "[1,") + &(first..first + count).map(row).collect::<String>()
}

/// A registry of so many codes, of which the first has references.
fn registry(count: usize, references: &str) -> String {
    let record = |code: usize| {
        let references = if code == 1000 { references } else { "" };
        format!(
            "<record><value>{code}</value><description>Thing {code}</description>{references}</record>"
        )
    };
    let next = 1000 + count;
    format!(
        "<registry><updated>2026-06-10</updated><registry id='close-code-number'>{}<record>\
         <value>{next}-4999</value><description>Unassigned</description></record></registry></registry>",
        (1000..next).map(record).collect::<String>()
    )
}

fn grows_in_proportion(input: &Input) -> Result<(), String> {
    let [base, one, four] = [input.count / 20, input.count, 4 * input.count];
    let [base, one, four] =
        [instructions(input, base)?, instructions(input, one)?, instructions(input, four)?];
    eprintln!("{}: {base}, {one}, {four}", input.name);
    let (one, four) = (one.saturating_sub(base), four.saturating_sub(base));
    if four > 5 * one {
        return Err(format!(
            "{one} instructions, and {four} for an input of four times the length"
        ));
    }
    Ok(())
}

/// The instructions that the command takes.
fn instructions(input: &Input, count: usize) -> Result<u64, String> {
    let folder = support::folder(&format!("cost-{}-{count}", input.name));
    let other = (input.other)(count);
    for (name, text) in [("input", &(input.text)(count)), ("other", &other)] {
        fs::write(folder.join(name), text).map_err(|error| error.to_string())?;
    }
    let mut command = Command::new("valgrind");
    command.args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]);
    command.arg("--log-file=instructions").arg(env!("CARGO_BIN_EXE_close-code"));
    for argument in input.arguments {
        let is_words = *argument == "@other";
        command.args(if is_words { other.split_whitespace().collect() } else { vec![*argument] });
    }
    command.current_dir(&folder).env_remove("NO_COLOR");
    if input.columns {
        command.env("COLUMNS", count.to_string());
    }
    let output = command.output().map_err(|error| error.to_string())?;
    if output.status.code() != Some(input.code) {
        return Err(format!("{output:?}"));
    }
    let length = output.stderr.len();
    if length > 200_000 {
        return Err(format!("it says {length} bytes"));
    }
    read(&folder.join("instructions")).ok_or_else(|| format!("{output:?}"))
}

/// The count in what valgrind writes: `==1== I refs: 1,234`.
fn read(log: &Path) -> Option<u64> {
    let text = fs::read_to_string(log).ok()?;
    let (_, count) = text
        .lines()
        .find(|line| line.contains("I refs:") || line.contains("I   refs:"))?
        .rsplit_once(' ')?;
    count.replace(',', "").parse().ok()
}
