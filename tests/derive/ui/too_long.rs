//! What syn would read with more stack than the compiler has is refused, and the enum can be used all the same.

use close_code::{CloseCode, CloseCodeRange, CloseError};

#[derive(Clone, Copy, CloseCodeRange)]
#[repr(u16)]
enum Sum {
    Expired =
        1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1
        + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 +
        1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1
        + 1 + 1,
}

#[derive(Clone, Copy, CloseCodeRange)]
enum Field {
    #[close_code(4001)]
    Expired(
        *const *const *const *const *const *const *const *const *const *const *const *const *const
        *const *const *const *const *const *const *const *const *const *const *const *const *const
        *const *const *const *const *const *const *const *const *const *const *const *const *const
        *const *const *const *const *const *const *const *const *const *const *const *const *const
        *const *const *const *const *const *const *const *const *const *const *const *const *const
        *const *const *const *const *const u16,
    ),
}

#[derive(Clone, Copy, CloseCodeRange)]
#[close_code(error =
    *const *const *const *const *const *const *const *const *const *const *const *const *const
    *const *const *const *const *const *const *const *const *const *const *const *const *const
    *const *const *const *const *const *const *const *const *const *const *const *const *const
    *const *const *const *const *const *const *const *const *const *const *const *const *const
    *const *const *const *const *const *const *const *const *const *const *const *const *const
    *const *const *const *const *const u8
)]
enum Attributes {
    #[close_code(
        - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -
        - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -
        - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -
        - - - - - 4001
    )]
    Signs,
    #[close_code(
        - - - - (- - - - (- - - - (- - - - (- - - - (- - - - (- - - - (- - - - (- - - - (- - - -
        (- - - - (- - - - (- - - - (- - - - (- - - - (- - - - (- - - - (- - - - (- - - - (- - - -
        (- - - - (- - - - (- - - - (- - - - (- - - - (- - - - (- - - - (- - - - (- - - - (- - - -
        (1))))))))))))))))))))))))))))))
    )]
    Groups,
}

#[derive(CloseError)]
enum ChatError {
    #[close(
        - - - - (- - - - (- - - - (- - - - (- - - - (- - - - (- - - - (- - - - (- - - - (- - - -
        (- - - - (- - - - (- - - - (- - - - (- - - - (- - - - (- - - - (- - - - (- - - - (- - - -
        (- - - - (- - - - (- - - - (- - - - (- - - - (- - - - (- - - - (- - - - (- - - - (- - - -
        (1)))))))))))))))))))))))))))))),
        reason = ""
    )]
    Groups,
    #[close(4001)]
    Field(
        *const *const *const *const *const *const *const *const *const *const *const *const *const
        *const *const *const *const *const *const *const *const *const *const *const *const *const
        *const *const *const *const *const *const *const *const *const *const *const *const *const
        *const *const *const *const *const *const *const *const *const *const *const *const *const
        *const *const *const *const *const *const *const *const *const *const *const *const *const
        *const *const *const *const *const u16,
    ),
}

/// A long block of short statements is read.
#[derive(Clone, Copy, CloseCodeRange)]
#[repr(u16)]
enum Block {
    Expired = {
        let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1;
        let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1;
        let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1;
        let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1;
        let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1;
        let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1;
        let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1; let _ = 1;
        let _ = 1; let _ = 1; let _ = 1; let _ = 1;
        4001
    },
}

fn main() {
    let close = Sum::from_code(CloseCode::new(4001)).unwrap_or(Sum::Expired);
    println!("{close} {:?} {}", close.entry(), close.code());
    println!("{} {}", Field::TABLE.len(), Attributes::Signs.meaning());
    println!("{} {}", ChatError::Groups.close_code(), ChatError::Groups.close_reason());
    println!("{}", Block::Expired.code());
}
