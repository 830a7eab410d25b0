//! The cost of a preview at 1,000 documents: from the start to the first page, and from a save to the new page.
//!
//! `cargo bench --bench preview [-- N]`. Saves are measured twice. First by themselves: reading the file, the next snapshot and
//! the page, from the end of the batch of events. The processor time of all threads is given too; it does not depend on the
//! other work of the machine. Second as a browser sees them: `hoshin serve` is asked for the state of the page as the script
//! in the page asks. The batch window is subtracted from that time. Every fourth save adds a clause; the others change words.

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
    let (mut shown, bytes) = save(&mut folder, &mut session, &[], "r8/d00000/index.html")?;
    println!("start: {bytes} bytes of the first page after {:.0} ms", milliseconds(began.elapsed()));

    let (mut times, mut work) = (Vec::new(), Vec::new());
    for number in 0..SAVES {
        let source = document(number, documents);
        let touched = site.join(format!("content/{source}.md"));
        edit(&touched, number)?;
        let (began, before) = (Instant::now(), on_processor());
        // The former snapshot is dropped when the new one is shown.
        (shown, _) = {
            let next = save(&mut folder, &mut session, &[touched], &format!("{source}/index.html"))?;
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

/// Does the work of the preview for touched files. Returns the snapshot and the bytes of a page.
fn save(
    folder: &mut Folder,
    session: &mut Session,
    touched: &[PathBuf],
    page: &str,
) -> Result<(Arc<Snapshot>, usize), Box<dyn Error>> {
    folder.read_touched(touched).ok_or("nothing has changed")?;
    let (tree, found) = folder.read_last();
    let snapshot = session.step(tree, found, Timestamp::now());
    let bytes = snapshot.file(page).ok_or("the page is not there")?.len();
    Ok((snapshot, bytes))
}

/// The processor time of all threads of this program so far; zero where the system does not tell.
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
