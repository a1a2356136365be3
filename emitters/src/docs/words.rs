//! Terms of a table in words, the same in every document.

use crate::docs::entry::Entry;
use close_code_codegen::model::{Reconnect, Sender};

/// `yes` or `no`.
#[must_use]
pub const fn yes(flag: bool) -> &'static str {
    if flag { "yes" } else { "no" }
}

/// Who sends the codes of an entry. A code that must not be sent has no sender.
#[must_use]
pub fn sender(entry: &Entry<'_>) -> &'static str {
    if !entry.flags.wire {
        return "nobody";
    }
    match entry.row.sender {
        Sender::Client => "clients",
        Sender::Server => "servers",
        Sender::Either => "either end",
    }
}

/// Who sends the codes of an entry, as programs read it: "client", "server", "either" or "nobody".
#[must_use]
pub fn sender_key(entry: &Entry<'_>) -> &'static str {
    if entry.flags.wire { entry.row.sender.word() } else { "nobody" }
}

/// The reconnect advice, or `None` if the table has none.
#[must_use]
pub fn reconnect(reconnect: Reconnect) -> Option<String> {
    let advice = match reconnect {
        Reconnect::Unspecified => return None,
        Reconnect::Never => "never",
        Reconnect::AfterChange => "after a change",
        Reconnect::Immediately => "at once",
        Reconnect::Backoff => "with backoff",
        Reconnect::After { min, max } if min == max => {
            return Some(format!("after {}", seconds(min)));
        }
        Reconnect::After { min, max } => return Some(format!("after {min} to {}", seconds(max))),
    };
    Some(advice.to_owned())
}

fn seconds(number: u32) -> String {
    format!("{number} {}", if number == 1 { "second" } else { "seconds" })
}
