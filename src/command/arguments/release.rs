//! The arguments of `hoshin release`.

use std::path::PathBuf;

use clap::Args;

use super::SiteInput;

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  hoshin release --dry-run     show what would become public
  hoshin release               make the site in public/ and promise its addresses for good

A build promises nothing: what was never released may change or go without trace. What is released stays.")]
pub(in crate::command) struct Release {
    #[command(flatten)]
    pub(in crate::command) input: SiteInput,
    /// Show what would become public, write nothing
    #[arg(long)]
    pub(in crate::command) dry_run: bool,
    /// Take over a site of an earlier version, in which every build was a publication; once
    #[arg(long)]
    pub(in crate::command) adopt: bool,
    /// Where the site is written [default: public/ in the site's folder]
    #[arg(long, value_name = "DIR")]
    pub(in crate::command) output: Option<PathBuf>,
}
