//! `hoshin explain`: explains a finding.

use std::fmt::Write as _;

use serde_json::json;

use super::arguments::Format;
use super::console::Console;
use super::error::Failure;
use super::report::document;
use super::{CommandContext, Exit};
use crate::diagnostic::text::severity_name;
use crate::diagnostic::{Code, Lang, catalogue, json};
use crate::source::nearest;

/// Explains one code, or lists them all.
pub(super) fn run(code: Option<&str>, context: &CommandContext, console: &mut Console) -> Result<Exit, Failure> {
    let Some(id) = code else {
        let list = match context.format {
            Format::Text => list(context.lang),
            Format::Json | Format::Sarif => {
                document(&catalogue::codes().map(|code| value(code, context.lang)).collect::<Vec<_>>())
            }
        };
        console.out(&list)?;
        return Ok(Exit::Fine);
    };
    // The code may be pasted with the brackets of the message.
    let id = id.trim_matches(['[', ']']);
    let Some(code) = catalogue::code(id) else {
        console.err(&unknown(id, context.lang))?;
        return Ok(Exit::Failure);
    };
    console.out(&match context.format {
        Format::Text => page(code, context.lang),
        Format::Json | Format::Sarif => document(&value(code, context.lang)),
    })?;
    Ok(Exit::Fine)
}

fn list(lang: Lang) -> String {
    let width = catalogue::codes().map(|code| code.id.len()).max().unwrap_or_default();
    let mut out = String::new();
    for code in catalogue::codes() {
        // The names of severities are two or three full-width characters, or up to seven letters.
        let severity = severity_name(code.severity, lang);
        let fill = match lang {
            Lang::Ja => "　".repeat(3_usize.saturating_sub(severity.chars().count())),
            Lang::En => " ".repeat(7_usize.saturating_sub(severity.len())),
        };
        let _ = writeln!(out, "{:width$}  {severity}{fill}  {}", code.id, code.why(lang));
    }
    out
}

fn page(code: &Code, lang: Lang) -> String {
    let (bad, good, fixed) = match lang {
        Lang::Ja => ("よくない例", "よい例", "この指摘の重さは site.yaml でも変えられません。"),
        Lang::En => ("not so", "but so", "site.yaml cannot change this severity."),
    };
    let mut out = format!("{}[{}]\n\n{}\n", severity_name(code.severity, lang), code.id, code.explanation(lang));
    for example in code.examples() {
        let (kind, path) = example.info.split_once(' ').unwrap_or((example.info, ""));
        let title = if kind == "bad" { bad } else { good };
        let path = if path.is_empty() { String::new() } else { format!(" ({path})") };
        let _ = writeln!(out, "\n{title}{path}:\n");
        for line in example.text.lines() {
            let _ = writeln!(out, "{}{line}", if line.is_empty() { "" } else { "    " });
        }
    }
    if !code.adjustable {
        let _ = writeln!(out, "\n{fixed}");
    }
    out
}

fn value(code: &Code, lang: Lang) -> serde_json::Value {
    let examples: Vec<_> =
        code.examples().iter().map(|example| json!({ "info": example.info, "text": example.text })).collect();
    json!({
        "code": code.id,
        "severity": json::severity_id(code.severity),
        "adjustable": code.adjustable,
        "why": code.why(lang),
        "explanation": code.explanation(lang),
        "examples": examples,
    })
}

fn unknown(id: &str, lang: Lang) -> String {
    let near = nearest(id, catalogue::codes().map(|code| code.id));
    match (lang, near) {
        (Lang::Ja, Some(near)) => format!(
            "エラー: 「{id}」という指摘はありません\n  もしかして: {near}\n\n一覧は hoshin explain で見られます。\n"
        ),
        (Lang::Ja, None) => format!("エラー: 「{id}」という指摘はありません\n\n一覧は hoshin explain で見られます。\n"),
        (Lang::En, Some(near)) => {
            format!("error: there is no finding `{id}`\n  did you mean: {near}\n\nhoshin explain lists them all.\n")
        }
        (Lang::En, None) => format!("error: there is no finding `{id}`\n\nhoshin explain lists them all.\n"),
    }
}
