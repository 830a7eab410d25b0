//! Words that become part of a finding: what stands at its other place, the reasons and forms a sentence may name.

use crate::diagnostic::Bilingual;

/// Declares words: a function and both languages.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $ja:literal, $en:literal;)*) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $name() -> Bilingual {
            Bilingual { ja: $ja.to_owned(), en: $en.to_owned() }
        }
    )*};
}

words! {
    /// Beside the first of two things that clash.
    first_is_here = "1つ目はここにあります", "the first is here";
    /// Beside a finding about the front matter: what the text says.
    text_says = "本文にはこう書かれています", "the text says";

    /// A text that a spreadsheet takes for a formula: of a clause.
    text_of_clause = "項目", "the clause";
    /// The same: of an indicator.
    text_of_indicator = "指標の名前", "the name of the indicator";
    /// The same: the unit of an indicator.
    text_of_unit = "単位", "the unit";
    /// The same: a value in words.
    text_of_value = "値", "the value";
    /// The same: a remark.
    text_of_note = "備考", "the remark";
    /// The same: when something is due, in words.
    text_of_due_label = "期限の表記", "the words for when it is due";
    /// The same: the name of a plan or a unit.
    text_of_name = "名前", "the name";
    /// The same: the period of a plan.
    text_of_period = "期間の説明", "the period";
    /// The same: the state of a plan, the code of a word for how an objective stands.
    text_of_status = "状態", "the state";

    /// Why a date cannot be read: it has not the form of one.
    not_a_date = "日付の形ではありません", "not a date";
    /// Why a date cannot be read: era year 0, or above 99.
    no_such_year = "その年はありません", "no such year";
    /// Why a date cannot be read: month 0, or above 12.
    no_such_month = "その月はありません", "no such month";
    /// Why a date cannot be read: the month does not have this day.
    no_such_day = "その月にその日はありません", "no such day in this month";
    /// Why a date cannot be read: it is of the lunar calendar.
    before_solar_calendar = "明治6年より前の日は旧暦のため換算しません", "before 1873, in the lunar calendar";

    /// Why a cell cannot be taken over: it is empty, and the file has a value.
    cell_emptied = "値が消えています。消すときは「削除」、まだ決まっていないときは「未設定」と書いてください", "the value is gone; to delete it write 削除, to unset it 未設定";
    /// Why a cell cannot be taken over: it deletes something, and there is no telling what.
    cell_which = "どの値を消すのか分かりません。「番号」を書いてください（hoshin objective export が書き出します）", "which value is to be deleted? Give its number, as `hoshin objective export` writes it";
    /// Why a cell cannot be taken over: it deletes a value of a list, and its number alone does not tell which.
    cell_day_needed = "番号だけでは、どの値を消すのか確かめられません。「時点」を書き出されたまま残してください（hoshin objective export が書き出します）", "the number alone does not tell which value is to be deleted; leave its 時点 as `hoshin objective export` writes it";
    /// Why a cell cannot be taken over: another value of the list has the day of the one that is to be deleted.
    cell_same_day = "同じ時点の値（時点のないもの同士も同じです）がほかにもあるため、表では消せません。Markdown で消してください", "another value has the same day, or none as well, so that a table cannot tell them apart; delete it in the Markdown";
    /// Why a cell cannot be taken over: the value that is to be deleted has another day.
    cell_other_day = "消そうとしている値は、この時点の値ではありません。表を書き出し直してください", "the value to be deleted has another day; export the table anew";
    /// Why a cell cannot be taken over: it deletes what is not there.
    cell_not_there = "消すものがありません", "there is nothing to delete";
    /// Why a cell cannot be taken over: what can only be changed in the Markdown.
    cell_read_only = "この列は表では変えられません。Markdown を直してください", "this column cannot be changed here; change the Markdown";
    /// Why a cell cannot be taken over: another row of the same objective or indicator says something else.
    cell_disagrees = "同じ目標・指標の、上の行と値が違います", "rows of one objective or indicator disagree";
    /// Why a cell cannot be taken over: no number.
    cell_number = "数として読めません。半角の数だけを書いてください", "not a number; write ASCII digits only";
    /// What separates the columns of a table.
    separator_tab = "タブ", "tabs";
    /// What separates the columns of a table.
    separator_semicolon = "セミコロン「;」", "semicolons";
    /// Why a cell cannot be taken over: none of the words there are.
    cell_choice = "ここに書ける言葉ではありません", "none of the words that can stand here";
    /// Why a cell cannot be taken over: no unit of the registry.
    cell_unit = "organizations.yaml にない組織です", "no unit of organizations.yaml";
    /// Why a cell cannot be taken over: no goal of the SDGs.
    cell_sdg = "SDGs の目標は1から17までです", "goals of the SDGs are 1 to 17";
    /// Why a cell cannot be taken over: no such value to change.
    cell_no_number = "この番号の値はありません。新しい値は番号を空欄にします", "there is no value of this number; leave it empty for a new one";
    /// Why a cell cannot be taken over: id and place name different clauses.
    cell_two_clauses = "id の項目と番号の項目が違います", "id and place name different clauses";
    /// Why a cell cannot be taken over: a row with a value names no indicator, or no part.
    cell_needed = "値のある行には、指標と区分が要ります", "a row with a value needs an indicator and a part";
    /// Why a cell cannot be taken over: there is no such document.
    cell_document = "この文書はありません", "there is no such document";
    /// Why a cell cannot be taken over: the row has more cells than there are headers.
    cell_beyond = "見出しのない欄に値があります", "there is a value beyond the last header";
    /// Why a cell cannot be taken over: the second value for one thing.
    cell_twice = "同じ値が2つの行にあります", "two rows give this value";

    /// What has changed since an approval: the clause.
    changed_clause = "条項の本文", "the clause";
    /// What has changed since an approval: the post.
    changed_post = "投稿文", "the post";

    /// What a value should be: text.
    form_text = "文字列", "text";
    /// What a value should be: a list.
    form_list = "「- 」で始まる行の並び", "a list of lines that start with `- `";
    /// What a value should be: yes or no.
    form_flag = "true か false", "true or false";
    /// What a value should be: a mapping.
    form_mapping = "字下げした「名前: 値」の行", "indented lines `key: value`";

    /// What stands in a folder: a site.
    a_site = "公開用のサイト", "the published site";
    /// What stands in a folder: a site with drafts.
    a_site_with_drafts = "下書きを含む確認用のサイト", "the site with drafts";
    /// What stands in a folder: posts.
    an_export = "書き出した投稿文", "the exported posts";
    /// What stands in a folder: it bears hoshin's mark and does not say more.
    something_of_hoshins = "hoshin が書き込んだファイル", "files that hoshin wrote";
    /// What stands in a folder: what is needed while another one is replaced.
    a_work_folder = "hoshin の作業用のファイル（下書きの写しを含むことがあります）", "working files of hoshin (which may quote drafts)";
}

/// Beside a finding: the place where `what` stands first.
#[must_use]
pub fn first_of(what: &str) -> Bilingual {
    Bilingual { ja: format!("先にある「{what}」"), en: format!("the first {what}") }
}
