//! Words in katakana or Latin letters: they are names and terms, and must be those of the clause or stand for them.

use super::Found;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::folded::is_katakana;
use crate::snippet::faithfulness::passage::find;
use crate::snippet::faithfulness::reading::{Reading, Unit};
use crate::snippet::faithfulness::source::Source;

/// Words about the post itself.
const OWN: &[&str] = &["ページ", "ホームページ", "サイト", "リンク", "ウェブサイト", "ゼロ", "ポスト"];

pub(super) fn check(reading: &Reading<'_>, found: &mut Found) {
    for unit in &reading.units {
        let terms = &unit.known;
        for (start, end) in runs(unit.text.chars()) {
            let stands_for = || {
                let term = terms.iter().find(|term| term.start <= start && end <= term.end);
                term.is_some_and(|term| reading.source.known.iter().any(|other| other.id == term.id))
            };
            if !is_of_clause(reading.source, unit, (start, end)) && !stands_for() {
                found.push(catalogue::post_foreign_word(&unit.text.text(start, end)), unit.bytes(start, end));
            }
        }
    }
}

fn is_of_clause(source: &Source<'_>, unit: &Unit, (start, end): (usize, usize)) -> bool {
    let word = &unit.text.chars()[start..end];
    if word[0].is_ascii() {
        return occurs_alone(source.text.chars(), word) || occurs_alone(source.above.chars(), word);
    }
    source.text.contains(word)
        || source.above.contains(word)
        || OWN.iter().any(|own| own.chars().eq(word.iter().copied()))
}

/// Whether letters occur with no letter beside them: IT is not in CITY.
fn occurs_alone(chars: &[char], word: &[char]) -> bool {
    let letter = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_alphabetic);
    let mut offset = 0;
    while let Some(at) = find(&chars[offset..], word).map(|at| at + offset) {
        if !letter(at.checked_sub(1)) && !letter(Some(at + word.len())) {
            return true;
        }
        offset = at + 1;
    }
    false
}

/// Runs of at least two katakana or two letters.
fn runs(chars: &[char]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < chars.len() {
        let katakana = chars[start..].iter().take_while(|c| is_katakana(**c)).count();
        let letters = chars[start..].iter().take_while(|c| c.is_ascii_alphabetic()).count();
        let length = katakana.max(letters);
        if length >= 2 {
            found.push((start, start + length));
        }
        start += length.max(1);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn foreign_words_are_those_of_the_clause() {
        let clause = "市LINE公式アカウントの登録者を増やし、LCCの分析を徹底すること。";
        table(
            &["post-foreign-word"],
            &[
                (clause, "LINEの登録者を増やし", ""),
                (clause, "Instagramの登録者を増やし", "post-foreign-word"),
                (clause, "アカウントのフォロワーを増やし", "post-foreign-word"),
                (clause, "ライフサイクルコストの分析を徹底します", ""),
                (clause, "登録者を増やし、市のホームページで分析を徹底します", ""),
            ],
        );
    }
}
