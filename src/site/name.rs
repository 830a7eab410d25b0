//! What a clause is called: the chain of the labels printed above it, as in 「5(1)」 or 「5の1つ目の項目」.

use crate::policy::{Clause, ClauseKind, LabelKind, plain_text};

/// The clauses of one parent, counted by what they are. The same counts make the positions (`b3`, `p2`, `t1`, `q1`).
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counts {
    bullets: usize,
    paragraphs: usize,
    tables: usize,
    quotes: usize,
}

impl Counts {
    /// The counts of an item: its own text is its first paragraph.
    pub(super) fn of_item() -> Self {
        Self { paragraphs: 1, ..Self::default() }
    }

    /// The name of the next table of the parent.
    pub(super) fn table(&mut self, parent: &str) -> String {
        self.tables += 1;
        joined(parent, &format!("表{}", self.tables))
    }

    /// The name of the next quotation of the parent.
    pub(super) fn quote(&mut self, parent: &str) -> String {
        self.quotes += 1;
        joined(parent, &format!("引用{}", self.quotes))
    }

    /// The name of the next clause of the parent.
    pub(super) fn clause(&mut self, parent: &str, clause: &Clause) -> String {
        match (clause.kind, clause.label.as_ref()) {
            (ClauseKind::Paragraph, None) => {
                self.paragraphs += 1;
                joined(parent, &format!("第{}段落", self.paragraphs))
            }
            (ClauseKind::Section { .. }, None) => format!("{parent}「{}」", plain_text(clause.text()).trim()),
            (_, Some(label)) if label.kind != LabelKind::Bullet => joined(parent, bare(&label.printed)),
            _ => {
                self.bullets += 1;
                let counter = if self.bullets < 10 { "つ" } else { "個" };
                joined(parent, &format!("{}{counter}目の項目", self.bullets))
            }
        }
    }
}

/// The name of a row, counted from 1.
pub(super) fn row(table: &str, number: usize) -> String {
    format!("{table}の{number}行目")
}

/// A label without the mark that only separates it from the text: `1.` is called 1.
fn bare(printed: &str) -> &str {
    let bare = printed.trim_end_matches(['.', '．', '、', '　', ' ']);
    if bare.is_empty() { printed } else { bare }
}

/// Brackets keep labels apart by themselves (`5(1)`); between letters and digits stands の (`5のア`, `第1の1`).
fn joined(parent: &str, part: &str) -> String {
    let runs_on = parent.chars().next_back().is_some_and(char::is_alphanumeric);
    let opens = part.chars().next().is_some_and(char::is_alphanumeric);
    let counted =
        part.ends_with("段落") || part.ends_with("目の項目") || part.starts_with('表') || part.starts_with("引用");
    let between = if !parent.is_empty() && (counted || (runs_on && opens)) { "の" } else { "" };
    format!("{parent}{between}{part}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::sample::{bullet, item, paragraph, section};

    #[test]
    fn labels_are_chained_as_printed() {
        for (parent, label, kind, expected) in [
            ("", "5", LabelKind::Number, "5"),
            ("5", "(1)", LabelKind::ParenthesizedNumber, "5(1)"),
            ("１", "（２）", LabelKind::ParenthesizedNumber, "１（２）"),
            ("5(1)", "ア", LabelKind::Kana, "5(1)ア"),
            ("5", "ア", LabelKind::Kana, "5のア"),
            ("第1", "1", LabelKind::Number, "第1の1"),
            ("", "1.", LabelKind::Number, "1"),
            ("2(3)ア", "(ア)", LabelKind::ParenthesizedKana, "2(3)ア(ア)"),
            ("別紙１", "(1)", LabelKind::ParenthesizedNumber, "別紙１(1)"),
        ] {
            assert_eq!(Counts::default().clause(parent, &item(label, kind, "x")), expected);
        }
    }

    #[test]
    fn what_has_no_number_is_counted() {
        let mut counts = Counts::default();
        assert_eq!(counts.clause("5", &bullet("x")), "5の1つ目の項目");
        assert_eq!(counts.clause("5", &paragraph("x")), "5の第1段落");
        assert_eq!(counts.clause("5", &bullet("x")), "5の2つ目の項目");
        assert_eq!(counts.table("5"), "5の表1");
        assert_eq!(counts.quote("5(1)"), "5(1)の引用1");
        assert_eq!(row("5の表1", 4), "5の表1の4行目");
        assert_eq!(Counts::of_item().clause("6の1つ目の項目", &paragraph("x")), "6の1つ目の項目の第2段落");
        assert_eq!(Counts::default().clause("", &paragraph("x")), "第1段落");
        for _ in 0..7 {
            counts.clause("5", &bullet("x"));
        }
        assert_eq!(counts.clause("5", &bullet("x")), "5の10個目の項目");
    }

    #[test]
    fn a_section_without_a_number_is_called_by_its_heading() {
        assert_eq!(Counts::default().clause("1", &section(None, "目的")), "1「目的」");
    }
}
