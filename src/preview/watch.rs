//! When to look at the files again. What the system says has happened to them is a hint and nothing more: which files to
//! distrust, and that it is worth looking. Where it says nothing (network drives, too many folders), time does.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use notify::event::{AccessKind, AccessMode};
use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// How often is looked when the system is trusted to tell: it does not tell everything (folders that come with their files,
/// folders that are taken away and come back).
pub const HEARTBEAT: Duration = Duration::from_secs(2);
/// How often is looked when it cannot tell.
pub const POLL: Duration = Duration::from_millis(700);

/// What wakes a preview.
#[derive(Debug)]
pub enum Wake {
    /// Something may have happened to these files; to any, when there are none.
    Touched(Vec<PathBuf>),
    /// It is to end.
    Stop,
}

/// How a preview learns of changes.
#[derive(Debug)]
pub enum Watch {
    /// From the system.
    Events(Events),
    /// By looking every so often.
    Poll(Duration),
}

/// The system's notices.
#[derive(Debug)]
pub struct Events {
    watcher: RecommendedWatcher,
    site: PathBuf,
}

impl Watch {
    /// Watches the sources of a site: `content/`, `themes/`, and the folder they are in for their coming and going. Nothing
    /// else is watched, wherever the output lies.
    ///
    /// # Errors
    /// Why the system does not watch, in its own words; then one has to poll.
    pub fn events(site: &Path, wake: Sender<Wake>) -> Result<Self, String> {
        let shown = |error: notify::Error| error.to_string();
        let told = move |event: Result<Event, notify::Error>| {
            let touched = match event {
                Ok(event) if is_access(event.kind) => return,
                Ok(event) => event.paths,
                Err(_) => Vec::new(),
            };
            // Nobody listens any more: the program ends.
            let _ = wake.send(Wake::Touched(touched));
        };
        let watcher = RecommendedWatcher::new(told, Config::default()).map_err(shown)?;
        let mut events = Events { watcher, site: site.to_owned() };
        events.watcher.watch(site, RecursiveMode::NonRecursive).map_err(shown)?;
        events.renew().map_err(shown)?;
        Ok(Self::Events(events))
    }

    /// Watches the folders that are there now, in case they are others than before.
    pub fn renew(&mut self) {
        if let Self::Events(events) = self {
            // What cannot be watched is looked at all the same, a little later.
            let _ = events.renew();
        }
    }

    /// After how long one looks although nothing was told.
    #[must_use]
    pub fn patience(&self) -> Duration {
        match self {
            Self::Events(_) => HEARTBEAT,
            Self::Poll(every) => *every,
        }
    }

    /// For programs: `events` or `poll`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Events(_) => "events",
            Self::Poll(_) => "poll",
        }
    }
}

impl Events {
    fn renew(&mut self) -> Result<(), notify::Error> {
        for folder in ["content", "themes"] {
            let folder = self.site.join(folder);
            // It is an error that it was not watched, which is all the same.
            let _ = self.watcher.unwatch(&folder);
            if folder.is_dir() {
                self.watcher.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(())
    }
}

/// Reading is no change; a preview that takes it for one wakes itself for ever.
fn is_access(kind: EventKind) -> bool {
    matches!(kind, EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write))
}

/// Whether what was told is of use: of the site's own folder only `content` and `themes` are.
#[must_use]
pub fn concerns(site: &Path, touched: &[PathBuf]) -> bool {
    let is_source = |path: &PathBuf| match path.strip_prefix(site) {
        Ok(below) => below.starts_with("content") || below.starts_with("themes"),
        Err(_) => true,
    };
    touched.is_empty() || touched.iter().any(is_source)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sources_are_of_interest() {
        for (touched, expected) in [
            (&["/s/content/a.md"][..], true),
            (&["/s/themes/city/static/style.css"], true),
            (&["/s/content"], true),
            (&["/s/public/index.html"], false),
            (&["/s/contents.txt"], false),
            (&["/s/README.md", "/s/content/r8"], true),
            (&[], true),
        ] {
            let touched: Vec<PathBuf> = touched.iter().map(PathBuf::from).collect();
            assert_eq!(concerns(Path::new("/s"), &touched), expected, "{touched:?}");
        }
    }
}
