//! Close codes over real connections, with the WebSocket libraries that people have.
//!
//! The package has no code of its own and is not published. Its examples are for copying: one for each
//! library, a client that reconnects, and a closing in the log. Its tests run these examples, in both
//! directions, and find out what each library does to a close code that it should leave alone; what
//! they find stands in `compat.toml`, with the version, and a version that behaves otherwise fails them.
