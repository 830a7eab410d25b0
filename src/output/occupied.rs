//! Refusal of a place that belongs to another output of hoshin.

use std::path::{Path, PathBuf};

use crate::diagnostic::{Bilingual, Finding, catalogue};

use super::identity::FolderKind;
use crate::policy::SiteName;

/// A place that is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occupied {
    /// The place as given.
    pub target: PathBuf,
    /// The kind it should have had; `None` for single files and new sites.
    pub wanted: Option<FolderKind>,
    /// The position of the taken folder.
    pub relation: Relation,
    /// The folder that is taken.
    pub folder: PathBuf,
    /// Its owner.
    pub by: Occupant,
}

/// The position of the taken folder relative to the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// They are the same.
    Same,
    /// The place lies in the taken folder.
    Inside,
    /// The taken folder lies in the place.
    Around,
}

/// The owner of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Occupant {
    /// It was written by hoshin.
    Written {
        /// Its kind, if that can be read.
        kind: Option<FolderKind>,
        /// Its site. Manifests of version 1 do not name it.
        site: Option<SiteName>,
    },
    /// It is a work folder of hoshin.
    WorkFolder,
    /// It is the default output folder of a site.
    KeptFor {
        /// The folder with the sources of that site.
        sources: PathBuf,
        /// The site that is published there, if it is known.
        site: Option<SiteName>,
    },
}

impl Occupied {
    /// The finding for the user.
    pub(super) fn finding(&self) -> Finding {
        let (target, folder) = (self.target.display().to_string(), self.folder.display().to_string());
        if self.is_drafts_over_site() {
            return catalogue::drafts_over_site(&target);
        }
        let said = match &self.by {
            Occupant::KeptFor { sources, site } => {
                let whose = site.as_ref().map(|SiteName { base_url, city }| (city.as_str(), base_url.as_str()));
                return catalogue::kept_for_site(&target, &folder, &plain(sources), whose);
            }
            Occupant::WorkFolder if self.relation != Relation::Around => {
                return catalogue::output_work_folder(&target, &folder);
            }
            Occupant::WorkFolder => catalogue::a_work_folder(),
            Occupant::Written { kind, site } => written(*kind, site.as_ref()),
        };
        match self.relation {
            Relation::Same => catalogue::output_other_folder(&target, &said.ja, &said.en),
            Relation::Inside => catalogue::output_in_other_folder(&target, &folder, &said.ja, &said.en),
            Relation::Around => catalogue::output_holds_other_folder(&target, &folder, &said.ja, &said.en),
        }
    }

    fn is_drafts_over_site(&self) -> bool {
        let is_site =
            matches!(self.by, Occupant::KeptFor { .. } | Occupant::Written { kind: Some(FolderKind::Site), .. });
        self.wanted == Some(FolderKind::Drafts) && self.relation == Relation::Same && is_site
    }
}

/// `content` for `./content`.
fn plain(path: &Path) -> String {
    path.strip_prefix(".").unwrap_or(path).display().to_string()
}

/// `「試験市」（https://…）の公開用のサイト`.
fn written(kind: Option<FolderKind>, site: Option<&SiteName>) -> Bilingual {
    let what = match kind {
        Some(FolderKind::Site) => catalogue::a_site(),
        Some(FolderKind::Drafts) => catalogue::a_site_with_drafts(),
        Some(FolderKind::Export) => catalogue::an_export(),
        None => catalogue::something_of_hoshins(),
    };
    match site {
        Some(SiteName { base_url, city }) => Bilingual {
            ja: format!("「{city}」（{base_url}）の{}", what.ja),
            en: format!("{} of {city} ({base_url})", what.en),
        },
        None => what,
    }
}
