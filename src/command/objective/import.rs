//! `hoshin objective import`: the values of a table into the Markdown, after showing which.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::json;

use super::{Folder, Stopped, unreadable};
use crate::command::arguments::{Format, Record};
use crate::command::console::Console;
use crate::command::report::document;
use crate::command::{Context, Failure, Verbosity};
use crate::diagnostic::text::{self, Style};
use crate::diagnostic::{Lang, Severity};
use crate::ledger::{self, Amended};
use crate::output::{Replacement, replace};

pub(super) fn run(csv: &Path, record: &Record, context: &Context, console: &mut Console) -> Result<(), Stopped> {
    let folder = Folder::open(&record.input, context)?;
    let bytes = fs::read(csv).map_err(|error| unreadable(csv, &error))?;
    let table = ledger::decode(&bytes).map_err(|finding| Stopped::from(*finding))?;
    let (amended, found) = ledger::import(&folder.corpus, &table).map_err(|found| Stopped::Found(found.sorted()))?;
    let found = folder.corpus.judged(found);
    if found.iter().any(|finding| finding.severity >= context.fails_from.min(Severity::Error)) {
        return Err(Stopped::Found(found));
    }
    if !found.is_empty() && context.format == Format::Text && context.verbosity != Verbosity::Quiet {
        console.err(&text::render(&found, context.lang, Style::Coloured))?;
    }
    if record.write {
        write(&folder, &amended)?;
    }
    console.out(&match context.format {
        Format::Text => said(&amended, record, context),
        Format::Json | Format::Sarif => {
            let files: Vec<&str> = amended.iter().map(|one| one.path.as_str()).collect();
            let gone: Vec<String> =
                amended.iter().flat_map(|one| &one.gone).map(|(name, what)| format!("{name} {what}")).collect();
            document(&json!({ "files": files, "deleted": gone, "written": record.write }))
        }
    })?;
    Ok(())
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

fn said(amended: &[Amended], record: &Record, context: &Context) -> String {
    let mut out = String::new();
    let ja = context.lang == Lang::Ja;
    for Amended { path, changes, gone, .. } in amended {
        let _ = writeln!(out, "{path}");
        for (name, count) in changes {
            let _ =
                if ja { writeln!(out, "  {name}：{count}か所") } else { writeln!(out, "  {name}: {count} changes") };
        }
        if !gone.is_empty() {
            out.push_str(if ja { "  消えるもの:\n" } else { "  to be deleted:\n" });
        }
        for (name, what) in gone {
            let _ = writeln!(out, "    {name} {what}");
        }
    }
    out.push_str(&match (amended.is_empty(), record.write, ja) {
        (true, _, true) => "表と原稿は同じです。変えるものはありません。\n".to_owned(),
        (true, _, false) => "the Markdown says what the table says; nothing changes\n".to_owned(),
        (false, true, true) => "書き込みました。表にない値は、そのままです。\n".to_owned(),
        (false, true, false) => "Written. Values that are not in the table stay as they are.\n".to_owned(),
        (false, false, true) => {
            format!("\nまだ書き込んでいません。これでよければ:\n  {} --write\n", context.typed)
        }
        (false, false, false) => format!("\nNothing is written yet. To do so:\n  {} --write\n", context.typed),
    });
    out
}
