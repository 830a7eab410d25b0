//! The server: 127.0.0.1 only, from memory, one snapshot a request.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request as HttpRequest, State as Shared};
use axum::http::{Response, header};

use super::pages::{Editor, Press};
use super::respond::{Desk, Reply, Request, query_value, refusal, respond, state};
use super::snapshot::Stage;
use crate::diagnostic::{Lang, Severity};

/// How long a page's question whether something has changed may wait for its answer.
const PATIENCE: Duration = Duration::from_secs(25);
/// How many threads make pages that are asked for. Few, and always the same ones: an allocator that has a heap for each thread
/// (glibc) would otherwise hold the largest site it has seen many times over.
const MAKERS: usize = 4;
/// How long such a thread is kept when nothing is asked for.
const KEPT: Duration = Duration::from_secs(24 * 3_600);
/// How long an answer under way may take when the server ends.
const FAREWELL: Duration = Duration::from_millis(300);

/// A server that has its port and does not answer yet.
#[derive(Debug)]
pub struct Bound {
    listener: TcpListener,
    port: u16,
}

/// What the server is told once.
#[derive(Debug, Clone)]
pub struct Manner {
    /// The language of what it says itself.
    pub lang: Lang,
    /// How a place of a file is opened in an editor.
    pub editor: Option<Editor>,
    /// Findings of this severity and graver ones keep the last good pages.
    pub fails_from: Severity,
    /// For programs: how changes are learnt of.
    pub watching: &'static str,
}

/// Takes a port of this computer, which no other computer can reach; 0 takes a free one.
///
/// # Errors
/// When it is taken, or may not be taken.
pub fn bind(port: u16) -> std::io::Result<Bound> {
    let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))?;
    listener.set_nonblocking(true)?;
    let port = listener.local_addr()?.port();
    Ok(Bound { listener, port })
}

/// What all answers share.
struct Counter {
    desk: Desk,
    stage: Arc<Stage>,
}

impl Bound {
    /// The address to be opened.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Answers until Ctrl-C.
    ///
    /// # Errors
    /// When the system takes the port away, or has no threads to give.
    pub fn serve(self, stage: Arc<Stage>, manner: Manner) -> std::io::Result<()> {
        let Manner { lang, editor, fails_from, watching } = manner;
        let desk = Desk { port: self.port, lang, editor, fails_from, press: Press::new().ok(), watching };
        let counter = Arc::new(Counter { desk, stage });
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        let runtime = runtime.max_blocking_threads(MAKERS).thread_keep_alive(KEPT).enable_all().build()?;
        let listener = self.listener;
        let result = runtime.block_on(async move {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            let app = Router::new().fallback(answer).with_state(counter);
            tokio::select! {
                ended = async { axum::serve(listener, app).await } => ended,
                stopped = tokio::signal::ctrl_c() => stopped,
            }
        });
        runtime.shutdown_timeout(FAREWELL);
        result
    }
}

async fn answer(Shared(counter): Shared<Arc<Counter>>, request: HttpRequest) -> Response<Body> {
    let method = request.method().as_str().to_owned();
    let target = request.uri().path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string);
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).map(str::to_owned);
    let asked = Request { method: &method, host: host.as_deref() };
    let reply = match refusal(&counter.desk, &asked) {
        Some(refusal) => refusal,
        None if target.starts_with("/_hoshin/state?") => wait(&counter, &target).await,
        None => {
            let snapshot = counter.stage.snapshot();
            // A page may have to be made; others are answered meanwhile.
            let made = tokio::task::spawn_blocking(move || {
                let reply = respond(&counter.desk, &snapshot, &target);
                Reply { version: Some(snapshot.version), ..reply }
            });
            made.await.unwrap_or_else(|_| Reply::failed())
        }
    };
    response(reply, method == "HEAD")
}

/// Waits until the state of a page is another than the one it knows.
async fn wait(counter: &Arc<Counter>, target: &str) -> Reply {
    let page = query_value(target, "page").unwrap_or_default();
    let seen = query_value(target, "seen").unwrap_or_default();
    let mut watched = counter.stage.watched();
    let deadline = tokio::time::Instant::now() + PATIENCE;
    loop {
        let (snapshot, shared, path) = (watched.borrow_and_update().clone(), Arc::clone(counter), page.clone());
        let made = tokio::task::spawn_blocking(move || state(&shared.desk, &snapshot, &path)).await;
        let Ok(state) = made else { return Reply::failed() };
        if state.token != seen {
            return Reply::json(&state);
        }
        if tokio::time::timeout_at(deadline, watched.changed()).await.is_err() {
            return Reply::json(&state);
        }
    }
}

fn response(reply: Reply, is_head: bool) -> Response<Body> {
    let mut response = Response::builder().status(reply.status);
    for (name, value) in reply.headers() {
        response = response.header(name, value);
    }
    if is_head {
        response = response.header(header::CONTENT_LENGTH, reply.body.len());
    }
    let body = if is_head { Body::empty() } else { Body::from(reply.body) };
    response.body(body).unwrap_or_default()
}
