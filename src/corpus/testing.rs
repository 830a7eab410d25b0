//! Parts of a site for tests of this room and the rooms after it.

use std::collections::{BTreeMap, BTreeSet};

use crate::address::assign_positions;
use crate::corpus::{Corpus, CorpusMemory, Drafts, LinkInput, link};
use crate::diagnostic::{Located, SourceFile};
use crate::markdown::LetterheadHints;
use crate::policy::{Appearance, Body, DocumentId, FiscalYear, Metadata, Site, SiteRelease, Status};
use crate::source::{DocumentSource, Sidecar, Sources, Tree, Unread};

/// A site without documents.
pub(crate) fn sources() -> Sources {
    Sources {
        site: Site {
            title: "市の方針".to_owned(),
            city: "市".to_owned(),
            area_code: None,
            description: String::new(),
            base_url: "https://example.jp/".to_owned(),
            language: "ja".to_owned(),
            theme: "default".to_owned(),
            time_zone: "Asia/Tokyo".to_owned(),
            notice: String::new(),
            license: None,
            contact: None,
            kinds: vec!["部の運営方針".to_owned()],
            kind_descriptions: BTreeMap::new(),
            severities: BTreeMap::new(),
            posting: crate::policy::Posting::default(),
            statuses: crate::policy::StatusWord::common(crate::policy::NamingLanguage::Japanese),
            original: None,
            appearance: Appearance::default(),
            links_laws: false,
            accessibility: None,
        },
        organizations: Vec::new(),
        plans: Vec::new(),
        terms: Vec::new(),
        documents: BTreeMap::new(),
        assets: BTreeSet::new(),
        unread: Unread::default(),
    }
}

/// A published document without text: `name` is its path below `content/` without `.md`.
pub(crate) fn document_source(name: &str, year: i16) -> DocumentSource {
    DocumentSource {
        source: SourceFile::new(format!("content/{name}.md"), ""),
        meta: metadata(year).into(),
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
        revision_note: None,
        corrections: Vec::new(),
        issuer: None,
        organization: None,
        upper: Vec::new(),
        aliases: Vec::new(),
        replaces: None,
        status: Status::Published,
        publish_at: None,
        language: "ja".to_owned(),
        variant_of: None,
        example: false,
        extra: None,
        license: None,
        summary: None,
        contact: None,
    }
}

/// A site of these files below `content/`, read like any site. Without `site.yaml` it gets one.
pub(crate) fn site(files: &[(&str, &str)]) -> Corpus {
    let mut tree = Tree::default();
    let fixed = ("site.yaml", "title: 市の方針\ncity: 市\nbase_url: https://hoshin.example/\n");
    for (path, text) in std::iter::once(&fixed).chain(files) {
        tree.files.insert(format!("content/{path}"), text.as_bytes().into());
    }
    let (sources, found) = crate::source::parse(&tree, &mut crate::source::SourceMemory::default());
    let sources = sources.unwrap_or_else(|| panic!("{found:?}"));
    let mut bodies = BTreeMap::new();
    for (id, document) in &sources.documents {
        let issuer = document.meta.issuer.as_ref().and_then(|issuer| issuer.as_printed.as_ref());
        let hints =
            LetterheadHints { title: &document.meta.title.value, issuer: issuer.map(|line| line.value.as_str()) };
        let (body, _) = crate::markdown::parse(&document.source, document.body_start, &hints);
        let context = crate::source::ObjectiveContext { statuses: &sources.site.statuses, units: None };
        let (body, _) = crate::markdown::objectives(body, &document.source, &context);
        bodies.insert(id.clone(), assign_positions(body));
    }
    assert_eq!(bodies.len(), files.iter().filter(|(path, _)| path.ends_with(".md")).count(), "{found:?}");
    linked(sources, bodies, jiff::Timestamp::UNIX_EPOCH)
}

/// The corpus of these texts, without anything remembered or taken down.
pub(crate) fn linked(sources: Sources, bodies: BTreeMap<DocumentId, Body>, now: jiff::Timestamp) -> Corpus {
    let bodies = bodies.into_iter().map(|(id, body)| (id, body.into())).collect();
    let (renamed, taken_down) = (BTreeMap::new(), BTreeMap::new());
    let input = LinkInput {
        sources,
        bodies,
        now,
        drafts: Drafts::Withheld,
        renamed,
        taken_down,
        release: SiteRelease::Unmarked,
    };
    link(input, &mut CorpusMemory::default())
}

/// The two real documents and their registries.
pub(crate) fn real_site() -> Corpus {
    site(&[
        ("site.yaml", include_str!("../../content/site.yaml")),
        ("organizations.yaml", include_str!("../../content/organizations.yaml")),
        ("plans.yaml", include_str!("../../content/plans.yaml")),
        ("r7/shisei-unei.md", include_str!("../../content/r7/shisei-unei.md")),
        ("r8/seisaku-keiei.md", include_str!("../../content/r8/seisaku-keiei.md")),
    ])
}

/// A published document of a fiscal year with this title and text.
pub(crate) fn page(year: &str, title: &str, text: &str) -> String {
    format!("---\ntitle: {title}\nkind: 部の運営方針\nfiscal_year: {year}\nstatus: published\n---\n\n{text}\n")
}
