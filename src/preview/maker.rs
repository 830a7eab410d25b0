//! The thread in which all pages of a large site are made: on one core, since the next save needs the others, and always the
//! same one. An allocator with a heap for each thread (glibc's) would otherwise come to hold the whole site once for every thread
//! that has ever made it.
//!
//! A pool of one, not a plain thread: what the work divides among threads of its own stays in it. Work that waits in a pool may
//! be given other work of the pool to do meanwhile, so no work holds anything locked that other work wants.

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

    /// Gives work to the thread.
    pub(super) fn give(&self, work: impl FnOnce() + Send + 'static) {
        match &self.0 {
            Some(thread) => thread.spawn(work),
            None => work(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_that_panics_ends_neither_the_program_nor_the_thread() {
        let maker = Maker::new();
        maker.give(|| panic!("as a template might"));
        assert_eq!(maker.run(|| 1), 1);
    }

    #[test]
    fn without_a_thread_the_work_is_done_all_the_same() {
        let (done, has_been) = std::sync::mpsc::channel();
        Maker(None).give(move || done.send(1).unwrap());
        assert_eq!(has_been.recv(), Ok(1));
    }
}
