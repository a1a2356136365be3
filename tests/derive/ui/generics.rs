use core::marker::PhantomData;

use close_code::{CloseCode, CloseCodeRange};

#[derive(Clone, Copy, CloseCodeRange)]
enum ChatClose<'a, T: 'static + Copy = u8, const N: usize = 1>
where
    &'a T: Copy,
{
    #[close_code(4001)]
    Expired,
    #[close_code(4002)]
    Revoked(PhantomData<&'a [T; N]>),
}

fn main() {
    let close: Option<ChatClose<'static>> = ChatClose::from_code(CloseCode::new(4001));
    println!("{:?}", close.map(|close| close.entry()));
    let close = <ChatClose<'static> as CloseCodeRange>::from_code(CloseCode::new(4001));
    println!("{:?}", close.map(|close| close.code()));
}
