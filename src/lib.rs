//! WebSocket close codes, generated from one table.
//!
//! [`CloseCode`] is the number, any of the 65,536; [`CloseKind`] is its name and [`CloseClass`] the
//! range that it belongs to. Both are total: every code has a kind and a class, and nothing is lost
//! on the way. `no_std`, no dependencies, no allocation.
//!
//! ```
//! use close_code::{CloseClass, CloseCode, CloseKind, Reconnect};
//!
//! let code = CloseCode::new(1012);
//! assert_eq!(code.to_string(), "1012 Service Restart");
//! assert_eq!(code.kind(), CloseKind::ServiceRestart);
//! assert_eq!(code.class(), CloseClass::Protocol);
//! assert!(matches!(code.reconnect(), Reconnect::After { .. }));
//!
//! // 1006 means that no Close frame arrived, so it must never be sent in one.
//! assert!(!CloseCode::ABNORMAL_CLOSURE.is_valid_on_wire());
//! assert!(CloseCode::ABNORMAL_CLOSURE.is_local_only());
//!
//! // A browser refuses `close(1011)`.
//! assert!(!CloseCode::INTERNAL_ERROR.is_settable_by_script());
//! ```
//!
//! # The codes
//!
#![doc = include_str!(concat!(env!("OUT_DIR"), "/front_page.md"))]
#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod buffer;
mod close_error;
mod code;
mod const_check;
mod control;
mod entry;
mod forward;
mod frame;
mod observed;
mod parse;
mod payload;
mod payload_error;
mod range;
mod reason;
mod reason_buf;
mod received;
mod reconnect;
mod sender;
#[cfg(feature = "serde")]
mod serde;
#[macro_use]
mod table;
mod wire_code;

pub use crate::close_error::CloseError;
pub use crate::code::CloseCode;
pub use crate::control::ControlFrame;
pub use crate::entry::Entry;
pub use crate::frame::CloseFrame;
pub use crate::observed::ObservedFrame;
pub use crate::parse::ParseCloseCodeError;
pub use crate::payload::Payload;
pub use crate::payload_error::{PayloadError, PayloadErrorKind};
pub use crate::range::{CloseCodeRange, UnknownCode};
pub use crate::reason::{Reason, ReasonTooLong};
pub use crate::reason_buf::ReasonBuf;
pub use crate::received::{ReceivedClose, connection_close_code};
pub use crate::reconnect::Reconnect;
pub use crate::sender::{Role, Sender};
pub use crate::wire_code::{UnsendableCode, WireCode};
#[cfg(feature = "derive")]
#[doc = include_str!("derive.md")]
pub use close_code_macros::CloseCodeRange;
#[cfg(feature = "derive")]
#[doc = include_str!("close_error.md")]
pub use close_code_macros::CloseError;

include!(concat!(env!("OUT_DIR"), "/codes.rs"));

/// The examples of the README, which are tested like all others.
#[cfg(all(doctest, feature = "derive"))]
#[doc = include_str!("../README.md")]
mod readme {}

/// Includes the types that `close_code_codegen::compile` made from a table of your own.
///
/// The argument is the name of the table's file without `.toml`.
#[macro_export]
macro_rules! include_codes {
    ($stem:literal) => {
        ::core::include!(::core::concat!(::core::env!("OUT_DIR"), "/", $stem, ".rs"));
    };
}
