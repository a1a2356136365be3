//! How a browser is started.

use std::path::Path;

use serde_json::{Value, json};

use crate::tools;

/// How a browser is started: its window, and what its user prefers.
#[derive(Clone, Debug)]
pub struct Options {
    /// The width of the window, in CSS pixels.
    pub width: u32,
    /// The height of the window, in CSS pixels.
    pub height: u32,
    /// Whether pages see that the user prefers dark colours.
    pub dark: bool,
    /// Whether scripts of pages run.
    pub script: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { width: 1440, height: 900, dark: false, script: true }
    }
}

/// Nothing that a test has to do with: no updates, no telemetry, no first run.
const ARGUMENTS: [&str; 13] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--hide-scrollbars",
    "--no-default-browser-check",
    "--no-first-run",
];

impl Options {
    /// What the driver is asked for: a browser whose files are in the folder `profile`.
    pub(crate) fn capabilities(&self, profile: &Path) -> Value {
        let mut arguments: Vec<String> = ARGUMENTS.map(str::to_owned).into();
        arguments.push(format!("--user-data-dir={}", profile.display()));
        arguments.push(format!("--window-size={},{}", self.width, self.height));
        let chromium = tools::chromium().unwrap_or_default();
        json!({ "capabilities": { "alwaysMatch": {
            "browserName": "chrome",
            "goog:chromeOptions": { "binary": chromium, "args": arguments },
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        } } })
    }
}
