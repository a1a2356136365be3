//! What the server saw of each connection, for the page to show.

use std::collections::VecDeque;
use std::fmt::Write;
use std::sync::{Mutex, PoisonError};

/// How many reports are kept.
const KEPT: usize = 256;

/// What the server saw of one connection.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// The Close frame that this end sent, whole.
    pub(crate) sent: Option<Vec<u8>>,
    /// The Close frame that came from the other end, whole.
    pub(crate) received: Option<Vec<u8>>,
    /// Its body, unmasked.
    pub(crate) body: Option<Vec<u8>>,
    /// How it ended, in a word.
    pub(crate) end: &'static str,
}

impl Report {
    fn to_json(&self) -> String {
        let bytes = |bytes: &Option<Vec<u8>>| match bytes {
            Some(bytes) => format!("\"{}\"", hex(bytes)),
            None => "null".to_owned(),
        };
        format!(
            "{{\"sent\":{},\"received\":{},\"body\":{},\"end\":\"{}\"}}\n",
            bytes(&self.sent),
            bytes(&self.received),
            bytes(&self.body),
            self.end
        )
    }
}

/// Bytes in hex, without anything between them.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The reports on the last connections.
#[derive(Debug, Default)]
pub(crate) struct Reports(Mutex<VecDeque<(String, String)>>);

impl Reports {
    pub(crate) fn put(&self, id: String, report: &Report) {
        let mut reports = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        reports.retain(|(other, _)| *other != id);
        reports.push_back((id, report.to_json()));
        if reports.len() > KEPT {
            reports.pop_front();
        }
    }

    /// The report on a connection, as JSON.
    pub(crate) fn get(&self, id: &str) -> Option<String> {
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
        let json = r#"{"sent":"8800","received":null,"body":null,"end":"closed"}"#;
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
