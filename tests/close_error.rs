//! An error that closes connections, behind references.

use close_code::{CloseCode, CloseError, ReasonBuf, WireCode};

struct Full;

impl CloseError for Full {
    fn close_code(&self) -> WireCode {
        WireCode::new(CloseCode::TRY_AGAIN_LATER).expect("it may be sent")
    }

    fn close_reason(&self) -> ReasonBuf {
        ReasonBuf::from_display("full")
    }
}

#[test]
fn a_reference_closes_as_the_error_does() {
    fn of(error: impl CloseError) -> (u16, String) {
        (error.close_code().get(), error.close_reason().to_string())
    }
    let expected = (1013, "full".to_owned());
    let object: &dyn CloseError = &Full;
    assert_eq!([of(Full), of(&Full), of(object)], [(); 3].map(|()| expected.clone()));
}
