//! `hoshin check`.

use super::one;
use crate::kit::{SITE, Site, document};

/// The number of files that a verbose run has made.
fn made(output: &crate::kit::Output) -> usize {
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
fn links_to_a_broken_file_are_not_reported_too() {
    let below = "replaces: r7/a\nupper: [r7/a, r7/other]\nstatus: published";
    let text = "## 1 「令和7年度の方針」と[その取組](../r7/a.md#s1)\n\n[[r7/a#s1]]、[[k7f3q]]、[[r7/other]]、[昨年度](/r7/)、\
                [計画](/plans/keikaku/)、[室](/organizations/shitsu/)、「基本計画」、PPP、![昨年度](../r7/a.md)\n\n\
                ```objective\nimplements: r7/a#s1\n```\n";
    let beside = "not_applicable:\n  - {clause: r7/a#s2, reason: 他部所管}\nclauses:\n  s1: {implements: r7/a#s1}\n";
    let site = Site::new()
        .file("content/r8/a.md", document(below, text))
        .file("content/r8/a.yaml", beside)
        .file("content/r8/a-en.md", document("status: published\nlanguage: en\nvariant_of: r7/b", "Text.\n"));
    let found = || site.run("check").codes().into_iter().map(str::to_owned).collect::<Vec<_>>();
    let leading_nowhere = [
        "unknown-original",
        "unknown-replaced",
        "unknown-upper",
        "unknown-upper",
        "unknown-document",
        "dead-link",
        "dangling-reference",
        "dangling-reference",
        "dangling-reference",
        "dead-link",
        "dead-link",
        "dead-link",
        "unknown-document",
        "unexplained-abbreviation",
        "dead-image",
        "unknown-upper-clause",
        "unknown-upper-clause",
        "unknown-upper-clause",
    ];
    assert_eq!(found(), leading_nowhere);

    site.write("content/r7/b.md", "---\nid: r7/other\ntitle: 方針\nkind: 計画\nfiscal_year: R77777\n---\n");
    site.write("content/plans.yaml", "plans: [\n");
    site.write("content/organizations.yaml", "units: [\n");
    site.write("content/terms.yaml", "terms: [\n");
    for (broken, code) in [
        ("---\ntitle: 令和7年度の方針\nkind: [\n---\n", "yaml-bracket"),
        ("---\ntitle: 令和7年度の方針\n", "front-matter-unclosed"),
        ("題名\n", "front-matter-missing"),
    ] {
        site.write("content/r7/a.md", broken);
        assert_eq!(found(), ["yaml-bracket", "yaml-bracket", code, "bad-fiscal-year", "yaml-bracket"]);
    }
}

#[test]
fn a_finding_states_place_reason_and_remedy() {
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
fn the_fate_of_every_file_is_listed() {
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
    // The number of files of the default theme does not matter here.
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
fn a_missing_image_gets_no_document_as_a_suggestion() {
    let site = Site::new().file("content/r8/zu.md", document("status: published", "![市の将来像](zu.png)\n"));
    let output = site.run("check");
    assert!(output.err.contains("エラー[dead-image]"), "{output}");
    assert!(!output.err.contains("zu.md」のことではありませんか"), "{output}");
}

#[test]
fn strict_makes_warnings_fail() {
    let site = one().file("content/r8/b.md", document("status: published", "本文<wbr>です。\n"));
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
fn quiet_prints_only_findings_that_fail() {
    let site = one().file("content/r8/b.md", document("status: published", "本文<wbr>です。\n"));
    let output = site.run("check -q");
    assert_eq!((output.code, output.out.as_str(), output.err.as_str()), (0, "", ""));
    let output = site.run("check -q --strict");
    assert_eq!((output.code, output.codes()), (1, vec!["raw-html"]), "{output}");
}

#[test]
fn the_severities_of_the_site_apply() {
    let site = one()
        .file("content/r8/b.md", document("status: published", "本文<wbr>です。\n"))
        .file("content/site.yaml", format!("{SITE}severities:\n  raw-html: error\n"));
    assert_eq!(site.run("check").code, 1);
    site.write("content/site.yaml", format!("{SITE}severities:\n  raw-html: off\n"));
    let output = site.run("check --strict");
    assert_eq!((output.code, output.codes()), (0, vec![]), "{output}");
}
