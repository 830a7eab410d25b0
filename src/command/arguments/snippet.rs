//! The arguments of `hoshin snippet`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::SiteInput;
use crate::policy::{CHANNELS, Channel};
use crate::snippet::ExportKind;

#[derive(Debug, Subcommand)]
pub(in crate::command) enum Snippet {
    /// List the posts about every clause: how they are made and how long they are
    List(Posts),
    /// Show the posts themselves
    Show(Posts),
    /// Count a text from standard input as a channel does
    Count(Count),
    /// Report what is wrong with texts written for posts, and approvals that no longer hold
    Check(Posts),
    /// Write posts into files to be pasted, imported, printed or signed; nothing is sent
    Export(Export),
    /// Write an approval of posts as they are now into the sidecar
    Approve(Approve),
}

/// The choice of posts.
#[derive(Debug, Clone, Args)]
pub(in crate::command) struct Posts {
    /// Only clauses named by a citation, an id or DOC#PLACE, or of a document [default: all]
    #[arg(value_name = "CLAUSE")]
    pub(in crate::command) clauses: Vec<String>,
    /// Only this channel; may be repeated [default: all]
    #[arg(long, value_name = "CHANNEL", value_parser = channel_for_posts)]
    pub(in crate::command) channel: Vec<&'static Channel>,
    /// Make several posts of a clause that does not fit into one, where the channel knows threads
    #[arg(long)]
    pub(in crate::command) thread: bool,
    #[command(flatten)]
    pub(in crate::command) input: SiteInput,
}

#[derive(Debug, Args)]
pub(in crate::command) struct Count {
    /// The channel: x, line, line-oam, … bytes, graphemes
    #[arg(long, value_name = "CHANNEL", value_parser = channel)]
    pub(in crate::command) channel: &'static Channel,
    /// Say limit, remaining room and where it is too long, as JSON
    #[arg(long)]
    pub(in crate::command) json: bool,
    /// Count each line, a JSON string or an object with a "text", and answer with a line of JSON each
    #[arg(long, conflicts_with = "json")]
    pub(in crate::command) jsonl: bool,
    /// The site's folder, for limits it has set [default: here]
    #[arg(long, value_name = "DIR", default_value = ".", hide_default_value = true)]
    pub(in crate::command) site: PathBuf,
}

#[derive(Debug, Args)]
pub(in crate::command) struct Export {
    #[command(flatten)]
    pub(in crate::command) posts: Posts,
    /// The folder for the files: empty, or from an export before
    #[arg(long, value_name = "DIR")]
    pub(in crate::command) out: PathBuf,
    /// Only this kind of files: text, line, csv, ics, atom, qr, review, card; may be repeated [default: all but card]
    #[arg(long, value_name = "KIND", value_parser = kind)]
    pub(in crate::command) kind: Vec<ExportKind>,
    /// Leave out posts nobody has approved
    #[arg(long)]
    pub(in crate::command) require_approved: bool,
}

#[derive(Debug, Args)]
pub(in crate::command) struct Approve {
    /// A citation, an id or DOC#PLACE
    #[arg(value_name = "CLAUSE")]
    pub(in crate::command) clause: String,
    /// The channel whose post is approved; may be repeated
    #[arg(long, value_name = "CHANNEL", value_parser = channel_for_posts, required = true)]
    pub(in crate::command) channel: Vec<&'static Channel>,
    /// Who approves
    #[arg(long, value_name = "NAME")]
    pub(in crate::command) by: String,
    /// Make several posts of a clause that does not fit into one, where the channel knows threads
    #[arg(long)]
    pub(in crate::command) thread: bool,
    #[command(flatten)]
    pub(in crate::command) input: SiteInput,
}

/// Finds a channel. The error is the list of names, which needs no translation.
fn channel(name: &str) -> Result<&'static Channel, String> {
    Channel::named(name).ok_or_else(|| CHANNELS.map(|channel| channel.name).join(", "))
}

fn channel_for_posts(name: &str) -> Result<&'static Channel, String> {
    let names = || Channel::for_posts().map(|channel| channel.name).collect::<Vec<_>>().join(", ");
    Channel::for_posts().find(|channel| channel.name == name).ok_or_else(names)
}

fn kind(name: &str) -> Result<ExportKind, String> {
    let found = ExportKind::ALL.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind);
    found.ok_or_else(|| ExportKind::ALL.map(|(name, _)| name).join(", "))
}
