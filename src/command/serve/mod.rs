//! `hoshin serve`: shows the site in the browser and renews it with every save.

mod messages;
mod preview_loop;
mod schedule;

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread::JoinHandle;
use std::time::Instant;

use super::arguments::Serve;
use super::console::Console;
use super::error::Failure;
use super::{CommandContext, Exit, in_threads};
use crate::output::directory;
use crate::pipeline::Moment;
use crate::preview::pages::Editor;
use crate::preview::watch::{POLL, Wake, Watch};
use crate::preview::{self, Folder, ServerConfig, Session, Settings, SnapshotChannel};
use crate::source;
use preview_loop::{PreviewLoop, Sources};

/// Shows the site until Ctrl-C.
pub(super) fn run(serve: &Serve, context: &CommandContext, console: &mut Console) -> Result<Exit, Failure> {
    in_threads(serve.input.jobs, || show(serve, context, console))
}

fn show(serve: &Serve, context: &CommandContext, console: &mut Console) -> Result<Exit, Failure> {
    let site = &serve.input.site;
    if let Some(file) = &serve.ready_file {
        directory::check_other(file, Some(site))?;
    }
    // A path that is no folder is a mistake of the command line. Content that is removed later is a finding.
    source::list_tree(site).map_err(Failure::Read)?;
    let site = &site.canonicalize().unwrap_or_else(|_| site.clone());
    let address = format!("127.0.0.1:{}", serve.port);
    let bound = preview::bind(serve.port).map_err(|error| Failure::Port(address, error.to_string()))?;
    let (wake, wakes) = channel();
    // Watching begins before the first build, so that no change is missed during it.
    let watch = watch(serve, site, &wake, &mut |reason| console.err(&messages::polling(reason, context.lang)))?;
    let settings = Settings { now: fixed(context), fails_from: context.fails_from };
    let (folder, session) = (Folder::new(site), Session::new(settings));
    let mut sources = Sources { site, folder, session, watch, touched: Vec::new() };
    let began = Instant::now();
    sources.folder.read(&[]);
    let first = sources.step();
    let snapshots = Arc::new(SnapshotChannel::new(Arc::clone(&first)));
    let url = bound.url();
    let config = ServerConfig {
        lang: context.lang,
        editor: Some(Editor::new(&serve.editor, &site.display().to_string())),
        fails_from: context.fails_from,
        watching: sources.watch.name(),
    };
    let server = start_server(bound, &snapshots, config, wake);
    console.err(&messages::built(&first, began.elapsed(), context))?;
    console.err(&messages::address(&url, context.lang))?;
    if let Some(file) = &serve.ready_file {
        write_whole(file, &url)?;
    }
    if serve.open {
        // If this fails, the user still has the address.
        let _ = opener::open_browser(&url);
    }
    PreviewLoop::new(sources, &snapshots, context).run(&wakes, console)?;
    match server.join() {
        Ok(ended) => ended.map(|()| Exit::Fine).map_err(Failure::Console),
        Err(_) => Ok(Exit::Failure),
    }
}

/// The moment asked for; without one the preview follows the clock.
fn fixed(context: &CommandContext) -> Option<Moment> {
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

/// The watch of the system; where there is none, polling, after the reason has been told.
fn or_polling(
    watch: Result<Watch, String>,
    polling: &mut dyn FnMut(&str) -> std::io::Result<()>,
) -> std::io::Result<Watch> {
    watch.or_else(|reason| {
        polling(&reason)?;
        Ok(Watch::Poll(POLL))
    })
}

/// Answers requests in a thread of its own, from the return of this function on. When it ends, it stops the loop.
fn start_server(
    bound: preview::Bound,
    snapshots: &Arc<SnapshotChannel>,
    config: ServerConfig,
    wake: Sender<Wake>,
) -> JoinHandle<std::io::Result<()>> {
    let snapshots = Arc::clone(snapshots);
    let (ready, is_ready) = channel();
    let server = std::thread::spawn(move || {
        let ended = bound.serve(snapshots, config, &ready);
        // The loop may have ended already.
        let _ = wake.send(Wake::Stop);
        ended
    });
    // A server that cannot answer ends, and is never ready.
    let _ = is_ready.recv();
    server
}

/// Writes a file in one step: it is never there in part.
fn write_whole(file: &Path, text: &str) -> std::io::Result<()> {
    let draft = file.with_extension("new");
    std::fs::write(&draft, text)?;
    std::fs::rename(&draft, file)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn without_watches_of_the_system_the_files_are_polled_and_the_reason_is_told() {
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
