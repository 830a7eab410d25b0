//! The posts of each clause as they will look on X and LINE.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Serialize;
use tera::Value;

use super::page::Page;
use super::post_mockup::{Notification, PostPiece, pieces};
use super::words::{Words, filled};
use super::{PagesInput, dashboard, finding, link};
use crate::corpus::Corpus;
use crate::diagnostic::Lang;
use crate::policy::{Channel, ClauseId, Document, DocumentId, WrittenDate};
use crate::site::has_card;
use crate::snippet::{
    self, ApprovalState, ClausePosts, Post, PostOptions, PostRefusal, RefusalReason, Splitting, approval_state,
};

/// The channels that are shown.
const CHANNELS: [&str; 3] = ["x", "line", "line-oam"];
/// The most bytes of a page, estimated before it is rendered: well below a megabyte.
const MOST_BYTES: usize = 500_000;
/// The bytes of the markup around one clause, as measured.
const CLAUSE_BYTES: usize = 6_000;
/// Stands for the id of a clause that has none yet. Ids have five characters, so the lengths of posts are right.
const PROVISIONAL: &str = "xxxxx";

#[derive(Serialize)]
struct PostsContext<'a> {
    language: &'a str,
    page: Option<String>,
    editor: Option<String>,
    findings: Vec<finding::FindingContext<'a>>,
    clauses: Vec<ClauseContext>,
    is_provisional: bool,
    site: PostingSite<'a>,
    position: String,
    previous: Option<String>,
    next: Option<String>,
}

/// The city that posts.
#[derive(Serialize)]
struct PostingSite<'a> {
    name: &'a str,
    host: &'a str,
}

#[derive(Serialize)]
struct ClauseContext {
    position: String,
    name: String,
    original: String,
    posts: Vec<PostContext>,
}

/// A post, or the reason why there is none.
#[derive(Default, Serialize)]
struct PostContext {
    channel: &'static str,
    title: &'static str,
    /// The reason why there is no post.
    refused: Option<String>,
    /// The lines an author could write into the sidecar instead.
    skeleton: String,
    parts: Vec<PostPart>,
    /// True if it is the same text as the post for LINE's Messaging API, which is shown there.
    is_as_line: bool,
    length: String,
    rest: Option<String>,
    above: Option<String>,
    count: usize,
    limit: Option<usize>,
    level: String,
    approval: String,
    approval_id: &'static str,
    is_verbatim: bool,
    remarks: Vec<String>,
    /// The card image of the clause, where the site has one.
    card: Option<String>,
}

#[derive(Serialize)]
struct PostPart {
    label: Option<String>,
    pieces: Vec<PostPiece>,
}

/// The list of documents.
pub(super) fn list(input: &PagesInput<'_>) -> Page {
    let words = Words::of(input.lang);
    Page {
        template: "list.html",
        title: words.posts.to_owned(),
        place: link::POSTS,
        view: Value::from_serializable(&dashboard::rows(input)),
    }
}

/// How many pages the posts of a document need.
pub(super) fn page_count(corpus: &Corpus, document: &Document) -> usize {
    let document = with_ids(document);
    pages(&drafts(corpus, &document)).len().max(1)
}

/// A page of a document's posts, counted from 1.
pub(super) fn page<'a>(
    input: &PagesInput<'a>,
    corpus: &'a Corpus,
    document: &'a Document,
    number: usize,
) -> Option<Page> {
    let words = Words::of(input.lang);
    let with_ids = with_ids(document);
    let all = drafts(corpus, &with_ids);
    let pages = pages(&all);
    let drafts = match pages.get(number.checked_sub(1)?) {
        Some(range) => &all[range.clone()],
        None if number == 1 => &[],
        None => return None,
    };
    let found = snippet::findings(corpus, drafts);
    let diagnostics = corpus.judged(found.diagnostics);
    let details = PostDetails { input, remarks: &found.remarks, cards: cards(input, &document.id) };
    let count = pages.len().max(1);
    let values = [("count", count.to_string()), ("page", number.to_string())];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let base_url = corpus.site.base_url.as_str();
    let host = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    let start = crate::diagnostic::LineColumn { line: 1, column: 1 };
    let sidecar = corpus.sidecars.get(&document.id).and_then(|sidecar| sidecar.source.as_ref());
    let view = PostsContext {
        language: &document.meta.language,
        page: input.page_of(&document.id),
        editor: input.editor.zip(sidecar).map(|(editor, file)| editor.link(&file.path, start)),
        findings: diagnostics.iter().map(|one| finding::context(one, input.lang, input.editor)).collect(),
        clauses: drafts.iter().map(|draft| details.clause(draft)).collect(),
        is_provisional: drafts.iter().any(|draft| draft.subject.clause.address().id == PROVISIONAL),
        site: PostingSite { name: &corpus.site.title, host: host.split('/').next().unwrap_or(host) },
        position: filled(words.page_of, &values),
        previous: (number > 1).then(|| link::posts_file(&document.id, number - 1)),
        next: (number < count).then(|| link::posts_file(&document.id, number + 1)),
    };
    Some(Page {
        template: "posts.html",
        title: filled(words.posts_of, &[("title", &document.meta.title.value)]),
        place: link::POSTS,
        view: Value::from_serializable(&view),
    })
}

/// The posts about the clauses of a document. Clauses that cannot be posted about, such as headings and tables, are left out.
fn drafts<'a>(corpus: &'a Corpus, document: &'a Document) -> Vec<ClausePosts<'a>> {
    let channels: Vec<&'static Channel> = CHANNELS.iter().filter_map(|name| Channel::named(name)).collect();
    let wanted = PostOptions { channels: &channels, splitting: Splitting::Never };
    let drafts = snippet::subjects(corpus, document).into_iter().map(|it| snippet::posts_about(corpus, it, &wanted));
    drafts.filter(|draft| draft.outcomes.iter().any(|(_, outcome)| !is_unsuitable(outcome))).collect()
}

fn is_unsuitable(outcome: &Result<Post, PostRefusal>) -> bool {
    matches!(outcome, Err(PostRefusal { reason: RefusalReason::Unsuitable(_), .. }))
}

/// The ranges of drafts that make one page each.
fn pages(drafts: &[ClausePosts<'_>]) -> Vec<std::ops::Range<usize>> {
    let mut pages = Vec::new();
    let (mut start, mut bytes) = (0, 0);
    for (at, draft) in drafts.iter().enumerate() {
        let texts = draft.posts().map(|post| post.text().len()).sum::<usize>() + draft.subject.clause_text.text.len();
        let own = CLAUSE_BYTES + 2 * texts;
        if bytes + own > MOST_BYTES && at > start {
            pages.push(start..at);
            (start, bytes) = (at, 0);
        }
        bytes += own;
    }
    if start < drafts.len() {
        pages.push(start..drafts.len());
    }
    pages
}

/// The values that the posts of a page are shown with.
struct PostDetails<'a> {
    input: &'a PagesInput<'a>,
    remarks: &'a snippet::ReviewNotes,
    /// The clauses of which the site has a card, by permanent id.
    cards: BTreeSet<ClauseId>,
}

impl PostDetails<'_> {
    fn clause(&self, draft: &ClausePosts<'_>) -> ClauseContext {
        let subject = &draft.subject;
        let outcomes = draft.outcomes.iter();
        ClauseContext {
            position: subject.clause.position.to_string(),
            name: subject.name.clone(),
            original: subject.clause_text.text.clone(),
            posts: outcomes.map(|(channel, outcome)| self.post(draft, channel, outcome)).collect(),
        }
    }

    fn post(
        &self,
        draft: &ClausePosts<'_>,
        channel: &'static Channel,
        outcome: &Result<Post, PostRefusal>,
    ) -> PostContext {
        let ClausePosts { subject, .. } = draft;
        let post = match outcome {
            Ok(post) => post,
            Err(refusal) => return of_refusal(self.input, draft, channel, refusal),
        };
        let key = (subject.document.id.0.clone(), subject.clause.position.to_string(), channel.name);
        let remarks = self.remarks.get(&key).into_iter().flatten();
        let remarks = remarks.map(|remark| remark.get(self.input.lang).to_owned()).collect();
        let id = subject.clause.address().id;
        let card = self.cards.contains(id).then(|| format!("c/{id}/card.png"));
        PostContext { remarks, card, ..of_post(self.input, draft, post) }
    }
}

/// The clauses of a document of which the site has a card.
fn cards(input: &PagesInput<'_>, document: &DocumentId) -> BTreeSet<ClauseId> {
    let document = input.site.and_then(|site| Some((site, site.public.get(document)?)));
    let released = document.into_iter().flat_map(|(site, document)| {
        let clauses = snippet::published_posts(site, document).into_iter();
        clauses.filter(|clause| has_card(site, clause)).map(|clause| clause.subject.clause.address().id.clone())
    });
    released.collect()
}

fn of_post(input: &PagesInput<'_>, draft: &ClausePosts<'_>, post: &Post) -> PostContext {
    let words = Words::of(input.lang);
    let (count, limit) = (post.count.to_string(), post.limit.map(|limit| limit.to_string()));
    let values = [("count", count.as_str()), ("limit", limit.as_deref().unwrap_or_default())];
    let push = if post.channel.name == "x" { Notification::None } else { Notification::Line };
    let all = post.parts.len();
    let part = |(at, text): (usize, &String)| PostPart {
        label: (all > 1)
            .then(|| filled(words.part_of, &[("count", &all.to_string()), ("part", &(at + 1).to_string())])),
        pieces: pieces(text, &post.link, push),
    };
    let (approval, approval_id) = approval(input.lang, approval_state(&draft.subject, post));
    PostContext {
        channel: post.channel.name,
        title: post.channel.title,
        parts: post.parts.iter().enumerate().map(part).collect(),
        is_as_line: post.channel.name == "line-oam"
            && draft.posts().any(|it| it.channel.name == "line" && it.parts == post.parts),
        length: filled(if limit.is_some() { words.used } else { words.no_limit }, &values),
        rest: post.remaining_full_width().map(|room| filled(words.rest, &[("room", &room.to_string())])),
        above: post.above_soft.map(|(_, above)| filled(words.over_soft, &[("above", &above.to_string())])),
        count: post.count,
        limit: post.limit,
        level: post.level.words(input.lang),
        approval,
        approval_id,
        is_verbatim: post.level.number() > 1,
        ..PostContext::default()
    }
}

fn of_refusal(
    input: &PagesInput<'_>,
    draft: &ClausePosts<'_>,
    channel: &'static Channel,
    refusal: &PostRefusal,
) -> PostContext {
    PostContext {
        channel: channel.name,
        title: channel.title,
        refused: Some(refusal.reason.words(input.lang)),
        skeleton: refusal.skeleton(channel, &draft.subject),
        ..PostContext::default()
    }
}

fn approval(lang: Lang, standing: ApprovalState<'_>) -> (String, &'static str) {
    let words = Words::of(lang);
    let by = |word: &str, by: &str, on: &WrittenDate| filled(word, &[("by", by), ("on", &on.date.to_string())]);
    match standing {
        ApprovalState::Open => (words.open.to_owned(), "open"),
        ApprovalState::Approved(it) => (by(words.approved_by, &it.by, &it.on), "approved"),
        ApprovalState::ClauseChanged(it) => (by(words.clause_changed, &it.by, &it.on), "changed"),
        ApprovalState::PostChanged(it) => (by(words.post_changed, &it.by, &it.on), "changed"),
    }
}

/// The document with a provisional id where a clause has none, because it has never been published.
fn with_ids(document: &Document) -> Document {
    let mut document = document.clone();
    Arc::make_mut(&mut document.body).each_clause_mut(|clause| {
        if clause.address().id.is_empty() {
            clause.id = ClauseId::new(PROVISIONAL);
        }
    });
    document
}
