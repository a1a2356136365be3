//! Errors that close connections.

use core::fmt;

use close_code::{CloseCode, CloseCodeRange, CloseError, Reason};

#[derive(Clone, Copy, CloseCodeRange)]
#[close_code(range = 1000..=4999)]
enum ChatClose {
    #[close_code(4001)]
    SessionExpired,
    #[close_code(4029)]
    RateLimited,
    #[close_code(1006, local)]
    Lost,
    #[close_code(rest)]
    Other(u16),
}

const TEAPOT: CloseCode = CloseCode::new(4418);

/// Payloads, several variants for one code, another error inside.
#[derive(Debug, CloseError, thiserror::Error)]
enum ChatError<T: fmt::Debug + fmt::Display = String> {
    #[error("the session ended {seconds} s ago")]
    #[close(ChatClose::SessionExpired)]
    Expired { seconds: u64 },
    #[error("signed out")]
    #[close(self::ChatClose::SessionExpired)]
    SignedOut,
    #[error("slow down, {0}")]
    #[close(ChatClose::RateLimited)]
    Fast(T),
    #[error("the database says {0} and {1}")]
    #[close(1011, reason = "internal error")]
    Database(u8, u8),
    #[error("a teapot")]
    #[close(TEAPOT)]
    Teapot,
    #[error("a block")]
    #[close({ CloseCode::new(4000 + 5) })]
    Block,
    #[error(transparent)]
    #[close(transparent)]
    Inner(#[from] Inner),
    #[error("{inner}")]
    #[close(transparent, reason = "inside")]
    Named { inner: Inner },
}

#[derive(Debug, CloseError)]
enum Inner {
    #[close(CloseCode::GOING_AWAY)]
    Restart,
}

impl fmt::Display for Inner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "restart {}", "é".repeat(100))
    }
}

impl std::error::Error for Inner {}

#[test]
fn an_error_has_the_code_and_the_reason_of_its_variant() {
    let of = |error: ChatError| (error.close_code().get(), error.close_reason().to_string());
    let text = |code: u16, reason: &str| (code, reason.to_owned());
    assert_eq!(of(ChatError::Expired { seconds: 5 }), text(4001, "the session ended 5 s ago"));
    assert_eq!(of(ChatError::SignedOut), text(4001, "signed out"));
    assert_eq!(of(ChatError::Fast("you".to_owned())), text(4029, "slow down, you"));
    assert_eq!(of(ChatError::Database(1, 2)), text(1011, "internal error"));
    assert_eq!(of(ChatError::Teapot).0, 4418);
    assert_eq!(of(ChatError::Block).0, 4005);
    assert_eq!(of(ChatError::Named { inner: Inner::Restart }), text(1001, "inside"));
    let (code, reason) = of(ChatError::from(Inner::Restart));
    assert_eq!(code, 1001);
    assert!(reason.starts_with("restart é") && reason.len() <= Reason::MAX_LEN, "{reason}");
}

#[test]
fn a_question_mark_ends_a_connection() {
    fn inner() -> Result<(), Inner> {
        Err(Inner::Restart)
    }
    fn outer() -> Result<(), ChatError> {
        inner()?;
        Ok(())
    }
    let error: &dyn CloseError = &outer().expect_err("a restart");
    assert_eq!((&error).close_code(), CloseCode::GOING_AWAY);
}

/// What has a text of its own is asked for none.
#[derive(CloseError)]
enum Opaque<'a, T, const N: usize>
where
    T: ?Sized,
{
    #[close(1011, reason = "internal error")]
    Broken([&'a T; N]),
}

#[test]
fn display_is_asked_for_only_where_it_is_the_reason() {
    struct NoDisplay;
    let Opaque::Broken([_]) = Opaque::Broken([&NoDisplay]);
    let error = Opaque::Broken([&NoDisplay]);
    assert_eq!((error.close_code().get(), &*error.close_reason()), (1011, "internal error"));
}

mod elsewhere {
    //! Where the names of the crate mean something else, and a variant goes by its own name.

    use super::ChatClose::SessionExpired;

    #[expect(dead_code, reason = "what is derived must not mean this")]
    type CloseCode = ();

    pub(super) mod renamed {
        pub(crate) use close_code::*;
    }

    macro_rules! errors {
        ($name:ident $code:expr) => {
            #[derive(renamed::CloseError)]
            #[close(crate = renamed)]
            pub(super) enum $name {
                #[close(SessionExpired, reason = "one")]
                One,
                #[close($code, reason = "two")]
                Two,
            }
        };
    }

    errors!(Errors super::ChatClose::RateLimited);
}

#[derive(Clone, Copy, CloseCodeRange)]
enum Presence {
    #[close_code(4010)]
    X,
}

use Presence::X;

impl Presence {
    #[expect(non_upper_case_globals, reason = "the name is the test")]
    const away: CloseCode = CloseCode::new(4011);
}

/// Whether a path is a variant or a constant is not a matter of its letters.
#[derive(CloseError)]
enum Letters<T> {
    #[close(Presence::X, reason = "")]
    Variant,
    #[close(X, reason = "")]
    Imported,
    #[close(Presence::away, reason = "")]
    Constant,
    #[close(Self::GONE, reason = "")]
    OfItself(T),
}

impl<T> Letters<T> {
    const GONE: CloseCode = CloseCode::new(4012);
}

#[derive(CloseError)]
enum Plain {
    #[close(Self::GONE, reason = "")]
    Path,
    #[close({ Self::next(Self::GONE) }, reason = "")]
    Block,
}

impl Plain {
    const GONE: CloseCode = CloseCode::new(4020);

    const fn next(code: CloseCode) -> CloseCode {
        CloseCode::new(code.get() + 1)
    }
}

#[test]
fn a_path_is_a_variant_or_a_constant_of_any_name_also_of_the_enum_itself() {
    let codes = [Letters::Variant, Letters::Imported, Letters::Constant, Letters::OfItself(())]
        .map(|error| error.close_code().get());
    assert_eq!(codes, [4010, 4010, 4011, 4012]);
    assert_eq!([Plain::Path, Plain::Block].map(|error| error.close_code().get()), [4020, 4021]);
}

#[test]
fn codes_are_found_where_they_are_written() {
    use elsewhere::Errors;

    let codes = [Errors::One, Errors::Two].map(|error| error.close_code().get());
    assert_eq!(codes, [4001, 4029]);
    assert_eq!(Errors::Two.close_reason(), "two");
}

#[test]
fn a_reason_may_be_as_long_as_a_frame_allows() {
    #[derive(CloseError)]
    enum Longest {
        #[close(
            1011,
            reason = "012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012"
        )]
        Text,
    }
    assert_eq!(Longest::Text.close_reason().len(), 123);
}
