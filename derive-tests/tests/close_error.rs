//! What `#[derive(CloseError)]` means.

#![expect(dead_code, reason = "what an error carries is read by its Debug")]

use std::fmt;

use close_code::{CloseCode, CloseCodeRange, CloseError, Reason, WireCode};

/// Why the chat ends a connection.
#[derive(Clone, Copy, Debug, Eq, PartialEq, CloseCodeRange)]
enum ChatClose {
    /// Session expired
    #[close_code(4001)]
    SessionExpired,
    /// Too many messages
    TooManyMessages = 4029,
}

const TOO_BIG: WireCode = WireCode::of::<1009>();

/// Every kind of variant, with payloads that are not `Copy`, and generics.
#[derive(Debug, CloseError)]
enum Error<'a, E, const N: usize>
where
    E: fmt::Debug,
{
    #[close(ChatClose::SessionExpired)]
    Expired,
    #[close(ChatClose::SessionExpired, reason = "sign in again")]
    ExpiredFor { user: String, seconds: [u64; N] },
    #[close(ChatClose::TooManyMessages)]
    TooFast(&'a str),
    #[close(1011, reason = "")]
    Database(Box<dyn std::error::Error>),
    #[close(CloseCode::TRY_AGAIN_LATER)]
    Busy,
    #[close(TOO_BIG)]
    TooBig(usize, usize),
    #[close({ ChatClose::from_code(CloseCode::new(4029)).unwrap() })]
    r#Computed,
    #[close(transparent)]
    Inner(E),
    #[close(transparent, reason = "see the log")]
    Named { inner: Inner },
}

impl<E: fmt::Debug, const N: usize> fmt::Display for Error<'_, E, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooFast(text) => f.write_str(text),
            other => write!(f, "{other:?}"),
        }
    }
}

#[derive(Debug, CloseError)]
enum Inner {
    #[close(1008)]
    Forbidden,
}

impl fmt::Display for Inner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not allowed")
    }
}

fn closes(error: impl CloseError) -> (u16, String) {
    (error.close_code().get(), error.close_reason().to_string())
}

type Any<'a> = Error<'a, Inner, 1>;

#[test]
fn each_error_has_its_code_and_its_reason() {
    let pair = |code, reason: &str| (code, reason.to_owned());
    assert_eq!(closes(Any::Expired), pair(4001, "Expired"));
    let error = Any::ExpiredFor { user: "ann".to_owned(), seconds: [5] };
    assert!(error.to_string().contains("ann"));
    assert_eq!(closes(error), pair(4001, "sign in again"));
    assert_eq!(closes(Any::TooFast("30 a second")), pair(4029, "30 a second"));
    assert_eq!(closes(Any::Database("the password".into())), pair(1011, ""));
    assert_eq!(closes(Any::Busy), pair(1013, "Busy"));
    assert_eq!(closes(Any::TooBig(2, 1)), pair(1009, "TooBig(2, 1)"));
    assert_eq!(closes(Any::Computed), pair(4029, "Computed"));
    assert_eq!(closes(Any::Inner(Inner::Forbidden)), pair(1008, "not allowed"));
    assert_eq!(closes(Any::Named { inner: Inner::Forbidden }), pair(1008, "see the log"));
}

#[test]
fn a_long_text_is_cut_to_what_a_close_frame_holds() {
    let long = "a".to_owned() + &"é".repeat(100);
    let reason = Any::TooFast(&long).close_reason();
    assert_eq!(reason.len(), Reason::MAX_LEN - 1, "a character is not cut");
    assert_eq!(reason, &*format!("a{}…", "é".repeat(59)));
}

#[test]
fn an_error_is_asked_through_a_reference_and_without_its_type() {
    let error: &dyn CloseError = &Inner::Forbidden;
    assert_eq!(closes(error), (1008, "not allowed".to_owned()));
}

/// Where generics do not speak for themselves, nothing is asked of them.
#[derive(CloseError)]
enum Opaque<T> {
    #[close(1011, reason = "internal error")]
    Broken(T),
}

/// Nobody can have one.
#[derive(CloseError)]
enum Never {}

#[test]
fn display_is_asked_for_only_where_it_is_the_reason() {
    struct NoDisplay;
    assert_eq!(closes(Opaque::Broken(NoDisplay)), (1011, "internal error".to_owned()));
    assert!(None::<Never>.is_none_or(|never| never.close_code() == 1000));
}

mod elsewhere {
    //! Where the names that are used mean something else.

    use super::ChatClose::SessionExpired;

    #[allow(dead_code)]
    type CloseCode = ();
    #[allow(dead_code)]
    type WireCode = ();

    pub(crate) mod renamed {
        pub(crate) use close_code::*;
    }

    macro_rules! errors {
        ($name:ident $code:expr) => {
            #[derive(renamed::CloseError)]
            #[close(crate = renamed)]
            pub(crate) enum $name {
                #[close(SessionExpired, reason = "one")]
                One,
                #[close($code, reason = "two")]
                Two,
            }
        };
    }

    errors!(Errors super::ChatClose::TooManyMessages);
}

#[test]
fn codes_are_found_where_they_are_written() {
    assert_eq!(closes(elsewhere::Errors::One), (4001, "one".to_owned()));
    assert_eq!(closes(elsewhere::Errors::Two), (4029, "two".to_owned()));
}
