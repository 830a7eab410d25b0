//! Findings about the form of YAML.

use crate::diagnostic::Bilingual;

findings! {
    /// YAML that cannot be read, for a reason without words of its own.
    YAML_SYNTAX = "yaml-syntax", Fatal, fn yaml_syntax(reason: &str) {
        ja: "YAML として読めません（{reason}）",
            "書き方が崩れていると、値を取り違えるおそれがあります。",
            "この行と、その前の行の書き方（「名前: 値」の形、字下げ、引用符）を確かめてください。";
        en: "this is not valid YAML ({reason})",
            "If its form is broken, values might be taken for others.",
            "Check this line and the one before: `name: value`, indentation, quotes.";
    }
    /// A full-width colon after a key.
    YAML_FULL_WIDTH_COLON = "yaml-full-width-colon", Fatal, fn yaml_full_width_colon() {
        ja: "項目名のあとが全角のコロン「：」になっています",
            "全角のコロンは文字として扱われ、項目名と値の区切りになりません。",
            "半角のコロンと半角の空白「: 」に直してください。";
        en: "a full-width colon `：` follows the key",
            "A full-width colon is an ordinary character and does not separate key and value.",
            "Type a half-width colon and a space: `: `.";
    }
    /// U+3000 before a key.
    YAML_FULL_WIDTH_SPACE = "yaml-full-width-space", Fatal, fn yaml_full_width_space() {
        ja: "字下げに全角の空白が使われています",
            "字下げと認められるのは半角の空白だけです。",
            "行の先頭の全角の空白を、半角の空白2つに直してください。";
        en: "the indentation contains a full-width space",
            "Only half-width spaces count as indentation.",
            "Replace the full-width space by two half-width ones.";
    }
    /// A tab before a key or value.
    YAML_TAB = "yaml-tab", Fatal, fn yaml_tab() {
        ja: "字下げにタブが使われています",
            "YAML では字下げにタブを使えません。",
            "タブを半角の空白2つに直してください。";
        en: "the indentation contains a tab",
            "YAML does not allow tabs in indentation.",
            "Replace the tab by two spaces.";
    }
    /// No space after the colon of a key.
    YAML_SPACE_AFTER_COLON = "yaml-space-after-colon", Fatal, fn yaml_space_after_colon() {
        ja: "項目名のコロンのあとに半角の空白がありません",
            "半角の空白がないと、全体が1つの文字列と見なされます。",
            "「title: 題名」のように、コロンのあとに半角の空白を1つ入れてください。";
        en: "there is no space after the colon of the key",
            "Without a space the whole is one string.",
            "Put one half-width space after the colon: `title: …`.";
    }
    /// An unquoted `: ` within a value.
    YAML_COLON_IN_VALUE = "yaml-colon-in-value", Fatal, fn yaml_colon_in_value() {
        ja: "値の中の「: 」が、次の項目の始まりと見なされました",
            "半角のコロンと空白は、項目名と値の区切りに使われる記号です。",
            "値の全体を引用符で囲んでください（例：title: \"第1章: 目的\"）。前の行の字下げや引用符も確かめてください。";
        en: "`: ` within a value was taken for the start of another key",
            "A colon and a space separate key and value.",
            "Put the whole value in quotes: title: \"Part 1: Aims\". Check the indentation and quotes of the line before, too.";
    }
    /// A quotation mark is not closed.
    YAML_QUOTE = "yaml-quote", Fatal, fn yaml_quote() {
        ja: "引用符の始まりと終わりが合っていません",
            "引用符が閉じるまでのすべてが1つの値になり、閉じたあとには何も書けません。",
            "この値かその前の値を見て、値の全体を同じ引用符（\" または '）で囲んでください。";
        en: "quotation marks do not match",
            "Everything up to the closing mark is one value, and nothing may follow it.",
            "Look at this value and the one before: put the whole value between the same marks (\" or ').";
    }
    /// A bracket is not closed or does not match.
    YAML_BRACKET = "yaml-bracket", Fatal, fn yaml_bracket() {
        ja: "[ ] や {{ }} の対応がとれていません",
            "値が [ や { で始まると、並びや組の始まりと見なされます。",
            "括弧を閉じるか、値の全体を引用符で囲んでください。";
        en: "brackets [ ] or braces {{ }} do not match",
            "A value that starts with [ or { is taken for a list or a mapping.",
            "Close the bracket, or put the whole value in quotes.";
    }
    /// A value starts with a character YAML reserves.
    YAML_SPECIAL_CHARACTER = "yaml-special-character", Fatal, fn yaml_special_character(character: &str) {
        ja: "値を「{character}」で始めることはできません",
            "YAML で特別な意味をもつ記号です。",
            "値の全体を引用符で囲んでください（例：\"{character}…\"）。";
        en: "a value may not start with `{character}`",
            "YAML reserves this character.",
            "Put the whole value in quotes: \"{character}…\".";
    }
    /// Anchors, aliases and tags are refused.
    YAML_ALIAS = "yaml-alias", Fatal, fn yaml_alias() {
        ja: "YAML のアンカー（&）・エイリアス（*）・タグ（!）は使えません",
            "参照を重ねると小さなファイルが巨大な値になり、値の意味も読み取りにくくなります。",
            "値をそのまま書いてください。& や * や ! で始まる文章なら、引用符で囲んでください。";
        en: "anchors (&), aliases (*) and tags (!) are not allowed",
            "References upon references turn a small file into a huge value, and hide what is meant.",
            "Write the value itself. If it is text that starts with &, * or !, put it in quotes.";
    }
    /// YAML nested too deeply or with too many values.
    YAML_TOO_COMPLEX = "yaml-too-complex", Fatal, fn yaml_too_complex() {
        ja: "YAML の入れ子が深すぎるか、値の数が多すぎます",
            "壊れたファイルのために処理が終わらなくなるのを防いでいます（入れ子は16段、値は5万個まで）。",
            "余分な [ や {{ や字下げがないか確かめてください。";
        en: "this YAML is nested too deeply or has too many values",
            "Broken files must not keep the build busy for ever (16 levels, 50,000 values).",
            "Look for superfluous [ or {{ and for wrong indentation.";
    }
    /// More than one YAML document in a file.
    YAML_SEVERAL_DOCUMENTS = "yaml-several-documents", Fatal, fn yaml_several_documents() {
        ja: "1つの YAML に「---」の区切りが入っています",
            "「---」のあとは別の文書と見なされ、読まれません。",
            "「---」の行を取り除いてください。";
        en: "a `---` line divides this YAML",
            "What follows `---` would be another document and would not be read.",
            "Remove the `---` line.";
    }
    /// A key that is not text.
    YAML_KEY = "yaml-key", Fatal, fn yaml_key() {
        ja: "項目名が文字列ではありません",
            "項目名に並びや組を使うことはできません。",
            "「名前: 値」の形に直してください。";
        en: "this key is not text",
            "A list or mapping cannot be a key.",
            "Write `name: value`.";
    }
    /// Text where keys and values should be.
    YAML_NO_KEYS = "yaml-no-keys", Fatal, fn yaml_no_keys() {
        ja: "「名前: 値」の形の行がありません",
            "どの値が何を表すのかを読み取れません。",
            "「title: 題名」のように、項目名・半角のコロン・半角の空白・値の順に書いてください。";
        en: "there are no lines of the form `key: value`",
            "What the values mean cannot be known.",
            "Write key, colon, space and value: `title: …`.";
    }
    /// A key nobody knows.
    UNKNOWN_KEY = "unknown-key", Fatal, fn unknown_key(key: &str, suggestion: Option<&str>, keys: &[&str]) {
        ja: "「{key}」という項目はありません",
            "読まれない項目を見逃すと、書いたつもりの値が効かないまま公開されます。",
            "{suggestion}ここに書けるのは {keys} です。";
        en: "there is no key `{key}` here",
            "A key that nobody reads would be ignored unnoticed.",
            "{suggestion}Keys allowed here: {keys}.";
    }
    /// A key given twice.
    DUPLICATE_KEY = "duplicate-key", Fatal, fn duplicate_key(key: &str) {
        ja: "「{key}」が2回書かれています",
            "どちらの値を使うのか決められません。",
            "どちらか一方を消してください。";
        en: "`{key}` is given twice",
            "Which of the two is meant cannot be known.",
            "Remove one of them.";
    }
    /// A value of the wrong form.
    WRONG_TYPE = "wrong-type", Fatal, fn wrong_type(key: &str, form: &Bilingual) {
        ja: "「{key}」には{form}を書いてください",
            "値の形が違うと、意味を取り違えるおそれがあります。",
            "字下げ、行頭の「- 」、コロンのあとの半角の空白を確かめてください。[ や {{ で始まる文章は引用符で囲みます。";
        en: "`{key}` must be {form}",
            "A value of another form might be misunderstood.",
            "Check the indentation, the `- ` at line starts and the space after colons. Put text that starts with [ or {{ in quotes.";
    }
    /// A key that must be given is missing.
    MISSING_KEY = "missing-key", Fatal, fn missing_key(key: &str) {
        ja: "「{key}」が書かれていません",
            "ページを作るのに欠かせない項目です。",
            "「{key}: 値」の行を加えてください。";
        en: "`{key}` is missing",
            "No page can be made without it.",
            "Add a line `{key}: …`.";
    }
}
