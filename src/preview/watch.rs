//! Decides when the files are read again. An event of the system is only a hint that some files may have changed. Where no
//! events come (network drives, too many folders), the files are read at intervals.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use notify::event::{AccessKind, AccessMode};
use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// The interval when the system sends events. It does not send one for everything: folders may come with their files, or be
/// taken away and come back.
pub const HEARTBEAT: Duration = Duration::from_secs(2);
/// The interval when the system sends no events.
pub const POLL: Duration = Duration::from_millis(700);

/// A message that wakes the preview.
#[derive(Debug)]
pub enum Wake {
    /// These files may have changed; any file, when there are none.
    Touched(Vec<PathBuf>),
    /// The preview is to end.
    Stop,
}

/// How a preview learns of changes.
#[derive(Debug)]
pub enum Watch {
    /// By events of the system.
    Events(Events),
    /// By reading the files at this interval.
    Poll(Duration),
}

/// The watches of the system.
#[derive(Debug)]
pub struct Events {
    watcher: RecommendedWatcher,
    site: PathBuf,
}

impl Watch {
    /// Watches the sources of a site: `content/`, `themes/`, and the folder they are in, in case they come or go. Nothing else
    /// is watched, wherever the output is.
    ///
    /// # Errors
    /// The message of the system when it does not watch; the caller then has to poll.
    pub fn events(site: &Path, wake: Sender<Wake>) -> Result<Self, String> {
        let shown = |error: notify::Error| error.to_string();
        let told = move |event: Result<Event, notify::Error>| {
            let touched = match event {
                Ok(event) if is_access(event.kind) => return,
                Ok(event) => event.paths,
                Err(_) => Vec::new(),
            };
            // This fails when the program is ending.
            let _ = wake.send(Wake::Touched(touched));
        };
        let watcher = RecommendedWatcher::new(told, Config::default()).map_err(shown)?;
        let mut events = Events { watcher, site: site.to_owned() };
        events.watcher.watch(site, RecursiveMode::NonRecursive).map_err(shown)?;
        events.renew().map_err(shown)?;
        Ok(Self::Events(events))
    }

    /// Watches the folders that are there now; they may have been replaced.
    pub fn renew(&mut self) {
        if let Self::Events(events) = self {
            // A folder that cannot be watched is read at intervals all the same.
            let _ = events.renew();
        }
    }

    /// The interval at which all files are read although no event has come.
    #[must_use]
    pub fn patience(&self) -> Duration {
        match self {
            Self::Events(_) => HEARTBEAT,
            Self::Poll(every) => *every,
        }
    }

    /// The name for programs: `events` or `poll`.
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
            // This fails when the folder was not watched, which does not matter.
            let _ = self.watcher.unwatch(&folder);
            if folder.is_dir() {
                self.watcher.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(())
    }
}

/// Returns whether an event is about reading. If that counted as a change, the preview would wake itself for ever.
fn is_access(kind: EventKind) -> bool {
    matches!(kind, EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write))
}

/// Returns whether an event concerns the sources. In the site's own folder only `content` and `themes` do.
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
    fn only_sources_concern_the_preview() {
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
