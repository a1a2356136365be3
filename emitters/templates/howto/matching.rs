use close_code::{CloseCode, CloseKind};

fn on_close(code: CloseCode) -> String {
    match code.kind() {
        CloseKind::NormalClosure | CloseKind::GoingAway => "done".to_owned(),
        CloseKind::AbnormalClosure => format!("connection lost; {}", code.reconnect()),
        _ => code.to_string(),
    }
}
