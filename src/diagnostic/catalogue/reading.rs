//! Findings of the `check` room about texts that are hard to read: aloud, on a phone, in a search.

findings! {
    /// A passage in another language is not marked.
    PASSAGE_LANGUAGE = "passage-language", Warning, fn passage_language(passage: &str, tag: &str) {
        ja: "「{passage}」が何語かを示していません",
            "画面読み上げは、文書の言語の発音のまま読むので、聞いても意味が分かりません（JIS X 8341-3 3.1.2）。",
            "「[…]{{lang={tag}}}」のように、その部分を角括弧で囲み、言語を書き添えてください（英語は en、日本語は ja、中国語は zh、韓国語は ko）。";
        en: "nothing says what language this is in: {passage}",
            "A screen reader pronounces it as if it were in the language of the document (WCAG 3.1.2).",
            "Put it in square brackets with its language behind: […]{{lang={tag}}} (en, ja, zh, ko …).";
    }
    /// A language mark with a wrong form.
    LANGUAGE_MARK = "language-mark", Warning, fn language_mark(hint: Option<&str>) {
        ja: "言語の書き添え「{{lang=…}}」の書き方が違い、文字のまま表示されます",
            "角括弧や波括弧が公開ページにそのまま残り、読み上げの言語も変わりません。",
            "{hint}「[A City for All]{{lang=en}}」のように、1行の中で、言語は en や zh-Hant などの英字の略号で書いてください。";
        en: "this mark of a language is not one and is shown as text",
            "The brackets stay on the page, and nothing is read in another language.",
            "{hint}Write [A City for All]{{lang=en}} within one line, the language as a tag such as en or zh-Hant.";
    }
    /// A line of seven or more `#`.
    HEADING_TOO_DEEP = "heading-too-deep", Warning, fn heading_too_deep(signs: usize) {
        ja: "「#」が{signs}個の行は見出しにならず、「#」ごと本文として公開されます",
            "Markdown の見出しは「#」６つまでです。",
            "「#」を６つ以下にするか、条なら「#」を消して「第一条　…」と書いてください。";
        en: "a line of {signs} # is no heading and is published as text with its signs",
            "Markdown has six levels of headings.",
            "Use six # or fewer. An article needs none: write 「第一条　…」.";
    }

    /// A number that looks like that of a clause and is text.
    NUMBER_IN_TEXT = "number-in-text", Info, fn number_in_text(number: &str) {
        ja: "「{number}」は条項の番号のように見えますが、本文として扱います",
            "前後に続く番号がないか、行の途中にあるため、番号のアドレスは付きません。",
            "条項なら、この番号の前に空行を入れ、前後の番号を確かめてください。本文の数なら、そのままで構いません。";
        en: "\"{number}\" looks like the number of a clause and is read as text",
            "No neighbour counts on from it, or it stands within a line, so it has no address of its own.",
            "A blank line before it makes it a clause; look for the neighbouring numbers. If it is a quantity, leave it.";
    }

    /// A numbered line may be a heading, and is joined with the line below.
    HEADING_JOINED = "heading-joined", Info, fn heading_joined(title: &str) {
        ja: "「{title}」は見出しのように見えますが、次の行とつなげて読みます",
            "間に空行のない行は1つの文になるため、見出しのつもりの行が本文の始まりになります。",
            "見出しなら、この行の後に空行を入れてください。次の行に続く文なら、2行を1行にしてください。";
        en: "\"{title}\" looks like a heading and is joined with the next line",
            "Lines without a blank line between them are one text, so that a line meant as a heading becomes the start of it.",
            "If it is a heading, put a blank line below it. If its sentence goes on, make the two lines one.";
    }

    /// A bold paragraph is used as a heading.
    BOLD_HEADING = "bold-heading", Info, fn bold_heading(text: &str) {
        ja: "「{text}」は、太字の段落で見出しの役をしているようです",
            "見た目だけの見出しは、目次に載らず、見出しをたどって読む画面読み上げの利用者に見つかりません（JIS X 8341-3 1.3.1）。",
            "見出しなら「**」を外して行頭に「## 」（1段下は「### 」）を付けてください。ただの強調なら、そのままで構いません。";
        en: "this paragraph in bold seems to be a heading: {text}",
            "What only looks like a heading is not in the contents, and screen reader users who move by headings miss it (WCAG 1.3.1).",
            "If it is one, take the ** away and start the line with \"## \" (\"### \" one level below). If it is mere emphasis, leave it.";
    }
    /// A column has no header.
    TABLE_HEADER = "table-header", Warning, fn table_header(column: usize) {
        ja: "表の{column}列目に見出しがありません",
            "画面読み上げは、値を読むときに列の見出しを添えます。見出しがないと、何の値か分かりません（JIS X 8341-3 1.3.1）。",
            "表の1行目に、その列が何かを書いてください。空けておけるのは、左上の角だけです。";
        en: "column {column} of this table has no header",
            "Screen readers say the header of a column with each value; without it nobody knows what the value is (WCAG 1.3.1).",
            "Write in the first row what the column holds. Only the corner at the top left may be empty.";
    }
    /// A table has no caption.
    TABLE_CAPTION = "table-caption", Warning, fn table_caption() {
        ja: "表に題がありません",
            "表だけを拾って読む人や、画面読み上げの利用者は、題がないと何の表か分かりません。引用もできません。",
            "表のすぐ上に、「表1　目標と期限」のような題だけの段落を置いてください（前後に空行を入れます）。";
        en: "this table has no caption",
            "Whoever goes from table to table, by eye or by ear, does not learn what it is about, and nobody can cite it.",
            "Put a paragraph right above it that is nothing but its title: 表1　目標と期限 (with an empty line on both sides).";
    }
    /// The characters of a word are spaced out.
    SPACED_WORD = "spaced-word", Warning, fn spaced_word(written: &str, word: &str) {
        ja: "「{written}」は、見た目のために文字の間を空けているようです",
            "画面読み上げは1字ずつ別の言葉として読み、続けて書いた言葉で検索しても見つかりません。",
            "「{word}」と続けて書いてください。決裁された原文がそのとおりなら、原文のままにします。";
        en: "this word seems to be spaced out for looks: {written}",
            "Screen readers take each character for a word, and no search for the word finds it.",
            "Write it without spaces: {word}. If the decided text has them, leave them.";
    }
    /// Half-width kana.
    HALF_WIDTH_KANA = "half-width-kana", Warning, fn half_width_kana(written: &str, plain: &str) {
        ja: "半角のカナや記号「{written}」があります",
            "読みにくく、検索や照合で全角と別の文字として扱われ、濁点が離れて読まれることもあります。古いシステムのデータから紛れ込みます。",
            "「{plain}」と打ち直してください。決裁された原文がそのとおりなら、原文のままにします。";
        en: "there are half-width kana or signs: {written}",
            "They are hard to read, are other characters to a search, and their voicing marks may be read apart. They come from old systems.",
            "Retype them as {plain}. If the decided text has them, leave them.";
    }
    /// Several characters squeezed into one.
    SQUEEZED_CHARACTER = "squeezed-character", Warning, fn squeezed_character(written: &str, plain: &str) {
        ja: "「{written}」は、いくつかの文字を1字に詰めた記号です",
            "画面読み上げが読み飛ばしたり別の読み方をしたりし、元の言葉で検索しても見つかりません。",
            "「{plain}」のように、ふつうの文字で書いてください。決裁された原文がそのとおりなら、原文のままにします。";
        en: "{written} is several characters squeezed into one",
            "Screen readers skip it or read it in their own ways, and a search for the words does not find it.",
            "Write it out: {plain}. If the decided text has it, leave it.";
    }
    /// A character of a private use area.
    PRIVATE_USE_CHARACTER = "private-use-character", Error, fn private_use_character(code: &str) {
        ja: "外字 {code} があります",
            "外字は、登録したパソコンでしか見えません。市民の画面では空白や「〓」になるか、まったく別の文字になります。",
            "Unicode にある文字（人名なら異体字を含めて大半があります）に打ち替えてください。なければ、かなや注で示します。";
        en: "there is a character of a private use area: {code}",
            "It can be seen only on computers where somebody has registered it; citizens see a blank, a box or another character.",
            "Replace it by the character Unicode has (most variants of names are there), or write kana with a note.";
    }
    /// A line break inside a sentence.
    BREAK_IN_SENTENCE = "break-in-sentence", Warning, fn break_in_sentence() {
        ja: "文の途中に、強制の改行があります",
            "画面読み上げがそこで区切って読み、狭い画面では思わぬ所で行が分かれます。言葉の途中なら、検索でも見つかりません。",
            "行末の空白2つや「\\」、「<br>」を取ってください。段落を分けるなら、間を1行空けます。";
        en: "a line is broken by force inside a sentence",
            "Screen readers stop there, and on a narrow screen the line is broken twice. Inside a word, no search finds it.",
            "Remove the two spaces, the \\ or the <br> at the end of the line. For a new paragraph leave an empty line.";
    }
    /// The reading of a word stands in the text.
    RUBY_IN_TEXT = "ruby-in-text", Warning, fn ruby_in_text(written: &str, base: &str, reading: &str) {
        ja: "「{written}」は、「{base}」のルビが本文に混ざったもののようです",
            "PDF から文字を取り出すと、ルビが本文の文字になります。文が読めなくなり、元の言葉で検索しても見つかりません。",
            "原文を見て、ルビなら「{{{base}|{reading}}}」と書いてください。";
        en: "this seems to be the reading of {base} that has become part of the text: {written}",
            "Text taken out of a PDF has its ruby in it. The sentence is hard to read, and no search finds the word.",
            "Compare with the original; ruby is written {{{base}|{reading}}}.";
    }
    /// An abbreviation without an explanation.
    UNEXPLAINED_ABBREVIATION = "unexplained-abbreviation", Info, fn unexplained_abbreviation(word: &str) {
        ja: "略語「{word}」の説明が、この文書にも terms.yaml にもありません",
            "庁内で通じる略語も、市民には通じないことがあります。",
            "初めに出る所で「業務改革（BPR）」のように言葉を添えるか、決裁済みの文章なら、terms.yaml に説明を書いてください。";
        en: "neither this document nor terms.yaml explains {word}",
            "What everybody in the city hall understands may mean nothing to a citizen.",
            "Give the words where it first stands, as in 業務改革（BPR）; if the text is decided, explain it in terms.yaml.";
    }
    /// A link to a file on another site does not say its kind and size.
    FILE_SIZE = "file-size", Warning, fn file_size(format: &str) {
        ja: "リンク先は {format} のファイルですが、形式か大きさが書かれていません",
            "知らずに開くと、通信量がかかり、別のソフトが開きます。このサイトのファイルには自動で添えられますが、外部のファイルは分かりません。",
            "「計画（{format}、1.2MB）」のように、リンクの文字に形式と大きさを書いてください。";
        en: "the link leads to a {format} file, and its kind or size is not told",
            "Opened unawares it costs data and starts another program. For files of this site both are added by themselves; of others they are not known.",
            "Say so in the text of the link: 計画（{format}、1.2MB）.";
    }
}
