//! What an answer changes, shown before it is recorded.

use std::fmt::Write as _;

use serde_json::json;

use super::Refused;
use super::office::{Folder, Office};
use crate::address::settle::{Leads, Settled};
use crate::address::{Entry, Gone, Lock, State};
use crate::command::arguments::Record;
use crate::command::console::Console;
use crate::command::{Context, Failure, report};
use crate::diagnostic::Lang;
use crate::output::{Replacement, replace};
use crate::policy::TombstoneState;

/// Texts are shown up to this many characters.
const SHOWN: usize = 80;

/// What an answer changes: words for people, and files in the order of writing.
#[derive(Debug, Default)]
pub(super) struct Answer {
    ja: String,
    en: String,
    /// Files and their new text; `None` for one that goes.
    files: Vec<(String, Option<String>)>,
}

impl Answer {
    pub(super) fn note(&mut self, ja: &str, en: &str) {
        self.ja.push_str(ja);
        self.ja.push('\n');
        self.en.push_str(en);
        self.en.push('\n');
    }

    pub(super) fn write(&mut self, path: &str, text: String) {
        self.files.push((path.to_owned(), Some(text)));
    }

    pub(super) fn remove(&mut self, path: &str) {
        self.files.push((path.to_owned(), None));
    }

    /// What was settled in a document.
    pub(super) fn add(&mut self, folder: &Folder<'_>, settled: Settled) {
        let Settled { lock, preview } = settled;
        if lock == folder.lock {
            return;
        }
        for (id, after) in &lock.entries {
            let before = folder.lock.entries.get(id);
            if before == Some(after) {
                continue;
            }
            let effect = preview.iter().find(|effect| effect.id == *id);
            let led = effect.map(|effect| (effect.before.as_ref(), &effect.after));
            let document = &lock.document.0;
            let ja = heading(id, led, (Lang::Ja, after));
            let en = heading(id, led, (Lang::En, after));
            let texts = texts(&lock, before, after);
            self.note(&format!("{ja}（{document}）"), &format!("{en} ({document})"));
            self.ja.push_str(&texts);
            self.en.push_str(&texts);
            if let State::Gone(Gone { reason: Some(reason), .. }) = &after.state {
                self.note(&format!("  理由：{reason}"), &format!("  reason: {reason}"));
            }
        }
        self.write(&folder.path, lock.to_text());
    }
}

/// `k7f3q: 5(1) → 6(2)`
fn heading(id: &str, led: Option<(Option<&Leads>, &Leads)>, (lang, entry): (Lang, &Entry)) -> String {
    let Some((before, after)) = led else {
        return match (&entry.state, lang) {
            (State::Gone(gone), Lang::Ja) => format!("{id}: {}（{}のまま）", entry.name, tombstone(gone.how, lang)),
            (State::Gone(gone), Lang::En) => format!("{id}: {} ({} as before)", entry.name, tombstone(gone.how, lang)),
            (_, Lang::Ja) => format!("{id}: {}（場所は変わらない）", entry.name),
            (_, Lang::En) => format!("{id}: {} (in the same place)", entry.name),
        };
    };
    let nothing = match lang {
        Lang::Ja => "（新しいアドレス）",
        Lang::En => "(new address)",
    };
    let before = before.map_or(nothing.to_owned(), |before| leads(before, lang));
    format!("{id}: {before} → {}", leads(after, lang))
}

/// The last published text, and the one that takes its place if that is another.
fn texts(lock: &Lock, before: Option<&Entry>, after: &Entry) -> String {
    let mut out = String::new();
    if let Some(before) = before {
        let _ = writeln!(out, "  － {}", shown(&before.text));
    }
    if after.is_live() && before.is_none_or(|before| before.text != after.text) {
        let _ = writeln!(out, "  ＋ {}", shown(&after.text));
    }
    if let State::Gone(gone) = &after.state {
        for successor in gone.successors.iter().filter_map(|id| lock.entries.get(id)).filter(|entry| entry.is_live()) {
            let _ = writeln!(out, "  ＋ {}: {}", successor.name, shown(&successor.text));
        }
    }
    out
}

/// Where an address leads, in words.
pub(super) fn leads(leads: &Leads, lang: Lang) -> String {
    match (leads, lang) {
        (Leads::Clause { position, name }, _) => format!("{name} [{position}]"),
        (Leads::Renamed(to), Lang::Ja) => format!("{to} の別名"),
        (Leads::Renamed(to), Lang::En) => format!("another name of {to}"),
        (Leads::Tombstone { state, successors, moved_to }, _) => {
            let mut words = tombstone(*state, lang).to_owned();
            let after: Vec<&str> = moved_to.iter().chain(successors).map(|word| &**word).collect();
            if !after.is_empty() {
                let _ = write!(words, " → {}", after.join(", "));
            }
            words
        }
    }
}

/// What became of a clause, in a word.
pub(in crate::command) fn tombstone(state: TombstoneState, lang: Lang) -> &'static str {
    let (ja, en) = match state {
        TombstoneState::Moved => ("別の文書へ移動", "moved to another document"),
        TombstoneState::Merged => ("統合", "merged"),
        TombstoneState::Split => ("分割", "split"),
        TombstoneState::Withdrawn => ("削除", "withdrawn"),
        TombstoneState::Reserved => ("欠番", "number kept free"),
    };
    if lang == Lang::Ja { ja } else { en }
}

/// A text on one line, cut with a mark when it is long.
pub(super) fn shown(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN).map(|c| if c == '\n' { ' ' } else { c }).collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

/// Shows what an answer changes and, if asked to, records it.
pub(super) fn tell(
    answer: &Answer,
    record: &Record,
    office: &Office,
    (context, console): (&Context, &mut Console),
) -> Result<(), Refused> {
    if record.write {
        let files: Vec<Replacement<'_>> =
            answer.files.iter().map(|(path, text)| Replacement { path, text: text.as_deref() }).collect();
        replace(&office.folder, &files, &office.seen).map_err(Failure::Records)?;
    }
    let paths: Vec<&str> = answer.files.iter().map(|(path, _)| path.as_str()).collect();
    let words = if context.lang == Lang::Ja { &answer.ja } else { &answer.en };
    let value = json!({ "changes": words.lines().collect::<Vec<_>>(), "files": paths, "written": record.write });
    report::say(&as_text(answer, record, context), &value, context, console)?;
    Ok(())
}

fn as_text(answer: &Answer, record: &Record, context: &Context) -> String {
    let mut out = if context.lang == Lang::Ja { answer.ja.clone() } else { answer.en.clone() };
    if answer.files.is_empty() {
        out.push_str(match context.lang {
            Lang::Ja => "そのとおりに記録されています。変えるものはありません。\n",
            Lang::En => "that is what is recorded; nothing changes\n",
        });
        return out;
    }
    out.push('\n');
    if record.write {
        for (path, text) in &answer.files {
            let _ = match (text, context.lang) {
                (Some(_), Lang::Ja) => writeln!(out, "記録しました: {path}"),
                (Some(_), Lang::En) => writeln!(out, "recorded: {path}"),
                (None, Lang::Ja) => writeln!(out, "消しました: {path}"),
                (None, Lang::En) => writeln!(out, "removed: {path}"),
            };
        }
    } else {
        let command = &context.typed;
        let _ = match context.lang {
            Lang::Ja => writeln!(out, "まだ記録していません。これでよければ:\n  {command} --write"),
            Lang::En => writeln!(out, "Nothing is recorded yet. To do so:\n  {command} --write"),
        };
    }
    out
}
