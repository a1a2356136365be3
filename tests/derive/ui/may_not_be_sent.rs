use close_code::{CloseCode, CloseCodeRange};

#[derive(Clone, Copy, CloseCodeRange)]
#[close_code(range = 0..=65535)]
enum Close {
    #[close_code(1006)]
    AbnormalClosure,
    #[close_code(1004)]
    Reserved,
    #[close_code(1015, local)]
    TlsHandshake,
    #[close_code(1000..=1013)]
    Protocol(CloseCode),
    #[close_code(2500)]
    Unassigned,
    #[close_code(5000..=65535, local)]
    OutOfRange(CloseCode),
}

fn main() {}
