//! Documents and sites for the tests of this room.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::address::{self, assign_positions};
use crate::corpus::{Corpus, CorpusMemory, Drafts, LinkInput, link, testing};
use crate::diagnostic::{Located, SourceFile};
use crate::markdown::{LetterheadHints, objectives, parse};
use crate::policy::{Body, DocumentId, Metadata, SiteRelease, Status, Tombstone, WrittenDate};
use crate::site::frame::site::SiteContext;
use crate::site::frame::theme::Theme;
use crate::site::text::writer::TextWriter;
use crate::site::text::{clause, footnote};
use crate::source::{ObjectiveContext, Sources};

/// A site and the texts of its documents.
pub(crate) struct Sample {
    pub(crate) sources: Sources,
    bodies: BTreeMap<DocumentId, Arc<Body>>,
    renamed: BTreeMap<DocumentId, DocumentId>,
    taken_down: BTreeMap<DocumentId, Vec<Tombstone>>,
}

/// The locks of a site by path, as one build leaves them to the next.
pub(crate) type Locks = BTreeMap<String, String>;

impl Sample {
    /// A site without documents.
    pub(crate) fn new() -> Self {
        let mut sources = testing::sources();
        sources.site.title = "見本市の方針".to_owned();
        sources.site.city = "見本市".to_owned();
        sources.site.description = "見本市の方針を読むサイトです。".to_owned();
        sources.site.base_url = "https://www.city.example.jp/houshin/".to_owned();
        sources.site.notice = "これは見本です。".to_owned();
        sources.site.kinds = ["施政方針", "市政運営の基本方針", "部の運営方針"].map(str::to_owned).to_vec();
        let (renamed, taken_down) = (BTreeMap::new(), BTreeMap::new());
        Self { sources, bodies: BTreeMap::new(), renamed, taken_down }
    }

    /// With a public document of this year, whose body is this Markdown.
    pub(crate) fn with(mut self, id: &str, year: i16, markdown: &str) -> Self {
        let mut document = testing::document_source(id, year);
        document.source = SourceFile::new(format!("content/{id}.md"), markdown);
        Arc::make_mut(&mut document.meta).title.value = "見本".to_owned();
        let hints = LetterheadHints { title: "見本", issuer: Some("見本部長 見本太郎") };
        let (body, _) = parse(&document.source, 0, &hints);
        let context = ObjectiveContext { statuses: &self.sources.site.statuses, units: None };
        let (body, _) = objectives(body, &document.source, &context);
        let id = DocumentId(id.to_owned());
        self.sources.documents.insert(id.clone(), document);
        self.bodies.insert(id, assign_positions(body).into());
        self
    }

    /// Changes what is said about a document.
    pub(crate) fn meta(mut self, id: &str, change: impl FnOnce(&mut Metadata)) -> Self {
        change(Arc::make_mut(&mut self.sources.documents.get_mut(&DocumentId(id.to_owned())).unwrap().meta));
        self
    }

    /// With a file of the content.
    pub(crate) fn asset(mut self, path: &str) -> Self {
        self.sources.assets.insert(path.to_owned());
        self
    }

    /// With the addresses that a build gives after those the locks know; the locks are then those it leaves behind.
    pub(crate) fn addressed(mut self, locks: &mut Locks) -> Self {
        let files =
            locks.iter().map(|(path, text)| (path.clone(), SourceFile::new(path.clone(), text.as_str()))).collect();
        let unreadable = std::collections::BTreeSet::new();
        let context = address::AddressContext {
            locks: &files,
            unreadable: &unreadable,
            mode: address::Mode::Release,
            now: jiff::Timestamp::MAX,
            published: &[],
        };
        let mut bodies = std::mem::take(&mut self.bodies);
        let inputs = self.sources.documents.iter().map(|(id, read)| {
            let body = bodies.remove(id).unwrap_or_default();
            (id.clone(), address::AddressInput { meta: &read.meta, source: &read.source, body })
        });
        let (assigned, _) = address::assign(&inputs.collect(), &context, &mut address::AddressMemory::default());
        locks.extend(assigned.changes);
        (self.bodies, self.renamed, self.taken_down) = (assigned.bodies, assigned.renamed, assigned.taken_down);
        self
    }

    /// Linked.
    pub(crate) fn corpus(self) -> Corpus {
        let Self { sources, bodies, renamed, taken_down, .. } = self;
        let (now, drafts) = (jiff::Timestamp::UNIX_EPOCH, Drafts::Withheld);
        let release = SiteRelease::Unmarked;
        link(LinkInput { sources, bodies, now, drafts, renamed, taken_down, release }, &mut CorpusMemory::default())
    }
}

/// A day as an author wrote it.
pub(crate) fn day(year: i16, month: i8, day: i8) -> Option<Located<WrittenDate>> {
    let date = jiff::civil::date(year, month, day);
    Some(Located::new(WrittenDate { date, as_written: date.to_string() }, 0..0))
}

/// The body of the document `r8/a` as HTML, on a site with the document `r7/b`, the draft `r9/himitsu` and two files.
pub(super) fn html(markdown: &str) -> String {
    written(markdown, |writer| {
        let document = writer.document;
        clause::body(writer, &document.body);
        let footnotes = footnote::footnotes(writer, &document.body);
        writer.markup(&footnotes);
    })
}

/// The HTML that `write` makes of the document `r8/a` on that site.
pub(super) fn written(markdown: &str, write: impl FnOnce(&mut TextWriter<'_>)) -> String {
    let corpus = Sample::new()
        .with("r8/a", 2026, markdown)
        .with("r7/b", 2025, "## 1 別\n\n(1) 項目\n")
        .with("r9/himitsu", 2027, "秘密")
        .meta("r9/himitsu", |meta| meta.status = Status::Draft)
        .asset("r8/図 1.png")
        .asset("r8/keikaku.pdf")
        .corpus();
    with_site(&corpus, |site| {
        let mut writer = TextWriter::new(site, &corpus.public[&DocumentId("r8/a".to_owned())]);
        write(&mut writer);
        writer.out
    })
}

/// The result of `make` on a site with the default theme and two files.
pub(super) fn with_site<T>(corpus: &Corpus, make: impl FnOnce(&SiteContext<'_>) -> T) -> T {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x02\x80\0\0\x01\xe0".to_vec();
    let assets =
        [("r8/図 1.png".to_owned(), png.into()), ("r8/keikaku.pdf".to_owned(), vec![0; 1_234_567].into())].into();
    let (theme, _) = Theme::load("default", &BTreeMap::new());
    let theme = theme.unwrap();
    let words = theme.words();
    make(&SiteContext::new(corpus, &theme, &words, &assets))
}
