//! Asks what may be done with a code, and nothing else.

use close_code::{CloseCode, Role};

fn main() {
    let number = std::env::args().count();
    let code = CloseCode::new(u16::try_from(number).unwrap_or_default());
    let allowed = [code.is_valid_on_wire(), code.is_local_only(), code.is_settable_by_script()];
    println!("{allowed:?} {}", code.is_sendable_by(Role::Server));
}
