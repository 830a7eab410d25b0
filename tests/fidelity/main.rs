//! The official text arrives unchanged: from the published documents into `content/`, and from there onto the page,
//! character for character.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test stops where it is not met")]

mod encoded;
mod joining;
#[path = "../originals/mod.rs"]
mod originals;

use originals::{R7, R8, join_r7, join_r8};

#[test]
fn the_encoded_r7_is_the_original() {
    assert_eq!(encoded::paragraphs(include_str!("../../content/r7/shisei-unei.md")), join_r7(R7));
}

#[test]
fn the_encoded_r8_is_the_original() {
    assert_eq!(encoded::paragraphs(include_str!("../../content/r8/seisaku-keiei.md")), join_r8(R8));
}
