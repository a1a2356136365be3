//! A WebSocket server that ends connections on request: with any code, with a body that breaks the
//! rules, or without a Close frame at all. `close-code lab` runs it, so that a person sees what a browser
//! reports.
//!
//! It is for a browser on the same machine and for nobody else. It listens on the loopback address only,
//! answers only requests that name that address, and only pages that came from it. Connections, messages
//! and waiting are bounded.
//!
//! ```no_run
//! use close_code_lab::{Lab, Options, Pages};
//!
//! let pages = Pages { lab: String::from("<!DOCTYPE html>..."), reference: None };
//! let lab = Lab::bind(pages, Options { port: 8006, ..Options::default() })?;
//! println!("http://{}/", lab.address());
//! lab.run();
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! # What it answers
//!
//! - `GET /`: the page of the laboratory.
//! - `GET /reference`: the reference page, where there is one.
//! - `GET /socket?id=ID&do=PLAN`: a WebSocket handshake, and then what the [`Plan`] says. `ID` is up to 32
//!   letters and digits, which the page makes up.
//! - `GET /report?id=ID`: what this end sent and received on that connection, as JSON; `null` where the
//!   connection is not over yet.
#![forbid(unsafe_code)]

mod connection;
mod frame;
mod guard;
mod handshake;
mod lab;
mod plan;
mod report;
mod request;
mod response;
mod service;
mod socket;

pub use crate::lab::{Lab, Options, Stopper};
pub use crate::plan::Plan;
pub use crate::service::Pages;
