//! Close codes of real WebSocket protocols as Rust enums.
//!
//! Each protocol has a feature, and a module of the same name with `_` for `-`. No feature is enabled by
//! default:
//!
//! ```toml
//! [dependencies]
//! close-code-tables = { version = "0.1", features = ["discord-gateway"] }
//! ```
//!
#![cfg_attr(feature = "discord-gateway", doc = "```")]
#![cfg_attr(not(feature = "discord-gateway"), doc = "```ignore")]
//! use close_code_tables::discord_gateway::DiscordGatewayClose;
//!
//! let close = DiscordGatewayClose::try_from(4014)?;
//! assert_eq!(close.name(), "DisallowedIntents");
//! assert_eq!(close.reconnect().should_retry(), Some(false));
//! # Ok::<(), close_code::UnknownCode>(())
//! ```
//!
//! The enums are generated from the tables that `close-code explain` reads, and have
//! the methods of an enum from your own table: see [`close_code::CloseCodeRange`]. Each table lists its source
//! and the source's date. A new code of a protocol is a minor version.
#![no_std]
#![forbid(unsafe_code)]

include!(concat!(env!("OUT_DIR"), "/tables-of-features.rs"));
