//! `hoshin objective`: writes objectives as a table, and reads the table back.

mod export;
mod import;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::arguments::{Objective, SiteInput};
use super::console::Console;
use super::error::{CommandError, Failure};
use super::gather::gather;
use super::{CommandContext, Exit, report};
use crate::corpus::Corpus;
use crate::diagnostic::catalogue;
use crate::source;

/// Runs one of the commands.
pub(super) fn run(objective: &Objective, context: &CommandContext, console: &mut Console) -> Result<Exit, Failure> {
    let done = match objective {
        Objective::Export(export) => export::run(export, context, console),
        Objective::Import { csv, record } => import::run(csv, record, context, console),
    };
    done.map(|()| Exit::Fine).or_else(|error| report::error(error, context, console))
}

/// A site, read for a table.
struct ObjectiveSources {
    corpus: Corpus,
    path: PathBuf,
    /// The documents as they were read, by path.
    files: BTreeMap<String, Vec<u8>>,
}

impl ObjectiveSources {
    /// Reads the site. When it has errors, no table is written and none is imported.
    fn open(input: &SiteInput, context: &CommandContext) -> Result<Self, CommandError> {
        let (tree, found) = source::read_tree(&input.site).map_err(Failure::Read)?;
        let is_document = |path: &str| path.starts_with("content/") && path.ends_with(".md");
        let files = tree.files.iter().filter(|(path, _)| is_document(path));
        let files = files.map(|(path, bytes)| (path.clone(), bytes.to_vec())).collect();
        let gathered = gather(tree, found, input, context)?;
        if gathered.diagnostics.has_errors() {
            return Err(CommandError::Found(gathered.diagnostics));
        }
        Ok(Self { corpus: gathered.corpus, path: input.site.clone(), files })
    }
}

/// A table that cannot be written.
fn unwritable(path: &Path, error: &std::io::Error) -> CommandError {
    let finding = catalogue::ledger_not_written(&error.to_string());
    CommandError::Found([finding.in_file(path.display().to_string())].into_iter().collect())
}

/// A table that cannot be read.
fn unreadable(path: &Path, error: &std::io::Error) -> CommandError {
    let finding = catalogue::unreadable_file(&error.kind().to_string());
    CommandError::Found([finding.in_file(path.display().to_string())].into_iter().collect())
}
