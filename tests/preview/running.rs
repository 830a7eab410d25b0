//! The real program with a site, and requests to it.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::kit::Site;

/// How long a change may take to be seen. It is long because the machines of a CI are slow and shared.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running preview; it ends when this value is dropped.
pub(crate) struct Running {
    process: Child,
    pub(crate) address: String,
}

/// An answer to a request.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Running {
    /// Starts the preview of a site.
    pub(crate) fn start(site: &Site, more: &str) -> Self {
        let ready = site.path("ready.txt");
        let _ = std::fs::remove_file(&ready);
        let arguments = format!("serve --port 0 --ready-file ready.txt {more}");
        let mut command = site.command(&arguments, &[]);
        let process = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let address = until("the preview to start", || read_address(&ready));
        Self { process, address }
    }

    /// Asks for a path.
    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &self.address)
    }

    /// Sends a request with any method and host.
    pub(crate) fn ask(&self, method: &str, path: &str, host: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        Answer { status, head: head.to_lowercase(), body: body.to_owned() }
    }

    /// Waits until a page contains these words.
    pub(crate) fn sees(&self, path: &str, words: &str) -> Answer {
        until(&format!("{path} to say {words}"), || {
            let answer = self.get(path);
            answer.body.contains(words).then_some(answer)
        })
    }

    /// Waits until a path is answered with this status.
    pub(crate) fn answers(&self, path: &str, status: u16) -> Answer {
        until(&format!("{path} to be {status}"), || Some(self.get(path)).filter(|answer| answer.status == status))
    }

    /// The status of the preview.
    pub(crate) fn status(&self) -> serde_json::Value {
        serde_json::from_str(&self.get("/_hoshin/status.json").body).unwrap()
    }

    pub(crate) fn version(&self) -> u64 {
        self.status()["version"].as_u64().unwrap()
    }

    pub(crate) fn id(&self) -> u32 {
        self.process.id()
    }

    /// Waits until the program has ended by itself.
    pub(crate) fn ended(&mut self) -> std::process::ExitStatus {
        until("the preview to end", || self.process.try_wait().unwrap())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn read_address(file: &Path) -> Option<String> {
    let url = std::fs::read_to_string(file).ok()?;
    Some(url.trim().trim_start_matches("http://").trim_end_matches('/').to_owned())
}

/// Repeats `look` until it returns something.
pub(crate) fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(began.elapsed() < PATIENCE, "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}
