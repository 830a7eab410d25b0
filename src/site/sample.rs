//! Documents and sites for the tests of this room.

use std::collections::{BTreeMap, BTreeSet};

use super::writer::{Shelf, Writer};
use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostics, Located, SourceFile};
use crate::policy::{
    Block, Body, Clause, ClauseKind, Content, Document, DocumentId, FiscalYear, Inline, Label, LabelKind, Metadata,
    Site, Status, WrittenDate,
};

/// Text as it is.
pub(super) fn text(text: &str) -> Inline {
    Inline::Text(text.into())
}

fn clause(kind: ClauseKind, label: Option<Label>, text: &str) -> Clause {
    Clause {
        kind,
        label,
        content: Content::Text(vec![self::text(text)]),
        children: Vec::new(),
        authored_id: None,
        position: "".into(),
        range: 0..0,
    }
}

fn label(printed: &str, separator: &str, kind: LabelKind) -> Label {
    Label { printed: printed.into(), separator: separator.into(), kind, value: Vec::new() }
}

/// An item with this label.
pub(super) fn item(printed: &str, kind: LabelKind, text: &str) -> Clause {
    clause(ClauseKind::Item, Some(label(printed, " ", kind)), text)
}

/// An item with ・.
pub(super) fn bullet(text: &str) -> Clause {
    clause(ClauseKind::Item, Some(label("・", "", LabelKind::Bullet)), text)
}

/// A paragraph.
pub(super) fn paragraph(text: &str) -> Clause {
    clause(ClauseKind::Paragraph, None, text)
}

/// A section, with a number or without.
pub(super) fn section(number: Option<&str>, text: &str) -> Clause {
    clause(ClauseKind::Section { level: 2 }, number.map(|number| label(number, " ", LabelKind::Number)), text)
}

/// A public document with this body.
pub(super) fn document(id: &str, title: &str, body: Body) -> Document {
    let at = 0..0;
    Document {
        id: DocumentId(id.to_owned()),
        source: SourceFile::new(format!("content/{id}.md"), "本文"),
        meta: Metadata {
            title: Located::new(title.to_owned(), at.clone()),
            kind: Located::new("部の運営方針".to_owned(), at.clone()),
            fiscal_year: Located::new(FiscalYear(2026), at.clone()),
            issued: Some(Located::new(
                WrittenDate { date: jiff::civil::date(2026, 4, 1), as_written: "令和8年4月1日".to_owned() },
                at,
            )),
            declared: None,
            revised: None,
            issuer: None,
            organization: None,
            upper: Vec::new(),
            status: Status::Published,
            publish_at: None,
            language: "ja".to_owned(),
            license: None,
            summary: None,
            contact: None,
        },
        body,
    }
}

/// A site with these public documents.
pub(super) fn corpus(documents: Vec<Document>) -> Corpus {
    Corpus {
        site: Site {
            title: "見本市の方針".to_owned(),
            city: "見本市".to_owned(),
            description: "見本市の方針を読むサイトです。".to_owned(),
            base_url: "https://www.city.example.jp/houshin/".to_owned(),
            language: "ja".to_owned(),
            theme: "default".to_owned(),
            time_zone: "Asia/Tokyo".to_owned(),
            notice: "これは見本です。".to_owned(),
            license: None,
            contact: None,
            kinds: ["施政方針", "市政運営の基本方針", "部の運営方針"].map(str::to_owned).to_vec(),
            severities: BTreeMap::new(),
        },
        public: documents.into_iter().map(|document| (document.id.clone(), document)).collect(),
        withheld: BTreeMap::new(),
        sidecars: BTreeMap::new(),
        organizations: Vec::new(),
        plans: Vec::new(),
        terms: Vec::new(),
        assets: BTreeSet::new(),
    }
}

/// Markdown as the body of a document, with positions.
pub(super) fn body(markdown: &str) -> Body {
    let file = SourceFile::new("content/r8/a.md", markdown);
    let hints = crate::markdown::LetterheadHints { title: "見本", issuer: None };
    crate::address::assign_positions(crate::markdown::parse(&file, 0, &hints).0)
}

/// What `write` makes of a site with the document `r8/a` and the file `r8/zu.png`.
pub(super) fn written(write: impl FnOnce(&mut Writer<'_>)) -> (String, Diagnostics) {
    let mut corpus = corpus(vec![document("r8/a", "見本", Body::default()), document("r7/b", "別", Body::default())]);
    corpus.withheld.insert(DocumentId("r9/himitsu".to_owned()), document("r9/himitsu", "秘密", Body::default()));
    corpus.assets = ["r8/zu.png", "r8/keikaku.pdf"].map(str::to_owned).into();
    let assets = [("r8/zu.png", 24), ("r8/keikaku.pdf", 1_234_567)]
        .into_iter()
        .map(|(path, size)| (path.to_owned(), vec![0; size]))
        .collect();
    let shelf = Shelf { corpus: &corpus, assets: &assets };
    let mut writer = Writer::new(&shelf, &corpus.public[&DocumentId("r8/a".to_owned())]);
    writer.references = vec![0; 9];
    write(&mut writer);
    (writer.out, writer.found)
}
