//! The one model that every front end lowers to and every back end reads.
//!
//! A front end makes a [`Draft`]: what was written, with the place of everything. [`check`](crate::check)
//! turns it into a [`Table`]: complete, inherited, in order.

mod details;
mod draft;
mod span;
mod table;
mod words;

pub use self::details::Details;
pub use self::draft::{Draft, DraftCodes, DraftHead, DraftRow, OUTPUTS, Origin, Payload};
pub use self::span::{At, Codes, FREE, Number, Span};
pub use self::table::{Flags, Head, Row, Table};
pub use self::words::{Reconnect, Sender};
