//! The close codes of the Discord Gateway, as discriminants.
//!
//! Discord says of each code whether to reconnect; its yes is given here as a reconnect with backoff.
//! The codes are those of `tables/discord-gateway.toml`, which names its source.

use close_code::{CloseCodeRange, Reconnect};

/// Why the Discord Gateway ended a bot's connection.
#[derive(Clone, Copy, Debug, Eq, PartialEq, CloseCodeRange)]
#[repr(u16)]
pub enum DiscordClose {
    /// Unknown error
    ///
    /// Discord does not know what went wrong.
    #[close_code(reconnect = "backoff", sender = "server")]
    UnknownError = 4000,
    /// Unknown opcode
    ///
    /// The client sent an opcode that does not exist, or a payload that does not belong to it.
    #[close_code(reconnect = "backoff", sender = "server")]
    UnknownOpcode,
    /// Decode error
    ///
    /// The client sent a payload that the gateway could not read, or one of more than 4096 bytes.
    #[close_code(reconnect = "backoff", sender = "server")]
    DecodeError,
    /// Not authenticated
    ///
    /// The client sent a payload before it identified, or its session has been invalidated.
    #[close_code(reconnect = "backoff", sender = "server")]
    NotAuthenticated,
    /// Authentication failed
    ///
    /// The token that the client identified with is not right. Check the bot's token.
    #[close_code(reconnect = "never", sender = "server")]
    AuthenticationFailed,
    /// Already authenticated
    ///
    /// The client identified a second time on one connection.
    #[close_code(reconnect = "backoff", sender = "server")]
    AlreadyAuthenticated,
    // Discord's list has no 4006 for the gateway.
    /// Invalid seq
    ///
    /// The client resumed with a sequence number that the gateway does not accept. Start a new session.
    #[close_code(reconnect = "backoff", sender = "server")]
    InvalidSeq = 4007,
    /// Rate limited
    ///
    /// The client sent payloads too fast. Slow down.
    #[close_code(reconnect = "backoff", sender = "server")]
    RateLimited,
    /// Session timed out
    ///
    /// Reconnect and start a new session.
    #[close_code(reconnect = "backoff", sender = "server")]
    SessionTimedOut,
    /// Invalid shard
    ///
    /// The client identified with a shard that is not valid. Check the shard's number and the count.
    #[close_code(reconnect = "never", sender = "server")]
    InvalidShard,
    /// Sharding required
    ///
    /// The bot is in too many guilds for one connection. Split them over shards.
    #[close_code(reconnect = "never", sender = "server")]
    ShardingRequired,
    /// Invalid API version
    ///
    /// The client asked for a version of the gateway that is not valid.
    #[close_code(reconnect = "never", sender = "server")]
    InvalidApiVersion,
    /// Invalid intent(s)
    ///
    /// The client asked for an intent that is not valid. Check how the intents are put together.
    #[close_code(reconnect = "never", sender = "server")]
    InvalidIntents,
    /// Disallowed intent(s)
    ///
    /// The client asked for an intent that is not enabled for the bot, or not approved for it.
    #[close_code(reconnect = "never", sender = "server")]
    DisallowedIntents,
}

fn main() {
    for number in [4004, 4006, 4009] {
        match DiscordClose::try_from(number) {
            Ok(close) if close.reconnect() == Reconnect::Never => println!("{close:#}: give up"),
            // Discord keeps the session, but not after these two.
            Ok(close @ (DiscordClose::InvalidSeq | DiscordClose::SessionTimedOut)) => {
                println!("{close:#}: reconnect, then identify again");
            }
            Ok(close) => println!("{close:#}: reconnect, then resume"),
            Err(error) => println!("{error}"),
        }
    }
}
