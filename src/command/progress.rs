//! The progress of a long build, on a terminal.

use std::io::IsTerminal;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread::JoinHandle;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::{CommandContext, Verbosity};
use crate::diagnostic::Lang;
use crate::pipeline::{Observer, Stage};

/// A run that is shorter shows nothing.
const PATIENCE: Duration = Duration::from_millis(300);

/// A line on standard error with the present step. It is shown after 300 ms and only on a terminal, and removed when dropped.
pub(super) struct Progress {
    bar: ProgressBar,
    lang: Lang,
    waiting: Option<(mpsc::Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    pub(super) fn new(context: &CommandContext) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let wanted = context.verbosity != Verbosity::Quiet && std::io::stderr().is_terminal();
        let waiting = wanted.then(|| wait_for(&bar));
        Self { bar, lang: context.lang, waiting }
    }

    /// Shows a step outside the pipeline: reading or writing.
    pub(super) fn say(&self, ja: &'static str, en: &'static str) {
        self.bar.unset_length();
        self.bar.set_style(ProgressStyle::default_spinner());
        self.bar.set_message(match self.lang {
            Lang::Ja => ja,
            Lang::En => en,
        });
    }
}

impl Observer for Progress {
    fn begin(&self, stage: Stage, steps: usize) {
        match stage {
            Stage::Parse => self.say("文書を読んでいます", "reading the documents"),
            Stage::Check => self.say("確かめています", "checking"),
            Stage::Render => self.say("ページを作っています", "making pages"),
        }
        if stage == Stage::Parse {
            self.bar.set_length(steps as u64);
            self.bar.set_position(0);
            if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {pos}/{len}") {
                self.bar.set_style(style);
            }
        }
    }

    fn step(&self) {
        self.bar.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((sender, waiter)) = self.waiting.take() {
            drop(sender);
            let _ = waiter.join();
        }
        self.bar.finish_and_clear();
    }
}

/// Shows the bar when the patience is over, unless the sender is dropped before.
fn wait_for(bar: &ProgressBar) -> (mpsc::Sender<()>, JoinHandle<()>) {
    let (sender, receiver) = mpsc::channel::<()>();
    let bar = bar.clone();
    let waiter = std::thread::spawn(move || {
        if receiver.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
            bar.set_draw_target(ProgressDrawTarget::stderr());
            bar.enable_steady_tick(Duration::from_millis(100));
        }
    });
    (sender, waiter)
}
