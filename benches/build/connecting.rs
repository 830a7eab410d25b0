//! The cost of the pages of the cascade within a build, on a site with many objectives: the same documents are rendered with the
//! cascade and without.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Duration;

use hoshin::corpus::{Cascade, Corpus};
use hoshin::site;

use super::{RUNS, linked, own_cpu};

/// Objectives of a document.
const OBJECTIVES: usize = 10;
/// Documents whose clauses are taken up: few, so that much stands under each clause.
const UPPER: u32 = 10;

/// The cost of the connections.
pub(super) struct Connecting {
    /// User and system time, the mean of several runs.
    pub(super) cpu: Duration,
    /// Files of them.
    pub(super) files: usize,
    /// Their bytes together.
    pub(super) bytes: usize,
    /// Bytes of the largest page.
    pub(super) largest: usize,
}

/// Adds objectives to every document of a generated site; tells how many there are then.
pub(super) fn add_objectives(content: &Path, documents: u32) -> Result<usize, Box<dyn Error>> {
    for number in 0..documents {
        let path = content.join(format!("r{}/d{number:05}.md", 8 + number % 20));
        let mut text = fs::read_to_string(&path)?;
        // Documents with even numbers are like the mayor's policy: (1) of its sections is s1-1, s2-1, s3-1.
        let upper = 2 * (number % UPPER);
        for objective in 0..OBJECTIVES {
            let section = 1 + objective % 3;
            let year = 8 + upper % 20;
            let _ = write!(
                text,
                "\n## {} 目標その{objective}を進める（{number}）\n\n```objective\nimplements: {{clause: r{year}/d{upper:05}#s{section}-1, relation: 具体化する}}\nindicator: 件数\nkind: outcome\nunit: 件\ndirection: up\nbaseline: {{value: {number}, on: 2026-03-31}}\ntarget: {{value: {}, by: 2027-03-31}}\nsdgs: [11]\n```\n",
                20 + objective,
                number + 100,
            );
        }
        fs::write(path, text)?;
    }
    Ok(documents as usize * OBJECTIVES)
}

/// Renders a site with and without its connections. The files are those of the connections and of the data.
pub(super) fn measure(folder: &Path) -> Result<Connecting, Box<dyn Error>> {
    let gathered = linked(folder)?;
    let corpus = &gathered.corpus;
    let mut unconnected = corpus.clone();
    unconnected.cascade = Cascade::default();
    let (theme, _) = site::Theme::load("default", &BTreeMap::new());
    let theme = theme.ok_or("no theme")?;
    let rendering = |corpus: &Corpus| -> Result<Duration, Box<dyn Error>> {
        let began = own_cpu()?;
        for _ in 0..RUNS {
            std::hint::black_box(site::render(corpus, &theme, &BTreeMap::new()));
        }
        Ok((own_cpu()? - began) / RUNS)
    };
    let cpu = rendering(corpus)?.saturating_sub(rendering(&unconnected)?);
    let (made, _) = site::render(corpus, &theme, &BTreeMap::new());
    let folders = ["trace/", "organizations/", "sdgs/", "years/", "data/"];
    let connecting = made.iter().filter(|(path, _)| folders.iter().any(|folder| path.starts_with(folder)));
    let sizes: Vec<(String, usize)> = connecting.map(|(path, bytes)| (path.to_owned(), bytes.len())).collect();
    let largest = sizes.iter().filter(|(path, _)| path.ends_with(".html")).map(|(_, size)| *size).max().unwrap_or(0);
    Ok(Connecting { cpu, files: sizes.len(), bytes: sizes.iter().map(|(_, size)| size).sum(), largest })
}
