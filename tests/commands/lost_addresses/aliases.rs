//! What `aliases` may name.

use super::*;

#[test]
fn the_name_of_a_document_with_a_record_is_no_alias_of_another() {
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
fn nor_is_that_of_one_that_was_taken_down_or_of_one_that_is_still_there() {
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
fn without_the_record_it_is_asked_for_where_the_alias_stands() {
    let site = published();
    site.remove("content/r8/a.md");
    site.remove("content/r8/a.lock");
    site.write("content/r8/b.md", text("乙の方針", "aliases: r8/a", B));
    asks(&site, &["former-record-missing"], "with the site");
    without_site(&site);
    asks(&site, &["former-record-missing"], "in a fresh clone");
}

#[test]
fn a_record_put_over_that_of_another_document_is_told() {
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
fn two_documents_do_not_become_one_by_two_aliases() {
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
fn the_answer_that_is_proposed_keeps_every_address() {
    let site = published();
    let before = addresses(&site);
    site.remove("content/r8/a.md");
    site.write("content/r8/b.md", text("乙の方針", "aliases: r8/a", B));
    assert_eq!(site.run("build").code, 1);
    site.write("content/r8/b.md", text("乙の方針", "", B));
    fine(&site, "anchor retire r8/a --write");
    fine(&site, "build");
    assert!(are_kept(&before, &site));
}

#[test]
fn a_document_renamed_with_its_record_keeps_every_address_there_and_back() {
    let site = published();
    let before = addresses(&site);
    rename(&site, "r8/a", "r9/ko");
    site.write("content/r9/ko.md", text("甲の方針", "aliases: r8/a", A));
    fine(&site, "build");
    fine(&site, "build --locked");
    assert!(site.read(LIST).contains(r#"{"document":"r8/a","renamed_to":"r9/ko""#), "{}", site.read(LIST));
    let both = addresses(&site);
    assert!(before.keys().all(|address| both.contains_key(address)));
    rename(&site, "r9/ko", "r8/a");
    site.write("content/r8/a.md", text("甲の方針", "aliases: r9/ko", A));
    fine(&site, "build");
    fine(&site, "build --locked");
    assert!(are_kept(&before, &site) && site.path("public/r9/ko/index.html").exists());
    rename(&site, "r8/a", "r9/ko");
    site.write("content/r9/ko.md", text("甲の方針", "aliases: [r8/a]", A));
    fine(&site, "build");
    fine(&site, "build --locked");
}

#[test]
fn a_record_that_was_copied_to_the_new_name_and_stayed_is_no_second_one() {
    let site = published();
    site.write("content/r8/ko.lock", site.read("content/r8/a.lock"));
    site.remove("content/r8/a.md");
    site.write("content/r8/ko.md", text("甲の方針", "aliases: r8/a", A));
    fine(&site, "build");
    fine(&site, "build --locked");
}

#[test]
fn a_build_interrupted_while_a_record_was_taken_over_is_completed() {
    let site = published();
    let list = site.read(LIST);
    rename(&site, "r8/a", "r8/ko");
    site.write("content/r8/ko.md", text("甲の方針", "aliases: r8/a", OTHER));
    fine(&site, "build");
    let done = site.read(LIST);
    site.write(LIST, list);
    fine(&site, "build");
    assert_eq!(site.read(LIST), done);
}
