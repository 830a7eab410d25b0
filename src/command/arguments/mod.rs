//! The command line as clap reads it. The help texts here are the English ones; `japanese_help.rs` has the Japanese ones.

mod anchor;
mod objective;
mod release;
mod serve;
mod snippet;

pub(super) use anchor::{Anchor, Ending, RecordOptions};
pub(super) use objective::{Charset, Export as ExportObjectives, Objective};
pub(super) use release::Release;
pub(super) use serve::Serve;
pub(super) use snippet::{Approve, Count, Export, Posts, Snippet};

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::moment;
use crate::address::Mode;
use crate::diagnostic::Lang;
use crate::pipeline::{Drafts, Moment};

/// Turns policies written in Markdown into a public website in which every clause has its address.
#[derive(Debug, Parser)]
#[command(name = "hoshin", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true, after_help = EXAMPLES)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) common: Common,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

const EXAMPLES: &str = "\
Examples:
  hoshin init my-city              start with an example to edit
  hoshin new 2027/a --from 2026/a  start next year's document from this year's
  hoshin check                     look for mistakes, write nothing
  hoshin serve --open              look at it in the browser while writing
  hoshin build                     make the site in public/
  hoshin release                   make it public, and keep its addresses for good
  hoshin serve --now 2026-04-01    look at it as it will be on 1 April
  hoshin anchor list               show the addresses of clauses
  hoshin explain                   list everything hoshin can find

Exit codes: 0 fine, 1 something was found that must be mended, 2 the command cannot be carried out.";

#[derive(Debug, Args)]
pub(super) struct Common {
    /// Language of messages, and of the example that init writes: ja or en [default: that of the environment]
    #[arg(display_order = 100, long, global = true, value_name = "LANG", value_enum, hide_possible_values = true)]
    pub(super) lang: Option<Language>,
    /// Build as if it were this moment: 2026-04-01, 2026-04-01T09:00 (both in the site's time zone) or RFC 3339
    #[arg(display_order = 101, long, global = true, value_name = "TIME", value_parser = moment::parse)]
    pub(super) now: Option<Moment>,
    /// Warnings fail, too
    #[arg(display_order = 102, long, global = true)]
    pub(super) strict: bool,
    /// Form of the findings: text (standard error), json or sarif (standard output)
    #[arg(
        display_order = 103,
        long,
        global = true,
        value_name = "FORMAT",
        value_enum,
        default_value_t,
        hide_possible_values = true
    )]
    #[arg(hide_default_value = true)]
    pub(super) format: AskedFormat,
    /// Say only what makes the command fail
    #[arg(display_order = 104, short, long, global = true, conflicts_with = "verbose")]
    pub(super) quiet: bool,
    /// Say what became of every file
    #[arg(display_order = 105, short, long, global = true)]
    pub(super) verbose: bool,
    /// Colours: auto, always or never
    #[arg(
        display_order = 106,
        long,
        global = true,
        value_name = "WHEN",
        value_enum,
        default_value_t,
        hide_possible_values = true
    )]
    #[arg(hide_default_value = true)]
    pub(super) color: clap::ColorChoice,
    /// Show this help
    #[arg(display_order = 107, short, long, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
    /// Show the version
    #[arg(display_order = 108, short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Start a site: a small city to edit
    Init(Init),
    /// Start a document: a copy of last year's, or a skeleton
    New(New),
    /// Make the site, to be looked at
    Build(Build),
    /// Make the site public: from now on its addresses are kept for good
    Release(Release),
    /// Show how released documents have changed since, word by word (--format text, csv or json)
    Diff(Diff),
    /// Show the site in the browser while it is written, anew with every save
    Serve(Serve),
    /// Report everything that is wrong, write nothing
    Check(Check),
    /// Show the addresses of clauses; settle what a revision did to them
    #[command(subcommand)]
    Anchor(Anchor),
    /// From a citation, an id or a place to the clause and its citations
    Cite(Cite),
    /// Posts for LINE and social networks that say what a clause says
    #[command(subcommand)]
    Snippet(Snippet),
    /// Objectives as a table for Excel, and back into the Markdown
    #[command(subcommand)]
    Objective(Objective),
    /// Who takes up which clause, and what is open (--format table, csv or json)
    Trace(Trace),
    /// Explain a finding; without a code, list them all
    Explain {
        /// The code, as it stands in square brackets in a finding
        #[arg(value_name = "CODE")]
        code: Option<String>,
    },
    /// Print a completion script for a shell
    Completions {
        /// bash, elvish, fish, powershell or zsh
        #[arg(value_name = "SHELL", value_enum, hide_possible_values = true)]
        shell: clap_complete::Shell,
    },
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  hoshin init my-city
  cd my-city
  hoshin build
  hoshin init machi --lang ja      the example in Japanese

The folder must be new or empty; nothing is ever overwritten. The example is an imaginary city.
It is in the language of the messages: --lang en starts an English site, --lang ja a Japanese one.
Later, `language` in content/site.yaml decides the language of the pages and of `hoshin new`.")]
pub(super) struct Init {
    /// The folder to be made, new or empty
    #[arg(value_name = "DIR")]
    pub(super) folder: PathBuf,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  hoshin new 2027/policy --from 2026/policy        last year's text, with year, dates and names to be filled in
  hoshin new 2027/plan --kind 'Department plan'    a skeleton

The year is read from the name (2027, r9). The document is a draft: nobody sees it before you write status: published.
What is to be filled in is marked (TO FILL IN: on an English site, 要記入： on a Japanese one),
and hoshin check reports every mark until it is gone. The language is that of site.yaml.
From the old document the text is copied; the figures of objectives, ids, notes, posts and approvals are not, and what is not is
told. Its name is kept under `replaces`.")]
pub(super) struct New {
    /// The new document: 2027/policy, r9/seisaku
    #[arg(value_name = "DOC")]
    pub(super) document: String,
    /// Its kind; with --from, that of the document copied
    #[arg(long = "kind", id = "document_kind", value_name = "KIND")]
    pub(super) kind: Option<String>,
    /// The document to be copied: 2026/policy, r8/seisaku
    #[arg(long, value_name = "DOC")]
    pub(super) from: Option<String>,
    /// The site's folder, in which content/ is [default: here]
    #[arg(long, value_name = "DIR", default_value = ".", hide_default_value = true)]
    pub(super) site: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct Build {
    #[command(flatten)]
    pub(super) input: SiteInput,
    /// Fail where an address record (.lock) would have to change
    #[arg(long)]
    locked: bool,
    /// Where the site is written [default: public/ in the site's folder]
    #[arg(long, value_name = "DIR")]
    pub(super) output: Option<PathBuf>,
    /// Show drafts and documents that are not public yet, marked: to look at, never to publish; into a folder of its own
    #[arg(long, requires = "output", conflicts_with = "locked")]
    drafts: bool,
}

impl Build {
    /// Shows or withholds documents that are not public.
    pub(super) fn drafts(&self) -> Drafts {
        if self.drafts { Drafts::Shown } else { Drafts::Withheld }
    }

    /// The mode for address records.
    pub(super) fn locks(&self) -> Mode {
        if self.locked { Mode::Locked } else { Mode::Record }
    }
}

#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) input: SiteInput,
    /// Fail where an address record (.lock) would have to change
    #[arg(long)]
    locked: bool,
}

impl Check {
    /// The mode for address records.
    pub(super) fn locks(&self) -> Mode {
        if self.locked { Mode::Locked } else { Mode::Record }
    }
}

#[derive(Debug, Args)]
pub(super) struct Diff {
    /// The document [default: all]
    #[arg(value_name = "DOC")]
    pub(super) document: Option<String>,
    #[command(flatten)]
    pub(super) input: SiteInput,
}

#[derive(Debug, Args)]
pub(super) struct Cite {
    /// A citation, an id, DOC#PLACE or an address of the site
    #[arg(value_name = "CITATION")]
    pub(super) text: String,
    #[command(flatten)]
    pub(super) input: SiteInput,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Trace {
    #[command(subcommand)]
    pub(super) what: Option<TraceWhat>,
    #[command(flatten)]
    pub(super) input: SiteInput,
}

#[derive(Debug, Subcommand)]
pub(super) enum TraceWhat {
    /// Propose pairs of clauses that share words; nothing is written
    Suggest {
        /// The document below, e.g. r8/seisaku-keiei
        #[arg(value_name = "LOWER")]
        lower: String,
        /// The document above, e.g. r7/shisei-unei
        #[arg(value_name = "UPPER")]
        upper: String,
        #[command(flatten)]
        input: SiteInput,
    },
}

#[derive(Debug, Clone, Args)]
pub(super) struct SiteInput {
    /// The site's folder, in which content/ is [default: here]
    #[arg(long, value_name = "DIR", default_value = ".", hide_default_value = true)]
    pub(super) site: PathBuf,
    /// How many processor cores are used [default: all]
    #[arg(long, value_name = "N", value_parser = jobs)]
    pub(super) jobs: Option<NonZeroUsize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Language {
    Ja,
    En,
}

/// The format asked for. Tables have one more format than findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum AskedFormat {
    #[default]
    #[value(alias = "table")]
    Text,
    Json,
    Sarif,
    /// Only for `hoshin trace`.
    #[value(hide = true)]
    Csv,
}

/// The format of findings and answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Text,
    Json,
    Sarif,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Ja => Self::Ja,
            Language::En => Self::En,
        }
    }
}

impl From<AskedFormat> for Format {
    fn from(format: AskedFormat) -> Self {
        match format {
            AskedFormat::Text | AskedFormat::Csv => Self::Text,
            AskedFormat::Json => Self::Json,
            AskedFormat::Sarif => Self::Sarif,
        }
    }
}

/// Reads a number of processor cores. The error is a list of examples, which needs no translation.
fn jobs(text: &str) -> Result<NonZeroUsize, &'static str> {
    text.parse().map_err(|_| "1, 2, 4 …")
}
