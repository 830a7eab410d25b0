//! The reasons why a site could not be published, and their messages.

use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, catalogue};

use super::occupied::Occupied;

/// The reason why a site was not published. The site published before is untouched in every case.
#[derive(Debug)]
pub enum PublishError {
    /// The folder cannot be an output folder at all.
    Unsuitable {
        /// The folder as given.
        target: PathBuf,
        /// The reason.
        why: Unsuitable,
    },
    /// Another build is writing to the folder, or has replaced it since it was read.
    Busy {
        /// The folder as given.
        target: PathBuf,
    },
    /// The place belongs to another output of hoshin.
    Occupied(Box<Occupied>),
    /// The folder is not empty, and nothing proves that hoshin wrote it.
    NotOurs {
        /// The folder as given.
        target: PathBuf,
        /// The evidence.
        why: NotOurs,
    },
    /// hoshin wrote the folder, but somebody has added files since.
    Foreign {
        /// The folder as given.
        target: PathBuf,
        /// The first ten of these files in order, relative to the folder; folders end with `/`.
        paths: Vec<String>,
        /// The number of these files.
        count: usize,
    },
    /// A file of the site has a name that not every system can store.
    Name {
        /// The path, relative to the output folder.
        path: String,
    },
    /// The new site is complete, but the system does not let it replace the old one.
    Swap {
        /// The folder as given.
        target: PathBuf,
        /// The message of the system.
        error: io::Error,
    },
    /// Reading or writing failed.
    Io {
        /// The file or folder.
        path: PathBuf,
        /// The message of the system.
        error: io::Error,
    },
}

/// The reason why a folder cannot be an output folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsuitable {
    /// It is the site's folder, contains it, or is the root of the disk.
    HoldsSite,
    /// It is `content/` or `themes/` or lies in one of them. The next build would read what is written there.
    InsideSources,
    /// A file of that name exists.
    NotAFolder,
}

/// The reason why hoshin does not treat a folder as its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotOurs {
    /// It holds files and no manifest.
    NoManifest {
        /// One of the files, relative to the folder.
        example: String,
    },
    /// Somebody has changed the manifest.
    Damaged {
        /// The line, from 1.
        line: usize,
    },
    /// A build was interrupted while the sites were exchanged, and somebody has put another folder there since.
    Interrupted {
        /// The place of the old site.
        old: PathBuf,
    },
}

impl PublishError {
    /// The finding for the user.
    #[must_use]
    pub fn diagnostic(&self) -> Diagnostic {
        let finding = match self {
            Self::Unsuitable { target, why: Unsuitable::HoldsSite } => catalogue::output_holds_site(&shown(target)),
            Self::Unsuitable { target, why: Unsuitable::InsideSources } => {
                catalogue::output_inside_sources(&shown(target))
            }
            Self::Unsuitable { target, why: Unsuitable::NotAFolder } => catalogue::output_not_a_folder(&shown(target)),
            Self::Busy { target } => catalogue::output_busy(&shown(target)),
            Self::Occupied(occupied) => occupied.finding(),
            Self::NotOurs { target, why: NotOurs::NoManifest { example } } => {
                catalogue::output_not_ours(&shown(target), example)
            }
            Self::NotOurs { target, why: NotOurs::Damaged { line } } => {
                catalogue::output_manifest_damaged(&shown(target), *line)
            }
            Self::NotOurs { target, why: NotOurs::Interrupted { old } } => {
                catalogue::output_interrupted(&shown(target), &shown(old))
            }
            Self::Foreign { target, paths, count } => {
                catalogue::output_foreign_files(&shown(target), &listed(paths, *count), *count)
            }
            Self::Name { path } => catalogue::output_file_name(path),
            Self::Swap { target, error } => catalogue::output_swap(&shown(target), &error.to_string()),
            Self::Io { path, error } if is_full(error) => catalogue::output_disk_full(&shown(path), &error.to_string()),
            Self::Io { path, error } => catalogue::output_io(&shown(path), &error.to_string()),
        };
        finding.of_site()
    }
}

impl std::fmt::Display for PublishError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.diagnostic().text.en)
    }
}

impl std::error::Error for PublishError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Swap { error, .. } | Self::Io { error, .. } => Some(error),
            _ => None,
        }
    }
}

/// Adds the path to an I/O error.
pub(super) trait AtPath<T> {
    fn at(self, path: &Path) -> Result<T, PublishError>;
}

impl<T> AtPath<T> for io::Result<T> {
    fn at(self, path: &Path) -> Result<T, PublishError> {
        self.map_err(|error| PublishError::Io { path: path.to_owned(), error })
    }
}

fn is_full(error: &io::Error) -> bool {
    use io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
    matches!(error.kind(), StorageFull | QuotaExceeded | FileTooLarge)
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// `a, b, c …`: the dots stand for further paths.
fn listed(paths: &[String], count: usize) -> String {
    let mut list = paths.join(", ");
    if paths.len() < count {
        list.push_str(" …");
    }
    list
}
