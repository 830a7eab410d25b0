//! The words of the preview's pages, in one table. A word that lacks a language does not compile.

use serde::Serialize;

use crate::diagnostic::Lang;

macro_rules! words {
    ($($name:ident: $ja:literal, $en:literal;)*) => {
        /// The words in one language.
        #[derive(Debug, Serialize)]
        pub(super) struct Words {
            /// The language, for `lang`.
            pub(super) language: &'static str,
            $(pub(super) $name: &'static str,)*
        }

        static JA: Words = Words { language: "ja", $($name: $ja,)* };
        static EN: Words = Words { language: "en", $($name: $en,)* };

        #[cfg(test)]
        pub(super) const TABLE: &[(&str, &str, &str)] = &[$((stringify!($name), $ja, $en),)*];
    };
}

words! {
    skip: "本文へ移動", "Skip to main content";
    preview: "プレビュー", "Preview";
    only_here: "この画面は手元の確認用です。公開されるサイトには入りません。", "These pages are for you only. They are never part of the published site.";
    pages: "確認用の画面", "Pages of the preview";
    site: "サイトを見る", "See the site";
    missing: "この画面はありません", "There is no such page";
    missing_why: "文書がなくなったか、名前が変わりました。文書が戻ると、この画面も自動で戻ります。", "Its document is gone or has another name. When the document is back, so is this page.";
    dashboard: "全体のようす", "Overview";
    posts: "投稿文", "Posts";
    addresses: "アドレスの変化", "Addresses";
    open_editor: "エディターで開く", "Open in the editor";
    above: "一覧へ戻る", "Back to the list";

    waiting: "まだ表示できるページがありません", "There is no page to show yet";

    // The notice on pages of the site.
    notice_badge: "指摘 {count} 件", "{count} found";
    notice_title: "直すところが {count} 件あります", "{count} to mend";
    notice_note: "下のページは、最後に正しかったときのものです。直して保存すると、自動で新しくなります。", "The page below is the last one that was right. It is renewed as soon as a mended file is saved.";
    notice_all: "すべての指摘を見る", "See everything that was found";

    // Dashboard.
    findings: "指摘", "Findings";
    nothing_found: "指摘はありません。このまま公開できます。", "Nothing was found. The site can be published as it is.";
    stops: "エラーがあるため、このままでは公開できません。直すまで、画面は直前の正しい状態のままです。", "There are errors, so nothing can be published. Until they are mended you see the last good state.";
    errors: "エラー", "errors";
    warnings: "警告", "warnings";
    infos: "情報", "for information";
    error: "エラー", "error";
    warning: "警告", "warning";
    info: "情報", "information";
    colon: "：", ": ";
    none: "なし", "none";
    why: "理由", "Why";
    help: "直し方", "How to mend it";
    related: "関連する場所", "See also";
    whole_site: "サイト全体", "The site as a whole";
    more_findings: "ここまでに載せきれない指摘が、ほかに{count}件あります。hoshin check ですべて見られます。", "There are {count} more findings than fit here. hoshin check shows them all.";
    documents: "文書", "Documents";
    no_documents: "文書は、まだありません。hoshin new で作れます。", "There are no documents yet. hoshin new makes one.";
    no_site: "site.yaml を読めないため、文書のことはまだ分かりません。", "site.yaml cannot be read, so nothing is known of the documents yet.";
    page: "ページ", "Page";
    replaces: "引き継ぐ前の文書", "Continues";
    published: "公開", "published";
    superseded: "公開（改められた文書）", "published, superseded";
    draft: "下書き", "draft";
    approved: "承認済み（未公開）", "approved, not published";
    embargoed: "{when} に公開", "public from {when}";
    coming: "これから公開されるもの", "What becomes public when";
    nothing_coming: "公開の日時を決めた文書はありません。", "No document has a time of publication to come.";
    planned_post: "投稿の予定", "planned post";
    drafts: "下書き・承認済みの文書", "Drafts and approved documents";
    no_drafts: "下書きの文書はありません。", "There are no drafts.";

    // Posts.
    posts_lead: "条項ごとの投稿文が、X と LINE でどう見えるかを示します。見た目は目安です。字数は、それぞれの数え方で数えています。", "How the posts of each clause will look on X and LINE. The look is approximate; the counts are exact, each in the way of its platform.";
    posts_of: "{title}の投稿文", "Posts of {title}";
    no_posts: "投稿文を作れる条項がありません。", "There is no clause that could be posted about.";
    original: "原文", "Text of the clause";
    refused: "投稿文を作れません", "No post can be made";
    skeleton: "sns に書くときのひな形", "What can be written into the sidecar";
    used: "{count}／{limit}", "{count} of {limit}";
    no_limit: "{count}（上限なし）", "{count} (no limit)";
    rest: "残り全角{room}字", "room for {room} full-width characters";
    over_soft: "投稿の方法によっては {above} 超過します", "{above} above what some ways of posting take";
    made_from: "もとの文", "Made from";
    approval: "決裁", "Approval";
    open: "未決裁", "not approved yet";
    approved_by: "承認済み（{by}、{on}）", "approved ({by}, {on})";
    clause_changed: "承認（{by}）の後に条項が変わりました", "the clause has changed since it was approved ({by})";
    post_changed: "承認（{by}）の後に投稿文が変わりました", "the post has changed since it was approved ({by})";
    remarks: "原文との照らし合わせ", "Compared with the clause";
    no_remarks: "自動の確認では気付いた点はありません。必ず人が読んで確かめてください。", "The automatic checks found nothing. A person has to read it all the same.";
    verbatim: "原文そのままです。", "The words are the clause's own.";
    until_20: "通知の20字まで", "first 20 of a notification";
    until_100: "100字まで", "first 100";
    push_note: "LINE の通知では、おおむね最初の20字が目に入り、表示されるのは100字程度までです。", "A LINE notification shows about 100 characters; people see about 20.";
    part_of: "{count}件のうち{part}件目", "part {part} of {count}";
    provisional: "まだ公開していない条項です。アドレスの最後の5字は仮のものです。", "This clause has not been published. The last five characters of its address are provisional.";
    card: "リンクのカード（目安）", "The card of the link (approximate)";
    next_page: "次のページ", "Next page";
    previous_page: "前のページ", "Previous page";
    page_of: "{count}ページのうち{page}ページ目", "Page {page} of {count}";
    same_as_line: "LINE（Messaging API）と同じ文です。", "The same text as on LINE (Messaging API).";
    other_channels: "ほかの投稿先の文は hoshin snippet show で見られます。", "hoshin snippet show shows the posts for other channels.";

    // Addresses.
    addresses_lead: "公開済みのアドレスに、いまの編集が何をするかを示します。何も記録されません。記録するのは hoshin build だけです。", "What the edit does to published addresses. Nothing is recorded here; only hoshin build records.";
    addresses_of: "{title}のアドレスの変化", "Addresses of {title}";
    unchanged: "公開済みの{count}項は、場所も文も変わっていません。", "All {count} published clauses stand where they stood and say what they said.";
    never_published: "この文書は、まだ公開されていません。公開すると、{count}項にアドレスが付きます。", "This document has never been published. Publishing it gives {count} clauses their addresses.";
    lock_unreadable: "アドレスの記録（.lock）を読めません。", "The address record (.lock) cannot be read.";
    summary: "変化のまとめ", "In short";
    kind_moved: "場所が変わった", "moved";
    kind_reworded: "文が変わった", "reworded";
    kind_both: "場所と文が変わった", "moved and reworded";
    kind_unclear: "どの項か決まらない", "unclear";
    kind_lost: "なくなった", "gone";
    kind_new: "新しい", "new";
    kind_same: "変わらない", "unchanged";
    count: "{count}項", "{count}";
    was_is: "{was} から {is} へ", "from {was} to {is}";
    former: "以前の場所 {place}", "formerly {place}";
    added: "追加", "added";
    removed: "削除", "removed";
    linked_by: "この項へのリンク", "Who links to it";
    linked_by_nobody: "このサイトの中からのリンクはありません。", "Nothing on this site links to it.";
    posted: "{channel}に投稿済み（{on}）", "posted on {channel} ({on})";
    settle_note: "どれか一つを、サイトのフォルダーで実行してください。", "Run one of these in the site's folder.";
    lost_note: "この項のアドレスには、なくなったことの案内が出ます。わけや後継を添えるには、次を実行します。", "Its address will lead to a note that it is gone. To give a reason or a successor, run:";
    moved_note: "古いリンクは、新しい場所に届きます。することはありません。", "Old links lead to the new place. There is nothing to do.";
    reworded_note: "アドレスはそのままです。別の項だと考えるときは、次を実行します。", "Its address stays. If you think it is another clause, run:";
    new_note: "公開すると、新しいアドレスが付きます。", "Publishing gives it a new address.";
    candidates: "候補", "Candidates";
    changes: "{count}項に変化", "{count} changed";
    no_changes: "変化なし", "no changes";
    taken_down: "公開をやめた文書です。", "This document was taken down.";
    taken_down_on: "公開をやめた文書です（{on}）。", "This document was taken down ({on}).";
    taken_down_because: "わけ：{reason}。", " Why: {reason}.";
    lost_document: "公開した文書ですが、原稿がありません。どうするかを決めるまで公開できません。", "This document was published and its text is gone. Nothing can be published until you say what became of it.";
    former_addresses: "公開した{count}項のアドレスは、公開をやめたことの案内に届きます。", "The addresses of its {count} published clauses lead to a note that it was taken down.";
    settle_document: "決めることがあります", "to be settled";
    rename_it: "名前を変えた（記録も同じ名前に変えてから）", "it was renamed (rename its record, too, first)";
    retire_it: "公開をやめる", "it is taken down for good";
    document_linked_by: "この文書へのリンク", "Who links to this document";
    settle_needed: "決めることが{count}件", "{count} to be settled";
}

impl Words {
    /// The words of a language.
    pub(super) fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Ja => &JA,
            Lang::En => &EN,
        }
    }
}

/// A text with its `{name}` placeholders filled. Braces in the values are left alone.
pub(super) fn filled(word: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = word;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = after.split_once('}') else { break };
        out.extend(values.iter().filter(|(known, _)| *known == name).map(|(_, value)| *value));
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_placeholders() {
        let places = |text: &str| {
            let mut places: Vec<String> =
                text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect();
            places.sort();
            places
        };
        for (name, ja, en) in TABLE {
            assert_eq!(places(ja), places(en), "{name}");
            assert!(en.is_ascii(), "{name}: {en}");
        }
    }

    #[test]
    fn every_word_is_used() {
        let own = [
            include_str!("additions.rs"),
            include_str!("addresses/changes.rs"),
            include_str!("addresses/former.rs"),
            include_str!("addresses/mod.rs"),
            include_str!("dashboard.rs"),
            include_str!("finding.rs"),
            include_str!("former.rs"),
            include_str!("page_templates.rs"),
            include_str!("posts.rs"),
            include_str!("status.rs"),
            include_str!("templates/addresses.html"),
            include_str!("templates/base.html"),
            include_str!("templates/dashboard.html"),
            include_str!("templates/list.html"),
            include_str!("templates/missing.html"),
            include_str!("templates/notice.html"),
            include_str!("templates/parts.html"),
            include_str!("templates/posts.html"),
            include_str!("templates/waiting.html"),
        ]
        .concat();
        let is_said = |name: &str| {
            let word = format!("words.{name}");
            own.split(&word).skip(1).any(|after| !after.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
        };
        let left_over: Vec<&str> = TABLE.iter().map(|(name, ..)| *name).filter(|name| !is_said(name)).collect();
        assert_eq!(left_over, [""; 0]);
    }

    #[test]
    fn braces_in_values_are_left_alone() {
        assert_eq!(filled("{a}と{b}", &[("a", "{b}"), ("b", "い")]), "{b}とい");
        assert_eq!(filled("なし", &[]), "なし");
    }
}
