//! `hoshin serve`: the site in the browser, anew with every save.

mod say;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::arguments::Serve;
use super::console::Console;
use super::{Context, Exit, Failure, in_threads};
use crate::output::directory;
use crate::pipeline::Moment;
use crate::preview::pages::Editor;
use crate::preview::watch::{POLL, Wake, Watch, concerns};
use crate::preview::{self, Batch, Folder, Manner, Session, Settings, Snapshot, Stage};
use crate::source;

/// When nothing has been saved for so long, the pages nobody has looked at yet are made.
const QUIET: Duration = Duration::from_secs(1);
/// More touched files than this are not told one by one: each is looked at all the same.
const MOST_TOUCHED: usize = 10_000;

/// Shows the site until Ctrl-C.
pub(super) fn run(serve: &Serve, context: &Context, console: &mut Console) -> Result<Exit, Failure> {
    in_threads(serve.input.jobs, || show(serve, context, console))
}

fn show(serve: &Serve, context: &Context, console: &mut Console) -> Result<Exit, Failure> {
    let site = &serve.input.site;
    if let Some(file) = &serve.ready_file {
        directory::check_other(file, Some(site))?;
    }
    // A folder that is none is a mistake of the command line; one whose content goes away later is a finding.
    source::list_tree(site).map_err(Failure::Read)?;
    let site = &site.canonicalize().unwrap_or_else(|_| site.clone());
    let address = format!("127.0.0.1:{}", serve.port);
    let bound = preview::bind(serve.port).map_err(|error| Failure::Port(address, error.to_string()))?;
    let (wake, woken) = channel();
    // Before the first build, so that nothing is missed during it.
    let watch = watch(serve, site, &wake, &mut |reason| console.err(&say::polling(reason, context.lang)))?;
    let settings = Settings { now: fixed(context), fails_from: context.fails_from };
    let (folder, session) = (Folder::new(site), Session::new(settings));
    let mut desk = Desk { folder, session, watch, touched: Vec::new() };
    let began = Instant::now();
    desk.folder.read(&[]);
    let first = desk.step();
    let stage = Arc::new(Stage::new(Arc::clone(&first)));
    let url = bound.url();
    let manner = Manner {
        lang: context.lang,
        editor: Some(Editor::new(&serve.editor, &site.display().to_string())),
        fails_from: context.fails_from,
        watching: desk.watch.name(),
    };
    let server = answering(bound, &stage, manner, wake);
    console.err(&say::built(&first, began.elapsed(), context))?;
    console.err(&say::here(&url, context.lang))?;
    if let Some(file) = &serve.ready_file {
        write_whole(file, &url)?;
    }
    if serve.open {
        open(&url);
    }
    let room = Room { stage: &stage, woken: &woken, site, context };
    desk.work(&room, console)?;
    match server.join() {
        Ok(ended) => ended.map(|()| Exit::Fine).map_err(Failure::Console),
        Err(_) => Ok(Exit::Failure),
    }
}

/// The moment that was asked for; without one the preview goes with the clock.
fn fixed(context: &Context) -> Option<Moment> {
    context.is_now_given.then_some(context.now)
}

fn watch(
    serve: &Serve,
    site: &Path,
    wake: &Sender<Wake>,
    polling: &mut dyn FnMut(&str) -> std::io::Result<()>,
) -> Result<Watch, Failure> {
    if let Some(every) = serve.poll() {
        return Ok(Watch::Poll(every));
    }
    Ok(or_polling(Watch::events(site, wake.clone()), polling)?)
}

/// What the system gives, or looking every so often, with a word on why.
fn or_polling(
    watch: Result<Watch, String>,
    polling: &mut dyn FnMut(&str) -> std::io::Result<()>,
) -> std::io::Result<Watch> {
    watch.or_else(|reason| {
        polling(&reason)?;
        Ok(Watch::Poll(POLL))
    })
}

/// Answers requests in a thread of its own; when it ends, so does the rest.
fn answering(
    bound: preview::Bound,
    stage: &Arc<Stage>,
    manner: Manner,
    wake: Sender<Wake>,
) -> JoinHandle<std::io::Result<()>> {
    let stage = Arc::clone(stage);
    std::thread::spawn(move || {
        let ended = bound.serve(stage, manner);
        // Whoever listened has ended already.
        let _ = wake.send(Wake::Stop);
        ended
    })
}

/// What the work needs around it.
struct Room<'a> {
    stage: &'a Stage,
    woken: &'a Receiver<Wake>,
    site: &'a Path,
    context: &'a Context,
}

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    /// The files of which the system has spoken.
    Touched,
    /// All: it does not tell everything.
    Everything,
}

/// What is done with the files.
struct Desk {
    folder: Folder,
    session: Session,
    watch: Watch,
    touched: Vec<PathBuf>,
}

impl Desk {
    /// Looks, makes and shows, until it is told to stop.
    fn work(&mut self, room: &Room<'_>, console: &mut Console) -> Result<(), Failure> {
        let start = Instant::now();
        let mut batch = Batch::default();
        let (mut looked, mut stepped) = (Duration::ZERO, Duration::ZERO);
        let (mut is_complete, mut begun) = (false, 0);
        loop {
            let now = start.elapsed();
            // A burst is not looked at before it is over.
            let due = batch.due().unwrap_or(looked + self.watch.patience()).min(now + QUIET);
            match room.woken.recv_timeout(due.saturating_sub(now)) {
                Ok(Wake::Stop) | Err(RecvTimeoutError::Disconnected) => return Ok(()),
                Ok(Wake::Touched(paths)) if concerns(room.site, &paths) => {
                    batch.note(start.elapsed());
                    let space = MOST_TOUCHED.saturating_sub(self.touched.len());
                    self.touched.extend(paths.into_iter().take(space));
                }
                Ok(Wake::Touched(_)) | Err(RecvTimeoutError::Timeout) => {}
            }
            let now = start.elapsed();
            let is_told = batch.take(now);
            let is_time = now >= looked + self.watch.patience();
            if is_told || (is_time && batch.due().is_none()) || self.is_outdated() {
                let manner = if is_told && !is_time { Look::Touched } else { Look::Everything };
                if let Some(next) = self.look((manner, is_told), room.site) {
                    room.stage.show(Arc::clone(&next));
                    console.err(&say::built(&next, start.elapsed().saturating_sub(now), room.context))?;
                    (stepped, is_complete) = (start.elapsed(), false);
                }
                if manner == Look::Everything {
                    looked = start.elapsed();
                }
            }
            let is_quiet = batch.due().is_none() && start.elapsed() > stepped + QUIET;
            if is_quiet && !is_complete {
                let shown = room.stage.snapshot();
                is_complete = shown.is_whole();
                if !is_complete && begun != shown.version {
                    begun = shown.version;
                    shown.make_rest();
                }
                if is_complete && let Some(next) = self.session.complete() {
                    console.err(&say::built(&next, Duration::ZERO, room.context))?;
                    room.stage.show(next);
                }
            }
        }
    }

    /// The next snapshot, if anything is not as it was.
    fn look(&mut self, (manner, is_told): (Look, bool), site: &Path) -> Option<Arc<Snapshot>> {
        let touched = std::mem::take(&mut self.touched);
        let is_root = |path: &PathBuf| path.parent() == Some(site);
        let changes = match manner {
            Look::Touched => self.folder.read_touched(&touched),
            Look::Everything => self.folder.read(&touched),
        };
        // Folders that came or went without a word are no longer watched.
        if touched.iter().any(is_root) || (changes.is_some() && !is_told) {
            self.watch.renew();
        }
        (changes.is_some() || self.is_outdated()).then(|| self.step())
    }

    fn step(&mut self) -> Arc<Snapshot> {
        let (tree, found) = self.folder.read_last();
        self.session.step(tree, found, Timestamp::now())
    }

    /// Whether a document has become public since the last snapshot.
    fn is_outdated(&self) -> bool {
        self.session.until().is_some_and(|until| until <= Timestamp::now())
    }
}

/// Writes a file that is there wholly or not at all.
fn write_whole(file: &Path, text: &str) -> std::io::Result<()> {
    let draft = file.with_extension("new");
    std::fs::write(&draft, text)?;
    std::fs::rename(&draft, file)
}

/// Opens the browser. Where that does not work, the address has been told.
fn open(url: &str) {
    let (program, before): (&str, &[&str]) = match () {
        () if cfg!(target_os = "windows") => ("cmd", &["/C", "start", ""]),
        () if cfg!(target_os = "macos") => ("open", &[]),
        () => ("xdg-open", &[]),
    };
    let _ = std::process::Command::new(program).args(before).arg(url).spawn();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_the_system_has_no_more_watches_to_give_it_is_said_and_looked_every_so_often() {
        let mut said = Vec::new();
        let mut say = |reason: &str| {
            said.push(reason.to_owned());
            Ok(())
        };
        let watch = or_polling(Err("OS file watch limit reached.".to_owned()), &mut say).unwrap();
        assert!(matches!(watch, Watch::Poll(POLL)));
        assert_eq!(watch.name(), "poll");
        assert_eq!(said, ["OS file watch limit reached."]);
        let mut silent = |_: &str| panic!("nothing to say");
        assert!(matches!(or_polling(Ok(Watch::Poll(Duration::ZERO)), &mut silent), Ok(Watch::Poll(Duration::ZERO))));
    }
}
