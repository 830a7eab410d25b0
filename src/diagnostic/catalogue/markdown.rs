//! Findings of reading the Markdown.

findings! {
    /// A line of `---` or `===` under a paragraph.
    SETEXT_HEADING = "setext-heading", Warning, fn setext_heading(underline: &str) {
        ja: "段落の直後の「{underline}」は、Markdown では上の段落を見出しに変える記号です",
            "本文の一文が見出しとして公開されるのを防ぐため、hoshin は段落のまま扱い、見出しにしません。",
            "区切り線なら前に空行を入れてください。見出しなら行頭に「## 」を付けてください。";
        en: "\"{underline}\" right under a paragraph is Markdown for \"the paragraph above is a heading\"",
            "hoshin keeps the paragraph a paragraph, so that no sentence of the text is published as a heading by accident.",
            "For a rule, put a blank line before it. For a heading, start the line with \"## \".";
    }

    /// A heading without text.
    EMPTY_HEADING = "empty-heading", Warning, fn empty_heading() {
        ja: "文字のない見出しです",
            "空の見出しは、読み上げソフトで「見出し」とだけ読まれ、読む人を迷わせます。ページには出しません。",
            "見出しの文字を書くか、この行を消してください。";
        en: "this heading has no text",
            "A screen reader announces an empty heading and nothing else. It is left out of the page.",
            "Give it a text, or delete the line.";
    }

    /// A block that four spaces have turned into code.
    INDENTED_CODE = "indented-code", Warning, fn indented_code() {
        ja: "行頭の空白４つ以上（またはタブ）のため、整形済みの文字（コード）として扱われます",
            "字下げのつもりの空白で、条項が番号を失い、等幅の文字の箱として公開されます。",
            "行頭の空白を消してください。コードを示したいときは ``` で囲んでください。";
        en: "four or more spaces (or a tab) at the start of the line make this a block of code",
            "Indentation meant for the eye turns a clause into preformatted text without a number or an address.",
            "Remove the spaces. For real code, fence it with ```.";
    }

    /// An emphasis mark without a partner.
    STRAY_ASTERISK = "stray-asterisk", Warning, fn stray_asterisk(mark: &str) {
        ja: "強調の記号「{mark}」の相手がないため、記号のまま表示されます",
            "公開ページに「**」などの記号がそのまま残ります。",
            "閉じ忘れなら相手を書き足してください。記号そのものを書きたいときは「\\*」のように「\\」を前に置いてください。";
        en: "the emphasis mark \"{mark}\" has no partner and is shown as it is",
            "The published page would show the bare mark.",
            "Close the emphasis; to show the mark itself, put a backslash before it.";
    }

    /// HTML in the text.
    RAW_HTML = "raw-html", Warning, fn raw_html(tag: &str) {
        ja: "HTML の「{tag}」は働かず、文字のまま表示されます",
            "本文の HTML は、安全とアクセシビリティを保証できないため、そのまま文字として見せます。",
            "Markdown の書き方に直してください。「<」を文字として書きたいときは「\\<」と書くと、この警告は出ません。";
        en: "the HTML \"{tag}\" has no effect and is shown as text",
            "HTML inside the text cannot be vouched for, so it is shown as the characters it is.",
            "Write it in Markdown. To show \"<\" itself, write \"\\<\".";
    }

    /// An HTML comment, which would be shown.
    HTML_COMMENT = "html-comment", Error, fn html_comment() {
        ja: "HTML のコメントは隠れません",
            "内部のメモのつもりの文章が、公開ページに表示されるか、消えたことに誰も気付かないかのどちらかになります。",
            "コメントを本文から取り除いてください。内部の記録は同じ名前の .yaml に書けます。";
        en: "an HTML comment does not hide anything",
            "A note meant for colleagues would either be published or vanish unnoticed.",
            "Take it out of the text. Remarks about a clause belong in the .yaml file of the same name.";
    }

    /// Ruby whose readings do not fit its base.
    RUBY_MISMATCH = "ruby-mismatch", Warning, fn ruby_mismatch(base: &str, characters: usize, readings: usize) {
        ja: "ルビの読みの数（{readings}）が「{base}」の文字数（{characters}）と合いません",
            "どの文字の読みか決められないため、書かれたとおりの記号つきで表示されます。",
            "読みを１つにまとめる（{{強靱|きょうじん}}）か、文字ごとに１つずつ（{{強靱|きょう|じん}}）書いてください。";
        en: "{readings} readings for the {characters} characters of \"{base}\"",
            "It cannot be told which reading belongs to which character, so the braces are shown as typed.",
            "Give one reading for the whole ({{強靱|きょうじん}}) or one for each character ({{強靱|きょう|じん}}).";
    }

    /// Emphasis inside a group of ruby.
    RUBY_EMPHASIS = "ruby-emphasis", Warning, fn ruby_emphasis() {
        ja: "ルビの「{{…|…}}」の途中に強調などの記号があるため、ルビになりません",
            "書かれたとおりの「{{」「|」「}}」が、公開ページに表示されます。",
            "強調の記号はルビの外に置いてください（**{{強靱|きょうじん}}**）。";
        en: "emphasis inside \"{{…|…}}\" keeps it from being ruby",
            "The braces and the bar are shown on the page as typed.",
            "Put the emphasis around the ruby: **{{強靱|きょうじん}}**.";
    }

    /// A line above the title that is none of a letterhead.
    LETTERHEAD_LINE = "letterhead-line", Warning, fn letterhead_line(line: &str) {
        ja: "表題の上の「{line}」は、前付け（文書番号・日付・宛名・発出者・（案）など）として読めません",
            "本文の段落として、表題の下に表示されます。",
            "本文なら、表題の後ろに移してください。発出者なら、文書の先頭の issuer に as_printed として同じ行を書くと、前付けになります。";
        en: "\"{line}\" above the title is no number, date, addressee, issuer or remark",
            "It is shown as a paragraph of the text, below the title.",
            "If it is text, move it below the title. If it is the issuer, give the same line as as_printed of issuer in the front matter.";
    }

    /// A heading that says the title again.
    TITLE_AGAIN = "title-again", Warning, fn title_again() {
        ja: "文書の表題が、もう一度見出しとして書かれています",
            "公開ページに表題が２度表示され、２度目は本文の節として扱われます。",
            "どちらかを消してください。";
        en: "the title of the document stands here again, as a heading",
            "The page would show it twice, the second time as a section of the text.",
            "Delete one of them.";
    }

    /// A footnote mark without its note.
    FOOTNOTE_MISSING = "footnote-missing", Warning, fn footnote_missing(name: &str) {
        ja: "脚注「[^{name}]」の本文がありません",
            "印だけが文字のまま表示され、読む人は注を見つけられません。",
            "「[^{name}]: 注の文」の行を書き足すか、印を消してください。";
        en: "there is no note for \"[^{name}]\"",
            "The mark is shown as bare text and leads nowhere.",
            "Add a line \"[^{name}]: …\", or remove the mark.";
    }

    /// A footnote without a mark.
    FOOTNOTE_UNUSED = "footnote-unused", Warning, fn footnote_unused(name: &str) {
        ja: "脚注「[^{name}]」は本文のどこからも参照されていません",
            "文末の注には載りますが、どの文への注か読む人に分かりません。",
            "本文の該当箇所に「[^{name}]」を書くか、注を消してください。";
        en: "nothing refers to the footnote \"[^{name}]\"",
            "It is listed among the notes, but no reader can tell what it belongs to.",
            "Put \"[^{name}]\" where it belongs, or delete the note.";
    }

    /// A link definition without a link; the page does not show it.
    REFERENCE_UNUSED = "reference-unused", Error, fn reference_unused(name: &str) {
        ja: "「[{name}]: …」の行は、リンク先を決める記法と見なされ、ページに出ません",
            "本文のつもりで書いた文が、誰も気付かないまま公開ページから消えます。",
            "本文であれば、行頭の「[」の前に「\\」を置いてください。使わなくなったリンク先であれば、行を消してください。";
        en: "the line \"[{name}]: …\" defines a link nobody uses, and is not shown",
            "A sentence meant for the page would be missing from it unnoticed.",
            "If it is text, put a backslash before the \"[\". If it is a link no longer used, delete the line.";
    }

    /// A table row with more cells than columns.
    SURPLUS_CELLS = "surplus-cells", Error, fn surplus_cells(cells: usize, columns: usize) {
        ja: "表の見出しは {columns} 列ですが、この行は「|」で {cells} つに区切られています",
            "あふれた分の文字は、公開ページに出ません。",
            "「|」の数を見出しの行とそろえてください。表の中で「|」を文字として書くときや、ルビ（{{強靱\\|きょうじん}}）の中では「\\|」とします。";
        en: "the table has {columns} columns, and this row is divided into {cells} cells",
            "The text beyond the last column would be missing from the page.",
            "Use as many \"|\" as the header does. Inside a cell, and in ruby ({{強靱\\|きょうじん}}), write \"\\|\".";
    }

    /// A table row with fewer cells than columns.
    MISSING_CELLS = "missing-cells", Warning, fn missing_cells(cells: usize, columns: usize) {
        ja: "表の見出しは {columns} 列ですが、この行には {cells} 列しかありません",
            "足りない分は右端の空欄として表示されます。途中のセルが抜けていれば、値が違う列に入って読まれます。",
            "抜けたセルを書き足してください。空欄なら「| |」のように空けて書きます。";
        en: "the table has {columns} columns, and this row has only {cells} cells",
            "What is missing is shown as empty cells at the right; if a cell in the middle was lost, values are read under the wrong header.",
            "Add the missing cells; write an empty one as \"| |\".";
    }

    /// A mark of merged cells that has nothing to merge with.
    MERGED_NOTHING = "merged-nothing", Warning, fn merged_nothing(column: usize) {
        ja: "{column} 列目の「^^」か「<<」には、つなげるセルがありません",
            "記号のまま表示され、読み上げでも記号として読まれます。つなげたセル全体は、四角形でなければなりません。",
            "「^^」は上のセル、「<<」は左のセルの続きです。上のセルが何列にもわたるときは、その列の全部に書いてください。文字として書くなら「\\^^」とします。";
        en: "\"^^\" or \"<<\" in column {column} has no cell to continue",
            "The mark is shown and read aloud as it is. Merged cells together must be a rectangle.",
            "\"^^\" continues the cell above, \"<<\" the one to the left. Below a cell of several columns, write it in all of them. For the characters, write \"\\^^\".";
    }

    /// An HTML table with a tag that is not allowed.
    HTML_TABLE_TAG = "html-table-tag", Warning, fn html_table_tag(tag: &str) {
        ja: "HTML の表に「{tag}」は使えないため、表にならず、文字のまま表示されます",
            "安全とアクセシビリティを保証できる書き方だけを受け付けます。",
            "使えるのは table・caption・thead・tbody・tr・th・td・br・ruby と、colspan・rowspan・scope だけです。ほかのタグと属性を取り除いてください。";
        en: "\"{tag}\" cannot be in an HTML table, so the table is shown as text",
            "Only what can be vouched for, in safety and accessibility, is taken.",
            "Use only table, caption, thead, tbody, tr, th, td, br and ruby, with colspan, rowspan and scope. Remove the rest.";
    }

    /// A tag or text in an HTML table where it cannot stand.
    HTML_TABLE_PLACE = "html-table-place", Warning, fn html_table_place(tag: &str) {
        ja: "HTML の表の「{tag}」は、ここには書けないため、表にならず、文字のまま表示されます",
            "文字は th・td・caption の中にしか書けません。表の中の表や、読みのないルビも書けません。",
            "タグの順序と閉じ忘れを確かめてください（table の中に tr、tr の中に th か td）。";
        en: "\"{tag}\" cannot stand here in an HTML table, so the table is shown as text",
            "Text belongs into th, td or caption. A table inside a table and ruby without a reading are not possible.",
            "Check the order of the tags and whether all are closed: tr inside table, th or td inside tr.";
    }

    /// An HTML table without an end.
    HTML_TABLE_OPEN = "html-table-open", Warning, fn html_table_open() {
        ja: "HTML の表が「</table>」で閉じられていないため、文字のまま表示されます",
            "どこまでが表か決められません。",
            "表の終わりに「</table>」と書いてください。";
        en: "the HTML table is not closed with \"</table>\", so it is shown as text",
            "It cannot be told where the table ends.",
            "Write \"</table>\" at its end.";
    }

    /// An HTML table whose rows do not fit together.
    HTML_TABLE_CELLS = "html-table-cells", Warning, fn html_table_cells() {
        ja: "HTML の表のこの行は、ほかの行と列の数が合わないため、表にならず、文字のまま表示されます",
            "colspan・rowspan を数えた列の数は、どの行も同じでなければ、値が違う列に入って読まれます。",
            "セルの数と colspan・rowspan を確かめてください。どの行にも、その行だけのセルが１つは必要です。";
        en: "this row of the HTML table does not have as many columns as the others, so the table is shown as text",
            "Counting colspan and rowspan, all rows must be equally long, or values are read under the wrong header.",
            "Check the number of cells, colspan and rowspan. Every row needs at least one cell of its own.";
    }

    /// Lists and quotations are nested too deep.
    NESTING_TOO_DEEP = "nesting-too-deep", Warning, fn nesting_too_deep(limit: usize) {
        ja: "箇条書きや引用の入れ子が {limit} 段を超えています",
            "これより深い段は、限度の段にまとめて表示します。読む人が段を追えず、番号も付けられません。",
            "段を減らしてください。";
        en: "lists and quotations are nested more than {limit} deep",
            "Deeper levels are shown at the last level that is kept: no reader can follow them, and no number can name them.",
            "Use fewer levels.";
    }
}
