//! `hoshin diff`: shows how documents have changed since their release, clause by clause and word by word.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use csv::{Terminator, WriterBuilder};
use serde_json::{Value, json};

use super::arguments::Diff;
use super::console::Console;
use super::error::Failure;
use super::gather::gather;
use super::{CommandContext, Exit, report};
use crate::address::AddressRecord;
use crate::diagnostic::{Diagnostics, Lang, Severity, catalogue};
use crate::edition::{ClauseChange, ClauseChangeKind, DEL, INS, SAME, Stretch, Wording, changes, difference};
use crate::policy::{DocumentId, formula_start};
use crate::source;

/// The byte order mark. Without it Excel does not recognise UTF-8.
const MARK: &str = "\u{FEFF}";

/// Prints the changes of one document, or of all.
pub(super) fn run(diff: &Diff, context: &CommandContext, console: &mut Console) -> Result<Exit, Failure> {
    let (tree, found) = source::read_tree(&diff.input.site).map_err(Failure::Read)?;
    let gathered = gather(tree, found, &diff.input, context)?;
    let wanted = diff.document.as_ref().map(|id| DocumentId(id.clone()));
    if let Some(id) = wanted.as_ref().filter(|id| gathered.corpus.document(id).is_none()) {
        return report::refusal(&[catalogue::anchor_nowhere(&id.0).of_site()].into_iter().collect(), context, console);
    }
    // A document that cannot be compared must not look like one without changes.
    let errors: Diagnostics =
        gathered.diagnostics.iter().filter(|it| it.severity >= Severity::Error).cloned().collect();
    if errors.iter().next().is_some() {
        return report::refusal(&errors, context, console);
    }
    let is_wanted = |id: &DocumentId| wanted.as_ref().is_none_or(|wanted| wanted == id);
    let documents = all_changes(gathered.changed.iter().filter(|(id, _)| is_wanted(id)));
    if context.as_csv {
        console.out(&table(&documents, context.lang))?;
        return Ok(Exit::Fine);
    }
    report::say(&text(&documents, context.lang), &value(&documents), context, console)?;
    Ok(Exit::Fine)
}

type Changes<'a> = BTreeMap<&'a str, Vec<ClauseChange>>;

fn all_changes<'a>(changed: impl Iterator<Item = (&'a DocumentId, &'a Arc<AddressRecord>)>) -> Changes<'a> {
    let all = changed.map(|(id, record)| (id.0.as_str(), changes(record)));
    all.filter(|(_, changes)| !changes.is_empty()).collect()
}

fn text(documents: &Changes<'_>, lang: Lang) -> String {
    let mut out = String::new();
    for (document, changes) in documents {
        let _ = writeln!(out, "{document}");
        for change in changes {
            let _ = writeln!(out, "  {}", heading(change, lang));
            if change.kind == ClauseChangeKind::Moved {
                continue;
            }
            let stretches = stretches(change);
            for (sign, wording, other) in [("－", &change.before, INS), ("＋", &change.after, DEL)] {
                if wording.is_some() {
                    let _ = writeln!(out, "    {sign} {}", line(&stretches, other));
                }
            }
        }
    }
    match lang {
        _ if !out.is_empty() => out,
        Lang::Ja => "公開した文から変わった所はありません\n".to_owned(),
        Lang::En => "nothing has changed since the release\n".to_owned(),
    }
}

fn stretches(change: &ClauseChange) -> Vec<Stretch> {
    let text = |wording: &Option<Wording>| wording.as_ref().map_or(String::new(), |it| it.text.to_string());
    difference(&text(&change.before), &text(&change.after))
}

/// One side of a comparison. Words of this side only stand in `[-…-]` or `{+…+}`, as Git writes them; where the whole text is
/// new or gone, there are no marks.
fn line(stretches: &[Stretch], other: &str) -> String {
    let has_same = stretches.iter().any(|stretch| stretch.kind == SAME);
    let mut out = String::new();
    for Stretch { kind, text } in stretches.iter().filter(|stretch| stretch.kind != other) {
        let text = text.replace('\n', " ");
        let _ = match *kind {
            DEL if has_same => write!(out, "[-{text}-]"),
            INS if has_same => write!(out, "{{+{text}+}}"),
            _ => write!(out, "{text}"),
        };
    }
    out
}

/// `5(1) → 5(2)：文の変更`
fn heading(change: &ClauseChange, lang: Lang) -> String {
    let place = match (&change.before, &change.after) {
        (Some(before), Some(after)) if before.name != after.name => format!("{} → {}", before.name, after.name),
        (_, Some(wording)) | (Some(wording), None) => wording.name.to_string(),
        (None, None) => String::new(),
    };
    let kind = kind(change.kind, lang);
    if lang == Lang::Ja {
        format!("{place}（{}）：{kind}", change.id)
    } else {
        format!("{place} ({}): {kind}", change.id)
    }
}

fn kind(kind: ClauseChangeKind, lang: Lang) -> &'static str {
    let (ja, en) = match kind {
        ClauseChangeKind::New => ("新しい", "new"),
        ClauseChangeKind::Withdrawn => ("なくなった", "withdrawn"),
        ClauseChangeKind::Reworded => ("文の変更", "changed"),
        ClauseChangeKind::Moved => ("移動", "moved"),
    };
    if lang == Lang::Ja { ja } else { en }
}

/// The cells of a change: document, id, kind, place and text before, place and text now.
fn cells(document: &str, change: &ClauseChange, lang: Lang) -> [String; 7] {
    let side = |wording: &Option<Wording>| {
        let wording = wording.as_ref();
        (
            wording.map_or(String::new(), |it| it.name.to_string()),
            wording.map_or(String::new(), |it| it.text.to_string()),
        )
    };
    let ((before, old), (after, new)) = (side(&change.before), side(&change.after));
    [document.to_owned(), change.id.to_string(), kind(change.kind, lang).to_owned(), before, old, after, new]
}

/// The changes as a table (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP,
/// "CSV injection").
fn table(documents: &Changes<'_>, lang: Lang) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(MARK.as_bytes().to_vec());
    let names = match lang {
        Lang::Ja => ["文書", "id", "変更", "改正前の場所", "改正前", "改正後の場所", "改正後"],
        Lang::En => ["document", "id", "change", "place before", "before", "place now", "now"],
    };
    // Writing to memory cannot fail.
    let _ = writer.write_record(names);
    for (document, changes) in documents {
        for change in changes {
            let guarded = |cell: String| if formula_start(&cell).is_some() { format!("'{cell}") } else { cell };
            let _ = writer.write_record(cells(document, change, lang).map(guarded));
        }
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn value(documents: &Changes<'_>) -> Value {
    let side = |wording: &Option<Wording>| {
        wording.as_ref().map(|it| json!({ "position": it.position, "name": it.name, "text": it.text }))
    };
    let change = |change: &ClauseChange| {
        json!({
            "id": change.id,
            "kind": kind(change.kind, Lang::En),
            "before": side(&change.before),
            "after": side(&change.after),
        })
    };
    let document = |(document, changes): (&&str, &Vec<ClauseChange>)| json!({ "document": document, "changes": changes.iter().map(change).collect::<Vec<_>>() });
    json!({ "documents": documents.iter().map(document).collect::<Vec<_>>() })
}
