//! The help, the completions, and errors in the command line.

use crate::kit::Site;

#[test]
fn without_a_command_the_help_is_printed() {
    insta::assert_snapshot!(Site::empty().run(""), @r"
    exit 0
    --- stdout
    方針を Markdown で書き、条項ごとに番地のある公開サイトにします。

    使い方: hoshin <コマンド> [オプション]

    コマンド:
      init         サイトを始める（書き換えて使える小さな市の見本を置く）
      new          文書を書き始める（前の年度のものを写す、またはひな形）
      build        サイトを作る（まだ公開の約束はしない）
      release      サイトを公開する（これ以後、アドレスを守り続ける）
      diff         公開したあとに変わった文を、語ごとに比べて見る（--format text・csv・json）
      serve        書きながらブラウザーで見る（保存するたびに新しくなる）
      check        原稿の誤りをすべて挙げる（何も書き込まない）
      anchor       条項のアドレスを見る・改定で起きた変化を決める
      cite         引用・id・場所から、条項とその引用文を出す
      snippet      条項の内容を違えずに伝える LINE・SNS の投稿文を作る
      objective    目標を表（CSV）にする・表の値を原稿に取り込む
      trace        どの項目をどの項目が受けたか、まだ示されていない項目はどれか（--format
                   table・csv・json）
      explain      指摘の意味と直し方を読む（コードを省くと一覧）
      completions  シェルの補完スクリプトを出力する

    オプション:
          --lang <言語>    表示の言語（init では見本の言語も）ja または en（省略時は
                           LC_ALL・LC_MESSAGES・LANG に従う）
          --now <日時>     この日時の姿を作る: 2026-04-01、2026-04-01T09:00 など
          --strict         警告も誤りとして扱う
          --format <形式>  指摘の形式 text（標準エラー出力）、json・sarif（標準出力）
      -q, --quiet          失敗の原因となる指摘だけを表示する
      -v, --verbose        ファイルごとの扱いも表示する
          --color <場合>   色をつける場合 auto、always、never
      -h, --help           この説明を表示する
      -V, --version        版を表示する

    例:
      hoshin init houshin              書き換えて使える見本を置く
      hoshin new r9/a --from r8/a      次の年度の文書を、今の年度のものから書き始める
      hoshin check                     原稿の誤りを調べる（何も書き込みません）
      hoshin serve --open              書きながらブラウザーで見る
      hoshin build                     public/ にサイトを作る
      hoshin release                   公開する（これ以後、アドレスを守り続けます）
      hoshin serve --now 2026-04-01    4月1日の時点の姿をブラウザーで見る
      hoshin anchor list               文書ごとに条項のアドレスを見る
      hoshin explain                   指摘の一覧を見る

    終了コード: 0 は問題なし、1 は直すべき指摘あり、2 は実行できなかったことを表します。
    ");
}

#[test]
fn the_help_is_available_in_english() {
    insta::assert_snapshot!(Site::empty().run("build --help --lang en"), @r"
    exit 0
    --- stdout
    Make the site, to be looked at

    Usage: hoshin build [OPTIONS]

    Options:
          --site <DIR>       The site's folder, in which content/ is [default: here]
          --jobs <N>         How many processor cores are used [default: all]
          --locked           Fail where an address record (.lock) would have to change
          --output <DIR>     Where the site is written [default: public/ in the site's folder]
          --drafts           Show drafts and documents that are not public yet, marked: to look at,
                             never to publish; into a folder of its own
          --lang <LANG>      Language of messages, and of the example that init writes: ja or en
                             [default: that of the environment]
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
fn a_missing_subcommand_is_reported_in_japanese() {
    for (command, known) in [("snippet", "list、show、"), ("anchor", "list、show、"), ("objective", "export、import")]
    {
        let output = Site::empty().run(&format!("{command} --lang ja"));
        assert_eq!((output.code, output.out.as_str()), (2, ""), "{command}");
        let told = format!("エラー: 「hoshin {command}」のあとに、することが必要です（{known}");
        assert!(output.err.starts_with(&told) && !output.err.contains("Usage"), "{output}");
        let english = Site::empty().run(&format!("{command} --lang en"));
        assert!(english.err.starts_with("error: ") && english.err.contains("requires a subcommand"), "{english}");
    }
}

#[test]
fn an_unknown_command_is_refused_with_a_suggestion() {
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
fn an_option_given_twice_is_reported_as_such() {
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
fn completions_contain_the_commands() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = Site::empty().run(&format!("completions {shell}"));
        assert_eq!((output.code, output.err.as_str()), (0, ""), "{shell}");
        for command in ["build", "check", "anchor", "cite", "explain", "retire"] {
            assert!(output.out.contains(command), "{shell}: {command}");
        }
    }
}
