//! The success criteria of levels A and AA: those of JIS X 8341-3:2016 (which is ISO/IEC 40500:2012, WCAG 2.0) and those of
//! WCAG 2.2 (ISO/IEC 40500:2025). The names are the numbers' own in both; what a program can tell of each is here as well.

/// A success criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Criterion {
    /// `1.4.3`
    pub number: &'static str,
    /// Its name in Japanese.
    pub name: &'static str,
    /// `A` or `AA`.
    pub level: &'static str,
    /// The lists it is in.
    pub lists: Lists,
    /// Who can judge it on the pages of the default theme.
    pub judge: Judge,
}

/// The lists a criterion is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lists {
    /// In both.
    Both,
    /// In JIS X 8341-3:2016 only: WCAG 2.2 has dropped it.
    Jis2016,
    /// In WCAG 2.2 only.
    Wcag22,
}

/// Who can judge a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judge {
    /// The program that made the pages, or its tests; how, in Japanese.
    Machine(&'static str),
    /// Nobody need look: the pages hold nothing it applies to; why, in Japanese.
    Nothing(&'static str),
    /// A person.
    Person,
}

impl Criterion {
    /// Tells if it is in JIS X 8341-3:2016.
    #[must_use]
    pub fn is_in_jis_2016(&self) -> bool {
        self.lists != Lists::Wcag22
    }

    /// Tells if it is in WCAG 2.2.
    #[must_use]
    pub fn is_in_wcag_22(&self) -> bool {
        self.lists != Lists::Jis2016
    }
}

use Judge::{Machine, Nothing, Person};
use Lists::{Both, Jis2016, Wcag22};

const NO_MEDIA: Judge = Nothing("音声・動画を置く仕組みがない");
const NO_FORM: Judge = Nothing("申込みや送信の入力欄がない");
const NO_GESTURE: Judge = Nothing("押す以外の操作を求めるものがない");

const fn row(number: &'static str, name: &'static str, level: &'static str, lists: Lists, judge: Judge) -> Criterion {
    Criterion { number, name, level, lists, judge }
}

/// All of them, in the order of their numbers.
pub const CRITERIA: [Criterion; 56] = [
    row("1.1.1", "非テキストコンテンツ", "A", Both, Person),
    row("1.2.1", "音声だけ及び映像だけ（収録済み）", "A", Both, NO_MEDIA),
    row("1.2.2", "キャプション（収録済み）", "A", Both, NO_MEDIA),
    row("1.2.3", "音声解説又はメディアに対する代替コンテンツ（収録済み）", "A", Both, NO_MEDIA),
    row("1.2.4", "キャプション（ライブ）", "AA", Both, NO_MEDIA),
    row("1.2.5", "音声解説（収録済み）", "AA", Both, NO_MEDIA),
    row("1.3.1", "情報及び関係性", "A", Both, Person),
    row("1.3.2", "意味のある順序", "A", Both, Person),
    row("1.3.3", "感覚的な特徴", "A", Both, Person),
    row("1.3.4", "表示の向き", "AA", Wcag22, Machine("向きを固定する指定がない")),
    row("1.3.5", "入力目的の特定", "AA", Wcag22, NO_FORM),
    row("1.4.1", "色の使用", "A", Both, Person),
    row("1.4.2", "音声の制御", "A", Both, NO_MEDIA),
    row("1.4.3", "コントラスト（最低限レベル）", "AA", Both, Machine("文字の色を明暗両方の配色で計算")),
    row("1.4.4", "テキストのサイズ変更", "AA", Both, Machine("幅320px（400%拡大に相当）で試験")),
    row("1.4.5", "文字画像", "AA", Both, Person),
    row("1.4.10", "リフロー", "AA", Wcag22, Machine("幅320pxで横スクロールがないことを試験")),
    row("1.4.11", "非テキストのコントラスト", "AA", Wcag22, Person),
    row("1.4.12", "テキストの間隔", "AA", Wcag22, Person),
    row("1.4.13", "ホバー又はフォーカスで表示されるコンテンツ", "AA", Wcag22, Nothing("そのような表示がない")),
    row("2.1.1", "キーボード", "A", Both, Person),
    row("2.1.2", "キーボードトラップなし", "A", Both, Person),
    row("2.1.4", "文字キーのショートカット", "A", Wcag22, Nothing("ショートカットがない")),
    row("2.2.1", "タイミング調整可能", "A", Both, Nothing("制限時間がない")),
    row("2.2.2", "一時停止、停止及び非表示", "A", Both, Nothing("動く表示がない")),
    row("2.3.1", "3回のせん（閃）光、又はしきい（閾）値以下", "A", Both, Person),
    row("2.4.1", "ブロックスキップ", "A", Both, Machine("最初のリンクで本文へ移れることを試験")),
    row("2.4.2", "ページタイトル", "A", Both, Machine("題名のない文書は公開されない")),
    row("2.4.3", "フォーカス順序", "A", Both, Person),
    row("2.4.4", "リンクの目的（コンテキスト内）", "A", Both, Person),
    row("2.4.5", "複数の手段", "AA", Both, Person),
    row("2.4.6", "見出し及びラベル", "AA", Both, Person),
    row("2.4.7", "フォーカスの可視化", "AA", Both, Person),
    row("2.4.11", "隠されないフォーカス（最低限）", "AA", Wcag22, Person),
    row("2.5.1", "ポインタのジェスチャ", "A", Wcag22, NO_GESTURE),
    row("2.5.2", "ポインタのキャンセル", "A", Wcag22, Person),
    row("2.5.3", "名前（ラベル）", "A", Wcag22, Person),
    row("2.5.4", "動きによる起動", "A", Wcag22, NO_GESTURE),
    row("2.5.7", "ドラッグ動作", "AA", Wcag22, NO_GESTURE),
    row("2.5.8", "ターゲットのサイズ（最低限）", "AA", Wcag22, Person),
    row("3.1.1", "ページの言語", "A", Both, Machine("全てのページに言語の指定がある")),
    row("3.1.2", "一部分の言語", "AA", Both, Person),
    row("3.2.1", "フォーカス時", "A", Both, Person),
    row("3.2.2", "入力時", "A", Both, Person),
    row("3.2.3", "一貫したナビゲーション", "AA", Both, Person),
    row("3.2.4", "一貫した識別性", "AA", Both, Person),
    row("3.2.6", "一貫したヘルプ", "A", Wcag22, Person),
    row("3.3.1", "エラーの特定", "A", Both, NO_FORM),
    row("3.3.2", "ラベル又は説明", "A", Both, Person),
    row("3.3.3", "エラー修正の提案", "AA", Both, NO_FORM),
    row("3.3.4", "エラー回避（法的、金融及びデータ）", "AA", Both, NO_FORM),
    row("3.3.7", "冗長な入力項目", "A", Wcag22, NO_FORM),
    row("3.3.8", "アクセシブルな認証（最低限）", "AA", Wcag22, Nothing("利用者の認証がない")),
    row("4.1.1", "構文解析", "A", Jis2016, Machine("idの重なりがないことを試験")),
    row("4.1.2", "名前（name）、役割（role）及び値（value）", "A", Both, Person),
    row("4.1.3", "ステータスメッセージ", "AA", Wcag22, Person),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_have_the_numbers_of_criteria_that_the_standards_have() {
        assert_eq!(CRITERIA.iter().filter(|row| row.is_in_jis_2016()).count(), 38);
        assert_eq!(CRITERIA.iter().filter(|row| row.is_in_jis_2016() && row.level == "A").count(), 25);
        assert_eq!(CRITERIA.iter().filter(|row| row.is_in_wcag_22()).count(), 55);
        assert_eq!(CRITERIA.iter().filter(|row| row.is_in_wcag_22() && row.level == "A").count(), 31);
    }

    #[test]
    fn each_is_listed_once_in_the_order_of_numbers() {
        let numbers = CRITERIA.map(|row| {
            let parts: Vec<u32> = row.number.split('.').map(|part| part.parse().unwrap()).collect();
            assert_eq!(parts.len(), 3, "{}", row.number);
            parts
        });
        assert!(numbers.is_sorted_by(|a, b| a < b));
    }
}
