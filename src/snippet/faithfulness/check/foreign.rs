//! Words in katakana or Latin letters. They are names and terms, so that each must be a word of the clause or stand for one.

use super::Remarks;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::analyzed_text::{occurrences, runs};
use crate::snippet::faithfulness::comparison::Comparison;
use crate::snippet::faithfulness::folded::is_katakana;
use crate::snippet::faithfulness::source::SourceClause;

/// Words about the post itself.
const OWN: &[&str] = &["ページ", "ホームページ", "サイト", "リンク", "ウェブサイト", "ゼロ", "ポスト"];

pub(super) fn check(comparison: &Comparison<'_>, remarks: &mut Remarks) {
    let source = comparison.source;
    for text in &comparison.reworded {
        let chars = text.text.chars();
        let katakana = runs(chars, |at| is_katakana(chars[at]));
        let letters = runs(chars, |at| chars[at].is_ascii_alphabetic());
        for run in katakana.into_iter().chain(letters).filter(|run| run.len() >= 2) {
            let stands_for_word = || {
                let term = text.known.iter().find(|term| term.start <= run.start && run.end <= term.end);
                term.is_some_and(|term| source.known.iter().any(|other| other.id == term.id))
            };
            if !is_of_clause(source, &chars[run.clone()]) && !stands_for_word() {
                remarks.push_at(text, run, catalogue::post_foreign_word);
            }
        }
    }
}

fn is_of_clause(source: &SourceClause<'_>, word: &[char]) -> bool {
    if word[0].is_ascii() {
        return occurs_alone(source.text.chars(), word) || occurs_alone(source.above.chars(), word);
    }
    source.text.contains(word)
        || source.above.contains(word)
        || OWN.iter().any(|own| own.chars().eq(word.iter().copied()))
}

/// True if letters occur without a letter beside them: IT does not occur in CITY.
fn occurs_alone(chars: &[char], word: &[char]) -> bool {
    let letter = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_alphabetic);
    occurrences(chars, word).any(|at| !letter(at.checked_sub(1)) && !letter(Some(at + word.len())))
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn a_foreign_word_that_is_not_in_the_clause_is_reported() {
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
