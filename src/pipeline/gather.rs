//! The way from bytes to linked documents: all that has to be known before anything is looked for or shown.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::{Timestamp, tz::TimeZone};

use super::{Accounts, Fate, Memory, Observer, Options, Validity, text};
use crate::address::{self, AddressInput, Assigned};
use crate::corpus::{self, Corpus};
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
    /// What was found on the way; of [`gather`] sorted, with the severities the site has chosen.
    pub diagnostics: Diagnostics,
    /// Address records that a build would write, in the order of writing.
    pub(super) changes: Vec<(String, String)>,
    pub(super) accounts: Accounts,
    pub(super) validity: Validity,
    pub(super) zone: TimeZone,
}

/// A site whose `site.yaml` cannot be read.
#[derive(Debug)]
pub struct Unread {
    /// What was found.
    pub diagnostics: Diagnostics,
    pub(super) accounts: Accounts,
}

/// Reads, addresses and links the documents of `tree`; `found` is what reading the tree has found already.
///
/// # Errors
/// Without `site.yaml` there is no site.
pub fn gather(
    tree: Tree,
    found: Diagnostics,
    options: &Options,
    observer: &dyn Observer,
) -> Result<Gathered, Box<Unread>> {
    let mut gathered = link(&tree, found, options, (&mut Memory::default(), observer))?;
    // The bytes of the documents have become text by now.
    drop(tree);
    gathered.diagnostics = gathered.corpus.judged(gathered.diagnostics);
    Ok(gathered)
}

/// The same; what is remembered of texts is not parsed again. Findings are as they were found.
pub(super) fn link(
    tree: &Tree,
    mut found: Diagnostics,
    options: &Options,
    (memory, observer): (&mut Memory, &dyn Observer),
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
    let changes = address::in_order(assigned.changes, &locks);
    let corpus = corpus::link_remembered((sources, assigned.bodies), now, options.drafts, &mut memory.links);
    let corpus = corpus.with_past((assigned.renamed, assigned.taken_down));
    let validity = Validity { from: now, until: [publication, next_day(&corpus, &zone)].into_iter().flatten().min() };
    Ok(Gathered { corpus, locks, diagnostics: found, changes, accounts, validity, zone })
}

/// The published sites that are this one. A build refuses to replace another.
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

/// Documents and address records that are there and could not be read.
fn unreadable(accounts: &Accounts, tree: &Tree, locks: &BTreeMap<String, Arc<SourceFile>>) -> BTreeSet<String> {
    let broken = accounts.0.iter().filter(|(_, fate)| **fate == Fate::Broken).map(|(path, _)| path);
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

/// When the next of the days ends on which objectives are due, or on which an actual is dated: then what is said changes.
fn next_day(corpus: &Corpus, zone: &TimeZone) -> Option<Timestamp> {
    let days = corpus.all_goals().flat_map(|goal| goal.days().collect::<Vec<_>>());
    let next = days.filter(|day| *day >= corpus.today).min()?;
    // What is dated in the future is looked at anew from that day on, what is due from the day after.
    let day = if next > corpus.today { next } else { next.tomorrow().ok()? };
    day.to_zoned(zone.clone()).ok().map(|moment| moment.timestamp())
}

/// The bytes that pages are made with besides the documents.
#[derive(Debug, Default)]
pub(super) struct Files {
    /// Assets by path below `content/`.
    pub(super) assets: BTreeMap<String, Arc<[u8]>>,
    /// Files of the site's theme, by path below its folder.
    pub(super) theme: BTreeMap<String, Arc<[u8]>>,
}

impl Files {
    /// Those of a tree that a site of these documents may need.
    pub(super) fn copied(tree: &Tree, corpus: &Corpus) -> Self {
        let folder = theme_folder(corpus);
        let mut files = Self::default();
        for (path, bytes) in &tree.files {
            match kind(path, &folder, corpus) {
                Some(Kind::Asset(below)) => files.assets.insert(below.to_owned(), Arc::clone(bytes)),
                Some(Kind::Theme(below)) => files.theme.insert(below.to_owned(), Arc::clone(bytes)),
                None => None,
            };
        }
        files
    }
}

enum Kind<'a> {
    Asset(&'a str),
    Theme(&'a str),
}

fn theme_folder(corpus: &Corpus) -> String {
    format!("themes/{}/", corpus.site.theme)
}

fn kind<'a>(path: &'a str, theme: &str, corpus: &Corpus) -> Option<Kind<'a>> {
    let asset = path.strip_prefix("content/").filter(|below| corpus.assets.contains(*below)).map(Kind::Asset);
    asset.or_else(|| path.strip_prefix(theme).map(Kind::Theme))
}
