//! The code of the examples, in both directions: a closing with an application's code and a reason, one
//! without a code, and a connection that breaks off.
//!
//! The module of each library says how one of its ends leaves, and what the other end learns through
//! the example's `closing`; [`conversations`] has the tests, which are the same for all.

use close_code::CloseCode;

mod actix;
mod axum;
mod fastwebsockets;
mod tokio_tungstenite;
mod tokio_websockets;

/// How an end leaves a connection.
#[derive(Clone)]
enum Leave {
    /// With the code for too many messages, and this reason.
    Saying(String),
    /// With a Close frame that has no body.
    Silently,
    /// Without a Close frame.
    Abruptly,
}

/// What one end of a connection does.
#[derive(Clone)]
enum Part {
    Leaves(Leave),
    Stays,
}

/// What an end learns: the connection's close code, and the reason.
type Learned = (CloseCode, String);

/// What an end learns that does not stay to listen.
const NOTHING: Learned = (CloseCode::ABNORMAL_CLOSURE, String::new());

/// The tests of a library's `server_leaves` and `client_leaves`, which give what the other end learns.
/// They use the example's `ChatClose`.
macro_rules! conversations {
    () => {
        mod tests {
            use close_code::{CloseCode, Reconnect};

            use super::{ChatClose, client_leaves, server_leaves};
            use crate::bounded;
            use crate::conversation::{Learned, Leave};

            /// The value of the chat's own, its text and its advice are all known.
            #[track_caller]
            fn knows((code, reason): &Learned, expected: &str) {
                let why = ChatClose::from_code(*code);
                assert_eq!(why, Some(ChatClose::TooManyMessages), "{code}");
                assert_eq!(why.map(ChatClose::meaning), Some("Too many messages"));
                assert_eq!(why.map(ChatClose::reconnect), Some(Reconnect::Backoff));
                assert_eq!(reason, expected);
            }

            #[test]
            fn a_server_says_why() {
                let leave = Leave::Saying("30 in a second".to_owned());
                knows(&bounded::run(server_leaves(leave)), "30 in a second");
            }

            #[test]
            fn a_client_says_why() {
                let leave = Leave::Saying("30 in a second".to_owned());
                knows(&bounded::run(client_leaves(leave)), "30 in a second");
            }

            #[test]
            fn a_long_reason_is_cut_before_the_character_that_does_not_fit() {
                let leave = Leave::Saying("é".repeat(62));
                knows(&bounded::run(server_leaves(leave.clone())), &"é".repeat(61));
                knows(&bounded::run(client_leaves(leave)), &"é".repeat(61));
            }

            #[test]
            fn an_empty_close_is_no_status_received() {
                let nothing = (CloseCode::NO_STATUS_RECEIVED, String::new());
                assert_eq!(bounded::run(server_leaves(Leave::Silently)), nothing);
                assert_eq!(bounded::run(client_leaves(Leave::Silently)), nothing);
            }

            #[test]
            fn a_connection_that_breaks_off_is_an_abnormal_closure() {
                let nothing = (CloseCode::ABNORMAL_CLOSURE, String::new());
                assert_eq!(bounded::run(server_leaves(Leave::Abruptly)), nothing);
                assert_eq!(bounded::run(client_leaves(Leave::Abruptly)), nothing);
            }
        }
    };
}
use conversations;
