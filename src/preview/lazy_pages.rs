//! The pages of one state of the files. Each is rendered when it is asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use super::render_thread::RenderThread;
use crate::artifact::Artifacts;
use crate::corpus::Corpus;
use crate::diagnostic::Diagnostics;
use crate::pipeline::Renderer;
use crate::site::SinglePage;

/// The pages of one state of the files.
#[derive(Debug)]
pub(super) struct LazyPages {
    renderer: Renderer,
    pub(super) render_thread: Arc<RenderThread>,
    single: Mutex<SinglePages>,
    theme: OnceLock<BTreeMap<String, Arc<[u8]>>>,
    whole: OnceLock<WholeSite>,
    /// The pages to show instead if these turn out not to be publishable.
    fallback: Mutex<Option<Arc<LazyPages>>>,
}

/// The pages rendered one by one so far.
#[derive(Debug, Default)]
struct SinglePages {
    pages: BTreeMap<String, Arc<[u8]>>,
    /// The assets to which they refer: these are part of the site.
    assets: BTreeSet<String>,
}

/// All pages, unless the findings forbid to publish them.
#[derive(Debug)]
struct WholeSite {
    artifacts: Option<Arc<Artifacts>>,
    found: Diagnostics,
}

impl LazyPages {
    pub(super) fn new(renderer: Renderer, render_thread: &Arc<RenderThread>, before: Option<Arc<Self>>) -> Self {
        // Only pages known to be good are a fallback, so that no chain of former states is held in memory.
        let fallback = before.and_then(|before| if before.is_publishable() { Some(before) } else { before.fallback() });
        Self {
            renderer,
            render_thread: Arc::clone(render_thread),
            single: Mutex::default(),
            theme: OnceLock::new(),
            whole: OnceLock::new(),
            fallback: Mutex::new(fallback),
        }
    }

    /// Returns whether the pages are rendered with the same theme and settings.
    pub(super) fn is_like(&self, renderer: &Renderer) -> bool {
        self.renderer.is_like(renderer)
    }

    /// Returns whether all pages are rendered.
    pub(super) fn is_complete(&self) -> bool {
        self.whole.get().is_some()
    }

    /// Returns whether all pages are rendered and can be published.
    fn is_publishable(&self) -> bool {
        self.whole.get().is_some_and(|whole| whole.artifacts.is_some())
    }

    /// Renders all pages in the render thread. Returns whether they can be published, and the findings.
    pub(super) fn complete(&self) -> (bool, &Diagnostics) {
        // The caller waits for the thread; the thread never waits for anybody.
        if !self.is_complete() {
            self.render_thread.run(|| self.complete_here());
        }
        self.complete_here()
    }

    /// Renders all pages in the caller's thread, on every core. Only for pages that nobody else can ask for yet.
    pub(super) fn complete_here(&self) -> (bool, &Diagnostics) {
        let whole = self.whole.get().unwrap_or_else(|| {
            // The pages are rendered before they are stored: nothing is locked meanwhile.
            let (artifacts, found) = self.renderer.all();
            self.whole.get_or_init(|| WholeSite { artifacts: artifacts.map(Arc::new), found })
        });
        if whole.artifacts.is_some() {
            // A complete site needs neither a fallback nor single pages.
            *lock(&self.fallback) = None;
            *lock(&self.single) = SinglePages::default();
        }
        (whole.artifacts.is_some(), &whole.found)
    }

    pub(super) fn fallback(&self) -> Option<Arc<Self>> {
        lock(&self.fallback).clone()
    }

    /// The documents of which the pages are made.
    pub(super) fn corpus(&self) -> &Corpus {
        self.renderer.corpus()
    }

    pub(super) fn file(&self, path: &str) -> Option<Arc<[u8]>> {
        if let Some(WholeSite { artifacts: Some(artifacts), .. }) = self.whole.get() {
            return artifacts.shared(path);
        }
        self.at_hand(path).or_else(|| self.whole()?.shared(path))
    }

    /// A file that does not need all pages: a page that can be rendered by itself, or a file such a page shows.
    pub(super) fn at_hand(&self, path: &str) -> Option<Arc<[u8]>> {
        if let Some(page) = self.page(path) {
            return Some(page);
        }
        let is_logo = || self.corpus().site.appearance.logo.as_ref().is_some_and(|logo| logo.file == path);
        let is_shown = || !path.ends_with(".html") && (is_logo() || lock(&self.single).assets.contains(path));
        let of_theme = self.theme().get(path);
        of_theme.or_else(|| self.renderer.assets().get(path).filter(|_| is_shown())).cloned()
    }

    /// A page that can be rendered by itself; none as well if rendering it finds an error.
    fn page(&self, path: &str) -> Option<Arc<[u8]>> {
        if let Some(rendered) = lock(&self.single).pages.get(path) {
            return Some(Arc::clone(rendered));
        }
        let SinglePage { bytes, assets } = self.renderer.page(path)?.ok()?;
        let mut single = lock(&self.single);
        single.assets.extend(assets);
        single.pages.insert(path.to_owned(), Arc::clone(&bytes));
        Some(bytes)
    }

    fn theme(&self) -> &BTreeMap<String, Arc<[u8]>> {
        self.theme.get_or_init(|| self.renderer.theme_files())
    }

    /// The files that pages may show, by output path. Not all of them need be part of the site.
    pub(super) fn statics(&self) -> impl Iterator<Item = (&String, &Arc<[u8]>)> {
        self.renderer.assets().iter().chain(self.theme())
    }

    pub(super) fn whole(&self) -> Option<Arc<Artifacts>> {
        self.complete();
        let own = self.whole.get().and_then(|whole| whole.artifacts.clone());
        own.or_else(|| self.fallback()?.whole())
    }
}

/// Locks a mutex. A poisoned one is used all the same: nothing that it guards can be half done.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
