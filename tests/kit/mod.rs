//! The test kit: a small site written in the test, a command, and its exact output.
//!
//! ```ignore
//! let site = Site::new().file("content/r8/a.md", document("status: published", "# 題名\n\n本文\n"));
//! insta::assert_snapshot!(site.run("check"), @"…");
//! ```
//!
//! The real program runs, in the site's own folder (so that no path differs from run to run), with an empty
//! environment: Japanese, no colours. In its output only the seconds that a build took are replaced.

#![allow(dead_code, unreachable_pub)] // each test file uses a part of it
#![allow(clippy::expect_used, clippy::panic)] // a kit that fails is a test that fails

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A site in a temporary folder.
pub struct Site(TempDir);

/// The result of a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// The exit code; -1 when a signal ended the program.
    pub code: i32,
    /// The text on standard output.
    pub out: String,
    /// The text on standard error.
    pub err: String,
}

/// The smallest site: a title, a city and an address.
pub const SITE: &str = "title: 試験市の方針\ncity: 試験市\nbase_url: https://www.example.jp/\n";

/// A document with all required keys; `more` are further lines of front matter, such as `status: published`.
pub fn document(more: &str, body: &str) -> String {
    titled("令和8年度の方針", more, body)
}

/// A document with this title.
pub fn titled(title: &str, more: &str, body: &str) -> String {
    format!("---\ntitle: {title}\nkind: 計画\nfiscal_year: R8\n{more}\n---\n\n{body}")
}

impl Site {
    /// A site with a `site.yaml` and no document.
    pub fn new() -> Self {
        Self::empty().file("content/site.yaml", SITE)
    }

    /// An empty folder.
    pub fn empty() -> Self {
        Self(TempDir::with_prefix("hoshin-test-").expect("a temporary folder"))
    }

    /// The repository's own content: the two real documents.
    pub fn of_the_repository() -> Self {
        let mut files = BTreeMap::new();
        collect(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/content")), "content/", &mut files);
        files.into_iter().fold(Self::empty(), |site, (path, bytes)| site.file(&path, bytes))
    }

    /// Adds or replaces a file.
    pub fn file(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        self.write(path, content);
        self
    }

    /// Adds or replaces a file.
    pub fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(path, content).expect("a file");
    }

    /// Removes a file.
    pub fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).expect("a file to remove");
    }

    /// The path of a file on disk.
    pub fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    /// The text of a file.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// All files below a folder with their bytes, by path below it; empty when there is no such folder.
    pub fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.path(folder), "", &mut files);
        files
    }

    /// Runs hoshin in the site's folder; arguments are separated by spaces.
    pub fn run(&self, arguments: &str) -> Output {
        self.run_with(arguments, &[])
    }

    /// Runs hoshin with environment variables.
    pub fn run_with(&self, arguments: &str, variables: &[(&str, &str)]) -> Output {
        let output = self.command(arguments, variables).output().expect("the program runs");
        let text = |bytes: Vec<u8>| without_seconds(&String::from_utf8(bytes).expect("UTF-8"));
        Output { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }

    /// The command, for tests that run it in another way.
    pub fn command(&self, arguments: &str, variables: &[(&str, &str)]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hoshin"));
        command.args(arguments.split_whitespace()).current_dir(self.0.path()).env_clear();
        command.envs(variables.iter().copied());
        command
    }
}

impl Output {
    /// Standard output as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self}"))
    }

    /// The codes in brackets on standard error, in order: `エラー[dead-link]: …`.
    pub fn codes(&self) -> Vec<&str> {
        let code = |line: &'_ str| {
            let (_, rest) = line.split_once('[').filter(|(before, _)| !before.contains(' '))?;
            let (code, _) = rest.split_once("]: ")?;
            Some(line.len() - rest.len()..line.len() - rest.len() + code.len())
        };
        self.err.lines().filter_map(|line| code(line).map(|range| &line[range])).collect()
    }
}

impl fmt::Display for Output {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "exit {}", self.code)?;
        for (name, text) in [("stdout", &self.out), ("stderr", &self.err)] {
            if !text.is_empty() {
                write!(f, "--- {name}\n{text}")?;
            }
        }
        Ok(())
    }
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let entry = entry.expect("an entry");
        let name = format!("{prefix}{}", entry.file_name().to_str().expect("UTF-8"));
        if entry.file_type().expect("a type").is_dir() {
            collect(&entry.path(), &format!("{name}/"), files);
        } else {
            files.insert(name, fs::read(entry.path()).expect("a file"));
        }
    }
}

/// `（0.12 秒）` and `(0.12 s)` become `（0.00 秒）` and `(0.00 s)`.
pub fn without_seconds(text: &str) -> String {
    let mut out = text.to_owned();
    for (open, close) in [("（", " 秒）"), ("(", " s)")] {
        let mut done = 0;
        while let Some(end) = out[done..].find(close).map(|at| done + at) {
            if let Some(start) = out[..end].rfind(open).map(|at| at + open.len())
                && out[start..end].parse::<f64>().is_ok()
            {
                out.replace_range(start..end, "0.00");
                done = start + "0.00".len() + close.len();
            } else {
                done = end + close.len();
            }
        }
    }
    out
}
