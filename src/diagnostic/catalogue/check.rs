//! Findings of the `check` room.

findings! {
    /// Numbers of one series are missing.
    LABEL_GAP = "label-gap", Warning, fn label_gap(found: &str, before: &str) {
        ja: "番号が飛んでいます：「{before}」の次が「{found}」です",
            "番号が飛ぶと、読み手は項目が抜けたと受け取り、番号での引用も確かめられません。",
            "抜けた項目がないか、番号の打ち間違いがないかを確かめてください。欠番なら、その番号の項目に「削除」と書きます。";
        en: "a number is missing: {found} follows {before}",
            "A reader takes a missing number for a missing clause, and citations by number cannot be verified.",
            "Look for a lost clause or a mistyped number. If the number is vacant on purpose, keep a clause that says 削除.";
    }
    /// A series does not start with its first number.
    LABEL_START = "label-start", Warning, fn label_start(label: &str) {
        ja: "このまとまりの番号が「{label}」から始まっています",
            "前の番号の項目が抜けているか、見出しや本文として読まれている恐れがあります。",
            "前の項目が抜けていないか、その行の頭に余分な空白や記号がないかを確かめてください。";
        en: "the numbers here start with {label}",
            "The clauses before it may be lost, or may have been read as something else.",
            "Look for a lost clause, or for stray spaces or marks at the start of its line.";
    }
    /// A number goes back.
    LABEL_ORDER = "label-order", Warning, fn label_order(found: &str, before: &str) {
        ja: "番号の順序が逆です：「{before}」の後に「{found}」があります",
            "番号の順に読む人が、項目を見落とします。",
            "項目の並びか番号のどちらが正しいかを、決裁された原文で確かめてください。";
        en: "numbers go backwards: {found} comes after {before}",
            "Whoever reads by number overlooks a clause.",
            "Check against the decided text whether the order or the number is right.";
    }
    /// A number occurs twice.
    LABEL_DUPLICATE = "label-duplicate", Warning, fn label_duplicate(label: &str) {
        ja: "同じ番号「{label}」が同じまとまりの中に2度あります",
            "番号で引用されたとき、どちらの項目か分からなくなります。",
            "どちらの番号が正しいかを、決裁された原文で確かめてください。";
        en: "the number {label} occurs twice under the same heading",
            "A citation of that number does not say which clause it means.",
            "Check against the decided text which of the two is right.";
    }
    /// Widths within one label or among its siblings differ.
    LABEL_MIXED_WIDTH = "label-mixed-width", Warning, fn label_mixed_width(label: &str) {
        ja: "番号「{label}」の全角と半角がそろっていません",
            "同じ並びの番号で括弧や数字の幅が違うと、検索や引用のときに見落とされます（1桁を全角、2桁以上を半角とする書き方は正しいものとして扱います）。",
            "決裁された原文と同じ幅になっているかを確かめ、打ち間違いならそろえてください。";
        en: "the number {label} mixes full-width and half-width characters",
            "Numbers of one series in different widths are missed when searching and citing (one digit full-width, two digits half-width is official style and fine).",
            "Compare with the decided text; if it is a typing slip, make the widths the same.";
    }
    /// A heading is more than one level below the one before.
    HEADING_JUMP = "heading-jump", Warning, fn heading_jump(level: u8, before: u8) {
        ja: "見出しの段階が飛んでいます：レベル{before}の次にレベル{level}があります",
            "画面読み上げの利用者は見出しの段階をたどって読むため、段階が飛ぶと抜けがあるように聞こえます。",
            "見出しの「#」の数を、1つ上の見出しより1つだけ多くしてください。";
        en: "heading levels jump from {before} to {level}",
            "Screen reader users move by heading levels; a missing level sounds like a missing section.",
            "Use just one more # than the heading above has.";
    }
    /// Era year and Western year of a pair differ.
    ERA_MISMATCH = "era-mismatch", Warning, fn era_mismatch(text: &str, proper: &str) {
        ja: "「{text}」の和暦と西暦が合いません（{proper}）",
            "期限や年度の取り違えにつながります。",
            "どちらの年が正しいかを原文で確かめてください。原文の誤りをそのまま載せるときは、同じ名前の .yaml の queries に記します。";
        en: "the two years of {text} are not the same year ({proper})",
            "Deadlines and fiscal years are mistaken for others.",
            "Check which year is right. If the official text itself is wrong, keep it and record it under queries in the .yaml file.";
    }
    /// A date lies outside the era it is written in.
    ERA_OVERRUN = "era-overrun", Warning, fn era_overrun(text: &str, proper: &str) {
        ja: "「{text}」は、その元号の期間の外です（{proper}に当たります）",
            "改元前に書かれた将来の年は、そのままでは何年先か分かりにくくなっています。",
            "原文どおりなら残し、同じ名前の .yaml の queries に記してください。書き直せる文書なら「{proper}」とします。";
        en: "{text} lies outside its era (it is {proper})",
            "Years written ahead before a change of era are hard to place now.",
            "If the official text says so, keep it and record it under queries in the .yaml file; otherwise write {proper}.";
    }
    /// A day that does not exist.
    IMPOSSIBLE_DATE = "impossible-date", Warning, fn impossible_date(text: &str) {
        ja: "「{text}」という日付はありません",
            "存在しない日付は、期限や施行日を誰も確かめられません。",
            "年・月・日を原文で確かめてください。";
        en: "there is no such date: {text}",
            "Nobody can verify a deadline or a date of effect that does not exist.",
            "Check year, month and day against the original.";
    }
    /// The title names another fiscal year than the front matter.
    FISCAL_YEAR_MISMATCH = "fiscal-year-mismatch", Warning, fn fiscal_year_mismatch(title: &str, stated: &str) {
        ja: "表題の年度（{title}）と fiscal_year（{stated}）が違います",
            "前年の文書を写して作ったときに残りやすい誤りで、別の年度のページに載ってしまいます。",
            "fiscal_year を表題の年度に合わせるか、表題を確かめてください。";
        en: "the title says {title}, fiscal_year says {stated}",
            "Typical for a document copied from last year's; it would be listed under the wrong year.",
            "Make fiscal_year agree with the title, or check the title.";
    }
    /// `issued` is not the date of the text.
    ISSUED_MISMATCH = "issued-mismatch", Warning, fn issued_mismatch(text: &str, stated: &str) {
        ja: "本文の日付（{text}）と issued（{stated}）が違います",
            "issued はページやフィードに制定日として示されます。本文と違えば、どちらかが誤りです。",
            "issued を本文の日付に合わせてください。表明日や改定日であれば declared や revised に書きます。";
        en: "the text is dated {text}, issued says {stated}",
            "Pages and feeds show issued as the date of the decision; if the text says otherwise, one of them is wrong.",
            "Make issued agree with the text; a date of declaration or revision belongs in declared or revised.";
    }
    /// The printed title differs from the front matter.
    TITLE_MISMATCH = "title-mismatch", Warning, fn title_mismatch(text: &str, stated: &str) {
        ja: "本文の表題「{text}」と title「{stated}」が違います",
            "title は一覧・検索・引用に使われます。本文と違うと、別の文書のように見えます。",
            "title を本文の表題のとおりに書いてください（全角・半角と空白の違いは問いません）。";
        en: "the printed title {text} is not the title {stated}",
            "Lists, search and citations use title; if it differs from the text it looks like another document.",
            "Write title as printed (widths and spaces do not matter).";
    }
    /// The printed issuer differs from the front matter.
    ISSUER_MISMATCH = "issuer-mismatch", Warning, fn issuer_mismatch(text: &str, stated: &str) {
        ja: "本文の発出者「{text}」と issuer「{stated}」が違います",
            "異動の後に前任者の名前が残る誤りが多く、誰の方針かが変わってしまいます。",
            "issuer の post・name・as_printed を本文のとおりに直してください（全角・半角と空白の違いは問いません）。";
        en: "the printed issuer {text} is not the issuer {stated}",
            "A predecessor's name left behind changes whose policy it is.",
            "Make post, name and as_printed of issuer agree with the text (widths and spaces do not matter).";
    }
    /// A link leads nowhere.
    DEAD_LINK = "dead-link", Error, fn dead_link(destination: &str, hint: Option<&str>) {
        ja: "リンク先「{destination}」がありません",
            "公開した方針のリンクが切れていると、根拠をたどれません。",
            "{hint}文書は「../r7/xxx.md」、項目は「#s5-1」のように書きます。";
        en: "the link {destination} leads nowhere",
            "A policy whose links are dead cannot be followed to its grounds.",
            "{hint}Write documents as ../r7/xxx.md and clauses as #s5-1.";
    }
    /// A link leads to a document that is not public.
    WITHHELD_LINK = "withheld-link", Error, fn withheld_link(destination: &str) {
        ja: "リンク先「{destination}」は、まだ公開されていない文書です",
            "公開すると切れたリンクになり、未公開の文書があることも知られてしまいます。",
            "リンク先の status と publish_at を確かめ、公開までリンクを外してください。";
        en: "the link {destination} leads to a document that is not public",
            "It would be dead, and would give away that the document exists.",
            "Check status and publish_at of that document, or leave the link out until it is public.";
    }
    /// A link has a scheme no reader can follow.
    LINK_SCHEME = "link-scheme", Error, fn link_scheme(destination: &str) {
        ja: "「{destination}」は、サイトを見る人が開けないリンクです",
            "庁内のパソコンの場所（C:\\ や file:）やスクリプト（javascript:）は、市民のブラウザでは開けず、危険な場合もあります。",
            "公開された場所のアドレス（https://…）か、サイト内の文書・ファイルを指してください。";
        en: "{destination} is a link no visitor can open",
            "Places on an office computer (C:\\, file:) and scripts (javascript:) do not open in a citizen's browser and may be harmful.",
            "Link to a public address (https://…) or to a document or file of this site.";
    }
    /// An image does not exist.
    DEAD_IMAGE = "dead-image", Error, fn dead_image(destination: &str, hint: Option<&str>) {
        ja: "画像「{destination}」がありません",
            "画像が表示されず、読み手に内容が伝わりません。",
            "{hint}画像は文書と同じフォルダに置き、「figure.png」のように書きます。大文字と小文字も区別されます。";
        en: "the image {destination} does not exist",
            "Nothing is shown where the reader expects it.",
            "{hint}Put images beside the document and write figure.png; upper and lower case matter.";
    }
    /// An image lies on another site.
    EXTERNAL_IMAGE = "external-image", Error, fn external_image(destination: &str) {
        ja: "画像「{destination}」はこのサイトの外にあります",
            "外部の画像は、閲覧者の情報を外部に伝え、先方の都合で消えたり差し替わったりします。",
            "利用の許諾を確かめた上で、画像のファイルを文書と同じフォルダに置いてください。";
        en: "the image {destination} lies outside this site",
            "It tells others who is reading, and can vanish or change without notice.",
            "Check that you may use it and put the file beside the document.";
    }
    /// The text of a link does not say where it leads.
    VAGUE_LINK_TEXT = "vague-link-text", Warning, fn vague_link_text(text: &str) {
        ja: "リンクの文字が「{text}」だけでは、どこへ行くのか分かりません",
            "画面読み上げの利用者はリンクだけを拾って聞くことがあり、行き先が分かる文字が必要です（JIS X 8341-3 2.4.4）。",
            "リンク先の文書名など、そこに何があるかが分かる文字をリンクにしてください。";
        en: "the link text {text} does not say where it leads",
            "Screen reader users often hear links out of context (WCAG 2.4.4).",
            "Use words that name what is there, such as the document's title.";
    }
    /// A link has no text.
    EMPTY_LINK_TEXT = "empty-link-text", Warning, fn empty_link_text(destination: &str) {
        ja: "「{destination}」へのリンクに文字がありません",
            "文字のないリンクは見えず、押すことも読み上げることもできません。",
            "「[文書名]({destination})」のように、角括弧の中に文字を入れてください。";
        en: "the link to {destination} has no text",
            "It cannot be seen, clicked or read aloud.",
            "Write [the document's name]({destination}).";
    }
    /// An image has no alternative text.
    MISSING_ALT = "missing-alt", Warning, fn missing_alt(destination: &str) {
        ja: "画像「{destination}」に、内容を伝える代替テキストがありません",
            "画像を見られない人には、代替テキストが内容のすべてです（JIS X 8341-3 1.1.1）。ファイル名は内容を伝えません。",
            "「![内容の説明]({destination})」のように、角括弧の中に画像の内容を書いてください。";
        en: "the image {destination} has no text that tells what it shows",
            "For those who cannot see it, that text is all there is (WCAG 1.1.1). A file name tells nothing.",
            "Describe the image between the brackets: ![what it shows]({destination}).";
    }
    /// A control character.
    CONTROL_CHARACTER = "control-character", Fatal, fn control_character(name: &str) {
        ja: "制御文字 {name} が入っています",
            "画面には見えず、フィードなどの XML を壊します。他のソフトからの貼り付けで紛れ込みます。",
            "その文字を削除してください。見えないときは、前後の文字ごと打ち直します。";
        en: "there is a control character: {name}",
            "It is invisible and makes XML such as feeds invalid. It usually comes from pasting.",
            "Delete it; if it cannot be seen, retype the characters around it.";
    }
    /// A character that reverses the direction of text.
    BIDI_CONTROL = "bidi-control", Warning, fn bidi_control(name: &str) {
        ja: "文字の並ぶ向きを変える見えない文字 {name} が入っています",
            "画面に見える順序と実際の文字の順序が変わり、内容を偽ることもできます。",
            "意図したものでなければ削除してください。";
        en: "an invisible character changes the direction of text: {name}",
            "What is seen is no longer in the order of what is written; it can be used to deceive.",
            "Delete it unless it is meant.";
    }
    /// A zero-width character.
    ZERO_WIDTH_CHARACTER = "zero-width-character", Warning, fn zero_width_character(name: &str) {
        ja: "見えない文字 {name} が入っています",
            "見た目は同じでも別の文字列になり、検索や照合で見つからなくなります。Word や Web からの貼り付けで紛れ込みます。",
            "その文字を削除してください。見えないときは、前後の文字ごと打ち直します。";
        en: "there is an invisible character: {name}",
            "The text looks the same but no longer matches in search and comparison. It usually comes from pasting.",
            "Delete it; if it cannot be seen, retype the characters around it.";
    }
    /// Two different names that look the same.
    LOOK_ALIKE_NAME = "look-alike-name", Warning, fn look_alike_name(name: &str, other: &str, characters: &str) {
        ja: "「{name}」は「{other}」と見た目が同じで、使われている文字が違います",
            "人の目には同じ名前でも、コンピューターには別の名前です。検索や集計が2つに分かれ、Excel の表を取り込むときに取り違えます。",
            "違う文字は{characters}です。同じものなら、どちらかの文字にそろえてください。";
        en: "`{name}` looks like `{other}` and is written with other characters",
            "To the eye it is one name, to a computer two: searches and sums split in two, and a table from Excel takes one for the other.",
            "They differ in {characters}. If they are the same thing, write both with the same characters.";
    }
    /// The name of a linked file is not ASCII.
    ASSET_NAME = "asset-name", Info, fn asset_name(name: &str) {
        ja: "ファイル名「{name}」に日本語などの文字が含まれています",
            "アドレスが「%E3%83…」となって読みにくく、メールなどで切れることがあります。",
            "公開前であれば、英数字とハイフンの名前にすることをお勧めします。公開済みなら、そのままにしてください。";
        en: "the file name {name} has characters that are not ASCII",
            "Its address becomes %E3%83…, which is hard to read and is sometimes cut in mail.",
            "If it is not public yet, prefer letters, digits and hyphens; if it is, leave it.";
    }
    /// A linked file is a page or a program to a browser.
    ASSET_RUNS_IN_BROWSER = "asset-runs-in-browser", Warning, fn asset_runs_in_browser(name: &str) {
        ja: "ファイル「{name}」は、開くとブラウザーの中で市のサイトの一部として動きます",
            "hoshin は中を確かめずにそのまま公開します。中のプログラムは、閲覧者の情報を盗んだり、偽の表示をしたりできます。",
            "資料は PDF などにし、ページにする文章は Markdown で書いてください。そのまま公開するのは、市が作り、中身を確かめたものだけにしてください。";
        en: "browsers run the file {name} as a part of the city's site",
            "hoshin publishes it as it is and does not look inside. A script in it can steal from visitors and deceive them.",
            "Publish a PDF instead, or write the text in Markdown. Keep the file only if the city made it and knows what is in it.";
    }
    /// A placeholder is left.
    PLACEHOLDER = "placeholder", Warning, fn placeholder(what: &str) {
        ja: "「{what}」が、まだ記入されていません",
            "hoshin new が残した目印です。記入するまで、文書は出来上がりません。",
            "目印を、（ ）や # ごと、本当の内容に書き換えてください。要らない行は消します。";
        en: "still to be filled in: {what}",
            "hoshin new has left this mark; the document is not finished before it is filled in.",
            "Replace the mark, with its brackets or its #, by what belongs there; delete lines that are not needed.";
    }
    /// A placeholder is left in a document that is to be public.
    PLACEHOLDER_PUBLISHED = "placeholder-published", Error, fn placeholder_published(what: &str) {
        ja: "公開する文書に、「{what}」が記入されないまま残っています",
            "書きかけの目印が、市の方針として公開されてしまいます。",
            "目印を、本当の内容に書き換えてください。まだ書きかけなら、status: draft に戻します。";
        en: "in a document that is to be public, something is still to be filled in: {what}",
            "A mark of unfinished work would be published as the policy of the city.",
            "Replace the mark by what belongs there, or write status: draft while it is not finished.";
    }
    /// A sidecar names a clause that does not exist.
    UNKNOWN_CLAUSE = "unknown-clause", Error, fn unknown_clause(name: &str, hint: Option<&str>) {
        ja: "項目「{name}」は、この文書にありません",
            "別の項目に注記が付いたり、注記が失われたりするのを防ぐため、見つからない項目は誤りとします。",
            "{hint}項目の位置（例：s5-1）か、本文で付けた id を書いてください。";
        en: "this document has no clause {name}",
            "A note must not be lost, nor appear at another clause.",
            "{hint}Write the position of a clause (s5-1) or the id given to it in the text.";
    }
    /// A query is about words that the clause does not have.
    QUERY_NOT_FOUND = "query-not-found", Error, fn query_not_found(text: &str, clause: &str) {
        ja: "「{text}」は項目「{clause}」の本文にありません",
            "原文が直されたか、項目がずれたかです。注記が別の箇所を指してはいけません。",
            "本文の言葉を1字も違えずに text に写してください。本文が直されたのなら、この注記を消します。";
        en: "{text} does not occur in the clause {clause}",
            "Either the text was corrected or the clause moved; a note must not point at something else.",
            "Copy the words exactly as they stand in the text, or remove the note if the text was corrected.";
    }
}
