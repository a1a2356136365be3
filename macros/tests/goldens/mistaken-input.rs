#[derive(Clone, Copy)]
pub enum ChatClose {
    #[close_code(4001)]
    First,
    #[close_code(4001, reconect = "never")]
    Second,
    #[close_code(1006)]
    Third,
}
