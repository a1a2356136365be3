//! What syn reads and the compiler refuses is refused alone.

use close_code::{CloseCode, CloseCodeRange, CloseError};

const BASE: u16 = 2000;

#[derive(Clone, Copy, Debug, CloseCodeRange)]
enum ChatClose {
    #[close_code({ let code 4001; code })]
    Block,
    #[close_code(BASE as u16 << 1)]
    Shift,
    #[close_code(4002)]
    Fine,
}

#[derive(Debug, CloseError)]
enum ChatError {
    #[close({ CloseCode::new(4001 4002) }, reason = "fine")]
    Block,
}

fn main() {
    println!("{} {:?}", ChatClose::Fine.code(), ChatClose::from_code(CloseCode::new(4002)));
    println!("{}", ChatError::Block.close_code());
}
