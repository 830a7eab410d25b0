//! A complete site at one moment, which never changes again; and the place where the newest one stands.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use tokio::sync::{oneshot, watch};

use super::maker::Maker;
use crate::artifact::Artifacts;
use crate::corpus::Corpus;
use crate::diagnostic::Diagnostics;
use crate::pipeline::{Pressroom, Survey};
use crate::site::Alone;

/// One state of the site.
#[derive(Debug)]
pub struct Snapshot {
    /// Grows with every one.
    pub version: u64,
    /// Whether the pages are those of the files as they are; else they are the last ones that could be published.
    pub is_good: bool,
    /// What is known of the files as they are. (Its pressroom has become the pages.)
    pub survey: Arc<Survey>,
    pub(super) pages: Option<Arc<Pages>>,
}

/// The pages of one state of the files, each made when it is asked for.
#[derive(Debug)]
pub(super) struct Pages {
    room: Pressroom,
    pub(super) maker: Arc<Maker>,
    made: Mutex<Made>,
    theme: OnceLock<BTreeMap<String, Arc<[u8]>>>,
    whole: OnceLock<Whole>,
    /// What is shown of them if it turns out that they cannot be published.
    before: Mutex<Option<Arc<Pages>>>,
}

/// The pages made one by one so far.
#[derive(Debug, Default)]
struct Made {
    pages: BTreeMap<String, Arc<[u8]>>,
    /// The files of the content to which they refer: these are part of the site.
    assets: BTreeSet<String>,
}

#[derive(Debug)]
struct Whole {
    artifacts: Option<Arc<Artifacts>>,
    found: Diagnostics,
}

impl Snapshot {
    /// The bytes of a file of the site as `hoshin build --drafts` would write it.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<Arc<[u8]>> {
        self.pages.as_ref()?.file(path)
    }

    /// Whether the site has a file.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.pages.as_ref().is_some_and(|pages| pages.has(path))
    }

    /// Whether nothing is left to be made.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.pages.as_ref().is_none_or(|pages| pages.whole.get().is_some())
    }

    /// Begins to make what is left, without waiting for it; not begun if nobody has the pages any more when their turn comes.
    pub fn make_rest(&self) {
        if let Some(pages) = &self.pages {
            pages.maker.give(pages, |pages| {
                pages.complete();
            });
        }
    }

    /// Whether a file is there, or known not to be, without all the others. A page that is made by itself is made.
    pub(super) fn is_at_hand(&self, path: &str) -> bool {
        self.is_whole() || self.pages.as_ref().is_some_and(|pages| pages.at_hand(path).is_some())
    }

    /// Waits, without a thread, until nothing is left to be made; none if it could not be made.
    pub(super) async fn made(&self) -> Option<()> {
        let Some(pages) = &self.pages else { return Some(()) };
        let (done, made) = oneshot::channel();
        pages.maker.give(pages, move |pages| {
            pages.complete();
            // Whoever asked may have gone.
            let _ = done.send(());
        });
        made.await.ok()
    }

    /// The whole site, made if it is not yet; none while nothing could be published.
    #[must_use]
    pub fn whole(&self) -> Option<Arc<Artifacts>> {
        self.pages.as_ref()?.whole()
    }

    /// The documents of which the pages are.
    pub(super) fn served(&self) -> Option<&Corpus> {
        self.pages.as_ref().map(|pages| pages.room.corpus())
    }

    /// The path part of the site's address, without slashes around it: where its 404 page expects it to stand.
    #[must_use]
    pub fn base_path(&self) -> &str {
        let base = self.pages.as_ref().map_or("", |pages| pages.room.corpus().site.base_url.as_str());
        let after_host = base.split_once("://").map_or("", |(_, rest)| rest);
        after_host.split_once('/').map_or("", |(_, path)| path).trim_matches('/')
    }
}

impl Pages {
    pub(super) fn new(room: Pressroom, maker: &Arc<Maker>, before: Option<Arc<Self>>) -> Self {
        // Only what has been found to be good is fallen back to, so that no chain of former states is held.
        let before = before.and_then(|before| if before.is_complete() { Some(before) } else { before.before() });
        Self {
            room,
            maker: Arc::clone(maker),
            made: Mutex::default(),
            theme: OnceLock::new(),
            whole: OnceLock::new(),
            before: Mutex::new(before),
        }
    }

    /// Whether they are made with this theme and these settings.
    pub(super) fn is_like(&self, room: &Pressroom) -> bool {
        self.room.is_like(room)
    }

    pub(super) fn is_complete(&self) -> bool {
        self.whole.get().is_some_and(|whole| whole.artifacts.is_some())
    }

    /// Makes all pages in the maker's thread; whether they can be published, and what was found.
    pub(super) fn complete(&self) -> (bool, &Diagnostics) {
        // Whoever waits for the pages waits for the thread, never the thread for anybody.
        if self.whole.get().is_none() {
            self.maker.run(|| self.complete_here());
        }
        self.complete_here()
    }

    /// The same, by whoever asks, on every core: before anybody else can ask.
    pub(super) fn complete_here(&self) -> (bool, &Diagnostics) {
        let whole = self.whole.get().unwrap_or_else(|| {
            // Made first, put in its place then: nothing is locked while they are made.
            let (artifacts, found) = self.room.all();
            self.whole.get_or_init(|| Whole { artifacts: artifacts.map(Arc::new), found })
        });
        if whole.artifacts.is_some() {
            // What is complete needs neither a fallback nor single pages any more.
            *lock(&self.before) = None;
            *lock(&self.made) = Made::default();
        }
        (whole.artifacts.is_some(), &whole.found)
    }

    pub(super) fn before(&self) -> Option<Arc<Self>> {
        lock(&self.before).clone()
    }

    /// One page, if it is one that can be made by itself.
    pub(super) fn page(&self, path: &str) -> Option<Result<Arc<[u8]>, Diagnostics>> {
        if let Some(made) = lock(&self.made).pages.get(path) {
            return Some(Ok(Arc::clone(made)));
        }
        Some(self.room.page(path)?.map(|Alone { bytes, assets }| {
            let mut made = lock(&self.made);
            made.assets.extend(assets);
            made.pages.insert(path.to_owned(), Arc::clone(&bytes));
            bytes
        }))
    }

    fn file(&self, path: &str) -> Option<Arc<[u8]>> {
        if let Some(Whole { artifacts: Some(artifacts), .. }) = self.whole.get() {
            return artifacts.shared(path);
        }
        self.at_hand(path).or_else(|| self.whole()?.shared(path))
    }

    /// What does not wait for all the others: a page, and what it shows.
    fn at_hand(&self, path: &str) -> Option<Arc<[u8]>> {
        if let Some(Ok(page)) = self.page(path) {
            return Some(page);
        }
        let is_logo = || self.room.corpus().site.appearance.logo.as_ref().is_some_and(|logo| logo.file == path);
        let is_shown = || !path.ends_with(".html") && (is_logo() || lock(&self.made).assets.contains(path));
        let of_theme = self.theme().get(path);
        of_theme.or_else(|| self.room.assets().get(path).filter(|_| is_shown())).cloned()
    }

    fn theme(&self) -> &BTreeMap<String, Arc<[u8]>> {
        self.theme.get_or_init(|| self.room.theme_files())
    }

    /// The files that pages show, by output path; not all of them need be part of the site.
    pub(super) fn statics(&self) -> impl Iterator<Item = (&String, &Arc<[u8]>)> {
        self.room.assets().iter().chain(self.theme())
    }

    fn has(&self, path: &str) -> bool {
        self.file(path).is_some()
    }

    fn whole(&self) -> Option<Arc<Artifacts>> {
        self.complete();
        let own = self.whole.get().and_then(|whole| whole.artifacts.clone());
        own.or_else(|| self.before()?.whole())
    }
}

/// A poisoned lock guards nothing that could be half done.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Where the newest snapshot stands.
#[derive(Debug)]
pub struct Stage(watch::Sender<Arc<Snapshot>>);

impl Stage {
    /// A stage with its first snapshot.
    #[must_use]
    pub fn new(first: Arc<Snapshot>) -> Self {
        Self(watch::Sender::new(first))
    }

    /// Puts a newer one in its place.
    pub fn show(&self, next: Arc<Snapshot>) {
        self.0.send_replace(next);
    }

    /// The newest one.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.0.borrow())
    }

    pub(super) fn watched(&self) -> watch::Receiver<Arc<Snapshot>> {
        self.0.subscribe()
    }
}
