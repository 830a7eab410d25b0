//! `hoshin release`: makes the site, and promises its addresses for good.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Instant;

use super::arguments::Release;
use super::build::{self, BuildRequest, BuiltSite, Effect};
use super::console::Console;
use super::error::Failure;
use super::report::{self, Report};
use super::{CommandContext, Exit};
use crate::address::{AddressRecord, Mode, SITE_LOCK, read_list, read_record};
use crate::diagnostic::{Lang, SourceFile, catalogue};
use crate::pipeline::Drafts;
use crate::release::{DocumentRelease, compare};
use crate::source::Tree;

/// Releases the site as it stands, unless something forbids it.
pub(super) fn run(release: &Release, context: &CommandContext, console: &mut Console) -> Result<Exit, Failure> {
    let started = Instant::now();
    let gate = |tree: &Tree| if release.adopt { Ok(()) } else { refuse_unadopted(tree) };
    let request = BuildRequest {
        input: &release.input,
        output: release.output.as_deref(),
        locks: Mode::Release,
        drafts: Drafts::Withheld,
        effect: if release.dry_run { Effect::Shown } else { Effect::Published },
        gate: &gate,
        context,
    };
    let target = request.target();
    let BuiltSite { outcome, published, records_before } = build::make_site(&request)?;
    let is_made = published.is_some()
        || (release.dry_run && !outcome.diagnostics.iter().any(|it| it.severity >= context.fails_from));
    let made_public = is_made.then(|| {
        let written = outcome.records.written.iter();
        let after = written.map(|(path, text)| (path.clone(), SourceFile::new(path.clone(), text.as_str()))).collect();
        MadePublic {
            number: outcome.release.number,
            is_recorded: published.is_some(),
            documents: compare(&records(&records_before), &records(&after)),
        }
    });
    let report = match release.dry_run {
        true => Report::of_check(&outcome),
        false => Report::of_build(&outcome, published, &target, started),
    };
    report::print(&report.with_release(made_public), context, console)
}

/// The records among some locks. One that cannot be read has stopped the release already.
fn records(locks: &BTreeMap<String, Arc<SourceFile>>) -> Vec<AddressRecord> {
    let records = locks.iter().filter(|(path, _)| *path != SITE_LOCK);
    records.filter_map(|(_, file)| read_record(file).ok()).collect()
}

/// Refuses a site that has published addresses and no release. A damaged record is reported later.
fn refuse_unadopted(tree: &Tree) -> Result<(), Failure> {
    let locks = build::locks(tree);
    let may_release = match locks.get(SITE_LOCK).map(read_list) {
        // Without a document in the list, the first release was interrupted.
        Some(Ok(list)) => list.last_release().is_some() || list.documents.is_empty(),
        Some(Err(_)) => true,
        None => false,
    };
    let is_published = || records(&locks).iter().any(AddressRecord::has_released);
    if !may_release && is_published() { Err(Failure::of(catalogue::release_not_adopted())) } else { Ok(()) }
}

/// What a release makes public.
#[derive(serde::Serialize)]
pub(super) struct MadePublic {
    number: Option<u32>,
    /// Whether it was done; otherwise it was only shown.
    is_recorded: bool,
    documents: Vec<DocumentRelease>,
}

impl MadePublic {
    /// One screen of text.
    pub(super) fn text(&self, lang: Lang) -> String {
        let number = self.number.unwrap_or_default();
        let mut out = match (lang, self.is_recorded) {
            (Lang::Ja, true) => format!("第{number}回の公開\n"),
            (Lang::Ja, false) => format!("第{number}回の公開で、次のとおり公開されます\n"),
            (Lang::En, true) => format!("Release {number}\n"),
            (Lang::En, false) => format!("Release {number} would make public:\n"),
        };
        let width = self.documents.iter().map(|document| document.document.len()).max().unwrap_or_default();
        for document in &self.documents {
            let _ = writeln!(out, "  {:width$}  {}", document.document, counts(document, lang));
        }
        match (lang, self.documents.is_empty()) {
            (Lang::Ja, true) => out.push_str("  アドレスに変わりはありません\n"),
            (Lang::En, true) => out.push_str("  no address changes\n"),
            (_, false) => {}
        }
        if !self.is_recorded {
            out.push_str(match lang {
                Lang::Ja => "まだ公開していません。これでよければ hoshin release を実行してください。\n",
                Lang::En => "Nothing is released yet. To release it, run hoshin release.\n",
            });
        }
        out
    }
}

fn counts(document: &DocumentRelease, lang: Lang) -> String {
    let DocumentRelease { is_new, new, changed, moved, withdrawn, .. } = *document;
    let all = [
        (new, "新しいアドレス", "new"),
        (changed, "文の変更", "changed"),
        (moved, "移動", "moved"),
        (withdrawn, "廃止", "withdrawn"),
    ];
    let told = all.into_iter().filter(|(count, ..)| *count > 0).map(|(count, ja, en)| match lang {
        Lang::Ja => format!("{ja} {count}"),
        Lang::En => format!("{count} {en}"),
    });
    let told: Vec<String> = told.collect();
    match lang {
        Lang::Ja => format!("{}{}", if is_new { "新しい文書：" } else { "" }, told.join("・")),
        Lang::En => format!("{}{}", if is_new { "new document: " } else { "" }, told.join(", ")),
    }
}
