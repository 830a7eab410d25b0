//! Numbers, dates, quotations, names and terms that are not those of the clause.

findings! {
    /// The number or date … is not in the clause.
    POST_NUMBER = "post-number", Error, fn post_number(word: &str) {
        ja: "「{word}」は原文にない数・日付です",
            "数や日付が違う投稿は、市の約束を誤って伝えます。",
            "原文の数・日付に直してください（全角・半角、和暦・西暦、単位の書き方の違いは問いません）。";
        en: "the number or date `{word}` is not in the clause",
            "A wrong number or date misstates what the city has promised.",
            "Use the number or date of the clause; width, era and spelling of units do not matter.";
    }
    /// The limit of … (まで, から, 以上, 以下, 約 …) differs from the clause.
    POST_BOUND = "post-bound", Error, fn post_bound(word: &str) {
        ja: "「{word}」の限り方（まで・から・以上・以下・約など）が原文と違います",
            "「2050年まで」と「2050年から」では意味が反対になります。",
            "原文と同じ言葉で限ってください。";
        en: "what limits `{word}` (まで, から, 以上, 以下, 約 …) is not what the clause says",
            "「2050年まで」 and 「2050年から」 are contraries.",
            "Use the limit of the clause.";
    }
    /// The word that limits … in the clause (まで, 約 …) is gone.
    POST_BOUND_LOST = "post-bound-lost", Warning, fn post_bound_lost(word: &str) {
        ja: "「{word}」に付いていた「まで」「約」などの言葉がなくなっています",
            "期限や幅を示す言葉がないと、数がそのまま約束に見えます。",
            "原文にある言葉を補ってください。";
        en: "the word that limits `{word}` in the clause (まで, 約 …) is gone",
            "Without it the number looks like a promise.",
            "Put it back.";
    }
    /// … is not quoted as it stands in the clause.
    POST_QUOTATION = "post-quotation", Error, fn post_quotation(word: &str) {
        ja: "「{word}」は原文のとおりの引用ではありません",
            "かぎ括弧の中は、原文の言葉として受け取られます。",
            "原文の言葉をそのまま、途中で切らずに引用するか、かぎ括弧を外してください。";
        en: "`{word}` is not quoted as it stands in the clause",
            "What stands in 「」 is taken for the words of the clause.",
            "Quote the words as they stand and whole, or remove the brackets.";
    }
    /// The bracket … has no partner.
    POST_BRACKET = "post-bracket", Error, fn post_bracket(bracket: char) {
        ja: "かっこ「{bracket}」の相手がありません",
            "かっこが閉じていないと、どこまでが引用か分かりません。",
            "かっこを対にしてください。";
        en: "the bracket `{bracket}` has no partner",
            "Without it nobody can tell where the quotation ends.",
            "Complete the pair.";
    }
    /// The name … is not in the clause.
    POST_NAME = "post-name", Error, fn post_name(word: &str) {
        ja: "「{word}」という名前は原文にありません",
            "よく似た名前の別の計画や組織を指すと、事実と違う投稿になります。",
            "原文にある名前を、省かずに書いてください。";
        en: "the name `{word}` is not in the clause",
            "A name that is nearly right names something else.",
            "Use the name of the clause, in full.";
    }
    /// The post says of … what the clause says of another name.
    POST_NAME_EXCHANGED = "post-name-exchanged", Error, fn post_name_exchanged(word: &str) {
        ja: "「{word}」について、原文が別の名前について述べていることを書いています",
            "名前の似た計画を取り違えると、根拠の違う投稿になります。",
            "原文で、どの名前について述べているかを確かめてください。";
        en: "the post says of `{word}` what the clause says of another name",
            "Plans with similar names are easily confused.",
            "See of which name the clause says it.";
    }
    /// … may mean more than one name of the clause.
    POST_NAME_UNCLEAR = "post-name-unclear", Warning, fn post_name_unclear(word: &str) {
        ja: "「{word}」が原文のどの名前を指すのか分かりません",
            "縮めると同じになる名前が、原文に2つ以上あります。",
            "名前を省かずに書いてください。";
        en: "`{word}` may mean more than one name of the clause",
            "The clause has two names that are the same when shortened so.",
            "Write the name in full.";
    }
    /// The word … is not in the clause.
    POST_FOREIGN_WORD = "post-foreign-word", Error, fn post_foreign_word(word: &str) {
        ja: "「{word}」は原文にない言葉です",
            "片仮名や英字の語は、名前や用語として受け取られます。",
            "原文にある語に直すか、用語集（terms.yaml）に言い換えとして登録してください。";
        en: "the word `{word}` is not in the clause",
            "Words in katakana or Latin letters are taken for names and terms.",
            "Use a word of the clause, or register it as a term in terms.yaml.";
    }
}
