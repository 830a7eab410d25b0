//! The changes of address records, shown before they are written.

use std::fmt::Write as _;

use serde_json::json;

use crate::address::settle::{Destination, Effect, SettledRecord};
use crate::address::{AddressRecord, ClauseState, Gone, RecordEntry};
use crate::command::arguments::RecordOptions;
use crate::command::console::Console;
use crate::command::error::Failure;
use crate::command::site_records::{DocumentRecord, SiteRecords};
use crate::command::tombstone::{tombstone_and_successors, tombstone_words};
use crate::command::{CommandContext, report};
use crate::diagnostic::Lang;
use crate::output::{Replacement, replace};
use crate::policy::ClauseId;

/// Texts are shown up to this many characters.
const SHOWN: usize = 80;

/// Changes of address records: words for people, and files in the order of writing.
#[derive(Debug, Default)]
pub(super) struct RecordChanges {
    ja: String,
    en: String,
    /// Files and their new text; `None` for one that is removed.
    files: Vec<(String, Option<String>)>,
}

impl RecordChanges {
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

    /// The files and their new texts, in the order of writing.
    pub(super) fn files(&self) -> &[(String, Option<String>)] {
        &self.files
    }

    /// Adds later changes. Of a file that both change, only the later text is written.
    pub(super) fn append(&mut self, later: Self) {
        self.note(later.ja.trim_end(), later.en.trim_end());
        self.files.retain(|(path, _)| later.files.iter().all(|(other, _)| other != path));
        self.files.extend(later.files);
    }

    /// Adds the settled record of a document, and notes each entry that differs from before.
    pub(super) fn add(&mut self, record: &DocumentRecord<'_>, settled: SettledRecord) {
        let SettledRecord { record: lock, preview } = settled;
        if lock == record.lock {
            return;
        }
        for (id, after) in &lock.entries {
            let before = record.lock.entries.get(id);
            if before == Some(after) {
                continue;
            }
            let target = |lang| match preview.iter().find(|effect| effect.id == *id) {
                Some(effect) => effect_words(effect, lang),
                None => unmoved_words(after, lang),
            };
            let document = &lock.document.0;
            let (ja, en) = (target(Lang::Ja), target(Lang::En));
            self.note(&format!("{id}: {ja}（{document}）"), &format!("{id}: {en} ({document})"));
            let texts = texts(&lock, before, after);
            self.ja.push_str(&texts);
            self.en.push_str(&texts);
            if let ClauseState::Gone(Gone { reason: Some(reason), .. }) = &after.state {
                self.note(&format!("  理由：{reason}"), &format!("  reason: {reason}"));
            }
        }
        self.write(&record.path, lock.to_text());
    }

    /// Writes the files, unless one of them has changed since it was read.
    pub(super) fn write_files(&self, records: &SiteRecords) -> Result<(), Failure> {
        let files: Vec<Replacement<'_>> =
            self.files.iter().map(|(path, text)| Replacement { path, text: text.as_deref() }).collect();
        replace(&records.folder, &files, &records.seen).map_err(Failure::Records)
    }

    /// Prints the changes, and that they were written or how to write them.
    pub(super) fn print(
        &self,
        options: &RecordOptions,
        context: &CommandContext,
        console: &mut Console,
    ) -> Result<(), Failure> {
        let paths: Vec<&str> = self.files.iter().map(|(path, _)| path.as_str()).collect();
        let words = self.words(context.lang);
        let value = json!({ "changes": words.lines().collect::<Vec<_>>(), "files": paths, "written": options.write });
        report::say(&self.text(options, context), &value, context, console)
    }

    fn words(&self, lang: Lang) -> &str {
        if lang == Lang::Ja { &self.ja } else { &self.en }
    }

    fn text(&self, options: &RecordOptions, context: &CommandContext) -> String {
        let mut out = self.words(context.lang).to_owned();
        if self.files.is_empty() {
            out.push_str(match context.lang {
                Lang::Ja => "そのとおりに記録されています。変えるものはありません。\n",
                Lang::En => "that is what is recorded; nothing changes\n",
            });
            return out;
        }
        out.push('\n');
        if options.write {
            for (path, text) in &self.files {
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
}

/// `5(1) → 6(2)`
fn effect_words(effect: &Effect, lang: Lang) -> String {
    let new_address = match lang {
        Lang::Ja => "（新しいアドレス）",
        Lang::En => "(new address)",
    };
    let before = effect.before.as_ref().map_or(new_address.to_owned(), |before| target_words(before, lang));
    format!("{before} → {}", target_words(&effect.after, lang))
}

/// The place of an entry whose address leads where it led before.
fn unmoved_words(entry: &RecordEntry, lang: Lang) -> String {
    let name = &entry.name;
    match (&entry.state, lang) {
        (ClauseState::Gone(gone), Lang::Ja) => format!("{name}（{}のまま）", tombstone_words(gone.how, lang)),
        (ClauseState::Gone(gone), Lang::En) => format!("{name} ({} as before)", tombstone_words(gone.how, lang)),
        (_, Lang::Ja) => format!("{name}（場所は変わらない）"),
        (_, Lang::En) => format!("{name} (in the same place)"),
    }
}

/// The last published text, and the text that takes its place if it differs.
fn texts(lock: &AddressRecord, before: Option<&RecordEntry>, after: &RecordEntry) -> String {
    let mut out = String::new();
    if let Some(before) = before {
        let _ = writeln!(out, "  － {}", shown(&before.text));
    }
    if after.is_live() && before.is_none_or(|before| before.text != after.text) {
        let _ = writeln!(out, "  ＋ {}", shown(&after.text));
    }
    if let ClauseState::Gone(gone) = &after.state {
        for successor in gone.successors.iter().filter_map(|id| lock.entries.get(id)).filter(|entry| entry.is_live()) {
            let _ = writeln!(out, "  ＋ {}: {}", successor.name, shown(&successor.text));
        }
    }
    out
}

/// The target of an address, in words.
fn target_words(target: &Destination, lang: Lang) -> String {
    match (target, lang) {
        (Destination::Clause { position, name }, _) => format!("{name} [{position}]"),
        (Destination::Renamed(to), Lang::Ja) => format!("{to} の別名"),
        (Destination::Renamed(to), Lang::En) => format!("another name of {to}"),
        (Destination::Tombstone { state, successors, moved_to }, _) => {
            let successors = moved_to.iter().map(|to| &**to).chain(successors.iter().map(ClauseId::as_str));
            tombstone_and_successors(*state, successors, lang)
        }
    }
}

/// A text on one line, cut with a mark when it is long.
pub(super) fn shown(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN).map(|c| if c == '\n' { ' ' } else { c }).collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}
