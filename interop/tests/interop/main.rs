//! Close codes over real connections, with the WebSocket libraries that people have.
//!
//! [`conversation`] has the code that the examples show run in both directions; [`facts`] and
//! [`domain`] compare what the libraries do to close codes with `compat.toml`; [`examples`] runs the
//! examples; [`conversions`] has the code of the page about the libraries. All connections are on the loopback interface, and nothing waits for ever.

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
mod reconnect;
mod wording;
