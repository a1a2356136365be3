//! The enums of tungstenite 0.30 and fastwebsockets 0.10, of wtx 0.52, and of libsignal's contact discovery,
//! as a person types them first: every mistake in one build.

use close_code::CloseCodeRange;

mod tungstenite {
    use super::CloseCodeRange;

    #[derive(Clone, Copy, CloseCodeRange)]
    pub enum CloseCode {
        #[close_code(1000)]
        Normal,
        #[close_code(1001)]
        Away,
        #[close_code(1002)]
        Protocol,
        #[close_code(1003)]
        Unsupported,
        #[close_code(1005)]
        Status,
        #[close_code(1006)]
        Abnormal,
        #[close_code(1007)]
        Invalid,
        #[close_code(1008)]
        Policy,
        #[close_code(1009)]
        Size,
        #[close_code(1010)]
        Extension,
        #[close_code(1011)]
        Error,
        #[close_code(1012)]
        Restart,
        #[close_code(1013)]
        Again,
        #[close_code(1015)]
        Tls,
        #[close_code(1016..=2999)]
        Reserved(u16),
        #[close_code(3000..=3999)]
        Iana(u16),
        #[close_code(4000..=4999)]
        Library(u16),
        #[close_code(rest)]
        Bad(u16),
    }
}

mod tungstenite_over_all_codes {
    use super::CloseCodeRange;

    #[derive(Clone, Copy, CloseCodeRange)]
    #[close_code(range = 0..=65535, total)]
    pub enum CloseCode {
        #[close_code(1000)]
        Normal,
        #[close_code(1005)]
        Status,
        #[close_code(1006)]
        Abnormal,
        #[close_code(1015)]
        Tls,
        #[close_code(1016..=2999)]
        Reserved(u16),
        #[close_code(3000..=3999)]
        Iana(u16),
        #[close_code(4000..=4999)]
        Library(u16),
        #[close_code(rest)]
        Bad(u16),
    }
}

mod wtx {
    use super::CloseCodeRange;

    #[derive(Clone, Copy, CloseCodeRange)]
    #[close_code(range = 1000..=4999)]
    pub enum CloseCode {
        #[close_code(1000)]
        Normal,
        #[close_code(1005, local)]
        Status,
        #[close_code(1006, locale)]
        Abnormal,
        #[close_code(1015, local)]
        Tls,
        #[close_code(1016..=2999)]
        Reserved(CloseCode),
        #[close_code(3000..=3999)]
        Iana(u16),
        #[close_code(4000..4999)]
        Library(u16),
    }
}

mod libsignal {
    use super::CloseCodeRange;

    #[derive(Clone, Copy, CloseCodeRange)]
    #[repr(u16)]
    enum CdsiCloseCode {
        InvalidArgument = 4003,
        RateLimitExceeded = 4008,
        ServerInternalError,
        ServerUnavailable = 4009,
        InvalidToken = 41_01_1,
    }
}

fn main() {}
