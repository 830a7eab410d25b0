//! Words that complete a finding: notes on its second place, reasons, and forms of values.

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
    /// Note on the first of two things that clash.
    first_is_here = "1つ目はここにあります", "the first is here";
    /// Note on the text, beside a finding about the front matter.
    text_says = "本文にはこう書かれています", "the text says";

    /// Text that a spreadsheet takes for a formula: a clause.
    text_of_clause = "項目", "the clause";
    /// Text that a spreadsheet takes for a formula: an indicator.
    text_of_indicator = "指標の名前", "the name of the indicator";
    /// Text that a spreadsheet takes for a formula: the unit of an indicator.
    text_of_unit = "単位", "the unit";
    /// Text that a spreadsheet takes for a formula: a value in words.
    text_of_value = "値", "the value";
    /// Text that a spreadsheet takes for a formula: a remark.
    text_of_note = "備考", "the remark";
    /// Text that a spreadsheet takes for a formula: a due date in words.
    text_of_due_label = "期限の表記", "the words for when it is due";
    /// Text that a spreadsheet takes for a formula: the name of a plan or a department.
    text_of_name = "名前", "the name";
    /// Text that a spreadsheet takes for a formula: the period of a plan.
    text_of_period = "期間の説明", "the period";
    /// Text that a spreadsheet takes for a formula: the state of a plan, or a word for the progress of an objective.
    text_of_status = "状態", "the state";

    /// Reason of an unreadable date: it does not have the form of a date.
    not_a_date = "日付の形ではありません", "not a date";
    /// Reason of an unreadable date: era year 0, or above 99.
    no_such_year = "その年はありません", "no such year";
    /// Reason of an unreadable date: month 0, or above 12.
    no_such_month = "その月はありません", "no such month";
    /// Reason of an unreadable date: the month does not have this day.
    no_such_day = "その月にその日はありません", "no such day in this month";
    /// Reason of an unreadable date: it belongs to the lunar calendar.
    before_solar_calendar = "明治6年より前の日は旧暦のため換算しません", "before 1873, in the lunar calendar";

    /// Reason of a rejected cell: it is empty, and the file has a value.
    cell_emptied = "値が消えています。消すときは「削除」、まだ決まっていないときは「未設定」と書いてください", "the value is gone; to delete it write 削除, to unset it 未設定";
    /// Reason of a rejected cell: it deletes something unknown.
    cell_which = "どの値を消すのか分かりません。「番号」を書いてください（hoshin objective export が書き出します）", "which value is to be deleted? Give its number, as `hoshin objective export` writes it";
    /// Reason of a rejected cell: it deletes a value of a list, and its number alone does not identify it.
    cell_day_needed = "番号だけでは、どの値を消すのか確かめられません。「時点」を書き出されたまま残してください（hoshin objective export が書き出します）", "the number alone does not tell which value is to be deleted; leave its 時点 as `hoshin objective export` writes it";
    /// Reason of a rejected cell: another value of the list has the same day as the one to delete.
    cell_same_day = "同じ時点の値（時点のないもの同士も同じです）がほかにもあるため、表では消せません。Markdown で消してください", "another value has the same day, or none as well, so that a table cannot tell them apart; delete it in the Markdown";
    /// Reason of a rejected cell: the value to delete has another day.
    cell_other_day = "消そうとしている値は、この時点の値ではありません。表を書き出し直してください", "the value to be deleted has another day; export the table anew";
    /// Reason of a rejected cell: it deletes a missing value.
    cell_not_there = "消すものがありません", "there is nothing to delete";
    /// Reason of a rejected cell: its value can only be changed in the Markdown.
    cell_read_only = "この列は表では変えられません。Markdown を直してください", "this column cannot be changed here; change the Markdown";
    /// Reason of a rejected cell: another row of the same objective or indicator says something else.
    cell_disagrees = "同じ目標・指標の、上の行と値が違います", "rows of one objective or indicator disagree";
    /// Reason of a rejected cell: it is no number.
    cell_number = "数として読めません。半角の数だけを書いてください", "not a number; write ASCII digits only";
    /// A separator of columns.
    separator_tab = "タブ", "tabs";
    /// A separator of columns.
    separator_semicolon = "セミコロン「;」", "semicolons";
    /// Reason of a rejected cell: it is none of the known words.
    cell_choice = "ここに書ける言葉ではありません", "none of the words that can stand here";
    /// Reason of a rejected cell: it is no department of the registry.
    cell_unit = "organizations.yaml にない組織です", "no unit of organizations.yaml";
    /// Reason of a rejected cell: it is no goal of the SDGs.
    cell_sdg = "SDGs の目標は1から17までです", "goals of the SDGs are 1 to 17";
    /// Reason of a rejected cell: the value to change does not exist.
    cell_no_number = "この番号の値はありません。新しい値は番号を空欄にします", "there is no value of this number; leave it empty for a new one";
    /// Reason of a rejected cell: id and place name different clauses.
    cell_two_clauses = "id の項目と番号の項目が違います", "id and place name different clauses";
    /// Reason of a rejected cell: a row with a value names no indicator, or no part.
    cell_needed = "値のある行には、指標と区分が要ります", "a row with a value needs an indicator and a part";
    /// Reason of a rejected cell: there is no such document.
    cell_document = "この文書はありません", "there is no such document";
    /// Reason of a rejected cell: the row has more cells than there are headers.
    cell_beyond = "見出しのない欄に値があります", "there is a value beyond the last header";
    /// Reason of a rejected cell: it is the second value for one thing.
    cell_twice = "同じ値が2つの行にあります", "two rows give this value";

    /// Change since an approval: the clause.
    changed_clause = "条項の本文", "the clause";
    /// Change since an approval: the post.
    changed_post = "投稿文", "the post";

    /// Expected form of a value: text.
    form_text = "文字列", "text";
    /// Expected form of a value: a list.
    form_list = "「- 」で始まる行の並び", "a list of lines that start with `- `";
    /// Expected form of a value: yes or no.
    form_flag = "true か false", "true or false";
    /// Expected form of a value: a mapping.
    form_mapping = "字下げした「名前: 値」の行", "indented lines `key: value`";

    /// Content of a folder: a site.
    a_site = "公開用のサイト", "the published site";
    /// Content of a folder: a site with drafts.
    a_site_with_drafts = "下書きを含む確認用のサイト", "the site with drafts";
    /// Content of a folder: posts.
    an_export = "書き出した投稿文", "the exported posts";
    /// Content of a folder: unknown, with the mark of hoshin.
    something_of_hoshins = "hoshin が書き込んだファイル", "files that hoshin wrote";
    /// Content of a folder: files for the replacement of another folder.
    a_work_folder = "hoshin の作業用のファイル（下書きの写しを含むことがあります）", "working files of hoshin (which may quote drafts)";
}

/// Note on the place where `what` occurs first.
#[must_use]
pub fn first_of(what: &str) -> Bilingual {
    Bilingual { ja: format!("先にある「{what}」"), en: format!("the first {what}") }
}
