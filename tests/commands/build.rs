//! `hoshin build`.

use super::one;
use crate::kit::{Site, document, titled};

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
fn a_draft_leaves_no_byte_in_the_site() {
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
fn only_assets_that_public_pages_use_are_published() {
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
fn a_document_appears_at_its_publish_at() {
    let site = one().file(
        "content/r8/b.md",
        document("status: published\npublish_at: 2026-04-01T09:00", "# 令和8年度の方針\n\n後の文\n"),
    );
    let appears = |now: &str| {
        assert_eq!(site.run(&format!("build --now {now}")).code, 0);
        site.files("public").contains_key("r8/b/index.html")
    };
    // Local times are in the site's time zone, Asia/Tokyo.
    assert!(!appears("2026-03-31"));
    assert!(!appears("2026-04-01T08:59:59"));
    assert!(appears("2026-04-01T09:00"));
    assert!(!appears("2026-03-31T23:59:59Z"));
    assert!(appears("2026-04-01T00:00:00Z"));
    assert!(appears("2026-04-02"));
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    let build = |jobs: u32| {
        let site = one().file("content/r8/b.md", document("status: published", "# 令和8年度の方針\n\n本文<u>です。\n"));
        let said = site.run(&format!("build --jobs {jobs}"));
        (said, site.files("public"), site.files("content"))
    };
    assert_eq!(build(1), build(8));
}

#[test]
fn a_verbose_build_lists_every_file() {
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
