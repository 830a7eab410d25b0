//! Keeps every command from writing over, into or around an output folder of hoshin, unless it makes the same folder
//! anew.

use std::io;
use std::path::{Path, PathBuf};

use crate::output::error::AtPath;
use crate::output::{Claim, FolderKind, Occupant, Occupied, Publication, PublishError, Relation, Unsuitable};
use crate::policy::SiteName;
use crate::source::{CONTENT, SETTINGS, THEMES};

use super::DEFAULT_FOLDER;
use super::manifest::{MANIFEST, Manifest};
use super::origin::SiteOrigin;
use super::place::{OutputPlace, is_there, is_work_name, read_regular, real_path};

/// The folders of a site that are read.
const SOURCES: [&str; 2] = [CONTENT, THEMES];

/// Refuses an output folder in which publishing would destroy sources or feed a build its own output. Also refuses one
/// in which it would lose, leak or replace another output of hoshin. [`publish`](super::publish()) checks the site.
///
/// # Errors
/// [`PublishError::Unsuitable`], [`PublishError::Occupied`]; I/O errors of resolving links.
pub fn check_target(target: &Path, claim: Claim<'_>) -> Result<(), PublishError> {
    check(&OutputPlace::find(target)?, claim)
}

/// Refuses a place for a single file, or for the folder of a new site, in the same way. `site_dir` is the folder of the
/// site that the file is made from, if there is one.
///
/// # Errors
/// As [`check_target`].
pub fn check_other(path: &Path, site_dir: Option<&Path>) -> Result<(), PublishError> {
    let place = OutputPlace::find(path)?;
    let request = WriteRequest { place: &place, wanted: None, site_dir };
    request.refuse_sources()?;
    request.refuse_other_folders()?;
    request.refuse_default_folder()?;
    mark(&place.target)?.map_or(Ok(()), |mark| Err(request.taken_by(mark)))
}

/// Refuses a place in a folder that hoshin has written. The place need not exist.
///
/// # Errors
/// [`PublishError::Occupied`]; I/O errors of resolving links.
pub fn check_outside(path: &Path) -> Result<(), PublishError> {
    WriteRequest { place: &OutputPlace::find(path)?, wanted: None, site_dir: None }.refuse_other_folders()
}

/// [`check_target`] of a resolved place.
pub(super) fn check(place: &OutputPlace, claim: Claim<'_>) -> Result<(), PublishError> {
    let request = WriteRequest::of(place, claim);
    request.refuse_sources()?;
    request.refuse_other_folders()?;
    match mark(&place.target)? {
        Some(mark) if mark.kind.is_some_and(|kind| kind != claim.kind) => Err(request.taken_by(mark)),
        _ => request.refuse_default_folder(),
    }
}

/// [`check`], and that the folder belongs to this site.
pub(super) fn check_all(place: &OutputPlace, publication: &Publication<'_>) -> Result<(), PublishError> {
    let claim = publication.claim;
    check(place, claim)?;
    let Some(mark) = mark(&place.target)? else { return Ok(()) };
    // The default folder belongs to its own site, whatever name the site has now.
    let is_usual = claim.kind == FolderKind::Site && place.is_default_of(claim.site_dir);
    let is_ours = is_usual
        || mark.site.as_ref().is_none_or(|site| {
            let is_remembered = || SiteOrigin::load(place).is_some_and(|origin| origin.is(site, claim.site_dir, place));
            site == publication.site || is_remembered()
        });
    if is_ours { Ok(()) } else { Err(WriteRequest::of(place, claim).taken_by(mark)) }
}

/// The error about a folder of hoshin within the target; `nested` is relative to the target.
///
/// # Errors
/// I/O errors of reading its manifest.
pub(super) fn around(place: &OutputPlace, nested: &Path) -> Result<PublishError, PublishError> {
    let by = match mark(&place.target.join(nested))? {
        Some(mark) if !nested.file_name().is_some_and(is_work_name) => mark.occupant(),
        _ => Occupant::WorkFolder,
    };
    let request = WriteRequest { place, wanted: None, site_dir: None };
    Ok(request.occupied(TakenFolder { relation: Relation::Around, folder: place.given.join(nested), by }))
}

/// The marks of hoshin in a folder.
#[derive(Debug)]
struct FolderMark {
    /// The kind of the folder; `None` if its manifest cannot be read.
    kind: Option<FolderKind>,
    site: Option<SiteName>,
}

impl FolderMark {
    fn occupant(self) -> Occupant {
        Occupant::Written { kind: self.kind, site: self.site }
    }
}

/// The mark of a folder. Between the two renames of a swap, its site is in the work folder.
fn mark(folder: &Path) -> Result<Option<FolderMark>, PublishError> {
    let set_aside = OutputPlace::find(folder).ok().map(|place| place.old());
    for folder in [Some(folder.to_owned()), set_aside].into_iter().flatten() {
        let path = folder.join(MANIFEST);
        if has(&path)? {
            // A manifest that cannot be read still belongs to hoshin.
            let known = read_regular(&path).ok().and_then(|text| Manifest::kind(&text));
            let (kind, identity) = known.map_or((None, None), |(kind, identity)| (Some(kind), identity));
            return Ok(Some(FolderMark { kind, site: identity.map(|identity| identity.site) }));
        }
    }
    Ok(None)
}

/// True if something with that name exists. Below a file there is nothing.
fn has(path: &Path) -> Result<bool, PublishError> {
    match is_there(path) {
        Err(PublishError::Io { error, .. }) if error.kind() == io::ErrorKind::NotADirectory => Ok(false),
        found => found,
    }
}

/// A place where a command wants to write.
struct WriteRequest<'a> {
    place: &'a OutputPlace,
    wanted: Option<FolderKind>,
    site_dir: Option<&'a Path>,
}

/// A taken folder and its owner.
struct TakenFolder {
    relation: Relation,
    folder: PathBuf,
    by: Occupant,
}

impl<'a> WriteRequest<'a> {
    fn of(place: &'a OutputPlace, claim: Claim<'a>) -> Self {
        Self { place, wanted: Some(claim.kind), site_dir: Some(claim.site_dir) }
    }

    /// Refuses sources: a build reads them, and loses them if a folder around them is replaced.
    fn refuse_sources(&self) -> Result<(), PublishError> {
        let real = &self.place.target;
        if let Some(site) = self.own_site()? {
            if site.starts_with(real) {
                return Err(self.unsuitable(Unsuitable::HoldsSite));
            }
            for sources in SOURCES.map(|sources| site.join(sources)) {
                let linked_to = real_path(&sources).at(&sources)?;
                if real.starts_with(&sources) || real.starts_with(&linked_to) {
                    return Err(self.unsuitable(Unsuitable::InsideSources));
                }
                if linked_to.starts_with(real) {
                    return Err(self.unsuitable(Unsuitable::HoldsSite));
                }
            }
        }
        for site in self.sites_around() {
            if SOURCES.iter().any(|sources| real.starts_with(site.join(sources))) {
                return Err(self.unsuitable(Unsuitable::InsideSources));
            }
        }
        Ok(())
    }

    /// Refuses a work folder, and a place within a work folder or within a folder with a manifest.
    fn refuse_other_folders(&self) -> Result<(), PublishError> {
        for folder in self.place.target.ancestors() {
            let by = match mark(folder)? {
                _ if folder.file_name().is_some_and(is_work_name) => Occupant::WorkFolder,
                Some(mark) if *folder != self.place.target => mark.occupant(),
                _ => continue,
            };
            let folder = self.shown(folder);
            return Err(self.occupied(TakenFolder { relation: Relation::Inside, folder, by }));
        }
        Ok(())
    }

    /// Refuses the default output folder of a site for all but that site, even before the site is published.
    fn refuse_default_folder(&self) -> Result<(), PublishError> {
        let (own, real) = (self.own_site()?, &self.place.target);
        for site in own.iter().cloned().chain(self.sites_around()) {
            let usual = site.join(DEFAULT_FOLDER);
            let linked_to = real_path(&usual).unwrap_or(usual);
            let is_its_site =
                self.wanted == Some(FolderKind::Site) && (own.as_ref() == Some(&site) || *real != linked_to);
            if real.starts_with(&linked_to) && !is_its_site {
                let relation = if *real == linked_to { Relation::Same } else { Relation::Inside };
                let (sources, stands) = (self.shown(&site).join(CONTENT), mark(&linked_to)?);
                let by = Occupant::KeptFor { sources, site: stands.and_then(|mark| mark.site) };
                return Err(self.occupied(TakenFolder { relation, folder: self.shown(&linked_to), by }));
            }
        }
        Ok(())
    }

    fn own_site(&self) -> Result<Option<PathBuf>, PublishError> {
        self.site_dir.map(|site| real_path(site).at(site)).transpose()
    }

    /// The folders of sites that contain the place.
    fn sites_around(&self) -> Vec<PathBuf> {
        let mut sites = Vec::new();
        for folder in self.place.target.ancestors().skip(1) {
            // Folders above may belong to other people. In a folder that cannot be read there is no site of ours.
            if folder.join(SETTINGS).symlink_metadata().is_ok() {
                sites.push(folder.to_owned());
            }
        }
        sites
    }

    /// The place, or a folder that contains it, in the form in which the user gave it.
    fn shown(&self, folder: &Path) -> PathBuf {
        let given = self.place.given.ancestors().map(|given| match given.as_os_str().is_empty() {
            true => Path::new("."),
            false => given,
        });
        let mut same = given.filter(|given| real_path(given).is_ok_and(|real| real == folder));
        same.next().unwrap_or(folder).to_owned()
    }

    fn taken_by(&self, mark: FolderMark) -> PublishError {
        let folder = self.place.given.clone();
        self.occupied(TakenFolder { relation: Relation::Same, folder, by: mark.occupant() })
    }

    fn occupied(&self, TakenFolder { relation, folder, by }: TakenFolder) -> PublishError {
        let (target, wanted) = (self.place.given.clone(), self.wanted);
        PublishError::Occupied(Box::new(Occupied { target, wanted, relation, folder, by }))
    }

    fn unsuitable(&self, why: Unsuitable) -> PublishError {
        PublishError::Unsuitable { target: self.place.given.clone(), why }
    }
}
