//! What a preview costs: from nothing to the first page, and from a save to the new bytes of the page, at 1,000 documents.
//!
//! `cargo bench --bench preview [-- N]`. Saves are measured from the moment at which the batch of events is over: reading the
//! folder, the next snapshot, the page. Every fourth save adds a clause; the others change words.

#[path = "kit/mod.rs"]
mod kit;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use hoshin::diagnostic::Severity;
use hoshin::preview::{Folder, Session, Settings};
use jiff::Timestamp;

const SAVES: usize = 60;

fn main() -> Result<(), Box<dyn Error>> {
    let documents = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(1_000);
    let site = tempfile::tempdir()?;
    kit::generate(site.path(), documents)?;
    // Published documents have their records.
    let built = Command::new(env!("CARGO_BIN_EXE_hoshin")).args(["build", "-q", "--site"]).arg(site.path()).status()?;
    if !built.success() {
        return Err("the site cannot be built".into());
    }
    let began = Instant::now();
    let settings = Settings { now: None, fails_from: Severity::Error };
    let (mut folder, mut session) = (Folder::new(site.path()), Session::new(settings));
    let first = "r8/d00000/index.html";
    let bytes = saved(&mut folder, &mut session, (first, &[]))?;
    println!("{documents} documents: {bytes} bytes of the first page after {:.0} ms", milliseconds(began.elapsed()));

    let mut times = Vec::new();
    for save in 0..SAVES {
        let number = save * 20 % usize::try_from(documents)?;
        let (source, page) = (format!("r{}/d{number:05}", 8 + number % 20), save);
        edit(&site.path().join(format!("content/{source}.md")), page)?;
        let began = Instant::now();
        let touched = site.path().join(format!("content/{source}.md"));
        saved(&mut folder, &mut session, (&format!("{source}/index.html"), &[touched]))?;
        times.push(began.elapsed());
    }
    times.sort_unstable();
    let at = |share: usize| milliseconds(times[(SAVES - 1) * share / 100]);
    println!("{SAVES} saves: median {:.0} ms, p95 {:.0} ms, slowest {:.0} ms", at(50), at(95), at(100));
    Ok(())
}

fn edit(file: &Path, save: usize) -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    let end = if save % 4 == 3 {
        format!("\n\n{save}番目の保存で加えた項です。\n")
    } else {
        format!("{save}\n")
    };
    Ok(fs::write(file, format!("{}{end}", text.trim_end()))?)
}

/// What the preview does when it is told that files were touched, and a page of it.
fn saved(
    folder: &mut Folder,
    session: &mut Session,
    (page, touched): (&str, &[PathBuf]),
) -> Result<usize, Box<dyn Error>> {
    folder.read_touched(touched).ok_or("nothing has changed")?;
    let (tree, found) = folder.read_last();
    let snapshot = session.step(tree, found, Timestamp::now());
    Ok(snapshot.file(page).ok_or("the page is not there")?.len())
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
