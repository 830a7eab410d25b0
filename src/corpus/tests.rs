//! A small site and links in it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::corpus::testing;
use crate::corpus::{Corpus, LinkTarget, leads_outside, resolve};
use crate::diagnostic::Located;
use crate::policy::{
    Addresses, Block, Body, Clause, ClauseKind, DocumentId, Footnote, FormerPosition, Retargeted, Status,
};

fn clause(position: &str, authored: Option<&str>) -> Block {
    let authored_id = authored.map(|id| Located::new(id.into(), 0..0));
    Block::Clause(Clause { authored_id, position: position.into(), ..Clause::of_text(ClauseKind::Paragraph, "") })
}

fn corpus() -> Corpus {
    let mut sources = testing::sources();
    for (path, year, status) in [
        ("r8/seisaku-keiei", 2026, Status::Published),
        ("r7/shisei-unei", 2025, Status::Superseded),
        ("r9/soan", 2027, Status::Draft),
    ] {
        let mut document = testing::document_source(path, year);
        Arc::make_mut(&mut document.meta).status = status;
        sources.documents.insert(DocumentId(path.to_owned()), document);
    }
    let later = testing::document_source("r8/rainen", 2026);
    sources.documents.insert(DocumentId("r8/rainen".to_owned()), later);
    let rainen = sources.documents.get_mut(&DocumentId("r8/rainen".to_owned())).unwrap();
    Arc::make_mut(&mut rainen.meta).publish_at = Some(Located::new("2026-04-02T00:00:00Z".parse().unwrap(), 0..0));
    sources.assets = BTreeSet::from(["r8/figure.png".to_owned(), "r8/図１.png".to_owned()]);
    let body = Body {
        blocks: vec![clause("s5", None), clause("s5-1", None), clause("s6", Some("line-toroku"))],
        footnotes: vec![Footnote { number: 1, name: "a".into(), paragraphs: Vec::new(), range: 0..0 }],
        ..Body::default()
    };
    let bodies = sources.documents.keys().map(|id| (id.clone(), body.clone())).collect::<BTreeMap<_, _>>();
    testing::linked(sources, bodies, "2026-04-01T00:00:00Z".parse().unwrap())
}

fn document(id: &str, fragment: Option<&str>) -> LinkTarget {
    LinkTarget::Document { id: DocumentId(id.to_owned()), fragment: fragment.map(Into::into) }
}

fn missing(suggestion: Option<&str>) -> LinkTarget {
    LinkTarget::Missing { suggestion: suggestion.map(str::to_owned) }
}

fn assert_links(expected: impl IntoIterator<Item = (&'static str, LinkTarget)>) {
    let corpus = corpus();
    for (destination, target) in expected {
        let found = resolve(&corpus, &DocumentId("r8/seisaku-keiei".to_owned()), destination);
        assert_eq!(found, target, "{destination}");
    }
}

#[test]
fn only_what_is_decided_and_due_is_public() {
    let corpus = corpus();
    let names = |documents: &BTreeMap<DocumentId, _>| documents.keys().map(|id| id.0.clone()).collect::<Vec<_>>();
    assert_eq!(names(&corpus.public), ["r7/shisei-unei", "r8/seisaku-keiei"]);
    assert_eq!(names(&corpus.withheld), ["r8/rainen", "r9/soan"]);
}

#[test]
fn links_with_a_scheme_lead_outside() {
    assert_links([
        ("https://www.city.example.jp/", LinkTarget::External),
        ("HTTP://example.jp", LinkTarget::External),
        ("mailto:kikaku@city.example.jp", LinkTarget::External),
        ("tel:042-325-0111", LinkTarget::External),
        ("//example.jp/x", LinkTarget::External),
        ("javascript:alert(1)", missing(None)),
        ("C:\\文書\\方針.docx", missing(None)),
        ("file:///C:/x.pdf", missing(None)),
    ]);
}

#[test]
fn only_known_schemes_lead_outside() {
    for (destination, outside) in [
        ("https://www.example.jp/", true),
        ("HTTP://www.example.jp/", true),
        ("mailto:a@example.jp", true),
        ("tel:+81-42-000-0000", true),
        ("//www.example.jp/", true),
        ("javascript:alert(1)", false),
        ("JavaScript:alert(1)", false),
        ("java\tscript:alert(1)", false),
        (" javascript:alert(1)", false),
        ("\u{1}javascript:alert(1)", false),
        ("data:text/html,<script>", false),
        ("vbscript:x", false),
        ("file:///etc/passwd", false),
        ("", false),
        ("市", false),
    ] {
        assert_eq!(leads_outside(destination), outside, "{destination:?}");
    }
}

#[test]
fn links_lead_to_documents_by_path_and_by_address() {
    assert_links([
        ("#s5-1", document("r8/seisaku-keiei", Some("s5-1"))),
        ("#fn1", document("r8/seisaku-keiei", Some("fn1"))),
        ("#line-toroku", document("r8/seisaku-keiei", Some("line-toroku"))),
        ("#s6.line-toroku", document("r8/seisaku-keiei", Some("s6.line-toroku"))),
        ("#s6", document("r8/seisaku-keiei", Some("s6"))),
        ("", document("r8/seisaku-keiei", None)),
        ("#", document("r8/seisaku-keiei", None)),
        ("../r7/shisei-unei.md#s5", document("r7/shisei-unei", Some("s5"))),
        ("../r7/shisei-unei.md", document("r7/shisei-unei", None)),
        ("../r7/shisei-unei/", document("r7/shisei-unei", None)),
        ("./seisaku-keiei.md", document("r8/seisaku-keiei", None)),
        ("seisaku-keiei.md#s5", document("r8/seisaku-keiei", Some("s5"))),
        ("/r7/shisei-unei/#s5", document("r7/shisei-unei", Some("s5"))),
        ("/r7/shisei-unei", document("r7/shisei-unei", None)),
        ("/r7/shisei-unei/index.html", document("r7/shisei-unei", None)),
        ("/r7/shisei-unei.md", document("r7/shisei-unei", None)),
        ("/r7/shisei%2Dunei/#s5%2D1", document("r7/shisei-unei", Some("s5-1"))),
        ("/r9/soan/", LinkTarget::Withheld(DocumentId("r9/soan".to_owned()))),
        ("rainen.md#s5", LinkTarget::Withheld(DocumentId("r8/rainen".to_owned()))),
    ]);
}

#[test]
fn a_position_of_two_clauses_is_no_destination_but_each_clause_is() {
    let mut sources = testing::sources();
    let id = DocumentId("r8/a".to_owned());
    sources.documents.insert(id.clone(), testing::document_source("r8/a", 2026));
    let retargeted = Retargeted {
        position: "s6".into(),
        was: "k7f3q".into(),
        name: "6".into(),
        date: None,
        is: Some("line".into()),
    };
    let former = FormerPosition { id: "line".into(), position: "s5".into(), name: "5".into(), date: None };
    let Block::Clause(here) = clause("s6", Some("line")) else { unreachable!() };
    let body = Body {
        blocks: vec![Block::Clause(Clause { former: [former].into(), ..here })],
        addresses: Addresses { retargeted: vec![retargeted], ..Addresses::default() },
        ..Body::default()
    };
    let corpus = testing::linked(sources, [(id.clone(), body)].into(), "2026-04-01T00:00:00Z".parse().unwrap());
    for (destination, expected) in [
        ("#s6", missing(Some("#line"))),
        ("#line", document("r8/a", Some("line"))),
        ("#s6.line", document("r8/a", Some("s6.line"))),
        ("#s5.line", document("r8/a", Some("s5.line"))),
        ("#s5", document("r8/a", Some("s5"))),
    ] {
        assert_eq!(resolve(&corpus, &id, destination), expected, "{destination}");
    }
}

#[test]
fn links_lead_to_pages_and_files() {
    assert_links([
        ("/", LinkTarget::Page(String::new())),
        ("/index.html", LinkTarget::Page(String::new())),
        ("../", LinkTarget::Page(String::new())),
        ("/r8/", LinkTarget::Page("r8/".to_owned())),
        ("/r7", LinkTarget::Page("r7/".to_owned())),
        ("/r7/index.html", LinkTarget::Page("r7/".to_owned())),
        ("/feed.xml", LinkTarget::Page("feed.xml".to_owned())),
        ("/r9/", missing(None)),
        ("figure.png", LinkTarget::Asset("r8/figure.png".to_owned())),
        ("/r8/figure.png", LinkTarget::Asset("r8/figure.png".to_owned())),
        ("%E5%9B%B3%EF%BC%91.png", LinkTarget::Asset("r8/図１.png".to_owned())),
        ("図１.png", LinkTarget::Asset("r8/図１.png".to_owned())),
    ]);
}

#[test]
fn dead_links_get_a_suggestion() {
    assert_links([
        ("#s5-2", missing(Some("#s5"))),
        ("#line-touroku", missing(Some("#line-toroku"))),
        ("../r7/shisei-unei.md#line-touroku", missing(Some("../r7/shisei-unei.md#line-toroku"))),
        ("../r7/shisei-unie.md", missing(Some("../r7/shisei-unei.md"))),
        ("seisaku-kiei.md", missing(Some("seisaku-keiei.md"))),
        ("/r7/shisei-unie/", missing(Some("/r7/shisei-unei/"))),
        ("figur.png", missing(Some("figure.png"))),
        ("figure.jpg", missing(Some("figure.png"))),
        ("y.png", missing(None)),
        ("shisei-unei.md", missing(Some("../r7/shisei-unei.md"))),
        ("/r6/shisei-unei/", missing(Some("/r7/shisei-unei/"))),
        ("#無関係な見出し", missing(None)),
        ("../../secret.md", missing(None)),
        ("/../r8/", missing(None)),
        ("%2E%2E/%2E%2E/x", missing(None)),
        ("%FF%FE", missing(None)),
        ("/r9/soam/", missing(None)),
    ]);
}

#[test]
fn a_link_made_of_the_words_of_a_heading_is_told_its_section() {
    let text = "## 第1章　総則\n\n公園の目的を定める。\n\n## Second Part\n\n使い方を定める。\n";
    let corpus = super::testing::site(&[("r8/a.md", &super::testing::page("R8", "見本計画", text))]);
    for (link, expected) in [
        ("#第1章総則", Some("#s1（第1章　総則）")),
        ("#第1章-総則", Some("#s1（第1章　総則）")),
        ("#second-part", Some("#h1（Second Part）")),
        ("#第3章", None),
    ] {
        assert_eq!(resolve(&corpus, &DocumentId("r8/a".to_owned()), link), missing(expected), "{link}");
    }
}
