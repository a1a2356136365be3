//! The words around a close code in logs: those that tell it, and those that tell something else.

use core::ops::Range;

/// What another library calls a code, where that is no name of the table: the variants of tungstenite,
/// fastwebsockets, yawc and actix-http, and .NET's `WebSocketCloseStatus`.
const ALIASES: [(&str, u16); 20] = [
    ("Normal", 1000),
    ("Away", 1001),
    ("EndpointUnavailable", 1001),
    ("Protocol", 1002),
    ("Unsupported", 1003),
    ("InvalidMessageType", 1003),
    ("Status", 1005),
    ("Empty", 1005),
    ("Abnormal", 1006),
    ("Invalid", 1007),
    ("InvalidPayloadData", 1007),
    ("Policy", 1008),
    ("Size", 1009),
    ("Extension", 1010),
    ("Error", 1011),
    ("InternalServerError", 1011),
    ("Restart", 1012),
    ("Again", 1013),
    ("Tls", 1015),
    ("TLSHandshakeFailed", 1015),
];

/// What programs write where no Close frame arrived, which is 1006.
const SIGNS: [&str; 12] = [
    "abnormal closure",
    "establish a connection to the server at",
    "closed before the connection is established",
    "closed without a close frame",
    "error during websocket handshake",
    "no close frame received",
    "unexpected server response",
    "was interrupted while the page was loading",
    "while proxying upgraded connection",
    "without closing handshake",
    "without close handshake",
    "without completing the close handshake",
];

/// Words before a number that make it a close code.
const CLOSE: [&str; 24] = [
    "close",
    "closed",
    "closes",
    "closing",
    "closeerror",
    "closeframe",
    "closeevent",
    "onclose",
    "connectionclosed",
    "connectionclosederror",
    "connectionclosedok",
    "disconnect",
    "disconnected",
    "disconnection",
    "disconnecting",
    "ended",
    "iana",
    "library",
    "other",
    "private",
    "rcvd",
    "received",
    "sent",
    "terminated",
];

/// Words before a number that make it something else.
const QUANTITY: [&str; 44] = [
    "after",
    "attempt",
    "attempts",
    "build",
    "bytes",
    "channel",
    "client",
    "conn",
    "connection",
    "count",
    "duration",
    "elapsed",
    "every",
    "fd",
    "id",
    "in",
    "len",
    "length",
    "line",
    "ms",
    "msg",
    "node",
    "number",
    "peer",
    "pid",
    "player",
    "port",
    "request",
    "rev",
    "room",
    "seconds",
    "seq",
    "session",
    "shard",
    "size",
    "socket",
    "thread",
    "tid",
    "timeout",
    "took",
    "uid",
    "user",
    "version",
    "worker",
];

/// Words after a number that make it something else.
const UNIT: [&str; 26] = [
    "b",
    "bytes",
    "clients",
    "connections",
    "events",
    "items",
    "kb",
    "kib",
    "mb",
    "messages",
    "mib",
    "milliseconds",
    "minutes",
    "ms",
    "ns",
    "octets",
    "packets",
    "peers",
    "requests",
    "retries",
    "rows",
    "s",
    "sec",
    "seconds",
    "times",
    "users",
];

/// Words that make "code" another code than a WebSocket's.
const OTHER_CODES: [&str; 12] = [
    "char", "country", "exit", "http", "key", "op", "post", "response", "return", "source", "vs",
    "zip",
];

/// Whether the text before something ends in `code`, as in `code: `, `close_code=`, `"closeCode":"`.
pub(super) fn says_code(before: &str) -> bool {
    let (rest, word) = last_word(before);
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
    let (rest, word) = last_word(before);
    says_code(before) && (word.contains("close") || last_word(rest).1.starts_with("close"))
}

/// Whether the text before something ends in "closed", "received" or the like, with or without "with".
pub(super) fn says_close(before: &str) -> bool {
    let (rest, word) = last_word(before);
    let word =
        if matches!(word, "with" | "by" | "as" | "was" | "frame" | "reason" | "error" | "event") {
            last_word(rest).1
        } else {
            word
        };
    CLOSE.contains(&word)
}

/// Whether a number counts or measures something, or names a port, a process and the like.
pub(super) fn is_a_quantity(before: &str, after: &str) -> bool {
    let (_, word) = last_word(before);
    let key = word.rsplit(['_', '-']).next().unwrap_or(word);
    let unit: &str = after.trim_start_matches([' ', '-']);
    let unit = unit.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    QUANTITY.contains(&key) || UNIT.contains(&unit)
}

/// Whether the text before something ends in a number, as where an access log has a status and a size.
pub(super) fn follows_a_number(before: &str) -> bool {
    let (_, word) = last_word(before);
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a line is about a WebSocket at all, or at least about something that closes.
pub(super) fn speaks_of_websockets(lower: &str) -> bool {
    ["ws", "close", "closing", "closure", "socket", "disconnect"]
        .iter()
        .any(|word| lower.contains(word))
}

/// The code that a library's own name for it stands for.
pub(super) fn alias(word: &str) -> Option<u16> {
    ALIASES.iter().find(|(alias, _)| *alias == word).map(|(_, code)| *code)
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
