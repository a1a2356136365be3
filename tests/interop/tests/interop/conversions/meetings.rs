//! An end of a connection with each library, as short as it can be.

use std::convert::Infallible;

use ::axum::extract::ws;
use futures_util::{Sink, SinkExt, Stream, StreamExt};
use tokio::net::TcpListener;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::Role;
use tokio_util::compat::TokioAsyncReadCompatExt;

use super::{FRAME, Task, Tell, client, server, stream};

const BOTH: &[Task] = &[Task::Send, Task::Receive];

/// An end that is a stream and a sink of messages, as most are.
async fn attend<S, M, E>(
    mut socket: S,
    task: Task,
    tell: Tell,
    sent: M,
    received: impl Fn(&M) -> Option<String>,
) where
    S: Stream<Item = Result<M, E>> + Sink<M> + Unpin,
{
    if task == Task::Send {
        assert!(socket.send(sent).await.is_ok(), "a connection");
        // What is sent is not lost by ending too soon.
        while let Some(Ok(_)) = socket.next().await {}
        return;
    }
    while let Some(Ok(message)) = socket.next().await {
        if let Some(text) = received(&message) {
            tell.send(text).await.expect("a test that waits");
        }
    }
}

/// What an end of tungstenite's types was told.
fn told(message: &Message) -> Option<String> {
    let Message::Close(Some(frame)) = message else { return None };
    Some(super::tungstenite::received(frame).to_string())
}

fn closing() -> Message {
    Message::Close(Some(super::tungstenite::sent(FRAME)))
}

#[test]
fn tungstenite() {
    stream(BOTH, |stream, task, tell| async move {
        let stream = stream.into_std().expect("a stream");
        stream.set_nonblocking(false).expect("a stream");
        let end = move || {
            let mut socket = tokio_tungstenite::tungstenite::WebSocket::from_raw_socket(
                stream,
                Role::Server,
                None,
            );
            if task == Task::Send {
                socket.send(closing()).expect("a connection");
            }
            while let Ok(message) = socket.read() {
                if let Some(text) = told(&message) {
                    tell.blocking_send(text).expect("a test that waits");
                }
            }
        };
        tokio::task::spawn_blocking(end).await
    });
}

#[test]
fn tokio_tungstenite() {
    stream(BOTH, |stream, task, tell| async move {
        let socket =
            tokio_tungstenite::WebSocketStream::from_raw_socket(stream, Role::Server, None).await;
        attend(socket, task, tell, closing(), told).await;
    });
}

#[test]
fn async_tungstenite() {
    stream(BOTH, |stream, task, tell| async move {
        let stream = stream.compat();
        let socket =
            async_tungstenite::WebSocketStream::from_raw_socket(stream, Role::Server, None).await;
        attend(socket, task, tell, closing(), told).await;
    });
}

#[test]
fn axum() {
    server(|listener: TcpListener, task, tell: Tell| async move {
        let route = ::axum::routing::any(move |upgrade: ws::WebSocketUpgrade| async move {
            upgrade.on_upgrade(move |socket| {
                let sent = ws::Message::Close(Some(super::axum::sent(FRAME)));
                attend(socket, task, tell, sent, |message| {
                    let ws::Message::Close(Some(frame)) = message else { return None };
                    Some(super::axum::received(frame).to_string())
                })
            })
        });
        ::axum::serve(listener, ::axum::Router::new().route("/", route)).await
    });
}

#[test]
fn warp() {
    use ::warp::Filter;

    server(|listener: TcpListener, task, tell: Tell| async move {
        let route = ::warp::ws().map(move |upgrade: ::warp::ws::Ws| {
            let tell = tell.clone();
            upgrade.on_upgrade(move |socket| {
                attend(socket, task, tell, super::warp::sent(FRAME), |message| {
                    super::warp::received(message).map(|frame| frame.to_string())
                })
            })
        });
        ::warp::serve(route).incoming(listener).run().await;
    });
}

#[test]
fn poem() {
    use ::poem::web::websocket::WebSocket;
    use ::poem::{EndpointExt, IntoResponse};

    #[::poem::handler]
    fn chat(
        upgrade: WebSocket,
        ::poem::web::Data((task, tell)): ::poem::web::Data<&(Task, Tell)>,
    ) -> impl IntoResponse {
        let (task, tell) = (*task, tell.clone());
        upgrade.on_upgrade(move |socket| {
            attend(socket, task, tell, super::poem::sent(FRAME), |message| {
                super::poem::received(message).map(|frame| frame.to_string())
            })
        })
    }

    server(|listener: TcpListener, task, tell: Tell| async move {
        let listener = listener.into_std().expect("a listener");
        let acceptor = ::poem::listener::TcpAcceptor::from_std(listener).expect("a listener");
        let server = ::poem::Server::new_with_acceptor(acceptor);
        server.run(chat.data((task, tell))).await
    });
}

#[test]
fn actix_ws() {
    use actix_web::{App, HttpRequest, HttpServer, rt, web};

    server(|listener: TcpListener, task, tell: Tell| {
        let chat = move |request: HttpRequest, body: web::Payload| {
            let tell = tell.clone();
            async move {
                let (response, session, mut messages) = ::actix_ws::handle(&request, body)?;
                rt::spawn(async move {
                    if task == Task::Send {
                        let sent = session.close(Some(super::actix_ws::sent(FRAME))).await;
                        return sent.expect("a connection");
                    }
                    while let Some(Ok(message)) = messages.recv().await {
                        if let ::actix_ws::Message::Close(Some(reason)) = message {
                            let text = super::actix_ws::received(&reason).to_string();
                            tell.send(text).await.expect("a test that waits");
                        }
                    }
                });
                Ok::<_, actix_web::Error>(response)
            }
        };
        let listener = listener.into_std().expect("a listener");
        HttpServer::new(move || App::new().route("/", web::get().to(chat.clone())))
            .workers(1)
            .disable_signals()
            .listen(listener)
            .expect("a listener")
            .run()
    });
}

#[test]
fn fastwebsockets() {
    use ::fastwebsockets::{OpCode, Role, WebSocket};

    stream(BOTH, |stream, task, tell| async move {
        let mut socket = WebSocket::after_handshake(stream, Role::Server);
        if task == Task::Send {
            socket.write_frame(super::fastwebsockets::sent(FRAME)).await.expect("a connection");
        }
        while let Ok(frame) = socket.read_frame().await {
            if frame.opcode == OpCode::Close {
                let seen = super::fastwebsockets::received(&frame).expect("a code and text");
                let text = seen.map(|seen| seen.to_string()).unwrap_or_default();
                return tell.send(text).await;
            }
        }
        Ok(())
    });
}

#[test]
fn yawc() {
    use ::yawc::{OpCode, Options, Role, WebSocket};

    stream(BOTH, |stream, task, tell| async move {
        let socket = WebSocket::from_stream(stream, Role::Server, Options::default());
        // Its stream has no errors: it ends.
        let socket = socket.expect("no extensions to agree on").map(Ok::<_, Infallible>);
        attend(socket, task, tell, super::yawc::sent(FRAME), |frame| {
            let seen = super::yawc::received(frame).ok().flatten()?;
            (frame.opcode() == OpCode::Close).then(|| seen.to_string())
        })
        .await;
    });
}

#[test]
fn tokio_websockets() {
    stream(BOTH, |stream, task, tell| async move {
        let socket = ::tokio_websockets::ServerBuilder::new().serve(stream);
        let sent = super::tokio_websockets::sent(FRAME).expect("a code");
        attend(socket, task, tell, sent, |message| {
            super::tokio_websockets::received(message).map(|seen| seen.to_string())
        })
        .await;
    });
}

#[test]
fn reqwest_websocket() {
    use ::reqwest_websocket::Upgrade;

    client(|address, task, tell| async move {
        let request = reqwest::Client::new().get(format!("http://{address}/"));
        let response = request.upgrade().send().await.expect("a server");
        let socket = response.into_websocket().await.expect("an upgrade");
        attend(socket, task, tell, super::reqwest_websocket::sent(FRAME), |message| {
            super::reqwest_websocket::received(message).map(|seen| seen.to_string())
        })
        .await;
    });
}

#[test]
fn soketto() {
    use ::soketto::Incoming;
    use ::soketto::connection::{Builder, Mode};

    // It has no way to send a code.
    stream(&[Task::Receive], |stream, _, tell| async move {
        let (_sender, mut receiver) = Builder::new(stream.compat(), Mode::Server).finish();
        while let Ok(incoming) = receiver.receive(&mut Vec::new()).await {
            if let Incoming::Closed(close) = incoming {
                let text = super::soketto::received(&close).to_string();
                return tell.send(text).await;
            }
        }
        Ok(())
    });
}

#[test]
fn a_code_is_matched_on() {
    use close_code::{CloseCode, WireCode};

    let frame = |code: u16| WireCode::new(CloseCode::new(code)).expect("a code").into();
    let tungstenite =
        |code| super::patterns::of_tungstenite(&super::tungstenite::sent(frame(code)));
    assert_eq!(
        [1000, 1012, 4001, 4029, 4002].map(tungstenite),
        ["done", "wait", "sign in", "slow down", "report"]
    );
    let axum = |code| {
        let close = super::axum::sent(frame(code));
        super::patterns::of_axum(&ws::Message::Close(Some(close)))
    };
    assert_eq!([1012, 4001, 4029].map(axum), ["wait", "sign in", "report"]);
    assert_eq!(super::patterns::of_axum(&"hello".into()), "go on");
}
