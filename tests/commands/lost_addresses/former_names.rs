//! Names that documents had before.

use super::*;

#[test]
fn a_former_name_stays_one_when_the_alias_is_taken_out() {
    let site = published();
    let before = addresses(&site);
    site.write("content/r8/ato.md", text("丁の方針", "", D));
    fine(&site, "release --adopt");
    assert!(are_kept(&before, &site));
}

#[test]
fn a_new_document_under_a_former_name_is_asked_about() {
    for (aliases, codes) in
        [("aliases: r8/mae", vec!["alias-clash", "former-name-taken"]), ("", vec!["former-name-taken"])]
    {
        let site = published();
        site.write("content/r8/ato.md", text("丁の方針", aliases, D));
        site.write("content/r8/mae.md", text("別の方針", "", OTHER));
        let output = site.run("build");
        assert_eq!(output.code, 1, "{output}");
        let found: BTreeSet<&str> = output.codes().into_iter().collect();
        assert_eq!(found, codes.into_iter().collect(), "{output}");
        site.write("content/r8/mae.md", text("別の方針", "", OTHER).replace("published", "draft"));
        assert_eq!(site.run("check").code, 1);
    }
}

#[test]
fn a_document_whose_id_is_a_former_name_is_asked_about() {
    let site = published();
    site.write("content/r8/ato.md", text("丁の方針", "", D));
    site.write("content/r9/betsu.md", text("別の方針", "id: r8/mae", OTHER));
    asks(&site, &["former-name-taken"], "an id");
}

#[test]
fn an_alias_under_which_nothing_was_published_is_remembered() {
    let site = published();
    site.write("content/r8/b.md", text("乙の方針", "aliases: r8/ryaku", B));
    fine(&site, "release --adopt");
    fine(&site, "build --locked");
    let before = addresses(&site);
    site.write("content/r8/b.md", text("乙の方針", "", B));
    fine(&site, "release --adopt");
    assert!(are_kept(&before, &site));
    site.write("content/r8/ryaku.md", text("別の方針", "", OTHER));
    asks(&site, &["former-name-taken"], "a new document");
    site.remove("content/r8/ryaku.md");
    site.write("content/r8/a.md", text("甲の方針", "aliases: r8/ryaku", A));
    asks(&site, &["alias-clash"], "given to another document");
    site.write("content/r8/a.md", text("甲の方針", "", A));
    fine(&site, "anchor forget r8/ryaku --write");
    fine(&site, "release --adopt");
    assert!(!site.path("public/r8/ryaku/index.html").exists(), "given up on purpose");
}
