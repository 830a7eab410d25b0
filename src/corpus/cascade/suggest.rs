//! Suggests pairs of clauses that may belong together, by the words they share. A person has to judge them: sharing a word
//! is no connection. Nothing is ever written.

use std::collections::{BTreeMap, BTreeSet};

use super::{Answers, Cascade, ClausePlace};
use crate::japanese::squeezed;
use crate::policy::{Block, Clause, Document, Position, plain_text};

/// The length of the shortest words that count, in characters.
const LENGTH: usize = 4;
/// Words in more than one of this many clauses of a document are too common: 取り組むこと.
const COMMON: usize = 5;
/// The fewest telling characters of a word: see [`tells`].
const TELLING: usize = 3;
/// The fewest characters that a pair shares.
const SHARED: usize = 4;
/// The most suggestions for one clause.
const FOR_ONE: usize = 3;

/// Two clauses and the words they share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The clause below.
    pub lower: ClausePlace,
    /// The clause above.
    pub upper: ClausePlace,
    /// The words, in the order of the clause below: NFKC, without spaces.
    pub words: Vec<String>,
}

/// Pairs of a document and one above it without an edge, in the order of the lower document. Of the pairs of one clause,
/// that which shares most comes first.
#[must_use]
pub fn suggest(cascade: &Cascade, lower: &Document, upper: &Document) -> Vec<Suggestion> {
    let (below, above) = (Side::of(cascade, lower), Side::of(cascade, upper));
    let mut all = Vec::new();
    for (at, text) in below.texts.iter().enumerate() {
        let mut found: Vec<(usize, Suggestion)> = Vec::new();
        for (other, words) in shared(&below, &above, text) {
            let count: usize = words.iter().map(|word| word.chars().count()).sum();
            let pair = (below.place(lower, at), above.place(upper, other));
            let is_known = cascade.upward(&lower.id, &pair.0.position).any(|edge| edge.upper == pair.1);
            if count >= SHARED && !is_known {
                found.push((count, Suggestion { lower: pair.0, upper: pair.1, words }));
            }
        }
        found.sort_by(|(a, one), (b, other)| b.cmp(a).then_with(|| one.upper.cmp(&other.upper)));
        all.extend(found.into_iter().take(FOR_ONE).map(|(_, suggestion)| suggestion));
    }
    all
}

/// The clauses of one document, prepared for comparison.
struct Side {
    positions: Vec<Position>,
    texts: Vec<Vec<char>>,
    /// Clauses by the short words in them.
    index: BTreeMap<Vec<char>, BTreeSet<usize>>,
}

impl Side {
    fn of(cascade: &Cascade, document: &Document) -> Self {
        let mut side = Self { positions: Vec::new(), texts: Vec::new(), index: BTreeMap::new() };
        for (at, (clause, _)) in Answers::of(cascade, document).clauses.into_iter().enumerate() {
            let mut text = String::new();
            push(clause, &mut text);
            let text: Vec<char> = squeezed(&text).chars().collect();
            for word in text.windows(LENGTH) {
                side.index.entry(word.to_vec()).or_default().insert(at);
            }
            side.positions.push(clause.position.clone());
            side.texts.push(text);
        }
        side
    }

    fn place(&self, document: &Document, at: usize) -> ClausePlace {
        ClausePlace { document: document.id.clone(), position: self.positions[at].clone() }
    }

    /// The clauses with a word; `None` if the word is too common.
    fn having(&self, word: &[char]) -> Option<&BTreeSet<usize>> {
        let having = self.index.get(word)?;
        (having.len() <= 2.max(self.texts.len() / COMMON)).then_some(having)
    }
}

/// The longest words that a clause shares with each of the others, each once.
fn shared(below: &Side, above: &Side, text: &[char]) -> BTreeMap<usize, Vec<String>> {
    let mut runs: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
    for (start, word) in text.windows(LENGTH).enumerate() {
        if below.having(word).is_none() {
            continue;
        }
        for other in above.having(word).into_iter().flatten() {
            let runs = runs.entry(*other).or_default();
            match runs.last_mut() {
                Some((_, end)) if *end + 1 == start + LENGTH => *end = start + LENGTH,
                _ => runs.push((start, start + LENGTH)),
            }
        }
    }
    let words = |runs: Vec<(usize, usize)>| {
        let mut words: Vec<String> = Vec::new();
        for (start, end) in runs {
            let word = trimmed(&text[start..end]);
            let shown: String = word.iter().collect();
            if word.iter().filter(|c| tells(**c)).count() >= TELLING && !words.contains(&shown) {
                words.push(shown);
            }
        }
        words
    };
    runs.into_iter().map(|(other, runs)| (other, words(runs))).filter(|(_, words)| !words.is_empty()).collect()
}

/// Whether a character has a meaning of its own. Hiragana and punctuation only join the words of Japanese sentences.
fn tells(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '\u{3041}'..='\u{309f}')
}

/// A word without joining characters at its ends.
fn trimmed(word: &[char]) -> &[char] {
    let start = word.iter().position(|c| tells(*c)).unwrap_or(word.len());
    let end = word.iter().rposition(|c| tells(*c)).map_or(start, |at| at + 1);
    &word[start..end]
}

/// Depth is bounded by `markdown`.
fn push(clause: &Clause, out: &mut String) {
    clause.texts().iter().for_each(|text| out.push_str(&plain_text(text)));
    for block in &clause.children {
        if let Block::Clause(clause) = block {
            push(clause, out);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::suggest;
    use crate::corpus::testing::{page, site};
    use crate::policy::DocumentId;

    #[test]
    fn clauses_that_share_words_are_suggested_with_the_words() {
        let upper = "(1) ワーク・ライフ・バランスの実現に向けて取り組むこと。\n\n(2) 平和文化の振興に取り組むこと。\n\n(3) 行政資源の「選択と集中」の視点を持つこと。\n";
        let lower = "- 選択と集中を意識し、取り組むこと。\n- ワーク・ライフ・バランスの実現を図ること。\n- 何も同じでないこと。\n";
        let files = [("r7/ue.md", page("R7", "上", upper)), ("r8/shita.md", page("R8", "下", lower))];
        let corpus = site(&files.each_ref().map(|(path, text)| (*path, text.as_str())));
        let of = |id: &str| &corpus.public[&DocumentId(id.to_owned())];
        let told: Vec<String> = suggest(&corpus.cascade, of("r8/shita"), of("r7/ue"))
            .iter()
            .map(|one| format!("{} {} {}", one.lower.position, one.upper.position, one.words.join("/")))
            .collect();
        assert_eq!(told, ["b1 s3 選択と集中", "b2 s1 ワーク・ライフ・バランスの実現"]);
    }
}
