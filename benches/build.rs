//! The cost of a cold and a warm build: documents a second, CPU, memory and bytes written.
//!
//! `cargo bench [-- N]` generates N documents (1,000 by default) as large as the two real ones, always the same for the
//! same N, builds them with the real binary into an empty folder (cold) and again with nothing changed (warm).
//! CPU is user + system time of the whole process, as Linux accounts it; memory is the peak resident set.

#[path = "build/connecting.rs"]
mod connecting;
#[path = "kit/cpu.rs"]
mod cpu;
#[path = "build/indexing.rs"]
mod indexing;
#[path = "kit/mod.rs"]
mod kit;

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use hoshin::address::Mode;
use hoshin::diagnostic::Severity;
use hoshin::pipeline::{Drafts, Gathered, Moment, Options, Unobserved, gather};
use hoshin::source;
use jiff::civil::date;

use kit::generate;

const RUNS: u32 = 5;
/// Linux accounts CPU time in ticks of 1/100 s (`USER_HZ`).
const TICK: Duration = Duration::from_millis(10);

fn main() -> Result<(), Box<dyn Error>> {
    let documents = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(1_000);
    let folder = build_folder();
    let (site, small) = (tempfile::tempdir_in(&folder)?, tempfile::tempdir_in(&folder)?);
    let source_bytes = generate(site.path(), documents)?;
    generate(small.path(), 2)?;
    println!("{documents} documents, {source_bytes} bytes of Markdown, {RUNS} runs each");

    let baseline = measure(small.path(), Start::Cold)?;
    let cold = measure(site.path(), Start::Cold)?;
    let warm = measure(site.path(), Start::Warm)?;
    println!(
        "{:6} {:>12} {:>10} {:>10} {:>12} {:>14}",
        "", "documents/s", "wall s", "CPU s", "peak KiB", "bytes written"
    );
    for (name, cost) in [("cold", &cold), ("warm", &warm)] {
        let (wall, cpu) = (cost.wall.as_secs_f64(), cost.cpu.as_secs_f64());
        let rate = f64::from(documents) / wall;
        println!("{name:6} {rate:>12.0} {wall:>10.3} {cpu:>10.3} {:>12} {:>14}", cost.peak_kib, cost.written);
    }
    let grown = cold.peak_kib.saturating_sub(baseline.peak_kib);
    println!("memory per document: {:.1} KiB ({grown} KiB above a site of two)", grown as f64 / f64::from(documents));
    let index = indexing::measure(site.path())?;
    let share = 100.0 * index.cpu.as_secs_f64() / cold.cpu.as_secs_f64();
    let indexing::Indexing { cpu, grown_kib, files, bytes, largest: (file, directory) } = index;
    println!(
        "search index: {:.3} CPU s ({share:.0} % of a cold build), {grown_kib} KiB of memory, {files} files, {bytes} bytes",
        cpu.as_secs_f64()
    );
    println!("search index: largest file {file} bytes, directory {directory} bytes");
    connections(documents)
}

/// The cost of ten objectives in every document: the pages of the cascade and the data, as a share of a build with them.
fn connections(documents: u32) -> Result<(), Box<dyn Error>> {
    let site = tempfile::tempdir_in(build_folder())?;
    generate(site.path(), documents)?;
    let objectives = connecting::add_objectives(&site.path().join("content"), documents)?;
    let cold = measure(site.path(), Start::Cold)?;
    let connecting::Connecting { cpu, files, bytes, largest } = connecting::measure(site.path())?;
    let (with, own) = (cold.cpu.as_secs_f64(), cpu.as_secs_f64());
    println!(
        "connections and data of {objectives} objectives: {own:.3} CPU s, {:.0} % on top of the {:.3} CPU s of a cold build without them",
        100.0 * own / (with - own),
        with - own
    );
    println!("connections and data: {files} files, {bytes} bytes, largest page {largest} bytes");
    Ok(())
}

/// User and system time of this process.
fn own_cpu() -> Result<Duration, Box<dyn Error>> {
    cpu::cpu_time().ok_or_else(|| "this system does not tell processor time".into())
}

/// The documents of a site, linked, at a moment when all of them are public.
fn linked(site: &Path) -> Result<Gathered, Box<dyn Error>> {
    let (tree, found) = source::read_tree(site).map_err(|_| "the site cannot be read")?;
    let options = Options {
        now: Moment::Local(date(2060, 1, 1).at(0, 0, 0, 0)),
        fails_from: Severity::Error,
        locks: Mode::Record,
        drafts: Drafts::Withheld,
    };
    gather(tree, found, &options, &Unobserved).map_err(|_| "the site cannot be linked".into())
}

/// The folder in which sites are built: in memory where Linux offers it. On a disk, removing thousands of files again and
/// again makes some file systems slower with every run; the disk would be measured instead of hoshin.
fn build_folder() -> PathBuf {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() }
}

/// How a build starts.
#[derive(Clone, Copy, PartialEq)]
enum Start {
    /// Into a folder that does not exist.
    Cold,
    /// Over a site that is up to date.
    Warm,
}

/// The cost of a build: medians of several runs, and the mean of the CPU time, which is accounted coarsely.
struct Cost {
    wall: Duration,
    cpu: Duration,
    peak_kib: u64,
    written: u64,
}

fn measure(site: &Path, start: Start) -> Result<Cost, Box<dyn Error>> {
    let output = site.join("public");
    let (mut walls, mut peaks, mut written) = (Vec::new(), Vec::new(), 0);
    let cpu_before = children_cpu()?;
    for _ in 0..RUNS {
        if start == Start::Cold {
            remove(&output)?;
            remove(&site.join(".public.hoshin"))?;
        }
        let before = files(&output)?;
        let began = Instant::now();
        let child = Command::new(env!("CARGO_BIN_EXE_hoshin"))
            .args(["build", "-q", "--site"])
            .arg(site)
            .stdin(Stdio::null())
            .spawn()?;
        peaks.push(wait(child)?);
        walls.push(began.elapsed());
        written = files(&output)?.difference(&before).map(|(_, _, size)| size).sum();
    }
    walls.sort_unstable();
    peaks.sort_unstable();
    let middle = RUNS as usize / 2;
    Ok(Cost { wall: walls[middle], cpu: (children_cpu()? - cpu_before) / RUNS, peak_kib: peaks[middle], written })
}

fn remove(folder: &Path) -> std::io::Result<()> {
    if folder.exists() { fs::remove_dir_all(folder) } else { Ok(()) }
}

/// Waits for a build and returns its peak resident set, read until it ends.
fn wait(mut child: Child) -> Result<u64, Box<dyn Error>> {
    let status_file = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    loop {
        let status = fs::read_to_string(&status_file).unwrap_or_default();
        if let Some(kib) = status.lines().find_map(|line| line.strip_prefix("VmHWM:")) {
            peak = kib.trim().trim_end_matches(" kB").parse()?;
        }
        if let Some(status) = child.try_wait()? {
            return if status.success() { Ok(peak) } else { Err(format!("the build ended with {status}").into()) };
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// User and system time of all children that have ended.
fn children_cpu() -> Result<Duration, Box<dyn Error>> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    // proc(5): cutime and cstime are fields 16 and 17; what follows the name starts with field 3.
    let ticks: u32 = after_name.split_whitespace().skip(13).take(2).map(|field| field.parse().unwrap_or(0)).sum();
    Ok(TICK * ticks)
}

/// A file: its path, inode and size in bytes.
type FileState = (PathBuf, u64, u64);

/// Every file below a folder.
fn files(folder: &Path) -> Result<BTreeSet<FileState>, Box<dyn Error>> {
    let mut found = BTreeSet::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
        let metadata = entry.metadata()?;
        found.insert((entry.into_path(), metadata.ino(), metadata.size()));
    }
    Ok(found)
}
