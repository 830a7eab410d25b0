//! Findings about values of front matter, settings and registries.

use crate::diagnostic::Bilingual;

findings! {
    /// An id with characters an address may not have.
    BAD_ID = "bad-id", Fatal, fn bad_id_of(id: &str, hint: &Bilingual) {
        ja: "id「{id}」は使えません",
            "id はそのままアドレスになります。メールや QR コードで崩れないよう、使える文字を限っています。",
            "英小文字・数字・ハイフン・下線だけで付けてください（con や nul など、Windows が別の用途に使う名前は除きます）。{hint}";
        en: "the id `{id}` cannot be used",
            "Ids become addresses, and must survive mails and QR codes.",
            "Use lowercase ASCII letters, digits, hyphens and underscores only, and no name that Windows keeps for itself such as con or nul. {hint}";
    }
    /// An id that begins with a name of hoshin's own pages.
    RESERVED_ID = "reserved-id", Fatal, fn reserved_id(id: &str, part: &str) {
        ja: "「{id}」は文書の名前にも以前の名前にもできません。「{part}」は、hoshin が作るページやフォルダーの名前です",
            "一つのアドレスに二つのページは置けません。どちらかのページが読めなくなります。",
            "ファイルやフォルダーの名前か、書誌の id を、r8/seisaku-keiei のような別の名前に変えてください。aliases に書いてあるなら、そこから消してください。すでにこの名前で公開した文書なら、記録（.lock）も移してから hoshin anchor rename {id} 新しい名前 --write を実行します。";
        en: "`{id}` cannot be the name or a former name of a document: `{part}` is a page or folder that hoshin makes itself",
            "Two pages cannot stand at one address. One of them could not be read.",
            "Give the file, its folder or the `id` another name, such as r8/seisaku-keiei. If the name stands under `aliases`, remove it. If the document was published under this name, move its record (.lock), too, and run hoshin anchor rename {id} NEW --write.";
    }
    /// Two things with one id.
    DUPLICATE_ID = "duplicate-id", Fatal, fn duplicate_id(id: &str) {
        ja: "id「{id}」が2つあります",
            "同じ id が2つあると、参照がどちらを指すのか決められません。",
            "どちらかの id を変えてください。";
        en: "the id `{id}` is used twice",
            "With two of them, what a reference means cannot be known.",
            "Change one of the two.";
    }
    /// A kind that is not one of the site's.
    UNKNOWN_KIND = "unknown-kind", Error, fn unknown_kind(kind: &str, hint: Option<&str>) {
        ja: "「{kind}」という文書の種類はありません",
            "種類の名前が揺れると、一覧や検索で同じ種類の文書がまとまりません。",
            "{hint}新しい種類は site.yaml の kinds に加えてください。";
        en: "there is no kind of document called `{kind}`",
            "If names of kinds vary, documents of one kind fall apart in lists and searches.",
            "{hint}Add new kinds to `kinds` in site.yaml.";
    }
    /// A department that `organizations.yaml` does not have.
    UNKNOWN_ORGANIZATION = "unknown-organization", Error, fn unknown_organization(id: &str, hint: Option<&str>) {
        ja: "組織「{id}」は organizations.yaml にありません",
            "組織の名前や前身・後身を示せません。",
            "{hint}organizations.yaml の id を書くか、そこへ組織を加えてください。";
        en: "the unit `{id}` is not in organizations.yaml",
            "Its name and history cannot be shown.",
            "{hint}Use an id of organizations.yaml, or add the unit there.";
    }
    /// A document above that does not exist.
    UNKNOWN_UPPER = "unknown-upper", Error, fn unknown_upper(id: &str, hint: Option<&str>) {
        ja: "upper の「{id}」という文書はありません",
            "上位の方針とのつながりが示されないまま公開されます。",
            "{hint}文書の id を書いてください。このサイトにない文書は、題名をそのまま書きます。";
        en: "there is no document `{id}` (in `upper`)",
            "The connection to the policy above would be missing from the page.",
            "{hint}Write the id of a document, or the printed title of one that is not on this site.";
    }
    /// The document that is continued does not exist.
    UNKNOWN_REPLACED = "unknown-replaced", Error, fn unknown_replaced(id: &str, hint: Option<&str>) {
        ja: "replaces の「{id}」という文書はありません",
            "どの文書を引き継いだものか、たどれなくなります。",
            "{hint}引き継ぐ前の文書（ふつうは前の年度のもの）の id を書いてください。";
        en: "there is no document `{id}` (in `replaces`)",
            "Nobody could tell which document this one continues.",
            "{hint}Write the id of the document it continues, usually last year's.";
    }
    /// A document continues itself, directly or through others.
    REPLACES_LOOP = "replaces-loop", Error, fn replaces_loop(id: &str) {
        ja: "replaces をたどると、この文書「{id}」自身に戻ります",
            "どの文書が先にあったのか決まりません。",
            "replaces には、これより前に作られた文書の id を書いてください。";
        en: "following `replaces` leads back to this document (`{id}`)",
            "Nobody could tell which of them came first.",
            "Let `replaces` name a document that was there before.";
    }
    /// The original of a variant does not exist.
    UNKNOWN_ORIGINAL = "unknown-original", Error, fn unknown_original(id: &str, hint: Option<&str>) {
        ja: "variant_of の「{id}」という文書はありません",
            "言語の違う版どうしが結ばれず、読む人が自分の読める版を見つけられません。",
            "{hint}元の文書の id を書いてください。";
        en: "there is no document `{id}` (in `variant_of`)",
            "The versions would not be linked, and readers would not find the one they can read.",
            "{hint}Write the id of the original document.";
    }
    /// A variant of a variant, or of itself.
    VARIANT_CHAIN = "variant-chain", Error, fn variant_chain(id: &str) {
        ja: "variant_of に書けるのは元の文書です。「{id}」は元の文書ではありません",
            "言語版の言語版や、自分自身を指す言語版では、どれが元の文書か決まりません。",
            "すべての言語版の variant_of に、元の（ふつうは日本語の）文書の id を書いてください。元の文書には書きません。";
        en: "`variant_of` takes the original document, and `{id}` is none",
            "With variants of variants, or of themselves, nobody knows which document is the original.",
            "Write the id of the original in every variant, and no variant_of in the original.";
    }
    /// Two variants in one language.
    VARIANT_LANGUAGE = "variant-language", Error, fn variant_language(language: &str, other: &str) {
        ja: "同じ言語（{language}）の版が、すでにあります：{other}",
            "読む人にもブラウザにも、どちらを開けばよいか分かりません。",
            "language を確かめてください。やさしい日本語は ja-simple、簡体字の中国語は zh-Hans、繁体字は zh-Hant と書きます。";
        en: "there already is a version in this language ({language}): {other}",
            "Neither readers nor browsers can tell which one to open.",
            "Check `language`: plain Japanese is ja-simple, Chinese zh-Hans or zh-Hant.";
    }
    /// An unreadable date.
    BAD_DATE = "bad-date", Fatal, fn bad_date(written: &str, reason: &Bilingual) {
        ja: "日付「{written}」を読めません（{reason}）",
            "日付は並び順・公開の時期・年度の点検に使われます。",
            "「令和8年4月1日」または「2026-04-01」の形で書いてください。";
        en: "the date `{written}` cannot be read ({reason})",
            "Dates decide order, publication and checks against the fiscal year.",
            "Write 2026-04-01 or 令和8年4月1日.";
    }
    /// An unreadable fiscal year.
    BAD_FISCAL_YEAR = "bad-fiscal-year", Fatal, fn bad_fiscal_year(written: &str) {
        ja: "年度「{written}」を読めません",
            "年度は、どの年のページに載せるかを決めます。",
            "「R8」「令和8年度」「2026」のいずれかの形で書いてください。";
        en: "the fiscal year `{written}` cannot be read",
            "It decides on the page of which year the document is listed.",
            "Write R8, 令和8年度 or 2026.";
    }
    /// A status that does not exist.
    BAD_STATUS = "bad-status", Fatal, fn bad_status(status: &str, hint: Option<&str>) {
        ja: "公開の状態「{status}」はありません",
            "書き間違いのために、公開する文書が出なかったり、下書きが出たりするのを防ぎます。",
            "{hint}draft（下書き）・approved（決裁済み）・published（公開）・superseded（改定前）のいずれかを書いてください。";
        en: "there is no status `{status}`",
            "A typing error must neither hide a document nor publish a draft.",
            "{hint}Write draft, approved, published or superseded.";
    }
    /// An unreadable moment of publication.
    BAD_PUBLISH_AT = "bad-publish-at", Fatal, fn bad_publish_at(written: &str) {
        ja: "公開の日時「{written}」を読めません",
            "読み違えると、決めた時刻より前に公開されるおそれがあります。",
            "「2026-04-01T09:00」（サイトの時間帯）、「2026-04-01T09:00+09:00」、または日付だけを書いてください。日時を決めていない間は、この行を消して status を draft にしておきます。";
        en: "the moment of publication `{written}` cannot be read",
            "Misread, the document might be public before its time.",
            "Write 2026-04-01T09:00 (in the site's time zone), 2026-04-01T09:00+09:00, or a date alone. While it is undecided, delete the line and keep the status at draft.";
    }
    /// A URL that is not http(s).
    BAD_URL = "bad-url", Fatal, fn bad_url(key: &str, written: &str) {
        ja: "{key} の「{written}」は URL として使えません",
            "リンクは https:// か http:// で始まるものに限っています。",
            "「https://www.city.example.jp/」のように、https:// から書いてください。";
        en: "`{written}` is no URL for {key}",
            "Only links that start with https:// or http:// are allowed.",
            "Write it in full: https://www.city.example.jp/.";
    }
    /// A time zone that does not exist.
    BAD_TIME_ZONE = "bad-time-zone", Fatal, fn bad_time_zone(written: &str) {
        ja: "時間帯「{written}」はありません",
            "公開の時刻を決められません。",
            "日本なら「Asia/Tokyo」と書くか、この行を消してください。";
        en: "there is no time zone `{written}`",
            "Times of publication cannot be known.",
            "Write an IANA name such as Asia/Tokyo, or remove the line.";
    }
    /// A language tag that is not one.
    BAD_LANGUAGE = "bad-language", Fatal, fn bad_language(written: &str, hint: Option<&str>) {
        ja: "言語「{written}」は言語の符号ではありません",
            "読み上げソフトは、この符号で読み方を決めます。",
            "{hint}日本語なら「ja」、英語なら「en」、ポルトガル語（ブラジル）なら「pt-BR」のように、登録された符号（BCP 47）で書いてください。";
        en: "`{written}` is no language tag",
            "Screen readers choose their voice by it.",
            "{hint}Write a registered tag of BCP 47, such as ja, en or pt-BR.";
    }
    /// `severities` names a code that does not exist.
    UNKNOWN_CODE = "unknown-code", Error, fn unknown_code(code: &str, hint: Option<&str>) {
        ja: "severities の「{code}」という指摘はありません",
            "書き間違えると、重さを変えたつもりの指摘が変わりません。",
            "{hint}指摘の名前は、実行結果の [ ] の中に表示されます。";
        en: "there is no finding called `{code}` (in `severities`)",
            "With a typing error the severity stays as it was, unnoticed.",
            "{hint}The names stand in brackets in the output.";
    }
    /// `severities` tries to change a code that may not be changed.
    FIXED_SEVERITY = "fixed-severity", Error, fn fixed_severity(code: &str) {
        ja: "「{code}」の重さは変えられません",
            "この指摘があると文書を読み取れず、軽くしても公開できません。",
            "この行を消し、指摘された箇所を直してください。";
        en: "the severity of `{code}` cannot be changed",
            "Where it is found the document cannot be read, so nothing could be published anyway.",
            "Remove this line and mend what is reported.";
    }
    /// A severity that does not exist.
    BAD_SEVERITY = "bad-severity", Error, fn bad_severity(severity: &str, hint: Option<&str>) {
        ja: "「{severity}」という重さはありません",
            "書き間違えると、重さを変えたつもりの指摘が変わりません。",
            "{hint}error・warning・info・off のいずれかを書いてください。";
        en: "there is no severity `{severity}`",
            "With a typing error the severity stays as it was, unnoticed.",
            "{hint}Write error, warning, info or off.";
    }
    /// A value that is not one of the known ones.
    NOT_A_CHOICE = "not-a-choice", Fatal, fn not_a_choice(key: &str, value: &str, choices: &str) {
        ja: "「{key}」に「{value}」は書けません",
            "ここに書ける値は決まっています。読めない値を黙って捨てると、設定したつもりのまま公開されます。",
            "次のように書いてください：{choices}";
        en: "`{key}` cannot be `{value}`",
            "Only certain values have a meaning here; one dropped in silence would publish the site without the setting.",
            "Write it like this: {choices}.";
    }
    /// An invalid area code.
    BAD_AREA_CODE = "bad-area-code", Error, fn bad_area_code(code: &str) {
        ja: "「{code}」は全国地方公共団体コードではありません",
            "公開データで自治体を取り違えると、他の自治体のデータと混ざります。",
            "検査数字を含む6桁の半角数字で書いてください（例：国分寺市は 132144）。";
        en: "{code} is not the code of a municipality",
            "A wrong code mixes the open data of this city with that of another one.",
            "Write six digits, the last of which is the check digit (Kokubunji is 132144).";
    }
    /// A colour of the site that is hard to read.
    COLOR_CONTRAST = "color-contrast", Error, fn color_contrast(key: &str, color: &str, ratio: &str) {
        ja: "「{key}」の色 {color} は、地の色との明るさの比が {ratio}:1 しかありません（7:1 以上が必要です）",
            "薄い文字は、目の弱い人や、日差しの中でスマートフォンを見る人には読めません。",
            "明るい画面用の色はもっと濃く、暗い画面用（_dark）の色はもっと薄くしてください。";
        en: "the colour {color} of `{key}` has a contrast of only {ratio}:1 with its ground (7:1 is needed)",
            "Faint text cannot be read by people with low vision, or on a phone in the sun.",
            "Choose a darker colour for the light scheme, a lighter one for the dark scheme (_dark).";
    }
    /// A logo that does not exist.
    LOGO_MISSING = "logo-missing", Error, fn logo_missing(path: &str) {
        ja: "ロゴの画像「{path}」がありません",
            "画像がないと、全てのページの上に壊れた印が出ます。",
            "content フォルダーからの場所を、logo.svg のように書いてください。大文字と小文字も区別されます。";
        en: "there is no logo `{path}`",
            "Without the picture every page would show a broken image at its top.",
            "Write its path below the content folder, such as logo.svg. Upper and lower case differ.";
    }
}
