//! The share of the search index in a build. The same function runs by itself on the same documents.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::Duration;

use hoshin::search;

use super::{RUNS, linked, own_cpu};

/// The cost of an index.
pub(super) struct Indexing {
    /// User and system time, the mean of several runs.
    pub(super) cpu: Duration,
    /// The growth of memory at the peak, files included.
    pub(super) grown_kib: u64,
    /// The number of files.
    pub(super) files: usize,
    /// The bytes of all files.
    pub(super) bytes: usize,
    /// The bytes of the largest file besides the directory, and those of the directory.
    pub(super) largest: (usize, usize),
}

/// Indexes the documents of a site.
pub(super) fn measure(site: &Path) -> Result<Indexing, Box<dyn Error>> {
    let gathered = linked(site)?;

    // Writing 5 resets the peak to the present size (proc(5)).
    fs::write("/proc/self/clear_refs", "5")?;
    let before = status("VmRSS:")?;
    let files = search::index(&gathered.corpus);
    let grown_kib = status("VmHWM:")?.saturating_sub(before);

    let began = own_cpu()?;
    for _ in 0..RUNS {
        std::hint::black_box(search::index(&gathered.corpus));
    }
    let sizes = || files.iter().map(|file| file.bytes.len());
    Ok(Indexing {
        cpu: (own_cpu()? - began) / RUNS,
        grown_kib,
        files: files.len(),
        bytes: sizes().sum(),
        largest: (sizes().skip(1).max().unwrap_or(0), sizes().next().unwrap_or(0)),
    })
}

fn status(name: &str) -> Result<u64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}
