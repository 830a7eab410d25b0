//! The server: listens on 127.0.0.1 only, and answers each request from one snapshot in memory.

use std::future::{Future, poll_fn};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::pin::pin;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::task::Poll;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request as HttpRequest, State};
use axum::http::{Response, header};
use tokio::task::spawn_blocking;

use super::look_up::is_at_hand;
use super::page_state::PageState;
use super::pages::{Editor, PageTemplates};
use super::reply::Reply;
use super::request::{Request, query_value, refusal};
use super::respond::respond;
use super::response_context::ResponseContext;
use super::snapshot::Snapshot;
use super::snapshot_channel::SnapshotChannel;
use crate::diagnostic::{Lang, Severity};

/// How long a page's question for changes may wait for its answer.
const LONG_POLL: Duration = Duration::from_secs(25);
/// How many threads render pages for requests. They are few and always the same. An allocator with a heap for each thread
/// (glibc's) would otherwise hold the largest site it has seen many times over.
const RENDER_THREADS: usize = 4;
/// How long such a thread is kept when nothing is asked for.
const KEEP_ALIVE: Duration = Duration::from_secs(24 * 3_600);
/// How long an answer under way may take when the server ends.
const SHUTDOWN: Duration = Duration::from_millis(300);

/// A server that has its port and does not answer yet.
#[derive(Debug)]
pub struct Bound {
    listener: TcpListener,
    port: u16,
    templates: PageTemplates,
}

/// The settings of the server.
#[derive(Debug, Clone)]
pub struct ServerConfig {
    /// The language of the server's own words.
    pub lang: Lang,
    /// How a place of a file is opened in an editor.
    pub editor: Option<Editor>,
    /// Findings of this severity and graver ones keep the last good pages.
    pub fails_from: Severity,
    /// How changes are noticed, for programs: `events` or `poll`.
    pub watching: &'static str,
}

/// Takes a port of this computer that no other computer can reach; 0 takes a free one.
///
/// # Errors
/// When the port is taken, or may not be taken.
pub fn bind(port: u16) -> std::io::Result<Bound> {
    let templates = PageTemplates::new().map_err(|error| std::io::Error::other(error.0))?;
    let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))?;
    listener.set_nonblocking(true)?;
    let port = listener.local_addr()?.port();
    Ok(Bound { listener, port, templates })
}

/// The state shared by all requests.
struct AppState {
    context: ResponseContext,
    snapshots: Arc<SnapshotChannel>,
}

impl Bound {
    /// The address to be opened.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Answers until Ctrl-C. `ready` is told as soon as Ctrl-C ends the server, and not the program.
    ///
    /// # Errors
    /// When the system takes the port away, or has no threads to give.
    pub fn serve(
        self,
        snapshots: Arc<SnapshotChannel>,
        config: ServerConfig,
        ready: &Sender<()>,
    ) -> std::io::Result<()> {
        let ServerConfig { lang, editor, fails_from, watching } = config;
        let Self { listener, port, templates } = self;
        let context = ResponseContext { port, lang, editor, fails_from, templates, watching };
        let state = Arc::new(AppState { context, snapshots });
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        let runtime =
            runtime.max_blocking_threads(RENDER_THREADS).thread_keep_alive(KEEP_ALIVE).enable_all().build()?;
        let result = runtime.block_on(async move {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            let router = Router::new().fallback(handle).with_state(state);
            let mut stop = pin!(tokio::signal::ctrl_c());
            // The signal has a handler from the first poll on.
            if let Poll::Ready(stopped) = poll_fn(|context| Poll::Ready(stop.as_mut().poll(context))).await {
                return stopped;
            }
            // Nobody may be waiting.
            let _ = ready.send(());
            tokio::select! {
                ended = async { axum::serve(listener, router).await } => ended,
                stopped = stop => stopped,
            }
        });
        runtime.shutdown_timeout(SHUTDOWN);
        result
    }
}

async fn handle(State(app): State<Arc<AppState>>, request: HttpRequest) -> Response<Body> {
    let method = request.method().as_str().to_owned();
    let target = request.uri().path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string);
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).map(str::to_owned);
    let asked = Request { method: &method, host: host.as_deref() };
    let reply = match refusal(app.context.port, &asked) {
        Some(refusal) => refusal,
        None if target.starts_with("/_hoshin/state?") => wait_for_change(&app, &target).await,
        None => {
            let page = RequestedPage { snapshot: app.snapshots.newest(), path: request.uri().path().to_owned() };
            let version = Some(page.snapshot.version);
            let reply = in_render_thread(page, move |page| respond(&app.context, &page.snapshot, &target)).await;
            reply.map_or_else(Reply::failed, |reply| Reply { version, ..reply })
        }
    };
    response(reply, method == "HEAD")
}

/// A page that is asked for.
#[derive(Clone)]
struct RequestedPage {
    snapshot: Arc<Snapshot>,
    path: String,
}

/// Does the work on a page in a thread, because rendering it would block the other requests. If the page needs all others,
/// no thread waits for them: the few threads would soon all wait, and nothing else would be answered. None if the work
/// panics.
async fn in_render_thread<T: Send + 'static>(
    page: RequestedPage,
    work: impl FnOnce(&RequestedPage) -> T + Send + 'static,
) -> Option<T> {
    let looked_up = page.clone();
    if !spawn_blocking(move || is_at_hand(&looked_up.snapshot, &looked_up.path)).await.ok()? {
        page.snapshot.completed().await?;
    }
    spawn_blocking(move || work(&page)).await.ok()
}

/// Waits until the state of a page differs from the one the page knows.
async fn wait_for_change(app: &Arc<AppState>, target: &str) -> Reply {
    let path = query_value(target, "page").unwrap_or_default();
    let seen = query_value(target, "seen").unwrap_or_default();
    let mut snapshots = app.snapshots.subscribe();
    let deadline = tokio::time::Instant::now() + LONG_POLL;
    loop {
        let page = RequestedPage { snapshot: snapshots.borrow_and_update().clone(), path: path.clone() };
        let shared = Arc::clone(app);
        let state =
            in_render_thread(page, move |page| PageState::at(&shared.context, &page.snapshot, &page.path)).await;
        let Some(state) = state else { return Reply::failed() };
        if state.token != seen || tokio::time::timeout_at(deadline, snapshots.changed()).await.is_err() {
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

#[cfg(test)]
mod tests;
