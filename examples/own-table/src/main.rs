//! A client of the lobby, when the server has closed the connection.

use close_code::{CloseCode, Reconnect};

close_code::include_codes!("codes");

fn main() {
    for code in [4001, 4002, 4042, 4101, 4150, 1006] {
        println!("{code}: {}", what_to_do(CloseCode::new(code)));
    }
}

/// What to tell the player. The code is one of the lobby's, or of the protocol's.
fn what_to_do(code: CloseCode) -> String {
    match LobbyClose::try_from(code) {
        Ok(LobbyClose::Banned) => "banned: goodbye".to_owned(),
        // A code that the server had first and this client does not know lies in a range, which says
        // what to do.
        Ok(close) => format!("{close}: {}", advice(close.reconnect())),
        Err(_) => format!("{}: {}", code.meaning(), advice(code.reconnect())),
    }
}

fn advice(reconnect: Reconnect) -> String {
    match reconnect {
        Reconnect::Never => "stop".to_owned(),
        Reconnect::AfterChange => "sign in first".to_owned(),
        Reconnect::After { min, max } => {
            format!("wait {} to {} seconds", min.as_secs(), max.as_secs())
        }
        other => other.to_string(),
    }
}
