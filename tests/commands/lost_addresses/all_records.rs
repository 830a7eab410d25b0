//! Records that are gone, and the site that stands.

use super::*;

#[test]
fn the_site_that_stands_is_evidence_that_there_were_some() {
    let site = published();
    without_records(&site);
    asks(&site, &["published-unrecorded"], "all records gone");
    let told = site.run("build");
    assert!(told.err.contains("「public」") && told.err.contains("/r8/mae/") || told.err.contains("/c/"), "{told}");
    let other = site.run("build --output elsewhere");
    assert_eq!((other.code, other.codes()), (1, vec!["published-unrecorded"]), "{other}");
    assert!(!site.path("elsewhere").exists());
    std::fs::rename(site.path("public"), site.path("mae-no-public")).expect("a site");
    fine(&site, "build");
}

#[test]
fn so_is_one_that_stands_in_the_folder_that_is_named() {
    let site = published();
    without_site(&site);
    fine(&site, "build --output www");
    without_records(&site);
    let output = site.run("build --output www");
    assert_eq!((output.code, output.codes()), (1, vec!["published-unrecorded"]), "{output}");
    assert!(output.err.contains("「www」"), "{output}");
}

#[test]
fn the_same_text_is_no_proof_that_nothing_was_lost() {
    let site = published();
    // A clause came and went: only the record tells where it was.
    site.write("content/r8/a.md", text("甲の方針", "", [A[0], OTHER[0]]));
    fine(&site, "build");
    for document in ["r8/a", "r8/b"] {
        site.remove(&format!("content/{document}.lock"));
        unlist(&site, document);
    }
    asks(&site, &["published-unrecorded"], "two records and what the list says of them");
}

#[test]
fn a_record_older_than_the_site_that_stands_is_told() {
    let site = published();
    let (record, list) = (site.read("content/r8/a.lock"), site.read("content/r8/a.md"));
    site.write("content/r8/a.md", text("甲の方針", "", [A[0], OTHER[0]]));
    fine(&site, "build");
    site.write("content/r8/a.lock", record);
    site.write("content/r8/a.md", list);
    for command in ["check", "build"] {
        let told = site.run(command);
        assert_eq!((told.code, told.codes()), (0, vec!["published-newer"]), "{command}: {told}");
        assert_eq!(site.run(&format!("{command} --strict")).code, i32::from(command == "check"));
    }
}

#[test]
fn the_list_made_anew_from_the_records_that_are_left_does_not_hide_the_others() {
    let site = published();
    site.remove(LIST);
    site.remove("content/r8/b.lock");
    assert_eq!(site.run("build").codes(), ["site-lock-missing"]);
    fine(&site, "anchor adopt --write");
    let output = site.run("build");
    assert_eq!(output.code, 1, "{output}");
}

#[test]
fn a_record_that_no_list_names_is_not_passed_over() {
    let site = published();
    site.remove("content/r8/a.md");
    unlist(&site, "r8/a");
    asks(&site, &["document-lost"], "no text, no line");
    let before = addresses(&site);
    fine(&site, "anchor retire r8/a --write");
    fine(&site, "build");
    assert!(are_kept(&before, &site));
}

#[test]
fn a_first_build_needs_none() {
    let site = published();
    without_site(&site);
    without_records(&site);
    fine(&site, "check");
    fine(&site, "build");
    // Nor does a site of which nothing was public yet, or one that was only looked at with its drafts.
    let draft = Site::new().file("content/r8/a.md", text("甲の方針", "", A).replace("published", "draft"));
    fine(&draft, "build");
    fine(&draft, "build --drafts --output shitagaki");
    draft.write("content/r8/a.md", text("甲の方針", "", A));
    fine(&draft, "build --output shitagaki2");
    without_records(&draft);
    fine(&draft, "build --drafts --output shitagaki");
}

#[test]
fn addresses_given_up_on_purpose_are_not_asked_for_again() {
    let site = published();
    fine(&site, "anchor forget r8/a --write");
    site.write("content/r8/a.md", text("甲の方針", "", OTHER));
    fine(&site, "build");
    fine(&site, "build --locked");
    // Without its record, they are those that no other record has.
    let site = published();
    site.remove("content/r8/a.lock");
    let told = site.run("anchor forget r8/a --write --lang en");
    assert!(told.out.contains("which are in no record, are given up: /c/"), "{told}");
    site.write("content/r8/a.md", text("甲の方針", "", OTHER));
    fine(&site, "build");
    site.remove("content/r8/b.lock");
    unlist(&site, "r8/b");
    asks(&site, &["published-unrecorded"], "another document's are missed as before");
}
