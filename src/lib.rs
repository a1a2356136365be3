//! WebSocket close codes, generated from one table.
//!
//! [`CloseCode`] wraps any `u16`. [`CloseKind`] is the code by name. [`CloseClass`] is the range that the
//! code belongs to. Every code has a kind and a class, and a `CloseCode` always keeps its number. The crate
//! is `no_std`, has no runtime dependencies and never allocates.
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
//! // A browser rejects `close(1011)`.
//! assert!(!CloseCode::INTERNAL_ERROR.is_settable_by_script());
//! ```
//!
//! # What to use
//!
//! | you want to | use |
//! |---|---|
//! | store, compare or print a code | [`CloseCode`] |
//! | match on what a code means | [`CloseCode::kind`], [`CloseKind`] |
//! | match on its range, without a wildcard | [`CloseCode::class`], [`CloseClass`] |
//! | check whether you may send it | [`CloseCode::is_valid_on_wire`]; [`CloseCode::is_sendable_by`] for a client or a server |
//! | check whether a page may pass it to `WebSocket.close()` | [`CloseCode::is_settable_by_script`] |
//! | decide whether and when to reconnect | [`CloseCode::reconnect`], [`Reconnect::delay`] |
//! | label metrics | [`CloseCode::name`] |
//! | print a code for people | `Display`, [`CloseCode::label`] |
//! | send a code that the compiler has checked | [`WireCode::of`] |
//! | forward a code from another connection | [`CloseCode::forwardable_or`], [`ObservedFrame::of`] |
//! | fit a reason into 123 bytes | [`Reason::truncated`], [`ReasonBuf::from_display`] |
//! | read or write the body of a Close frame | [`CloseFrame::parse`], [`CloseFrame::to_payload`] |
//! | write a whole Close frame with its header | [`ControlFrame`] |
//! | find out whether an endpoint reports 1005 or 1006 | [`connection_close_code`] |
//! | read a code from text | [`CloseCode::from_str`](CloseCode#impl-FromStr-for-CloseCode) |
//! | define your own codes as an enum | `#[derive(CloseCodeRange)]`, feature `derive` |
//! | give errors a close code | the trait [`CloseError`](trait@CloseError) and its derive |
//! | define them in a table, for other languages too | [`include_codes!`] |
//! | write code that works with any of these enums | the trait [`CloseCodeRange`](trait@CloseCodeRange) |
//!
//! [`CloseFrame`] has a guide to reasons over 123 bytes, empty frames and forwarding.
//!
//! # Features
//!
//! `derive` adds `#[derive(CloseCodeRange)]` and `#[derive(CloseError)]`. `serde` serializes a `CloseCode`
//! as its number. Neither is on by default.
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

#[cfg(all(doc, not(doctest), feature = "derive"))]
#[doc = include_str!("../docs/existing-enums.md")]
pub mod existing_enums {}

/// The examples of the README, which are tested like all others.
#[cfg(all(doctest, feature = "derive"))]
#[doc = include_str!("../README.md")]
mod readme {}

/// Includes the types that `close_code_codegen::compile` generated from your table.
///
/// The argument is the name of the table's file without `.toml`.
///
/// # Examples
///
/// Put `fleet.toml` next to `Cargo.toml` and call `close_code_codegen::compile("fleet.toml")` in
/// `build.rs`. Then:
///
/// ```ignore
/// use close_code::{CloseFrame, Reason};
///
/// close_code::include_codes!("fleet");
///
/// let code = FleetClose::SessionExpired.code();
/// let frame = CloseFrame::new(code, Reason::new("token from 09:00")?)?;
/// ```
///
/// `docs/tables.md` in the repository describes tables, and `examples/own-table` is a complete project.
#[macro_export]
macro_rules! include_codes {
    ($stem:literal) => {
        ::core::include!(::core::concat!(::core::env!("OUT_DIR"), "/", $stem, ".rs"));
    };
}
