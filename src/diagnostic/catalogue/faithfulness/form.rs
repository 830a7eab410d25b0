//! The shape of a post: cuts, links, hashtags, characters, and words of its own.

findings! {
    /// A sentence is cut off.
    POST_CUT = "post-cut", Error, fn post_cut() {
        ja: "文が途中で切れています",
            "途中で切れた文は、意味が分からず、誤って受け取られます。",
            "文を終わりまで書くか、短い文に書き直してください。";
        en: "a sentence is cut off",
            "A sentence that stops midway is not understood, or misunderstood.",
            "Complete it, or write a shorter one.";
    }
    /// The text is shortened with ….
    POST_ELLIPSIS = "post-ellipsis", Error, fn post_ellipsis() {
        ja: "「…」で省略しています",
            "省略した部分に、大切な条件や限定があることがあります。",
            "省略せず、文を終わりまで書いてください。";
        en: "the text is shortened with …",
            "What is left out may be the condition that matters.",
            "Write whole sentences.";
    }
    /// The link to the clause  does not stand on a line of its own.
    POST_LINK_MISSING = "post-link-missing", Error, fn post_link_missing(link: &str) {
        ja: "原文へのリンク（{link}）が、単独の行にありません",
            "読む人が原文を確かめられるように、リンクは必ず、押せる形で載せます。",
            "リンクだけの行を加えてください。";
        en: "the link to the clause ({link}) does not stand on a line of its own",
            "Readers must be able to look the clause up.",
            "Add a line with nothing but the link.";
    }
    /// The link … is not that of the clause.
    POST_LINK_OTHER = "post-link-other", Error, fn post_link_other(link: &str) {
        ja: "リンク「{link}」は、この条項のものではありません",
            "原文と違うところへ読む人を導きます。",
            "この条項のリンクだけにしてください。";
        en: "the link `{link}` is not that of the clause",
            "It leads the reader somewhere else.",
            "Keep only the link of the clause.";
    }
    /// The hashtag … does not work as one.
    POST_TAG = "post-tag", Error, fn post_tag(word: &str) {
        ja: "ハッシュタグ「{word}」が、タグとして働きません",
            "前後に文字が続くと、文がタグに取り込まれたり、タグにならなかったりします。",
            "前後に空白か改行を置いてください。数字だけのタグは使えません。";
        en: "the hashtag `{word}` does not work as one",
            "Characters that touch it become part of it or stop it from being a tag.",
            "Put a space or a line break before and after it; digits alone are no tag.";
    }
    /// The hashtag … is not one of those agreed upon.
    POST_TAG_UNKNOWN = "post-tag-unknown", Warning, fn post_tag_unknown(word: &str) {
        ja: "ハッシュタグ「{word}」は、使うと決めたものではありません",
            "思わぬ話題と結び付くことがあります。",
            "決められたタグを使うか、設定に加えてください。";
        en: "the hashtag `{word}` is not one of those agreed upon",
            "It may tie the post to an unforeseen topic.",
            "Use one of those agreed upon, or add it to them.";
    }
    /// … may not be shown or read aloud correctly everywhere.
    POST_CHARACTER = "post-character", Warning, fn post_character(character: char) {
        ja: "「{character}」は、機種によって正しく表示されたり読み上げられたりしないことがあります",
            "丸数字・省略文字・半角カナなどは、読み上げで飛ばされることがあります。",
            "ふつうの文字に置き換えてください。";
        en: "`{character}` may not be shown or read aloud correctly everywhere",
            "Enclosed, squared and half-width characters may be skipped.",
            "Use ordinary characters.";
    }
    /// There are too many emoji, or one at the head of a line.
    POST_EMOJI = "post-emoji", Warning, fn post_emoji() {
        ja: "絵文字が多すぎるか、行の初めにあります",
            "読み上げでは、絵文字の名前が一つずつ読まれます。",
            "絵文字は2つまでにし、行の初めには置かないでください。";
        en: "there are too many emoji, or one at the head of a line",
            "They are read aloud by name, one after the other.",
            "Use at most two, and none at the head of a line.";
    }
    /// The word … is not in the clause.
    POST_OWN_WORD = "post-own-word", Warning, fn post_own_word(word: &str) {
        ja: "「{word}」は原文にない語です",
            "言い換えで意味が変わることがあります。",
            "原文と意味が同じかを確かめてください。";
        en: "the word `{word}` is not in the clause",
            "Other words may mean something else.",
            "Make sure that it means the same.";
    }
    /// This sentence has little in common with the clause.
    POST_OWN_SENTENCE = "post-own-sentence", Warning, fn post_own_sentence() {
        ja: "この文は、ほとんどが原文にない言葉です",
            "原文から離れた文は、自動では確かめられません。",
            "原文にあることだけを書いているかを確かめてください。";
        en: "this sentence has little in common with the clause",
            "What is far from the clause cannot be checked automatically.",
            "Make sure that it says only what the clause says.";
    }
    /// Automatic checks are not enough: somebody must read the post beside the clause.
    POST_NEEDS_READER = "post-needs-reader", Info, fn post_needs_reader() {
        ja: "自動の確認だけでは足りません。必ず人が原文と読み比べてください",
            "語を比べる検査では、修飾する相手の入替え、因果関係の変化、原文と同じ語だけを使った意味の取り違え、表にない言い換え、省いた文の重さは見つけられません。",
            "原文と投稿を並べて読み、だれが・何を・どこまで・いつ・どのような条件で行うかを確かめてください。";
        en: "automatic checks are not enough: somebody must read the post beside the clause",
            "Comparing words finds no exchanged modifiers, no changed causes, no wrong statements made of the same words, no paraphrases outside the tables, and not the weight of what is left out.",
            "Read both side by side: who does what, how far, when and under which condition.";
    }
}
