//! The dictionary of the data in English, by its Japanese texts.

use crate::policy::NamingLanguage;

/// A text of the dictionary in a language.
pub(super) fn said(ja: &'static str, language: NamingLanguage) -> &'static str {
    match language {
        NamingLanguage::Japanese => ja,
        NamingLanguage::English => english(ja),
    }
}

fn english(ja: &'static str) -> &'static str {
    ENGLISH.iter().find(|(known, _)| *known == ja).map_or(ja, |(_, en)| en)
}

const ENGLISH: [(&str, &str); 93] = [
    ("団体の全国地方公共団体コード", "Code of the local government (Japan)"),
    ("項目", "Clauses"),
    (
        "文書の1項目（章・号・項目・段落・表の行）。なくなった項目も、なくなったことを示して残します。",
        "A clause of a document: section, item, paragraph or row of a table. Clauses that are gone stay, marked as such.",
    ),
    (
        "項目の変わらないid。番号が変わっても同じ項目を指す",
        "Permanent id of the clause, whatever becomes of its number",
    ),
    ("文書のid", "Id of the document"),
    ("今の位置（なくなった項目は最後の位置）", "Present position (of a clause that is gone, its last)"),
    ("section 章、item 号・項目、paragraph 段落、row 表の行", "section, item, paragraph, or row of a table"),
    ("印刷された番号（空欄は番号のない項目）", "Number as printed (blank: none)"),
    ("上の項目のid", "Id of the clause above"),
    (
        "項目自身の文。章は見出し。ルビの読みは含まない",
        "Own text of the clause; of a section its heading. Without readings of ruby",
    ),
    ("引用の形", "Citation"),
    ("項目のアドレス", "Address of the clause"),
    ("年度（西暦）", "Fiscal year, by the year it starts in"),
    ("文書の日付", "Day of the document"),
    (
        "live 今ある、moved 移された、merged 統合、split 分割、withdrawn 廃止、reserved 欠番",
        "live, moved, merged, split, withdrawn, or reserved: its number is left vacant",
    ),
    ("なくなった版の日付", "Day of the version in which it was gone"),
    (
        "環境依存文字のおそれがある文字（JIS X 0208にない文字）の符号位置。1つもなければ空欄",
        "Code points of characters that are not in JIS X 0208; blank if there are none",
    ),
    ("文書", "Documents"),
    ("1つの文書。", "A document."),
    ("題名（年度の後の体裁の空白は除く）", "Title"),
    ("種類", "Kind"),
    ("制定日", "Day of issue"),
    ("表明日", "Day of declaration"),
    ("改定日", "Day of revision"),
    ("発信者の職", "Post of the issuer"),
    ("発信者の氏名", "Name of the issuer"),
    ("所管の組織のid", "Id of the department in charge"),
    ("published 公開、superseded 改められた", "published or superseded"),
    ("言語（BCP 47）", "Language (BCP 47)"),
    ("利用条件", "Terms of use"),
    ("文書のアドレス", "Address of the document"),
    ("記載例（決定されたものではない）かどうか", "Whether it is an example that nobody has decided"),
    ("目標", "Objectives"),
    (
        "1つの指標の、1つの時点の値（縦持ち）。指標のない目標は1行です。",
        "A value of an indicator at one time. An objective without indicators has one row.",
    ),
    ("目標（項目）の変わらないid", "Permanent id of the objective (a clause)"),
    ("文書の中の位置", "Position in the document"),
    ("目標の文", "Text of the objective"),
    ("目標のアドレス", "Address of the objective"),
    ("受け持つ組織のid", "Id of the department in charge"),
    ("進捗の状況を表すコード（サイトの語彙）", "Code of the progress (a vocabulary of the site)"),
    ("期限", "Deadline"),
    ("期限の呼び方（日が決まっていないとき）", "Name of the deadline where no day is set"),
    ("指標の名前", "Name of the indicator"),
    ("output 活動指標、outcome 成果指標", "output or outcome"),
    ("単位", "Unit"),
    ("up 増やす、down 減らす、keep 維持する、done 完了する", "up, down, keep or done: the way that is better"),
    (
        "baseline 基準値、interim 中間目標、target 目標値、actual 実績、judged 人が判断した進捗率（%）",
        "baseline, interim target, target, actual value, or judged: progress as a person judges it (%)",
    ),
    ("値。単位は unit", "Value, in the unit of the column unit"),
    ("数値でない値", "Value that is no number"),
    (
        "値がない理由。unset 未設定、unconfirmed 確認中、not_applicable 該当なし（0ではない）",
        "Why there is no value: unset, unconfirmed or not_applicable (not 0)",
    ),
    ("値の時点、または目標とする日", "Day of the value or of the target"),
    ("目標とSDGs", "Objectives and SDGs"),
    ("1つの目標が挙げる、SDGsの1つの目標。", "A Sustainable Development Goal that an objective names."),
    ("SDGsの目標の番号（1から17）", "Number of the goal (1 to 17)"),
    ("つながり", "Connections"),
    ("下位の1項目が、上位の1項目を受けていること。", "A clause that takes up one above it."),
    ("下位の項目の変わらないid", "Permanent id of the lower clause"),
    ("下位の文書のid", "Id of the lower document"),
    ("下位の項目の位置", "Position of the lower clause"),
    ("下位の項目の引用の形", "Citation of the lower clause"),
    ("上位の項目の変わらないid", "Permanent id of the upper clause"),
    ("上位の文書のid", "Id of the upper document"),
    ("上位の項目の位置", "Position of the upper clause"),
    ("上位の項目の引用の形", "Citation of the upper clause"),
    ("関係", "Relation"),
    ("根拠（両方の項目に共通する言葉）", "Ground: words that both clauses have"),
    ("年度が異なる文書間の参考対応かどうか", "Whether the documents are of different years, for reference only"),
    ("備考", "Remark"),
    ("計画", "Plans"),
    ("文書が名を挙げる、1つの計画・方針・指針。", "A plan or policy that documents name."),
    ("計画のid", "Id of the plan"),
    ("正式な名前", "Official name"),
    ("期間の初日", "First day"),
    ("期間の末日", "Last day"),
    ("期間についての説明", "The period in words"),
    ("状態", "State"),
    ("計画そのもののページ", "Page of the plan itself"),
    ("このサイトでのアドレス", "Address on this site"),
    ("組織", "Departments"),
    ("1つの組織の、1つの名前の期間。", "A department while it has one name."),
    ("組織のid", "Id of the department"),
    ("名前", "Name"),
    ("この名前の初日", "First day of this name"),
    ("この名前の末日", "Last day of this name"),
    ("上の組織のid", "Id of the department above"),
    (
        "後身の組織のid（複数のときは行を分ける）",
        "Id of the department that succeeded it; a row for each if there are several",
    ),
    ("文字列", "Text"),
    ("全国地方公共団体コード（6桁）", "Code of a local government (six digits)"),
    ("整数", "Whole number"),
    ("数値（単位なし）", "Number without unit"),
    ("日付（ISO 8601）", "Date (ISO 8601)"),
    ("true・false", "true or false"),
    ("URL", "URL"),
];

#[cfg(test)]
mod tests {
    use super::super::column::DATASETS;
    use super::*;

    #[test]
    fn every_text_of_the_dictionary_has_its_english() {
        for dataset in DATASETS {
            let texts =
                [dataset.title, dataset.row].into_iter().chain(dataset.columns.iter().map(|column| column.what));
            for text in texts {
                assert!(english(text).is_ascii(), "{text}");
            }
            for column in dataset.columns {
                assert!(column.kind.name(NamingLanguage::English).is_ascii(), "{}", column.name);
            }
        }
    }
}
