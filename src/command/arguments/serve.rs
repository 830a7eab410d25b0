//! The arguments of `hoshin serve`.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use super::SiteInput;
use crate::preview::watch::POLL;

/// Shows drafts and documents that are not public yet, too; nothing is written and nobody else can see it. Ctrl-C ends it.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(in crate::command) struct Serve {
    #[command(flatten)]
    pub(in crate::command) input: SiteInput,
    /// The port of this computer at which the site is shown; 0 takes a free one [default: 4000]
    #[arg(long, value_name = "PORT", default_value_t = 4000, hide_default_value = true)]
    pub(in crate::command) port: u16,
    /// Open the site in the browser
    #[arg(long)]
    pub(in crate::command) open: bool,
    /// Look at the files every so many milliseconds (700 without a number), for network drives of which the system tells nothing
    #[arg(long, value_name = "MS", num_args = 0..=1, require_equals = true, value_parser = poll)]
    poll: Option<Option<u64>>,
    /// How findings open an editor: a URL with {path}, {line} and {column}
    #[arg(long, value_name = "URL", default_value = "vscode://file/{path}:{line}:{column}")]
    pub(in crate::command) editor: String,
    /// Write the address into this file as soon as the site is there, for scripts
    #[arg(long, value_name = "FILE")]
    pub(in crate::command) ready_file: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  hoshin serve --open              look at the site while writing; every save is shown at once
  hoshin serve --now 2026-04-01    look at it as it will be on 1 April
  hoshin serve --poll              on a network drive
  hoshin serve --editor 'idea://open?file=/{path}&line={line}'";

impl Serve {
    /// The interval of polling, if the system's events are not to be used.
    pub(in crate::command) fn poll(&self) -> Option<Duration> {
        self.poll.map(|every| every.map_or(POLL, Duration::from_millis))
    }
}

/// Reads milliseconds. The error is a list of examples, which needs no translation.
fn poll(text: &str) -> Result<u64, &'static str> {
    text.parse().ok().filter(|every| (50..=600_000).contains(every)).ok_or("700, 2000")
}
