//! Saves as a browser sees them.

use std::error::Error;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use hoshin::preview::BATCH;

use super::{SAVES, document, edit, milliseconds, summary};

/// How long the preview may take to start.
const PATIENCE: Duration = Duration::from_secs(30);

/// The running program; it ends when this value is dropped.
struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub(super) fn measure(site: &Path, documents: u32) -> Result<(), Box<dyn Error>> {
    let ready = site.join("ready.txt");
    let began = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_hoshin"));
    command.args(["serve", "-q", "--port", "0", "--site"]).arg(site).arg("--ready-file").arg(&ready);
    let _serving = Serving(command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?);
    let address = loop {
        match fs::read_to_string(&ready) {
            Ok(url) => break url.trim().trim_start_matches("http://").trim_end_matches('/').to_owned(),
            Err(_) if began.elapsed() < PATIENCE => std::thread::sleep(Duration::from_millis(2)),
            Err(error) => return Err(error.into()),
        }
    };
    get(&address, "/r8/d00000/")?;
    println!("served: the first page {:.0} ms after the program was started", milliseconds(began.elapsed()));

    let mut times = Vec::new();
    for save in SAVES..SAVES * 2 {
        let source = document(save, documents);
        let page = format!("/{source}/");
        let before = get(&address, &page)?;
        let seen = between(&before, "data-seen=\"", "\"").ok_or("no token")?.to_owned();
        let question = format!("/_hoshin/state?page={page}&seen={seen}");
        let answer = std::thread::scope(|scope| -> Result<Duration, String> {
            // The page waits for an answer while its file is saved.
            let asking =
                scope.spawn(|| get(&address, &question).map(|_| Instant::now()).map_err(|error| error.to_string()));
            std::thread::sleep(Duration::from_millis(50));
            let began = Instant::now();
            edit(&site.join(format!("content/{source}.md")), save).map_err(|error| error.to_string())?;
            asking.join().map_err(|_| "the page has given up".to_owned())??;
            let after = get(&address, &page).map_err(|error| error.to_string())?;
            if after == before {
                return Err("the page is the old one".to_owned());
            }
            Ok(began.elapsed())
        })?;
        times.push(answer.saturating_sub(BATCH));
    }
    println!("{SAVES} saves as a browser sees them, beyond the batch window: {}", summary(&mut times));
    Ok(())
}

fn get(address: &str, path: &str) -> Result<String, Box<dyn Error>> {
    let mut stream = TcpStream::connect(address)?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut text = String::new();
    stream.read_to_string(&mut text)?;
    if text.starts_with("HTTP/1.1 200") { Ok(text) } else { Err(format!("{path}: {text}").into()) }
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> Option<&'a str> {
    text.split_once(from)?.1.split_once(to).map(|(found, _)| found)
}
