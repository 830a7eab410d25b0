//! The words before a reference: whether they name another document.

use super::words::FIRST;
use crate::policy::citation::counter_word::CounterWord;

/// What the words before a reference say of the document it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Naming {
    /// Nothing, or this document itself.
    Nothing,
    /// Another document, or something unknown: 民法第3条, 法の第3条.
    Another,
}

/// Words for this document.
const OWN: [&str; 16] = [
    "条例", "規則", "要綱", "要領", "規程", "法律", "政令", "省令", "告示", "訓令", "計画", "方針", "指針", "基準",
    "大綱", "憲章",
];
/// Kanji before a reference that name no document.
const JOINING: [&str; 2] = ["その他", "以下"];

/// Reads the words before a reference with a number of its own: 第3条.
pub(super) fn naming(before: &str) -> Naming {
    let before = before.trim_end();
    let named = before.strip_suffix('の').unwrap_or(before);
    if OWN.iter().any(|word| {
        let rest = named.strip_suffix(word);
        rest.is_some_and(|rest| {
            rest.ends_with("この") || rest.strip_suffix('本').is_some_and(|rest| !ends_in_word(rest))
        })
    }) {
        return Naming::Nothing;
    }
    let is_joined = JOINING.iter().any(|word| before.ends_with(word));
    if is_joined
        || named.len() == before.len()
            && !ends_in_word(before)
            && !before.ends_with(['）', ')', '」', '』', '】', '〕'])
    {
        Naming::Nothing
    } else {
        Naming::Another
    }
}

/// Tells if 前条, 次項 and 本章 may begin after a text: not in 名前条, 日本条.
pub(super) fn may_begin(before: &str) -> bool {
    let before = before.trim_end();
    !ends_in_word(before) || JOINING.iter().any(|word| before.ends_with(word))
}

/// Tells if a text is one that amends another: what it names by number stands there.
///
/// Source: 法制執務: an amending law says 第3条中「…」を「…」に改める.
pub(super) fn amends(text: &str) -> bool {
    ["に改め", "を削り", "を削る", "を加える。", "を加え、", "次のように改正する", "繰り下げ", "繰り上げ"]
        .iter()
        .any(|words| text.contains(words))
}

/// Tells if a condition or a topic ends before this comma, so that what follows is no list: により、 は、
pub(super) fn ends_condition(before: &str) -> bool {
    const ENDS: [&str; 8] = ["は", "により", "において", "おいては", "とき", "ときは", "ため", "もののほか"];
    ENDS.iter().any(|word| before.ends_with(word))
}

fn ends_in_word(text: &str) -> bool {
    text.chars().next_back().is_some_and(|c| {
        matches!(c, '一'..='鿿' | '々' | '〇' | 'ァ'..='ヺ' | 'ー' | '〆')
            || c.is_alphanumeric() && !matches!(c, 'ぁ'..='ゟ')
    })
}

/// The length of words between a place and the next one of a list that name no other clause: の規定, 本文, まで.
pub(super) fn remark(text: &str) -> usize {
    const REMARKS: [&str; 12] = [
        "の規定",
        "各号列記以外の部分",
        "の各号",
        "各号",
        "本文",
        "ただし書き",
        "ただし書",
        "前段",
        "後段",
        "柱書",
        "まで",
        "関係",
    ];
    REMARKS.iter().find(|word| text.starts_with(**word)).map_or(0, |word| word.len())
}

/// Words for all parts of a place: 各号, 各項.
pub(super) struct PartsOfAll {
    pub(super) counter: CounterWord,
    /// Bytes of the text.
    pub(super) length: usize,
}

/// The words for all parts of the place before: 第2条各号, 前項の各号. 各号列記 is no part.
pub(super) fn parts_of_all(text: &str) -> Option<PartsOfAll> {
    let rest = text.strip_prefix('の').unwrap_or(text).strip_prefix('各')?;
    let counter =
        [CounterWord::Paragraph, CounterWord::Item].into_iter().find(|counter| rest.starts_with(counter.word()))?;
    let after = &rest[counter.word().len()..];
    (!after.starts_with("列記")).then(|| PartsOfAll { counter, length: text.len() - after.len() })
}

/// The length of the words that join two places of a list: 及び, 、又は, から.
pub(super) fn connector(text: &str) -> usize {
    const WORDS: [&str; 14] = [
        "及び",
        "並びに",
        "又は",
        "若しくは",
        "または",
        "および",
        "もしくは",
        "ならびに",
        "から",
        "と",
        "や",
        "～",
        "〜",
        "~",
    ];
    const SIGNS: [&str; 6] = ["、", "，", ",", "・", "–", "―"];
    let at = SIGNS.iter().find(|sign| text.starts_with(**sign)).map_or(0, |sign| sign.len());
    let rest = text[at..].trim_start_matches([' ', '\u{3000}']);
    match WORDS.iter().find(|word| rest.starts_with(**word)) {
        Some(word) => text.len() - rest.len() + word.len(),
        None if at == 0 => 0,
        None => text.len() - rest.len(),
    }
}

/// Whether a reference may begin with this character.
pub(super) fn may_start(c: char) -> bool {
    FIRST.contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_before_a_reference_is_another_document() {
        for (before, expected) in [
            ("", Naming::Nothing),
            ("市長は、", Naming::Nothing),
            ("（", Naming::Nothing),
            ("この条例", Naming::Nothing),
            ("この条例の", Naming::Nothing),
            ("本計画", Naming::Nothing),
            ("その他", Naming::Nothing),
            ("日本計画", Naming::Another),
            ("民法", Naming::Another),
            ("民法の", Naming::Another),
            ("地方自治法（昭和22年法律第67号）", Naming::Another),
            ("「法」", Naming::Another),
            ("ガイドライン", Naming::Another),
        ] {
            assert_eq!(naming(before), expected, "{before}");
        }
    }
}
