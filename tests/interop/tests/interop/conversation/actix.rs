//! actix-ws with tokio-tungstenite's client.

use actix_web::{App, HttpRequest, HttpResponse, HttpServer, rt, web};
use actix_ws::{MessageStream, Session};
use tokio::sync::mpsc;

use super::tokio_tungstenite::client;
use super::{Learned, Leave, NOTHING, Part, conversations};
use crate::examples::actix::{ChatClose, close_reason, closing};

async fn meet(server: Part, client_part: Part) -> (Learned, Learned) {
    let (tell, mut learned) = mpsc::channel(1);
    let attend = move |request: HttpRequest, body: web::Payload| {
        let (server, tell) = (server.clone(), tell.clone());
        async move {
            let (response, session, messages) = actix_ws::handle(&request, body)?;
            rt::spawn(async move {
                let learned = perform(session, messages, server).await;
                tell.send(learned).await.expect("a test that waits");
            });
            Ok::<HttpResponse, actix_web::Error>(response)
        }
    };
    let server = HttpServer::new(move || App::new().route("/", web::get().to(attend.clone())))
        .workers(1)
        .disable_signals()
        .bind("127.0.0.1:0")
        .expect("a port");
    let address = server.addrs()[0];
    let server = server.run();
    let handle = server.handle();
    let server = tokio::spawn(server);
    let client = client(address, client_part).await;
    let learned = learned.recv().await.expect("a server");
    // Its threads would outlive the test.
    handle.stop(true).await;
    server.await.expect("a server").expect("a server");
    (learned, client)
}

async fn perform(session: Session, mut messages: MessageStream, part: Part) -> Learned {
    let reason = match part {
        Part::Leaves(Leave::Saying(reason)) => {
            Some(close_reason(ChatClose::TooManyMessages.into(), &reason))
        }
        Part::Leaves(Leave::Silently) => None,
        Part::Leaves(Leave::Abruptly) => return NOTHING,
        Part::Stays => return closing(session, &mut messages).await,
    };
    // The connection ends with this frame: actix-ws does not wait for an answer.
    session.close(reason).await.expect("a connection");
    NOTHING
}

async fn server_leaves(leave: Leave) -> Learned {
    meet(Part::Leaves(leave), Part::Stays).await.1
}

async fn client_leaves(leave: Leave) -> Learned {
    meet(Part::Stays, Part::Leaves(leave)).await.0
}

conversations!();
