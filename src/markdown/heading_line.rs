//! Numbered lines that are a heading, with running text in the line below: 「1 計画の期間」 above 「令和8年度から…」.
//!
//! Markdown joins the two lines. But text that is wrapped by hand has numbered lines with text below as well, and stays whole. So a line is a
//! heading if it reads like one, if the text below reads like the start of a sentence, and if the width of the lines does not explain
//! why the line ends here.

use super::line_break::columns;
use crate::japanese::{is_hiragana, is_kanji, is_katakana, narrow};

/// The certainty that a numbered line is a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadingLine {
    /// The text below is a paragraph of its own.
    Certain,
    /// The lines are joined; the author is told.
    Doubtful,
}

/// Longer lines are text. In characters.
const LONGEST: usize = 30;
/// Longer ones are not asked about without a sentence below them. In characters.
const LONGEST_WITHOUT_SENTENCE: usize = 15;
/// Longer ones are not asked about if the lines may be wrapped at one width. In characters.
const LONGEST_IF_WRAPPED: usize = 20;
/// In columns, of which a Japanese character takes two. No text is wrapped at less.
const NARROWEST_TEXT: usize = 30;
/// In columns. By so much the lines of a wrapped text may differ: no line begins with a stop or a small kana.
const TOLERANCE: usize = 6;
/// Only so many lines below are looked at.
pub const LINES_BELOW: usize = 3;

/// Judges a numbered line by the text behind its number and the lines below it in the same paragraph.
#[must_use]
pub fn heading_line(line: &str, title: &str, below: &[&str]) -> Option<HeadingLine> {
    let below = &below[..below.len().min(LINES_BELOW)];
    let (title, next) = (title.trim(), below.first()?.trim());
    let length = title.chars().count();
    let last = title.chars().next_back().filter(|_| length <= LONGEST && !is_bracketed(title))?;
    if last.is_ascii_alphanumeric() && next.starts_with(|c: char| c.is_ascii()) {
        return english(line, title, below);
    }
    let opening = Opening::of(next);
    if !is_title(title, last) || opening == Opening::GoesOn {
        return None;
    }
    let has_sentence = below.iter().any(|line| line.contains('。'));
    let is_short = columns(line) <= NARROWEST_TEXT;
    let is_set_apart = is_short || ends_early(line, below);
    match (has_sentence, opening, is_set_apart) {
        (true, Opening::Sentence, true) => Some(HeadingLine::Certain),
        (true, Opening::Sentence, false) => (length <= LONGEST_IF_WRAPPED).then_some(HeadingLine::Doubtful),
        (true, _, true) => Some(HeadingLine::Doubtful),
        (false, Opening::Sentence, _) => {
            (is_short && length <= LONGEST_WITHOUT_SENTENCE).then_some(HeadingLine::Doubtful)
        }
        _ => None,
    }
}

/// Tells if a line below has room for more than this line: then the text is not wrapped at the width of this line.
fn ends_early(line: &str, below: &[&str]) -> bool {
    let width = columns(line);
    below.iter().any(|below| columns(below.trim_end()) >= width + TOLERANCE)
}

/// The caption of an article, which reads right in one line with its text: 「第1条（目的）」.
fn is_bracketed(title: &str) -> bool {
    title.starts_with(['（', '(']) && title.ends_with(['）', ')'])
}

/// Tells if a Japanese text reads like a heading: a noun, with no end of a sentence in it.
fn is_title(title: &str, last: char) -> bool {
    const STOPS: [char; 7] = ['。', '．', '，', '！', '？', '!', '?'];
    /// Words in which は is no particle.
    const WITH_HA: [&str; 4] = ["はじめ", "または", "あるいは", "もしくは"];
    let without = WITH_HA.iter().fold(title.to_owned(), |text, word| text.replace(word, ""));
    if title.contains(STOPS) || without.contains('は') || ends_clause(title) {
        return false;
    }
    is_kanji(last)
        || is_katakana(last)
        || narrow(last).is_ascii_alphanumeric()
        || matches!(last, '」' | '』' | '】' | '〕' | '］' | '〉' | '》' | '＞' | '）' | ')')
        || NOUNS.split(' ').any(|noun| title.ends_with(noun))
}

/// Tells if 「、」 stands behind a particle or a verb somewhere. Between nouns it may stand in a heading: 「市民、議会及び市」.
fn ends_clause(title: &str) -> bool {
    title.match_indices('、').any(|(at, _)| title[..at].ends_with(is_hiragana))
}

/// Nouns that end in hiragana, as headings of plans do.
const NOUNS: &str = "はじめに おわりに 終わりに 結びに むすびに こと もの まち づくり つくり 作り ねらい 狙い 願い ねがい \
    しくみ 仕組み 枠組み 取組み 取り組み まとめ あらまし 見直し 見通し つながり 関わり かかわり 動き 手続き \
    手引き 支え合い ふれあい みどり くらし 暮らし 住まい すまい こども 子ども 学び まなび 歩み あゆみ 違い \
    位置付け 位置づけ 扱い 申込み";

/// What the start of a line says about the line before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opening {
    /// A sentence may begin here.
    Sentence,
    /// The sentence of the line before goes on.
    GoesOn,
    /// Hiragana, which may be either.
    Unclear,
}

impl Opening {
    fn of(next: &str) -> Self {
        let mut characters = next.chars();
        let Some(first) = characters.next() else { return Self::GoesOn };
        let second = characters.next().unwrap_or(' ');
        if CONTINUATIONS.split(' ').any(|word| next.starts_with(word)) {
            return Self::GoesOn;
        }
        if is_hiragana(first) {
            return match first {
                _ if OPENINGS.split(' ').any(|word| next.starts_with(word)) => Self::Sentence,
                'を' => Self::GoesOn,
                'は' | 'が' | 'の' | 'に' | 'と' | 'で' | 'も' | 'へ' | 'や' | 'か' if !is_hiragana(second) => {
                    Self::GoesOn
                }
                _ => Self::Unclear,
            };
        }
        let is_suffix = "等的化性上中下内外間別後前時者用年月日度".contains(first) && is_hiragana(second);
        let opens_word = is_kanji(first)
            || (is_katakana(first) && !"ー・ァィゥェォッャュョ".contains(first))
            || narrow(first).is_ascii_alphanumeric()
            || matches!(first, '「' | '『' | '【' | '〈' | '《');
        if opens_word && !is_suffix { Self::Sentence } else { Self::GoesOn }
    }
}

/// Starts of lines that go on with the sentence of the line before.
const CONTINUATIONS: &str = "及び 並びに 又は 若しくは および ならびに または もしくは から まで など ほか する した して しな \
    し、 され させ せる であ です てい って った れる られ ない なけ とし とす という といっ とと に関 \
    につ にお によ のた のもと のうち へと ため できる。 できるよ できた できない その他";

/// Hiragana with which sentences begin.
const OPENINGS: &str = "この これ その それ ここ そこ なお ただ さら まず すべて あらゆる いつ どこ だれ こども みんな わたし \
    おおむね ごみ しかし そして まち がん とりわけ とくに はじめに やさしい いじめ ひとり みどり いずれ \
    できるだけ また";

/// A heading in Latin letters: few words, the last of them no article or preposition, above a line that begins with a capital.
fn english(line: &str, title: &str, below: &[&str]) -> Option<HeadingLine> {
    const MOST_WORDS: usize = 6;
    const OPEN_WORDS: &str =
        "a an the of and or in on at to for by with from is are be may shall must will that which as";
    let next = below.first()?.trim();
    let last = title.split_whitespace().next_back()?.to_ascii_lowercase();
    let reads_like_one = title.split_whitespace().count() <= MOST_WORDS
        && !title.contains(['.', ',', ';', ':', '?', '!'])
        && OPEN_WORDS.split(' ').all(|word| word != last);
    let has_sentence = below.iter().any(|line| line.trim_end().ends_with('.') || line.contains(". "));
    let begins = next.starts_with(|c: char| c.is_ascii_uppercase());
    if !reads_like_one || !begins || !has_sentence {
        return None;
    }
    let is_set_apart = columns(line) <= NARROWEST_TEXT || ends_early(line, below);
    Some(if is_set_apart { HeadingLine::Certain } else { HeadingLine::Doubtful })
}
