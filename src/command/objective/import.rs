//! `hoshin objective import`: shows the changed values of a table, then writes them into the Markdown.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{CommandError, ObjectiveSources, unreadable};
use crate::command::arguments::{Format, RecordOptions};
use crate::command::console::Console;
use crate::command::error::Failure;
use crate::command::line_ends::with_line_ends_of;
use crate::command::report::{Answer, answer};
use crate::command::{CommandContext, Verbosity};
use crate::diagnostic::text::{self, TextStyle};
use crate::diagnostic::{Lang, Severity, SourceFile, visible};
use crate::ledger::{self, Amended, CellChange};
use crate::output::{Replacement, replace};

pub(super) fn run(
    csv: &Path,
    record: &RecordOptions,
    context: &CommandContext,
    console: &mut Console,
) -> Result<(), CommandError> {
    let sources = ObjectiveSources::open(&record.input, context)?;
    let bytes = fs::read(csv).map_err(|error| unreadable(csv, &error))?;
    let (table, encoding) = ledger::decode(&bytes).map_err(|finding| CommandError::from(*finding))?;
    let table = SourceFile::new(csv.display().to_string(), table);
    let (amended, found) =
        ledger::import(&sources.corpus, &table, encoding).map_err(|found| CommandError::Found(found.sorted()))?;
    let found = sources.corpus.judged(found);
    if found.iter().any(|finding| finding.severity >= context.fails_from.min(Severity::Error)) {
        return Err(CommandError::Found(found));
    }
    if context.format != Format::Text {
        if record.write {
            write(&sources, &amended)?;
        }
        let value = as_json(&amended, record);
        return Ok(answer(&Answer { text: "", value: &value, found: &found }, context, console)?);
    }
    if !found.is_empty() && context.verbosity != Verbosity::Quiet {
        console.err(&text::render(&found, context.lang, TextStyle::Coloured))?;
    }
    // The changes are shown before anything is written, in the same words as without `--write`.
    console.out(&said(&amended, context.lang))?;
    if record.write {
        write(&sources, &amended)?;
    }
    console.out(&ending(&amended, record, context))?;
    Ok(())
}

fn as_json(amended: &[Amended], record: &RecordOptions) -> Value {
    let files: Vec<&str> = amended.iter().map(|one| one.path.as_str()).collect();
    let gone: Vec<String> =
        amended.iter().flat_map(|one| &one.gone).map(|(name, what)| format!("{name} {what}")).collect();
    let change = |file: &str, clause: &str, change: &CellChange| {
        serde_json::json!({
            "file": file, "clause": clause, "indicator": change.indicator, "part": change.part,
            "column": change.column, "old": change.old, "new": change.new,
        })
    };
    let mut changes = Vec::new();
    for one in amended {
        for (clause, cells) in &one.changes {
            changes.extend(cells.iter().map(|cell| change(&one.path, clause, cell)));
        }
    }
    serde_json::json!({ "files": files, "changes": changes, "deleted": gone, "written": record.write })
}

fn write(sources: &ObjectiveSources, amended: &[Amended]) -> Result<(), Failure> {
    let typed = |one: &Amended| with_line_ends_of(sources.files.get(&one.path).map_or(&[], Vec::as_slice), &one.text);
    let texts: Vec<(&str, String)> = amended.iter().map(|one| (one.path.as_str(), typed(one))).collect();
    let files: Vec<Replacement<'_>> = texts.iter().map(|(path, text)| Replacement { path, text: Some(text) }).collect();
    let seen = sources.files.iter().map(|(path, bytes)| (path.clone(), blake3::hash(bytes))).collect();
    replace(&sources.path, &files, &seen).map_err(Failure::Records)
}

/// The cells that change, and the values to be deleted. Invisible characters are spelled out.
fn said(amended: &[Amended], lang: Lang) -> String {
    let mut out = String::new();
    let ja = lang == Lang::Ja;
    for Amended { path, changes, gone, .. } in amended {
        let _ = writeln!(out, "{}", visible(path));
        for (name, cells) in changes {
            let (name, count) = (visible(name), cells.len());
            let _ =
                if ja { writeln!(out, "  {name}：{count}か所") } else { writeln!(out, "  {name}: {count} changes") };
            for cell in cells {
                let _ = writeln!(out, "    {}", line(&name, cell, lang));
            }
        }
        if !gone.is_empty() {
            out.push_str(if ja { "  消えるもの:\n" } else { "  to be deleted:\n" });
        }
        for (name, what) in gone {
            let _ = writeln!(out, "    {}", visible(&format!("{name} {what}")));
        }
    }
    out
}

/// 1(1) 登録者数 基準値 値：10000 → 1000
fn line(clause: &str, cell: &CellChange, lang: Lang) -> String {
    let place = [clause, &cell.indicator, &cell.part, cell.column].into_iter().filter(|part| !part.is_empty());
    let place = place.collect::<Vec<_>>().join(" ");
    let (colon, nothing) = match lang {
        Lang::Ja => ("：", "（なし）"),
        Lang::En => (": ", "(none)"),
    };
    let [old, new] = [&cell.old, &cell.new].map(|text| if text.is_empty() { nothing } else { text.as_str() });
    visible(&format!("{place}{colon}{old} → {new}"))
}

fn ending(amended: &[Amended], record: &RecordOptions, context: &CommandContext) -> String {
    let ja = context.lang == Lang::Ja;
    match (amended.is_empty(), record.write, ja) {
        (true, _, true) => "表と原稿は同じです。変えるものはありません。\n".to_owned(),
        (true, _, false) => "the Markdown says what the table says; nothing changes\n".to_owned(),
        (false, true, true) => "書き込みました。表にない値は、そのままです。\n".to_owned(),
        (false, true, false) => "Written. Values that are not in the table stay as they are.\n".to_owned(),
        (false, false, true) => {
            format!("\nまだ書き込んでいません。これでよければ:\n  {} --write\n", context.typed)
        }
        (false, false, false) => format!("\nNothing is written yet. To do so:\n  {} --write\n", context.typed),
    }
}
