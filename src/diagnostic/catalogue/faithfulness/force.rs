//! Promises that are firmer, weaker or the contrary of those of the clause: hedges, tense, negation.

findings! {
    /// The hedge … of the clause is missing.
    POST_HEDGE = "post-hedge", Error, fn post_hedge(word: &str) {
        ja: "原文の「{word}」が落ちています",
            "「努める」「検討する」「可能な限り」などがないと、決まっていないことを約束する文になります。",
            "「{word}」を残してください。";
        en: "the hedge `{word}` of the clause is missing",
            "Without it the post promises what is not decided.",
            "Keep it.";
    }
    /// The hedge … of the clause has become another.
    POST_HEDGE_CHANGED = "post-hedge-changed", Warning, fn post_hedge_changed(word: &str) {
        ja: "原文の「{word}」が、別の控え方に変わっています",
            "「検討する」と「努める」では、約束の重さが違います。",
            "原文の言葉を使ってください。";
        en: "the hedge `{word}` of the clause has become another",
            "検討する and 努める are not the same promise.",
            "Use the word of the clause.";
    }
    /// The sentence of the clause this is taken from ends with ….
    POST_HEDGE_FAR = "post-hedge-far", Warning, fn post_hedge_far(word: &str) {
        ja: "この文の原文は「{word}」で結ばれています",
            "並べて述べた事柄のすべてに、文末の言葉がかかることがあります。",
            "「{word}」がこの部分にもかかるかを確かめ、かかるなら残してください。";
        en: "the sentence of the clause this is taken from ends with `{word}`",
            "The end of a Japanese sentence may apply to all that it lists.",
            "See whether it applies here and keep it if so.";
    }
    /// The clause has no such hedge as ….
    POST_HEDGE_ADDED = "post-hedge-added", Warning, fn post_hedge_added(word: &str) {
        ja: "原文は言い切っていますが、「{word}」が加わっています",
            "原文より弱い約束に見えます。",
            "原文のとおりの強さで書いてください。";
        en: "the clause has no such hedge as `{word}`",
            "The post says less than the clause.",
            "Say it as firmly as the clause does.";
    }
    /// … says that it has been done.
    POST_TENSE = "post-tense", Error, fn post_tense(word: &str) {
        ja: "「{word}」は、もう終わったことのように読めます",
            "原文はこれから行うことを述べています。",
            "「～します」など、これからのことと分かる形にしてください。";
        en: "`{word}` says that it has been done",
            "The clause says that it is to be done.",
            "Use a form that speaks of what is to come.";
    }
    /// … says that it is under way.
    POST_PROGRESS = "post-progress", Warning, fn post_progress(word: &str) {
        ja: "「{word}」は、すでに進めていることのように読めます",
            "原文からは、始まっているかどうか分かりません。",
            "事実を確かめるか、「～します」にしてください。";
        en: "`{word}` says that it is under way",
            "The clause does not say that it has begun.",
            "Make sure of the fact, or write 「～します」.";
    }
    /// The clause only aims at it (……), the post says it is done.
    POST_PURPOSE = "post-purpose", Error, fn post_purpose(word: &str, aim: &str) {
        ja: "原文では「{word}{aim}…」と目的として述べていることを、行うこととして書いています",
            "目指すことと、行うことは違います。",
            "「{word}{aim}」の形を残してください。";
        en: "the clause only aims at it (`{word}{aim}`), the post says it is done",
            "An aim is not a deed.",
            "Keep 「{word}{aim}」.";
    }
    /// The post says できます, the clause does not.
    POST_ABILITY = "post-ability", Error, fn post_ability() {
        ja: "「できます」と言い切っていますが、原文はそう述べていません",
            "「できるように」は目的で、今できるという知らせではありません。",
            "「できるように」「できるよう」の形にしてください。";
        en: "the post says できます, the clause does not",
            "「できるように」 is an aim, not news of what is possible now.",
            "Write 「できるよう」 as the clause does.";
    }
    /// … denies what the clause does not deny.
    POST_NEGATION = "post-negation", Error, fn post_negation(word: &str) {
        ja: "「{word}」と打ち消していますが、原文は打ち消していません",
            "「する」と「しない」では意味が反対になります。",
            "原文のとおりに書いてください。";
        en: "`{word}` denies what the clause does not deny",
            "する and しない are contraries.",
            "Say it as the clause does.";
    }
    /// The negation in … of the clause is gone.
    POST_NEGATION_LOST = "post-negation-lost", Error, fn post_negation_lost(word: &str) {
        ja: "原文の「{word}」の打消しがなくなっています",
            "打消しがないと、意味が反対になります。",
            "打消しを残してください。";
        en: "the negation in `{word}` of the clause is gone",
            "Without it the post says the contrary.",
            "Keep it.";
    }
    /// The clause has no such negation as ….
    POST_NEGATION_OWN = "post-negation-own", Warning, fn post_negation_own(word: &str) {
        ja: "「{word}」という打消しは原文にありません",
            "原文にない「～しない」は、新しい約束や断りになります。",
            "原文にあることだけを書いてください。";
        en: "the clause has no such negation as `{word}`",
            "It is a promise or a refusal of its own.",
            "Say only what the clause says.";
    }
    /// … is the contrary of … in the clause.
    POST_OPPOSITE = "post-opposite", Error, fn post_opposite(word: &str, other: &str) {
        ja: "「{word}」は、原文の「{other}」と反対の意味です",
            "反対のことを市の方針として伝えてしまいます。",
            "原文の言葉に直してください。";
        en: "`{word}` is the contrary of `{other}` in the clause",
            "It tells the contrary as the policy of the city.",
            "Use the word of the clause.";
    }
}
