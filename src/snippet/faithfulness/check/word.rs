//! The author's own words: kanji words the clause does not have, sentences that have little of it, and the share of the post that
//! is not taken from it.

use super::Found;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::folded::{is_content, is_kanji};
use crate::snippet::faithfulness::lexicon::Class;
use crate::snippet::faithfulness::reading::{Reading, Unit};

/// Words about the city and the post itself.
const OWN: &[&str] = &[
    "皆様",
    "皆さん",
    "国分寺",
    "本市",
    "市役所",
    "取組",
    "方針",
    "今後",
    "紹介",
    "以下",
    "詳細",
    "原文",
    "全文",
    "項目",
    "市政",
    "情報",
    "内容",
    "次回",
    "御覧",
    "掲載",
];

pub(super) fn check(reading: &Reading<'_>, found: &mut Found) {
    for unit in &reading.units {
        let content = unit.text.chars().iter().filter(|c| is_content(**c)).count();
        let taken = taken(unit);
        if content >= 6 && taken * 5 < content * 2 {
            found.push(catalogue::post_own_sentence(), unit.range.clone());
            continue;
        }
        for (start, end) in own_words(reading, unit) {
            found.push(catalogue::post_own_word(&unit.text.text(start, end)), unit.bytes(start, end));
        }
    }
}

/// How many per cent of the characters with a meaning, of all the post says, are not taken from the clause.
pub(super) fn share(reading: &Reading<'_>) -> u8 {
    let of = |chars: &[char]| chars.iter().filter(|c| is_content(**c)).count();
    let verbatim: usize = reading.verbatim.iter().map(|passage| of(passage)).sum();
    let reworded: usize = reading.units.iter().map(|unit| of(unit.text.chars())).sum();
    let taken: usize = reading.units.iter().map(taken).sum();
    let all = (verbatim + reworded).max(1);
    u8::try_from((reworded - taken) * 100 / all).unwrap_or(100)
}

/// How many characters with a meaning a unit takes from the clause.
fn taken(unit: &Unit) -> usize {
    let chars = unit.text.chars();
    unit.tiles.iter().map(|tile| chars[tile.at..tile.end()].iter().filter(|c| is_content(**c)).count()).sum()
}

/// Runs of kanji with a pair that neither the clause nor what stands above it has.
fn own_words(reading: &Reading<'_>, unit: &Unit) -> Vec<(usize, usize)> {
    let (chars, source) = (unit.text.chars(), reading.source);
    let mut found = Vec::new();
    let ends_word = |at: usize| {
        unit.text.quantities.iter().any(|number| (number.start..number.end).contains(&at))
            || unit
                .text
                .marks
                .iter()
                .any(|mark| matches!(mark.class, Class::And | Class::Or) && (mark.start..mark.end).contains(&at))
    };
    let mut start = 0;
    while start < chars.len() {
        let length = (start..chars.len()).take_while(|at| is_kanji(chars[*at]) && !ends_word(*at)).count();
        let run = &chars[start..start + length];
        let is_own = |pair: &[char]| {
            !source.index.has(source.text.chars(), pair) && !source.above.contains(pair) && !is_common(run, pair)
        };
        if run.windows(2).any(is_own) {
            found.push((start, start + length));
        }
        start += length.max(1);
    }
    found
}

/// Whether a pair belongs to a word about the city or the post.
fn is_common(run: &[char], pair: &[char]) -> bool {
    OWN.iter().any(|own| {
        let own: Vec<char> = own.chars().collect();
        run.windows(own.len()).any(|window| window == own) && own.windows(2).any(|other| other == pair)
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{codes, table};
    use crate::snippet::faithfulness::{Names, Setting, Source};

    #[test]
    fn own_words_show() {
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
    fn the_share_of_own_words_is_told() {
        let names = Names::default();
        let source = Source::new("事業を推進すること。", Setting::new(&names));
        for (post, share) in [("事業を推進すること。", 0), ("事業を推進します。", 0), ("事業を推進し、生活改善。", 50)]
        {
            assert_eq!(source.check(post).reworded, share, "{post}");
        }
    }
}
