//! The columns of each data file: the one table from which files, schemas and the dictionary are made.

use super::english::said;
use crate::policy::NamingLanguage;

/// A column.
pub(super) struct Column {
    /// Its name in the header row, never changed.
    pub(super) name: &'static str,
    /// Its meaning, in Japanese.
    pub(super) what: &'static str,
    /// The type of its values.
    pub(super) kind: ValueKind,
    /// Whether it always has a value.
    pub(super) required: bool,
}

/// The type of the values of a column.
#[derive(Clone, Copy)]
pub(super) enum ValueKind {
    /// Text in one line.
    Text,
    /// Six digits.
    AreaCode,
    /// A whole number.
    Integer,
    /// A number, perhaps with a fraction.
    Number,
    /// A day, ISO 8601.
    Date,
    /// A full address.
    Url,
    /// `true` or `false`.
    Flag,
    /// One of these words.
    Choice(&'static [&'static str]),
}

/// A data file.
pub(super) struct Dataset {
    /// Its name without suffix.
    pub(super) name: &'static str,
    /// Its title, in Japanese.
    pub(super) title: &'static str,
    /// The meaning of a row, in Japanese.
    pub(super) row: &'static str,
    pub(super) columns: &'static [Column],
    /// The forms it comes in.
    pub(super) forms: &'static [FileForm],
}

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileForm {
    /// UTF-8 with a byte order mark, lines ended by CR LF, as spreadsheets want it (RFC 4180).
    Csv,
    /// An array of objects.
    Json,
}

impl FileForm {
    /// The suffix of the file.
    pub(super) fn suffix(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}

impl ValueKind {
    /// The same with the words of a language.
    pub(super) fn in_language(self, language: NamingLanguage) -> Self {
        match (self, language) {
            (Self::Choice(words), NamingLanguage::English) if words == RELATION_WORDS => {
                Self::Choice(&ENGLISH_RELATIONS)
            }
            _ => self,
        }
    }

    /// Its name in the dictionary.
    pub(super) fn name(self, language: NamingLanguage) -> String {
        let name = match self.in_language(language) {
            Self::Text => "文字列",
            Self::AreaCode => "全国地方公共団体コード（6桁）",
            Self::Integer => "整数",
            Self::Number => "数値（単位なし）",
            Self::Date => "日付（ISO 8601）",
            Self::Url => "URL",
            Self::Flag => "true・false",
            Self::Choice(words) if language == NamingLanguage::Japanese => return words.join("・"),
            Self::Choice(words) => return words.join(", "),
        };
        said(name, language).to_owned()
    }
}

const fn column(name: &'static str, kind: ValueKind, required: bool, what: &'static str) -> Column {
    Column { name, what, kind, required }
}

const AREA: Column = column("area_code", ValueKind::AreaCode, false, "団体の全国地方公共団体コード");
const STATES: ValueKind = ValueKind::Choice(&["live", "moved", "merged", "split", "withdrawn", "reserved"]);
const KINDS: ValueKind = ValueKind::Choice(&["section", "item", "paragraph", "row"]);
const RELATIONS: ValueKind = ValueKind::Choice(&RELATION_WORDS);
const RELATION_WORDS: [&str; 4] = ["具体化する", "推進する", "引き継ぐ", "関連する"];
/// The same in the order of [`RELATION_WORDS`], as pages say them in English.
const ENGLISH_RELATIONS: [&str; 4] = ["makes it concrete", "carries it forward", "continues it", "is related to it"];
const PARTS: ValueKind = ValueKind::Choice(&["baseline", "interim", "target", "actual", "judged"]);
const MISSING: ValueKind = ValueKind::Choice(&["unset", "unconfirmed", "not_applicable"]);
const BOTH: &[FileForm] = &[FileForm::Csv, FileForm::Json];

pub(super) const CLAUSES: Dataset = Dataset {
    name: "clauses",
    title: "項目",
    row: "文書の1項目（章・号・項目・段落・表の行）。なくなった項目も、なくなったことを示して残します。",
    columns: &[
        AREA,
        column("id", ValueKind::Text, false, "項目の変わらないid。番号が変わっても同じ項目を指す"),
        column("document", ValueKind::Text, true, "文書のid"),
        column("position", ValueKind::Text, true, "今の位置（なくなった項目は最後の位置）"),
        column("kind", KINDS, false, "section 章、item 号・項目、paragraph 段落、row 表の行"),
        column("number", ValueKind::Text, false, "印刷された番号（空欄は番号のない項目）"),
        column("parent", ValueKind::Text, false, "上の項目のid"),
        column("text", ValueKind::Text, false, "項目自身の文。章は見出し。ルビの読みは含まない"),
        column("citation", ValueKind::Text, true, "引用の形"),
        column("url", ValueKind::Url, true, "項目のアドレス"),
        column("fiscal_year", ValueKind::Integer, true, "年度（西暦）"),
        column("issued", ValueKind::Date, false, "文書の日付"),
        column(
            "state",
            STATES,
            true,
            "live 今ある、moved 移された、merged 統合、split 分割、withdrawn 廃止、reserved 欠番",
        ),
        column("ended", ValueKind::Date, false, "なくなった版の日付"),
        column(
            "platform_dependent",
            ValueKind::Text,
            false,
            "環境依存文字のおそれがある文字（JIS X 0208にない文字）の符号位置。1つもなければ空欄",
        ),
    ],
    forms: BOTH,
};

pub(super) const DOCUMENTS: Dataset = Dataset {
    name: "documents",
    title: "文書",
    row: "1つの文書。",
    columns: &[
        AREA,
        column("id", ValueKind::Text, true, "文書のid"),
        column("title", ValueKind::Text, true, "題名（年度の後の体裁の空白は除く）"),
        column("kind", ValueKind::Text, true, "種類"),
        column("fiscal_year", ValueKind::Integer, true, "年度（西暦）"),
        column("issued", ValueKind::Date, false, "制定日"),
        column("declared", ValueKind::Date, false, "表明日"),
        column("revised", ValueKind::Date, false, "改定日"),
        column("issuer_post", ValueKind::Text, false, "発信者の職"),
        column("issuer_name", ValueKind::Text, false, "発信者の氏名"),
        column("organization", ValueKind::Text, false, "所管の組織のid"),
        column(
            "status",
            ValueKind::Choice(&["published", "superseded"]),
            true,
            "published 公開、superseded 改められた",
        ),
        column("language", ValueKind::Text, true, "言語（BCP 47）"),
        column("license", ValueKind::Text, false, "利用条件"),
        column("url", ValueKind::Url, true, "文書のアドレス"),
        column("example", ValueKind::Flag, true, "記載例（決定されたものではない）かどうか"),
    ],
    forms: &[FileForm::Json],
};

pub(super) const OBJECTIVES: Dataset = Dataset {
    name: "objectives",
    title: "目標",
    row: "1つの指標の、1つの時点の値（縦持ち）。指標のない目標は1行です。",
    columns: &[
        AREA,
        column("id", ValueKind::Text, false, "目標（項目）の変わらないid"),
        column("document", ValueKind::Text, true, "文書のid"),
        column("position", ValueKind::Text, true, "文書の中の位置"),
        column("name", ValueKind::Text, true, "目標の文"),
        column("url", ValueKind::Url, true, "目標のアドレス"),
        column("fiscal_year", ValueKind::Integer, true, "年度（西暦）"),
        column("organization", ValueKind::Text, false, "受け持つ組織のid"),
        column("status", ValueKind::Text, false, "進捗の状況を表すコード（サイトの語彙）"),
        column("due", ValueKind::Date, false, "期限"),
        column("due_label", ValueKind::Text, false, "期限の呼び方（日が決まっていないとき）"),
        column("indicator", ValueKind::Text, false, "指標の名前"),
        column("indicator_kind", ValueKind::Choice(&["output", "outcome"]), false, "output 活動指標、outcome 成果指標"),
        column("unit", ValueKind::Text, false, "単位"),
        column(
            "direction",
            ValueKind::Choice(&["up", "down", "keep", "done"]),
            false,
            "up 増やす、down 減らす、keep 維持する、done 完了する",
        ),
        column(
            "part",
            PARTS,
            false,
            "baseline 基準値、interim 中間目標、target 目標値、actual 実績、judged 人が判断した進捗率（%）",
        ),
        column("value", ValueKind::Number, false, "値。単位は unit"),
        column("value_text", ValueKind::Text, false, "数値でない値"),
        column(
            "missing",
            MISSING,
            false,
            "値がない理由。unset 未設定、unconfirmed 確認中、not_applicable 該当なし（0ではない）",
        ),
        column("date", ValueKind::Date, false, "値の時点、または目標とする日"),
        column("example", ValueKind::Flag, true, "記載例（決定されたものではない）かどうか"),
    ],
    forms: &[FileForm::Csv],
};

pub(super) const OBJECTIVE_SDGS: Dataset = Dataset {
    name: "objective-sdgs",
    title: "目標とSDGs",
    row: "1つの目標が挙げる、SDGsの1つの目標。",
    columns: &[
        AREA,
        column("id", ValueKind::Text, false, "目標（項目）の変わらないid"),
        column("document", ValueKind::Text, true, "文書のid"),
        column("position", ValueKind::Text, true, "文書の中の位置"),
        column("sdg", ValueKind::Integer, true, "SDGsの目標の番号（1から17）"),
    ],
    forms: &[FileForm::Csv],
};

pub(super) const TRACE: Dataset = Dataset {
    name: "trace",
    title: "つながり",
    row: "下位の1項目が、上位の1項目を受けていること。",
    columns: &[
        AREA,
        column("lower_id", ValueKind::Text, false, "下位の項目の変わらないid"),
        column("lower_document", ValueKind::Text, true, "下位の文書のid"),
        column("lower_position", ValueKind::Text, true, "下位の項目の位置"),
        column("lower_citation", ValueKind::Text, true, "下位の項目の引用の形"),
        column("upper_id", ValueKind::Text, false, "上位の項目の変わらないid"),
        column("upper_document", ValueKind::Text, true, "上位の文書のid"),
        column("upper_position", ValueKind::Text, true, "上位の項目の位置"),
        column("upper_citation", ValueKind::Text, true, "上位の項目の引用の形"),
        column("relation", RELATIONS, true, "関係"),
        column("ground", ValueKind::Text, false, "根拠（両方の項目に共通する言葉）"),
        column("years_differ", ValueKind::Flag, true, "年度が異なる文書間の参考対応かどうか"),
        column("note", ValueKind::Text, false, "備考"),
    ],
    forms: &[FileForm::Csv],
};

pub(super) const PLANS: Dataset = Dataset {
    name: "plans",
    title: "計画",
    row: "文書が名を挙げる、1つの計画・方針・指針。",
    columns: &[
        AREA,
        column("id", ValueKind::Text, true, "計画のid"),
        column("name", ValueKind::Text, true, "正式な名前"),
        column("from", ValueKind::Date, false, "期間の初日"),
        column("until", ValueKind::Date, false, "期間の末日"),
        column("period", ValueKind::Text, false, "期間についての説明"),
        column("organization", ValueKind::Text, false, "所管の組織のid"),
        column("status", ValueKind::Text, false, "状態"),
        column("page", ValueKind::Url, false, "計画そのもののページ"),
        column("url", ValueKind::Url, true, "このサイトでのアドレス"),
        column("note", ValueKind::Text, false, "備考"),
    ],
    forms: &[FileForm::Csv],
};

pub(super) const ORGANIZATIONS: Dataset = Dataset {
    name: "organizations",
    title: "組織",
    row: "1つの組織の、1つの名前の期間。",
    columns: &[
        AREA,
        column("id", ValueKind::Text, true, "組織のid"),
        column("name", ValueKind::Text, true, "名前"),
        column("from", ValueKind::Date, false, "この名前の初日"),
        column("until", ValueKind::Date, false, "この名前の末日"),
        column("parent", ValueKind::Text, false, "上の組織のid"),
        column("successor", ValueKind::Text, false, "後身の組織のid（複数のときは行を分ける）"),
        column("url", ValueKind::Url, true, "このサイトでのアドレス"),
        column("note", ValueKind::Text, false, "備考"),
    ],
    forms: &[FileForm::Csv],
};

/// All of them, in the order of the data page.
pub(super) const DATASETS: [&Dataset; 7] =
    [&CLAUSES, &DOCUMENTS, &OBJECTIVES, &OBJECTIVE_SDGS, &TRACE, &PLANS, &ORGANIZATIONS];
