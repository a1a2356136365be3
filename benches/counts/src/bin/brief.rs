//! Asks everything about a code that is not a whole row, as most programs do.

use close_code::{CloseCode, CloseCodeRange as _, Role};
use close_code_counts::OwnClose;

fn main() {
    let number = std::env::args().count();
    let code = CloseCode::new(u16::try_from(number).unwrap_or_default());
    let kind = code.kind();
    println!("{code} {code:?} {kind} {kind:?} {:?}", code.class());
    println!("{} {} {} {}", code.meaning(), code.reconnect(), kind.meaning(), kind.reconnect());
    println!("{} {} {} {}", code.name(), code.label(), kind.name(), kind.label());
    if let Some(own) = OwnClose::from_code(code) {
        println!("{own} {} {} {} {}", own.name(), own.label(), own.meaning(), own.reconnect());
    }
    let allowed = [code.is_valid_on_wire(), code.is_local_only(), code.is_settable_by_script()];
    println!("{allowed:?} {}", code.is_sendable_by(Role::Server));
    if let Some(text) = std::env::args().nth(1) {
        match text.parse::<CloseCode>() {
            Ok(code) => println!("{code}"),
            Err(error) => println!("{error} {error:?}"),
        }
    }
}
