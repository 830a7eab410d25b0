//! Names that `aliases` may and may not give.

use super::*;

#[test]
fn an_alias_cannot_name_a_document_that_has_its_own_record() {
    for aliases in
        ["aliases: r8/a", "aliases: [r8/a]", "aliases:\n- r8/x\n- r8/a", "aliases: [\"r8/a\"]", "aliases: 'r8/a'"]
    {
        let site = published();
        site.remove("content/r8/a.md");
        site.write("content/r8/b.md", text("乙の方針", aliases, B));
        asks(&site, &["records-not-joined"], aliases);
        let told = site.run("build");
        assert!(told.err.contains("--> content/r8/b.md:"), "{told}");
        assert!(told.err.contains("hoshin anchor retire r8/a --write"), "{told}");
    }
}

#[test]
fn an_alias_cannot_name_a_document_that_was_taken_down_or_still_exists() {
    let site = published();
    site.write("content/r8/b.md", text("乙の方針", "aliases: r8/haishi", B));
    asks(&site, &["records-not-joined"], "taken down");
    site.write("content/r8/b.md", text("乙の方針", "aliases: r8/a", B));
    asks(&site, &["alias-clash"], "still there");
    site.write("content/r8/a.md", text("甲の方針", "", A).replace("status: published", "status: draft"));
    let output = site.run("build");
    assert_eq!((output.code, output.codes()), (1, vec!["document-unpublished", "alias-clash"]), "{output}");
}

#[test]
fn a_missing_record_is_reported_at_the_alias() {
    let site = published();
    site.remove("content/r8/a.md");
    site.remove("content/r8/a.lock");
    site.write("content/r8/b.md", text("乙の方針", "aliases: r8/a", B));
    asks(&site, &["former-record-missing"], "with the site");
    without_site(&site);
    asks(&site, &["former-record-missing"], "in a fresh clone");
}

#[test]
fn a_record_copied_over_that_of_another_document_is_reported() {
    let site = published();
    site.write("content/r8/b.lock", site.read("content/r8/a.lock"));
    site.remove("content/r8/a.lock");
    site.remove("content/r8/a.md");
    site.write("content/r8/b.md", text("乙の方針", "aliases: r8/a", B));
    asks(&site, &["lock-of-another"], "mv a.lock b.lock");
    let refused = site.run("anchor rename r8/a r8/b --write");
    assert_eq!((refused.code, refused.codes()), (1, vec!["lock-of-another"]), "{refused}");
}

#[test]
fn two_aliases_do_not_merge_two_documents() {
    let site = published();
    rename(&site, "r8/a", "r8/hitotsu");
    site.remove("content/r8/b.md");
    site.write("content/r8/hitotsu.md", text("甲の方針", "aliases: [r8/a, r8/b]", A));
    asks(&site, &["records-not-joined"], "one record was moved");
    rename_back(&site);
    asks(&site, &["lock-left-behind", "records-not-joined"], "none was moved");
}

fn rename_back(site: &Site) {
    site.write("content/r8/a.lock", site.read("content/r8/hitotsu.lock"));
    site.remove("content/r8/hitotsu.lock");
}

#[test]
fn the_proposed_answer_keeps_every_address() {
    let site = published();
    let before = addresses(&site);
    site.remove("content/r8/a.md");
    site.write("content/r8/b.md", text("乙の方針", "aliases: r8/a", B));
    assert_eq!(site.run("build").code, 1);
    site.write("content/r8/b.md", text("乙の方針", "", B));
    fine(&site, "anchor retire r8/a --write");
    fine(&site, "release --adopt");
    assert!(are_kept(&before, &site));
}

#[test]
fn renaming_a_document_with_its_record_and_back_keeps_every_address() {
    let site = published();
    let before = addresses(&site);
    rename(&site, "r8/a", "r9/ko");
    site.write("content/r9/ko.md", text("甲の方針", "aliases: r8/a", A));
    fine(&site, "release --adopt");
    fine(&site, "build --locked");
    assert!(site.read(LIST).contains(r#"{"document":"r8/a","renamed_to":"r9/ko""#), "{}", site.read(LIST));
    let both = addresses(&site);
    assert!(before.keys().all(|address| both.contains_key(address)));
    rename(&site, "r9/ko", "r8/a");
    site.write("content/r8/a.md", text("甲の方針", "aliases: r9/ko", A));
    fine(&site, "release --adopt");
    fine(&site, "build --locked");
    assert!(are_kept(&before, &site) && site.path("public/r9/ko/index.html").exists());
    rename(&site, "r8/a", "r9/ko");
    site.write("content/r9/ko.md", text("甲の方針", "aliases: [r8/a]", A));
    fine(&site, "release --adopt");
    fine(&site, "build --locked");
}

#[test]
fn a_copy_of_the_record_under_the_old_name_is_accepted() {
    let site = published();
    site.write("content/r8/ko.lock", site.read("content/r8/a.lock"));
    site.remove("content/r8/a.md");
    site.write("content/r8/ko.md", text("甲の方針", "aliases: r8/a", A));
    fine(&site, "release --adopt");
    fine(&site, "build --locked");
}

#[test]
fn the_next_build_completes_an_interrupted_takeover_of_a_record() {
    let site = published();
    let list = site.read(LIST);
    rename(&site, "r8/a", "r8/ko");
    site.write("content/r8/ko.md", text("甲の方針", "aliases: r8/a\nrevised: 2026-07-01", OTHER));
    fine(&site, "release --adopt --now 2026-04-10");
    let done = site.read(LIST);
    site.write(LIST, list);
    fine(&site, "release --adopt --now 2026-04-10");
    assert_eq!(site.read(LIST), done);
}
