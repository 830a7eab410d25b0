//! Findings about objectives.

use crate::diagnostic::Bilingual;

findings! {
    /// A value that is no number.
    BAD_NUMBER = "bad-number", Fatal, fn bad_number(written: &str, hint: Option<&str>) {
        ja: "値「{written}」を数として読めません",
            "単位や桁区切りの混じった値は計算にも表計算ソフトにも使えず、読み違えると数が変わります。",
            "{hint}数だけを半角で書き、単位は unit に書いてください。まだ数がないときは「未設定」「確認中」「該当なし」のいずれかを書きます。数で測らないものは direction を done にすると言葉で書けます。";
        en: "the value `{written}` is no number",
            "A value with a unit or separators in it cannot be computed with, and misread it would be another number.",
            "{hint}Write ASCII digits only, and the unit under `unit`. Where there is no number yet, write 未設定, 確認中 or 該当なし; with `direction: done` values are words.";
    }
    /// A status word the site does not have.
    UNKNOWN_PROGRESS_WORD = "unknown-progress-word", Error, fn unknown_progress_word(word: &str, hint: Option<&str>, all: &str) {
        ja: "達成状況「{word}」はこのサイトの言葉にありません",
            "言葉が揺れると、同じ状況の目標が一覧でまとまりません。",
            "{hint}次のいずれかを書いてください：{all}。言葉は site.yaml の statuses で決められます。";
        en: "`{word}` is none of the site's words for how an objective stands",
            "If words vary, objectives in one state fall apart in lists.",
            "{hint}Write one of {all}. The words are set under `statuses` in site.yaml.";
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
    /// An objective block outside of a clause.
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
    /// An objective that takes up nothing.
    OBJECTIVE_WITHOUT_UPPER = "objective-without-upper", Warning, fn objective_without_upper() {
        ja: "この目標がどの上位の項目を受けたものか、示されていません",
            "上位の方針とのつながりがないと、何のための目標かが読む人に伝わりません。",
            "objective の implements に、上位の項目（例：r8/seisaku-keiei#s5-1）を書いてください。";
        en: "nothing says which clause above this objective takes up",
            "Without that, readers cannot see what it is for.",
            "Name the clause above under `implements`, such as r8/seisaku-keiei#s5-1.";
    }
    /// A target that is due before its baseline.
    TARGET_BEFORE_BASELINE = "target-before-baseline", Error, fn target_before_baseline(by: &str, on: &str) {
        ja: "目標の期日（{by}）が、基準値の時点（{on}）より前です",
            "順序が逆では、進み具合を読み違えます。年の書き間違いであることが多い所です。",
            "target の by か、baseline の on を確かめてください。";
        en: "the target is due ({by}) before the day of the baseline ({on})",
            "In this order progress means nothing; mostly a year is mistyped.",
            "Check `by` of the target and `on` of the baseline.";
    }
    /// An actual with a day in the future.
    ACTUAL_AFTER_NOW = "actual-after-now", Error, fn actual_after_now(on: &str, today: &str) {
        ja: "実績の時点（{on}）が、今日（{today}）より後です",
            "まだ来ていない日の実績はありません。見込みを実績として公開することになります。",
            "on の日付を確かめてください。見込みの値は interim（中間目標）か note に書きます。";
        en: "the actual is of {on}, and today is {today}",
            "There is no actual of a day to come; an estimate would be published as a result.",
            "Check `on`. Estimates belong under `interim` or `note`.";
    }
    /// A status that contradicts the figures.
    STATUS_CONTRADICTS_FIGURES = "status-contradicts-figures", Warning, fn status_contradicts_figures(status: &str) {
        ja: "達成状況「{status}」が、指標の値と合いません",
            "言葉と数が食い違うと、どちらを信じればよいか分かりません。",
            "最新の実績・目標値・達成状況を確かめてください。数のほかに理由があるときは、その指標の note に書き添えます。";
        en: "the status `{status}` contradicts the figures",
            "Readers cannot know which of the two to believe.",
            "Check the last actual, the target and the status. Where there are reasons beyond the figures, say so in a `note`.";
    }
    /// A department in charge that did not exist on the day of the document.
    UNIT_OUTSIDE_VALIDITY = "unit-outside-validity", Warning, fn unit_outside_validity_of(name: &str, day: &str, hint: &Bilingual) {
        ja: "担当の「{name}」は、この文書の日付（{day}）には置かれていません",
            "改組の前後で、問い合わせ先や責任の所在が分からなくなります。",
            "{hint}owner を確かめるか、organizations.yaml の from・until を直してください。";
        en: "the unit in charge, {name}, does not exist on the day of the document ({day})",
            "Around a reorganisation nobody would know whom to ask.",
            "{hint}Check `owner`, or `from` and `until` in organizations.yaml.";
    }
    /// An objective that is overdue.
    DEADLINE_PASSED = "deadline-passed", Warning, fn deadline_passed(day: &str) {
        ja: "期限（{day}）を過ぎていますが、達成したかどうかが書かれていません",
            "期限を過ぎた目標がそのままだと、放置されたように見えます。ページにも「期限を過ぎています」と出ます。",
            "status に結果（達成・未達成・中止など）を書くか、期限を改めてください。";
        en: "the day it is due ({day}) is over, and nothing says how it ended",
            "Left like this the objective looks forgotten; the page says that it is overdue.",
            "Write the result under `status`, or set another day.";
    }
}
