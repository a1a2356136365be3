//! Shows what stands in the whole row of a code.

use close_code::CloseCode;
use close_code_counts::OwnClose;

fn main() {
    let number = std::env::args().count();
    let code = CloseCode::new(u16::try_from(number).unwrap_or_default());
    let row = code.entry();
    println!("{code} {} {:?}", row.description(), row.reference());
    println!("{:?}", OwnClose::from_code(code).map(|own| own.entry().description()));
}
