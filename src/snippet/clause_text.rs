//! The text of a clause as posts quote it: its own text and the text of everything below it.

use crate::policy::{Block, Clause, ClauseKind, Content, plain_text};

use super::sentence::{is_finished, sentences};

/// The text of a clause exactly as printed, with a line for each of its blocks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClauseText {
    /// The text.
    pub text: String,
    /// The reason why it needs an author's text to become a post.
    pub unsuitable: Option<Unsuitable>,
}

/// The reason why the text of a clause is no post by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsuitable {
    /// The clause is a heading.
    Heading,
    /// The clause is a table row, or contains a table or another block that is no sentence.
    Table,
    /// The clause has no text.
    Empty,
}

impl ClauseText {
    /// Collects the text of a clause.
    #[must_use]
    pub fn of(clause: &Clause) -> Self {
        let mut collected = Self::default();
        match clause.kind {
            ClauseKind::Section { .. } => {
                collected.unsuitable = Some(Unsuitable::Heading);
                collected.text = plain_text(clause.text());
            }
            ClauseKind::Row => {
                collected.unsuitable = Some(Unsuitable::Table);
                collected.push_own(clause);
            }
            ClauseKind::Item | ClauseKind::Paragraph => {
                collected.push_own(clause);
                collected.push_blocks(&clause.children);
            }
        }
        if collected.text.trim().is_empty() {
            collected.unsuitable = Some(Unsuitable::Empty);
        }
        collected
    }

    /// Adds the clause's own text. A mark such as `・` alone is left out, because it only marks an item.
    fn push_own(&mut self, clause: &Clause) {
        match &clause.content {
            Content::Text(text) => self.text.push_str(&plain_text(text)),
            // A post about a row may say what a merged cell says of it.
            Content::Cells(_) => {
                let cells: Vec<String> = clause.row_texts().into_iter().map(plain_text).collect();
                self.text.push_str(&cells.join(" "));
            }
        }
    }

    fn push_blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Clause(clause) => {
                    self.text.push('\n');
                    if let Some(label) = &clause.label {
                        self.text.push_str(label.mark());
                        self.text.push_str(&label.separator);
                    }
                    self.push_own(clause);
                    self.push_blocks(&clause.children);
                }
                // An `objective` is data beside the text.
                Block::Preformatted { info, .. } if **info == *"objective" => {}
                Block::Frame(_) | Block::Rule => {}
                _ => self.unsuitable = Some(Unsuitable::Table),
            }
        }
    }

    /// The end of each sentence, in bytes of the text.
    pub(super) fn ends(&self) -> Vec<usize> {
        let mut end = 0;
        let lengths = sentences(&self.text).into_iter().map(str::len);
        lengths.map(|length| (end += length, end).1).collect()
    }

    /// The first sentences, given the end of each.
    pub(super) fn first_sentences(&self, ends: &[usize], shown: usize) -> &str {
        let end = shown.checked_sub(1).and_then(|last| ends.get(last)).copied().unwrap_or(0);
        self.text[..end].trim_end()
    }

    /// The number of first sentences, at most `most`, that can stand alone. The last of them must be finished.
    pub(super) fn whole_sentences(&self, ends: &[usize], most: usize) -> usize {
        (1..=most).rev().find(|count| is_finished(&self.text[..ends[count - 1]])).unwrap_or(0)
    }

    /// The digest by which an approval knows the text: 32 hexadecimal digits of BLAKE3.
    #[must_use]
    pub fn digest(&self) -> String {
        digest(&[&self.text])
    }
}

/// 32 hexadecimal digits of BLAKE3 over texts, each with its length.
pub(super) fn digest(texts: &[&str]) -> String {
    let mut hasher = blake3::Hasher::new();
    for text in texts {
        hasher.update(&(text.len() as u64).to_le_bytes());
        hasher.update(text.as_bytes());
    }
    let mut hex = hasher.finalize().to_hex().to_string();
    hex.truncate(32);
    hex
}

#[cfg(test)]
mod tests {
    use super::ClauseText;
    use crate::policy::{Block, Clause, ClauseKind};

    #[test]
    fn the_text_includes_paragraphs_below_the_clause() {
        let mut clause = Clause::of_text(ClauseKind::Item, "一。");
        clause.children.push(Block::Clause(Clause::of_text(ClauseKind::Paragraph, "二。三")));
        let text = ClauseText::of(&clause);
        assert_eq!(text.text, "一。\n二。三");
        assert_eq!(text.ends().len(), 4);
        assert_eq!(text.whole_sentences(&text.ends(), 4), 3);
    }

    #[test]
    fn a_digest_changes_with_every_character() {
        let digest = |text: &str| ClauseText { text: text.to_owned(), unsuitable: None }.digest();
        assert_ne!(digest("努めること。"), digest("努めること"));
        assert_ne!(digest("が"), digest("か\u{3099}"));
        assert_eq!(digest("が").len(), 32);
    }
}
