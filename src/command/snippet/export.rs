//! `hoshin snippet export`: writes posts into files. Nothing is sent.

use serde_json::{Value, json};

use super::CommandError;
use super::post_sources::PostSources;
use crate::artifact::Artifacts;
use crate::command::arguments::{Export, Format, Posts};
use crate::command::console::Console;
use crate::command::error::Failure;
use crate::command::report::{self, Answer};
use crate::command::{CommandContext, Exit, Verbosity, in_threads};
use crate::diagnostic::{Lang, catalogue};
use crate::output::{Claim, FolderKind, Publication, directory};
use crate::policy::{Channel, SiteName};
use crate::snippet::{
    self, ApprovalState, AuthorTexts, CardRenderer, ClausePosts, ExportFiles, ExportKind, ExportRequest, Post,
    PostFindings, approval_state,
};

pub(super) fn run(export: &Export, context: &CommandContext, console: &mut Console) -> Result<Exit, CommandError> {
    let sources = PostSources::open(&export.posts.input, context)?;
    let claim = Claim { kind: FolderKind::Export, site_dir: &sources.folder };
    directory::check_target(&export.out, claim).map_err(Failure::Publish)?;
    let usual: Vec<ExportKind> =
        ExportKind::ALL.into_iter().map(|(_, kind)| kind).filter(|kind| *kind != ExportKind::Card).collect();
    let kinds = if export.kind.is_empty() { &usual } else { &export.kind };
    let mut drafts = sources.drafts(&wanted(&export.posts, kinds))?;
    let PostFindings { diagnostics: found, remarks } = sources.findings(&drafts);
    if found.iter().any(|finding| finding.severity >= context.fails_from) {
        return Err(CommandError::Found(found));
    }
    if export.require_approved {
        drafts = only_approved(drafts);
    }
    let order = ExportRequest { corpus: &sources.corpus, clauses: &drafts, kinds, now: sources.now, remarks: &remarks };
    let mut files = Artifacts::default();
    for (path, bytes) in snippet::export_files(&order) {
        files.insert(path, bytes).map_err(|clash| catalogue::path_clash(&clash.first, &clash.second))?;
    }
    if kinds.contains(&ExportKind::Card) {
        for (path, bytes) in cards(&sources, &drafts, export)? {
            files.insert(path, bytes).map_err(|clash| catalogue::path_clash(&clash.first, &clash.second))?;
        }
    }
    let publication = Publication { artifacts: &files, claim, site: &SiteName::of(&sources.corpus.site) };
    let published = directory::publish(&publication, &export.out).map_err(Failure::Publish)?;
    let counts = ExportCounts::of(&drafts, published.written.len());
    let answer = Answer { text: "", value: &counts.value(export), found: &found };
    report::answer(&answer, context, console)?;
    if context.format == Format::Text && context.verbosity != Verbosity::Quiet {
        console.err(&counts.text(export, context.lang))?;
    }
    Ok(Exit::Fine)
}

/// The posts asked for. When cards are exported, their words are posts too and are compared with their clauses.
fn wanted(posts: &Posts, kinds: &[ExportKind]) -> Posts {
    let mut posts = posts.clone();
    if let Some(card) = Channel::named(Channel::CARD).filter(|_| kinds.contains(&ExportKind::Card))
        && !posts.channel.is_empty()
        && !posts.channel.contains(&card)
    {
        posts.channel.push(card);
    }
    posts
}

fn cards(sources: &PostSources, drafts: &[ClausePosts<'_>], export: &Export) -> Result<ExportFiles, CommandError> {
    let template = sources.card_template()?;
    let renderer = CardRenderer::new(&template, sources.corpus.site.appearance.colors.accent)
        .map_err(|broken| CommandError::Found([*broken].into_iter().collect()))?;
    let authors = if export.require_approved { AuthorTexts::Approved } else { AuthorTexts::All };
    let drawn = || Ok(snippet::card_files(&sources.corpus.site, drafts, &renderer, authors));
    let (files, found) = in_threads(export.posts.input.jobs, drawn)?;
    let found = sources.corpus.judged(found);
    if found.has_errors() { Err(CommandError::Found(found)) } else { Ok(files) }
}

/// The drafts without the posts that are not approved as they are.
fn only_approved(drafts: Vec<ClausePosts<'_>>) -> Vec<ClausePosts<'_>> {
    let approved = |draft: &mut ClausePosts<'_>| {
        let subject = draft.subject.clone();
        let is_approved = |post: &Post| matches!(approval_state(&subject, post), ApprovalState::Approved(_));
        draft.outcomes.retain(|(_, outcome)| outcome.as_ref().is_ok_and(is_approved));
    };
    let mut drafts = drafts;
    drafts.iter_mut().for_each(approved);
    drafts.retain(|draft| !draft.outcomes.is_empty());
    drafts
}

/// How many posts were made and refused, and how many files were written.
struct ExportCounts {
    posts: usize,
    refused: usize,
    written: usize,
}

impl ExportCounts {
    fn of(drafts: &[ClausePosts<'_>], written: usize) -> Self {
        let posts: usize = drafts.iter().map(|draft| draft.posts().count()).sum();
        let refused = drafts.iter().map(|draft| draft.outcomes.len()).sum::<usize>() - posts;
        Self { posts, refused, written }
    }

    fn value(&self, export: &Export) -> Value {
        let Self { posts, refused, written } = self;
        json!({ "posts": posts, "refused": refused, "written": written, "out": export.out.display().to_string() })
    }

    fn text(&self, export: &Export, lang: Lang) -> String {
        let Self { posts, refused, written } = self;
        let folder = export.out.display();
        match lang {
            Lang::Ja => format!(
                "投稿文 {posts} 件、作れなかったもの {refused} 件; {folder} に {written} ファイルを書き込みました。何も送信していません。\n自動確認では主語の入替えや因果関係の変化は見つかりません。必ず人が読んでください。\n"
            ),
            Lang::En => format!(
                "{posts} posts, {refused} refused; {written} files written to {folder}. Nothing was sent.\nNo check finds a changed subject or cause: somebody has to read every post.\n"
            ),
        }
    }
}
