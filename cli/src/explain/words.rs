//! The words around a close code in logs: those that tell it, and those that tell something else.

use core::ops::Range;

use close_code_codegen::naming::letters;

use super::vocabulary::{
    ADJECTIVES, ALIASES, CLOSE, CLOSE_OF_A_WEBSOCKET, OTHER_CODES, QUANTITY, SIGNS, UNIT,
};

/// Whether the text before something ends in `code`, as in `code: `, `close_code=`, `"closeCode":"`.
pub(super) fn says_code(before: &str) -> bool {
    let (rest, word) = named_by(before);
    // aiohttp has the code of a Close frame where other frames have their data.
    if word == "data" && rest.contains("wsmsgtype.close:") {
        return true;
    }
    let Some(stem) = ["code", "status", "statuscode"].iter().find_map(|end| word.strip_suffix(end))
    else {
        return false;
    };
    let stem = stem.trim_end_matches(['_', '-']);
    // "HTTP status code": the word before "status" tells whose.
    let (above, before) = if stem.is_empty() { last_word(rest) } else { (rest, stem) };
    let generic = matches!(before, "status" | "error");
    let qualifier = if generic { last_word(above).1 } else { before };
    !OTHER_CODES.contains(&qualifier)
}

/// Whether the text before something ends in "close code", in whatever spelling.
pub(super) fn says_close_code(before: &str) -> bool {
    let (rest, word) = named_by(before);
    says_code(before) && (word.contains("close") || last_word(rest).1.starts_with("close"))
}

/// Whether the text before something ends in "closed", "received" or the like, with or without "with".
///
/// Some of these words say so in a line about a WebSocket alone.
pub(super) fn says_close(before: &str, is_about_websockets: bool) -> bool {
    let (rest, word) = last_word(before);
    let word =
        if matches!(word, "with" | "by" | "as" | "was" | "frame" | "reason" | "error" | "event") {
            last_word(rest).1
        } else {
            word
        };
    CLOSE.contains(&word) || (is_about_websockets && CLOSE_OF_A_WEBSOCKET.contains(&word))
}

/// Whether the text after a number says that it was refused as a close code, as browsers do.
pub(super) fn is_refused(after: &str) -> bool {
    after.starts_with(" is neither")
}

/// Whether a number counts or measures something, or names a port, a process and the like.
pub(super) fn is_a_quantity(before: &str, after: &str) -> bool {
    let (_, word) = last_word(before);
    let key = word.rsplit(['_', '-']).next().unwrap_or(word);
    let mut words = after.split([' ', '-']).filter(|word| !word.is_empty());
    let mut next = || {
        let word = words.next().unwrap_or_default();
        word.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
    };
    let mut unit = next();
    if ADJECTIVES.contains(&unit) {
        unit = next();
    }
    let is_plural = key.len() > 2 && key.ends_with('s');
    QUANTITY.contains(&key) || UNIT.contains(&unit) || (is_plural && UNIT.contains(&key))
}

/// Whether the text before something ends in a number, as where an access log has a status and a size.
pub(super) fn follows_a_number(before: &str) -> bool {
    let (_, word) = last_word(before);
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the text is the beginning of a line of a server's access log, where a status, a size and times
/// follow.
pub(super) fn is_an_access(before: &str) -> bool {
    before.contains("http/1.") || before.contains("http/2")
}

/// Whether a line is about a WebSocket at all, or at least about something that closes.
pub(super) fn speaks_of_websockets(lower: &str) -> bool {
    let says = |word: &&str| lower.contains(word);
    ["close", "closing", "closure", "disconnect", "socket"].iter().any(says)
        || lower.match_indices("ws").any(|(at, ws)| {
            let after = &lower[at + ws.len()..];
            let after = after.strip_prefix('s').unwrap_or(after);
            !lower[..at].ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphabetic)
        })
}

/// The code that a library's own name for it stands for. Names of one word count only as the library
/// spells them: in logs such words are common.
pub(super) fn alias(word: &str) -> Option<u16> {
    let is_meant = |alias: &str| {
        let humps = alias.bytes().filter(u8::is_ascii_uppercase).count();
        alias == word || (humps > 1 && letters(alias) == letters(word))
    };
    ALIASES.iter().find(|(alias, _)| is_meant(alias)).map(|(_, code)| *code)
}

/// The code that a library's own name for it stands for, in whatever spelling.
pub(super) fn alias_in_any_spelling(word: &str) -> Option<u16> {
    let word = letters(word);
    ALIASES.iter().find(|(alias, _)| letters(alias) == word).map(|(_, code)| *code)
}

/// What programs write instead of a code, where it stands in a line.
pub(super) fn signs(lower: &str) -> impl Iterator<Item = (u16, Range<usize>)> {
    let failed = lower.find("websocket connection to '").and_then(|from| {
        let at = from + lower[from..].find("' failed")?;
        Some(at + 2..at + "' failed".len())
    });
    let signs = SIGNS.iter().filter_map(|sign| position(lower, sign));
    signs.chain(failed).map(|at| (1006, at))
}

/// Where a phrase stands in a text, not as part of longer words.
pub(super) fn position(text: &str, phrase: &str) -> Option<Range<usize>> {
    let is_word = |c: char| c.is_alphanumeric();
    text.match_indices(phrase)
        .map(|(at, _)| at..at + phrase.len())
        .find(|at| !text[..at.start].ends_with(is_word) && !text[at.end..].starts_with(is_word))
}

/// The last word of a text that says whose value follows, and what stands before it: in
/// `CloseCode(rawValue: 1001)`, as Swift has it, that is not the last one.
fn named_by(text: &str) -> (&str, &str) {
    let (rest, word) = last_word(text);
    if matches!(word, "rawvalue" | "defined") { last_word(rest) } else { (rest, word) }
}

/// The last word of a text, and what stands before it. Signs after the word are passed over, as long
/// as they are those that stand between a name and its value.
fn last_word(text: &str) -> (&str, &str) {
    let text = text.trim_end_matches([
        ' ', '\t', ':', '=', '"', '\'', '(', '[', '{', '>', '<', '\\', '#', '.',
    ]);
    let start = text
        .rfind(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    (&text[..start], &text[start..])
}
