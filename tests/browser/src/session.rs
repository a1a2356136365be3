//! One browser, driven over the protocol of the W3C, and over Chromium's own if that has no words.

use std::time::Duration;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use libtest_mimic::Failed;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::options::Options;

/// A browser, which ends when this is dropped.
#[derive(Debug)]
pub struct Session {
    agent: ureq::Agent,
    address: String,
    _profile: TempDir,
}

impl Session {
    pub(crate) fn new(port: u16, options: &Options) -> Result<Self, Failed> {
        let profile = TempDir::new()?;
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(180)))
            .build()
            .into();
        let server = format!("http://127.0.0.1:{port}/session");
        let capabilities = options.capabilities(profile.path());
        let session = request(&agent, &server, &capabilities)?;
        let id = session["sessionId"].as_str().ok_or("no session")?;
        let session = Self { address: format!("{server}/{id}"), agent, _profile: profile };
        session.post("timeouts", &json!({ "script": 170_000, "pageLoad": 60_000 }))?;
        session.resize(options.width, options.height)?;
        if options.dark {
            session.prefer_dark(true)?;
        }
        if !options.script {
            let arguments = json!({ "value": true });
            session.chromium("Emulation.setScriptExecutionDisabled", &arguments)?;
        }
        Ok(session)
    }

    /// Opens an address, and waits until it has loaded.
    ///
    /// # Errors
    ///
    /// Where that is not possible.
    pub fn open(&self, address: &str) -> Result<(), Failed> {
        self.post("url", &json!({ "url": address })).map(drop)
    }

    /// Runs the body of a function in the page, with `arguments` as its arguments.
    ///
    /// # Errors
    ///
    /// What the function throws.
    pub fn run(&self, script: &str, arguments: &Value) -> Result<Value, Failed> {
        self.post("execute/sync", &json!({ "script": script, "args": [arguments] }))
    }

    /// Runs the body of an asynchronous function in the page, and waits for what it returns.
    ///
    /// # Errors
    ///
    /// What the function throws.
    pub fn run_async(&self, script: &str, arguments: &Value) -> Result<Value, Failed> {
        let script = format!(
            "const done = arguments[1]; (async (argument) => {{ {script} }})(arguments[0])\
             .then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));"
        );
        let body = json!({ "script": script, "args": [arguments] });
        let mut result = self.post("execute/async", &body)?;
        match result["error"].as_str() {
            Some(error) => Err(Failed::from(error)),
            None => Ok(result["value"].take()),
        }
    }

    /// Clicks on the first element that a selector finds, as a mouse would.
    ///
    /// # Errors
    ///
    /// Where there is none, or something lies over it.
    pub fn click(&self, selector: &str) -> Result<(), Failed> {
        let element = self.element(selector)?;
        self.post(&format!("element/{element}/click"), &json!({})).map(drop)
    }

    /// Types into an element, after what is in it.
    ///
    /// # Errors
    ///
    /// Where there is none, or it takes no keys.
    pub fn type_into(&self, selector: &str, text: &str) -> Result<(), Failed> {
        let element = self.element(selector)?;
        self.post(&format!("element/{element}/value"), &json!({ "text": text })).map(drop)
    }

    /// Presses keys one after the other, wherever the focus is. The keys that write nothing are in
    /// the protocol's own code points: `\u{e004}` is Tab.
    ///
    /// # Errors
    ///
    /// Where that is not possible.
    pub fn press(&self, keys: &str) -> Result<(), Failed> {
        let actions: Vec<_> = keys
            .chars()
            .flat_map(|key| {
                let key = key.to_string();
                [
                    json!({ "type": "keyDown", "value": key }),
                    json!({ "type": "keyUp", "value": key }),
                ]
            })
            .collect();
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.post("actions", &json!({ "actions": [keyboard] })).map(drop)
    }

    fn element(&self, selector: &str) -> Result<String, Failed> {
        let body = json!({ "using": "css selector", "value": selector });
        let element = self.post("element", &body)?;
        let id = element.as_object().and_then(|ids| ids.values().next()).and_then(Value::as_str);
        Ok(id.ok_or("an element without an id")?.to_owned())
    }

    /// Sets the size of the viewport.
    ///
    /// # Errors
    ///
    /// Where that is not possible.
    pub fn resize(&self, width: u32, height: u32) -> Result<(), Failed> {
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
        });
        self.chromium("Emulation.setDeviceMetricsOverride", &metrics).map(drop)
    }

    /// Sets the colour scheme that the user prefers.
    ///
    /// # Errors
    ///
    /// Where that is not possible.
    pub fn prefer_dark(&self, dark: bool) -> Result<(), Failed> {
        let value = if dark { "dark" } else { "light" };
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] });
        self.chromium("Emulation.setEmulatedMedia", &features).map(drop)
    }

    /// Calls a command of Chromium's own protocol.
    ///
    /// # Errors
    ///
    /// What the command says.
    pub fn chromium(&self, command: &str, arguments: &Value) -> Result<Value, Failed> {
        self.post("goog/cdp/execute", &json!({ "cmd": command, "params": arguments }))
    }

    /// What pages and the browser wrote to the console since the last time.
    ///
    /// # Errors
    ///
    /// Where that is not possible.
    pub fn console(&self) -> Result<Vec<String>, Failed> {
        let entries = self.post("se/log", &json!({ "type": "browser" }))?;
        Ok(list(&entries).map(|entry| entry["message"].to_string()).collect())
    }

    /// The addresses that were asked for since the last time.
    ///
    /// # Errors
    ///
    /// Where that is not possible.
    pub fn requests(&self) -> Result<Vec<String>, Failed> {
        let entries = self.post("se/log", &json!({ "type": "performance" }))?;
        let mut addresses = Vec::new();
        for entry in list(&entries) {
            let event: Value = serde_json::from_str(entry["message"].as_str().unwrap_or_default())?;
            let message = &event["message"];
            let address = match message["method"].as_str() {
                Some("Network.requestWillBeSent") => &message["params"]["request"]["url"],
                Some("Network.webSocketCreated") => &message["params"]["url"],
                _ => continue,
            };
            addresses.push(address.as_str().unwrap_or_default().to_owned());
        }
        Ok(addresses)
    }

    /// A picture of the window, as PNG.
    ///
    /// # Errors
    ///
    /// Where that is not possible.
    pub fn picture(&self) -> Result<Vec<u8>, Failed> {
        decoded(&self.chromium("Page.captureScreenshot", &json!({ "format": "png" }))?)
    }

    /// The page as it prints, as PDF.
    ///
    /// # Errors
    ///
    /// Where that is not possible.
    pub fn print(&self) -> Result<Vec<u8>, Failed> {
        let arguments =
            json!({ "printBackground": false, "paperWidth": 8.27, "paperHeight": 11.69 });
        decoded(&self.chromium("Page.printToPDF", &arguments)?)
    }

    fn post(&self, command: &str, body: &Value) -> Result<Value, Failed> {
        request(&self.agent, &format!("{}/{command}", self.address), body)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // A session that is gone already needs no end.
        let _ = self.agent.delete(&self.address).call();
    }
}

fn request(agent: &ureq::Agent, address: &str, body: &Value) -> Result<Value, Failed> {
    let mut response = agent.post(address).send_json(body)?;
    let text = response.body_mut().with_config().limit(256 << 20).read_to_string()?;
    let mut answer: Value = serde_json::from_str(&text)?;
    let mut value = answer["value"].take();
    match value["error"].as_str() {
        Some(error) => {
            Err(Failed::from(format!("{error}: {}", value["message"].as_str().unwrap_or_default())))
        }
        None => Ok(value.take()),
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn decoded(answer: &Value) -> Result<Vec<u8>, Failed> {
    Ok(BASE64_STANDARD.decode(answer["data"].as_str().unwrap_or_default())?)
}
