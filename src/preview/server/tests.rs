//! Requests to a real server whose render thread is busy.

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

/// A site with too many documents to render all pages at once.
fn large_site() -> Arc<Snapshot> {
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

/// Asks for a path; the thread returns the status of the answer.
fn status_of(port: u16, path: &'static str) -> JoinHandle<String> {
    std::thread::spawn(move || {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).split(' ').nth(1).unwrap().to_owned()
    })
}

/// A server of the snapshot. The thread that renders all pages is busy until the sender is dropped.
fn busy_server(snapshot: &Arc<Snapshot>) -> (u16, Sender<()>) {
    let snapshots = Arc::new(SnapshotChannel::new(Arc::clone(snapshot)));
    let bound = bind(0).unwrap();
    let port = bound.port;
    let config = ServerConfig { lang: Lang::Ja, editor: None, fails_from: Severity::Error, watching: "events" };
    std::thread::spawn(move || bound.serve(snapshots, config, &channel().0));
    let ((release, held), (begin, begun)) = (channel::<()>(), channel());
    let work = Arc::new(());
    snapshot.pages.as_ref().unwrap().render_thread.spawn(&work, move |()| {
        begin.send(()).unwrap();
        // This fails when the sender is dropped.
        let _ = held.recv();
    });
    begun.recv().unwrap();
    (port, release)
}

#[test]
fn a_request_whose_browser_has_gone_holds_no_snapshot() {
    let snapshot = large_site();
    let (port, _release) = busy_server(&snapshot);
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
fn requests_for_one_page_are_answered_while_others_wait_for_all_pages() {
    let snapshot = large_site();
    let (port, release) = busy_server(&snapshot);
    let all = ["/search/", "/_hoshin/state?page=/search/&seen=-", "/nowhere/", "/r8"];
    let many: Vec<_> =
        (0..3 * RENDER_THREADS).map(|number| (all[number % 4], status_of(port, all[number % 4]))).collect();
    for path in
        ["/_hoshin/status.json", "/_hoshin/", "/r8/d1/", "/", "/_hoshin/state?page=/r8/d2/&seen=-", "/assets/style.css"]
    {
        assert_eq!(status_of(port, path).join().unwrap(), "200", "{path}");
    }
    assert!(!snapshot.is_complete() && many.iter().all(|(_, waiting)| !waiting.is_finished()));
    drop(release);
    for (path, waiting) in many {
        let status = match path {
            "/nowhere/" => "404",
            "/r8" => "301",
            _ => "200",
        };
        assert_eq!(waiting.join().unwrap(), status, "{path}");
    }
    assert!(snapshot.is_complete());
}
