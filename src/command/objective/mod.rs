//! `hoshin objective`: objectives as a table, and back.

mod export;
mod import;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::arguments::{Input, Objective};
use super::console::Console;
use super::stopped::Stopped;
use super::{Context, Exit, Failure, in_threads};
use crate::address::Mode;
use crate::corpus::Corpus;
use crate::diagnostic::catalogue;
use crate::pipeline::{self, Drafts, Options, Unobserved};
use crate::source;

/// Runs one of the commands.
pub(super) fn run(objective: &Objective, context: &Context, console: &mut Console) -> Result<Exit, Failure> {
    let done = match objective {
        Objective::Export(export) => export::run(export, context, console),
        Objective::Import { csv, record } => import::run(csv, record, context, console),
    };
    done.map(|()| Exit::Fine).or_else(|stopped| stopped.told(context, console))
}

/// A site as it is read for a table.
struct Folder {
    corpus: Corpus,
    path: PathBuf,
    /// The documents as they were read, by path.
    files: BTreeMap<String, Vec<u8>>,
}

impl Folder {
    /// Reads the site. Where something in it is wrong, no table is made of it, and none taken over.
    fn open(input: &Input, context: &Context) -> Result<Self, Stopped> {
        let (tree, found) = source::read_tree(&input.site).map_err(Failure::Read)?;
        let is_document = |path: &str| path.starts_with("content/") && path.ends_with(".md");
        let files = tree.files.iter().filter(|(path, _)| is_document(path));
        let files = files.map(|(path, bytes)| (path.clone(), bytes.to_vec())).collect();
        let options =
            Options { now: context.now, fails_from: context.fails_from, locks: Mode::Record, drafts: Drafts::Withheld };
        let gathered = in_threads(input.jobs, || {
            pipeline::gather(tree, found, &options, &Unobserved).map_err(|unread| Failure::Site(unread.diagnostics))
        })?;
        if gathered.diagnostics.has_errors() {
            return Err(Stopped::Found(gathered.diagnostics));
        }
        Ok(Self { corpus: gathered.corpus, path: input.site.clone(), files })
    }
}

/// A table that cannot be written.
fn unwritable(path: &Path, error: &std::io::Error) -> Stopped {
    let finding = catalogue::ledger_not_written(&error.to_string());
    Stopped::Found([finding.in_file(path.display().to_string())].into_iter().collect())
}

/// A table that cannot be read.
fn unreadable(path: &Path, error: &std::io::Error) -> Stopped {
    let finding = catalogue::unreadable_file(&error.kind().to_string());
    Stopped::Found([finding.in_file(path.display().to_string())].into_iter().collect())
}
