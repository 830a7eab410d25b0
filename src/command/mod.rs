//! The commands, one file each. They read and write files; the other rooms do the work.

mod anchor;
mod arguments;
mod build;
mod build_record;
mod check;
mod cite;
mod complete_commands;
mod completions;
mod console;
mod diff;
mod error;
mod explain;
mod gather;
mod init;
mod japanese_help;
mod line_ends;
mod locale;
mod moment;
mod new;
mod new_file;
mod objective;
mod place;
mod progress;
mod published_sites;
mod release;
mod report;
mod serve;
mod site_records;
mod snippet;
mod summary;
mod tombstone;
mod trace;
mod usage;

use std::ffi::OsString;
use std::num::NonZeroUsize;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, FromArgMatches};
use jiff::Timestamp;

use crate::diagnostic::{Lang, Severity};
use crate::pipeline::Moment;
use arguments::{Arguments, AskedFormat, Command, Common, Format, Language};
use console::Console;
use error::Failure;

/// The environment of the program, read once in `main`.
#[derive(Debug, Clone)]
pub struct Surroundings {
    /// The first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set and not empty.
    pub locale: Option<String>,
    /// The moment at which the program was started.
    pub now: Timestamp,
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// The command succeeded.
    Fine,
    /// There are findings that must be mended.
    Findings,
    /// The command could not be understood or carried out.
    Failure,
}

impl Exit {
    /// The exit code of the process: 0, 1 or 2.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Findings => 1,
            Self::Failure => 2,
        }
    }
}

/// How much a command prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verbosity {
    Quiet,
    Normal,
    Verbose,
}

/// The options and surroundings that all commands share.
struct CommandContext {
    lang: Lang,
    format: Format,
    /// True if a table is wanted as CSV.
    as_csv: bool,
    verbosity: Verbosity,
    now: Moment,
    /// True if `now` was given on the command line; otherwise it is the start of the command.
    is_now_given: bool,
    /// The start of the command.
    clock: Timestamp,
    /// The command line as it was typed, to be shown with a further option.
    typed: String,
    /// The folder given with `--site`.
    site: Option<String>,
    /// Findings of this severity and graver ones make a command fail.
    fails_from: Severity,
}

/// Runs the program with its arguments, the first of which is its own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>, surroundings: &Surroundings) -> Exit {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let lang = asked_language(&arguments).unwrap_or_else(|| locale::language(surroundings.locale.as_deref()));
    let mut command = command_line(lang);
    let words = arguments.clone();
    let parsed = command
        .try_get_matches_from_mut(arguments)
        .and_then(|matches| Arguments::from_arg_matches(&matches).map_err(|error| error.format(&mut command)))
        .and_then(|arguments| with_known_format(arguments, &mut command));
    match parsed {
        Ok(arguments) => dispatch(arguments, &words, lang, surroundings),
        Err(error) if error.use_stderr() => {
            let _ = Console::new(anstream::ColorChoice::Auto).err(&usage::message(&error, lang));
            Exit::Failure
        }
        Err(help) => match Console::new(anstream::ColorChoice::Auto).out(&help.render().ansi().to_string()) {
            Ok(()) => Exit::Fine,
            Err(_) => Exit::Failure,
        },
    }
}

/// Refuses CSV for commands that print no table.
fn with_known_format(arguments: Arguments, command: &mut clap::Command) -> Result<Arguments, clap::Error> {
    if arguments.common.format != AskedFormat::Csv
        || matches!(arguments.command, Some(Command::Trace(_) | Command::Diff(_)))
    {
        return Ok(arguments);
    }
    let mut error = clap::Error::new(ErrorKind::InvalidValue).with_cmd(command);
    let choices = ["text", "json", "sarif"].map(str::to_owned).to_vec();
    error.insert(ContextKind::InvalidArg, ContextValue::String("--format <FORMAT>".to_owned()));
    error.insert(ContextKind::InvalidValue, ContextValue::String("csv".to_owned()));
    error.insert(ContextKind::ValidValue, ContextValue::Strings(choices));
    Err(error)
}

fn dispatch(arguments: Arguments, words: &[OsString], lang: Lang, surroundings: &Surroundings) -> Exit {
    let mut console = Console::new(colours(arguments.common.color));
    let context = CommandContext {
        typed: CommandContext::typed(words),
        site: CommandContext::site(words),
        ..CommandContext::new(&arguments.common, lang, surroundings)
    };
    let result = match arguments.command {
        Some(Command::Init(init)) => init::run(&init, &context, &mut console),
        Some(Command::New(new)) => new::run(&new, &context, &mut console),
        Some(Command::Build(build)) => build::run(&build, &context, &mut console),
        Some(Command::Release(release)) => release::run(&release, &context, &mut console),
        Some(Command::Diff(diff)) => diff::run(&diff, &context, &mut console),
        Some(Command::Serve(serve)) => serve::run(&serve, &context, &mut console),
        Some(Command::Check(input)) => check::run(&input, &context, &mut console),
        Some(Command::Anchor(anchor)) => anchor::run(&anchor, &context, &mut console),
        Some(Command::Cite(cite)) => cite::run(&cite, &context, &mut console),
        Some(Command::Snippet(snippet)) => snippet::run(&snippet, &context, &mut console),
        Some(Command::Objective(objective)) => objective::run(&objective, &context, &mut console),
        Some(Command::Trace(trace)) => trace::run(&trace, &context, &mut console),
        Some(Command::Explain { code }) => explain::run(code.as_deref(), &context, &mut console),
        Some(Command::Completions { shell }) => completions::run(shell, command_line(lang), &mut console),
        None => {
            console.out(&command_line(lang).render_help().ansi().to_string()).map(|()| Exit::Fine).map_err(Into::into)
        }
    };
    result.unwrap_or_else(|failure| report::failure(&failure, &context, &mut console))
}

fn colours(choice: clap::ColorChoice) -> anstream::ColorChoice {
    match choice {
        clap::ColorChoice::Auto => anstream::ColorChoice::Auto,
        clap::ColorChoice::Always => anstream::ColorChoice::Always,
        clap::ColorChoice::Never => anstream::ColorChoice::Never,
    }
}

impl CommandContext {
    fn new(common: &Common, lang: Lang, surroundings: &Surroundings) -> Self {
        Self {
            lang,
            format: common.format.into(),
            as_csv: common.format == AskedFormat::Csv,
            verbosity: match (common.quiet, common.verbose) {
                (true, _) => Verbosity::Quiet,
                (false, false) => Verbosity::Normal,
                (false, true) => Verbosity::Verbose,
            },
            typed: String::new(),
            site: None,
            is_now_given: common.now.is_some(),
            clock: surroundings.now,
            now: common.now.unwrap_or(Moment::Instant(surroundings.now)),
            fails_from: if common.strict { Severity::Warning } else { Severity::Error },
        }
    }

    /// Whether a site made for this moment is one of a day to come.
    fn is_future(&self, moment: Timestamp) -> bool {
        self.is_now_given && moment > self.clock
    }

    /// The command line in a form that can be typed again. Words with special characters of a shell are quoted.
    fn typed(words: &[OsString]) -> String {
        let words: Vec<String> = words.iter().skip(1).map(|word| Self::quoted(&word.to_string_lossy())).collect();
        format!("hoshin {}", words.join(" "))
    }

    /// The value of `--site`.
    fn site(words: &[OsString]) -> Option<String> {
        let mut words = words.iter().map(|word| word.to_string_lossy()).take_while(|word| word != "--");
        while let Some(word) = words.next() {
            match word.strip_prefix("--site") {
                Some("") => return words.next().map(std::borrow::Cow::into_owned),
                Some(rest) if rest.starts_with('=') => return Some(rest[1..].to_owned()),
                _ => {}
            }
        }
        None
    }

    /// A word in a form that can be typed in a shell.
    fn quoted(word: &str) -> String {
        let is_plain = word.chars().all(|c| c.is_alphanumeric() || "-_./:#=、。「」・（）".contains(c));
        match () {
            () if is_plain && !word.is_empty() && !word.starts_with('#') => word.to_owned(),
            () if word.contains(['"', '$', '`', '\\', '!']) => format!("'{}'", word.replace('\'', "'\\''")),
            () => format!("\"{word}\""),
        }
    }
}

fn command_line(lang: Lang) -> clap::Command {
    let command = Arguments::command();
    match lang {
        Lang::Ja => japanese_help::localise(command),
        Lang::En => command,
    }
}

/// The language of `--lang`, read before the other arguments, so that errors in them are in that language too.
fn asked_language(arguments: &[OsString]) -> Option<Lang> {
    let mut words = arguments.iter().skip(1).map(|word| word.to_string_lossy());
    while let Some(word) = words.next() {
        let value = match word.strip_prefix("--lang") {
            _ if word == "--" => return None,
            Some("") => words.next()?.into_owned(),
            Some(rest) if rest.starts_with('=') => rest[1..].to_owned(),
            _ => continue,
        };
        return <Language as clap::ValueEnum>::from_str(&value, false).ok().map(Into::into);
    }
    None
}

/// Does the work on as many threads as were asked for.
fn in_threads<T: Send>(
    jobs: Option<NonZeroUsize>,
    work: impl FnOnce() -> Result<T, Failure> + Send,
) -> Result<T, Failure> {
    let Some(jobs) = jobs else {
        return work();
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.get()).build();
    pool.map_err(|error| Failure::Threads(error.to_string()))?.install(work)
}
