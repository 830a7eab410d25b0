//! Findings of the `output` room.

use crate::diagnostic::Bilingual;

findings! {
    /// An address record cannot be written.
    RECORD_IO = "record-io", Fatal, fn record_io(path: &str, error: &str) {
        ja: "アドレスの記録「{path}」に書き込めません（{error}）",
            "アドレスを記録できないまま公開すると、次の改定のときに条項の対応を見失います。公開しているサイトは元のままです。",
            "原稿のフォルダー（content）に書き込めるようにするか、書き込める場所に写してから、もう一度実行してください。";
        en: "the address record {path} cannot be written ({error})",
            "Published without a record, the next revision could not tell which clause is which. The published site is as it was.",
            "Make the content folder writable, or work on a copy that is, and run the command again.";
    }

    /// Somebody has changed an address record while the command was at work.
    RECORD_CHANGED = "record-changed", Fatal, fn record_changed(path: &str) {
        ja: "処理の間に、ほかのだれかがアドレスの記録「{path}」を書き換えました",
            "読んだときの内容をもとに書き込むと、その変更が失われます。",
            "もう一度実行してください。";
        en: "somebody has changed the address record {path} while the command was at work",
            "Writing what follows from the earlier content would lose that change.",
            "Run the command again.";
    }

    /// The output folder is, or contains, the site's own folder.
    OUTPUT_HOLDS_SITE = "output-holds-site", Fatal, fn output_holds_site(target: &str) {
        ja: "出力先「{target}」は、サイトの原稿が入っているフォルダー（またはその上のフォルダー）です",
            "公開のたびに出力先の中身は入れ替わるため、原稿まで失われてしまいます。",
            "原稿とは別のフォルダー（例: public）を --output で指定してください。";
        en: "the output folder {target} is, or contains, the folder of the site itself",
            "Publishing replaces everything in the output folder: the sources would be lost.",
            "Choose a folder of its own with --output, for example \"public\".";
    }

    /// The output folder lies among the sources.
    OUTPUT_INSIDE_SOURCES = "output-inside-sources", Fatal, fn output_inside_sources(target: &str) {
        ja: "「{target}」は content または themes の中にあります",
            "書き込んだものを、次のビルドで原稿として読み込んでしまいます。原稿に上書きするおそれもあります。",
            "content と themes の外の場所を指定してください（例: --output public、--csv mokuhyo.csv）。";
        en: "{target} lies in content or themes",
            "The next build would read what is written there as sources; or a source would be written over.",
            "Choose a place outside content and themes, for example --output public or --csv mokuhyo.csv.";
    }

    /// A site with drafts would take the place of one that is published.
    DRAFTS_OVER_SITE = "drafts-over-site", Fatal, fn drafts_over_site(target: &str) {
        ja: "「{target}」は公開用のフォルダーなので、下書きを含むサイトを書き込みません",
            "下書きや公開前の文書が、誤って公開されるおそれがあります。",
            "専用のフォルダー（例: --output shitagaki）を指定するか、hoshin serve で確かめてください。";
        en: "{target} is a folder that is published: a site with drafts is not written there",
            "Drafts and documents that are not public yet might be published by mistake.",
            "Name a folder of its own (--output drafts, for example), or look at the drafts with \"hoshin serve\".";
    }

    /// The folder is hoshin's, but of another kind or another site.
    OUTPUT_OTHER_FOLDER = "output-other-folder", Fatal, fn output_other_folder(target: &str, ja: &str, en: &str) {
        ja: "「{target}」には、{ja}が入っています",
            "hoshin は書き込む先のフォルダーを丸ごと入れ替えるため、今あるものが失われたり、公開してはならないものが公開されたりします。",
            "別のフォルダーを指定してください（--output、--out）。今の中身がもう要らないと確かめたときだけ、そのフォルダーを手で消してから、もう一度実行してください。";
        en: "{target} holds {en}",
            "hoshin replaces a folder as a whole: the files that are there now would be lost, or others be published in their place.",
            "Choose another folder (--output, --out). If you are sure that what is there is no longer needed, remove the folder by hand and run the command again.";
    }

    /// The place lies in a folder of hoshin.
    OUTPUT_IN_OTHER_FOLDER = "output-in-other-folder", Fatal, fn output_in_other_folder(target: &str, folder: &str, ja: &str, en: &str) {
        ja: "「{target}」は、{ja}が入っている「{folder}」の中にあります",
            "公開用のフォルダーの中に書くと、庁内の資料まで公開されます。その中身は、次に書き込むときに入れ替わります。",
            "「{folder}」の外の場所を指定してください（--output、--out、--csv など）。";
        en: "{target} lies in {folder}, which holds {en}",
            "Whatever is written into a published folder is published, too; and the folder is replaced the next time.",
            "Choose a place outside of {folder} (--output, --out, --csv and the like).";
    }

    /// A folder of hoshin lies in the place.
    OUTPUT_HOLDS_OTHER_FOLDER = "output-holds-other-folder", Fatal, fn output_holds_other_folder(target: &str, folder: &str, ja: &str, en: &str) {
        ja: "「{target}」の中の「{folder}」には、{ja}が入っています",
            "hoshin は書き込む先のフォルダーを丸ごと入れ替えるため、その中にあるものが失われたり、一緒に公開されたりします。",
            "別のフォルダーを指定してください（--output、--out）。「{folder}」がもう要らないと確かめたときだけ、手で消してから、もう一度実行してください。";
        en: "{target} contains {folder}, which holds {en}",
            "hoshin replaces a folder as a whole: what lies in it would be lost, or be published with it.",
            "Choose another folder (--output, --out). If you are sure that {folder} is no longer needed, remove it by hand and run the command again.";
    }

    /// The place is a work folder, or lies in one.
    OUTPUT_WORK_FOLDER = "output-work-folder", Fatal, fn output_work_folder(target: &str, folder: &str) {
        ja: "「{target}」には書き込めません。「{folder}」は、hoshin の作業用フォルダーに使う名前です",
            "作業用フォルダーの中身は、サイトを作るたびに消されます。",
            "「.名前.hoshin」ではない名前の場所を指定してください（例: --out posts、--output dist）。";
        en: "{target} cannot be written to: {folder} is the name of a work folder of hoshin",
            "What lies in a work folder is removed whenever a site is made.",
            "Choose a place whose name is not of the form .NAME.hoshin, for example --out posts or --output dist.";
    }

    /// The place is the default output folder of a site.
    OUTPUT_KEPT_FOR_SITE = "output-kept-for-site", Fatal, fn output_kept_for_site(target: &str, folder: &str, site: &Bilingual) {
        ja: "「{target}」には書き込めません。「{folder}」は、{site}を公開するフォルダーです",
            "そこに置いたものは、まだサイトがないときでも、公開されるおそれがあります。",
            "別の場所を指定してください（例: --out posts、--output dist）。";
        en: "{target} cannot be written to: {folder} is where {site} is published",
            "Whatever lies there may be published, even where no site has been made yet.",
            "Choose another place, for example --out posts or --output dist.";
    }

    /// The output folder is a file.
    OUTPUT_NOT_A_FOLDER = "output-not-a-folder", Fatal, fn output_not_a_folder(target: &str) {
        ja: "出力先「{target}」はフォルダーではなくファイルです",
            "サイトは複数のファイルからなるため、出力先はフォルダーでなければなりません。",
            "別の名前を --output で指定するか、そのファイルを別の場所へ移してください。";
        en: "the output folder {target} is a file, not a folder",
            "A site consists of many files; it needs a folder.",
            "Choose another name with --output, or move that file away.";
    }

    /// Another build is writing to the folder.
    OUTPUT_BUSY = "output-busy", Fatal, fn output_busy(target: &str) {
        ja: "別のビルドが「{target}」に書き込んでいます",
            "二つのビルドが同時に書き込むと、新旧のページが混ざったサイトになります。",
            "もう一方のビルドが終わってから、もう一度実行してください。";
        en: "another build is writing to {target} at this moment",
            "Two builds at once would leave a mixture of both sites.",
            "Run the command again when the other build has ended.";
    }

    /// The output folder has files that hoshin did not write.
    OUTPUT_NOT_OURS = "output-not-ours", Fatal, fn output_not_ours(target: &str, example: &str) {
        ja: "出力先「{target}」には、hoshin が作ったのではないファイル（「{example}」など）が入っています",
            "公開のたびに出力先の中身は入れ替わるため、大切なファイルを消すおそれがあります。",
            "空のフォルダー、またはまだないフォルダーを --output で指定するか、中のファイルを別の場所へ移してください。";
        en: "the output folder {target} holds files that hoshin did not write ({example}, for one)",
            "Publishing replaces everything in the output folder: those files would be lost.",
            "Choose an empty or a new folder with --output, or move the files away.";
    }

    /// The manifest of the output folder was changed.
    OUTPUT_MANIFEST_DAMAGED = "output-manifest-damaged", Fatal, fn output_manifest_damaged(target: &str, line: usize) {
        ja: "出力先「{target}」のファイル一覧 .hoshin-manifest の {line} 行目が壊れています",
            "一覧が正しくなければ、どのファイルを入れ替えてよいか確かめられません。",
            "出力先のフォルダーを別の名前に変えてから、もう一度ビルドしてください。新しく作り直されます。";
        en: "line {line} of .hoshin-manifest in the output folder {target} is damaged",
            "Without a sound list nobody can tell which files may be replaced.",
            "Rename the output folder and build again: it is made anew.";
    }

    /// A build died while the sites were exchanged, and there is another folder now.
    OUTPUT_INTERRUPTED = "output-interrupted", Fatal, fn output_interrupted(target: &str, old: &str) {
        ja: "前回のビルドが入れ替えの途中で止まり、その後「{target}」に別のフォルダーが置かれました",
            "どちらを残すべきかを hoshin が決めると、必要なほうを消すおそれがあります。",
            "「{target}」を別の名前に変えてから、もう一度ビルドしてください。前のサイトは「{old}」に残っています。";
        en: "the last build died while the sites changed places, and another folder stands at {target} now",
            "Choosing for you could delete the one you need.",
            "Rename {target} and build again; the old site is kept in {old}.";
    }

    /// Somebody has put files into the output folder.
    OUTPUT_FOREIGN_FILES = "output-foreign-files", Fatal, fn output_foreign_files(target: &str, paths: &str, count: usize) {
        ja: "出力先「{target}」に、hoshin が作ったのではないファイルが {count} 件あります: {paths}",
            "公開のたびに出力先の中身は入れ替わるため、黙って消さずにお知らせします。",
            "公開したいファイルなら content に、そうでなければ出力先の外に移してから、もう一度ビルドしてください。";
        en: "the output folder {target} holds files that hoshin did not write ({count}): {paths}",
            "Publishing replaces everything in the output folder; it never deletes such files silently.",
            "Move them to content if they belong to the site, or else out of the output folder, and build again.";
    }

    /// A file of the site has a name that not every system can store.
    OUTPUT_FILE_NAME = "output-file-name", Fatal, fn output_file_name(path: &str) {
        ja: "{path:?} という名前のファイルは公開できません",
            "Windows で使えない名前や、出力先の外を指す名前のファイルは、公開先によって失われたり別の場所に書かれたりします。見えない文字で向きを変えた名前は、別のファイルに見えます。",
            "文書の id やファイル名を変えてください。記号 \\ : * ? \" < > | と、CON・NUL・COM1 などの名前、末尾の「.」や空白、改行や文字の向きを変える見えない文字は使えません。";
        en: "a file named {path:?} cannot be published",
            "A name that Windows does not know, or that leads out of the folder, gets lost or lands elsewhere. A name turned around by invisible characters looks like another file.",
            "Change the id of the document or the name of the file. Not allowed are \\ : * ? \" < > |, names like CON, NUL and COM1, and a dot or space at the end. Line breaks and invisible characters that turn text around are not allowed either.";
    }

    /// The new site is complete, but the system does not let it replace the old one.
    OUTPUT_SWAP = "output-swap", Fatal, fn output_swap(target: &str, os: &str) {
        ja: "新しいサイトはできましたが、「{target}」と入れ替えられません（{os}）",
            "入れ替えは一度に行うため、途中までの公開はしていません。前のサイトはそのままです。",
            "フォルダーを開いているソフトを閉じてください。{target} が別のディスクやネットワークの接続点である場合は、その中のフォルダーを --output で指定してください。";
        en: "the new site is complete, but cannot take the place of {target} ({os})",
            "Sites are exchanged as a whole: the old one is untouched.",
            "Close programs that use the folder. If {target} is where a disk or a network folder is attached, choose a folder inside it with --output.";
    }

    /// No space is left for the new site.
    OUTPUT_DISK_FULL = "output-disk-full", Fatal, fn output_disk_full(path: &str, os: &str) {
        ja: "ディスクの空きが足りず、「{path}」に書き込めません（{os}）",
            "新しいサイトは前のサイトと並べて書いてから入れ替えるため、その分の空きが必要です。前のサイトはそのままです。",
            "空きを増やしてから、もう一度ビルドしてください。";
        en: "no space is left to write {path} ({os})",
            "The new site is written beside the old one before they change places; the old one is untouched.",
            "Free some space and build again.";
    }

    /// Reading or writing the output failed.
    OUTPUT_IO = "output-io", Fatal, fn output_io(path: &str, os: &str) {
        ja: "「{path}」を読み書きできません（{os}）",
            "途中までの公開はしていません。前のサイトはそのままです。",
            "フォルダーの権限と、ほかのソフトで開いていないかを確かめて、もう一度ビルドしてください。";
        en: "{path} cannot be read or written ({os})",
            "Nothing is published by halves: the old site is untouched.",
            "Check the permissions of the folder and whether another program uses it, and build again.";
    }
}
