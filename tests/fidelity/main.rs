//! The official text arrives unchanged: from the published documents into `content/`, and from there onto the page,
//! character for character.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test stops where it is not met")]

mod encoded;
mod joining;
#[path = "../kit/mod.rs"]
mod kit;
#[path = "../originals/mod.rs"]
mod originals;
mod page;
mod references;
mod site;

use std::collections::BTreeSet;

use originals::{R7, R8, join_r7, join_r8};

#[test]
fn the_encoded_r7_is_the_original() {
    assert_eq!(encoded::paragraphs(include_str!("../../content/r7/shisei-unei.md")), join_r7(R7));
}

#[test]
fn the_encoded_r8_is_the_original() {
    assert_eq!(encoded::paragraphs(include_str!("../../content/r8/seisaku-keiei.md")), join_r8(R8));
}

#[test]
fn the_page_of_r7_is_the_original() {
    let page = page::built("r7/shisei-unei");
    assert_eq!(page::article(&page), join_r7(R7));
    assert_eq!(page::count(&page, "article section[id]"), 5, "sections");
    assert_eq!(page::count(&page, "article section li[id]"), 21, "numbered clauses");
    assert_eq!(page::count(&page, "section:has(> .hd #s5) p[id]"), 2, "paragraphs of section 5");
    assert_ids(&page::ids(&page));
}

#[test]
fn the_page_of_r8_is_the_original() {
    let page = page::built("r8/seisaku-keiei");
    assert_eq!(page::article(&page), join_r8(R8));
    assert_eq!(page::count(&page, "article section[id]"), 8, "sections");
    assert_eq!(page::count(&page, "article section li[id]"), 21, "bullets");
    assert_eq!(page::count(&page, "li:has(> #s6-b1) p[id]"), 1, "the second paragraph belongs to its bullet");
    assert_ids(&page::ids(&page));
}

#[test]
fn the_pages_are_light_and_no_two_links_sound_alike() {
    for document in ["r7/shisei-unei", "r8/seisaku-keiei"] {
        let html = page::html(document);
        assert!(html.len() <= 30_000, "{document}: {} bytes", html.len());
        let page = scraper::Html::parse_document(&html);
        let names = page::attributes(&page, "aria-label");
        let unique: BTreeSet<_> = names.iter().collect();
        assert!(names.len() > 20, "{document}: {names:?}");
        assert_eq!(unique.len(), names.len(), "{document}: {names:?}");
    }
}

/// Every address is ASCII and leads to one place only.
fn assert_ids(ids: &[&str]) {
    let unique: BTreeSet<_> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "{ids:?}");
    assert!(ids.iter().all(|id| !id.is_empty() && id.is_ascii()), "{ids:?}");
}
