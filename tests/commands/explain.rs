//! `hoshin explain`.

use crate::kit::Site;

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
fn without_a_code_all_codes_are_listed() {
    let output = Site::empty().run("explain");
    assert_eq!(output.code, 0);
    let line = output.out.lines().find(|line| line.starts_with("not-utf8 ")).expect("a line");
    assert!(line.ends_with("  エラー  文字化けしたまま公開しないため、読めないファイルは扱いません。"), "{line}");
    assert!(output.out.lines().count() > 30);
}

#[test]
fn an_unknown_code_is_refused_with_a_suggestion() {
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
fn an_explanation_is_available_as_json() {
    let one = Site::empty().run("explain not-utf8 --format json --lang en").json();
    assert_eq!((&one["code"], &one["severity"]), (&"not-utf8".into(), &"error".into()));
    let all = Site::empty().run("explain --format json").json();
    assert!(all.as_array().expect("a list").iter().any(|code| code["code"] == "not-utf8"));
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_failure() {
    use std::process::Stdio;
    let mut child =
        Site::empty().command("explain", &[]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}
