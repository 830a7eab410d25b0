//! `hoshin objective import`: the values of a table into the Markdown, after showing which.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{Folder, Stopped, unreadable};
use crate::command::arguments::{Format, Record};
use crate::command::console::Console;
use crate::command::report::{Answer, answer};
use crate::command::{Context, Failure, Verbosity};
use crate::diagnostic::text::{self, Style};
use crate::diagnostic::{Lang, Severity, SourceFile, visible};
use crate::ledger::{self, Amended, Change};
use crate::output::{Replacement, replace};

pub(super) fn run(csv: &Path, record: &Record, context: &Context, console: &mut Console) -> Result<(), Stopped> {
    let folder = Folder::open(&record.input, context)?;
    let bytes = fs::read(csv).map_err(|error| unreadable(csv, &error))?;
    let (table, encoding) = ledger::decode(&bytes).map_err(|finding| Stopped::from(*finding))?;
    let table = SourceFile::new(csv.display().to_string(), table);
    let (amended, found) =
        ledger::import(&folder.corpus, &table, encoding).map_err(|found| Stopped::Found(found.sorted()))?;
    let found = folder.corpus.judged(found);
    if found.iter().any(|finding| finding.severity >= context.fails_from.min(Severity::Error)) {
        return Err(Stopped::Found(found));
    }
    if context.format != Format::Text {
        if record.write {
            write(&folder, &amended)?;
        }
        let value = as_json(&amended, record);
        return Ok(answer(&Answer { text: "", value: &value, found: &found }, context, console)?);
    }
    if !found.is_empty() && context.verbosity != Verbosity::Quiet {
        console.err(&text::render(&found, context.lang, Style::Coloured))?;
    }
    // Shown before anything is written, with the same words as without `--write`.
    console.out(&said(&amended, context.lang))?;
    if record.write {
        write(&folder, &amended)?;
    }
    console.out(&ending(&amended, record, context))?;
    Ok(())
}

fn as_json(amended: &[Amended], record: &Record) -> Value {
    let files: Vec<&str> = amended.iter().map(|one| one.path.as_str()).collect();
    let gone: Vec<String> =
        amended.iter().flat_map(|one| &one.gone).map(|(name, what)| format!("{name} {what}")).collect();
    let change = |file: &str, clause: &str, change: &Change| {
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

fn write(folder: &Folder, amended: &[Amended]) -> Result<(), Failure> {
    let typed = |one: &Amended| as_typed(&one.text, folder.files.get(&one.path).map_or(&[], Vec::as_slice));
    let texts: Vec<(&str, String)> = amended.iter().map(|one| (one.path.as_str(), typed(one))).collect();
    let files: Vec<Replacement<'_>> = texts.iter().map(|(path, text)| Replacement { path, text: Some(text) }).collect();
    let seen = folder.files.iter().map(|(path, bytes)| (path.clone(), blake3::hash(bytes))).collect();
    replace(&folder.path, &files, &seen).map_err(Failure::Records)
}

/// With the line ends and the byte order mark the file has had.
fn as_typed(text: &str, bytes: &[u8]) -> String {
    let is_windows = bytes.windows(2).any(|pair| pair == b"\r\n");
    let text = if is_windows { text.replace('\n', "\r\n") } else { text.to_owned() };
    if bytes.starts_with(b"\xEF\xBB\xBF") { format!("\u{FEFF}{text}") } else { text }
}

/// Every cell that changes, and what goes. Characters that could make it look like something else are spelled out.
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
fn line(clause: &str, cell: &Change, lang: Lang) -> String {
    let place = [clause, &cell.indicator, &cell.part, cell.column].into_iter().filter(|part| !part.is_empty());
    let place = place.collect::<Vec<_>>().join(" ");
    let (colon, nothing) = match lang {
        Lang::Ja => ("：", "（なし）"),
        Lang::En => (": ", "(none)"),
    };
    let [old, new] = [&cell.old, &cell.new].map(|text| if text.is_empty() { nothing } else { text.as_str() });
    visible(&format!("{place}{colon}{old} → {new}"))
}

fn ending(amended: &[Amended], record: &Record, context: &Context) -> String {
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
