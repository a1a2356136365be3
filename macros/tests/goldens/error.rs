const _: () = {
    use codes::__private::const_check as __close_code_check;
    __close_code_check::sendable(ChatClose::SessionExpired.code())
};
const _: () = {
    use codes::__private::const_check as __close_code_check;
    __close_code_check::sendable(CloseCode::GOING_AWAY.code())
};
#[automatically_derived]
impl<T: Copy> codes::CloseError for Error<T>
where
    T: 'static,
    Self: ::core::fmt::Display,
    Inner<T>: codes::CloseError,
{
    fn close_code(&self) -> codes::WireCode {
        const fn __inner() {}
        let _ = __inner;
        match self {
            Self::Literal { .. } => codes::WireCode::of::<1011u16>(),
            Self::Variant { .. } => {
                const { codes::__private::proved(ChatClose::SessionExpired.code()) }
            }
            Self::Constant { .. } => {
                const { codes::__private::proved(CloseCode::GOING_AWAY.code()) }
            }
            Self::Inner { 0: __inner } => {
                <Inner<T> as codes::CloseError>::close_code(__inner)
            }
        }
    }
    fn close_reason(&self) -> codes::ReasonBuf {
        const fn __inner() {}
        let _ = __inner;
        match self {
            Self::Literal { .. } => codes::ReasonBuf::from_display(self),
            Self::Variant { .. } => codes::ReasonBuf::from_display(self),
            Self::Constant { .. } => codes::ReasonBuf::from_display("going away"),
            Self::Inner { 0: __inner } => {
                <Inner<T> as codes::CloseError>::close_reason(__inner)
            }
        }
    }
}
