//! Findings about posts.

use crate::diagnostic::Bilingual;

findings! {
    /// A channel that is not in the table.
    UNKNOWN_CHANNEL = "unknown-channel", Error, fn unknown_channel(name: &str, hint: Option<&str>) {
        ja: "「{name}」という投稿先はありません",
            "投稿先ごとに字数の数え方と上限が違うため、名前が分からないと投稿文を作れません。",
            "{hint}使える名前は hoshin snippet list --help の説明と docs/snippets.md にあります。";
        en: "there is no channel `{name}`",
            "Each channel counts in its own way; without knowing which, no post can be made.",
            "{hint}The names are in docs/snippets.md.";
    }
    /// A limit that is no number.
    BAD_LIMIT = "bad-limit", Error, fn bad_limit(written: &str) {
        ja: "上限「{written}」は 1 以上の整数ではありません",
            "上限を読めないと、長すぎる投稿文を見逃します。",
            "「mastodon: 1000」のように、半角の数字だけで書いてください。";
        en: "the limit `{written}` is not a whole number above 0",
            "Without a limit, a post that is too long goes unnoticed.",
            "Write digits only: `mastodon: 1000`.";
    }
    /// A hashtag that platforms would cut off.
    BAD_HASHTAG = "bad-hashtag", Error, fn bad_hashtag(tag: &str) {
        ja: "「{tag}」はハッシュタグになりません",
            "空白や記号の所でタグが切れたり、数字だけのタグがただの文字になったりします。",
            "文字・数字・下線（_）だけで、数字以外を1字以上入れて書いてください。# は要りません。";
        en: "`{tag}` is no hashtag",
            "Platforms end a tag at a space or a sign, and take digits alone for text.",
            "Use letters, digits and _ only, with at least one letter; `#` is not needed.";
    }
    /// A field that a CSV file cannot have.
    UNKNOWN_CSV_FIELD = "unknown-csv-field", Error, fn unknown_csv_field(field: &str, hint: Option<&str>) {
        ja: "CSV の列に入れる「{field}」という項目はありません",
            "項目の名前が違うと、取り込み先の表に空の列ができます。",
            "{hint}書ける項目は docs/snippets.md の「CSV」にあります。";
        en: "there is no field `{field}` for a column of a CSV file",
            "With a wrong name the column would be empty.",
            "{hint}The fields are listed in docs/snippets.md.";
    }
    /// A format of moments that cannot be written.
    BAD_DATE_FORMAT = "bad-date-format", Error, fn bad_date_format(written: &str) {
        ja: "日時の書式「{written}」を使えません",
            "書式が誤っていると、予約投稿の日時が取り込めません。",
            "「%Y-%m-%d %H:%M」のように、% の付いた記号で書いてください。";
        en: "the date format `{written}` cannot be used",
            "With a wrong format a tool cannot read when a post is due.",
            "Write it as strftime has it: %Y-%m-%d %H:%M.";
    }
    /// An author's text that is too long for its channel.
    POST_TOO_LONG = "post-too-long", Error, fn post_too_long(channel: &str, over: usize, count: usize, limit: usize) {
        ja: "{channel} の投稿文が長すぎます（{count}／{limit}。{over} 超過）",
            "文を途中で切ることはしないため、このままでは投稿できません。リンクとハッシュタグも字数に入ります。",
            "文を短くするか、この行を消してください。消すと、条項から自動で作ります。";
        en: "the post for {channel} is too long ({count} of {limit}, {over} over)",
            "No sentence is ever cut, so it cannot be posted. The link and hashtags count, too.",
            "Shorten the text, or remove it: then a post is made of the clause.";
    }
    /// Signs that a channel refuses.
    POST_REFUSED_SIGN = "post-refused-sign", Error, fn post_refused_sign(channel: &str, signs: &str) {
        ja: "{channel} の投稿文に、使えない文字「{signs}」があります",
            "この投稿先は、その文字のある文を受け付けません。",
            "その文字を使わずに書いてください。条項そのものにあるときは、要約を書いてください。";
        en: "the post for {channel} has signs it does not take: {signs}",
            "The platform refuses texts with them.",
            "Write it without them.";
    }
    /// The clause or the post has changed since its approval.
    POST_CHANGED = "post-changed", Error, fn post_changed(channel: &str, by: &str, what: &Bilingual) {
        ja: "決裁後に変更されています：{channel} の{what}が、{by}の承認したものと違います",
            "承認は、そのときの条項と投稿文に対するものです。変わったものを承認済みとして出すことはできません。",
            "内容を確かめ、改めて承認を受けてください（hoshin snippet approve）。変更が誤りなら元に戻してください。";
        en: "changed after approval: {what} for {channel} is not what {by} approved",
            "An approval is for a clause and a post as they were. What has changed cannot go out as approved.",
            "Look at it and have it approved again (hoshin snippet approve), or undo the change.";
    }
    /// A clause that was posted about and has changed since.
    POSTED_CLAUSE_CHANGED = "posted-clause-changed", Warning, fn posted_clause_changed(channel: &str, on: &str, url: &str) {
        ja: "{on}に {channel} へ投稿した後に、条項の本文が変わっています{url}",
            "投稿には元の本文のことが書かれたままで、リンクの先と食い違います。",
            "投稿を確かめ、要るなら correction_of に投稿のアドレスを書いて訂正を出してください。確かめ終えたら posted の clause を今の値に改めます。";
        en: "the clause has changed since it was posted about on {channel} ({on}){url}",
            "The post still says what the clause once said, and its link leads to something else.",
            "Look at the post; if need be, post a correction (`correction_of`). Then bring `clause` of the entry up to date.";
    }
    /// A picture without an alternative text.
    POST_ALT_MISSING = "post-alt-missing", Error, fn post_alt_missing() {
        ja: "画像（image）に代替テキスト（alt）がありません",
            "画像の見えない人に、何の画像かが伝わりません。",
            "画像に何があるかを、alt に1文で書いてください。";
        en: "the picture (`image`) has no alternative text (`alt`)",
            "Those who cannot see it are not told what it shows.",
            "Say in `alt`, in one sentence, what it shows.";
    }
    /// A sidecar that cannot be written to.
    APPROVAL_UNWRITABLE = "approval-unwritable", Error, fn approval_unwritable(path: &str) {
        ja: "{path} に承認を書き込めません",
            "注釈や並びを崩さずに書き加えられる形（字下げした「名前: 値」の行）でないため、何も書きませんでした。",
            "「clauses:」の下を、{{ }} や [ ] を使わず、字下げした行で書いてから、もう一度実行してください。";
        en: "the approval cannot be written into {path}",
            "The file is not in the form that can be added to without disturbing comments and order, so nothing was written.",
            "Write what is under `clauses:` as indented lines, without {{ }} and [ ], and try again.";
    }
    /// A post that does not exist cannot be approved.
    POST_NONE = "post-none", Error, fn post_none(place: &str, channel: &str) {
        ja: "{place} には、{channel} の投稿文がありません",
            "承認は、できあがった投稿文に対してするものです。",
            "hoshin snippet show で理由を確かめ、要るならサイドカーの sns に投稿文を書いてください。";
        en: "there is no post for {channel} about {place}",
            "Only a finished post can be approved.",
            "hoshin snippet show says why; if need be, write a text under `sns` in the sidecar.";
    }
    /// A character the font of card images does not have.
    CARD_GLYPH_MISSING = "card-glyph-missing", Error, fn card_glyph_missing(sign: &str, code: &str, place: &str) {
        ja: "{place}のカード画像に、文字「{sign}」（{code}）を描けません",
            "カード画像に使う文字（BIZ UDゴシック）に、この文字の形がありません。形のないまま描くと四角（□）になります。",
            "サイドカーの sns の card に、その文字を使わない文を書いて承認を受けるか（公開する画像には承認済みの文だけを使います）、image と alt で別の画像を指定してください。題名・見出し・市の名前にある文字なら、画像を指定します。";
        en: "the card image of {place} cannot show the character `{sign}` ({code})",
            "The font of card images (BIZ UDGothic) does not have it, and it would be drawn as a box.",
            "Write words without it as `card` under `sns` in the sidecar and have them approved (only approved words are on public cards), or name a picture (`image`, `alt`); do the latter when it stands in a title, a heading or the city's name.";
    }
    /// Words that do not fit on a card image.
    CARD_TEXT_TOO_LONG = "card-text-too-long", Error, fn card_text_too_long(place: &str) {
        ja: "{place}のカード画像に、文が収まりません",
            "文を途中で切ることはせず、いちばん小さい文字でも入らないときは描きません。改行が多いと、字数が少なくても収まらないことがあります。",
            "card の文を短くするか、改行を減らしてください。card を消すと、条項の文から作ります。";
        en: "the words for the card image of {place} do not fit on it",
            "No sentence is ever cut; what does not fit in the smallest type is not drawn. Line ends take room, too.",
            "Shorten `card`, or use fewer lines. Without it, the card is made of the clause.";
    }
}
