//! The examples' enums, over all 65,536 codes against tables written by hand from the protocols' own
//! documents.

use core::fmt::{Debug, Display};

use close_code::Reconnect::{AfterChange, Backoff, Immediately, Never, Unspecified};
use close_code::{CloseCode, CloseCodeRange, Reconnect, Sender};

#[expect(dead_code, reason = "an example has a `main`")]
#[path = "../../../examples/discord_gateway.rs"]
mod discord_gateway;
#[expect(dead_code, reason = "an example has a `main`")]
#[path = "../../../examples/graphql_ws.rs"]
mod graphql_ws;
#[expect(dead_code, reason = "an example has a `main`")]
#[path = "../../../examples/pusher.rs"]
mod pusher;
#[expect(dead_code, reason = "an example has a `main`")]
#[path = "../../../examples/twitch_eventsub.rs"]
mod twitch_eventsub;

use discord_gateway::DiscordClose;
use graphql_ws::GraphqlWsClose;
use pusher::PusherClose;
use twitch_eventsub::TwitchClose;

/// First code, last code, meaning, what is said about reconnecting, and who sends it. The narrower row
/// comes before the wider.
type Row = (u16, u16, &'static str, Reconnect, Sender);

/// Compares an enum with a table, code by code.
fn compare<C>(expected: &[Row])
where
    C: CloseCodeRange + Debug + Display + Into<u16> + PartialEq + TryFrom<u16>,
{
    for number in 0..=u16::MAX {
        let row = expected.iter().find(|(first, last, ..)| (*first..=*last).contains(&number));
        let found = C::from_code(CloseCode::new(number));
        assert_eq!(C::try_from(number).ok(), found, "{number}");
        let (Some(found), Some(&(_, _, meaning, reconnect, sender))) = (found, row) else {
            assert!(found.is_none() && row.is_none(), "{number}: {found:?}, {row:?}");
            continue;
        };
        let entry = found.entry();
        assert_eq!(entry.meaning(), meaning, "{number}");
        assert_eq!(entry.reconnect(), reconnect, "{number}");
        assert_eq!(entry.sender(), sender, "{number}");
        assert!(entry.contains(CloseCode::new(number)), "{number}");
        assert!(entry.is_valid_on_wire() && entry.is_settable_by_script(), "{number}");
        assert_eq!(found.into(), number);
        assert_eq!(found.to_string(), meaning);
        assert_eq!(format!("{found:#}"), format!("{number} {meaning}"));
    }
    assert_eq!(C::TABLE.len(), expected.len());
    assert_eq!(C::RANGE, 4000..=4999);
}

#[test]
fn discord_gateway() {
    let sender = Sender::Server;
    compare::<DiscordClose>(&[
        (4000, 4000, "Unknown error", Backoff, sender),
        (4001, 4001, "Unknown opcode", Backoff, sender),
        (4002, 4002, "Decode error", Backoff, sender),
        (4003, 4003, "Not authenticated", Backoff, sender),
        (4004, 4004, "Authentication failed", Never, sender),
        (4005, 4005, "Already authenticated", Backoff, sender),
        (4007, 4007, "Invalid seq", Backoff, sender),
        (4008, 4008, "Rate limited", Backoff, sender),
        (4009, 4009, "Session timed out", Backoff, sender),
        (4010, 4010, "Invalid shard", Never, sender),
        (4011, 4011, "Sharding required", Never, sender),
        (4012, 4012, "Invalid API version", Never, sender),
        (4013, 4013, "Invalid intent(s)", Never, sender),
        (4014, 4014, "Disallowed intent(s)", Never, sender),
    ]);
}

#[test]
fn graphql_ws() {
    let (client, server, either) = (Sender::Client, Sender::Server, Sender::Either);
    compare::<GraphqlWsClose>(&[
        (4004, 4004, "Bad response", Never, client),
        (4005, 4005, "Internal client error", Never, client),
        (4400, 4400, "Bad request", Never, either),
        (4401, 4401, "Unauthorized", Never, server),
        (4403, 4403, "Forbidden", Backoff, server),
        (4406, 4406, "Subprotocol not acceptable", Never, server),
        (4408, 4408, "Connection initialisation timeout", Backoff, server),
        (4409, 4409, "Subscriber already exists", Never, server),
        (4429, 4429, "Too many initialisation requests", Never, server),
        (4499, 4499, "Terminated", Backoff, client),
        (4500, 4500, "Internal server error", Never, server),
        (4504, 4504, "Connection acknowledgement timeout", Backoff, client),
    ]);
}

#[test]
fn pusher() {
    let server = Sender::Server;
    compare::<PusherClose>(&[
        (4000, 4000, "SSL only", AfterChange, server),
        (4001, 4001, "App does not exist", Never, server),
        (4003, 4003, "App disabled", Never, server),
        (4004, 4004, "Over connection quota", Never, server),
        (4005, 4005, "Path not found", Never, server),
        (4006, 4006, "Invalid version string", Never, server),
        (4007, 4007, "Unsupported protocol version", Never, server),
        (4008, 4008, "No protocol version", Never, server),
        (4009, 4009, "Connection is unauthorized", Never, server),
        (4100, 4100, "Over capacity", Backoff, server),
        (4200, 4200, "Generic reconnect immediately", Immediately, server),
        (4201, 4201, "Pong reply not received", Immediately, server),
        (4202, 4202, "Closed after inactivity", Immediately, server),
        (4301, 4301, "Client event rejected: rate limit", Unspecified, server),
        (4302, 4302, "Watchlist limit exceeded", Unspecified, server),
        (4000, 4099, "Do not reconnect", Never, server),
        (4100, 4199, "Reconnect after a delay", Backoff, server),
        (4200, 4299, "Reconnect immediately", Immediately, server),
        (4300, 4399, "Other error", Unspecified, server),
    ]);
    assert_eq!(PusherClose::try_from(4042).map(pusher::advice), Ok("give up"));
}

#[test]
fn twitch_eventsub() {
    let server = Sender::Server;
    compare::<TwitchClose>(&[
        (4000, 4000, "Internal server error", Unspecified, server),
        (4001, 4001, "Client sent inbound traffic", Unspecified, server),
        (4002, 4002, "Client failed ping-pong", Unspecified, server),
        (4003, 4003, "Connection unused", Unspecified, server),
        (4004, 4004, "Reconnect grace time expired", Unspecified, server),
        (4005, 4005, "Network timeout", Unspecified, server),
        (4006, 4006, "Network error", Unspecified, server),
        (4007, 4007, "Invalid reconnect", Unspecified, server),
        (4000, 4999, "Not known here", Unspecified, Sender::Either),
    ]);
}
