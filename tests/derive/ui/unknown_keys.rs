use close_code::{CloseCode, CloseCodeRange, CloseError};

#[derive(Clone, Copy, CloseCodeRange)]
#[close_code(rnage = 4000..=4999)]
#[close_code(reconnect = "never")]
#[close_code(4001)]
enum ChatClose {
    #[close_code(4001, reconect = "never")]
    A,
    #[close_code(4002, frequency = "often")]
    B,
    #[close_code(4003, Rest)]
    C,
    #[close_code(4004, range = 4000..=4999)]
    D,
    #[close_code(4005, total)]
    E,
}

/// One mistake each: a key that may stand for `rest` or for a code is not a missing code as well.
#[derive(Clone, Copy, CloseCodeRange)]
enum OneSlip {
    #[close_code(rset)]
    A(CloseCode),
    #[close_code(code = 4001)]
    B,
    #[close_code(true)]
    C,
    #[close_code(total)]
    D,
    #[close_code(range = 4010..=4019)]
    E(u16),
    #[close_code(skip(4001))]
    F,
}

#[expect(non_upper_case_globals, reason = "words that may be keys")]
mod constants {
    use close_code::CloseCode;

    pub const test: u16 = 4001;
    pub const since: u16 = 4002;
    pub const error: u16 = 4003;
    pub const extra: u16 = 4004;
    pub const gone: CloseCode = CloseCode::new(4005);
}
use constants::{error, extra, gone, since, test};

#[derive(Clone, Copy, CloseCodeRange)]
enum Words {
    #[close_code(test)]
    A,
    #[close_code(since)]
    B,
    #[close_code(error)]
    C,
    #[close_code(extra)]
    D,
}

#[derive(CloseError)]
enum WordOfAnError {
    #[close(gone, reason = "")]
    A,
}

/// As the help says.
#[derive(Clone, Copy, CloseCodeRange)]
enum Constants {
    #[close_code({ test })]
    A,
    #[close_code({ since })]
    B,
    #[close_code({ error })]
    C,
    #[close_code({ extra })]
    D,
}

#[derive(CloseError)]
enum ConstantOfAnError {
    #[close({ gone }, reason = "")]
    A,
}

fn main() {}
