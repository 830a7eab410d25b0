//! Findings about the cascade from the clauses above to those below.

use crate::diagnostic::Bilingual;

findings! {
    /// An unknown word for a relation.
    UNKNOWN_RELATION = "unknown-relation", Error, fn unknown_relation(word: &str, suggestion: Option<&str>, words: &[&str]) {
        ja: "項目どうしの関係に「{word}」は使えません",
            "関係の言葉が人ごとに違うと、どの項目がどう受け止められているかを集計も比較もできません。",
            "{suggestion}書けるのは {words} です。";
        en: "there is no relation {word} between clauses",
            "Where everybody uses words of their own, nobody can count or compare how clauses are taken up.",
            "{suggestion}Allowed: {words}.";
    }
    /// A clause above that does not exist.
    UNKNOWN_UPPER_CLAUSE = "unknown-upper-clause", Error, fn unknown_upper_clause(clause: &str, hint: Option<&str>) {
        ja: "上位の項目「{clause}」がありません",
            "どの項目を受けたものかを示す鎖が、ここで切れます。番号を打ち間違えたまま公開すると、別の項目を受けたことになりかねません。",
            "{hint}「r7/shisei-unei#s2-2」のように文書の id と項目の位置を書くか、項目の変わらない id を書いてください。文書全体は書けません（文書どうしの上下は upper に書きます）。";
        en: "there is no clause {clause} to take up",
            "The chain breaks here; a mistyped number could even tie the clause to another one.",
            "{hint}Write a document and a position (r7/shisei-unei#s2-2) or the permanent id of the clause. A whole document cannot be named here: that is what `upper` is for.";
    }
    /// A clause above that was withdrawn.
    UPPER_CLAUSE_WITHDRAWN = "upper-clause-withdrawn", Warning, fn upper_clause_withdrawn_of(clause: &str, name: &str, hint: &Bilingual) {
        ja: "上位の項目「{clause}」（{name}）は、なくなっています",
            "なくなった項目を根拠にしたままでは、何のための取組かを説明できません。",
            "{hint}今の項目を受け直すか、この行を消してください。";
        en: "the clause {clause} ({name}) to be taken up is gone",
            "What rests on a clause that is gone cannot say what it is for.",
            "{hint}Take up the clause of today, or remove the line.";
    }
    /// The clauses above form a loop.
    CASCADE_LOOP = "cascade-loop", Error, fn cascade_loop(chain: &str) {
        ja: "上位をたどると元に戻ります：{chain}",
            "上と下が入れ替わっていて、どちらがどちらのもとになっているのか分かりません。",
            "上位のものから下位のものへ戻っている行を消してください。implements と upper は、下位の側にだけ書きます。";
        en: "following what stands above leads back: {chain}",
            "Above and below are mixed up, so nobody can tell what follows from what.",
            "Remove the line that leads back. `implements` and `upper` are written on the lower side only.";
    }
    /// A ground that one of the clauses does not contain.
    GROUND_NOT_SHARED = "ground-not-shared", Error, fn ground_not_shared(words: &str, clause: &str) {
        ja: "根拠の言葉「{words}」は {clause} の文にありません",
            "根拠は、両方の項目に実際にある言葉です。一方にしかない言葉では、対応していることの裏付けになりません。",
            "両方の文から、共通する言葉を1字も違えずに写してください（全角・半角と空白の違いは問いません）。共通する言葉がなければ、この対応を見直します。";
        en: "the words {words} given as the ground do not occur in {clause}",
            "A ground is wording that both clauses really have; words of one of them alone support nothing.",
            "Copy words both clauses have (width and spaces do not count). If there are none, reconsider the pair.";
    }
    /// A text that a spreadsheet would take for a formula.
    FORMULA_LIKE_TEXT = "formula-like-text", Warning, fn formula_like_text(what: &Bilingual, start: char) {
        ja: "{what}が「{start}」で始まっており、表計算ソフトでは数式と見なされます",
            "公開データの CSV には書かれたとおりに載せるため、表計算ソフトで開いた人の画面で、数式として計算されます。",
            "文として正しいなら、そのままで構いません（データのページに注意書きがあります）。打ち間違いなら直してください。";
        en: "{what} starts with {start}, which a spreadsheet takes for a formula",
            "The open data holds texts as they are, so opening the CSV in a spreadsheet would calculate them.",
            "If the text is right, leave it: the data page warns of it. If it is a slip, correct it.";
    }
}
