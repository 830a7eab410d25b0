//! Documents that were taken down.

use super::*;

const RECORD: &str = "content/r8/haishi.lock";

#[test]
fn a_missing_record_of_a_document_that_was_taken_down_is_reported() {
    let site = published();
    let before = addresses(&site);
    let record = site.read(RECORD);
    site.remove(RECORD);
    asks(&site, &["withdrawn-record-missing"], "deleted");
    without_site(&site);
    asks(&site, &["withdrawn-record-missing"], "in a fresh clone");
    site.write(RECORD, record);
    fine(&site, "release --adopt");
    assert!(are_kept(&before, &site));
    site.remove(RECORD);
    fine(&site, "anchor forget r8/haishi --write");
    fine(&site, "release --adopt");
    assert!(!site.path("public/r8/haishi/index.html").exists(), "given up on purpose");
}

#[test]
fn a_damaged_record_without_a_document_is_reported() {
    let site = published();
    let good = site.read(RECORD);
    let first_lines = good.lines().take(2).collect::<Vec<_>>().join("\n") + "\n";
    for (damaged, code) in [
        (String::new(), "lock-header"),
        (first_lines, "lock-truncated"),
        (good.replace("広報紙", "広報誌"), "lock-line"),
        (good.replace("{\"rosters\"", "<<<<<<< HEAD\n{\"rosters\""), "lock-conflict"),
    ] {
        site.write(RECORD, damaged);
        let output = site.run("build");
        assert_eq!((output.code, output.codes().first().copied()), (1, Some(code)), "{output}");
    }
}

#[test]
fn a_document_that_comes_back_needs_its_record() {
    let site = published();
    let before = addresses(&site);
    site.write("content/r8/haishi.md", text("丙の方針", "", C));
    fine(&site, "release --adopt");
    fine(&site, "build --locked");
    assert!(are_kept(&before, &site));
    let site = published();
    site.write("content/r8/haishi.md", text("丙の方針", "", OTHER));
    site.remove(RECORD);
    asks(&site, &["lock-missing"], "another text, without its record");
}

#[test]
fn a_withdrawn_document_stays_withdrawn_while_it_is_a_draft_again() {
    let site = published();
    let before = addresses(&site);
    site.write("content/r8/haishi.md", text("丙の方針", "", C).replace("published", "draft"));
    fine(&site, "release --adopt");
    assert!(are_kept(&before, &site));
    assert_eq!(found_by_a_preview(&site), BTreeSet::new());
    site.remove(RECORD);
    asks(&site, &["withdrawn-record-missing"], "a draft");
}

#[test]
fn a_document_can_come_back_under_another_name_with_its_record() {
    let site = published();
    let record = site.read(RECORD);
    site.remove(RECORD);
    site.write("content/r9/hei.lock", record);
    site.write("content/r9/hei.md", text("丙の方針", "aliases: r8/haishi", C));
    let before = addresses(&site);
    fine(&site, "release --adopt");
    fine(&site, "build --locked");
    assert!(are_kept(&before, &site));
}
