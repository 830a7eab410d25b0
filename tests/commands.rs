//! What the commands do and say, run as a user runs them.

#![allow(clippy::expect_used)]

mod kit;

use kit::{SITE, Site, document, titled};

/// A site with one public document.
fn one() -> Site {
    Site::new().file("content/r8/a.md", document("status: published", "# 令和8年度の方針\n\n(1) 公開する文です。\n"))
}

mod help {
    use super::*;

    #[test]
    fn no_command_teaches_the_first_steps() {
        insta::assert_snapshot!(Site::empty().run(""), @r"
        exit 0
        --- stdout
        方針を Markdown で書き、条項ごとに番地のある公開サイトにします。

        使い方: hoshin <コマンド> [オプション]

        コマンド:
          build        公開用のサイトを作る
          check        原稿の誤りをすべて挙げる（何も書き込まない）
          explain      指摘の意味と直し方を読む（コードを省くと一覧）
          completions  シェルの補完スクリプトを出力する

        オプション:
              --lang <言語>    表示の言語 ja または en（省略時は LC_ALL・LC_MESSAGES・LANG に従う）
              --now <日時>     この日時の姿を作る: 2026-04-01、2026-04-01T09:00 など
              --strict         警告も誤りとして扱う
              --format <形式>  指摘の形式 text（標準エラー出力）、json・sarif（標準出力）
          -q, --quiet          失敗の原因となる指摘だけを表示する
          -v, --verbose        ファイルごとの扱いも表示する
              --color <場合>   色をつける場合 auto、always、never
          -h, --help           この説明を表示する
          -V, --version        版を表示する

        例:
          hoshin check                     原稿の誤りを調べる（何も書き込みません）
          hoshin build                     public/ に公開用のサイトを作る
          hoshin build --now 2026-04-01    4月1日の時点で公開される姿を作る
          hoshin explain                   指摘の一覧を見る

        終了コード: 0 は問題なし、1 は直すべき指摘あり、2 は実行できなかったことを表します。
        ");
    }

    #[test]
    fn it_speaks_english_too() {
        insta::assert_snapshot!(Site::empty().run("build --help --lang en"), @r"
        exit 0
        --- stdout
        Make the site

        Usage: hoshin build [OPTIONS]

        Options:
              --site <DIR>       The site's folder, in which content/ is [default: here]
              --jobs <N>         How many processor cores are used [default: all]
              --output <DIR>     Where the site is written [default: public/ in the site's folder]
              --lang <LANG>      Language of messages, ja or en [default: that of the environment]
              --now <TIME>       Build as if it were this moment: 2026-04-01, 2026-04-01T09:00 (both in the
                                 site's time zone) or RFC 3339
              --strict           Warnings fail, too
              --format <FORMAT>  Form of the findings: text (standard error), json or sarif (standard
                                 output)
          -q, --quiet            Say only what makes the command fail
          -v, --verbose          Say what became of every file
              --color <WHEN>     Colours: auto, always or never
          -h, --help             Show this help
        ");
    }

    #[test]
    fn an_unknown_command_is_told_with_what_was_meant() {
        insta::assert_snapshot!(Site::empty().run("biuld"), @r"
        exit 2
        --- stderr
        エラー: 「biuld」というコマンドはありません
          もしかして: build

        使い方は hoshin --help で読めます。
        ");
        insta::assert_snapshot!(Site::empty().run("biuld --lang en"), @r"
        exit 2
        --- stderr
        error: unrecognized subcommand 'biuld'

          tip: a similar subcommand exists: 'build'

        Usage: hoshin [OPTIONS] [COMMAND]

        For more information, try '--help'.
        ");
    }

    #[test]
    fn an_option_given_twice_is_not_said_to_clash_with_itself() {
        let output = Site::empty().run("build --output a --output b");
        assert_eq!(output.err.lines().next(), Some("エラー: 「--output <フォルダー>」は1回だけ指定できます"));
    }

    #[test]
    fn wrong_options_are_usage_errors() {
        for arguments in
            ["build --foo", "build --now 明日", "check --jobs 0", "build -q -v", "check --format xml", "explain a b"]
        {
            let output = Site::empty().run(arguments);
            assert_eq!((output.code, output.out.as_str()), (2, ""), "{arguments}: {output}");
            assert!(output.err.starts_with("エラー: "), "{arguments}: {output}");
        }
        insta::assert_snapshot!(Site::empty().run("build --now 明日"), @r"
        exit 2
        --- stderr
        エラー: 「--now <日時>」の値「明日」を読めません（例: 2026-04-01, 2026-04-01T09:00, 2026-04-01T09:00:00+09:00）

        使い方は hoshin --help で読めます。
        ");
    }

    #[test]
    fn completions_know_the_commands() {
        for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
            let output = Site::empty().run(&format!("completions {shell}"));
            assert_eq!((output.code, output.err.as_str()), (0, ""), "{shell}");
            for command in ["build", "check", "explain"] {
                assert!(output.out.contains(command), "{shell}: {command}");
            }
        }
    }
}

mod language {
    use super::*;

    /// What one sentence is said in, for a locale.
    fn said(arguments: &str, variables: &[(&str, &str)]) -> &'static str {
        let output = Site::empty().run_with(arguments, variables);
        if output.err.contains("使い方") { "ja" } else { "en" }
    }

    #[test]
    fn it_follows_the_option_then_the_locale_then_japanese() {
        assert_eq!(said("x", &[]), "ja");
        assert_eq!(said("x", &[("LANG", "ja_JP.UTF-8")]), "ja");
        assert_eq!(said("x", &[("LANG", "C.UTF-8")]), "ja");
        assert_eq!(said("x", &[("LANG", "en_US.UTF-8")]), "en");
        assert_eq!(said("x", &[("LANG", "en_US.UTF-8"), ("LC_ALL", "ja_JP.UTF-8")]), "ja");
        assert_eq!(said("x", &[("LANG", "ja_JP.UTF-8"), ("LC_MESSAGES", "en_US.UTF-8")]), "en");
        assert_eq!(said("x", &[("LANG", "en_US.UTF-8"), ("LC_ALL", "")]), "en");
        assert_eq!(said("x --lang=ja", &[("LANG", "en_US.UTF-8")]), "ja");
        assert_eq!(said("x --lang en", &[]), "en");
    }
}

mod explain {
    use super::*;

    #[test]
    fn a_finding_is_explained() {
        insta::assert_snapshot!(Site::empty().run("explain not-utf8"), @r"
        exit 0
        --- stdout
        エラー[not-utf8]

        hoshin が読むテキストは UTF-8（BOM の有無は問いません）です。Shift_JIS（CP932）などで保存されたファイルは、
        推測で読むと官公庁の文書で実際に起きる「髙」「𠮷」の文字化けを見逃すため、誤りとして止めます。

        この指摘の重さは site.yaml でも変えられません。
        ");
        insta::assert_snapshot!(Site::empty().run("explain [not-utf8] --lang en"), @r"
        exit 0
        --- stdout
        error[not-utf8]

        hoshin reads UTF-8 (with or without a BOM). A file in Shift_JIS (CP932) is refused rather than guessed at:
        a wrong guess turns names such as 髙 or 𠮷 into something else, unnoticed.

        site.yaml cannot change this severity.
        ");
    }

    #[test]
    fn without_a_code_all_are_listed() {
        let output = Site::empty().run("explain");
        assert_eq!(output.code, 0);
        let line = output.out.lines().find(|line| line.starts_with("not-utf8 ")).expect("a line");
        assert!(line.ends_with("  エラー  文字化けしたまま公開しないため、読めないファイルは扱いません。"), "{line}");
        assert!(output.out.lines().count() > 30);
    }

    #[test]
    fn an_unknown_code_is_told_with_what_was_meant() {
        insta::assert_snapshot!(Site::empty().run("explain not-utf-8"), @r"
        exit 2
        --- stderr
        エラー: 「not-utf-8」という指摘はありません
          もしかして: not-utf8

        一覧は hoshin explain で見られます。
        ");
        insta::assert_snapshot!(Site::empty().run("explain まったく違う"), @r"
        exit 2
        --- stderr
        エラー: 「まったく違う」という指摘はありません

        一覧は hoshin explain で見られます。
        ");
    }

    #[test]
    fn programs_can_read_it() {
        let one = Site::empty().run("explain not-utf8 --format json --lang en").json();
        assert_eq!((&one["code"], &one["severity"]), (&"not-utf8".into(), &"error".into()));
        let all = Site::empty().run("explain --format json").json();
        assert!(all.as_array().expect("a list").iter().any(|code| code["code"] == "not-utf8"));
    }

    #[cfg(unix)]
    #[test]
    fn a_reader_that_goes_away_is_no_failure() {
        use std::process::Stdio;
        let mut child =
            Site::empty().command("explain", &[]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
    }
}

mod check {
    use super::*;

    /// How many files a verbose run has made.
    fn made(output: &kit::Output) -> usize {
        let (_, rest) = output.err.split_once("files made ").expect("the work");
        rest.lines().next().and_then(|number| number.parse().ok()).expect("a number")
    }

    #[test]
    fn a_site_in_order_passes_and_nothing_is_written() {
        let site = one();
        let before = site.files(".");
        insta::assert_snapshot!(site.run("check"), @r"
        exit 0
        --- stderr
        指摘なし; 公開 1・設定と付属データ 1
        ");
        assert_eq!(site.files("."), before);
    }

    #[test]
    fn a_folder_that_is_no_site_is_refused() {
        let output = Site::empty().run("check");
        assert_eq!((output.code, output.codes()), (2, vec!["content-missing"]), "{output}");
    }

    #[test]
    fn one_broken_document_does_not_hide_the_others() {
        let site = one()
            .file("content/r8/b.md", "---\ntitel: あ\n---\n")
            .file("content/r8/c.md", document("status: pubished", "本文\n"))
            .file("content/r8/d.md", b"---\ntitle: \x8e\x7b\n---\n");
        let output = site.run("check");
        assert_eq!(output.code, 1);
        for path in ["content/r8/b.md:2:1", "content/r8/c.md:5:9", "content/r8/d.md:2:8"] {
            assert!(output.err.contains(&format!(" --> {path}\n")), "{path}: {output}");
        }
        assert!(output.err.ends_with("公開 1・読めないファイル 3・設定と付属データ 1\n"), "{output}");
    }

    #[test]
    fn a_finding_says_where_why_and_how_to_mend_it() {
        let site = one().file("content/r8/b.md", document("status: pubished", "(1) 一\n\n(3) 三\n"));
        insta::assert_snapshot!(site.run("check"), @r"
        exit 1
        --- stderr
        エラー[bad-status]: 公開の状態「pubished」はありません
         --> content/r8/b.md:5:9
          |
        5 | status: pubished
          |         ^^^^^^^^
          |
          = なぜ: 書き間違いのために、公開する文書が出なかったり、下書きが出たりするのを防ぎます。
          = 直し方: 「published」ではありませんか。draft（下書き）・approved（決裁済み）・published（公開）・superseded（改定前）のいずれかを書いてください。

        くわしい説明と例: hoshin explain コード（たとえば hoshin explain bad-status）

        エラー 1; 公開 1・読めないファイル 1・設定と付属データ 1
        ");
        insta::assert_snapshot!(site.run("build --lang en"), @r"
        exit 1
        --- stderr
        error[bad-status]: there is no status `pubished`
         --> content/r8/b.md:5:9
          |
        5 | status: pubished
          |         ^^^^^^^^
          |
          = why: A typing error must neither hide a document nor publish a draft.
          = help: Did you mean `published`? Write draft, approved, published or superseded.

        explanations with examples: hoshin explain CODE (for instance hoshin explain bad-status)

        1 error; public 1, broken 1, registries and sidecars 1; not published (public is as it was)
        ");
    }

    #[test]
    fn every_file_is_accounted_for() {
        let site = one()
            .file("content/r8/draft.md", document("status: draft", "下書き\n"))
            .file("content/r8/approved.md", document("status: approved", "決定済み\n"))
            .file("content/r8/later.md", document("status: published\npublish_at: 2026-04-01T09:00", "後日\n"))
            .file("content/r8/図.png", "x")
            .file("content/r8/.hidden", "x")
            .file("content/r8/a.md~", "x")
            .file("themes/default/static/style.css", "body { color: black }\n")
            .file("themes/other/theme.yaml", "x");
        insta::assert_snapshot!(site.run("check --now 2026-03-31"), @r"
        exit 0
        --- stderr
        指摘なし; 公開 1・公開前 1（2026-04-01 09:00 から）・決裁済み（未公開） 1・下書き 1・設定と付属データ 1・添付（未使用、公開しない） 1・テーマ 1・使わないテーマ 1・除外（編集中の一時ファイル） 1・除外（. で始まる名前） 1
        ");
        let mut verbose = site.run("check -v --now 2026-04-01 --lang en");
        // How many files the default theme makes is no concern of this test.
        verbose.err = verbose.err.replace(&format!("files made {}\n", made(&verbose)), "files made N\n");
        insta::assert_snapshot!(verbose, @r"
        exit 0
        --- stderr
        content/r8/.hidden: ignored (hidden)
        content/r8/a.md: public
        content/r8/a.md~: ignored (editor files)
        content/r8/approved.md: approved
        content/r8/draft.md: draft
        content/r8/later.md: to come (from 2026-04-01 09:00)
        content/r8/図.png: assets unused (left out)
        content/site.yaml: registries and sidecars
        themes/default/static/style.css: theme
        themes/other/theme.yaml: of other themes
        documents parsed 4, files made N
        nothing found; public 1, to come 1 (from 2026-04-01 09:00), approved 1, draft 1, registries and sidecars 1, assets unused (left out) 1, theme 1, of other themes 1, ignored (editor files) 1, ignored (hidden) 1
        ");
    }

    #[test]
    fn a_theme_that_cannot_be_used_fails_the_check_too() {
        let site = one().file("themes/default/templates/document.html", "{% block x %}");
        let output = site.run("check");
        assert_eq!(output.code, 1, "{output}");
        assert!(output.err.contains(" themes/default/templates/document.html"), "{output}");
    }

    #[test]
    fn no_document_is_suggested_for_an_image() {
        let site = Site::new().file("content/r8/zu.md", document("status: published", "![市の将来像](zu.png)\n"));
        let output = site.run("check");
        assert!(output.err.contains("エラー[dead-image]"), "{output}");
        assert!(!output.err.contains("zu.md」のことではありませんか"), "{output}");
    }

    #[test]
    fn strict_makes_warnings_fail() {
        let site = one().file("content/r8/b.md", document("status: published", "本文<br>です。\n"));
        assert_eq!(site.run("check").code, 0);
        let strict = site.run("build --strict");
        assert_eq!(strict.code, 1);
        assert!(strict.err.contains("\n警告 1（--strict により警告も誤りとして扱いました）; "), "{strict}");
        assert!(strict.err.ends_with("公開しませんでした（public は元のままです）\n"), "{strict}");
        assert!(site.files("public").is_empty());
        assert_eq!(site.run("build").code, 0);
        assert!(!site.files("public").is_empty());
    }

    #[test]
    fn quiet_says_only_what_fails() {
        let site = one().file("content/r8/b.md", document("status: published", "本文<br>です。\n"));
        let output = site.run("check -q");
        assert_eq!((output.code, output.out.as_str(), output.err.as_str()), (0, "", ""));
        let output = site.run("check -q --strict");
        assert_eq!((output.code, output.codes()), (1, vec!["raw-html"]), "{output}");
    }

    #[test]
    fn severities_of_the_site_count() {
        let site = one()
            .file("content/r8/b.md", document("status: published", "本文<br>です。\n"))
            .file("content/site.yaml", format!("{SITE}severities:\n  raw-html: error\n"));
        assert_eq!(site.run("check").code, 1);
        site.write("content/site.yaml", format!("{SITE}severities:\n  raw-html: off\n"));
        let output = site.run("check --strict");
        assert_eq!((output.code, output.codes()), (0, vec![]), "{output}");
    }
}

mod formats {
    use super::*;

    fn broken() -> Site {
        one().file("content/r8/b.md", document("status: pubished", "本文\n"))
    }

    #[test]
    fn json_goes_to_standard_output_and_is_all_there_is() {
        let output = broken().run("build --format json --lang en");
        assert_eq!((output.code, output.err.as_str()), (1, ""));
        let json = output.json();
        assert_eq!((&json["tool"], &json["schema"], &json["exit"]), (&"hoshin".into(), &1.into(), &1.into()));
        assert_eq!(json["summary"]["errors"], 1);
        assert_eq!(json["output"]["published"], false);
        let finding = &json["findings"][0];
        assert_eq!((&finding["code"], &finding["path"]), (&"bad-status".into(), &"content/r8/b.md".into()));
        assert_eq!(finding["start"]["line"], 5);
        assert_eq!(finding["excerpt"], "pubished");
        let fates: Vec<_> = json["sources"].as_array().expect("a list").iter().map(|file| &file["fate"]).collect();
        assert_eq!(fates, ["public", "broken", "data"]);
    }

    #[test]
    fn a_command_that_cannot_run_says_so_in_json_too() {
        let output = Site::empty().run("check --format json");
        let json = output.json();
        assert_eq!((output.code, &json["exit"]), (2, &2.into()));
        assert_eq!(json["findings"][0]["code"], "content-missing");
    }

    #[test]
    fn sarif_has_what_readers_require() {
        let output = broken().run("check --format sarif");
        let log = output.json();
        assert_eq!((&log["version"], output.err.as_str()), (&"2.1.0".into(), ""));
        let run = &log["runs"][0];
        let (rules, results) = (&run["tool"]["driver"]["rules"], run["results"].as_array().expect("a list"));
        assert_eq!(results.len(), 1);
        for result in results {
            let index = usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("a small one");
            assert_eq!(rules[index]["id"], result["ruleId"]);
            assert_eq!(result["locations"][0]["physicalLocation"]["region"]["startLine"], 5);
        }
    }

    #[test]
    fn colours_come_when_asked_for() {
        assert!(!broken().run("check").err.contains('\u{1b}'));
        assert!(broken().run("check --color always").err.contains('\u{1b}'));
        assert!(!Site::empty().run("--color always").out.is_empty());
    }
}

mod build {
    use super::*;

    #[test]
    fn an_error_leaves_the_site_as_it_was() {
        let site = one();
        assert_eq!(site.run("build").code, 0);
        let before = site.files("public");
        site.write("content/r8/b.md", document("status: pubished", "本文\n"));
        let output = site.run("build");
        assert_eq!((output.code, output.codes()), (1, vec!["bad-status"]), "{output}");
        assert_eq!(site.files("public"), before);
    }

    #[test]
    fn a_draft_leaves_no_byte() {
        let word = "もらしてはならない";
        let body = format!("# {word}\n\n(1) {word}\n");
        let draft = format!("{body}\n[様式](himitsu.pdf)\n");
        let site = one()
            .file("content/r8/himitsu.pdf", word)
            .file("content/r8/himitsu-draft.md", titled(word, "status: draft", &draft))
            .file("content/r8/himitsu-approved.md", titled(word, "status: approved", &body))
            .file("content/r8/himitsu-later.md", titled(word, "status: published\npublish_at: 2099-01-01", &body))
            .file("content/r8/himitsu-forgotten.md", titled(word, "", &body));
        let output = site.run("build --now 2026-04-01");
        assert_eq!(output.code, 0, "{output}");
        for (path, bytes) in site.files("public") {
            for secret in [word, "himitsu"] {
                assert!(!path.contains(secret), "{path}");
                let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
                assert!(!found, "{secret} in {path}");
            }
        }
    }

    #[test]
    fn files_that_public_pages_refer_to_are_part_of_the_site() {
        let site = Site::new()
            .file(
                "content/r8/a.md",
                document("status: published", "# 令和8年度の方針\n\n[申請の様式（PDF）](yoshiki.pdf)\n"),
            )
            .file("content/r8/yoshiki.pdf", "PDF")
            .file("content/r8/unused.pdf", "PDF");
        let json = site.run("build --format json").json();
        let fate = |path: &str| {
            let files = json["sources"].as_array().expect("a list");
            files.iter().find(|file| file["path"] == path).map(|file| file["fate"].clone())
        };
        assert_eq!(fate("content/r8/yoshiki.pdf"), Some("asset-used".into()));
        assert_eq!(fate("content/r8/unused.pdf"), Some("asset-unused".into()));
        assert_eq!(site.read("public/r8/yoshiki.pdf"), "PDF");
        assert!(!site.path("public/r8/unused.pdf").exists());
    }

    #[test]
    fn a_document_appears_at_its_moment() {
        let site = one().file(
            "content/r8/b.md",
            document("status: published\npublish_at: 2026-04-01T09:00", "# 令和8年度の方針\n\n後の文\n"),
        );
        let appears = |now: &str| {
            assert_eq!(site.run(&format!("build --now {now}")).code, 0);
            site.files("public").contains_key("r8/b/index.html")
        };
        // In the site's time zone, Asia/Tokyo.
        assert!(!appears("2026-03-31"));
        assert!(!appears("2026-04-01T08:59:59"));
        assert!(appears("2026-04-01T09:00"));
        assert!(!appears("2026-03-31T23:59:59Z"));
        assert!(appears("2026-04-01T00:00:00Z"));
        assert!(appears("2026-04-02"));
    }

    #[test]
    fn the_number_of_threads_changes_no_byte() {
        let site =
            one().file("content/r8/b.md", document("status: published", "# 令和8年度の方針\n\n本文<br>です。\n"));
        let one = site.run("build --jobs 1 --output one").err.replace("one", "OUT");
        let eight = site.run("build --jobs 8 --output eight").err.replace("eight", "OUT");
        assert_eq!(one, eight);
        assert_eq!(site.files("one"), site.files("eight"));
    }

    #[test]
    fn the_verbose_build_tells_every_file() {
        let output = one().run("build -v --now 2026-04-01");
        assert_eq!(output.code, 0);
        assert!(output.err.contains("\ncontent/site.yaml: 設定と付属データ\n"), "{output}");
        assert!(output.err.contains("\n書き込み: r8/a/index.html\n"), "{output}");
    }

    #[test]
    fn the_output_folder_may_be_elsewhere_but_not_among_the_sources() {
        let site = one();
        assert_eq!(site.run("build --site . --output ../").code, 2);
        let inside = site.run("build --output content/public");
        assert_eq!((inside.code, inside.codes()), (2, vec!["output-inside-sources"]), "{inside}");
    }
}

mod warm_build {
    use super::*;

    /// Documents parsed, files made, files written.
    fn work(site: &Site, arguments: &str) -> (u64, u64, usize) {
        let output = site.run(&format!("build --format json {arguments}"));
        let json = output.json();
        let number = |name: &str| json["work"][name].as_u64().expect("a number");
        let written = json["output"]["written"].as_array().expect("a list").len();
        (number("documents_parsed"), number("files_rendered"), written)
    }

    #[test]
    fn nothing_changed_is_nothing_done_and_all_said_again() {
        let site =
            one().file("content/r8/b.md", document("status: published", "# 令和8年度の方針\n\n本文<br>です。\n"));
        let cold = site.run("build --now 2026-04-01");
        assert_eq!(cold.codes(), ["raw-html"]);
        let before = site.files(".");
        let warm = site.run("build --now 2026-04-01");
        assert_eq!(site.files("."), before);
        assert_eq!(work(&site, "--now 2026-04-01"), (0, 0, 0));
        let until_the_count = |text: &str| text.split_once("書き込み").expect("a count").0.to_owned();
        assert_eq!(until_the_count(&warm.err), until_the_count(&cold.err));
    }

    #[test]
    fn later_is_the_same_until_something_is_due() {
        let site = one().file(
            "content/r8/b.md",
            document("status: published\npublish_at: 2026-04-01", "# 令和8年度の方針\n\n後\n"),
        );
        assert_eq!(work(&site, "--now 2026-03-01").0, 2);
        assert_eq!(work(&site, "--now 2026-03-31T23:59:59"), (0, 0, 0));
        assert_eq!(work(&site, "--now 2026-04-01").0, 2);
        assert_eq!(work(&site, "--now 2027-04-01"), (0, 0, 0));
        // Back in time the last build proves nothing.
        assert_eq!(work(&site, "--now 2026-03-31").0, 2);
    }

    #[test]
    fn an_edit_is_built_and_undone() {
        let site = one();
        assert_eq!(work(&site, "").0, 1);
        let first = site.files("public");
        site.write("content/r8/a.md", document("status: published", "# 令和8年度の方針\n\n(1) 直した文です。\n"));
        assert_eq!(work(&site, "").0, 1);
        assert!(site.read("public/r8/a/index.html").contains("直した文です。"));
        site.write("content/r8/a.md", document("status: published", "# 令和8年度の方針\n\n(1) 公開する文です。\n"));
        assert_eq!(work(&site, "").0, 1);
        assert_eq!(site.files("public"), first);
        site.remove("content/r8/a.md");
        assert_eq!(work(&site, "").0, 0);
        assert!(!site.files("public").contains_key("r8/a/index.html"));
    }

    #[test]
    fn what_others_did_to_the_published_folder_is_mended() {
        let site = one();
        site.run("build");
        let published = site.files("public");
        site.remove("public/r8/a/index.html");
        assert_eq!(work(&site, ""), (1, published.len() as u64 - 1, 1));
        assert_eq!(site.files("public"), published);
        site.write("public/r8/a/index.html", "改ざん");
        assert_eq!(site.run("build").code, 0);
        assert_eq!(site.files("public"), published);
    }

    #[test]
    fn other_options_are_another_build() {
        let site =
            one().file("content/r8/b.md", document("status: published", "# 令和8年度の方針\n\n本文<br>です。\n"));
        assert_eq!(site.run("build").code, 0);
        assert_eq!(site.run("build --strict").code, 1);
        assert_eq!(site.run("build").code, 0);
    }

    #[test]
    fn a_damaged_record_is_no_record() {
        let site = one();
        site.run("build");
        for damage in ["", "{}", "null", "[1]"] {
            site.write(".public.hoshin/record.json", damage);
            assert_eq!(work(&site, "").0, 1, "{damage}");
            assert_eq!(work(&site, "").0, 0);
        }
    }

    #[test]
    fn the_record_lies_outside_the_published_folder() {
        let site = one();
        site.run("build");
        assert!(site.files(".public.hoshin").contains_key("record.json"));
        assert!(site.files("public").keys().all(|path| !path.contains("record")));
    }

    /// It names drafts and quotes them, and what is above the published folder may be published too.
    #[cfg(unix)]
    #[test]
    fn nobody_else_can_read_the_record() {
        use std::os::unix::fs::PermissionsExt as _;

        let site = one();
        site.run("build");
        let mode = site.path(".public.hoshin/record.json").metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{mode:o}");
    }
}
