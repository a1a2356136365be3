#[close(crate = codes)]
pub enum Error<T: Copy>
where
    T: 'static,
{
    #[close(1011)]
    Literal,
    #[close(ChatClose::SessionExpired)]
    Variant { seconds: u64 },
    #[close(CloseCode::GOING_AWAY, reason = "going away")]
    Constant(u8, T),
    #[close(transparent)]
    Inner(Inner<T>),
}
