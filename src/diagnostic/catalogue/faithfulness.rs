//! What comparing a post with its clause can find (`snippet/faithfulness`).

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
    /// What limits … (まで, から, 以上, 以下, 約 …) is not what the clause says.
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
    /// … does not occur in the clause.
    POST_ACTOR = "post-actor", Error, fn post_actor(word: &str) {
        ja: "「{word}」は原文に出てきません",
            "だれが行い、だれのためかが変わると、約束の意味が変わります。",
            "原文に出てくる人・組織だけを書いてください。";
        en: "`{word}` does not occur in the clause",
            "Who acts, and for whom, is part of the promise.",
            "Name only those the clause names.";
    }
    /// The clause does not say that … acts.
    POST_ACTOR_ADDED = "post-actor-added", Warning, fn post_actor_added(word: &str) {
        ja: "主語の「{word}」は原文にありません",
            "原文は、だれが行うかを書いていません。",
            "主語を省くか、事実を確かめてください。";
        en: "the clause does not say that `{word}` acts",
            "It does not say who does.",
            "Leave the subject out or make sure of it.";
    }
    /// The part of … (who acts, receives, takes part) is not that of the clause.
    POST_ROLE = "post-role", Error, fn post_role(word: &str) {
        ja: "「{word}」の役割（行う・受ける・共に行う）が原文と違います",
            "主語が入れ替わると、だれの約束かが変わります。",
            "原文と同じ人・組織を主語や相手にしてください。";
        en: "the part of `{word}` (who acts, receives, takes part) is not that of the clause",
            "When subjects change places, the promise is another one.",
            "Give everybody the part they have in the clause.";
    }
    /// The limit … of the clause is missing.
    POST_LIMIT = "post-limit", Error, fn post_limit(word: &str) {
        ja: "原文の「{word}」が落ちています",
            "「実質」「一部」「原則」「必要に応じて」などがないと、原文より広いことを言う文になります。",
            "「{word}」を残してください。";
        en: "the limit `{word}` of the clause is missing",
            "Without it the post says more than the clause.",
            "Keep it.";
    }
    /// The … that leaves the list open is missing.
    POST_OPEN_LIST = "post-open-list", Warning, fn post_open_list(word: &str) {
        ja: "原文の「{word}」が落ちています",
            "例として挙げたものが、全部のように読めます。",
            "「等」「など」を残してください。";
        en: "the `{word}` that leaves the list open is missing",
            "Examples look like the whole.",
            "Keep 等 or など.";
    }
    /// … is not in the clause.
    POST_SCOPE_WIDER = "post-scope-wider", Error, fn post_scope_wider(word: &str) {
        ja: "「{word}」は原文にありません",
            "例外がないという約束は、原文にあるときだけ書けます。",
            "「{word}」を除いてください。";
        en: "`{word}` is not in the clause",
            "That there is no exception can only be said where the clause says so.",
            "Remove it.";
    }
    /// … is not in the clause.
    POST_SCOPE_NARROWER = "post-scope-narrower", Error, fn post_scope_narrower(word: &str) {
        ja: "「{word}」は原文にありません",
            "原文より狭い範囲のことのように読めます。",
            "「{word}」を除いてください。";
        en: "`{word}` is not in the clause",
            "It makes the promise narrower than it is.",
            "Remove it.";
    }
    /// … may apply to something else than in the clause.
    POST_SCOPE_MOVED = "post-scope-moved", Warning, fn post_scope_moved(word: &str) {
        ja: "「{word}」が、原文とは別の言葉にかかっているかもしれません",
            "何が「全て」なのかが変わることがあります。",
            "原文で何にかかっているかを確かめてください。";
        en: "`{word}` may apply to something else than in the clause",
            "What there is no exception to may have changed.",
            "See what it applies to in the clause.";
    }
    /// … is not in the clause.
    POST_CLAIM = "post-claim", Error, fn post_claim(word: &str) {
        ja: "「{word}」は原文にありません",
            "していないこと、決まっていないことを知らせる投稿になります。",
            "原文にあることだけを書いてください。";
        en: "`{word}` is not in the clause",
            "The post reports what is not done or decided.",
            "Say only what the clause says.";
    }
    /// … is not in the clause.
    POST_SUPERLATIVE = "post-superlative", Error, fn post_superlative(word: &str) {
        ja: "「{word}」は原文にありません",
            "根拠のない最上級は、誤った知らせになります。",
            "「{word}」を除いてください。";
        en: "`{word}` is not in the clause",
            "A superlative without grounds is false.",
            "Remove it.";
    }
    /// … is not in the clause.
    POST_EMPHASIS = "post-emphasis", Warning, fn post_emphasis(word: &str) {
        ja: "「{word}」は原文にありません",
            "原文より強い印象を与えます。",
            "なくても通じるなら除いてください。";
        en: "`{word}` is not in the clause",
            "It makes the post sound stronger than the clause.",
            "Remove it if the sentence can do without.";
    }
    /// The clause does not say ….
    POST_TIME = "post-time", Error, fn post_time(word: &str) {
        ja: "「{word}」という時期は原文にありません",
            "時期を書くと、期限の約束になります。",
            "原文にある時期だけを書いてください。";
        en: "the clause does not say `{word}`",
            "To name a time is to promise it.",
            "Name only the times of the clause.";
    }
    /// The condition … of the clause is missing.
    POST_CONDITION = "post-condition", Error, fn post_condition(word: &str) {
        ja: "原文の条件「{word}」が落ちています",
            "ある場合だけのことが、いつものことのように読めます。",
            "条件を残してください。";
        en: "the condition `{word}` of the clause is missing",
            "What holds in one case looks as if it held always.",
            "Keep the condition.";
    }
    /// … of the clause is missing.
    POST_OCCASION = "post-occasion", Warning, fn post_occasion(word: &str) {
        ja: "原文の「{word}」が落ちています",
            "どのような機会のこと、何をした後のことかが分からなくなります。",
            "落としても意味が変わらないかを確かめてください。";
        en: "`{word}` of the clause is missing",
            "On which occasion, or after what, is no longer said.",
            "Make sure that the meaning is kept without it.";
    }
    /// The proviso (ただし …) of the clause is missing.
    POST_PROVISO = "post-proviso", Warning, fn post_proviso() {
        ja: "原文の「ただし…」の文が落ちています",
            "例外を述べた文がないと、例外がないように読めます。",
            "ただし書も載せるか、例外があることを書いてください。";
        en: "the proviso (ただし …) of the clause is missing",
            "Without it there seems to be no exception.",
            "Add it, or say that there is an exception.";
    }
    /// … and … stand in the other order in the clause.
    POST_ORDER = "post-order", Warning, fn post_order(first: &str, second: &str) {
        ja: "「{first}」と「{second}」の順序が、原文と逆です",
            "順序が変わると、原因と結果、主と従が入れ替わることがあります。",
            "意味が変わっていないかを確かめてください。";
        en: "`{first}` and `{second}` stand in the other order in the clause",
            "Cause and effect may have changed places.",
            "Make sure that the meaning is kept.";
    }
    /// The clause does not say ….
    POST_CAUSE = "post-cause", Warning, fn post_cause(word: &str) {
        ja: "「{word}」という因果関係は原文にありません",
            "原文にない原因や結果を述べることになります。",
            "原文がそう述べているかを確かめてください。";
        en: "the clause does not say `{word}`",
            "A cause is named that the clause does not name.",
            "Make sure that the clause says so.";
    }
    /// … is not the 及び or 又は of the clause.
    POST_CONJUNCTION = "post-conjunction", Warning, fn post_conjunction(word: &str) {
        ja: "「{word}」は、原文の「及び」「又は」と違います",
            "両方のことか、どちらかのことかが変わります。",
            "原文の接続の言葉に合わせてください。";
        en: "`{word}` is not the 及び or 又は of the clause",
            "Both is not either.",
            "Use the word of the clause.";
    }
    /// The clause knows no such duty as ….
    POST_DUTY = "post-duty", Error, fn post_duty(word: &str) {
        ja: "「{word}」という義務は原文にありません",
            "原文は市の職員に向けたもので、読む人に義務を負わせるものではありません。",
            "原文にあることだけを書いてください。";
        en: "the clause knows no such duty as `{word}`",
            "A clause orders the staff of the city; it lays no duty on the reader.",
            "Say only what the clause says.";
    }
    /// The clause makes no such request as ….
    POST_REQUEST = "post-request", Warning, fn post_request(word: &str) {
        ja: "「{word}」という呼び掛けは原文にありません",
            "市の方針ではなく、お願いのように読めます。",
            "呼び掛けが必要か、根拠があるかを確かめてください。";
        en: "the clause makes no such request as `{word}`",
            "The post reads as a request, not as a policy.",
            "See whether it is needed and founded.";
    }
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
