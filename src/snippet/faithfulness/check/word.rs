//! The author's own words: kanji words that the clause lacks, sentences that share little with it, and the share of the post that is not
//! taken from it.

use std::ops::Range;

use super::Remarks;
use crate::diagnostic::catalogue;
use crate::japanese::is_kanji;
use crate::snippet::faithfulness::analyzed_text::runs;
use crate::snippet::faithfulness::comparison::{Comparison, RewordedText};
use crate::snippet::faithfulness::folded::is_content;
use crate::snippet::faithfulness::lexicon::{Class, Mark};

/// Words about the city and the post itself.
#[rustfmt::skip]
const OWN: &[&str] = &[
    "皆様", "皆さん", "国分寺", "本市", "市役所", "取組", "方針", "今後", "紹介", "以下", "詳細", "原文", "全文", "項目", "市政", "情報", "内容",
    "次回", "御覧", "掲載",
];

pub(super) fn check(comparison: &Comparison<'_>, remarks: &mut Remarks) {
    for text in &comparison.reworded {
        let (content, taken) = (content(text.text.chars()), taken(text));
        if content >= 6 && taken * 5 < content * 2 {
            remarks.push(catalogue::post_own_sentence(), text.range.clone());
            continue;
        }
        for word in own_words(comparison, text) {
            remarks.push_at(text, word, catalogue::post_own_word);
        }
    }
}

/// The share of characters with a meaning that are not taken from the clause, in per cent of the whole post.
pub(super) fn share(comparison: &Comparison<'_>) -> u8 {
    let verbatim: usize = comparison.verbatim.iter().map(|sentence| content(sentence)).sum();
    let reworded: usize = comparison.reworded.iter().map(|text| content(text.text.chars())).sum();
    let taken: usize = comparison.reworded.iter().map(taken).sum();
    let all = (verbatim + reworded).max(1);
    u8::try_from((reworded - taken) * 100 / all).unwrap_or(100)
}

/// The number of characters with a meaning.
fn content(chars: &[char]) -> usize {
    chars.iter().filter(|c| is_content(**c)).count()
}

/// The number of characters with a meaning that a text takes from the clause.
fn taken(text: &RewordedText) -> usize {
    text.tiles.iter().map(|tile| content(&text.text.chars()[tile.at..tile.end()])).sum()
}

/// Runs of kanji with a pair that stands neither in the clause nor above it.
fn own_words(comparison: &Comparison<'_>, text: &RewordedText) -> Vec<Range<usize>> {
    let (chars, source) = (text.text.chars(), comparison.source);
    let ends_word = |at: usize| {
        let is_conjunction = |mark: &Mark| matches!(mark.class, Class::And | Class::Or) && mark.range().contains(&at);
        text.text.quantities.iter().any(|number| (number.start..number.end).contains(&at))
            || text.text.marks.iter().any(is_conjunction)
    };
    let mut words = runs(chars, |at| is_kanji(chars[at]) && !ends_word(at));
    words.retain(|word| {
        let word = &chars[word.clone()];
        word.windows(2).any(|pair| {
            !source.index.has(source.text.chars(), pair) && !source.above.contains(pair) && !is_common(word, pair)
        })
    });
    words
}

/// True if a pair belongs to a word about the city or the post.
fn is_common(run: &[char], pair: &[char]) -> bool {
    OWN.iter().any(|own| {
        let own: Vec<char> = own.chars().collect();
        run.windows(own.len()).any(|window| window == own) && own.windows(2).any(|other| other == pair)
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{codes, table};
    use crate::snippet::faithfulness::{Names, SourceClause, SourceContext};

    #[test]
    fn own_words_are_reported() {
        let clause = "公共施設への再生可能エネルギー導入を推進すること。";
        table(
            &["post-own-word", "post-own-sentence"],
            &[
                (clause, "公共施設への再生可能エネルギー導入を進めます。", ""),
                (clause, "公共施設への太陽光発電の導入を推進します。", "post-own-word"),
                (clause, "公共施設への導入を推進します。市民生活は大きく変わるでしょう。", "post-own-sentence"),
            ],
        );
        assert_eq!(codes(clause, clause, &["post-own-word"]), [""; 0]);
    }

    #[test]
    fn the_share_of_own_words_is_measured() {
        let names = Names::default();
        let source = SourceClause::new("事業を推進すること。", SourceContext::new(&names));
        for (post, share) in [("事業を推進すること。", 0), ("事業を推進します。", 0), ("事業を推進し、生活改善。", 50)]
        {
            assert_eq!(source.check(post).reworded, share, "{post}");
        }
    }
}
