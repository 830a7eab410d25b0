//! The thread that renders all pages of a large site. It uses one core, since the next save needs the others, and is always
//! the same thread. An allocator with a heap for each thread (glibc's) would otherwise come to hold the whole site once for
//! every thread that has ever rendered it.
//!
//! It is a pool of one and no plain thread, so that work which is divided among threads stays in it. Work that waits in a pool
//! may be given other work of the pool meanwhile; so no work may hold a lock that other work wants.

use std::sync::Arc;

use rayon::{ThreadPool, ThreadPoolBuilder};

/// The thread. If the system gives none, the caller does the work.
#[derive(Debug)]
pub(super) struct RenderThread(Option<ThreadPool>);

impl RenderThread {
    pub(super) fn new() -> Self {
        // Without a handler, rayon ends the process when work panics that nobody waits for. Nothing is left half done by such
        // a panic: the next caller meets it again, and Rust has reported it already.
        let thread = ThreadPoolBuilder::new().num_threads(1).panic_handler(|_| {});
        Self(thread.build().ok())
    }

    /// Does the work in the thread, after the work it was given before, and waits for it.
    pub(super) fn run<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        match &self.0 {
            Some(thread) => thread.install(work),
            None => work(),
        }
    }

    /// Gives work on a value to the thread. If nobody holds the value any more when the work's turn comes, the work is not done:
    /// superseded snapshots neither wait in line nor stay in memory.
    pub(super) fn spawn<T: Send + Sync + 'static>(&self, on: &Arc<T>, work: impl FnOnce(&T) + Send + 'static) {
        let on = Arc::downgrade(on);
        let work = move || {
            if let Some(on) = on.upgrade() {
                work(&on);
            }
        };
        match &self.0 {
            Some(thread) => thread.spawn(work),
            None => work(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn superseded_versions_are_not_rendered() {
        let (thread, (release, held), (made, versions)) = (RenderThread::new(), channel::<()>(), channel());
        let busy = Arc::new(());
        thread.spawn(&busy, move |()| held.recv().unwrap());
        let mut newest = Arc::new(1);
        for version in 2..=5 {
            let made = made.clone();
            thread.spawn(&newest, move |version| made.send(*version).unwrap());
            newest = Arc::new(version);
        }
        thread.spawn(&newest, move |version| made.send(*version).unwrap());
        release.send(()).unwrap();
        assert_eq!(versions.iter().collect::<Vec<_>>(), [5]);
    }

    #[test]
    fn work_that_panics_ends_neither_the_program_nor_the_thread() {
        let thread = RenderThread::new();
        let page = Arc::new(());
        thread.spawn(&page, |()| panic!("as a template might"));
        assert_eq!(thread.run(|| 1), 1);
    }

    #[test]
    fn without_a_thread_the_caller_does_the_work() {
        let (done, has_been) = channel();
        RenderThread(None).spawn(&Arc::new(1), move |one| done.send(*one).unwrap());
        assert_eq!(has_been.recv(), Ok(1));
    }
}
