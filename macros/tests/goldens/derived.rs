::close_code::__table! {
    v1 "close-code-macros 0.1.0" impl { pub (crate) } ChatClose in 3000..= 4999 by memo;
    class none; make { from_code entry meaning reconnect code into_code into_number
    try_into_wire Display try_from_code(::close_code::UnknownCode)
    try_from_number(::close_code::UnknownCode) } rows { 0 Other(same) = range(3000, 4999,
    "Other", "OTHER", "A code that this version does not know").label("Unknown"); 1
    Unauthorized = code(3000, "Unauthorized", "UNAUTHORIZED", "Unauthorized")
    .description("By its registered name, the end that sent this code wants you to sign in or does not accept your credentials; the registry cites no document. Other software uses the number differently: SockJS (\"Go away!\", broken framing, no heartbeat), Centrifugo (connection closed), WebSocket++ (subprotocol error), Twilio Video (no welcome in time). If it is none of these, check the token or the login, then the documentation of the software that sent it.");
    2 SessionExpired = code(4001, "SessionExpired", "SESSION_EXPIRED", "Session expired")
    .server().after_change().description("Sign in again, then reconnect."); 3 r#Old =
    code(4002, "Old", "OLD", "Old").deprecated("use `SessionExpired`"); 4 Moved(same) =
    range(4100, 4199, "Moved", "MOVED", "Try another server").more(& [(4300, 4300)])
    .after(5, 30).reference(& ["Handbook"]); } codes { Other(same) Moved(same) } match {
    3000 => Unauthorized, 4001 => SessionExpired, 4002 => r#Old, 4300 => Moved(same),
    4100..= 4199 => Moved(same), 3000..= 4999 => Other(same), 0..= 2999 | 5000..= 65535
    => (none), }
}
