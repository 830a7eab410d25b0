//! The text of a clause as posts quote it: its own, and that of everything numbered or written below it.

use crate::policy::{Block, Clause, ClauseKind, Content, plain_text};

use super::sentence::{is_finished, sentences};

/// The text of a clause, a line for each part of it, exactly as printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Passage {
    /// The text.
    pub text: String,
    /// Why no post can be made of it without an author.
    pub unsuitable: Option<Unsuitable>,
}

/// Why the text of a clause is no post by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsuitable {
    /// It is a heading.
    Heading,
    /// It is the row of a table, or contains a table or another thing that is no sentence.
    Table,
    /// There is no text.
    Empty,
}

impl Passage {
    /// That of a clause.
    #[must_use]
    pub fn of(clause: &Clause) -> Self {
        let mut passage = Self::default();
        match clause.kind {
            ClauseKind::Section { .. } => {
                passage.unsuitable = Some(Unsuitable::Heading);
                passage.text = plain_text(clause.text());
            }
            ClauseKind::Row => {
                passage.unsuitable = Some(Unsuitable::Table);
                passage.push_own(clause);
            }
            ClauseKind::Item | ClauseKind::Paragraph => {
                passage.push_own(clause);
                passage.push_blocks(&clause.children);
            }
        }
        if passage.text.trim().is_empty() {
            passage.unsuitable = Some(Unsuitable::Empty);
        }
        passage
    }

    /// A mark like `・` alone is no text: it says only that this is an item.
    fn push_own(&mut self, clause: &Clause) {
        match &clause.content {
            Content::Text(text) => self.text.push_str(&plain_text(text)),
            Content::Cells(cells) => {
                let cells: Vec<String> = cells.iter().map(|cell| plain_text(cell)).collect();
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
                Block::Table(_) | Block::Quote(_) => self.unsuitable = Some(Unsuitable::Table),
                // An `objective` is data beside the text.
                Block::Preformatted { info, .. } if **info == *"objective" => {}
                Block::Preformatted { .. } => self.unsuitable = Some(Unsuitable::Table),
                Block::Frame(_) | Block::Rule => {}
            }
        }
    }

    /// Where each sentence ends, in bytes of the text.
    pub(super) fn ends(&self) -> Vec<usize> {
        let mut end = 0;
        let lengths = sentences(&self.text).into_iter().map(str::len);
        lengths.map(|length| (end += length, end).1).collect()
    }

    /// How many of the first `most` sentences can stand alone: the last of them must be finished.
    pub(super) fn whole_sentences(&self, ends: &[usize], most: usize) -> usize {
        (1..=most).rev().find(|count| is_finished(&self.text[..ends[count - 1]])).unwrap_or(0)
    }

    /// What tells whether the clause is still what it was: 32 hexadecimal digits of BLAKE3.
    #[must_use]
    pub fn digest(&self) -> String {
        digest(&[&self.text])
    }
}

/// 32 hexadecimal digits of BLAKE3 over words, each with its length.
pub(super) fn digest(words: &[&str]) -> String {
    let mut hasher = blake3::Hasher::new();
    for word in words {
        hasher.update(&(word.len() as u64).to_le_bytes());
        hasher.update(word.as_bytes());
    }
    let mut hex = hasher.finalize().to_hex().to_string();
    hex.truncate(32);
    hex
}

#[cfg(test)]
mod tests {
    use super::Passage;
    use crate::policy::{Block, Clause, ClauseKind};

    #[test]
    fn further_paragraphs_belong_to_the_text() {
        let mut clause = Clause::of_text(ClauseKind::Item, "一。");
        clause.children.push(Block::Clause(Clause::of_text(ClauseKind::Paragraph, "二。三")));
        let passage = Passage::of(&clause);
        assert_eq!(passage.text, "一。\n二。三");
        assert_eq!(passage.ends().len(), 4);
        assert_eq!(passage.whole_sentences(&passage.ends(), 4), 3);
    }

    #[test]
    fn a_digest_changes_with_every_character() {
        let digest = |text: &str| Passage { text: text.to_owned(), unsuitable: None }.digest();
        assert_ne!(digest("努めること。"), digest("努めること"));
        assert_ne!(digest("が"), digest("か\u{3099}"));
        assert_eq!(digest("が").len(), 32);
    }
}
