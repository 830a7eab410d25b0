//! Findings of the `check` room about text that came from Word, Excel, a PDF or last year's document.

findings! {
    /// Rows with `|` are no table.
    TABLE_WITHOUT_RULE = "table-without-rule", Warning, fn table_without_rule(rule: &str) {
        ja: "「|」で区切った行が、表になっていません",
            "列の見出しのすぐ下に、列の数だけ「---」を並べた行がないと、Markdown では表にならず、「|」が文字のまま続けて表示されます。",
            "見出しの行のすぐ下に「{rule}」の行を入れてください（「|」は半角で書きます。列の数を見出しとそろえ、表の前は1行空けます）。";
        en: "these rows with | are no table",
            "Without a row of dashes, one for each column, right below the headers, Markdown makes no table and the page shows the bars.",
            "Put the line {rule} right below the row of headers, with as many columns as that row, and an empty line above the table.";
    }
    /// Columns kept apart by tabs.
    TAB_SEPARATED = "tab-separated", Warning, fn tab_separated(columns: usize) {
        ja: "タブで列（{columns}列）を分けた表のようです",
            "Excel や Word から貼り付けた表のタブは、ページでは1つの空白になり、列が崩れて読まれます。",
            "各行を「| 番号 | 目標 |」のように「|」で区切り、見出しの行の下に「|---|---|」の行を入れてください。";
        en: "this seems to be a table of {columns} columns kept apart by tabs",
            "Tabs pasted from Excel or Word are single spaces on the page, and the columns run together.",
            "Separate the cells by bars, | No. | Target |, and put a line |---|---| below the row of headers.";
    }
    /// Ruby with full-width signs.
    FULL_WIDTH_RUBY = "full-width-ruby", Warning, fn full_width_ruby(written: &str, base: &str, reading: &str) {
        ja: "「{written}」は、記号が全角なのでルビになりません",
            "全角の「｛」「｜」「｝」は、記号のままページに表示されます。",
            "半角で「{{{base}|{reading}}}」と書いてください。";
        en: "{written} is no ruby, because its signs are full-width",
            "The full-width braces and bar are shown on the page as they are.",
            "Use half-width signs: {{{base}|{reading}}}.";
    }
    /// Ruby in the notation of Aozora Bunko.
    RUBY_IN_DOUBLE_BRACKETS = "ruby-in-double-brackets", Info, fn ruby_in_double_brackets(written: &str, base: &str, reading: &str) {
        ja: "「{written}」の《》は、ルビのつもりではありませんか",
            "hoshin では、《》はそのまま表示されます。",
            "ルビなら「{{{base}|{reading}}}」と書いてください。そのまま表示するなら、何もしなくて構いません。";
        en: "is this meant for ruby? {written}",
            "hoshin shows the double brackets as they are.",
            "Write ruby as {{{base}|{reading}}}. If the brackets are meant to be seen, leave them.";
    }
    /// An empty line inside a sentence.
    CUT_SENTENCE = "cut-sentence", Warning, fn cut_sentence(before: &str, after: &str) {
        ja: "文の途中に空行があるようです：「…{before}」の次が「{after}…」です",
            "PDF などから1行ずつ貼り付けると、行ごとに別の段落になります。読み上げも検索も引用も、そこで切れます。",
            "続く行との間の空行を取り、1つの段落にしてください（行末の改行は、そのままで構いません）。別の文なら「。」で終えます。";
        en: "an empty line seems to stand inside a sentence: …{before} is followed by {after}…",
            "Lines pasted from a PDF become a paragraph each, so reading aloud, searching and citing stop at every one.",
            "Remove the empty lines between the lines of a paragraph (single line ends may stay). If they are two sentences, end the first.";
    }
    /// An item is not indented far enough to stand below the one above.
    SHALLOW_NESTING = "shallow-nesting", Warning, fn shallow_nesting(spaces: usize, needed: usize) {
        ja: "字下げ（空白{spaces}つ）が足りず、上の項目の下の段階になっていません",
            "Markdown では、下の段階の項目は、上の項目の文字の始まる位置まで字下げします。足りないと、上の項目と同じ段階に並び、アドレスもそのように付きます。",
            "下の段階にするなら、行頭の空白を{needed}つにしてください。同じ段階なら、空白を取ってください。";
        en: "with {spaces} spaces in front, this item is not below the one above but beside it",
            "In Markdown an item below another starts where the text of that one starts. With fewer spaces it is a neighbour, and so is its address.",
            "To put it below, start the line with {needed} spaces. If it is a neighbour, remove the spaces.";
    }
    /// The year of an earlier document.
    LEFT_OVER_YEAR = "left-over-year", Info, fn left_over_year(written: &str, stated: &str) {
        ja: "「{written}」は、前の年の文書から残った年ではありませんか（この文書は{stated}）",
            "前年の文書を写して作ると、年や日付が直されずに残ることがあります。",
            "原文を確かめ、残ったものなら直してください。前の年のことを述べているなら、そのままで構いません。";
        en: "has {written} been left over from an earlier document? (this one is of {stated})",
            "When a document is made from last year's, years and dates are often left as they were.",
            "Compare with the original and mend it; if the earlier year is meant, leave it.";
    }
    /// The name does not stand in the printed line.
    NAME_NOT_AS_PRINTED = "name-not-as-printed", Warning, fn name_not_as_printed(name: &str, line: &str) {
        ja: "issuer の name「{name}」が、as_printed「{line}」の中にありません",
            "一覧や検索には name、ページには as_printed が出ます。違う人の名前や、違う字体が並んでしまいます。",
            "どちらが正しいかを原文で確かめ、そろえてください（空白の違いは問いません。「澤」と「沢」のような字体の違いも違いです）。";
        en: "the issuer's name {name} does not stand in as_printed, {line}",
            "Lists and searches show name, the page shows as_printed: two names for one person, or one character in two forms.",
            "Compare with the original and make them agree (spaces do not matter; 澤 and 沢 differ).";
    }
    /// A voicing mark is a character of its own.
    DECOMPOSED_KANA = "decomposed-kana", Warning, fn decomposed_kana(written: &str, whole: char) {
        ja: "「{written}」の濁点・半濁点が、1つの文字として離れています",
            "見た目は同じでも別の文字なので、検索や照合で見つからず、点がずれて表示されることもあります。Mac のファイル名や PDF からの貼り付けで紛れ込みます。",
            "「{whole}」と打ち直してください（この行のほかの文字も確かめます）。";
        en: "the voicing mark of {written} is a character of its own",
            "It looks like one kana and is two characters, which searches do not find. It comes from file names on a Mac and from PDF files.",
            "Retype it as {whole}, and look at the other kana of this line.";
    }
    /// Contents typed by hand.
    CONTENTS_BY_HAND = "contents-by-hand", Info, fn contents_by_hand() {
        ja: "手で作った目次のようです",
            "hoshin は、見出しから目次を作って本文に添えます。手で作った目次は、二重になり、ページ番号は画面では意味がなく、見出しを直すと古くなります。",
            "目次の部分を消してください。見出しに「## 」を付ければ、目次に載ります。決裁された原文の一部なら、残して構いません。";
        en: "these seem to be contents typed by hand",
            "hoshin makes the contents from the headings. A typed list repeats them, its page numbers mean nothing on a screen, and it grows old.",
            "Delete the list; lines that start with \"## \" are in the contents. If it is part of the decided text, it may stay.";
    }
    /// A file with a text to which nothing links.
    UNLINKED_FILE = "unlinked-file", Warning, fn unlinked_file(suffix: &str) {
        ja: "この .{suffix} ファイルは、文書として読まれず、どこからもリンクされていないので、公開されません",
            "hoshin が文書として読むのは、書誌の付いた .md だけです。ほかのファイルは、文書からリンクされたときだけ、添付ファイルとして公開します。",
            "中の文章を公開するなら、「hoshin new」で .md を作り、文章を移してください。添付ファイルなら、文書に「[名前](ファイル名)」とリンクを書きます。どちらでもなければ、content の外に移してください。";
        en: "this .{suffix} file is no document, and nothing links to it: it is not published",
            "hoshin reads only .md files with front matter as documents. Other files are published as attachments of a document that links to them.",
            "To publish its text, make a .md file with hoshin new and move the text there. To attach it, write [its name](the file) in a document. Else move it out of content.";
    }
}
