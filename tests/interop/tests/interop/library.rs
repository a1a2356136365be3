//! [`Library`]: a WebSocket library, driven through the interface that its users have.

use std::io::Result;
use std::net::SocketAddr;

use tokio::net::TcpListener;
use tokio::sync::mpsc;

pub(crate) mod actix;
pub(crate) mod axum;
pub(crate) mod fastwebsockets;
pub(crate) mod soketto;
pub(crate) mod tokio_websockets;
pub(crate) mod tungstenite;
pub(crate) mod yawc;

/// The libraries, in the order of `compat.toml`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Library {
    Tungstenite,
    Axum,
    Actix,
    Fastwebsockets,
    TokioWebsockets,
}

/// What an application does with its connection.
#[derive(Clone, Debug)]
pub(crate) enum Task {
    /// Waits for the first thing that it is told.
    Receive,
    /// Closes with 1000, and then waits for the first thing that it is told.
    CloseAndReceive,
    /// Closes, with a code and a reason or without.
    Close(Option<(u16, String)>),
}

/// A server for one connection.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    /// What the application was told, or what became of its closing.
    pub(crate) outcome: mpsc::Receiver<String>,
}

impl Library {
    pub(crate) const ALL: [Self; 5] =
        [Self::Tungstenite, Self::Axum, Self::Actix, Self::Fastwebsockets, Self::TokioWebsockets];

    /// Its id in `compat.toml`.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Tungstenite => "tungstenite",
            Self::Axum => "axum",
            Self::Actix => "actix-ws",
            Self::Fastwebsockets => "fastwebsockets",
            Self::TokioWebsockets => "tokio-websockets",
        }
    }

    /// The package that an application depends on, and the one further down, if it is another, that
    /// reads and writes the frames.
    pub(crate) fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Tungstenite => &["tokio-tungstenite", "tungstenite"],
            Self::Axum => &["axum", "tokio-tungstenite", "tungstenite"],
            Self::Actix => &["actix-ws", "actix-http"],
            Self::Fastwebsockets => &["fastwebsockets"],
            Self::TokioWebsockets => &["tokio-websockets"],
        }
    }

    /// Whether an application is told how the other end answers its closing.
    pub(crate) fn waits_for_an_answer(self) -> bool {
        self != Self::Actix
    }

    /// Whether it can be a client too.
    pub(crate) fn has_client(self) -> bool {
        !matches!(self, Self::Axum | Self::Actix)
    }

    /// Starts a server, the application of which has this task.
    pub(crate) async fn server(self, task: Task) -> Result<Server> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let (tell, outcome) = mpsc::channel(1);
        match self {
            Self::Tungstenite => tokio::spawn(tungstenite::serve(listener, task, tell)),
            Self::Axum => tokio::spawn(axum::serve(listener, task, tell)),
            Self::Actix => tokio::spawn(actix::serve(listener, task, tell)),
            Self::Fastwebsockets => tokio::spawn(fastwebsockets::serve(listener, task, tell)),
            Self::TokioWebsockets => tokio::spawn(tokio_websockets::serve(listener, task, tell)),
        };
        Ok(Server { address, outcome })
    }

    /// Connects a client, the application of which has this task, and returns the outcome.
    pub(crate) async fn client(self, address: SocketAddr, task: Task) -> String {
        match self {
            Self::Tungstenite => tungstenite::connect(address, task).await,
            Self::Fastwebsockets => fastwebsockets::connect(address, task).await,
            Self::TokioWebsockets => tokio_websockets::connect(address, task).await,
            Self::Axum | Self::Actix => "has no client".to_owned(),
        }
    }
}

/// The outcome if the library gave an error.
fn error(error: impl std::fmt::Display) -> String {
    format!("error: {error}")
}

/// The outcome if the library said that the connection ended, and no more.
const END: &str = "end";

/// The code of an application that closes and then listens.
const NORMAL: u16 = 1000;

/// The outcome of a closing that the library did not mind.
const DONE: &str = "done";
