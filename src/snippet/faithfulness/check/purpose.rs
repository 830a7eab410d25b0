//! Purposes: an aim of a clause (～の実現に向け, ～できるように) is not told as something that will be done or can be done.

use super::Remarks;
use crate::diagnostic::catalogue;
use crate::japanese::is_kanji;
use crate::snippet::faithfulness::analyzed_text::occurrences;
use crate::snippet::faithfulness::comparison::{Comparison, RewordedText};
use crate::snippet::faithfulness::folded::starts_with;
use crate::snippet::faithfulness::lexicon::{Class, Mark};

/// Endings that make a deed of a noun.
const DEEDS: &[&str] = &["し", "す", "さ", "を果た", "を成", "を行", "をし", "させ", "!"];

pub(super) fn check(comparison: &Comparison<'_>, remarks: &mut Remarks) {
    for mark in comparison.source.text.of_class(Class::Purpose) {
        promoted(comparison, mark, remarks);
    }
    for text in &comparison.reworded {
        ability(comparison, text, remarks);
    }
}

/// Reports a noun that is an aim in the clause and a deed in the post.
fn promoted(comparison: &Comparison<'_>, mark: &Mark, remarks: &mut Remarks) {
    let clause = comparison.source.text.chars();
    let Some(noun) = mark.start.checked_sub(2).map(|start| &clause[start..mark.start]) else { return };
    if !noun.iter().all(|c| is_kanji(*c)) || find_deed(clause, noun).is_some() {
        return;
    }
    for text in &comparison.reworded {
        if let Some(at) = find_deed(text.text.chars(), noun) {
            let aim = comparison.source.text.string(mark.range());
            remarks.push_at(text, at..at + noun.len(), |word| catalogue::post_purpose(word, &aim));
        }
    }
}

/// The place where a noun is a deed.
fn find_deed(chars: &[char], noun: &[char]) -> Option<usize> {
    occurrences(chars, noun).find(|at| {
        let rest = &chars[at + noun.len()..];
        rest.is_empty() || rest == ['。'] || DEEDS.iter().any(|deed| starts_with(rest, deed))
    })
}

/// Reports できます where the clause has できる only as an aim, or not at all.
fn ability(comparison: &Comparison<'_>, text: &RewordedText, remarks: &mut Remarks) {
    let own = places(text.text.chars()).find(|at| !starts_with(&text.text.chars()[at + 3..], "よう"));
    let clause = comparison.source.text.chars();
    if let Some(at) = own
        && !places(clause).any(|at| !starts_with(&clause[at + 3..], "よう"))
    {
        remarks.push(catalogue::post_ability(), text.bytes(at..at + 3));
    }
}

/// The places of できる and できます.
fn places(chars: &[char]) -> impl Iterator<Item = usize> + '_ {
    let can = |at: &usize| matches!(chars[*at..*at + 3], ['で', 'き', 'る' | 'ま']);
    let limit = |at: &usize| starts_with(&chars[*at..], "できる限り") || starts_with(&chars[*at..], "できるだけ");
    (0..chars.len().saturating_sub(2)).filter(can).filter(move |at| !limit(at))
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn an_aim_told_as_a_deed_is_reported() {
        let aim = "ワーク・ライフ・バランスの実現に向けた働き方改革を推進すること。";
        let can = "情報を容易に入手できるように登録者を増やすこと。";
        table(
            &["post-purpose", "post-ability"],
            &[
                (aim, "ワーク・ライフ・バランスの実現に向けて改革を推進します。", ""),
                (aim, "ワーク・ライフ・バランスを実現します。", "post-purpose"),
                (can, "情報を容易に入手できるよう登録者を増やします。", ""),
                (can, "情報を容易に入手できます。", "post-ability"),
                ("職員が推進できる体制を構築すること。", "職員が推進できる体制を構築します。", ""),
            ],
        );
    }
}
