//! The message of `hoshin new` when it is done.

use super::draft_words::DraftWords;
use crate::diagnostic::Lang;

/// The document that was written.
pub(super) struct WrittenDraft<'a> {
    pub(super) path: &'a str,
    /// How many marks are to be filled in.
    pub(super) open: usize,
    pub(super) words: &'static DraftWords,
}

/// The report on a copy.
pub(super) struct CopyReport {
    /// The document that was copied.
    pub(super) from: String,
    /// How many places still name its year.
    pub(super) former: usize,
    /// Keys of its front matter that are not in the copy.
    pub(super) left_out: Vec<&'static str>,
    /// How many objectives have lost their values.
    pub(super) emptied: usize,
}

/// Says that the document was made with marks to be filled in, and what to do next.
pub(super) fn next_steps(draft: &WrittenDraft<'_>, copied: Option<&CopyReport>, lang: Lang) -> String {
    let WrittenDraft { path, open, words } = draft;
    let mark = words.mark.trim_end();
    let former = copied.map_or(0, |copied| copied.former);
    let mut lines: Vec<String> = Vec::new();
    match lang {
        Lang::Ja => {
            lines.push(format!("{path} を作りました（下書き）。\n\n次にすること:"));
            lines.push(format!("  1. {path} を開き、「{mark}」の {open} か所を書き換える"));
            if former > 0 {
                lines.push(format!("     前の年の名前が {former} か所に残っています。一つずつ確かめてください"));
            }
            lines.push("  2. hoshin serve で見ながら直し、hoshin check で確かめる".to_owned());
            lines.push("  3. 決裁を経たら status: published と書き、hoshin build".to_owned());
        }
        Lang::En => {
            lines.push(format!("{path} has been written, as a draft.\n\nWhat to do next:"));
            lines.push(format!("  1. open {path} and replace the {open} marks {mark}"));
            if former > 0 {
                lines.push(format!("     {former} places still name the year before: look at each of them"));
            }
            lines.push("  2. hoshin serve to edit and watch, hoshin check to make sure".to_owned());
            lines.push("  3. when it is decided, write status: published and run hoshin build".to_owned());
        }
    }
    if let Some(copied) = copied {
        lines.push(match lang {
            Lang::Ja => format!("\n次のものは写していません:\n{}", not_copied_ja(copied)),
            Lang::En => format!("\nNot copied:\n{}", not_copied_en(copied)),
        });
    }
    lines.join("\n") + "\n"
}

fn not_copied_ja(copied: &CopyReport) -> String {
    let mut lines = vec!["  - 本文の id（{#…}）".to_owned()];
    if copied.emptied > 0 {
        lines.push(format!(
            "  - {} 件の目標の値・時点・期限・達成状況・上位の項目（指標の名前・種類・単位・方向、担当、SDGs は写しました）",
            copied.emptied
        ));
    }
    if !copied.left_out.is_empty() {
        lines.push(format!("  - 書誌の {}", copied.left_out.join("・")));
    }
    lines.push(format!("  - {}.yaml の注記・投稿文・承認", copied.from));
    lines.join("\n")
}

fn not_copied_en(copied: &CopyReport) -> String {
    let mut lines = vec!["  - the ids in the text ({#…})".to_owned()];
    if copied.emptied > 0 {
        lines.push(format!(
            "  - values, days, deadlines, states and upper clauses of {} objectives (names, kinds, units and directions of indicators, owners and SDGs are copied)",
            copied.emptied
        ));
    }
    if !copied.left_out.is_empty() {
        lines.push(format!("  - of the front matter: {}", copied.left_out.join(", ")));
    }
    lines.push(format!("  - the notes, posts and approvals of {}.yaml", copied.from));
    lines.join("\n")
}
