//! Close codes over real connections, with the WebSocket libraries that people have.
//!
//! [`conversation`] has the code that the examples show run in both directions; [`facts`] and
//! [`domain`] compare what the libraries do to close codes with `compat.toml`; [`examples`] runs the
//! examples, of which the README shows parts ([`readme`]); [`conversions`] has the code that
//! `docs/interop.md` shows. All connections are on the loopback interface, and every wait ends.

mod bounded;
mod compat;
mod conversation;
mod conversions;
mod domain;
pub mod examples;
mod facts;
mod library;
mod lock;
mod peer;
mod readme;
mod reconnect;
mod wording;
