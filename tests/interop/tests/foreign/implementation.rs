//! [`Implementation`]: what is run, and how.

/// A WebSocket implementation in another language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Implementation {
    /// The id of its row in `compat.toml`.
    pub(crate) id: &'static str,
    pub(crate) task: Task,
    pub(crate) runtime: Runtime,
    /// The file in `tests/interop/foreign`, and arguments of its own after the port and the workers.
    pub(crate) script: &'static [&'static str],
    /// Which end of the connection the script is.
    pub(crate) end: End,
    /// How many connections it has open at a time.
    pub(crate) workers: usize,
    /// Whether its application is told of a code before its own Close frame is sent, which may then be on
    /// the wire or not.
    pub(crate) races: bool,
}

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Task {
    /// What its application is told of a Close frame with each code: a `[[receiver]]`.
    Receive,
    /// What goes out when its application asks for each code: a `[[sender]]`.
    Send,
}

/// Which end of a connection a script is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum End {
    Client,
    Server,
}

/// What runs a script.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Runtime {
    Node,
    Bun,
    Deno,
    /// With the packages of `requirements.txt`.
    Python,
    /// The system's Python, with its binding of libsoup.
    Soup,
    /// The system's Firefox, which a script of the system's Python starts.
    Firefox,
    Java,
    /// Java with the system's Tomcat.
    Tomcat,
}

impl Runtime {
    /// Whether what it runs is pinned here. Anything else is the system's, which updates it.
    pub(crate) fn is_pinned(self) -> bool {
        matches!(self, Self::Node | Self::Bun | Self::Deno | Self::Python)
    }
}

impl Implementation {
    /// The name of its test.
    pub(crate) fn name(&self) -> String {
        match self.task {
            Task::Receive => format!("{}_receives", self.id),
            Task::Send => format!("{}_sends", self.id),
        }
    }
}

const fn receives(
    id: &'static str,
    runtime: Runtime,
    script: &'static [&'static str],
) -> Implementation {
    let (task, end) = (Task::Receive, End::Client);
    Implementation { id, task, runtime, script, end, workers: 16, races: false }
}

const fn sends(
    id: &'static str,
    runtime: Runtime,
    script: &'static [&'static str],
) -> Implementation {
    Implementation { task: Task::Send, ..receives(id, runtime, script) }
}

const fn server(implementation: Implementation) -> Implementation {
    Implementation { end: End::Server, ..implementation }
}

const fn races(implementation: Implementation) -> Implementation {
    Implementation { races: true, ..implementation }
}

/// Everything that is run.
pub(crate) const ALL: &[Implementation] = &[
    receives("ws", Runtime::Node, &["ws.mjs"]),
    receives("undici", Runtime::Node, &["whatwg.mjs"]),
    receives("websocket-node", Runtime::Node, &["websocket-node.mjs"]),
    receives("faye-websocket-driver", Runtime::Node, &["faye.mjs"]),
    receives("bun-client", Runtime::Bun, &["whatwg.mjs"]),
    server(receives("bun-server", Runtime::Bun, &["bun-server.mjs"])),
    receives("deno", Runtime::Deno, &["whatwg.mjs"]),
    receives("python-websockets", Runtime::Python, &["websockets_.py"]),
    receives("wsproto", Runtime::Python, &["wsproto_.py"]),
    receives("aiohttp", Runtime::Python, &["aiohttp_.py"]),
    receives("python-websocket-client", Runtime::Python, &["websocket_client.py"]),
    receives("autobahn-python", Runtime::Python, &["autobahn_.py"]),
    server(receives("tornado", Runtime::Python, &["tornado_server.py"])),
    receives("qt", Runtime::Python, &["qt.py"]),
    races(receives("jdk", Runtime::Java, &["Jdk.java"])),
    sends("jdk", Runtime::Java, &["Jdk.java", "send"]),
    receives("tomcat", Runtime::Tomcat, &["Tomcat.java"]),
    receives("libsoup", Runtime::Soup, &["libsoup.py", "receive"]),
    sends("libsoup-client", Runtime::Soup, &["libsoup.py", "send"]),
    server(sends("libsoup-server", Runtime::Soup, &["libsoup.py", "serve"])),
    receives("firefox", Runtime::Firefox, &["firefox.py"]),
];
