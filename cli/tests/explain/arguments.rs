//! Arguments in every spelling, and lines that would be answers, were they questions.

use crate::{codes, explainer};

#[test]
fn every_spelling_is_understood() {
    let explainer = explainer();
    for (text, expected) in [
        ("1006", &[1006][..]),
        (" '1006', ", &[1006]),
        ("(1006)", &[1006]),
        ("1006, 1001; 1000", &[1006, 1001, 1000]),
        ("[1000, 1006]", &[1000, 1006]),
        ("[3, 232, 98]", &[1000]),
        ("1006 Abnormal Closure", &[1006]),
        ("AbnormalClosure", &[1006]),
        ("ABNORMAL_CLOSURE", &[1006]),
        ("abnormal-closure", &[1006]),
        ("CloseCode::ABNORMAL_CLOSURE", &[1006]),
        ("CloseCode::Away", &[1001]),
        ("websocket.CloseGoingAway", &[1001]),
        ("StatusGoingAway", &[1001]),
        ("LWS_CLOSE_STATUS_GOINGAWAY", &[1001]),
        ("WebSocketCloseStatus.EndpointUnavailable", &[1001]),
        ("CloseStatus.DISALLOWED_INTENTS", &[4014]),
        ("-1", &[]),
        ("DisallowedIntents", &[4014]),
        ("close code 4014", &[4014]),
        ("70000", &[]),
        ("the end", &[]),
        ("www.example.org", &[]),
    ] {
        assert_eq!(codes(&explainer.argument(text, 80)), expected, "{text}");
    }
}

#[test]
fn a_line_is_looked_at_with_less_trust() {
    let explainer = explainer();
    for (line, expected) in [
        ("1006", &[1006][..]),
        ("312", &[]),
        ("0badc0de", &[]),
        ("03e8627965", &[1000]),
        ("Error", &[]),
        ("GoingAway", &[1001]),
    ] {
        assert_eq!(codes(&explainer.log(line)), expected, "{line}");
    }
}
