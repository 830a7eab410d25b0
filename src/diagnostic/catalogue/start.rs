//! Findings about a new site or document.

findings! {
    /// A folder for a new site holds something.
    INIT_NOT_EMPTY = "init-not-empty", Fatal, fn init_not_empty(folder: &str) {
        ja: "「{folder}」は空のフォルダーではありません",
            "すでにあるファイルを書き換えたり、混ぜたりしないためです。",
            "新しいフォルダーの名前を付けて、もう一度実行してください（例：hoshin init houshin）。";
        en: "{folder} is not an empty folder",
            "Nothing that exists is ever overwritten or mixed up.",
            "Name a new folder, for example: hoshin init my-city";
    }
    /// A file of a new site or document cannot be written.
    START_IO = "start-io", Fatal, fn start_io(path: &str, error: &str) {
        ja: "「{path}」に書き込めません（{error}）",
            "途中まで書いたファイルが残っていることがあります。",
            "書き込める場所を選ぶか、フォルダーを書き込めるようにして、もう一度実行してください。";
        en: "{path} cannot be written ({error})",
            "Some files may have been written already.",
            "Choose a place you can write to, or make the folder writable, and run the command again.";
    }
    /// A document of this name exists, or existed.
    NEW_TAKEN = "new-taken", Fatal, fn new_taken(path: &str) {
        ja: "「{path}」がすでにあります",
            "文書と、その公開済みのアドレスを、上書きから守るためです。",
            "別の名前にするか、そのファイルを開いて書き換えてください。";
        en: "{path} exists already",
            "A document and its published addresses are never overwritten.",
            "Choose another name, or open that file and edit it.";
    }
    /// Neither a kind nor a document to copy was given.
    NEW_WITHOUT_KIND = "new-without-kind", Fatal, fn new_without_kind(kinds: &[&str]) {
        ja: "文書の種類が分かりません",
            "種類によって、ひな形も、一覧での並び順も違います。",
            "--kind に種類を書くか、--from に写すもとの文書を書いてください。種類：{kinds}";
        en: "the kind of the document is not known",
            "Kinds differ in their skeleton and in their place in lists.",
            "Give a kind with --kind, or a document to copy with --from. Kinds: {kinds}";
    }
    /// The kind is not one of the site's.
    NEW_UNKNOWN_KIND = "new-unknown-kind", Fatal, fn new_unknown_kind(kind: &str, kinds: &[&str]) {
        ja: "「{kind}」という種類はありません",
            "種類は、一覧や検索で文書をまとめるのに使われます。",
            "次のどれかを書いてください：{kinds}。新しい種類は site.yaml の kinds に加えます。";
        en: "there is no kind {kind}",
            "Kinds group documents in lists and in the search.",
            "Choose one of these: {kinds}. A new kind is added under `kinds` in site.yaml.";
    }
    /// The document to be copied does not exist or cannot be read.
    NEW_FROM_MISSING = "new-from-missing", Fatal, fn new_from_missing(id: &str, known: &str) {
        ja: "写すもとの文書「{id}」がないか、読めません",
            "--from には、このサイトにある文書を指定します。",
            "次のどれかを書いてください：{known}。文書に誤りがあれば、hoshin check で確かめて直してください。";
        en: "the document {id}, which was to be copied, does not exist or cannot be read",
            "`--from` takes a document of this site.",
            "Choose one of these: {known}. If it has errors, hoshin check shows them.";
    }
}
