//! Findings of reading the files. Slips of YAML are in `yaml.rs`, wrong values in `values.rs`.

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
    /// A file is UTF-16.
    UTF16 = "utf16", Fatal, fn utf16() {
        ja: "このファイルは UTF-16 で保存されています",
            "hoshin が読む文字コードは UTF-8 だけです。",
            "エディタで「UTF-8」を選んで保存し直してください（メモ帳の「Unicode」は UTF-16 です）。";
        en: "this file is saved as UTF-16",
            "hoshin reads UTF-8 only.",
            "Save it as UTF-8 in your editor (\"Unicode\" in Notepad means UTF-16).";
    }
    /// There is no `content/` folder.
    CONTENT_MISSING = "content-missing", Fatal, fn content_missing(folder: &str) {
        ja: "「{folder}」に content フォルダーがありません",
            "hoshin は content フォルダーの中のファイルからサイトを作ります。",
            "サイトのフォルダーで実行するか、--site で指定してください。初めて作るときは content/site.yaml を置き、title・city・base_url を書いてください。";
        en: "there is no `content` folder in `{folder}`",
            "hoshin makes a site from the files of the `content` folder.",
            "Run it in the site's folder or name that folder with --site. To start a site, create content/site.yaml with title, city and base_url.";
    }
    /// A file cannot be read.
    UNREADABLE_FILE = "unreadable-file", Fatal, fn unreadable_file(reason: &str) {
        ja: "このファイルを読むことができません（{reason}）",
            "読めないファイルを黙って除くと、文書が欠けたまま公開されてしまいます。",
            "アクセス権と、ほかのソフトで開いたままになっていないかを確かめてください。";
        en: "this file cannot be read ({reason})",
            "Leaving it out in silence would publish the site without it.",
            "Check its permissions and whether another program holds it open.";
    }
    /// A file is too large to read.
    FILE_TOO_LARGE = "file-too-large", Fatal, fn file_too_large(mebibytes: u64) {
        ja: "ファイルが大きすぎます（{mebibytes} MiB を超えています）",
            "大きなファイルは、読む人の通信と作成時のメモリを使い尽くします。",
            "動画や大きな PDF は別の場所に置き、本文からリンクしてください。";
        en: "this file is larger than {mebibytes} MiB",
            "Very large files exhaust the reader's connection and the memory of the build.",
            "Keep videos and large PDF files elsewhere and link to them.";
    }
    /// A symbolic link leads out of its folder, to a folder, or nowhere.
    LINK_REFUSED = "link-refused", Fatal, fn link_refused(name: &str) {
        ja: "リンク「{name}」はたどりません",
            "リンクの先が公開してよい場所とは限りません。同じ content（themes）フォルダーの中のファイルを指すリンクだけをたどります。",
            "リンクをやめて、ファイルやフォルダーそのものを置いてください。";
        en: "the link `{name}` is not followed",
            "What a link leads to may not be meant for publication: only links to files within the same content (themes) folder are followed.",
            "Replace the link by the file or folder itself.";
    }
    /// Neither a file nor a folder: a pipe, a socket, a device.
    SPECIAL_FILE = "special-file", Error, fn special_file() {
        ja: "ふつうのファイルではないため読みません",
            "名前付きパイプやデバイスなどは、読むと処理が止まることがあります。",
            "content の外へ移してください。";
        en: "this is not a regular file and is not read",
            "Reading a pipe, a socket or a device may never end.",
            "Move it out of the content folder.";
    }
    /// A file name is not Unicode.
    NAME_NOT_UNICODE = "name-not-unicode", Fatal, fn name_not_unicode(name: &str) {
        ja: "ファイル名「{name}」を文字として読めません",
            "名前が文字化けしたファイルには、決まったアドレスを付けられません。",
            "英小文字・数字・ハイフンの名前に変えてください。";
        en: "the file name `{name}` is not Unicode",
            "A file whose name is garbled cannot have a stable address.",
            "Rename it with lowercase letters, digits and hyphens.";
    }
    /// Two file names differ only in how the same characters are composed.
    NAME_CLASH = "name-clash", Fatal, fn name_clash(name: &str) {
        ja: "「{name}」という同じ名前のファイルが2つあります（濁点の表し方だけが違います）",
            "見た目も意味も同じ名前なので、どちらを使うか決められません。macOS との間で複製したときに起こります。",
            "内容を比べて、片方を消すか名前を変えてください。";
        en: "there are two files called `{name}` (they differ only in Unicode composition)",
            "The names look and mean the same, so neither can be preferred. Copying to and from macOS causes this.",
            "Compare them and delete or rename one.";
    }
    /// A suffix that is similar to one that hoshin reads.
    FILE_SUFFIX = "file-suffix", Fatal, fn file_suffix(suffix: &str, right: &str) {
        ja: "拡張子が「{suffix}」になっています",
            "文書や設定として読まれず、添付ファイルとしてそのまま公開されてしまうおそれがあります。",
            "ファイル名の末尾を「{right}」に変えてください。";
        en: "the suffix of this file is `{suffix}`",
            "It would not be read, and might be published as it is like an attachment.",
            "Rename it to end in `{right}`.";
    }
    /// A document has no front matter.
    FRONT_MATTER_MISSING = "front-matter-missing", Fatal, fn front_matter_missing() {
        ja: "文書の先頭に書誌（--- で囲んだ部分）がありません",
            "題名・種類・年度・公開の状態が分からない文書は、公開できません。",
            "1行目に --- だけを書き、次の行から title・kind・fiscal_year・status を書いて、もう一度 --- だけの行で閉じてください。";
        en: "the document does not start with front matter (between `---` lines)",
            "A document without title, kind, fiscal year and status cannot be published.",
            "Write `---` alone on the first line, then title, kind, fiscal_year and status, then `---` alone on a line.";
    }
    /// The front matter has no end.
    FRONT_MATTER_UNCLOSED = "front-matter-unclosed", Fatal, fn front_matter_unclosed() {
        ja: "書誌の終わりの --- がありません",
            "どこからが本文なのかを決められません。",
            "書誌の最後の行の次に、半角のハイフン3つ --- だけの行を入れてください（前後に空白を入れません）。";
        en: "the front matter has no closing `---`",
            "Where the text starts cannot be known.",
            "After the last line of the front matter, add a line that is exactly three hyphens, without spaces.";
    }
    /// The front matter is too long.
    FRONT_MATTER_TOO_LONG = "front-matter-too-long", Fatal, fn front_matter_too_long(kibibytes: usize) {
        ja: "書誌が長すぎます（{kibibytes} KiB を超えています）",
            "書誌は文書の見出しにあたる部分です。長い文章が入っているなら、閉じる --- の位置が違うと思われます。",
            "閉じる --- の位置を確かめ、長い文章は本文に移してください。";
        en: "the front matter is longer than {kibibytes} KiB",
            "Front matter is a short description; if it holds long text the closing `---` is probably in the wrong place.",
            "Check where the closing `---` stands and move long text into the body.";
    }
    /// `content/site.yaml` does not exist.
    SITE_MISSING = "site-missing", Fatal, fn site_missing() {
        ja: "content/site.yaml がありません",
            "サイトの名前と置き場所が分からないと、ページを作れません。",
            "content/site.yaml を作り、title（サイトの名前）・city（自治体の名前）・base_url（公開する URL）を書いてください。";
        en: "there is no content/site.yaml",
            "Without the site's name and address no page can be made.",
            "Create content/site.yaml with title (of the site), city and base_url (where it will be published).";
    }
    /// A `.yaml` file belongs to no document.
    SIDECAR_ALONE = "sidecar-alone", Error, fn sidecar_alone(document: &str) {
        ja: "この注記ファイルに対応する文書「{document}」がありません",
            "注記がどの文書のものか分からないと、気付かれないまま失われます。",
            "文書のファイル名を変えたときは、.yaml の名前も同じに変えてください。";
        en: "there is no document `{document}` for this file of annotations",
            "Annotations that belong to no document are lost unnoticed.",
            "If the document was renamed, rename its .yaml too.";
    }
}
