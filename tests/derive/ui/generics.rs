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

#[derive(Clone, Copy, CloseCodeRange)]
#[close_code(range = 1000..=4999)]
enum OfAnything<T> {
    #[close_code(4001)]
    Expired,
    #[close_code(4002..=4003)]
    Revoked(T),
}

fn main() {
    let close = OfAnything::<u8>::try_from(4001).unwrap_or(OfAnything::Revoked(1));
    println!("{} {} {:?}", u16::from(close), close.meaning(), close.entry());
    let close: Option<ChatClose<'static>> = ChatClose::from_code(CloseCode::new(4001));
    println!("{:?}", close.map(|close| close.entry()));
    let close = <ChatClose<'static> as CloseCodeRange>::from_code(CloseCode::new(4001));
    println!("{:?}", close.map(|close| close.code()));
}
