//! The thread in which all pages of a large site are made: on one core, since the next save needs the others, and always the
//! same one. An allocator with a heap for each thread (glibc's) would otherwise come to hold the whole site once for every thread
//! that has ever made it.
//!
//! A pool of one, not a plain thread: what the work divides among threads of its own stays in it. Work that waits in a pool may
//! be given other work of the pool to do meanwhile, so no work holds anything locked that other work wants.

use std::sync::Arc;

use rayon::{ThreadPool, ThreadPoolBuilder};

/// The thread; where the system gives none, the work is done by whoever asks for it.
#[derive(Debug)]
pub(super) struct Maker(Option<ThreadPool>);

impl Maker {
    pub(super) fn new() -> Self {
        // Without a handler, rayon ends the process when work that nobody waits for panics. Nothing is left half done by it: who
        // asks for the pages next gets the panic as his own, and Rust has told of it already.
        let thread = ThreadPoolBuilder::new().num_threads(1).panic_handler(|_| {});
        Self(thread.build().ok())
    }

    /// Does the work in the thread, after what it has been given before, and waits for it.
    pub(super) fn run<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        match &self.0 {
            Some(thread) => thread.install(work),
            None => work(),
        }
    }

    /// Gives work on something to the thread. When its turn comes and nobody has the thing any more, it is not done: what has been
    /// superseded neither waits in line nor is held by it.
    pub(super) fn give<T: Send + Sync + 'static>(&self, on: &Arc<T>, work: impl FnOnce(&T) + Send + 'static) {
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
    fn of_superseded_versions_only_the_newest_is_made() {
        let (maker, (release, held), (made, versions)) = (Maker::new(), channel::<()>(), channel());
        let busy = Arc::new(());
        maker.give(&busy, move |()| held.recv().unwrap());
        let mut newest = Arc::new(1);
        for version in 2..=5 {
            let made = made.clone();
            maker.give(&newest, move |version| made.send(*version).unwrap());
            newest = Arc::new(version);
        }
        maker.give(&newest, move |version| made.send(*version).unwrap());
        release.send(()).unwrap();
        assert_eq!(versions.iter().collect::<Vec<_>>(), [5]);
    }

    #[test]
    fn work_that_panics_ends_neither_the_program_nor_the_thread() {
        let maker = Maker::new();
        let page = Arc::new(());
        maker.give(&page, |()| panic!("as a template might"));
        assert_eq!(maker.run(|| 1), 1);
    }

    #[test]
    fn without_a_thread_the_work_is_done_all_the_same() {
        let (done, has_been) = channel();
        Maker(None).give(&Arc::new(1), move |one| done.send(*one).unwrap());
        assert_eq!(has_been.recv(), Ok(1));
    }
}
