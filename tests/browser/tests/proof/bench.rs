//! A page that opens many connections, and the servers that it opens them to.

use close_code_browser_tests::driver::Driver;
use close_code_browser_tests::laboratory::Laboratory;
use close_code_browser_tests::options::Options;
use close_code_browser_tests::session::Session;
use close_code_cli::lab::{Options as LabOptions, Pages};
use libtest_mimic::Failed;
use serde_json::{Value, json};

/// How many servers there are. Chromium opens connections to one address one after the other, and waits
/// a little between two of them.
const SERVERS: usize = 8;

/// How many connections are under way at a time. With more Chromium begins to delay them on purpose.
const AT_A_TIME: usize = 8;

/// How many connections one script opens.
const BATCH: usize = 4000;

/// A browser and its servers.
pub(crate) struct Bench {
    pub(crate) session: Session,
    servers: Vec<Laboratory>,
}

/// What a `CloseEvent` said.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Reported {
    pub(crate) code: u16,
    pub(crate) was_clean: bool,
    pub(crate) reason: String,
}

impl Reported {
    /// What a browser reports if no Close frame arrived, or none that it accepts.
    pub(crate) fn abnormal() -> Self {
        Self { code: 1006, was_clean: false, reason: String::new() }
    }
}

impl Bench {
    /// Starts the browser and the servers, and opens a page without content.
    pub(crate) fn new(driver: &Driver) -> Result<Self, Failed> {
        let pages =
            Pages { lab: "<!DOCTYPE html><title>Proof</title>".to_owned(), reference: Vec::new() };
        let first = Laboratory::with(
            pages.clone(),
            LabOptions { connections: 256, ..LabOptions::default() },
        )?;
        let origins = vec![format!("http://{}", first.address())];
        let mut servers = vec![first];
        while servers.len() < SERVERS {
            let origins = origins.clone();
            let options = LabOptions { connections: 256, origins, ..LabOptions::default() };
            servers.push(Laboratory::with(pages.clone(), options)?);
        }
        let session = driver.session(&Options::default())?;
        session.open(&servers[0].page())?;
        Ok(Self { session, servers })
    }

    /// The address of a connection with a plan, on one server or another.
    pub(crate) fn address(&self, index: usize, plan: &str) -> String {
        let server = self.servers[index % self.servers.len()].address();
        format!("ws://{server}/socket?do={plan}")
    }

    /// Opens connections that the server ends with a Close frame of this body each.
    pub(crate) fn close_with<'a>(
        &self,
        bodies: impl Iterator<Item = &'a [u8]>,
    ) -> Result<Vec<Reported>, Failed> {
        let addresses: Vec<_> = bodies
            .enumerate()
            .map(|(index, body)| self.address(index, &format!("close&body={}", hex(body))))
            .collect();
        self.connect(&addresses)
    }

    /// Opens a connection to each address, and returns what the page was told of its end.
    pub(crate) fn connect(&self, addresses: &[String]) -> Result<Vec<Reported>, Failed> {
        let mut all = Vec::with_capacity(addresses.len());
        for batch in addresses.chunks(BATCH) {
            let arguments = json!({ "addresses": batch, "atATime": AT_A_TIME });
            let answers = self.session.run_async(CONNECT, &arguments)?;
            all.extend(answers.as_array().into_iter().flatten().map(reported));
        }
        if all.len() == addresses.len() {
            Ok(all)
        } else {
            Err(Failed::from("some connections have no end"))
        }
    }
}

/// Opens all connections, so many at a time, and returns `[code, wasClean, reason]` for each.
const CONNECT: &str = "
    const { addresses, atATime } = argument;
    const results = new Array(addresses.length);
    let next = 0;
    const worker = async () => {
        while (next < addresses.length) {
            const index = next;
            next += 1;
            results[index] = await new Promise((resolve) => {
                new WebSocket(addresses[index]).addEventListener('close', ({ code, wasClean, reason }) =>
                    resolve([code, wasClean, reason]));
            });
        }
    };
    await Promise.all(Array.from({ length: atATime }, worker));
    return results;";

fn reported(answer: &Value) -> Reported {
    Reported {
        code: answer[0].as_u64().and_then(|code| u16::try_from(code).ok()).unwrap_or_default(),
        was_clean: answer[1].as_bool().unwrap_or_default(),
        reason: answer[2].as_str().unwrap_or_default().to_owned(),
    }
}

/// Bytes in hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

/// Fails with all differences, the first of them in words.
pub(crate) fn none(differences: &[String]) -> Result<(), Failed> {
    match differences {
        [] => Ok(()),
        [first, ..] => {
            Err(Failed::from(format!("{} differences, the first: {first}", differences.len())))
        }
    }
}
