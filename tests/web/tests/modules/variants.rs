//! Tables that are right or wrong in one thing, every key with every odd value.

/// A table with every key.
const BASE: &str = r#"
[table]
name = "Chat"
class = "ChatClass"
title = "Chat"
description = "Why the chat ends."
span = [1000, 4999]
reference = ["https://example.com/a_b", "RFC 6455 section 7.4"]
as_of = 2026-06-10
keeps_code = false
allow = ["undescribed"]

[[range]]
codes = [1000, 1999]
name = "Fatal"
class = "Ends"
meaning = "over"
label = "over"
description = "Do not come back."
wire = false
local = false
script = false
sender = "server"
reconnect = "never"
reference = []
since = "2"
deprecated = "see 4001"
allow = ["same-meaning"]

[[range]]
codes = [4000, 4099]
name = "Later"

[[code]]
code = 4001
name = "HTTPError2"
meaning = "over there"
label = "there"
description = "Two\nlines."
wire = true
local = false
script = true
sender = "client"
reconnect = { after = [5, 30] }
reference = ["RFC 6455"]
since = "2"
deprecated = "use 4002"
allow = ["override"]
"#;

/// Values that are right for some key, or nearly.
const VALUES: [&str; 67] = [
    "true",
    "false",
    "0",
    "-1",
    "4001",
    "65535",
    "65536",
    "9223372036854775807",
    "9223372036854775808",
    "4001.0",
    "4001.5",
    "nan",
    "2026-06-10",
    "07:32:00",
    "[]",
    "[0]",
    "[0, 1]",
    "[1, 0]",
    "[4000, 4999]",
    "[0, 65535]",
    "[0, 65536]",
    "[0, 1.5]",
    "[0, 1, 2]",
    "[true]",
    r#"[""]"#,
    r#"["a\tb"]"#,
    r#"["refused"]"#,
    r#"["refused", "refused"]"#,
    r#"["refused", "reassigned"]"#,
    r#"["refusd"]"#,
    "{}",
    "{ after = [0, 0] }",
    "{ after = [9, 3] }",
    "{ after = [0, 4294967295] }",
    "{ after = [0, 4294967296] }",
    "{ after = [-1, 5] }",
    "{ after = [1] }",
    "{ after = [1, 2, 3] }",
    r#"{ after = ["1", "2"] }"#,
    "{ after = [1, 2], until = 3 }",
    r#""""#,
    r#"" ""#,
    r#""4001""#,
    r#""true""#,
    r#""client""#,
    r#""unspecified""#,
    r#""Never""#,
    r#""2026-02-30""#,
    r#""2026-13-01""#,
    r#""1.2.0""#,
    r#""Name""#,
    r#""name""#,
    r#""X""#,
    r#""API2""#,
    r#""Table""#,
    r#""Range""#,
    r#""TaBle""#,
    r#""Self""#,
    r#""Ünder""#,
    r#""a*/</script>`|\"\\${x}{{""#,
    r#"" around\r\n""#,
    r#""two\nlines""#,
    r#""two\r\nlines""#,
    r#""a\rb""#,
    r#""a\tb""#,
    r#""a\u200Bb \U0001F6AA é""#,
    r#""a\u001B[31mb""#,
];

/// Characters that turn the direction of a text around, break lines, or cannot be seen.
const CHARACTERS: [u32; 24] = [
    0x00, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0x61C, 0x200B, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029,
    0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF,
];

/// All of them.
pub(crate) fn all() -> Vec<String> {
    let mut all = lines();
    all.extend(flags());
    all.extend(lists());
    all
}

/// Every line without it, with its key misspelt, and with every other value.
fn lines() -> Vec<String> {
    let lines: Vec<&str> = BASE.lines().collect();
    let mut variants = Vec::new();
    for (position, line) in lines.iter().enumerate() {
        let Some((key, _)) = line.split_once(" = ") else { continue };
        let mut with = |changed: String| {
            let before = lines[..position].join("\n");
            let after = lines[position + 1..].join("\n");
            variants.push(format!("{before}\n{changed}\n{after}\n"));
        };
        with(String::new());
        with(format!("x{line}"));
        for value in VALUES {
            with(format!("{key} = {value}"));
        }
        for character in CHARACTERS {
            with(format!(r#"{key} = "a\u{character:04X}b""#));
        }
    }
    variants
}

/// Rows in other forms than they are written in, with a class that needs ranges and without.
fn lists() -> Vec<String> {
    let open = r#"code = [{ code = 4001, name = "Row" }]"#;
    let closed = r#"code = [{ code = 1500, name = "Row" }]"#;
    let wide = r#"range = [{ codes = [1000, 4999], name = "All", wire = false }]"#;
    let mut variants = Vec::new();
    for class in ["", "class = \"Class\"\n"] {
        for ranges in ["", "range = []", "range = 5", "range = [5]", "range = {}", wide] {
            for codes in ["", "code = []", "code = 5", "code = [5]", "code = {}", open, closed] {
                variants.push(format!("{ranges}\n{codes}\n{HEAD}{class}"));
            }
        }
    }
    variants
}

/// The least of a table.
const HEAD: &str =
    "[table]\nname = \"A\"\ntitle = \"a\"\ndescription = \"a\"\nspan = [1000, 9999]\n";

/// Rows that say something of what may be done with them, inside and outside of 3000 to 4999.
fn flags() -> Vec<String> {
    let mut variants = Vec::new();
    for codes in [
        "[[code]]\ncode = 2999",
        "[[code]]\ncode = 3000",
        "[[code]]\ncode = 4999",
        "[[code]]\ncode = 5000",
        "[[range]]\ncodes = [2999, 3000]",
        "[[range]]\ncodes = [3000, 4999]",
        "[[range]]\ncodes = [4999, 5000]",
        "[[range]]\ncodes = [2999, 5000]",
    ] {
        for choice in 0..27 {
            let mut row = format!("{HEAD}{codes}\nname = \"Row\"\n");
            for (key, power) in [("wire", 1), ("local", 3), ("script", 9)] {
                let said = ["", "= true", "= false"][choice / power % 3];
                if !said.is_empty() {
                    row.extend([key, said, "\n"]);
                }
            }
            variants.push(row);
        }
    }
    variants
}
