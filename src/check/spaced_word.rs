//! Words with spaces between their characters: 「日　時」.
//!
//! A screen reader reads each character by itself (「政 治」 as まつりごと おさむ), and no search finds the word. Rows of
//! characters that are words of their own (「月 火 水」, 「令和　年　月　日」) and names (「林 修」) are not reported. So of two characters
//! only known words of forms are reported, of three and more everything but such rows.

use super::Subject;
use super::shown::{WordFinder, is_ideograph};
use crate::diagnostic::{Diagnostics, catalogue};
use crate::japanese::squeezed;
use crate::policy::TextPart;

/// Words of two characters that are spaced out in forms and notices.
const WORDS: &str = "日時 期日 期間 場所 会場 住所 氏名 名称 職名 所属 性別 年齢 電話 件名 宛先 対象 定員 費用 金額 単価 数量 番号 \
    区分 項目 合計 小計 内容 目的 趣旨 概要 背景 現状 課題 方針 目標 施策 事業 計画 予算 決算 歳入 歳出 予定 実績 評価 結果 理由 \
    意見 回答 質問 提出 締切 申込 受付 参加 交通 持物 注意 説明 備考 摘要 出典 資料 別紙 別表 目次 担当 主催 共催 後援 主管 日程 \
    時間 方法 議題 議事 次第 出席 欠席 委員 部長 課長 室長 係長 市長 区長 町長 村長 知事 主査 主任 表題 年度 根拠 所管 政治";

/// Single characters that stand side by side as words of their own.
const ROWS: &str = "国都道府県市区町村月火水木金土日祝年時分秒春夏秋冬東西南北上中下左右前後大小男女有無可否正副甲乙丙丁賛要不新旧内外";

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for shown in subject.shown.iter().filter(|shown| shown.part != TextPart::Form) {
        if !shown.text.contains([' ', '\u{3000}']) {
            continue;
        }
        let mut finder = WordFinder::new(subject, shown);
        each_spaced(&shown.text, |before, written, word| {
            if is_word(word) && !is_issuer(subject, word) && !is_post(before) {
                found.push(finder.at(written, catalogue::spaced_word(written, word)));
            }
        });
    }
}

/// Calls `visit` with every row of two or more single ideographs with only spaces between them: the text before it, the
/// row as written, and the row without spaces.
fn each_spaced(text: &str, mut visit: impl FnMut(&str, &str, &str)) {
    let mut row = SpacedRow::default();
    let mut before = None;
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let after = characters.peek().map(|(_, c)| *c);
        if is_ideograph(c) && !is_word_part(before) && !is_word_part(after) {
            let is_spaced = !row.word.is_empty()
                && at > row.end
                && text[row.end..at].chars().all(|c| matches!(c, ' ' | '\u{3000}'));
            if !is_spaced {
                row.finish(text, &mut visit);
                row.start = at;
            }
            row.word.push(c);
            row.end = at + c.len_utf8();
        }
        before = Some(c);
    }
    row.finish(text, &mut visit);
}

/// Single ideographs side by side, and the bytes of the text they cover.
#[derive(Default)]
struct SpacedRow {
    word: String,
    start: usize,
    end: usize,
}

impl SpacedRow {
    fn finish(&mut self, text: &str, visit: &mut impl FnMut(&str, &str, &str)) {
        if self.word.chars().count() > 1 {
            visit(&text[..self.start], &text[self.start..self.end], &self.word);
        }
        self.word.clear();
    }
}

fn is_word_part(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

fn is_word(word: &str) -> bool {
    let is_row = || word.chars().all(|c| ROWS.contains(c));
    if word.chars().count() == 2 { WORDS.split(' ').any(|known| known == word) } else { !is_row() }
}

/// Whether it is the name of the issuer, which is printed as the issuer prints it.
fn is_issuer(subject: &Subject<'_>, word: &str) -> bool {
    let printed = subject.document.meta.issuer.as_ref().and_then(crate::policy::Issuer::printed);
    printed.is_some_and(|printed| squeezed(&printed).contains(word))
}

/// Whether a post stands before it: the name of a person (「市長　見 本 太 郎」) is printed as that person signs.
fn is_post(before: &str) -> bool {
    before.trim_end().ends_with(['長', '事', '員', '監', '官', '役', '者'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{check_site, file, lint_text};

    #[test]
    fn a_spaced_word_is_reported() {
        for (text, expected) in [
            ("日　時", &["日　時"][..]),
            ("日　　時　令和8年4月1日", &["日　　時"]),
            ("（備 考）", &["備 考"]),
            ("・場　所：市役所", &["場　所"]),
            ("　備　考", &["備　考"]),
            ("見 本 太 郎", &["見 本 太 郎"]),
            ("市 民 憲 章を定める", &["市 民 憲"]),
            // Not reported.
            ("歴史をつなぎ 未来をひらく 個性がひかり輝くまち", &[]),
            ("令和8年度 政策経営部の運営方針", &[]),
            ("令和　年　月　日", &[]),
            ("月 火 水 木 金", &[]),
            ("東 西 南 北", &[]),
            ("男 女", &[]),
            ("林 修", &[]),
            ("わたし は 本 を 読みます", &[]),
            ("国 は 市 を 助けます", &[]),
            ("A B C D", &[]),
            ("第 1 章", &[]),
            ("日、 時", &[]),
        ] {
            let mut found = Vec::new();
            each_spaced(text, |_, written, word| {
                if is_word(word) {
                    found.push(written.to_owned());
                }
            });
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn the_finding_points_at_the_word() {
        assert_eq!(lint_text(check, "日　時"), ["spaced-word"]);
        let issuer = "issuer:\n  post: 市長\n  as_printed: 市長 見 本 太 郎\n";
        for (more, expected) in [(issuer, &[][..]), ("", &["r8/a.md:8 spaced-word"])] {
            let text = file(more, "本文\n\n見 本 太 郎\n");
            assert_eq!(check_site(&[("r8/a.md", &text)]), expected);
        }
    }

    #[test]
    fn the_letterhead_is_not_reported() {
        let text = file("", "令和8年4月1日\n\n# 方針\n\n市長 見 本 太 郎\n\n本文\n\n以　上\n");
        assert_eq!(check_site(&[("r8/a.md", &text)]), [""; 0]);
    }
}
