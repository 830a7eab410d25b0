//! Whether a small change of words may have changed the sense.

use super::words::{Replaced, Script, Word, replaced, words};
use crate::japanese::is_kanji_numeral;

/// The kind of word that makes a small change of words a change of sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SenseChange {
    /// A number was changed, added or left out.
    Number,
    /// A negation was added or left out.
    Negation,
    /// A word was replaced by its opposite.
    Opposite,
    /// A name or noun was replaced by another one.
    Name,
}

/// A change of more stretches than this is not a small one.
const MOST_STRETCHES: usize = 3;
/// A change of more characters than this, on both sides together, is not a small one.
const MOST_CHARACTERS: usize = 32;

/// Words and their opposites. Each pair counts in both directions.
const OPPOSITES: &[(&str, &str)] = &[
    ("賛成", "反対"),
    ("拡大", "縮小"),
    ("拡充", "縮小"),
    ("増加", "減少"),
    ("増やす", "減らす"),
    ("増", "減"),
    ("以上", "以下"),
    ("以上", "未満"),
    ("以下", "超"),
    ("以前", "以後"),
    ("以前", "以降"),
    ("以内", "以外"),
    ("上", "下"),
    ("前", "後"),
    ("内", "外"),
    ("有", "無"),
    ("新", "旧"),
    ("大", "小"),
    ("高", "低"),
    ("多", "少"),
    ("許可", "禁止"),
    ("可能", "不能"),
    ("必要", "不要"),
    ("義務", "任意"),
    ("必須", "任意"),
    ("有料", "無料"),
    ("有償", "無償"),
    ("開始", "終了"),
    ("開始", "廃止"),
    ("継続", "廃止"),
    ("継続", "中止"),
    ("存続", "廃止"),
    ("新設", "廃止"),
    ("推進", "抑制"),
    ("促進", "抑制"),
    ("強化", "緩和"),
    ("全部", "一部"),
    ("全て", "一部"),
    ("すべて", "一部"),
    ("及び", "又は"),
    ("並びに", "若しくは"),
    ("かつ", "又は"),
    ("公営", "民営"),
    ("直営", "委託"),
    ("直接", "間接"),
    ("肯定", "否定"),
    ("容認", "拒否"),
    ("合意", "拒否"),
    ("上昇", "低下"),
    ("引き上げ", "引き下げ"),
    ("引上げ", "引下げ"),
    ("加入", "脱退"),
    ("男", "女"),
    ("早期", "長期"),
    ("短期", "長期"),
    ("積極", "消極"),
    ("統合", "分割"),
    ("設置", "撤去"),
    ("採用", "不採用"),
    ("含む", "除く"),
    ("含み", "除き"),
    ("できる", "しなければならない"),
    ("努める", "しなければならない"),
    ("shall", "may"),
    ("must", "may"),
    ("and", "or"),
    ("all", "some"),
    ("allow", "forbid"),
    ("allowed", "forbidden"),
    ("increase", "decrease"),
    ("increase", "reduce"),
    ("expand", "reduce"),
    ("more", "less"),
    ("more", "fewer"),
    ("before", "after"),
    ("public", "private"),
    ("include", "exclude"),
    ("including", "excluding"),
    ("for", "against"),
    ("support", "oppose"),
    ("approve", "reject"),
    ("minimum", "maximum"),
    ("least", "most"),
    ("above", "below"),
    ("over", "under"),
    ("start", "end"),
    ("open", "closed"),
    ("free", "paid"),
];
/// What may be put before a Japanese word to deny it.
const DENYING: &str = "不非無未否反";
/// Endings of names of which the rest tells one from another: 北区, 南区.
const NAME_ENDINGS: &str = "市区町村県府都道社課部局係室駅校園館署所川山線号院家人党会";
/// What stands behind a Japanese noun, unlike the ending of a verb.
const PARTICLES: &str = "をがはにのとでへもやかま";

/// The change of sense that a small change of words may be; none if the change is great or of other words.
pub(super) fn small_change(before: &str, after: &str) -> Option<SenseChange> {
    let (old, new) = (words(before), words(after));
    let stretches = replaced(&old, &new);
    let length = |words: &[Word]| words.iter().map(|word| word.text.chars().count()).sum::<usize>();
    let changed = |one: &Replaced| length(&old[one.before.clone()]) + length(&new[one.after.clone()]);
    if stretches.len() > MOST_STRETCHES || stretches.iter().map(changed).sum::<usize>() > MOST_CHARACTERS {
        return None;
    }
    let each = stretches.iter().map(|one| WordChange { old: &old, new: &new, place: one });
    let kinds: Vec<SenseChange> = each.filter_map(|change| change.sense()).collect();
    [SenseChange::Number, SenseChange::Negation, SenseChange::Opposite, SenseChange::Name]
        .into_iter()
        .find(|kind| kinds.contains(kind))
}

/// Words that were replaced, in both texts.
struct WordChange<'a> {
    old: &'a [Word],
    new: &'a [Word],
    place: &'a Replaced,
}

impl WordChange<'_> {
    fn before(&self) -> &[Word] {
        &self.old[self.place.before.clone()]
    }

    fn after(&self) -> &[Word] {
        &self.new[self.place.after.clone()]
    }

    fn sense(&self) -> Option<SenseChange> {
        if self.has_other_numbers() {
            Some(SenseChange::Number)
        } else if negations(self.before()) % 2 != negations(self.after()) % 2 || self.pairs().any(is_denied) {
            Some(SenseChange::Negation)
        } else if self.is_opposite() {
            Some(SenseChange::Opposite)
        } else {
            self.has_other_noun().then_some(SenseChange::Name)
        }
    }

    /// The words that stand at the same place before and after.
    fn pairs(&self) -> impl Iterator<Item = Refined<'_>> {
        let all = self.before().iter().zip(self.after());
        all.filter(|(before, after)| before.script == after.script).map(|(before, after)| Refined::of(before, after))
    }

    fn has_other_numbers(&self) -> bool {
        let digits = |words: &[Word]| -> Vec<String> {
            words.iter().filter(|word| word.script == Script::Digits).map(|word| word.text.clone()).collect()
        };
        let is_number = |text: &str| !text.is_empty() && text.chars().all(is_kanji_numeral);
        digits(self.before()) != digits(self.after())
            || self.pairs().any(|pair| is_number(pair.before) && is_number(pair.after))
    }

    fn is_opposite(&self) -> bool {
        let text = |words: &[Word]| words.iter().map(|word| word.text.to_lowercase()).collect::<String>();
        let is_whole = |words: &[Word], wanted: &str| words.iter().any(|word| word.text.to_lowercase() == wanted);
        let (before, after) = (text(self.before()), text(self.after()));
        let has = |words: &[Word], text: &str, wanted: &str| {
            // A Latin word, or a single character, must be a word of its own.
            let is_short = wanted.is_ascii() || wanted.chars().nth(1).is_none();
            if is_short { is_whole(words, wanted) } else { text.contains(wanted) }
        };
        let refined: Vec<Refined<'_>> = self.pairs().collect();
        OPPOSITES.iter().flat_map(|&(one, other)| [(one, other), (other, one)]).any(|(one, other)| {
            (has(self.before(), &before, one) && has(self.after(), &after, other))
                || refined.iter().any(|pair| pair.before == one && pair.after == other)
        })
    }

    /// Whether one noun stands in the place of another one.
    fn has_other_noun(&self) -> bool {
        if self.before().len() != self.after().len() {
            return false;
        }
        (0..self.before().len()).any(|at| {
            let (before, after) = (&self.before()[at], &self.after()[at]);
            let is_noun_there = is_noun(self.old, self.place.before.start + at);
            is_noun_there && is_noun(self.new, self.place.after.start + at) && is_another(before, after)
        })
    }
}

/// Two words without what they have in common at their ends.
#[derive(Clone, Copy)]
struct Refined<'a> {
    before: &'a str,
    after: &'a str,
    /// The common end.
    ending: &'a str,
    /// The length of the common start, in bytes.
    start: usize,
}

impl<'a> Refined<'a> {
    fn of(before: &'a Word, after: &'a Word) -> Self {
        let same = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
            pairs.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
        };
        let start = same(&mut before.text.chars().zip(after.text.chars()));
        let (old, new) = (&before.text[start..], &after.text[start..]);
        let end = same(&mut old.chars().rev().zip(new.chars().rev()));
        let ending = &old[old.len() - end..];
        Self { before: &old[..old.len() - end], after: &new[..new.len() - end], ending, start }
    }
}

/// Whether a word was given or lost a sign that denies it: 公開, 非公開.
fn is_denied(pair: Refined<'_>) -> bool {
    let is_denial = |text: &str| !text.is_empty() && text.chars().all(|c| DENYING.contains(c));
    let is_added =
        (pair.before.is_empty() && is_denial(pair.after)) || (pair.after.is_empty() && is_denial(pair.before));
    is_added && !pair.ending.is_empty()
}

/// The number of negations.
fn negations(words: &[Word]) -> usize {
    let count = |word: &Word| match word.script {
        Script::Hiragana => {
            let text = word.text.replace("なくとも", "");
            let denials = ["ない", "なかった", "なく", "なけれ", "ません", "ざる"].iter();
            denials.map(|no| text.matches(no).count()).sum::<usize>()
                + usize::from(text.ends_with('ず') || text.contains("ずに"))
        }
        Script::Latin => {
            let text = word.text.to_lowercase();
            usize::from(
                matches!(&*text, "not" | "no" | "never" | "without" | "neither" | "nor" | "cannot" | "none")
                    || text.ends_with("n't")
                    || text.ends_with("n’t"),
            )
        }
        _ => 0,
    };
    words.iter().map(count).sum()
}

/// Whether a word is a noun, as far as what stands behind it shows.
fn is_noun(words: &[Word], at: usize) -> bool {
    let next = words.get(at + 1);
    match words[at].script {
        Script::Kanji | Script::Katakana => {
            next.is_none_or(|next| next.script != Script::Hiragana || next.text.starts_with(|c| PARTICLES.contains(c)))
        }
        // A name, or a letter that stands for one: A社.
        Script::Latin => words[at].text.starts_with(char::is_uppercase),
        _ => false,
    }
}

/// Whether two nouns mean different things, as far as their characters show.
fn is_another(before: &Word, after: &Word) -> bool {
    if before.script != after.script {
        return false;
    }
    let pair = Refined::of(before, after);
    if pair.before.is_empty() || pair.after.is_empty() {
        return false;
    }
    if before.script != Script::Kanji {
        return true;
    }
    let is_of_names = pair.ending.ends_with(|c| NAME_ENDINGS.contains(c));
    pair.start == 0 && (pair.ending.is_empty() || is_of_names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_change_of_a_telling_word_is_a_change_of_sense() {
        use SenseChange::{Name, Negation, Number, Opposite};
        for (before, after, expected) in [
            ("犬を飼う市民を支援すること。", "猫を飼う市民を支援すること。", Some(Name)),
            ("計画に反対する市民の声を聴くこと。", "計画に賛成する市民の声を聴くこと。", Some(Opposite)),
            ("窓口を拡大すること。", "窓口を縮小すること。", Some(Opposite)),
            ("A社に委託すること。", "B社に委託すること。", Some(Name)),
            ("北区の窓口を開くこと。", "南区の窓口を開くこと。", Some(Name)),
            ("定員は30人以下とする。", "定員は50人以下とする。", Some(Number)),
            ("定員は三十人とする。", "定員は五十人とする。", Some(Number)),
            ("定員は30人以下とする。", "定員は30人以上とする。", Some(Opposite)),
            ("会議の資料を公開すること。", "会議の資料を非公開とすること。", Some(Negation)),
            ("会議は公開を行うこと。", "会議は公開を行わないこと。", Some(Negation)),
            ("市長及び議長の同意を得ること。", "市長又は議長の同意を得ること。", Some(Opposite)),
            ("The council shall publish it.", "The council may publish it.", Some(Opposite)),
            ("The park is open.", "The park is not open.", Some(Negation)),
            ("The fee is 300 yen.", "The fee is 500 yen.", Some(Number)),
            // The same in other words.
            ("市民の声を聴くこと。", "市民の声を聴きます。", None),
            ("計画を推進すること。", "計画を実施すること。", None),
            ("市民の声を聴き、施策を見直すこと。", "市民の声を丁寧に聴き、施策を見直すこと。", None),
            ("課題を整理すること。", "問題を整理すること。", None),
            ("計画を公表すること。", "基本計画を公表すること。", None),
            ("公表しなければならない。", "公表するものとする。", None),
            ("The council improves parks.", "The council renews parks.", None),
            // A great change speaks for itself.
            (
                "犬を飼う市民を支援すること。",
                "猫を飼う職員と話し合い、その費用の半分を補助する制度を設け、広く知らせることとする。",
                None,
            ),
        ] {
            assert_eq!(small_change(before, after), expected, "{before} → {after}");
            assert_eq!(small_change(after, before), expected, "{after} → {before}");
        }
    }
}
