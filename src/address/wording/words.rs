//! The words of two texts, and where they differ.

use std::ops::Range;

use crate::japanese::{folded, is_kanji};

/// A run of characters of one script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) script: Script,
    pub(super) text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Digits,
    Kanji,
    Katakana,
    Hiragana,
    Latin,
    Sign,
}

/// A stretch of words that was replaced; one side may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Replaced {
    pub(super) before: Range<usize>,
    pub(super) after: Range<usize>,
}

/// More pairs of words are not compared; what lies between the equal ends is taken as one stretch.
const MOST_PAIRS: usize = 40_000;

/// The words of a text in one width.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut is_apart = true;
    for c in folded(text).chars() {
        let Some(script) = script(c) else {
            is_apart = true;
            continue;
        };
        match words.last_mut().filter(|last| last.script == script && script != Script::Sign && !is_apart) {
            Some(last) => last.text.push(c),
            None => words.push(Word { script, text: c.to_string() }),
        }
        is_apart = false;
    }
    words
}

/// The script of a character; none for spaces.
fn script(c: char) -> Option<Script> {
    Some(match c {
        _ if c.is_whitespace() => return None,
        _ if c.is_ascii_digit() => Script::Digits,
        'ー' | 'ァ'..='ヺ' => Script::Katakana,
        'ぁ'..='ゖ' => Script::Hiragana,
        _ if is_kanji(c) || c == '々' => Script::Kanji,
        '\'' | '’' => Script::Latin,
        _ if c.is_alphabetic() => Script::Latin,
        _ => Script::Sign,
    })
}

/// The stretches in which two texts differ, in order.
pub(super) fn replaced(before: &[Word], after: &[Word]) -> Vec<Replaced> {
    let start = before.iter().zip(after).take_while(|(a, b)| a == b).count();
    let ends = before[start..].iter().rev().zip(after[start..].iter().rev());
    let end = ends.take_while(|(a, b)| a == b).count();
    let (old, new) = (&before[start..before.len() - end], &after[start..after.len() - end]);
    if old.len() * new.len() > MOST_PAIRS || old.is_empty() || new.is_empty() {
        let whole = Replaced { before: start..start + old.len(), after: start..start + new.len() };
        return if old.is_empty() && new.is_empty() { Vec::new() } else { vec![whole] };
    }
    between_common(old, new)
        .into_iter()
        .map(|found| Replaced {
            before: found.before.start + start..found.before.end + start,
            after: found.after.start + start..found.after.end + start,
        })
        .collect()
}

/// The stretches between the words of a longest common subsequence.
fn between_common(old: &[Word], new: &[Word]) -> Vec<Replaced> {
    let width = new.len() + 1;
    let mut common = vec![0_u32; (old.len() + 1) * width];
    for at in (0..old.len()).rev() {
        for bt in (0..new.len()).rev() {
            common[at * width + bt] = if old[at] == new[bt] {
                common[(at + 1) * width + bt + 1] + 1
            } else {
                common[(at + 1) * width + bt].max(common[at * width + bt + 1])
            };
        }
    }
    let mut found = Vec::new();
    let (mut at, mut bt, mut from) = (0, 0, Replaced { before: 0..0, after: 0..0 });
    while at < old.len() && bt < new.len() {
        if old[at] == new[bt] {
            push(&mut found, from.before.start..at, from.after.start..bt);
            (at, bt) = (at + 1, bt + 1);
            from = Replaced { before: at..at, after: bt..bt };
        } else if common[(at + 1) * width + bt] >= common[at * width + bt + 1] {
            at += 1;
        } else {
            bt += 1;
        }
    }
    push(&mut found, from.before.start..old.len(), from.after.start..new.len());
    found
}

fn push(found: &mut Vec<Replaced>, before: Range<usize>, after: Range<usize>) {
    if !before.is_empty() || !after.is_empty() {
        found.push(Replaced { before, after });
    }
}
