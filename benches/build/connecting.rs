//! The share of the pages of the cascade and the data files in a build, on a site with many objectives. The same functions run
//! by themselves on the same documents.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Duration;

use hoshin::site;

use super::{RUNS, linked, own_cpu};

/// Objectives of a document.
const OBJECTIVES: usize = 10;
/// Documents whose clauses are taken up. They are few, so that each clause has many lower ones.
const UPPER: u32 = 10;

/// The cost of the pages of the cascade.
pub(super) struct Connecting {
    /// User and system time, the mean of several runs.
    pub(super) cpu: Duration,
    /// The number of files.
    pub(super) files: usize,
    /// The bytes of all files.
    pub(super) bytes: usize,
    /// The bytes of the largest page.
    pub(super) largest: usize,
}

/// Adds objectives to every document of a generated site; returns how many.
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

/// Renders the pages of the cascade of a site.
pub(super) fn measure(folder: &Path) -> Result<Connecting, Box<dyn Error>> {
    let gathered = linked(folder)?;
    let corpus = &gathered.corpus;
    let (theme, _) = site::Theme::load("default", &std::collections::BTreeMap::new());
    let theme = theme.ok_or("no theme")?;
    let made = site::connections(corpus, &theme);
    let began = own_cpu()?;
    for _ in 0..RUNS {
        std::hint::black_box(site::connections(corpus, &theme));
    }
    let cpu = (own_cpu()? - began) / RUNS;
    let sizes: Vec<(&str, usize)> = made.iter().map(|(path, bytes)| (path, bytes.len())).collect();
    let largest = sizes.iter().filter(|(path, _)| path.ends_with(".html")).map(|(_, size)| *size).max().unwrap_or(0);
    Ok(Connecting { cpu, files: sizes.len(), bytes: sizes.iter().map(|(_, size)| size).sum(), largest })
}
