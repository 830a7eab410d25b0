//! Actors, limits and conditions that differ from those of the clause.

findings! {
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
}
