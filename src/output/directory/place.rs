//! The paths of the published folder and of the work folder beside it.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::output::error::AtPath;
use crate::output::{PublishError, Unsuitable};

use super::DEFAULT_FOLDER;

/// The most symbolic links that are followed in a row; the limit of Linux.
const MOST_LINKS: usize = 40;

/// A published folder and its work folder. For `public` the work folder is `.public.hoshin`. It is beside the published
/// folder, so that both are on one file system and a rename is enough. It is never inside, so that it is never
/// published.
#[derive(Debug)]
pub(super) struct OutputPlace {
    /// The path as the user gave it, for messages.
    pub(super) given: PathBuf,
    /// The folder, absolute and with links resolved. A link to it stays; its destination is exchanged.
    pub(super) target: PathBuf,
    work: PathBuf,
}

impl OutputPlace {
    /// Resolves `target`. It need not exist; nothing is created.
    ///
    /// # Errors
    /// [`Unsuitable::HoldsSite`] for the root of a disk; I/O errors of resolving links.
    pub(super) fn find(target: &Path) -> Result<Self, PublishError> {
        let real = real_path(target).at(target)?;
        let (Some(parent), Some(name)) = (real.parent(), real.file_name()) else {
            return Err(PublishError::Unsuitable { target: target.to_owned(), why: Unsuitable::HoldsSite });
        };
        Ok(Self { given: target.to_owned(), work: parent.join(work_name(name)), target: real })
    }

    /// True if this is the default output folder of the site in `site_dir`. A link in its place may lead to another
    /// site's.
    pub(super) fn is_default_of(&self, site_dir: &Path) -> bool {
        real_path(site_dir).is_ok_and(|site| self.target == site.join(DEFAULT_FOLDER))
    }

    pub(super) fn work(&self) -> &Path {
        &self.work
    }

    /// The file whose lock excludes a second build.
    pub(super) fn lock(&self) -> PathBuf {
        self.work.join("lock")
    }

    /// The new tree while it is written; after an exchange, the old one.
    pub(super) fn staging(&self) -> PathBuf {
        self.work.join("staging")
    }

    /// The old tree, complete, between the two renames of a swap.
    pub(super) fn old(&self) -> PathBuf {
        self.work.join("old")
    }

    /// A tree that is to be removed, complete or not.
    pub(super) fn trash(&self) -> PathBuf {
        self.work.join("trash")
    }

    /// The journal of a swap in two renames.
    pub(super) fn journal(&self) -> PathBuf {
        self.work.join("journal")
    }

    /// The record of the site's folder from which the target was made.
    pub(super) fn origin(&self) -> PathBuf {
        self.work.join("origin.json")
    }
}

/// `.public.hoshin` for `public`.
fn work_name(name: &OsStr) -> OsString {
    let mut work = OsString::from(".");
    work.push(name);
    work.push(".hoshin");
    work
}

/// True for the name of a work folder. Other programs do not use such names.
pub(super) fn is_work_name(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    name.len() > ".".len() + ".hoshin".len() && name.starts_with(b".") && name.ends_with(b".hoshin")
}

/// The absolute path with links resolved. Its end, or the destination of a link, need not exist.
pub(super) fn real_path(path: &Path) -> io::Result<PathBuf> {
    let mut here = std::path::absolute(path)?;
    let mut missing = Vec::new();
    let mut links = 0;
    loop {
        let error = match here.canonicalize() {
            Ok(real) => return Ok(missing.iter().rev().fold(real, |real, name| real.join(name))),
            Err(error) if error.kind() == io::ErrorKind::NotFound && links < MOST_LINKS => error,
            Err(error) => return Err(error),
        };
        let (Some(parent), Some(name)) = (here.parent(), here.file_name()) else { return Err(error) };
        here = if let Ok(link) = here.read_link() {
            links += 1;
            parent.join(link)
        } else {
            missing.push(name.to_owned());
            parent.to_owned()
        };
    }
}

/// The bytes of a regular file. A pipe or a device is an error, because reading it may never end.
pub(super) fn read_regular(path: &Path) -> io::Result<Vec<u8>> {
    if path.metadata()?.is_file() {
        fs::read(path)
    } else {
        Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"))
    }
}

/// True if something with that name exists, a dangling link included.
pub(super) fn is_there(path: &Path) -> Result<bool, PublishError> {
    match path.symlink_metadata() {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error).at(path),
    }
}
