//! Findings about releases: what may become public, and when.

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
