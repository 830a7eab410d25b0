//! Parts of a site for tests of this room and the rooms after it.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Located, SourceFile};
use crate::policy::{FiscalYear, Metadata, Site, Status};
use crate::source::{DocumentSource, Sidecar, Sources};

/// A site without documents.
pub(crate) fn sources() -> Sources {
    Sources {
        site: Site {
            title: "市の方針".to_owned(),
            city: "市".to_owned(),
            description: String::new(),
            base_url: "https://example.jp/".to_owned(),
            language: "ja".to_owned(),
            theme: "default".to_owned(),
            time_zone: "Asia/Tokyo".to_owned(),
            notice: String::new(),
            license: None,
            contact: None,
            kinds: vec!["部の運営方針".to_owned()],
            severities: BTreeMap::new(),
        },
        organizations: Vec::new(),
        plans: Vec::new(),
        terms: Vec::new(),
        documents: BTreeMap::new(),
        assets: BTreeSet::new(),
    }
}

/// A published document without text: `name` is its path below `content/` without `.md`.
pub(crate) fn document_source(name: &str, year: i16) -> DocumentSource {
    DocumentSource {
        source: SourceFile::new(format!("content/{name}.md"), ""),
        meta: metadata(year),
        body_start: 0,
        sidecar: Sidecar::default(),
    }
}

fn metadata(year: i16) -> Metadata {
    Metadata {
        title: Located::new("方針".to_owned(), 0..0),
        kind: Located::new("部の運営方針".to_owned(), 0..0),
        fiscal_year: Located::new(FiscalYear(year), 0..0),
        issued: None,
        declared: None,
        revised: None,
        issuer: None,
        organization: None,
        upper: Vec::new(),
        aliases: Vec::new(),
        status: Status::Published,
        publish_at: None,
        language: "ja".to_owned(),
        license: None,
        summary: None,
        contact: None,
    }
}
