//! Why a site could not be published, and in what words that is said.

use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, catalogue};

use super::occupied::Occupied;

/// Why a site was not published. In every case what was published before is untouched.
#[derive(Debug)]
pub enum PublishError {
    /// The folder cannot be an output folder at all.
    Unsuitable {
        /// The folder, as it was given.
        target: PathBuf,
        /// Why not.
        why: Unsuitable,
    },
    /// Another build is writing to the folder at this moment, or has replaced it since it was looked at.
    Busy {
        /// The folder, as it was given.
        target: PathBuf,
    },
    /// The place is hoshin's already, and not for this.
    Occupied(Box<Occupied>),
    /// The folder holds something, and nothing proves that hoshin wrote it.
    NotOurs {
        /// The folder, as it was given.
        target: PathBuf,
        /// What was found.
        why: NotOurs,
    },
    /// hoshin wrote the folder, but somebody has put files into it since.
    Foreign {
        /// The folder, as it was given.
        target: PathBuf,
        /// The first ten of them in order, relative to the folder; folders end with `/`.
        paths: Vec<String>,
        /// How many there are.
        count: usize,
    },
    /// A file of the site has a name that not every system can store.
    Name {
        /// The path, relative to the output folder.
        path: String,
    },
    /// The new site is complete, but the system does not let it take the old one's place.
    Swap {
        /// The folder, as it was given.
        target: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// Reading or writing failed.
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

/// Why a folder cannot be an output folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsuitable {
    /// It is the site's folder, contains it, or is the root of the disk.
    HoldsSite,
    /// It lies in `content/` or `themes/`, or is one of them: what is written there would be read at the next build.
    InsideSources,
    /// There is something of that name, and it is not a folder.
    NotAFolder,
}

/// Why a folder is not taken for ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotOurs {
    /// It holds files and no manifest.
    NoManifest {
        /// One of the files, relative to the folder.
        example: String,
    },
    /// The manifest is not as hoshin wrote it.
    Damaged {
        /// The line, from 1.
        line: usize,
    },
    /// A build was interrupted while the sites changed places, and somebody has put another folder there since.
    Interrupted {
        /// Where the old site is kept.
        old: PathBuf,
    },
}

impl PublishError {
    /// The finding to print.
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

/// Says which path an I/O error is about.
pub(super) trait AtPath<T> {
    /// Names the path.
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

/// `a, b, c …`: the dots say that there are more.
fn listed(paths: &[String], count: usize) -> String {
    let mut list = paths.join(", ");
    if paths.len() < count {
        list.push_str(" …");
    }
    list
}
