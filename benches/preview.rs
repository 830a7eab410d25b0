//! What a preview costs at 1,000 documents: from nothing to the first page, and from a save to the new bytes of the page.
//!
//! `cargo bench --bench preview [-- N]`. Saves are measured twice. By themselves: from the moment at which the batch of events
//! is over, reading the file, the next snapshot, the page; with the processor time of all threads, which does not depend on what
//! else the machine does. And as a browser sees them: the real `hoshin serve`, asked for the state of the page as the script in
//! the page does; of that time the batch window is taken off. Every fourth save adds a clause; the others change words.

#[path = "kit/mod.rs"]
mod kit;
#[path = "preview/served.rs"]
mod served;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use hoshin::diagnostic::Severity;
use hoshin::preview::{Folder, Session, Settings, Snapshot};
use jiff::Timestamp;

const SAVES: u32 = 60;

fn main() -> Result<(), Box<dyn Error>> {
    let documents = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(1_000);
    let site = tempfile::tempdir()?;
    kit::generate(site.path(), documents)?;
    // Published documents have their records.
    let built = Command::new(env!("CARGO_BIN_EXE_hoshin")).args(["build", "-q", "--site"]).arg(site.path()).status()?;
    if !built.success() {
        return Err("the site cannot be built".into());
    }
    println!("{documents} documents");
    by_themselves(site.path(), documents)?;
    served::measure(site.path(), documents)
}

fn by_themselves(site: &Path, documents: u32) -> Result<(), Box<dyn Error>> {
    let began = Instant::now();
    let settings = Settings { now: None, fails_from: Severity::Error };
    let (mut folder, mut session) = (Folder::new(site), Session::new(settings));
    let (mut shown, bytes) = saved(&mut folder, &mut session, ("r8/d00000/index.html", &[]))?;
    println!("start: {bytes} bytes of the first page after {:.0} ms", milliseconds(began.elapsed()));

    let (mut times, mut work) = (Vec::new(), Vec::new());
    for save in 0..SAVES {
        let source = document(save, documents);
        let touched = site.join(format!("content/{source}.md"));
        edit(&touched, save)?;
        let (began, before) = (Instant::now(), on_processor());
        // What was shown before is let go when the new one is shown.
        (shown, _) = {
            let next = saved(&mut folder, &mut session, (&format!("{source}/index.html"), &[touched]))?;
            times.push(began.elapsed());
            work.push(on_processor().saturating_sub(before));
            drop(shown);
            next
        };
    }
    drop(shown);
    println!("{SAVES} saves: {}", summary(&mut times));
    println!("of that on a processor, all threads: {}", summary(&mut work));
    Ok(())
}

/// The document of a save, by its path below `content/` without suffix.
fn document(save: u32, documents: u32) -> String {
    let number = save * 20 % documents;
    format!("r{}/d{number:05}", 8 + number % 20)
}

fn edit(file: &Path, save: u32) -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    let end = if save % 4 == 3 {
        format!("\n\n{save}番目の保存で加えた項です。\n")
    } else {
        format!("{save}\n")
    };
    Ok(fs::write(file, format!("{}{end}", text.trim_end()))?)
}

/// What the preview does when it is told that files were touched, and how long a page of it is.
fn saved(
    folder: &mut Folder,
    session: &mut Session,
    (page, touched): (&str, &[PathBuf]),
) -> Result<(Arc<Snapshot>, usize), Box<dyn Error>> {
    folder.read_touched(touched).ok_or("nothing has changed")?;
    let (tree, found) = folder.read_last();
    let snapshot = session.step(tree, found, Timestamp::now());
    let bytes = snapshot.file(page).ok_or("the page is not there")?.len();
    Ok((snapshot, bytes))
}

/// How long the threads of this program have run so far; nothing where the system does not tell.
fn on_processor() -> Duration {
    let tasks = fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let nanoseconds = tasks.filter_map(|task| {
        let told = fs::read_to_string(task.path().join("schedstat")).ok()?;
        told.split(' ').next()?.parse::<u64>().ok()
    });
    Duration::from_nanos(nanoseconds.sum())
}

fn summary(times: &mut [Duration]) -> String {
    times.sort_unstable();
    let at = |share: usize| milliseconds(times[(times.len() - 1) * share / 100]);
    format!("median {:.0} ms, p95 {:.0} ms, slowest {:.0} ms", at(50), at(95), at(100))
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
