//! What reading the files can find.

findings! {
    /// The bytes of a file are not UTF-8.
    NOT_UTF8 = "not-utf8", Fatal, fn not_utf8() {
        ja: "UTF-8 の文字として読めないバイトがあります",
            "文字化けしたまま公開しないため、読めないファイルは扱いません。",
            "エディタで「UTF-8」を選んで保存し直してください（Excel やメモ帳の「ANSI」は Shift_JIS です）。";
        en: "this file is not valid UTF-8",
            "A file that cannot be read with certainty is never published garbled.",
            "Save it as UTF-8 in your editor (\"ANSI\" in Notepad or Excel means Shift_JIS).";
    }
}
