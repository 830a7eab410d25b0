//! A build after another one does only the necessary work.

use super::one;
use crate::kit::{Site, document};

/// Documents parsed, files made, files written.
fn work(site: &Site, arguments: &str) -> (u64, u64, usize) {
    let output = site.run(&format!("build --format json {arguments}"));
    let json = output.json();
    let number = |name: &str| json["work"][name].as_u64().expect("a number");
    let written = json["output"]["written"].as_array().expect("a list").len();
    (number("documents_parsed"), number("files_rendered"), written)
}

#[test]
fn a_build_without_changes_does_nothing_and_reports_the_same() {
    let site = one().file("content/r8/b.md", document("status: published", "# 令和8年度の方針\n\n本文<wbr>です。\n"));
    let cold = site.run("build --now 2026-04-01");
    assert_eq!(cold.codes(), ["raw-html"]);
    let before = site.files(".");
    let warm = site.run("build --now 2026-04-01");
    assert_eq!(site.files("."), before);
    assert_eq!(work(&site, "--now 2026-04-01"), (0, 0, 0));
    let until_the_count = |text: &str| text.split_once("書き込み").expect("a count").0.to_owned();
    // The addresses are recorded by the first build only.
    let recorded = "; アドレスの記録 更新 3";
    assert!(cold.err.contains(recorded), "{cold}");
    assert_eq!(until_the_count(&warm.err), until_the_count(&cold.err.replace(recorded, "")));
}

#[test]
fn a_later_build_does_nothing_until_a_publication_is_due() {
    let site = one()
        .file("content/r8/b.md", document("status: published\npublish_at: 2026-04-01", "# 令和8年度の方針\n\n後\n"));
    assert_eq!(work(&site, "--now 2026-03-01").0, 2);
    assert_eq!(work(&site, "--now 2026-03-31T23:59:59"), (0, 0, 0));
    assert_eq!(work(&site, "--now 2026-04-01").0, 2);
    assert_eq!(work(&site, "--now 2027-04-01"), (0, 0, 0));
    // For an earlier moment the last build proves nothing.
    assert_eq!(work(&site, "--now 2026-03-31").0, 2);
}

#[test]
fn an_edit_and_its_undoing_are_built() {
    let text = |verb: &str| {
        document(
            "status: published",
            &format!(
                "# 令和8年度の方針

(1) 市民に分かりやすく情報を{verb}こと。
"
            ),
        )
    };
    let site = Site::new().file("content/r8/a.md", text("発信する"));
    assert_eq!(work(&site, "").0, 1);
    let first = (site.files("public"), site.files("content"));
    site.write("content/r8/a.md", text("届ける"));
    assert_eq!(work(&site, "").0, 1);
    assert!(site.read("public/r8/a/index.html").contains("情報を届けること。"));
    site.write("content/r8/a.md", text("発信する"));
    assert_eq!(work(&site, "").0, 1);
    assert_eq!((site.files("public"), site.files("content")), first);
    assert_eq!(site.run("release").code, 0);
    let released = site.files("public");
    site.remove("content/r8/a.md");
    assert_eq!(site.run("build").codes(), ["document-lost"]);
    assert_eq!(site.files("public"), released);
    assert_eq!(site.run("anchor retire r8/a --write").code, 0);
    assert_eq!(work(&site, "").0, 0);
    assert!(site.read("public/r8/a/index.html").contains("<h1>掲載を終えた文書</h1>"));
}

#[test]
fn changes_by_others_in_the_published_folder_are_mended() {
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

/// When the stamp differs, the bytes are read and the new stamp is recorded.
#[test]
fn a_folder_that_was_only_touched_is_read_again_and_gets_a_new_stamp() {
    let site = one();
    site.run("build");
    let record = || serde_json::from_str::<serde_json::Value>(&site.read(".public.hoshin/record.json")).expect("JSON");
    let first = record()["stamp"].clone();
    assert_eq!(work(&site, ""), (0, 0, 0));
    assert_eq!(record()["stamp"], first);

    let same = site.read("public/index.html");
    site.write("public/index.html", &same);
    // A folder that has just changed has no stamp.
    std::thread::sleep(std::time::Duration::from_millis(50));
    assert_eq!(work(&site, ""), (0, 0, 0));
    let second = record()["stamp"].clone();
    assert_ne!(second, first);
    if cfg!(target_os = "linux") {
        assert!(second.is_string(), "{second}");
    }
    let bytes = site.read(".public.hoshin/record.json");
    assert_eq!(work(&site, ""), (0, 0, 0));
    assert_eq!(site.read(".public.hoshin/record.json"), bytes);
}

#[test]
fn other_options_make_another_build() {
    let site = one().file("content/r8/b.md", document("status: published", "# 令和8年度の方針\n\n本文<wbr>です。\n"));
    assert_eq!(site.run("build").code, 0);
    assert_eq!(site.run("build --strict").code, 1);
    assert_eq!(site.run("build").code, 0);
}

#[test]
fn a_damaged_build_record_does_not_count() {
    let site = one();
    site.run("build");
    for damage in ["", "{}", "null", "[1]"] {
        site.write(".public.hoshin/record.json", damage);
        assert_eq!(work(&site, "").0, 1, "{damage}");
        assert_eq!(work(&site, "").0, 0);
    }
}

#[test]
fn the_build_record_is_outside_the_published_folder() {
    let site = one();
    site.run("build");
    assert!(site.files(".public.hoshin").contains_key("record.json"));
    assert!(site.files("public").keys().all(|path| !path.contains("record")));
}

/// The record names drafts and quotes them, and the folder above the published one may be published too.
#[cfg(unix)]
#[test]
fn the_build_record_is_private() {
    use std::os::unix::fs::PermissionsExt as _;

    let site = one();
    site.run("build");
    let mode = site.path(".public.hoshin/record.json").metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o077, 0, "{mode:o}");
}
