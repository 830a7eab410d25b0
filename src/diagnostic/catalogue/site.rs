//! Findings of the `site` room.

findings! {
    /// Two files of the output want the same path.
    PATH_CLASH = "path-clash", Fatal, fn path_clash(first: &str, second: &str) {
        ja: "出力先「{second}」が、別のページやファイルの「{first}」と重なります",
            "大文字と小文字だけが違う名前も、Windows や macOS では同じファイルになり、片方が失われます。",
            "文書やファイルの名前を変えてください。「r8」のような年度の名前と「assets」は、サイトが使います。";
        en: "the output \"{second}\" clashes with \"{first}\", another page or file",
            "Names that differ only in case are the same file on Windows and macOS: one of them would be lost.",
            "Rename the document or the file. Names of years such as \"r8\", and \"assets\", are used by the site.";
    }

    /// A theme that does not exist.
    THEME_NOT_FOUND = "theme-not-found", Fatal, fn theme_not_found(name: &str) {
        ja: "テーマ「{name}」がありません",
            "テーマがなければ、ページを作れません。",
            "themes/{name}/ フォルダーを作るか、site.yaml の theme を「default」にしてください。";
        en: "there is no theme \"{name}\"",
            "Without a theme no page can be made.",
            "Create the folder themes/{name}/, or set theme in site.yaml to \"default\".";
    }

    /// A file of a theme that nothing uses.
    THEME_FILE_UNUSED = "theme-file-unused", Warning, fn theme_file_unused(path: &str, hint: Option<&str>) {
        ja: "テーマのファイル「{path}」は、どこからも使われていません",
            "名前を誤ったファイルは、標準のテーマのファイルに替わらず、変更が黙って無視されます。",
            "{hint}名前を直すか、不要であれば消してください。";
        en: "nothing uses the theme file \"{path}\"",
            "A misnamed file does not replace the default theme's, and the change is silently ignored.",
            "{hint}Rename the file, or delete it if it is not needed.";
    }

    /// A font of a theme that does not exist.
    THEME_FONT = "theme-font", Error, fn theme_font(file: &str) {
        ja: "テーマの static/ に、WOFF2 形式のフォント「{file}」がありません",
            "フォントがなければ、指定した書体では表示されません。ほかの形式は、大きすぎるか、ブラウザーが読めません。",
            "フォントを woff2 に変換してテーマの static/ フォルダーに置き、file にその名前を書いてください。";
        en: "the theme has no font \"{file}\" in WOFF2 in static/",
            "Without the file nothing is shown in that font. Other formats are too large, or browsers cannot read them.",
            "Convert the font to woff2, put it into the theme's static/ folder and write its name in file.";
    }

    /// A template that cannot be read.
    TEMPLATE_SYNTAX = "template-syntax", Fatal, fn template_syntax(message: &str) {
        ja: "テンプレートの書き方に誤りがあります: {message}",
            "誤りのあるテンプレートからは、ページを作れません。",
            "印の付いた場所の括弧や命令（block、if、for とその終わり）を確かめてください。";
        en: "this template cannot be read: {message}",
            "No page can be made from a template with a mistake.",
            "Check the brackets and the tags (block, if, for and their ends) at the marked place.";
    }

    /// A template uses an unknown name.
    TEMPLATE_REFERENCE = "template-reference", Fatal, fn template_reference(message: &str) {
        ja: "テンプレートが、存在しないものを使っています: {message}",
            "名前を誤ると、その部分が抜けたページを公開するおそれがあるため、作る前に止めます。",
            "印の付いた場所の名前のつづりを確かめてください。";
        en: "this template uses something that does not exist: {message}",
            "A misspelt name would publish pages with a part missing, so nothing is made.",
            "Check the spelling of the name at the marked place.";
    }

    /// A template that failed while a page was made.
    TEMPLATE_RENDER = "template-render", Fatal, fn template_render(page: &str, message: &str) {
        ja: "ページ「{page}」を作るとき、テンプレートで失敗しました: {message}",
            "テンプレートが途中で止まったページは、公開しません。",
            "印の付いた場所の変数の名前を確かめ、ないことのある値は {{% if %}} で囲んでください。";
        en: "the template failed while making the page \"{page}\": {message}",
            "A page whose template stopped half-way is not published.",
            "Check the name of the variable at the marked place; guard values that may be missing with {{% if %}}.";
    }
}
