//! The thread in which all pages of a large site are made: on one core, since the next save needs the others, and always the
//! same one. An allocator with a heap for each thread (glibc's) would otherwise come to hold the whole site once for every thread
//! that has ever made it.

use rayon::{ThreadPool, ThreadPoolBuilder};

/// The thread; where the system gives none, the work is done by whoever asks for it.
#[derive(Debug)]
pub(super) struct Maker(Option<ThreadPool>);

impl Maker {
    pub(super) fn new() -> Self {
        Self(ThreadPoolBuilder::new().num_threads(1).build().ok())
    }

    /// Does the work in the thread, after what it has been given before, and waits for it.
    pub(super) fn run<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        match &self.0 {
            Some(thread) => thread.install(work),
            None => work(),
        }
    }

    /// Gives work to the thread. Without one it is left for the first who needs it.
    pub(super) fn give(&self, work: impl FnOnce() + Send + 'static) {
        if let Some(thread) = &self.0 {
            thread.spawn(work);
        }
    }
}
