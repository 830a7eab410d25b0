//! The arguments of `hoshin objective`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::{RecordOptions, SiteInput};

#[derive(Debug, Subcommand)]
pub(in crate::command) enum Objective {
    /// Write objectives as a table (CSV) that Excel opens
    Export(Export),
    /// Take the values of a table over into the Markdown
    #[command(after_help = "\
An empty cell where the Markdown has a value is refused: nothing is deleted by accident. Nor does a row that is missing
delete anything. To delete, write 削除 into a cell:
  値                        the value of this row with its day and remark; in a list it is told by its number and day
  期限の表記, SDGs, 備考     what is there; any other column becomes 未設定
Indicators and whole objectives are deleted in the Markdown. Without --write it is shown what would change and be deleted.")]
    Import {
        /// The table: UTF-8 or CP932
        #[arg(value_name = "FILE")]
        csv: PathBuf,
        #[command(flatten)]
        record: RecordOptions,
    },
}

#[derive(Debug, Args)]
pub(in crate::command) struct Export {
    /// The document: r8/seisaku-keiei [default: all]
    #[arg(value_name = "DOC")]
    pub(in crate::command) document: Option<String>,
    /// The table [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub(in crate::command) csv: Option<PathBuf>,
    /// utf-8 (with byte order mark) or cp932
    #[arg(long, value_name = "ENCODING", value_enum, default_value_t, hide_possible_values = true)]
    #[arg(hide_default_value = true)]
    pub(in crate::command) encoding: Charset,
    #[command(flatten)]
    pub(in crate::command) input: SiteInput,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(in crate::command) enum Charset {
    #[default]
    #[value(name = "utf-8", alias = "utf8")]
    Utf8,
    Cp932,
}
