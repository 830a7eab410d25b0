//! The server: 127.0.0.1 only, from memory, one snapshot a request.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request as HttpRequest, State as Shared};
use axum::http::{Response, header};
use tokio::task::spawn_blocking;

use super::look_up::is_at_hand;
use super::pages::{Editor, Press};
use super::respond::{Desk, Reply, Request, query_value, refusal, respond, state};
use super::snapshot::{Snapshot, Stage};
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
            let version = Some(snapshot.version);
            let path = request.uri().path().to_owned();
            let reply = made((snapshot, path), move |(snapshot, _)| respond(&counter.desk, snapshot, &target)).await;
            reply.map_or_else(Reply::failed, |reply| Reply { version, ..reply })
        }
    };
    response(reply, method == "HEAD")
}

/// What is asked for: a path of a snapshot.
type Asked = (Arc<Snapshot>, String);

/// What is made for a request: in a thread, since a page may have to be made, and others are answered meanwhile. As long as that
/// needs all pages, no thread waits for them: the few there are would soon all wait, and nothing else would be answered. None if
/// making it fails.
async fn made<T: Send + 'static>(asked: Asked, make: impl FnOnce(&Asked) -> T + Send + 'static) -> Option<T> {
    let looked = asked.clone();
    if !spawn_blocking(move || is_at_hand(&looked.0, &looked.1)).await.ok()? {
        asked.0.made().await?;
    }
    spawn_blocking(move || make(&asked)).await.ok()
}

/// Waits until the state of a page is another than the one it knows.
async fn wait(counter: &Arc<Counter>, target: &str) -> Reply {
    let page = query_value(target, "page").unwrap_or_default();
    let seen = query_value(target, "seen").unwrap_or_default();
    let mut watched = counter.stage.watched();
    let deadline = tokio::time::Instant::now() + PATIENCE;
    loop {
        let (snapshot, shared, path) = (watched.borrow_and_update().clone(), Arc::clone(counter), page.clone());
        let state = made((snapshot, path), move |(snapshot, path)| state(&shared.desk, snapshot, path)).await;
        let Some(state) = state else { return Reply::failed() };
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::sync::mpsc::{Sender, channel};
    use std::thread::JoinHandle;

    use jiff::Timestamp;

    use super::*;
    use crate::diagnostic::Diagnostics;
    use crate::preview::{Session, Settings};
    use crate::source::Tree;

    /// A site of more documents than are made at once.
    fn large() -> Arc<Snapshot> {
        let site = "title: 試験市の方針\ncity: 試験市\nbase_url: https://www.example.jp/\n";
        let mut files = BTreeMap::from([("content/site.yaml".to_owned(), site.as_bytes().into())]);
        for number in 0..60 {
            let text = format!(
                "---\ntitle: 方針{number}\nkind: 計画\nfiscal_year: R8\nstatus: published\n---\n\n## 1 目的\n\n定める。\n"
            );
            files.insert(format!("content/r8/d{number}.md"), text.into_bytes().into());
        }
        let tree = Tree { files, ..Tree::default() };
        let settings = Settings { now: None, fails_from: Severity::Error };
        Session::new(settings).step(&tree, &Diagnostics::default(), Timestamp::UNIX_EPOCH)
    }

    /// The status of the answer, as soon as there is one.
    fn asked(port: u16, path: &'static str) -> JoinHandle<String> {
        std::thread::spawn(move || {
            let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
            stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
            write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n").unwrap();
            let mut answer = Vec::new();
            stream.read_to_end(&mut answer).unwrap();
            String::from_utf8_lossy(&answer).split(' ').nth(1).unwrap().to_owned()
        })
    }

    /// A server of the snapshot, whose thread for all pages has something else to do until the sender goes away.
    fn busy(snapshot: &Arc<Snapshot>) -> (u16, Sender<()>) {
        let stage = Arc::new(Stage::new(Arc::clone(snapshot)));
        let bound = bind(0).unwrap();
        let port = bound.port;
        let manner = Manner { lang: Lang::Ja, editor: None, fails_from: Severity::Error, watching: "events" };
        std::thread::spawn(move || bound.serve(stage, manner));
        let ((release, held), (begin, begun)) = (channel::<()>(), channel());
        let work = Arc::new(());
        snapshot.pages.as_ref().unwrap().maker.give(&work, move |()| {
            begin.send(()).unwrap();
            // Until it is gone.
            let _ = held.recv();
        });
        begun.recv().unwrap();
        (port, release)
    }

    #[test]
    fn for_who_has_gone_away_nothing_is_held() {
        let snapshot = large();
        let (port, _release) = busy(&snapshot);
        let owners = || Arc::strong_count(&snapshot);
        let until = |is_met: &dyn Fn(usize) -> bool| {
            let met = (0..1_000).any(|_| {
                std::thread::sleep(Duration::from_millis(10));
                is_met(owners())
            });
            assert!(met, "{}", owners());
        };
        let before = owners();
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
        write!(stream, "GET /search/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n").unwrap();
        until(&|owners| owners > before);
        drop(stream);
        until(&|owners| owners == before);
    }

    #[test]
    fn who_needs_all_pages_keeps_nobody_waiting_who_needs_one() {
        let snapshot = large();
        let (port, release) = busy(&snapshot);
        let all = ["/search/", "/_hoshin/state?page=/search/&seen=-", "/nowhere/", "/r8"];
        let many: Vec<_> = (0..3 * MAKERS).map(|number| (all[number % 4], asked(port, all[number % 4]))).collect();
        for path in [
            "/_hoshin/status.json",
            "/_hoshin/",
            "/r8/d1/",
            "/",
            "/_hoshin/state?page=/r8/d2/&seen=-",
            "/assets/style.css",
        ] {
            assert_eq!(asked(port, path).join().unwrap(), "200", "{path}");
        }
        assert!(!snapshot.is_whole() && many.iter().all(|(_, waiting)| !waiting.is_finished()));
        drop(release);
        for (path, waiting) in many {
            let status = match path {
                "/nowhere/" => "404",
                "/r8" => "301",
                _ => "200",
            };
            assert_eq!(waiting.join().unwrap(), status, "{path}");
        }
        assert!(snapshot.is_whole());
    }
}
