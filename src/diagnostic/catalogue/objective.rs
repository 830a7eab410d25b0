//! What can be wrong with objectives.

findings! {
    /// A value that is no number.
    BAD_NUMBER = "bad-number", Fatal, fn bad_number_of(written: &str, hint_ja: &str, hint_en: &str) {
        ja: "値「{written}」を数として読めません",
            "単位や桁区切りの混じった値は計算にも表計算ソフトにも使えず、読み違えると数が変わります。",
            "{hint_ja}数だけを半角で書き、単位は unit に書いてください。まだ数がないときは「未設定」「確認中」「該当なし」のいずれかを書きます。数で測らないものは direction を done にすると言葉で書けます。";
        en: "the value `{written}` is no number",
            "A value with a unit or separators in it cannot be computed with, and misread it would be another number.",
            "{hint_en}Write ASCII digits only, and the unit under `unit`. Where there is no number yet, write 未設定, 確認中 or 該当なし; with `direction: done` values are words.";
    }
    /// A status word the site does not have.
    UNKNOWN_PROGRESS_WORD = "unknown-progress-word", Error, fn unknown_progress_word_of(word: &str, all: &str, hint_ja: &str, hint_en: &str) {
        ja: "達成状況「{word}」はこのサイトの言葉にありません",
            "言葉が揺れると、同じ状況の目標が一覧でまとまりません。",
            "{hint_ja}次のいずれかを書いてください：{all}。言葉は site.yaml の statuses で決められます。";
        en: "`{word}` is none of the site's words for how an objective stands",
            "If words vary, objectives in one state fall apart in lists.",
            "{hint_en}Write one of {all}. The words are set under `statuses` in site.yaml.";
    }
    /// A goal of the SDGs that does not exist.
    UNKNOWN_SDG = "unknown-sdg", Error, fn unknown_sdg(written: &str) {
        ja: "SDGs の目標「{written}」はありません",
            "目標は1から17までです。書き間違えると、別の目標の一覧に載るか、どこにも載りません。",
            "sdgs: [11, 13] のように、1から17までの番号を半角で書いてください。";
        en: "there is no goal `{written}` of the SDGs",
            "There are 17. A wrong number puts the objective into another list, or into none.",
            "Write numbers from 1 to 17, such as `sdgs: [11, 13]`.";
    }
    /// Two indicators of one name.
    INDICATOR_TWICE = "indicator-twice", Fatal, fn indicator_twice(name: &str) {
        ja: "指標「{name}」が1つの目標に2つあります",
            "同じ名前が2つあると、表計算ソフトから値を戻すとき、どちらの値か決められません。",
            "どちらかの名前を変えるか、1つにまとめてください。";
        en: "the objective has two indicators called `{name}`",
            "When values come back from a spreadsheet, nobody could tell whose they are.",
            "Rename one, or make one of the two.";
    }
    /// An objective block that stands in no clause.
    OBJECTIVE_ALONE = "objective-alone", Fatal, fn objective_alone() {
        ja: "この objective は、どの項目のものか分かりません",
            "目標は、見出しか番号・「・」の付いた項目に書き添えるものです。項目がなければアドレスもありません。",
            "目標となる見出しや項目のすぐ下に置いてください。引用（>）や別紙の見出しの直下には置けません。";
        en: "this objective belongs to no clause",
            "An objective is said about a heading or an item with a label; without one it has no address.",
            "Put it right below the heading or item that is the objective, not into a quotation or directly under an annex.";
    }
    /// Two objective blocks in one clause.
    OBJECTIVE_TWICE = "objective-twice", Fatal, fn objective_twice() {
        ja: "1つの項目に objective が2つあります",
            "どちらがこの項目の目標か決められません。",
            "指標が複数あるときは1つの objective の indicators に並べてください。別の目標であれば、それぞれ別の項目にします。「- 」の箇条書きの中に置くときは、項目の文と同じだけ字下げします。";
        en: "this clause has two objective blocks",
            "Which of them is meant cannot be known.",
            "List several indicators under `indicators` of one block, or make a clause of each objective. In a list item, indent the block as far as the item's text.";
    }
}
