//! The two streams a command writes to.

use std::io::{self, ErrorKind, Write};

use anstream::{AutoStream, ColorChoice};

/// Standard output and standard error, with colours where the terminal (or `--color`) wants them.
pub(super) struct Console {
    out: AutoStream<io::Stdout>,
    err: AutoStream<io::Stderr>,
}

impl Console {
    pub(super) fn new(colours: ColorChoice) -> Self {
        Self { out: AutoStream::new(io::stdout(), colours), err: AutoStream::new(io::stderr(), colours) }
    }

    /// Writes to standard output.
    pub(super) fn out(&mut self, text: &str) -> io::Result<()> {
        quietly(self.out.write_all(text.as_bytes()).and_then(|()| self.out.flush()))
    }

    /// Writes to standard error.
    pub(super) fn err(&mut self, text: &str) -> io::Result<()> {
        quietly(self.err.write_all(text.as_bytes()).and_then(|()| self.err.flush()))
    }
}

/// Ignores a broken pipe: the reader has seen enough (`hoshin explain | head -1`).
fn quietly(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}
