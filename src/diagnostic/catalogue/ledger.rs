//! Findings about a table of objectives.

use crate::diagnostic::Bilingual;

findings! {
    /// A cell that cannot be imported.
    LEDGER_CELL = "ledger-cell", Fatal, fn ledger_cell_of(row: usize, column: &str, written: &str, reason: &Bilingual) {
        ja: "表の{row}行目「{column}」の列「{written}」：{reason}",
            "読めない値を飛ばして取り込むと、抜けたことに誰も気付きません。1か所でも誤りがあれば、何も書き込みません。",
            "表のこの欄を直して、もう一度取り込んでください。";
        en: "row {row} of the table, 「{column}」の列「{written}」: {reason}",
            "Leaving such a value out would go unnoticed. With a single mistake nothing is written.",
            "Mend the cell and import the table again.";
    }
    /// A clause of the table that does not exist.
    LEDGER_CLAUSE = "ledger-clause", Fatal, fn ledger_clause(row: usize, column: &str, written: &str, hint: Option<&str>) {
        ja: "表の{row}行目「{column}」の列「{written}」：この項目はありません",
            "違う項目の値を書き換えないよう、項目が確かめられない行があれば何も書き込みません。",
            "{hint}項目の番号か id を確かめてください。番号は hoshin objective export が書き出します。";
        en: "row {row} of the table, 「{column}」の列「{written}」: there is no such clause",
            "So that values never go to another clause, nothing is written while one is unknown.",
            "{hint}Check the number or id of the clause; `hoshin objective export` writes both.";
    }
    /// A column that is unknown, missing or repeated.
    LEDGER_HEADER = "ledger-header", Fatal, fn ledger_header_of(header: &str, hint: &Bilingual) {
        ja: "表の見出し「{header}」が、決まった列の名前と合いません",
            "列は名前で見分けます。名前が違うと、どの列の値か分かりません。",
            "{hint}1行目に列の名前が1つずつ並んでいるか確かめてください。「文書」と、「id」か「項目」の列は必ず要ります。";
        en: "the header `{header}` is not what a table of objectives has",
            "Columns are told by their names.",
            "{hint}The first row names each column once; 文書 and one of id and 項目 have to be among them.";
    }
    /// A table in an unknown encoding.
    LEDGER_UNREADABLE = "ledger-unreadable", Fatal, fn ledger_unreadable(encoding: &str) {
        ja: "表の文字を読めません（{encoding}）",
            "文字コードを取り違えると、文字が化けたまま取り込まれます。",
            "Excel で「CSV UTF-8（コンマ区切り）」か「CSV（コンマ区切り）」を選んで保存し直してください。";
        en: "the text of the table cannot be read ({encoding})",
            "Read in the wrong encoding, it would be taken over garbled.",
            "Save it from Excel as `CSV UTF-8` or as `CSV`.";
    }
    /// A character that CP932 does not have.
    LEDGER_ENCODING = "ledger-encoding", Fatal, fn ledger_encoding(row: usize, column: &str, character: &str, code: &str) {
        ja: "表の{row}行目「{column}」の列の「{character}」（{code}）は CP932 では書けません",
            "書けない文字を「?」などに置き換えると、戻すときに元の文字が失われます。",
            "--encoding を付けずに書き出してください（BOM 付き UTF-8 は Excel でそのまま開けます）。";
        en: "`{character}` ({code}) in row {row}, column {column} cannot be written in CP932",
            "Replaced by `?`, the character would be lost when the table comes back.",
            "Leave out --encoding: Excel opens UTF-8 with a byte order mark as it is.";
    }
    /// A character that only Windows has.
    LEDGER_PLATFORM_CHARACTER = "ledger-platform-character", Warning, fn ledger_platform_character(row: usize, column: &str, character: &str, code: &str) {
        ja: "表の{row}行目「{column}」の列に機種依存文字「{character}」（{code}）があります",
            "①・Ⅱ・㈱ などは、端末や読み上げソフトによって別の文字になったり、読まれなかったりします。",
            "意味が変わらなければ「1」「2」「(株)」などに改めてください。名前の「髙」などはそのままで構いません。取込みは続けます。";
        en: "row {row} of the table, column {column}, has the platform-dependent character `{character}` ({code})",
            "Characters such as ①, Ⅱ and ㈱ come out as others, or are not read aloud, on some systems.",
            "Where it means the same, write 1, 2 or (株). The import goes on.";
    }
    /// A character that the spreadsheet has lost.
    LEDGER_LOST_CHARACTER = "ledger-lost-character", Warning, fn ledger_lost_character(row: usize, column: &str, characters: &str) {
        ja: "表の{row}行目「{column}」の列で、表計算ソフトの保存により{characters}が失われています",
            "CP932（Shift_JIS）で保存すると、そこにない文字は失われます。ほかは原稿と同じなので、原稿の文字をそのまま残します。",
            "この欄の値も変えたいときは、Excel で「CSV UTF-8（コンマ区切り）」を選んで保存し直すか、Markdown を直してください。";
        en: "in row {row} of the table, column {column}, the spreadsheet has lost {characters} in saving",
            "Saved in CP932 (Shift_JIS), characters it does not have are lost. All else is as in the Markdown, whose characters stay.",
            "To change this cell as well, save the table as `CSV UTF-8` or change the Markdown.";
    }
    /// An indicator that looks like another.
    LEDGER_LOOK_ALIKE = "ledger-look-alike", Fatal, fn ledger_look_alike(row: usize, name: &str, other: &str, characters: &str) {
        ja: "表の{row}行目「指標」の列：「{name}」と「{other}」は見た目が同じで、どちらの指標か分かりません",
            "取り違えると、別の指標の値を書き換えたり、同じ指標を2つ作ったりします。1か所でも誤りがあれば、何も書き込みません。",
            "違う文字は{characters}です。Markdown か表の名前を、どちらかの文字にそろえてください。";
        en: "row {row} of the table, column 指標: `{name}` and `{other}` look the same, and which is meant is not clear",
            "Taken for the other, values would go to the wrong indicator, or a second one be made. With a single mistake nothing is written.",
            "They differ in {characters}. Write the names in the Markdown or in the table with the same characters.";
    }
    /// A table that cannot be written.
    LEDGER_NOT_WRITTEN = "ledger-not-written", Fatal, fn ledger_not_written(reason: &str) {
        ja: "このファイルに書き込めません（{reason}）",
            "表は書き出されていないか、途中までしか書き出されていません。原稿と公開用のサイトは、そのままです。",
            "書き出し先のフォルダーがあるか、アクセス権があるか、ほかのソフト（Excel など）で開いたままになっていないかを確かめて、もう一度実行してください。";
        en: "this file cannot be written ({reason})",
            "The table is missing or incomplete. Texts and the published site are as they were.",
            "Check that its folder is there, that you may write to it and that no other program (such as Excel) holds the file open, and run the command again.";
    }
    /// A block that cannot be changed by a table.
    LEDGER_UNWRITABLE = "ledger-unwritable", Fatal, fn ledger_unwritable(document: &str) {
        ja: "「{document}」の objective を、表のとおりに書き換えられませんでした",
            "書き換えた結果を読み直し、表と同じにならない、または本文が変わるときは、何も書き込みません。",
            "この文書の値は Markdown で直してください。1つの指標を1行のかっこに詰めて書いているときは、行を分けると書き換えられることがあります。";
        en: "the objectives of `{document}` could not be changed as the table says",
            "What is written is read again; where it does not say what the table says, or a word of the text changed, nothing is written.",
            "Change these values in the Markdown. Where an indicator is squeezed into one line of brackets, giving it lines of its own may help.";
    }
}
