use close_code::{CloseCode, CloseCodeRange};

#[derive(CloseCodeRange)]
enum ChatClose {
    #[close_code(4001)]
    Expired,
    #[close_code(4100..=4199)]
    Fatal(CloseCode),
}

#[derive(CloseCodeRange)]
enum OnlyUnits {
    #[close_code(4001)]
    Expired,
}

fn main() {
    let close = ChatClose::try_from(4001);
    if let Ok(close) = close {
        println!("{close:#}");
    }
}
