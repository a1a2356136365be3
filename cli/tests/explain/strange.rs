//! Texts that nobody would write, and whatever they are taken for.

use close_code_cli::fuzz::explain;

/// Pieces of what is understood, and of what is not.
const PIECES: [&str; 32] = [
    "1006",
    "close",
    " ",
    "code",
    ":",
    "=",
    "\"",
    "(",
    ")",
    "03e8",
    "0x",
    "\\x03",
    "\\",
    "b\"",
    "[3, 232",
    "]",
    ",",
    "A+hieWU=",
    "é",
    "\u{1b}[2J",
    "\u{202e}",
    "\0",
    "Abnormal Closure",
    "CloseFrame { code: Away",
    "ws",
    "-",
    ".",
    "websocket connection to '",
    "' failed",
    "<Buffer 03 e8",
    ">",
    "99999999999",
];

/// Texts made of the pieces; the same on every run.
fn texts() -> impl Iterator<Item = String> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % 1_000_003).unwrap_or_default()
    };
    core::iter::repeat_with(move || {
        (0..=next() % 9).map(|_| PIECES[next() % PIECES.len()]).collect()
    })
}

#[test]
fn no_text_is_too_strange() {
    let mut understood = 0;
    for (number, text) in texts().take(4000).enumerate() {
        let Some((page, json)) = explain(&text, number % 100) else { continue };
        understood += 1;
        let mut rest = page.as_str();
        while let Some((before, after)) = rest.split_once('\u{1b}') {
            assert_plain(before, &text);
            let (colour, after) = after.split_once('m').expect("a colour ends");
            assert!(
                colour.starts_with('[')
                    && colour[1..].bytes().all(|b| b.is_ascii_digit() || b == b';')
            );
            rest = after;
        }
        assert_plain(rest, &text);
        assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok(), "{text:?}");
    }
    assert!(understood > 1000, "only {understood} of the texts were understood");
}

fn assert_plain(shown: &str, text: &str) {
    let acts = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
    assert!(!shown.contains(acts), "{text:?} gives {shown:?}");
}
