//! The functions of close-code, each in a loop over many inputs, so that their instructions can be counted
//! and their allocations looked for.

pub mod callgrind;
pub mod input;
pub mod measured;
pub mod program;
mod rows;

/// An enum of an application's, of which programs show some texts and not others.
#[derive(Clone, Copy, Debug, close_code::CloseCodeRange)]
pub enum OwnClose {
    /// The session has ended
    ///
    /// Sign in again at the desk of the application.
    #[close_code(4001, reconnect = "after-change")]
    SessionEnded,
    /// The room is full
    RoomFull = 4002,
}
