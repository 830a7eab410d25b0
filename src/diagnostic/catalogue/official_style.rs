//! Findings of the `check` room about official style (公用文), after 「公用文作成の考え方」（文化審議会建議、令和4年1月7日）. All are
//! information.

findings! {
    /// An auxiliary verb in kanji.
    KANJI_AUXILIARY = "kanji-auxiliary", Info, fn kanji_auxiliary(written: &str, plain: &str) {
        ja: "「{written}」は、公用文では仮名で書きます",
            "補助的に使う「ください」と、可能を表す「できる」は、仮名で書くことになっています（平成22年内閣訓令第1号、公用文作成の考え方 Ⅰ）。",
            "「{plain}」と書いてください。決裁された原文なら、原文のままにします。";
        en: "official texts write {written} in kana",
            "The auxiliary ください and できる of ability are written in kana (Cabinet instruction 1 of 2010; Council for Cultural Affairs, 7 January 2022, I).",
            "Write {plain}. If the text is decided, leave it.";
    }
    /// A kana too many.
    OKURIGANA = "okurigana", Info, fn okurigana(written: &str, plain: &str) {
        ja: "「{written}」は、公用文では「{plain}」と書きます",
            "公用文の送り仮名は、「送り仮名の付け方」（昭和48年内閣告示第2号）の本則によります（公用文作成の考え方 Ⅰ）。",
            "「{plain}」と書いてください。決裁された原文なら、原文のままにします。";
        en: "official texts write {plain} for {written}",
            "They follow the principal rules of Cabinet notification 2 of 1973 (Council for Cultural Affairs, 7 January 2022, I).",
            "Write {plain}. If the text is decided, leave it.";
    }
    /// Two kinds of commas or full stops in one document.
    MIXED_PUNCTUATION = "mixed-punctuation", Info, fn mixed_punctuation(sign: char, plain: &str) {
        ja: "「{plain}」を使う文書の中に「{sign}」があります",
            "句点には「。」、読点には「、」を使うのが原則です。読点に「，」を使うこともできますが、1つの文書の中で混ぜないことになっています（公用文作成の考え方 Ⅰ）。",
            "「{plain}」にそろえてください。決裁された原文なら、原文のままにします。";
        en: "there is {sign} in a document that uses {plain}",
            "Full stops are 。 and commas 、. The comma ， is allowed, but not beside 、 in one text (Council for Cultural Affairs, 7 January 2022, I).",
            "Use {plain} throughout. If the text is decided, leave it.";
    }
    /// 並びに without 及び, 若しくは without 又は.
    LONE_CONJUNCTION = "lone-conjunction", Info, fn lone_conjunction(conjunction: &str, other: &str) {
        ja: "「{other}」のない文に「{conjunction}」があります",
            "「並びに」は「及び」でつないだものをさらにつなぐとき、「若しくは」は「又は」で分けたものの中をさらに分けるときに使います（公用文作成の考え方 Ⅱ）。",
            "段階が1つだけなら「{other}」と書いてください。決裁された原文なら、原文のままにします。";
        en: "{conjunction} stands in a sentence without {other}",
            "並びに joins groups that 及び has joined, and 若しくは divides what 又は has divided (Council for Cultural Affairs, 7 January 2022, II).",
            "Where there is one rank only, write {other}. If the text is decided, leave it.";
    }
    /// Sentences of more than 100 characters.
    LONG_SENTENCE = "long-sentence", Info, fn long_sentence(count: usize, longest: usize) {
        ja: "100字を超える文が {count} つあります（ここは {longest} 字で、いちばん長い文です）",
            "一文が50〜60字を超えると、読みにくくなる可能性があるとされています（公用文作成の考え方 Ⅲ）。",
            "文を分けるか、並べた事柄を箇条書きにしてください。決裁された原文なら、原文のままにします。";
        en: "sentences of more than 100 characters: {count} (this is the longest, of {longest})",
            "From 50 to 60 characters on a sentence may be hard to read (Council for Cultural Affairs, 7 January 2022, III).",
            "Divide it, or make a list of what it enumerates. If the text is decided, leave it.";
    }
    /// 等 twice.
    DOUBLED_ET_CETERA = "doubled-et-cetera", Info, fn doubled_et_cetera(written: &str) {
        ja: "「{written}」は、同じことを2度言っています",
            "「等」や「など」は1度で足ります。何を指すかを書いたほうが伝わります（公用文作成の考え方 Ⅱ）。",
            "どちらかを取ってください。決裁された原文なら、原文のままにします。";
        en: "{written} says the same twice",
            "等 or など once is enough, and naming the rest is better still (Council for Cultural Affairs, 7 January 2022, II).",
            "Remove one of them. If the text is decided, leave it.";
    }
}
