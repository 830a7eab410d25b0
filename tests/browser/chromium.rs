//! Chromium, driven through its own debugging protocol: JSON messages, each ended by a NUL, on a pipe.
//! No driver, no node, no port: the browser is all that has to be installed.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::{Value, json};

/// How long one answer may take. Generous: the machines of a CI are slow and shared.
const PATIENCE: Duration = Duration::from_secs(60);

/// Where Debian puts it; `CHROMIUM` names another one.
const DEFAULT: &str = "/usr/bin/chromium";

/// A running browser without a window; it ends with this value.
pub(crate) struct Chromium {
    process: Child,
    requests: ChildStdin,
    answers: Receiver<Value>,
    last_id: u64,
    /// What happened while an answer was waited for.
    events: Vec<Value>,
    _profile: tempfile::TempDir,
}

impl Chromium {
    /// Starts it with an empty profile.
    pub(crate) fn start() -> Self {
        let profile = tempfile::tempdir().expect("a folder for the profile");
        let program = std::env::var("CHROMIUM").unwrap_or_else(|_| DEFAULT.to_owned());
        // The protocol wants file descriptors 3 and 4; the shell makes them from the two pipes Rust offers.
        let mut process = Command::new("sh")
            .args(["-c", r#"exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1"#, &program])
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"])
            .args(["--no-first-run", "--disable-extensions", "--disable-background-networking"])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg("--remote-debugging-pipe")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a shell");
        let requests = process.stdin.take().expect("a pipe to the browser");
        let output = BufReader::new(process.stdout.take().expect("a pipe from the browser"));
        let (sender, answers) = channel();
        std::thread::spawn(move || {
            for message in output.split(0).map_while(Result::ok) {
                let value = serde_json::from_slice(&message).expect("the browser speaks JSON");
                if sender.send(value).is_err() {
                    break;
                }
            }
        });
        Self { process, requests, answers, last_id: 0, events: Vec::new(), _profile: profile }
    }

    /// Asks the browser (`session` empty) or one of its pages, and waits for the answer.
    pub(crate) fn ask(&mut self, session: &str, method: &str, params: &Value) -> Value {
        self.last_id += 1;
        let mut request = json!({ "id": self.last_id, "method": method, "params": params });
        if !session.is_empty() {
            request["sessionId"] = session.into();
        }
        write!(self.requests, "{request}\0").expect("the browser listens (is Chromium installed? see tests/run)");
        loop {
            let message = self.answers.recv_timeout(PATIENCE).unwrap_or_else(|_| {
                panic!("{method}: no answer from the browser (is Chromium installed? see tests/run)")
            });
            if message["id"] == self.last_id {
                assert!(message["error"].is_null(), "{method}: {}", message["error"]);
                return message["result"].clone();
            }
            self.events.push(message);
        }
    }

    /// Waits until `session` reports `method`, unless it has already.
    pub(crate) fn wait_for(&mut self, session: &str, method: &str) {
        let is_it = |event: &Value| event["sessionId"] == session && event["method"] == method;
        while !self.events.iter().any(is_it) {
            let message = self.answers.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("no {method}"));
            self.events.push(message);
        }
    }

    /// The parameters of every `method` that `session` has reported.
    pub(crate) fn reported<'a>(&'a self, session: &'a str, method: &'a str) -> impl Iterator<Item = &'a Value> {
        self.events
            .iter()
            .filter(move |event| event["sessionId"] == session && event["method"] == method)
            .map(|event| &event["params"])
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // Killing it is enough: the profile is thrown away. Both fail only when it is gone already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
