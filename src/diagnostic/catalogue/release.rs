//! Findings about releases: what may become public, and when.

use crate::diagnostic::Bilingual;

findings! {
    /// A release for a day to come.
    RELEASE_IN_FUTURE = "release-in-future", Fatal, fn release_in_future() {
        ja: "まだ来ていない日時（--now）の姿は公開できません",
            "公開すると、公開前の文書が出てしまいます。公開した内容は取り消せません。",
            "その日が来てから hoshin release を実行してください。姿を確かめるだけなら hoshin serve --now 日時 を使います。";
        en: "the site of a day to come (--now) cannot be released",
            "Documents would come out before their day, and a release cannot be undone.",
            "Run hoshin release when the day has come. To look at that day, use hoshin serve --now TIME.";
    }

    /// The site of a day to come in the place of the released one.
    FUTURE_OVER_RELEASE = "future-over-release", Fatal, fn future_over_release(folder: &str) {
        ja: "「{folder}」には公開したサイトがあり、まだ来ていない日時（--now）のサイトでは置き換えられません",
            "誤って公開されると、公開前の文書が出てしまいます。",
            "別のフォルダーを --output で指定するか、hoshin serve --now 日時 で見てください。";
        en: "{folder} holds the released site, which the site of a day to come (--now) does not replace",
            "If that folder were published by mistake, documents would come out before their day.",
            "Name another folder with --output, or look at that day with hoshin serve --now TIME.";
    }

    /// A released text has changed, and its front matter does not say what the change is.
    RELEASED_TEXT_CHANGED = "released-text-changed", Warning, fn released_text_changed(document: &str, changes: &Bilingual) {
        ja: "公開した文書「{document}」の本文が、改定の日付のないまま変わっています（－ 公開した文、＋ 今の文）{changes}",
            "いつ、なぜ変わったのかが、どこにも残りません。このままでは hoshin release で公開できません。",
            "改定なら、冒頭に revised: 改定日（前の版より後の日付）を書いてください。写し間違いの訂正なら corrections: に日付（date）・条項（clause）・説明（note）を書きます。どちらでもなければ、文を元に戻してください。";
        en: "the text of the released document `{document}` has changed without a date (－ as released, ＋ now){changes}",
            "Nothing would tell when and why it changed. As it is, hoshin release refuses it.",
            "For a revision, write revised: DATE (later than the version before) in the front matter. For a slip of transcription, write date, clause and note under corrections:. Otherwise restore the text.";
    }

    /// The same when it is about to be released.
    RELEASE_UNDATED_CHANGE = "release-undated-change", Fatal, fn release_undated_change(document: &str, changes: &Bilingual) {
        ja: "公開した文書「{document}」の本文が、改定の日付のないまま変わっているので、公開できません（－ 公開した文、＋ 今の文）{changes}",
            "公開した文が黙って変わると、前の文を引用した人は、いつ変わったのかを確かめられません。",
            "改定なら、冒頭に revised: 改定日（前の版より後の日付）を書いてください。写し間違いの訂正なら corrections: に日付（date）・条項（clause）・説明（note）を書きます。どちらでもなければ、文を元に戻してください。";
        en: "the text of the released document `{document}` has changed without a date, so it cannot be released (－ as released, ＋ now){changes}",
            "If a released text changed in silence, nobody who cited it could tell when.",
            "For a revision, write revised: DATE (later than the version before) in the front matter. For a slip of transcription, write date, clause and note under corrections:. Otherwise restore the text.";
    }

    /// The first release of a site of an earlier version.
    RELEASE_NOT_ADOPTED = "release-not-adopted", Fatal, fn release_not_adopted() {
        ja: "このサイトには公開の記録がありませんが、アドレスの記録（.lock）には公開済みの条項があります",
            "以前の hoshin では、build がそのまま公開でした。引き継ぐと、今のサイトが第1回の公開になります。",
            "hoshin check の指摘を確かめてから、一度だけ hoshin release --adopt を実行してください。";
        en: "no release of this site is recorded, and its address records (.lock) have published clauses",
            "With earlier versions of hoshin every build was a publication. Taken over, the site of today becomes release 1.",
            "Look at the findings of hoshin check, then run hoshin release --adopt once.";
    }
}
