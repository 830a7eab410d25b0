//! Reads a site: [`read_tree`] reads the files of its folder, [`parse`] makes typed values with their places of them.

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
mod theme_words;
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
pub use locks::locks;
pub use memory::SourceMemory;
pub use objective::{
    ObjectiveContext, ObjectiveEdit, Splice, flow, inserted, objective_splices, read_objective, scalar, spliced,
};
pub use sns::{Approval, Correction, Posted, Sns};
pub use sources::parse;
pub use storable::{is_publishable, is_storable};
pub use suggest::nearest;
pub use theme::theme_settings;
pub use theme_words::{ThemeWords, theme_words};
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
    /// Files that were left out, and why.
    pub ignored: BTreeMap<String, Ignored>,
    /// The sites in the output folders, as far as they are known.
    pub published: Vec<Arc<Published>>,
}

/// The reason why a file was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ignored {
    /// A backup, swap or temporary file of an editor or of the system.
    EditorFile,
    /// A name that starts with a dot.
    Hidden,
}

/// The content of all files as typed values.
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
    /// Files that exist and could not be read.
    pub unread: Unread,
}

/// A document before its Markdown is read.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentSource {
    /// The file.
    pub source: Arc<SourceFile>,
    /// The values of its front matter.
    pub meta: Arc<Metadata>,
    /// The byte of `source.text` where the Markdown starts.
    pub body_start: usize,
    /// The content of its `.yaml` sidecar.
    pub sidecar: Sidecar,
}

/// Notes on a document and its clauses, beside its text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sidecar {
    /// The file; `None` if there is none.
    pub source: Option<Arc<SourceFile>>,
    /// Notes by clause; the key is a position or an id.
    pub clauses: Vec<(Located<String>, ClauseNotes)>,
    /// Clauses above that this document need not take up.
    pub not_applicable: Vec<NotApplicable>,
}

/// Notes on one clause.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ClauseNotes {
    /// Places of the official text that look wrong and are kept (原文のまま).
    pub queries: Vec<Query>,
    /// The clauses above that it takes up.
    pub implements: Vec<Implements>,
    /// The posts about it.
    pub sns: Option<Sns>,
}

/// A place of the official text that looks wrong. It is queried and not changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// The words as printed; they must occur in the clause.
    pub text: Located<String>,
    /// The question.
    pub note: String,
}
