//! From bytes to linked documents: the stages before checking and rendering.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::{Timestamp, tz::TimeZone};

use super::released_text::{self, ReleaseQuestion};
use super::site_release::{self, ReleasedState};
use super::{Accounts, FileFate, Observer, Options, PipelineMemory, RecordChanges, Validity, text};
use crate::address::{self, AddressInput, AddressRecord, Assigned, Mode, SITE_LOCK};
use crate::corpus::{self, Corpus, LinkInput};
use crate::diagnostic::{Diagnostics, SourceFile};
use crate::policy::{Body, DocumentId, Published, Site, SiteName};
use crate::source::{self, Sources, Tree};

/// A site whose documents have their addresses and are linked.
#[derive(Debug)]
pub struct Gathered {
    /// The documents.
    pub corpus: Corpus,
    /// The `.lock` files as they were read, by path relative to the site's folder.
    pub locks: BTreeMap<String, Arc<SourceFile>>,
    /// The findings; those of [`gather`] are sorted and have the severities of the site.
    pub diagnostics: Diagnostics,
    /// The records of documents that differ from their last release, as they are now and as they were then.
    pub changed: BTreeMap<DocumentId, Arc<AddressRecord>>,
    /// The commands that give the likeliest answer to each open question about addresses, without `--write`.
    pub first_answers: Vec<String>,
    /// The changes of address records that a build would make.
    pub(super) changes: RecordChanges,
    pub(super) accounts: Accounts,
    pub(super) validity: Validity,
    pub(super) zone: TimeZone,
}

/// A site whose `site.yaml` cannot be read.
#[derive(Debug)]
pub struct Unread {
    /// The findings.
    pub diagnostics: Diagnostics,
    pub(super) accounts: Accounts,
}

/// Reads, addresses and links the documents of `tree`; `found` are the findings of reading the tree.
///
/// # Errors
/// Without `site.yaml` there is no site.
pub fn gather(
    tree: Tree,
    found: Diagnostics,
    options: &Options,
    observer: &dyn Observer,
) -> Result<Gathered, Box<Unread>> {
    let mut gathered = link(&tree, found, options, &mut PipelineMemory::default(), observer)?;
    // The bytes are no longer needed: the documents hold their text.
    drop(tree);
    gathered.diagnostics = gathered.corpus.judged(gathered.diagnostics);
    Ok(gathered)
}

/// The same with the memory of the last run. The findings are neither sorted nor weighed yet.
pub(super) fn link(
    tree: &Tree,
    mut found: Diagnostics,
    options: &Options,
    memory: &mut PipelineMemory,
    observer: &dyn Observer,
) -> Result<Gathered, Box<Unread>> {
    let mut accounts = Accounts::unread(tree);
    accounts.add_unreadable(&found);
    let (sources, in_sources) = source::parse(tree, &mut memory.sources);
    found.extend(in_sources);
    let Some(sources) = sources else {
        return Err(Box::new(Unread { diagnostics: found, accounts }));
    };
    let zone = zone(&sources.site);
    let now = options.now.in_zone(&zone);
    let publication = next_publication(&sources, now);
    accounts.tell(&sources, now);
    let (locks, in_locks) = source::locks(tree, &mut memory.sources);
    found.extend(in_locks);
    let unreadable = unreadable(&accounts, tree, &locks);

    let (bodies, in_markdown) = text::parse_bodies(&sources, &mut memory.texts, observer);
    found.extend(in_markdown);
    let published = of_this_site(&tree.published, &SiteName::of(&sources.site));
    let context = address::AddressContext {
        locks: &locks,
        unreadable: &unreadable,
        mode: options.locks,
        now,
        published: &published,
    };
    let (assigned, in_addresses) = assign(&sources, bodies, &context, &mut memory.addresses);
    found.extend(in_addresses);
    let Assigned { bodies, renamed, taken_down, mut changes, obsolete, mut list, unreleased, changed, first_answers } =
        assigned;
    let released_on = list.last_release().map(|last| last.moment.to_zoned(zone.clone()).date());
    found.extend(released_text::findings(&sources, &changed, &ReleaseQuestion { released_on, mode: options.locks }));
    let changes_records = !changes.is_empty() || !obsolete.is_empty();
    let state =
        ReleasedState { mode: options.locks, inputs: site_release::digest(tree), now, unreleased, changes_records };
    let release = state.settle(&mut list);
    if options.locks == Mode::Release && locks.get(SITE_LOCK).is_none_or(|file| file.text != list.to_text()) {
        changes.insert(SITE_LOCK.to_owned(), list.to_text());
    }
    let changes = RecordChanges { written: address::in_order(changes, &locks), removed: obsolete };
    let input = LinkInput { sources, bodies, now, drafts: options.drafts, renamed, taken_down, release };
    let corpus = corpus::link(input, &mut memory.links);
    let validity = Validity { from: now, until: [publication, next_day(&corpus, &zone)].into_iter().flatten().min() };
    Ok(Gathered { corpus, locks, diagnostics: found, first_answers, changes, changed, accounts, validity, zone })
}

/// The published versions of this site. A build refuses to replace another site.
fn of_this_site(published: &[Arc<Published>], name: &SiteName) -> Vec<Arc<Published>> {
    published.iter().filter(|published| published.site.as_ref().is_none_or(|site| site == name)).cloned().collect()
}

fn assign(
    sources: &Sources,
    mut bodies: BTreeMap<DocumentId, Arc<Body>>,
    context: &address::AddressContext<'_>,
    memory: &mut address::AddressMemory,
) -> (Assigned, Diagnostics) {
    let mut inputs = BTreeMap::new();
    for (id, document) in &sources.documents {
        let body = bodies.remove(id).unwrap_or_default();
        inputs.insert(id.clone(), AddressInput { meta: &document.meta, source: &document.source, body });
    }
    address::assign(&inputs, context, memory)
}

/// Documents and address records that exist and could not be read.
fn unreadable(accounts: &Accounts, tree: &Tree, locks: &BTreeMap<String, Arc<SourceFile>>) -> BTreeSet<String> {
    let broken = accounts.0.iter().filter(|(_, fate)| **fate == FileFate::Broken).map(|(path, _)| path);
    let no_text = tree.files.keys().filter(|path| path.ends_with(".lock") && !locks.contains_key(*path));
    broken.chain(no_text).cloned().collect()
}

/// The site's time zone; `source` has already refused a name that means none.
fn zone(site: &Site) -> TimeZone {
    TimeZone::get(&site.time_zone).unwrap_or(TimeZone::UTC)
}

fn next_publication(sources: &Sources, now: Timestamp) -> Option<Timestamp> {
    let released = sources.documents.values().filter(|source| source.meta.is_released());
    let moments = released.flat_map(|source| {
        let posts = source.sidecar.clauses.iter().filter_map(|(_, notes)| notes.sns.as_ref()?.publish_at.as_ref());
        posts.chain(source.meta.publish_at.as_ref())
    });
    moments.map(|moment| moment.value).filter(|moment| *moment > now).min()
}

/// The next moment at which an objective's findings or pages may change: a deadline or the date of an actual value passes.
fn next_day(corpus: &Corpus, zone: &TimeZone) -> Option<Timestamp> {
    let days = corpus.all_objectives().flat_map(|goal| goal.days().collect::<Vec<_>>());
    let next = days.filter(|day| *day >= corpus.today).min()?;
    // A future date matters from that day on, a deadline from the day after.
    let day = if next > corpus.today { next } else { next.tomorrow().ok()? };
    day.to_zoned(zone.clone()).ok().map(|moment| moment.timestamp())
}

/// The files that pages are made from besides the documents.
#[derive(Debug, Default)]
pub(super) struct InputFiles {
    /// Assets by path below `content/`.
    pub(super) assets: BTreeMap<String, Arc<[u8]>>,
    /// Files of the site's theme, by path below its folder.
    pub(super) theme: BTreeMap<String, Arc<[u8]>>,
}

impl InputFiles {
    /// The files of a tree that a site of these documents may need.
    pub(super) fn copied(tree: &Tree, corpus: &Corpus) -> Self {
        let folder = theme_folder(corpus);
        let mut files = Self::default();
        for (path, bytes) in &tree.files {
            match kind(path, &folder, corpus) {
                Some(InputKind::Asset(below)) => files.assets.insert(below.to_owned(), Arc::clone(bytes)),
                Some(InputKind::Theme(below)) => files.theme.insert(below.to_owned(), Arc::clone(bytes)),
                None => None,
            };
        }
        files
    }
}

enum InputKind<'a> {
    Asset(&'a str),
    Theme(&'a str),
}

fn theme_folder(corpus: &Corpus) -> String {
    format!("themes/{}/", corpus.site.theme)
}

fn kind<'a>(path: &'a str, theme: &str, corpus: &Corpus) -> Option<InputKind<'a>> {
    let asset = path.strip_prefix("content/").filter(|below| corpus.assets.contains(*below)).map(InputKind::Asset);
    asset.or_else(|| path.strip_prefix(theme).map(InputKind::Theme))
}
