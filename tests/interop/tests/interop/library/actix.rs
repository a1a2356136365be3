//! actix-ws in actix-web, which reads and writes frames with actix-http.

use actix_web::{App, HttpRequest, HttpResponse, HttpServer, rt, web};
use actix_ws::{CloseReason, Message, MessageStream, Session};
use tokio::net::TcpListener;
use tokio::sync::mpsc;

use super::{DONE, END, Task, error};
use crate::wording::told;

pub(crate) async fn serve(listener: TcpListener, task: Task, tell: mpsc::Sender<String>) {
    let (done, mut outcome) = mpsc::channel(1);
    let attend = move |request: HttpRequest, body: web::Payload| {
        let (task, done) = (task.clone(), done.clone());
        async move {
            let (response, session, messages) = actix_ws::handle(&request, body)?;
            rt::spawn(async move {
                let outcome = perform(session, messages, task).await;
                done.send(outcome).await.expect("a server that waits");
            });
            Ok::<HttpResponse, actix_web::Error>(response)
        }
    };
    let listener = listener.into_std().expect("a listener");
    let server = HttpServer::new(move || App::new().route("/", web::get().to(attend.clone())))
        .workers(1)
        .disable_signals()
        .listen(listener)
        .expect("a listener")
        .run();
    let handle = server.handle();
    let server = tokio::spawn(server);
    let outcome = outcome.recv().await.expect("an outcome");
    tell.send(outcome).await.expect("a test that waits");
    // Its threads would outlive the test.
    handle.stop(true).await;
    server.await.expect("a server").expect("a server");
}

async fn perform(session: Session, mut messages: MessageStream, task: Task) -> String {
    match task {
        // Whether it hears an answer to its own closing is a matter of luck, so no one asks.
        Task::Receive | Task::CloseAndReceive => match messages.recv().await {
            Some(Ok(Message::Close(reason))) => told(reason.as_ref().map(|reason| {
                (reason.code.into(), reason.description.as_deref().unwrap_or_default())
            })),
            Some(Ok(message)) => format!("message: {message:?}"),
            Some(Err(refusal)) => error(refusal),
            None => END.to_owned(),
        },
        Task::Close(close) => {
            let reason = close
                .map(|(code, reason)| CloseReason { code: code.into(), description: Some(reason) });
            let sent = session.close(reason).await;
            sent.map_or_else(error, |()| DONE.to_owned())
        }
    }
}
