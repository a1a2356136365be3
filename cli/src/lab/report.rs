//! What the server saw of each connection, for the page to show.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// How many reports are kept.
const KEPT: usize = 256;

/// What the server saw of one connection.
#[derive(Debug, Default)]
pub(super) struct Report {
    /// The Close frame that this end sent, whole.
    pub(super) sent: Option<Vec<u8>>,
    /// The Close frame of the peer, whole.
    pub(super) received: Option<Vec<u8>>,
    /// Its body, unmasked.
    pub(super) body: Option<Vec<u8>>,
    /// How it ended, in a word.
    pub(super) end: &'static str,
}

impl Report {
    fn to_json(&self) -> String {
        let bytes = |bytes: &Option<Vec<u8>>| bytes.as_ref().map(hex::encode);
        let report = serde_json::json!({
            "sent": bytes(&self.sent),
            "received": bytes(&self.received),
            "body": bytes(&self.body),
            "end": self.end,
        });
        format!("{report}\n")
    }
}

/// The reports on the last connections.
#[derive(Debug, Default)]
pub(super) struct Reports(Mutex<VecDeque<(String, String)>>);

impl Reports {
    pub(super) fn put(&self, id: String, report: &Report) {
        let mut reports = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        reports.retain(|(other, _)| *other != id);
        reports.push_back((id, report.to_json()));
        if reports.len() > KEPT {
            reports.pop_front();
        }
    }

    /// The report on a connection, as JSON.
    pub(super) fn get(&self, id: &str) -> Option<String> {
        let reports = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        reports.iter().find(|(other, _)| other == id).map(|(_, json)| json.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::{KEPT, Report, Reports};

    #[test]
    fn the_last_report_on_a_connection_counts() {
        let reports = Reports::default();
        reports.put("a".to_owned(), &Report { end: "gone", ..Report::default() });
        let sent = Some(vec![0x88, 0]);
        reports.put("a".to_owned(), &Report { sent, end: "closed", ..Report::default() });
        let json = r#"{"body":null,"end":"closed","received":null,"sent":"8800"}"#;
        assert_eq!(reports.get("a").as_deref().map(str::trim), Some(json));
    }

    #[test]
    fn old_reports_go() {
        let reports = Reports::default();
        for id in 0..=KEPT {
            reports.put(id.to_string(), &Report::default());
        }
        assert_eq!(reports.get("0"), None);
        assert!(reports.get("1").is_some());
    }
}
