//! From the bytes of a site's folder to typed values with their places: [`read_tree`] reads the files, [`parse`] makes
//! values of them.

mod accessibility;
mod annotate;
mod appearance;
mod decode;
mod fields;
mod front_matter;
mod implements;
mod layout;
mod lineage;
mod locks;
mod look_alike;
mod memory;
mod metadata;
mod objective;
mod posting;
mod registry;
mod reserved;
mod sidecar;
mod site;
mod sns;
mod sources;
mod statuses;
mod storable;
mod suggest;
mod svg;
mod theme;
mod tree;
mod unread;
mod values;
mod variants;
mod yaml;
mod yaml_error;
mod yaml_invisible;

pub use annotate::{NewApproval, with_approval};
pub use decode::decode;
pub use front_matter::body_start;
pub use locks::{locks, locks_remembered};
pub use memory::Memory;
pub use objective::{
    ObjectiveContext, ObjectiveEdit, Splice, flow, inserted, objective_splices, read_objective, scalar, spliced,
};
pub use sns::{Approval, Correction, Posted, Sns};
pub use sources::{parse, parse_remembered};
pub use storable::{is_publishable, is_storable};
pub use suggest::nearest;
pub use theme::theme_settings;
pub use tree::{CONTENT, Listing, ReadError, SETTINGS, THEMES, list_tree, read_file, read_tree};
pub use unread::{Registry, Unread};
pub use values::is_document_id;
pub use yaml_invisible::in_language;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::{Located, SourceFile};
use crate::policy::{DocumentId, Implements, Metadata, NotApplicable, Organization, Plan, Published, Site, Term};

/// The files of a site's folder as they are on disk: `content/` and `themes/`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tree {
    /// Bytes by path relative to the site's folder, NFC, with `/`: `content/r8/seisaku-keiei.md`.
    pub files: BTreeMap<String, Arc<[u8]>>,
    /// What was seen and left out, and why.
    pub ignored: BTreeMap<String, Ignored>,
    /// The sites that stand in the folders to be published, as far as they are known.
    pub published: Vec<Arc<Published>>,
}

/// Why a file was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ignored {
    /// A backup, swap or temporary file of an editor or of the system.
    EditorFile,
    /// A name that starts with a dot.
    Hidden,
}

/// All that was read, typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Sources {
    /// `site.yaml`.
    pub site: Site,
    /// `organizations.yaml`.
    pub organizations: Vec<Organization>,
    /// `plans.yaml`.
    pub plans: Vec<Plan>,
    /// `terms.yaml`.
    pub terms: Vec<Term>,
    /// Documents whose front matter could be read, by id.
    pub documents: BTreeMap<DocumentId, DocumentSource>,
    /// Other files below `content/` (images, PDF), by path below it.
    pub assets: BTreeSet<String>,
    /// What is there and could not be read.
    pub unread: Unread,
}

/// A document before its Markdown is read.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentSource {
    /// The file.
    pub source: Arc<SourceFile>,
    /// What its front matter says.
    pub meta: Arc<Metadata>,
    /// The byte of `source.text` where the Markdown starts.
    pub body_start: usize,
    /// What its `.yaml` sidecar says.
    pub sidecar: Sidecar,
}

/// What is said about a document beside its text, clause by clause.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sidecar {
    /// The file, if there is one.
    pub source: Option<Arc<SourceFile>>,
    /// Annotations by clause: a position or an id.
    pub clauses: Vec<(Located<String>, ClauseNotes)>,
    /// Clauses of documents above that are not for this one to take up.
    pub not_applicable: Vec<NotApplicable>,
}

/// What is said about one clause.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ClauseNotes {
    /// Places of the official text that look wrong and are kept as they are (原文のまま).
    pub queries: Vec<Query>,
    /// The clauses above that it takes up.
    pub implements: Vec<Implements>,
    /// What is posted about it.
    pub sns: Option<Sns>,
}

/// A place of the official text that looks wrong, asked about and left untouched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// The words as printed; they must occur in the clause.
    pub text: Located<String>,
    /// What is asked.
    pub note: String,
}
