//! `hoshin objective export`: writes objectives as a table.

use std::fs;
use std::io::Write as _;

use serde_json::json;

use super::{CommandError, ObjectiveSources, unwritable};
use crate::command::arguments::{Charset, ExportObjectives as Export, Format};
use crate::command::console::Console;
use crate::command::{CommandContext, report};
use crate::diagnostic::{Lang, catalogue};
use crate::ledger::{self, Encoding};
use crate::output::directory;
use crate::policy::{Document, DocumentId};
use crate::source::nearest;

pub(super) fn run(export: &Export, context: &CommandContext, console: &mut Console) -> Result<(), CommandError> {
    let sources = ObjectiveSources::open(&export.input, context)?;
    let documents: Vec<&Document> = match &export.document {
        None => sources.corpus.documents().collect(),
        Some(name) => match sources.corpus.document(&DocumentId(name.trim_end_matches('/').to_owned())) {
            Some(document) => vec![document],
            None => {
                let near = nearest(name, sources.corpus.documents().map(|document| document.id.0.as_str()));
                return Err(catalogue::citation_not_found(name, near).into());
            }
        },
    };
    let rows = ledger::export(&sources.corpus, &documents);
    let encoding = match export.encoding {
        Charset::Utf8 => Encoding::Utf8,
        Charset::Cp932 => Encoding::Cp932,
    };
    let bytes = ledger::encode(&rows, encoding).map_err(CommandError::Found)?;
    let Some(path) = &export.csv else {
        // The console writes only text.
        let mut out = std::io::stdout().lock();
        out.write_all(&bytes).and_then(|()| out.flush())?;
        return Ok(());
    };
    directory::check_other(path, Some(&sources.path))?;
    fs::write(path, bytes).map_err(|error| unwritable(path, &error))?;
    let (path, count) = (path.display().to_string(), rows.len());
    if context.format != Format::Text {
        return Ok(report::say("", &json!({ "path": path, "rows": count }), context, console)?);
    }
    console.err(&match context.lang {
        Lang::Ja => format!("{path} に {count} 行を書き出しました。\n"),
        Lang::En => format!("{count} rows written to {path}\n"),
    })?;
    Ok(())
}
