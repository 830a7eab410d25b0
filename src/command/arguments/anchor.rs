//! The arguments of `hoshin anchor`.

use clap::{Args, Subcommand};

use super::SiteInput;

#[derive(Debug, Subcommand)]
pub(in crate::command) enum Anchor {
    /// List the addresses of a document, or all documents
    List {
        /// The document: r8/seisaku-keiei
        #[arg(value_name = "DOC")]
        document: Option<String>,
        #[command(flatten)]
        input: SiteInput,
    },
    /// Show what is recorded of an address
    Show {
        /// An id, a citation, DOC#PLACE or an address of the site
        #[arg(value_name = "WHAT")]
        what: String,
        #[command(flatten)]
        input: SiteInput,
    },
    /// The published clause is the one that stands at this place now
    Same {
        /// The id of a published clause: k7f3q
        #[arg(value_name = "ID")]
        id: String,
        /// A place of today's text: r8/seisaku-keiei#s5-1
        #[arg(value_name = "DOC#PLACE")]
        place: String,
        #[command(flatten)]
        record: RecordOptions,
    },
    /// The published clause was split into those at these places
    Split {
        /// The id of a published clause: k7f3q
        #[arg(value_name = "ID")]
        id: String,
        /// Places of today's text: r8/seisaku-keiei#s5-1
        #[arg(value_name = "DOC#PLACE", required = true)]
        places: Vec<String>,
        #[command(flatten)]
        record: RecordOptions,
    },
    /// These published clauses have become the one at this place
    Merge {
        /// The ids of published clauses: k7f3q
        #[arg(value_name = "ID", required = true)]
        ids: Vec<String>,
        /// A place of today's text: r8/seisaku-keiei#s5-1
        #[arg(value_name = "DOC#PLACE")]
        place: String,
        #[command(flatten)]
        record: RecordOptions,
    },
    /// The published clause stands in another document now
    Move {
        /// The id of a published clause: k7f3q
        #[arg(value_name = "ID")]
        id: String,
        /// A place of today's text: r8/seisaku-keiei#s5-1
        #[arg(value_name = "DOC#PLACE")]
        place: String,
        /// Also the clauses that stood below it and stand below the other one now
        #[arg(long)]
        with_children: bool,
        #[command(flatten)]
        record: RecordOptions,
    },
    /// The clauses at these places are new, although published ones have the same text
    New {
        /// Places of today's text: r8/seisaku-keiei#s5-1
        #[arg(value_name = "DOC#PLACE", required = true)]
        places: Vec<String>,
        #[command(flatten)]
        record: RecordOptions,
    },
    /// The published clause, or the whole document, is gone
    Retire {
        /// The ids of published clauses of one document, or a document
        #[arg(value_name = "ID|DOC", required = true)]
        gone: Vec<String>,
        /// Also the clauses below it
        #[arg(long)]
        with_children: bool,
        #[command(flatten)]
        ending: Ending,
        #[command(flatten)]
        record: RecordOptions,
    },
    /// The published clause is gone and its number is kept free
    Reserve {
        /// The id of a published clause: k7f3q
        #[arg(value_name = "ID")]
        id: String,
        #[command(flatten)]
        ending: Ending,
        #[command(flatten)]
        record: RecordOptions,
    },
    /// Give the likeliest answer to every open question
    Answer {
        #[command(flatten)]
        record: RecordOptions,
    },
    /// The document has got another name
    Rename {
        /// What it was called
        #[arg(value_name = "OLD")]
        old: String,
        /// What it is called now
        #[arg(value_name = "NEW")]
        new: String,
        #[command(flatten)]
        record: RecordOptions,
    },
    /// Give up all addresses of a document: it starts anew
    Forget {
        /// The document: r8/seisaku-keiei
        #[arg(value_name = "DOC")]
        document: String,
        #[command(flatten)]
        record: RecordOptions,
    },
    /// Make the list of published documents anew from the records there are
    Adopt {
        #[command(flatten)]
        record: RecordOptions,
    },
}

impl Anchor {
    /// The options for recording; none for commands that only show.
    pub(in crate::command) fn record(&self) -> Option<&RecordOptions> {
        match self {
            Self::List { .. } | Self::Show { .. } => None,
            Self::Same { record, .. }
            | Self::Split { record, .. }
            | Self::Merge { record, .. }
            | Self::Move { record, .. }
            | Self::New { record, .. }
            | Self::Retire { record, .. }
            | Self::Reserve { record, .. }
            | Self::Rename { record, .. }
            | Self::Forget { record, .. }
            | Self::Answer { record }
            | Self::Adopt { record } => Some(record),
        }
    }
}

/// Options of the commands that change records.
#[derive(Debug, Args)]
pub(in crate::command) struct RecordOptions {
    /// Record it; without this, only what would change is shown
    #[arg(long)]
    pub(in crate::command) write: bool,
    #[command(flatten)]
    pub(in crate::command) input: SiteInput,
}

/// The reason and the successors of something that is gone.
#[derive(Debug, Args)]
pub(in crate::command) struct Ending {
    /// Why it is gone; without it a reason given before stays ('' takes it away)
    #[arg(long, value_name = "TEXT")]
    pub(in crate::command) reason: Option<String>,
    /// The place of a clause that took over: r8/seisaku-keiei#s5-1; without it those named before stay ('' takes them away)
    #[arg(long, value_name = "DOC#PLACE")]
    pub(in crate::command) successor: Vec<String>,
}
