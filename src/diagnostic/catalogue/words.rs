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
}

/// Beside a finding: the place where `what` stands first.
#[must_use]
pub fn first_of(what: &str) -> Bilingual {
    Bilingual { ja: format!("先にある「{what}」"), en: format!("the first {what}") }
}
