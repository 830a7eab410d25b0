//! Records that are missing while the published site still exists.

use super::*;

#[test]
fn a_published_site_without_records_is_reported() {
    let site = published();
    without_records(&site);
    asks(&site, &["published-unrecorded"], "all records gone");
    let told = site.run("build");
    assert!(told.err.contains("「public」"), "{told}");
    assert!(told.err.contains("/c/"), "{told}");
    assert!(told.err.contains("r8/a r8/ato r8/b"), "its documents are named: {told}");
    let other = site.run("build --output elsewhere");
    assert_eq!((other.code, other.codes()), (1, vec!["published-unrecorded"]), "{other}");
    assert!(!site.path("elsewhere").exists());
    std::fs::rename(site.path("public"), site.path("mae-no-public")).expect("a site");
    fine(&site, "release --adopt");
}

#[test]
fn a_published_site_in_the_named_output_folder_is_reported_too() {
    let site = published();
    without_site(&site);
    fine(&site, "release --adopt --output www");
    without_records(&site);
    let output = site.run("build --output www");
    assert_eq!((output.code, output.codes()), (1, vec!["published-unrecorded"]), "{output}");
    assert!(output.err.contains("「www」"), "{output}");
}

#[test]
fn missing_records_are_reported_even_if_the_text_is_unchanged() {
    let site = published();
    // A clause came and went: only the record tells where it was.
    site.write("content/r8/a.md", text("甲の方針", "revised: 2026-07-01", [A[0], OTHER[0]]));
    fine(&site, "release --adopt");
    for document in ["r8/a", "r8/b"] {
        site.remove(&format!("content/{document}.lock"));
        unlist(&site, document);
    }
    asks(&site, &["published-unrecorded"], "two records and what the list says of them");
}

#[test]
fn a_record_older_than_the_published_site_is_reported() {
    let site = published();
    let (record, list) = (site.read("content/r8/a.lock"), site.read("content/r8/a.md"));
    site.write("content/r8/a.md", text("甲の方針", "revised: 2026-07-01", [A[0], OTHER[0]]));
    fine(&site, "release --adopt");
    site.write("content/r8/a.lock", record);
    site.write("content/r8/a.md", list);
    for command in ["check", "build"] {
        let told = site.run(command);
        assert_eq!((told.code, told.codes()), (0, vec!["published-newer"]), "{command}: {told}");
        assert_eq!(site.run(&format!("{command} --strict")).code, i32::from(command == "check"));
    }
}

#[test]
fn a_list_rebuilt_from_the_remaining_records_does_not_hide_the_missing_ones() {
    let site = published();
    site.remove(LIST);
    site.remove("content/r8/b.lock");
    assert_eq!(site.run("build").codes(), ["site-lock-missing"]);
    fine(&site, "anchor adopt --write");
    let output = site.run("build");
    assert_eq!(output.code, 1, "{output}");
}

#[test]
fn a_record_that_the_list_does_not_name_is_reported() {
    let site = published();
    site.remove("content/r8/a.md");
    unlist(&site, "r8/a");
    asks(&site, &["document-lost"], "no text, no line");
    let before = addresses(&site);
    fine(&site, "anchor retire r8/a --write");
    fine(&site, "release --adopt");
    assert!(are_kept(&before, &site));
}

#[test]
fn a_first_build_needs_no_records() {
    let site = published();
    without_site(&site);
    without_records(&site);
    fine(&site, "check");
    fine(&site, "release --adopt");
    // A site without public documents needs none either, nor does one that was only built with its drafts.
    let draft = Site::new().file("content/r8/a.md", text("甲の方針", "", A).replace("published", "draft"));
    fine(&draft, "release --adopt");
    fine(&draft, "build --drafts --output shitagaki");
    draft.write("content/r8/a.md", text("甲の方針", "", A));
    fine(&draft, "release --adopt --output shitagaki2");
    without_records(&draft);
    fine(&draft, "build --drafts --output shitagaki");
}

#[test]
fn addresses_given_up_on_purpose_are_not_reported_again() {
    let site = published();
    fine(&site, "anchor forget r8/a --write");
    site.write("content/r8/a.md", text("甲の方針", "", OTHER));
    fine(&site, "release --adopt");
    fine(&site, "build --locked");
    // Without a record, its addresses are those that the published site says are its own.
    let site = published();
    site.remove("content/r8/a.lock");
    let told = site.run("anchor forget r8/a --write --lang en");
    assert!(told.out.contains("which only the published site has, are given up, too: /c/"), "{told}");
    site.write("content/r8/a.md", text("甲の方針", "", OTHER));
    fine(&site, "release --adopt");
    site.remove("content/r8/b.lock");
    unlist(&site, "r8/b");
    asks(&site, &["published-unrecorded"], "another document's are missed as before");
}

/// The permanent ids of a document in the published site.
fn ids(site: &Site, document: &str) -> Vec<String> {
    let rows: serde_json::Value = serde_json::from_str(&site.read("public/data/clauses.json")).expect("rows");
    let rows = rows.as_array().expect("a list").iter().filter(|row| row["document"] == document);
    rows.filter_map(|row| row["id"].as_str().map(str::to_owned)).collect()
}

/// The line of `site.lock` about addresses that were given up.
fn given_up(site: &Site) -> String {
    site.read(LIST).lines().filter(|line| line.contains("given_up")).collect()
}

#[test]
fn forgetting_one_lost_document_keeps_the_addresses_of_the_others() {
    let site = published();
    for document in ["r8/a", "r8/b", "r8/haishi"] {
        site.remove(&format!("content/{document}.lock"));
    }
    let own = ids(&site, "r8/a");
    let pages = std::fs::read_dir(site.path("public/c")).expect("pages of clauses");
    let all: Vec<String> = pages.map(|page| page.unwrap().file_name().into_string().unwrap()).collect();
    assert!(own.len() >= 2 && all.len() > own.len(), "{own:?} {all:?}");
    fine(&site, "anchor forget r8/a --write");
    for id in all {
        assert_eq!(given_up(&site).contains(&id), own.contains(&id), "{id}: {}", given_up(&site));
    }
    for document in ["r8/b", "r8/haishi"] {
        unlist(&site, document);
    }
    asks(&site, &["published-unrecorded"], "those of the others are missed");
}

#[test]
fn the_owner_of_an_address_is_unknown_if_two_documents_lost_their_records() {
    let site = published();
    site.remove("content/r8/b.md");
    fine(&site, "anchor retire r8/b --write");
    fine(&site, "release --adopt");
    let record = site.read("content/r8/b.lock");
    for document in ["r8/b", "r8/haishi"] {
        site.remove(&format!("content/{document}.lock"));
    }
    let told = site.run("anchor forget r8/haishi --write --lang en");
    assert_eq!(told.code, 0, "{told}");
    assert!(told.out.contains("nobody knows whose these published addresses are: /c/"), "{told}");
    assert!(given_up(&site).contains("\"given_up\":[]"), "{}", given_up(&site));
    site.write("content/r8/b.lock", record);
    asks(&site, &["published-unrecorded"], "those of the document that was forgotten");
}

/// Moves the last clause of the first document to the end of the second, publishes that, and gives its id.
fn move_last_clause(site: &Site) -> String {
    let moved = ids(site, "r8/a").last().cloned().expect("an id");
    site.write("content/r8/b.md", text("乙の方針", "revised: 2026-07-01", [B[0], B[1]]) + &format!("\n(3) {}\n", A[1]));
    site.write(
        "content/r8/a.md",
        text("甲の方針", "revised: 2026-07-01", [A[0], OTHER[0]]).replace(&format!("(2) {}\n", OTHER[0]), ""),
    );
    fine(site, &format!("anchor move {moved} r8/b#s3 --write"));
    fine(site, "release --adopt");
    moved
}

#[test]
fn an_address_that_moved_to_another_document_is_not_given_up() {
    let site = published();
    let moved = move_last_clause(&site);
    fine(&site, "anchor forget r8/a --write");
    assert!(!given_up(&site).contains(&moved), "{moved}: {}", given_up(&site));
    fine(&site, "release --adopt");
    site.remove("content/r8/b.lock");
    unlist(&site, "r8/b");
    asks(&site, &["published-unrecorded"], "the addresses of the second");
}

#[test]
fn a_forgotten_document_that_was_published_again_is_missed_when_it_is_lost() {
    let site = published();
    fine(&site, "anchor forget r8/b --write");
    fine(&site, "release --adopt");
    site.write("content/r8/b.md", text("乙の方針", "revised: 2026-07-01", [C[1], B[1]]));
    fine(&site, "release --adopt");
    site.remove("content/r8/b.lock");
    let line = "{\"document\":\"r8/b\",\"seal\"";
    let kept: Vec<String> = site.read(LIST).lines().filter(|it| !it.starts_with(line)).map(str::to_owned).collect();
    site.write(LIST, kept.join("\n") + "\n");
    assert!(given_up(&site).contains("r8/b"), "{}", site.read(LIST));
    asks(&site, &["published-unrecorded"], "lost after it was forgotten");
}

#[test]
fn a_clause_moved_into_a_document_does_not_stand_for_its_record() {
    let site = published();
    move_last_clause(&site);
    // The record of the document it came from still has its id.
    site.remove("content/r8/b.lock");
    unlist(&site, "r8/b");
    asks(&site, &["published-unrecorded"], "all but one are lost");
}

#[test]
fn a_document_published_by_another_branch_is_named_and_can_be_given_up() {
    let site = published();
    let (list, before) = (site.read(LIST), site.files("content"));
    site.write(
        "content/r9/x.md",
        titled("別の枝", "status: published\nissued: 2026-04-01", "# 別の枝\n\n木を植える。\n"),
    );
    fine(&site, "release --adopt");
    site.remove("content/r9/x.md");
    site.remove("content/r9/x.lock");
    site.write(LIST, list);
    std::fs::remove_dir(site.path("content/r9")).expect("an empty folder");
    assert_eq!(site.files("content"), before);
    asks(&site, &["published-unrecorded"], "another branch");
    let told = site.run("build --lang en");
    assert!(told.err.contains("(documents: r9/x)"), "{told}");
    assert!(told.err.contains("another branch"), "{told}");
    assert!(!told.err.contains("1 addresses"), "{told}");
    // A folder of drafts promises nothing and takes nothing away.
    fine(&site, "build --drafts --output shitagaki");
    fine(&site, "anchor forget r9/x --write");
    fine(&site, "release --adopt");
}
